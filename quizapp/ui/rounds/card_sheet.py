"""Cards to hold up: ◆ and ●, or the letters of options; two on a page of A4, to be cut apart."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPdfWriter, QPen

from quizapp.domain.question import Side
from quizapp.ui.printing import pdf_writer
from quizapp.ui.style.fonts import FAMILY
from quizapp.ui.style.marks import paint_mark
from quizapp.ui.style.theme import LIGHT
from quizapp.ui.wording import LETTERS

_MARGINS = QMarginsF(10, 10, 10, 10)
_MARK, _MARK_AT = 0.56, 0.40  # of a card's height: the diameter of its mark, and how far down its middle is
_WORD, _WORD_AT = 0.15, 0.86
_LETTER = 0.80

_Card = Callable[[QPainter, QRectF], None]


def cards(target: Path, *, sides: bool, letters: int = 0) -> None:
    """Write pages of two cards each, to be cut and held up.

    Args:
        target: the file.
        sides: whether there are cards for Product and Service.
        letters: how many cards with letters there are, 0 to 6.

    Raises:
        PrintingError: when the file cannot be written.
    """
    wanted: list[_Card] = [partial(_paint_side, side) for side in Side] if sides else []
    _write(target, [*wanted, *(partial(_paint_letter, letter) for letter in LETTERS[:letters])])


def _write(target: Path, cards: Sequence[_Card]) -> None:
    title = QCoreApplication.translate("CardSheet", "Cards to hold up")
    with pdf_writer(target, title, _MARGINS) as writer, QPainter(writer) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for position, card in enumerate(cards):
            if position and position % 2 == 0:
                writer.newPage()
            card(painter, _half(writer, position % 2))
            if position % 2:
                _paint_cut(painter, writer)


def _half(writer: QPdfWriter, position: int) -> QRectF:
    height = writer.height() / 2
    return QRectF(0, position * height, writer.width(), height)


def _paint_side(side: Side, painter: QPainter, card: QRectF) -> None:
    middle = QPointF(card.center().x(), card.top() + _MARK_AT * card.height())
    paint_mark(painter, side, middle, _MARK * card.height(), LIGHT.mark(side))
    translate = QCoreApplication.translate
    is_product = side is Side.PRODUCT
    name = translate("CardSheet", "Product") if is_product else translate("CardSheet", "Service")
    _paint_words(painter, card, name, _WORD, _WORD_AT, LIGHT.word(side))


def _paint_letter(letter: str, painter: QPainter, card: QRectF) -> None:
    _paint_words(painter, card, letter, _LETTER, 0.5, QColor(LIGHT.ink))


def _paint_words(painter: QPainter, card: QRectF, words: str, size: float, at: float, colour: QColor) -> None:
    """Words in the middle of a card; `size` and `at` are shares of its height."""
    font = QFont(FAMILY)
    font.setPixelSize(round(size * card.height()))
    font.setWeight(QFont.Weight.Bold)
    painter.setFont(font)
    painter.setPen(colour)
    line = QRectF(card.left(), card.top() + (at - 0.5) * card.height(), card.width(), card.height())
    painter.drawText(line, Qt.AlignmentFlag.AlignCenter, words)


def _paint_cut(painter: QPainter, writer: QPdfWriter) -> None:
    """The dashed line along which a page is cut."""
    painter.setPen(QPen(QColor(LIGHT.border), writer.resolution() / 96, Qt.PenStyle.DashLine))
    painter.drawLine(QPointF(0, writer.height() / 2), QPointF(writer.width(), writer.height() / 2))
