"""The heading of a section that can be jumped to."""

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QPaintEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from quizapp.ui.look import Look
from quizapp.ui.overriding import override
from quizapp.ui.painting import INSET, paint_focus_ring, painter_on
from quizapp.ui.text import Text

_ABOVE = 12
_RADIUS, _RING = 6, 4


class SectionHeading(Text):
    """A heading that takes the focus when it is jumped to: Tab goes on from there.

    Tab itself passes it by, for there is nothing to press.
    """

    def __init__(self, look: Look, text: str, parent: QWidget | None = None) -> None:
        super().__init__(look, "section", text, parent=parent, inset=INSET)

    def jump(self, page: QScrollArea) -> None:
        """Bring the heading to the top of its page, as far as the page goes, and focus it."""
        bar = page.verticalScrollBar()
        bar.setValue(bar.value() + self.mapTo(page.viewport(), QPoint()).y() - self._look.px(_ABOVE))
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words, and the ring while the focus is here."""
        super().paintEvent(event)
        if self.hasFocus():
            reach = self._look.px(_RING)
            edge = QRectF(self.rect()).adjusted(reach, reach, -reach, -reach)
            with painter_on(self) as painter:
                paint_focus_ring(painter, edge, self._look, _RADIUS)
