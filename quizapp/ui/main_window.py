"""The window: places the pages, connects them, and decides which one stands in front."""

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QTimer
from PySide6.QtGui import QCloseEvent, QGuiApplication, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QWidget

from quizapp.domain.attempt import KeptSession
from quizapp.domain.errors import QuizError
from quizapp.domain.problem import Reading
from quizapp.domain.selection import Selection
from quizapp.quiz import Quiz
from quizapp.ui.asking import Asking
from quizapp.ui.bank_flow import BankFlow
from quizapp.ui.banks_page import BanksPage
from quizapp.ui.look import Look
from quizapp.ui.look_flow import LookFlow
from quizapp.ui.menus import Menus
from quizapp.ui.overriding import override
from quizapp.ui.page_stack import PageStack
from quizapp.ui.preferences import Preferences
from quizapp.ui.rail import Rail
from quizapp.ui.today_page import ResumeView, TodayPage, TodayView
from quizapp.ui.window_icon import window_icon

if TYPE_CHECKING:
    from quizapp.ui.session_flow import SessionFlow

_SIZE = (1100, 720)


class MainWindow(QMainWindow):
    """One page at a time, a calm rail beside it, and nothing but the question during a session.

    What a session needs is loaded and built when the first one begins: Today does not wait for it.
    """

    def __init__(
        self, quiz: Quiz, look: Look, looks: LookFlow, preferences: Preferences, files: list[Path]
    ) -> None:
        super().__init__()
        self._quiz = quiz
        self._look = look
        self._looks = looks
        self._preferences = preferences
        self._files = files
        self._begun = False
        self._kept: KeptSession | None = None
        self._errors = 0  # in the open bank
        self._wish: Callable[[], None] | None = None  # uttered on Today before the bank was read
        self._menus = Menus(self)
        self._asking = Asking(look, self)
        self._rail = Rail(look)
        self._stack = PageStack()
        self._today = TodayPage(look)
        self._banks = BanksPage(look)
        self._bank_flow = BankFlow(quiz, preferences, self._banks, self)
        self._build()
        self._connect_signals()
        self._show_today()

    def _build(self) -> None:
        self.setWindowTitle(self.tr("Product or Service?"))
        self.setMenuBar(self._menus)
        self.addActions(self._menus.all_actions())  # their keys work while the bar is folded away
        self._menus.show_theme(self._preferences.theme)
        self._rail.add_entry("today", self.tr("Today"), "house")
        self._rail.add_entry("banks", self.tr("Banks"), "library")
        for page in (self._today, self._banks):
            self._stack.addWidget(page)
        central = QWidget()
        layout = QHBoxLayout(central)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._rail)
        layout.addWidget(self._stack, 1)
        self.setCentralWidget(central)
        self.resize(*_SIZE)
        self._restore_geometry()

    def _connect_signals(self) -> None:
        self._rail.entry_requested.connect(self._open_entry)
        self._today.start_requested.connect(self._start)
        self._today.resume_requested.connect(self._resume)
        self._today.set_aside_requested.connect(self._set_aside)
        self._today.banks_requested.connect(self._show_banks)
        self._banks.open_requested.connect(self._choose_bank)
        self._bank_flow.loading.progressed.connect(self._show_reading)
        self._bank_flow.bank_opened.connect(self._use_bank)
        self._bank_flow.problems_found.connect(self._show_banks)
        self._bank_flow.troubled.connect(self._asking.tell)
        self._menus.start_requested.connect(self._start)
        self._menus.seed_requested.connect(self._ask_seed)
        self._menus.open_requested.connect(self._choose_bank)
        self._menus.theme_requested.connect(self._looks.set_theme)
        self._menus.bigger_requested.connect(self._looks.grow)
        self._menus.smaller_requested.connect(self._looks.shrink)
        self._menus.usual_requested.connect(self._looks.reset_size)
        self._menus.full_screen_requested.connect(self._toggle_full_screen)
        self._menus.shortcuts_requested.connect(self._asking.show_keys)
        self._menus.about_requested.connect(self._show_about)
        self._menus.quit_requested.connect(self.close)

    # -- a session: what it needs is loaded when the first one begins -----------------------------

    @cached_property
    def _flow(self) -> "SessionFlow":
        from quizapp.ui.session_flow import SessionFlow  # noqa: PLC0415 - see the class

        flow = SessionFlow(self._quiz, self._look, self)
        flow.session_shown.connect(self._show_session)
        flow.summary_shown.connect(self._show_summary)
        flow.left.connect(self._show_today)
        flow.troubled.connect(self._asking.tell)
        flow.shortcuts_requested.connect(self._asking.show_keys)
        return flow

    # -- pages ---------------------------------------------------------------------------------

    def _open_entry(self, name: object) -> None:
        if name == "banks":
            self._show_banks()
        else:
            self._show_today()

    def _show_today(self) -> None:
        bank, met = self._quiz.bank, 0
        try:
            self._kept = None
            self._kept = self._quiz.unfinished()
            met = self._quiz.met()
        except QuizError as error:
            self._asking.tell(error)
        view = TodayView(bank.title, len(bank.questions), met, self._errors) if bank else TodayView()
        self._today.show_today(view)
        self._today.show_resume(self._resume_view())
        self._to_front(self._today, "today")
        self._today.take_focus()

    def _resume_view(self) -> ResumeView | None:
        kept = self._kept
        if kept is None:
            return None
        total = len(kept.start.questions)
        place = next((each for each in range(total) if each not in kept.read), total - 1)
        day = kept.start.started_at.astimezone().date()
        return ResumeView(place + 1, total, QDate(day.year, day.month, day.day))

    def _show_banks(self) -> None:
        self._wish = None
        self._to_front(self._banks, "banks")

    def _show_session(self, page: object) -> None:
        if isinstance(page, QWidget):
            self._to_front(page, "", menus=False)

    def _show_summary(self, page: object) -> None:
        if isinstance(page, QWidget):
            self._to_front(page, "")

    def _to_front(self, page: QWidget, entry: str, *, menus: bool = True) -> None:
        """Bring a page to the front; the rail folds away where only the question matters."""
        if not entry:  # before the page needs the width, or the window would grow
            self._rail.hide()
        self._stack.bring(page)
        self._menus.setVisible(menus)
        self._menus.allow_starting(allowed=menus)
        if entry:
            self._rail.set_current(entry)
            self._rail.show()

    # -- wishes --------------------------------------------------------------------------------

    def _start(self) -> None:
        """Begin the suggested set, as soon as there is a bank."""
        self._when_ready(self._begin_suggested)

    def _begin_suggested(self) -> None:
        self._flow.start()

    def _when_ready(self, wish: Callable[[], None]) -> None:
        if self._quiz.bank is None and self._bank_flow.loading.is_busy:
            self._wish = wish
        else:
            wish()

    def _ask_seed(self) -> None:
        seed = self._asking.seed()
        if seed is not None:
            self._flow.start(Selection(seed))

    def _resume(self) -> None:
        self._when_ready(self._resume_kept)

    def _resume_kept(self) -> None:
        if self._kept is not None:
            self._flow.resume(self._kept)

    def _set_aside(self) -> None:
        if self._kept is None:
            return
        try:
            self._quiz.set_aside(self._kept)
        except QuizError as error:
            self._asking.tell(error)
        self._show_today()

    def _choose_bank(self) -> None:
        path = self._asking.bank_file()
        if path is not None:
            self._show_banks()
            self._bank_flow.open(path)

    def _show_reading(self, part: object) -> None:
        if isinstance(part, float):
            self._banks.show_reading(part)
            if self._quiz.bank is None:
                self._today.show_reading(part)

    def _use_bank(self, reading: object) -> None:
        """A bank was read: bring Today up to date, and begin if somebody is waiting for it."""
        if isinstance(reading, Reading):
            self._errors = len(reading.errors)
        if self._stack.currentWidget() is self._today:
            self._show_today()
        wish, self._wish = self._wish, None
        if wish is not None:
            wish()

    def _show_about(self) -> None:
        self._asking.show_about(self._quiz.bank.notice if self._quiz.bank else "")

    # -- the window itself ---------------------------------------------------------------------

    def _toggle_full_screen(self) -> None:
        if self.isFullScreen():
            self.showNormal()
        else:
            self.showFullScreen()

    def _restore_geometry(self) -> None:
        """Take the place of last time, if a screen still shows it."""
        kept = self._preferences.geometry
        if not kept.isEmpty() and self.restoreGeometry(kept):
            visible = any(
                screen.geometry().intersects(self.frameGeometry()) for screen in QGuiApplication.screens()
            )
            if visible:
                return
        self.resize(*_SIZE)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """After the first paint, read the banks and look the stored answers over."""
        super().paintEvent(event)
        if not self._begun:
            self._begun = True
            QTimer.singleShot(0, self._begin)

    def _begin(self) -> None:
        self._bank_flow.begin(self._files)
        self.setWindowIcon(window_icon(self._look))
        try:
            self._quiz.check_store()
        except QuizError as error:
            self._asking.tell(error)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask nothing: every answer is kept already."""
        self._bank_flow.loading.stop()
        self._preferences.geometry = self.saveGeometry()
        self._preferences.save()
        super().closeEvent(event)
