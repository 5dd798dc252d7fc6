from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from quizapp.domain.attempt import SessionRules
from quizapp.domain.errors import QuizError
from quizapp.quiz import Quiz
from quizapp.ui.shell.upkeep import ReviewUpkeep
from tests.domain.examples import NOON, bank, verdict
from tests.quiz_rig import QuizRig, go_through
from tests.ui.screen import settle


class StubReviews:
    """Reviews that are up to date after some pieces."""

    def __init__(self, pieces: int) -> None:
        self.left = pieces
        self.is_behind = self.is_blocked = False
        self.asked = 0

    def advance(self) -> bool:
        self.asked += 1
        self.left -= 1
        self.is_behind = self.left > 0
        return not self.is_behind


def upkeep(reviews: object, parent: QObject, *, may_work: bool = True) -> ReviewUpkeep:
    return ReviewUpkeep(cast("Quiz", SimpleNamespace(reviews=reviews)), lambda: may_work, parent)


@pytest.fixture
def parent(qtbot: QtBot) -> Iterator[QObject]:  # noqa: ARG001 - there has to be an application
    owner = QObject()
    yield owner
    owner.deleteLater()


def test_it_goes_on_until_all_is_computed_and_says_so(qtbot: QtBot, parent: QObject) -> None:
    reviews = StubReviews(3)
    kept = upkeep(reviews, parent)
    with qtbot.waitSignal(kept.caught_up):
        kept.begin()
    assert reviews.asked == 3


def test_where_nothing_was_behind_nothing_is_said(qtbot: QtBot, parent: QObject) -> None:
    reviews = StubReviews(1)
    kept = upkeep(reviews, parent)
    heard: list[None] = []
    kept.caught_up.connect(lambda: heard.append(None))
    kept.begin()
    qtbot.waitUntil(lambda: reviews.asked == 1)
    settle()
    assert heard == []


def test_what_a_page_has_left_to_it_is_said_when_it_is_done(qtbot: QtBot, parent: QObject) -> None:
    reviews = StubReviews(2)
    reviews.advance()
    kept = upkeep(reviews, parent)
    with qtbot.waitSignal(kept.caught_up):
        kept.begin()


def test_nobody_who_answers_waits_for_it(qtbot: QtBot, parent: QObject) -> None:
    reviews = StubReviews(1)
    upkeep(reviews, parent, may_work=False).begin()
    qtbot.wait(150)
    assert reviews.asked == 0


def test_a_file_that_another_program_has_is_left_alone_for_a_while(qtbot: QtBot, parent: QObject) -> None:
    reviews = StubReviews(5)
    reviews.is_blocked = True
    upkeep(reviews, parent).begin()
    qtbot.waitUntil(lambda: reviews.asked == 1)
    qtbot.wait(200)
    assert reviews.asked == 1


def test_at_the_end_nothing_is_computed_any_more(qtbot: QtBot, parent: QObject) -> None:
    reviews = StubReviews(3)
    kept = upkeep(reviews, parent)
    kept.begin()
    kept.end()
    kept.begin()
    qtbot.wait(150)
    assert reviews.asked == 0


def test_trouble_is_left_to_the_page_that_shows_reviews(qtbot: QtBot, parent: QObject) -> None:
    class Broken(StubReviews):
        def advance(self) -> bool:
            super().advance()
            raise QuizError("The answers cannot be read.")

    reviews = Broken(5)
    upkeep(reviews, parent).begin()
    qtbot.waitUntil(lambda: reviews.asked == 1)
    qtbot.wait(150)
    assert reviews.asked == 1


def test_with_a_real_quiz_reviews_are_there_at_the_end(qtbot: QtBot, parent: QObject, tmp_path: Path) -> None:
    rig = QuizRig(tmp_path)
    with closing(rig.quiz):
        rig.quiz.use_bank(bank(*(verdict(name=f"q{n}") for n in range(3))))
        go_through(rig.quiz, rig.quiz.reviews.start(NOON.date(), None, None, SessionRules()))
        rig.quiz.reviews.is_behind = True
        kept = ReviewUpkeep(rig.quiz, lambda: True, parent)
        with qtbot.waitSignal(kept.caught_up):
            kept.begin()
        assert len(rig.store.reviews.met(["demo"])) == 3
