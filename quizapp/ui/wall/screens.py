"""Which screen the wall is on: another than the console's, as screens come and go."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QRect, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen, QWindow
from PySide6.QtWidgets import QWidget

_BURST = 20  # ms: plugging in one projector changes several things one after another


@dataclass(frozen=True, slots=True)
class Place:
    """A screen as the desktop has it: its name, and the px of the desktop it shows."""

    name: str
    area: QRect


def free_places(places: Sequence[Place], console: Place) -> list[Place]:
    """The screens that show nothing of what the console's does: those that overlap it are mirrored."""
    return [place for place in places if not place.area.isEmpty() and not place.area.intersects(console.area)]


def place_for_wall(places: Sequence[Place], console: Place, wished: str = "") -> Place | None:
    """The screen the wall goes to.

    Args:
        places: all screens.
        console: the one the console is on.
        wished: the name of the one that is taken if it can be.

    Returns:
        A screen that shows nothing of what the console's does, since screens that overlap are mirrored;
        None where there is no such screen.
    """
    free = free_places(places, console)
    return next((place for place in free if place.name == wished), next(iter(free), None))


class WallScreens(QObject):
    """Follows the screens of the desktop on behalf of the wall.

    Args:
        console: the window the trainer works in.
        parent: the owner.

    Signals:
        wall_lost: the wall's screen is gone: nobody sees it, and the round should pause.
        wall_moved: the wall belongs elsewhere, or its screen has changed: `screen` says where to go.
        wall_offered: a screen for the wall has come, its name; not emitted while the wall has one.
        changed: screens came, went or changed.
    """

    changed = Signal()

    wall_lost = Signal()
    wall_moved = Signal()
    wall_offered = Signal(object)

    def __init__(self, console: QWidget, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._console = console
        self._taken: Place | None = None
        self._watched: QWindow | None = None
        self._is_gone = False  # whether the wall's screen was unplugged, perhaps to come back at once
        self._burst = QTimer(self)
        self._burst.setSingleShot(True)
        self._burst.setInterval(_BURST)
        self._burst.timeout.connect(self._look_again)
        app = _app()
        app.screenAdded.connect(self._watch)
        app.screenRemoved.connect(self._unplugged)
        app.primaryScreenChanged.connect(self._stir)
        for screen in app.screens():
            screen.geometryChanged.connect(self._stir)
        self._seen = self._free()

    @property
    def screen(self) -> QScreen | None:
        """Where the wall can go now; None where there is one screen, or all show the same."""
        place = self._free()
        return next((each for each in _app().screens() if place and _place(each) == place), None)

    def places(self) -> list[Place]:
        """Every screen that can be the wall."""
        places = [_place(screen) for screen in _app().screens()]
        return free_places(places, _place(self._console.screen()))

    def take(self, wished: str = "") -> QScreen | None:
        """Have the wall's screen watched from now on; None where there is none to take.

        Args:
            wished: the name of the one that is taken if it can be.
        """
        self._watch_console()
        self._taken = self._seen = self._free(wished)
        return self.screen

    def release(self) -> None:
        """The wall is on no screen of its own any more."""
        self._taken = None

    def _free(self, wished: str = "") -> Place | None:
        wished = wished or (self._taken.name if self._taken else "")
        places = [_place(screen) for screen in _app().screens()]
        return place_for_wall(places, _place(self._console.screen()), wished)

    def _watch(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._stir)
        self._stir()

    def _unplugged(self, screen: QScreen) -> None:
        self._is_gone = self._is_gone or (self._taken is not None and screen.name() == self._taken.name)
        self._stir()

    def _stir(self) -> None:
        """Look again once it is quiet."""
        self._burst.start()

    def _watch_console(self) -> None:
        """Notice when the console is moved to another screen."""
        window: QWindow | None = self._console.window().windowHandle()  # None until it is shown
        if window is not None and window is not self._watched:
            self._watched = window
            window.screenChanged.connect(self._stir)

    def _look_again(self) -> None:
        """Compare what there is with what there was."""
        self.changed.emit()
        free, before, is_gone = self._free(), self._seen, self._is_gone
        self._seen, self._is_gone = free, False
        if self._taken is not None:
            if free is None:
                self._taken = None
                self.wall_lost.emit()
            elif is_gone or free != self._taken:
                self._taken = free
                self.wall_moved.emit()
        elif free is not None and (before is None or free.name != before.name):
            self.wall_offered.emit(free.name)


def _place(screen: QScreen) -> Place:
    return Place(screen.name(), screen.geometry())


def _app() -> QGuiApplication:
    app = QGuiApplication.instance()
    assert isinstance(app, QGuiApplication)  # noqa: S101 - no widget lives without it
    return app
