"""The base of what stands for an answered question in a summary: a press shows its explanation."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from quizapp.ui import icons
from quizapp.ui.answer_view import AnswerView
from quizapp.ui.look import Look
from quizapp.ui.mark_signs import MarkLabel
from quizapp.ui.overriding import override
from quizapp.ui.painting import (
    CONTROL_RADIUS,
    is_flat,
    paint_box,
    paint_focus_ring,
    painter_on,
    side_room,
    visible_rect,
)
from quizapp.ui.pressable import Pressable
from quizapp.ui.text import Text

ROW_PADDING = 14
_CHEVRON, _BEFORE = 18, 8


def key_of(look: Look, view: AnswerView) -> QWidget | None:
    """What an answered question turned out to be: a side with its mark, or a word; nothing for a choice."""
    if view.side is not None:
        return MarkLabel(look, view.side)
    return Text(look, "label_strong", view.key) if view.key else None


class AnswerRow(Pressable):
    """Opens an explanation; what lies on it is added by its kinds.

    Args:
        look: the look in force.
        view: the answered question.
        contents: the layout of what lies on it.
        down: room above and below in px at 100 % text.
        parent: the owner.
    """

    def __init__(
        self, look: Look, view: AnswerView, contents: QBoxLayout, down: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look, self._row, self._down = look, contents, down
        self.position = view.position
        self.setLayout(contents)
        told = [view.stem, view.said, *([self.tr("flagged")] if view.is_flagged else [])]
        self.setAccessibleName(" ".join(told))
        self.setAccessibleDescription(self.tr("Show the explanation"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        look.changed.connect(self._relook)
        self._relook()

    def _let_mouse_through(self) -> None:
        """Have a press on what lies on it press it."""
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def _relook(self) -> None:
        side, down = side_room(self._look, ROW_PADDING), self._look.px(self._down)
        left, right = side, side + self._look.px(_BEFORE + _CHEVRON)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            left, right = right, left
        self._row.setContentsMargins(left, down, right, down)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """A quiet block under the mouse, and the ring when it has the focus."""
        edge, side = self._look.px(_CHEVRON), side_room(self._look, ROW_PADDING)
        theme, mirrored = self._look.theme, self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x = side if mirrored else self.width() - side - edge
        with painter_on(self) as painter:
            rect = visible_rect(self, self._look)
            if self.underMouse() or self.isDown():
                rim = theme.border if is_flat(theme) else None  # where no fill shows
                paint_box(painter, rect, self._look.px(CONTROL_RADIUS), theme.sunken, rim)
            box = QRectF(x, round((self.height() - edge) / 2), edge, edge)
            icons.paint(painter, box, "chevron-right", QColor(theme.muted))
            if self.hasFocus():
                paint_focus_ring(painter, rect, self._look)
