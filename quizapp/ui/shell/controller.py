"""Which page is in front, and what it asks of the others."""

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from quizapp.domain.errors import QuizError
from quizapp.quiz import Quiz
from quizapp.ui.errors import ErrorPresenter
from quizapp.ui.shell.entries import entries
from quizapp.ui.shell.maintenance import Maintenance, Recovery
from quizapp.ui.shell.opening import Opening
from quizapp.ui.shell.starts import SessionStarts
from quizapp.ui.shell.upkeep import ReviewUpkeep
from quizapp.ui.today.controller import TodayController

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


class Navigation(QObject):
    """Which page is in front, and what has to be there before it can be.

    What Today does not need is loaded and built when it is first wanted.

    Attributes:
        errors: how expected trouble reaches people.
        today: what there is to do now.
        starts: begins sessions.
    """

    def __init__(self, quiz: Quiz, recovery: Recovery, opening: Opening) -> None:
        super().__init__(opening.window)
        self._quiz = quiz
        quiz.exam = opening.preferences.now.exam
        self._recovery = recovery
        self._appearance = opening.appearance
        self._appearance_controller = opening.appearance_controller
        self._preferences = opening.preferences
        self._window = window = opening.window
        self.errors = ErrorPresenter(self._show_error, self._mend)
        preferences, page, memory = opening.preferences, opening.today, opening.memory
        self.today = TodayController(
            quiz, preferences, page, memory, self.errors, self, self._is_reading_at_start
        )
        self._maintenance = Maintenance(quiz, self.errors, self)
        self._upkeep = ReviewUpkeep(quiz, lambda: window.has_sidebar, self)
        self._upkeep.caught_up.connect(self._refresh_front)
        window.closing.connect(self._upkeep.end)
        self._sessions: SessionController | None = None
        self.starts = SessionStarts(
            quiz, preferences, self.today, lambda: self.sessions, self._is_reading, self
        )
        self._built: dict[str, PageController] = {}
        self._entries = entries()
        self._builders: dict[str, Callable[[], PageController]] = {
            "today": lambda: self.today,
            "learn": self._build_learn,
            "practice": self._build_practice,
            "papers": self._build_papers,
            "progress": self._build_progress,
            "library": self._build_library,
            "rounds": self._build_rounds,
            "banks": lambda: self.banks,
            "settings": self._build_settings,
        }
        self._connect_pages()
        self._connect_menus()
        self.show_today()

    def _connect_pages(self) -> None:
        self._window.entry_requested.connect(self._open_entry)
        self._window.closing.connect(self._maintenance.copy_at_the_end)
        self._window.closing.connect(self.today.remember)
        today = self.today.page
        today.start_requested.connect(self.starts.start)
        today.weakest_requested.connect(self.starts.start_weakest)
        today.practice_requested.connect(self._show_practice)
        today.banks_requested.connect(self._show_banks)
        today.rounds_requested.connect(self._show_rounds)
        today.round_requested.connect(self._resume_round)
        today.paper_requested.connect(self._resume_paper)
        self.today.resume_requested.connect(self.starts.resume)

    def _connect_menus(self) -> None:
        menus, appearance = self._window.menus, self._appearance_controller
        menus.start_requested.connect(self.starts.start)
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
        banks.loading.finished.connect(self.starts.go_on)
        banks.loading.finished.connect(self._refresh_front)
        banks.bank_opened.connect(self._refresh_front)
        banks.bank_refreshed.connect(self._take_changes)
        banks.noticed.connect(self.today.note)
        banks.outdated.connect(self.today.take_back)
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
            self._built[name] = self._builders[name]()
        return self._built[name]

    def _build_learn(self) -> "PageController":
        from quizapp.ui.learn.controller import LearnController  # noqa: PLC0415 - see the class
        from quizapp.ui.learn.page import LearnPage  # noqa: PLC0415

        learn = LearnController(
            self._quiz, self._preferences, LearnPage(self._appearance), self.errors, self._is_reading
        )
        learn.start_requested.connect(self.starts.begin)
        return learn

    def _build_practice(self) -> "PageController":
        from quizapp.ui.practice.controller import PracticeController  # noqa: PLC0415 - see the class
        from quizapp.ui.practice.page import PracticePage  # noqa: PLC0415

        page = PracticePage()
        page.show_reason_step(is_asked=self._preferences.now.reason_step)
        page.start_requested.connect(self.starts.begin)
        page.banks_requested.connect(self._show_banks)
        page.bank_requested.connect(self.banks.use)
        return PracticeController(self._quiz, self._preferences, page, self.errors, self._is_reading)

    def _build_papers(self) -> "PageController":
        from quizapp.ui.paper.controller import PapersController  # noqa: PLC0415 - see the class

        quiz, appearance, preferences = self._quiz, self._appearance, self._preferences
        papers = PapersController(
            quiz, appearance, preferences, self.dialogs, self.errors, self._is_reading, self
        )
        papers.page.banks_requested.connect(self._show_banks)
        papers.exam_shown.connect(self._show_session)
        papers.result_shown.connect(self._show_summary)
        papers.review_requested.connect(self._review_paper)
        papers.practise_requested.connect(self.starts.practise_paper)
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
        return self._make_reviews(self._show_result_again)

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
        library.answer_requested.connect(self.starts.start_on)
        library.review_requested.connect(self._review)
        library.result_requested.connect(self._show_paper_result)
        return library

    @cached_property
    def reviews(self) -> "ReviewController":
        """Looks back at past sessions on a page of its own."""
        return self._make_reviews(self._show_library)

    def _make_reviews(self, go_back: Callable[[], None]) -> "ReviewController":
        from quizapp.ui.session.review import ReviewController  # noqa: PLC0415 - see the class

        reviews = ReviewController(
            self._quiz, self._appearance, self.errors, self.dialogs, self._preferences, self
        )
        reviews.page_shown.connect(self._show_session)
        reviews.left.connect(go_back)
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
        settings.history_changed.connect(self.today.remember)
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
            controller.session_shown.connect(self.today.remember_later)
            controller.summary_shown.connect(self._show_summary)
            controller.left.connect(self.show_today)
            controller.keys_requested.connect(self._show_keys)
        return self._sessions

    def prepare(self) -> None:
        """Load and build what nobody has opened yet, piece by piece, while the sidebar is there."""
        from quizapp.ui.shell.preparation import Preparation  # noqa: PLC0415 - after the start

        Preparation(self._window, lambda: self.sessions, self._entries, self.controller, self).begin()

    # -- pages ---------------------------------------------------------------------------------

    def _open_entry(self, name: object) -> None:
        self.starts.forget()  # whoever goes to another page waits for no session any more
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

    def _review(self, review: object) -> None:
        from quizapp.ui.library.controller import Review  # noqa: PLC0415 - see the class

        if isinstance(review, Review):
            title = self._entries["library"].title
            self.reviews.show_question(review.session, review.position, title, review.flagged)

    def _ask_seed(self) -> None:
        seed = self.dialogs.seed()
        if seed is not None:
            self.starts.start_printed(seed)

    def _resume_paper(self, paper_id: object) -> None:
        self.papers.resume(paper_id)

    def _show_paper_result(self, paper_id: object) -> None:
        self.papers.show_result_of(paper_id, self._entries["library"].title)

    def _review_paper(self, past: object, position: object, listed: tuple[int, ...]) -> None:
        from quizapp.quiz.papers import PastPaper  # noqa: PLC0415 - few have sat one

        if isinstance(past, PastPaper) and isinstance(position, int):
            title = self.tr("Result")
            self.paper_reviews.show_question(past.session, position, title, past.flagged, listed)

    def _show_result_again(self) -> None:
        self.papers.show_result_again(self.paper_reviews.position)

    def _resume_round(self, round_id: object) -> None:
        self.rounds.resume(round_id)

    # -- banks ---------------------------------------------------------------------------------

    def begin(self, files: list[Path]) -> None:
        """Read the banks; the window is up."""
        self._quiz.archive.defer_check()
        self.banks.begin(files)
        self.starts.go_on()  # a key may have come before the first picture, and there may be nothing to read

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
