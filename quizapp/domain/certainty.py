"""How sure somebody is of an answer, and the marks that come of saying so honestly.

Certainty-based marking by A. R. Gardner-Medwin: https://tmedwin.net/cbm/, and Moodle's `question_cbm`.
"""

from dataclasses import dataclass
from enum import IntEnum


class Certainty(IntEnum):
    """How sure somebody says to be that an answer is right, in three levels.

    Marks by certainty are 1, 2, 3 for a right answer and 0, −2, −6 for a wrong one (Gardner-Medwin). With a
    chance P of being right they come to P, 4P − 2 and 9P − 6 on average: so each level pays best in its own
    range, which ends at P = 2/3 and at P = 4/5, and whoever says how sure they are as it is earns most.
    """

    LOW = 1
    MIDDLE = 2
    HIGH = 3

    def marks(self, *, is_right: bool) -> int:
        """The marks by certainty of an answer; "right" means that the question earned its mark."""
        return int(self) if is_right else _COSTS[self]

    @property
    def window(self) -> tuple[float, float]:
        """From which share right to which, 0 to 1, this level is the one that pays best."""
        return _WINDOWS[self]


_COSTS = {Certainty.LOW: 0, Certainty.MIDDLE: -2, Certainty.HIGH: -6}
_WINDOWS = {Certainty.LOW: (0.0, 2 / 3), Certainty.MIDDLE: (2 / 3, 4 / 5), Certainty.HIGH: (4 / 5, 1.0)}

LEVELS = tuple(str(int(level)) for level in Certainty)
"""The levels in the form they are stored, the lowest first."""


@dataclass(frozen=True, slots=True)
class LevelTally:
    """What the marked answers of one level came to: how many there are, and how many are right."""

    level: Certainty
    answers: int
    right: int

    @property
    def marks(self) -> int:
        """The sum of their marks by certainty."""
        wrong = self.answers - self.right
        return self.right * self.level.marks(is_right=True) + wrong * self.level.marks(is_right=False)


def by_level(answers: list[tuple[Certainty, bool]]) -> tuple[LevelTally, ...]:
    """One tally for each level, the lowest first, also where nothing was answered with it.

    Args:
        answers: how sure somebody was of each marked answer, and whether it is right.
    """
    return tuple(
        LevelTally(level, sum(each is level for each, _ in answers), answers.count((level, True)))
        for level in Certainty
    )
