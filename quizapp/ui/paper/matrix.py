"""All questions of a paper as small numbered cells, and what their looks mean in words."""

from collections.abc import Collection

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from quizapp.ui.compat import override
from quizapp.ui.style import icons
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.style.painting import paint_box, painter_on
from quizapp.ui.widgets.buttons import PaintedButton
from quizapp.ui.widgets.layouts import FlowLayout, enable_height_for_width, set_tab_order
from quizapp.ui.widgets.text import Text

_BOX, _AROUND, _RADIUS, _FLAG = (
    33,
    3.5,
    8,
    13,
)  # px at 100 % text; of a cell, beside it, its corners, its flag
_RING, _FOCUS, _EDGE = 2.0, 3.5, 1.0  # px
_COLUMNS = (10, 8, 5, 4)
"""How many cells stand in a row: as many of these as fit."""


class CellPicture:
    """Paints a cell: filled is answered, open is open, a flag on its corner, a ring for the one in front."""

    def __init__(self, appearance: Appearance) -> None:
        self._appearance = appearance

    @property
    def size(self) -> QSize:
        """The size of a cell in px."""
        edge = self._appearance.px(_BOX + 2 * _AROUND)
        return QSize(round(edge), round(edge))

    def paint(
        self, painter: QPainter, *, answered: bool, flagged: bool, current: bool, focused: bool, words: str
    ) -> None:
        """Paint a cell into the corner at the origin."""
        px, theme = self._appearance.px, self._appearance.theme
        box = QRectF(px(_AROUND), px(_AROUND), px(_BOX), px(_BOX))
        edge = theme.ink if answered else theme.border
        paint_box(painter, box, px(_RADIUS), theme.ink if answered else theme.surface, edge, _EDGE)
        if current:
            around = box.adjusted(-px(_AROUND), -px(_AROUND), px(_AROUND), px(_AROUND))
            paint_box(painter, around, px(_RADIUS + _AROUND), None, theme.focus, _FOCUS if focused else _RING)
        painter.setPen(QColor(theme.on_ink if answered else theme.ink))
        painter.setFont(self._appearance.font("label_strong"))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), words)
        if flagged:
            self._paint_flag(painter, box)

    def _paint_flag(self, painter: QPainter, box: QRectF) -> None:
        px, theme = self._appearance.px, self._appearance.theme
        mirrored = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
        corner = box.left() - px(2) if mirrored else box.right() - px(_FLAG) + px(2)
        place = QRectF(corner, box.top() - px(4), px(_FLAG), px(_FLAG))
        behind = place.adjusted(-px(2), -px(2), px(2), px(2))
        painter.setPen(Qt.PenStyle.NoPen)
        paint_box(painter, behind, behind.height() / 2, theme.surface)
        icons.paint(painter, place, "flag-filled", QColor(theme.ink))


class MatrixCell(PaintedButton):
    """One question; Tab comes to the one in front alone, a press brings it to the front.

    Args:
        appearance: the appearance in force.
        position: the question's, from 0.
        parent: the owner.
    """

    def __init__(self, appearance: Appearance, position: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.position = position
        self._picture = CellPicture(appearance)
        self._answered = self._flagged = self._current = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setText(str(position + 1))
        appearance.changed.connect(self._relayout)

    def show_state(self, *, answered: bool, flagged: bool, current: bool) -> None:
        """Show how the question stands, and say so."""
        self._answered, self._flagged, self._current = answered, flagged, current
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if current else Qt.FocusPolicy.ClickFocus)
        told = [self.tr("Question {n}").format(n=self.position + 1)]
        told.append(self.tr("answered") if answered else self.tr("open"))
        if flagged:
            told.append(self.tr("flagged"))
        if current:
            told.append(self.tr("this one"))
        self.setAccessibleName(", ".join(told))
        self.update()

    def _relayout(self) -> None:
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return self._picture.size

    @override
    def minimumSizeHint(self) -> QSize:
        return self._picture.size

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            self._picture.paint(
                painter,
                answered=self._answered,
                flagged=self._flagged,
                current=self._current,
                focused=self.hasFocus(),
                words=self.text(),
            )


class _Sample(QWidget):
    """A cell of the legend; the words beside it say what it is."""

    def __init__(
        self, appearance: Appearance, *, answered: bool = False, flagged: bool = False, current: bool = False
    ) -> None:
        super().__init__()
        self._picture = CellPicture(appearance)
        appearance.changed.connect(self.updateGeometry)
        self._state = answered, flagged, current
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return self._picture.size * 0.7

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        answered, flagged, current = self._state
        with painter_on(self) as painter:
            painter.scale(0.7, 0.7)
            self._picture.paint(
                painter, answered=answered, flagged=flagged, current=current, focused=False, words=""
            )


class _CellsLayout(FlowLayout):
    """Rows of a number of cells that is easily counted."""

    @override
    def _flow(self, rect: QRect, *, place: bool) -> int:
        shown = self._shown()
        if not shown:
            return 0
        cell = shown[0].sizeHint().width()
        columns = next((each for each in _COLUMNS if each * cell <= rect.width()), 1)
        narrow = QRect(rect.topLeft(), QSize(columns * cell, rect.height()))
        parent = self.parentWidget()
        if parent is not None and parent.isRightToLeft():
            narrow.moveRight(rect.right())
        return super()._flow(narrow, place=place)


class Matrix(QWidget):
    """All cells, and below them how many there are of each look.

    Signals:
        question_requested: a cell was pressed; carries its position.
    """

    question_requested = Signal(object)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.setProperty("group", True)
        self.setAccessibleName(self.tr("All questions"))
        self._cells: list[MatrixCell] = []
        self._entries: list[QWidget] = []
        self._grid, self._legend = _CellsLayout(gap=0), FlowLayout(gap=8)
        self._answered, self._open, self._flagged = Text("label"), Text("label"), Text("label")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._grid)
        column.addLayout(self._legend)
        for sample, words in (
            (_Sample(appearance, answered=True), self._answered),
            (_Sample(appearance), self._open),
            (_Sample(appearance, flagged=True), self._flagged),
            (_Sample(appearance, current=True), Text("label", self.tr("this one"))),
        ):
            entry = _explained(sample, words)
            self._entries.append(entry)
            self._legend.addWidget(entry)
        enable_height_for_width(self)

    def show_questions(
        self, total: int, answered: Collection[int], flagged: Collection[int], current: int
    ) -> None:
        """Show how each question stands."""
        is_longer = len(self._cells) < total
        while len(self._cells) < total:
            cell = MatrixCell(self._appearance, len(self._cells), self)
            cell.clicked.connect(self._request)
            self._cells.append(cell)
            self._grid.addWidget(cell)
        if is_longer:
            set_tab_order((self, *self._cells))
            for entry in self._entries:
                entry.raise_()  # screen readers read in the order of stacking
        for position, cell in enumerate(self._cells):
            cell.setVisible(position < total)
            cell.show_state(
                answered=position in answered, flagged=position in flagged, current=position == current
            )
        self._answered.setText(self.tr("{n} answered").format(n=len(answered)))
        self._open.setText(self.tr("{n} open").format(n=total - len(answered)))
        self._flagged.setText(self.tr("{n} flagged").format(n=len(flagged)))

    @property
    def has_focus(self) -> bool:
        """Whether the keyboard is on one of the cells."""
        return any(cell.hasFocus() for cell in self._cells)

    def take_focus(self, current: int) -> None:
        """Let the keyboard be on a cell."""
        self._cells[current].setFocus(Qt.FocusReason.OtherFocusReason)

    def _request(self) -> None:
        sender = self.sender()
        if isinstance(sender, MatrixCell):
            self.question_requested.emit(sender.position)


def _explained(sample: QWidget, words: Text) -> QWidget:
    """A cell and what it means."""
    entry = QWidget()
    row = QHBoxLayout(entry)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(2)
    words.setWordWrap(False)
    row.addWidget(sample)
    row.addWidget(words)
    return entry
