"""Small banks as YAML text, with a mark (§) where a problem is expected, and a way to read them."""

from pathlib import Path

from quizapp.domain.bank import Cue, Misconception, Vocabulary
from quizapp.domain.problem import Problem, Reading, Severity
from quizapp.storage.banks import reader

MARK = "§"
IDLE = "{text: There is a bill., why: It decides nothing.}, {text: There is paper., why: Nor does it.}"
HEAD = "bank:\n  id: demo\n  title: Demo bank\n"
VOCABULARY = Vocabulary(
    cues={name: Cue(name, name.title(), "ends", "goes on") for name in ("support", "ownership", "resources")},
    misconceptions={"price-or-free": Misconception("price-or-free", "It costs money", "Both do.")},
    claims={"A1": "It is complicated.", "A7": "The provider goes on."},
)

FoundProblem = tuple[str, int | None, int | None]


def given(fields: str, side: str = "service") -> str:
    """Three reasons: one for a side, with more fields of its own, and two that decide nothing."""
    return f"[{{text: The desk acts., for: {side}, why: It goes on acting., {fields}}}, {IDLE}]"


def verdict(name: str = "q1", **fields: str) -> str:
    """A verdict; fields are given as YAML and replace or follow the usual ones, an empty name leaves out."""
    answer = fields.get("answer", "")
    usual = {
        "id": name,
        "scenario": "The desk resets a forgotten password.",
        "answer": "service",
        "why": "Work done for the user.",
        "reasons": given("quote: resets, cue: support", "product" if answer == "product" else "service"),
    }
    return _entry(usual | fields)


def choice(**fields: str) -> str:
    """A choice with two options."""
    usual = {
        "id": "c1",
        "prompt": "What is a service?",
        "options": "[{text: Value together, correct: yes, why: So it is.}, {text: A thing, why: It is not.}]",
    }
    return _entry(usual | fields)


def listed(*options: str, statements: str = "[a, b, c, d]") -> str:
    """A choice of the list style, the first option correct."""
    told = ", ".join(
        f"{{text: {text}, why: x{', correct: yes' if at == 0 else ''}}}" for at, text in enumerate(options)
    )
    return choice(style="list", statements=statements, options=f"[{told}]")


def bank(*questions: str, head: str = HEAD, more: str = "") -> str:
    """A bank of some questions."""
    return f"{head}questions:\n{''.join(questions)}{more}"


def without(entry: str, name: str) -> str:
    """A question without one of its fields."""
    return "".join(line for line in entry.splitlines(keepends=True) if f" {name}:" not in line)


def read(folder: Path, text: str | bytes, vocabulary: Vocabulary | None = VOCABULARY) -> Reading:
    """What reading such a file gives."""
    path = folder / "bank.yaml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return reader.read(path, vocabulary=vocabulary)


def marked(text: str) -> tuple[str, int, int]:
    """The text without its mark, and the line and column of it."""
    before, _, after = text.partition(MARK)
    return before + after, before.count("\n") + 1, len(before) - before.rfind("\n")


def told(problems: tuple[Problem, ...], severity: Severity = Severity.ERROR) -> list[FoundProblem]:
    """Code, line and column of the problems of one severity."""
    return [(each.code, each.line, each.column) for each in problems if each.severity is severity]


def _entry(fields: dict[str, str]) -> str:
    lines = [f"    {name}: {value}" if value else f"    {name}:" for name, value in fields.items()]
    return "  - " + "\n".join(lines).lstrip() + "\n"
