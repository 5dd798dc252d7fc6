"""Planning a round: what every choice comes to, and the keys of the page."""

from dataclasses import replace
from itertools import pairwise
from random import Random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quizapp.domain.bank import Bank
from quizapp.domain.round_plan import AfterLock, AnsweringMode, Bands, RoundPlan, ScoreShowing
from quizapp.domain.session import refer
from quizapp.ui.rounds.plan_page import PlanPage
from quizapp.ui.rounds.preview import WallPreview
from quizapp.ui.rounds.views import PlanDraft, PlanView
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.style.theme import CONTRAST, DARK, LIGHT, Theme
from quizapp.ui.widgets.cards import Rule, SettingRow
from tests.domain.examples import bank as bank_of
from tests.domain.examples import choice, verdict
from tests.ui.rounds.planning import BANK, TWINS
from tests.ui.screen import cut_off, nameless, press, seen, settle, to_front, torn, unplain

OTHER = replace(bank_of(verdict(name="elsewhere")), id="other", title="Another")
CTRL = Qt.KeyboardModifier.ControlModifier


def planned(*ids: str, **more: object) -> RoundPlan:
    refs = tuple(refer(BANK, BANK.question(each)) for each in ids)
    return replace(RoundPlan("p", "Class", refs), **more)  # type: ignore[arg-type]


@pytest.fixture
def page(qtbot: QtBot, appearance: Appearance) -> PlanPage:
    page = PlanPage(appearance, Random(1))
    qtbot.addWidget(page)
    page.resize(900, 720)
    to_front(qtbot, page)
    page.show_plan(PlanView(planned("one", "choice"), (BANK, OTHER)))
    settle()
    return page


def ids(page: PlanPage) -> list[str]:
    return [ref.question_id for ref in page.draft.plan.questions]


def test_a_plan_is_shown_as_it_is_kept(page: PlanPage) -> None:
    bands = {"verdict_bands": Bands(0.5, 0.9), "choice_bands": Bands(0.4, 0.6)}
    kept = planned("choice", "one", answering=AnsweringMode.BUZZ, teams=3, seconds=30, is_hard=True, **bands)
    kept = replace(kept, warm_up=True, scores=ScoreShowing.ALWAYS)
    names = {"t1": "Reds", "t2": "Team 2", "t3": "Team 3"}
    page.show_plan(PlanView(kept, (BANK,), names=names, is_new=False))
    assert page.draft == PlanDraft(kept, names)
    assert "Change the plan" in seen(page)


def test_each_bank_keeps_what_was_chosen_of_it(page: PlanPage) -> None:
    page.banks.rows[1].click()
    assert "Choose at least one question." in seen(page)
    page.questions.listed.make_current("elsewhere")
    page.questions.put.click()
    page.banks.rows[0].click()
    assert ids(page) == ["one", "choice"]
    page.banks.rows[1].click()
    assert page.draft.plan.questions == (refer(OTHER, OTHER.questions[0]),)


@pytest.mark.parametrize(
    ("banks", "told"),
    [
        ((bank_of(TWINS[0]),), "1 of the questions planned are no longer in the bank."),
        ((bank_of(replace(TWINS[0], scenario="New."), choice()),), "1 of the questions planned have another"),
        ((), "Open a bank first."),
    ],
)
def test_what_is_no_longer_as_planned_is_said(page: PlanPage, banks: tuple[Bank, ...], told: str) -> None:
    page.show_plan(PlanView(planned("one", "choice"), banks))
    assert told in seen(page)


def test_hands_have_a_number_of_people_and_no_teams(page: PlanPage) -> None:
    page.answering.people.setFocus()
    QTest.keyClicks(page.answering.people, "27")
    assert (page.draft.plan.headcount, page.draft.plan.teams, page.draft.names) == (27, 0, {})
    assert "Names" not in seen(page).splitlines()


def test_nobody_counted_is_an_empty_field(page: PlanPage) -> None:
    people = page.answering.people
    assert (people.text(), page.draft.plan.headcount) == ("", 0)
    people.setFocus()
    QTest.keyClicks(people, "8")
    assert page.draft.plan.headcount == 8
    QTest.keyClick(people, Qt.Key.Key_Backspace)
    assert (people.text(), page.draft.plan.headcount) == ("", 0)


def test_every_mode_says_what_it_means(page: PlanPage) -> None:
    words = seen(page)
    for meaning in ("You count the hands", "Each team has one answer", "The first team to buzz", "a sheet"):
        assert meaning in words
    assert [row.isChecked() for row in page.answering.modes.rows] == [True, False, False, False]


def test_hairlines_stand_between_rows_that_are_seen(page: PlanPage) -> None:
    def count() -> tuple[int, int]:
        card = page.answering
        rows = [row for row in card.findChildren(SettingRow) if row.isVisibleTo(card)]
        return len(rows), len([rule for rule in card.findChildren(Rule) if rule.isVisibleTo(card)])

    assert count() == (1, 1)
    page.answering.modes.rows[1].click()
    assert count() == (2, 2)


def test_teams_have_names_that_differ(page: PlanPage) -> None:
    page.answering.modes.rows[1].click()
    page.answering.teams.chips[1].click()
    first, second, _ = page.answering.roster.fields[:3]
    assert page.draft.names == {"t1": "Team 1", "t2": "Team 2", "t3": "Team 3"}
    QTest.keyClicks(first, "  The   Late  Ones and more than that")
    assert page.draft.names["t1"] == "The Late Ones and more than that"
    QTest.keyClicks(second, "the late ones AND more than that")
    assert page.fault == "Two teams are called the late ones AND more than that."
    assert not page.start.isEnabled()
    page.answering.modes.rows[0].click()
    assert page.fault == ""


def test_a_name_that_is_too_long_is_spoken_of_and_not_cut(page: PlanPage) -> None:
    page.answering.modes.rows[1].click()
    QTest.keyClicks(page.answering.roster.fields[0], "a" * 41)
    assert page.draft.names["t1"] == "a" * 41
    assert page.fault == f"A team’s name has at most 40 letters: {'a' * 41}"
    QTest.keyClick(page.answering.roster.fields[0], Qt.Key.Key_Backspace)
    assert page.fault == ""


@pytest.mark.parametrize("after", list(AfterLock))
def test_a_plan_says_what_follows_a_lock(page: PlanPage, after: AfterLock) -> None:
    page.show_plan(PlanView(planned("one", after_lock=after), (BANK,)))
    assert page.draft.plan.after_lock is after
    page.timing.after_lock.chips[1].click()
    assert page.draft.plan.after_lock is AfterLock.DISCUSS_WHEN_SPLIT
    assert "Discuss when the advice is to talk" in seen(page)


def test_a_scored_round_warns_of_what_gives_no_points(page: PlanPage) -> None:
    page.show_plan(PlanView(planned("one", "arguable", answering=AnsweringMode.TEAMS, teams=2), (BANK,)))
    assert "1 can be argued and gives no points" in seen(page)
    page.timing.scores.chips[0].click()
    assert "gives no points" not in seen(page)
    page.timing.scores.chips[1].click()
    page.answering.modes.rows[0].click()
    assert "gives no points" not in seen(page)


def test_another_plan_starts_with_no_search_and_no_seed(page: PlanPage) -> None:
    questions = page.questions
    questions.draw_row.button.click()
    questions.draw_row.pairs.click()
    QTest.keyClicks(questions.search, "buyer")
    questions.kinds.chips[0].click()
    page.show_plan(PlanView(RoundPlan("q", "", ()), (BANK, OTHER)))
    assert (questions.draw_row.seed.text(), questions.draw_row.pairs.isChecked()) == ("", False)
    assert "In the bank: 5\n" in seen(page)


def test_only_what_was_changed_counts_as_unsaved(page: PlanPage) -> None:
    told = [page.is_changed]
    page.questions.picked.make_current("choice")
    for button in (page.timing.warm_up, page.timing.warm_up, page.questions.take):
        button.click()
        told.append(page.is_changed)
    assert told == [False, True, False, True]


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_question_is_shown_as_the_wall_will_show_it(qtbot: QtBot, page: PlanPage) -> None:
    page.questions.listed.setFocus()
    page.questions.listed.make_current("long")
    QTest.keyClick(page.questions.listed, Qt.Key.Key_W, Qt.KeyboardModifier.AltModifier)
    (preview,) = page.window().findChildren(WallPreview)
    qtbot.waitExposed(preview)
    assert "Page 1 of 2" in seen(preview)
    first = preview.frame.accessibleName()
    press(preview, Qt.Key.Key_Space)
    assert "Page 2 of 2" in seen(preview)
    assert preview.frame.accessibleName() != first
    press(preview, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not page.window().findChildren(WallPreview))


def test_a_timer_takes_some_seconds(page: PlanPage) -> None:
    assert page.draft.plan.seconds == 0
    page.timing.timer.chips[2].click()
    assert (page.draft.plan.seconds, page.draft.plan.is_hard) == (60, True)
    page.timing.seconds.clear()
    QTest.keyClicks(page.timing.seconds, "4")
    assert "5 to 600 seconds" in page.fault
    page.timing.timer.chips[1].click()
    QTest.keyClicks(page.timing.seconds, "5")
    assert (page.fault, page.draft.plan.seconds, page.draft.plan.is_hard) == ("", 45, False)


def test_shares_must_be_in_order_and_come_back_to_the_usual(page: PlanPage) -> None:
    field = page.bands.verdicts.low
    field.clear()
    QTest.keyClicks(field, "90")
    assert "smaller" in page.fault
    page.bands.usual.click()
    assert (page.fault, page.draft.plan.verdict_bands) == ("", Bands(0.57, 0.8))


def test_the_outcome_counts_and_warns_of_long_questions(page: PlanPage) -> None:
    assert "2 questions, about five minutes without talk" in seen(page)
    page.questions.listed.make_current("long")
    page.questions.put.click()
    assert "1 long for the wall" in seen(page)


def test_a_title_that_is_too_long_is_spoken_of_and_not_cut(page: PlanPage) -> None:
    page.title.clear()
    QTest.keyClicks(page.title, "b" * 81)
    assert (page.draft.plan.title, page.fault) == ("b" * 81, "A title has at most 80 letters.")
    assert not page.save.isEnabled()
    QTest.keyClick(page.title, Qt.Key.Key_Backspace)
    assert page.fault == ""


def test_without_a_title_it_is_called_like_its_bank(page: PlanPage) -> None:
    page.title.clear()
    assert page.draft.plan.title == "Demo"


@pytest.mark.parametrize(
    ("key", "modifier", "signal"),
    [
        (Qt.Key.Key_Return, CTRL, "start_requested"),
        (Qt.Key.Key_S, CTRL, "save_requested"),
        (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier, "left"),
    ],
)
def test_keys_emit_the_requests(
    qtbot: QtBot, page: PlanPage, key: Qt.Key, modifier: Qt.KeyboardModifier, signal: str
) -> None:
    page.questions.listed.setFocus()
    with qtbot.waitSignal(getattr(page, signal)) as heard:
        QTest.keyClick(page.questions.listed, key, modifier)
    assert heard.args == ([] if signal == "left" else [page.draft])


def test_it_can_be_rehearsed(qtbot: QtBot, page: PlanPage) -> None:
    with qtbot.waitSignal(page.rehearse_requested) as heard:
        page.rehearse.click()
    assert heard.args == [page.draft]


def test_tab_goes_down_the_page(page: PlanPage) -> None:
    page.answering.modes.rows[1].click()
    page.timing.timer.chips[1].click()
    page.questions.listed.make_current("one")
    page.questions.picked.make_current("choice")
    questions, stops = page.questions, [page.title]
    page.take_focus()
    assert QApplication.focusWidget() is page.title
    page.setFocus()
    for _ in range(60):
        press(page, Qt.Key.Key_Tab)
        stops.append(QApplication.focusWidget())  # type: ignore[arg-type]
    order = (
        page.back, page.title, page.banks.rows[0].button, questions.search, questions.topics.chips[0],
        questions.listed, questions.put, questions.picked, questions.up, questions.take,
        questions.draw_row.count, questions.draw_row.button, questions.draw_row.pairs.button,
        page.answering.modes.rows[1].button, page.answering.teams.chips[2], page.answering.roster.fields[0],
        page.timing.timer.chips[1], page.timing.seconds, page.timing.after_lock.chips[0],
        page.timing.scores.chips[1], page.timing.warm_up.button,
        page.bands.verdicts.low, page.bands.choices.high,
        page.rehearse, page.save, page.start,
    )  # fmt: skip
    positions = [stops[1:].index(each) for each in order]  # type: ignore[arg-type]
    assert [one < other for one, other in pairwise(positions)] == [True] * (len(order) - 1)


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
@pytest.mark.parametrize(
    ("theme", "width", "scale"), [(LIGHT, 816, 1.0), (CONTRAST, 640, 2.0), (DARK, 1712, 1.0)]
)
def test_no_word_is_cut_off(
    page: PlanPage,
    appearance: Appearance,
    theme: Theme,
    direction: Qt.LayoutDirection,
    width: int,
    scale: float,
) -> None:
    QGuiApplication.setLayoutDirection(direction)
    appearance.set_theme(theme)
    appearance.set_scale(scale)
    page.answering.modes.rows[1].click()
    page.timing.timer.chips[1].click()
    page.resize(width, 560)
    settle()
    faults = [*cut_off(page), *unplain(page), *nameless(page), *torn(page)]
    QGuiApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert faults == []
    assert (page.width(), page.height()) == (width, 560)
