"""The format as JSON Schema, for the completion and checks of editors.

Editors read YAML 1.2 and give a text such as `1984` or `true` another type, so texts may be anything
but lists and fields here; the reader takes every one of them as typed.
"""

import json
from typing import Any

from pydantic import Field

from quizapp.storage.banks import schema

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_TITLE = "Bank of questions or vocabulary"
_SCALARS = ["string", "number", "boolean", "null"]
_OTHER_TYPES = {"yes": True, "no": False, "1": 1, "2": 2}


class _BankFile(schema.Entry):
    """A bank of questions."""

    bank: schema.BankEntry = Field(description="What the bank says about itself.")
    questions: list[schema.VerdictEntry | schema.ChoiceEntry] = Field(
        min_length=1,
        max_length=schema.MAX_QUESTIONS,
        description="Verdicts (a scenario and an answer) and choices (options).",
    )
    vocabulary: schema.VocabularyEntry | None = Field(
        None, description="The bank's own claims, cues and misconceptions; the shipped ones unless given."
    )
    definitions: list[schema.DefinitionEntry] = Field(
        [], description="What terms mean, beside the definitions of the vocabulary."
    )


def schema_text() -> str:
    """The JSON Schema of banks and vocabulary files as it is stored."""
    return json.dumps(bank_json_schema(), indent=2, ensure_ascii=False) + "\n"


def is_ours(raw: bytes) -> bool:
    """Whether a file holds this schema, perhaps of another version, so that a new one may take its place."""
    try:
        told = json.loads(raw)
    except (ValueError, RecursionError):
        return False
    return isinstance(told, dict) and told.get("$schema") == _DIALECT and told.get("title") == _TITLE


def bank_json_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of banks; of vocabularies for files with `cues` and no `bank`."""
    bank: dict[str, Any] = _for_editors(_BankFile.model_json_schema())
    parts = bank.pop("$defs")
    return {
        "$schema": _DIALECT,
        "title": _TITLE,
        "if": {"required": ["cues"], "not": {"required": ["bank"]}},
        "then": {"$ref": "#/$defs/Vocabulary"},
        "else": {"$ref": "#/$defs/BankFile"},
        "$defs": {"BankFile": bank, **parts},
    }


def _for_editors(part: Any) -> Any:
    """A part of pydantic's schema, with names that editors show and types as they see them."""
    if isinstance(part, list):
        return [_for_editors(item) for item in part]
    if not isinstance(part, dict):
        return part
    told = {
        key.removesuffix("Entry"): _without_suffix(value) if key == "$ref" else _for_editors(value)
        for key, value in part.items()
        if key != "default" and not (key == "title" and isinstance(value, str))
    }
    return _widened(told, is_optional="default" in part)


def _without_suffix(reference: str) -> str:
    return reference.removesuffix("Entry")


def _widened(part: dict[str, Any], *, is_optional: bool) -> dict[str, Any]:
    """The same with the types that editors may give its values; nothing at all is as good as leaving out."""
    match part:
        case {"anyOf": [{"$ref": str()} as verdict, {"$ref": str()} as choice]}:
            # one kind of question, so that an editor complains about that kind only
            part = {"if": {"required": ["options"]}, "then": choice, "else": verdict}
        case {"anyOf": [{"$ref": str()}, _]}:
            pass
        case {"anyOf": [inner, _], **rest}:
            part = {**inner, **rest}
            if "enum" in part:
                part["enum"] = [*part["enum"], None]
        case {"type": "string", "enum": words, **rest}:
            part = {**rest, "enum": _forms(words) + [None] * is_optional}
        case {"type": "string"}:
            part["type"] = _SCALARS
        case {"type": "array" | "object" as kind} if is_optional:
            part["type"] = [kind, "null"]
    return part


def _forms(words: list[str]) -> list[Any]:
    """The forms a word may take: words for yes in any case, and what an editor makes of them."""
    forms = dict.fromkeys(words)
    if "yes" in forms:
        forms |= dict.fromkeys(form for word in words for form in (word.title(), word.upper()))
    return [*forms, *(_OTHER_TYPES[word] for word in words if word in _OTHER_TYPES)]
