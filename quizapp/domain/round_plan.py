"""What a trainer plans before a round: the questions in their order, and how the room answers."""

from dataclasses import dataclass
from enum import StrEnum

from quizapp.domain.attempt import QuestionRef


class AnsweringMode(StrEnum):
    """How the room answers."""

    HANDS = "hands"
    TEAMS = "teams"
    BUZZ = "buzz"
    PAPER = "paper"


class ScoreShowing(StrEnum):
    """When the wall shows scores."""

    OFF = "off"
    END = "end"
    ALWAYS = "always"


class AfterLock(StrEnum):
    """What the key for the next step does once a vote is locked; the trainer may always do otherwise.

    `ASK` does nothing but say what can be done: a double press never reveals.
    """

    ASK = "ask"
    DISCUSS_WHEN_SPLIT = "discuss-when-split"
    REVEAL = "reveal"


LONGEST_TITLE = 80
MOST_TEAMS = 9
MOST_PEOPLE = 500


@dataclass(frozen=True, slots=True)
class Bands:
    """The shares right (0 to 1) below which to explain first, and above which to move on.

    For one of several options 35 and 70 % (Crouch and Mazur, 2001); with two answers half is right by
    chance, so the same share of people who know is at 57 and 80 % (our inference).
    """

    low: float
    high: float


TWO_ANSWERS = Bands(0.57, 0.80)
SEVERAL_ANSWERS = Bands(0.35, 0.70)


@dataclass(frozen=True, slots=True)
class RoundPlan:
    """A round as it is planned.

    Attributes:
        id: its name among the plans that are kept.
        title: what the trainer calls it.
        questions: in the order asked, all of one bank.
        answering: how the room answers at first; it may change in the middle.
        headcount: how many people there are, for hands; 0 where nobody counted them.
        teams: how many teams there are, for teams and buzzing, 0 to 9.
        warm_up: whether the first question is worth nothing.
        seconds: the time for a vote; 0 for none.
        is_hard: whether the vote locks itself when the time is over.
        scores: when the wall shows scores.
        verdict_bands, choice_bands: what the advice after a vote goes by.
        after_lock: what the key for the next step does once a vote is locked.
    """

    id: str
    title: str
    questions: tuple[QuestionRef, ...]
    answering: AnsweringMode = AnsweringMode.HANDS
    headcount: int = 0
    teams: int = 0
    warm_up: bool = False
    seconds: int = 0
    is_hard: bool = False
    scores: ScoreShowing = ScoreShowing.END
    verdict_bands: Bands = TWO_ANSWERS
    choice_bands: Bands = SEVERAL_ANSWERS
    after_lock: AfterLock = AfterLock.ASK
