"""The window that fills the projector's screen with the wall."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QScreen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.ui.look import Look
from quizapp.ui.overriding import override
from quizapp.ui.wall.frame import WallFrame


class WallWindow(QWidget):
    """Shows the wall and nothing else, and leaves the keyboard to the console.

    The program itself hides it; a close is somebody else's.

    Args:
        look: typeface and colours.

    Signals:
        key_pressed: a key was pressed or let go on it all the same: a copy of the event, for the console.
        closed: the window manager has closed it.
    """

    key_pressed = Signal(object)
    closed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(
            None,
            Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowDoesNotAcceptFocus,
        )
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        self.setWindowTitle(self.tr("Wall"))
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.frame = WallFrame(look, self)
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
