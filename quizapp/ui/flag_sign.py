"""The small flag beside a question that is flagged."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from quizapp.ui import icons
from quizapp.ui.look import Look
from quizapp.ui.overriding import override
from quizapp.ui.painted import Painted
from quizapp.ui.painting import painter_on

_EDGE = 18  # px at 100 % text


class FlagSign(Painted):
    """Says "Flagged" in a picture, and in words to screen readers."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.setAccessibleName(self.tr("Flagged"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        """A square as high as a line."""
        return QSize(self._look.px(_EDGE), self._look.px(_EDGE))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the flag in ink."""
        with painter_on(self) as painter:
            box = QRectF(self.rect())
            icons.paint(painter, box, "flag", QColor(self._look.theme.ink), current=True)
