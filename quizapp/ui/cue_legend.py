"""The cues behind the deciding words: numbered tags, and the legend that names them."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from quizapp.domain.question import Side
from quizapp.ui.flow_layout import FlowLayout
from quizapp.ui.layouts import clear
from quizapp.ui.look import Look
from quizapp.ui.marks import paint_mark
from quizapp.ui.overriding import override
from quizapp.ui.text import Text

_TAG = 18.5  # px: the diameter of ●


def tag_room(look: Look) -> float:
    """The px from the leading edge of a tag to the words it stands before."""
    return look.px(26)


def tag_centre(look: Look) -> float:
    """The px from the leading edge of a tag's room to the middle of the tag."""
    return look.px(11)


def paint_tag(painter: QPainter, number: int, side: Side, centre: QPointF, look: Look) -> None:
    """A numbered ◆ or ●, filled with the word colour so that its numeral reads well."""
    paint_mark(painter, side, centre, _TAG * look.scale, look.theme.word(side))
    font = look.font("smallest")
    font.setWeight(QFont.Weight.Bold)
    text = str(number)
    metrics = QFontMetricsF(font)
    room = _TAG * look.scale * 0.8
    if metrics.horizontalAdvance(text) > room:
        font.setPixelSize(max(1, int(font.pixelSize() * room / metrics.horizontalAdvance(text))))
        metrics = QFontMetricsF(font)
    baseline = QPointF(-metrics.horizontalAdvance(text) / 2, metrics.capHeight() / 2)
    painter.setFont(font)
    painter.setPen(look.theme.on(side))
    painter.drawText(centre + baseline, text)


class _Entry(QWidget):
    """One tag and the name of its cue."""

    def __init__(self, look: Look, number: int, side: Side, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._number, self._side = look, number, side
        self._words = Text(look, "label_strong", name, side.value, self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addSpacing(look.px(27))
        row.addWidget(self._words, 1, Qt.AlignmentFlag.AlignVCenter)
        self.setMinimumHeight(look.px(22))  # ◆ is taller than a line
        sides = {Side.PRODUCT: self.tr("Product"), Side.SERVICE: self.tr("Service")}
        self.setAccessibleName(f"{number}: {name} ({sides[side]})")

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the tag level with the first line of the name."""
        x = 10.5 * self._look.scale
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            x = self.width() - x
        centre = QPointF(x, self._words.y() + self._look.line_step("label_strong") / 2)
        with QPainter(self) as painter:
            paint_tag(painter, self._number, self._side, centre, self._look)


class CueLegend(QWidget):
    """The names of the cues, each with the number its words carry in the scenario."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._entries: list[tuple[int, Side, str]] = []
        self._flow = FlowLayout(self)
        look.changed.connect(self._relook)

    def set_entries(self, entries: Sequence[tuple[int, Side, str]]) -> None:
        """Name the cues: (number, side, name) each."""
        self._entries = list(entries)
        self._relook()

    def _relook(self) -> None:
        clear(self._flow)
        self._flow.set_gaps(self._look.px(24), self._look.px(6))
        entries = [_Entry(self._look, *entry, self) for entry in self._entries]
        for entry in entries:
            self._flow.addWidget(entry)
            entry.show()
        self.setAccessibleName(self.tr("Deciding cues"))
        self.setAccessibleDescription("; ".join(entry.accessibleName() for entry in entries))
        self.updateGeometry()
