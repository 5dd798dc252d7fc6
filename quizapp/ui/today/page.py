"""The first page and its cards."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QDate, QLocale, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.domain.history import CueScore
from quizapp.ui.compat import override
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.style.type import scaled
from quizapp.ui.widgets.buttons import Button
from quizapp.ui.widgets.cards import Card, OfferCard
from quizapp.ui.widgets.interval_band import IntervalBand
from quizapp.ui.widgets.layouts import ColumnsLayout, FlowLayout, TwoColumns
from quizapp.ui.widgets.page import NoticeLine, ScrollPage
from quizapp.ui.widgets.signs import Logo
from quizapp.ui.widgets.text import Text
from quizapp.ui.wording import Counting

_MINUTE = 60_000  # ms
_WEEK = 7  # days
# px at 100 % text: the width of the page's column, the least width of a card among others, of the page with
# the logo, and of the column with the resume card beside the set that is offered
_COLUMN, _CARD, _LOGO_FROM, _BESIDE_FROM = 1544, 250, 820, 1180
_GAP = 6  # px between cards, besides the px they keep free at their sides


@dataclass(frozen=True, slots=True)
class TodayView:
    """What Today has to say.

    Attributes:
        bank: the title of the open bank; empty until one is read.
        questions: how many it holds.
        met: how many of them were answered before.
        errors: how many problems its file has.
        weakest: the cue most worth practising; None while none stands out.
        exam: the day of the exam; None where none is set.
        guest: whether a guest is practising.
        notice: a sentence about quiet trouble; empty for none.
        scenarios: whether the bank asks for verdicts, not for choices alone.
    """

    bank: str = ""
    questions: int = 0
    met: int = 0
    errors: int = 0
    weakest: CueScore | None = None
    exam: QDate | None = None
    guest: bool = False
    notice: str = ""
    scenarios: bool = True


@dataclass(frozen=True, slots=True)
class ResumeView:
    """A session left in the middle: its current question, from 1, and how many it has."""

    position: int
    total: int
    started: QDate


class ResumeCard(OfferCard):
    """Says where a session stopped.

    Signals:
        resume_requested: go on with it.
        set_aside_requested: stop offering it.
    """

    resume_requested = Signal()
    set_aside_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=(22, 14))
        self._title = Text("choice_strong")
        self.words.addWidget(self._title)
        self.words.addWidget(Text("label", self.tr("Nothing was lost."), "muted"))
        not_now = Button(self.tr("Not now"), "quiet")
        go_on = Button(self.tr("Resume"), key="R")
        shortcut = QShortcut(QKeySequence("R"), go_on)  # a button's own shortcut clicks 100 ms late
        shortcut.activated.connect(go_on.click)
        self.buttons.addWidget(not_now)
        self.buttons.addWidget(go_on)
        not_now.clicked.connect(self.set_aside_requested)
        go_on.clicked.connect(self.resume_requested)

    def show_session(self, sentence: str) -> None:
        """Offer the session that this sentence describes; none hides the card."""
        self._title.setText(sentence)
        self.setVisible(bool(sentence))


@dataclass(frozen=True, slots=True)
class RoundView:
    """A round that was left in the middle.

    Attributes:
        id: names it.
        title: what it is called.
        position: its question in front, from 1; 0 in the lobby.
        total: how many it asks.
        others: how many more rounds were left in the middle.
    """

    id: str
    title: str
    position: int
    total: int
    others: int = 0


class RoundCard(OfferCard):
    """Says where a round with a class stopped: people may be waiting.

    Signals:
        resume_requested: go on with it; carries its id.
        rounds_requested: show all rounds.
    """

    resume_requested = Signal(object)
    rounds_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=(22, 14))
        self._id = ""
        self._title, self._others = Text("choice_strong"), Text("label", tone="muted")
        self.words.addWidget(self._title)
        self.words.addWidget(self._others)
        show_all = Button(self.tr("Show rounds"), "quiet")
        go_on = Button(self.tr("Resume the round"), key="Ctrl+R")
        shortcut = QShortcut(QKeySequence("Ctrl+R"), go_on)
        shortcut.activated.connect(go_on.click)
        self.buttons.addWidget(show_all)
        self.buttons.addWidget(go_on)
        show_all.clicked.connect(self.rounds_requested)
        go_on.clicked.connect(self._ask_to_resume)

    def show_round(self, view: RoundView | None) -> None:
        """Offer this round; none hides the card."""
        self.setVisible(view is not None)
        if view is None:
            return
        self._id = view.id
        stopped = self.tr("The round “{title}” stopped at question {position} of {total}")
        if not view.position:
            stopped = self.tr("The round “{title}” stopped in the lobby")
        self._title.setText(stopped.format(title=view.title, position=view.position, total=view.total))
        kept = self.tr("Nothing was lost.")
        if view.others:
            more = self.tr("Rounds also lists {count} more that were not ended.").format(count=view.others)
            kept = f"{kept} {more}"
        self._others.setText(kept)

    def _ask_to_resume(self) -> None:
        self.resume_requested.emit(self._id)


class SmallCard(Card):
    """One thing worth knowing: a caption, what it says, and a button at the foot where there is one.

    Args:
        caption: what the card is about.
        parts: what it says, from above.
        button: what can be done about it.
        parent: the page.
    """

    def __init__(
        self, caption: str, *parts: QWidget, button: Button | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.body.setSpacing(4)
        self.body.addWidget(Text("label_strong", caption, "muted"))
        for part in parts:
            self.body.addWidget(part)
        self.body.addStretch(1)
        if button is not None:
            self.body.addSpacing(4)
            self.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)


class ExamCard(SmallCard):
    """Counts down to a date, and says nothing once it is past."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._days, self._left = Text("number"), Text("choice", tone="muted")
        self._date = Text("body", tone="muted")
        count = QWidget()
        row = QHBoxLayout(count)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._days)
        row.addWidget(self._left, 1, Qt.AlignmentFlag.AlignBottom)
        super().__init__(self.tr("Your exam"), count, self._date, parent=parent)

    def show_exam(self, date: QDate | None, today: QDate) -> None:
        """Show how far an exam is away; none, or one that is past, hides the card."""
        days = today.daysTo(date) if date is not None else -1
        self.setVisible(days >= 0)
        if date is None or days < 0:
            return
        self._days.setText(str(days) if days else self.tr("Today"))
        left = self.tr("day left") if days == 1 else self.tr("days left")
        self._left.setText(left if days else "")
        self._date.setText(QLocale().toString(date, QLocale.FormatType.LongFormat))


class WeakestCard(SmallCard):
    """Names the cue, its score and the score's interval, and offers to practise it.

    Signals:
        practise_requested: begin a set on this cue.
    """

    practise_requested = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        self._name, self._score = Text("section"), Text("body", tone="muted")
        self._band = IntervalBand(appearance)
        practise = Button(self.tr("Practise it"), small=True)
        caption = self.tr("Weakest kind of reason")
        super().__init__(caption, self._name, self._band, self._score, button=practise, parent=parent)
        practise.clicked.connect(self.practise_requested)

    def show_cue(self, score: CueScore | None) -> None:
        """Show a cue; none hides the card."""
        self.setVisible(score is not None)
        if score is None:
            return
        self._name.setText(score.name)
        self._band.show_interval(score.low, score.high, score.earned / max(1, score.asked), None)
        sentence = self.tr("{earned} of {asked} right for the right reason.")
        self._score.setText(sentence.format(earned=score.earned, asked=score.asked))


class UsedBankCard(SmallCard):
    """Its title and what it holds, with a way to the banks.

    Signals:
        banks_requested: show the banks.
    """

    banks_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self._title, self._holds = Text("section"), Text("body", tone="muted")
        show = Button(self.tr("Show banks"), small=True)
        super().__init__(self.tr("Your bank"), self._title, self._holds, button=show, parent=parent)
        show.clicked.connect(self.banks_requested)

    def show_bank(self, title: str, holds: str) -> None:
        """Show a bank's title, and what it holds in words."""
        self._title.setText(title)
        self._holds.setText(holds)

    def show_title(self, title: str) -> None:
        """Show something else in place of the title."""
        self._title.setText(title)


class TodayPage(ScrollPage):
    """The first page.

    Args:
        appearance: the appearance in force.
        parent: the window.
        today: tells the date; the page follows it past midnight.

    Signals:
        start_requested: begin the set that is offered.
        practice_requested: choose what to practise.
        weakest_requested: begin a set on the weakest cue.
        resume_requested: go on with the session left in the middle.
        set_aside_requested: stop offering it.
        round_requested: go on with the round left in the middle; carries its id.
        rounds_requested: show all rounds.
        banks_requested: show the open bank.
        notice_closed: the notice was read and need not be shown again.
    """

    start_requested = Signal()
    practice_requested = Signal()
    weakest_requested = Signal()
    resume_requested = Signal()
    set_aside_requested = Signal()
    round_requested = Signal(object)
    rounds_requested = Signal()
    banks_requested = Signal()
    notice_closed = Signal()

    def __init__(
        self,
        appearance: Appearance,
        parent: QWidget | None = None,
        today: Callable[[], QDate] = QDate.currentDate,
    ) -> None:
        super().__init__(_COLUMN, parent)
        self._today = today
        self._view = TodayView()
        self._kept: ResumeView | None = None
        self._counting = Counting(self)
        self._date = Text("choice", tone="muted")
        apart = self.tr("A guest is practising. These answers are saved apart from your own.")
        self._guest = Text("body", apart, "muted")
        self._notice = NoticeLine()
        self._lead = Text("lead", tone="muted")
        self._heading = Text("hero")
        self._start = Button("", "filled", key="Enter", icon="arrow-right", after=True, large=True)
        self._choose = Button(self.tr("Choose yourself"), "quiet", large=True)
        self._logo = Logo(appearance)
        self._round = RoundCard()
        self._resume, self._bank = ResumeCard(), UsedBankCard()
        self._weakest, self._exam = WeakestCard(appearance), ExamCard()
        self._clock = QTimer(self, interval=_MINUTE)
        self._build()
        self._connect_signals()
        self.show_today(TodayView())
        self.show_resume(None)
        self.show_round(None)

    # -- building ------------------------------------------------------------------------------

    def _build(self) -> None:
        self.column.setSpacing(_GAP)
        head = QHBoxLayout()
        head.addWidget(Text("title", self.tr("Today")), 1)
        head.addWidget(self._date)
        offers = TwoColumns(_GAP, _GAP, shares=(5, 2), least=_BESIDE_FROM)
        for offer in (self._hero(), self._resume):
            offers.addWidget(offer)
        cards = ColumnsLayout(3, _CARD, gap=_GAP)
        for card in (self._weakest, self._exam, self._bank):
            cards.addWidget(card)
        self.column.addLayout(head)
        self.column.addWidget(self._guest)
        self.column.addWidget(self._notice)
        self.column.addWidget(self._round)
        self.column.addLayout(offers)
        self.column.addLayout(cards)
        self.column.addStretch(1)

    def _hero(self) -> Card:
        """The set that is offered, beside the logo."""
        buttons = FlowLayout()
        buttons.addWidget(self._start)
        buttons.addWidget(self._choose)
        words = QVBoxLayout()
        words.setSpacing(8)
        words.addWidget(self._heading)
        words.addWidget(self._lead)
        words.addSpacing(8)
        words.addLayout(buttons)
        words.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(24)
        row.addLayout(words, 1)
        row.addWidget(self._logo, 0, Qt.AlignmentFlag.AlignVCenter)
        card = Card(padding=(22, 20))
        card.body.addLayout(row)
        return card

    def _connect_signals(self) -> None:
        self._start.clicked.connect(self.start_requested)
        self._choose.clicked.connect(self.practice_requested)
        self._weakest.practise_requested.connect(self.weakest_requested)
        self._resume.resume_requested.connect(self.resume_requested)
        self._resume.set_aside_requested.connect(self.set_aside_requested)
        self._round.resume_requested.connect(self.round_requested)
        self._round.rounds_requested.connect(self.rounds_requested)
        self._bank.banks_requested.connect(self.banks_requested)
        self._notice.closed.connect(self.notice_closed)
        self._clock.timeout.connect(self._show_day)

    # -- showing -------------------------------------------------------------------------------

    def show_today(self, view: TodayView) -> None:
        """Offer a set from the open bank; before one is read, the first set of ten."""
        self._view = view
        length = min(10, view.questions) if view.bank else 10
        questions = self._counting.questions_in_words(length)
        self._heading.setText(f"{questions}, {self._counting.duration(length)}")
        self._start.setText(self.tr("Start {questions}").format(questions=questions.lower()))
        self._start.setEnabled(length > 0)
        self._lead.setText(self._what_follows(is_first=not view.met))
        self._bank.show_bank(view.bank or self.tr("Reading the bank …"), self._holds(view))
        self._guest.setVisible(view.guest)
        self._notice.show_notice(view.notice)
        self._weakest.show_cue(view.weakest)
        self._show_day()

    def show_resume(self, view: ResumeView | None) -> None:
        """Offer a session left in the middle, or none."""
        self._kept = view
        self._show_day()

    def show_round(self, view: RoundView | None) -> None:
        """Offer a round left in the middle, or none."""
        self._round.show_round(view)

    def show_reading(self, part: float) -> None:
        """Say how far the first bank has been read, 0 to 1."""
        self._bank.show_title(self.tr("Reading the bank, {percent} %").format(percent=round(100 * part)))

    def _show_day(self) -> None:
        """Say what depends on the date."""
        today = self._today()
        self._date.setText(QLocale().toString(today, QLocale.FormatType.LongFormat))
        self._exam.show_exam(self._view.exam, today)
        self._resume.show_session(self._stopped(self._kept, today) if self._kept else "")

    def _stopped(self, kept: ResumeView, today: QDate) -> str:
        """Where a session was left, and on which day."""
        ago = kept.started.daysTo(today)
        if not 0 <= ago < _WEEK:  # a weekday would be another week's; or the clock went back
            date = QLocale().toString(kept.started, QLocale.FormatType.LongFormat)
            sentence = self.tr("The session of {date} stopped at question {position} of {total}")
            return sentence.format(date=date, position=kept.position, total=kept.total)
        day = QLocale().toString(kept.started, "dddd") if ago else self.tr("Today")
        sentence = self.tr("{day}’s session stopped at question {position} of {total}")
        return sentence.format(day=day, position=kept.position, total=kept.total)

    def _what_follows(self, *, is_first: bool) -> str:
        if not is_first:
            return self.tr("What is new comes first, then what you missed.")
        if not self._view.scenarios:
            return self.tr(
                "Choose the one right option. The reasons for and against each follow every answer."
            )
        return self.tr(
            "Each shows a small scenario. Decide whether it is a product or a service, "
            "then say what decides it. The reasons follow every answer."
        )

    def _holds(self, view: TodayView) -> str:
        """What the bank holds, as far as it is read."""
        if not view.bank:
            return " "
        met = (
            self.tr("{met} of them answered").format(met=view.met)
            if view.met
            else self.tr("none answered yet")
        )
        parts = [self._counting.questions(view.questions), met]
        if view.errors:
            parts.append(self._counting.problems(view.errors))
        return " · ".join(parts)

    # -- the window's events -------------------------------------------------------------------

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Follow the date while the page can be seen."""
        super().showEvent(event)
        self._show_day()
        self._clock.start()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._clock.stop()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """The logo is the first thing to go where words need the room."""
        self._logo.setVisible(self.width() >= scaled(_LOGO_FROM))
        super().resizeEvent(event)

    def take_focus(self) -> None:
        """Begin at the top, and let Enter start."""
        self._start.setFocus(Qt.FocusReason.OtherFocusReason)
        self.verticalScrollBar().setValue(0)
