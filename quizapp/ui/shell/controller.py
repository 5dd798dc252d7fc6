"""Which page is in front; starts a set once its bank is read (one table of pages)."""

from collections.abc import Callable, Collection
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from quizapp.domain.attempt import KeptSession
from quizapp.domain.selection import Selection, Which
from quizapp.quiz import Quiz
from quizapp.ui.banks.controller import BankFlow
from quizapp.ui.banks.loading import BankLoading
from quizapp.ui.banks.page import BanksPage
from quizapp.ui.dialogs import Asking
from quizapp.ui.preferences import Preferences
from quizapp.ui.shell.drop_files import DropTarget
from quizapp.ui.shell.main_window import MainWindow
from quizapp.ui.shell.maintenance import Recovery, Troubles, Upkeep
from quizapp.ui.style.appearance import Look, LookFlow
from quizapp.ui.style.marks import window_icon
from quizapp.ui.today.controller import TodayFlow
from quizapp.ui.today.page import TodayPage

if TYPE_CHECKING:
    from quizapp.ui.rounds.controller import RoundsFlow
    from quizapp.ui.session.controller import SessionFlow
    from quizapp.ui.shell.side_pages import SidePages


class Wish(QObject):
    """Holds one wish at most, the last one uttered."""

    def __init__(self, quiz: Quiz, loading: BankLoading) -> None:
        super().__init__(loading)
        self._quiz = quiz
        self._loading = loading
        self._wish: Callable[[], None] | None = None
        self._banks: Collection[str] = ()

    @property
    def is_waiting(self) -> bool:
        """Whether somebody waits for a session."""
        return self._wish is not None

    def utter(self, wish: Callable[[], None], banks: Collection[str] = ()) -> None:
        """Fulfil a wish now, or once the banks it needs are open or cannot be had.

        Args:
            wish: what to do.
            banks: the ids of the banks it needs; none for whichever comes first.
        """
        self._wish, self._banks = wish, banks
        self.try_again()

    def forget(self) -> None:
        """Fulfil it no more."""
        self._wish = None

    def try_again(self) -> None:
        """Fulfil the wish if nothing is in its way any more."""
        is_open = {bank.id for bank in self._quiz.banks}
        is_ready = bool(is_open) and is_open.issuperset(self._banks)
        if self._wish is None or (self._loading.is_busy and not is_ready):
            return
        wish, self._wish = self._wish, None
        wish()


class AboutFlow(QObject):
    """Shows the About window, with diagnostics that can be copied."""

    def __init__(
        self, quiz: Quiz, banks: BankFlow, look: Look, preferences: Preferences, asking: Asking
    ) -> None:
        super().__init__(asking)
        self._quiz = quiz
        self._banks = banks
        self._look = look
        self._preferences = preferences
        self._asking = asking

    def show_about(self) -> None:
        """Say what this program is, with the notice of the bank in use."""
        notice = self._quiz.bank.notice if self._quiz.bank else ""
        self._asking.show_about(notice, self._diagnostics())

    def _diagnostics(self) -> str:
        from quizapp.ui.shell.diagnostics import BankFacts, diagnostics, gather  # noqa: PLC0415 - hardly ever asked for

        theme, folder = self._preferences.theme, self._quiz.keeping.folder
        banks = [
            BankFacts(bank.id, len(bank.questions), self._banks.problems(bank.id))
            for bank in self._quiz.banks
        ]
        facts = gather(self._look, theme, folder, self._quiz.engine, banks)
        return diagnostics(facts, Path.home())


class Conductor(QObject):
    """Brings the pages together.

    What Today and Banks do not need is loaded and built when it is first wanted.
    """

    def __init__(
        self,
        quiz: Quiz,
        recovery: Recovery,
        look: Look,
        looks: LookFlow,
        preferences: Preferences,
        window: MainWindow,
    ) -> None:
        super().__init__(window)
        self._quiz = quiz
        self._look = look
        self._looks = looks
        self._preferences = preferences
        self._window = window
        self.asking = Asking(look, window)
        self._today = TodayPage(look)
        self._today_flow = TodayFlow(quiz, preferences, self._today, self)
        self._banks = BanksPage(look)
        self.bank_flow = BankFlow(quiz, preferences, self._banks, self)
        self._drops = DropTarget(look, window)
        self._wish = Wish(quiz, self.bank_flow.loading)
        self._about = AboutFlow(quiz, self.bank_flow, look, preferences, self.asking)
        self._troubles = Troubles(quiz, recovery, self.asking, window)
        self._upkeep = Upkeep(quiz, self)
        self._sessions: SessionFlow | None = None
        self._side_pages: SidePages | None = None
        self._rounds: RoundsFlow | None = None
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
            self._window.add_entry(name, text, icon)

    def _connect_signals(self) -> None:
        self._window.entry_requested.connect(self._open_entry)
        self._window.closing.connect(self.bank_flow.loading.stop)
        self._window.closing.connect(self._upkeep.copy_at_the_end)
        self._today.start_requested.connect(self._start)
        self._today.weakest_requested.connect(self._start_weakest)
        self._today.practice_requested.connect(self._show_practice)
        self._today.banks_requested.connect(self._show_banks)
        self._today.notice_closed.connect(self._today_flow.close_notice)
        self._today_flow.resume_requested.connect(self._resume)
        self._today_flow.troubled.connect(self._troubles.tell)
        self._drops.files_dropped.connect(self.take_files)
        self._banks.open_requested.connect(self._choose_bank)
        self.bank_flow.loading.progressed.connect(self._show_reading)
        self.bank_flow.bank_opened.connect(self._refresh_front)
        self.bank_flow.loading.loaded.connect(self._wish.try_again)  # after the flow itself
        self.bank_flow.loading.troubled.connect(self._wish.try_again)
        self._upkeep.troubled.connect(self._troubles.tell)
        self._troubles.mended.connect(self._go_on_after_trouble)
        self.bank_flow.bank_refreshed.connect(self._take_changes)
        self.bank_flow.noticed.connect(self._today_flow.note)
        self.bank_flow.problems_found.connect(self._show_banks_unless_asking)
        self.bank_flow.troubled.connect(self._troubles.tell)
        menus = self._window.menus
        menus.start_requested.connect(self._start)
        menus.seed_requested.connect(self._ask_seed)
        menus.open_requested.connect(self._choose_bank)
        menus.theme_requested.connect(self._looks.set_theme)
        menus.bigger_requested.connect(self._looks.grow)
        menus.smaller_requested.connect(self._looks.shrink)
        menus.usual_requested.connect(self._looks.reset_size)
        menus.page_requested.connect(self._open_entry)
        self._looks.theme_chosen.connect(menus.show_theme)
        menus.shortcuts_requested.connect(self.asking.show_keys)
        menus.about_requested.connect(self._about.show_about)

    # -- flows that are built when they are first wanted ------------------------------------------

    @property
    def session_flow(self) -> "SessionFlow":
        """Runs sessions on pages of its own."""
        if self._sessions is None:
            from quizapp.ui.session.controller import SessionFlow  # noqa: PLC0415 - see the class

            self._sessions = flow = SessionFlow(self._quiz, self._look, self)
            flow.session_shown.connect(self._show_session)
            flow.summary_shown.connect(self._show_summary)
            flow.left.connect(self.show_today)
            flow.troubled.connect(self._troubles.tell)
            flow.shortcuts_requested.connect(self.asking.show_keys)
        return self._sessions

    @property
    def side_pages(self) -> "SidePages":
        """Learn, Practice and Settings."""
        if self._side_pages is None:
            from quizapp.ui.shell.side_pages import SidePages  # noqa: PLC0415 - see the class

            look, preferences = self._look, self._preferences
            self._side_pages = pages = SidePages(
                self._quiz, look, self._looks, preferences, self._window, self.asking
            )
            pages.start_requested.connect(self._begin)
            pages.banks_requested.connect(self._show_banks)
            pages.history_changed.connect(self._upkeep.look_over)
            pages.troubled.connect(self._troubles.tell)
        return self._side_pages

    @property
    def rounds(self) -> "RoundsFlow":
        """Rounds with a room."""
        if self._rounds is None:
            from quizapp.ui.rounds.controller import RoundsFlow  # noqa: PLC0415 - see the class

            self._rounds = flow = RoundsFlow(self._quiz, self._look, self.asking, self._window)
            flow.page_shown.connect(self._show_session)
            flow.list_wanted.connect(self._show_rounds)
            flow.troubled.connect(self._troubles.tell)
            self._window.may_close = flow.running.may_close
            self._window.closing.connect(flow.running.end)
        return self._rounds

    # -- pages ---------------------------------------------------------------------------------

    def _open_entry(self, name: object) -> None:
        self._wish.forget()  # whoever goes to another page waits for no session any more
        match name:
            case "learn":
                self.side_pages.show_learn()
            case "practice":
                self.side_pages.show_practice()
            case "banks":
                self._window.show_page(self._banks, "banks")
                self._banks.take_focus()
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
        self._today_flow.refresh()
        self._window.show_page(self._today, "today")
        self._today.take_focus()

    def _show_session(self, page: object) -> None:
        if isinstance(page, QWidget):
            self._window.show_alone(page, menus=False)

    def _show_summary(self, page: object) -> None:
        if isinstance(page, QWidget):
            self._window.show_alone(page, menus=True)

    # -- wishes --------------------------------------------------------------------------------

    def _start(self) -> None:
        """Begin the suggested set, as soon as there is a bank."""
        self._wish.utter(self._begin_suggested)

    def _begin_suggested(self) -> None:
        self.session_flow.start(reason_step=self._preferences.reason_step)

    def _begin(self, selection: object) -> None:
        if isinstance(selection, Selection):
            self.session_flow.start(selection)

    def _start_weakest(self) -> None:
        self._begin(Selection(which=Which.WEAKEST_CUE, reason_step=self._preferences.reason_step))

    def _ask_seed(self) -> None:
        seed = self.asking.seed()
        if seed is not None:
            self._begin(Selection(seed, reason_step=self._preferences.reason_step))

    def _resume(self, kept: object) -> None:
        if isinstance(kept, KeptSession):
            banks = {ref.bank_id for ref in kept.start.questions}
            self._wish.utter(lambda: self.session_flow.resume(kept), banks)

    # -- banks ---------------------------------------------------------------------------------

    def begin(self, files: list[Path]) -> None:
        """Read the banks and look the stored answers over; the window is up."""
        self.bank_flow.begin(files)
        self._window.setWindowIcon(window_icon(self._look))
        self._upkeep.begin()

    def take_files(self, files: object) -> None:
        """Open files that another start of the program or a drop has brought; the window comes forward."""
        self._window.come_forward()
        self.bank_flow.open_all(files)
        if files:
            self._show_banks_unless_asking()

    def _show_banks_unless_asking(self) -> None:
        """Show the banks, unless a session is in front: it keeps its place, and Today has a notice."""
        if not self._is_asking():
            self._show_banks()

    def _is_asking(self) -> bool:
        """Whether a session or its summary is in front."""
        return not self._window.has_rail

    def _choose_bank(self) -> None:
        path = self.asking.bank_file()
        if path is not None:
            self._show_banks_unless_asking()
            self.bank_flow.open(path)

    def _show_reading(self, part: object) -> None:
        if isinstance(part, float):
            self._banks.show_reading(part)
            if self._quiz.bank is None:
                self._today.show_reading(part)

    def _take_changes(self) -> None:
        """The file of an open bank has changed: let a session that was begun take that over."""
        self._refresh_front()
        if self._sessions is not None:
            self._sessions.refresh()

    def _refresh_front(self) -> None:
        """Bring the page in front up to date, as after a bank was read."""
        self._today_flow.note_errors(self.bank_flow.errors)
        if self._window.page is self._today:
            self._today_flow.refresh()
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
