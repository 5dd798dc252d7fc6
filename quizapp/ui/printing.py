"""HTML to PDF."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise, zip_longest
from math import ceil
from pathlib import Path

from PySide6.QtCore import QBuffer, QCoreApplication, QMarginsF, QRectF, QSizeF, Qt, QUrl
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QImage,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextTable,
)

from quizapp.domain.directions import isolated
from quizapp.domain.errors import QuizError
from quizapp.ui.compat import override
from quizapp.ui.files import save_whole
from quizapp.ui.style.fonts import FAMILY
from quizapp.ui.style.theme import LIGHT

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


DOTS = 1200
"""Dots an inch: letters stand where the typeface wants them."""

_MARGINS = QMarginsF(20, 18, 20, 14)
_FOOT = 0.4  # inches below the text for the number of the page
_BODY, _SMALL = 10, 8  # points


class PrintingError(QuizError):
    """A file that could not be written."""


def _trouble_words(path: Path, reason: str) -> str:
    words = QCoreApplication.translate("Printing", "{path} could not be written: {reason}.")
    return words.format(path=isolated(str(path)), reason=reason)


def _foot_words(title: str, number: int, total: int) -> str:
    """What stands at the foot of a page."""
    told = QCoreApplication.translate("Printing", "{number} of {total}").format(number=number, total=total)
    line = " ".join(title.split())
    return f"\u2068{line}\u2069 \u00b7 {told}" if line else told  # isolated: it may run the other way


class _SealedDocument(QTextDocument):
    """A document that reads nothing from anywhere, whatever its text asks for."""

    @override
    def loadResource(self, type: int, name: QUrl | str) -> object:  # noqa: A002 - Qt's name for it
        if type != QTextDocument.ResourceType.ImageResource.value:
            return ""
        empty = QImage(1, 1, QImage.Format.Format_ARGB32)  # without one, Qt opens the file by itself
        empty.fill(Qt.GlobalColor.transparent)
        return empty


def pdf_of(html: str, target: Path, *, title: str) -> None:
    """Write a document as a PDF.

    Args:
        html: the document; nothing that it refers to is loaded.
        target: the file; one that is there is replaced once the new one is complete.
        title: stands at the foot of every page, and in the file's properties.

    Raises:
        PrintingError: when the file cannot be written; one that was there stays as it was.
    """
    with pdf_writer(target, title, _MARGINS) as writer:
        document = _laid_out(html, writer)
        _print(document, writer, title)


@contextmanager
def pdf_writer(target: Path, title: str, margins: QMarginsF) -> Iterator[QPdfWriter]:
    """A PDF to paint on: A4, `DOTS` an inch; in place only when all of it was written.

    Args:
        target: the file.
        title: in the file's properties.
        margins: in mm.

    Raises:
        PrintingError: when the file cannot be written.
    """
    written = QBuffer()
    written.open(QBuffer.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(written)
    writer.setTitle(title)
    writer.setResolution(DOTS)
    page = QPageSize(QPageSize.PageSizeId.A4)
    layout = QPageLayout(page, QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Millimeter)
    writer.setPageLayout(layout)
    yield writer
    if trouble := save_whole(target, bytes(written.data().data())):
        raise PrintingError(_trouble_words(target, trouble))


def _laid_out(html: str, writer: QPdfWriter) -> QTextDocument:
    """The document in pages as the writer has them, with room for a line at their foot."""
    document = _SealedDocument()
    document.setDefaultFont(_font(_BODY))
    document.setMetaInformation(QTextDocument.MetaInformation.CssMedia, "print")
    document.documentLayout().setPaintDevice(writer)
    document.setHtml(html)
    document.setDocumentMargin(0)
    document.setPageSize(QSizeF(writer.width(), writer.height() - _FOOT * DOTS))
    keep_together(document)
    return document


def _font(points: int) -> QFont:
    """The typeface without shapes that depend on their neighbours.

    A PDF names no letter for those: brackets and dashes beside figures would be missing where it is searched,
    copied or read aloud.
    """
    font = QFont(FAMILY, points)
    if hasattr(QFont.Tag, "fromString"):
        font.setFeature(QFont.Tag("calt"), 0)
    else:  # PySide6 6.8.0 can name no feature; this one takes the kerning away as well
        font.setStyleStrategy(QFont.StyleStrategy.PreferNoShaping)
    return font


def _print(document: QTextDocument, writer: QPdfWriter, title: str) -> None:
    total = pages_of(document)
    with QPainter(writer) as painter:
        for number in range(total):
            if number:
                writer.newPage()
            _paint_page(painter, document, number)
            _paint_foot(painter, writer, _foot_words(title, number + 1, total))


def _paint_page(painter: QPainter, document: QTextDocument, number: int) -> None:
    """One page of the text, in ink whatever the theme of the window."""
    size = document.pageSize()
    page = QRectF(0, number * size.height(), size.width(), size.height())
    context = QAbstractTextDocumentLayout.PaintContext()
    context.palette = QPalette(QColor(LIGHT.ink), QColor(LIGHT.surface))
    context.clip = page
    painter.save()
    painter.translate(0, -page.top())
    painter.setClipRect(page)
    document.documentLayout().draw(painter, context)
    painter.restore()


def _paint_foot(painter: QPainter, writer: QPdfWriter, words: str) -> None:
    painter.setFont(_font(_SMALL))
    painter.setPen(QColor(LIGHT.muted))
    foot = QRectF(0, writer.height() - _FOOT * DOTS, writer.width(), _FOOT * DOTS)
    painter.drawText(foot, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom, words)
