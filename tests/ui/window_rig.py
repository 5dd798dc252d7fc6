"""Every page in the window, in every state that looks different, filled with values alone."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from PySide6.QtCore import QDate, QDateTime, QTime, QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QWidget

from quizapp import paths
from quizapp.domain.bank import Bank
from quizapp.domain.cue_score import CueScore
from quizapp.domain.history import Backup
from quizapp.domain.lessons import lessons
from quizapp.domain.selection import Which
from quizapp.domain.session import Session, open_session
from quizapp.domain.summary import summarise
from quizapp.quiz import Profiles
from quizapp.storage.banks import reader
from quizapp.ui.banks.page import BanksPage
from quizapp.ui.banks.views import BanksView
from quizapp.ui.dialogs import Dialogs
from quizapp.ui.learn.page import LearnPage, LearnView
from quizapp.ui.library.page import LibraryPage
from quizapp.ui.paper.exam import ExamPage
from quizapp.ui.paper.page import PapersPage, PapersView
from quizapp.ui.paper.result import ResultPage
from quizapp.ui.practice.page import BankChoice, PracticePage, PracticeView
from quizapp.ui.preferences import PreferencesFile
from quizapp.ui.progress.page import ProgressPage, ProgressView
from quizapp.ui.session.notes import QuestionNoteDialog
from quizapp.ui.session.page import SessionPage
from quizapp.ui.session.summary import SummaryPage
from quizapp.ui.settings.page import BankAnswers, NoteCounts, SettingsPage, SettingsView
from quizapp.ui.shell.main_window import MainWindow
from quizapp.ui.shell.maintenance import Recovery
from quizapp.ui.style import fonts
from quizapp.ui.style.appearance import Appearance, AppearanceController
from quizapp.ui.today.page import TodayPage
from quizapp.ui.today.stopped import StoppedView
from quizapp.ui.today.view import TodayView
from tests.domain.examples import RUNS, bank, start
from tests.ui.bank_files import full_view
from tests.ui.library import shown
from tests.ui.papers import PAPERS, past_paper, sat_paper
from tests.ui.progress import shown as progress_views
from tests.ui.screen import clear_away, settle
from tests.ui.sessions import (
    QUESTIONS,
    TOLD,
    TWINS,
    all_sure,
    answer_for,
    explained,
    session_on,
    twins_told,
)
from tests.ui.studies import DONE, STUDY, this_week

DAY = QDate(2026, 11, 22)
ENTRIES = {
    "today": ("Today", "house"),
    "learn": ("Learn", "file-text"),
    "practice": ("Practice", "target"),
    "papers": ("Papers", "timer"),
    "progress": ("Progress", "chart-column"),
    "library": ("Library", "book"),
    "banks": ("Banks", "library"),
    "settings": ("Settings", "settings"),
}
WEAKEST = CueScore("runs", "Who keeps it running while somebody uses it", 2, 7, 0.08, 0.64)
LONG = "A bank with a long title, by a colleague who teaches in the evenings"
BUSY = TodayView(
    LONG,
    120,
    37,
    2,
    (WEAKEST,) * 3,
    DAY.addDays(18),
    guest=True,
    notice="bank.yaml changed: 3 questions updated.",
    is_reading=False,
    study=STUDY,
    has_goal=True,
    goal=this_week(4, 0, 11, 14, 0, 10, 12),
)
CHOICES = (BankChoice("mine", LONG, 120), BankChoice("other", "Another & <b>bold</b>", 1))
COUNTS = {Which.ALL: 120, Which.UNSEEN: 83, Which.MISTAKES: 12, Which.WEAKEST_CUE: 7, Which.PAIRS: 24}
PRACTICE = PracticeView(
    CHOICES, "mine", ("cloud", "data protection", "service level agreements", "terms"), COUNTS, WEAKEST
)
FRESH = SettingsView("system", 1.0, False, "", None, DAY, True, False, Path("/home/jane/data"))
SET = replace(
    FRESH,
    exam="v5",
    exam_date=DAY.addDays(32),
    guest=True,
    folder=Path("/home/jane", "a folder with a long name", "and-another-one-below-it" * 4),
    backup=QDateTime(DAY, QTime(9, 41)),
    notes=NoteCounts(3, 2),
    banks=(BankAnswers("one", LONG, 42), BankAnswers("two", "Second & <b>bold</b>", 0)),
)


@cache
def shipped() -> Bank:
    """The bank that comes with the program."""
    folder = paths.questions_dir()
    vocabulary = reader.read_vocabulary(folder / "vocabulary.yaml").vocabulary
    found = reader.read(folder / "product-or-service.yaml", vocabulary=vocabulary).bank
    assert found is not None
    return found


@cache
def lesson() -> LearnView:
    """What there is to read in it."""
    return LearnView(shipped().vocabulary, lessons(shipped(), frozenset()), "itil4")


def told_again() -> Session:
    """An explanation that was taken back and given again."""
    return explained("arguable", "product", RUNS.id).undone().reasoned("")


def sure_and_wrong() -> Session:
    """An explanation of a wrong answer of which somebody was very sure."""
    session = session_on("clear", certainty=True).answered("product")
    return session.with_certainty("3").reasoned("")


def mixed() -> Session:
    """A finished session: missed ones, twins, topics, and one answered again after its explanation."""
    six = bank(*TWINS, *QUESTIONS.values(), vocabulary=TOLD)
    session = open_session(start(six, seed=4711), six)
    while not session.is_finished:
        first = session.position == 0
        session = session.answered(answer_for(session.current.question)).reasoned("")
        session = (session.undone().reasoned("") if first else session).moved_on()
    return session


def all_right() -> Session:
    """A finished session with nothing missed."""
    three = bank(QUESTIONS["clear"], vocabulary=TOLD)
    return open_session(start(three), three).answered("service").reasoned(RUNS.id).moved_on()


class WindowRig:
    """The window with all its pages, without a quiz behind it."""

    def __init__(self, app: QApplication, folder: Path) -> None:
        preferences = PreferencesFile(folder)
        self.profiles = Profiles(folder, lambda: COPY.at)
        self.appearance = appearance = Appearance(fonts.load(paths.resources_dir() / "fonts"))
        appearance.set_reduced_motion(True)
        self.appearance_controller = AppearanceController(app, appearance, preferences)
        self.window = MainWindow(appearance, preferences)
        self.window.add_entries(ENTRIES, last="settings")
        self.dialogs = Dialogs(self.window)
        self.today = TodayPage(appearance, today=lambda: DAY)
        self.learn, self.practice, self.banks = (
            LearnPage(appearance),
            PracticePage(),
            BanksPage(),
        )
        self.empty_learn = LearnPage(appearance)  # to make the other one anew takes long
        self.settings, self.session, self.summary = (
            SettingsPage(),
            SessionPage(appearance),
            SummaryPage(appearance),
        )
        self.papers = PapersPage()
        self._papers: tuple[ExamPage, ResultPage] | None = None
        self.library = LibraryPage(appearance)
        self.progress = ProgressPage(appearance)
        self._place(self.today, "today")

    def _place(self, page: QWidget, entry: str) -> None:
        self.window.show_page(page, entry)

    def play(self) -> Iterator[str]:
        """Bring every page to the front in turn."""
        for name, show in PAGES.items():
            show(self)
            clear_away()
            yield name

    def meet(self, name: str, look_at: Callable[[QWidget], list[str]]) -> list[str]:
        """Look for faults in a window over the main one, and close it."""
        seen: list[str] = []

        def appearance() -> None:
            box = QApplication.activeModalWidget()
            assert isinstance(box, QDialog)
            try:
                settle()
                seen.extend(look_at(box))
            finally:
                box.reject()

        QTimer.singleShot(0, appearance)
        DIALOGS[name](self)
        clear_away()
        return seen

    # -- pages of the sidebar ------------------------------------------------------------------

    def show_today(self, view: TodayView, stopped: Sequence[StoppedView] = ()) -> None:
        self.today.show_today(view)
        self.today.show_stopped(stopped)
        self.today.show_discarded(next(iter(stopped), None))
        self._place(self.today, "today")
        self.today.take_focus()

    def show_learn(self) -> None:
        self.learn.show_lesson(lesson())
        while self.learn._timer.isActive():
            settle()
        self._place(self.learn, "learn")
        self.learn.take_focus()

    def show_empty_learn(self) -> None:
        self._place(self.empty_learn, "learn")
        self.empty_learn.take_focus()

    def show_practice(self, view: PracticeView) -> None:
        self.practice.show_practice(view)
        self._place(self.practice, "practice")
        self.practice.take_focus()

    def show_banks(self, view: BanksView, part: float = 1.0) -> None:
        self.banks.show_banks(view)
        self.banks.show_reading(part)
        self._place(self.banks, "banks")

    def show_library(self, part: str, *, is_empty: bool = False) -> None:
        if is_empty:
            shown.empty(self.library)
        else:
            shown.fill(self.library, mixed())
        self.library.show_panel(getattr(self.library, part))
        self._place(self.library, "library")
        self.library.take_focus()

    def show_progress(self, view: ProgressView, *, as_tables: bool = False) -> None:
        self.progress.show_progress(view)
        for card in self.progress.cards:
            card.show_as_table(shown=as_tables)
        self._place(self.progress, "progress")
        self.progress.take_focus()

    def show_settings(self, view: SettingsView) -> None:
        self.settings.show_settings(view)
        self._place(self.settings, "settings")
        self.settings.take_focus()

    # -- papers --------------------------------------------------------------------------------

    def show_papers(self, view: PapersView) -> None:
        self.papers.show_papers(view)
        self._place(self.papers, "papers")
        self.papers.take_focus()

    def _paper_pages(self) -> tuple[ExamPage, ResultPage]:
        if self._papers is None:
            self._papers = ExamPage(self.appearance), ResultPage(self.appearance)
        return self._papers

    def show_exam(self, position: int) -> None:
        exam, _ = self._paper_pages()
        exam.show_paper(sat_paper().moved(position))
        exam.show_time(2480, 3600, "11:05")
        self.window.show_alone(exam, menus=False)

    def show_paper_result(self) -> None:
        _, result = self._paper_pages()
        result.show_paper(past_paper())
        self.window.show_alone(result, menus=True)
        result.take_focus()

    # -- a session -----------------------------------------------------------------------------

    def show_step(self, session: Session, *, flagged: bool = False) -> None:
        self.window.show_alone(self.session, menus=False)
        self.session.show_session(session)
        self.session.show_flag(flagged=flagged)

    def show_again(self, position: int) -> None:
        self.window.show_alone(self.session, menus=False)
        self.session.show_again(twins_told(), position, has_twin=True)

    def show_summary(self, session: Session, *, formulas: bool = False) -> None:
        self.summary.show_summary(session, summarise(session), frozenset({0, 1}))
        self.window.show_alone(self.summary, menus=True)
        if formulas:
            buttons = self.summary.findChildren(QAbstractButton)
            next(each for each in buttons if each.accessibleName() == "How this is worked out").click()
        self.summary.take_focus()


STOPPED = tuple(StoppedView(f"s{n}", LONG, LONG, 7, 20, DAY.addDays(-n)) for n in range(5))

Scene = Callable[[WindowRig], object]


def _at(session: Session, *, flagged: bool = False) -> Scene:
    def show(window_rig: WindowRig) -> None:
        window_rig.show_step(session, flagged=flagged)

    return show


def _steps() -> dict[str, Scene]:
    """Every kind of question at every step."""
    made: dict[str, Scene] = {}
    for name, question in QUESTIONS.items():
        made[f"{name} asked"] = _at(session_on(name))
        sure = session_on(name, certainty=True).answered(answer_for(question))
        made[f"{name} how sure"] = _at(sure)
        made[f"{name} reason"] = _at(session_on(name).answered(answer_for(question)), flagged=True)
        made[f"{name} explained"] = _at(explained(name, answer_for(question)))
    return made


PAGES: dict[str, Scene] = {
    "today, reading": lambda window_rig: window_rig.show_today(TodayView()),
    "today, first": lambda window_rig: window_rig.show_today(TodayView(LONG, 120)),
    "today, closed": lambda window_rig: window_rig.show_today(replace(BUSY, bank="", errors=0, study=None)),
    "today, nothing due": lambda window_rig: window_rig.show_today(replace(BUSY, study=DONE)),
    "today, busy": lambda window_rig: window_rig.show_today(BUSY, STOPPED),
    "learn, empty": WindowRig.show_empty_learn,
    "learn": WindowRig.show_learn,
    "practice, empty": lambda window_rig: window_rig.show_practice(PracticeView()),
    "practice, one bank": lambda window_rig: window_rig.show_practice(replace(PRACTICE, banks=CHOICES[:1])),
    "practice, two banks": lambda window_rig: window_rig.show_practice(PRACTICE),
    "papers, empty": lambda window_rig: window_rig.show_papers(PapersView(is_reading=True)),
    "papers": lambda window_rig: window_rig.show_papers(PAPERS),
    "paper, a choice": lambda window_rig: window_rig.show_exam(0),
    "paper, a scenario": lambda window_rig: window_rig.show_exam(2),
    "paper, its result": WindowRig.show_paper_result,
    "progress, empty": lambda window_rig: window_rig.show_progress(progress_views.EMPTY),
    "progress, few": lambda window_rig: window_rig.show_progress(progress_views.FEW),
    "progress": lambda window_rig: window_rig.show_progress(progress_views.full()),
    "progress, tables": lambda window_rig: window_rig.show_progress(progress_views.full(), as_tables=True),
    "library, empty": lambda window_rig: window_rig.show_library("notes", is_empty=True),
    "library, questions": lambda window_rig: window_rig.show_library("questions"),
    "library, sessions": lambda window_rig: window_rig.show_library("sessions"),
    "library, words": lambda window_rig: window_rig.show_library("words"),
    "library, notes": lambda window_rig: window_rig.show_library("notes"),
    "banks, empty": lambda window_rig: window_rig.show_banks(BanksView()),
    "banks, reading": lambda window_rig: window_rig.show_banks(full_view(), 0.5),
    "banks": lambda window_rig: window_rig.show_banks(full_view()),
    "settings, fresh": lambda window_rig: window_rig.show_settings(FRESH),
    "settings, guest": lambda window_rig: window_rig.show_settings(SET),
    "looking back": lambda window_rig: window_rig.show_again(0),
    **_steps(),
    "told again": _at(told_again()),
    "summary": lambda window_rig: window_rig.show_summary(mixed()),
    "summary, sure": lambda window_rig: window_rig.show_summary(all_sure()),
    "sure and wrong": _at(sure_and_wrong()),
    "summary with formulas": lambda window_rig: window_rig.show_summary(mixed(), formulas=True),
    "summary, all right": lambda window_rig: window_rig.show_summary(all_right()),
}
"""What brings each page to the front."""


TROUBLE = "The file with your answers, /home/jane/data/attempts.sqlite, is damaged: it is no database."
COPY = Backup(
    Path("/home/jane/data/backups/attempts-2026-11-21.sqlite"), datetime(2026, 11, 21, tzinfo=UTC), 412
)


def _ask_about_file(window_rig: WindowRig) -> None:
    Recovery(window_rig.profiles).ask(window_rig.window, TROUBLE, COPY)


def _ask_to_forget(window_rig: WindowRig) -> None:
    sentence = "Everything saved for the guest is deleted. Your own answers are not touched."
    window_rig.dialogs.confirm("Forget the guest’s answers?", sentence, "Forget them")


def _write_note(window_rig: WindowRig) -> None:
    QuestionNoteDialog(f"{LONG}, question a-question-of-it", window_rig.window).open()


DIALOGS: dict[str, Scene] = {
    "keys": lambda window_rig: window_rig.dialogs.show_keys(),
    "about": lambda window_rig: window_rig.dialogs.show_about(
        "A notice of the bank.", "Qt 6\nA line of the log\n" * 9
    ),
    "note": _write_note,
    "seed": lambda window_rig: window_rig.dialogs.seed(),
    "trouble": lambda window_rig: window_rig.dialogs.show_error(TROUBLE),
    "forget": _ask_to_forget,
    "recovery": _ask_about_file,
}
"""What opens each window over the main one."""
