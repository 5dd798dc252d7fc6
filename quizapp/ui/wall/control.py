"""The wall, wherever it is: on a screen of its own, or on the trainer's."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QWidget

from quizapp.domain.bank import Vocabulary
from quizapp.domain.wall_view import WallView
from quizapp.ui.look import Look
from quizapp.ui.rounds.rounds_view import ScreenView
from quizapp.ui.wall.frame import WallFrame
from quizapp.ui.wall.screens import WallScreens
from quizapp.ui.wall.sight_card import SightCard
from quizapp.ui.wall.window import WallWindow


class WallControl(QObject):
    """Shows what the room may see, and follows the projector.

    Args:
        look: typeface and colours.
        console: the window the trainer works in.

    Signals:
        lost: the wall's screen is gone; the wall is on the trainer's now.
        offered: another screen could be the wall; carries its name.
        screens_changed: screens came, went or changed.
        key_pressed: a key was pressed on the wall; carries a copy of the event.
        repainted: the wall shows something else.
    """

    lost = Signal()
    offered = Signal(object)
    screens_changed = Signal()
    key_pressed = Signal(object)
    repainted = Signal()

    def __init__(self, look: Look, console: QWidget) -> None:
        super().__init__(console)
        self._look = look
        self._screens = WallScreens(console, self)
        self._window: WallWindow | None = None
        self._sight: SightCard | None = None
        self._vocabulary = Vocabulary({})
        self._last: tuple[WallView, int | None] | None = None
        self.own_frame = WallFrame(look)
        self._later = QTimer(self)  # a picture is taken once everything has its size
        self._later.setSingleShot(True)
        self._later.timeout.connect(self.repainted)
        self._screens.wall_lost.connect(self._lose)
        self._screens.wall_moved.connect(self._follow)
        self._screens.wall_offered.connect(self.offered)
        self._screens.changed.connect(self.screens_changed)

    # -- where it is -------------------------------------------------------------------------------

    @property
    def is_apart(self) -> bool:
        """Whether the wall has a screen of its own."""
        return self._window is not None

    @property
    def frame(self) -> WallFrame:
        """What the room sees."""
        return self._window.frame if self._window else self.own_frame

    @property
    def words(self) -> str:
        """On which screen it is, and how large that is."""
        screen = self._screens.screen
        if screen is None:
            return ""
        size = screen.size() * screen.devicePixelRatio()
        return self.tr("{name}, {width} × {height}").format(
            name=screen.name(), width=size.width(), height=size.height()
        )

    def screens(self) -> tuple[ScreenView, ...]:
        """The screens that can be the wall."""
        return tuple(
            ScreenView(place.name, place.area.width(), place.area.height())
            for place in self._screens.places()
        )

    def best_screen(self) -> str:
        """The name of the screen to take; empty where there is one for both."""
        return next((screen.name for screen in self.screens()), "")

    def show_test_card(self, screen: str) -> None:
        """Have the wall show a card for the back row; an empty name takes the wall away."""
        self._go_to(screen)
        if self._window is not None:
            if self._sight is None:
                self._sight = SightCard(self._look)
                layout = self._window.layout()
                if layout is not None:
                    layout.addWidget(self._sight)
            self._show_sight(shown=True)

    def begin(self, vocabulary: Vocabulary, screen: str) -> None:
        """Show a round: on this screen, or where its name is empty on the trainer's."""
        self._vocabulary = vocabulary
        self.own_frame.set_vocabulary(vocabulary)
        self._go_to(screen)
        self._show_sight(shown=False)

    def move_to(self, screen: str) -> None:
        """Go to another screen; what is shown stays."""
        self._go_to(screen)
        self._show_sight(shown=False)

    def end(self) -> None:
        """Take the wall away."""
        self._last = None
        self._go_to("")

    # -- what it shows -----------------------------------------------------------------------------

    def show_view(self, view: WallView, seconds: int | None) -> None:
        """Show another picture, from its first page."""
        page = self.frame.page if self._last is not None and self._last[0] == view else 0
        self._last = view, seconds
        self.frame.show_view(view, seconds=seconds, page=page)
        self._later.start()

    def show_seconds(self, seconds: int | None) -> None:
        """Show the time that is left."""
        if self._last is not None and self._last[1] != seconds:
            self._last = self._last[0], seconds
            self.frame.show_view(self._last[0], seconds=seconds, page=self.frame.page)
            self._later.start()

    def turn(self) -> None:
        """Show the next page of a long text, from the last the first."""
        self.frame.next_page()
        self._later.start()

    @property
    def pages(self) -> tuple[int, int]:
        """The page in front, from 1, and how many there are."""
        return self.frame.page + 1, self.frame.page_count()

    def picture(self) -> QPixmap:
        """The wall as the room sees it."""
        return self.frame.grab()

    # -- screens -----------------------------------------------------------------------------------

    def _go_to(self, name: str) -> None:
        """Have a window on a screen, or none."""
        screen = self._screens.take(name) if name else None
        if screen is None:
            self._screens.release()
            self._drop_window()
            return
        if self._window is None:
            self._window = WallWindow(self._look)
            self._window.key_pressed.connect(self.key_pressed)
            self._window.closed.connect(self._lose)
            self._window.frame.set_vocabulary(self._vocabulary)
        self._window.frame.set_vocabulary(self._vocabulary)
        self._window.go_to(screen)

    def _drop_window(self) -> None:
        window, self._window, self._sight = self._window, None, None
        if window is not None:
            window.hide()
            window.deleteLater()

    def _show_sight(self, *, shown: bool) -> None:
        if self._window is not None:
            if self._sight is not None:
                self._sight.setVisible(shown)
            self._window.frame.setHidden(shown)

    def _lose(self) -> None:
        """The screen is gone, or somebody closed the window there."""
        if self._window is not None:
            self._screens.release()
            self._drop_window()
            self.lost.emit()

    def _follow(self) -> None:
        """The wall's screen is another, or has changed."""
        screen = self._screens.screen
        if self._window is not None and screen is not None:
            self._window.go_to(screen)
            self._later.start()
