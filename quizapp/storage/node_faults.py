"""What the nodes of a file may not be: anchors, aliases, tags, odd names, and texts too long."""

from collections.abc import Iterator
from typing import Any

from quizapp.storage.bank_schema import MAX_ENTRIES, MAX_QUESTIONS
from quizapp.storage.characters import shown
from quizapp.storage.codes import Code
from quizapp.storage.findings import Fault

MAX_TEXT = 20_000

_QUOTES = "Put the text in quotes if it is meant to begin so"

EMPTY_NAME = Fault(
    Code.ODD_FIELD_NAME, "The name of this field is empty.", "Write the name before the colon."
)
NO_NAME = Fault(
    Code.ODD_FIELD_NAME,
    "A list or fields stand where the name of a field is expected.",
    "Put the text in quotes if it is meant to begin with a bracket.",
)
MERGE_KEY = Fault(Code.MERGE_KEY, "“<<” merges other fields, which a bank may not do.", "Write them out.")
TOO_DEEP = Fault(
    Code.TOO_DEEP, "Lists and fields are nested too deep here.", "Twelve levels are allowed, three are usual."
)
TOO_MANY_PARTS = Fault(
    Code.TOO_MANY_PARTS, "The file has more parts than can be read.", "Split the bank into several files."
)
TOO_MANY_ENTRIES = Fault(
    Code.TOO_MANY_PARTS,
    f"A list or fields may have {MAX_ENTRIES:,} entries; the file is not read from here on.",
    "Delete what is too much.",
)
TOO_MANY_QUESTIONS = Fault(
    Code.TOO_MANY_QUESTIONS,
    f"A bank may have {MAX_QUESTIONS:,} questions; the file is not read from here on.",
    "Split the bank.",
)
TAG_DIRECTIVE = Fault(Code.TAG, "“%TAG” prepares for tags, which a bank may not use.", "Delete the line.")
SECOND_DOCUMENT = Fault(
    Code.SECOND_DOCUMENT,
    "A second document begins here.",
    "Make a file of each, and delete the line with three hyphens.",
)


def node_faults(event: Any) -> Iterator[Fault]:
    """What is wrong with a scalar, or with the start of a list or of fields."""
    if event.anchor is not None:
        message = f"The anchor {shown('&' + event.anchor)} may not stand in a bank."
        yield Fault(Code.ANCHOR, message, f"{_QUOTES}; otherwise delete it.")
    if event.tag is not None:
        yield Fault(Code.TAG, "A “!” begins a tag, which may not stand in a bank.", f"{_QUOTES}.")
    length = len(getattr(event, "value", ""))
    if length > MAX_TEXT:
        message = f"This text has {length:,} characters; {MAX_TEXT:,} are allowed."
        yield Fault(Code.TOO_LONG, message, "Shorten it.")


def alias_fault(name: str) -> Fault:
    """What is wrong with an alias."""
    message = f"The alias {shown('*' + name)} may not stand in a bank."
    return Fault(Code.ALIAS, message, f"{_QUOTES}; otherwise write out what it stands for.")


def repeated_name(name: str, first_line: int) -> Fault:
    """A field that is there already."""
    message = f"The field {shown(name)} is there twice; the first stands in line {first_line}."
    return Fault(Code.DUPLICATE_FIELD, message, "Delete one of the two, or mend its name.")
