"""What Today has to say."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate

if TYPE_CHECKING:
    from quizapp.domain.cue_score import CueScore
    from quizapp.domain.goal import GoalStatus
    from quizapp.quiz.reviews import ReviewOverview


@dataclass(frozen=True, slots=True)
class TodayView:
    """What Today has to say.

    Attributes:
        bank: the title of the open bank; empty until one is read.
        questions: how many it holds.
        met: how many of them were answered before.
        errors: how many problems its file has.
        weakest: the cues worth practising, the weakest first; none while none stands out.
        exam: the day of the exam; None where none is set.
        guest: whether a guest is practising.
        notice: a sentence about quiet trouble; empty for none.
        scenarios: whether the bank asks for verdicts, not for choices alone.
        is_reading: whether banks are still to be read, so that none need be open yet.
        is_new: whether nothing was ever answered, in any bank.
        is_known: whether the answers could be read, so that `met` can be said.
        study: what is due in all open banks, and how far one has got; None while nobody has looked.
        has_goal: whether a daily goal is set.
        goal: how far one has got with it; None while nobody has looked.
        is_looking: whether what is due is still to be found out.
        first: questions of the session that is offered where nothing is known to be due.
    """

    bank: str = ""
    questions: int = 0
    met: int = 0
    errors: int = 0
    weakest: "tuple[CueScore, ...]" = ()
    exam: QDate | None = None
    guest: bool = False
    notice: str = ""
    scenarios: bool = True
    is_reading: bool = True
    is_new: bool = False
    is_known: bool = True
    study: "ReviewOverview | None" = None
    has_goal: bool = False
    goal: "GoalStatus | None" = None
    is_looking: bool = False
    first: int = 10  # as `USUAL_LENGTH` of `domain.selection`, which the first picture need not load

    @property
    def is_due(self) -> bool:
        """Whether anything is due or new today, for somebody who has answered something before."""
        return self.study is not None and self.study.met > 0 and self.today > 0

    @property
    def today(self) -> int:
        """How many questions are due or new today."""
        return self.study.due + self.study.fresh if self.study is not None else 0

    @property
    def is_done(self) -> bool:
        """Whether nothing more is due or new today, likewise."""
        return self.study is not None and self.study.met > 0 and not self.today

    @property
    def is_empty(self) -> bool:
        """Whether no bank is open, nor will be soon."""
        return not self.bank and not self.is_reading
