"""Tells Today what there is to do, and carries its requests to the quiz."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, QTimer, Signal

from quizapp.domain.attempt import KeptSession, SessionRules
from quizapp.domain.bank import has_scenarios
from quizapp.domain.errors import QuizError
from quizapp.domain.selection import USUAL_LENGTH
from quizapp.domain.session import Session
from quizapp.quiz import ClockFault, Profile, Quiz
from quizapp.ui.dates import local_date, long_date, long_moment, qt_date
from quizapp.ui.errors import ErrorPresenter
from quizapp.ui.preferences import PreferencesFile
from quizapp.ui.running_paper import PaperView, paper_view
from quizapp.ui.today.cards import RoundView
from quizapp.ui.today.memory import NOTHING, RememberedToday, TodayMemory, lasting, remembered_view
from quizapp.ui.today.page import TodayPage
from quizapp.ui.today.stopped import StoppedView
from quizapp.ui.today.view import TodayView
from quizapp.ui.wording import SessionNames

if TYPE_CHECKING:
    from quizapp.domain.goal import GoalStatus
    from quizapp.domain.round_record import RoundRecord
    from quizapp.quiz.reviews import ReviewOverview

_LOOK = 20_000  # ms
_LATER = 1000  # ms after the first picture of a session
_MOST = 20  # questions of a first session
_LOOK_BACK = timedelta(days=120)  # how far a row of days is followed


class TodayController(QObject):
    """Keeps Today up to date.

    Signals:
        resume_requested: go on with a session left in the middle; carries it.

    Attributes:
        page: the page it fills.
    """

    resume_requested = Signal(object)

    def __init__(
        self,
        quiz: Quiz,
        preferences: PreferencesFile,
        page: TodayPage,
        memory: TodayMemory,
        errors: ErrorPresenter,
        parent: QObject,
        is_reading: Callable[[], bool] = lambda: False,
    ) -> None:
        """Fill a page.

        Args:
            quiz: has what is kept.
            preferences: what is set.
            page: the page.
            memory: what it said last.
            errors: how expected trouble reaches people.
            parent: the owner.
            is_reading: whether banks are still to be read.
        """
        super().__init__(parent)
        self._is_reading = is_reading
        self._quiz = quiz
        self._preferences = preferences
        self._errors = errors
        self.page = page
        self._memory = memory
        self._kept: dict[str, KeptSession] = {}  # by its id, the newest first
        self._discarded: list[KeptSession] = []  # while the program runs, the latest last
        self._profile = quiz.archive.profile
        self._names = SessionNames(self)
        self._error_count = 0  # in the bank in use
        self._due = QTimer(self, interval=_LOOK)  # while a paper runs that may be in front nowhere
        self._due.timeout.connect(self._hand_in_overdue)
        self._study: ReviewOverview | None = None
        self._goal: GoalStatus | None = None
        self._later = QTimer(self, singleShot=True, interval=_LATER)
        self._later.timeout.connect(self.remember)
        self._has_looked = False  # what looks ahead was loaded, after the first picture
        self._soon = QTimer(self, singleShot=True, interval=0)  # after the page stands
        self._soon.timeout.connect(self._look_ahead_at_first)
        self._notice = ""
        self._clock_is_known = False  # that it is wrong was read
        page.resume_requested.connect(self._resume)
        page.discard_requested.connect(self._discard)
        page.undo_requested.connect(self._undo_discard)
        page.discard_notice_closed.connect(self._forget_discarded)
        page.notice_closed.connect(self._close_notice)
        page.reset_read.connect(self._acknowledge_reset)
        page.day_changed.connect(self.refresh)

    def note_errors(self, count: int) -> None:
        """Remember how many problems the bank in use has."""
        self._error_count = count

    def note(self, sentence: object) -> None:
        """Have a quiet notice stand on Today until it is closed."""
        self._notice = str(sentence)
        self.refresh()

    def take_back(self, sentence: object) -> None:
        """Show a notice no longer that is true no longer."""
        if self._notice == sentence:
            self._notice = ""
            self.refresh()

    def _close_notice(self) -> None:
        """Show the notice no longer that was read."""
        if not self._notice:
            self._clock_is_known = True
        self._notice = ""
        self.refresh()

    def refresh(self) -> None:
        """Show what there is to do now; where the answers cannot be read, what is known without them."""
        self._kept = {}
        if self._profile is not self._quiz.archive.profile:
            self._profile = self._quiz.archive.profile
            self._discarded.clear()  # they are among the other answers
            self._study = self._goal = None
        trouble = self._look_ahead_again() if self._has_looked else None
        try:
            self._take_overdue_papers()
            self._kept = {kept.start.id: kept for kept in self._quiz.unfinished()}
            view = self._view()
        except QuizError as error:
            view, trouble = replace(self._bare_view(), is_known=False), error
        self._show(view)
        if trouble is not None:
            self._errors.show(trouble)
        elif self._has_looked:
            self._keep(view)
        elif not self._is_reading():
            self._soon.start()

    def remember(self) -> None:
        """Have the next start say at once what is true now; nothing where the answers cannot be read."""
        self._later.stop()
        try:
            self._kept = {kept.start.id: kept for kept in self._quiz.unfinished()}
            if self._quiz.bank is not None and self._quiz.has_answers():
                self._look_ahead()
                self._has_looked = True
            self._keep(self._view())
        except QuizError:
            self._memory.forget()

    def remember_later(self) -> None:
        """The same once a session that has begun stands on the screen."""
        self._later.start()

    def _keep(self, view: TodayView) -> None:
        """Have the next start say what a view says."""
        stopped = tuple(map(self._stopped_view, self._kept.values()))
        said = RememberedToday(
            self._quiz.archive.profile, view.is_new, stopped, self._round_view(), qt_date(self._quiz.today)
        )
        with suppress(QuizError):  # Papers will tell
            for paper in self._quiz.running_papers()[:1]:
                ends = self._quiz.papers.ends_at(paper)
                said = said._replace(paper=paper_view(paper, ends), paper_ends=ends.timestamp())
        self._memory.keep(said._replace(view=lasting(view)))

    def _show(self, view: TodayView) -> None:
        self.page.show_today(view)
        self.page.show_round(self._round_view())
        self.page.show_paper(self._paper_view())
        self.page.show_stopped([self._stopped_view(kept) for kept in self._kept.values()])
        self.page.show_discarded(self._stopped_view(self._discarded[-1]) if self._discarded else None)

    def _view(self) -> TodayView:
        if self._quiz.bank is None and not self._has_looked and self._is_reading():
            return self._view_from_memory()
        view, met = self._with_study(self._bare_view()), self._quiz.met()
        is_new = not met and not self._quiz.has_answers()
        weakest = self._quiz.weakest_cues() if met else ()
        view = replace(
            view, met=met, is_new=is_new, weakest=weakest, notice=self._words(), first=self.first_length()
        )
        if self._has_looked or is_new:
            return view
        said = remembered_view(self._said(), self._preferences.now, qt_date(self._quiz.today))
        return replace(view, study=said.study, goal=said.goal, is_looking=said.study is None)

    def _view_from_memory(self) -> TodayView:
        """What was said last, while banks are still to be read."""
        said, is_new = self._said(), not self._quiz.has_answers()
        if said.is_new is not is_new:  # they are other answers
            said = RememberedToday(is_new=is_new)
        view = remembered_view(said, self._preferences.now, qt_date(self._quiz.today))
        return replace(view, notice=self._words(), first=self.first_length())

    def _said(self) -> RememberedToday:
        """What was said last of these answers."""
        said = self._memory.now
        return said if said.profile == self._quiz.archive.profile else NOTHING

    def _bare_view(self) -> TodayView:
        bank, exam = self._quiz.bank, self._preferences.now.exam_date
        if bank is None:
            return TodayView(
                exam=exam,
                guest=self._is_guest(),
                notice=self._notice,
                is_reading=self._is_reading(),
                has_goal=bool(self._preferences.now.goal_kind),
                goal=self._goal,
            )
        return TodayView(
            bank.title,
            len(bank.questions),
            errors=self._error_count,
            exam=exam,
            guest=self._is_guest(),
            notice=self._notice,
            scenarios=has_scenarios(bank),
        )

    # -- what is due, and the goal -------------------------------------------------------------------

    def starts_due(self) -> bool:
        """Whether what is due is what a start begins with: now, not when the page last stood in front."""
        with suppress(QuizError):  # to begin will say what is wrong
            if self._has_looked or self._quiz.has_answers():
                self._find_study()
            return self._with_study(TodayView()).is_due
        return False

    def first_length(self) -> int:
        """How many questions are offered where nothing is due: at first the new ones chosen for a day."""
        chosen, is_new = self._preferences.now.new_a_day, False
        if chosen:
            with suppress(QuizError):  # to begin will say what is wrong
                is_new = not self._quiz.has_answers()
        return min(chosen, _MOST) if chosen and is_new else USUAL_LENGTH

    def begin_due(self, rules: SessionRules) -> Session:
        """Begin a session on what is due, and then on new questions.

        Raises:
            QuizError: when nothing is due any more, or nothing can be kept.
        """
        return self._quiz.reviews.start(*self._horizon(), rules)

    def _horizon(self) -> tuple[date, date | None, int | None]:
        """This day, that of the exam, and the new questions a day that were chosen."""
        set_ = self._preferences.now
        exam = set_.exam_date
        day = date(exam.year(), exam.month(), exam.day()) if exam is not None else None
        return self._quiz.today, day, set_.new_a_day

    def _look_ahead_at_first(self) -> None:
        """Load what looks ahead, which the first picture does not wait for; from then on it takes no time."""
        self._has_looked = True  # even in vain: who leaves damaged answers as they are is not asked for ever
        with self._errors.shown():
            try:
                self._look_ahead()
            finally:
                view = self._view()
                self.page.show_today(view)
            self._keep(view)

    def _look_ahead_again(self) -> QuizError | None:
        """Look ahead, and return what kept it from being done: all else on the page can do without."""
        try:
            self._look_ahead()
        except QuizError as error:
            self._study = None
            return error
        return None

    def _look_ahead(self) -> None:
        """Find out what is due, and how far one has got with a goal."""
        self._goal = self._goal_status() if self._preferences.now.goal_kind else None
        self._find_study()

    def _find_study(self) -> None:
        """Find out what is due.

        While reviews are behind, what was found last stays: once they are up to date, Today is refreshed.
        """
        if not self._quiz.banks:
            self._study = None
        elif self._quiz.reviews.advance():
            self._study = self._quiz.reviews.overview(*self._horizon())

    def _goal_status(self) -> "GoalStatus":
        from quizapp.domain.goal import status  # noqa: PLC0415 - most have no goal
        from quizapp.ui.goals import goals_of  # noqa: PLC0415 - likewise

        today = self._quiz.today
        since = today - _LOOK_BACK
        first_weekday = QLocale().firstDayOfWeek().value - 1
        goals = goals_of(self._preferences.now)
        return status(goals, self._quiz.activity(since), today, since, first_weekday)

    def _with_study(self, view: TodayView) -> TodayView:
        return replace(
            view, study=self._study, has_goal=bool(self._preferences.now.goal_kind), goal=self._goal
        )

    def _acknowledge_reset(self) -> None:
        """Say no more that questions began anew."""
        with suppress(QuizError):  # else it is said once more
            self._quiz.reviews.acknowledge_reset()
            if self._study is not None:
                self._study = replace(self._study, reset=0)

    # -- what it says --------------------------------------------------------------------------------

    def _is_guest(self) -> bool:
        return self._quiz.archive.profile is Profile.GUEST

    def _words(self) -> str:
        """What has to be said quietly."""
        fault = None if self._clock_is_known else self._quiz.archive.clock_fault()
        return self._notice or (self._clock_words(fault) if fault else "")

    def _clock_words(self, fault: ClockFault) -> str:
        now = long_date(fault.now)
        if fault.last is None:
            return self.tr(
                "The clock of this computer says {now}, which cannot be. Answers keep their order; only "
                "dates and the days to your exam are wrong until the clock is set."
            ).format(now=now)
        return self.tr(
            "The clock of this computer says {now}, but the last answer was saved on {last}. Answers keep "
            "their order; only dates and the days to your exam are wrong until the clock is set."
        ).format(now=now, last=long_date(fault.last))

    def _round_view(self) -> RoundView | None:
        """The newest round left in the middle; none where rounds cannot be read, which Rounds will tell."""
        left: tuple[RoundRecord, ...] = ()
        with suppress(QuizError):
            left = self._quiz.unfinished_rounds()
        if not left:
            return None
        round_ = left[0].round
        return RoundView(left[0].id, round_.plan.title, round_.position + 1, len(round_.items), len(left) - 1)

    def _hand_in_overdue(self) -> None:
        """Look whether the time of a paper has run out meanwhile."""
        with suppress(QuizError):  # Today says what is wrong when it is shown
            if self._take_overdue_papers():
                self.refresh()

    def _take_overdue_papers(self) -> bool:
        """Say of a paper that it handed itself in while nobody looked, as while the program was closed."""
        overdue = self._quiz.overdue_papers()
        for past in overdue:
            sentence = self.tr("Time was up: “{title}” handed itself in on {when}. Papers has its result.")
            self._notice = sentence.format(title=past.preset.title, when=long_moment(past.ended_at))
        return bool(overdue)

    def _paper_view(self) -> PaperView | None:
        """The paper whose time runs; none where papers cannot be read, which Papers will tell."""
        self._due.stop()
        with suppress(QuizError):
            for paper in self._quiz.running_papers():
                self._due.start()
                return paper_view(paper, self._quiz.papers.ends_at(paper))
        return None

    # -- the sessions left in the middle -------------------------------------------------------------

    def _stopped_view(self, kept: KeptSession) -> StoppedView:
        total = len(kept.start.questions)
        position = next((each for each in range(total) if each not in kept.read), total - 1)
        left = max((attempt.at for attempt in kept.attempts), default=kept.start.started_at)
        bank_ids = {ref.bank_id for ref in kept.start.questions}
        bank_id = kept.start.questions[0].bank_id
        bank = next((bank for bank in self._quiz.banks if bank.id == bank_id), None)
        title = bank.title if bank is not None else bank_id
        name = self._names.name(kept.start.rules, bank)
        if name and len(bank_ids) > 1:
            title = ""  # none of them is what it is on
        view = StoppedView(
            kept.start.id, name or title, title if name else "", position + 1, total, local_date(left)
        )
        return self._as_remembered(view) if bank is None else view

    def _as_remembered(self, view: StoppedView) -> StoppedView:
        """The same, called as it was called when its bank was open."""
        known = next((each for each in self._memory.now.stopped if each.id == view.id), view)
        return view._replace(name=known.name, bank=known.bank)

    def _resume(self, session_id: object) -> None:
        kept = self._kept.get(str(session_id))
        if kept is not None:
            self.resume_requested.emit(kept)

    def _discard(self, session_id: object) -> None:
        """Offer a session no longer, and say so with the way back."""
        kept = self._kept.get(str(session_id))
        if kept is None:
            return
        with self._errors.shown():
            self._quiz.discard(kept)
            self._discarded.append(kept)
        self.refresh()

    def _undo_discard(self) -> None:
        """Offer the session again that was discarded last."""
        if not self._discarded:
            return
        with self._errors.shown():
            self._quiz.offer_again(self._discarded.pop())
        self.refresh()

    def _forget_discarded(self) -> None:
        self._discarded.clear()
