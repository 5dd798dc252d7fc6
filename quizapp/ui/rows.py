"""Rows and columns that bring plain text and painted controls to one edge."""

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from quizapp.ui.look import Look
from quizapp.ui.overriding import override
from quizapp.ui.painting import INSET, side_room


class HeadRow(QHBoxLayout):
    """Plain text above cards: it is indented to where their visible edges run.

    Args:
        look: lengths.
        above: the room above in px.
        below: the room below in px.
    """

    def __init__(self, look: Look, above: int = 12, below: int = 4) -> None:
        super().__init__()
        self._look, self._above, self._below = look, above, below
        look.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        inset = self._look.px(INSET)
        self.setContentsMargins(inset, self._above, inset, self._below)


class ReachingColumn(QVBoxLayout):
    """Controls in a card, one below the other, that reach over its text on both sides.

    Args:
        look: lengths.
        reach: how far, in px at 100 % text.
        sideways: whether the reach grows as padding at the sides does, and not as the text.
    """

    def __init__(self, look: Look, reach: int = INSET, *, sideways: bool = False) -> None:
        super().__init__()
        self._look, self._reach, self._sideways = look, reach, sideways

    def _reached(self) -> int:
        return side_room(self._look, self._reach) if self._sideways else self._look.px(self._reach)

    @override
    def setGeometry(self, rect: QRect) -> None:
        """Place the controls in the widened rectangle."""
        super().setGeometry(rect.adjusted(-self._reached(), 0, self._reached(), 0))

    @override
    def heightForWidth(self, width: int) -> int:
        """The px all rows need within a width."""
        return super().heightForWidth(width + 2 * self._reached())

    @override
    def minimumHeightForWidth(self, width: int) -> int:
        """The least px all rows need within a width."""
        return super().minimumHeightForWidth(width + 2 * self._reached())
