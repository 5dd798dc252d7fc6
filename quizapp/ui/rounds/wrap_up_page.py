"""The end of a round: what was hard, what is disputed, who stands where, and what to take home."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.domain.round import Phase
from quizapp.domain.round_events import Close, GoTo
from quizapp.domain.round_plan import ScoreShowing
from quizapp.domain.round_record import RoundRecord
from quizapp.domain.round_scores import standings
from quizapp.domain.wrap_up import hardest, most_missed_cue
from quizapp.ui.action_button import ActionButton
from quizapp.ui.footer import Footer
from quizapp.ui.layouts import in_turn
from quizapp.ui.local_time import long_date
from quizapp.ui.look import Look
from quizapp.ui.painting import INSET
from quizapp.ui.passing_note import PassingNote
from quizapp.ui.rounds.item_row import ItemRow
from quizapp.ui.rounds.round_words import RoundWords
from quizapp.ui.rounds.wrap_up_cards import ItemsCard, SentencesCard, StandingsCard, TakeHomeCard
from quizapp.ui.rounds.wrap_up_words import WrapUpWords
from quizapp.ui.rows import HeadRow
from quizapp.ui.scroll_page import ScrollPage
from quizapp.ui.text import Text


class WrapUpPage(QWidget):
    """Shown after the last question, and whenever somebody looks back at a round of the past.

    Signals:
        event_requested: go back to a question, or close the round; carries a domain event.
        export_requested: carries an `Export`.
        forget_requested: delete the names now.
        left: go back, from a round that is closed.
    """

    event_requested = Signal(object)
    export_requested = Signal(object)
    forget_requested = Signal()
    left = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._words = RoundWords(self)
        self._sentences = WrapUpWords(self)
        self._title = Text(look, "title")
        self._about = Text(look, "body", colour="muted")
        self.hardest = ItemsCard(look, self.tr("Hardest at the first vote"))
        self.cue = SentencesCard(look, self.tr("The cue most missed"))
        self.disputed = ItemsCard(look, self.tr("Disputed"))
        self.standings = StandingsCard(look)
        self.all = ItemsCard(look, self.tr("All questions"))
        self.home = TakeHomeCard(look)
        self._saved = Text(look, "label", colour="muted", inset=INSET)
        self._note = PassingNote(look, self)
        self._close = ActionButton(look, self.tr("Close the round"), "filled", key="Ctrl+Enter")
        self._done = ActionButton(look, self.tr("Done"), "filled", key="Esc")
        self._build()
        self._connect_signals()

    # -- building ------------------------------------------------------------------------------

    def _build(self) -> None:
        scroll = self._scroll = ScrollPage(self._look)
        scroll.column.setSpacing(6)
        head = HeadRow(self._look, below=0)
        head.addWidget(self._title)
        scroll.column.addLayout(head)
        below = HeadRow(self._look, above=0)
        below.addWidget(self._about)
        scroll.column.addLayout(below)
        for card in (self.hardest, self.cue, self.disputed, self.standings, self.home, self.all):
            scroll.column.addWidget(card)
        scroll.column.addStretch(1)
        self._footer = footer = Footer(self._look)
        footer.put(self._saved, self._close, self._done)
        footer.follow(scroll.verticalScrollBar())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(scroll, 1)
        layout.addWidget(footer)

    def _connect_signals(self) -> None:
        for card in (self.hardest, self.disputed, self.all):
            card.place_chosen.connect(self._go_back)
        self.home.export_requested.connect(self.export_requested)
        self.home.forget_requested.connect(self.forget_requested)
        self._close.clicked.connect(self._ask_to_close)
        self._done.clicked.connect(self.left)
        keys = (("Ctrl+Return", self._close), ("Ctrl+Enter", self._close), ("Esc", self._done))
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
        self.home.show_names(are_kept=bool(record.names))
        self._saved.setText(self.tr("Saved on this computer."))
        for button, is_shown in ((self._close, is_open), (self._done, not is_open)):
            button.setVisible(is_shown)
            button.setEnabled(is_shown)
        self._put_in_turn()

    def _show_hardest(self, record: RoundRecord, *, is_open: bool) -> None:
        rows = [
            self._row(record, place, self._sentences.first_vote(vote), is_open=is_open)
            for place, vote in hardest(record.round, record.bank)
        ]
        self.hardest.show_rows(rows)
        missed = most_missed_cue(record.round, record.bank)
        sentences = []
        if missed is not None:
            known = record.bank.vocabulary.cues.get(missed[0])
            sentences = [self._sentences.cue(known.name if known else missed[0], missed[1])]
            sentences += [known.asks] if known and known.asks else []
        self.cue.show_sentences(sentences)

    def _show_lists(self, record: RoundRecord, *, is_open: bool) -> None:
        items = list(enumerate(record.round.items))
        self.disputed.show_rows(
            [self._row(record, place, item.dispute, is_open=is_open) for place, item in items if item.dispute]
        )
        self.all.show_rows(
            [
                self._row(record, place, self._sentences.went(record, place), is_open=is_open)
                for place, _ in items
            ]
        )

    def _row(self, record: RoundRecord, place: int, went: str, *, is_open: bool) -> ItemRow:
        question = record.bank.question(record.round.items[place].question.question_id)
        return ItemRow(self._look, place, question, went, is_open=is_open)

    def _show_standings(self, record: RoundRecord) -> None:
        is_planned = record.round.plan.scores is not ScoreShowing.OFF
        listed = standings(record.round, record.bank) if is_planned else ()
        self.standings.show_standings(
            [
                (str(each.rank), record.name(each.voter), self._sentences.standing(each))
                for each in listed
                if each.seen
            ]
        )

    def _put_in_turn(self) -> None:
        """Have Tab go down the page and then through the line below it."""
        above = (*self.hardest.rows, *self.disputed.rows)
        buttons = self.home.findChildren(ActionButton)
        in_turn((self, *above, *buttons, *self.all.rows, self._close, self._done))

    def tell(self, sentence: str) -> None:
        """Say something for a moment."""
        self._note.tell(sentence, self._footer)

    def take_focus(self) -> None:
        """Begin at the top: let Tab go to the first question."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._scroll.verticalScrollBar().setValue(0)

    # -- wishes --------------------------------------------------------------------------------

    def _go_back(self, place: object) -> None:
        if isinstance(place, int):
            self.event_requested.emit(GoTo(place))

    def _ask_to_close(self) -> None:
        self.event_requested.emit(Close())
