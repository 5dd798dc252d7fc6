"""The base of every page: one centred column that scrolls down and never sideways."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from quizapp.ui.look import Look
from quizapp.ui.overriding import override
from quizapp.ui.painting import INSET

COLUMN = 908
_ROOMY, _MARGIN, _SMALL_MARGIN = 960, 48, 24


def column_margin(look: Look, width: int, column: int = COLUMN) -> int:
    """The px on either side of a centred column in a page of this width."""
    margin = _MARGIN if width >= look.px(_ROOMY) else _SMALL_MARGIN
    return max(margin, (width - look.px(column)) // 2)


class _FullWidth(QVBoxLayout):
    """Lays out in the width a page has without its scroll bar: nothing moves when the bar comes."""

    def __init__(self, page: QScrollArea, content: QWidget) -> None:
        super().__init__(content)
        self._page = page

    @override
    def heightForWidth(self, width: int) -> int:
        return super().heightForWidth(self._page.width())

    @override
    def minimumHeightForWidth(self, width: int) -> int:
        return super().minimumHeightForWidth(self._page.width())

    @override
    def minimumSize(self) -> QSize:
        """The least with the least margins: those of a page that was wide must not hold it wide."""
        under_bar = self._page.width() - self._page.viewport().width()
        margins = self.contentsMargins()
        spare = max(0, margins.left() - _SMALL_MARGIN) + max(0, margins.right() - _SMALL_MARGIN)
        return super().minimumSize() - QSize(under_bar + spare, 0)

    @override
    def setGeometry(self, rect: QRect) -> None:
        wide = QRect(rect)
        wide.setWidth(self._page.width())
        if self._page.isRightToLeft():
            wide.moveRight(rect.right())
        super().setGeometry(wide)


class ScrollPage(QScrollArea):
    """A page whose contents stand in `column`.

    The column is widened by the controls' inset on both sides: their visible edges then span the
    width asked for, and plain text beside them is indented by that inset.

    Args:
        look: lengths.
        column: the width of the column in px at 100 % text.
        parent: the window.
        above: the room above the column in px at 100 % text; below as well, unless it is short.
    """

    def __init__(
        self, look: Look, column: int = COLUMN, parent: QWidget | None = None, *, above: int = _SMALL_MARGIN
    ) -> None:
        super().__init__(parent)
        self._above = above
        self._look = look
        self._column_width = column
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self._content = content = QWidget()
        self._margins = _FullWidth(self, content)
        self.column = QVBoxLayout()
        self._margins.addLayout(self.column)
        self.setWidget(content)
        self._restyle()
        look.changed.connect(self._restyle)

    def _restyle(self) -> None:
        """Centre the column in the width there is."""
        look = self._look
        across = max(0, column_margin(look, self.width(), self._column_width) - look.px(INSET))
        down = max(0, look.px(self._above) - look.px(INSET))
        below = down if self._above >= _SMALL_MARGIN else 0  # a page with a footer has room enough there
        self._margins.setContentsMargins(across, down, across, below)
        spacing = look.px(4)
        if spacing != self.column.spacing():  # to set it, even to what it was, has all laid out anew
            self.column.setSpacing(spacing)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._restyle()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Lay out in the width there is: of several changes made while it was hidden Qt loses the last."""
        super().showEvent(event)
        self._margins.setGeometry(self._content.rect())
