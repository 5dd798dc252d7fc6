"""The card of the room: how it answers, who is there, and whose answer is in."""

from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QActionGroup,
    QFont,
    QFontMetricsF,
    QPainter,
    QPalette,
    QResizeEvent,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import (
    QApplication,
    QListView,
    QMenu,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from quizapp.domain.round import Voter
from quizapp.domain.round_plan import AnsweringMode
from quizapp.domain.round_record import RoundRecord
from quizapp.ui.compat import override
from quizapp.ui.rounds.console.cards import PADDING, CardHead, CardScroll
from quizapp.ui.rounds.console.wording import ConsoleWords
from quizapp.ui.rounds.entry.panel import EntryPanel
from quizapp.ui.rounds.wording import RoundWords, is_team
from quizapp.ui.style import icons
from quizapp.ui.style.type import scaled
from quizapp.ui.widgets.buttons import Button
from quizapp.ui.widgets.cards import Card
from quizapp.ui.widgets.layouts import set_tab_order
from quizapp.ui.widgets.text import Text

_ROW, _SIGN, _GAP = 30, 16, 12  # px at 100 % text
_STATE, _ACCESSIBLE = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.AccessibleTextRole
_ROLE = QPalette.ColorRole


@dataclass(frozen=True, slots=True)
class Attendance:
    """One voter: the name, and whether the answer is in; `state` says it in a word."""

    name: str
    is_in: bool
    state: str


class _StateDelegate(QStyledItemDelegate):
    """Puts the word for a voter's state at the far end of the row."""

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        painter.save()
        painter.setPen(QApplication.palette().color(_ROLE.PlaceholderText))
        far = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
        words = option.rect.adjusted(scaled(_GAP), 0, -scaled(_GAP), 0)
        painter.drawText(words, int(far), str(index.data(_STATE)))
        painter.restore()


class AttendanceList(QListView):
    """Names in columns, read downwards, as many side by side as have room; the card scrolls it.

    Args:
        name: what screen readers call it.
        parent: the owner.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Attendance, ...] = ()
        self._model = QStandardItemModel(self)
        self.setModel(self._model)
        self.setItemDelegate(_StateDelegate(self))
        self.setAccessibleName(name)
        self.setProperty("plain", True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSelectionMode(self.SelectionMode.NoSelection)
        self.setEditTriggers(self.EditTrigger.NoEditTriggers)
        self.setFlow(self.Flow.TopToBottom)
        self.setWrapping(True)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_rows(self, rows: tuple[Attendance, ...]) -> None:
        """Show these voters, in this order."""
        if rows != self._rows:
            self._rows = rows
            self._fill()

    def _fill(self) -> None:
        palette = QApplication.palette()
        signs = {
            is_in: icons.pixmap(
                "circle-check" if is_in else "circle",
                palette.color(_ROLE.Text if is_in else _ROLE.Dark),
                scaled(_SIGN),
                self.devicePixelRatioF(),
                current=is_in,
            )
            for is_in in (True, False)
        }
        self._model.clear()
        for row in self._rows:
            item = QStandardItem(row.name)
            item.setData(signs[row.is_in], Qt.ItemDataRole.DecorationRole)
            item.setData(row.state, _STATE)
            item.setData(f"{row.name}: {row.state}" if row.state else row.name, _ACCESSIBLE)
            if not row.is_in:
                item.setFont(self._strong())
            self._model.appendRow(item)
        self._arrange()

    def _strong(self) -> QFont:
        """The font of the missing."""
        strong = self.font()
        strong.setWeight(QFont.Weight.DemiBold)
        return strong

    def _arrange(self) -> None:
        """Be as high as the columns that have room."""
        metrics = QFontMetricsF(self._strong())
        words = (metrics.horizontalAdvance(f"{row.name}{row.state}") for row in self._rows)
        column = ceil(max(words, default=0)) + scaled(_SIGN + 3 * _GAP)
        columns = max(1, self.width() // column)
        deep = ceil(len(self._rows) / columns)
        used = ceil(len(self._rows) / deep) if deep else 1
        self.setIconSize(QSize(scaled(_SIGN), scaled(_SIGN)))
        self.setGridSize(QSize(self.width() // used, scaled(_ROW)))
        self.setFixedHeight(deep * scaled(_ROW) + 1)  # Qt goes on to the next column at the very height

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(200), 0)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._arrange()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.PaletteChange}:
            self._fill()


class ModeButton(Button):
    """Opens a menu of the modes in which the room can answer.

    Args:
        parent: the card.

    Signals:
        mode_requested: carries the `AnsweringMode` chosen.
    """

    mode_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        words = RoundWords()
        self._names = {mode: words.mode(mode) for mode in AnsweringMode}
        super().__init__("", "outline", parent=parent, small=True, room_for=tuple(self._names.values()))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        menu = QMenu(self)
        self._group = QActionGroup(self)
        self._actions: dict[AnsweringMode, QAction] = {}
        for mode, name in self._names.items():
            action = menu.addAction(name)
            action.setCheckable(True)
            action.setData(mode.value)
            self._group.addAction(action)
            self._actions[mode] = action
        self._group.triggered.connect(self._choose)
        self.setMenu(menu)
        self.show_mode(AnsweringMode.HANDS)

    def show_mode(self, mode: AnsweringMode) -> None:
        """Name the mode in force."""
        self._mode = mode
        self._actions[mode].setChecked(True)
        self.setText(self._names[mode])
        self.setAccessibleName(self.tr("The room answers with: {mode}").format(mode=self._names[mode]))

    def _choose(self, action: QAction) -> None:
        mode = AnsweringMode(action.data())
        self.show_mode(self._mode)  # the round will tell whether it has changed
        if mode is not self._mode:
            self.mode_requested.emit(mode)


_ALL = 1000  # to one of the room that is left
_FEW = 4  # missing teams that are named; more would push their tiles down


class AttendanceCard(Card):
    """The roster of a round, or for hands how many were counted.

    Args:
        parent: the page.

    Signals:
        mode_requested: the room shall answer in another mode; carries an `AnsweringMode`.
    """

    mode_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=PADDING)
        self.setProperty("group", True)
        self.setAccessibleName(self.tr("Room"))
        self.body.setSpacing(0)
        self._words, self._roster = ConsoleWords(self), RoundWords(self)
        self._mode = ModeButton()
        self._scroll = CardScroll(self.accessibleName())
        self._number = Text("body_strong")
        self._list = AttendanceList(self.tr("Who is in"))
        head = CardHead("users", self.accessibleName())
        head.put(self._mode)
        self.body.addWidget(head)
        self.body.addWidget(self._scroll, 1)
        self._scroll.column.addWidget(self._number)
        self._scroll.column.addWidget(self._list)
        self._scroll.column.addStretch(1)
        self._mode.mode_requested.connect(self.mode_requested)

    def set_entry(self, entry: EntryPanel) -> None:
        """Have answers entered here, where what they are can be seen."""
        entry.cover(covered=False)
        place = self._scroll.column.indexOf(self._list) + 1
        self._scroll.column.insertWidget(place, entry, _ALL)  # a grid of sheets takes what height there is
        fields = entry.findChildren(QWidget)
        set_tab_order(
            (self._scroll, *(each for each in fields if each.focusPolicy() & Qt.FocusPolicy.TabFocus))
        )

    def show_whole(self, *, whole: bool) -> None:
        """Show all of it, where the page itself scrolls."""
        self._scroll.show_whole(whole=whole)

    def show_record(self, record: RoundRecord) -> None:
        """Show who is there and whose answer is in."""
        round_ = record.round
        self._mode.show_mode(round_.mode)
        self._number.setText(self._attendance_text(record))
        has_people = any(not is_team(voter.id) for voter in round_.present)
        has_rows = round_.mode in {AnsweringMode.TEAMS, AnsweringMode.BUZZ}  # sheets have a grid of their own
        self._list.setVisible(has_people and has_rows)
        self._list.show_rows(self._rows(record))

    def _attendance_text(self, record: RoundRecord) -> str:
        """How many are in; of teams, whose answers are entered below, which are missing once they are few."""
        round_ = record.round
        missing = [self._name(record, each) for each in round_.missing if is_team(each.id)]
        if round_.ballot is None or round_.mode is not AnsweringMode.TEAMS or not 0 < len(missing) <= _FEW:
            return self._words.present(round_)
        return self.tr("Missing: {names}").format(names=", ".join(missing))

    def allow_switching(self, *, allowed: bool) -> None:
        """Offer the other modes, or not."""
        self._mode.setEnabled(allowed)

    def _rows(self, record: RoundRecord) -> tuple[Attendance, ...]:
        """Those missing first, then those who are in, each in the order they joined."""
        round_ = record.round
        if round_.ballot is None:
            return tuple(
                Attendance(self._name(record, each), is_in=True, state="") for each in round_.present
            )
        missing = {voter.id for voter in round_.missing}
        ordered = sorted(round_.present, key=lambda voter: voter.id not in missing)
        words = {True: self.tr("in"), False: self.tr("not yet")}
        return tuple(
            Attendance(self._name(record, each), each.id not in missing, words[each.id not in missing])
            for each in ordered
        )

    def _name(self, record: RoundRecord, voter: Voter) -> str:
        return self._roster.name(record, voter.id)
