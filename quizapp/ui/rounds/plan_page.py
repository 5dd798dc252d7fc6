"""Planning a round: its questions in their order, and how the room answers them."""

from collections.abc import Sequence
from dataclasses import replace
from random import Random

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.domain.bank import Bank
from quizapp.domain.round_plan import LONGEST_TITLE, RoundPlan
from quizapp.domain.session import refer
from quizapp.ui.action_button import ActionButton
from quizapp.ui.announce import announce
from quizapp.ui.flow_layout import FlowLayout
from quizapp.ui.footer import Footer
from quizapp.ui.layouts import let_wrap
from quizapp.ui.look import Look
from quizapp.ui.notice_line import NoticeLine
from quizapp.ui.option_list import Option, OptionList
from quizapp.ui.painting import INSET
from quizapp.ui.rounds.bands_card import BandsCard
from quizapp.ui.rounds.plan_cards import AnsweringCard, TimingCard
from quizapp.ui.rounds.plan_fields import TextField
from quizapp.ui.rounds.plan_questions import PlanQuestions
from quizapp.ui.rounds.question_facts import LONGEST_ON_WALL, word_count
from quizapp.ui.rounds.round_words import RoundWords
from quizapp.ui.rounds.rounds_view import PlanDraft, PlanView
from quizapp.ui.rows import ReachingColumn
from quizapp.ui.scroll_page import ScrollPage
from quizapp.ui.setting_card import SettingCard
from quizapp.ui.text import Text


class PlanPage(QWidget):
    """Makes a plan, or changes one; what is chosen of a bank is kept while another is looked at.

    Args:
        look: the look in force.
        chance: what seeds come from where none is typed in.
        parent: the window.

    Signals:
        save_requested, start_requested, rehearse_requested: carry a `PlanDraft`.
        left: somebody goes back without keeping anything.
    """

    save_requested = Signal(object)
    start_requested = Signal(object)
    rehearse_requested = Signal(object)
    left = Signal()

    def __init__(self, look: Look, chance: Random | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._words = RoundWords(self)
        self._view = PlanView(RoundPlan("", "", ()))
        self._bank: Bank | None = None
        self._picked: dict[str, Sequence[str]] = {}
        self._shown: PlanDraft | None = None
        self._heading = Text(look, "title", inset=INSET)
        self._notice = NoticeLine(look)
        self.title = TextField(look, self.tr("Title"), LONGEST_TITLE)
        self.banks = OptionList(look, self.tr("Bank"))
        self.questions = PlanQuestions(look, chance or Random())
        self.answering = AnsweringCard(look)
        self.timing = TimingCard(look)
        self.bands = BandsCard(look)
        self._outcome = Text(look, "label", colour="muted", inset=INSET)
        self._start = ActionButton(look, self.tr("Start"), "filled", key="Ctrl+Enter")
        self._save = ActionButton(look, self.tr("Save"), "outline", key="Ctrl+S")
        self._rehearse = ActionButton(look, self.tr("Rehearse"), "quiet")
        self._back = ActionButton(look, self.tr("Back"), "quiet", key="Esc")
        self._build()
        self._connect_signals()

    # -- building ------------------------------------------------------------------------------

    def _build(self) -> None:
        scroll = self._scroll = ScrollPage(self._look)
        head = QHBoxLayout()
        head.setContentsMargins(0, 8, 0, 4)
        head.addWidget(self._heading, 1)
        head.addWidget(self._back)
        scroll.column.addLayout(head)
        scroll.column.addWidget(self._notice)
        for card in (self._first_card(), self._question_card(), self.answering, self.timing, self.bands):
            scroll.column.addWidget(card)
        scroll.column.addStretch(1)
        footer = Footer(self._look)
        footer.put(self._outcome, self._buttons())
        footer.follow(scroll.verticalScrollBar())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(scroll, 1)
        layout.addWidget(footer)

    def _buttons(self) -> QWidget:
        """What can be done with the plan, on two lines where the width is short."""
        buttons = QWidget()
        row = FlowLayout(buttons)
        let_wrap(buttons)
        for button in (self._rehearse, self._save, self._start):
            row.addWidget(button)
        return buttons

    def _first_card(self) -> SettingCard:
        card = SettingCard(self._look, self.tr("Round"))
        card.add_row(self.tr("Title"), self.tr("It stands on the wall and on the handout."), self.title)
        self._bank_row = card.add_row(self.tr("Bank"), self.tr("All questions are from one."), self.banks)
        return card

    def _question_card(self) -> SettingCard:
        card = SettingCard(self._look, self.tr("Questions"), self.tr("Choose them one by one, or draw some."))
        column = ReachingColumn(self._look)
        column.addWidget(self.questions)
        card.body.addLayout(column)
        return card

    def _connect_signals(self) -> None:
        self.banks.chosen.connect(self._choose_bank)
        self.title.changed.connect(self._follow)
        self.questions.changed.connect(self._follow)
        for card in (self.answering, self.timing, self.bands):
            card.changed.connect(self._follow)
        self._start.clicked.connect(self._ask_to_start)
        self._save.clicked.connect(self._ask_to_save)
        self._rehearse.clicked.connect(self._ask_to_rehearse)
        self._back.clicked.connect(self.left)
        keys = (("Ctrl+Return", self._start), ("Ctrl+Enter", self._start), ("Ctrl+S", self._save))
        for key, button in (*keys, ("Esc", self._back)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(button.click)

    # -- showing -------------------------------------------------------------------------------

    def show_plan(self, view: PlanView) -> None:
        """Show a plan to be made or changed."""
        self._view = view
        heading = self.tr("Plan a round") if view.is_new else self.tr("Change the plan")
        self._heading.setText(heading)
        self.setAccessibleName(heading)
        plan = view.plan
        own = plan.questions[0].bank_id if plan.questions else view.bank_id
        self._picked = {own: [ref.question_id for ref in plan.questions]}
        self.title.show_text(plan.title)
        self.answering.show_plan(plan, view.names)
        self.timing.show_plan(plan)
        self.bands.show_plan(plan)
        self._show_bank(own)
        self._notice.show_notice(self._what_changed())
        self._shown = self.draft

    def _show_bank(self, bank_id: str) -> None:
        """Choose from another bank; the first where that one is not open."""
        banks = self._view.banks
        self._bank = next((bank for bank in banks if bank.id == bank_id), banks[0] if banks else None)
        counted = [Option(bank.title, self._words.questions(len(bank.questions))) for bank in banks]
        self.banks.show_options(counted, banks.index(self._bank) if self._bank else 0)
        self._bank_row.setVisible(len(banks) > 1)
        if self._bank is not None:
            self.title.line.setPlaceholderText(self._bank.title)
            self.questions.show_bank(self._bank, self._picked.get(self._bank.id, ()))
        self._follow()

    def _what_changed(self) -> str:
        """What of a kept plan is no longer as it was planned, as a sentence."""
        refs = self._view.plan.questions
        now = {ref.question_id: ref for ref in self.draft.plan.questions}
        gone = sum(ref.question_id not in now for ref in refs)
        other = sum(ref.question_id in now and now[ref.question_id] != ref for ref in refs)
        if gone:
            return self.tr("{count} of the questions planned are no longer in the bank.").format(count=gone)
        if other:
            return self.tr("{count} of the questions planned have another wording now.").format(count=other)
        return ""

    @property
    def draft(self) -> PlanDraft:
        """The plan as it stands; without a title it is called like its bank."""
        bank, title = self._bank, self.title.text
        questions = tuple(refer(bank, question) for question in self.questions.chosen) if bank else ()
        plan = replace(
            self._view.plan, title=title or (bank.title[:LONGEST_TITLE] if bank else ""), questions=questions
        )
        plan = self.bands.filled(self.timing.filled(self.answering.filled(plan)))
        return PlanDraft(plan, self.answering.names)

    @property
    def is_changed(self) -> bool:
        """Whether going back would lose something."""
        return self.draft != self._shown

    @property
    def fault(self) -> str:
        """The first thing that keeps the round from starting, as a sentence; empty where nothing does."""
        if self._bank is None:
            return self.tr("Open a bank first.")
        if not self.questions.chosen:
            return self.tr("Choose at least one question.")
        return self.answering.fault or self.timing.fault or self.bands.fault

    def _follow(self) -> None:
        """Bring outcome and buttons in line with what is chosen."""
        fault = self.fault
        if fault and fault != self._outcome.text() and self.isVisible():
            announce(self, fault)
        self._outcome.setText(fault or self._came_to())
        for button in (self._start, self._save, self._rehearse):
            button.setEnabled(not fault)

    def _came_to(self) -> str:
        """How many questions, how long, and how many of them are long."""
        chosen = self.questions.chosen
        long = sum(word_count(question) > LONGEST_ON_WALL for question in chosen)
        questions, minutes = self._words.questions(len(chosen)), self._words.duration(len(chosen))
        said = self.tr("{questions}, {minutes} without talk").format(questions=questions, minutes=minutes)
        if not long:
            return said
        return self.tr("{said}; {count} long for the wall").format(said=said, count=long)

    def take_focus(self) -> None:
        """Begin at the top, with the title."""
        self._scroll.verticalScrollBar().setValue(0)
        self.title.line.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, self._show_title)  # large text has its place only then

    def _show_title(self) -> None:
        self._scroll.ensureWidgetVisible(self.title)

    # -- choosing ------------------------------------------------------------------------------

    def _choose_bank(self, place: object) -> None:
        if isinstance(place, int) and self._bank is not None:
            self._picked[self._bank.id] = [question.id for question in self.questions.chosen]
            self._show_bank(self._view.banks[place].id)

    def _ask_to_start(self) -> None:
        self.start_requested.emit(self.draft)

    def _ask_to_save(self) -> None:
        self.save_requested.emit(self.draft)

    def _ask_to_rehearse(self) -> None:
        self.rehearse_requested.emit(self.draft)
