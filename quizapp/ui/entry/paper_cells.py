"""How the grid of paper sheets is painted: cells, names beside them, numbers above them."""

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPalette, QPen
from PySide6.QtWidgets import QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from quizapp.domain.question import Side
from quizapp.ui import icons
from quizapp.ui.entry.paper_model import Index, PaperModel
from quizapp.ui.look import Look
from quizapp.ui.marks import paint_mark
from quizapp.ui.overriding import override
from quizapp.ui.painting import INSET, paint_box, paint_focus_ring, side_room
from quizapp.ui.text_layout import TextBlock, lay_out

_RADIUS, _MARK, _TICK, _MOST_NAME, _NAME_GAP = 8, 15, 18, 130, 8


class Cells(QStyledItemDelegate):
    """Paints a box with the mark or letter that stands on the sheet; a dash where none was collected.

    Args:
        look: the look in force.
        sheets: what stands on them.
        grid: where they are painted.

    Attributes:
        is_covered: whether a tick stands for every answer.
    """

    def __init__(self, look: Look, sheets: PaperModel, grid: QTableView) -> None:
        super().__init__(grid)
        self._look, self._sheets, self._grid = look, sheets, grid
        self.is_covered = False

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look, inset = self._look, self._look.px(INSET)
        box = QRectF(option.rect).adjusted(inset, inset, -inset, -inset)
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        is_open = self._sheets.is_open(index.column())
        if is_open:
            paint_box(painter, box, look.px(_RADIUS), look.theme.surface, look.theme.border)
        self._paint_answer(painter, box, self._sheets.answer(index), is_open=is_open)
        if self._grid.hasFocus() and index == self._grid.currentIndex():
            paint_focus_ring(painter, box, look, _RADIUS)
        painter.restore()

    def _paint_answer(self, painter: QPainter, box: QRectF, answer: str, *, is_open: bool) -> None:
        look, theme = self._look, self._look.theme
        if answer and self.is_covered:
            edge = look.px(_TICK)
            tick = QRectF(0, 0, edge, edge)
            tick.moveCenter(box.center())
            icons.paint(painter, QRectF(tick.toAlignedRect()), "check", QColor(theme.ink), current=True)
        elif answer in tuple(Side):
            paint_mark(painter, Side(answer), box.center(), look.px(_MARK), theme.mark(Side(answer)))
        elif answer or not is_open:
            painter.setFont(look.font("choice_strong"))
            painter.setPen(QPen(QColor(theme.ink if answer else theme.muted)))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._sheets.letter(answer) or "–")


class _Head(QHeaderView):
    """A header on the paper of the card: the style has another behind what lies after the last."""

    def __init__(self, look: Look, orientation: Qt.Orientation, grid: QTableView) -> None:
        super().__init__(orientation, grid)
        self._look = look
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        look.changed.connect(self._relook)
        self._relook()

    def _relook(self) -> None:
        colours = self.palette()
        colours.setColor(QPalette.ColorRole.Window, QColor(self._look.theme.surface))
        self.setPalette(colours)


class Numbers(_Head):
    """The numbers of the questions."""

    def __init__(self, look: Look, grid: QTableView) -> None:
        super().__init__(look, Qt.Orientation.Horizontal, grid)
        self.setHighlightSections(False)

    @override
    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        painter.save()
        painter.fillRect(rect, QColor(self._look.theme.surface))
        painter.setFont(self._look.font("caption"))
        painter.setPen(QPen(QColor(self._look.theme.muted)))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(section + 1))
        painter.restore()


class Names(_Head):
    """The names of the sheets; a long one takes more lines, and its row more height."""

    def __init__(self, look: Look, grid: QTableView) -> None:
        super().__init__(look, Qt.Orientation.Vertical, grid)
        self._blocks: dict[str, TextBlock] = {}
        self._fitted: tuple[object, ...] = ()
        self.setMinimumSectionSize(1)

    def fit(self, names: Sequence[str], least: int) -> None:
        """Take the width that names need, and give each row its height.

        Args:
            names: row by row.
            least: the height in px of a row with a short name.
        """
        wanted = (tuple(names), least, self._look.scale)
        if wanted == self._fitted:
            return
        self._fitted = wanted
        metrics, gap = QFontMetricsF(self._look.font("label")), self._look.px(_NAME_GAP)
        natural = max((ceil(metrics.horizontalAdvance(name)) for name in names), default=0) + 1
        width = min(natural, side_room(self._look, _MOST_NAME))
        self._blocks = {name: self._laid_out(name, width) for name in set(names)}
        self.setDefaultSectionSize(least)
        self.setFixedWidth(width + gap)
        for row, name in enumerate(names):
            self.resizeSection(row, max(least, ceil(self._blocks[name].height) + gap))

    def _laid_out(self, name: str, width: int) -> TextBlock:
        look = self._look
        return lay_out(
            name, look.font("label"), look.line_step("label"), width, direction=self.layoutDirection()
        )

    @override
    def sectionSizeFromContents(self, section: int) -> QSize:
        return QSize(self.width(), self.sectionSize(section))

    @override
    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        painter.save()
        painter.fillRect(rect, QColor(self._look.theme.surface))
        painter.setPen(QPen(QColor(self._look.theme.ink)))
        name = str(self.model().headerData(section, Qt.Orientation.Vertical))
        if name in self._blocks:
            block = self._blocks[name]
            left = rect.left() + (self._look.px(_NAME_GAP) if self.isRightToLeft() else 0)
            block.draw(painter, QPointF(left, rect.top() + round((rect.height() - block.height) / 2)))
        painter.restore()
