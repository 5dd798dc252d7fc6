"""The phases of a question as a path, with the one in force filled."""

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from quizapp.ui import icons
from quizapp.ui.layouts import let_wrap, wrapped_hint
from quizapp.ui.look import Look
from quizapp.ui.overriding import override
from quizapp.ui.painted import Painted
from quizapp.ui.painting import paint_box, painter_on

_HEIGHT, _PADDING, _ARROW, _LINE_GAP = 30, 12, 14, 4


class PhasePath(Painted):
    """Names with arrows between them; it breaks before a name where the width is short.

    Args:
        look: the look in force.
        parent: the owner.
    """

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._names: tuple[str, ...] = ()
        self._current = -1
        let_wrap(self, down=QSizePolicy.Policy.Fixed)

    def show_path(self, names: Sequence[str], current: int) -> None:
        """Show a path.

        Args:
            names: of the phases, in order.
            current: the index of the one in force; -1 for none.
        """
        self._names, self._current = tuple(names), current
        if current >= 0:
            here = self.tr("Phase: {name}, {place} of {total}")
            self.setAccessibleName(here.format(name=names[current], place=current + 1, total=len(names)))
        else:
            self.setAccessibleName(self.tr("Phases: {names}").format(names=", ".join(names)))
        self._relook()

    def _width(self, name: str) -> int:
        font = self._look.font("label_strong")
        return ceil(QFontMetricsF(font).horizontalAdvance(name)) + 2 * self._look.px(_PADDING)

    def _placed(self, width: float) -> list[QRectF]:
        """Where the names lie in a width, read from the left."""
        px, left, top, boxes = self._look.px, 0, 0, []
        for name in self._names:
            taken = self._width(name)
            if left and left + taken > width:
                left, top = 0, top + px(_HEIGHT + _LINE_GAP)
            boxes.append(QRectF(left, top, taken, px(_HEIGHT)))
            left += taken + px(_ARROW)
        return boxes

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return ceil(max((box.bottom() for box in self._placed(width)), default=0))

    @override
    def sizeHint(self) -> QSize:
        widths = sum(self._width(name) for name in self._names)
        return wrapped_hint(self, widths + self._look.px(_ARROW) * max(0, len(self._names) - 1))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(max((self._width(name) for name in self._names), default=0), self._look.px(_HEIGHT))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        boxes = self._placed(self.width())
        with painter_on(self) as painter:
            for place, box in enumerate(boxes):
                self._paint_name(painter, place, self._mirrored(box))
                follows = boxes[place + 1] if place + 1 < len(boxes) else box
                if follows.left() > box.left():
                    self._paint_arrow(painter, box)

    def _paint_name(self, painter: QPainter, place: int, box: QRectF) -> None:
        theme = self._look.theme
        is_current = place == self._current
        if is_current:
            paint_box(painter, box, box.height() / 2, theme.ink)
        painter.setFont(self._look.font("label_strong" if is_current else "label"))
        painter.setPen(QPen(QColor(theme.on_ink if is_current else theme.muted)))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, self._names[place])

    def _paint_arrow(self, painter: QPainter, box: QRectF) -> None:
        edge = self._look.px(_ARROW)
        arrow = QRectF(box.right(), box.center().y() - edge / 2, edge, edge)
        icons.paint(painter, self._mirrored(arrow), "chevron-right", QColor(self._look.theme.muted))

    def _mirrored(self, box: QRectF) -> QRectF:
        if self.layoutDirection() == Qt.LayoutDirection.LeftToRight:
            return box
        return QRectF(self.width() - box.right(), box.top(), box.width(), box.height())
