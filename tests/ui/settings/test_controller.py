"""What is set is in force and remembered, and what happens to the answers."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, QDateTime, QLocale, QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from quizapp.domain.errors import QuizError
from quizapp.domain.selection import Selection
from quizapp.domain.session import refer
from quizapp.quiz import Profile
from quizapp.ui.dialogs import Asking
from quizapp.ui.preferences import Preferences
from quizapp.ui.settings.controller import SettingsFlow
from quizapp.ui.settings.page import SettingsPage
from quizapp.ui.style.appearance import Look, LookFlow
from tests.desk import MIXED, Desk, go_through
from tests.domain.examples import NOON
from tests.ui.screen import seen


class Person(Asking):
    """Somebody who answers every question in the same way, and remembers what was asked."""

    def __init__(self, look: Look, window: QWidget) -> None:
        super().__init__(look, window)
        self.agrees = True
        self.file: Path | None = None
        self.heard: list[str] = []

    def confirm(self, title: str, sentence: str, verb: str) -> bool:
        self.heard.append(f"{title} {sentence} [{verb}]")
        return self.agrees

    def save_file(self, suggested: str, kind: str = "", ending: str = "txt") -> Path | None:  # noqa: ARG002
        self.heard.append(suggested)
        return self.file

    def tell(self, sentence: object) -> None:
        self.heard.append(str(sentence))


class Stage:
    """The Settings page with everything behind it, and a session of three questions answered."""

    def __init__(self, app: QApplication, look: Look, folder: Path) -> None:
        self.desk = Desk(folder)
        self.quiz = self.desk.quiz
        self.quiz.use_bank(MIXED)
        go_through(self.quiz, self.quiz.start(Selection(1, length=3)))
        self.quiz.add_note(refer(MIXED, MIXED.questions[0]), "NOTE-TEXT")
        self.preferences = Preferences(folder)
        self.look = look
        looks = LookFlow(app, look, self.preferences)  # first: it dresses whatever is there
        self.page = SettingsPage(look)
        self.person = Person(look, self.page)
        self.flow = SettingsFlow(self.quiz, self.preferences, looks, self.page, self.person)
        self.troubles: list[object] = []
        self.flow.troubled.connect(self.troubles.append)
        self.flow.refresh()

    @property
    def words(self) -> str:
        return seen(self.page)


@pytest.fixture
def stage(qtbot: QtBot, qapp: QApplication, look: Look, tmp_path: Path) -> Iterator[Stage]:
    stage = Stage(qapp, look, tmp_path)
    qtbot.addWidget(stage.page)
    yield stage
    stage.desk.store.close()
    stage.quiz.close()


def test_the_look_is_in_force_at_once_and_remembered(stage: Stage, tmp_path: Path) -> None:
    stage.page.looks.theme_requested.emit("dark")
    stage.page.looks.scale_requested.emit(1.5)
    stage.page.looks.motion_requested.emit(True)
    assert (stage.look.theme.name, stage.look.scale, stage.look.reduced_motion) == ("dark", 1.5, True)
    kept = Preferences(tmp_path)
    assert (kept.theme, kept.scale, kept.reduced_motion) == ("dark", 1.5, True)


def test_the_page_follows_what_the_menus_change(stage: Stage) -> None:
    stage.flow._looks.set_theme("contrast")
    stage.flow._looks.grow()
    marked = {tile.name for tile in stage.page.looks._themes.tiles if tile.isChecked()}
    assert (marked, stage.page.looks._sizes.chosen) == ({"contrast"}, (1,))


def test_the_next_start_reduces_motion(qapp: QApplication, look: Look, tmp_path: Path) -> None:
    preferences = Preferences(tmp_path)
    preferences.reduced_motion = True
    LookFlow(qapp, look, preferences)
    assert look.duration(100) == 0


def test_exam_date_and_reasons_are_remembered_and_announced(
    qtbot: QtBot, stage: Stage, tmp_path: Path
) -> None:
    day = QDate.currentDate().addDays(3)
    with qtbot.waitSignal(stage.flow.reason_step_changed):
        stage.page.revision.exam_requested.emit("v5")
        stage.page.revision.date_requested.emit(day)
        stage.page.revision.reason_step_requested.emit(False)
    kept = Preferences(tmp_path)
    assert (kept.exam, kept.exam_date, kept.reason_step) == ("v5", day, False)
    assert "In 3 days." in stage.words


def test_settings_that_cannot_be_written_hold_and_this_is_said_once(stage: Stage, tmp_path: Path) -> None:
    (tmp_path / "preferences.ini").mkdir()
    for exam in ("v5", "itil4"):
        stage.page.revision.exam_requested.emit(exam)
    assert stage.preferences.exam == "itil4"
    assert [str(tmp_path) in str(sentence) for sentence in stage.troubles] == [True]


def test_a_guest_starts_from_nothing_and_the_owner_finds_all_again(qtbot: QtBot, stage: Stage) -> None:
    with qtbot.waitSignal(stage.flow.history_changed):
        stage.page.people.guest_requested.emit()
    assert (stage.quiz.keeping.profile, stage.preferences.profile) == (Profile.GUEST, "guest")
    assert "nothing answered yet" in stage.words
    stage.page.people.own_requested.emit()
    assert (stage.quiz.keeping.profile, stage.preferences.profile) == (Profile.OWN, "own")
    assert "3 questions answered" in stage.words


@pytest.mark.parametrize("agrees", [True, False])
def test_a_guest_is_forgotten_only_when_confirmed(stage: Stage, tmp_path: Path, *, agrees: bool) -> None:
    stage.page.people.guest_requested.emit()
    stage.person.agrees = agrees
    stage.page.people.forget_requested.emit()
    assert (tmp_path / "guest").exists() is not agrees
    assert stage.quiz.keeping.profile is (Profile.OWN if agrees else Profile.GUEST)


@pytest.mark.parametrize("agrees", [True, False])
def test_a_bank_is_reset_only_when_confirmed(stage: Stage, *, agrees: bool) -> None:
    stage.person.agrees = agrees
    stage.page.data.reset_requested.emit("demo")
    assert stage.quiz.answered("demo") == (0 if agrees else 3)
    assert len(stage.desk.kept()) == 5
    (asked,) = stage.person.heard
    assert "Reset “Demo”?" in asked
    assert "3 questions" in asked
    assert ("nothing answered yet" in stage.words) is agrees


@pytest.mark.parametrize("agrees", [True, False])
def test_all_begins_afresh_only_when_confirmed_and_the_old_file_is_named(
    stage: Stage, tmp_path: Path, *, agrees: bool
) -> None:
    stage.desk.store.close()
    stage.person.agrees = agrees
    stage.page.data.afresh_requested.emit()
    assert stage.quiz.answered("demo") == (0 if agrees else 3)
    old = [path for path in tmp_path.glob("*fresh*") if str(path) in stage.person.heard[-1]]
    assert len(old) == agrees


def test_the_newest_copy_of_the_answers_is_dated(stage: Stage) -> None:
    assert "None yet." in stage.words
    stage.quiz.keeping.look_over()
    stage.flow.refresh()
    noon = QDateTime.fromSecsSinceEpoch(round(NOON.timestamp()))
    assert QLocale().toString(noon.date(), QLocale.FormatType.LongFormat) in stage.words


def test_notes_are_copied_and_saved_word_for_word(stage: Stage, tmp_path: Path) -> None:
    stage.page.data.notes_copy_requested.emit()
    copied = QGuiApplication.clipboard().text()
    assert "NOTE-TEXT" in copied
    stage.person.file = tmp_path / "notes.txt"
    stage.page.data.export_requested.emit()
    assert stage.person.file.read_text(encoding="utf-8") == copied
    assert "Saved as notes.txt." in stage.words


def test_notes_that_cannot_be_saved_are_said_so_and_a_file_not_chosen_is_no_trouble(
    stage: Stage, tmp_path: Path
) -> None:
    stage.page.data.export_requested.emit()
    assert stage.troubles == []
    stage.person.file = tmp_path / "none" / "notes.txt"
    stage.page.data.export_requested.emit()
    assert str(stage.person.file) in str(stage.troubles[0])


class Files(QObject):
    """What opens folders on this computer."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(url.toLocalFile())


def test_the_folder_is_opened_and_its_path_copied(stage: Stage, tmp_path: Path) -> None:
    files = Files()
    QDesktopServices.setUrlHandler("file", files, "open")  # type: ignore[arg-type]  # the stub says bytes
    try:
        stage.page.data.folder_requested.emit()
    finally:
        QDesktopServices.unsetUrlHandler("file")
    assert files.opened == [str(tmp_path)]
    stage.page.data.path_copy_requested.emit()
    assert QGuiApplication.clipboard().text() == str(tmp_path)


def test_a_guest_who_cannot_be_let_in_leaves_the_owner(stage: Stage, tmp_path: Path) -> None:
    (tmp_path / "guest").touch()
    stage.page.people.guest_requested.emit()
    assert (stage.quiz.keeping.profile, len(stage.troubles)) == (Profile.OWN, 1)
    assert "Practise as a guest" in stage.words


def test_a_folder_that_is_gone_is_said_so(stage: Stage, tmp_path: Path) -> None:
    tmp_path.rename(tmp_path.with_name("elsewhere"))
    stage.page.data.folder_requested.emit()
    assert str(tmp_path) in str(stage.troubles[0])


def destroy(file: Path) -> None:
    file.write_bytes(b"\xff" * file.stat().st_size)


@pytest.mark.parametrize("happens", [Path.unlink, destroy])
def test_answers_that_cannot_be_read_leave_a_page_that_can_be_used(
    stage: Stage, tmp_path: Path, happens: Callable[[Path], object]
) -> None:
    happens(tmp_path / "attempts.sqlite")
    stage.page.data.reset_requested.emit("demo")
    stage.page.data.notes_copy_requested.emit()
    stage.flow.refresh()
    assert all(isinstance(trouble, QuizError) for trouble in stage.troubles)
    assert stage.troubles
    assert str(tmp_path) in stage.words
