"""What a session came to: score with its doubt, reasons, and the missed ones to go through."""

import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.domain.question import Question, Side, Verdict
from quizapp.domain.scoring import OutcomeKind
from quizapp.domain.selection import BY_HAND
from quizapp.domain.session import Session
from quizapp.domain.summary import Summary
from quizapp.ui.action_button import ActionButton
from quizapp.ui.card import Card
from quizapp.ui.counting import Counting
from quizapp.ui.footer import Footer
from quizapp.ui.layouts import clear
from quizapp.ui.look import Look
from quizapp.ui.missed_row import ROW_PADDING, MissedRow
from quizapp.ui.painting import INSET
from quizapp.ui.rows import HeadRow, ReachingColumn
from quizapp.ui.score_card import ScoreCard
from quizapp.ui.scroll_page import ScrollPage
from quizapp.ui.tally_card import TallyCard
from quizapp.ui.text import Text
from quizapp.ui.wording import SEALS, Wording

_SENTENCE = re.compile(r"^.*?[.!?…](?=\s|$)", re.DOTALL)


def first_sentence(question: Question) -> str:
    """The first sentence of what is asked, by which a question is recognised."""
    text = question.scenario if isinstance(question, Verdict) else question.prompt
    found = _SENTENCE.match(text)
    return found.group() if found else text


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
        self._missed_card = Card(look, padding=(22, 18))
        self._missed_title = Text(look, "section")
        self._rows = ReachingColumn(look, ROW_PADDING, sideways=True)
        self._positions: dict[QWidget, int] = {}
        self._done = ActionButton(look, self.tr("Done"), "quiet")
        self._practise = ActionButton(look, "", "filled", key="Enter", icon="arrow-right", icon_after=True)
        self._build()

    def _build(self) -> None:
        page = ScrollPage(self._look)
        head = HeadRow(self._look)
        head.addWidget(self._title, 1)
        head.addWidget(self._seed)
        cards = QHBoxLayout()
        cards.setSpacing(6)
        cards.addWidget(self._score, 4)
        cards.addWidget(self._tally, 5)
        self._missed_card.body.addWidget(self._missed_title)
        self._missed_card.body.addLayout(self._rows)
        self._rows.setSpacing(0)
        page.column.setSpacing(6)
        page.column.addLayout(head)
        page.column.addLayout(cards)
        page.column.addWidget(self._missed_card)
        page.column.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(page, 1)
        layout.addWidget(self._footer(page))

    def _footer(self, page: ScrollPage) -> Footer:
        footer = Footer(self._look)
        saved = Text(self._look, "label", self.tr("Saved on this computer."), "muted")
        saved.setContentsMargins(self._look.px(INSET), 0, 0, 0)
        footer.row.addWidget(saved, 1)
        footer.row.addWidget(self._done)
        footer.row.addWidget(self._practise)
        footer.follow(page.verticalScrollBar())
        self._done.clicked.connect(self.done_requested)
        self._practise.clicked.connect(self._go_on)
        return footer

    def show_summary(self, session: Session, summary: Summary) -> None:
        """Show what a session came to."""
        count = self._counting.questions_in_words(len(session.asked))
        self._title.setText(self.tr("{questions}, done").format(questions=count))
        drawn = session.start.seed != BY_HAND
        self._seed.setText(self.tr("Seed {seed}").format(seed=session.start.seed) if drawn else "")
        self._score.show_score(summary.score)
        self._tally.show_summary(summary)
        self._show_missed(session, summary)
        missed = len(summary.missed)
        these = self.tr("Practise this one") if missed == 1 else self.tr("Practise these {count}")
        self._practise.setText(these.format(count=self._counting.word(missed)) if missed else self.tr("Done"))
        self._done.setVisible(bool(missed))

    def _show_missed(self, session: Session, summary: Summary) -> None:
        clear(self._rows)
        self._positions = {}
        self._missed_card.setVisible(bool(summary.missed))
        missed = len(summary.missed)
        title = self.tr("The one you missed") if missed == 1 else self.tr("The {count} you missed")
        self._missed_title.setText(title.format(count=self._counting.word(missed)))
        for position in summary.missed:
            row = self._row(session, position)
            self._positions[row] = position
            self._rows.addWidget(row)

    def _row(self, session: Session, position: int) -> MissedRow:
        asked, answer = session.asked[position], session.turns[position].answer or ""
        question, outcome = asked.question, session.outcome(position)
        if isinstance(question, Verdict):
            side: Side | None = question.answer
            said = self._wording.side(Side(answer))
        else:
            side, said = None, question.options[int(answer)].text
        words = self.tr("you said {answer}").format(answer=said)
        seal = SEALS[outcome.kind] if outcome else SEALS[OutcomeKind.NOT_THIS]
        row = MissedRow(self._look, seal, first_sentence(question), side, words, self)
        row.clicked.connect(self._explain)
        return row

    def take_focus(self) -> None:
        """Let Enter go on."""
        self._practise.setFocus(Qt.FocusReason.OtherFocusReason)

    def _explain(self) -> None:
        sender = self.sender()
        if isinstance(sender, QWidget):
            self.explanation_requested.emit(self._positions[sender])

    def _go_on(self) -> None:
        if self._positions:
            self.practise_requested.emit()
        else:
            self.done_requested.emit()
