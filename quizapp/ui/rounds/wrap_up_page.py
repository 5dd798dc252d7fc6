"""The end of a round: what was hard, who stands where, what can be taken home, and every question."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.domain.round import Phase
from quizapp.domain.round_events import Back, Close, GoTo
from quizapp.domain.round_plan import ScoreShowing
from quizapp.domain.round_record import RoundRecord
from quizapp.domain.round_scores import standings
from quizapp.domain.wrap_up import hardest, most_missed_cue
from quizapp.ui.dates import long_date
from quizapp.ui.rounds.wording import RoundWords
from quizapp.ui.rounds.wrap_up_cards import (
    DisputedCard,
    ItemsCard,
    ItemWords,
    SentencesCard,
    StandingsCard,
    TakeHomeCard,
)
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.widgets.buttons import Button
from quizapp.ui.widgets.cards import Card
from quizapp.ui.widgets.layouts import FlowLayout, TwoColumns, enable_height_for_width, set_tab_order
from quizapp.ui.widgets.page import WIDE, Footer, PassingNote, ScrollPage, lay_out_with_footer
from quizapp.ui.widgets.text import Text

_TWO_FROM = 1200  # px at 100 % text: less, and all cards stand one below the other


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
        self._record: RoundRecord | None = None
        self._title = Text("title")
        self._about = Text("body", tone="muted")
        self.hardest = ItemsCard(self.tr("Hardest at the first vote"))
        self.cue = SentencesCard(self.tr("Most missed reason"))
        self.disputed = DisputedCard(self.tr("Disputed"))
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
        self.disputed.cover_changed.connect(self._show_anew)
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

    def show_record(self, record: RoundRecord, *, is_private: bool = True) -> None:
        """Show what a round came to; once it is closed nobody can go back to its questions.

        Args:
            record: the round.
            is_private: whether the room cannot see the page; notes are covered where it may.
        """
        self._record = record
        self.disputed.cover(is_private=is_private)
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
            (position, self._words_of(record, position, self.disputed.note(item.dispute)))
            for position, item in items
            if item.dispute
        ]
        every = [
            (position, self._words_of(record, position, self._words.went(record, position)))
            for position, _ in items
        ]
        self.disputed.show_items(disputed, is_open=is_open)
        self.all.show_items(every, is_open=is_open)

    def _show_anew(self) -> None:
        """Show the lists again, with notes or without."""
        if self._record is not None:
            self._show_lists(self._record, is_open=self._record.round.phase is not Phase.CLOSED)
            self._set_tab_order()

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
        above = (*self.hardest.rows, self.disputed.uncover, *self.disputed.rows)
        buttons = self.home.findChildren(Button)
        set_tab_order((self, *above, *buttons, *self.all.rows, self._back, self._close, self._done))

    def show_message(self, sentence: str) -> None:
        """Say something for a moment."""
        self._note.show_message(sentence, self._footer)

    def take_focus(self) -> None:
        """Begin at the top, with notes covered again: let Tab go to the first question."""
        self.disputed.uncover.setChecked(False)
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
