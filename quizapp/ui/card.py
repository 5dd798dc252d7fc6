"""The card: the one raised surface."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from quizapp.ui.layouts import filled_hint, follow_width
from quizapp.ui.look import Look
from quizapp.ui.overriding import override
from quizapp.ui.painting import INSET, paint_card, painter_on, side_room, visible_rect


class Card(QFrame):
    """A rounded surface with a column of contents.

    Its visible edge lies `inset` px inside the widget, as that of every painted control does, so
    edges line up down a page and the shadow has room.

    Args:
        look: colours and lengths.
        parent: the widget it lies on.
        padding: room between edge and contents in px at 100 % text, horizontal and vertical.
    """

    def __init__(
        self, look: Look, parent: QWidget | None = None, padding: tuple[int, int] = (36, 24)
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._padding = padding
        self.body = QVBoxLayout(self)
        self._restyle()
        look.changed.connect(self._restyle)

    @property
    def inset(self) -> int:
        """How far the visible edge lies inside the widget, in px."""
        return self._look.px(INSET)

    def _restyle(self) -> None:
        """Scale padding and spacing with the text."""
        across = side_room(self._look, self._padding[0]) + self.inset
        down = self._look.px(self._padding[1]) + self.inset
        self.body.setContentsMargins(across, down, across, down)
        self.body.setSpacing(self._look.px(8))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        # Height belongs to the width there is: a card that may not grow would else cut its text off.
        return filled_hint(self, self.body)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        follow_width(self, event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            paint_card(painter, visible_rect(self, self._look), self._look)
