"""Holding a part of the file against its model; every difference is reported in plain words."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from quizapp.storage.banks import schema, slips
from quizapp.storage.banks.characters import shown
from quizapp.storage.banks.messages import OLD_FIELDS
from quizapp.storage.banks.problems import Code, Fault, Path
from quizapp.storage.banks.schema import Entry, Form, names_of
from quizapp.storage.banks.suggestions import did_you_mean
from quizapp.storage.banks.tree import HIDDEN, FaultReporter, Fields, Items, Node

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
    "reason": "The field is “why”; facts to choose from stand under “reasons:”.",
    "misconception": "The field is “cue”; it takes misconceptions as well.",
    "tags": "The field is “topics”.",
    "choices": "The field is “options”.",
    "title": "The title of a bank stands below “bank:”.",
    "source": _IN_VOCABULARY,
    "cues": _IN_VOCABULARY,
    "definitions": _ON_TOP,
    "questions": _ON_TOP,
    "vocabulary": _ON_TOP,
    "points": _MARKS,
    "score": _MARKS,
    "image": _NO_MEDIA,
    "media": _NO_MEDIA,
    "url": _NO_MEDIA,
    **OLD_FIELDS,
}
_NOUNS = {
    "reasons": "This reason",
    "options": "This option",
    "cues": "This cue",
    "definitions": "This definition",
    "misconceptions": "This misconception",
}
_MODELS: dict[str, type[schema.Entry]] = {
    "reasons": schema.ReasonEntry,
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
        hint = slips.wrong_list_sign(str(value)) or _LIST_HINT
        return Fault(Code.NOT_A_LIST, f"{name} is a list, and here {what}.", hint)
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
    if hint := slips.wrong_quote(name):
        return hint
    return _OTHER_NAMES.get(name) or did_you_mean(name, known) or f"Known here: {', '.join(known)}."


def _unknown_word(name: str, value: str, expected: str) -> Fault:
    words = expected.replace("'", "").replace(" or ", ", ").split(", ")
    said = " or ".join([", ".join(words[:-1]), words[-1]])
    hint = slips.wrong_quote(value) or did_you_mean(value, words) or "Write one of these words, exactly so."
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
    hint = slips.wrong_quote(value) or hint
    return Fault(Code.BAD_ID, f"{shown(value)} cannot be an id.", hint)


E = TypeVar("E", bound=Entry)

_NAME = "[key]"  # how pydantic marks an error about a name itself


@dataclass(frozen=True, slots=True)
class Checked(Generic[E]):
    """What holding a part against its model gave.

    Attributes:
        entry: the part, without what was wrong with it; None when too little is left.
        lost: the fields of which something was left out or made up.
        kept: for lists with lost entries, the position each remaining one had in the file.
    """

    entry: E | None
    lost: frozenset[str] = frozenset()
    kept: Mapping[str, list[int]] = field(default_factory=dict)

    @property
    def is_sound(self) -> bool:
        """Whether nothing was wrong."""
        return self.entry is not None and not self.lost


def check(form: Form[E], node: Fields, reporter: FaultReporter) -> Checked[E]:
    """Holds a part of the file against a form."""
    try:
        return Checked(form.model.model_validate(node))
    except ValidationError as error:
        details = error.errors(include_url=False, include_input=False)
    for detail in details:
        if not _is_told_already(detail):
            _report(form, node, detail, reporter)
    return _salvaged(form, node, [detail["loc"] for detail in details])


def _is_told_already(detail: ErrorDetails) -> bool:
    """Whether it is about a field that the event walk has set aside."""
    return any(isinstance(step, str) and step.startswith(HIDDEN) for step in detail["loc"])


def _report(form: Form[E], node: Fields, detail: ErrorDetails, reporter: FaultReporter) -> None:
    if not reporter.wants_errors():
        reporter.skip()
        return
    steps = detail["loc"]
    path = steps[:-1] if steps[-1] == _NAME else steps
    if detail["type"] == "missing":
        holder = _at(node, path[:-1])
        part = holder.get(str(path[-1])) if isinstance(holder, Fields) else None
        around = [each for each in (holder, part) if isinstance(each, Fields | Items)]
        if not any(map(reporter.is_unfinished, around)):
            reporter.report(missing(form, path, is_there=part is not None), node, path)
        return
    is_about_name = detail["type"] == "extra_forbidden" or steps[-1] == _NAME
    value = path[-1] if steps[-1] == _NAME else _at(node, path)
    reporter.report(unfit(form, path, detail, value), node, path, name=is_about_name)


def _at(node: Node, path: Path) -> Node:
    """The part at a path that pydantic has walked."""
    for step in path:
        match node, step:
            case Items(), int():
                node = node[step]
            case Fields(), str():
                node = node[step]
    return node


def _salvaged(form: Form[E], node: Fields, places: list[Path]) -> Checked[E]:
    """What is left of a part without what is wrong with it, so that one fault does not hide another."""
    damaged = frozenset(str(place[0]) for place in places)
    rest: dict[str, object] = {
        name: node[name] for name in names_of(form.model) if name in node and name not in damaged
    }
    rest |= {name: value for name, value in form.stand_ins.items() if name in damaged}
    kept: dict[str, list[int]] = {}
    for name in damaged & node.keys():
        value = node[name]
        bad = {place[1] for place in places if place[0] == name and len(place) > 1}
        if isinstance(value, Items) and bad:
            kept[name] = [index for index in range(len(value)) if index not in bad]
            rest[name] = [value[index] for index in kept[name]]
    try:
        return Checked(form.model.model_validate(rest), damaged, kept)
    except ValidationError:
        return Checked(None, damaged)
