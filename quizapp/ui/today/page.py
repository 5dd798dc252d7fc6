"""The first page."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QWidget

from quizapp.ui.compat import override
from quizapp.ui.counting import Counting
from quizapp.ui.running_paper import PaperView
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.style.type import scaled, text_scale
from quizapp.ui.today.bars import HIGH, LOW
from quizapp.ui.today.cards import PaperCard, RoundCard, RoundView, UsedBankCard, WeakestCard
from quizapp.ui.today.offer import OfferedCard
from quizapp.ui.today.stopped import StoppedView, StoppedWords, WaitingCard
from quizapp.ui.today.study import DueCard, ExamCard
from quizapp.ui.today.view import TodayView
from quizapp.ui.widgets.buttons import Button
from quizapp.ui.widgets.layouts import ColumnsLayout, FlowLayout, TwoColumns
from quizapp.ui.widgets.notice import NoticeLine
from quizapp.ui.widgets.page import BROAD, ScrollPage, column_margin
from quizapp.ui.widgets.text import Text

if TYPE_CHECKING:
    from quizapp.ui.today.goal import GoalLine, WeekCard

_MINUTE = 60_000  # ms
# px at 100 % text: the least width of a card among others, of the page with the logo, and of the column with
# the sessions that wait beside the offer
_CARD, _LOGO_FROM, _BESIDE_FROM = 250, 820, 780
_LOGO = 120  # px at 100 % text: its height at most, unless there is more to see
_LOGO_BROAD = (360, 190)  # the same of its place where there is
_LOGO_BESIDE_FROM = 1400  # the least width with the logo where sessions wait beside it
# px at 100 % text: from which size there is more to see, and of what height
_BROAD_FROM, _HIGH_FROM, _HIGH_OFFER = 1180, 760, 280
_USUAL_FROM, _HIGH_PLOT, _HIGHEST = 620, 220, 320  # likewise: where plots have their usual height; broad ones
_ABREAST, _ABREAST_BROAD = 3, 4
_GAP = 6  # px between cards, besides the px they keep free at their sides


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
        reset_read: that questions began anew has been there to read.
        day_changed: another day has begun while the page is there.
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
    reset_read = Signal()
    day_changed = Signal()

    def __init__(
        self,
        appearance: Appearance,
        parent: QWidget | None = None,
        today: Callable[[], QDate] = QDate.currentDate,
        *,
        view: TodayView = TodayView(),  # noqa: B008 - it cannot change
        stopped: Sequence[StoppedView] = (),
        round_: RoundView | None = None,
        paper: PaperView | None = None,
    ) -> None:
        """Show at once what is known.

        Args:
            appearance: the appearance in force.
            parent: the owner.
            today: tells this day.
            view: what there is to do.
            stopped: the sessions left in the middle, the newest first.
            round_: the round left in the middle.
            paper: the paper whose time runs.
        """
        super().__init__(BROAD, parent)
        self._today, self._day = today, QDate()
        self._view, self._stopped = view, tuple(stopped)
        self._has_round, self._has_paper = round_ is not None, paper is not None
        self._counting, self._words = Counting(self), StoppedWords(self)
        self._date = Text("choice", tone="muted")
        apart = self.tr("A guest is practising. These answers are saved apart from your own.")
        self._guest = Text("body", apart, "muted")
        self._notice = NoticeLine()
        self._discarded = NoticeLine(action=self.tr("Undo"))
        self._offer = OfferedCard(appearance)
        self._round, self._paper = RoundCard(), PaperCard()
        self._waiting, self._bank = WaitingCard(), UsedBankCard()
        self._waiting.tab_after = self._offer.choose
        self._due = DueCard(appearance)
        self._weakest, self._exam = WeakestCard(appearance), ExamCard(appearance)
        self._appearance = appearance
        self._line: GoalLine | None = None  # most have no goal
        self._week: WeekCard | None = None
        self._cards = ColumnsLayout(_ABREAST, _CARD, gap=_GAP, even=True)
        self._clock = QTimer(self, interval=_MINUTE)
        self._build()
        self._connect_signals()
        self._round.show_round(round_)
        self._paper.show_paper(paper)
        self._stand_in_order(had_focus=False)
        self.show_today(view)

    # -- building ------------------------------------------------------------------------------

    def _build(self) -> None:
        self.column.setSpacing(_GAP)
        head = FlowLayout(spread=True)
        head.addWidget(Text("title", self.tr("Today")))
        head.addWidget(self._date)
        offers = TwoColumns(_GAP, _GAP, shares=(3, 2), least=_BESIDE_FROM)
        for offer in (self._offer, self._waiting):
            offers.addWidget(offer)
        for card in (self._due, self._weakest, self._exam, self._bank):
            self._cards.addWidget(card)
        self.column.addLayout(head)
        for line in (self._guest, self._notice, self._discarded, self._paper, self._round):
            self.column.addWidget(line)
        self.column.addLayout(offers)
        self.column.addLayout(self._cards)
        self.column.addStretch(1)

    def _connect_signals(self) -> None:
        offer = self._offer
        offer.start_requested.connect(self.start_requested)
        offer.practice_requested.connect(self.practice_requested)
        offer.banks_requested.connect(self.banks_requested)
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
        self._clock.timeout.connect(self._follow_day)

    # -- showing -------------------------------------------------------------------------------

    def show_today(self, view: TodayView) -> None:
        """Show what there is to do with the open banks, or before one is read."""
        self._view = view
        self._show_goal(view)
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

    def _show_goal(self, view: TodayView) -> None:
        """Show how far one has got with a daily goal, where one is set."""
        if view.has_goal and self._line is None:
            from quizapp.ui.today.goal import GoalLine  # noqa: PLC0415 - most have no goal

            self._line = GoalLine()
            self.column.insertWidget(self.column.count() - 1, self._line)
        for part in (self._line, self._week):
            if part is not None:
                part.show_goal(view.goal)

    def _show_week(self, *, wanted: bool) -> None:
        """Show the week as a card, or no longer."""
        if wanted and self._week is None:
            from quizapp.ui.today.goal import WeekCard  # noqa: PLC0415 - as above

            self._week = week = WeekCard(self._appearance)
            week.show_goal(self._view.goal)
            self._cards.addWidget(week)
        if self._week is not None:
            self._week.setVisible(wanted)

    def show_round(self, view: RoundView | None) -> None:
        """Offer a round left in the middle before all but a paper, or none."""
        had_focus = self._primary.hasFocus()
        self._has_round = view is not None
        self._stand_in_order(had_focus=had_focus and view is None)
        self._round.show_round(view)
        if had_focus:
            self._primary.setFocus()

    def show_paper(self, view: PaperView | None) -> None:
        """Offer to go on with a paper whose time runs before all else, or none."""
        had_focus = self._primary.hasFocus()
        self._has_paper = view is not None
        self._stand_in_order(had_focus=had_focus and view is None)
        self._paper.show_paper(view)
        if had_focus:
            self._primary.setFocus()

    def _stand_in_order(self, *, had_focus: bool) -> None:
        """Fill one button; the focus goes there before Qt hands on what a hidden card had."""
        self._round.stand_second(is_second=self._has_paper)
        self._offer.stand_second(is_second=self._has_paper or self._has_round)
        if had_focus:
            self._primary.setFocus()

    @property
    def _primary(self) -> Button:
        """The one button that is filled, which Enter presses: what is most pressing."""
        if self._has_paper:
            return self._paper.primary
        return self._round.primary if self._has_round else self._offer.primary

    def show_reading(self, part: float) -> None:
        """Say how far the first bank has been read, 0 to 1, unless it is the one that was there before."""
        if not self._view.bank:
            self._say_reading(part)

    def _say_reading(self, part: float) -> None:
        self._bank.show_title(self.tr("Reading the bank, {percent} %").format(percent=round(100 * part)))

    def _follow_day(self) -> None:
        """Say what another day brings, once it has begun."""
        is_another = self._day != self._today()
        self._show_day()
        if is_another:
            self.day_changed.emit()

    def _show_day(self) -> None:
        """Say what depends on the date."""
        self._day = today = self._today()
        self._date.setText(QLocale().toString(today, QLocale.FormatType.LongFormat))
        self._due.show_due(self._view.study, today, is_new=self._view.is_new)
        self._exam.show_exam(self._view.exam, today, self._view.study, is_bare=self._view.is_empty)
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
        parts = [self._counting.questions(view.questions)]
        if view.is_known:
            met = self.tr("{met} answered").format(met=view.met) if view.met else self.tr("all new")
            parts.append(met)
        if view.errors:
            parts.append(self._counting.problems(view.errors))
        return " · ".join(parts)

    # -- the window's events -------------------------------------------------------------------

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Follow the date while the page can be seen."""
        super().showEvent(event)
        if self._day != self._today():
            self._show_day()
        self._clock.start()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._clock.stop()
        if not event.spontaneous() and self._view.study is not None and self._view.study.reset:
            self.reset_read.emit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._show_logo()
        super().resizeEvent(event)

    def _show_logo(self) -> None:
        """The logo is the first thing to go where words need the room."""
        least = _LOGO_BESIDE_FROM if len(self._stopped) > 1 else _LOGO_FROM
        self._offer.logo.setVisible(self.width() >= scaled(least))
        is_broad = self.width() >= scaled(_BROAD_FROM) and self.height() >= scaled(_HIGH_FROM)
        across, down = map(scaled, _LOGO_BROAD)
        self._offer.logo.setMinimumSize(across if is_broad else 0, down if is_broad else 0)
        self._offer.logo.setMaximumHeight(down if is_broad else scaled(_LOGO))
        self._weakest.show_more(wanted=is_broad)
        spare = max(0, round(self.height() / text_scale()) - _HIGH_FROM)
        self._offer.setMinimumHeight(scaled(_HIGH_OFFER + spare // 3) if is_broad else 0)
        usual = HIGH if self.height() >= scaled(_USUAL_FROM) else LOW
        self._show_cards(min(_HIGHEST, _HIGH_PLOT + spare // 2) if is_broad else usual, is_broad=is_broad)

    def _show_cards(self, height: int, *, is_broad: bool) -> None:
        """Show the cards that say something now, those with plots so many px at 100 % text high."""
        self._due.set_height(height)
        self._exam.set_height(height)
        self._due.setHidden(self._view.is_empty)
        has_goal = self._view.has_goal
        if self._line is not None:
            self._line.setVisible(has_goal and not is_broad)
        self._show_week(wanted=has_goal and is_broad)
        if self._week is not None:
            self._week.set_height(height)
        self._cards.set_most(_ABREAST_BROAD if is_broad else _ABREAST)
        self._show_bank()

    def _show_bank(self) -> None:
        """Show the bank where it has a place free, and where there is something to be said of it."""
        width = self.width() - 2 * column_margin(self.width(), BROAD)
        others, abreast = self._cards.shown - (not self._bank.isHidden()), self._cards.abreast(width)
        is_wanted = not self._view.bank or self._view.errors > 0 or others % abreast > 0
        self._bank.setVisible(is_wanted and not self._view.is_empty)

    @override
    def take_focus(self) -> None:
        """Begin at the top, and let Enter do what is offered first."""
        self._primary.setFocus(Qt.FocusReason.OtherFocusReason)
        self.verticalScrollBar().setValue(0)
