"""What the article argues, by the ids of its claims."""

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from quizapp.domain.bank import Vocabulary
from quizapp.ui.claim_block import ClaimBlock
from quizapp.ui.look import Look
from quizapp.ui.wording import credit


class ArticleBlock(ClaimBlock):
    """Some claims, each once, credited once; hidden where there are none.

    Args:
        look: the look in force.
        claims: the ids of the claims; unknown ones are left out.
        vocabulary: holds their texts and the source.
        parent: the owner.
    """

    def __init__(
        self, look: Look, claims: Iterable[str], vocabulary: Vocabulary, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent)
        texts = [vocabulary.claims[each] for each in dict.fromkeys(claims) if each in vocabulary.claims]
        source = credit(vocabulary)
        words = self.tr("{credit} – in our words").format(credit=source)
        self.set_claims(self.tr("The article argues"), texts, words if source else self.tr("In our words"))
        if not texts:
            self.hide()
