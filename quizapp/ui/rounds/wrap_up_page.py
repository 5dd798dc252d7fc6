"""Results and rulings."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeySequence, QPaintEvent, QShortcut
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from quizapp.domain.question import Question, Strength, Verdict
from quizapp.domain.round import Phase
from quizapp.domain.round_events import Close, GoTo
from quizapp.domain.round_plan import ScoreShowing
from quizapp.domain.round_record import RoundRecord
from quizapp.domain.round_scores import standings
from quizapp.domain.wrap_up import hardest, most_missed_cue
from quizapp.ui.compat import override
from quizapp.ui.question.answer_view import first_sentence
from quizapp.ui.question.labels import MarkLabel
from quizapp.ui.rounds.plan_questions import QuestionFacts
from quizapp.ui.rounds.wording import RoundWords, WrapUpWords
from quizapp.ui.style import icons
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.style.painting import (
    CONTROL_RADIUS,
    paint_box,
    paint_focus_ring,
    painter_on,
    side_spacing,
    visible_rect,
)
from quizapp.ui.widgets.buttons import Button, PaintedButton
from quizapp.ui.widgets.cards import Card
from quizapp.ui.widgets.layouts import FlowLayout, TwoColumns, clear, enable_height_for_width, set_tab_order
from quizapp.ui.widgets.page import Footer, PassingNote, ScrollPage
from quizapp.ui.widgets.text import Text
from quizapp.ui.wording import long_date

ROW_PADDING = 14
_DOWN, _GAP, _LEAST, _NUMBER = 9, 14, 420, 26  # px at 100 % text
_CHEVRON = 18


class ItemRow(PaintedButton):
    """One question.

    Args:
        appearance: the appearance in force.
        position: its place in the round, from 0.
        question: what is asked.
        went: how it went, in a sentence.
        is_open: whether somebody can go back to it.
        parent: the owner.

    Signals:
        place_chosen: carries its place.
    """

    place_chosen = Signal(object)

    def __init__(
        self,
        appearance: Appearance,
        position: int,
        question: Question,
        went: str,
        *,
        is_open: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._appearance, self._place, self._is_open = appearance, position, is_open
        self._facts = QuestionFacts(self)
        self._row = QHBoxLayout(self)
        self._number = Text("label_strong", str(position + 1), "muted")
        columns = TwoColumns(_GAP, 2, shares=(5, 4), least=_LEAST)
        self._row.addWidget(self._number, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(columns, 1)
        stem = first_sentence(question)
        words = Text("label_strong", stem)
        words.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        columns.addWidget(words)
        columns.addWidget(self._outcome(question, went))
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._be_named(f"{position + 1}. {stem} {self._facts.key(question)}. {went}")
        appearance.changed.connect(self._apply_style)
        self._apply_style()

    def _be_named(self, name: str) -> None:
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if self._is_open else Qt.FocusPolicy.NoFocus)
        if self._is_open:
            self.setAccessibleDescription(self.tr("Go back to this question"))
            self.setAttribute(Qt.WidgetAttribute.WA_Hover)
            self.clicked.connect(self._choose)

    def _outcome(self, question: Question, went: str) -> QWidget:
        """The key, and how it went."""
        both = QWidget()
        row = FlowLayout(both, gap=_GAP, row_gap=2)
        enable_height_for_width(both)
        if isinstance(question, Verdict) and question.strength is not Strength.ARGUABLE:
            row.addWidget(MarkLabel(self._appearance, question.answer))
        elif isinstance(question, Verdict):
            row.addWidget(Text("label_strong", self.tr("Arguable")))
        else:
            row.addWidget(Text("label_strong", self._facts.key(question)))
        row.addWidget(Text("label", went, "muted"))
        return both

    def _apply_style(self) -> None:
        self._number.setMinimumWidth(self._appearance.px(_NUMBER))
        self._row.setSpacing(side_spacing(self._appearance, _GAP))
        side, down = side_spacing(self._appearance, ROW_PADDING), self._appearance.px(_DOWN)
        after = side + self._appearance.px(_CHEVRON + 8) if self._is_open else side
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left, right = (after, side) if mirrored else (side, after)
        self._row.setContentsMargins(left, down, right, down)
        self.update()

    def _choose(self) -> None:
        self.place_chosen.emit(self._place)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """A quiet block under the mouse, the arrow, and the ring when it has the focus."""
        if not self._is_open:
            return
        appearance, theme = self._appearance, self._appearance.theme
        edge, side = appearance.px(_CHEVRON), side_spacing(appearance, ROW_PADDING)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x = side if mirrored else self.width() - side - edge
        with painter_on(self) as painter:
            rect = visible_rect(self, appearance)
            if self.underMouse() or self.isDown():
                rim = theme.border if theme.is_flat else None  # where no fill shows
                paint_box(painter, rect, appearance.px(CONTROL_RADIUS), theme.sunken, rim)
            box = QRectF(x, round((self.height() - edge) / 2), edge, edge)
            icons.paint(painter, box, "chevron-right", QColor(theme.muted))
            if self.hasFocus():
                paint_focus_ring(painter, rect, appearance)


class ItemsCard(Card):
    """A heading, and questions below it.

    Attributes:
        rows: the questions shown.

    Signals:
        place_chosen: go back to a question; carries its place, from 0.
    """

    place_chosen = Signal(object)

    def __init__(self, appearance: Appearance, heading: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=(22, 14))
        self.rows: Sequence[ItemRow] = ()
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self.body.setSpacing(2)
        self.body.addWidget(Text("section", heading))
        self.body.addLayout(self._column)

    def show_rows(self, rows: Sequence[ItemRow]) -> None:
        """Show these questions; without any the card is not there."""
        clear(self._column)
        self.rows = rows
        for row in rows:
            row.place_chosen.connect(self.place_chosen)
            self._column.addWidget(row)
        self.setVisible(bool(rows))


class SentencesCard(Card):
    """A heading, and sentences below it."""

    def __init__(self, appearance: Appearance, heading: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=(22, 14))
        self.body.setSpacing(4)
        self.body.addWidget(Text("section", heading))
        self._column = QVBoxLayout()
        self._column.setSpacing(4)
        self.body.addLayout(self._column)

    def show_sentences(self, sentences: Sequence[str]) -> None:
        """Show these; without any the card is not there."""
        clear(self._column)
        for sentence in sentences:
            self._column.addWidget(Text("body", sentence))
        self.setVisible(bool(sentences))


class StandingsCard(Card):
    """Ranks, names and scores."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=(22, 14))
        self.body.addWidget(Text("section", self.tr("Standings")))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        self.body.addLayout(self._grid)

    def show_standings(self, rows: Sequence[tuple[str, str, str]]) -> None:
        """Show rank, name and score of each; without any the card is not there."""
        clear(self._grid)
        for position, (rank, name, score) in enumerate(rows):
            trailing = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignTop
            self._grid.addWidget(Text("body_strong", rank, "muted"), position, 0, trailing)
            self._grid.addWidget(Text("body", name), position, 1)
            self._grid.addWidget(Text("body", score, "muted"), position, 2, trailing)
        self.setVisible(bool(rows))


class TakeHomeCard(Card):
    """What can be saved of a round, and its names.

    Signals:
        export_requested: carries an `Export`.
        forget_requested: delete the names now.
    """

    export_requested = Signal(object)
    forget_requested = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=(22, 14))
        self._exports: dict[Button, object] = {}
        self._names = Text("body", tone="muted")
        self._forget = Button(self.tr("Delete names now …"), "quiet")
        self._build()

    def _build(self) -> None:
        self.body.setSpacing(4)
        self.body.addWidget(Text("section", self.tr("Take home")))
        lead = self.tr("The handout has questions, votes and reasons, and nobody’s name. Results have names.")
        self.body.addWidget(Text("body", lead, "muted"))
        row = FlowLayout()
        for export, words in RoundWords(self).exports():
            button = Button(words, "outline")
            button.clicked.connect(self._ask_to_export)
            self._exports[button] = export
            row.addWidget(button)
        self.body.addLayout(row)
        self.body.addWidget(self._names)
        names = FlowLayout()
        names.addWidget(self._forget)
        self.body.addLayout(names)
        self._forget.clicked.connect(self.forget_requested)

    def show_names(self, *, are_kept: bool) -> None:
        """Say whether names are kept."""
        self._forget.setVisible(are_kept)
        self._names.setText(
            self.tr("Names are kept apart, and deleted 30 days after the round.")
            if are_kept
            else self.tr("Nobody’s name is kept.")
        )

    def _ask_to_export(self) -> None:
        sender = self.sender()
        if isinstance(sender, Button):
            self.export_requested.emit(self._exports[sender])


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

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._words = RoundWords(self)
        self._sentences = WrapUpWords(self)
        self._title = Text("title")
        self._about = Text("body", tone="muted")
        self.hardest = ItemsCard(appearance, self.tr("Hardest at the first vote"))
        self.cue = SentencesCard(appearance, self.tr("The cue most missed"))
        self.disputed = ItemsCard(appearance, self.tr("Disputed"))
        self.standings = StandingsCard(appearance)
        self.all = ItemsCard(appearance, self.tr("All questions"))
        self.home = TakeHomeCard(appearance)
        self._saved = Text("label", tone="muted")
        self._note = PassingNote(self)
        self._close = Button(self.tr("Close the round"), "filled", key="Ctrl+Enter")
        self._done = Button(self.tr("Done"), "filled", key="Esc")
        self._build()
        self._connect_signals()

    # -- building ------------------------------------------------------------------------------

    def _build(self) -> None:
        scroll = self._scroll = ScrollPage()
        scroll.column.setSpacing(6)
        head = QHBoxLayout()
        head.addWidget(self._title)
        scroll.column.addLayout(head)
        below = QHBoxLayout()
        below.addWidget(self._about)
        scroll.column.addLayout(below)
        for card in (self.hardest, self.cue, self.disputed, self.standings, self.home, self.all):
            scroll.column.addWidget(card)
        scroll.column.addStretch(1)
        self._footer = footer = Footer()
        footer.put(self._saved, self._close, self._done)
        footer.track_scrolling(scroll.verticalScrollBar())
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
        self._set_tab_order()

    def _show_hardest(self, record: RoundRecord, *, is_open: bool) -> None:
        rows = [
            self._row(record, position, self._sentences.first_vote(vote), is_open=is_open)
            for position, vote in hardest(record.round, record.bank)
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
            [
                self._row(record, position, item.dispute, is_open=is_open)
                for position, item in items
                if item.dispute
            ]
        )
        self.all.show_rows(
            [
                self._row(record, position, self._sentences.went(record, position), is_open=is_open)
                for position, _ in items
            ]
        )

    def _row(self, record: RoundRecord, position: int, went: str, *, is_open: bool) -> ItemRow:
        question = record.bank.question(record.round.items[position].question.question_id)
        return ItemRow(self._appearance, position, question, went, is_open=is_open)

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

    def _set_tab_order(self) -> None:
        """Have Tab go down the page and then through the line below it."""
        above = (*self.hardest.rows, *self.disputed.rows)
        buttons = self.home.findChildren(Button)
        set_tab_order((self, *above, *buttons, *self.all.rows, self._close, self._done))

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

    def _ask_to_close(self) -> None:
        self.event_requested.emit(Close())
