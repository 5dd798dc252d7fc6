"""The newest vote and the key, for the trainer alone until the verdict."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from quizapp.domain.movement import movement
from quizapp.domain.question import Choice, Side
from quizapp.domain.round_record import RoundRecord
from quizapp.domain.round_scores import answers_of, numbers_of
from quizapp.ui.card import Card
from quizapp.ui.console.card_head import CardHead
from quizapp.ui.console.covered import Covered
from quizapp.ui.console.split_rows import SplitRow, SplitRows
from quizapp.ui.console.words import ConsoleWords
from quizapp.ui.look import Look
from quizapp.ui.rounds.roster_words import RosterWords
from quizapp.ui.small_button import SmallButton
from quizapp.ui.text import Text


class SplitCard(Card):
    """Covered until it is peeked at, open from the verdict on.

    Args:
        look: the look in force.
        parent: the page.

    Signals:
        held: carries whether the button that peeks is held down.
    """

    held = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent, padding=(18, 12))
        self.setAccessibleName(self.tr("Split and key"))
        self._words, self._roster = ConsoleWords(self), RosterWords(self)
        self._peek = SmallButton(look, self.tr("Peek"), "outline", key="K", icon="eye")
        self._peek.setAccessibleName(self.tr("Hold to peek"))
        self._peek.setToolTip(self.tr("Only here, never on the wall"))
        self._peek.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._covered = Covered(look, self.accessibleName())
        self._key = Text(look, "body_strong")
        self._rows = SplitRows(look)
        self._moved = Text(look, "label")
        self._build(look)

    def _build(self, look: Look) -> None:
        head = CardHead(look, "eye-off", self.accessibleName())
        head.put(self._peek)
        self.body.addWidget(head)
        self.body.addWidget(self._covered, 1)
        for part in (self._key, self._rows, self._moved):
            self._covered.column.addWidget(part)
        self._covered.column.addStretch(1)
        self._peek.pressed.connect(self._hold)
        self._peek.released.connect(self._let_go)

    def show_record(self, record: RoundRecord) -> None:
        """Show the newest vote on the question in front."""
        question, ballot = record.question, record.round.ballot
        numbers = numbers_of(question, ballot) if ballot else (0,) * len(answers_of(question))
        rows = zip(answers_of(question), numbers, strict=True)
        is_choice = isinstance(question, Choice)
        self._rows.show_rows(
            tuple(
                SplitRow(self._roster.answer(answer), None if is_choice else Side(answer), number)
                for answer, number in rows
            )
        )
        self._key.setText(self._words.key(question))
        moved = movement(record.round.item, question)
        told = [self._words.change(moved), self._words.moves(moved)] if moved else []
        self._moved.setText("\n".join(each for each in told if each))
        self._moved.setVisible(bool(told))

    def set_key(self, key: str) -> None:
        """Name the key that peeks."""
        self._peek.set_key(key)

    def cover(self, *, covered: bool, may_peek: bool) -> None:
        """Cover it or not; the button waits where there is nothing to peek at."""
        self._covered.cover(covered=covered)
        self._peek.setEnabled(may_peek)

    def _hold(self) -> None:
        self.held.emit(True)

    def _let_go(self) -> None:
        self.held.emit(False)
