"""Mark labels, logo, badges, icons as labels."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from quizapp.ui.compat import override
from quizapp.ui.style import icons
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.style.marks import BadgeKind, paint_badge, paint_logo
from quizapp.ui.style.painting import painter_on
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
    """One badge of a fixed size.

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
            BadgeKind.NOT_THIS: self.tr("Not this one"),
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
        """Paint the badge."""
        with QPainter(self) as painter:
            painter.setLayoutDirection(self.layoutDirection())
            paint_badge(painter, self._kind, QRectF(self.rect()), self._appearance)


class IconSign(QWidget):
    """A square as high as a line of its words.

    Args:
        appearance: the appearance in force.
        icon: an icon's name, see `icons.pixmap`.
        edge: the square's edge in px at 100 % text.
        parent: the owner.
    """

    def __init__(
        self, appearance: Appearance, icon: str, edge: int = 18, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._appearance, self._icon, self._edge = appearance, icon, edge
        appearance.changed.connect(self._apply_style)
        self._apply_style()

    def _apply_style(self) -> None:
        edge = self._appearance.px(self._edge)
        self.setFixedSize(edge, edge)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            icons.paint(painter, QRectF(self.rect()), self._icon, QColor(self._appearance.theme.ink))


_EDGE = 18  # px at 100 % text


class FlagSign(PaintedLabel):
    """Says "Flagged" in a picture, and in words to screen readers."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        self.setAccessibleName(self.tr("Flagged"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        """A square as high as a line."""
        return QSize(self._appearance.px(_EDGE), self._appearance.px(_EDGE))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the flag in ink."""
        with painter_on(self) as painter:
            box = QRectF(self.rect())
            icons.paint(painter, box, "flag", QColor(self._appearance.theme.ink), current=True)


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
