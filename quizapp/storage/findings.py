"""Collecting what is the matter with one file: places, faults, and the first hundred of them."""

from collections.abc import Callable
from dataclasses import dataclass

from quizapp.domain.problem import Problem, Severity
from quizapp.storage.codes import Code

MAX_PROBLEMS = 100

Place = tuple[int, int]
"""Line and column, both from 1, the column in characters."""

Progress = Callable[[float], None]
"""Is told now and then how much is done, from 0 to 1."""

Step = str | int
Path = tuple[Step, ...]
"""The way from a node to a part of it: field names and positions in lists."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, without the place; a hint that takes time is looked for only when it will be shown."""

    code: Code
    message: str
    hint: str | Callable[[], str] = ""
    severity: Severity = Severity.ERROR


class Findings:
    """The problems of one file: all are counted, the first hundred errors and warnings are kept."""

    def __init__(self, path: str) -> None:
        self.path = path
        self._kept: dict[Severity, list[Problem]] = {Severity.ERROR: [], Severity.WARNING: []}
        self._count = 0

    def wants(self, severity: Severity = Severity.ERROR) -> bool:
        """Whether another problem of this severity would be kept."""
        return len(self._kept[severity]) < MAX_PROBLEMS

    def add(self, fault: Fault, at: Place | None) -> None:
        """Adds a fault with its place."""
        if not self.wants(fault.severity):
            self.skip()
            return
        self._count += 1
        line, column = at or (None, None)
        code, hint = fault.code.value, fault.hint if isinstance(fault.hint, str) else fault.hint()
        self._kept[fault.severity].append(
            Problem(self.path, line, column, fault.severity, code, fault.message, hint)
        )

    def skip(self) -> None:
        """Counts a fault that is not kept."""
        self._count += 1

    def problems(self) -> tuple[Problem, ...]:
        """Errors before warnings, each in the order of the file; the last says how many are left out."""
        kept = [
            *sorted(self._kept[Severity.ERROR], key=_place),
            *sorted(self._kept[Severity.WARNING], key=_place),
        ]
        if self._count <= MAX_PROBLEMS:
            return tuple(kept)
        shown = kept[: MAX_PROBLEMS - 1]
        return (*shown, self._rest(self._count - len(shown), kept[len(shown)].severity))

    def _rest(self, number: int, severity: Severity) -> Problem:
        message = f"There are at least {number} more problems, which are not shown."
        hint = "Mend some of those above and check the file again."
        code = Code.TOO_MANY_PROBLEMS.value
        return Problem(self.path, None, None, severity, code, message, hint)


def _place(problem: Problem) -> Place:
    return problem.line or 0, problem.column or 0
