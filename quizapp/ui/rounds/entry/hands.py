"""Counted hands."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QRegularExpression, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QRegularExpressionValidator
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from quizapp.domain.question import Side
from quizapp.domain.round_events import CorrectCount, Count, Recount
from quizapp.domain.round_plan import MOST_PEOPLE
from quizapp.ui.compat import override
from quizapp.ui.keyboard import digit_of, is_word
from quizapp.ui.question.labels import MarkLabel
from quizapp.ui.rounds.entry.base import Entry, EntryRequests
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.style.sheet import RING
from quizapp.ui.style.type import scaled
from quizapp.ui.widgets.buttons import ENTER, Button
from quizapp.ui.widgets.keycaps import KeyNames
from quizapp.ui.widgets.text import Text, announce
from quizapp.ui.wording import LETTERS

_WIDTH = 72  # px at 100 % text
_FIELD_PADDING = 12  # px from a field's edge to its number


class NumberField(QLineEdit):
    """Takes up to three digits; letters, Space, Enter and Escape go on to the page.

    Signals:
        left: the keyboard went elsewhere.
    """

    left = Signal()

    _LEFT_ALONE = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape, Qt.Key.Key_Backspace)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("small", True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        self.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        self.setValidator(QRegularExpressionValidator(QRegularExpression("[0-9]{0,3}"), self))

    @property
    def number(self) -> int | None:
        """What stands in it; None where nothing does."""
        return int(self.text()) if self.text() else None

    @override
    def sizeHint(self) -> QSize:
        """As wide as three digits need."""
        return QSize(scaled(_WIDTH), super().sizeHint().height())

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def type_digit(self, digit: int) -> None:
        """Take a digit as if it had been typed, over what is selected."""
        self.insert(str(digit))

    @override
    def event(self, event: QEvent) -> bool:
        # Qt asks it before a command's key is carried out, and it would claim all that can be written.
        is_asked = event.type() == QEvent.Type.ShortcutOverride
        if is_asked and isinstance(event, QKeyEvent) and self._is_for_page(event):
            event.ignore()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._is_for_page(event):
            event.ignore()
        elif (digit := digit_of(event)) is not None:
            self.type_digit(digit)
        else:
            super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def _is_for_page(self, event: QKeyEvent) -> bool:
        return event.key() in self._LEFT_ALONE or (is_word(event) and digit_of(event) is None)


class CountRow(QWidget):
    """An answer and the hands for it.

    Args:
        appearance: the appearance in force.
        answer: as ballots have it.
        name: what it is called.
        parent: the owner.

    Attributes:
        field: where the number stands.

    Signals:
        edited: something else stands in the field, typed by hand.
        left: the keyboard went elsewhere.
    """

    edited = Signal()
    left = Signal()

    def __init__(self, appearance: Appearance, answer: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.answer = answer
        self.field = NumberField()
        self.field.setAccessibleName(self.tr("Hands for {answer}").format(answer=name))
        is_side = answer in tuple(Side)
        label = MarkLabel(appearance, Side(answer), use="choice_strong") if is_side else None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(label or Text("choice_strong", name), 1)
        row.addWidget(self.field)
        self.field.textChanged.connect(self.edited)
        self.field.left.connect(self.left)

    def show_dots(self, *, masked: bool) -> None:
        """Show dots for the digits, where the room may look."""
        self.field.setEchoMode(QLineEdit.EchoMode.Password if masked else QLineEdit.EchoMode.Normal)

    def show_number(self, number: int | None) -> None:
        """Show the hands that are kept, none where nobody counted."""
        self.field.setText("" if number is None else str(number))
        if self.field.hasFocus() or not self.isVisible():
            self.field.selectAll()  # the next digit begins a new number, also where nobody sees it


_LEAVING = (Qt.Key.Key_Space, Qt.Key.Key_PageDown)
_STEPS = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}


class HandsEntry(Entry):
    """One number for each answer, typed `7 Tab 5 Enter`; nobody's hands are ever scored."""

    def __init__(
        self, requests: EntryRequests, appearance: Appearance, parent: QWidget | None = None
    ) -> None:
        super().__init__(requests, 0, parent)
        self._rows = [CountRow(appearance, side.value, self._words.answer(side)) for side in Side]
        self._rows += [CountRow(appearance, str(index), letter) for index, letter in enumerate(LETTERS)]
        self._at = 0  # the row in which digits land while no field has the keyboard
        self._shown: tuple[object, ...] = ()
        self._was_partial = False  # what was kept last had empty fields
        self._rest, self._number = Text("label"), Text("label_strong")
        self._said = Text("label", tone="muted")
        self._more = Button(self.tr("More people are here"), "quiet", "+", small=True)
        self._hints = KeyNames(self.tr("[Tab] next [Enter] save [Esc] take back"))
        self._build()
        self._more.clicked.connect(self._recount)
        for row in self._rows:
            row.edited.connect(self._count)
            row.left.connect(self._leave)
        self._refresh()

    def _build(self) -> None:
        for row in self._rows:
            self.column.addWidget(row)
        rest, more, hints = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        rest.setSpacing(0)
        rest.addWidget(self._rest, 1)
        rest.addWidget(self._number)
        rest.addSpacing(_FIELD_PADDING)
        more.addWidget(self._more)
        more.addStretch(1)
        hints.setSpacing(0)
        hints.addSpacing(RING)
        hints.addWidget(self._hints)
        self.column.addSpacing(4)
        self.column.addLayout(rest)
        self.column.addSpacing(8)
        self.column.addWidget(self._said)
        self.column.addLayout(more)
        self.column.addSpacing(4)
        self.column.addLayout(hints)
        self.column.addStretch(1)

    @override
    def hide_hints(self) -> None:
        self._hints.hide()

    # -- showing ---------------------------------------------------------------------------------

    @override
    def _refresh(self) -> None:
        self.setEnabled(self._record is not None and self.is_usable(self._record))
        for row in self._rows:
            row.show_dots(masked=self._is_covered)
        kept = self._ballot.counts
        shown = (self._vote, tuple(self._answers), dict(kept))
        if shown == self._shown:
            self._count()
            return  # what is being typed stays
        is_other = shown[:2] != self._shown[:2]
        self._shown = shown
        for row in self._rows:
            row.setVisible(row.answer in self._answers)
            row.show_number(kept.get(row.answer))
        if is_other:
            self._go_to_first()
        self._count()

    def _go_to_first(self) -> None:
        """Begin with the first answer of another vote."""
        self._at = 0
        if self._focused is not None:
            self.take_focus()

    @override
    def take_focus(self) -> None:
        if rows := self._open_rows:
            rows[self._at].field.setFocus(Qt.FocusReason.OtherFocusReason)
            rows[self._at].field.selectAll()

    @property
    def _open_rows(self) -> list[CountRow]:
        """The rows of the answers to the question in front."""
        return [row for row in self._rows if row.answer in self._answers]

    @property
    def _focused(self) -> CountRow | None:
        return next((row for row in self._rows if row.field.hasFocus()), None)

    @property
    def _typed(self) -> Mapping[str, int]:
        """The hands for each answer as they stand in the fields."""
        return {row.answer: row.field.number or 0 for row in self._open_rows}

    @property
    def _is_changed(self) -> bool:
        """Whether something else stands in the fields than is kept."""
        return any(map(self._differs, self._open_rows))

    def _differs(self, row: CountRow) -> bool:
        return row.field.number != self._ballot.counts.get(row.answer)

    @property
    def _headcount(self) -> int:
        return self._record.round.plan.headcount if self._record else 0

    def _count(self) -> None:
        """Say how many did not vote, and whether the numbers are kept."""
        total = sum(self._typed.values())
        self._rest.setText(self.tr("Did not vote") if self._headcount else self.tr("Hands in all"))
        rest = str(max(self._headcount - total, 0) if self._headcount else total)
        self._number.setText(rest if self._may_tell_rest else "")
        excess = self._excess()
        self._said.setText(excess or self._state())
        self._said.set_tone("ink" if excess else "muted")
        self._more.setEnabled(bool(excess) and total <= MOST_PEOPLE)

    @property
    def _may_tell_rest(self) -> bool:
        """Whether the rest gives no single number away that the room may not see yet."""
        return not self._is_covered or all(row.field.text() for row in self._open_rows)

    def _state(self) -> str:
        """Whether what stands in the fields is kept."""
        if self._is_changed:
            if not self.isEnabled():
                return self.tr("These are not saved.")
            unsaved = self.tr("Not saved yet: press Enter.")
            return (
                self.tr("{state} Hold K to see them.").format(state=unsaved) if self._is_covered else unsaved
            )
        return self.tr("Saved.") if self._ballot.counts else self.tr("Type the hands for each answer.")

    def _excess(self) -> str:
        """What to say of more hands than there are people; empty where there are not."""
        total = sum(self._typed.values())
        if not self._headcount or total <= self._headcount:
            return ""
        sentence = self.tr("{total} hands are more than the {headcount} people in the room.")
        return sentence.format(total=total, headcount=self._headcount)

    # -- entering --------------------------------------------------------------------------------

    @override
    def take_key(self, event: QKeyEvent) -> bool:
        if not self.isEnabled():
            return False
        digit = digit_of(event)
        if digit is None:
            return self._take_command(event.key())
        if not event.isAutoRepeat():
            self._type(digit)
        return True

    def _take_command(self, key: int) -> bool:
        """Do what a key means that is no digit; returns whether it means anything."""
        if key in ENTER and (self._focused or self._is_changed):
            self.keep()
            self._was_partial = False  # the fields show it
            return True
        if key == Qt.Key.Key_Plus and self._more.isEnabled():
            self._recount()
            return True
        if key == Qt.Key.Key_Backspace and (self._focused or self._is_changed):
            (self._focused or self._open_rows[self._at]).field.backspace()
            return True  # in an empty field too: it would be one step back
        if key in _STEPS:
            return self._step(_STEPS[Qt.Key(key)])
        if key == Qt.Key.Key_Escape:
            return self._take_back()
        # What was typed is not lost when the vote is locked, and too many hands hold that up.
        return key in _LEAVING and not self.keep()

    def _type(self, digit: int) -> None:
        """Put a digit where the keyboard is, or into the first field."""
        row = self._focused
        if row is None:
            row = self._open_rows[self._at]
            if self.isVisible():
                self.take_focus()
        row.field.type_digit(digit)

    def _step(self, by: int) -> bool:
        """Go to another field while none has the keyboard, as none can on a page that is not shown."""
        if self._focused or not self._is_changed:
            return False
        self._at = (self._at + by) % len(self._open_rows)
        self._open_rows[self._at].field.selectAll()
        return True

    @override
    def keep(self) -> bool:
        """Have the numbers kept, unless there are too many; returns whether they are kept now."""
        if not self.isEnabled():
            return True
        excess = self._excess()
        if excess:
            announce(self, excess)
            return False
        position, ballot = self._vote
        if self._is_changed:
            self._was_partial = any(row.field.number is None for row in self._open_rows)
            is_late, typed = self.is_correcting, self._typed
            self._requests.event_requested.emit(
                CorrectCount(position, typed) if is_late else Count(position, ballot, typed)
            )
        return not self._is_changed

    @override
    def take_remark(self) -> str:
        was_partial, self._was_partial = self._was_partial, False
        return self.tr("Saved as typed. What was left empty counts as 0.") if was_partial else ""

    def _recount(self) -> None:
        """As many people are in the room as hands were up, and the numbers are kept."""
        self._requests.event_requested.emit(Recount(sum(self._typed.values())))
        self.keep()

    def _take_back(self) -> bool:
        """Show the whole count again as it is kept; where that stands there is nothing to take back."""
        changed = [row for row in self._open_rows if self._differs(row)]
        for row in changed:
            row.show_number(self._ballot.counts.get(row.answer))
        return bool(changed)

    def _leave(self) -> None:
        """Keep what was typed when the keyboard goes elsewhere, as with a press on a button.

        The page itself has it only for a moment, before a vote that was locked meanwhile is shown.
        """
        focus = QApplication.focusWidget()
        if focus is None or self.isAncestorOf(focus) or focus.isAncestorOf(self):
            return
        if self.isEnabled() and self._is_changed:
            self.keep()
