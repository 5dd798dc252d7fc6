"""Lucide icons (ISC), drawn in any colour and at any pixel ratio."""

from PySide6.QtCore import QBuffer, QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImageReader, QPainter, QPixmap, QPixmapCache, QTransform

from quizapp.paths import resources_dir

AT_REST, CURRENT = "1.8", "2.2"
POINTING = frozenset({"arrow-right", "arrow-left", "chevron-right"})
"""Icons that point along the reading direction, and so turn round with it."""


def pixmap(name: str, colour: QColor, size: int, ratio: float, *, current: bool = False) -> QPixmap:
    """One icon as a square picture.

    Args:
        name: the file's name in the icons folder, without `.svg`.
        colour: the colour of every stroke.
        size: the edge in device-independent px.
        ratio: device px for each of them.
        current: whether to draw the heavier stroke of the entry that is open.

    Returns:
        The picture; it is kept, so asking again costs nothing.
    """
    key = f"icon/{name}/{colour.name(QColor.NameFormat.HexArgb)}/{size}/{ratio}/{current}"
    made = QPixmap()
    if QPixmapCache.find(key, made):
        return made
    made = _draw(_tinted(name, colour, CURRENT if current else AT_REST), round(size * ratio))
    made.setDevicePixelRatio(ratio)
    QPixmapCache.insert(key, made)
    return made


def paint(painter: QPainter, rect: QRectF, name: str, colour: QColor, *, current: bool = False) -> None:
    """Paint an icon into a square; arrows point the other way in right-to-left layouts."""
    picture = pixmap(name, colour, round(rect.width()), painter.device().devicePixelRatio(), current=current)
    if painter.layoutDirection() == Qt.LayoutDirection.RightToLeft and name in POINTING:
        picture = picture.transformed(QTransform.fromScale(-1, 1))
    painter.drawPixmap(rect.topLeft(), picture)


def _tinted(name: str, colour: QColor, stroke: str) -> bytes:
    """The drawing with its colour and stroke width filled in."""
    drawing = (resources_dir() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    drawing = drawing.replace("currentColor", colour.name())
    return drawing.replace('stroke-width="2"', f'stroke-width="{stroke}"').encode()


def _draw(drawing: bytes, edge: int) -> QPixmap:
    """The drawing at a number of device px.

    Qt's SVG plugin is asked rather than PySide6.QtSvg: importing that module costs 40 ms at start.
    """
    buffer = QBuffer()
    buffer.setData(QByteArray(drawing))
    reader = QImageReader(buffer, QByteArray(b"svg"))
    reader.setScaledSize(QSize(edge, edge))
    return QPixmap.fromImage(reader.read())
