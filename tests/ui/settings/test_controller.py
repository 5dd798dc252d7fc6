"""What is set is in force and remembered, and what happens to the answers."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QDateTime, QLocale, QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from quizapp.domain.errors import QuizError
from quizapp.domain.history import NoteKind
from quizapp.domain.selection import Selection
from quizapp.domain.session import refer
from quizapp.quiz import Profile
from quizapp.ui.dates import qt_date
from quizapp.ui.dialogs import Dialogs
from quizapp.ui.goals import goals_of
from quizapp.ui.preferences import PreferencesFile
from quizapp.ui.settings.controller import SettingsController
from quizapp.ui.settings.page import SettingsPage
from quizapp.ui.style.appearance import Appearance, AppearanceController
from tests.domain.examples import NOON
from tests.quiz_rig import MIXED, QuizRig, go_through
from tests.ui.presented import Presented
from tests.ui.screen import seen

DAY = 24 * 3600.0


class Person(Dialogs):
    """Somebody who answers every question in the same way, and remembers what was asked."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.agrees = True
        self.file: Path | None = None
        self.heard: list[str] = []
        self.shown: list[tuple[str, Sequence[str]]] = []

    def confirm(self, title: str, sentence: str, verb: str, stay: str = "") -> bool:  # noqa: ARG002
        self.heard.append(f"{title} {sentence} [{verb}]")
        return self.agrees

    def save_file(self, suggested: str, kind: str = "", ending: str = "txt") -> Path | None:  # noqa: ARG002
        self.heard.append(suggested)
        return self.file

    def show_text(self, title: str, paragraphs: Sequence[str]) -> None:
        self.shown.append((title, paragraphs))

    def open_file(self, title: str, kind: str, ending: str) -> Path | None:  # noqa: ARG002
        self.heard.append(title)
        return self.file

    def show_error(self, sentence: object) -> None:
        self.heard.append(str(sentence))


class SettingsRig:
    """The Settings page with everything behind it, and a session of three questions answered."""

    def __init__(self, app: QApplication, appearance: Appearance, folder: Path) -> None:
        self.quiz_rig = QuizRig(folder)
        self.quiz = self.quiz_rig.quiz
        self.quiz.use_bank(MIXED)
        go_through(self.quiz, self.quiz.start(Selection(1, length=3)))
        self.quiz.add_note(refer(MIXED, MIXED.questions[0]), "NOTE-TEXT")
        self.preferences = PreferencesFile(folder)
        self.appearance = appearance
        self.appearance_controller = AppearanceController(app, appearance, self.preferences)
        self.page = SettingsPage()
        self.person = Person(self.page)
        self.errors = Presented()
        self.controller = SettingsController(
            self.quiz, self.preferences, self.appearance_controller, self.page, self.person, self.errors
        )
        self.controller.refresh()

    @property
    def words(self) -> str:
        return seen(self.page)


@pytest.fixture
def rig(qtbot: QtBot, qapp: QApplication, appearance: Appearance, tmp_path: Path) -> Iterator[SettingsRig]:
    rig = SettingsRig(qapp, appearance, tmp_path)
    qtbot.addWidget(rig.page)
    yield rig
    rig.quiz_rig.store.close()
    rig.quiz.close()


def test_appearance_is_in_force_at_once_and_remembered(rig: SettingsRig, tmp_path: Path) -> None:
    rig.page.appearance.theme_requested.emit("dark")
    rig.page.appearance.scale_requested.emit(1.5)
    rig.page.appearance.motion_requested.emit(True)
    assert (rig.appearance.theme.name, rig.appearance.scale, rig.appearance.reduced_motion) == (
        "dark",
        1.5,
        True,
    )
    kept = PreferencesFile(tmp_path).now
    assert (kept.theme, kept.scale, kept.reduced_motion) == ("dark", 1.5, True)


def test_the_page_follows_what_the_menus_change(rig: SettingsRig) -> None:
    rig.appearance_controller.set_theme("contrast")
    rig.appearance_controller.grow()
    shown = rig.page.appearance
    assert (shown.themes.value, shown.sizes.currentText()) == ("contrast", "125 %")


def test_the_next_start_reduces_motion(qapp: QApplication, appearance: Appearance, tmp_path: Path) -> None:
    preferences = PreferencesFile(tmp_path)
    preferences.change(reduced_motion=True)
    AppearanceController(qapp, appearance, preferences)
    assert appearance.duration(100) == 0


def test_pace_and_goal_are_remembered_and_shown(rig: SettingsRig, tmp_path: Path) -> None:
    rig.page.revision.new_a_day_requested.emit(7)
    rig.page.goal.kind_requested.emit("minutes")
    rig.page.goal.amount_requested.emit(20)
    rig.page.goal.days_off_requested.emit((5, 6))
    rig.page.goal.planned_off_requested.emit((date(2126, 12, 24),))
    kept = PreferencesFile(tmp_path).now
    assert (kept.new_a_day, kept.goal_kind, kept.goal, kept.days_off) == (7, "minutes", 20, (5, 6))
    assert kept.planned_off == (date(2126, 12, 24),)
    assert "24 December 2126" in rig.words
    rig.page.revision.new_a_day_requested.emit(None)
    assert PreferencesFile(tmp_path).now.new_a_day is None


def test_a_change_of_goal_leaves_the_days_before_theirs(rig: SettingsRig, tmp_path: Path) -> None:
    first = rig.quiz.today
    rig.page.goal.kind_requested.emit("questions")
    rig.quiz_rig.seconds += DAY
    rig.page.goal.amount_requested.emit(11)
    rig.page.goal.amount_requested.emit(12)
    rig.quiz_rig.seconds += DAY
    rig.page.goal.days_off_requested.emit((5, 6))
    rig.quiz_rig.seconds += DAY
    rig.page.goal.kind_requested.emit("minutes")
    goals = goals_of(PreferencesFile(tmp_path).now)
    held = [goals.on(first + timedelta(days=each)) for each in (-1, 0, 1, 2, 3)]
    assert [(each.kind, each.amount, sorted(each.days_off)) for each in held] == [
        ("", 10, []),
        ("questions", 10, []),
        ("questions", 12, []),
        ("questions", 12, [5, 6]),
        ("minutes", 12, [5, 6]),
    ]
    assert len(goals.past) == 4


def test_a_page_from_yesterday_plans_no_day_that_is_over(rig: SettingsRig) -> None:
    yesterday = rig.quiz.today
    rig.page.goal.kind_requested.emit("questions")
    rig.page.goal.planned_off_requested.emit((yesterday,))
    rig.quiz_rig.seconds += DAY
    for days in ((), (yesterday, yesterday - timedelta(days=1), rig.quiz.today)):
        rig.page.goal.planned_off_requested.emit(days)
        assert rig.preferences.now.planned_off == (yesterday, rig.quiz.today)[: 1 + bool(days)]
    assert f"{rig.quiz.today.day} November 2026" in rig.words
    assert f"{yesterday.day} November 2026" not in rig.words


def test_exam_date_and_reasons_are_remembered_and_announced(
    qtbot: QtBot, rig: SettingsRig, tmp_path: Path
) -> None:
    day = qt_date(rig.quiz.today).addDays(3)
    with qtbot.waitSignal(rig.controller.reason_step_changed):
        rig.page.revision.exam_requested.emit("v5")
        rig.page.revision.date_requested.emit(day)
        rig.page.revision.certainty_requested.emit(True)
        rig.page.revision.reason_step_requested.emit(False)
    kept = PreferencesFile(tmp_path).now
    assert (kept.exam, kept.exam_date, kept.reason_step, kept.certainty) == ("v5", day, False, True)
    assert "In 3 days." in rig.words


def test_settings_that_cannot_be_written_hold_and_this_is_said_once(rig: SettingsRig, tmp_path: Path) -> None:
    (tmp_path / "preferences.json").mkdir()
    for exam in ("v5", "itil4"):
        rig.page.revision.exam_requested.emit(exam)
    assert rig.preferences.now.exam == rig.quiz.exam == "itil4"
    assert [str(tmp_path) in str(sentence) for sentence in rig.errors.told] == [True]


def test_a_guest_starts_from_nothing_and_the_owner_finds_all_again(qtbot: QtBot, rig: SettingsRig) -> None:
    with qtbot.waitSignal(rig.controller.history_changed):
        rig.page.people.guest_requested.emit()
    assert (rig.quiz.archive.profile, rig.preferences.now.profile) == (Profile.GUEST, "guest")
    assert "nothing answered yet" in rig.words
    rig.page.people.own_requested.emit()
    assert (rig.quiz.archive.profile, rig.preferences.now.profile) == (Profile.OWN, "own")
    assert "3 questions answered" in rig.words


@pytest.mark.parametrize("agrees", [True, False])
def test_a_guest_is_forgotten_only_when_confirmed(rig: SettingsRig, tmp_path: Path, *, agrees: bool) -> None:
    rig.page.people.guest_requested.emit()
    rig.person.agrees = agrees
    rig.page.people.forget_requested.emit()
    assert (tmp_path / "guest").exists() is not agrees
    assert rig.quiz.archive.profile is (Profile.OWN if agrees else Profile.GUEST)


@pytest.mark.parametrize("agrees", [True, False])
def test_a_bank_is_reset_only_when_confirmed(rig: SettingsRig, *, agrees: bool) -> None:
    rig.person.agrees = agrees
    rig.page.data.reset_requested.emit("demo")
    assert rig.quiz.answered("demo") == (0 if agrees else 3)
    assert len(rig.quiz_rig.kept()) == 5
    (asked,) = rig.person.heard
    assert "Reset this bank?" in asked
    assert "Demo" in asked
    assert "3 questions" in asked
    assert ("nothing answered yet" in rig.words) is agrees


@pytest.mark.parametrize("agrees", [True, False])
def test_all_begins_afresh_only_when_confirmed_and_the_old_file_is_named(
    rig: SettingsRig, tmp_path: Path, *, agrees: bool
) -> None:
    rig.quiz_rig.store.close()
    rig.person.agrees = agrees
    rig.page.data.afresh_requested.emit()
    assert rig.quiz.answered("demo") == (0 if agrees else 3)
    old = [path for path in tmp_path.glob("*fresh*") if str(path) in rig.person.heard[-1]]
    assert len(old) == agrees


def test_the_newest_copy_of_the_answers_is_dated(rig: SettingsRig) -> None:
    assert "None yet." in rig.words
    rig.quiz.archive.check_and_back_up()
    rig.controller.refresh()
    noon = QDateTime.fromSecsSinceEpoch(round(NOON.timestamp()))
    assert QLocale().toString(noon.date(), QLocale.FormatType.LongFormat) in rig.words


def test_notes_are_copied_and_saved_word_for_word(rig: SettingsRig, tmp_path: Path) -> None:
    rig.page.data.notes_copy_requested.emit()
    copied = QGuiApplication.clipboard().text()
    assert "NOTE-TEXT" in copied
    rig.person.file = tmp_path / "notes.txt"
    rig.page.data.export_requested.emit()
    assert rig.person.file.read_text(encoding="utf-8") == copied
    assert "Saved as notes.txt." in rig.words


def test_all_notes_can_be_read_in_a_window(rig: SettingsRig) -> None:
    rig.page.data.notes_requested.emit()
    title, paragraphs = rig.person.shown[-1]
    assert title == "Notes on questions from “Product or Service?”"
    assert any("NOTE-TEXT" in paragraph for paragraph in paragraphs)


def test_notes_that_cannot_be_saved_are_said_so_and_a_file_not_chosen_is_no_trouble(
    rig: SettingsRig, tmp_path: Path
) -> None:
    rig.page.data.export_requested.emit()
    assert rig.errors.told == []
    rig.person.file = tmp_path / "none" / "notes.txt"
    rig.page.data.export_requested.emit()
    assert str(rig.person.file) in str(rig.errors.told[0])


class Files(QObject):
    """What opens folders on this computer."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(url.toLocalFile())


def test_the_folder_is_opened_and_its_path_copied(rig: SettingsRig, tmp_path: Path) -> None:
    files = Files()
    QDesktopServices.setUrlHandler("file", files, "open")  # type: ignore[arg-type]  # the stub says bytes
    try:
        rig.page.data.folder_requested.emit()
    finally:
        QDesktopServices.unsetUrlHandler("file")
    assert files.opened == [str(tmp_path)]
    rig.page.data.path_copy_requested.emit()
    assert QGuiApplication.clipboard().text() == str(tmp_path)


def test_a_guest_who_cannot_be_let_in_leaves_the_owner(rig: SettingsRig, tmp_path: Path) -> None:
    (tmp_path / "guest").touch()
    rig.page.people.guest_requested.emit()
    assert (rig.quiz.archive.profile, len(rig.errors.told)) == (Profile.OWN, 1)
    assert "Practise as a guest" in rig.words


def test_a_folder_that_is_gone_is_said_so(rig: SettingsRig, tmp_path: Path) -> None:
    tmp_path.rename(tmp_path.with_name("elsewhere"))
    rig.page.data.folder_requested.emit()
    assert str(tmp_path) in str(rig.errors.told[0])


def destroy(file: Path) -> None:
    file.write_bytes(b"\xff" * file.stat().st_size)


@pytest.mark.parametrize("happens", [Path.unlink, destroy])
def test_answers_that_cannot_be_read_leave_a_page_that_can_be_used(
    rig: SettingsRig, tmp_path: Path, happens: Callable[[Path], object]
) -> None:
    happens(tmp_path / "attempts.sqlite")
    rig.page.data.reset_requested.emit("demo")
    rig.page.data.notes_copy_requested.emit()
    rig.controller.refresh()
    assert all(isinstance(trouble, QuizError) for trouble in rig.errors.told)
    assert rig.errors.told
    assert str(tmp_path) in rig.words


def test_everything_goes_out_and_comes_in_elsewhere(rig: SettingsRig, tmp_path: Path) -> None:
    rig.person.file = tmp_path / "mine.json"
    rig.page.data.everything_requested.emit()
    assert "Saved as mine.json." in rig.words
    rig.quiz.archive.delete_everything()
    assert rig.quiz.met() == 0
    rig.page.data.import_requested.emit()
    assert rig.quiz.met() == 3
    assert "sessions 1, notes 1." in rig.person.heard[-1]
    rig.page.data.import_requested.emit()
    assert "Nothing new came in" in rig.person.heard[-1]
    assert rig.quiz.met() == 3


def test_answers_go_out_as_a_table(rig: SettingsRig, tmp_path: Path) -> None:
    rig.person.file = tmp_path / "mine.csv"
    rig.page.data.answers_requested.emit()
    written = rig.person.file.read_text("utf-8-sig")
    assert written.count("A supplier runs it.") == 2
    assert written.startswith("session,")


@pytest.mark.parametrize("signal", ["everything_requested", "answers_requested", "import_requested"])
def test_nothing_happens_without_a_file(rig: SettingsRig, signal: str) -> None:
    getattr(rig.page.data, signal).emit()
    assert rig.errors.told == []
    assert rig.quiz.met() == 3


def test_a_file_that_is_no_export_or_not_there_is_told(rig: SettingsRig, tmp_path: Path) -> None:
    rig.person.file = tmp_path / "other.json"
    rig.page.data.import_requested.emit()
    rig.person.file.write_text("{}")
    rig.page.data.import_requested.emit()
    missing, foreign = rig.errors.sentences
    assert "cannot be read" in missing
    assert "does not hold answers" in foreign
    assert rig.quiz.met() == 3


@pytest.mark.parametrize("agrees", [True, False])
def test_everything_is_deleted_for_whoever_confirms_it(
    qtbot: QtBot, rig: SettingsRig, *, agrees: bool
) -> None:
    rig.person.agrees = agrees
    with qtbot.waitSignal(rig.controller.history_changed, raising=False, timeout=50):
        rig.page.data.delete_requested.emit()
    assert "cannot be undone" in rig.person.heard[-1]
    assert rig.quiz.met() == (0 if agrees else 3)


def test_notes_for_oneself_are_not_sent_to_others(rig: SettingsRig, tmp_path: Path) -> None:
    rig.quiz.add_note(refer(MIXED, MIXED.questions[0]), "MY-OWN", NoteKind.OWN)
    rig.person.file = tmp_path / "notes.txt"
    rig.page.data.export_requested.emit()
    written = rig.person.file.read_text("utf-8")
    assert "NOTE-TEXT" in written
    assert "MY-OWN" not in written
