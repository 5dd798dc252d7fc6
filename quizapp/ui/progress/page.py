"""The Progress page: how somebody gets on, in plots or in their tables."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.domain.progress import ENOUGH_ANSWERS, Report
from quizapp.ui.compat import override
from quizapp.ui.progress.cards import FigureCard, Format, SharesCard, TimelineCard
from quizapp.ui.progress.knowing import CalibrationCard, ForecastCard, MisconceptionsCard, ReasonsCard
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.widgets.buttons import ENTER, Button
from quizapp.ui.widgets.cards import Card
from quizapp.ui.widgets.choices import ChipGroup
from quizapp.ui.widgets.layouts import FlowLayout, TwoColumns, enable_height_for_width, set_tab_order
from quizapp.ui.widgets.page import BROAD, PagingKey, PassingNote, ScrollPage
from quizapp.ui.widgets.text import Text

PERIODS: tuple[int | None, ...] = (7, 30, None)
"""The days that can be looked at; None for all of them."""

_USUAL = 1
_LEAST_BESIDE, _BESIDE = 700, (6, 5)  # px at 100 % text from which cards stand abreast, and how
_LEAST_TABLES = 1100  # the same of tables
_GAP = 6  # px at 100 % text between cards, besides what they keep free at their sides
_PAGE = 0.8  # of what is visible


@dataclass(frozen=True, slots=True)
class ProgressView:
    """What Progress has to show.

    Attributes:
        report: of the period that is chosen.
        has_answers: whether anything was ever answered that could earn a point.
        today: the day here.
        forecast: how many reviews are due on each day from today on; empty where none are kept.
        to_exam: whether the last of these days is the one before the exam.
        is_reading: whether banks are still read.
    """

    report: Report
    has_answers: bool
    today: date
    forecast: Sequence[int] = ()
    to_exam: bool = False
    is_reading: bool = False


class ProgressPage(ScrollPage):
    """Shows a report, or leads to Practice while there is nothing to report.

    Attributes:
        timeline: right answers over time.
        cues: shares by kind of reason.
        topics: shares by topic.
        reasons: right for the right reason.
        calibration: how sure against how right.
        misconceptions: what may still mislead.
        forecast: reviews to come.

    Signals:
        period_changed: another period was chosen, see `period`.
        practice_requested: go to Practice.
        save_requested: carries a card and the `Format` in which its figure is wanted as a file.
    """

    period_changed = Signal()
    practice_requested = Signal()
    save_requested = Signal(object, object)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(BROAD, parent)
        self.setAccessibleName(self.tr("Progress"))
        self._periods = ChipGroup(self.tr("Period"), one_of=True)
        self._periods.show_chips((self.tr("7 days"), self.tr("30 days"), self.tr("All")))
        self._periods.choose((_USUAL,))
        self._as_table = Button(self.tr("Show as table"), "quiet", key="T", icon="table", small=True)
        self._as_table.setCheckable(True)
        self._reading = Text("label", self.tr("Reading the banks …"), "muted")
        self._empty = Card()
        self._empty_heading, self._empty_words = Text("section"), Text("body")
        self._practise = Button(self.tr("Go to Practice"), "filled", key="Enter")
        self._beside = TwoColumns(_GAP, _GAP, shares=_BESIDE, least=_LEAST_BESIDE)
        self._stacks: list[QWidget] = []
        self._note = PassingNote(self)
        self._shown: tuple[ProgressView, int | None] | None = None
        self.timeline = TimelineCard(appearance)
        self.cues = SharesCard(
            appearance,
            self.tr("By kind of reason"),
            self.tr("right, and for the right reason"),
            self.tr("Kind of reason"),
            "kind_of_reason",
        )
        self.topics = SharesCard(
            appearance, self.tr("By topic"), self.tr("points"), self.tr("Topic"), "topic"
        )
        self.reasons = ReasonsCard(appearance)
        self.calibration = CalibrationCard(appearance)
        self.misconceptions = MisconceptionsCard(appearance)
        self.forecast = ForecastCard(appearance)
        self._build()

    @property
    def cards(self) -> tuple[FigureCard, ...]:
        """All figures, in the order in which they are read."""
        left = (self.cues, self.topics, self.forecast)
        return (self.timeline, *left, self.calibration, self.reasons, self.misconceptions)

    @property
    def _columns(self) -> tuple[tuple[FigureCard, ...], tuple[FigureCard, ...]]:
        """The cards that stand in two columns."""
        return self.cards[1:4], self.cards[4:]

    # -- building --------------------------------------------------------------------------------

    def _build(self) -> None:
        self.column.addLayout(self._head())
        self.column.addWidget(self._reading)
        for part in (self._empty_heading, self._empty_words):
            self._empty.body.addWidget(part)
        buttons = FlowLayout()  # an alignment would go by the button's own direction, turned for its key
        buttons.addWidget(self._practise)
        self._empty.body.addLayout(buttons)
        self.column.addWidget(self._empty)
        self.column.addWidget(self.timeline)
        for cards in self._columns:
            self._stacks.append(_stack(cards))
            self._beside.addWidget(self._stacks[-1])
        self.column.addLayout(self._beside)
        self.column.addStretch(1)
        for card in self.cards:
            card.save_requested.connect(lambda kind, card=card: self._request_save(card, kind))
        self._periods.changed.connect(self.period_changed)
        self._practise.clicked.connect(self.practice_requested)
        self._as_table.toggled.connect(self._show_tables)
        QShortcut(QKeySequence(Qt.Key.Key_T), self._as_table, self._as_table.click)  # not where it is hidden
        for key, share in ((Qt.Key.Key_PageDown, _PAGE), (Qt.Key.Key_PageUp, -_PAGE)):
            PagingKey(key, self, share, self)
        set_tab_order((self._periods, *self._periods.chips, self._as_table, self._practise))

    def _head(self) -> FlowLayout:
        """The title, and at its far end what is shown; below it where the page is narrow."""
        controls, holder = FlowLayout(gap=8), QWidget()
        holder.setLayout(controls)
        controls.addWidget(self._periods)
        controls.addWidget(self._as_table)
        enable_height_for_width(holder)
        head = FlowLayout(gap=16, spread=True)
        head.addWidget(Text("title", self.tr("Progress")))
        head.addWidget(holder)
        return head

    # -- showing ---------------------------------------------------------------------------------

    @property
    def period(self) -> int | None:
        """The days that are looked at, up to today; None for all of them."""
        return PERIODS[next(iter(self._periods.chosen), _USUAL)]

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and self._practise.isVisible():
            self._practise.click()
        else:
            super().keyPressEvent(event)

    def show_message(self, sentence: str) -> None:
        """Say what was done, for a moment, at the foot of the page."""
        self._note.show_message(sentence)

    def show_progress(self, view: ProgressView) -> None:
        """Show a report; the same one again stays as it is."""
        if (view, self.period) == self._shown:
            return
        self._shown, report = (view, self.period), view.report
        is_shown = report.answers >= ENOUGH_ANSWERS
        self._reading.setVisible(view.is_reading)
        self._periods.setVisible(view.has_answers)
        self._as_table.setVisible(is_shown or any(view.forecast))
        self._show_empty(view)
        self.timeline.setVisible(is_shown)
        if is_shown:
            self.timeline.show_timeline(report.timeline)
        self.cues.show_shares(report.cues if is_shown else ())
        self.topics.show_shares(report.topics if is_shown else ())
        if is_shown:
            self.reasons.show_reasons(report.reasons)
        self.reasons.setVisible(is_shown and report.reasons.right > 0)
        self.calibration.show_calibration(report.calibration if is_shown else None)
        self.misconceptions.show_misconceptions(report.misconceptions if is_shown else ())
        self.forecast.show_forecast(view.today, view.forecast, to_exam=view.to_exam)
        for stack, cards in zip(self._stacks, self._columns, strict=True):  # one alone has all the width
            stack.setVisible(any(not card.isHidden() for card in cards))

    def _show_empty(self, view: ProgressView) -> None:
        """Say that there is nothing to show, or too little, rather than to show noise."""
        self._empty.setVisible(view.report.answers < ENOUGH_ANSWERS)
        if not view.has_answers:
            heading = self.tr("Nothing answered yet")
            sentence = self.tr(
                "After your first sessions this page shows how you get on: right answers over time, the "
                "kinds of reason and topics that are weak, and what may still mislead you."
            )
        elif view.report.is_empty:
            heading = self.tr("Nothing answered in the last {n} days").format(n=self.period)
            sentence = self.tr("“All” shows what you answered before.")
        else:
            few, answers = view.report.answers, self.tr("Only {n} answers so far")
            heading = self.tr("Only one answer so far") if few == 1 else answers.format(n=few)
            if self.period is not None:
                answers = self.tr("Only {n} answers in the last {days} days")
                one = self.tr("Only one answer in the last {days} days")
                heading = (one if few == 1 else answers).format(n=few, days=self.period)
            sentence = self.tr("That is too few to say anything. From {least} on, figures are shown here.")
        self._empty_heading.setText(heading)
        self._empty_words.setText(sentence.format(least=ENOUGH_ANSWERS))

    def _show_tables(self, shown: bool) -> None:  # noqa: FBT001 - the signal's own
        for card in self.cards:
            card.show_as_table(shown=shown)
        self._beside.set_least(_LEAST_TABLES if shown else _LEAST_BESIDE)

    def _request_save(self, card: FigureCard, kind: Format) -> None:
        self.save_requested.emit(card, kind)


def _stack(cards: Sequence[QWidget]) -> QWidget:
    """Cards one above the other, at the top of their column."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(_GAP)
    for card in cards:
        column.addWidget(card)
    column.addStretch(1)
    enable_height_for_width(holder)
    return holder
