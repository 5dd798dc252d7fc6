"""Pieces, text fitting, margins."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from quizapp.domain.question import Side
from quizapp.domain.wall_view import WallView
from quizapp.ui.compat import override
from quizapp.ui.rounds.wall.wording import WallWords
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.style.fonts import make_font
from quizapp.ui.style.marks import paint_logo, paint_mark
from quizapp.ui.style.painting import paint_box
from quizapp.ui.style.text_layout import TextBlock, lay_out
from quizapp.ui.style.theme import Theme

WIDTH, HEIGHT = 1280.0, 720.0
"""The design's size in px: a wall of any size shows at least this much of it, scaled."""

_TIGHT_FROM, _TIGHTER_FROM = 20, 28


class Canvas:
    """What a picture is made for.

    Args:
        appearance: typeface and colours.
        width: of the picture in design px.
        height: likewise.
        direction: the reading direction.
    """

    def __init__(
        self,
        appearance: Appearance,
        width: float = WIDTH,
        height: float = HEIGHT,
        direction: Qt.LayoutDirection = Qt.LayoutDirection.LeftToRight,
    ) -> None:
        self.appearance, self.width, self.height, self.direction = appearance, width, height, direction
        self._fonts: dict[tuple[int, int], QFont] = {}

    @property
    def theme(self) -> Theme:
        """The colours in force."""
        return self.appearance.theme

    def colour(self, token: str) -> QColor:
        """The colour of a token of the theme."""
        return QColor(str(getattr(self.theme, token)))

    def font(self, size: int, weight: int = 500) -> QFont:
        """A font of a size in design px."""
        if (size, weight) not in self._fonts:
            self._fonts[size, weight] = self._make_font(size, weight)
        return self._fonts[size, weight]

    def _make_font(self, size: int, weight: int) -> QFont:
        font = make_font(self.appearance.family, size, weight)
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

    def paint(self, painter: QPainter, canvas: Canvas) -> None:
        """Paint it where it lies."""


@dataclass(frozen=True, slots=True)
class Words(Piece):
    """Plain text in lines; `ground` is the token of the colour beneath it."""

    block: TextBlock = field(kw_only=True)
    colour: str = "ink"
    ground: str = "surface"

    @override
    def paint(self, painter: QPainter, canvas: Canvas) -> None:
        painter.setPen(canvas.colour(self.colour))
        self.block.draw(painter, self.rect.topLeft())


@dataclass(frozen=True, slots=True)
class Box(Piece):
    """A rounded rectangle, filled or with an edge, in colours named by their tokens."""

    radius: float = 16
    fill: str = ""
    edge: str = ""
    width: float = 3

    @override
    def paint(self, painter: QPainter, canvas: Canvas) -> None:
        fill, edge = (canvas.colour(token) if token else None for token in (self.fill, self.edge))
        paint_box(painter, self.rect, self.radius, fill, edge, self.width)


@dataclass(frozen=True, slots=True)
class Mark(Piece):
    """◆ or ● in the middle of its place, in the mark's colour or another."""

    side: Side = field(kw_only=True)
    colour: str = ""

    @override
    def paint(self, painter: QPainter, canvas: Canvas) -> None:
        colour = canvas.colour(self.colour) if self.colour else canvas.theme.mark(self.side)
        paint_mark(painter, self.side, self.rect.center(), self.rect.height(), colour)


@dataclass(frozen=True, slots=True)
class LogoMark(Piece):
    """The logo."""

    @override
    def paint(self, painter: QPainter, canvas: Canvas) -> None:
        painter.setLayoutDirection(canvas.direction)
        paint_logo(painter, self.rect, canvas.appearance)


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
    canvas: Canvas,
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
        canvas: what it is made for.
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
    block = lay_out(text, canvas.font(size, weight), step, width, alignment, canvas.direction)
    rect = QRectF(0, 0, width, block.height)
    last = block.paragraphs[-1]
    line = last.lineAt(last.lineCount() - 1)
    end = last.text()[line.textStart() :].strip()
    lonely = last.lineCount() > 1 and " " not in end
    piece = Words(rect, text, block=block, colour=colour, ground=ground)
    return Group((piece,), width, block.height, lonely)


def advance(canvas: Canvas, text: str, size: int, weight: int = 500) -> float:
    """The px a text takes on one line; of several lines the longest."""
    metrics = QFontMetricsF(canvas.font(size, weight))
    return max((metrics.horizontalAdvance(line) for line in text.splitlines()), default=0.0) + 2


def one_line(
    canvas: Canvas,
    text: str,
    size: int,
    weight: int = 500,
    colour: str = "ink",
    ground: str = "surface",
    step: float = 0,
) -> Group:
    """Plain text as wide as it is; see `words`."""
    width = advance(canvas, text, size, weight)
    return words(canvas, text, size, width, weight=weight, step=step, colour=colour, ground=ground)


def mark(side: Side, diameter: float, colour: str = "", says: str = "") -> Group:
    """◆ or ● with the room that the wider of the two takes."""
    spacing = round(1.14 * diameter)
    rect = QRectF((spacing - diameter) / 2, (spacing - diameter) / 2, diameter, diameter)
    return Group((Mark(rect, says, side=side, colour=colour),), spacing, spacing)


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


MOST_WORDS = 90
"""Words beyond which a text takes more than one page."""

LEAST = 27
"""The least size in design px of what people must read: 40 px of a wall 1080 px high (look.md)."""

SIZES = range(51, 39, -1)
"""The sizes of a scenario in design px, the best first: at the least 60 px of a wall 1080 px high."""


def line_step(size: int) -> int:
    """The px from line to line of a scenario: large letters have air, small ones must make room."""
    low, high = (SIZES[-1], 52), (SIZES[0], 76)
    return round(low[1] + (size - low[0]) * (high[1] - low[1]) / (high[0] - low[0]))


_SENTENCE_END = re.compile(r"[.!?…][”’\")]*\s+")
_BLANKS = re.compile(r"\s+")
_REACH = 0.35  # of a page: how far a cut may lie from where it would be even
_PATIENCE = 20
_NEAR = 6  # px by which a text may be smaller so that no word stands alone on its last line


def fitted(make: Callable[[int], Group], spacing: float, sizes: Iterable[int] = SIZES) -> Group | None:
    """The largest group that fits.

    Args:
        make: makes it in a size.
        spacing: the px it may be high.
        sizes: from the best to the least.

    Returns:
        The group, a little smaller where that leaves no single word on the last line; None if none fits.
    """
    best: Group | None = None
    largest = 0
    for size in sizes:
        group = make(size)
        if group.height > spacing:
            continue
        if best is None:
            best, largest = group, size
        if not group.is_lonely:
            return group
        if largest - size >= _NEAR:
            break
    return best


def in_parts(text: str, fits: Callable[[int, int], bool], most: int = MOST_WORDS) -> list[tuple[int, int]]:
    """Cut a text into as few parts as fit on a page each.

    Args:
        text: the text.
        fits: whether the part between two places does.
        most: the most words of a part.

    Returns:
        Half-open ranges of code points. A text that fits in no way is cut all the same.
    """
    count = max(1, -(-len(text.split()) // most))
    ranges: list[tuple[int, int]] = []
    for _ in range(_PATIENCE):
        ranges = list(pairwise([0, *_cuts(text, count), len(text)]))
        if all(fits(start, end) and len(text[start:end].split()) <= most for start, end in ranges):
            break
        count += 1 + count // 4
    return ranges


def _cuts(text: str, count: int) -> list[int]:
    """Where a text is cut into parts of about one length: after a sentence, a word, or anywhere."""
    share = len(text) / count
    sentences = [found.end() for found in _SENTENCE_END.finditer(text)]
    blanks = [found.end() for found in _BLANKS.finditer(text)]
    cuts: list[int] = []
    for index in range(1, count):
        even = round(index * share)
        near = (
            [position for position in positions if abs(position - even) <= _REACH * share]
            for positions in (sentences, blanks)
        )
        positions = next((found for found in near if found), [even])
        cuts.append(min(positions, key=lambda position: abs(position - even)))
    return sorted({cut for cut in cuts if 0 < cut < len(text)})


Picture = list[Piece]
"""All pieces of one page, in the order of reading."""

MARGIN, TOP = 64.0, 84.0
_HEAD = 48.0  # px from the upper edge to the middle of the header
_FOOT, _LOGO_WIDTH, _LOGO_HEIGHT = 44.0, 51.0, 33.0


class Page:
    """Where things lie on one page.

    Args:
        canvas: what it is made for.
        words: the wall's words.
        view: what is shown.
    """

    def __init__(self, canvas: Canvas, words: WallWords, view: WallView) -> None:
        self.canvas, self.words, self.view = canvas, words, view

    @property
    def width(self) -> float:
        """The px between the margins."""
        return self.canvas.width - 2 * MARGIN

    @property
    def bottom(self) -> float:
        """Where the contents end: page number and clock stand below."""
        return self.canvas.height - _FOOT

    @property
    def available_height(self) -> float:
        """The px for the contents between the line at the top and the foot."""
        return self.bottom - TOP

    def header(self) -> Picture:
        """The logo and which question is in front; at the other end what is to be known about it."""
        logo = LogoMark(QRectF(MARGIN - 2, _HEAD - _LOGO_HEIGHT / 2, _LOGO_WIDTH, _LOGO_HEIGHT))
        position = one_line(self.canvas, self.words.position(self.view), LEAST, 600)
        remark = one_line(self.canvas, self.words.remark(self.view), LEAST, 600)
        pieces: Picture = [logo, *at(MARGIN + _LOGO_WIDTH + 20, _HEAD - position.height / 2, position)]
        return pieces + at(self.canvas.width - MARGIN - remark.width, _HEAD - remark.height / 2, remark)

    def low(self, group: Group) -> Picture:
        """A group at the bottom of the contents."""
        return at(MARGIN, self.bottom - group.height, group)

    def foot(self, page: int, count: int, seconds: int | None, longest: int) -> Picture:
        """Which page of several this is, and the time that is left: as a bar, and as a number."""
        pieces: Picture = []
        y, left = self.canvas.height - 21, MARGIN
        if count > 1:
            said = one_line(self.canvas, self.words.page(page + 1, count), LEAST, 600)
            pieces += at(left, y - said.height / 2, said)
            left += said.width + 32
        if seconds is not None:
            pieces += self._clock(max(0, seconds), longest, left, y)
        return pieces

    def _clock(self, seconds: int, longest: int, left: float, y: float) -> Picture:
        said = one_line(self.canvas, self.words.clock(seconds), LEAST, 600)
        # All figures get the width of the widest, or the bar would tremble.
        widest = advance(self.canvas, re.sub(r"\d", "0", self.words.clock(seconds)), LEAST, 600)
        right = self.canvas.width - MARGIN - widest
        whole = QRectF(left, y - 5, right - 20 - left, 10)
        share = min(1.0, seconds / longest) if longest else 0.0
        rest = QRectF(left, y - 5, max(10.0, whole.width() * share), 10)
        bars = [Box(whole, radius=5, edge="border", width=1.5), Box(rest, radius=5, fill="ink")]
        return [*bars[: 2 if share else 1], *at(right, y - said.height / 2, said)]
