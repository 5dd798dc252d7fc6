"""The first page."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QDate, QElapsedTimer, QLocale, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from quizapp.domain.history import CueScore
from quizapp.ui.compat import override
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.style.type import scaled
from quizapp.ui.today.cards import (
    ExamCard,
    PaperCard,
    PaperView,
    RoundCard,
    RoundView,
    UsedBankCard,
    WeakestCard,
)
from quizapp.ui.today.stopped import StoppedView, StoppedWords, WaitingCard
from quizapp.ui.widgets.buttons import Button
from quizapp.ui.widgets.cards import Card
from quizapp.ui.widgets.layouts import ColumnsLayout, FlowLayout, TwoColumns
from quizapp.ui.widgets.notice import NoticeLine
from quizapp.ui.widgets.page import BROAD, ScrollPage
from quizapp.ui.widgets.signs import Logo
from quizapp.ui.widgets.text import Text
from quizapp.ui.wording import Counting

_MINUTE = 60_000  # ms
# px at 100 % text: the least width of a card among others, of the page with the logo, and of the column with
# the sessions that wait beside the offer
_CARD, _LOGO_FROM, _BESIDE_FROM = 250, 820, 780
_NARROW = 300  # the width of the offer below which its buttons spare what they can
_LOGO_BESIDE_FROM = 1400  # the least width with the logo where sessions wait beside it
_BROAD_FROM, _HIGH_FROM, _HIGH_OFFER = (
    1180,
    760,
    280,
)  # from which size there is more to see, and of what height
_GAP = 6  # px between cards, besides the px they keep free at their sides


@dataclass(frozen=True, slots=True)
class TodayView:
    """What Today has to say.

    Attributes:
        bank: the title of the open bank; empty until one is read.
        questions: how many it holds.
        met: how many of them were answered before.
        errors: how many problems its file has.
        weakest: the cues worth practising, the weakest first; none while none stands out.
        exam: the day of the exam; None where none is set.
        guest: whether a guest is practising.
        notice: a sentence about quiet trouble; empty for none.
        scenarios: whether the bank asks for verdicts, not for choices alone.
    """

    bank: str = ""
    questions: int = 0
    met: int = 0
    errors: int = 0
    weakest: tuple[CueScore, ...] = ()
    exam: QDate | None = None
    guest: bool = False
    notice: str = ""
    scenarios: bool = True


class OfferedCard(Card):
    """What to do now, beside the logo: go on with a stopped session, or begin a new one.

    Signals:
        start_requested: begin the set that is offered.
        practice_requested: choose what to practise.
        resume_requested: go on with the stopped session; carries its id.
        discard_requested: offer that session no longer; carries its id.
    """

    start_requested = Signal()
    practice_requested = Signal()
    resume_requested = Signal(object)
    discard_requested = Signal(object)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=(22, 20))
        self._words, self._counting = StoppedWords(self), Counting(self)
        self._kept: StoppedView | None = None
        self._is_second = False
        self._since_discard = QElapsedTimer()
        self._heading, self._lead = Text("hero"), Text("lead", tone="muted")
        self.logo = Logo(appearance)
        self.resume = Button(
            self.tr("Resume"), "filled", key="Enter", icon="arrow-right", after=True, large=True
        )
        self.start = Button("", "filled", key="Enter", icon="arrow-right", after=True, large=True)
        self.new = Button("", "quiet", key="N", large=True)
        self._choose = Button(self.tr("Choose your own questions"), "quiet", large=True)
        self.discard = Button(self.tr("Discard"), "quiet", large=True)
        self._build()
        self._connect_signals()

    def _build(self) -> None:
        buttons = FlowLayout()
        for button in (self.resume, self.start, self.new, self._choose, self.discard):
            buttons.addWidget(button)
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
        row.addWidget(self.logo, 0, Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(row)

    def _connect_signals(self) -> None:
        self.start.clicked.connect(self.start_requested)
        self.new.clicked.connect(self.start_requested)
        self._choose.clicked.connect(self.practice_requested)
        self.resume.clicked.connect(self._ask_to_resume)
        self.discard.clicked.connect(self._ask_to_discard)
        for key, button in (("R", self.resume), ("N", self.new)):
            shortcut = QShortcut(QKeySequence(key), button)  # a button's own shortcut clicks 100 ms late
            shortcut.activated.connect(button.click)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keys, and words that can be spared, are the first things to go where the room is short."""
        is_narrow = event.size().width() < scaled(_NARROW)
        self._show_keys(is_narrow=is_narrow)
        whole = self.tr("Choose your own questions")
        self._choose.setText(self.tr("Choose your own") if is_narrow else whole)
        self._choose.setAccessibleName(whole)
        super().resizeEvent(event)

    def _show_keys(self, *, is_narrow: bool) -> None:
        enter = "" if self._is_second else "Enter"
        for button, key in ((self.resume, enter), (self.start, enter), (self.new, "N")):
            if button.key != ("" if is_narrow else key):
                button.set_key("" if is_narrow else key)

    def stand_second(self, *, is_second: bool) -> None:
        """Leave Enter and the filled button to what is more pressing, or have them."""
        self._is_second = is_second
        for button in (self.resume, self.start):
            button.set_kind("outline" if is_second else "filled")
        self._show_keys(is_narrow=self.width() < scaled(_NARROW))

    @property
    def primary(self) -> Button:
        """The one that Enter presses, unless something stands before it."""
        return self.start if self._kept is None else self.resume

    def show_offer(self, view: TodayView, kept: StoppedView | None, today: QDate) -> None:
        """Offer to go on with a session, or a set from the open bank; before one is read, the first ten."""
        self._kept = kept
        length = min(10, view.questions) if view.bank else 10
        questions = self._counting.questions_in_words(length)
        self.start.setText(self.tr("Start {questions}").format(questions=questions.lower()))
        self.new.setText(self.tr("Start {questions}").format(questions=questions.lower()))
        for button in (self.start, self.new):
            button.setEnabled(length > 0)
        if kept is None:
            self._heading.setText(f"{questions}, {self._counting.duration(length)}")
            self._lead.setText(self._what_follows(view))
        else:
            self._heading.setText(self._words.heading(kept))
            self._lead.setText(self._words.lead(kept, today))
        for button in (self.start, self._choose):
            button.setVisible(kept is None)
        for button in (self.resume, self.new, self.discard):
            button.setVisible(kept is not None)

    def _what_follows(self, view: TodayView) -> str:
        if view.met:
            return self.tr("New questions first, then your mistakes.")
        if not view.scenarios:
            return self.tr(
                "Choose the one right option. The reasons for and against each follow every answer."
            )
        return self.tr(
            "Each shows a small scenario. Decide whether it is a product or a service, "
            "then say what decides it. The reasons follow every answer."
        )

    def _ask_to_resume(self) -> None:
        if self._kept is not None:
            self.resume_requested.emit(self._kept.id)

    def _ask_to_discard(self) -> None:
        """A double click discards one session, not the next one as well that stands in its place."""
        is_second = (
            self._since_discard.isValid()
            and self._since_discard.elapsed() < QApplication.doubleClickInterval()
        )
        if self._kept is not None and not is_second:
            self._since_discard.start()
            self.discard_requested.emit(self._kept.id)


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
        resume_requested: go on with a session left in the middle; carries its id.
        discard_requested: offer such a session no longer; carries its id.
        undo_requested: offer the session discarded last as before.
        round_requested: go on with the round left in the middle; carries its id.
        rounds_requested: show all rounds.
        paper_requested: go on with the paper whose time runs; carries its id.
        banks_requested: show the open bank.
        notice_closed: the notice was read and need not be shown again.
        discard_notice_closed: the same for that of a discarded session.
    """

    start_requested = Signal()
    practice_requested = Signal()
    weakest_requested = Signal()
    resume_requested = Signal(object)
    discard_requested = Signal(object)
    undo_requested = Signal()
    round_requested = Signal(object)
    rounds_requested = Signal()
    paper_requested = Signal(object)
    banks_requested = Signal()
    notice_closed = Signal()
    discard_notice_closed = Signal()

    def __init__(
        self,
        appearance: Appearance,
        parent: QWidget | None = None,
        today: Callable[[], QDate] = QDate.currentDate,
    ) -> None:
        super().__init__(BROAD, parent)
        self._today = today
        self._view = TodayView()
        self._stopped: tuple[StoppedView, ...] = ()
        self._has_round = False
        self._counting, self._words = Counting(self), StoppedWords(self)
        self._date = Text("choice", tone="muted")
        apart = self.tr("A guest is practising. These answers are saved apart from your own.")
        self._guest = Text("body", apart, "muted")
        self._notice = NoticeLine()
        self._discarded = NoticeLine(action=self.tr("Undo"))
        self._offer = OfferedCard(appearance)
        self._resume = self._offer.resume
        self._round, self._paper = RoundCard(), PaperCard()
        self._waiting, self._bank = WaitingCard(), UsedBankCard()
        self._waiting.tab_after = self._offer.discard
        self._weakest, self._exam = WeakestCard(appearance), ExamCard(appearance)
        self._clock = QTimer(self, interval=_MINUTE)
        self._build()
        self._connect_signals()
        self.show_today(TodayView())
        self.show_round(None)
        self.show_paper(None)

    # -- building ------------------------------------------------------------------------------

    def _build(self) -> None:
        self.column.setSpacing(_GAP)
        head = FlowLayout(spread=True)
        head.addWidget(Text("title", self.tr("Today")))
        head.addWidget(self._date)
        offers = TwoColumns(_GAP, _GAP, shares=(3, 2), least=_BESIDE_FROM)
        for offer in (self._offer, self._waiting):
            offers.addWidget(offer)
        cards = ColumnsLayout(3, _CARD, gap=_GAP)
        for card in (self._weakest, self._exam, self._bank):
            cards.addWidget(card)
        self.column.addLayout(head)
        for line in (self._guest, self._notice, self._discarded, self._paper, self._round):
            self.column.addWidget(line)
        self.column.addLayout(offers)
        self.column.addLayout(cards)
        self.column.addStretch(1)

    def _connect_signals(self) -> None:
        offer = self._offer
        offer.start_requested.connect(self.start_requested)
        offer.practice_requested.connect(self.practice_requested)
        for waiting in (offer, self._waiting):
            waiting.resume_requested.connect(self.resume_requested)
            waiting.discard_requested.connect(self.discard_requested)
        self._weakest.practise_requested.connect(self.weakest_requested)
        self._round.resume_requested.connect(self.round_requested)
        self._paper.resume_requested.connect(self.paper_requested)
        self._round.rounds_requested.connect(self.rounds_requested)
        self._bank.banks_requested.connect(self.banks_requested)
        self._notice.closed.connect(self.notice_closed)
        self._discarded.closed.connect(self.discard_notice_closed)
        self._discarded.action_requested.connect(self.undo_requested)
        self._clock.timeout.connect(self._show_day)

    # -- showing -------------------------------------------------------------------------------

    def show_today(self, view: TodayView) -> None:
        """Show what there is to do with the open bank, or before one is read."""
        self._view = view
        self._bank.show_bank(view.bank or self.tr("Reading the bank …"), self._holds(view))
        self._guest.setVisible(view.guest)
        self._notice.show_notice(view.notice)
        self._weakest.show_cues(view.weakest)
        self._show_day()

    def show_stopped(self, views: Sequence[StoppedView]) -> None:
        """Offer the sessions left in the middle, the newest as what to do now."""
        self._stopped = tuple(views)
        self._show_day()

    def show_discarded(self, view: StoppedView | None) -> None:
        """Say that a session is offered no longer, with the way back; None says it no more."""
        had_focus = self.isAncestorOf(QApplication.focusWidget() or self)
        self._discarded.show_notice(self._words.discarded(view) if view is not None else "")
        if had_focus and self.isVisible():
            if view is not None:
                self._discarded.take_focus()
            else:
                self._primary.setFocus()

    def show_round(self, view: RoundView | None) -> None:
        """Offer a round left in the middle before all else, or none."""
        had_focus = self._primary.hasFocus()
        self._has_round = view is not None
        self._offer.stand_second(is_second=self._has_round)
        if had_focus and view is None:
            self._primary.setFocus()  # before Qt hands on what the hidden card had
        self._round.show_round(view)
        if had_focus:
            self._primary.setFocus()

    @property
    def _primary(self) -> Button:
        """The one button that is filled, which Enter presses."""
        return self._round.primary if self._has_round else self._offer.primary

    def show_paper(self, view: PaperView | None) -> None:
        """Offer to go on with a paper whose time runs, or none."""
        self._paper.show_paper(view)

    def show_reading(self, part: float) -> None:
        """Say how far the first bank has been read, 0 to 1."""
        self._bank.show_title(self.tr("Reading the bank, {percent} %").format(percent=round(100 * part)))

    def _show_day(self) -> None:
        """Say what depends on the date."""
        today = self._today()
        self._date.setText(QLocale().toString(today, QLocale.FormatType.LongFormat))
        self._exam.show_exam(self._view.exam, today, self._view.met, self._view.questions)
        had_focus = self._primary.hasFocus()
        self._offer.show_offer(self._view, next(iter(self._stopped), None), today)
        self._waiting.show_sessions(self._stopped[1:], today)
        self._show_logo()
        if had_focus:
            self._primary.setFocus()

    def _holds(self, view: TodayView) -> str:
        """What the bank holds, as far as it is read."""
        if not view.bank:
            return " "
        met = self.tr("{met} answered").format(met=view.met) if view.met else self.tr("all new")
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
        self._show_logo()
        super().resizeEvent(event)

    def _show_logo(self) -> None:
        """The logo is the first thing to go where words need the room."""
        least = _LOGO_BESIDE_FROM if len(self._stopped) > 1 else _LOGO_FROM
        self._offer.logo.setVisible(self.width() >= scaled(least))
        is_broad = self.width() >= scaled(_BROAD_FROM) and self.height() >= scaled(_HIGH_FROM)
        self._weakest.show_more(wanted=is_broad)
        self._exam.show_dots(wanted=is_broad)
        self._offer.setMinimumHeight(scaled(_HIGH_OFFER) if is_broad else 0)

    def take_focus(self) -> None:
        """Begin at the top, and let Enter do what is offered first."""
        self._primary.setFocus(Qt.FocusReason.OtherFocusReason)
        self.verticalScrollBar().setValue(0)
