"""How well a cue is mastered; apart from what finds it out, so that the first picture loads no more."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CueScore:
    """How well one cue is mastered.

    Attributes:
        cue: its id.
        name: its name.
        earned: questions decided by it that were answered right and for a right reason.
        asked: questions decided by it that were answered and given a reason, each counted once, in its
            last first answer; answers without the reason step say nothing of a cue.
        low: lower bound of the 95 % Wilson interval of earned ÷ asked, 0 to 1.
        high: upper bound.
    """

    cue: str
    name: str
    earned: int
    asked: int
    low: float
    high: float
