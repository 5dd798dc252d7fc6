"""The window: sidebar, page stack, geometry, full screen."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QByteArray, QEvent, QPoint, QRect, QSize, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QMainWindow,
    QStackedWidget,
    QWidget,
)

from quizapp.ui.compat import override
from quizapp.ui.keyboard import press_by_place
from quizapp.ui.preferences import PreferencesFile
from quizapp.ui.shell.menus import Menus
from quizapp.ui.shell.sidebar import Sidebar
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.widgets.layouts import scroll_to


class PageStack(QStackedWidget):
    """Asks for the space of the page in front alone: a hidden one must not widen the window."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.currentChanged.connect(self.updateGeometry)

    @override
    def minimumSizeHint(self) -> QSize:
        page = self.currentWidget()
        return page.minimumSizeHint() if page is not None else QSize()

    def keep(self, page: QWidget) -> None:
        """Add a page, when it is new, behind the one in front."""
        if self.indexOf(page) < 0:
            self.addWidget(page)
            page.resize(self.size())  # it is laid out in the width it will have

    def bring(self, page: QWidget) -> None:
        """Bring a page to the front, added when it is new."""
        self.keep(page)
        self.setCurrentWidget(page)


_SIZE, _LEAST = QSize(1100, 720), QSize(640, 400)
_FRAME, _TITLE_BAR = 4, 24  # px around and above a window, which nobody knows before it is shown


def within(wanted: QRect, available: QRect) -> QRect:
    """Where a window can stand: as large and as near to what is wanted as a screen allows.

    Args:
        wanted: its place without the frame.
        available: what the screen leaves to windows.
    """
    size = wanted.size().boundedTo(available.size())
    left = min(wanted.left(), available.right() + 1 - size.width())
    top = min(wanted.top(), available.bottom() + 1 - size.height())
    return QRect(QPoint(max(available.left(), left), max(available.top(), top)), size)


class MainWindow(QMainWindow):
    """Holds pages; which one stands in front, and what they say, is decided elsewhere.

    Signals:
        painted: the first picture is on the screen; comes once.
        entry_requested: a page should be shown; carries its name in the sidebar.
        closing: the window is about to go.

    Attributes:
        may_close: asked before the window closes; somebody else may want it to stay.
    """

    painted = Signal()
    entry_requested = Signal(object)
    closing = Signal()

    def __init__(self, appearance: Appearance, preferences: PreferencesFile) -> None:
        super().__init__()
        self._preferences = preferences
        self.may_close: Callable[[], bool] = _always
        self._was_painted = False
        self.menus = Menus(self)
        self._sidebar = Sidebar(appearance)
        self._stack = PageStack()
        self._build()
        self._sidebar.entry_requested.connect(self.entry_requested)
        self.menus.full_screen_requested.connect(self._toggle_full_screen)
        self.menus.quit_requested.connect(self.close)

    def _build(self) -> None:
        self.setWindowTitle(self.tr("Product or Service?"))
        self.setMenuBar(self.menus)
        self.addActions(self.menus.all_actions())  # their keys work while the bar is folded away
        self.menus.show_theme(self._preferences.now.theme)
        central = QWidget()
        layout = QHBoxLayout(central)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._sidebar)
        layout.addWidget(self._stack, 1)
        self.setCentralWidget(central)
        self._take_place()

    # -- pages ---------------------------------------------------------------------------------

    def add_entries(self, entries: Mapping[str, tuple[str, str]], last: str) -> None:
        """Add pages to the sidebar: words and icons by their names, the last one at its foot."""
        self._sidebar.add_entries(entries, last)

    @property
    def page(self) -> QWidget | None:
        """The page in front."""
        return self._stack.currentWidget()

    @property
    def has_sidebar(self) -> bool:
        """Whether a page of the sidebar stands in front, not a session or its summary."""
        return not self._sidebar.isHidden()

    def keep_page(self, page: QWidget) -> None:
        """Have a page ready that somebody may want to see."""
        self._stack.keep(page)

    def show_page(self, page: QWidget, entry: str) -> None:
        """Bring a page of the sidebar to the front."""
        self._stack.bring(page)
        self._show_menus(shown=True)
        self._sidebar.set_current(entry)
        self._sidebar.show()

    def show_alone(self, page: QWidget, *, menus: bool) -> None:
        """Bring a page to the front without the sidebar, and without the menus unless they are wanted."""
        self._sidebar.hide()  # before the page needs the width, or the window would grow
        self._stack.bring(page)
        self._show_menus(shown=menus)

    def _show_menus(self, *, shown: bool) -> None:
        self.menus.setVisible(shown)
        self.menus.allow_starting(allowed=shown)

    # -- the window itself ---------------------------------------------------------------------

    def come_forward(self) -> None:
        """Stand before other windows, as somebody wanted who started the program again."""
        if self.isMinimized():
            self.showNormal()
        self.raise_()
        self.activateWindow()

    def _toggle_full_screen(self) -> None:
        if self.isFullScreen():
            self.showNormal()
        else:
            self.showFullScreen()

    def _take_place(self) -> None:
        """Stand where the window stood last time, or in the middle, within what the screen leaves to windows.

        Laptops leave little: of 1366 by 768 at 150 % there are 910 by 512.
        """
        kept = self._preferences.now.geometry
        is_restored = bool(kept) and self.restoreGeometry(QByteArray(kept))
        wanted = self.geometry()
        if not is_restored:
            wanted = QRect(QPoint(), _SIZE)
            wanted.moveCenter(self.screen().availableGeometry().center())
        screen = QGuiApplication.screenAt(wanted.center()) or self.screen()
        available = screen.availableGeometry().adjusted(_FRAME, _FRAME + _TITLE_BAR, -_FRAME, -_FRAME)
        self.setMinimumSize(_LEAST.boundedTo(available.size()))
        if not (self.isMaximized() or self.isFullScreen()):
            self.setGeometry(within(wanted, available))

    @override
    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001 - as Qt has it
        """Scroll to what Tab has reached: Qt does so only where Tab begins in the same scroll area."""
        moved = super().focusNextPrevChild(next)
        reached = QApplication.focusWidget()
        if moved and reached is not None:
            QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)  # it may have been built just now
            scroll_to(reached)
        return moved

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Find keys that nobody took by their places: not every keyboard prints Latin letters, or digits."""
        if not press_by_place(self, event):
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell of the first paint, once it is done."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self.painted.emit)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        """Every answer is kept already; only a class that is in the middle of something is asked about."""
        if not self.may_close():
            event.ignore()
            return
        self.closing.emit()
        self._preferences.change(geometry=self.saveGeometry().data())
        self._preferences.save()
        super().closeEvent(event)


def _always() -> bool:
    return True
