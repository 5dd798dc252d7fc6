"""Where the parts of a bank's file begin, told by its lines alone: for files that cannot be parsed whole."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from quizapp.storage.banks.problems import Place
from quizapp.storage.banks.schema import QUESTION_FIELDS

_TOP_FIELDS = "bank|questions|vocabulary|definitions|source|claims|cues|misconceptions"
_SECTION = re.compile(rf"^([\"']?)({_TOP_FIELDS})\1[ \t]*:(?=\s|$)", re.MULTILINE)
_ENTRY = re.compile(r"^( *)-(?=[ \t\n]|\Z)", re.MULTILINE)
_QUESTION = re.compile(r"^( *)-[ \t]+\{?[ \t]*[\"']?(?:id|scenario|prompt)[\"']?[ \t]*:", re.MULTILINE)
_FIELD = re.compile(r"^(?:\.\.\.|---|([A-Za-z_][\w-]*)[ \t]*:)(?=\s|$)", re.MULTILINE)
_EMPTY = re.compile(r"[ \t]*(?:#[^\n]*)?\n?")
_ID = re.compile(r"(?:^|[\s{,-])[\"']?id[\"']?:\s*[\"']?([a-z0-9][a-z0-9._-]*)", re.MULTILINE)
_WORD = re.compile(r"[a-z0-9][a-z0-9._-]*")


class Kind(Enum):
    """What a piece of a file is."""

    SECTION = "section"
    """A field on top with all that is below it, other than questions."""
    QUESTIONS = "questions"
    """The line that begins the questions, and what stands before the first of them."""
    ENTRY = "entry"
    """One question."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Whole lines of a file.

    Attributes:
        kind: what they are.
        line: the number of the first of them, from 0.
        start: where they start in the text.
        end: where they end.
    """

    kind: Kind
    line: int
    start: int
    end: int


class Layout:
    """The pieces of a text in their order; none where its parts do not begin at the beginning of lines."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.pieces: Sequence[Piece] = tuple(self._numbered(self._cut()))

    def piece_at(self, index: int) -> int:
        """The position of the piece in which a place of the text lies; the first for what is before it."""
        return max(0, bisect_right(self._starts, index) - 1)

    def piece_at_line(self, line: int) -> int:
        """The position of the piece in which a line lies, counted from 0."""
        return max(0, bisect_right(self._lines, line) - 1)

    def lines_of(self, piece: Piece) -> tuple[int, int]:
        """The first and the last line of a piece, from 1, without blank lines and comments at its end."""
        text = self._text
        end = piece.end
        while end > piece.start:
            start = text.rfind("\n", piece.start, end - 1) + 1 or piece.start
            if not _EMPTY.fullmatch(text, start, end):
                break
            end = start
        return piece.line + 1, piece.line + 1 + text.count("\n", piece.start, max(piece.start, end - 1))

    def ids_of(self, piece: Piece) -> frozenset[str]:
        """The ids that a piece seems to give; an empty one where it seems to give none."""
        return frozenset(_ID.findall(self._text, piece.start, piece.end)) or frozenset({""})

    def words_of(self, piece: Piece) -> frozenset[str]:
        """All that could be an id in a piece."""
        return frozenset(_WORD.findall(self._text, piece.start, piece.end))

    def stray_place(self, piece: Piece) -> Place | None:
        """Where something stands between the colon that begins the questions and the first of them."""
        at = self._text.index(":", piece.start) + 1
        while at < piece.end:
            end = self._text.find("\n", at, piece.end) + 1 or piece.end
            if not _EMPTY.fullmatch(self._text, at, end):
                at = next(each for each in range(at, end) if self._text[each] not in " \t")
                line = piece.line + 1 + self._text.count("\n", piece.start, at)
                return line, at - self._text.rfind("\n", 0, at)
            at = end
        return None

    @cached_property
    def _starts(self) -> list[int]:
        return [piece.start for piece in self.pieces]

    @cached_property
    def _lines(self) -> list[int]:
        return [piece.line for piece in self.pieces]

    def _cut(self) -> Iterator[tuple[Kind, int, int]]:
        """The pieces without their lines."""
        found = list(_SECTION.finditer(self._text))
        ends = [*(match.start() for match in found), len(self._text)][1:]
        for match, end in zip(found, ends, strict=False):
            entries = self._entries(match.end(), end) if match[2] == "questions" else []
            if not entries:
                yield Kind.SECTION, match.start(), end
                continue
            yield Kind.QUESTIONS, match.start(), entries[0]
            last = self._end_of_last(entries[-1], end) if self._text[entries[0]] == " " else end
            for start, behind in zip(entries, [*entries[1:], last], strict=True):
                yield Kind.ENTRY, start, behind
            if last < end:
                yield Kind.SECTION, last, end

    def _entries(self, start: int, end: int) -> list[int]:
        """Where the questions begin: at the hyphens indented as most that have an id behind them."""
        entries = [(match.start(), len(match[1])) for match in _ENTRY.finditer(self._text, start, end)]
        if not entries:
            return []
        indents = Counter(len(match[1]) for match in _QUESTION.finditer(self._text, start, end))
        most = max(indents.values(), default=0)
        usual = [indent for indent, number in indents.items() if number == most]
        indent = min(usual or (indent for _, indent in entries))
        return [at for at, its_indent in entries if its_indent == indent]

    def _end_of_last(self, start: int, end: int) -> int:
        """Where the last question ends: before the end of the document, or a field on top."""
        found = _FIELD.finditer(self._text, start, end)
        return next((match.start() for match in found if match[1] not in QUESTION_FIELDS), end)

    def _numbered(self, cuts: Iterator[tuple[Kind, int, int]]) -> Iterator[Piece]:
        line = done = 0
        for kind, start, end in cuts:
            line += self._text.count("\n", done, start)
            done = start
            yield Piece(kind, line, start, end)
