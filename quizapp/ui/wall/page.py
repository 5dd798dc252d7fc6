"""What every page of the wall shares: margins, the line at the top, and how parts are placed."""

import re

from PySide6.QtCore import QRectF

from quizapp.domain.wall_view import WallView
from quizapp.ui.wall.parts import Box, Group, LogoMark, Paper, Piece, advance, at, one_line
from quizapp.ui.wall.words import WallWords

Picture = list[Piece]
"""All pieces of one page, in the order of reading."""

MARGIN, TOP = 70.0, 96.0
_FOOT, _LOGO_WIDTH, _LOGO_HEIGHT = 48.0, 51.0, 33.0


class Page:
    """Where things lie on one page.

    Args:
        paper: what it is made for.
        words: the wall's words.
        view: what is shown.
    """

    def __init__(self, paper: Paper, words: WallWords, view: WallView) -> None:
        self.paper, self.words, self.view = paper, words, view

    @property
    def width(self) -> float:
        """The px between the margins."""
        return self.paper.width - 2 * MARGIN

    @property
    def bottom(self) -> float:
        """Where the contents end: page number and clock stand below."""
        return self.paper.height - _FOOT

    @property
    def room(self) -> float:
        """The px for the contents between the line at the top and the foot."""
        return self.bottom - TOP

    def header(self) -> Picture:
        """The logo and which question is in front; at the other end what is to be known about it."""
        logo = LogoMark(QRectF(MARGIN - 2, 56 - _LOGO_HEIGHT / 2, _LOGO_WIDTH, _LOGO_HEIGHT))
        place = one_line(self.paper, self.words.place(self.view), 26, 600)
        remark = one_line(self.paper, self.words.remark(self.view), 22, 600)
        pieces: Picture = [logo, *at(MARGIN + _LOGO_WIDTH + 20, 56 - place.height / 2, place)]
        return pieces + at(self.paper.width - MARGIN - remark.width, 56 - remark.height / 2, remark)

    def low(self, group: Group) -> Picture:
        """A group at the bottom of the contents."""
        return at(MARGIN, self.bottom - group.height, group)

    def foot(self, page: int, count: int, seconds: int | None, longest: int) -> Picture:
        """Which page of several this is, and the time that is left: as a bar, and as a number."""
        pieces: Picture = []
        y, left = self.paper.height - 21, MARGIN
        if count > 1:
            said = one_line(self.paper, self.words.page(page + 1, count), 20, 600)
            pieces += at(left, y - said.height / 2, said)
            left += said.width + 32
        if seconds is not None:
            pieces += self._clock(max(0, seconds), longest, left, y)
        return pieces

    def _clock(self, seconds: int, longest: int, left: float, y: float) -> Picture:
        said = one_line(self.paper, self.words.clock(seconds), 26, 600)
        # All figures get the room of the widest, or the bar would tremble.
        widest = advance(self.paper, re.sub(r"\d", "0", self.words.clock(seconds)), 26, 600)
        right = self.paper.width - MARGIN - widest
        whole = QRectF(left, y - 5, right - 20 - left, 10)
        share = min(1.0, seconds / longest) if longest else 0.0
        rest = QRectF(left, y - 5, max(10.0, whole.width() * share), 10)
        bars = [Box(whole, radius=5, edge="border", width=1.5), Box(rest, radius=5, fill="ink")]
        return [*bars[: 2 if share else 1], *at(right, y - said.height / 2, said)]
