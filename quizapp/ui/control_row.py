"""A row of painted controls whose visible edges line up with the text above it."""

from PySide6.QtCore import QRect, QSize

from quizapp.ui.flow_layout import FlowLayout
from quizapp.ui.look import Look
from quizapp.ui.overriding import override
from quizapp.ui.painting import INSET

_GAP = 4


class ControlRow(FlowLayout):
    """Controls side by side, on further lines where the width is short.

    It reaches over its sides by the controls' inset: use it for buttons inside a card, their focus
    rings then lie in the card's padding.
    """

    def __init__(self, look: Look) -> None:
        super().__init__(gap=_GAP)
        self._look = look

    def _reach(self) -> int:
        """How far the row reaches over each side, in px."""
        return self._look.px(INSET)

    @override
    def setGeometry(self, rect: QRect) -> None:
        """Place the controls in the widened rectangle."""
        super().setGeometry(rect.adjusted(-self._reach(), 0, self._reach(), 0))

    @override
    def heightForWidth(self, width: int) -> int:
        """The px all lines need within a width."""
        return super().heightForWidth(width + 2 * self._reach())

    @override
    def sizeHint(self) -> QSize:
        """All on one line, less what reaches over."""
        return super().sizeHint() - QSize(2 * self._reach(), 0)

    @override
    def minimumSize(self) -> QSize:
        """The widest control, less what reaches over."""
        return super().minimumSize() - QSize(2 * self._reach(), 0)
