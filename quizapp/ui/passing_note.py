"""A short word that says what has just been done, and goes by itself."""

from PySide6.QtCore import QPoint, QRectF, Qt, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from quizapp.ui.announce import announce
from quizapp.ui.look import Look
from quizapp.ui.overriding import override
from quizapp.ui.painting import CONTROL_RADIUS, paint_box, painter_on
from quizapp.ui.text import Text

_BASE, _PER_LETTER = 1500, 60  # ms
_MARGIN = 24


class PassingNote(QFrame):
    """Lies over its page, so that nothing moves; the mouse goes through it.

    Args:
        look: the look in force.
        page: the page it lies over.
    """

    def __init__(self, look: Look, page: QWidget) -> None:
        super().__init__(page)
        self._look, self._page = look, page
        self._words = Text(look, "label_strong", "", "on_ink", self)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._words)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def tell(self, sentence: str, above: QWidget) -> None:
        """Say a sentence for as long as it takes to read it, above a part of the page."""
        self._words.setText(sentence)
        across, down = self._look.px(16), self._look.px(10)
        self._row.setContentsMargins(across, down, across, down)
        page = self._page
        width = min(self._words.sizeHint().width() + 2 * across, page.width() - 2 * _MARGIN)
        height = self._words.heightForWidth(width - 2 * across) + 2 * down
        top = above.mapTo(page, QPoint(0, 0)).y() - height - self._look.px(8)
        self.setGeometry((page.width() - width) // 2, top, width, height)
        self.show()
        self.raise_()
        self._timer.start(_BASE + _PER_LETTER * len(sentence))
        announce(self, sentence)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the dark slip of paper it is written on."""
        with painter_on(self) as painter:
            paint_box(painter, QRectF(self.rect()), self._look.px(CONTROL_RADIUS), self._look.theme.ink)
