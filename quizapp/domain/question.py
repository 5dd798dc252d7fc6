"""What is asked: verdicts (a scenario, product or service) and choices (one right option of several)."""

import json
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from quizapp.domain.digest import hex_digest
from quizapp.domain.quotes import folded
from quizapp.domain.side import Side as Side  # noqa: PLC0414 - whoever knows questions has it from here

DEFAULT_PROMPT = "Which label fits the offer better?"
"""What a verdict asks that names no offer and has no prompt of its own."""

EITHER = "either"
"""The third answer, "either can be argued", where three stand to choose from."""

MEANING_OF, TERM_FOR = "term:", "meaning:"
"""How the ids of questions begin that are made of definitions, see `terms`. No author can write a colon."""

_FIRST_DEFAULT = "Product or service?"  # the default before 0.2: what was answered then still counts


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
class Reason:
    """A fact of a scenario that somebody could give as the reason for an answer.

    Attributes:
        text: the fact, in one short sentence.
        why: answers whoever chose it: why it decides, or why it does not.
        side: the label it supports in this scenario; None when it decides nothing here.
        cue: the kind of reason: the id of a cue, or of a misconception; empty for none.
        quotes: the words of the scenario that show it; empty when it marks nothing.
    """

    text: str
    why: str
    side: Side | None = None
    cue: str = ""
    quotes: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """Twelve hexadecimal digits that stand for its text, however its question lists or wraps it."""
        text = folded(unicodedata.normalize("NFC", self.text))
        return hex_digest(text.encode("utf-8", "surrogatepass"))[:12]


@dataclass(frozen=True, slots=True)
class Verdict:
    """A scenario to be judged: product or service. Texts are plain; empty means absent.

    Attributes:
        answer: the label that fits; of an arguable one the side it leans to.
        offer: what is judged, as a short noun phrase.
        own_prompt: a whole question that is asked instead of the usual one.
        reasons: facts of the scenario, those that decide it and others.
        background: whether it is worth knowing but not examined.
    """

    id: str
    scenario: str
    answer: Side
    why: str
    offer: str = ""
    own_prompt: str = ""
    strength: Strength = Strength.CLEAR
    reasons: tuple[Reason, ...] = ()
    claims: tuple[str, ...] = ()
    flips: str = ""
    case_for_product: str = ""
    case_for_service: str = ""
    pair: str = ""
    fact: str = ""
    notes: str = ""
    topics: tuple[str, ...] = ()
    level: int | None = None
    background: bool = False

    @property
    def prompt(self) -> str:
        """What is asked about the scenario."""
        if self.own_prompt:
            return self.own_prompt
        return f"Which label fits {self.offer} better?" if self.offer else DEFAULT_PROMPT

    def case_for(self, side: Side) -> str:
        """The best case for one side; empty unless the author wrote one."""
        return self.case_for_product if side is Side.PRODUCT else self.case_for_service

    @property
    def sides(self) -> tuple[Side, ...]:
        """The labels that may be right: that of the key, or both when it is arguable."""
        return tuple(Side) if self.strength is Strength.ARGUABLE else (self.answer,)

    def reasons_for(self, side: Side) -> tuple[Reason, ...]:
        """The reasons that support a label, in the author's order."""
        return tuple(reason for reason in self.reasons if reason.side is side)

    @property
    def deciding(self) -> tuple[Reason, ...]:
        """The reasons for the answer; for both labels when it is arguable."""
        return tuple(reason for reason in self.reasons if reason.side in self.sides)

    @property
    def others(self) -> tuple[Reason, ...]:
        """The reasons that are wrong to give: all that do not support a label that may be right."""
        return tuple(reason for reason in self.reasons if reason.side not in self.sides)


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
    background: bool = False

    @property
    def key(self) -> int:
        """The index of the correct option in the order of the bank."""
        return next(index for index, option in enumerate(self.options) if option.correct)

    @property
    def responses(self) -> tuple[str, ...]:
        """What is kept for each option where it was chosen: its index, in the order of the bank.

        A question made of a definition has other options as soon as other definitions have changed: there it
        is twelve hexadecimal digits that stand for the text of the option.
        """
        if not is_made_of_definition(self.id):
            return tuple(map(str, range(len(self.options))))
        return tuple(hex_digest(each.text.encode("utf-8", "surrogatepass"))[:12] for each in self.options)


Question = Verdict | Choice


def is_made_of_definition(question_id: str) -> bool:
    """Whether an id is that of a question made of a definition, which stands in no list of a bank."""
    return question_id.startswith((MEANING_OF, TERM_FOR))


def is_arguable(question: Question) -> bool:
    """Whether both answers can be argued, so that none is right."""
    return isinstance(question, Verdict) and question.strength is Strength.ARGUABLE


def revision(question: Question) -> str:
    """Twelve hexadecimal digits that change when what is asked or its key changes.

    Explanations, topics and reasons do not count, so that a mended typo there keeps the statistics of
    the question. Neither does the wording of the usual prompt, nor what stands beside the right answer of a
    question made of a definition: those are the words of other terms.
    """
    match question:
        case Verdict():
            prompt = question.own_prompt or _FIRST_DEFAULT
            asked: list[object] = [question.scenario, prompt, question.answer, question.strength]
            asked += [question.offer] if question.offer else []
        case Choice() if is_made_of_definition(question.id):
            asked = [question.prompt, question.options[question.key].text]
        case Choice():
            asked = [question.prompt, question.statements, [option.text for option in question.options]]
            asked.append(question.key)
    text = json.dumps(asked, ensure_ascii=False)
    return hex_digest(text.encode("utf-8", "surrogatepass"))[:12]
