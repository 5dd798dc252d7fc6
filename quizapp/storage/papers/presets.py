"""Presets of papers, read from YAML as text: a fault costs the preset it stands in and no other."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from quizapp.domain.paper_preset import BlueprintRow, PaperKind, Preset
from quizapp.domain.problem import Severity
from quizapp.storage.banks import characters
from quizapp.storage.banks.characters import visible
from quizapp.storage.banks.problems import Findings
from quizapp.storage.banks.recovery import walk
from quizapp.storage.banks.schema import is_id
from quizapp.storage.banks.source import UnreadableError, decode, read_bytes
from quizapp.storage.banks.tree import Fields, Items, Node

MOST_QUESTIONS, MOST_MINUTES = 200, 600
_PRESET = {"id", "title", "minutes", "extra", "pass", "exam", "banks", "note", "blueprint"}
_ROW = {"questions", "kind", "level", "topics"}
_LONGEST = 200  # letters of a title or a note


@dataclass(frozen=True, slots=True)
class PresetList:
    """The presets there are, and a sentence for each fault in their files."""

    presets: tuple[Preset, ...] = ()
    problems: tuple[str, ...] = ()


class _FaultError(ValueError):
    """What is wrong with a preset, as a sentence."""


def read_presets(*paths: Path) -> PresetList:
    """The presets of some files; one whose id was there already takes its place.

    A file that is not there has none; whatever else is wrong is a sentence, never an exception.
    """
    found: dict[str, Preset] = {}
    problems: list[str] = []
    for path in paths:
        for each in _read(path):
            if isinstance(each, Preset):
                found[each.id] = each
            else:
                problems.append(f"{path.name}: {each}")
    return PresetList(tuple(found.values()), tuple(problems))


def _read(path: Path) -> Iterator[Preset | str]:
    findings = Findings(str(path))
    try:
        if not path.exists():
            return
        text, _ = characters.scan(decode(read_bytes(str(path))), findings)
    except UnreadableError as error:
        yield error.fault.message
        return
    except OSError as error:
        yield f"The file cannot be read: {error.strerror}."
        return
    root = walk(text, findings).root
    errors = [each for each in findings.problems() if each.severity is Severity.ERROR]
    if errors:
        yield f"Line {errors[0].line}: {errors[0].message}"
        return
    papers = root.get("papers") if isinstance(root, Fields) else None
    if not isinstance(papers, Items):
        yield "It begins with “papers:” and a list."
        return
    for number, entry in enumerate(papers, start=1):
        try:
            yield _preset(entry)
        except _FaultError as error:
            yield f"Paper {number}: {error}"


def _preset(entry: Node) -> Preset:
    fields = _fields(entry, _PRESET)
    preset_id = _text(fields, "id")
    if not is_id(preset_id):
        raise _FaultError("Its id has letters a to z, digits, dots, dashes and underscores.")
    rows = fields.get("blueprint")
    if not isinstance(rows, Items) or not rows:
        raise _FaultError("Its “blueprint” is a list of rows with “questions”.")
    preset = Preset(
        preset_id,
        _text(fields, "title"),
        _number(fields, "minutes", MOST_MINUTES, least=1),
        tuple(_row(row) for row in rows),
        _number(fields, "extra", MOST_MINUTES),
        _number(fields, "pass", MOST_QUESTIONS),
        _text(fields, "exam", needed=False),
        _texts(fields, "banks"),
        _text(fields, "note", needed=False),
    )
    if preset.questions > MOST_QUESTIONS:
        raise _FaultError(f"It asks more than {MOST_QUESTIONS} questions.")
    if preset.pass_mark > preset.questions:
        raise _FaultError("Its pass mark is more than it has questions.")
    if preset.extra_minutes and preset.extra_minutes < preset.minutes:
        raise _FaultError("With “extra” it has less time than without.")
    return preset


def _row(entry: Node) -> BlueprintRow:
    fields = _fields(entry, _ROW)
    kind = _text(fields, "kind", needed=False) or PaperKind.CHOICE.value
    if kind not in tuple(PaperKind):
        raise _FaultError("A “kind” is choice, scenario or any.")
    level = _number(fields, "level", 2) or None
    topics = _texts(fields, "topics")
    return BlueprintRow(_number(fields, "questions", MOST_QUESTIONS, least=1), PaperKind(kind), topics, level)


def _fields(entry: Node, known: set[str]) -> Mapping[str, Node]:
    if not isinstance(entry, Fields):
        raise _FaultError("It has no fields, such as “title: …”.")
    for name in entry:
        if name not in known:
            raise _FaultError(
                f"The field “{visible(name)}” is unknown; known are {', '.join(sorted(known))}."
            )
    return entry


def _text(fields: Mapping[str, Node], name: str, *, needed: bool = True) -> str:
    found = fields.get(name, "")
    if not isinstance(found, str) or (needed and not found.strip()) or len(found) > _LONGEST:
        raise _FaultError(f"Its “{name}” is a text of at most {_LONGEST} letters.")
    return " ".join(found.split())


def _texts(fields: Mapping[str, Node], name: str) -> tuple[str, ...]:
    found = fields.get(name) or Items(0)
    listed: Node | list[str] = [found] if isinstance(found, str) else found
    if not isinstance(listed, list) or not all(isinstance(each, str) for each in listed):
        raise _FaultError(f"Its “{name}” is a list of texts.")
    return tuple(str(each).strip() for each in listed)


def _number(fields: Mapping[str, Node], name: str, most: int, least: int = 0) -> int:
    found = fields.get(name, "")
    words = found.strip() if isinstance(found, str) else "?"
    if not words and not least:
        return 0
    if not (words.isascii() and words.isdigit() and len(words) <= len(str(most))):
        raise _FaultError(f"Its “{name}” is a number up to {most}.")
    if not least <= int(words) <= most:
        raise _FaultError(f"Its “{name}” is a number from {least} to {most}.")
    return int(words)
