"""Radio buttons and check boxes with a note, and chips: Qt's own, in groups."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QHBoxLayout,
    QListView,
    QVBoxLayout,
    QWidget,
)

from quizapp.ui.compat import override
from quizapp.ui.style.type import scaled
from quizapp.ui.widgets.buttons import Button
from quizapp.ui.widgets.layouts import (
    ColumnsLayout,
    FlowLayout,
    clear,
    set_tab_order,
)
from quizapp.ui.widgets.text import Text
from quizapp.ui.widgets.wrapping_buttons import WrappingCheckBox, WrappingRadioButton

_MARK = 32  # px at 100 % text from a row's side to its words: indicator and spacing
_ABOVE = 6  # px above the words: the button's ring and padding
_COLUMN = 330  # px at 100 % text: the least width of a column of options
_MOST_CHIPS = 60
_LIST_HEIGHT, _NAME_HEIGHT = 320, 32  # px at 100 % text
_GAPS = (24, 8)  # px between columns and between rows of options


class OptionRow(QWidget):
    """A radio button or a check box, a sentence below it, and a figure at the far end.

    Args:
        parent: the owner.
        one_of: whether it is one of several that exclude each other; their owner groups the buttons.

    Attributes:
        button: the radio button or check box.

    Signals:
        clicked: somebody chose it, or took it back.
    """

    clicked = Signal()

    def __init__(self, parent: QWidget | None = None, *, one_of: bool = False) -> None:
        super().__init__(parent)
        self.button = WrappingRadioButton(self) if one_of else WrappingCheckBox(self)
        self._figure = Text("choice", tone="muted")
        self._figure.setContentsMargins(0, _ABOVE, 0, 0)
        self._note = Text("label", tone="muted")
        self._note.setBuddy(self.button)
        head = QHBoxLayout()
        head.addWidget(self.button, 0)
        head.addStretch(1)
        head.addWidget(self._figure, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._note)
        column.addStretch(1)
        self._indent_note()
        self.button.clicked.connect(self.clicked)

    def _indent_note(self) -> None:
        self._note.setContentsMargins(scaled(_MARK), 0, 0, 0)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._indent_note()

    def show_option(self, title: str, note: str = "", figure: str = "") -> None:
        """Say what is chosen here: its name, a sentence below it, a number at the far end."""
        self.button.words.text = title
        self.button.words.set_lines()
        self.button.updateGeometry()
        self.button.setAccessibleName(f"{title}, {figure}" if figure else title)
        self.button.setAccessibleDescription(note)
        for part, words in ((self._note, note), (self._figure, figure)):
            part.setText(words)
            part.setVisible(bool(words))

    def text(self) -> str:
        """Its name."""
        return self.button.words.text

    @override
    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Focus the button; as its proxy it would lead Tab back to the first row from the page's end."""
        self.button.setFocus(reason)

    def isChecked(self) -> bool:
        """Whether it is chosen."""
        return self.button.isChecked()

    def setChecked(self, checked: bool) -> None:  # noqa: FBT001 - as Qt's own
        """Choose it, or take it back."""
        self.button.setChecked(checked)

    def click(self) -> None:
        """Press the button."""
        self.button.click()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click anywhere in the row presses the button."""
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.button.click()


@dataclass(frozen=True, slots=True)
class Option:
    """One option: its name, a sentence below it, a figure, and whether it makes sense now."""

    title: str
    note: str = ""
    figure: str = ""
    enabled: bool = True


class RadioRow(QWidget):
    """Radio buttons side by side, of which exactly one is chosen; they wrap where the row is narrow.

    Args:
        name: what screen readers call the group.
        choices: value and words of each.
        parent: the owner.

    Signals:
        chosen: somebody chose one; carries its value.
    """

    chosen = Signal(object)

    def __init__(self, name: str, choices: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("group", True)
        self.setAccessibleName(name)
        self._values = [value for value, _ in choices]
        self._group = QButtonGroup(self)
        layout = FlowLayout(self, gap=16)
        for index, (_, words) in enumerate(choices):
            row = OptionRow(self, one_of=True)
            row.show_option(words)
            self._group.addButton(row.button, index)
            layout.addWidget(row)
        self._group.idClicked.connect(self._choose)

    @property
    def value(self) -> str:
        """The value that is chosen; empty until one is."""
        index = self._group.checkedId()
        return self._values[index] if index >= 0 else ""

    def show_value(self, value: str) -> None:
        """Mark the value that is chosen."""
        self._group.button(self._values.index(value)).setChecked(True)

    def _choose(self, index: int) -> None:
        self.chosen.emit(self._values[index])


class OptionList(QWidget):
    """Radio buttons in two columns where the width allows it.

    Args:
        name: what screen readers call the group.
        parent: the owner.

    Signals:
        chosen: somebody chose a row; carries its index.
    """

    chosen = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[OptionRow] = []
        self._group = QButtonGroup(self)
        self._layout = ColumnsLayout(2, _COLUMN, self)
        self._layout.set_gaps(*_GAPS)
        self.setProperty("group", True)
        self.setAccessibleName(name)
        self._group.idClicked.connect(self._choose)

    def show_options(self, options: Sequence[Option], current: int) -> None:
        """Show these options, the current one chosen; rows that are there already stay where they are."""
        if len(options) != len(self.rows):
            self._make_rows(len(options))
        for index, (row, option) in enumerate(zip(self.rows, options, strict=True)):
            row.show_option(option.title, option.note, option.figure)
            row.setChecked(index == current)
            row.setEnabled(option.enabled)
        _set_tab_stop([row.button for row in self.rows])

    def _make_rows(self, count: int) -> None:
        clear(self._layout)
        self.rows = [OptionRow(self, one_of=True) for _ in range(count)]
        for index, row in enumerate(self.rows):
            self._group.addButton(row.button, index)
            self._layout.addWidget(row)
        set_tab_order((self, *(row.button for row in self.rows)))

    def _choose(self, index: int) -> None:
        _set_tab_stop([row.button for row in self.rows])
        self.chosen.emit(index)


def _set_tab_stop(buttons: Sequence[QAbstractButton]) -> None:
    """Have Tab come to the chosen one of several: until one has the focus Qt lets it come to each."""
    usable = [button for button in buttons if button.isEnabled()]
    stop = next((button for button in usable if button.isChecked()), usable[0] if usable else None)
    for button in buttons:
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if button is stop else Qt.FocusPolicy.ClickFocus)


class _NamesModel(QAbstractListModel):
    """Names, each chosen or not.

    Signals:
        changed: somebody chose a name, or took one back.
    """

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._names: tuple[str, ...] = ()
        self._chosen: set[int] = set()

    def show_names(self, names: Sequence[str]) -> None:
        """Have these names, none of them chosen; the same ones stay as they are."""
        if tuple(names) != self._names:
            self.beginResetModel()
            self._names, self._chosen = tuple(names), set()
            self.endResetModel()

    def choose(self, indices: Iterable[int]) -> None:
        """Choose the names at these indices, and no others."""
        if (chosen := set(indices)) != self._chosen:
            self._chosen = chosen
            self.dataChanged.emit(self.index(0), self.index(len(self._names) - 1))

    @property
    def chosen(self) -> tuple[int, ...]:
        """The indices of the chosen names."""
        return tuple(sorted(self._chosen))

    @override
    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._names)

    @override
    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        flag = Qt.ItemFlag
        return flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemIsUserCheckable

    @override
    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return self._names[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole:
            state = Qt.CheckState
            return state.Checked if index.row() in self._chosen else state.Unchecked
        return QSize(0, scaled(_NAME_HEIGHT)) if role == Qt.ItemDataRole.SizeHintRole else None

    @override
    def setData(
        self,
        index: QModelIndex | QPersistentModelIndex,
        value: object,
        role: int = Qt.ItemDataRole.EditRole,
    ) -> bool:
        """Choose a name, or take it back, as the list asks for."""
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        self._chosen ^= {index.row()}
        self.dataChanged.emit(index, index)
        self.changed.emit()
        return True


class _NamesList(QListView):
    """Names to be ticked with the mouse or Space; typing the beginning of one goes to it."""

    def __init__(self, model: _NamesModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._pressed = QModelIndex()
        self.setProperty("box", True)
        self.setUniformItemSizes(True)
        self.setModel(model)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = self.indexAt(event.position().toPoint())
        super().mousePressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick a name wherever on its row it was clicked: Qt does so on its box alone."""
        index, role = self.indexAt(event.position().toPoint()), Qt.ItemDataRole.CheckStateRole
        before = index.data(role)
        super().mouseReleaseEvent(event)
        if index.isValid() and index == self._pressed and index.data(role) == before:
            self.model().setData(index, None, role)

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), scaled(_LIST_HEIGHT))


class ChipGroup(QWidget):
    """Checkable buttons on as many lines as they need; where there are very many, a list to be ticked.

    Args:
        name: what screen readers call the group.
        parent: the owner.
        one_of: whether exactly one is chosen.

    Signals:
        changed: somebody chose a chip, or took one back.
    """

    changed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None, *, one_of: bool = False) -> None:
        super().__init__(parent)
        self.chips: list[Button] = []
        self._names = _NamesModel(self)
        self._list: _NamesList | None = None
        self._group = QButtonGroup(self) if one_of else None  # in any group Tab comes to one button alone
        self._layout = FlowLayout()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._layout)
        self.setProperty("group", True)
        self.setAccessibleName(name)
        self._names.changed.connect(self.changed)

    def show_chips(self, words: Sequence[str], says: Sequence[str] = ()) -> None:
        """Show a chip for each; those that are there already stay, with what is chosen of them.

        Args:
            words: what stands on them.
            says: what screen readers hear in their place.
        """
        in_list = len(words) > _MOST_CHIPS and self._group is None
        self._names.show_names(words if in_list else ())
        if in_list and self._list is None:
            self._list = _NamesList(self._names, self)
            self._list.setAccessibleName(self.accessibleName())
            self._column.addWidget(self._list)
        if self._list is not None:
            self._list.setVisible(in_list)
        chips = () if in_list else words
        if len(chips) != len(self.chips):
            self._make_chips(len(chips))
        for chip, word, said in zip(self.chips, chips, (says or words)[: len(chips)], strict=True):
            chip.setText(word)
            chip.setAccessibleName(said)

    def choose(self, indices: Sequence[int]) -> None:
        """Choose the chips at these indices, and no others."""
        if not self.chips:
            self._names.choose(indices)
            return
        if self._group is not None:
            self._group.setExclusive(False)  # else the chosen one could not be let go
        for index, chip in enumerate(self.chips):
            chip.setChecked(index in indices)
        if self._group is not None:
            self._group.setExclusive(True)
            _set_tab_stop(self.chips)

    @property
    def chosen(self) -> tuple[int, ...]:
        """The indices of the chosen chips."""
        if not self.chips:
            return self._names.chosen
        return tuple(index for index, chip in enumerate(self.chips) if chip.isChecked())

    def _make_chips(self, count: int) -> None:
        clear(self._layout)
        self.chips = [Button("", "chip", parent=self) for _ in range(count)]
        for chip in self.chips:
            chip.setCheckable(True)
            chip.setAutoDefault(False)  # Enter is left to the page
            chip.clicked.connect(self._on_clicked)
            if self._group is not None:
                self._group.addButton(chip)
                chip.setAutoExclusive(True)  # the group sees to it; screen readers ask the button
            self._layout.addWidget(chip)
        set_tab_order((self, *self.chips))

    def _on_clicked(self) -> None:
        if self._group is not None:
            _set_tab_stop(self.chips)
        self.changed.emit()
