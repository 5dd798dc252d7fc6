"""Mark labels, logo, badges, icons as labels."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from quizapp.ui.compat import override
from quizapp.ui.style import icons
from quizapp.ui.style.appearance import Look
from quizapp.ui.style.marks import SealKind, paint_logo, paint_seal
from quizapp.ui.style.painting import painter_on
from quizapp.ui.widgets.layouts import follow_width


class Painted(QLabel):
    """A label that paints itself: to screen readers it is text, namely its accessible name.

    Args:
        look: the look in force.
        parent: the owner.
    """

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._look = look
        look.changed.connect(self._relook)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.hasHeightForWidth():
            follow_width(self, event)

    def _relook(self) -> None:
        """Take another size where it is wanted, and paint anew."""
        self.updateGeometry()
        self.update()


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


class IconSign(QWidget):
    """A square as high as a line of its words.

    Args:
        look: the look in force.
        icon: an icon's name, see `icons.pixmap`.
        edge: the square's edge in px at 100 % text.
        parent: the owner.
    """

    def __init__(self, look: Look, icon: str, edge: int = 18, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._icon, self._edge = look, icon, edge
        look.changed.connect(self._relook)
        self._relook()

    def _relook(self) -> None:
        edge = self._look.px(self._edge)
        self.setFixedSize(edge, edge)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            icons.paint(painter, QRectF(self.rect()), self._icon, QColor(self._look.theme.ink))


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


class Logo(Painted):
    """The logo, large, for the page that greets."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.setAccessibleName(self.tr("Product or Service?"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    @override
    def sizeHint(self) -> QSize:
        """246 px by 157 at 100 % text."""
        return QSize(self._look.px(246), self._look.px(157))

    @override
    def minimumSizeHint(self) -> QSize:
        """It shrinks to a third rather than push words away."""
        return self.sizeHint() / 3

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the logo as large as it fits."""
        with QPainter(self) as painter:
            painter.setLayoutDirection(self.layoutDirection())
            paint_logo(painter, QRectF(self.rect()), self._look)
