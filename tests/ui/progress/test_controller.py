"""Progress over a real store: periods, the way to Practice, and files of its figures."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QDate
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from quizapp.domain.selection import Selection
from quizapp.quiz.progress import Progress
from quizapp.ui.dialogs import Dialogs
from quizapp.ui.preferences import PreferencesFile
from quizapp.ui.progress.cards import Format
from quizapp.ui.progress.controller import ProgressController
from quizapp.ui.progress.page import ProgressPage
from quizapp.ui.style.appearance import Appearance
from tests.domain.examples import bank, choice, verdict
from tests.quiz_rig import QuizRig, go_through
from tests.storage.certainty import say_how_sure
from tests.test_progress import Reviews
from tests.ui.presented import Presented
from tests.ui.screen import seen, to_front

BANK = bank(*(verdict(name=f"v{n}") for n in range(9)), choice(2, name="c"))
DAY = 86_400


class Person(Dialogs):
    """Somebody who saves where they are told to."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.target: Path | None = None
        self.asked: tuple[str, str, str] | None = None

    def save_file(self, suggested: str, kind: str = "", ending: str = "txt") -> Path | None:
        self.asked = suggested, kind, ending
        return self.target


class ProgressRig:
    """Progress with everything behind it."""

    def __init__(self, appearance: Appearance, folder: Path) -> None:
        self.quiz_rig = QuizRig(folder)
        self.quiz = self.quiz_rig.quiz
        self.quiz.use_bank(BANK)
        self.page = ProgressPage(appearance)
        self.person, self.errors = Person(self.page), Presented()
        self.preferences = PreferencesFile(folder)
        self.controller = ProgressController(self.quiz, self.preferences, self.page, self.person, self.errors)
        self.controller.refresh()

    def practise(self, *missed: str) -> None:
        go_through(self.quiz, self.quiz.start(Selection(1, length=10)), frozenset(missed))
        self.controller.refresh()

    def save(self, kind: Format) -> None:
        self.page.timeline.save_requested.emit(kind)


@pytest.fixture
def rig(qtbot: QtBot, appearance: Appearance, tmp_path: Path) -> Iterator[ProgressRig]:
    rig = ProgressRig(appearance, tmp_path)
    qtbot.addWidget(rig.page)
    rig.page.resize(1000, 800)
    to_front(qtbot, rig.page)
    yield rig
    assert rig.errors.told == []
    rig.quiz.close()
    rig.quiz_rig.store.close()


def test_nothing_answered_leads_to_practice(qtbot: QtBot, rig: ProgressRig) -> None:
    assert "Nothing answered yet" in seen(rig.page)
    with qtbot.waitSignal(rig.controller.practice_requested):
        rig.page.practice_requested.emit()


def test_what_was_answered_is_shown(rig: ProgressRig) -> None:
    rig.practise("v0", "v1")
    words = seen(rig.page)
    assert "Nothing answered" not in words
    assert rig.page.timeline.isVisible()
    assert "8 of 10 right: 80 %" in rig.page.timeline.figure.accessibleDescription()
    assert not rig.page.calibration.isVisible()
    say_how_sure(rig.quiz_rig.file, "3331112221")
    rig.controller.refresh()
    assert rig.page.calibration.isVisible()


def test_another_period_shows_what_belongs_to_it(rig: ProgressRig) -> None:
    rig.practise()
    rig.quiz_rig.seconds += 100 * DAY
    rig.controller.refresh()
    assert "Nothing answered in the last 30 days" in seen(rig.page)
    rig.page._periods.chips[2].click()
    assert rig.page.timeline.isVisible()


def test_reviews_are_forecast_up_to_the_exam(rig: ProgressRig, monkeypatch: pytest.MonkeyPatch) -> None:
    progress = Progress(rig.quiz.archive, rig.quiz._open_banks, rig.quiz._clock, Reviews)
    monkeypatch.setitem(rig.quiz.__dict__, "progress", progress)
    today = progress.today()
    rig.preferences.change(exam_date=QDate(today.year, today.month, today.day).addDays(20))
    rig.controller.refresh()
    assert rig.page.forecast.isVisible()
    assert "up to the day before the exam" in seen(rig.page.forecast)
    assert len(rig.page.forecast.data.rows) == 20
    rig.preferences.change(exam_date=QDate(today.year, today.month, today.day).addDays(200))
    rig.controller.refresh()
    assert "the next 14 days" in seen(rig.page.forecast)


# -- files -----------------------------------------------------------------------------------------


def test_a_figure_is_saved_as_picture_drawing_and_table(rig: ProgressRig, tmp_path: Path) -> None:
    rig.practise("v0")
    for kind in Format:
        rig.person.target = tmp_path / f"figure.{kind}"
        rig.save(kind)
        assert rig.person.asked is not None
        assert rig.person.asked[::2] == (f"Right-answers.{kind}", kind.value)
        assert f"figure.{kind}" in seen(rig.page)
        assert "was written." in seen(rig.page)
    picture = QImage(str(tmp_path / "figure.png"))
    assert picture.width() > 1000
    assert (tmp_path / "figure.svg").read_text("utf-8").startswith("<?xml")
    [row] = csv.DictReader(io.StringIO((tmp_path / "figure.csv").read_text("utf-8-sig")))
    assert (row["right"], row["number"], row["percent"], row["sessions"]) == ("9", "10", "90.0", "1")


def test_who_chooses_no_file_gets_none(rig: ProgressRig, tmp_path: Path) -> None:
    rig.practise()
    before = sorted(tmp_path.iterdir())
    rig.save(Format.CSV)
    assert sorted(tmp_path.iterdir()) == before


@pytest.mark.parametrize("kind", Format)
def test_a_file_that_cannot_be_written_is_said_in_a_sentence(
    rig: ProgressRig, tmp_path: Path, kind: Format
) -> None:
    rig.practise()
    rig.person.target = tmp_path / "nowhere" / f"figure.{kind}"
    rig.save(kind)
    [said] = rig.errors.sentences
    assert f"figure.{kind}" in said
    assert "could not be saved" in said
    assert "Choose another folder" in said
    rig.errors.told.clear()
