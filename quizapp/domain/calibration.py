"""How sure somebody was, against how often they were right."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from statistics import fmean

from quizapp.domain.certainty import Certainty, LevelTally
from quizapp.domain.chance import wilson

STAND_INS = {Certainty.LOW: 0.58, Certainty.MIDDLE: 0.73, Certainty.HIGH: 0.90}
"""A probability for each level, so that what asks for one can be worked out: about the middle of its range,
where of two answers even a guess is right half of the time. Nobody has said these: name them wherever a
figure rests on them."""

CLEARLY = 0.5
"""From which (share - limit)² · answers on a level is clearly outside its range; Moodle calls that a rough
sign of significance."""

_ROUNDING = 0.0000005  # Moodle's own tolerance at the ends of a range


class Judgement(StrEnum):
    """What the answers of one level say about the person's sureness."""

    NOTHING = "nothing"
    """The level was never chosen."""
    FITS = "fits"
    SLIGHTLY_OVER = "slightly-overconfident"
    OVER = "overconfident"
    SLIGHTLY_UNDER = "slightly-underconfident"
    UNDER = "underconfident"
    UNCLEAR = "unclear"
    """The share lies outside the level's range, but its interval reaches into it."""


def judge(share: float, answers: int, window: tuple[float, float]) -> Judgement:
    """Whether a share right lies in the range in which a level pays best.

    Args:
        share: how many of the answers are right, 0 to 1.
        answers: how many there are.
        window: lower and upper end of the level's range, 0 to 1.

    Source: Moodle, `question/behaviour/deferredcbm/behaviourtype.php`: below the range overconfident, above
    it underconfident, slightly so unless (share - limit)² · answers > 0.5.
    """
    low, high = window
    if not answers:
        return Judgement.NOTHING
    if share < low - _ROUNDING:
        is_clear = (share - low) ** 2 * answers > CLEARLY
        return Judgement.OVER if is_clear else Judgement.SLIGHTLY_OVER
    if share > high + _ROUNDING:
        is_clear = (share - high) ** 2 * answers > CLEARLY
        return Judgement.UNDER if is_clear else Judgement.SLIGHTLY_UNDER
    return Judgement.FITS


@dataclass(frozen=True, slots=True)
class LevelResult:
    """How the answers of one level went.

    Attributes:
        tally: how many there are, and how many are right.
    """

    tally: LevelTally

    @property
    def share(self) -> float:
        """The share right, 0 to 1; 0 where there are none."""
        return self.tally.right / self.tally.answers if self.tally.answers else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """The 95 % Wilson interval of that share, 0 to 1."""
        return wilson(self.tally.right, self.tally.answers)

    @property
    def judgement(self) -> Judgement:
        """Whether the level was chosen rightly, as Moodle has it, by however few answers."""
        return judge(self.share, self.tally.answers, self.tally.level.window)

    @property
    def supported(self) -> Judgement:
        """The same as far as the answers bear it out, which is what people are told.

        Over- or underconfident only where the 95 % interval lies wholly outside the level's range, so never
        slightly: an interval leaves a limit p from (share - p)² · answers > 1.96² · p(1 - p) on, which is
        more than `CLEARLY` at both limits.
        """
        (begin, end), (low, high) = self.tally.level.window, self.interval
        if high < begin:
            return Judgement.OVER
        if low > end:
            return Judgement.UNDER
        found = self.judgement
        return found if found in (Judgement.NOTHING, Judgement.FITS) else Judgement.UNCLEAR


@dataclass(frozen=True, slots=True)
class FourWay:
    """Answers by whether they were sure and right; sure is a level at which a wrong answer costs marks."""

    sure_right: int
    sure_wrong: int
    unsure_right: int
    unsure_wrong: int


@dataclass(frozen=True, slots=True)
class Calibration:
    """How sure somebody was of their marked first answers, against how they went.

    Attributes:
        levels: one for each level, the lowest first.
    """

    levels: tuple[LevelResult, ...]

    @property
    def answers(self) -> int:
        """How many answers there are, 1 or more."""
        return sum(each.tally.answers for each in self.levels)

    @property
    def right(self) -> int:
        """How many of them are right: their plain points."""
        return sum(each.tally.right for each in self.levels)

    @property
    def marks(self) -> int:
        """The sum of their marks by certainty."""
        return sum(each.tally.marks for each in self.levels)

    @property
    def bonus(self) -> float:
        """How much better than by one level throughout, see `bonus`; below 0 worse."""
        return bonus(self.marks / self.answers, self.right / self.answers)

    @property
    def four_way(self) -> FourWay:
        """The answers by whether they were sure and right."""
        sure = [each.tally for each in self.levels if each.tally.level.marks(is_right=False) < 0]
        unsure = [each.tally for each in self.levels if each.tally.level.marks(is_right=False) == 0]
        return FourWay(
            sum(each.right for each in sure),
            sum(each.answers - each.right for each in sure),
            sum(each.right for each in unsure),
            sum(each.answers - each.right for each in unsure),
        )

    @property
    def stated(self) -> tuple[tuple[float, int, int], ...]:
        """For each level its stand-in, see `STAND_INS`, how many answers there are, how many right."""
        return tuple(
            (STAND_INS[each.tally.level], each.tally.answers, each.tally.right) for each in self.levels
        )


def calibration(tallies: Iterable[LevelTally]) -> Calibration | None:
    """How sure somebody was against how right; None where they never said.

    Args:
        tallies: of the levels, in any order; those of one level are added up.
    """
    found = dict.fromkeys(Certainty, (0, 0))
    for each in tallies:
        answers, right = found[each.level]
        found[each.level] = answers + each.answers, right + each.right
    levels = tuple(LevelResult(LevelTally(level, *counts)) for level, counts in found.items())
    return Calibration(levels) if any(each.tally.answers for each in levels) else None


def bonus(mean_mark: float, accuracy: float) -> float:
    """What telling sure answers from unsure ones earned, in units of accuracy.

    Args:
        mean_mark: the mean mark by certainty, -6 to 3.
        accuracy: the share right, 0 to 1.

    Returns:
        0.1 · (mean mark - max(a, 4a - 2, 9a - 6)): the mean mark beside that of somebody who is right as
        often and always says the one level that pays best. Accuracy plus bonus is the combined score.

    Source: A. R. Gardner-Medwin; Moodle, `deferredcbm/behaviourtype.php`, `calculate_bonus`.
    """
    return 0.1 * (mean_mark - max(accuracy, 4 * accuracy - 2, 9 * accuracy - 6))


Stated = Sequence[tuple[float, int, int]]
"""For each probability that was stated (0 to 1), how many answers there are, and how many are right."""


def bias(stated: Stated) -> float:
    """Mean stated probability less the share right, -1 to 1; above 0 overconfident. Needs an answer.

    Source: Lichtenstein, Fischhoff and Phillips (1982); M. Björkman, Organ. Behav. Hum. Decis. Process. 51
    (1992) 386-405.
    """
    total = sum(answers for _, answers, _ in stated)
    return sum(p * answers - right for p, answers, right in stated) / total


def brier(stated: Stated) -> float:
    """The Brier score, 0 (best) to 1: the mean of (p - y)², y being 1 for a right answer and else 0.

    Source: G. W. Brier, Monthly Weather Review 78 (1950) 1-3, in the form for one of two outcomes.
    """
    return fmean(
        (p - outcome) ** 2
        for p, answers, right in stated
        for outcome in (*(1,) * right, *(0,) * (answers - right))
    )


def expected_calibration_error(stated: Stated) -> float:
    """Σ nᵦ/n · |accᵦ - confᵦ| over the stated probabilities, 0 (best) to 1. Needs an answer.

    Source: M. P. Naeini, G. F. Cooper and M. Hauskrecht, AAAI (2015) 2901-2907; the bins are the levels.
    """
    total = sum(answers for _, answers, _ in stated)
    return sum(abs(right - p * answers) for p, answers, right in stated) / total
