"""Choosing what to practise: which questions, on what, how many, and whether with their reasons."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.domain.selection import ALL_THAT_FIT, Selection, Which
from quizapp.ui.action_button import ActionButton
from quizapp.ui.announce import announce
from quizapp.ui.card import Card
from quizapp.ui.chip_group import ChipGroup
from quizapp.ui.control_row import ControlRow
from quizapp.ui.flow_layout import FlowLayout
from quizapp.ui.footer import Footer
from quizapp.ui.look import Look
from quizapp.ui.option_list import OptionList
from quizapp.ui.option_row import REACH, OptionRow
from quizapp.ui.overriding import override
from quizapp.ui.painting import INSET
from quizapp.ui.practice_view import PracticeView
from quizapp.ui.practice_words import PracticeWords, asked, lengths_for
from quizapp.ui.rows import HeadRow, ReachingColumn
from quizapp.ui.scroll_page import ScrollPage
from quizapp.ui.text import Text
from quizapp.ui.topics import shown_topic

_STARTING = ("Return", "Enter", "Ctrl+Return", "Ctrl+Enter")


class PracticePage(QWidget):
    """What was chosen stays chosen while the program runs; the bank is that in use until another is chosen.

    Signals:
        start_requested: begin a set; carries its `Selection`.
        looked_at: bank or topics were chosen, or the page was opened; carries a `Selection` whose
            counts should be shown.
        banks_requested: show the banks, for none is open.
    """

    start_requested = Signal(object)
    looked_at = Signal(object)
    banks_requested = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._words = PracticeWords(self)
        self._view = PracticeView()
        self._wish = Selection()
        self._lengths = lengths_for(0)
        self._banks = OptionList(look, self.tr("Bank"))
        self._topics = ChipGroup(look, self.tr("Topics"))
        self._which = OptionList(look, self.tr("Which questions"))
        self._length = ChipGroup(look, self.tr("How many"), one_of=True)
        self._reason = OptionRow(look)
        self._outcome = Text(look, "label", colour="muted", inset=INSET)
        self._start = ActionButton(look, "", "filled", key="Enter", icon="arrow-right", icon_after=True)
        self._open = ActionButton(look, self.tr("Show banks"), "filled", key="Enter")
        self._build()
        self._connect_signals()
        self.show_practice(PracticeView())

    # -- building ------------------------------------------------------------------------------

    def _build(self) -> None:
        self.setAccessibleName(self.tr("Practice"))
        self._scroll = scroll = ScrollPage(self._look)
        head = HeadRow(self._look)
        head.addWidget(Text(self._look, "title", self.tr("Practice")))
        scroll.column.setSpacing(6)
        scroll.column.addLayout(head)
        self._bank_card = self._card(self.tr("Bank"), "", self._banks)
        self._topic_card = self._card(
            self.tr("Topics"), self.tr("None chosen means all of them."), self._topics, reach=INSET
        )
        self._which_card = self._card(self.tr("Which questions"), "", self._which)
        self._set_card = self._card(self.tr("How many"), "", self._length, reach=INSET)
        self._add_reason_step()
        self._empty = self._empty_card()
        for card in (self._bank_card, self._topic_card, self._which_card, self._set_card, self._empty):
            scroll.column.addWidget(card)
        scroll.column.addStretch(1)
        self._footer = self._make_footer(scroll)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(scroll, 1)
        layout.addWidget(self._footer)

    def _card(self, title: str, hint: str, controls: QWidget, reach: int = REACH) -> Card:
        """A card with its title, and controls that reach over it to where their contents align."""
        card = Card(self._look, padding=(22, 14))
        card.body.setSpacing(2)
        heading = FlowLayout(gap=10)
        heading.addWidget(Text(self._look, "body_strong", title))
        if hint:
            heading.addWidget(Text(self._look, "body", hint, "muted"))
        card.body.addLayout(heading)
        column = ReachingColumn(self._look, reach, sideways=reach == REACH)
        column.addWidget(controls)
        card.body.addLayout(column)
        return card

    def _add_reason_step(self) -> None:
        note = self.tr(
            "With it, an arguable scenario is marked by the reason you give. "
            "Without it, such a scenario is shown and not marked."
        )
        self._reason.show_option(self.tr("Ask “What decides it?” after each answer"), note)
        self._reason.setChecked(True)
        column = ReachingColumn(self._look, REACH, sideways=True)
        column.addWidget(self._reason)
        self._set_card.body.addLayout(column)

    def _empty_card(self) -> Card:
        card = Card(self._look, padding=(22, 18))
        card.body.addWidget(Text(self._look, "hero", self.tr("No bank is open")))
        lead = self.tr("Open one under Banks, and choose here what to practise of it.")
        card.body.addWidget(Text(self._look, "lead", lead, "muted"))
        card.body.addSpacing(16)
        buttons = ControlRow(self._look)
        buttons.addWidget(self._open)
        card.body.addLayout(buttons)
        return card

    def _make_footer(self, scroll: ScrollPage) -> Footer:
        footer = Footer(self._look)
        footer.put(self._outcome, self._start)
        footer.follow(scroll.verticalScrollBar())
        return footer

    def _connect_signals(self) -> None:
        self._banks.chosen.connect(self._choose_bank)
        self._topics.changed.connect(self._choose_topics)
        self._which.chosen.connect(self._choose_which)
        self._length.changed.connect(self._choose_length)
        self._reason.clicked.connect(self._choose_reason_step)
        self._start.clicked.connect(self._go)
        self._open.clicked.connect(self.banks_requested)
        for keys in _STARTING:
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(self._press)

    # -- showing -------------------------------------------------------------------------------

    @property
    def selection(self) -> Selection:
        """What the choices come to; where nothing fits them any more, all questions are meant."""
        chosen = replace(self._wish, bank_id=self._view.bank_id)
        return chosen if self._view.counts.get(chosen.which, 0) else replace(chosen, which=Which.ALL)

    def show_practice(self, view: PracticeView) -> None:
        """Show what can be chosen from; a bank and topics that are gone are no longer chosen."""
        self._view = view
        topics = tuple(topic for topic in self._wish.topics if topic in view.topics)
        bank_id = self._wish.bank_id if self._wish.bank_id == view.bank_id else ""
        self._wish = replace(self._wish, bank_id=bank_id, topics=topics)
        ids = [bank.id for bank in view.banks]
        self._banks.show_options([self._words.bank(bank) for bank in view.banks], _place(ids, view.bank_id))
        self._topics.show_chips([shown_topic(topic) for topic in view.topics])
        self._topics.choose([view.topics.index(topic) for topic in topics])
        self._footer.setVisible(bool(ids))
        self._bank_card.setVisible(len(ids) > 1)
        self._topic_card.setVisible(bool(ids and view.topics))
        for card in (self._which_card, self._set_card):
            card.setVisible(bool(ids))
        self._empty.setVisible(not ids)
        self._show_choices()

    def show_reason_step(self, *, is_asked: bool) -> None:
        """Choose whether reasons are asked for, as it was chosen elsewhere."""
        self._reason.setChecked(is_asked)
        self._choose_reason_step()

    def _show_choices(self) -> None:
        """Bring counts, lengths, button and outcome in line with what is chosen."""
        chosen, narrowed = self.selection, bool(self._wish.topics)
        options = [self._words.which(which, self._view, narrowed=narrowed) for which in Which]
        self._which.show_options(options, list(Which).index(chosen.which))
        fit = self._view.counts.get(chosen.which, 0)
        self._lengths = lengths_for(fit)
        lengths = [self._words.length(length, fit) for length in self._lengths]
        self._length.show_chips([words for words, _ in lengths], [says for _, says in lengths])
        wanted = chosen.length if chosen.length in self._lengths else ALL_THAT_FIT
        self._length.choose([self._lengths.index(wanted)])
        count = asked(chosen.which, chosen.length, fit)
        self._start.setText(self._words.start(count))
        self._start.setEnabled(count > 0)
        outcome = self._words.outcome(fit, count)
        if outcome != self._outcome.text() and self.isVisible():
            announce(self, outcome)
        self._outcome.setText(outcome)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Ask for fresh counts: much may have been answered since."""
        super().showEvent(event)
        self.looked_at.emit(self._wish)

    def take_focus(self) -> None:
        """Begin at the top: let Enter start, and Tab go to the first choice."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._scroll.verticalScrollBar().setValue(0)

    # -- choosing ------------------------------------------------------------------------------

    def _choose_bank(self, place: object) -> None:
        if isinstance(place, int):
            self._wish = replace(self._wish, bank_id=self._view.banks[place].id)
            self.looked_at.emit(self._wish)

    def _choose_topics(self) -> None:
        topics = tuple(self._view.topics[place] for place in self._topics.chosen)
        self._wish = replace(self._wish, topics=topics)
        self.looked_at.emit(self._wish)

    def _choose_which(self, place: object) -> None:
        if isinstance(place, int):
            self._wish = replace(self._wish, which=list(Which)[place])
            self._show_choices()

    def _choose_length(self) -> None:
        for place in self._length.chosen:
            self._wish = replace(self._wish, length=self._lengths[place])
        self._show_choices()

    def _choose_reason_step(self) -> None:
        self._wish = replace(self._wish, reason_step=self._reason.isChecked())

    def _press(self) -> None:
        (self._start if self._view.banks else self._open).click()

    def _go(self) -> None:
        self.start_requested.emit(self.selection)


def _place(of: Sequence[object], wanted: object) -> int:
    """Where something stands in a list; the first place where it is not in it."""
    return next((place for place, each in enumerate(of) if each == wanted), 0)
