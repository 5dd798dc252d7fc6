"""What every painted widget shares: boxes with an edge, the card's shadow, the focus ring."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QRegion
from PySide6.QtWidgets import QWidget

from quizapp.ui.style.appearance import Appearance

INSET = 5
"""Room in px around the visible edge of every painted card and control: the focus ring lives there."""

CARD_RADIUS = 16
CONTROL_RADIUS = 12

_RING_WIDTH, _RING_GAP = 2.5, 1.5
_SHADOW = ((1.0, 0.045), (2.0, 0.03), (3.0, 0.015))


def painter_on(widget: QWidget) -> QPainter:
    """A painter on a widget with smooth edges, no pen and no brush."""
    painter = QPainter(widget)
    painter.setLayoutDirection(widget.layoutDirection())
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.setPen(Qt.PenStyle.NoPen)
    return painter


def visible_rect(widget: QWidget, appearance: Appearance) -> QRectF:
    """Where a painted control's edge runs: the widget less the room for the ring."""
    inset = appearance.px(INSET)
    return QRectF(widget.rect()).adjusted(inset, inset, -inset, -inset)


def side_spacing(appearance: Appearance, length: float) -> int:
    """Room at the sides in px; it grows half as fast as the text, which needs the width itself."""
    return round(length * (1 + appearance.scale) / 2)


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


def paint_card(painter: QPainter, rect: QRectF, appearance: Appearance, radius: float = CARD_RADIUS) -> None:
    """The surface of a card: with a shadow in the light theme, with a hairline in all."""
    theme, corner = appearance.theme, appearance.px(radius)
    if theme.shadow:
        _paint_shadow(painter, rect, corner, QColor(theme.ink))
    paint_box(painter, rect, corner, theme.surface, theme.line)


def _paint_shadow(painter: QPainter, rect: QRectF, corner: float, shade: QColor) -> None:
    """What a card's shadow shows of itself, around its corners: all between them is under the card."""
    painter.save()
    middle = rect.adjusted(0, corner + _SHADOW[-1][0], 0, -corner).toAlignedRect()
    around = rect.adjusted(-1, -1, 1, 1 + _SHADOW[-1][0]).toAlignedRect()
    painter.setClipRegion(QRegion(around) - QRegion(middle), Qt.ClipOperation.IntersectClip)
    for offset, alpha in _SHADOW:
        shade.setAlphaF(alpha)
        paint_box(painter, rect.translated(0, offset), corner, shade)
    painter.restore()


def paint_focus_ring(
    painter: QPainter, rect: QRectF, appearance: Appearance, radius: float = CONTROL_RADIUS
) -> None:
    """The one focus ring, outside the edge that `rect` and `radius` (px at 100 % text) describe."""
    width, gap = _RING_WIDTH * appearance.scale, _RING_GAP * appearance.scale
    reach = gap + width
    outer = rect.adjusted(-reach, -reach, reach, reach)
    paint_box(painter, outer, appearance.px(radius) + reach, None, appearance.theme.focus, width)
