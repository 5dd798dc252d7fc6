"""◆, ●, logo, outcome badges: painting functions and the window icon."""

from enum import StrEnum
from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap, QTransform

from quizapp.domain.side import Side
from quizapp.ui.style.appearance import Appearance

_HALF_DIAGONAL, _ROUNDING = 0.60, 0.10  # of a circle's diameter: equal optical weight
DIAMOND_REACH = _HALF_DIAGONAL - _ROUNDING * (2**0.5 - 1)  # what the rounding leaves of it
_LOGO_OVERLAP = 0.37
_LOGO_WIDTH, _LOGO_HEIGHT = 2 * DIAMOND_REACH + 1 - _LOGO_OVERLAP, 2 * DIAMOND_REACH
_ROSETTE_POINTS, _ROSETTE_DEPTH = 12, 0.13


class BadgeKind(StrEnum):
    """The outcomes a badge can show; each has a silhouette of its own."""

    RIGHT = "right"
    OTHER_REASON = "other-reason"
    NOT_THIS = "not-this"
    ARGUABLE = "arguable"


def mark_path(side: Side, centre: QPointF, diameter: float) -> QPainterPath:
    """The outline of ◆ or ●.

    Args:
        side: Product gives ◆, Service ●.
        centre: the middle of the mark.
        diameter: of ●, in px; ◆ reaches 1.12 of it so that both weigh the same.
    """
    path = QPainterPath()
    if side is Side.SERVICE:
        path.addEllipse(centre, diameter / 2, diameter / 2)
        return path
    edge = 2**0.5 * _HALF_DIAGONAL * diameter
    path.addRoundedRect(QRectF(-edge / 2, -edge / 2, edge, edge), _ROUNDING * diameter, _ROUNDING * diameter)
    return QTransform.fromTranslate(centre.x(), centre.y()).rotate(45).map(path)


def paint_mark(painter: QPainter, side: Side, centre: QPointF, diameter: float, colour: QColor) -> None:
    """Fill ◆ or ●, see `mark_path`."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillPath(mark_path(side, centre, diameter), colour)


def paint_logo(painter: QPainter, rect: QRectF, appearance: Appearance) -> None:
    """Fit the logo into a rectangle: ◆ and ● overlapping, what they share left open.

    ◆ stands first in the painter's layout direction.
    """
    diameter = min(rect.width() / _LOGO_WIDTH, rect.height() / _LOGO_HEIGHT)
    leading = -1 if painter.layoutDirection() == Qt.LayoutDirection.LeftToRight else 1
    half = _LOGO_WIDTH * diameter / 2
    product = rect.center() + QPointF(leading * (half - DIAMOND_REACH * diameter), 0)
    service = rect.center() - QPointF(leading * (half - diameter / 2), 0)
    diamond, circle = mark_path(Side.PRODUCT, product, diameter), mark_path(Side.SERVICE, service, diameter)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillPath(diamond.subtracted(circle), appearance.theme.mark(Side.PRODUCT))
    painter.fillPath(circle.subtracted(diamond), appearance.theme.mark(Side.SERVICE))


def paint_badge(painter: QPainter, kind: BadgeKind, rect: QRectF, appearance: Appearance) -> None:
    """Fit a badge into a square; its lines grow with it and never get thinner than 1.4 px."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    size = min(rect.width(), rect.height())
    line = 1.0 + 0.03 * size
    match kind:
        case BadgeKind.RIGHT:
            _paint_rosette(
                painter, rect.center(), size, QPen(Qt.PenStyle.NoPen), QColor(appearance.theme.right)
            )
            _paint_tick(painter, rect.center(), size, _pen(QColor(appearance.theme.surface), line * 1.5))
        case BadgeKind.OTHER_REASON:
            pen = _pen(QColor(appearance.theme.right), line)
            _paint_rosette(painter, rect.center(), size - line, pen, QColor(appearance.theme.surface))
            _paint_tick(painter, rect.center(), size * 0.94, _pen(QColor(appearance.theme.right), line * 1.3))
        case BadgeKind.NOT_THIS:
            _paint_cross(painter, rect.center(), size, _pen(QColor(appearance.theme.wrong), line))
        case BadgeKind.ARGUABLE:
            _paint_ring(painter, rect.center(), size, line, appearance)
    painter.restore()


def _paint_rosette(painter: QPainter, centre: QPointF, size: float, pen: QPen, fill: QColor) -> None:
    painter.setPen(pen)
    painter.setBrush(fill)
    painter.drawPath(_rosette(centre, size / 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _paint_tick(painter: QPainter, centre: QPointF, size: float, pen: QPen) -> None:
    painter.setPen(pen)
    steps = ((-0.21, 0.02), (-0.065, 0.165), (0.21, -0.145))
    painter.drawPolyline([centre + QPointF(x, y) * size for x, y in steps])


def _paint_cross(painter: QPainter, centre: QPointF, size: float, pen: QPen) -> None:
    painter.setPen(pen)
    reach = 0.47 * size - pen.widthF() / 2
    painter.drawRoundedRect(
        QRectF(centre.x() - reach, centre.y() - reach, 2 * reach, 2 * reach), size * 0.17, size * 0.17
    )
    painter.setPen(_pen(pen.color(), pen.widthF() * 1.25))
    for x in (-0.19, 0.19):
        painter.drawLine(centre + QPointF(x, -0.19) * size, centre + QPointF(-x, 0.19) * size)


def _paint_ring(painter: QPainter, centre: QPointF, size: float, line: float, appearance: Appearance) -> None:
    painter.setPen(_pen(QColor(appearance.theme.ink), line))
    painter.drawEllipse(centre, (size * 0.96 - line) / 2, (size * 0.96 - line) / 2)
    leading = -1 if painter.layoutDirection() == Qt.LayoutDirection.LeftToRight else 1
    for side, where in ((Side.PRODUCT, leading), (Side.SERVICE, -leading)):
        paint_mark(
            painter, side, centre + QPointF(where * 0.17 * size, 0), 0.27 * size, appearance.theme.mark(side)
        )


def _rosette(centre: QPointF, radius: float) -> QPainterPath:
    """A star of twelve soft points: each corner bends the line between the middles of its edges."""
    count = 2 * _ROSETTE_POINTS
    # A bend keeps three quarters of its corner and takes the rest from the corners beside it.
    reach = radius / (0.75 + 0.25 * (1 - _ROSETTE_DEPTH) * cos(2 * pi / count))
    corners = [
        centre + QPointF(sin(turn), -cos(turn)) * reach * (1 - _ROSETTE_DEPTH * (index % 2))
        for index, turn in enumerate(index * 2 * pi / count for index in range(count))
    ]
    middles = [(a + b) / 2 for a, b in zip(corners, corners[1:] + corners[:1], strict=True)]
    path = QPainterPath(middles[-1])
    for corner, middle in zip(corners, middles, strict=True):
        path.quadTo(corner, middle)
    path.closeSubpath()
    return path


def _pen(colour: QColor, width: float) -> QPen:
    return QPen(
        colour, max(1.4, width), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    )


_SIZES = (32, 128)


def window_icon(appearance: Appearance) -> QIcon:
    """The logo in the sizes that window managers ask for, in px."""
    icon = QIcon()
    for size in _SIZES:
        pixmap = QPixmap(size, size)
        pixmap.fill(Qt.GlobalColor.transparent)
        with QPainter(pixmap) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_logo(painter, QRectF(0, size * 0.18, size, size * 0.64), appearance)
        icon.addPixmap(pixmap)
    return icon
