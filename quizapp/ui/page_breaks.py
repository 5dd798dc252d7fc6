"""Where a printed document may break: never between a heading and its text, nor inside what is short."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, zip_longest
from math import ceil

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument, QTextFormat, QTextTable

_SHORT = 0.45
"""The share of a page up to which a paragraph or a table is kept in one piece."""

_TOGETHER = 0.6
"""The share of a page up to which a question is kept with its answer."""

_QUESTION = 2
"""The level of the headings of questions."""

_BEFORE = QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore

_Part = QTextBlock | QTextTable


@dataclass(frozen=True, slots=True)
class _Piece:
    """A paragraph or a table, whether it must stay with what follows it, and whether it should."""

    what: _Part
    must: bool
    should: bool


def keep_together(document: QTextDocument) -> None:
    """Move to the next page what would be torn or left alone at the foot of one.

    Args:
        document: its page height is in the units of its paint device.
    """
    most = _TOGETHER * document.pageSize().height()
    for wanted in _groups(_pieces(document), lambda piece: piece.should):
        top, bottom = _extent(document, wanted)
        parts = [wanted] if bottom - top <= most else _groups(wanted, lambda piece: piece.must)
        for group in parts:
            _keep(document, group)


def pages_of(document: QTextDocument) -> int:
    """How many pages have something on them."""
    parts = list(_parts(document))
    bottom = _place(document, parts[-1]).bottom() if parts else 0
    return max(1, ceil((bottom - 1) / document.pageSize().height()))


def _keep(document: QTextDocument, group: Sequence[_Piece]) -> None:
    page = document.pageSize().height()
    top, bottom = _extent(document, group)
    starts, ends = int((top + 1) // page), int((bottom - 1) // page)
    if ends > starts and top - starts * page > 1:
        _break_before(group[0].what)


def _extent(document: QTextDocument, group: Sequence[_Piece]) -> tuple[float, float]:
    """Where a group begins and ends; of a long last part only its beginning counts."""
    document.pageCount()  # lays all of it out: a change in the midst of Qt's lazy layout loses the rest
    page = document.pageSize().height()
    first, last = _place(document, group[0].what), _place(document, group[-1].what)
    bottom = last.bottom() if last.height() <= _SHORT * page else last.top() + _SHORT * page / 4
    return first.top(), bottom


def _groups(pieces: Sequence[_Piece], leads: Callable[[_Piece], bool]) -> list[Sequence[_Piece]]:
    """The pieces cut after each that does not lead to the next."""
    ends = [place + 1 for place, piece in enumerate(pieces) if not leads(piece)]
    return [pieces[start:end] for start, end in pairwise([0, *ends]) if start < end]


def _pieces(document: QTextDocument) -> list[_Piece]:
    """What the document consists of, in order: headings and captions must lead, questions should."""
    parts = list(_parts(document))
    pieces, asks = [], False
    for part, following in zip_longest(parts, parts[1:]):
        level = _level(part)
        asks = level == _QUESTION or (asks and not level)
        is_caption = isinstance(part, QTextBlock) and isinstance(following, QTextTable)
        must = following is not None and (level > 0 or is_caption)
        should = must or (asks and following is not None and _level(following) != _QUESTION)
        pieces.append(_Piece(part, must, should))
    return pieces


def _level(part: _Part | None) -> int:
    """The level of a heading; 0 of anything else."""
    return part.blockFormat().headingLevel() if isinstance(part, QTextBlock) else 0


def _parts(document: QTextDocument) -> Iterator[_Part]:
    place = document.rootFrame().begin()
    while not place.atEnd():
        frame, block = place.currentFrame(), place.currentBlock()
        if isinstance(frame, QTextTable):
            yield frame
        elif block.isValid() and block.text():
            yield block
        place += 1


def _place(document: QTextDocument, part: _Part) -> QRectF:
    layout = document.documentLayout()
    return layout.frameBoundingRect(part) if isinstance(part, QTextTable) else layout.blockBoundingRect(part)


def _break_before(part: _Part) -> None:
    if isinstance(part, QTextTable):
        table = part.format().toTableFormat()
        table.setPageBreakPolicy(_BEFORE)
        part.setFormat(table)
        return
    block = part.blockFormat()
    block.setPageBreakPolicy(_BEFORE)
    QTextCursor(part).setBlockFormat(block)
