"""What a figure shows, as a table to read and as rows for a file."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QSizePolicy, QTableView, QWidget

from quizapp.exchange.csv_text import Cell
from quizapp.ui.compat import override
from quizapp.ui.style.type import scaled
from quizapp.ui.widgets.tables import show_whole_rows

Index = QModelIndex | QPersistentModelIndex

_ROW, _SHOWN = 34, 12  # px of a row at 100 % text; rows shown at once
_FIRST, _LEAST = 150, 64  # px at 100 % text of the first column and of the others, at least
_ASIDE = 11  # px beside the words of a cell: those of the sheet and Qt's own
_MEASURED = 60  # rows up to which each is as high as its words want it


@dataclass(frozen=True, slots=True)
class FigureTable:
    """What a figure shows.

    Attributes:
        heads: above the columns of the table to read.
        rows: its cells; the first column says what a row is about.
        fields: the names of the columns in a file.
        values: the rows in a file, numbers as numbers.
    """

    heads: Sequence[str] = ()
    rows: Sequence[Sequence[str]] = ()
    fields: Sequence[str] = ()
    values: Sequence[Sequence[Cell]] = ()


class _Model(QAbstractTableModel):
    """The cells of a table; numbers stand at the end of their column."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._table = FigureTable()
        self._sides: list[int] = []

    def show_table(self, table: FigureTable) -> None:
        """Have other cells."""
        self.beginResetModel()
        self._table = table
        columns = zip(*table.rows, strict=True) if table.rows else table.heads
        self._sides = [_side(cells, is_first=place == 0) for place, cells in enumerate(columns)]
        self.endResetModel()

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._table.rows)

    @override
    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._table.heads)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal or section >= len(self._table.heads):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._table.heads[section]
        return self._sides[section] if role == Qt.ItemDataRole.TextAlignmentRole else None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return self._table.rows[index.row()][index.column()]
        return self._sides[index.column()] if role == Qt.ItemDataRole.TextAlignmentRole else None


def _side(cells: Sequence[str], *, is_first: bool) -> int:
    """Where the cells of a column stand: at its start if none has a figure, and those of the first."""
    is_words = is_first or not any(letter.isdigit() for cell in cells for letter in cell)
    side = Qt.AlignmentFlag.AlignLeading if is_words else Qt.AlignmentFlag.AlignTrailing
    return int(side | Qt.AlignmentFlag.AlignVCenter)


class TableView(QTableView):
    """The table of a figure: as high as its rows up to a dozen; it scrolls where it is longer or wider.

    Args:
        name: what screen readers call it.
        parent: the owner.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = _Model(self)
        self.setModel(self._model)
        self.setProperty("figure", True)
        show_whole_rows(self, name)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_table(self, table: FigureTable) -> None:
        """Show other rows."""
        self._model.show_table(table)
        self._fit()

    def _fit(self) -> None:
        """Have columns as wide as their words, and rows as high as theirs."""
        self.ensurePolished()
        header, rows = self.horizontalHeader(), self.verticalHeader()
        fixed, contents = QHeaderView.ResizeMode.Fixed, QHeaderView.ResizeMode.ResizeToContents
        for column in range(self._model.columnCount()):
            header.setSectionResizeMode(column, contents if column else fixed)
        header.setMinimumSectionSize(scaled(_LEAST))
        rows.setMinimumSectionSize(scaled(_ROW))
        rows.setDefaultSectionSize(scaled(_ROW))
        rows.setSectionResizeMode(fixed)
        self._fit_first()

    def _fit_first(self) -> None:
        """Give the first column what the others leave, and what its words need at least."""
        if self._model.columnCount():
            header = self.horizontalHeader()
            others = sum(header.sectionSize(column) for column in range(1, header.count()))
            header.resizeSection(0, max(scaled(_FIRST), self.viewport().width() - others))
        if self._model.rowCount() <= _MEASURED:
            self.resizeRowsToContents()
        self.updateGeometry()

    @override
    def sizeHintForRow(self, row: int) -> int:
        """As high as the words of the first column want it: Qt leaves out what is kept free beside them."""
        room = QRect(0, 0, self.columnWidth(0) - 2 * _ASIDE, 0)
        words = str(self._model.index(row, 0).data())
        wrapped = self.fontMetrics().boundingRect(room, int(Qt.TextFlag.TextWordWrap), words)
        return max(super().sizeHintForRow(row), wrapped.height() + 1)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words that wrap make rows higher."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit_first()

    @override
    def sizeHint(self) -> QSize:
        """Its rows up to a dozen, below its heads, and a bar where it is wider than there is room."""
        rows, header = min(self._model.rowCount(), _SHOWN), self.horizontalHeader()
        high = sum(self.rowHeight(row) for row in range(rows)) + header.sizeHint().height()
        if header.length() > self.viewport().width():
            high += self.horizontalScrollBar().sizeHint().height()
        return QSize(scaled(320), high + 2 * self.frameWidth() + 6)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(200), self.sizeHint().height())

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Have a selected row as soon as somebody comes in by keyboard."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._model.rowCount():
            self.setCurrentIndex(self._model.index(0, 0))
