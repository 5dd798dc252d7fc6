"""Which page is in front; starts a set once its bank is read (one table of pages)."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import replace
from functools import cached_property
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, cast

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from quizapp.domain.attempt import KeptSession, QuestionRef, SessionRules
from quizapp.domain.errors import QuizError
from quizapp.domain.selection import Selection, Which
from quizapp.domain.session import Session
from quizapp.quiz import Quiz
from quizapp.ui.errors import ErrorPresenter
from quizapp.ui.preferences import PreferencesFile
from quizapp.ui.shell.main_window import MainWindow
from quizapp.ui.shell.maintenance import Maintenance, Recovery
from quizapp.ui.shell.upkeep import ReviewUpkeep
from quizapp.ui.style.appearance import Appearance, AppearanceController
from quizapp.ui.today.controller import TodayController
from quizapp.ui.today.page import TodayPage
from quizapp.ui.wording import qt_date

if TYPE_CHECKING:
    from quizapp.ui.banks.controller import BanksController
    from quizapp.ui.banks.page import BanksPage
    from quizapp.ui.dialogs import Dialogs
    from quizapp.ui.learn.controller import LearnController
    from quizapp.ui.library.controller import LibraryController
    from quizapp.ui.paper.controller import PapersController
    from quizapp.ui.practice.controller import PracticeController
    from quizapp.ui.progress.controller import ProgressController
    from quizapp.ui.rounds.controller import RoundsController
    from quizapp.ui.session.controller import SessionController
    from quizapp.ui.session.review import ReviewController
    from quizapp.ui.settings.controller import SettingsController

    PageController = (
        TodayController
        | LearnController
        | LibraryController
        | PapersController
        | PracticeController
        | ProgressController
        | RoundsController
        | BanksController
        | SettingsController
    )


_BREATH = 150  # ms between two pieces that are prepared: keys and the mouse come first
_PIECES = (
    "quizapp.ui.dialogs",
    "quizapp.ui.widgets.fields",
    "quizapp.ui.question.explanation",
    "quizapp.ui.session.page",
    "quizapp.ui.session.controller",
    "quizapp.ui.session.summary",
    "quizapp.ui.practice.page",
    "quizapp.ui.paper.page",
    "quizapp.ui.paper.exam",
    "quizapp.ui.paper.controller",
    "quizapp.ui.progress.page",
    "quizapp.ui.progress.controller",
    "quizapp.quiz.progress",
    "quizapp.storage.answers.progress",
    "quizapp.ui.library.page",
    "quizapp.ui.library.controller",
    "quizapp.ui.settings.page",
    "quizapp.ui.banks.page",
    "quizapp.ui.learn.page",
    "quizapp.quiz.rounds",
    "quizapp.exchange.results",
    "quizapp.ui.rounds.overview_page",
    "quizapp.ui.rounds.plan_page",
    "quizapp.ui.rounds.wall.window",
    "quizapp.ui.rounds.console.page",
    "quizapp.ui.rounds.controller",
)
"""What pages need, in pieces none of which holds the window up for long."""


class Entry(NamedTuple):
    """A page of the sidebar.

    Args:
        title: what it is called there.
        icon: an icon's name.
        build: makes its controller when somebody first goes there.
        asks_itself: whether the page asks for what it shows each time it comes up.
    """

    title: str
    icon: str
    build: "Callable[[], PageController]"
    asks_itself: bool = False


class Navigation(QObject):
    """Which page is in front, and what has to be there before it can be.

    What Today does not need is loaded and built when it is first wanted.

    Attributes:
        errors: how expected trouble reaches people.
        today: what there is to do now.
    """

    def __init__(
        self,
        quiz: Quiz,
        recovery: Recovery,
        appearance: Appearance,
        appearance_controller: AppearanceController,
        preferences: PreferencesFile,
        window: MainWindow,
    ) -> None:
        super().__init__(window)
        self._quiz = quiz
        quiz.exam = preferences.now.exam
        self._recovery = recovery
        self._appearance = appearance
        self._appearance_controller = appearance_controller
        self._preferences = preferences
        self._window = window
        self.errors = ErrorPresenter(self._show_error, self._mend)
        page = TodayPage(appearance, today=lambda: qt_date(quiz.today))
        self.today = TodayController(quiz, preferences, page, self.errors, self, self._is_reading_at_start)
        self._maintenance = Maintenance(quiz, self.errors, self)
        self._upkeep = ReviewUpkeep(quiz, lambda: window.has_sidebar, self)
        self._upkeep.caught_up.connect(self._refresh_front)
        window.closing.connect(self._upkeep.end)
        self._sessions: SessionController | None = None
        self._pending: Callable[[], None] | None = None  # a start that waits for the banks it needs
        self._pending_banks: Collection[str] = ()
        self._built: dict[str, PageController] = {}
        self._entries = {
            "today": Entry(self.tr("Today"), "house", self._build_today),
            "learn": Entry(self.tr("Learn"), "file-text", self._build_learn),
            "practice": Entry(self.tr("Practice"), "target", self._build_practice, asks_itself=True),
            "papers": Entry(self.tr("Papers"), "timer", self._build_papers),
            "progress": Entry(self.tr("Progress"), "chart-column", self._build_progress),
            "library": Entry(self.tr("Library"), "book", self._build_library),
            "rounds": Entry(self.tr("Rounds"), "users", self._build_rounds, asks_itself=True),
            "banks": Entry(self.tr("Banks"), "library", self._build_banks, asks_itself=True),
            "settings": Entry(self.tr("Settings"), "settings", self._build_settings),
        }
        for name, entry in self._entries.items():
            window.add_entry(name, entry.title, entry.icon, last=name == "settings")
        self._connect_pages()
        self._connect_menus()
        self.show_today()

    def _connect_pages(self) -> None:
        self._window.entry_requested.connect(self._open_entry)
        self._window.closing.connect(self._maintenance.copy_at_the_end)
        today = self.today.page
        today.start_requested.connect(self._start)
        today.weakest_requested.connect(self._start_weakest)
        today.practice_requested.connect(self._show_practice)
        today.banks_requested.connect(self._show_banks)
        today.rounds_requested.connect(self._show_rounds)
        today.round_requested.connect(self._resume_round)
        today.paper_requested.connect(self._resume_paper)
        self.today.resume_requested.connect(self._resume)

    def _connect_menus(self) -> None:
        menus, appearance = self._window.menus, self._appearance_controller
        menus.start_requested.connect(self._start)
        menus.seed_requested.connect(self._ask_seed)
        menus.open_requested.connect(self._choose_bank)
        menus.theme_requested.connect(appearance.set_theme)
        menus.bigger_requested.connect(appearance.grow)
        menus.smaller_requested.connect(appearance.shrink)
        menus.usual_requested.connect(appearance.reset_size)
        menus.page_requested.connect(self._open_entry)
        menus.shortcuts_requested.connect(self._show_keys)
        menus.about_requested.connect(self._show_about)
        appearance.theme_chosen.connect(menus.show_theme)

    def _is_reading(self) -> bool:
        return self.banks.is_reading

    def _is_reading_at_start(self) -> bool:
        """The same, without building what reads banks only to ask it."""
        return "banks" not in self.__dict__ or self.banks.is_reading

    # -- what is built when it is first wanted -------------------------------------------------

    @cached_property
    def dialogs(self) -> "Dialogs":
        """The questions asked over the window."""
        from quizapp.ui.dialogs import Dialogs  # noqa: PLC0415 - see the class

        return Dialogs(self._window, self._preferences)

    @cached_property
    def banks(self) -> "BanksController":
        """Which banks are open."""
        from quizapp.ui.banks.controller import BanksController  # noqa: PLC0415 - see the class

        banks = BanksController(self._quiz, self._preferences, self._make_banks_page, self.errors, self)
        self._window.closing.connect(banks.loading.stop)
        banks.loading.progressed.connect(self._show_reading)
        banks.loading.finished.connect(self._try_pending)
        banks.loading.finished.connect(self._refresh_front)
        banks.bank_opened.connect(self._refresh_front)
        banks.bank_refreshed.connect(self._take_changes)
        banks.noticed.connect(self.today.note)
        banks.problems_found.connect(self._show_banks_unless_asking)
        return banks

    def _make_banks_page(self) -> "BanksPage":
        from quizapp.ui.banks.page import BanksPage  # noqa: PLC0415 - see the class

        page = BanksPage()
        page.open_requested.connect(self._choose_bank)
        page.practise_requested.connect(self._practise_bank)
        return page

    def controller(self, name: str) -> "PageController":
        """The controller of a page of the sidebar, built when it is first wanted."""
        if name not in self._built:
            self._built[name] = self._entries[name].build()
        return self._built[name]

    def _build_today(self) -> "PageController":
        return self.today

    def _build_banks(self) -> "PageController":
        return self.banks

    def _build_learn(self) -> "PageController":
        from quizapp.ui.learn.controller import LearnController  # noqa: PLC0415 - see the class
        from quizapp.ui.learn.page import LearnPage  # noqa: PLC0415

        learn = LearnController(
            self._quiz, self._preferences, LearnPage(self._appearance), self.errors, self._is_reading
        )
        learn.start_requested.connect(self._begin)
        return learn

    def _build_practice(self) -> "PageController":
        from quizapp.ui.practice.controller import PracticeController  # noqa: PLC0415 - see the class
        from quizapp.ui.practice.page import PracticePage  # noqa: PLC0415

        page = PracticePage()
        page.show_reason_step(is_asked=self._preferences.now.reason_step)
        page.show_certainty(is_asked=self._preferences.now.certainty)
        page.certainty_chosen.connect(self._keep_certainty)
        page.start_requested.connect(self._begin)
        page.banks_requested.connect(self._show_banks)
        page.bank_requested.connect(self.banks.use)
        return PracticeController(self._quiz, page, self.errors, self._is_reading)

    def _build_papers(self) -> "PageController":
        from quizapp.ui.paper.controller import PapersController  # noqa: PLC0415 - see the class

        papers = PapersController(
            self._quiz,
            self._appearance,
            self._preferences,
            self.dialogs,
            self.errors,
            self._is_reading,
            self,
        )
        papers.page.banks_requested.connect(self._show_banks)
        papers.exam_shown.connect(self._show_session)
        papers.result_shown.connect(self._show_summary)
        papers.review_requested.connect(self._review_paper)
        papers.practise_requested.connect(self._practise_paper)
        papers.handed_in_meanwhile.connect(self.today.note)
        papers.list_requested.connect(self._show_papers)
        papers.library_requested.connect(self._show_library)
        papers.left.connect(self.show_today)
        return papers

    @property
    def papers(self) -> "PapersController":
        """Papers under exam conditions."""
        return cast("PapersController", self.controller("papers"))

    @cached_property
    def paper_reviews(self) -> "ReviewController":
        """Looks back at the questions of a paper."""
        from quizapp.ui.session.review import ReviewController  # noqa: PLC0415 - see the class

        reviews = ReviewController(
            self._quiz, self._appearance, self.errors, self.dialogs, self._preferences, self
        )
        reviews.page_shown.connect(self._show_session)
        reviews.left.connect(self._show_result_again)
        return reviews

    def _build_progress(self) -> "PageController":
        from quizapp.ui.progress.controller import ProgressController  # noqa: PLC0415 - see the class
        from quizapp.ui.progress.page import ProgressPage  # noqa: PLC0415

        page = ProgressPage(self._appearance)
        progress = ProgressController(
            self._quiz, self._preferences, page, self.dialogs, self.errors, self._is_reading
        )
        progress.practice_requested.connect(self._show_practice)
        return progress

    def _build_library(self) -> "PageController":
        from quizapp.ui.library.controller import LibraryController  # noqa: PLC0415 - see the class
        from quizapp.ui.library.page import LibraryPage  # noqa: PLC0415

        page = LibraryPage(self._appearance)
        library = LibraryController(
            self._quiz, self._preferences, page, self.dialogs, self.errors, self._is_reading
        )
        library.answer_requested.connect(self._start_on)
        library.review_requested.connect(self._review)
        library.result_requested.connect(self._show_paper_result)
        return library

    @cached_property
    def reviews(self) -> "ReviewController":
        """Looks back at past sessions on a page of its own."""
        from quizapp.ui.session.review import ReviewController  # noqa: PLC0415 - see the class

        reviews = ReviewController(
            self._quiz, self._appearance, self.errors, self.dialogs, self._preferences, self
        )
        reviews.page_shown.connect(self._show_session)
        reviews.left.connect(self._show_library)
        return reviews

    def _build_settings(self) -> "PageController":
        from quizapp.ui.settings.controller import SettingsController  # noqa: PLC0415 - see the class
        from quizapp.ui.settings.page import SettingsPage  # noqa: PLC0415

        appearance, page = self._appearance_controller, SettingsPage()
        settings = SettingsController(
            self._quiz, self._preferences, appearance, page, self.dialogs, self.errors, self._is_reading
        )
        settings.reason_step_changed.connect(self._take_reason_step)
        settings.history_changed.connect(self._maintenance.check_and_back_up)
        return settings

    def _build_rounds(self) -> "PageController":
        from quizapp.ui.rounds.controller import RoundsController  # noqa: PLC0415 - see the class

        rounds = RoundsController(self._quiz, self._appearance, self.dialogs, self.errors, self._window)
        rounds.plans.page_shown.connect(self._show_session)
        rounds.running.page_shown.connect(self._show_session)
        rounds.list_wanted.connect(self._show_rounds)
        self._window.may_close = rounds.may_close
        self._window.closing.connect(rounds.running.end)
        return rounds

    @property
    def rounds(self) -> "RoundsController":
        """Rounds with a class."""
        return cast("RoundsController", self.controller("rounds"))

    @property
    def sessions(self) -> "SessionController":
        """Runs sessions on pages of its own."""
        if self._sessions is None:
            from quizapp.ui.session.controller import SessionController  # noqa: PLC0415 - see the class

            self._sessions = controller = SessionController(
                self._quiz, self._appearance, self.errors, self, self._preferences
            )
            controller.session_shown.connect(self._show_session)
            controller.summary_shown.connect(self._show_summary)
            controller.left.connect(self.show_today)
            controller.keys_requested.connect(self._show_keys)
        return self._sessions

    def prepare(self) -> None:
        """Load and build what nobody has opened yet, piece by piece, while the sidebar is there."""
        pieces, timer = self._pieces(), QTimer(self, interval=_BREATH)

        def prepare_next() -> None:
            if self._window.has_sidebar and not next(pieces, False):
                timer.stop()

        timer.timeout.connect(prepare_next)
        timer.start()

    def _pieces(self) -> Iterator[bool]:
        """Makes a piece at each step; True while more may come."""
        for name in _PIECES:
            import_module(name)
            yield True
        for make in (lambda: self.sessions.page, lambda: self.sessions.summary):
            page: QWidget = make()
            yield True
            self._window.keep_page(page)
            yield True
        self.sessions.page.build_explanations()
        yield True
        for name, entry in self._entries.items():
            page = self.controller(name).page
            yield True
            self._window.keep_page(page)
            yield True
            if entry.asks_itself:  # the others are filled whenever they come up
                self.controller(name).refresh()
                yield True

    # -- pages ---------------------------------------------------------------------------------

    def _open_entry(self, name: object) -> None:
        self._pending = None  # whoever goes to another page waits for no session any more
        self._show_entry(str(name))

    def _show_entry(self, name: str) -> None:
        controller = self.controller(name)
        if not self._entries[name].asks_itself:
            controller.refresh()
        self._window.show_page(controller.page, name)
        controller.page.take_focus()
        if name == "today" and self._quiz.banks:
            self._upkeep.begin()

    def _show_banks(self) -> None:
        self._open_entry("banks")

    def _practise_bank(self, bank_id: object) -> None:
        """Choose what to practise of a bank, which is in use from now on."""
        self.banks.use(bank_id)
        self._show_practice()

    def _show_rounds(self) -> None:
        self._open_entry("rounds")

    def _show_practice(self) -> None:
        self._open_entry("practice")

    def _show_papers(self) -> None:
        self._open_entry("papers")

    def _show_library(self) -> None:
        self._show_entry("library")

    def show_today(self) -> None:
        """Bring Today to the front."""
        self._show_entry("today")

    def _show_session(self, page: object) -> None:
        if isinstance(page, QWidget):
            self._window.show_alone(page, menus=False)

    def _show_summary(self, page: object) -> None:
        if isinstance(page, QWidget):
            self._window.show_alone(page, menus=True)

    def _take_reason_step(self) -> None:
        """Practice begins with what Settings says of the reason step."""
        if "practice" in self._built:  # else it asks when it is built
            practice = cast("PracticeController", self.controller("practice"))
            practice.page.show_reason_step(is_asked=self._preferences.now.reason_step)

    def _keep_certainty(self, wanted: object) -> None:
        """Have the next sessions ask how sure one is, or not, wherever they begin."""
        self._preferences.change(certainty=bool(wanted))

    def _show_about(self) -> None:
        """Say what this program is, with the notice of the bank in use."""
        from quizapp.ui.shell.diagnostics import BankFacts, diagnostics, gather  # noqa: PLC0415 - hardly ever asked for

        theme, folder = self._preferences.now.theme, self._quiz.archive.folder
        banks = [
            BankFacts(bank.id, len(bank.questions), self.banks.problems(bank.id)) for bank in self._quiz.banks
        ]
        facts = gather(self._appearance, theme, folder, self._quiz.engine, banks)
        notice = self._quiz.bank.notice if self._quiz.bank else ""
        self.dialogs.show_about(notice, diagnostics(facts, Path.home()))

    # -- requests ------------------------------------------------------------------------------

    def _start(self) -> None:
        """Begin what Today offers, as soon as there is a bank."""
        self._start_when_ready(self._begin_offered)

    def _begin_offered(self) -> None:
        """Begin on what is due, else on the suggested set; both with the usual steps after the answer."""
        usual = self._preferences.now
        if self.today.starts_due():
            rules = SessionRules(reason_step=usual.reason_step, certainty=usual.certainty)
            self.sessions.begin(lambda: self.today.begin_due(rules))
        else:
            length = self.today.first_length()
            self.sessions.start(reason_step=usual.reason_step, certainty=usual.certainty, length=length)

    def _begin(self, selection: object) -> None:
        if isinstance(selection, Selection):
            self.sessions.start(selection)

    def _start_on(self, ref: object) -> None:
        """Begin a session on a single question."""
        if isinstance(ref, QuestionRef):
            usual = self._preferences.now
            self.sessions.start_on(ref, reason_step=usual.reason_step, certainty=usual.certainty)

    def _review(self, review: object) -> None:
        from quizapp.ui.library.controller import Review  # noqa: PLC0415 - see the class

        if isinstance(review, Review):
            title = self._entries["library"].title
            self.reviews.show_question(review.session, review.position, title, review.flagged)

    def _start_weakest(self) -> None:
        self._begin(self._as_usual(Selection(which=Which.WEAKEST_CUE)))

    def _as_usual(self, selection: Selection) -> Selection:
        """The same with the steps after the answer that sessions have unless something else is chosen."""
        usual = self._preferences.now
        return replace(selection, reason_step=usual.reason_step, certainty=usual.certainty)

    def _ask_seed(self) -> None:
        seed = self.dialogs.seed()
        if seed is not None:
            self._begin(self._as_usual(Selection(seed)))

    def _resume(self, kept: object) -> None:
        if isinstance(kept, KeptSession):
            banks = {ref.bank_id for ref in kept.start.questions}
            self._start_when_ready(lambda: self.sessions.resume(kept), banks)

    def _resume_paper(self, paper_id: object) -> None:
        self.papers.resume(paper_id)

    def _show_paper_result(self, paper_id: object) -> None:
        self.papers.show_result_of(paper_id, self._entries["library"].title)

    def _review_paper(self, past: object, position: object) -> None:
        from quizapp.quiz.papers import PastPaper  # noqa: PLC0415 - few have sat one

        if isinstance(past, PastPaper) and isinstance(position, int):
            self.paper_reviews.show_question(past.session, position, self.tr("Result"), past.flagged)

    def _show_result_again(self) -> None:
        self.papers.show_result_again(self.paper_reviews.position)

    def _practise_paper(self, session: object, positions: object) -> None:
        if isinstance(session, Session) and isinstance(positions, tuple):
            usual = self._preferences.now
            self.sessions.practise(
                session, positions, reason_step=usual.reason_step, certainty=usual.certainty
            )

    def _resume_round(self, round_id: object) -> None:
        self.rounds.resume(round_id)

    @property
    def is_start_pending(self) -> bool:
        """Whether a session waits for its banks."""
        return self._pending is not None

    def _start_when_ready(self, start: Callable[[], None], banks: Collection[str] = ()) -> None:
        """Start now, or once the banks it needs are open or cannot be had; only the last request counts.

        Args:
            start: what to do.
            banks: the ids of the banks it needs; none for whichever comes first.
        """
        self._pending, self._pending_banks = start, banks
        self._try_pending()

    def _try_pending(self) -> None:
        """Start if nothing is in its way any more."""
        is_open = {bank.id for bank in self._quiz.banks}
        is_ready = bool(is_open) and is_open.issuperset(self._pending_banks)
        if self._pending is None or (self.banks.is_reading and not is_ready):
            return
        start, self._pending = self._pending, None
        start()

    # -- banks ---------------------------------------------------------------------------------

    def begin(self, files: list[Path]) -> None:
        """Read the banks; the window is up."""
        self._quiz.archive.defer_check()
        self.banks.begin(files)
        self._try_pending()  # a key may have come before the first picture, and there may be nothing to read

    def settle(self) -> None:
        """Do what nobody waits for: take dropped files, have an icon, look the stored answers over."""
        from quizapp.ui.shell.drop_files import DropTarget  # noqa: PLC0415 - see the class
        from quizapp.ui.style.marks import window_icon  # noqa: PLC0415

        DropTarget(self._appearance, self._window).files_dropped.connect(self.take_files)
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
            self.banks.show_reading(part)
            if self._quiz.bank is None:
                self.today.page.show_reading(part)

    def _take_changes(self) -> None:
        """The file of an open bank has changed: let a session that was begun take that over."""
        self._refresh_front()
        if self._sessions is not None:
            self._sessions.refresh()

    def _refresh_front(self) -> None:
        """Bring the page in front up to date, as after a bank was read."""
        self.today.note_errors(self.banks.errors)
        if not self.banks.is_reading:
            self._upkeep.begin()
        for name, controller in self._built.items():
            if controller.page is self._window.page and name != "banks":  # which follows by itself
                controller.refresh()

    # -- what is said over the window ----------------------------------------------------------

    def _show_keys(self) -> None:
        self.dialogs.show_keys()

    def _show_error(self, trouble: object) -> None:
        self.dialogs.show_error(trouble)

    # -- trouble with the answers --------------------------------------------------------------

    def _mend(self, error: QuizError) -> None:
        """Offer another file of answers, and go on with the one that is in use then."""
        is_replaced = False
        try:
            is_replaced = self._recovery.mend(self._quiz, error, self._window)
        except QuizError as failed:
            self.dialogs.show_error(failed)
        finally:
            self.go_on_after_trouble(is_replaced=is_replaced)

    def go_on_after_trouble(self, *, is_replaced: bool) -> None:
        """Show Today, but keep a class at its round as long as the file of answers is the same."""
        running = self.rounds.running if "rounds" in self._built else None
        if running is not None and running.is_running:
            if not is_replaced:
                return
            running.end()  # the file in use now does not have it
        self.show_today()
