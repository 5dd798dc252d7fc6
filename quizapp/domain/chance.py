"""How far a score can be trusted: its interval, and what guessing alone would reach."""

from collections.abc import Iterable
from math import sqrt

Z95 = 1.959963984540054
"""The 97.5th percentile of the standard normal distribution: two-sided 95 %."""

ENOUGH = 10
"""From how many answers on an interval is shown: of fewer it is so wide that it says nothing."""


def wilson(successes: float, trials: int, z: float = Z95) -> tuple[float, float]:
    """The Wilson score interval of a proportion.

    Args:
        successes: how many succeeded, 0 to `trials`.
        trials: how many there were; with none the interval is (0, 1).
        z: the normal quantile; 1.96 gives 95 %.

    Returns:
        Lower and upper bound, each from 0 to 1.

    Source: E. B. Wilson, J. Amer. Statist. Assoc. 22 (1927) 209-212: centre (p + z²/2n)/(1 + z²/n),
    half width z/(1 + z²/n) · √(p(1-p)/n + z²/4n²).
    """
    if trials == 0:
        return 0.0, 1.0
    share = successes / trials
    scale = 1 + z * z / trials
    centre = (share + z * z / (2 * trials)) / scale
    half = z / scale * sqrt(share * (1 - share) / trials + z * z / (4 * trials * trials))
    return max(0.0, centre - half), min(1.0, centre + half)


def chance_of_reaching(marks: int, chances: Iterable[float]) -> float:
    """The chance of earning at least so many marks by guessing every question.

    Args:
        marks: the marks to be reached.
        chances: for each marked question the chance (0 to 1) of earning its one mark by a guess.

    Returns:
        P(X >= marks), where X has the Poisson-binomial distribution of `chances`, by the usual
        convolution one question at a time (exact; no approximation).
    """
    distribution = [1.0]
    for chance in chances:
        missed = [probability * (1 - chance) for probability in distribution]
        earned = [probability * chance for probability in distribution]
        distribution = [
            without + with_it for without, with_it in zip([*missed, 0.0], [0.0, *earned], strict=True)
        ]
    return min(1.0, sum(distribution[max(0, marks) :]))
