"""One missed question in the summary: its scenario, the answer, what was said; a press explains it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from quizapp.domain.question import Side
from quizapp.ui import icons
from quizapp.ui.look import Look
from quizapp.ui.marks import MarkLabel, SealKind
from quizapp.ui.overriding import override
from quizapp.ui.painting import (
    CONTROL_RADIUS,
    paint_box,
    paint_focus_ring,
    painter_on,
    side_room,
    visible_rect,
)
from quizapp.ui.pressable import Pressable
from quizapp.ui.seal import Seal
from quizapp.ui.text import Text

ROW_PADDING = 14
_CHEVRON = 18


class MissedRow(Pressable):
    """A row that opens the explanation of its question.

    Args:
        look: the look in force.
        seal: what came of it.
        stem: the scenario's first sentence, or a choice's prompt.
        side: the key's side; None for a choice.
        said: what the person said.
    """

    def __init__(
        self,
        look: Look,
        seal: SealKind,
        stem: str,
        side: Side | None,
        said: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self.setAccessibleName(f"{stem} {said}")
        self.setAccessibleDescription(self.tr("Show the explanation"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._row = row = QHBoxLayout(self)
        row.setSpacing(14)
        row.addWidget(Seal(look, seal, 24))
        row.addWidget(Text(look, "label_strong", stem), 5)
        if side is not None:
            row.addWidget(MarkLabel(look, side))
        row.addWidget(Text(look, "label", said, "muted"), 3)
        self._relook()
        look.changed.connect(self._relook)
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def _relook(self) -> None:
        side, down = side_room(self._look, ROW_PADDING), self._look.px(12)
        left, right = side, side + self._look.px(_CHEVRON)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            left, right = right, left
        self._row.setContentsMargins(left, down, right, down)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """As its contents ask for."""
        layout = self.layout()
        return layout.totalSizeHint() if layout else super().sizeHint()

    @override
    def hasHeightForWidth(self) -> bool:
        """The stem wraps."""
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        """The height its contents need in a width."""
        layout = self.layout()
        return layout.totalHeightForWidth(width) if layout else 0

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """A quiet block under the mouse, and the ring when it has the focus."""
        edge, side = self._look.px(_CHEVRON), side_room(self._look, ROW_PADDING)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x = side if mirrored else self.width() - side - edge
        with painter_on(self) as painter:
            rect = visible_rect(self, self._look)
            if self.underMouse() or self.isDown():
                paint_box(painter, rect, self._look.px(CONTROL_RADIUS), self._look.theme.sunken)
            box = QRectF(x, round((self.height() - edge) / 2), edge, edge)
            icons.paint(painter, box, "chevron-right", QColor(self._look.theme.muted))
            if self.hasFocus():
                paint_focus_ring(painter, rect, self._look)
