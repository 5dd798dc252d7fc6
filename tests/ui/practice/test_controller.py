"""Between the Practice page and a quiz on a real store."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from quizapp.domain.errors import QuizError
from quizapp.domain.selection import Selection, Which
from quizapp.ui.practice.controller import PracticeFlow
from quizapp.ui.practice.page import PracticePage
from quizapp.ui.style.appearance import Look
from quizapp.ui.wording import shown_topic, topics_of
from tests.desk import MIXED, Desk, go_through
from tests.domain.examples import bank, choice, verdict
from tests.ui.screen import seen


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path)
    yield desk
    desk.quiz.close()


@pytest.fixture
def flow(qtbot: QtBot, look: Look, desk: Desk) -> PracticeFlow:
    page = PracticePage(look)
    qtbot.addWidget(page)
    page.resize(900, 700)
    return PracticeFlow(desk.quiz, page, page)


def test_without_a_bank_the_page_says_so(flow: PracticeFlow) -> None:
    flow.page.show()
    assert "No bank is open" in seen(flow.page)


def test_counts_follow_what_was_answered(flow: PracticeFlow, desk: Desk) -> None:
    desk.quiz.use_bank(MIXED)
    flow.page.show()
    assert "3 fit; you get them all" in seen(flow.page)
    go_through(desk.quiz, desk.quiz.start(Selection()), missed=frozenset({"v"}))
    flow.refresh()
    counts = flow.page._view.counts
    assert (counts[Which.UNSEEN], counts[Which.MISTAKES]) == (0, 2)  # the arguable one without a reason


def test_counts_follow_topics(flow: PracticeFlow, desk: Desk) -> None:
    desk.quiz.use_bank(MIXED)
    flow.page.show()
    flow.page._topics.chips[flow.page._view.topics.index("terms")].click()
    assert flow.page._view.counts[Which.ALL] == 1


def test_a_bank_that_is_gone_gives_way_to_the_one_in_use(flow: PracticeFlow, desk: Desk) -> None:
    desk.quiz.use_bank(MIXED)
    flow.page.looked_at.emit(Selection(bank_id="gone", topics=("gone",)))
    assert (flow.page.selection.bank_id, flow.page.selection.topics) == ("demo", ())


def test_trouble_is_told_and_the_page_stays(
    qtbot: QtBot, flow: PracticeFlow, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(selection: Selection) -> Mapping[Which, int]:
        raise QuizError(f"No answers for {selection.bank_id}.")

    desk.quiz.use_bank(MIXED)
    flow.refresh()
    monkeypatch.setattr(desk.quiz, "counts", fail)
    with qtbot.waitSignal(flow.troubled) as told:
        flow.refresh()
    assert [str(each) for each in told.args or ()] == ["No answers for demo."]
    assert flow.page._view.counts[Which.ALL] == 3


def test_topics_of_most_questions_come_first() -> None:
    assert topics_of(bank(choice(name="c"), verdict(name="a"), verdict(name="b"))) == ("cloud", "terms")


@pytest.mark.parametrize(
    ("topic", "shown"), [("cloud", "Cloud"), ("CRM", "CRM"), ("iPhone", "iPhone"), ("", "")]
)
def test_a_topic_begins_with_a_capital_or_stays_as_it_was_written(topic: str, shown: str) -> None:
    assert shown_topic(topic) == shown


def test_wishes_go_through(qtbot: QtBot, flow: PracticeFlow, desk: Desk) -> None:
    desk.quiz.use_bank(MIXED)
    flow.refresh()
    with qtbot.waitSignal(flow.start_requested) as wish:
        flow.page._start.click()
    assert wish.args == [Selection(bank_id="demo")]
