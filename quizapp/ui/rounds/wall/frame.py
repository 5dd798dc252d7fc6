"""The wall: one picture of a round, as large as there is room, the same in the console's preview."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from quizapp.domain.round import Phase
from quizapp.domain.wall_view import WallView
from quizapp.ui.compat import override
from quizapp.ui.rounds.wall.drawing import HEIGHT, WIDTH, Canvas, Page, Picture, mirrored
from quizapp.ui.rounds.wall.lobby import IdlePages
from quizapp.ui.rounds.wall.question import QuestionPages
from quizapp.ui.rounds.wall.result import ChoiceResultPages, ResultPages
from quizapp.ui.rounds.wall.wording import WallWords
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.style.painting import painter_on
from quizapp.ui.widgets.signs import PaintedLabel

MOST_ZOOM = 1.25
"""How much larger than the design letters can be made."""

_NOTHING = WallView(Phase.LOBBY, 0, 0)


class WallFrame(PaintedLabel):
    """Paints what the wall shows, scaled from a design of 1280 × 720 px to its own size.

    Text sizes follow the wall's size: the same picture is sharp on any screen, and the console's preview is
    the wall itself. A text size above 100 % makes its letters larger too, up to `MOST_ZOOM`: what does not
    fit any more goes on to another page.

    Args:
        appearance: typeface and colours.
        parent: the owner.

    Attributes:
        canvas: what the pages are made for.
    """

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        self._words = WallWords(self)
        self._view, self._page = _NOTHING, 0
        self._is_test = False
        self._seconds: int | None = None
        self._longest = 0  # the most seconds that were left of this vote: what the bar is a part of
        self.canvas = Canvas(appearance)
        self._pictures: list[Picture] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    # -- what is shown -------------------------------------------------------------------------------

    def show_view(self, view: WallView, *, seconds: int | None = None, page: int = 0) -> None:
        """Show another picture.

        Args:
            view: what the room may see.
            seconds: the time that is left; None where there is no limit.
            page: of a text that takes several, from 0; one too many gives the last.
        """
        if view != self._view or self._is_test:
            self._pictures = None
            if (view.position, view.phase) != (self._view.position, self._view.phase):
                self._longest = 0
        self._view, self._page, self._seconds, self._is_test = view, page, seconds, False
        self._longest = max(self._longest, seconds or 0)
        self._update_description()

    def show_test_page(self) -> None:
        """Show a line for the back row to read, until another picture is shown."""
        self._is_test, self._page, self._seconds = True, 0, None
        self._pictures = None
        self._update_description()

    @property
    def page(self) -> int:
        """The page that is shown, from 0."""
        return min(self._page, len(self._made()) - 1)

    def page_count(self, view: WallView | None = None) -> int:
        """How many pages a picture takes in the present shape: the one that is shown, or another."""
        return len(self._made()) if view is None or view == self._view else len(self._pages(view))

    def next_page(self) -> None:
        """Turn to the next page, from the last back to the first."""
        self._page = (self.page + 1) % len(self._made())
        self._update_description()

    # -- the widget ----------------------------------------------------------------------------------

    @override
    def sizeHint(self) -> QSize:
        """Half the design's size."""
        return QSize(round(WIDTH / 2), round(HEIGHT / 2))

    @override
    def minimumSizeHint(self) -> QSize:
        """A quarter of it: as small as a preview may be."""
        return QSize(round(WIDTH / 4), round(HEIGHT / 4))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the page in design px, scaled."""
        pieces = self.pieces()
        scale = self._scale()
        with painter_on(self) as painter:
            painter.fillRect(self.rect(), self.canvas.colour("surface"))
            painter.scale(scale, scale)
            for piece in pieces:
                piece.paint(painter, self.canvas)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._apply_style()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._apply_style()

    def _scale(self) -> float:
        return self.width() / self.canvas.width

    @override
    def _apply_style(self) -> None:
        """Make the pictures anew for another size, theme or direction."""
        zoom = min(max(self._appearance.scale, 1.0), MOST_ZOOM)
        least_width, least_height = WIDTH / zoom, HEIGHT / zoom
        scale = max(1e-3, min(self.width() / least_width, self.height() / least_height))
        width, height = max(self.width() / scale, least_width), max(self.height() / scale, least_height)
        self.canvas = Canvas(self._appearance, width, height, self.layoutDirection())
        self._pictures = None
        self._update_description()
        self.updateGeometry()

    def _update_description(self) -> None:
        """Say in words what is painted, and paint it."""
        self.setAccessibleName("\n".join(piece.says for piece in self.pieces() if piece.says))
        self.update()

    # -- pictures ------------------------------------------------------------------------------------

    def pieces(self) -> Picture:
        """The pieces of the page in front, with page number and clock."""
        pages = self._made()
        foot = Page(self.canvas, self._words, self._view)
        seconds = None if self._view.is_paused else self._seconds
        pieces = pages[self.page] + foot.foot(self.page, len(pages), seconds, self._longest)
        if self.canvas.direction == Qt.LayoutDirection.RightToLeft:
            return mirrored(pieces, self.canvas.width)
        return pieces

    def _made(self) -> list[Picture]:
        """The pages of the view in front; they are kept while nothing changes them."""
        if self._pictures is None:
            idle = IdlePages(self.canvas, self._words, self._view)
            self._pictures = [idle.test()] if self._is_test else self._pages(self._view)
        return self._pictures

    def _pages(self, view: WallView) -> list[Picture]:
        """The pages of a view, at least one."""
        idle = IdlePages(self.canvas, self._words, view)
        if view.is_paused:
            return [idle.pause()]
        match view.phase:
            case Phase.LOBBY:
                return [idle.lobby()]
            case Phase.SCORES | Phase.WRAP_UP:
                return [idle.scores()]
            case Phase.CLOSED:
                return [idle.thanks()]
            case _:
                return self._question(view)

    def _question(self, view: WallView) -> list[Picture]:
        if view.revealed is None:
            return QuestionPages(self.canvas, self._words, view).pages()
        if view.answers:
            return ChoiceResultPages(self.canvas, self._words, view, view.revealed).pages()
        return ResultPages(self.canvas, self._words, view, view.revealed).pages()
