"""The end of a round: what was hard, who stands where, what can be taken home, and every question."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from quizapp.domain.question import Question, Strength, Verdict
from quizapp.domain.round import Phase
from quizapp.domain.round_events import Back, Close, GoTo
from quizapp.domain.round_plan import ScoreShowing
from quizapp.domain.round_record import RoundRecord
from quizapp.domain.round_scores import standings
from quizapp.domain.wrap_up import hardest, most_missed_cue
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
from quizapp.ui.widgets.layouts import FlowLayout, TwoColumns, clear, enable_height_for_width, set_tab_order
from quizapp.ui.widgets.page import WIDE, Footer, PassingNote, ScrollPage, lay_out_with_footer
from quizapp.ui.widgets.signs import IconLabel
from quizapp.ui.widgets.text import Text
from quizapp.ui.wording import long_date

_GAP, _LEAST, _NUMBER = 14, 420, 26  # px at 100 % text
_ACROSS, _DOWN = 10, 9  # px between the edge of a row and its words
_TWO_FROM = 1200  # px at 100 % text: less, and all cards stand one below the other


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
        head.addWidget(Text("section", heading))
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


class _Stack(QWidget):
    """Cards one below the other; without a card that is shown it takes no room.

    Args:
        cards: the cards.
    """

    def __init__(self, *cards: Card) -> None:
        super().__init__()
        self._cards = cards
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for card in cards:
            column.addWidget(card)
        column.addStretch(1)

    def update_visibility(self) -> None:
        """Be there as long as one of the cards is."""
        self.setVisible(any(not card.isHidden() for card in self._cards))


class WrapUpPage(QWidget):
    """Shown after the last question, and whenever somebody looks back at a round of the past.

    Signals:
        event_requested: go back, or to a question, or close the round; carries a domain event.
        export_requested: carries an `Export`.
        forget_requested: delete the names now.
        left: go back, from a round that is closed.
    """

    event_requested = Signal(object)
    export_requested = Signal(object)
    forget_requested = Signal()
    left = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._words = RoundWords(self)
        self._title = Text("title")
        self._about = Text("body", tone="muted")
        self.hardest = ItemsCard(self.tr("Hardest at the first vote"))
        self.cue = SentencesCard(self.tr("Most missed reason"))
        self.disputed = ItemsCard(self.tr("Disputed"))
        self.standings = StandingsCard()
        self.all = ItemsCard(self.tr("All questions"))
        self.home = TakeHomeCard()
        self._stacks = (_Stack(self.hardest, self.disputed), _Stack(self.cue, self.standings))
        self._saved = Text("label", tone="muted")
        self._note = PassingNote(self)
        self._back = Button("", "outline", key="PageUp", large=True)
        self._close = Button(self.tr("End this round …"), "filled", key="Ctrl+Enter")
        self._done = Button(self.tr("Done"), "filled", key="Esc")
        self._build()
        self._connect_signals()

    # -- building ------------------------------------------------------------------------------

    def _build(self) -> None:
        scroll = self._scroll = ScrollPage(wide=WIDE)
        scroll.column.addWidget(self._title)
        scroll.column.addWidget(self._about)
        above = TwoColumns(gap=8, row_gap=8, least=_TWO_FROM)
        for stack in self._stacks:
            above.addWidget(stack)
        scroll.column.addLayout(above)
        scroll.column.addWidget(self.home)
        scroll.column.addWidget(self.all)
        scroll.column.addStretch(1)
        self._footer = footer = Footer(wide=WIDE)
        footer.put(self._saved, self._buttons())
        lay_out_with_footer(self, scroll, footer)

    def _buttons(self) -> QWidget:
        """Back and on, on two lines where the width is short."""
        buttons = QWidget()
        row = FlowLayout(buttons)
        enable_height_for_width(buttons)
        for button in (self._back, self._close, self._done):
            row.addWidget(button)
        return buttons

    def _connect_signals(self) -> None:
        for card in (self.hardest, self.disputed, self.all):
            card.place_chosen.connect(self._go_back)
        self.home.export_requested.connect(self.export_requested)
        self.home.forget_requested.connect(self.forget_requested)
        self._close.clicked.connect(self._ask_to_close)
        self._done.clicked.connect(self.left)
        self._back.clicked.connect(self._ask_to_go_back)
        back = tuple((key, self._back) for key in ("PgUp", "Backspace"))
        keys = (("Ctrl+Return", self._close), ("Ctrl+Enter", self._close), ("Esc", self._done), *back)
        for key, button in keys:
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(button.click)

    # -- showing -------------------------------------------------------------------------------

    def show_record(self, record: RoundRecord) -> None:
        """Show what a round came to; once it is closed nobody can go back to its questions."""
        self._title.setText(record.round.plan.title)
        self.setAccessibleName(record.round.plan.title)
        count = self._words.questions(len(record.round.items))
        self._about.setText(f"{long_date(record.started_at)} · {count}")
        is_open = record.round.phase is not Phase.CLOSED
        self._show_hardest(record, is_open=is_open)
        self._show_lists(record, is_open=is_open)
        self._show_standings(record)
        for stack in self._stacks:
            stack.update_visibility()
        has_notes = any(item.dispute for item in record.round.items)
        self.home.show_round(has_notes=has_notes, has_names=bool(record.names))
        self._saved.setText(self.tr("Saved on this computer."))
        self._back.setText(self._words.back_to(record.round.position))
        for button, is_shown in ((self._back, is_open), (self._close, is_open), (self._done, not is_open)):
            button.setVisible(is_shown)
            button.setEnabled(is_shown)
        self._set_tab_order()

    def _show_hardest(self, record: RoundRecord, *, is_open: bool) -> None:
        rows = [
            (position, self._words_of(record, position, self._words.first_vote(vote)))
            for position, vote in hardest(record.round, record.bank)
        ]
        self.hardest.show_items(rows, is_open=is_open)
        missed = most_missed_cue(record.round, record.bank)
        sentences = []
        if missed is not None:
            known = record.bank.vocabulary.cues.get(missed[0])
            sentences = [self._words.cue(known.name if known else missed[0], missed[1])]
            sentences += [known.asks] if known and known.asks else []
        self.cue.show_sentences(sentences)

    def _show_lists(self, record: RoundRecord, *, is_open: bool) -> None:
        items = list(enumerate(record.round.items))
        disputed = [
            (position, self._words_of(record, position, item.dispute))
            for position, item in items
            if item.dispute
        ]
        every = [
            (position, self._words_of(record, position, self._words.went(record, position)))
            for position, _ in items
        ]
        self.disputed.show_items(disputed, is_open=is_open)
        self.all.show_items(every, is_open=is_open)

    def _words_of(self, record: RoundRecord, position: int, went: str) -> ItemWords:
        item = record.round.items[position]
        question = record.bank.question(item.question.question_id)
        return ItemWords(self._appearance, position, question, went, is_covered=not item.is_revealed)

    def _show_standings(self, record: RoundRecord) -> None:
        is_planned = record.round.plan.scores is not ScoreShowing.OFF
        listed = standings(record.round, record.bank) if is_planned else ()
        self.standings.show_standings(
            [
                (str(each.rank), record.name(each.voter), self._words.standing(each))
                for each in listed
                if each.seen
            ]
        )

    def _set_tab_order(self) -> None:
        """Have Tab go down the page and then through the line below it."""
        above = (*self.hardest.rows, *self.disputed.rows)
        buttons = self.home.findChildren(Button)
        set_tab_order((self, *above, *buttons, *self.all.rows, self._back, self._close, self._done))

    def show_message(self, sentence: str) -> None:
        """Say something for a moment."""
        self._note.show_message(sentence, self._footer)

    def take_focus(self) -> None:
        """Begin at the top: let Tab go to the first question."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._scroll.verticalScrollBar().setValue(0)

    # -- requests ------------------------------------------------------------------------------

    def _go_back(self, position: object) -> None:
        if isinstance(position, int):
            self.event_requested.emit(GoTo(position))

    def _ask_to_go_back(self) -> None:
        self.event_requested.emit(Back())

    def _ask_to_close(self) -> None:
        self.event_requested.emit(Close())
