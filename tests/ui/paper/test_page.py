"""The page of the papers to choose from."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from quizapp.ui.paper.page import PapersPage, PapersView, PastRow
from quizapp.ui.widgets.buttons import Button
from tests.ui.papers import FULL, HEADS, LACKING, PAPERS
from tests.ui.screen import press, seen, settle, to_front

READY = PapersView((FULL, LACKING), 0)


@pytest.fixture
def page(qtbot: QtBot) -> PapersPage:
    page = PapersPage()
    qtbot.addWidget(page)
    page.resize(900, 900)
    to_front(qtbot, page)
    return page


def show(page: PapersPage, view: PapersView) -> str:
    page.show_papers(view)
    page.take_focus()
    return seen(page)


def button(page: PapersPage, words: str) -> Button:
    (found,) = (each for each in page.findChildren(Button) if each.isVisible() and each.text() == words)
    return found


def test_it_says_what_each_paper_is(page: PapersPage) -> None:
    shown = show(page, PAPERS)
    assert "40 questions · 60 minutes · 26 to pass" in shown
    assert "10 questions · 15 minutes" in shown
    assert "With extra time: 75 minutes" in shown
    assert "Closed book, one mark each, nothing subtracted." in shown


def test_it_says_what_is_missing(page: PapersPage) -> None:
    shown = show(page, PAPERS)
    assert "5 of 9 choices of level 1" in shown
    assert "5 of 31 choices of level 2 on Cloud, Service level agreements" in shown
    assert not button(page, "Print it").isEnabled()


def test_it_says_how_many_questions_are_new(page: PapersPage) -> None:
    assert "7 of 10 questions are new to you." in show(page, READY)
    assert "All questions are new to you." in show(page, replace(READY, offers=(replace(FULL, fresh=10),)))


@pytest.mark.parametrize("extra", [False, True])
def test_enter_starts_the_paper_with_or_without_extra_time(
    page: PapersPage,
    qtbot: QtBot,
    extra: bool,  # noqa: FBT001
) -> None:
    longer = replace(FULL, preset=replace(FULL.preset, extra_minutes=19))
    show(page, replace(READY, offers=(longer,)))
    if extra:
        page._extra.click()
    with qtbot.waitSignal(page.start_requested) as heard:
        press(page, Qt.Key.Key_Return)
    assert heard.args == [extra]


def test_a_paper_without_extra_time_never_has_it(page: PapersPage, qtbot: QtBot) -> None:
    show(page, replace(READY, offers=(replace(FULL, preset=replace(FULL.preset, extra_minutes=19)),)))
    page._extra.click()
    show(page, READY)
    with qtbot.waitSignal(page.start_requested) as heard:
        button(page, "Start the paper").click()
    assert heard.args == [False]


def test_while_one_runs_enter_resumes_it(page: PapersPage, qtbot: QtBot) -> None:
    shown = show(page, replace(READY, running=PAPERS.running))
    assert "17 of 40 answered. At 11:05 it hands itself in." in shown
    with qtbot.waitSignal(page.resume_requested) as heard:
        press(page, Qt.Key.Key_Return)
    assert heard.args == ["r"]
    assert not button(page, "Start the paper").isEnabled()


def test_what_was_handed_in_says_its_marks_and_opens(page: PapersPage, qtbot: QtBot) -> None:
    shown = show(page, PAPERS)
    assert "29 of 40, passed" in shown
    assert "7 of 10" in shown
    with qtbot.waitSignal(page.result_requested) as heard:
        page.findChildren(PastRow)[1].click()
    assert heard.args == ["b"]


def test_of_many_the_newest_are_listed_first(page: PapersPage) -> None:
    heads = tuple(replace(HEADS[0], id=f"p{n}") for n in range(20))
    show(page, replace(READY, past=heads))
    assert len([row for row in page.findChildren(PastRow) if row.isVisible()]) == 8
    button(page, "Show all 20").click()
    settle()
    assert len([row for row in page.findChildren(PastRow) if row.isVisible()]) == 20


def test_choosing_another_asks_for_it(page: PapersPage, qtbot: QtBot) -> None:
    show(page, READY)
    with qtbot.waitSignal(page.preset_requested) as heard:
        page._presets.rows[1].click()
    assert heard.args == [1]


def test_without_papers_nothing_breaks(page: PapersPage) -> None:
    assert "Papers" in show(page, PapersView())
    press(page, Qt.Key.Key_Return)
