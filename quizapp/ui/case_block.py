"""The best case for one side of an arguable verdict."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from quizapp.domain.question import Side
from quizapp.ui.flow_layout import FlowLayout
from quizapp.ui.layouts import filled_hint
from quizapp.ui.look import Look
from quizapp.ui.mark_signs import MarkLabel
from quizapp.ui.overriding import override
from quizapp.ui.painting import CONTROL_RADIUS, paint_box, painter_on
from quizapp.ui.text import Text


class _Check(QWidget):
    """A tick in ink, beside the words that say what it means."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    @override
    def sizeHint(self) -> QSize:
        """As high as the line of words."""
        return QSize(self._look.px(14), self._look.line_step("caption"))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the tick."""
        size, middle = self._look.px(12), QRectF(self.rect()).center()
        pen = QPen(
            QColor(self._look.theme.ink), self._look.px(1.5), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap
        )
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        with painter_on(self) as painter:
            painter.setPen(pen)
            painter.drawPolyline(
                [middle + QPointF(x, y) * size for x, y in ((-0.45, 0.0), (-0.13, 0.32), (0.45, -0.3))]
            )


class CaseBlock(QFrame):
    """A heading with the side's mark, and the case for it; the learner's own is outlined and says so.

    Args:
        look: the look in force.
        side: whose case it is.
        parent: the owner.
    """

    def __init__(self, look: Look, side: Side, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._side, self._yours = look, side, False
        self._heading = MarkLabel(look, side, "", "body_strong", self)
        self._own = QWidget(self)
        self._own_row = QHBoxLayout(self._own)
        self._own_row.setContentsMargins(0, 0, 0, 0)
        self._own_row.addWidget(_Check(look, self._own))
        self._own_row.addWidget(Text(look, "caption", self.tr("Your answer"), "ink", self._own))
        self._text = Text(look, "body", "", "ink", self)
        self._head = FlowLayout(spread=True)
        self._head.addWidget(self._heading)
        self._head.addWidget(self._own)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._head)
        self._column.addWidget(self._text)
        self._column.addStretch(1)
        self.set_case("", "", yours=False)
        self._relook()
        look.changed.connect(self._relook)

    def set_case(self, heading: str, text: str, yours: bool) -> None:  # noqa: FBT001 - part of what is shown
        """Show the case.

        Args:
            heading: such as "The case for Product".
            text: the case.
            yours: whether the learner answered with this side.
        """
        self._yours = yours
        self._heading.set_side(self._side, heading)
        self._text.setText(text)
        self._own.setVisible(yours)
        self.setAccessibleName(f"{heading} ({self.tr('Your answer')})" if yours else heading)
        self.setAccessibleDescription(text)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return filled_hint(self, self._column)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the soft fill and the edge that tells the learner's own."""
        theme, radius = self._look.theme, self._look.px(CONTROL_RADIUS)
        soft, width = theme.soft(self._side), self._look.scale
        edge = QColor(theme.line) if soft == QColor(theme.surface) else None
        if self._yours:
            edge, width = theme.mark(self._side), 2 * self._look.scale
        with painter_on(self) as painter:
            paint_box(painter, QRectF(self.rect()), radius, soft, edge, width)

    def _relook(self) -> None:
        px = self._look.px
        self._column.setContentsMargins(px(18), px(14), px(18), px(14))
        self._column.setSpacing(px(4))
        self._head.set_gaps(px(16), px(2))
        self._own_row.setSpacing(px(6))
        self.update()
