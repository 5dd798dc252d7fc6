"""Looking back at a session that is over, question by question."""

from collections.abc import Collection
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from quizapp.ui.dialogs import Dialogs
from quizapp.ui.preferences import PreferencesFile
from quizapp.ui.session.review import ReviewController
from quizapp.ui.style.appearance import Appearance
from tests.quiz_rig import QuizRig
from tests.ui.presented import Presented
from tests.ui.screen import clear_away
from tests.ui.sessions import all_sure


@pytest.mark.parametrize(
    ("among", "begin", "on", "back"),
    [
        (None, 1, [2, 3], [2, 1, 0]),
        ((1, 3), 1, [3], [1]),
        ((), 1, [], []),
        ((0, 4), 2, [4], [0]),  # one that is not listed, as a twin may be
    ],
)
def test_it_goes_on_and_back_through_what_is_listed(
    qtbot: QtBot,
    appearance: Appearance,
    tmp_path: Path,
    among: Collection[int] | None,
    begin: int,
    on: list[int],
    back: list[int],
) -> None:
    owner, rig = QWidget(), QuizRig(tmp_path)
    qtbot.addWidget(owner)
    reviews = ReviewController(
        rig.quiz, appearance, Presented(), Dialogs(owner), PreferencesFile(tmp_path), owner
    )
    qtbot.addWidget(reviews.page)
    left: list[bool] = []
    reviews.left.connect(lambda: left.append(True))
    reviews.show_question(all_sure(), begin, "Result", among=among)
    went: list[int] = []
    for _ in on:
        reviews.page.next_requested.emit()
        went.append(reviews.position)
    assert (went, left) == (on, [])
    if among is not None:
        reviews.page.next_requested.emit()
        assert left == [True]  # behind the last of them
    went = []
    for _ in back:
        reviews.page.previous_requested.emit()
        went.append(reviews.position)
    assert went == back
    reviews.page.previous_requested.emit()
    assert reviews.position == (back[-1] if back else begin)
    clear_away()
    rig.quiz.close()
