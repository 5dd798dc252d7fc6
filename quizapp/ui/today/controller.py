"""Tells Today what there is to do, and carries its requests to the quiz."""

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from quizapp.domain.attempt import KeptSession
from quizapp.domain.errors import QuizError
from quizapp.domain.lessons import has_scenarios
from quizapp.quiz import ClockFault, Profile, Quiz
from quizapp.ui.errors import ErrorPresenter
from quizapp.ui.preferences import PreferencesFile
from quizapp.ui.today.page import ResumeView, RoundView, TodayPage, TodayView
from quizapp.ui.wording import local_date, long_date

if TYPE_CHECKING:
    from quizapp.domain.round_record import RoundRecord


class TodayController(QObject):
    """Keeps Today up to date.

    Signals:
        resume_requested: go on with the session left in the middle; carries it.

    Attributes:
        page: the page it fills.
    """

    resume_requested = Signal(object)

    def __init__(
        self,
        quiz: Quiz,
        preferences: PreferencesFile,
        page: TodayPage,
        errors: ErrorPresenter,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._quiz = quiz
        self._preferences = preferences
        self._errors = errors
        self.page = page
        self._kept: KeptSession | None = None
        self._error_count = 0  # in the bank in use
        self._notice = ""
        self._clock_is_known = False  # that it is wrong was read
        page.resume_requested.connect(self._resume)
        page.set_aside_requested.connect(self._set_aside)
        page.notice_closed.connect(self._close_notice)

    def note_errors(self, count: int) -> None:
        """Remember how many problems the bank in use has."""
        self._error_count = count

    def note(self, sentence: object) -> None:
        """Have a quiet notice stand on Today until it is closed."""
        self._notice = str(sentence)
        self.refresh()

    def _close_notice(self) -> None:
        """Show the notice no longer that was read."""
        if not self._notice:
            self._clock_is_known = True
        self._notice = ""
        self.refresh()

    def refresh(self) -> None:
        """Show what there is to do now; where the answers cannot be read, what is known without them."""
        self._kept = None
        try:
            self._kept = self._quiz.unfinished()
            view = self._view()
        except QuizError as error:
            self._show(self._bare_view())
            self._errors.show(error)
        else:
            self._show(view)

    def _show(self, view: TodayView) -> None:
        self.page.show_today(view)
        self.page.show_round(self._round_view())
        self.page.show_resume(self._resume_view())

    def _view(self) -> TodayView:
        view, met = self._bare_view(), self._quiz.met()
        weakest = self._quiz.weakest_cue() if met else None
        return replace(view, met=met, weakest=weakest, notice=self._words())

    def _bare_view(self) -> TodayView:
        bank, exam = self._quiz.bank, self._preferences.now.exam_date
        if bank is None:
            return TodayView(exam=exam, guest=self._is_guest(), notice=self._notice)
        return TodayView(
            bank.title,
            len(bank.questions),
            errors=self._error_count,
            exam=exam,
            guest=self._is_guest(),
            notice=self._notice,
            scenarios=has_scenarios(bank),
        )

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

    # -- the session left in the middle --------------------------------------------------------------

    def _resume_view(self) -> ResumeView | None:
        kept = self._kept
        if kept is None:
            return None
        total = len(kept.start.questions)
        position = next((each for each in range(total) if each not in kept.read), total - 1)
        return ResumeView(position + 1, total, local_date(kept.start.started_at))

    def _resume(self) -> None:
        if self._kept is not None:
            self.resume_requested.emit(self._kept)

    def _set_aside(self) -> None:
        if self._kept is None:
            return
        with self._errors.shown():
            self._quiz.set_aside(self._kept)
        self.refresh()
