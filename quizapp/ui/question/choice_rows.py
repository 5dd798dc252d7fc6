"""Rows with a key each, one of which can be chosen: options of a choice, sides of a scenario, reasons."""

from collections.abc import Sequence
from itertools import zip_longest

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QLabel, QWidget

from quizapp.ui.compat import override
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.style.marks import BadgeKind
from quizapp.ui.style.sheet import look_again
from quizapp.ui.style.type import scaled
from quizapp.ui.widgets.buttons import RowButton
from quizapp.ui.widgets.layouts import set_tab_order
from quizapp.ui.widgets.signs import OutcomeBadge
from quizapp.ui.widgets.text import Text
from quizapp.ui.wording import NUMBERS

_ARROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down)
_BADGE = 22  # px at 100 % text
_ACROSS, _DOWN, _GAP = 17, 16, 11  # px from a row's side to its key, its ring included; to the words
_COMPACT_DOWN = 13
_FILLING_ACROSS = 10  # px more in a tall row
CAP = 30
"""The width of a key in px at 100 % text."""

_CAP_ABOVE = 5  # px at 100 % text from the top of the key to the first line of words


class ChoiceRow(RowButton):
    """A row that can be chosen, one among those of its parent: a key, words that wrap, and what it was.

    Args:
        appearance: paints the badge.
        key: the letter or digit that chooses it.
        text: its words.
        parent: the owner.
    """

    def __init__(self, appearance: Appearance, key: str, text: str, parent: QWidget | None = None) -> None:
        row = QHBoxLayout()
        super().__init__("choice", row, parent)
        self._key = QLabel(key)
        self._words = Text("choice", text)
        self._badge = OutcomeBadge(appearance, BadgeKind.RIGHT, _BADGE)
        self._verdict = Text("label_strong")
        self._key.setTextFormat(Qt.TextFormat.PlainText)
        self._key.setProperty("cap", "open")
        self._key.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._row = row
        row.setContentsMargins(_ACROSS, _DOWN, _ACROSS, _DOWN)
        row.setSpacing(_GAP)
        row.addWidget(self._key, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        row.addWidget(self._badge)
        row.addWidget(self._verdict)
        self.pass_mouse_through()
        self._kind: BadgeKind | None = None
        self._note: Text | None = None  # of few rows
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self._badge.hide()
        self._verdict.hide()
        self._align_words()
        self._update_name()

    def set_compact(self, *, compact: bool) -> None:
        """Keep less room above and below the words."""
        margins, down = self._row.contentsMargins(), _COMPACT_DOWN if compact else _DOWN
        self._row.setContentsMargins(margins.left(), down, margins.right(), down)

    def set_filling(self, *, filling: bool) -> None:
        """Stand in the middle of a tall row with room beside, or at the top of a low one."""
        middle, top = Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignTop
        self._row.setAlignment(self._key, middle if filling else top)
        more = _FILLING_ACROSS if filling else 0
        self._row.setContentsMargins(_ACROSS + more, _DOWN, _ACROSS + more, _DOWN)
        self._row.setSpacing(_GAP + more // 2)

    def offer(self, text: str, note: str = "") -> None:
        """Offer other words, not chosen yet; where several exclude each other, their group lets it go.

        Args:
            text: the words.
            note: what stands at the end of the row; empty for nothing.
        """
        self._words.setText(text)
        if note and self._note is None:
            self._note = Text("label", tone="muted")
            self._note.setWordWrap(False)
            self._note.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self._row.insertWidget(2, self._note)
        if self._note is not None:
            self._note.setText(note)
            self._note.setVisible(bool(note))
        self.setChecked(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # Qt took Tab from all but the one that had the focus
        self._update_name()

    def set_chosen(self, *, chosen: bool) -> None:
        """Stand as the answer that was given and can still be changed, or not."""
        self.setChecked(chosen)
        cap = "chosen" if chosen else "open"
        if self._key.property("cap") != cap:
            self._set(self._key, "cap", cap)
            self._words.set_use("choice_strong" if chosen else "choice")

    def show_outcome(self, kind: BadgeKind | None = None, word: str = "") -> None:
        """Say what the choice was: it can be pressed no more, and stays as legible as it was.

        Args:
            kind: the badge at the trailing edge, or None for no badge.
            word: such as "Right" or "Your answer"; empty for no word.
        """
        self._kind = kind
        self._set(self, "told", True)
        self._set(self._key, "cap", "told")
        for part in (self._words, self._verdict):
            part.set_tone("always_ink")
        if kind is not None:
            self._badge.set_kind(kind)
        self._badge.setVisible(kind is not None)
        self._verdict.setText(word)
        self._verdict.setVisible(bool(word))
        self.setEnabled(False)
        self._update_name()

    @staticmethod
    def _set(part: QWidget, name: str, value: object) -> None:
        """Give a part another property of the sheet."""
        part.setProperty(name, value)
        look_again(part)

    def _update_name(self) -> None:
        """Be read with the key, and after answering with what it was."""
        word = self._verdict.text()
        self.setAccessibleName(f"{self._key.text()}. {self._words.text()}")
        badge = self._badge.accessibleName() if self._kind is not None else ""
        note = self._note.text() if self._note is not None else ""
        parts = (note, word) if word.startswith(badge) else (note, badge, word)  # "Right" is said once
        self.setAccessibleDescription(", ".join(part for part in parts if part))

    def _align_words(self) -> None:
        """Have the first line of words stand level with the key."""
        self._words.setContentsMargins(0, scaled(_CAP_ABOVE), 0, scaled(_CAP_ABOVE))

    @override
    def event(self, event: QEvent) -> bool:
        """Claim the arrows, which lead from row to row, from the keys that scroll the page."""
        claimed = isinstance(event, QKeyEvent) and event.key() in _ARROWS
        if claimed and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Lead on by the arrows and choose nothing: from a row that is chosen Qt would choose the next."""
        group = self.group()
        if event.key() not in _ARROWS or group is None:
            super().keyPressEvent(event)
            return
        rows = [row for row in group.buttons() if row.isVisible()]
        place = rows.index(self) + (1 if event.key() == Qt.Key.Key_Down else -1)
        if 0 <= place < len(rows):
            rows[place].setFocus(Qt.FocusReason.TabFocusReason)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._align_words()


_TWO_COLUMNS_FROM = 800
_BETWEEN, _WIDE_BETWEEN = 2, 6  # px between rows, beside their rings


class RowPanel(QWidget):
    """Rows with a key each.

    Args:
        appearance: paints the badges.
        keys: the key of each row, in order.
        paired: whether short rows may stand two and two where the width allows it.
        parent: the panel it belongs to.

    Signals:
        chosen: a row was chosen; carries its index.
    """

    chosen = Signal(object)

    def __init__(
        self, appearance: Appearance, keys: str, *, paired: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("group", True)
        self._appearance = appearance
        self._keys = keys
        self._paired = paired
        self._is_compact = self._is_filling = False
        self._rows = QButtonGroup(self)
        self._kept: list[ChoiceRow] = []
        self._columns = 1
        self._layout = QGridLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setVerticalSpacing(_BETWEEN)
        self._layout.setHorizontalSpacing(8)  # the gutter of the answer tiles
        self._layout.setColumnStretch(0, 1)
        self._rows.idClicked.connect(self._choose)

    def set_rows(self, texts: Sequence[str], notes: Sequence[str] = ()) -> None:
        """Offer these words, none of them chosen yet; as many rows are seen as there are keys for.

        Args:
            texts: the words of each row.
            notes: what stands at the end of each; none for no row.
        """
        shown = texts[: len(self._keys)]
        while len(self._kept) < len(shown):
            self._add_row()  # and keep it: rows take longer to make than to fill
        self._rows.setExclusive(False)  # else the chosen one could not be let go
        for row, text, note in zip_longest(self._kept, shown, notes[: len(shown)]):
            row.offer(text or "", note or "")
            row.setVisible(text is not None)
        self._rows.setExclusive(True)
        self._share()

    def set_compact(self, *, compact: bool) -> None:
        """Have the rows keep less room above and below their words."""
        if compact != self._is_compact:
            self._is_compact = compact
            for row in self._kept:
                row.set_compact(compact=compact)

    def set_filling(self, *, filling: bool) -> None:
        """Have the rows that are seen share the height there is."""
        self._is_filling = filling
        self._layout.setVerticalSpacing(_WIDE_BETWEEN if filling else _BETWEEN)
        for row in self._kept:
            row.set_filling(filling=filling)
        self._share()

    def _share(self) -> None:
        """Give rows that are seen the height that is left, where they are to fill it."""
        for position, row in enumerate(self._kept):
            self._layout.setRowStretch(position, int(self._is_filling and not row.isHidden()))

    def _add_row(self) -> None:
        """Make the next row, and keys that press it while it is seen."""
        position = len(self._kept)
        row = ChoiceRow(self._appearance, self._keys[position], "", self)
        row.set_filling(filling=self._is_filling)
        row.set_compact(compact=self._is_compact)
        for key in dict.fromkeys((NUMBERS[position], self._keys[position])):
            shortcut = QShortcut(QKeySequence(key), row)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(row.click)
        self._kept.append(row)
        self._rows.addButton(row, position)
        set_tab_order((self, *self._kept))
        self._put(position)

    def _put(self, position: int) -> None:
        self._layout.addWidget(self._kept[position], position // self._columns, position % self._columns)

    def _arrange(self) -> None:
        """Have the rows stand in one column or two."""
        columns = 2 if self._paired and self.width() >= scaled(_TWO_COLUMNS_FROM) else 1
        if columns == self._columns:
            return  # to put them where they are would have all laid out anew
        self._columns = columns
        for position in range(len(self._kept)):
            self._put(position)
        self._layout.setColumnStretch(1, columns - 1)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._arrange()

    def choose(self, index: int | None) -> None:
        """Show a row as chosen, as an answer that stands; None shows none."""
        self._rows.setExclusive(False)
        for position, row in enumerate(self._kept):
            row.set_chosen(chosen=position == index)
        self._rows.setExclusive(True)

    def take_focus(self) -> None:
        """Let the keyboard start before the first row: a second Enter must not choose it."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, position: int) -> None:
        self.chosen.emit(position)
