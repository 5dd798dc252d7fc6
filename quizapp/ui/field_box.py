"""The painted edge around a field that somebody types in, and its focus ring."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from quizapp.ui.look import Look
from quizapp.ui.overriding import override
from quizapp.ui.painting import CONTROL_RADIUS, INSET, paint_box, paint_focus_ring, painter_on, visible_rect


class FieldBox(QWidget):
    """Gives a standard field, without a frame of its own, the look of every control.

    Args:
        look: the look in force.
        field: what is typed in; it takes the focus.
        use: the use of type in it, see `look.TYPE`.
        padding: room between edge and field in px at 100 % text, across and down.
        parent: the owner.
    """

    def __init__(
        self,
        look: Look,
        field: QWidget,
        use: str = "choice",
        padding: tuple[int, int] = (10, 1),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._field, self._use, self._padding = look, field, use, padding
        field.installEventFilter(self)
        self._row = QHBoxLayout(self)
        self._row.addWidget(field)
        look.changed.connect(self.relook)
        self.relook()

    def relook(self) -> None:
        """Take font and lengths from the look."""
        across, down = (self._look.px(INSET + each) for each in self._padding)
        self._row.setContentsMargins(across, down, across, down)
        self._field.setFont(self._look.font(self._use))
        self.update()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show the ring while the field has the focus."""
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self.update()
        return super().eventFilter(watched, event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the paper, its edge, and the ring."""
        look, rect = self._look, visible_rect(self, self._look)
        with painter_on(self) as painter:
            paint_box(painter, rect, look.px(CONTROL_RADIUS), look.theme.surface, look.theme.border)
            if self._field.hasFocus():
                paint_focus_ring(painter, rect, look)
