"""The base of every page: one centred column that scrolls down and never sideways."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
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
        content = QWidget()
        self._margins = QVBoxLayout(content)
        self.column = QVBoxLayout()
        self._margins.addLayout(self.column)
        self.setWidget(content)
        self._restyle()
        look.changed.connect(self._restyle)

    def _restyle(self) -> None:
        """Centre the column in the width there is."""
        look, width = self._look, self.width()
        bar = max(0, width - self.viewport().width())  # nothing moves when the scroll bar comes
        across = column_margin(look, width, self._column_width) - look.px(INSET)
        down = max(0, look.px(self._above) - look.px(INSET))
        leading, trailing = max(0, across), max(0, across - bar)
        if self.isRightToLeft():
            leading, trailing = trailing, leading
        below = down if self._above >= _SMALL_MARGIN else 0  # a page with a footer has room enough there
        self._margins.setContentsMargins(leading, down, trailing, below)
        self._margins.activate()  # now: a frame painted with the old margins would be seen to jump
        self.column.setSpacing(look.px(4))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._restyle()
