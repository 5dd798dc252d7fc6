"""What painted widgets share: a painter, boxes with an edge, the focus ring."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from quizapp.ui.style.appearance import Appearance

INSET = 5
"""Room in px around the visible edge of what paints its own focus ring."""

CARD_RADIUS = 16

_RING_WIDTH, _RING_GAP = 2.5, 1.5


def painter_on(widget: QWidget) -> QPainter:
    """A painter on a widget with smooth edges, no pen and no brush."""
    painter = QPainter(widget)
    painter.setLayoutDirection(widget.layoutDirection())
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.setPen(Qt.PenStyle.NoPen)
    return painter


def paint_box(
    painter: QPainter,
    rect: QRectF,
    radius: float,
    fill: str | QColor | None = None,
    edge: str | QColor | None = None,
    width: float = 1.0,
    style: Qt.PenStyle = Qt.PenStyle.SolidLine,
) -> None:
    """A rounded rectangle whose edge lies inside it; without fill or edge that part is left out."""
    painter.save()
    half = width / 2 if edge is not None else 0.0
    painter.setBrush(QColor(fill) if fill is not None else Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(edge), width, style) if edge is not None else Qt.PenStyle.NoPen)
    inner = max(0.0, radius - half)
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), inner, inner)
    painter.restore()


def paint_focus_ring(painter: QPainter, rect: QRectF, appearance: Appearance, radius: float) -> None:
    """The one focus ring, outside the edge that `rect` and `radius` (px at 100 % text) describe."""
    width, gap = _RING_WIDTH * appearance.scale, _RING_GAP * appearance.scale
    reach = gap + width
    outer = rect.adjusted(-reach, -reach, reach, reach)
    paint_box(painter, outer, appearance.px(radius) + reach, None, appearance.theme.focus, width)
