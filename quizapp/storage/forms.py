"""The forms of the parts of a file: models with the words that messages use for them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from quizapp.storage import bank_schema as schema
from quizapp.storage.tree import Fields

E = TypeVar("E", bound=schema.Entry)


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


_VERDICT_FIELDS = schema.names_of(schema.VerdictEntry)
_CHOICE_FIELDS = schema.names_of(schema.ChoiceEntry)

FILE = Form(schema.FileEntry, "The file")
BANK = Form(schema.BankEntry, "The bank")
VOCABULARY = Form(schema.VocabularyEntry, "The vocabulary")
VERDICT = Form(
    schema.VerdictEntry,
    "This question",
    (_CHOICE_FIELDS - _VERDICT_FIELDS, "choice"),
    {"id": "lost", "scenario": "lost", "answer": "product", "why": "lost"},
)
CHOICE = Form(
    schema.ChoiceEntry,
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
