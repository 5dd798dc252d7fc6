"""What the Practice page is given to show."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from quizapp.domain.history import CueScore
from quizapp.domain.selection import Which


@dataclass(frozen=True, slots=True)
class BankChoice:
    """An open bank that can be practised."""

    id: str
    title: str
    questions: int


@dataclass(frozen=True, slots=True)
class PracticeView:
    """What can be chosen from; without banks there is nothing to practise.

    Attributes:
        banks: the open banks that hold questions.
        bank_id: the one looked at.
        topics: all of its topics, in the order shown.
        counts: how many of its questions on the topics chosen fit each choice.
        weakest: its weakest cue; None while none stands out.
    """

    banks: tuple[BankChoice, ...] = ()
    bank_id: str = ""
    topics: tuple[str, ...] = ()
    counts: Mapping[Which, int] = field(default_factory=dict)
    weakest: CueScore | None = None
