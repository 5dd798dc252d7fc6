"""A plan: title, bank, questions, answering, timing, and the shares for the advice."""

from collections.abc import Sequence
from dataclasses import replace
from random import Random

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from quizapp.domain.bank import Bank
from quizapp.domain.question import Choice, Verdict
from quizapp.domain.round_plan import LONGEST_TITLE, RoundPlan
from quizapp.domain.session import refer
from quizapp.domain.wall_view import asked_view
from quizapp.ui.rounds.plan_cards import LONGEST_TYPED, AnsweringCard, BandsCard, TimingCard
from quizapp.ui.rounds.plan_questions import LONGEST_ON_WALL, PlanQuestions, word_count
from quizapp.ui.rounds.preview import WallPreview
from quizapp.ui.rounds.views import PlanDraft, PlanView
from quizapp.ui.rounds.wording import RoundWords
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.widgets.buttons import Button
from quizapp.ui.widgets.cards import SettingCard, WarningLine
from quizapp.ui.widgets.choices import Option, OptionList
from quizapp.ui.widgets.fields import TextField
from quizapp.ui.widgets.layouts import FlowLayout, TwoColumns, enable_height_for_width
from quizapp.ui.widgets.notice import NoticeLine
from quizapp.ui.widgets.page import WIDE, Footer, ScrollPage, lay_out_with_footer
from quizapp.ui.widgets.text import Text, announce
from quizapp.ui.wording import FontWords

_BESIDE_FROM = 1200  # px at 100 % text: less, and how to answer and how long stand one below the other


class PlanPage(QWidget):
    """Makes a plan, or changes one; what is chosen of a bank is kept while another is looked at.

    Args:
        appearance: the appearance in force.
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

    def __init__(
        self, appearance: Appearance, chance: Random | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._words = RoundWords(self)
        self._view = PlanView(RoundPlan("", "", ()))
        self._bank: Bank | None = None
        self._shown: PlanDraft | None = None  # as it was when the plan was shown
        self._picked: dict[str, Sequence[str]] = {}
        self._heading = Text("title")
        self._notice = NoticeLine()
        self._fonts = FontWords(self)
        self._boxes = WarningLine()
        self.title = TextField(self.tr("Title"), LONGEST_TYPED)
        self.banks = OptionList(self.tr("Bank"))
        self.questions = PlanQuestions(appearance, chance or Random())
        self.answering = AnsweringCard()
        self.timing = TimingCard()
        self.bands = BandsCard()
        self._outcome = Text("label", tone="muted")
        self.start = Button(self.tr("Start"), "filled", key="Ctrl+Enter")
        self.save = Button(self.tr("Save"), "outline", key="Ctrl+S")
        self.rehearse = Button(self.tr("Rehearse"), "quiet")
        self.back = Button(self.tr("Back"), "quiet", key="Esc")
        self._build()
        self._connect_signals()

    # -- building ------------------------------------------------------------------------------

    def _build(self) -> None:
        scroll = self._scroll = ScrollPage(wide=WIDE)
        head = QHBoxLayout()
        head.setContentsMargins(0, 8, 0, 4)
        head.addWidget(self._heading, 1)
        head.addWidget(self.back)
        scroll.column.addLayout(head)
        scroll.column.addWidget(self._notice)
        beside = TwoColumns(gap=8, row_gap=8, least=_BESIDE_FROM)
        beside.addWidget(self.answering)
        beside.addWidget(self.timing)
        scroll.column.addWidget(self._first_card())
        scroll.column.addWidget(self._question_card())
        scroll.column.addLayout(beside)
        scroll.column.addWidget(self.bands)
        scroll.column.addStretch(1)
        footer = Footer(wide=WIDE)
        footer.put(self._outcome, self._buttons())
        lay_out_with_footer(self, scroll, footer)

    def _buttons(self) -> QWidget:
        """What can be done with the plan, on two lines where the width is short."""
        buttons = QWidget()
        row = FlowLayout(buttons)
        enable_height_for_width(buttons)
        for button in (self.rehearse, self.save, self.start):
            row.addWidget(button)
        return buttons

    def _first_card(self) -> SettingCard:
        card = SettingCard(self.tr("Round"))
        card.add_row(self.tr("Title"), self.tr("It stands on the wall and on the handout."), self.title)
        self._bank_row = card.add_row(self.tr("Bank"), self.tr("All questions are from one."), self.banks)
        card.body.addWidget(self._boxes)
        return card

    def _question_card(self) -> SettingCard:
        card = SettingCard(self.tr("Questions"), self.tr("Choose them one by one, or draw some."))
        card.body.addWidget(self.questions)
        return card

    def _connect_signals(self) -> None:
        self.banks.chosen.connect(self._choose_bank)
        self.title.changed.connect(self._update_outcome)
        self.questions.changed.connect(self._update_outcome)
        self.questions.preview_requested.connect(self._show_on_wall)
        for card in (self.answering, self.timing, self.bands):
            card.changed.connect(self._update_outcome)
        self.start.clicked.connect(self._ask_to_start)
        self.save.clicked.connect(self._ask_to_save)
        self.rehearse.clicked.connect(self._ask_to_rehearse)
        self.back.clicked.connect(self.left)
        keys = (("Ctrl+Return", self.start), ("Ctrl+Enter", self.start), ("Ctrl+S", self.save))
        for key, button in (*keys, ("Esc", self.back)):
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
        self.questions.begin_anew()
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
            self.title.setPlaceholderText(self._bank.title)
            self._boxes.show_warning(self._fonts.bank(self._bank))
            self.questions.show_bank(self._bank, self._picked.get(self._bank.id, ()))
        self._update_outcome()

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
    def is_changed(self) -> bool:
        """Whether something was chosen or typed since the plan was shown."""
        return self.draft != self._shown

    @property
    def draft(self) -> PlanDraft:
        """The plan as it stands; without a title it is called like its bank."""
        bank, title = self._bank, self.title.words
        questions = tuple(refer(bank, question) for question in self.questions.chosen) if bank else ()
        plan = replace(
            self._view.plan, title=title or (bank.title[:LONGEST_TITLE] if bank else ""), questions=questions
        )
        plan = self.bands.filled(self.timing.filled(self.answering.filled(plan)))
        return PlanDraft(plan, self.answering.names)

    @property
    def fault(self) -> str:
        """The first thing that keeps the round from starting, as a sentence; empty where nothing does."""
        if self._bank is None:
            return self.tr("Open a bank first.")
        if not self.questions.chosen:
            return self.tr("Choose at least one question.")
        if len(self.title.words) > LONGEST_TITLE:
            return self.tr("A title has at most {most} letters.").format(most=LONGEST_TITLE)
        return self.answering.fault or self.timing.fault or self.bands.fault

    def _update_outcome(self) -> None:
        """Bring outcome and buttons in line with what is chosen."""
        fault = self.fault
        if fault and fault != self._outcome.text() and self.isVisible():
            announce(self, fault)
        self._outcome.setText(fault or self._came_to())
        for button in (self.start, self.save, self.rehearse):
            button.setEnabled(not fault)

    def _came_to(self) -> str:
        """How many questions, how long, and how many of them are long."""
        chosen = self.questions.chosen
        long = sum(word_count(question) > LONGEST_ON_WALL for question in chosen)
        questions, minutes = self._words.questions(len(chosen)), self._words.duration(len(chosen))
        said = [self.tr("{questions}, {minutes} without talk").format(questions=questions, minutes=minutes)]
        if long:
            said.append(self.tr("{count} long for the wall").format(count=long))
        if unscored := self._words.unscored(self.draft.plan, chosen):
            said.append(unscored)
        return "; ".join(said)

    def take_focus(self) -> None:
        """Begin at the top, with the title."""
        self._scroll.verticalScrollBar().setValue(0)
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, self._show_title)  # large text has its place only then

    def _show_title(self) -> None:
        self._scroll.ensureWidgetVisible(self.title)

    # -- choosing ------------------------------------------------------------------------------

    def _choose_bank(self, position: object) -> None:
        if isinstance(position, int) and self._bank is not None:
            self._picked[self._bank.id] = [question.id for question in self.questions.chosen]
            self._show_bank(self._view.banks[position].id)

    def _show_on_wall(self, question: object) -> None:
        if isinstance(question, Verdict | Choice):
            plan = self.draft.plan
            WallPreview(
                self._appearance, asked_view(question, plan.title, plan.answering), self.window()
            ).open()

    def _ask_to_start(self) -> None:
        self.start_requested.emit(self.draft)

    def _ask_to_save(self) -> None:
        self.save_requested.emit(self.draft)

    def _ask_to_rehearse(self) -> None:
        self.rehearse_requested.emit(self.draft)
