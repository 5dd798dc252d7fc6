"""The answers as they stand on the wall: two tiles, or options with their letters."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF

from quizapp.domain.question import Side
from quizapp.domain.wall_view import WallView
from quizapp.ui.row_panel import LETTERS
from quizapp.ui.wall.parts import (
    Box,
    Group,
    Paper,
    Piece,
    advance,
    at,
    beside,
    mark,
    middle,
    one_line,
    stacked,
    words,
)
from quizapp.ui.wall.words import WallWords

_TILE_GAP, _RADIUS = 22.0, 16.0
_WORD_SIZES = (44, 38, 32, 28, 24, 20)


def tiles(paper: Paper, words_: WallWords, width: float, height: float) -> Group:
    """◆ Product and ● Service, side by side."""
    each = (width - _TILE_GAP) / 2
    pieces: list[Piece] = []
    for side, x in ((Side.PRODUCT, 0.0), (Side.SERVICE, each + _TILE_GAP)):
        box = QRectF(x, 0, each, height)
        pieces.append(Box(box, radius=_RADIUS, fill=f"{side}_soft", edge=f"{side}_mark"))
        pieces += middle(box, _named(paper, words_, side, each, height))
    return Group(tuple(pieces), width, height)


def _named(paper: Paper, words_: WallWords, side: Side, width: float, height: float) -> Group:
    """The mark and the word of a tile, as large as it holds."""
    sizes = (size for size in _WORD_SIZES if _fits(paper, words_, side, width, size))
    size = next(sizes, _WORD_SIZES[-1])
    sign = mark(side, min(1.25 * size, 0.6 * height))
    return beside(sign, one_line(paper, words_.side(side), size, 600, ground=f"{side}_soft"), gap=0.5 * size)


def _fits(paper: Paper, words_: WallWords, side: Side, width: float, size: int) -> bool:
    return advance(paper, words_.side(side), size, 600) + 2 * size <= width - 32


def options(paper: Paper, view: WallView, width: float, size: int) -> Group:
    """The options of a choice, each with its letter: in two columns where none wraps there."""
    half = (width - 40) / 2
    longest = max(advance(paper, text, size) for text in view.answers)
    columns = 2 if longest <= half - badge_room(size) else 1
    column = half if columns == 2 else width  # noqa: PLR2004 - two columns share the width
    entries = [_option(paper, index, text, column, size) for index, text in enumerate(view.answers)]
    rows = -(-len(entries) // columns)
    parts = [stacked(*entries[start : start + rows], gap=10) for start in range(0, len(entries), rows)]
    pieces = [piece for index, part in enumerate(parts) for piece in at(index * (half + 40), 0, part)]
    return Group(tuple(pieces), width, max(part.height for part in parts))


def badge_room(size: int) -> float:
    """The px from the leading edge of an option to its text."""
    return 2.1 * size


def _option(paper: Paper, index: int, text: str, width: float, size: int) -> Group:
    said = words(paper, text, size, width - badge_room(size), step=round(1.36 * size))
    lettered = badge(paper, LETTERS[index], size)
    height = max(said.height, lettered.height)
    first = round(1.36 * size)
    top = max(0.0, (lettered.height - first) / 2)
    return Group((*lettered.pieces, *at(badge_room(size), top, said)), width, max(height, said.height + top))


def badge(paper: Paper, letter: str, size: int, *, is_filled: bool = False) -> Group:
    """A letter in a rounded square, filled for the right answer."""
    edge = round(1.6 * size)
    box = QRectF(0, 0, edge, edge)
    colour, ground = ("on_ink", "ink") if is_filled else ("ink", "surface")
    name = one_line(paper, letter, size, 700, colour, ground)
    frame = Box(box, radius=0.28 * size, fill="ink" if is_filled else "", edge="ink", width=2)
    return Group((frame, *middle(box, name)), edge, edge)


def statements(paper: Paper, texts: Sequence[str], width: float, size: int) -> Group:
    """The statements of a choice in list style, numbered."""
    room = 1.5 * size
    rows = []
    for number, text in enumerate(texts, 1):
        said = words(paper, text, size, width - room, step=round(1.36 * size))
        numbered = one_line(paper, f"{number}.", size, 600, step=round(1.36 * size))
        rows.append(Group((*numbered.pieces, *at(room, 0, said)), width, said.height))
    return stacked(*rows, gap=4)
