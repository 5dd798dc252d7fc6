"""The rows of an explanation, and what is folded below them."""

from collections.abc import Collection, Sequence
from functools import partial

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFontMetricsF, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from quizapp.domain.bank import Vocabulary
from quizapp.domain.question import Question, Side
from quizapp.ui.compat import override
from quizapp.ui.question.claims import ClaimBlock
from quizapp.ui.question.highlight import HighlightedText, Mark
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.style.sheet import RING
from quizapp.ui.style.type import scaled
from quizapp.ui.widgets.buttons import Button, RowButton
from quizapp.ui.widgets.cards import Card, Rule
from quizapp.ui.widgets.keycaps import keycap
from quizapp.ui.widgets.layouts import FlowLayout, scroll_to
from quizapp.ui.widgets.reading import Paragraph, ReadingText
from quizapp.ui.widgets.signs import IconLabel
from quizapp.ui.widgets.text import Text
from quizapp.ui.wording import claims

_LABEL, _LABEL_BESIDE_FROM = 172, 540  # px at 100 % text
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
        above = scaled(_LABEL_ABOVE)
        if self._is_beside:
            words, label = (QFontMetricsF(self._appearance.font(use)) for use in ("body", "label_strong"))
            baseline = RING + self._appearance.line_step("body") - words.descent()
            above = round(baseline - label.ascent()) - 1  # Qt rounds the height of a line up
        self._words.setContentsMargins(0, max(0, above), 0, 0)


class Fold(RowButton):
    """A button that opens and closes what belongs below it.

    Open or closed, it stays so; where everything lies open at first, in wide windows, it is remembered
    apart from that.

    Args:
        words: what it opens.
        key: the key shown on it.
        content: what it opens.
        binds: whether it answers to the key itself, wherever the keyboard is while it is seen.

    Signals:
        opened: it is open now, or closed; carries which.
    """

    opened = Signal(bool)

    def __init__(self, words: str, key: str, content: QWidget, *, binds: bool = True) -> None:
        row = QHBoxLayout()
        super().__init__("quiet", row)
        self._content = content
        self._icon = IconLabel("chevron-right", edge=16)
        self._cap = keycap(key)
        self._is_wide, self._elsewhere = False, True
        row.setContentsMargins(ASIDE + RING, RING + 2, ASIDE + RING, RING + 2)
        row.setSpacing(4)
        row.addWidget(self._icon)
        row.addWidget(Text("label_strong", words))
        row.addWidget(self._cap)
        self.pass_mouse_through()
        self.setProperty("small", True)
        self.setProperty("fold", True)
        self.setCheckable(True)
        self.setAccessibleName(words)
        self.setAccessibleDescription(self.tr("Key: {key}").format(key=key))
        self.toggled.connect(self._on_toggled)
        if binds:
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(self.click)
        content.hide()

    def offer(self, *, anything: bool) -> None:
        """Show the button where there is anything to open; what was open stays open."""
        self.setVisible(anything)
        self._content.setVisible(anything and self.isChecked())

    def set_wide(self, *, wide: bool) -> None:
        """Be as open as it was in the other kind of window; in a wide one it is open at first."""
        if wide != self._is_wide:
            self._is_wide = wide
            here, self._elsewhere = self._elsewhere, self.isChecked()
            self.set_open(is_open=here)

    def set_open(self, *, is_open: bool) -> None:
        """Open or close it without a press: nobody wants to be taken there."""
        self.blockSignals(True)
        self.setChecked(is_open)
        self.blockSignals(False)
        self._show_content(is_open=is_open)

    @property
    def is_usually_open(self) -> bool:
        """Whether it is open in the usual windows, which are not wide."""
        return self._elsewhere if self._is_wide else self.isChecked()

    def set_usually_open(self, *, is_open: bool) -> None:
        """Open or close it in the usual windows."""
        if self._is_wide:
            self._elsewhere = is_open
        elif is_open != self.isChecked():
            self.set_open(is_open=is_open)

    def show_key(self, *, shown: bool) -> None:
        """Show the key on it, or not while the key does something else."""
        self._cap.setVisible(shown)

    def _on_toggled(self, is_open: bool) -> None:  # noqa: FBT001 - the signal's own
        self._show_content(is_open=is_open)
        for part in (self._content, self) if is_open else ():
            QTimer.singleShot(0, part, partial(scroll_to, part))  # once they are laid out

    def _show_content(self, *, is_open: bool) -> None:
        self._icon.set_icon("chevron-down" if is_open else "chevron-right")
        self.opened.emit(is_open)
        self._content.setVisible(is_open and not self.isHidden())


class FoldCard(Card):
    """A card in a column of its own for a fold: while that is open, it takes the height that is left."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=(48, 8))
        margins = self.body.contentsMargins()
        self.body.setContentsMargins(margins.left() - ASIDE, margins.top(), margins.right() - ASIDE, 15)
        self.body.setSpacing(0)
        self.body.addStretch(1)

    def take(self, fold: Fold, content: QWidget) -> None:
        """Hold this fold and what it opens."""
        self.body.insertWidget(0, fold, 0, Qt.AlignmentFlag.AlignLeading)
        self.body.insertWidget(1, content)
        fold.opened.connect(self._grow, Qt.ConnectionType.UniqueConnection)
        self._grow(fold.isChecked())

    @Slot(bool)
    def _grow(self, is_open: bool) -> None:  # noqa: FBT001 - the signal's own
        down = QSizePolicy.Policy.Preferred if is_open else QSizePolicy.Policy.Maximum
        self.setSizePolicy(QSizePolicy.Policy.Preferred, down)


class Folds(QWidget):
    """The article and what else there is to say, each behind a button.

    Args:
        others: what the second button opens.
        parent: the owner.

    Attributes:
        facts_card: holds the second in a wide window.
        article_card: holds the first there.

    Signals:
        pressed: one of them was opened or closed by hand.
    """

    pressed = Signal()

    def __init__(self, others: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._question: tuple[Question, Vocabulary] | None = None
        self._paragraphs: tuple[Paragraph, ...] = ()
        self._is_article_filled = self._is_facts_filled = False
        self._is_wide = self._has_claims = self._has_others = self._shows_cards = False
        self._claims, self._others = ClaimBlock(), ReadingText("body", others)
        self._more = Button(self.tr("More of the article"), "quiet", small=True)
        self._more.clicked.connect(self._show_all_claims)
        self._article_part, self._facts_part = QWidget(), QWidget()
        self._article = Fold(self.tr("The article"), "A", self._article_part)
        self._facts = Fold(others, "O", self._facts_part)
        self._article.opened.connect(self._fill_article)
        self._facts.opened.connect(self._fill_facts)
        self._article.toggled.connect(self.pressed)
        self._facts.toggled.connect(self.pressed)
        self.article_card, self.facts_card = FoldCard(self), FoldCard(self)
        self._buttons = FlowLayout(gap=12)
        inside = _column(QVBoxLayout(self._article_part), 0)
        inside.addLayout(_column(QVBoxLayout(), ASIDE, self._claims))
        inside.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeading)
        inside.addSpacing(_BELOW)
        _column(QVBoxLayout(self._facts_part), ASIDE, self._others).addSpacing(_BELOW)
        self._stack = _column(QVBoxLayout(self), 0)
        self._stack.addLayout(_column(QVBoxLayout(), ASIDE, Rule()))
        self._stack.addLayout(self._buttons)
        self._put()

    def _put(self) -> None:
        """Put each fold into its card, or both buttons on one line with what they open below."""
        if self._is_wide:
            self.article_card.take(self._article, self._article_part)
            self.facts_card.take(self._facts, self._facts_part)
        else:
            self._buttons.addWidget(self._article)
            self._buttons.addWidget(self._facts)
            self._stack.addWidget(self._article_part)
            self._stack.addWidget(self._facts_part)
        self._update_shown()

    def set_wide(self, *, wide: bool) -> None:
        """Have each fold in a card of its own, or both in this one."""
        if wide != self._is_wide:
            self._is_wide = wide
            self._put()
            for fold in (self._article, self._facts):
                fold.set_wide(wide=wide)

    @property
    def usually_open(self) -> tuple[str, ...]:
        """Which are open in the usual windows, by their keys."""
        known = (("A", self._article), ("O", self._facts))
        return tuple(key for key, fold in known if fold.is_usually_open)

    def set_usually_open(self, keys: Collection[str]) -> None:
        """Open these in the usual windows, and close the others."""
        self._article.set_usually_open(is_open="A" in keys)
        self._facts.set_usually_open(is_open="O" in keys)

    def show_cards(self, *, shown: bool) -> None:
        """Show the cards with the explanation they belong to, as far as there is anything in them."""
        self._shows_cards = shown
        self._update_shown()

    def show_folds(self, question: Question, vocabulary: Vocabulary, others: Sequence[Paragraph]) -> None:
        """Offer what the article argues about a question, and what else there is to say.

        Args:
            question: it cites the claims.
            vocabulary: holds their texts.
            others: what the second button opens; empty hides it.
        """
        self._question, self._paragraphs = (question, vocabulary), tuple(others)
        self._has_claims, self._has_others = bool(claims(question, vocabulary)), bool(others)
        self._is_article_filled = self._is_facts_filled = False
        for fold, fill in ((self._article, self._fill_article), (self._facts, self._fill_facts)):
            fill(fold.isChecked())
        self._update_shown()

    def _fill_article(self, is_open: bool) -> None:  # noqa: FBT001 - the signal's own
        """Put the words in once they are to be seen: most explanations are read without."""
        if is_open and not self._is_article_filled and self._question is not None:
            self._is_article_filled = True
            count = self._claims.show_claims_of(*self._question, most=_CLAIMS)
            self._more.setVisible(count > _CLAIMS)

    def _fill_facts(self, is_open: bool) -> None:  # noqa: FBT001 - the signal's own
        if is_open and not self._is_facts_filled:
            self._is_facts_filled = True
            self._others.set_paragraphs(self._paragraphs)

    def _update_shown(self) -> None:
        self._article.offer(anything=self._has_claims)
        self._facts.offer(anything=self._has_others)
        in_cards = self._is_wide and self._shows_cards
        self.article_card.setVisible(in_cards and self._has_claims)
        self.facts_card.setVisible(in_cards and self._has_others)
        self.setVisible(not self._is_wide and (self._has_claims or self._has_others))

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
