"""What only the trainer may see: hatched over until it is peeked at, without anything moving."""

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QStackedLayout, QVBoxLayout, QWidget

from quizapp.ui.look import Look
from quizapp.ui.overriding import override
from quizapp.ui.painted import Painted
from quizapp.ui.painting import INSET, is_flat, mix, paint_box, paint_focus_ring, painter_on

_RADIUS, _STEP, _LEAST = 10, 12, 44
_PILL_ACROSS, _PILL = 14, 28


class Cover(Painted):
    """The hatched paper over it."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.setAccessibleName(self.tr("Covered"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @override
    def sizeHint(self) -> QSize:
        """A word's room; it takes what there is."""
        words = QFontMetricsF(self._look.font("label_strong")).horizontalAdvance(self.tr("Covered"))
        return QSize(round(words) + self._look.px(3 * _PILL_ACROSS), self._look.px(_LEAST))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, rect = self._look.theme, QRectF(self.rect())
        fill = QColor(theme.surface) if is_flat(theme) else QColor(theme.sunken)
        with painter_on(self) as painter:
            paint_box(painter, rect, self._look.px(_RADIUS), fill, theme.border)
            self._hatch(painter, rect, mix(theme.sunken, theme.border, 0.6 if is_flat(theme) else 0.3))
            self._paint_word(painter, rect, fill)

    def _hatch(self, painter: QPainter, rect: QRectF, colour: QColor) -> None:
        painter.save()
        path = QPainterPath()
        inner, radius = rect.adjusted(1, 1, -1, -1), self._look.px(_RADIUS)
        path.addRoundedRect(inner, radius, radius)
        painter.setClipPath(path)
        painter.setPen(QPen(colour, self._look.scale))
        x, step = rect.left() - rect.height(), self._look.px(_STEP)
        while x < rect.right():
            painter.drawLine(round(x), round(rect.bottom()), round(x + rect.height()), round(rect.top()))
            x += step
        painter.restore()

    def _paint_word(self, painter: QPainter, rect: QRectF, fill: QColor) -> None:
        words, px = self.tr("Covered"), self._look.px
        across = QFontMetricsF(self._look.font("label_strong")).horizontalAdvance(words)
        pill = QRectF(0, 0, across + 2 * px(_PILL_ACROSS), px(_PILL))
        pill.moveCenter(rect.center())
        paint_box(painter, pill, px(6), fill)
        painter.setFont(self._look.font("label_strong"))
        painter.setPen(QPen(QColor(self._look.theme.muted)))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, words)


class QuietScroll(QScrollArea):
    """A column that scrolls down where it must; Tab reaches it only then, and arrows scroll it.

    Args:
        name: what is in it, for screen readers.
        parent: the owner.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        content = QWidget()
        content.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        self.column = QVBoxLayout(content)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(4)
        self.setWidget(content)
        content.setAutoFillBackground(False)  # setWidget has switched it on
        self._follow()
        self.verticalScrollBar().rangeChanged.connect(self._follow)

    def _follow(self) -> None:
        """Be reached by Tab while there is something to scroll."""
        scrolls = self.verticalScrollBar().maximum() > 0
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if scrolls else Qt.FocusPolicy.NoFocus)

    def scroll_by(self, share: float) -> None:
        """Scroll by a share of what is visible."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + round(share * self.viewport().height()))

    @override
    def minimumSizeHint(self) -> QSize:
        """As narrow as what is in it, and low: it scrolls."""
        content = self.widget()
        across = content.minimumSizeHint().width() if content is not None else 0
        return QSize(across + self.verticalScrollBar().sizeHint().width(), 2 * self.fontMetrics().height())


class Covered(QWidget):
    """A scrolling column under a cover; it starts covered.

    Args:
        look: the look in force.
        name: what is in it, for screen readers.
        parent: the owner.
    """

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._scroll = QuietScroll(name)
        self._scroll.installEventFilter(self)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(Cover(look))
        self._stack.addWidget(self._scroll)

    @property
    def column(self) -> QVBoxLayout:
        """Where what is covered stands."""
        return self._scroll.column

    @property
    def is_covered(self) -> bool:
        """Whether nothing of it can be seen."""
        return self._stack.currentIndex() == 0

    def cover(self, *, covered: bool) -> None:
        """Cover it, or take the cover off."""
        if covered != self.is_covered:
            self._stack.setCurrentIndex(0 if covered else 1)

    def scroll_by(self, share: float) -> None:
        """Scroll by a share of what is visible, while it is."""
        if not self.is_covered:
            self._scroll.scroll_by(share)

    def to_top(self) -> None:
        """Show its beginning."""
        self._scroll.verticalScrollBar().setValue(0)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show the ring while the column has the focus."""
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self.update()
        return super().eventFilter(watched, event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ring, inside: the column leaves room for it."""
        if self._scroll.hasFocus():
            edge = self._look.px(INSET)
            rect = QRectF(self.rect()).adjusted(edge, edge, -edge, -edge)
            with painter_on(self) as painter:
                paint_focus_ring(painter, rect, self._look, _RADIUS)
