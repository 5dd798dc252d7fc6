"""Right for the right reason, for another reason, not yet, or arguable: one bar, its counts inside."""

from PySide6.QtCore import QLineF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from quizapp.ui.flow_layout import FlowLayout
from quizapp.ui.look import Look
from quizapp.ui.marks import SealKind
from quizapp.ui.overriding import override
from quizapp.ui.painted import Painted
from quizapp.ui.painting import paint_box, painter_on
from quizapp.ui.seal import Seal
from quizapp.ui.text import Text

_HEIGHT, _RADIUS, _GAP, _LEAST = 28, 8, 4, 28  # px at 100 % text
_KINDS = (SealKind.RIGHT, SealKind.OTHER_REASON, SealKind.NOT_THIS, SealKind.ARGUABLE)

Counts = tuple[int, int, int, int]


class _Bar(Painted):
    """The bar alone: filled, hatched, outlined, and in dashes."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent)
        self._counts: Counts = (0, 0, 0, 0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_counts(self, counts: Counts) -> None:
        """Share the width among the counts."""
        self._counts = counts
        self._relook()

    @override
    def sizeHint(self) -> QSize:
        """As wide as a card's column."""
        return QSize(self._look.px(360), self._look.px(_HEIGHT))

    @override
    def minimumSizeHint(self) -> QSize:
        """Room for every count."""
        return QSize(len(_KINDS) * (self._least() + self._look.px(_GAP)), self._look.px(_HEIGHT))

    def _least(self) -> int:
        """The px the smallest segment takes so that its count fits."""
        widest = QFontMetricsF(self._font()).horizontalAdvance(str(max(self._counts)))
        return max(self._look.px(_LEAST), round(widest) + self._look.px(14))

    def _font(self) -> QFont:
        font = self._look.font("label_strong")
        font.setWeight(QFont.Weight.Bold)
        return font

    def segments(self) -> list[tuple[SealKind, int, QRectF]]:
        """Each count above nought with its box, in reading order."""
        shown = [(kind, count) for kind, count in zip(_KINDS, self._counts, strict=True) if count]
        if not shown:
            return []
        gap, least = self._look.px(_GAP), self._least()
        room = self.width() - gap * (len(shown) - 1) - least * len(shown)
        total, x, found = sum(self._counts), 0.0, []
        for kind, count in shown:
            width = least + room * count / total
            left = self.width() - x - width if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else x
            found.append((kind, count, QRectF(round(left), 0, round(width), self.height())))
            x += width + gap
        return found

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the segments, or an empty track."""
        with painter_on(self) as painter:
            if not any(self._counts):
                paint_box(painter, QRectF(self.rect()), self._look.px(_RADIUS), None, self._look.theme.line)
            for kind, count, box in self.segments():
                self._paint_segment(painter, kind, box)
                self._paint_count(painter, kind, count, box)

    def _paint_segment(self, painter: QPainter, kind: SealKind, box: QRectF) -> None:
        colour, radius = _colour(self._look, kind), self._look.px(_RADIUS)
        if kind is SealKind.OTHER_REASON:
            self._paint_hatching(painter, box, colour)
        fill = colour if kind is SealKind.RIGHT else None
        style = Qt.PenStyle.DashLine if kind is SealKind.ARGUABLE else Qt.PenStyle.SolidLine
        paint_box(painter, box, radius, fill, colour, 1.75 * self._look.scale, style)

    def _paint_hatching(self, painter: QPainter, box: QRectF, colour: QColor) -> None:
        """Slanted lines clipped to the segment; a brush pattern would be coarse on fine screens."""
        clip = QPainterPath()
        clip.addRoundedRect(box, self._look.px(_RADIUS), self._look.px(_RADIUS))
        painter.save()
        painter.setClipPath(clip)
        painter.fillPath(clip, QColor(self._look.theme.right_soft))
        painter.setPen(QPen(colour, self._look.px(1.5)))
        step, height = max(1, self._look.px(7)), int(box.height())
        for x in range(int(box.left()) - height, int(box.right()) + height, step):
            painter.drawLine(QLineF(x, box.bottom(), x + box.height(), box.top()))
        painter.restore()

    def _paint_count(self, painter: QPainter, kind: SealKind, count: int, box: QRectF) -> None:
        theme, font = self._look.theme, self._font()
        if kind is SealKind.OTHER_REASON:
            wide = QFontMetricsF(font).horizontalAdvance(str(count)) + self._look.px(12)
            chip = QRectF(0, 0, wide, self._look.px(18))
            chip.moveCenter(box.center())
            paint_box(painter, chip, self._look.px(4), theme.right_soft)
        painter.setFont(font)
        painter.setPen(QColor(theme.surface) if kind is SealKind.RIGHT else _colour(self._look, kind))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip), str(count))


def _colour(look: Look, kind: SealKind) -> QColor:
    """The colour of a segment: where both sides can be argued it is ink."""
    theme = look.theme
    if kind is SealKind.ARGUABLE:
        return QColor(theme.ink)
    return QColor(theme.wrong if kind is SealKind.NOT_THIS else theme.right)


class ReasonBar(QWidget):
    """The bar and its legend, which uses the same seals as everything else.

    Args:
        look: the look in force.
        parent: the owner.
    """

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._bar = _Bar(look, self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._bar)
        self._legend = FlowLayout()
        self._column.addLayout(self._legend)
        self._arguable = Text(look, "label", "", "ink", self)
        texts = [*(Text(look, "label", word, "ink", self) for word in self._words()), self._arguable]
        self._entries = [_entry(look, kind, text, self) for kind, text in zip(_KINDS, texts, strict=True)]
        for entry in self._entries:
            self._legend.addWidget(entry)
        self._relook()
        look.changed.connect(self._relook)

    def show_counts(
        self, right_reason: int, other_reason: int, not_yet: int, arguable: int = 0, held: int = 0
    ) -> None:
        """Show how many answers were right for the right reason, for another, and not yet right.

        Args:
            right_reason: right for the right reason.
            other_reason: right for another reason, or for none.
            not_yet: not right.
            arguable: to questions of which both sides can be argued.
            held: of those, how many were carried by their reason.
        """
        self._bar.show_counts((right_reason, other_reason, not_yet, arguable))
        counts = (right_reason, other_reason, not_yet)
        words = [f"{word} {count}" for word, count in zip(self._words(), counts, strict=True)]
        argued = self.tr("arguable: your reason held in {held} of {n}").format(held=held, n=arguable)
        self._arguable.setText(argued)
        self._entries[-1].setVisible(arguable > 0)
        told = ", ".join([*words, argued] if arguable else words)
        self._bar.setAccessibleName(told)
        self.setAccessibleName(told)

    def _words(self) -> tuple[str, str, str]:
        return self.tr("right reason"), self.tr("another reason or none"), self.tr("not yet")

    def _relook(self) -> None:
        self._column.setSpacing(self._look.px(8))
        self._legend.set_gaps(self._look.px(18), self._look.px(6))


def _entry(look: Look, kind: SealKind, text: Text, parent: QWidget) -> QWidget:
    """A small seal and what it stands for."""
    entry = QWidget(parent)
    row = QHBoxLayout(entry)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(look.px(6))
    row.addWidget(Seal(look, kind, 18, entry), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(text, 1)
    return entry
