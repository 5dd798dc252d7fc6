"""What is the matter with a bank, and where."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from quizapp.domain.bank import Bank, Vocabulary


class Severity(StrEnum):
    """An error keeps its question out of the bank; a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend: line and column count from 1, in characters; None where there is no place.

    Where a code has one wording, `parameters` holds what was filled into it, by name.
    """

    path: str
    line: int | None
    column: int | None
    severity: Severity
    code: str
    message: str
    hint: str = ""
    parameters: Mapping[str, str] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Reading:
    """What reading one file gave: its sound questions, if any, and every problem (at most 100).

    `bank` is None when nothing of it can be used; a vocabulary file fills `vocabulary` instead.
    `digest` is the hash of the bytes read, empty when they could not be read. `faulty` has the ids of
    the questions that were left out of the bank; an empty one stands for those whose id is not known.
    `unread` has the lines, first and last, that a syntax error kept from being read.
    """

    path: str
    bank: Bank | None
    problems: tuple[Problem, ...] = ()
    vocabulary: Vocabulary | None = None
    digest: str = ""
    faulty: frozenset[str] = frozenset()
    unread: tuple[tuple[int, int], ...] = ()

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that keep something out."""
        return tuple(problem for problem in self.problems if problem.severity is Severity.ERROR)

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """The problems that keep nothing out."""
        return tuple(problem for problem in self.problems if problem.severity is Severity.WARNING)
