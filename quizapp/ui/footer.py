"""The line below a page that scrolls: it stands under the page's column, whatever the window's width."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollBar, QWidget

from quizapp.ui.look import Look
from quizapp.ui.overriding import override
from quizapp.ui.painting import INSET, painter_on
from quizapp.ui.scroll_page import column_margin

_CONTROL = 44  # px at 100 % text: the height is that of a button, with or without one
_ABOVE, _BELOW = 1, 5


class Footer(QWidget):
    """A row whose controls end where the cards above it end; a hairline tells that more is to scroll."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._bar: QScrollBar | None = None
        self.row = QHBoxLayout(self)
        look.changed.connect(self._restyle)
        self._restyle()

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
        self.update()

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
