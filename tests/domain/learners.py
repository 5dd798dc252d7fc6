"""Simulated learners of known ability, who know to a known degree what they know."""

from collections.abc import Callable
from datetime import timedelta
from random import Random

from quizapp.domain.certainty import Certainty, LevelTally
from quizapp.domain.progress import SessionTally
from tests.domain.examples import NOON


def honest(chance: float) -> Certainty:
    """The level that pays best with a chance of being right."""
    return next(level for level in Certainty if chance <= level.window[1])


def boastful(chance: float) -> Certainty:
    """One level higher, as far as there is one."""
    return Certainty(min(honest(chance) + 1, Certainty.HIGH))


def modest(chance: float) -> Certainty:
    """One level lower, likewise."""
    return Certainty(max(honest(chance) - 1, Certainty.LOW))


def answers(random: Random, number: int, says: Callable[[float], Certainty]) -> list[LevelTally]:
    """Answers of a learner whose chance of being right is even from 1/2 to 1; what comes of them by level."""
    told = []
    for _ in range(number):
        chance = random.uniform(0.5, 1)
        told.append(LevelTally(says(chance), 1, int(random.random() < chance)))
    return told


def sessions(random: Random, ability: Callable[[int], float], number: int, length: int) -> list[SessionTally]:
    """Sessions of a learner whose ability is known, one a day, on questions of two answers."""
    return [
        SessionTally(
            NOON + timedelta(days=day),
            length,
            sum(random.random() < ability(day) for _ in range(length)),
            length / 2,
        )
        for day in range(number)
    ]
