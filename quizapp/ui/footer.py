"""The line below a page that scrolls: it stands under the page's column, whatever the window's width."""

from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QScrollBar, QSizePolicy, QWidget

from quizapp.ui.layouts import let_wrap
from quizapp.ui.look import Look
from quizapp.ui.overriding import override
from quizapp.ui.painting import INSET, painter_on
from quizapp.ui.scroll_page import column_margin
from quizapp.ui.text import Text

_CONTROL = 44  # px at 100 % text: the height is that of a button, with or without one
_ABOVE, _BELOW = 1, 5


class Footer(QWidget):
    """A row whose controls end where the cards above it end; a hairline tells that more is to scroll."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._bar: QScrollBar | None = None
        self.row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._words: Text | None = None
        self._buttons = QHBoxLayout()
        look.changed.connect(self._restyle)
        self._restyle()

    def put(self, words: Text, *buttons: QWidget) -> None:
        """Have a sentence and buttons on one line, or the sentence above where it would be squeezed."""
        self._words = words
        let_wrap(words, QSizePolicy.Policy.Ignored)  # the buttons come first
        self.row.addWidget(words, 1)
        self.row.addLayout(self._buttons)
        self._buttons.setSpacing(0)
        self._buttons.addStretch(1)
        for button in buttons:
            self._buttons.addWidget(button)

    def follow(self, bar: QScrollBar) -> None:
        """Show the hairline while this scroll bar is not at its end."""
        self._bar = bar
        bar.valueChanged.connect(self.update)
        bar.rangeChanged.connect(self.update)

    def _restyle(self) -> None:
        px = self._look.px
        across = max(0, column_margin(self._look, self.width()) - px(INSET))
        self.row.setContentsMargins(across, _ABOVE, across, _BELOW)
        self.setMinimumHeight(px(_CONTROL + 2 * INSET) + _ABOVE + _BELOW)
        self._arrange()
        self.update()

    def _arrange(self) -> None:
        """Put the sentence of `put` beside its buttons, if it has room there within their height."""
        if self._words is None:
            return
        margins, buttons = self.row.contentsMargins(), self._buttons.sizeHint()
        beside = self.width() - margins.left() - margins.right() - self.row.spacing() - buttons.width()
        fits = beside >= self._words.minimumSizeHint().width()
        fits = fits and self._words.heightForWidth(beside) <= buttons.height()
        fits = fits or self._words.isHidden()
        direction = QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom
        if direction is not self.row.direction():
            self.row.setDirection(direction)

    @override
    def event(self, event: QEvent) -> bool:
        """Other words on a button or beside it may need another arrangement."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
        return super().event(event)

    @override
    def minimumSizeHint(self) -> QSize:
        """The least, whatever the margins are now: a wide window can become a small one at once."""
        margins = self.row.contentsMargins()
        least = 2 * max(0, column_margin(self._look, 0) - self._look.px(INSET))
        return super().minimumSizeHint() - QSize(margins.left() + margins.right() - least, 0)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._restyle()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the hairline under a column that goes on."""
        if self._bar is None or self._bar.value() >= self._bar.maximum():
            return
        margin = column_margin(self._look, self.width())
        with painter_on(self) as painter:
            line = QRectF(margin, 0, self.width() - 2 * margin, 1)
            painter.fillRect(line, self._look.theme.line)
