"""The cards at the end of a round: questions, sentences, standings, and what can be taken home."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from quizapp.domain.question import Question, Strength, Verdict
from quizapp.ui.compat import override
from quizapp.ui.question.answer_view import first_sentence
from quizapp.ui.question.labels import MarkLabel
from quizapp.ui.rounds.plan_questions import QuestionFacts
from quizapp.ui.rounds.views import Export
from quizapp.ui.rounds.wording import RoundWords
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.style.type import scaled
from quizapp.ui.widgets.buttons import Button, RowButton
from quizapp.ui.widgets.cards import Card
from quizapp.ui.widgets.choices import OptionRow
from quizapp.ui.widgets.layouts import FlowLayout, TwoColumns, clear, enable_height_for_width
from quizapp.ui.widgets.signs import IconLabel
from quizapp.ui.widgets.text import Text

_GAP, _LEAST, _NUMBER = 14, 420, 26  # px at 100 % text
_ACROSS, _DOWN = 10, 9  # px between the edge of a row and its words


class ItemWords(QWidget):
    """One question: its number, what was asked, the key, and how it went.

    Args:
        appearance: the appearance in force.
        position: its place in the round, from 0.
        question: what is asked.
        went: how it went, in a sentence.
        is_covered: whether the room has not seen the key, so that it stands nowhere.
        parent: the owner.
    """

    def __init__(
        self,
        appearance: Appearance,
        position: int,
        question: Question,
        went: str,
        *,
        is_covered: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._appearance, self._facts = appearance, QuestionFacts(self)
        self._is_covered = is_covered
        stem = first_sentence(question)
        key = "" if is_covered else f" {self._facts.key(question)}."
        self.said = f"{position + 1}. {stem}{key} {went}"
        self._number = Text("label_strong", str(position + 1), "muted")
        columns = TwoColumns(_GAP, 2, shares=(5, 4), least=_LEAST)
        asked = Text("label_strong", stem)
        asked.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
        columns.addWidget(asked)
        columns.addWidget(self._outcome(question, went))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._number, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(columns, 1)
        self._fit_number()

    def _outcome(self, question: Question, went: str) -> QWidget:
        """The key, and how it went."""
        both = QWidget()
        row = FlowLayout(both, gap=_GAP - 8, row_gap=2)
        enable_height_for_width(both)
        if self._is_covered:
            pass
        elif isinstance(question, Verdict) and question.strength is not Strength.ARGUABLE:
            row.addWidget(MarkLabel(self._appearance, question.answer))
        elif isinstance(question, Verdict):
            row.addWidget(Text("label_strong", self.tr("Arguable")))
        else:
            row.addWidget(Text("label_strong", self._facts.key(question)))
        row.addWidget(Text("label", went, "muted"))
        return both

    def _fit_number(self) -> None:
        self._number.setMinimumWidth(scaled(_NUMBER))

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Keep what was asked in one column, however large the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_number()


class ItemRow(RowButton):
    """A button with the words of a question, that goes back to it.

    Args:
        words: number, question, key, and how it went.
        position: its place in the round, from 0.
        parent: the owner.

    Signals:
        place_chosen: carries its place.
    """

    place_chosen = Signal(object)

    def __init__(self, words: ItemWords, position: int, parent: QWidget | None = None) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(_ACROSS, _DOWN, _ACROSS, _DOWN)
        super().__init__("row", row, parent)
        self._place = position
        self.setAccessibleName(words.said)
        self.setAccessibleDescription(self.tr("Go back to this question"))
        row.addWidget(words, 1)
        row.addWidget(IconLabel("chevron-right"))
        self.pass_mouse_through()
        self.clicked.connect(self._choose)

    def _choose(self) -> None:
        self.place_chosen.emit(self._place)


class ItemsCard(Card):
    """A heading, and questions below it.

    Attributes:
        rows: the questions shown that can be gone back to.

    Signals:
        place_chosen: go back to a question; carries its place, from 0.
    """

    place_chosen = Signal(object)

    def __init__(self, heading: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=(22 - _ACROSS, 14))
        self.rows: list[ItemRow] = []
        head = QHBoxLayout()
        head.setContentsMargins(_ACROSS, 0, _ACROSS, 0)
        head.addWidget(Text("section", heading), 1)
        self._head = head
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self.body.setSpacing(2)
        self.body.addLayout(head)
        self.body.addLayout(self._column)
        self.body.addStretch(1)

    def show_items(self, items: Sequence[tuple[int, ItemWords]], *, is_open: bool) -> None:
        """Show questions with their places; without any the card is not there.

        Args:
            items: the places, from 0, and the words of the questions.
            is_open: whether somebody can go back to them.
        """
        clear(self._column)
        self.rows = []
        for position, words in items:
            if is_open:
                row = ItemRow(words, position)
                row.place_chosen.connect(self.place_chosen)
                self.rows.append(row)
                self._column.addWidget(row)
            else:
                words.setContentsMargins(_ACROSS, _DOWN, _ACROSS, _DOWN)
                self._column.addWidget(words)
        self.setVisible(bool(items))


class DisputedCard(ItemsCard):
    """The questions the room disputes, with notes that stay covered where the room may see them.

    Attributes:
        uncover: the button that shows the notes, and covers them again.

    Signals:
        cover_changed: the notes are to be shown, or covered.
    """

    cover_changed = Signal()

    def __init__(self, heading: str, parent: QWidget | None = None) -> None:
        super().__init__(heading, parent)
        self.uncover = Button(self.tr("Show the notes"), "quiet", small=True)
        self.uncover.setCheckable(True)
        self.uncover.hide()
        self.uncover.toggled.connect(self._change_cover)
        self._head.addWidget(self.uncover)

    def note(self, dispute: str) -> str:
        """What stands beside a question: the trainer's note, or that there is one."""
        is_covered = not self.uncover.isHidden() and not self.uncover.isChecked()
        return self.tr("The room disputed this.") if is_covered else dispute

    def _change_cover(self, is_shown: bool) -> None:  # noqa: FBT001 - a slot
        self.uncover.setText(self.tr("Cover the notes") if is_shown else self.tr("Show the notes"))
        self.cover_changed.emit()

    def cover(self, *, is_private: bool) -> None:
        """Have the notes covered unless nobody but the trainer sees them, or they were asked for."""
        self.uncover.setHidden(is_private)


class SentencesCard(Card):
    """A heading, and sentences below it."""

    def __init__(self, heading: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=(22, 14))
        self.body.setSpacing(4)
        self.body.addWidget(Text("section", heading))
        self._column = QVBoxLayout()
        self._column.setSpacing(4)
        self.body.addLayout(self._column)
        self.body.addStretch(1)

    def show_sentences(self, sentences: Sequence[str]) -> None:
        """Show these; without any the card is not there."""
        clear(self._column)
        for sentence in sentences:
            self._column.addWidget(Text("body", sentence))
        self.setVisible(bool(sentences))


class StandingsCard(Card):
    """Ranks, names and scores.

    Attributes:
        ranks: the ranks shown, from the top.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=(22, 14))
        self.body.addWidget(Text("section", self.tr("Standings")))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        self.ranks: list[Text] = []
        self.body.addLayout(self._grid)
        self.body.addStretch(1)

    def show_standings(self, rows: Sequence[tuple[str, str, str]]) -> None:
        """Show rank, name and score of each; without any the card is not there."""
        clear(self._grid)
        self.ranks = [Text("body_strong", rank, "muted") for rank, _, _ in rows]
        for position, (_, name, score) in enumerate(rows):
            trailing = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignTop
            self._grid.addWidget(self.ranks[position], position, 0, trailing)
            self._grid.addWidget(Text("body", name), position, 1)
            self._grid.addWidget(Text("body", score, "muted"), position, 2, trailing)
        self.setVisible(bool(rows))


_NOTED: Mapping[object, object] = {
    Export.HANDOUT_PDF: Export.HANDOUT_NOTES_PDF,
    Export.HANDOUT_HTML: Export.HANDOUT_NOTES_HTML,
}
"""The same with notes."""


class TakeHomeCard(Card):
    """What can be saved of a round, and its names.

    Attributes:
        forget: the button that deletes the names.

    Signals:
        export_requested: carries an `Export`.
        forget_requested: delete the names now.
    """

    export_requested = Signal(object)
    forget_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=(22, 14))
        self._exports: dict[Button, object] = {}
        self.with_notes = OptionRow()
        self._names = Text("body", tone="muted")
        self.forget = Button(self.tr("Delete names now …"), "outline", small=True)
        self._build()

    def _build(self) -> None:
        self.body.setSpacing(4)
        self.body.addWidget(Text("section", self.tr("Take home")))
        lead = self.tr(
            "The handout has questions, votes and reasons, without names. "
            "Results, scores and answers have names."
        )
        self.body.addWidget(Text("body", lead, "muted"))
        row = FlowLayout()
        for export, words in RoundWords(self).exports():
            button = Button(words, "outline")
            button.clicked.connect(self._ask_to_export)
            self._exports[button] = export
            row.addWidget(button)
        self.body.addLayout(row)
        self.with_notes.show_option(
            self.tr("Put the notes on disputed questions into the handout"),
            self.tr("They stand there as they were written, with any names in them."),
        )
        self.body.addWidget(self.with_notes)
        names = FlowLayout(gap=8)
        names.addWidget(self._names)
        names.addWidget(self.forget)
        self.body.addLayout(names)
        self.forget.clicked.connect(self.forget_requested)

    def show_round(self, *, has_notes: bool, has_names: bool) -> None:
        """Say whether names are kept, and offer notes where there are any: unasked, none is printed."""
        self.with_notes.setVisible(has_notes)
        self.with_notes.setChecked(False)
        self.forget.setVisible(has_names)
        self._names.setText(
            self.tr("Names are saved apart, and deleted 30 days after the round.")
            if has_names
            else self.tr("No names stored.")
        )

    def _ask_to_export(self) -> None:
        sender = self.sender()
        if isinstance(sender, Button):
            export = self._exports[sender]
            self.export_requested.emit(_NOTED.get(export, export) if self.with_notes.isChecked() else export)
