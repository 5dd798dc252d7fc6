"""The codes of problems in question files, and collecting the first hundred of one file."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Self

from quizapp.domain.problem import Problem, Severity


class Code(StrEnum):
    """What kind of problem it is; `meaning` says it in one sentence."""

    meaning: str

    def __new__(cls, value: str, meaning: str) -> Self:
        """Makes a member whose text is the code alone."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.meaning = meaning
        return member

    # The file
    UNREADABLE = "unreadable", "The file cannot be opened or read."
    NOT_A_FILE = "not-a-file", "The path leads to a folder, a pipe or a device."
    TOO_LARGE = "too-large", "The file is larger than 16 MiB."
    NOT_TEXT = "not-text", "The file holds something else than text."
    ENCODING = "encoding", "The file is not stored as UTF-8."
    TOO_MANY_PROBLEMS = "too-many-problems", "There are more problems than a report shows."
    # Characters
    CONTROL_CHARACTER = (
        "control-character",
        "A control character stands in the file or is written as an escape.",
    )
    STRAY_BYTE_ORDER_MARK = "stray-byte-order-mark", "A byte order mark stands inside the file."
    INVISIBLE_CHARACTER = "invisible-character", "A character that cannot be seen stands in the file."
    LOST_TEXT = "lost-text", "What was typed does not all arrive in the text."
    # YAML
    SYNTAX = "syntax", "The file does not follow the rules of YAML."
    BEFORE_QUESTIONS = "before-questions", "Something stands between “questions:” and the first question."
    ENTRY_IN_TEXT = "entry-in-text", "A question seems to begin inside a quoted text."
    MARGIN = "margin", "A line of a question stands at the margin."
    UNCLOSED = "unclosed", "A quote or bracket is opened and never closed."
    TAB = "tab", "A tab stands where only blanks may indent."
    ANCHOR = "anchor", "An anchor (&name) is used."
    ALIAS = "alias", "An alias (*name) is used."
    TAG = "tag", "A tag (!name) is used."
    MERGE_KEY = "merge-key", "A merge key (<<) is used."
    ODD_FIELD_NAME = "odd-field-name", "A field name is empty or is no text."
    DUPLICATE_FIELD = "duplicate-field", "A field is there twice."
    TOO_DEEP = "too-deep", "Lists and fields are nested more than twelve levels deep."
    TOO_LONG = "too-long", "A text has more than 20,000 characters, or a definition more than 600."
    TOO_MANY_PARTS = "too-many-parts", "A file or a list has more parts than any bank needs."
    SECOND_DOCUMENT = "second-document", "A second document begins in the file."
    # The shape of a bank
    EMPTY_FILE = "empty-file", "There is nothing in the file."
    UNKNOWN_FIELD = "unknown-field", "The format has no field of this name here."
    WRONG_KIND = "wrong-kind", "The field belongs to the other kind of question."
    MISSING_FIELD = "missing-field", "A required field is missing."
    EMPTY_FIELD = "empty-field", "A required field or an entry of a list is empty."
    NOT_A_TEXT = "not-a-text", "A list or fields stand where a text is expected."
    NOT_A_LIST = "not-a-list", "Something else stands where a list is expected."
    NOT_FIELDS = "not-fields", "Something else stands where fields are expected."
    UNKNOWN_WORD = "unknown-word", "The value is not one of the words allowed."
    BAD_ID = "bad-id", "An id breaks the rule for ids."
    BAD_LANGUAGE = "bad-language", "A language tag does not have the form of BCP 47."
    TOO_FEW = "too-few", "A list is too short."
    TOO_MANY = "too-many", "A list is too long."
    NEITHER_KIND = "neither-kind", "A question is neither a verdict nor a choice."
    TOO_MANY_QUESTIONS = "too-many-questions", "A bank has more than 10,000 questions."
    DUPLICATE_ID = "duplicate-id", "An id is used twice."
    # What questions say
    QUOTE_NOT_FOUND = "quote-not-found", "A quote does not occur in the scenario."
    QUOTE_NOT_UNIQUE = "quote-not-unique", "A quote occurs more than once in the scenario."
    UNKNOWN_CUE = "unknown-cue", "The vocabulary has no such cue or misconception."
    UNKNOWN_CLAIM = "unknown-claim", "The vocabulary has no such claim."
    SHARED_ID = "shared-id", "A cue and a misconception have the same id."
    MISSING_CASE = "missing-case", "An arguable question lacks the case for a side."
    ONE_SIDED = "one-sided", "An arguable question lacks a reason for a side."
    NO_DECIDING_REASON = "no-deciding-reason", "No reason of a question is for its answer."
    NO_REASONS = "no-reasons", "A verdict names no reasons."
    FEW_REASONS = "few-reasons", "A verdict has too few reasons that do not decide it to ask for one."
    NO_IDLE_REASON = "no-idle-reason", "An arguable verdict has no reason that decides nothing."
    SUPPORTS_ONLY = "supports-only", "The only reason for an answer is of a kind that never decides alone."
    MISCONCEPTION_FOR = "misconception-for", "A misconception is said to be for a label."
    SAME_REASON = "same-reason", "Two reasons say the same."
    UNKNOWN_PAIR = "unknown-pair", "The pair is no verdict of this bank."
    ONE_SIDED_PAIR = "one-sided-pair", "The question named as pair does not name this one back."
    TWINS_AGREE = "twins-agree", "Both questions of a pair have the same answer."
    CORRECT_OPTIONS = "correct-options", "Not exactly one option is correct."
    SAME_OPTION = "same-option", "Two options say the same."
    STYLE = "style", "The question does not keep the rule of its style."
    # What an author will want to look at
    LEANING_KEY = "leaning-key", "Too many verdicts of a bank have the same answer."
    GIVEAWAY = "giveaway", "A word stands almost only in scenarios with one answer."
    NEAR_DUPLICATE = "near-duplicate", "Two questions ask almost the same."
    LONG_KEY = "long-key", "The right option is much longer than the others."
    LONG_SENTENCE = "long-sentence", "A sentence has more than thirty words."
    LONG_TEXT = "long-text", "A text has more words or characters than fit on one screen."
    MISCONCEPTIONS = "misconceptions", "More than one reason of a question is a misconception."
    ALWAYS_DECIDES = "always-decides", "Reasons of one kind always decide."
    NEVER_DECIDES = "never-decides", "Reasons of one kind never decide."


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
    parameters: Mapping[str, str] = field(default_factory=dict, hash=False)


class Findings:
    """The problems of one file: all are counted, the first hundred errors and warnings are kept."""

    def __init__(self, path: str) -> None:
        self.path = path
        self._kept: dict[Severity, list[Problem]] = {Severity.ERROR: [], Severity.WARNING: []}
        self._count = 0

    def wants(self, severity: Severity = Severity.ERROR) -> bool:
        """Whether another problem of this severity would be kept."""
        return len(self._kept[severity]) < MAX_PROBLEMS

    @property
    def has_errors(self) -> bool:
        """Whether anything found is an error."""
        return bool(self._kept[Severity.ERROR])

    def add(self, fault: Fault, at: Place | None) -> None:
        """Adds a fault with its place."""
        if not self.wants(fault.severity):
            self.skip()
            return
        self._count += 1
        line, column = at or (None, None)
        code, hint = fault.code.value, fault.hint if isinstance(fault.hint, str) else fault.hint()
        self._kept[fault.severity].append(
            Problem(self.path, line, column, fault.severity, code, fault.message, hint, fault.parameters)
        )

    def skip(self) -> None:
        """Counts a fault that is not kept."""
        self._count += 1

    def copy(self) -> "Findings":
        """The same problems, to go on with in another way."""
        other = Findings(self.path)
        other._kept = {severity: list(kept) for severity, kept in self._kept.items()}
        other._count = self._count
        return other

    def checkpoint(self) -> Mapping[Severity, int]:
        """How many problems are kept now, for `forget`."""
        return {severity: len(kept) for severity, kept in self._kept.items()}

    def forget(self, since: Mapping[Severity, int], line: int = 1) -> None:
        """Drops what was found since a checkpoint from a line on, as if that had not been read."""
        for severity, kept in self._kept.items():
            later = kept[since[severity] :]
            stays = [problem for problem in later if (problem.line or 0) < line]
            self._count -= len(later) - len(stays)
            kept[since[severity] :] = stays

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
