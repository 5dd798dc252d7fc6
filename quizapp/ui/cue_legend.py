"""The cues behind the deciding words: numbered tags, and the legend that names them."""

from collections.abc import Sequence
from itertools import zip_longest

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSpacerItem, QWidget

from quizapp.domain.question import Side
from quizapp.ui.flow_layout import FlowLayout
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

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._number, self._side = 0, Side.PRODUCT
        self._words = Text(look, "label_strong", parent=self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._room = QSpacerItem(0, 0)
        self._row.addItem(self._room)
        self._row.addWidget(self._words, 1, Qt.AlignmentFlag.AlignVCenter)
        look.changed.connect(self._relook)
        self._relook()

    def show_cue(self, number: int, side: Side, name: str) -> None:
        """Name another cue."""
        self._number, self._side = number, side
        self._words.setText(name)
        self._words.set_colour(side.value)
        sides = {Side.PRODUCT: self.tr("Product"), Side.SERVICE: self.tr("Service")}
        self.setAccessibleName(f"{number}: {name} ({sides[side]})")
        self.update()

    def _relook(self) -> None:
        self._room.changeSize(self._look.px(27), 0)
        self._row.invalidate()
        self.setMinimumHeight(self._look.px(22))  # ◆ is taller than a line
        self.update()

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
        self._shown: list[tuple[int, Side, str]] = []
        self._entries: list[_Entry] = []  # kept from question to question
        self._flow = FlowLayout(self)
        self.setAccessibleName(self.tr("Deciding cues"))
        look.changed.connect(self._relook)
        self._relook()

    def set_entries(self, entries: Sequence[tuple[int, Side, str]]) -> None:
        """Name the cues: (number, side, name) each."""
        if self._shown == list(entries):
            return
        self._shown = list(entries)
        while len(self._entries) < len(self._shown):
            self._entries.append(_Entry(self._look, self))
            self._flow.addWidget(self._entries[-1])
        for entry, cue in zip_longest(self._entries, self._shown):
            if cue is not None:
                entry.show_cue(*cue)
            entry.setVisible(cue is not None)
        named = self._entries[: len(self._shown)]
        self.setAccessibleDescription("; ".join(entry.accessibleName() for entry in named))

    def _relook(self) -> None:
        self._flow.set_gaps(self._look.px(24), self._look.px(6))
