"""The page of rounds: those that were left, kept plans, and past rounds."""

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QWidget

from quizapp.domain.directions import isolated
from quizapp.quiz.rounds import RoundHead
from quizapp.ui.compat import override
from quizapp.ui.dates import long_date, long_moment
from quizapp.ui.rounds.views import KeptPlan, RoundsView, RunningRound
from quizapp.ui.rounds.wording import RoundWords
from quizapp.ui.widgets.buttons import Button, MenuButton
from quizapp.ui.widgets.cards import Card, CardList, OfferCard
from quizapp.ui.widgets.layouts import ColumnsLayout, FlowLayout, enable_height_for_width
from quizapp.ui.widgets.notice import NoticeLine
from quizapp.ui.widgets.page import WIDE, PassingNote, ScrollPage
from quizapp.ui.widgets.text import Text

_CARD = 600  # px at 100 % text: the least width of a card that has another beside it


class RunningCard(OfferCard):
    """A round that was not closed.

    Args:
        page: the owner, whose requests it makes.
    """

    def __init__(self, page: "RoundsPage") -> None:
        super().__init__()
        self._page, self._id = page, ""
        self._title = Text("section")
        self._stands = Text("body", tone="muted")
        for text in (self._title, self._stands):
            self.words.addWidget(text)
        self._resume = Button(self.tr("Resume the round"), "outline")
        self._close = Button(self.tr("End this round …"), "quiet")
        for button in (self._resume, self._close):
            self.buttons.addWidget(button)
        self._resume.clicked.connect(self._ask_to_resume)
        self._close.clicked.connect(self._ask_to_close)

    def show_round(self, view: RunningRound) -> None:
        """Say which one it is, and where it stopped."""
        self._id = view.id
        self._title.setText(view.title)
        position = (
            self.tr("Stopped at question {position} of {total}.").format(
                position=view.position, total=view.total
            )
            if view.position
            else self.tr("Stopped in the lobby.")
        )
        begun = self.tr("Begun on {moment}. What was saved is here.").format(
            moment=long_moment(view.started_at)
        )
        self._stands.setText(f"{position} {begun}")
        for button in (self._resume, self._close):
            button.setAccessibleDescription(f"{isolated(view.title)}. {position} {begun}")

    def _ask_to_resume(self) -> None:
        self._page.resume_requested.emit(self._id)

    def _ask_to_close(self) -> None:
        self._page.close_requested.emit(self._id)


class PlanCard(Card):
    """A kept plan.

    Args:
        page: the owner, whose requests it makes.
    """

    def __init__(self, page: "RoundsPage") -> None:
        super().__init__(padding=(22, 16))
        self._page, self._id = page, ""
        self._sentences = RoundWords(self)
        self._title = Text("section")
        self._about = Text("body", tone="muted")
        self._start = Button(self.tr("Start"), "outline")
        self._rehearse = Button(self.tr("Rehearse"), "quiet")
        self._edit = Button(self.tr("Edit"), "quiet")
        self._print = MenuButton(self.tr("Print"), self._sentences.materials())
        self._delete = Button(self.tr("Delete …"), "quiet")
        self._build()

    def _build(self) -> None:
        self.body.setSpacing(2)
        for text in (self._title, self._about):
            self.body.addWidget(text)
        row = FlowLayout()
        for button in (self._start, self._rehearse, self._edit, self._print, self._delete):
            row.addWidget(button)
        self.body.addStretch(1)
        self.body.addLayout(row)
        self._start.clicked.connect(self._ask_to_start)
        self._rehearse.clicked.connect(self._ask_to_rehearse)
        self._edit.clicked.connect(self._ask_to_edit)
        self._delete.clicked.connect(self._ask_to_delete)
        self._print.chosen.connect(self._ask_to_print)

    def show_plan(self, view: KeptPlan) -> None:
        """Show another plan, or the same one changed; without its bank it cannot be used."""
        self._id = view.id
        self._title.setText(view.title)
        facts = [self._sentences.questions(view.questions), view.bank, self._sentences.mode(view.answering)]
        facts.append(self._sentences.duration(view.questions))
        lost = self.tr("Its bank is not open. Open it under Banks.")
        self._about.setText(" · ".join(facts) if view.bank else lost)
        for button in (self._start, self._rehearse, self._edit, self._print):
            button.setEnabled(bool(view.bank))
        for button in (self._start, self._rehearse, self._edit, self._print, self._delete):
            button.setAccessibleDescription(view.title)

    def _ask_to_start(self) -> None:
        self._page.start_requested.emit(self._id)

    def _ask_to_rehearse(self) -> None:
        self._page.rehearse_requested.emit(self._id)

    def _ask_to_edit(self) -> None:
        self._page.edit_requested.emit(self._id)

    def _ask_to_delete(self) -> None:
        self._page.delete_requested.emit(self._id)

    def _ask_to_print(self, material: object) -> None:
        self._page.print_requested.emit((self._id, material))


class PastCard(Card):
    """A round that is over.

    Args:
        page: the owner, whose requests it makes.
    """

    def __init__(self, page: "RoundsPage") -> None:
        super().__init__(padding=(22, 16))
        self._page, self._id = page, ""
        self._sentences = RoundWords(self)
        self._title = Text("body_strong")
        self._about = Text("body", tone="muted")
        self._names = Text("label", tone="muted")
        self._look_at = Button(self.tr("Look back"), "outline")
        self._save = MenuButton(self.tr("Save"), self._sentences.exports())
        self._forget = Button(self.tr("Delete names …"), "quiet")
        self._build()

    def _build(self) -> None:
        self.body.setSpacing(2)
        for text in (self._title, self._about, self._names):
            self.body.addWidget(text)
        row = FlowLayout()
        for button in (self._look_at, self._save, self._forget):
            row.addWidget(button)
        self.body.addStretch(1)
        self.body.addLayout(row)
        self._look_at.clicked.connect(self._ask_to_look)
        self._forget.clicked.connect(self._ask_to_forget)
        self._save.chosen.connect(self._ask_to_export)

    def show_round(self, view: RoundHead) -> None:
        """Show another round, or the same one changed."""
        self._id = view.id
        self._title.setText(view.title)
        date = long_date(view.started_at)
        self._about.setText(f"{date} · {self._sentences.questions(view.questions)}")
        if view.names_until is None:
            self._names.setText(self.tr("No names stored."))
        else:
            until = long_date(view.names_until)
            self._names.setText(self.tr("Names are deleted on {date}.").format(date=until))
        self._forget.setVisible(view.names_until is not None)
        about = f"{isolated(view.title)}, {date}"
        for button in (self._look_at, self._save, self._forget):
            button.setAccessibleDescription(about)

    def _ask_to_look(self) -> None:
        self._page.look_back_requested.emit(self._id)

    def _ask_to_forget(self) -> None:
        self._page.forget_requested.emit(self._id)

    def _ask_to_export(self, export: object) -> None:
        self._page.export_requested.emit((self._id, export))


class RoundsPage(ScrollPage):
    """Shows all rounds, and emits every request about them.

    Signals:
        plan_requested: plan a round.
        edit_requested, start_requested, rehearse_requested, delete_requested: carry a plan's id.
        print_requested: carries a plan's id and a `Material`.
        resume_requested: go on with a round that was not closed; carries its id.
        close_requested: close it as it stands; carries its id.
        look_back_requested: look back at a round; carries its id.
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
    resume_requested = Signal(object)
    close_requested = Signal(object)
    look_back_requested = Signal(object)
    export_requested = Signal(object)
    forget_requested = Signal(object)
    notice_closed = Signal()
    came_up = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, wide=WIDE)
        self._notice = NoticeLine()
        self._note = PassingNote(self)
        self._plan = Button(self.tr("Plan a round"), "filled", key="Ctrl+R")
        self._nothing = Card(padding=(22, 18))
        self._past_head = Text("section", self.tr("Past rounds"))
        self._build()
        self.show_rounds(RoundsView())

    # -- building ------------------------------------------------------------------------------

    def _build(self) -> None:
        self.setAccessibleName(self.tr("Rounds"))
        head = FlowLayout(spread=True)
        head.setContentsMargins(0, 12, 0, 0)
        head.addWidget(Text("title", self.tr("Rounds")))
        head.addWidget(self._plan)
        self.column.addLayout(head)
        lead = self.tr("You ask, the room votes and argues, and everybody sees why. No devices are needed.")
        self.column.addWidget(Text("body", lead, "muted"))
        self.column.addWidget(self._notice)
        self._running = CardList[RunningCard](self._section())
        self._plans = CardList[PlanCard](self._section())
        self._fill_nothing()
        self._past_head.setContentsMargins(0, 16, 0, 0)
        self.column.addWidget(self._past_head)
        self._past = CardList[PastCard](self._section())
        self.column.addStretch(1)
        self._plan.clicked.connect(self.plan_requested)
        shortcut = QShortcut(QKeySequence("Ctrl+R"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self._plan.click)
        self._notice.closed.connect(self.notice_closed)

    def _fill_nothing(self) -> None:
        self._empty_title = Text("section")
        self._empty_lead = Text("body", tone="muted")
        for text in (self._empty_title, self._empty_lead):
            self._nothing.body.addWidget(text)
        self.column.addWidget(self._nothing)

    def _section(self) -> ColumnsLayout:
        """Room for cards that come later, a part of its own so that they are read where they stand."""
        section = QWidget()
        cards = ColumnsLayout(2, _CARD, section, gap=8)
        enable_height_for_width(section)
        self.column.addWidget(section)
        return cards

    def _new_running(self) -> RunningCard:
        return RunningCard(self)

    def _new_plan(self) -> PlanCard:
        return PlanCard(self)

    def _new_past(self) -> PastCard:
        return PastCard(self)

    # -- showing -------------------------------------------------------------------------------

    def show_rounds(self, view: RoundsView) -> None:
        """Show what runs, what is planned and what was."""
        self._notice.show_notice(view.notice)
        running = self._running.resized(len(view.running), self._new_running)
        for open_card, unfinished in zip(running, view.running, strict=True):
            open_card.show_round(unfinished)
        plans = self._plans.resized(len(view.plans), self._new_plan)
        for card, plan in zip(plans, view.plans, strict=True):
            card.show_plan(plan)
        past = self._past.resized(len(view.past), self._new_past)
        for old, each in zip(past, view.past, strict=True):
            old.show_round(each)
        self._past_head.setVisible(bool(view.past))
        self._plan.setEnabled(view.has_bank)
        self._show_nothing(view)
        for before, after in pairwise(self.findChildren(Button)):
            self.setTabOrder(before, after)  # cards that came late are reached where they stand

    def show_message(self, sentence: str) -> None:
        """Say something for a moment, over the page: nothing moves away under the pointer."""
        self._note.show_message(sentence)

    def _show_nothing(self, view: RoundsView) -> None:
        """Say what to do where nothing is planned."""
        self._nothing.setVisible(not view.plans)
        if view.has_bank:
            self._empty_title.setText(self.tr("No plans yet"))
            self._empty_lead.setText(
                self.tr("Choose a few questions and how the room answers. You can rehearse it alone.")
            )
        else:
            self._empty_title.setText(self.tr("No bank is open"))
            self._empty_lead.setText(self.tr("Open one under Banks to plan a round."))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Ask for what may have changed while another page was in front."""
        super().showEvent(event)
        self.came_up.emit()
