"""The format of a bank as pydantic models, and the words that messages use for its parts."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import islice
from typing import Annotated, Any, Generic, Literal, TypeVar

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    WithJsonSchema,
    model_validator,
)

from quizapp.storage.banks.tree import Fields

MAX_ENTRIES = 10_000
MAX_QUESTIONS = MAX_ENTRIES  # a list like any other, with words of its own
MAX_ID = 64
MAX_LANGUAGE = 35  # what BCP 47 asks of programs with little room
MAX_DEFINITION = 600  # characters: a definition is quoted, and a quotation is short

SOME_TEXT = r"\S"
ID = r"^[a-z0-9](?:[a-z0-9_-]|\.[a-z0-9_-])*\.?$"
CLAIM_ID = r"^[A-Za-z0-9](?:[A-Za-z0-9_-]|\.[A-Za-z0-9_-])*\.?$"
LANGUAGE = r"^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$"

_UNKNOWN_FIELDS_TOLD = 100

Text = Annotated[str, StringConstraints(pattern=SOME_TEXT)]
Id = Annotated[str, StringConstraints(pattern=ID, max_length=MAX_ID)]
ClaimId = Annotated[str, StringConstraints(pattern=CLAIM_ID, max_length=MAX_ID)]
Quotation = Annotated[str, StringConstraints(pattern=SOME_TEXT, max_length=MAX_DEFINITION)]
Language = Annotated[str, StringConstraints(pattern=LANGUAGE, max_length=MAX_LANGUAGE)]
Texts = Annotated[list[Text], Field(max_length=MAX_ENTRIES)]
SideWord = Literal["product", "service"]


def _lower(value: object) -> object:
    return value.lower() if isinstance(value, str) else value


YesNo = Annotated[Literal["yes", "no", "true", "false"], BeforeValidator(_lower)]


class Entry(BaseModel):
    """Fields of a bank: unknown ones are refused, empty ones count as absent."""

    model_config = ConfigDict(extra="forbid", strict=True)

    @model_validator(mode="before")
    @classmethod
    def without_empty_fields(cls, data: Any) -> Any:
        """Leaves out known fields with nothing in them, and all but some of very many unknown ones."""
        if not isinstance(data, dict):
            return data
        known = names_of(cls)
        filled = {name: data[name] for name in known if name in data and not is_empty(data[name])}
        unknown = islice((name for name in data if name not in known), _UNKNOWN_FIELDS_TOLD)
        return filled | {name: data[name] for name in unknown}


def is_id(text: str) -> bool:
    """Whether a text keeps the rule for ids."""
    return len(text) <= MAX_ID and re.match(ID, text) is not None


def is_empty(value: object) -> bool:
    """Whether nothing is there: no text but blanks, or a list without entries."""
    if isinstance(value, str):
        return not value or value.isspace()
    return isinstance(value, list) and not value


@cache
def names_of(model: type[BaseModel]) -> frozenset[str]:
    """The names of a model's fields as they stand in files."""
    return frozenset(field.alias or name for name, field in model.model_fields.items())


def _listed(value: object) -> object:
    return [value] if isinstance(value, str) else value


Quotes = Annotated[
    list[Text],
    Field(max_length=MAX_ENTRIES),
    BeforeValidator(_listed),
    WithJsonSchema({"type": ["string", "number", "boolean", "null", "array"], "items": {"type": "string"}}),
]
"""One text, or a list of several."""


class ReasonEntry(Entry):
    """A fact of the scenario that somebody could give as the reason."""

    text: Text = Field(description="The fact, in one short sentence of at most 14 words.")
    side: SideWord | None = Field(
        None, alias="for", description="The label it supports here; left out, it decides nothing here."
    )
    cue: Text | None = Field(
        None, description="The kind of reason: the id of a cue or, without “for”, of a misconception."
    )
    quote: Quotes = Field(
        [],
        description="The words that show it, exactly as in the scenario, where they occur once; or a list.",
    )
    why: Text = Field(description="Answers whoever chose it: why it decides here, or why it does not.")


class OptionEntry(Entry):
    """One option of a choice."""

    text: Text = Field(description="What the option says.")
    why: Text = Field(description="Why it is right or wrong.")
    correct: YesNo = Field("no", description="Whether it is the right one: exactly one is.")


class QuestionEntry(Entry):
    """What both kinds of questions have."""

    id: Id = Field(description="Stable for ever and never used again.")
    claims: Texts = Field([], description="The ids of the claims that the explanation cites.")
    fact: Id | None = Field(None, description="An id; at most one question per fact is drawn for a paper.")
    notes: str | None = Field(None, description="For the trainer's eyes only.")
    topics: Texts = Field([], description="Words to choose questions by.")
    level: Literal["1", "2"] | None = Field(None, description="The Bloom level: 1 or 2.")
    background: YesNo = Field("no", description="Worth knowing, but not examined: kept out of papers.")


class VerdictEntry(QuestionEntry):
    """A scenario to be judged: product or service."""

    scenario: Text = Field(description="What happens; blank lines make paragraphs.")
    offer: str | None = Field(
        None, description="What is judged, as a short noun phrase: “Which label fits … better?”"
    )
    prompt: str | None = Field(None, description="A whole question that is asked instead of the usual one.")
    answer: SideWord = Field(description="The right verdict; when arguable, the side we lean to.")
    strength: Literal["clear", "leaning", "arguable"] = Field(
        "clear", description="How firmly the key stands."
    )
    reasons: Annotated[list[ReasonEntry], Field(max_length=MAX_ENTRIES)] = Field(
        [], description="Facts of the scenario that somebody could give as the reason; best four to six."
    )
    why: Text = Field(description="Why the answer fits, pointing at the facts of the scenario.")
    flips: str | None = Field(None, description="What would turn the verdict.")
    case_for_product: str | None = Field(
        None, description="The best case for a product; needed when arguable."
    )
    case_for_service: str | None = Field(
        None, description="The best case for a service; needed when arguable."
    )
    pair: Text | None = Field(None, description="The id of the verdict that differs by one fact.")


class ChoiceEntry(QuestionEntry):
    """An exam-style question with one right option."""

    prompt: Text = Field(description="The question asked.")
    style: Literal["standard", "missing-word", "list", "negative"] = Field(
        "standard", description="How it is asked."
    )
    statements: Texts = Field([], description="List style only: four statements, two of them right.")
    options: Annotated[list[OptionEntry], Field(min_length=2, max_length=6)] = Field(
        description="Two to six options, exactly one of them correct."
    )
    why: str | None = Field(None, description="What to say about the question as a whole.")


class BankEntry(Entry):
    """What a bank says about itself."""

    id: Id = Field(description="Stable for ever; unique among the banks that are open together.")
    title: Text = Field(description="The name people see.")
    language: Language = Field("en", description="The language of the texts, in the form of BCP 47.")
    version: str | None = Field(None, description="The version of the bank.")
    licence: str | None = Field(None, description="The licence, best as an SPDX identifier.")
    author: str | None = Field(None, description="Who wrote it.")
    reviewed: str | None = Field(None, description="Who signed it off, and when.")
    notice: str | None = Field(None, description="Shown under About and on every handout.")


class SourceEntry(Entry):
    """The text whose arguments a vocabulary paraphrases."""

    title: str | None = Field(None, description="Its title.")
    author: str | None = Field(None, description="Its author.")
    publisher: str | None = Field(None, description="Its publisher.")
    url: str | None = Field(None, description="Its address; shown, never opened.")


class CueEntry(Entry):
    """One thing that can decide a scenario."""

    name: Text = Field(description="Neutral: true of neither verdict.")
    for_product: Text = Field(description="What it looks like when it speaks for a product.")
    for_service: Text = Field(description="What it looks like when it speaks for a service.")
    asks: str | None = Field(None, description="The question to put to a scenario.")
    claims: Texts = Field(
        [], description="The ids of the claims it rests on; empty when it comes from elsewhere."
    )
    origin: str | None = Field(
        None, alias="from", description="Where it comes from, when not from the claims."
    )
    supports_only: YesNo = Field(
        "no", description="Whether it never decides alone: it is asked for where no other cue is."
    )


class MisconceptionEntry(Entry):
    """A tempting reason that decides nothing."""

    name: Text = Field(description="What people say.")
    because: Text = Field(description="Why it decides nothing.")
    claims: Texts = Field([], description="The ids of the claims that speak against it.")


class DefinitionEntry(Entry):
    """One wording of what a term means."""

    of: Text = Field(description="The term it defines.")
    origin: Text = Field(alias="from", description="Whose wording it is.")
    text: Quotation = Field(description="The wording, letter by letter; quotation marks are added.")
    note: str | None = Field(None, description="Where it is printed, and what to mind about it.")
    exams: Annotated[list[Literal["itil4", "v5"]], Field(max_length=MAX_ENTRIES)] = Field(
        [], description="The exams that ask for this wording."
    )


class VocabularyEntry(Entry):
    """What the banks on one article share."""

    source: SourceEntry | None = Field(None, description="The text it paraphrases.")
    definitions: Annotated[list[DefinitionEntry], Field(max_length=MAX_ENTRIES)] = Field(
        [], description="What terms mean, as different texts put it."
    )
    claims: dict[ClaimId, Text] = Field({}, description="What the source says, in our own words, by id.")
    cues: Annotated[dict[Id, CueEntry], Field(min_length=2)] = Field(
        description="What can decide a scenario, by id."
    )
    misconceptions: dict[Id, MisconceptionEntry] = Field(
        {}, description="Tempting reasons that decide nothing, by id."
    )


class FileEntry(Entry):
    """The top of a bank's file, its parts unread."""

    bank: dict[str, Any]
    questions: list[Any]
    vocabulary: dict[str, Any] | None = None
    definitions: Annotated[list[DefinitionEntry], Field(max_length=MAX_ENTRIES)] = []


E = TypeVar("E", bound=Entry)


@dataclass(frozen=True, slots=True)
class Form(Generic[E]):
    """A model with what messages need to know about it.

    Attributes:
        model: the model.
        noun: how a message calls such a part, such as `This question`.
        other_kind: fields that belong to the other kind of question, and the name of that kind.
        stand_ins: values that stand for required fields that are lost, so that the rest can be checked.
    """

    model: type[E]
    noun: str
    other_kind: tuple[frozenset[str], str] = (frozenset(), "")
    stand_ins: Mapping[str, str] = field(default_factory=dict)


_VERDICT_FIELDS = names_of(VerdictEntry)
_CHOICE_FIELDS = names_of(ChoiceEntry)

FILE = Form(FileEntry, "The file")
BANK = Form(BankEntry, "The bank")
VOCABULARY = Form(VocabularyEntry, "The vocabulary")
VERDICT = Form(
    VerdictEntry,
    "This question",
    (_CHOICE_FIELDS - _VERDICT_FIELDS, "choice"),
    {"id": "lost", "scenario": "lost", "answer": "product", "why": "lost"},
)
CHOICE = Form(
    ChoiceEntry,
    "This question",
    (_VERDICT_FIELDS - _CHOICE_FIELDS, "verdict"),
    {"id": "lost", "prompt": "lost"},
)

QUESTION_FIELDS = sorted(_VERDICT_FIELDS | _CHOICE_FIELDS)


def is_verdict(question: Fields) -> bool:
    """Whether a question in a file is meant as a verdict."""
    return "options" not in question and ("scenario" in question or "answer" in question)


def is_choice(question: Fields) -> bool:
    """Whether a question in a file is meant as a choice."""
    return "options" in question or (
        not is_verdict(question) and ("style" in question or "statements" in question)
    )
