"""Rounds with a room: one to go on with, the plans that are kept, and those of the past."""

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.ui.action_button import ActionButton
from quizapp.ui.card import Card
from quizapp.ui.card_list import CardList
from quizapp.ui.look import Look
from quizapp.ui.notice_line import NoticeLine
from quizapp.ui.overriding import override
from quizapp.ui.painting import INSET
from quizapp.ui.rounds.round_cards import PastCard, PlanCard, RunningCard
from quizapp.ui.rounds.rounds_view import RoundsView
from quizapp.ui.rows import HeadRow
from quizapp.ui.scroll_page import ScrollPage
from quizapp.ui.text import Text


class RoundsPage(ScrollPage):
    """Shows all rounds, and takes every wish about them.

    Signals:
        plan_requested: plan a round.
        edit_requested, start_requested, rehearse_requested, delete_requested: carry a plan's id.
        print_requested: carries a plan's id and a `Material`.
        resume_requested: go on with the round that was not closed.
        close_requested: close it as it stands.
        look_requested: look back at a round; carries its id.
        export_requested: carries a round's id and an `Export`.
        forget_requested: delete the names of a round; carries its id.
        notice_closed: what has happened last need not be shown any more.
        came_up: the page is seen again, and wants to show things as they are now.
    """

    plan_requested = Signal()
    edit_requested = Signal(object)
    start_requested = Signal(object)
    rehearse_requested = Signal(object)
    delete_requested = Signal(object)
    print_requested = Signal(object)
    resume_requested = Signal()
    close_requested = Signal()
    look_requested = Signal(object)
    export_requested = Signal(object)
    forget_requested = Signal(object)
    notice_closed = Signal()
    came_up = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self._look = look
        self._notice = NoticeLine(look)
        self._running = RunningCard(look)
        self._plan = ActionButton(look, self.tr("Plan a round"), "filled", key="Ctrl+R")
        self._nothing = Card(look, padding=(22, 18))
        self._past_head = QWidget()
        self._build()
        self.show_rounds(RoundsView())

    # -- building ------------------------------------------------------------------------------

    def _build(self) -> None:
        self.setAccessibleName(self.tr("Rounds"))
        head = QHBoxLayout()  # the button's edge ends where those of the cards do
        head.setContentsMargins(0, 12, 0, 4)
        head.addWidget(Text(self._look, "title", self.tr("Rounds"), inset=INSET), 1)
        head.addWidget(self._plan)
        self.column.addLayout(head)
        below = HeadRow(self._look, above=0)
        lead = self.tr("You ask, the room votes and argues, and everybody sees why. No devices are needed.")
        below.addWidget(Text(self._look, "body", lead, "muted"))
        self.column.addLayout(below)
        for widget in (self._notice, self._running):
            self.column.addWidget(widget)
        self._plans = CardList[PlanCard](self._section())
        self._fill_nothing()
        head = HeadRow(self._look, above=20)
        self._past_head.setLayout(head)
        head.addWidget(Text(self._look, "section", self.tr("Past rounds")))
        self.column.addWidget(self._past_head)
        self._past = CardList[PastCard](self._section())
        self.column.addStretch(1)
        self._plan.clicked.connect(self.plan_requested)
        shortcut = QShortcut(QKeySequence("Ctrl+R"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self._plan.click)
        self._notice.closed.connect(self.notice_closed)
        self._running.resume_requested.connect(self.resume_requested)
        self._running.close_requested.connect(self.close_requested)

    def _fill_nothing(self) -> None:
        self._empty_title = Text(self._look, "section")
        self._empty_lead = Text(self._look, "body", colour="muted")
        for text in (self._empty_title, self._empty_lead):
            self._nothing.body.addWidget(text)
        self.column.addWidget(self._nothing)

    def _section(self) -> QVBoxLayout:
        """Room for cards that come later, a part of its own so that they are read where they stand."""
        section = QWidget()
        column = QVBoxLayout(section)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self.column.addWidget(section)
        return column

    def _new_plan(self) -> PlanCard:
        card = PlanCard(self._look)
        card.start_requested.connect(self.start_requested)
        card.rehearse_requested.connect(self.rehearse_requested)
        card.edit_requested.connect(self.edit_requested)
        card.delete_requested.connect(self.delete_requested)
        card.print_requested.connect(self.print_requested)
        return card

    def _new_past(self) -> PastCard:
        card = PastCard(self._look)
        card.look_requested.connect(self.look_requested)
        card.forget_requested.connect(self.forget_requested)
        card.export_requested.connect(self.export_requested)
        return card

    # -- showing -------------------------------------------------------------------------------

    def show_rounds(self, view: RoundsView) -> None:
        """Show what runs, what is planned and what was."""
        self._notice.show_notice(view.notice)
        self._running.setVisible(view.running is not None)
        if view.running is not None:
            self._running.show_round(view.running)
        plans = self._plans.resized(len(view.plans), self._new_plan)
        for card, plan in zip(plans, view.plans, strict=True):
            card.show_plan(plan)
        past = self._past.resized(len(view.past), self._new_past)
        for old, each in zip(past, view.past, strict=True):
            old.show_round(each)
        self._past_head.setVisible(bool(view.past))
        self._plan.setEnabled(view.has_bank)
        self._show_nothing(view)
        for before, after in pairwise(self.findChildren(ActionButton)):
            self.setTabOrder(before, after)  # cards that came late are reached where they stand

    def _show_nothing(self, view: RoundsView) -> None:
        """Say what to do where nothing is planned."""
        self._nothing.setVisible(not view.plans)
        if view.has_bank:
            self._empty_title.setText(self.tr("No plan is kept"))
            self._empty_lead.setText(
                self.tr("Choose a few questions and how the room answers. You can rehearse it alone.")
            )
        else:
            self._empty_title.setText(self.tr("No bank is open"))
            self._empty_lead.setText(self.tr("Open one under Banks to plan a round."))

    def take_focus(self) -> None:
        """Begin at the top: let Tab go to the first button."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.verticalScrollBar().setValue(0)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Ask for what may have changed while another page was in front."""
        super().showEvent(event)
        self.came_up.emit()
