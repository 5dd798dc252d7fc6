"""Scenario and answers below each other, or side by side where a window has room for two columns."""

from collections.abc import Sequence
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from quizapp.domain.bank import Definition
from quizapp.ui.compat import override
from quizapp.ui.question.scenario import ScenarioCard
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.widgets.layouts import reorder_tabs
from quizapp.ui.widgets.page import COLUMN, ScrollPage

if TYPE_CHECKING:
    from quizapp.ui.question.explanation import ExplanationCard
    from quizapp.ui.session.rows import StepPanel
    from quizapp.ui.session.words_card import WordsCard

WIDE_COLUMN = 1380
"""px at 100 % text: both columns of a wide window, and what lies between them."""

_SHARES = (742, 1016)  # of the scenario and of what is asked, the same at every step
_GAP, _WIDE_GAP = 4, 8  # px between two cards, beside the ring of each


class SessionColumns(ScrollPage):
    """The scenario, and the one panel that is shown of those that belong to it.

    Below each other they share the height there is. Side by side the scenario has the same width at every
    step; below it lie what the words mean, then the other facts, and below an explanation the article.

    Args:
        appearance: the appearance in force.
        card: the scenario.
        panel: what is asked of it.
    """

    def __init__(
        self,
        appearance: Appearance,
        card: ScenarioCard,
        panel: QWidget,
    ) -> None:
        super().__init__(above=4, reaching=True)
        self._appearance, self._card = appearance, card
        self._explaining: list[ExplanationCard] = []
        self._asking: list[QWidget] = []
        self._panels: list[QWidget] = []  # those of all three kinds
        self._steps: list[StepPanel] = []
        self._shows_words = False
        self._meant: tuple[Sequence[Definition], bool] = ((), False)
        self._is_wide = False
        self._left, self._right, self._inside = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        self._left.addWidget(card)
        self._right.addLayout(self._inside, 1)
        self.add_panel(panel)
        self._sides = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._sides.addLayout(self._left)
        self._sides.addLayout(self._right, 1)
        self.column.addLayout(self._sides)
        self._arrange()

    @cached_property
    def _words(self) -> "WordsCard":
        """What the words mean; built once a window has room for it."""
        from quizapp.ui.session.words_card import WordsCard  # noqa: PLC0415 - usual windows do without

        words = WordsCard(self._appearance)
        words.hide()
        self._left.insertWidget(1, words, 1)
        folds = [(each.folds.facts_card, each, each.folds.article_card) for each in self._explaining]
        reorder_tabs(self, self._card, words, *self._steps, *self._asking, *chain.from_iterable(folds))
        return words

    def add_panel(self, panel: QWidget) -> None:
        """Have another panel that asks for the answer, not shown yet."""
        panel.hide()
        self._inside.insertWidget(0, panel, 1)
        self._asking.append(panel)
        self._panels.append(panel)

    def add_explaining(self, panel: "ExplanationCard") -> None:
        """Have a panel that says something of the question, not shown yet."""
        panel.hide()
        panel.set_wide(wide=self._is_wide)
        self._explaining.append(panel)
        self._panels.append(panel)
        self._inside.addWidget(panel, int(not self._is_wide))
        self._inside.addWidget(panel.folds.article_card, 1)
        self._left.addWidget(panel.folds.facts_card, 1)

    def add_step(self, step: "StepPanel") -> None:
        """Have another panel that is asked after the answer, not shown yet.

        It holds a quiet button at the end of the column.
        """
        step.hide()
        self._right.insertWidget(0, step, 1)
        self._panels.append(step)
        self._steps.append(step)
        step.set_overhang(self.reach)

    @property
    def is_wide(self) -> bool:
        """Whether there are two columns."""
        return self._is_wide

    def set_wide(self, *, wide: bool) -> None:
        """Stand side by side, or below each other."""
        self._is_wide = wide
        for panel in self._explaining:
            panel.set_wide(wide=wide)
            self._inside.setStretchFactor(panel, int(not wide))  # the card below takes what is left
        self._arrange()
        self.show_words(self._meant[0], has_key=self._meant[1])
        shown = next((panel for panel in self._panels if not panel.isHidden()), None)
        if shown is not None:
            self.show_panel(shown)

    def _arrange(self) -> None:
        wide, direction = self._is_wide, QBoxLayout.Direction
        self._sides.setDirection(direction.LeftToRight if wide else direction.TopToBottom)
        self._sides.setStretch(0, _SHARES[0] if wide else 0)
        self._sides.setStretch(1, _SHARES[1] if wide else 1)
        gap = _WIDE_GAP if wide else _GAP
        for layout in (self._sides, self._left, self._right, self._inside):
            layout.setSpacing(gap)
        self.set_column(WIDE_COLUMN if wide else COLUMN)
        self._set_insets()

    def _set_insets(self) -> None:
        """Keep inside the column what no button of it reaches over; margins do not mirror by themselves."""
        inset = self.reach
        between = 0 if self._is_wide else inset
        for layout, before, after in (
            (self._left, inset, between),
            (self._right, between, 0),
            (self._inside, 0, inset),
        ):
            mirrored = self.isRightToLeft()
            layout.setContentsMargins(after if mirrored else before, 0, before if mirrored else after, 0)
        for step in self._steps:
            step.set_overhang(inset)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_insets()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.LayoutDirectionChange):
            self._set_insets()

    # -- showing -------------------------------------------------------------------------------

    def show_panel(self, panel: QWidget) -> None:
        """Show this panel and no other, from the top."""
        for each in self._panels:
            if each is not panel:
                each.hide()
        for each in self._explaining:
            each.folds.show_cards(shown=each is panel)
        self._show_words_card(shown=self._is_wide and bool(self._meant[0]) and panel not in self._explaining)
        panel.show()
        self.verticalScrollBar().setValue(0)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def _show_words_card(self, *, shown: bool) -> None:
        if shown is not self._shows_words:
            self._shows_words = shown
            self._words.setVisible(shown)

    def show_words(self, definitions: Sequence[Definition], *, has_key: bool) -> None:
        """Show what the words mean below a question; nothing hides the card."""
        self._meant = (definitions, has_key)
        if self._is_wide:
            self._words.show_words(definitions, has_key=has_key)

    def settle(self) -> None:
        """Take the height that what is shown now needs: Qt would do so after the next events."""
        QCoreApplication.sendEvent(self, QEvent(QEvent.Type.LayoutRequest))

    def fit_words(self) -> None:
        """Have what the words mean lie open where that leaves all in view, once the page is laid out."""
        if self._shows_words:
            room = self.viewport().height() - self._card.sizeHint().height() - 2 * _WIDE_GAP
            self._words.fit(self._card.width(), room)

    def toggle_words(self) -> bool:
        """Open or close what the words mean; returns whether that is on the page."""
        if self._shows_words:
            self._words.toggle()
        return self._shows_words
