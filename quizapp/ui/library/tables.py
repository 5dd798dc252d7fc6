"""Tables of what is looked up: models that make a cell when it is shown, and the view."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QIcon,
    QKeyEvent,
    QPainter,
    QPixmap,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from quizapp.domain.chance import ENOUGH
from quizapp.domain.history import Past, knows
from quizapp.domain.item_analysis import ItemAnalysis
from quizapp.domain.library import NOTHING_KNOWN, Entry, Key, Standing, key_of
from quizapp.domain.question import Choice, Question, Side, Verdict, is_arguable
from quizapp.ui.compat import override
from quizapp.ui.question.answer_view import beginning
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.style.marks import BadgeKind, paint_badge, paint_mark
from quizapp.ui.style.type import scaled
from quizapp.ui.widgets.buttons import ENTER
from quizapp.ui.widgets.tables import show_whole_rows

Index = QModelIndex | QPersistentModelIndex
Sign = Side | BadgeKind | None

_ROOT = QModelIndex()
_EDGE, _MARK, _BADGE = 20, 14, 18  # px at 100 % text
_ROW, _LEAST, _LEAST_ACROSS, _BESIDE = 50, 230, 280, 24  # px at 100 % text; beside the words of a cell
_ICON_GAP = 6
_FIRST, _WIDEST = 150, 230  # px at 100 % text: what the first column keeps, and others have at most
_FIGURES_FROM = 3


class SignIcons(QObject):
    """Marks and outcome badges as icons of one size.

    Args:
        appearance: its theme colours them.
        parent: the owner.
    """

    def __init__(self, appearance: Appearance, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._icons: dict[Sign, QIcon] = {}
        appearance.changed.connect(self._icons.clear)

    def icon(self, sign: Sign) -> QIcon:
        """The icon of a side or of an outcome; an empty one for none, so that words line up."""
        if sign not in self._icons:
            edge = self._appearance.px(_EDGE)
            picture = QPixmap(QSize(edge, edge) * 2)  # sharp on screens of twice the pixels as well
            picture.setDevicePixelRatio(2)
            picture.fill(Qt.GlobalColor.transparent)
            with QPainter(picture) as painter:
                self._paint(painter, sign, edge)
            icon = QIcon(picture)
            icon.addPixmap(picture, QIcon.Mode.Selected)  # Qt would tint it in a selected row
            self._icons[sign] = icon
        return self._icons[sign]

    def _paint(self, painter: QPainter, sign: Sign, edge: int) -> None:
        if isinstance(sign, Side):
            middle, colour = QPointF(edge / 2, edge / 2), self._appearance.theme.mark(sign)
            paint_mark(painter, sign, middle, self._appearance.px(_MARK), colour)
        elif isinstance(sign, BadgeKind):
            size = self._appearance.px(_BADGE)
            off = (edge - size) / 2
            paint_badge(painter, sign, QRectF(off, off, size, size), self._appearance)


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell: words, and before them a sign where there is a column of signs."""

    text: str
    sign: Sign = None
    has_sign: bool = False


class LookupModel(QAbstractTableModel):
    """Rows of cells; a cell is made when it is shown.

    Args:
        heads: what stands above the columns.
        appearance: colours the signs.
        parent: the owner.
    """

    def __init__(self, heads: Sequence[str], appearance: Appearance, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._heads = tuple(heads)
        self._icons = SignIcons(appearance, self)
        self._count = 0
        self._columns = len(self._heads)  # the first so many are shown

    @property
    def heads(self) -> Sequence[str]:
        """What stands above all columns, those that are not shown too."""
        return self._heads

    def show_columns(self, count: int) -> None:
        """Show the first so many columns: for screen readers, too, there are no others."""
        if count < self._columns:
            self.beginRemoveColumns(_ROOT, count, self._columns - 1)
            self._columns = count
            self.endRemoveColumns()
        elif count > self._columns:
            self.beginInsertColumns(_ROOT, self._columns, count - 1)
            self._columns = count
            self.endInsertColumns()

    def cell(self, row: int, column: int) -> Cell:
        """What stands in a cell."""
        raise NotImplementedError

    def offers(self, column: int) -> bool:
        """Whether a column has anything to show."""
        return column < len(self._heads)

    def widest(self, column: int) -> Sequence[str]:
        """The words for which a column but the first must have room."""
        return [self.cell(row, column).text for row in range(self._count)]

    def _set_count(self, count: int) -> None:
        """Have so many rows, all of them anew."""
        self.beginResetModel()
        self._count = count
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else self._count

    @override
    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else self._columns

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.DisplayRole:
                return self._heads[section]
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        return None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return self.cell(index.row(), index.column()).text
        if role == Qt.ItemDataRole.DecorationRole:
            cell = self.cell(index.row(), index.column())
            return self._icons.icon(cell.sign) if cell.has_sign else None
        return None


class RowsModel(LookupModel):
    """A few rows whose cells are made at once."""

    def __init__(self, heads: Sequence[str], appearance: Appearance, parent: QObject | None = None) -> None:
        super().__init__(heads, appearance, parent)
        self._rows: Sequence[Sequence[Cell]] = ()

    def show_rows(self, rows: Sequence[Sequence[Cell]]) -> None:
        """Have these rows."""
        self._rows = rows
        self._set_count(len(rows))

    @override
    def cell(self, row: int, column: int) -> Cell:
        return self._rows[row][column]


class QuestionModel(LookupModel):
    """Questions with their answers, how they were answered last, and what rounds and papers say of them.

    Attributes:
        entries: the questions, row by row.
        has_figures: whether there are figures for any of them.
    """

    def __init__(self, appearance: Appearance, parent: QObject | None = None) -> None:
        super().__init__((), appearance, parent)
        self.entries: Sequence[Entry] = ()
        self._standings: Mapping[Key, Standing] = {}
        self.has_figures = False
        self._heads = (
            self.tr("Question"),
            self.tr("Fits better"),
            self.tr("Your last answer"),
            self.tr("Right at first"),
            self.tr("Discrimination"),
        )
        self._columns = len(self._heads)

    def show_entries(self, entries: Sequence[Entry], standings: Mapping[Key, Standing]) -> None:
        """Show these questions."""
        self.entries, self._standings = entries, standings
        self.has_figures = any(standing.analysis is not None for standing in standings.values())
        self._set_count(len(entries))

    @override
    def cell(self, row: int, column: int) -> Cell:
        entry = self.entries[row]
        standing = self._standings.get(key_of(entry.ref), NOTHING_KNOWN)
        match column:
            case 0:
                return Cell(beginning(entry.question))
            case 1:
                return self._key(entry.question)
            case 2:
                return self._last(entry.question, standing.past)
            case 3:
                return Cell(self._facility(standing.analysis))
            case _:
                return Cell(self._discrimination(standing.analysis))

    @override
    def offers(self, column: int) -> bool:
        """Figures only where there are any."""
        return column < _FIGURES_FROM or self.has_figures

    @override
    def widest(self, column: int) -> Sequence[str]:
        words: tuple[Sequence[str], ...] = (
            (),
            (self.tr("Product"), self.tr("Service"), self.tr("Either")),
            (self.tr("Not answered"), self.tr("Other reason")),
            (self.tr("{share} % of {count}").format(share=100, count=1000),),
            (self.tr("{index}, n {count}").format(index="−0.99", count=1000),),
        )
        return words[column]

    def _key(self, question: Question) -> Cell:
        if isinstance(question, Choice):
            return Cell("ABCDEF"[question.key], None, has_sign=True)
        if is_arguable(question):
            return Cell(self.tr("Either"), BadgeKind.ARGUABLE, has_sign=True)
        side = question.answer
        return Cell(self.tr("Product") if side is Side.PRODUCT else self.tr("Service"), side, has_sign=True)

    def _last(self, question: Question, past: Past | None) -> Cell:
        """How it was answered last; with the sign that stood at its explanation."""
        if past is None:
            return Cell(self.tr("Not answered"), None, has_sign=True)
        if isinstance(question, Verdict) and is_arguable(question):
            argued = self.tr("Argued") if past.earned else self.tr("Shown")
            return Cell(
                self.tr("Not argued") if past.is_missed else argued, BadgeKind.ARGUABLE, has_sign=True
            )
        if past.is_missed:
            return Cell(self.tr("Not right"), BadgeKind.NOT_THIS, has_sign=True)
        if knows(question, past):
            return Cell(self.tr("Right"), BadgeKind.RIGHT, has_sign=True)
        return Cell(self.tr("Other reason"), BadgeKind.OTHER_REASON, has_sign=True)

    def _facility(self, analysis: ItemAnalysis | None) -> str:
        if analysis is None:
            return "–"
        if analysis.number < ENOUGH:  # a share of so few says nothing
            return self.tr("{right} of {count}").format(right=analysis.right, count=analysis.number)
        share = round(100 * analysis.facility)
        return self.tr("{share} % of {count}").format(share=share, count=analysis.number)

    def _discrimination(self, analysis: ItemAnalysis | None) -> str:
        if analysis is None or analysis.discrimination is None:
            return "–"
        index = f"{analysis.discrimination:.2f}".replace("-", "−")
        return self.tr("{index}, n {count}").format(index=index, count=analysis.voters)


class LookupTable(QTableView):
    """Rows of which one is selected; the first column takes the width the others leave.

    Where that would be too little, the last columns are left out.

    Args:
        model: its rows.
        name: what screen readers call it.
        parent: the owner.

    Signals:
        selected: another row is selected; carries its number, -1 for none.
        opened: Enter or a double click; carries the row's number.
        delete_requested: Delete; carries the row's number.
    """

    selected = Signal(object)
    opened = Signal(object)
    delete_requested = Signal(object)

    def __init__(self, model: LookupModel, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = model
        self._widths: dict[int, int] = {}  # of all columns but the first: hidden ones count for Qt as 0
        self.setModel(model)
        self.setProperty("box", True)
        show_whole_rows(self, name)
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)  # Qt stretches late, and not while hidden
        header.setMinimumSectionSize(1)
        self.selectionModel().currentRowChanged.connect(self._tell_selected)
        self.doubleClicked.connect(self._open)
        model.modelReset.connect(self._set_sizes)
        self._set_sizes()

    def _tell_selected(self, current: QModelIndex) -> None:
        self.selected.emit(current.row())

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(index.row())

    @property
    def row(self) -> int:
        """The selected row; -1 for none."""
        return self.currentIndex().row()

    def select(self, row: int) -> None:
        """Select a row and bring it into view; one that is not there selects none."""
        self.setCurrentIndex(self._rows.index(row, 0) if 0 <= row < self._rows.rowCount() else QModelIndex())
        if row < 0 or row >= self._rows.rowCount():
            self.selected.emit(-1)

    def step(self, by: int) -> None:
        """Select the row so far below the selected one, as far as there is one."""
        last = self._rows.rowCount() - 1
        if last >= 0:
            self.select(min(max(self.row + by, 0), last))

    def _set_sizes(self) -> None:
        """Give columns the width their words need, and rows room for two lines."""
        self.ensurePolished()
        edge = scaled(_EDGE)
        self.setIconSize(QSize(edge, edge))
        self.verticalHeader().setDefaultSectionSize(scaled(_ROW))
        metrics = QFontMetricsF(self.font())
        for column, title in enumerate(self._rows.heads[1:], start=1):
            lines = (line for each in self._rows.widest(column) for line in each.split("\n"))
            words = max(map(metrics.horizontalAdvance, lines), default=0)
            has_sign = self._rows.rowCount() > 0 and self._rows.cell(0, column).has_sign
            sign = edge + _ICON_GAP if has_sign else 0
            head = QFontMetricsF(self.horizontalHeader().font()).horizontalAdvance(title)
            width = max(ceil(words) + sign, ceil(head)) + _BESIDE
            self._widths[column] = min(width, scaled(_WIDEST))  # longer words wrap
        self._fit_columns()

    def _fit_columns(self) -> None:
        """Show as many columns as leave the first one its width."""
        room, count = self.viewport().width() - scaled(_FIRST), 1
        for column, width in self._widths.items():
            room -= width
            if not self._rows.offers(column) or (room < 0 and column > 1):
                break
            count = column + 1
        self._rows.show_columns(count)
        others = [(column, self._widths[column]) for column in range(1, count)]
        first = self.viewport().width() - sum(width for _, width in others)
        for column, width in ((0, max(1, first)), *others):
            self.horizontalHeader().resizeSection(column, width)
        if self.row >= 0:  # a column that has come is a part of the selected row
            flag = QItemSelectionModel.SelectionFlag
            self.selectionModel().select(self.currentIndex(), flag.ClearAndSelect | flag.Rows)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit_columns()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Measure again: while it was hidden, another page may have had other letters."""
        super().showEvent(event)
        self._set_sizes()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._set_sizes()

    @override
    def minimumSizeHint(self) -> QSize:
        """A few rows, and room for the first column and the one behind it."""
        return QSize(min(scaled(_FIRST) + self._widths.get(1, 0), scaled(_LEAST_ACROSS)), scaled(_LEAST))

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Have a selected row as soon as somebody comes in by keyboard: a click says itself which."""
        if event.reason() is not Qt.FocusReason.MouseFocusReason and self.row < 0:
            self.step(1)
        super().focusInEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and self.row >= 0:
            self.opened.emit(self.row)
        elif event.key() == Qt.Key.Key_Delete and self.row >= 0:
            self.delete_requested.emit(self.row)
        else:
            super().keyPressEvent(event)
