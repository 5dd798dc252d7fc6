"""What a session came to: score with its doubt, reasons, and the missed ones to go through."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.domain.selection import is_printed
from quizapp.domain.session import Session
from quizapp.domain.summary import Summary
from quizapp.ui.action_button import ActionButton
from quizapp.ui.answer_row import AnswerRow
from quizapp.ui.answer_view import AnswerViews
from quizapp.ui.card import Card
from quizapp.ui.counting import Counting
from quizapp.ui.footer import Footer
from quizapp.ui.layouts import clear, in_turn
from quizapp.ui.look import Look
from quizapp.ui.missed_row import ROW_PADDING, MissedRow
from quizapp.ui.painting import INSET
from quizapp.ui.pair_row import PairRow
from quizapp.ui.rows import HeadRow, ReachingColumn
from quizapp.ui.score_card import ScoreCard
from quizapp.ui.scroll_page import ScrollPage
from quizapp.ui.tally_card import TallyCard, TopicsCard
from quizapp.ui.text import Text
from quizapp.ui.two_columns import TwoColumns
from quizapp.ui.wording import Wording

_LEAST = 760  # px at 100 % text: less, and the first two cards stand one below the other


class ListCard(Card):
    """A heading, and rows that reach over its padding."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent, padding=(22, 14))
        self.heading = Text(look, "section")
        self.rows = ReachingColumn(look, ROW_PADDING, sideways=True)
        self.rows.setSpacing(0)
        self.body.setSpacing(2)
        self.body.addWidget(self.heading)
        self.body.addLayout(self.rows)


class SummaryPage(QWidget):
    """The last page of a session.

    Signals:
        done_requested: back to Today.
        practise_requested: ask the missed questions again.
        explanation_requested: look back at the question at this position.
    """

    done_requested = Signal()
    practise_requested = Signal()
    explanation_requested = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._wording = Wording(self)
        self._counting = Counting(self)
        self._title = Text(look, "title")
        self._seed = Text(look, "choice", colour="muted")
        self._score = ScoreCard(look)
        self._tally = TallyCard(look)
        self._missed = ListCard(look)
        self._twins = ListCard(look)
        self._topics = TopicsCard(look)
        self._has_missed = False
        self._done = ActionButton(look, self.tr("Done"), "quiet", key="Esc")
        self._practise = ActionButton(look, "", "filled", key="Enter", icon="arrow-right", icon_after=True)
        self._build()

    def _build(self) -> None:
        page = ScrollPage(self._look)
        head = HeadRow(self._look, 0, 0)
        head.addWidget(self._title, 1)
        head.addWidget(self._seed)
        cards = TwoColumns(self._look, 6, 6, shares=(4, 5), least=_LEAST)
        cards.addWidget(self._score)
        cards.addWidget(self._tally)
        page.column.setSpacing(6)
        page.column.addLayout(head)
        page.column.addLayout(cards)
        for card in (self._missed, self._twins, self._topics):
            page.column.addWidget(card)
        page.column.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(page, 1)
        layout.addWidget(self._footer(page))
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self).activated.connect(self.done_requested)

    def _footer(self, page: ScrollPage) -> Footer:
        footer = Footer(self._look)
        saved = Text(self._look, "label", self.tr("Saved on this computer."), "muted", inset=INSET)
        footer.put(saved, self._done, self._practise)
        footer.follow(page.verticalScrollBar())
        self._done.clicked.connect(self.done_requested)
        self._practise.clicked.connect(self._go_on)
        return footer

    def show_summary(self, session: Session, summary: Summary, flagged: frozenset[int] = frozenset()) -> None:
        """Show what a session came to.

        Args:
            session: the session.
            summary: what it came to.
            flagged: the positions of its flagged questions.
        """
        count = self._counting.questions_in_words(len(session.asked))
        self._title.setText(self.tr("{questions}, done").format(questions=count))
        seed = session.start.seed
        self._seed.setText(self.tr("Seed {seed}").format(seed=seed) if is_printed(seed) else "")
        again = sum(turn.after_explanation for turn in session.turns)
        self._score.show_score(summary.score, again)
        self._tally.show_summary(summary, reason_step=session.start.rules.reason_step)
        self._topics.show_topics(summary.by_topic if summary.by_cue else ())  # else it stands above
        views = AnswerViews(session, self._wording, flagged)
        self._show_missed(views, summary.missed)
        self._show_twins(views)
        self._put_in_turn()

    def _show_missed(self, views: AnswerViews, missed: tuple[int, ...]) -> None:
        clear(self._missed.rows)
        self._has_missed = bool(missed)
        self._missed.setVisible(self._has_missed)
        word, only = self._counting.word(len(missed)), len(missed) == 1
        title = self.tr("The one you missed") if only else self.tr("The {count} you missed")
        self._missed.heading.setText(title.format(count=word))
        for position in missed:
            row = MissedRow(self._look, views.answer(position), self)
            row.clicked.connect(self._explain)
            self._missed.rows.addWidget(row)
        these = self.tr("Practise this one") if only else self.tr("Practise these {count}")
        self._practise.setText(these.format(count=word) if missed else self.tr("Done"))
        self._practise.set_icon("arrow-right" if missed else "", after=True)
        self._done.setVisible(self._has_missed)

    def _show_twins(self, views: AnswerViews) -> None:
        clear(self._twins.rows)
        pairs = views.twins()
        self._twins.setVisible(bool(pairs))
        self._twins.heading.setText(self.tr("Twins: one fact apart"))
        for pair in pairs:
            row = PairRow(self._look, pair, self)
            row.explanation_requested.connect(self.explanation_requested)
            self._twins.rows.addWidget(row)

    def _put_in_turn(self) -> None:
        """Have Tab go down the page and then through the line below it."""
        rows = [row for card in (self._missed, self._twins) for row in card.findChildren(AnswerRow)]
        in_turn((self._score.last_control, *rows, self._done, self._practise))

    def take_focus(self) -> None:
        """Let Enter go on."""
        self._practise.setFocus(Qt.FocusReason.OtherFocusReason)

    def _explain(self) -> None:
        sender = self.sender()
        if isinstance(sender, MissedRow):
            self.explanation_requested.emit(sender.position)

    def _go_on(self) -> None:
        if self._has_missed:
            self.practise_requested.emit()
        else:
            self.done_requested.emit()
