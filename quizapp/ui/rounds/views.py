"""What the pages around a round show, and what they carry away, as frozen values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from quizapp.domain.bank import Bank
from quizapp.domain.round_plan import AnsweringMode, RoundPlan
from quizapp.quiz.rounds import RoundHead


class Export(StrEnum):
    """What can be taken home from a round; the first word of its value is in the file's name."""

    HANDOUT_PDF = "handout-pdf"
    HANDOUT_HTML = "handout-html"
    HANDOUT_NOTES_PDF = "handout-notes-pdf"
    HANDOUT_NOTES_HTML = "handout-notes-html"
    QUESTIONS_CSV = "questions-csv"
    SCORES_CSV = "scores-csv"
    ANSWERS_CSV = "answers-csv"
    RESULTS_XLSX = "results-xlsx"
    XAPI = "xapi"
    STATISTICS = "statistics-csv"


class Material(StrEnum):
    """What can be printed for a plan."""

    CARDS = "cards"
    QUESTIONS = "questions"
    ANSWERS = "answers"
    KEY = "key"


@dataclass(frozen=True, slots=True)
class RunningRound:
    """A round that was not closed.

    Attributes:
        id: names it.
        title: what it is called.
        position: the question in front, from 1; 0 in the lobby.
        total: how many it asks.
        started_at: when it began, in UTC.
    """

    id: str
    title: str
    position: int
    total: int
    started_at: datetime


@dataclass(frozen=True, slots=True)
class KeptPlan:
    """A plan among those that are kept.

    Attributes:
        id: names it.
        title: what the trainer calls it.
        bank: the title of the bank it draws on; empty where that is not open.
        questions: how many it asks.
        answering: how the room answers.
    """

    id: str
    title: str
    bank: str
    questions: int
    answering: AnsweringMode


@dataclass(frozen=True, slots=True)
class RoundsView:
    """All rounds; those of the past newest first.

    Attributes:
        running: those to go on with, the newest first.
        plans: those that are kept.
        past: those that are over.
        has_bank: whether a bank is open, without which nothing can be planned.
        notice: what has just happened, as a sentence.
    """

    running: tuple[RunningRound, ...] = ()
    plans: tuple[KeptPlan, ...] = ()
    past: tuple[RoundHead, ...] = ()
    has_bank: bool = True
    notice: str = ""


@dataclass(frozen=True, slots=True)
class PlanView:
    """A plan to be made or changed.

    Attributes:
        plan: as it is kept, or one without questions.
        banks: the open banks that hold questions.
        bank_id: the bank in use, for a plan without questions.
        names: what the teams are called, by their ids.
        is_new: whether it was never kept.
    """

    plan: RoundPlan
    banks: tuple[Bank, ...] = ()
    bank_id: str = ""
    names: Mapping[str, str] = field(default_factory=dict)
    is_new: bool = True


@dataclass(frozen=True, slots=True)
class PlanDraft:
    """A plan as the page has it, and what its teams are called, by their ids."""

    plan: RoundPlan
    names: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class ScreenView:
    """A screen that can be the wall: its name, and its size in px."""

    name: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class CheckView:
    """What there is to look at before the room comes in.

    Attributes:
        plan: what is about to begin.
        bank: where its questions are.
        screens: those that can be the wall, without that of the console.
        screen: the one chosen; empty for one screen for both.
        is_rehearsal: whether nothing of it will be kept.
    """

    plan: RoundPlan
    bank: Bank
    screens: tuple[ScreenView, ...] = ()
    screen: str = ""
    is_rehearsal: bool = False
