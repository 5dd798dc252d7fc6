"""What only seems to decide."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from quizapp.domain.bank import Misconception, Vocabulary
from quizapp.ui.article_block import ArticleBlock
from quizapp.ui.card import Card
from quizapp.ui.look import Look
from quizapp.ui.text import Text
from quizapp.ui.two_columns import TwoColumns

_GUTTER, _ROW_GAP = 24, 2


class MisconceptionsCard(Card):
    """Every misconception with why it decides nothing, and once what the article has to say to them."""

    def __init__(self, look: Look, vocabulary: Vocabulary, parent: QWidget | None = None) -> None:
        super().__init__(look, parent, padding=(22, 18))
        known = vocabulary.misconceptions.values()
        self.body.setSpacing(12)
        for each in known:
            self.body.addLayout(self._entry(look, each))
        claims = [claim for each in known for claim in each.claims]
        self.body.addWidget(ArticleBlock(look, claims, vocabulary))

    @staticmethod
    def _entry(look: Look, misconception: Misconception) -> TwoColumns:
        entry = TwoColumns(look, _GUTTER, _ROW_GAP, shares=(1, 2))
        name = Text(look, "body_strong", misconception.name)
        name.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
        entry.addWidget(name)
        entry.addWidget(Text(look, "body", misconception.because))
        return entry
