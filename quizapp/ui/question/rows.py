"""The rows of an explanation, and what is folded below them."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QFontMetricsF, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from quizapp.domain.bank import Vocabulary
from quizapp.domain.question import Question, Side
from quizapp.ui.compat import override
from quizapp.ui.question.claims import ClaimBlock
from quizapp.ui.question.highlight import HighlightedText, Mark
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.style.sheet import RING
from quizapp.ui.style.type import scaled
from quizapp.ui.widgets.buttons import Button, RowButton
from quizapp.ui.widgets.cards import Rule
from quizapp.ui.widgets.keycaps import keycap
from quizapp.ui.widgets.layouts import FlowLayout, scroll_to
from quizapp.ui.widgets.signs import IconLabel
from quizapp.ui.widgets.text import Paragraph, ReadingText, Text

_LABEL, _LABEL_BESIDE_FROM = 172, 620  # px at 100 % text
_BELOW = 8  # px below what is folded out
_LABEL_ABOVE = 6  # px at 100 % text above a label that stands over its document
_CLAIMS = 2  # so many of a question's claims are shown at first
ASIDE = 10
"""The px that the buttons of folds reach beyond the words around them, which theirs stand in line with."""


class FactRow(QWidget):
    """A label, and one document beside it: a fact as the scenario's marks have it, and what is said of it.

    Args:
        appearance: the appearance in force.
        parent: the owner.
    """

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._label = Text("label_strong", tone="muted")
        self._below = Text("label", tone="muted")
        self._text = HighlightedText(appearance, "body", "")
        self._words = QVBoxLayout()
        self._words.setSpacing(0)
        self._words.addWidget(self._label)
        self._words.addWidget(self._below)
        self._words.addStretch(1)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(0)
        self._grid.setVerticalSpacing(0)
        self._grid.addLayout(self._words, 0, 0)
        self._is_beside: bool | None = None
        self._place()

    def show_row(
        self, label: str, text: str, fact: str = "", below: str = "", marks: Sequence[Side | None] = ()
    ) -> None:
        """Show a row.

        Args:
            label: what it is about.
            text: what is said; newlines divide paragraphs.
            fact: the fact it speaks of; empty for none.
            below: a word below the label; empty for none.
            marks: the label the fact decides for, None where it decides nothing; empty for no mark.
        """
        self._label.setText(label)
        self._below.setText(below)
        self._below.setVisible(bool(below))
        self._text.setAccessibleName(label)
        head = [Paragraph(fact, "body_strong")] if fact else []
        lines = [Paragraph(line, "body") for line in text.split("\n") if line]
        if head and lines:
            lines[0] = Paragraph(lines[0].text, "body", above=2)
        self._text.set_paragraphs([*head, *lines])
        self._text.show_marks([Mark(0, len(fact), side) for side in marks if fact])
        self._align()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._place()
            self._align()

    def _place(self) -> None:
        """Put the label beside the document, or above it where the row is narrow."""
        is_beside = self.width() >= scaled(_LABEL_BESIDE_FROM)
        self._grid.setColumnMinimumWidth(0, scaled(_LABEL) if is_beside else 0)
        if is_beside == self._is_beside:
            return
        self._is_beside = is_beside
        self._grid.setColumnStretch(1 if is_beside else 0, 1)
        self._grid.setColumnStretch(0 if is_beside else 1, 0)
        self._grid.addWidget(self._text, 0 if is_beside else 1, 1 if is_beside else 0)
        self._align()

    def _align(self) -> None:
        """Have the label stand level with the first line beside it, or clear of the row above."""
        self._label.ensurePolished()
        above = scaled(_LABEL_ABOVE)
        if self._is_beside:
            font = self._appearance.font("body")
            baseline = RING + self._appearance.line_step("body") - QFontMetricsF(font).descent()
            above = round(baseline - self._label.fontMetrics().ascent())
        self._words.setContentsMargins(0, max(0, above), 0, 0)


class Fold(RowButton):
    """A button that opens and closes what lies below it.

    Args:
        words: what it opens.
        key: the key that presses it while the explanation is shown.
        content: what it opens.
    """

    def __init__(self, words: str, key: str, content: QWidget) -> None:
        row = QHBoxLayout()
        super().__init__("quiet", row)
        self._content = content
        self._icon = IconLabel("chevron-right", edge=16)
        row.setContentsMargins(ASIDE + RING, RING + 2, ASIDE + RING, RING + 2)
        row.setSpacing(4)
        row.addWidget(self._icon)
        row.addWidget(Text("label_strong", words))
        row.addWidget(keycap(key))
        self.pass_mouse_through()
        self.setProperty("small", True)
        self.setCheckable(True)
        self.setAccessibleName(words)
        self.setAccessibleDescription(self.tr("Key: {key}").format(key=key))
        self.toggled.connect(self._on_toggled)
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(self.click)
        content.hide()

    def offer(self, *, anything: bool) -> None:
        """Show the button where there is anything to open; what was open stays open."""
        self.setVisible(anything)
        self._content.setVisible(anything and self.isChecked())

    def _on_toggled(self, is_open: bool) -> None:  # noqa: FBT001 - the signal's own
        self._icon.set_icon("chevron-down" if is_open else "chevron-right")
        self._content.setVisible(is_open)
        for part in (self._content, self) if is_open else ():
            QTimer.singleShot(0, part, partial(scroll_to, part))  # once they are laid out


class Folds(QWidget):
    """The article and what else there is to say, each behind a button; open or closed, they stay so.

    Args:
        others: what the second button opens.
        parent: the owner.
    """

    def __init__(self, others: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._question: tuple[Question, Vocabulary] | None = None
        self._claims, self._others = ClaimBlock(), ReadingText("body", others)
        self._more = Button(self.tr("More of the article"), "quiet", small=True)
        self._more.clicked.connect(self._show_all_claims)
        article, facts = QWidget(), QWidget()
        self._article = Fold(self.tr("The article"), "A", article)
        self._facts = Fold(others, "O", facts)
        buttons = FlowLayout(gap=12)
        buttons.addWidget(self._article)
        buttons.addWidget(self._facts)
        inside = _column(QVBoxLayout(article), 0)
        inside.addLayout(_column(QVBoxLayout(), ASIDE, self._claims))
        inside.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeading)
        inside.addSpacing(_BELOW)
        _column(QVBoxLayout(facts), ASIDE, self._others).addSpacing(_BELOW)
        column = _column(QVBoxLayout(self), 0)
        column.addLayout(_column(QVBoxLayout(), ASIDE, Rule()))
        column.addLayout(buttons)
        column.addWidget(article)
        column.addWidget(facts)

    def show_folds(self, question: Question, vocabulary: Vocabulary, others: Sequence[Paragraph]) -> None:
        """Offer what the article argues about a question, and what else there is to say.

        Args:
            question: it cites the claims.
            vocabulary: holds their texts.
            others: what the second button opens; empty hides it.
        """
        self._question = (question, vocabulary)
        count = self._claims.show_claims_of(question, vocabulary, most=_CLAIMS)
        self._more.setVisible(count > _CLAIMS)
        self._article.offer(anything=count > 0)
        self._others.set_paragraphs(others)
        self._facts.offer(anything=bool(others))
        self.setVisible(count > 0 or bool(others))

    def _show_all_claims(self) -> None:
        if self._question is not None:
            self._article.setFocus(Qt.FocusReason.OtherFocusReason)  # before what has the focus goes
            self._claims.show_claims_of(*self._question)
            self._more.hide()


def _column(column: QVBoxLayout, aside: int, *widgets: QWidget) -> QVBoxLayout:
    """Put widgets one right below the other, with px left free at their sides."""
    column.setContentsMargins(aside, 0, aside, 0)
    column.setSpacing(0)
    for widget in widgets:
        column.addWidget(widget)
    return column
