"""What the parts of the Library share: what narrows the list, a table, and beside it what is selected."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QBoxLayout,
    QFrame,
    QScrollArea,
    QSizePolicy,
    QTableView,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from quizapp.ui.compat import override
from quizapp.ui.library.tables import LookupTable
from quizapp.ui.style.type import scaled
from quizapp.ui.widgets.cards import Card
from quizapp.ui.widgets.fields import ComboBox, TextField
from quizapp.ui.widgets.layouts import FlowLayout, enable_height_for_width
from quizapp.ui.widgets.signs import IconLabel
from quizapp.ui.widgets.text import Text

_BESIDE_FROM = 700  # px at 100 % text: from here on the details stand beside the table
_SHARES = (5, 3)
_DETAIL, _DETAIL_WIDTH, _FIELD, _LEAST_FIELD = 260, 250, 260, 150  # px at 100 % text
_ICON, _GLASS, _MOST = 18, 14, 220
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -8, Qt.Key.Key_PageDown: 8}


class SearchField(TextField):
    """A line with a magnifying glass; arrows up and down go through what is found, Esc empties it.

    Args:
        name: what screen readers call it.
        parent: the owner.

    Signals:
        stepped: carries by how many rows to go down.
    """

    stepped = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent=parent)
        self.setPlaceholderText(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._glass = IconLabel("search", edge=_ICON, parent=self)
        self._glass.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._place_glass()

    def _place_glass(self) -> None:
        """Have the glass stand where the line begins, and the words behind it."""
        edge, inset = scaled(_ICON), scaled(_GLASS)
        room = edge + scaled(_GLASS // 2)
        mirrored = self.isRightToLeft()
        self.setTextMargins(*((0, 0, room, 0) if mirrored else (room, 0, 0, 0)))
        left = self.width() - inset - edge if mirrored else inset
        self._glass.move(left, (self.height() - edge) // 2)

    @override
    def sizeHint(self) -> QSize:
        return QSize(scaled(_FIELD), super().sizeHint().height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(_LEAST_FIELD), super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_glass()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.LayoutDirectionChange}:
            self._place_glass()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.stepped.emit(_STEPS[key])
        elif key is Qt.Key.Key_Escape and self.text():
            self.clear()
            self.changed.emit()
        else:
            super().keyPressEvent(event)


class ChoiceField(ComboBox):
    """One of some words, each with a value of its own.

    Args:
        name: what screen readers call it.
        parent: the owner.

    Signals:
        changed: somebody chose another one.
    """

    changed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.activated.connect(self._on_activated)

    def _on_activated(self) -> None:
        self.changed.emit()

    @override
    def sizeHint(self) -> QSize:
        """As wide as its widest words, up to a measure: the list that opens has room for longer ones."""
        hint = super().sizeHint()
        return QSize(min(hint.width(), scaled(_MOST)), hint.height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(min(super().minimumSizeHint().width(), scaled(_MOST)), self.sizeHint().height())

    @override
    def showPopup(self) -> None:
        """Have the list as wide as its words."""
        self.view().setMinimumWidth(min(self.view().sizeHintForColumn(0) + 24, self.window().width()))
        super().showPopup()

    def offer(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer these, value and words; the one chosen stays, or the first is.

        Args:
            choices: they are not made anew where they are the same.
        """
        now = [(self.itemData(index), self.itemText(index)) for index in range(self.count())]
        if now == list(choices):
            return
        chosen = self.value
        with QSignalBlocker(self):
            self.clear()
            for value, words in choices:
                self.addItem(words, value)
            self.choose(chosen)
        self.updateGeometry()

    def choose(self, value: str) -> None:
        """Have the choice with this value chosen, or the first."""
        self.setCurrentIndex(max(0, self.findData(value)))

    @property
    def value(self) -> str:
        """The value of the one chosen; empty where there is none."""
        return str(self.currentData() or "")


class _Scroll(QScrollArea):
    """Scrolls what is told of one thing; as wide as its place."""

    def __init__(self, contents: QWidget) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 4)
        column.addWidget(contents)
        column.addStretch(1)
        self.setWidget(inside)
        inside.setAutoFillBackground(False)  # the card shows through

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(_DETAIL_WIDTH), scaled(_DETAIL) // 2)


class DetailCard(Card):
    """What is told of the selected row, and buttons for what can be done with it.

    Args:
        contents: what is told.
        parent: the owner.

    Attributes:
        buttons: the layout of the buttons.
    """

    def __init__(self, contents: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=(16, 12))
        self.area = _Scroll(contents)
        self.buttons = FlowLayout()
        self._holder = QWidget()
        self._holder.setLayout(self.buttons)
        enable_height_for_width(self._holder)
        self.body.addWidget(self.area, 1)
        self.body.addWidget(self._holder)
        self.setMinimumWidth(0)

    def to_top(self) -> None:
        """Begin at the top again: another thing is told."""
        self.area.verticalScrollBar().setValue(0)

    @override
    def sizeHint(self) -> QSize:
        return QSize(scaled(_DETAIL_WIDTH), scaled(_DETAIL))


class LookupPanel(QWidget):
    """A line of what narrows the list, a table, and beside or below it what is selected.

    Args:
        table: the rows.
        detail: what is told of one.
        parent: the page.
        shares: how table and details share the width.

    Attributes:
        table: the rows.
        controls: the layout of what narrows the list.

    Signals:
        count_changed: another number of rows is shown; carries the sentence that says so.
    """

    count_changed = Signal(object)

    def __init__(
        self,
        table: LookupTable,
        detail: QWidget,
        parent: QWidget | None = None,
        *,
        shares: tuple[int, int] = _SHARES,
    ) -> None:
        super().__init__(parent)
        self.table, self._beside = table, detail
        self.count = ""
        self.controls = FlowLayout(gap=4, row_gap=0, filled=True)
        self._controls = QWidget()
        self._controls.setLayout(self.controls)
        enable_height_for_width(self._controls, QSizePolicy.Policy.Preferred)
        self._field: SearchField | None = None
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(4)
        self._remark = Text("label", tone="muted")
        self._remark.hide()
        self._empty = Text("lead", tone="muted")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
        self._empty.hide()
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.setSpacing(4)
        self._body.addWidget(table, shares[0])
        self._body.addWidget(detail, shares[1])
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self._line)
        column.addWidget(self._remark)
        column.addWidget(self._empty)
        column.addLayout(self._body, 1)
        table.selected.connect(self._on_selected)

    def add_search(self, name: str) -> SearchField:
        """Add a field for words; Ctrl+F leads there, and arrows go through the table from it."""
        self._field = search = SearchField(name)
        self._line.addWidget(search, 1)
        self._line.addWidget(self._controls)
        self._controls.lower()  # screen readers come to both before the table
        search.lower()
        search.stepped.connect(self._step)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self).activated.connect(self.take_focus)
        return search

    @property
    def stops(self) -> list[QWidget]:
        """What Tab reaches, in reading order."""
        narrowing = self._controls.findChildren(ChoiceField)
        told = (QTextBrowser, QTableView, QAbstractButton)
        beside = [each for each in self._beside.findChildren(QWidget) if isinstance(each, told)]
        return [*([self._field] if self._field else []), *narrowing, self.table, *beside]

    def show_remark(self, sentence: str) -> None:
        """Say how the rows were found; nothing where there is nothing to say."""
        self._remark.setText(sentence)
        self._remark.setVisible(bool(sentence))

    def show_empty(self, sentence: str) -> None:
        """Say why there is no row; with rows there is nothing to say."""
        self._empty.setText(sentence)
        self._empty.setVisible(bool(sentence))
        self.table.setVisible(not sentence)
        self._beside.setVisible(not sentence)

    def set_count(self, sentence: str) -> None:
        """Say how many rows there are, at the head of the page."""
        self.count = sentence
        self.count_changed.emit(sentence)

    def take_focus(self) -> bool:
        """Let people type what they look for, or go through the rows; whether there is anything to do so."""
        target = self._field or (None if self.table.isHidden() else self.table)
        if target is not None:
            target.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if self._field is not None:
            self._field.selectAll()
        return target is not None

    def show_row(self, row: int) -> None:
        """Tell of a row; of none where it is below 0."""
        raise NotImplementedError

    def _on_selected(self, row: object) -> None:
        if isinstance(row, int):
            self.show_row(row)

    def _step(self, by: object) -> None:
        if isinstance(by, int):
            self.table.step(by)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._arrange()

    def _arrange(self) -> None:
        """Put the details beside the table, and what narrows the list beside the words that are looked for.

        Either goes below where both would be squeezed.
        """
        self._controls.setVisible(self.controls.count() > 0)  # empty it would take a gap beside the search
        beside = self.width() >= scaled(_BESIDE_FROM)
        fits = self.width() >= scaled(_FIELD) + self._line.spacing() + self.controls.sizeHint().width()
        changes = [_turn(self._body, beside=beside), _turn(self._line, beside=beside and fits)]
        if any(changes):
            self._column.activate()  # else it is painted once as it was


def _turn(box: QBoxLayout, *, beside: bool) -> bool:
    """Have a layout run across or down; whether that is another way than before."""
    direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
    has_changed = direction is not box.direction()
    box.setDirection(direction)
    return has_changed
