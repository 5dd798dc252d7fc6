"""Readings as reports: for people, and in the forms that other programs take."""

import json
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from urllib.parse import quote

from quizapp import __version__
from quizapp.domain.problem import Problem, Reading, Severity
from quizapp.storage.banks.characters import visible
from quizapp.storage.banks.problems import Code

_SARIF_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def as_text(readings: Sequence[Reading]) -> str:
    """For people: `file:line:column: severity code: message`, a hint below, and a last line of sums."""
    lines = []
    for problem in _problems(readings):
        lines.append(f"{_where(problem)}: {problem.severity} {problem.code}: {visible(problem.message)}")
        lines += [f"    {visible(problem.hint)}"] if problem.hint else []
    return "\n".join([*lines, _sums(readings), ""])


def as_json(readings: Sequence[Reading]) -> str:
    """A JSON list with one object a problem; line and column are null where there is no place."""
    told = [asdict(problem) | {"path": _encodable(problem.path)} for problem in _problems(readings)]
    for each in told:
        del each["parameters"]  # the message has them
    return json.dumps(told, indent=2) + "\n"


def as_sarif(readings: Sequence[Reading]) -> str:
    """SARIF 2.1.0, which code hosts show beside the lines."""
    rules = [{"id": code.value, "shortDescription": {"text": code.meaning}} for code in Code]
    driver = {"name": "quizapp", "version": __version__, "rules": rules}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(problem) for problem in _problems(readings)],
    }
    return json.dumps({"$schema": _SARIF_SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def as_github(readings: Sequence[Reading]) -> str:
    """Workflow commands, which GitHub shows as annotations."""
    return "".join(f"{_command(problem)}\n" for problem in _problems(readings))


FORMATS: Mapping[str, Callable[[Sequence[Reading]], str]] = {
    "text": as_text,
    "json": as_json,
    "sarif": as_sarif,
    "github": as_github,
}


def _problems(readings: Iterable[Reading]) -> list[Problem]:
    return [problem for reading in readings for problem in reading.problems]


def _where(problem: Problem) -> str:
    name = visible(problem.path)
    return name if problem.line is None else f"{name}:{problem.line}:{problem.column}"


def _sums(readings: Sequence[Reading]) -> str:
    questions = sum(len(reading.bank.questions) for reading in readings if reading.bank)
    severities = [problem.severity for problem in _problems(readings)]
    parts = (
        (len(readings), "file"),
        (questions, "sound question"),
        (severities.count(Severity.ERROR), "error"),
        (severities.count(Severity.WARNING), "warning"),
    )
    return ", ".join(f"{number} {noun}{'s' * (number != 1)}" for number, noun in parts) + "."


def _encodable(path: str) -> str:
    """The path with bytes that are no text as escapes, so that every parser takes it."""
    return path.encode("utf-8", "backslashreplace").decode("utf-8")


def _result(problem: Problem) -> dict[str, object]:
    place: dict[str, object] = {"artifactLocation": {"uri": _uri(problem.path)}}
    if problem.line is not None:
        place["region"] = {"startLine": problem.line, "startColumn": problem.column}
    return {
        "ruleId": problem.code,
        "level": problem.severity.value,
        "message": {"text": f"{problem.message} {problem.hint}".rstrip()},
        "locations": [{"physicalLocation": place}],
    }


def _uri(path: str) -> str:
    name = quote(os.fsencode(path.replace(os.sep, "/")))
    return f"file://{name}" if Path(path).is_absolute() else name


def _command(problem: Problem) -> str:
    fields = {"file": visible(problem.path), "title": problem.code}
    if problem.line is not None:
        fields |= {"line": str(problem.line), "col": str(problem.column)}
    told = ",".join(f"{name}={_escaped(value, ':,')}" for name, value in fields.items())
    return f"::{problem.severity} {told}::{_escaped(f'{problem.message} {problem.hint}'.rstrip())}"


def _escaped(text: str, more: str = "") -> str:
    """The text with the signs that have a meaning in workflow commands as percent escapes."""
    for sign in f"%\r\n{more}":
        text = text.replace(sign, f"%{ord(sign):02X}")
    return text
