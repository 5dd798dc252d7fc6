"""The wall when no question is in front: the lobby, a pause, the scores, the end."""

from PySide6.QtCore import QRectF, Qt

from quizapp.domain.round import Phase
from quizapp.domain.round_scores import Standing
from quizapp.ui.rounds.wall.drawing import (
    LEAST,
    MARGIN,
    TOP,
    Box,
    Group,
    LogoMark,
    Page,
    Picture,
    advance,
    at,
    one_line,
    stacked,
    words,
)

_LOGO_WIDTH, _LOGO_HEIGHT = 188.0, 120.0
_ROW, _ROW_GAP, _RANK = 56.0, 64.0, 64.0
_WIDE = 1000.0  # px a line of the lobby may take at most


class IdlePages(Page):
    """Makes the pages without a question."""

    def lobby(self) -> Picture:
        """What the round is called, and how many questions will come."""
        return self._greeting(self.view.title or self.words.seats(), self._lobby_lines())

    def _lobby_lines(self) -> list[str]:
        lines = [self.words.questions(self.view), self.words.how(self.view)]
        return [self.words.seats(), *lines] if self.view.title else lines

    def thanks(self) -> Picture:
        """The end of a round of which no scores are shown."""
        return self._greeting(self.words.thanks(), [self.view.title] if self.view.title else [])

    def pause(self) -> Picture:
        """Nothing but a calm card: the question waits."""
        return self._greeting(self.words.pause(), [])

    def test(self) -> Picture:
        """The logo, and a line that the back row should be able to read."""
        logo = LogoMark(QRectF(0, 0, _LOGO_WIDTH, _LOGO_HEIGHT))
        line = one_line(self.canvas, self.words.test_line(), LEAST, 600, step=40)
        across, down = self.canvas.width / 2, self.canvas.height / 2
        pieces = at(across - _LOGO_WIDTH / 2, down - 1.5 * _LOGO_HEIGHT, Group((logo,)))
        return pieces + at(across - line.width / 2, down, line)

    def _greeting(self, heading: str, lines: list[str]) -> Picture:
        """The logo, a heading and a few lines, in the middle."""
        width = min(self.width, _WIDE)
        logo = Group(
            (LogoMark(QRectF((width - _LOGO_WIDTH) / 2, 0, _LOGO_WIDTH, _LOGO_HEIGHT)),), width, _LOGO_HEIGHT
        )
        centre = Qt.AlignmentFlag.AlignHCenter
        said = [words(self.canvas, line, 30, width, step=44, alignment=centre) for line in lines]
        title = words(self.canvas, heading, 56, width, weight=700, step=68, alignment=centre)
        made = stacked(logo, Group((), 1, 1), title, Group((), 1, 1), *said, gap=16)
        y = max(0.0, (self.canvas.height - made.height) / 2)
        return at((self.canvas.width - width) / 2, y, made)

    def scores(self) -> Picture:
        """The standings, as many as fit; without any a calm page, or the end."""
        is_end = self.view.phase is Phase.WRAP_UP
        if not self.view.standings:
            return self.thanks() if is_end else self._greeting(self.words.done(self.view), [])
        heading = words(
            self.canvas,
            self.words.at_the_end() if is_end else self.words.scores(),
            44,
            self.width,
            weight=700,
            step=60,
        )
        top = TOP + heading.height + 16
        return [
            *self.header(),
            *at(MARGIN, TOP, heading),
            *at(MARGIN, top, self._standings(self.bottom - top)),
        ]

    def _standings(self, available: float) -> Group:
        """Rows in one column, or in two where one is not enough; a last line counts those left out."""
        standings = self.view.standings
        a_column = int(available // _ROW)
        columns = 1 if len(standings) <= a_column or not self._fits_twice() else 2
        fitting = columns * a_column
        if len(standings) > fitting:
            a_column = int((available - _ROW) // _ROW)
            fitting = columns * a_column
        width = self.width if columns == 1 else (self.width - _ROW_GAP) / 2
        pieces = []
        for index, (name, standing) in enumerate(standings[:fitting]):
            x, y = index // a_column * (width + _ROW_GAP), index % a_column * _ROW
            pieces += at(x, y, self._row(name, standing, width))
        if left_out := len(standings) - fitting if len(standings) > fitting else 0:
            more = one_line(self.canvas, self.words.more(left_out), LEAST, step=_ROW)
            pieces += at(0, a_column * _ROW, more)
        return Group(tuple(pieces), self.width, available)

    def _fits_twice(self) -> bool:
        """Whether every name takes at most two lines in half the width."""
        width = (self.width - _ROW_GAP) / 2
        rows = (self._row(name, standing, width) for name, standing in self.view.standings)
        return all(piece.rect.height() <= _ROW for row in rows for piece in row.pieces)

    def _row(self, name: str, standing: Standing, width: float) -> Group:
        """A rank, a name and a score; a name that is too long for its row is set smaller, then wraps."""
        rank = one_line(self.canvas, str(standing.rank), 34, 700, step=_ROW)
        score = one_line(self.canvas, self.words.points(standing.right, standing.seen), 30, 600, step=_ROW)
        available = width - _RANK - score.width - 24
        fitting = (size for size in (34, 30) if advance(self.canvas, name, size) <= available)
        size = next(fitting, LEAST)
        step = _ROW if advance(self.canvas, name, size) <= available else _ROW / 2
        named = words(self.canvas, name, size, available, step=step)
        line = Box(QRectF(0, _ROW - 1, width, 1.5), radius=0, fill="line")
        return Group(
            (*rank.pieces, *at(_RANK, 0, named), *at(width - score.width, 0, score), line), width, _ROW
        )
