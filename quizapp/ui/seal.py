"""The seal of an outcome as a widget that also says it in words."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from quizapp.ui.look import Look
from quizapp.ui.marks import SealKind, paint_seal
from quizapp.ui.overriding import override
from quizapp.ui.painted import Painted


class Seal(Painted):
    """One seal of a fixed size.

    Args:
        look: the look in force.
        kind: the outcome shown.
        size: px at 100 % text.
        parent: the owner.
    """

    def __init__(self, look: Look, kind: SealKind, size: int = 46, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_kind(kind)

    def set_kind(self, kind: SealKind) -> None:
        """Show another outcome."""
        self._kind = kind
        words = {
            SealKind.RIGHT: self.tr("Right"),
            SealKind.OTHER_REASON: self.tr("Right for another reason"),
            SealKind.NOT_THIS: self.tr("Not this one"),
            SealKind.ARGUABLE: self.tr("Arguable"),
        }
        self.setAccessibleName(words[kind])
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """A square that grows with the text."""
        return QSize(self._look.px(self._size), self._look.px(self._size))

    @override
    def minimumSizeHint(self) -> QSize:
        """A seal never shrinks."""
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the seal."""
        with QPainter(self) as painter:
            painter.setLayoutDirection(self.layoutDirection())
            paint_seal(painter, self._kind, QRectF(self.rect()), self._look)
