"""Logo, outcome badges, and icons as labels."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent, QTransform
from PySide6.QtWidgets import QApplication, QLabel, QSizePolicy, QWidget

from quizapp.ui.compat import override
from quizapp.ui.style import icons
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.style.marks import BadgeKind, paint_badge, paint_logo
from quizapp.ui.style.type import scaled
from quizapp.ui.widgets.layouts import follow_width


class PaintedLabel(QLabel):
    """A label that paints itself: to screen readers it is text, namely its accessible name.

    Args:
        appearance: the appearance in force.
        parent: the owner.
    """

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._appearance = appearance
        appearance.changed.connect(self._apply_style)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.hasHeightForWidth():
            follow_width(self, event)

    def _apply_style(self) -> None:
        """Take another size where it is wanted, and paint anew."""
        self.updateGeometry()
        self.update()


class OutcomeBadge(PaintedLabel):
    """The badge of an outcome, of a fixed size.

    Args:
        appearance: the appearance in force.
        kind: the outcome shown.
        size: px at 100 % text.
        parent: the owner.
    """

    def __init__(
        self, appearance: Appearance, kind: BadgeKind, size: int = 46, parent: QWidget | None = None
    ) -> None:
        super().__init__(appearance, parent)
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_kind(kind)

    def set_kind(self, kind: BadgeKind) -> None:
        """Show another outcome."""
        self._kind = kind
        words = {
            BadgeKind.RIGHT: self.tr("Right"),
            BadgeKind.OTHER_REASON: self.tr("Right for another reason"),
            BadgeKind.NOT_THIS: self.tr("Not quite"),
            BadgeKind.ARGUABLE: self.tr("Arguable"),
        }
        self.setAccessibleName(words[kind])
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """A square that grows with the text."""
        return QSize(self._appearance.px(self._size), self._appearance.px(self._size))

    @override
    def minimumSizeHint(self) -> QSize:
        """A badge never shrinks."""
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setLayoutDirection(self.layoutDirection())
            paint_badge(painter, self._kind, QRectF(self.rect()), self._appearance)


class IconLabel(QLabel):
    """An icon in the colour of the text.

    Args:
        icon: its name, see `icons.pixmap`.
        says: what screen readers hear; empty where words beside it say all.
        edge: of the square, in px at 100 % text.
        parent: the owner.
    """

    def __init__(self, icon: str, says: str = "", edge: int = 18, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon, self._edge = icon, edge
        self.setAccessibleName(says)
        self._draw()

    def set_icon(self, icon: str) -> None:
        """Show another icon."""
        if icon != self._icon:
            self._icon = icon
            self._draw()

    def _draw(self) -> None:
        edge = scaled(self._edge)
        colour = QApplication.palette().color(QPalette.ColorRole.WindowText)
        self.setFixedSize(edge, edge)
        picture = icons.pixmap(self._icon, colour, edge, self.devicePixelRatioF())
        if self.isRightToLeft() and self._icon in icons.POINTING:
            picture = picture.transformed(QTransform.fromScale(-1, 1))
        self.setPixmap(picture)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        kind = QEvent.Type
        if event.type() in {kind.FontChange, kind.PaletteChange, kind.LayoutDirectionChange}:
            self._draw()


class Logo(PaintedLabel):
    """The logo, large, for the page that greets."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        self.setAccessibleName(self.tr("Product or Service?"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    @override
    def sizeHint(self) -> QSize:
        """246 px by 157 at 100 % text."""
        return QSize(self._appearance.px(246), self._appearance.px(157))

    @override
    def minimumSizeHint(self) -> QSize:
        """It shrinks to a third rather than push words away."""
        return self.sizeHint() / 3

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the logo as large as it fits."""
        with QPainter(self) as painter:
            painter.setLayoutDirection(self.layoutDirection())
            paint_logo(painter, QRectF(self.rect()), self._appearance)
