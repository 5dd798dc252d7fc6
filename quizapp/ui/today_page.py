"""What should I do now? One button; and a session left in the middle, to go on with."""

from dataclasses import dataclass

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.ui.action_button import ActionButton
from quizapp.ui.card import Card
from quizapp.ui.control_row import ControlRow
from quizapp.ui.counting import Counting
from quizapp.ui.look import Look
from quizapp.ui.marks import Logo
from quizapp.ui.overriding import override
from quizapp.ui.rows import HeadRow
from quizapp.ui.scroll_page import ScrollPage
from quizapp.ui.text import Text

MINUTES_A_QUESTION = 0.8
_ROOM_FOR_LOGO = 720


@dataclass(frozen=True, slots=True)
class TodayView:
    """What Today has to say; `bank` is empty until one is read."""

    bank: str = ""
    questions: int = 0
    met: int = 0
    errors: int = 0


@dataclass(frozen=True, slots=True)
class ResumeView:
    """A session left in the middle: its current question, from 1, and how many it has."""

    place: int
    total: int
    started: QDate


class TodayPage(ScrollPage):
    """The first page.

    Signals:
        start_requested: begin the set that is offered.
        resume_requested: go on with the session left in the middle.
        set_aside_requested: stop offering it.
        banks_requested: show the open bank.
    """

    start_requested = Signal()
    resume_requested = Signal()
    set_aside_requested = Signal()
    banks_requested = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self._look = look
        self._counting = Counting(self)
        self._lead = Text(look, "lead", colour="muted")
        self._heading = Text(look, "hero")
        self._start = ActionButton(
            look, "", "filled", key="Enter", icon="arrow-right", icon_after=True, large=True
        )
        self._logo = Logo(look)
        self._resume_card = Card(look, padding=(22, 14))
        self._resume_title = Text(look, "choice_strong")
        self._bank_card = Card(look, padding=(22, 18))
        self._bank_title = Text(look, "section")
        self._bank_count = Text(look, "body", colour="muted")
        self._build()
        self.show_today(TodayView())
        self.show_resume(None)

    # -- building ------------------------------------------------------------------------------

    def _build(self) -> None:
        self.column.setSpacing(8)
        head = HeadRow(self._look)
        head.addWidget(Text(self._look, "title", self.tr("Today")), 1)
        date = QLocale().toString(QDate.currentDate(), QLocale.FormatType.LongFormat)
        head.addWidget(Text(self._look, "choice", date, "muted"))
        self.column.addLayout(head)
        self.column.addWidget(self._hero())
        self.column.addWidget(self._resume())
        self.column.addWidget(self._bank())
        self.column.addStretch(1)
        self._start.clicked.connect(self.start_requested)

    def _hero(self) -> Card:
        words = QVBoxLayout()
        words.setSpacing(8)
        words.addWidget(self._heading)
        words.addWidget(self._lead)
        words.addSpacing(self._look.px(24))
        buttons = ControlRow(self._look)
        buttons.addWidget(self._start)
        words.addLayout(buttons)
        words.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(24)
        row.addLayout(words, 1)
        row.addWidget(self._logo, 0, Qt.AlignmentFlag.AlignVCenter)
        card = Card(self._look)
        card.body.addLayout(row)
        return card

    def _resume(self) -> Card:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._resume_title)
        words.addWidget(Text(self._look, "label", self.tr("Nothing was lost."), "muted"))
        not_now = ActionButton(self._look, self.tr("Not now"), "quiet")
        go_on = ActionButton(self._look, self.tr("Resume"), "outline", key="R")
        shortcut = QShortcut(QKeySequence("R"), go_on)  # a button's own shortcut clicks 100 ms late
        shortcut.activated.connect(go_on.click)
        row = QHBoxLayout()
        row.addLayout(words, 1)
        row.addWidget(not_now)
        row.addWidget(go_on)
        self._resume_card.body.addLayout(row)
        not_now.clicked.connect(self.set_aside_requested)
        go_on.clicked.connect(self.resume_requested)
        return self._resume_card

    def _bank(self) -> Card:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Text(self._look, "caption", self.tr("Your bank"), "muted"))
        words.addWidget(self._bank_title)
        words.addWidget(self._bank_count)
        show = ActionButton(self._look, self.tr("Show banks"), "outline")
        row = QHBoxLayout()
        row.addLayout(words, 1)
        row.addWidget(show, 0, Qt.AlignmentFlag.AlignVCenter)
        self._bank_card.body.addLayout(row)
        show.clicked.connect(self.banks_requested)
        return self._bank_card

    # -- showing -------------------------------------------------------------------------------

    def show_today(self, view: TodayView) -> None:
        """Offer a set from the open bank; before one is read, the first set of ten."""
        length = min(10, view.questions) if view.bank else 10
        minutes = max(1, round(length * MINUTES_A_QUESTION))
        questions = self._counting.questions_in_words(length)
        self._heading.setText(f"{questions}, {self._counting.minutes(minutes)}")
        self._start.setText(self.tr("Start {questions}").format(questions=questions.lower()))
        self._start.setEnabled(length > 0)
        first = self.tr(
            "Each shows a small scenario. Decide whether it is a product or a service, "
            "then say what decides it. The reasons follow every answer."
        )
        again = self.tr("New scenarios come first, then those you missed.")
        self._lead.setText(again if view.met else first)
        self._bank_title.setText(view.bank or self.tr("Reading the bank …"))
        self._bank_count.setText(self._count(view))

    def show_reading(self, part: float) -> None:
        """Say how far the first bank has been read, 0 to 1."""
        self._bank_title.setText(self.tr("Reading the bank, {percent} %").format(percent=round(100 * part)))

    def _count(self, view: TodayView) -> str:
        if not view.bank:
            return " "
        count = self._counting.questions(view.questions)
        met = self.tr("{met} of them met").format(met=view.met) if view.met else self.tr("none met yet")
        parts = [count, met]
        if view.errors:
            parts.append(self._counting.problems(view.errors))
        return " · ".join(parts)

    def show_resume(self, view: ResumeView | None) -> None:
        """Offer a session left in the middle, or none."""
        self._resume_card.setVisible(view is not None)
        if view is not None:
            day = QLocale().toString(view.started, "dddd")
            if view.started == QDate.currentDate():
                day = self.tr("Today")
            self._resume_title.setText(
                self.tr("{day}’s session stopped at question {place} of {total}").format(
                    day=day, place=view.place, total=view.total
                )
            )

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """The logo is the first thing to go where words need the room."""
        self._logo.setVisible(self.width() >= self._look.px(_ROOM_FOR_LOGO))
        super().resizeEvent(event)

    def take_focus(self) -> None:
        """Let Enter start."""
        self._start.setFocus(Qt.FocusReason.OtherFocusReason)
