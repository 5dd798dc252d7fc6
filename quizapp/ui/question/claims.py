"""What the article argues about a question, in our words and credited."""

from collections.abc import Iterable, Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from quizapp.domain.bank import Vocabulary
from quizapp.domain.question import Question
from quizapp.ui.widgets.cards import Card
from quizapp.ui.widgets.reading import Paragraph, ReadingText
from quizapp.ui.wording import claims, credit


class ClaimBlock(Card):
    """A heading, one paragraph for each claim, and whose claims they are.

    Args:
        parent: the owner.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=(14, 12), kind="sunken")
        stripe = QFrame()
        stripe.setProperty("stripe", True)
        self._text = ReadingText("body", "")
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(stripe)
        row.addWidget(self._text, 1)
        self.body.addLayout(row)

    def show_claims_of(self, question: Question, vocabulary: Vocabulary, *, most: int | None = None) -> int:
        """Show what the article argues about a question, below a heading; it hides where that is nothing.

        Args:
            question: it cites the claims.
            vocabulary: holds their texts.
            most: how many are shown; all of them without it.

        Returns:
            How many claims the question cites.
        """
        cited = claims(question, vocabulary)
        texts = cited[:most]
        self.setVisible(bool(texts))
        words = self.tr("{credit} – in our words").format(credit=credit(vocabulary))
        self._show(self.tr("The article argues"), "", texts, words)
        return len(cited)

    def set_claims(self, heading: str, texts: Sequence[str], credit: str) -> None:
        """Show claims.

        Args:
            heading: such as "The article argues".
            texts: the claims, in our words.
            credit: author and title, and that the words are ours.
        """
        self._show(heading, heading, texts, credit)

    def _show(self, name: str, heading: str, texts: Sequence[str], credit: str) -> None:
        self._text.setAccessibleName(name)
        self._text.set_paragraphs(
            [
                *([Paragraph(heading, "body_strong")] if heading else []),
                *(Paragraph(text, "body", above=2) for text in texts),
                Paragraph(credit, "smallest", "muted", above=4),
            ]
        )


class ArticleBlock(ClaimBlock):
    """Some claims, each once, credited once; hidden where there are none.

    Args:
        claims: the ids of the claims; unknown ones are left out.
        vocabulary: holds their texts and the source.
        parent: the owner.
    """

    def __init__(self, claims: Iterable[str], vocabulary: Vocabulary, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        texts = [vocabulary.claims[each] for each in dict.fromkeys(claims) if each in vocabulary.claims]
        source = credit(vocabulary)
        words = self.tr("{credit} – in our words").format(credit=source)
        self.set_claims(self.tr("The article argues"), texts, words if source else self.tr("In our words"))
        if not texts:
            self.hide()
