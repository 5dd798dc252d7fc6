"""Between the Practice page and a quiz on a real store."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from quizapp.domain.errors import QuizError
from quizapp.domain.selection import Selection, Which
from quizapp.ui.practice.controller import PracticeController
from quizapp.ui.practice.page import PracticePage
from quizapp.ui.preferences import PreferencesFile
from quizapp.ui.widgets.buttons import Button
from quizapp.ui.wording import shown_topic, topics_of
from tests.domain.examples import bank, choice, verdict
from tests.quiz_rig import MIXED, QuizRig, go_through
from tests.ui.presented import Presented
from tests.ui.screen import seen


@pytest.fixture
def rig(tmp_path: Path) -> Iterator[QuizRig]:
    rig = QuizRig(tmp_path)
    yield rig
    rig.quiz.close()


@pytest.fixture
def errors() -> Presented:
    return Presented()


@pytest.fixture
def controller(qtbot: QtBot, rig: QuizRig, errors: Presented, tmp_path: Path) -> PracticeController:
    page = PracticePage()
    qtbot.addWidget(page)
    page.resize(900, 700)
    return PracticeController(rig.quiz, PreferencesFile(tmp_path), page, errors)


def test_without_a_bank_the_page_says_so(controller: PracticeController) -> None:
    controller.page.show()
    assert "No bank is open" in seen(controller.page)


def test_counts_follow_what_was_answered(controller: PracticeController, rig: QuizRig) -> None:
    rig.quiz.use_bank(MIXED)
    controller.page.show()
    assert "3 match. You will get them all" in seen(controller.page)
    go_through(rig.quiz, rig.quiz.start(Selection()), missed=frozenset({"v"}))
    controller.refresh()
    shown = seen(controller.page)
    assert "New, 0" in shown
    assert "Missed, 2" in shown  # the arguable one without a reason


def test_counts_follow_topics(controller: PracticeController, rig: QuizRig) -> None:
    rig.quiz.use_bank(MIXED)
    controller.page.show()
    next(each for each in controller.page.findChildren(Button) if each.text() == "Terms").click()
    assert "All questions, 1" in seen(controller.page)


def test_a_bank_that_is_gone_gives_way_to_the_one_in_use(
    controller: PracticeController, rig: QuizRig
) -> None:
    rig.quiz.use_bank(MIXED)
    controller.page.looked_at.emit(Selection(bank_id="gone", topics=("gone",)))
    assert (controller.page.selection.bank_id, controller.page.selection.topics) == ("demo", ())


def test_trouble_is_told_and_the_page_stays(
    controller: PracticeController, rig: QuizRig, errors: Presented, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(selection: Selection) -> Mapping[Which, int]:
        raise QuizError(f"No answers for {selection.bank_id}.")

    rig.quiz.use_bank(MIXED)
    controller.refresh()
    monkeypatch.setattr(rig.quiz, "counts", fail)
    controller.refresh()
    assert errors.sentences == ["No answers for demo."]
    assert "All questions, 3" in seen(controller.page)


def test_topics_of_most_questions_come_first() -> None:
    assert topics_of(bank(choice(name="c"), verdict(name="a"), verdict(name="b"))) == ("cloud", "terms")


@pytest.mark.parametrize(
    ("topic", "shown"), [("cloud", "Cloud"), ("CRM", "CRM"), ("iPhone", "iPhone"), ("", "")]
)
def test_a_topic_begins_with_a_capital_or_stays_as_it_was_written(topic: str, shown: str) -> None:
    assert shown_topic(topic) == shown


def test_requests_go_through(qtbot: QtBot, controller: PracticeController, rig: QuizRig) -> None:
    rig.quiz.use_bank(MIXED)
    controller.refresh()
    with qtbot.waitSignal(controller.page.start_requested) as request:
        next(each for each in controller.page.findChildren(Button) if each.text().startswith("Start")).click()
    assert request.args == [Selection(bank_id="demo")]
