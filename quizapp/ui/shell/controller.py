"""Which page is in front; starts a set once its bank is read (one table of pages)."""

from collections.abc import Callable, Collection
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from quizapp.domain.attempt import KeptSession
from quizapp.domain.selection import Selection, Which
from quizapp.quiz import Quiz
from quizapp.ui.banks.controller import BanksController
from quizapp.ui.banks.loading import BankLoading
from quizapp.ui.banks.page import BanksPage
from quizapp.ui.dialogs import Dialogs
from quizapp.ui.preferences import Preferences
from quizapp.ui.shell.drop_files import DropTarget
from quizapp.ui.shell.main_window import MainWindow
from quizapp.ui.shell.maintenance import ErrorPresenter, Maintenance, Recovery
from quizapp.ui.style.appearance import Appearance, AppearanceController
from quizapp.ui.style.marks import window_icon
from quizapp.ui.today.controller import TodayController
from quizapp.ui.today.page import TodayPage

if TYPE_CHECKING:
    from quizapp.ui.rounds.controller import RoundsController
    from quizapp.ui.session.controller import SessionController
    from quizapp.ui.shell.side_pages import SidePages


class PendingStart(QObject):
    """Holds one start at most, the last one requested."""

    def __init__(self, quiz: Quiz, loading: BankLoading) -> None:
        super().__init__(loading)
        self._quiz = quiz
        self._loading = loading
        self._pending: Callable[[], None] | None = None
        self._banks: Collection[str] = ()

    @property
    def is_waiting(self) -> bool:
        """Whether somebody waits for a session."""
        return self._pending is not None

    def request(self, start: Callable[[], None], banks: Collection[str] = ()) -> None:
        """Start now, or once the banks it needs are open or cannot be had.

        Args:
            start: what to do.
            banks: the ids of the banks it needs; none for whichever comes first.
        """
        self._pending, self._banks = start, banks
        self.try_again()

    def cancel(self) -> None:
        """Start it no more."""
        self._pending = None

    def try_again(self) -> None:
        """Start if nothing is in its way any more."""
        is_open = {bank.id for bank in self._quiz.banks}
        is_ready = bool(is_open) and is_open.issuperset(self._banks)
        if self._pending is None or (self._loading.is_busy and not is_ready):
            return
        start, self._pending = self._pending, None
        start()


class AboutController(QObject):
    """Shows the About window, with diagnostics that can be copied."""

    def __init__(
        self,
        quiz: Quiz,
        banks: BanksController,
        appearance: Appearance,
        preferences: Preferences,
        dialogs: Dialogs,
    ) -> None:
        super().__init__(dialogs)
        self._quiz = quiz
        self._banks = banks
        self._appearance = appearance
        self._preferences = preferences
        self._dialogs = dialogs

    def show_about(self) -> None:
        """Say what this program is, with the notice of the bank in use."""
        notice = self._quiz.bank.notice if self._quiz.bank else ""
        self._dialogs.show_about(notice, self._diagnostics())

    def _diagnostics(self) -> str:
        from quizapp.ui.shell.diagnostics import BankFacts, diagnostics, gather  # noqa: PLC0415 - hardly ever asked for

        theme, folder = self._preferences.theme, self._quiz.archive.folder
        banks = [
            BankFacts(bank.id, len(bank.questions), self._banks.problems(bank.id))
            for bank in self._quiz.banks
        ]
        facts = gather(self._appearance, theme, folder, self._quiz.engine, banks)
        return diagnostics(facts, Path.home())


class Navigation(QObject):
    """Brings the pages together.

    What Today and Banks do not need is loaded and built when it is first wanted.
    """

    def __init__(
        self,
        quiz: Quiz,
        recovery: Recovery,
        appearance: Appearance,
        appearance_controller: AppearanceController,
        preferences: Preferences,
        window: MainWindow,
    ) -> None:
        super().__init__(window)
        self._quiz = quiz
        self._appearance = appearance
        self._appearance_controller = appearance_controller
        self._preferences = preferences
        self._window = window
        self.dialogs = Dialogs(window)
        self._today_page = TodayPage(appearance)
        self._today = TodayController(quiz, preferences, self._today_page, self)
        self._banks_page = BanksPage()
        self.banks = BanksController(quiz, preferences, self._banks_page, self)
        self._drops = DropTarget(appearance, window)
        self._pending = PendingStart(quiz, self.banks.loading)
        self._about = AboutController(quiz, self.banks, appearance, preferences, self.dialogs)
        self._error_presenter = ErrorPresenter(quiz, recovery, self.dialogs, window)
        self._maintenance = Maintenance(quiz, self)
        self._sessions: SessionController | None = None
        self._side_pages: SidePages | None = None
        self._rounds: RoundsController | None = None
        self._add_entries()
        self._connect_signals()
        self.show_today()

    def _add_entries(self) -> None:
        for name, text, icon in (
            ("today", self.tr("Today"), "house"),
            ("learn", self.tr("Learn"), "file-text"),
            ("practice", self.tr("Practice"), "target"),
            ("rounds", self.tr("Rounds"), "users"),
            ("banks", self.tr("Banks"), "library"),
            ("settings", self.tr("Settings"), "settings"),
        ):
            self._window.add_entry(name, text, icon, last=name == "settings")

    def _connect_signals(self) -> None:
        self._window.entry_requested.connect(self._open_entry)
        self._window.closing.connect(self.banks.loading.stop)
        self._window.closing.connect(self._maintenance.copy_at_the_end)
        self._today_page.start_requested.connect(self._start)
        self._today_page.weakest_requested.connect(self._start_weakest)
        self._today_page.practice_requested.connect(self._show_practice)
        self._today_page.banks_requested.connect(self._show_banks)
        self._today_page.notice_closed.connect(self._today.close_notice)
        self._today.resume_requested.connect(self._resume)
        self._today.troubled.connect(self._error_presenter.show)
        self._drops.files_dropped.connect(self.take_files)
        self._banks_page.open_requested.connect(self._choose_bank)
        self.banks.loading.progressed.connect(self._show_reading)
        self.banks.bank_opened.connect(self._refresh_front)
        self.banks.loading.loaded.connect(self._pending.try_again)  # after the controller itself
        self.banks.loading.troubled.connect(self._pending.try_again)
        self._maintenance.troubled.connect(self._error_presenter.show)
        self._error_presenter.mended.connect(self._go_on_after_trouble)
        self.banks.bank_refreshed.connect(self._take_changes)
        self.banks.noticed.connect(self._today.note)
        self.banks.problems_found.connect(self._show_banks_unless_asking)
        self.banks.troubled.connect(self._error_presenter.show)
        menus = self._window.menus
        menus.start_requested.connect(self._start)
        menus.seed_requested.connect(self._ask_seed)
        menus.open_requested.connect(self._choose_bank)
        menus.theme_requested.connect(self._appearance_controller.set_theme)
        menus.bigger_requested.connect(self._appearance_controller.grow)
        menus.smaller_requested.connect(self._appearance_controller.shrink)
        menus.usual_requested.connect(self._appearance_controller.reset_size)
        menus.page_requested.connect(self._open_entry)
        self._appearance_controller.theme_chosen.connect(menus.show_theme)
        menus.shortcuts_requested.connect(self.dialogs.show_keys)
        menus.about_requested.connect(self._about.show_about)

    # -- controllers that are built when they are first wanted ------------------------------------

    @property
    def sessions(self) -> "SessionController":
        """Runs sessions on pages of its own."""
        if self._sessions is None:
            from quizapp.ui.session.controller import SessionController  # noqa: PLC0415 - see the class

            self._sessions = controller = SessionController(self._quiz, self._appearance, self)
            controller.session_shown.connect(self._show_session)
            controller.summary_shown.connect(self._show_summary)
            controller.left.connect(self.show_today)
            controller.troubled.connect(self._error_presenter.show)
            controller.shortcuts_requested.connect(self.dialogs.show_keys)
        return self._sessions

    @property
    def side_pages(self) -> "SidePages":
        """Learn, Practice and Settings."""
        if self._side_pages is None:
            from quizapp.ui.shell.side_pages import SidePages  # noqa: PLC0415 - see the class

            appearance, preferences = self._appearance, self._preferences
            self._side_pages = pages = SidePages(
                self._quiz, appearance, self._appearance_controller, preferences, self._window, self.dialogs
            )
            pages.start_requested.connect(self._begin)
            pages.banks_requested.connect(self._show_banks)
            pages.history_changed.connect(self._maintenance.check_and_back_up)
            pages.troubled.connect(self._error_presenter.show)
        return self._side_pages

    @property
    def rounds(self) -> "RoundsController":
        """Rounds with a room."""
        if self._rounds is None:
            from quizapp.ui.rounds.controller import RoundsController  # noqa: PLC0415 - see the class

            self._rounds = controller = RoundsController(
                self._quiz, self._appearance, self.dialogs, self._window
            )
            controller.page_shown.connect(self._show_session)
            controller.list_wanted.connect(self._show_rounds)
            controller.troubled.connect(self._error_presenter.show)
            self._window.may_close = controller.running.may_close
            self._window.closing.connect(controller.running.end)
        return self._rounds

    # -- pages ---------------------------------------------------------------------------------

    def _open_entry(self, name: object) -> None:
        self._pending.cancel()  # whoever goes to another page waits for no session any more
        match name:
            case "learn":
                self.side_pages.show_learn()
            case "practice":
                self.side_pages.show_practice()
            case "banks":
                self._window.show_page(self._banks_page, "banks")
                self._banks_page.take_focus()
            case "rounds":
                self._window.show_page(self.rounds.page, "rounds")  # which asks for what there is
                self.rounds.page.take_focus()
            case "settings":
                self.side_pages.show_settings()
            case _:
                self.show_today()

    def _show_banks(self) -> None:
        self._open_entry("banks")

    def _show_rounds(self) -> None:
        self._open_entry("rounds")

    def _show_practice(self) -> None:
        self._open_entry("practice")

    def show_today(self) -> None:
        """Bring Today to the front."""
        self._today.refresh()
        self._window.show_page(self._today_page, "today")
        self._today_page.take_focus()

    def _show_session(self, page: object) -> None:
        if isinstance(page, QWidget):
            self._window.show_alone(page, menus=False)

    def _show_summary(self, page: object) -> None:
        if isinstance(page, QWidget):
            self._window.show_alone(page, menus=True)

    # -- requests ------------------------------------------------------------------------------

    def _start(self) -> None:
        """Begin the suggested set, as soon as there is a bank."""
        self._pending.request(self._begin_suggested)

    def _begin_suggested(self) -> None:
        self.sessions.start(reason_step=self._preferences.reason_step)

    def _begin(self, selection: object) -> None:
        if isinstance(selection, Selection):
            self.sessions.start(selection)

    def _start_weakest(self) -> None:
        self._begin(Selection(which=Which.WEAKEST_CUE, reason_step=self._preferences.reason_step))

    def _ask_seed(self) -> None:
        seed = self.dialogs.seed()
        if seed is not None:
            self._begin(Selection(seed, reason_step=self._preferences.reason_step))

    def _resume(self, kept: object) -> None:
        if isinstance(kept, KeptSession):
            banks = {ref.bank_id for ref in kept.start.questions}
            self._pending.request(lambda: self.sessions.resume(kept), banks)

    # -- banks ---------------------------------------------------------------------------------

    def begin(self, files: list[Path]) -> None:
        """Read the banks and look the stored answers over; the window is up."""
        self.banks.begin(files)
        self._window.setWindowIcon(window_icon(self._appearance))
        self._maintenance.begin()

    def take_files(self, files: object) -> None:
        """Open files that another start of the program or a drop has brought; the window comes forward."""
        self._window.come_forward()
        self.banks.open_all(files)
        if files:
            self._show_banks_unless_asking()

    def _show_banks_unless_asking(self) -> None:
        """Show the banks, unless a session is in front: it keeps its place, and Today has a notice."""
        if not self._is_asking():
            self._show_banks()

    def _is_asking(self) -> bool:
        """Whether a session or its summary is in front."""
        return not self._window.has_sidebar

    def _choose_bank(self) -> None:
        path = self.dialogs.bank_file()
        if path is not None:
            self._show_banks_unless_asking()
            self.banks.open(path)

    def _show_reading(self, part: object) -> None:
        if isinstance(part, float):
            self._banks_page.show_reading(part)
            if self._quiz.bank is None:
                self._today_page.show_reading(part)

    def _take_changes(self) -> None:
        """The file of an open bank has changed: let a session that was begun take that over."""
        self._refresh_front()
        if self._sessions is not None:
            self._sessions.refresh()

    def _refresh_front(self) -> None:
        """Bring the page in front up to date, as after a bank was read."""
        self._today.note_errors(self.banks.errors)
        if self._window.page is self._today_page:
            self._today.refresh()
        elif self._side_pages is not None:
            self._side_pages.refresh(self._window.page)

    def _go_on_after_trouble(self, is_replaced: object) -> None:
        """Show Today, but keep a class at its round as long as the file is the same."""
        running = self._rounds.running if self._rounds is not None else None
        if running is not None and running.is_running:
            if not is_replaced:
                return
            running.end()  # the file in use now does not have it
        self.show_today()
