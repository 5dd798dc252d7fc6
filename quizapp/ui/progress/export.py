"""A figure as a picture, and what it shows as rows, in bytes."""

from PySide6.QtCore import QBuffer, QIODevice, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QImage, QPainter
from PySide6.QtWidgets import QWidget

from quizapp.exchange.csv_text import csv_text
from quizapp.ui.progress.table import FigureTable
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.widgets.plots import Plot

_MARGIN, _BELOW = 20, 12  # px at 100 % text around a picture; below its heading
_SHARPNESS = 2  # px of a picture to one on screen: it is printed or projected
_WRAPS = int(Qt.TextFlag.TextWordWrap)
_METRE = 1000 / 25.4 * 96  # px of a screen in a metre


class Picture:
    """A figure below its heading, in the colours and the text size in force.

    Args:
        appearance: the appearance in force.
        heading: what the figure shows.
        note: what its figures mean.
        figure: it, as wide as it is to be.
    """

    def __init__(self, appearance: Appearance, heading: str, note: str, figure: QWidget) -> None:
        self._appearance, self._heading, self._note, self._figure = appearance, heading, note, figure

    @property
    def size(self) -> QSize:
        """Its px, as on screen."""
        margin = self._appearance.px(_MARGIN)
        return self._figure.size() + QSize(2 * margin, self._head_height() + 2 * margin)

    def _head(self) -> list[tuple[str, str, str, int]]:
        """What stands above the figure: words, use, colour, and the px that its lines take."""
        theme, wide, high = self._appearance.theme, self._figure.width(), self._figure.height()
        words = ((self._heading, "body_strong", theme.ink), (self._note, "label", theme.muted))
        metrics = {use: QFontMetrics(self._appearance.font(use)) for _, use, _ in words}
        return [
            (text, use, tone, metrics[use].boundingRect(0, 0, wide, high, _WRAPS, text).height())
            for text, use, tone in words
        ]

    def _head_height(self) -> int:
        return sum(high for _, _, _, high in self._head()) + self._appearance.px(_BELOW)

    def png(self) -> bytes:
        """As a bitmap, twice as fine as on screen."""
        image = QImage(self.size * _SHARPNESS, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(_SHARPNESS)
        image.setDotsPerMeterX(round(_METRE * _SHARPNESS))
        image.setDotsPerMeterY(round(_METRE * _SHARPNESS))
        with QPainter(image) as painter:
            self._paint(painter)
        buffer = _buffer()
        image.save(buffer, "PNG")  # type: ignore[call-overload]  # PySide6's stub wants bytes
        return bytes(buffer.data().data())

    def svg(self) -> bytes:
        """As lines and letters, which stay sharp at every size."""
        from PySide6.QtSvg import QSvgGenerator  # noqa: PLC0415 - hardly ever asked for, and loads slowly

        buffer, drawing = _buffer(), QSvgGenerator()
        drawing.setOutputDevice(buffer)
        drawing.setSize(self.size)
        drawing.setViewBox(QRectF(QPoint(), self.size))
        drawing.setTitle(self._heading)
        drawing.setDescription(self._note)
        with QPainter(drawing) as painter:
            self._paint(painter)
        return bytes(buffer.data().data())

    def _paint(self, painter: QPainter) -> None:
        appearance, figure = self._appearance, self._figure
        margin = appearance.px(_MARGIN)
        hints = QPainter.RenderHint
        painter.setRenderHints(hints.Antialiasing | hints.TextAntialiasing)
        painter.fillRect(QRectF(QPoint(), self.size), QColor(appearance.theme.surface))
        flag = Qt.AlignmentFlag
        start = flag.AlignRight if figure.isRightToLeft() else flag.AlignLeft
        top = margin
        for words, use, tone, high in self._head():
            painter.setFont(appearance.font(use))
            painter.setPen(QColor(tone))
            painter.drawText(QRectF(margin, top, figure.width(), high), int(start) | _WRAPS, words)
            top += high
        painter.save()
        painter.translate(margin, top + appearance.px(_BELOW))
        self._paint_figure(painter)
        painter.restore()

    def _paint_figure(self, painter: QPainter) -> None:
        """All of it as lines and letters, without the point in hand."""
        plots = [self._figure] if isinstance(self._figure, Plot) else self._figure.findChildren(Plot)
        for plot in plots:
            plot.is_cached = False
        try:
            flags = QWidget.RenderFlag.DrawChildren  # and no background: the picture has its own
            self._figure.render(painter, QPoint(), renderFlags=flags)
        finally:
            for plot in plots:
                plot.is_cached = True


def _buffer() -> QBuffer:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    return buffer


def csv_of(table: FigureTable) -> bytes:
    """What a figure shows, a row each, for spreadsheets."""
    return csv_text(table.fields, table.values).encode("utf-8", "backslashreplace")
