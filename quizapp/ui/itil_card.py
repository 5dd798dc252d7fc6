"""Said once and plainly: in ITIL products and services are not opposites."""

from PySide6.QtWidgets import QWidget

from quizapp.domain.bank import Vocabulary
from quizapp.ui.article_block import ArticleBlock
from quizapp.ui.card import Card
from quizapp.ui.look import Look
from quizapp.ui.text import Text

_NO_CLEAR_ANSWER = ("A1", "A2")  # the article says so before it defines anything


class ItilCard(Card):
    """How ITIL sees the two, and how far the article itself trusts the choice."""

    def __init__(self, look: Look, vocabulary: Vocabulary, parent: QWidget | None = None) -> None:
        super().__init__(look, parent, padding=(22, 18))
        words = self.tr(
            "In ITIL, products and services are not opposites: services are built on products, and one "
            "product can stand behind many services. The choice between the two words is the article’s "
            "device. It makes you look at what the provider still does once something has been supplied. "
            "An examination asks for the definitions and for what follows from them in a short case."
        )
        self.body.addWidget(Text(look, "lead", words))
        self.body.addSpacing(8)
        self.body.addWidget(ArticleBlock(look, _NO_CLEAR_ANSWER, vocabulary))
