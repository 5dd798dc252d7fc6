"""A document as a PDF: A4, with margins and numbered pages, whole in its place or not there at all."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QMarginsF, QObject, QRectF, QSaveFile, QSizeF, Qt, QUrl
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
    QTextDocument,
)

from quizapp.domain.errors import QuizError
from quizapp.ui.overriding import override
from quizapp.ui.page_breaks import keep_together, pages_of
from quizapp.ui.theme import LIGHT
from quizapp.ui.typeface import FAMILY

DOTS = 1200
"""Dots an inch: letters stand where the typeface wants them."""

_MARGINS = QMarginsF(20, 18, 20, 14)
_FOOT = 0.4  # inches below the text for the number of the page
_BODY, _SMALL = 10, 8  # points


class PrintingError(QuizError):
    """A file that could not be written."""


class _Words(QObject):
    """What is said about a file, and on every page."""

    def trouble(self, path: Path, reason: str) -> str:
        return self.tr("{path} could not be written: {reason}.").format(path=path, reason=reason)

    def page(self, title: str, number: int, total: int) -> str:
        told = self.tr("{number} of {total}").format(number=number, total=total)
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
    file = QSaveFile(str(target))
    if not file.open(QSaveFile.OpenModeFlag.WriteOnly):
        raise PrintingError(_Words().trouble(target, file.errorString()))
    try:
        writer = QPdfWriter(file)
        writer.setTitle(title)
        writer.setResolution(DOTS)
        page = QPageSize(QPageSize.PageSizeId.A4)
        layout = QPageLayout(page, QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Millimeter)
        writer.setPageLayout(layout)
        yield writer
    except BaseException:
        file.cancelWriting()
        raise
    if not file.commit():
        raise PrintingError(_Words().trouble(target, file.errorString()))


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
    font.setFeature(QFont.Tag("calt"), 0)
    return font


def _print(document: QTextDocument, writer: QPdfWriter, title: str) -> None:
    words, total = _Words(), pages_of(document)
    with QPainter(writer) as painter:
        for number in range(total):
            if number:
                writer.newPage()
            _paint_page(painter, document, number)
            _paint_foot(painter, writer, words.page(title, number + 1, total))


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
