"""What to tell an author about a part that does not have its form: plain words for pydantic's errors."""

from collections.abc import Mapping
from typing import Any

from pydantic_core import ErrorDetails

from quizapp.storage import bank_schema as schema
from quizapp.storage.characters import shown
from quizapp.storage.codes import Code
from quizapp.storage.findings import Fault, Path
from quizapp.storage.forms import Form
from quizapp.storage.likeness import did_you_mean
from quizapp.storage.tree import Fields, Items

_FIELDS_HINT = "Write “name: value” lines, indented below it."
_TEXT_HINT = "If this is meant to be one text, put it in quotes; a text that holds “: ” always needs them."
_LIST_HINT = "Write “- ” before each entry on a line of its own, or all of them as [one, another]."
_ID_RULE = "An id has at most 64 small letters, digits, “.”, “_” and “-”; no sign first, no “..” in it."
_NO_BREAK_SPACE = "\u00a0"
_MARKS = "A bank does not say how many marks a question earns."
_NO_MEDIA = "A bank is text: it has no pictures and opens no addresses."
_ON_TOP = "It belongs at the top of the file, beside “bank:”."
_IN_VOCABULARY = "It belongs to a vocabulary."
_OTHER_NAMES = {
    "explanation": "The field is “why”.",
    "rationale": "The field is “why”.",
    "reason": "The field is “why”.",
    "tags": "The field is “topics”.",
    "choices": "The field is “options”.",
    "title": "The title of a bank stands below “bank:”.",
    "source": _IN_VOCABULARY,
    "cues": _IN_VOCABULARY,
    "definitions": _IN_VOCABULARY,
    "questions": _ON_TOP,
    "vocabulary": _ON_TOP,
    "points": _MARKS,
    "score": _MARKS,
    "image": _NO_MEDIA,
    "media": _NO_MEDIA,
    "url": _NO_MEDIA,
}
_NOUNS = {
    "evidence": "This entry of evidence",
    "tempting": "This entry of “tempting”",
    "options": "This option",
    "cues": "This cue",
    "definitions": "This definition",
    "misconceptions": "This misconception",
}
_MODELS: dict[str, type[schema.Entry]] = {
    "evidence": schema.EvidenceEntry,
    "tempting": schema.TemptingEntry,
    "options": schema.OptionEntry,
    "source": schema.SourceEntry,
    "cues": schema.CueEntry,
    "definitions": schema.DefinitionEntry,
    "misconceptions": schema.MisconceptionEntry,
}


def missing(form: Form[Any], path: Path, *, is_there: bool) -> Fault:
    """A required field that is not there, or has nothing in it."""
    name = shown(str(path[-1]))
    if is_there:
        return Fault(Code.EMPTY_FIELD, f"The field {name} is empty.", "Fill it in.")
    noun = form.noun if len(path) == 1 else _NOUNS[str(path[0])]
    return Fault(Code.MISSING_FIELD, f"{noun} has no field {name}.", f"Add a line “{path[-1]}: …”.")


def unfit(form: Form[Any], path: Path, detail: ErrorDetails, value: object) -> Fault:
    """A part that is there and cannot be so.

    Args:
        form: the form of the whole.
        path: the way to the part.
        detail: pydantic's error.
        value: what stands there.
    """
    name = shown(next((step for step in reversed(path) if isinstance(step, str)), ""))
    if not isinstance(path[-1], str):
        name = f"An entry of {name}"
    match detail["type"]:
        case "extra_forbidden":
            return _unknown_field(form, path)
        case "too_short" | "too_long":
            return _wrong_length(name, detail.get("ctx", {}))
        case "list_type" | "dict_type" | "model_type" | "string_type" as kind:
            return _wrong_type(name, kind, value)
        case "literal_error" if isinstance(value, str):
            return _unknown_word(name, value, detail["ctx"]["expected"])
        case _ if isinstance(value, str) and not schema.is_empty(value):
            return _bad_pattern(name, value, detail.get("ctx", {}))
        case _:
            return _wrong_type(name, "string_type", value)


def _wrong_type(name: str, wanted: str, value: object) -> Fault:
    if schema.is_empty(value):
        return Fault(Code.EMPTY_FIELD, f"{name} is empty.", "Fill it in, or delete the line.")
    what = _what(value)
    if wanted == "string_type":
        return Fault(Code.NOT_A_TEXT, f"{name} is a text, and here {what}.", _TEXT_HINT)
    if wanted == "list_type":
        return Fault(Code.NOT_A_LIST, f"{name} is a list, and here {what}.", _LIST_HINT)
    return Fault(Code.NOT_FIELDS, f"{name} has fields, and here {what}.", _FIELDS_HINT)


def _what(value: object) -> str:
    if isinstance(value, Items):
        return "a list stands"
    return "fields stand" if isinstance(value, Fields) else f"the text {shown(str(value))} stands"


def _unknown_field(form: Form[Any], path: Path) -> Fault:
    name = str(path[-1])
    others, kind = form.other_kind
    if len(path) == 1 and name in others:
        message = f"The field {shown(name)} belongs to a {kind}, which this question is not."
        hint = "A question with a scenario and an answer is a verdict, one with options is a choice."
        return Fault(Code.WRONG_KIND, message, hint)
    models = [_MODELS[step] for step in path[:-1] if isinstance(step, str) and step in _MODELS]
    model: type[schema.Entry] = models[0] if models else form.model
    known = sorted(schema.names_of(model))
    return Fault(Code.UNKNOWN_FIELD, f"There is no field {shown(name)} here.", _field_hint(name, known))


def _field_hint(name: str, known: list[str]) -> str:
    meant, colon, _ = name.partition(":")
    if colon and meant in known:
        return f"Put a blank behind the colon: “{meant}: …”."
    if _NO_BREAK_SPACE in name:
        return "No-break spaces stand in it, as they do on web pages: type ordinary blanks instead."
    return _OTHER_NAMES.get(name) or did_you_mean(name, known) or f"Known here: {', '.join(known)}."


def _unknown_word(name: str, value: str, expected: str) -> Fault:
    words = expected.replace("'", "").replace(" or ", ", ").split(", ")
    said = " or ".join([", ".join(words[:-1]), words[-1]])
    hint = did_you_mean(value, words) or "Write one of these words, exactly so."
    return Fault(Code.UNKNOWN_WORD, f"{name} is {said}, not {shown(value)}.", hint)


def _wrong_length(name: str, limits: Mapping[str, Any]) -> Fault:
    if "min_length" in limits:
        message = f"{name} needs at least {limits['min_length']} entries."
        return Fault(Code.TOO_FEW, message, "Add what is missing.")
    return Fault(Code.TOO_MANY, f"{name} may have at most {limits['max_length']} entries.", "Delete some.")


def _bad_pattern(name: str, value: str, context: Mapping[str, Any]) -> Fault:
    if context.get("max_length") == schema.MAX_DEFINITION:
        message = (
            f"{name} has {len(value)} characters; in a definition it has at most {schema.MAX_DEFINITION}."
        )
        return Fault(Code.TOO_LONG, message, "Quote the definition alone; what to mind goes into “note”.")
    if context.get("pattern") == schema.LANGUAGE or context.get("max_length") == schema.MAX_LANGUAGE:
        hint = "Write a tag such as en, en-GB or de; the parts are joined by hyphens."
        return Fault(Code.BAD_LANGUAGE, f"{shown(value)} is not the tag of a language.", hint)
    mended = "-".join(value.casefold().split())
    hint = f"{_ID_RULE} Perhaps “{mended}”?" if schema.is_id(mended) else _ID_RULE
    return Fault(Code.BAD_ID, f"{shown(value)} cannot be an id.", hint)
