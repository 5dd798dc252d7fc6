"""What is asked: verdicts (a scenario, product or service) and choices (one right option of several)."""

import hashlib
import json
from dataclasses import dataclass
from enum import StrEnum

DEFAULT_PROMPT = "Product or service?"


class Side(StrEnum):
    """The two answers of a verdict. Product always stands first."""

    PRODUCT = "product"
    SERVICE = "service"

    @property
    def other(self) -> "Side":
        """The opposite side."""
        return Side.SERVICE if self is Side.PRODUCT else Side.PRODUCT


class Strength(StrEnum):
    """How firmly the key of a verdict stands."""

    CLEAR = "clear"
    LEANING = "leaning"
    ARGUABLE = "arguable"


class ChoiceStyle(StrEnum):
    """The styles of exam questions."""

    STANDARD = "standard"
    MISSING_WORD = "missing-word"
    LIST = "list"
    NEGATIVE = "negative"


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words of the scenario that speak, by one cue, for one side."""

    quote: str
    cue: str
    side: Side


@dataclass(frozen=True, slots=True)
class Tempting:
    """Why a misconception pulls to the other answer, and why it fails here."""

    misconception: str
    why: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """A scenario to be judged: product or service. Texts are plain; empty means absent."""

    id: str
    scenario: str
    answer: Side
    why: str
    prompt: str = DEFAULT_PROMPT
    strength: Strength = Strength.CLEAR
    evidence: tuple[Evidence, ...] = ()
    not_deciding: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    tempting: tuple[Tempting, ...] = ()
    flips: str = ""
    case_for_product: str = ""
    case_for_service: str = ""
    pair: str = ""
    fact: str = ""
    notes: str = ""
    topics: tuple[str, ...] = ()
    level: int | None = None

    def case_for(self, side: Side) -> str:
        """The best case for one side; empty unless the author wrote one."""
        return self.case_for_product if side is Side.PRODUCT else self.case_for_service


@dataclass(frozen=True, slots=True)
class Option:
    """One option of a choice, with the reason why it is right or wrong."""

    text: str
    why: str
    correct: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """An exam-style question: two to six options, exactly one of them correct."""

    id: str
    prompt: str
    options: tuple[Option, ...]
    style: ChoiceStyle = ChoiceStyle.STANDARD
    statements: tuple[str, ...] = ()
    why: str = ""
    claims: tuple[str, ...] = ()
    fact: str = ""
    notes: str = ""
    topics: tuple[str, ...] = ()
    level: int | None = None

    @property
    def key(self) -> int:
        """The index of the correct option in the order of the bank."""
        return next(index for index, option in enumerate(self.options) if option.correct)


Question = Verdict | Choice


def is_arguable(question: Question) -> bool:
    """Whether both answers can be argued, so that none is right."""
    return isinstance(question, Verdict) and question.strength is Strength.ARGUABLE


def revision(question: Question) -> str:
    """Twelve hexadecimal digits that change when what is asked or its key changes.

    Explanations, topics and tempting reasons do not count, so that a mended typo there keeps the
    statistics of the question.
    """
    match question:
        case Verdict():
            asked: list[object] = [question.scenario, question.prompt, question.answer, question.strength]
        case Choice():
            asked = [question.prompt, question.statements, [option.text for option in question.options]]
            asked.append(question.key)
    text = json.dumps(asked, ensure_ascii=False)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]
