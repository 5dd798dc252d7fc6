"""What the article argues: the only sunken block with a stripe, its credit inside."""

from collections.abc import Sequence
from itertools import zip_longest

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from quizapp.domain.bank import Vocabulary
from quizapp.domain.question import Question
from quizapp.ui.layouts import filled_hint
from quizapp.ui.look import Look
from quizapp.ui.overriding import override
from quizapp.ui.painting import CONTROL_RADIUS, paint_box, painter_on
from quizapp.ui.text import Text
from quizapp.ui.wording import claims, credit

_STRIPE = 5  # px at 100 % text


class ClaimBlock(QFrame):
    """A heading, one paragraph for each claim, and whose claims they are.

    Args:
        look: the look in force.
        parent: the owner.
    """

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._heading = Text(look, "body_strong", "", "ink", self)
        self._claims: list[Text] = []
        self._credit = Text(look, "smallest", "", "muted", self)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._heading)
        self._column.addWidget(self._credit)
        self._relook()
        look.changed.connect(self._relook)

    def show_claims_of(self, question: Question, vocabulary: Vocabulary) -> None:
        """Show what the article argues about a question; the block hides where that is nothing."""
        texts = claims(question, vocabulary)
        self.setVisible(bool(texts))
        words = self.tr("{credit} – in our words").format(credit=credit(vocabulary))
        self.set_claims(self.tr("The article argues"), texts, words)

    def set_claims(self, heading: str, texts: Sequence[str], credit: str) -> None:
        """Show claims.

        Args:
            heading: such as "The article argues".
            texts: the claims, in our words.
            credit: author and title, and that the words are ours.
        """
        self._heading.setText(heading)
        self._credit.setText(credit)
        while len(self._claims) < len(texts):
            self._add_claim()
        for claim, shown in zip_longest(self._claims, texts):
            claim.setText(shown or "")
            claim.setVisible(shown is not None)
        self.setAccessibleName(heading)
        self.setAccessibleDescription("\n".join([*texts, credit]))

    def _add_claim(self) -> None:
        claim = Text(self._look, "body", "", "ink", self)
        self._claims.append(claim)
        self._column.insertWidget(len(self._claims), claim)
        self._credit.raise_()  # screen readers read in the order of stacking

    @override
    def sizeHint(self) -> QSize:
        return filled_hint(self, self._column)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the block and, clipped to it, the stripe at its leading edge."""
        theme, radius, stripe = self._look.theme, self._look.px(CONTROL_RADIUS), self._look.px(_STRIPE)
        block = QRectF(self.rect())
        path = QPainterPath()
        path.addRoundedRect(block, radius, radius)
        leads_right = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x = block.right() - stripe if leads_right else block.left()
        with painter_on(self) as painter:
            painter.fillPath(path, QColor(theme.sunken))
            bar = QPainterPath()
            bar.addRect(QRectF(x, block.top(), stripe, block.height()))
            painter.fillPath(path.intersected(bar), QColor(theme.ink))
            if theme.sunken == theme.surface:
                paint_box(painter, block, radius, None, theme.line)

    def _relook(self) -> None:
        px = self._look.px
        self._column.setContentsMargins(px(24), px(12), px(24), px(12))
        self._column.setSpacing(px(2))
        self.update()
