"""The wall’s screen: choose, follow, lose."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QPixmap, QScreen, QWindow
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.domain.wall_view import WallView
from quizapp.ui.compat import override
from quizapp.ui.rounds.views import ScreenView
from quizapp.ui.rounds.wall.frame import WallFrame
from quizapp.ui.style.appearance import Appearance


class WallWindow(QWidget):
    """Shows the wall and nothing else, and leaves the keyboard to the console.

    The program itself hides it; a close is somebody else's.

    Args:
        appearance: typeface and colours.

    Signals:
        key_pressed: a key was pressed or let go on it all the same: a copy of the event, for the console.
        closed: the window manager has closed it.
        moved: it stands on another screen, whoever has put it there.
    """

    key_pressed = Signal(object)
    closed = Signal()
    moved = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__(
            None,
            Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowDoesNotAcceptFocus,
        )
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        self.setWindowTitle(self.tr("Wall"))
        self.setCursor(Qt.CursorShape.BlankCursor)
        self._is_watched = False
        self.frame = WallFrame(appearance, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.frame)

    def go_to(self, screen: QScreen) -> None:
        """Fill a screen, whichever one it filled before."""
        if self.isVisible() and self.screen() is not screen:
            self.hide()  # a window that is full-screen stays where it is
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.setWindowState(Qt.WindowState.WindowFullScreen)
        self.show()  # `showFullScreen` would ask for the keyboard
        handle: QWindow | None = self.windowHandle()  # which is there from the first time it is shown
        if handle is not None and not self._is_watched:
            self._is_watched = True
            handle.screenChanged.connect(self.moved)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand the key on; Escape does nothing here, whatever it does elsewhere."""
        event.accept()
        if event.key() != Qt.Key.Key_Escape:
            self.key_pressed.emit(event.clone())

    @override
    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Hand on that a key was let go, too: a peek lasts as long as its key."""
        event.accept()
        if event.key() != Qt.Key.Key_Escape:
            self.key_pressed.emit(event.clone())

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that the wall is gone."""
        super().closeEvent(event)
        self.closed.emit()


_BURST = 20  # ms: plugging in one projector changes several things one after another


@dataclass(frozen=True, slots=True)
class ScreenInfo:
    """A screen as the desktop has it: its name, and the px of the desktop it shows."""

    name: str
    area: QRect


def free_screens(infos: Sequence[ScreenInfo], console: ScreenInfo) -> list[ScreenInfo]:
    """The screens that show nothing of what the console's does: those that overlap it are mirrored."""
    return [info for info in infos if not info.area.isEmpty() and not info.area.intersects(console.area)]


def screen_for_wall(infos: Sequence[ScreenInfo], console: ScreenInfo, wished: str = "") -> ScreenInfo | None:
    """The screen the wall goes to.

    Args:
        infos: all screens.
        console: the one the console is on.
        wished: the name of the one that is taken if it can be.

    Returns:
        A screen that shows nothing of what the console's does, since screens that overlap are mirrored;
        None where there is no such screen.
    """
    free = free_screens(infos, console)
    return next((info for info in free if info.name == wished), next(iter(free), None))


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
        self._taken: ScreenInfo | None = None
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
        info = self._free()
        return next((each for each in _app().screens() if info and _info(each) == info), None)

    def free_screens(self) -> list[ScreenInfo]:
        """Every screen that can be the wall."""
        infos = [_info(screen) for screen in _app().screens()]
        return free_screens(infos, _info(self._console.screen()))

    def choose(self, wished: str = "") -> QScreen | None:
        """Have the wall's screen watched from now on; None where there is none to take.

        Args:
            wished: the name of the one that is taken if it can be.
        """
        self._watch_console()
        self._taken = self._seen = self._free(wished)
        return self.screen

    def note_moved(self, screen: QScreen) -> None:
        """Watch the screen that somebody has moved the wall to."""
        if self._taken is not None:
            self._taken = self._seen = _info(screen)

    def release(self) -> None:
        """The wall is on no screen of its own any more."""
        self._taken = None

    def _free(self, wished: str = "") -> ScreenInfo | None:
        wished = wished or (self._taken.name if self._taken else "")
        infos = [_info(screen) for screen in _app().screens()]
        return screen_for_wall(infos, _info(self._console.screen()), wished)

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


def _info(screen: QScreen) -> ScreenInfo:
    return ScreenInfo(screen.name(), screen.geometry())


def _app() -> QGuiApplication:
    app = QGuiApplication.instance()
    assert isinstance(app, QGuiApplication)  # noqa: S101 - no widget lives without it
    return app


def move_to_screen(window: QWidget, screen: QScreen) -> None:
    """Have a window on another screen, as large as there is room; one that fills its screen fills that."""
    state = window.windowState()
    area, frame = screen.availableGeometry(), window.frameGeometry()
    across, down = frame.width() - window.width(), frame.height() - window.height()
    window.setWindowState(Qt.WindowState.WindowNoState)
    window.setScreen(screen)
    room = area.size() - QSize(across, down)
    window.resize(window.size().boundedTo(room))
    window.move(area.topLeft())
    window.setWindowState(state)
    window.show()


class WallControl(QObject):
    """Shows what the room may see, and follows the projector.

    Args:
        appearance: typeface and colours.
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

    def __init__(self, appearance: Appearance, console: QWidget) -> None:
        super().__init__(console)
        self._appearance, self._console = appearance, console
        self._screens = WallScreens(console, self)
        self._window: WallWindow | None = None
        self._last: tuple[WallView, int | None] | None = None
        self.own_frame = WallFrame(appearance)
        self._later = QTimer(self)  # a picture is taken once everything has its size
        self._later.setSingleShot(True)
        self._later.timeout.connect(self.repainted)
        self._screens.wall_lost.connect(self._lose)
        self._screens.wall_moved.connect(self._on_screen_changed)
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
        if self._window is None:
            return ""
        screen = self._window.screen()
        size = screen.size() * screen.devicePixelRatio()
        return self.tr("{name}, {width} × {height}").format(
            name=screen.name(), width=size.width(), height=size.height()
        )

    def screens(self) -> tuple[ScreenView, ...]:
        """The screens that can be the wall."""
        return tuple(
            ScreenView(info.name, info.area.width(), info.area.height())
            for info in self._screens.free_screens()
        )

    def best_screen(self) -> str:
        """The name of the screen to take; empty where there is one for both."""
        return next((screen.name for screen in self.screens()), "")

    def show_test_card(self, screen: str) -> None:
        """Have the wall show a card for the back row; an empty name takes the wall away."""
        self._go_to(screen)
        if self._window is not None:
            self._window.frame.show_test_page()

    def begin(self, screen: str) -> None:
        """Show a round: on this screen, or where its name is empty on the trainer's."""
        self._go_to(screen)

    def move_to(self, screen: str) -> None:
        """Go to another screen; what is shown stays."""
        self._go_to(screen)

    def swap(self) -> bool:
        """Have wall and console change screens; returns whether there are two."""
        there, here = self._screens.screen, self._console.screen()
        if self._window is None or there is None:
            return False
        self._window.hide()
        self._screens.release()
        move_to_screen(self._console, there)
        self._go_to(here.name())
        return True

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
        screen = self._screens.choose(name) if name else None
        if screen is None:
            self._screens.release()
            self._drop_window()
            return
        if self._window is None:
            self._window = WallWindow(self._appearance)
            self._window.key_pressed.connect(self.key_pressed)
            self._window.closed.connect(self._lose)
            self._window.moved.connect(self._follow_window)
        self._window.go_to(screen)

    def _drop_window(self) -> None:
        window, self._window = self._window, None
        if window is not None:
            window.hide()
            window.deleteLater()

    def _lose(self) -> None:
        """The screen is gone, or somebody closed the window there."""
        if self._window is not None:
            self._screens.release()
            self._drop_window()
            self.lost.emit()

    def _follow_window(self) -> None:
        """Somebody has moved the wall by other means than ours."""
        if self._window is not None:
            self._screens.note_moved(self._window.screen())
            self.screens_changed.emit()
            self._later.start()

    def _on_screen_changed(self) -> None:
        """The wall's screen is another, or has changed."""
        screen = self._screens.screen
        if self._window is not None and screen is not None:
            self._window.go_to(screen)
            self._later.start()
