"""The explanation of a verdict: outcome, why, the article's argument, the other side, what flips it."""

from collections.abc import Sequence
from itertools import zip_longest

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from quizapp.domain.bank import Vocabulary
from quizapp.domain.question import Side, Strength, Verdict
from quizapp.domain.scoring import Outcome
from quizapp.ui.card import Card
from quizapp.ui.case_block import CaseBlock
from quizapp.ui.claim_block import ClaimBlock
from quizapp.ui.layouts import filled_hint
from quizapp.ui.look import Look
from quizapp.ui.overriding import override
from quizapp.ui.text import Text
from quizapp.ui.verdict_row import VerdictRow
from quizapp.ui.wording import SEALS, Block, Said, Wording


class BlockColumn(QWidget):
    """Headed paragraphs, one below the other."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._texts: list[Text] = []  # heading, text, heading, text: kept, as making them takes longest
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(2)

    @override
    def sizeHint(self) -> QSize:
        return filled_hint(self, self._layout)

    def set_blocks(self, blocks: Sequence[Block]) -> None:
        """Show these blocks instead of the ones before."""
        words = [part for block in blocks for part in (block.heading, block.text)]
        names = [part for block in blocks for part in (frozenset[str](), block.names)]
        while len(self._texts) < len(words):
            self._add_block()
        for text, shown, named in zip_longest(self._texts, words, names):
            text.setText(shown or "")
            text.set_names(named or frozenset())
            text.setVisible(shown is not None)
        self.setVisible(bool(blocks))

    def _add_block(self) -> None:
        heading, text = Text(self._look, "body_strong", parent=self), Text(self._look, "body", parent=self)
        if self._texts:
            heading.setContentsMargins(0, 12, 0, 0)
        for part in (heading, text):
            self._layout.addWidget(part)
            self._texts.append(part)


class ExplanationPanel(Card):
    """Explains an answered verdict. Never a bare "wrong", and no winner where both can be argued."""

    def __init__(self, look: Look, wording: Wording, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._wording = wording
        self._row = VerdictRow(look)
        self._cases = {side: CaseBlock(look, side) for side in Side}
        self._left, self._right = BlockColumn(look), BlockColumn(look)
        self._claims = ClaimBlock(look)
        rule = QFrame()
        rule.setFrameShape(QFrame.Shape.HLine)
        rule.setForegroundRole(rule.palette().ColorRole.Light)
        rule.setFixedHeight(1)
        self.body.setSpacing(12)
        self.body.addWidget(self._row)
        self.body.addWidget(rule)
        self.body.addLayout(self._case_row())
        self.body.addLayout(self._columns())
        self.body.addStretch(1)

    def _case_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(16)
        for case in self._cases.values():
            row.addWidget(case, 1)
        return row

    def _columns(self) -> QHBoxLayout:
        right = QVBoxLayout()
        right.setSpacing(12)
        right.addWidget(self._claims)
        right.addWidget(self._right)
        right.addStretch(1)
        left = QVBoxLayout()
        left.setContentsMargins(0, 0, 16, 0)  # the blocks share the gutter of cases and answer tiles
        left.addWidget(self._left)
        left.addStretch(1)
        columns = QHBoxLayout()
        columns.setSpacing(16)
        columns.addLayout(left, 1)
        columns.addLayout(right, 1)
        return columns

    def show_explanation(self, verdict: Verdict, vocabulary: Vocabulary, said: Said, outcome: Outcome) -> str:
        """Explain the outcome; returns the sentence to be announced to screen readers."""
        reasoned = said.reason is not None
        headline = self._wording.headline(verdict, outcome.kind, reasoned=reasoned)
        repeated = self._wording.said(said)
        self._row.show_outcome(SEALS[outcome.kind], headline, repeated)
        self._row.show_verdict(verdict)
        self._claims.show_claims_of(verdict, vocabulary)
        arguable = verdict.strength is Strength.ARGUABLE
        for side, case in self._cases.items():
            case.setVisible(arguable)
            if arguable:
                heading = self.tr("The case for {side}").format(side=self._wording.side(side))
                case.set_case(heading, verdict.case_for(side), yours=side is said.side)
        if arguable:
            blocks = [self._wording.settles(verdict), self._wording.arguable_why(verdict)]
            left, right = (
                [block for block in blocks if block.text],
                self._wording.tempting(verdict, vocabulary),
            )
        else:
            left, right = self._wording.story(verdict, vocabulary, said, outcome.kind)
        self._left.set_blocks(left)
        self._right.set_blocks(right)
        return f"{headline}. {repeated}"
