"""Bank files dropped on the window."""

from collections.abc import Iterable
from itertools import islice
from pathlib import Path
from typing import cast

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QColor, QDropEvent, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.ui.compat import override
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.style.painting import CARD_RADIUS, paint_box, painter_on
from quizapp.ui.widgets.text import Text

MOST_FILES = 50
SUFFIXES = (".yaml", ".yml")

_MOST_ENTRIES = 5000  # looked at, in a folder or among what is dragged


def dragged_files(data: QMimeData) -> tuple[Path, ...]:
    """The banks in what is dragged: YAML files of this computer, and those that lie in its folders.

    Folders within folders are not looked into; there are at most `MOST_FILES`.
    """
    urls = data.urls()[:_MOST_ENTRIES]
    places = (Path(url.toLocalFile()) for url in urls if url.isLocalFile() and url.toLocalFile())
    found = (path for place in places for path in _banks_at(place))
    return tuple(islice(dict.fromkeys(found), MOST_FILES))


def _banks_at(place: Path) -> Iterable[Path]:
    if not place.is_dir():
        return [place] if _is_yaml(place) else []
    try:
        return sorted(path for path in islice(place.iterdir(), _MOST_ENTRIES) if _is_yaml(path))
    except OSError:  # nobody may look into it
        return []


def _is_yaml(path: Path) -> bool:
    return path.suffix.lower() in SUFFIXES and not path.name.startswith(".") and not path.is_dir()


_VEIL = 0.94
_MARGIN = 24


class DropVeil(QWidget):
    """Lies over the window while a bank is dragged over it, and says what will happen."""

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._window = parent
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        words = Text("title", self.tr("Drop to open"))
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout = QVBoxLayout(self)
        layout.addWidget(words)
        appearance.changed.connect(self.update)
        self.hide()

    def cover(self) -> None:
        """Lie over all of the window."""
        self.setGeometry(self._window.rect())
        self.raise_()
        self.show()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        appearance, margin = self._appearance, self._appearance.px(_MARGIN)
        ground = QColor(appearance.theme.bg)
        ground.setAlphaF(_VEIL)
        edge = self.rect().adjusted(margin, margin, -margin, -margin).toRectF()
        with painter_on(self) as painter:
            painter.fillRect(self.rect(), ground)
            width = 2.5 * appearance.scale
            paint_box(
                painter,
                edge,
                appearance.px(CARD_RADIUS),
                None,
                appearance.theme.ink,
                width,
                Qt.PenStyle.DashLine,
            )


class DropTarget(QObject):
    """Takes banks that are dropped on a window, and refuses everything else by the mouse's cursor.

    Args:
        appearance: the appearance in force.
        window: what they are dropped on.

    Signals:
        files_dropped: carries a tuple of their paths, never an empty one.
    """

    files_dropped = Signal(object)

    def __init__(self, appearance: Appearance, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._veil = DropVeil(appearance, window)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        match event.type():
            case QEvent.Type.DragEnter:
                self._enter(cast("QDropEvent", event))
            case QEvent.Type.DragMove:  # what was taken on entering is taken everywhere
                _as_copy(cast("QDropEvent", event))
            case QEvent.Type.DragLeave:
                self._veil.hide()
            case QEvent.Type.Drop:
                self._drop(cast("QDropEvent", event))
            case QEvent.Type.Resize if self._veil.isVisible():
                self._veil.cover()
                return False
            case _:
                return False
        return True

    def _enter(self, event: QDropEvent) -> None:
        if dragged_files(event.mimeData()):
            _as_copy(event)
            self._veil.cover()
        else:
            event.ignore()

    def _drop(self, event: QDropEvent) -> None:
        self._veil.hide()
        files = dragged_files(event.mimeData())
        if not files:
            event.ignore()
            return
        _as_copy(event)
        self._window.activateWindow()
        self.files_dropped.emit(files)


def _as_copy(event: QDropEvent) -> None:
    """Take what is dragged, and let nobody think it was moved here: some would delete it then."""
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()
