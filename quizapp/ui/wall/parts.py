"""What pictures on the wall are made of: pieces in design px, groups of them, and the paper they lie on."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from quizapp.domain.question import Side
from quizapp.ui.look import Look
from quizapp.ui.marks import paint_logo, paint_mark
from quizapp.ui.overriding import override
from quizapp.ui.painting import paint_box
from quizapp.ui.text_layout import TextBlock, lay_out
from quizapp.ui.theme import Theme

WIDTH, HEIGHT = 1280.0, 720.0
"""The design's size in px: a wall of any size shows at least this much of it, scaled."""

_TIGHT_FROM, _TIGHTER_FROM = 20, 28
_STYLES = {400: "Regular", 500: "Medium", 600: "SemiBold", 700: "Bold"}


class Paper:
    """What a picture is made for.

    Args:
        look: typeface and colours.
        width: of the picture in design px.
        height: likewise.
        direction: the reading direction.
    """

    def __init__(
        self,
        look: Look,
        width: float = WIDTH,
        height: float = HEIGHT,
        direction: Qt.LayoutDirection = Qt.LayoutDirection.LeftToRight,
    ) -> None:
        self.look, self.width, self.height, self.direction = look, width, height, direction
        self._fonts: dict[tuple[int, int], QFont] = {}

    @property
    def theme(self) -> Theme:
        """The colours in force."""
        return self.look.theme

    def colour(self, token: str) -> QColor:
        """The colour of a token of the theme."""
        return QColor(str(getattr(self.theme, token)))

    def font(self, size: int, weight: int = 500) -> QFont:
        """A font of a size in design px."""
        if (size, weight) not in self._fonts:
            self._fonts[size, weight] = self._make_font(size, weight)
        return self._fonts[size, weight]

    def _make_font(self, size: int, weight: int) -> QFont:
        font = QFont(self.look.family)
        font.setPixelSize(size)
        font.setWeight(QFont.Weight(weight))
        font.setStyleName(_STYLES[weight])
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        if size >= _TIGHT_FROM:
            tightness = 98.4 if size >= _TIGHTER_FROM else 99.0
            font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, tightness)
        return font


@dataclass(frozen=True, slots=True)
class Piece:
    """Something painted. Places are those of a left-to-right picture: `mirrored` gives the other.

    Attributes:
        rect: where it lies.
        says: what it says to those who cannot see it.
    """

    rect: QRectF
    says: str = ""

    def paint(self, painter: QPainter, paper: Paper) -> None:
        """Paint it where it lies."""


@dataclass(frozen=True, slots=True)
class Words(Piece):
    """Plain text in lines; `ground` is the token of the colour beneath it."""

    block: TextBlock = field(kw_only=True)
    colour: str = "ink"
    ground: str = "surface"

    @override
    def paint(self, painter: QPainter, paper: Paper) -> None:
        painter.setPen(paper.colour(self.colour))
        self.block.draw(painter, self.rect.topLeft())


@dataclass(frozen=True, slots=True)
class Box(Piece):
    """A rounded rectangle, filled or with an edge, in colours named by their tokens."""

    radius: float = 16
    fill: str = ""
    edge: str = ""
    width: float = 3

    @override
    def paint(self, painter: QPainter, paper: Paper) -> None:
        fill, edge = (paper.colour(token) if token else None for token in (self.fill, self.edge))
        paint_box(painter, self.rect, self.radius, fill, edge, self.width)


@dataclass(frozen=True, slots=True)
class Mark(Piece):
    """◆ or ● in the middle of its place, in the mark's colour or another."""

    side: Side = field(kw_only=True)
    colour: str = ""

    @override
    def paint(self, painter: QPainter, paper: Paper) -> None:
        colour = paper.colour(self.colour) if self.colour else paper.theme.mark(self.side)
        paint_mark(painter, self.side, self.rect.center(), self.rect.height(), colour)


@dataclass(frozen=True, slots=True)
class LogoMark(Piece):
    """The logo."""

    @override
    def paint(self, painter: QPainter, paper: Paper) -> None:
        painter.setLayoutDirection(paper.direction)
        paint_logo(painter, self.rect, paper.look)


@dataclass(frozen=True, slots=True)
class Group:
    """Pieces that belong together, from (0, 0) on.

    Attributes:
        pieces: in the order of reading.
        width: in design px.
        height: likewise.
        is_lonely: whether a text of several lines ends with a single word on the last.
    """

    pieces: tuple[Piece, ...] = ()
    width: float = 0
    height: float = 0
    is_lonely: bool = False


def at(x: float, y: float, group: Group) -> list[Piece]:
    """The pieces of a group, moved to a place."""
    return [replace(piece, rect=piece.rect.translated(x, y)) for piece in group.pieces]


def stacked(*groups: Group, gap: float = 0) -> Group:
    """Groups one below the other; an empty one takes no room."""
    pieces: list[Piece] = []
    top, width = 0.0, 0.0
    for group in groups:
        if group.height:
            top += gap if pieces else 0
            pieces += at(0, top, group)
            top, width = top + group.height, max(width, group.width)
    return Group(tuple(pieces), width, top)


def beside(*groups: Group, gap: float = 0) -> Group:
    """Groups side by side, their middles level."""
    pieces: list[Piece] = []
    height, x = max(group.height for group in groups), 0.0
    for group in groups:
        pieces += at(x, (height - group.height) / 2, group)
        x += group.width + gap
    return Group(tuple(pieces), x - gap, height)


def words(
    paper: Paper,
    text: str,
    size: int,
    width: float,
    *,
    weight: int = 500,
    step: float = 0,
    colour: str = "ink",
    ground: str = "surface",
    alignment: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> Group:
    """Plain text, wrapped.

    Args:
        paper: what it is made for.
        text: the text; empty gives an empty group.
        size: of the letters, in design px.
        width: px a line may take.
        weight: of the letters.
        step: px from line to line; 1.42 of the size where it is 0.
        colour: a token.
        ground: the token of the colour beneath.
        alignment: leading, centred or trailing.
    """
    if not text.strip():
        return Group()
    step = step or round(1.42 * size)
    block = lay_out(text, paper.font(size, weight), step, width, alignment, paper.direction)
    rect = QRectF(0, 0, width, block.height)
    last = block.paragraphs[-1]
    line = last.lineAt(last.lineCount() - 1)
    end = last.text()[line.textStart() :].strip()
    lonely = last.lineCount() > 1 and " " not in end
    piece = Words(rect, text, block=block, colour=colour, ground=ground)
    return Group((piece,), width, block.height, lonely)


def advance(paper: Paper, text: str, size: int, weight: int = 500) -> float:
    """The px a text takes on one line; of several lines the longest."""
    metrics = QFontMetricsF(paper.font(size, weight))
    return max((metrics.horizontalAdvance(line) for line in text.splitlines()), default=0.0) + 2


def one_line(
    paper: Paper,
    text: str,
    size: int,
    weight: int = 500,
    colour: str = "ink",
    ground: str = "surface",
    step: float = 0,
) -> Group:
    """Plain text as wide as it is; see `words`."""
    width = advance(paper, text, size, weight)
    return words(paper, text, size, width, weight=weight, step=step, colour=colour, ground=ground)


def mark(side: Side, diameter: float, colour: str = "", says: str = "") -> Group:
    """◆ or ● with the room that the wider of the two takes."""
    room = round(1.14 * diameter)
    rect = QRectF((room - diameter) / 2, (room - diameter) / 2, diameter, diameter)
    return Group((Mark(rect, says, side=side, colour=colour),), room, room)


def mirrored(pieces: Iterable[Piece], width: float) -> list[Piece]:
    """The pieces of a picture as they lie when it reads from the right."""
    return [
        replace(piece, rect=piece.rect.translated(width - piece.rect.left() - piece.rect.right(), 0))
        for piece in pieces
    ]


def middle(rect: QRectF, group: Group) -> list[Piece]:
    """The pieces of a group in the middle of a rectangle."""
    corner = rect.center() - QPointF(group.width / 2, group.height / 2)
    return at(corner.x(), corner.y(), group)
