"""The cards on what one knows of one's own answers: reasons, certainty, misconceptions, and what is due."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QDate, QLocale, QSize, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from quizapp.domain.calibration import Calibration, bias, brier, expected_calibration_error
from quizapp.domain.certainty import Certainty
from quizapp.domain.progress import MisconceptionRecord, ReasonTally, Share
from quizapp.exchange.csv_text import Cell
from quizapp.ui.compat import override
from quizapp.ui.progress.cards import (
    FIELDS,
    MOST_ROWS,
    FigureCard,
    share_cells,
    share_heads,
    share_values,
)
from quizapp.ui.progress.table import FigureTable
from quizapp.ui.progress.wording import day_and_month, percent, signed
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.style.sheet import RING
from quizapp.ui.widgets.cards import Rule
from quizapp.ui.widgets.interval_band import IntervalBand
from quizapp.ui.widgets.layouts import clear, enable_height_for_width
from quizapp.ui.widgets.plots_small import Bar, BarPlot, LevelPlot, LevelPoint
from quizapp.ui.widgets.text import Text


class ReasonsCard(FigureCard):
    """How many right answers were right for the right reason."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        figure = QWidget()
        super().__init__(
            appearance,
            parent=parent,
            heading=self.tr("Right for the right reason"),
            note=self.tr("each question by its last answer"),
            figure=figure,
        )
        self._number, self._of = Text("number"), Text("body")
        self._band = IntervalBand(appearance)
        self._rest = Text("label", tone="muted")
        head = QHBoxLayout()
        head.addWidget(self._number)
        head.addWidget(self._of, 1, Qt.AlignmentFlag.AlignVCenter)
        band = QHBoxLayout()
        band.setContentsMargins(RING, 0, RING, 0)
        band.addWidget(self._band)
        column = QVBoxLayout(figure)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(head)
        column.addLayout(band)
        column.addWidget(self._rest)
        enable_height_for_width(figure)

    def show_reasons(self, tally: ReasonTally) -> None:
        """Show a tally; the card hides where no answer was asked for its reason."""
        self.setVisible(tally.right > 0)
        if tally.right == 0:
            return
        share = Share(tally.right_reason, tally.right)
        self._number.setText(self.tr("{share} %").format(share=percent(share.value)))
        of = self.tr("of right answers: {right_reason} of {right}")
        self._of.setText(of.format(right_reason=tally.right_reason, right=tally.right))
        self._band.show_interval(*share.interval, share.value, None)
        rest = self.tr("{other} right for another reason or without one; {missed} of all {n} not right.")
        self._rest.setText(rest.format(other=tally.other_reason, missed=tally.missed, n=tally.number))
        self.set_table(lambda: self._table(tally))

    def _table(self, tally: ReasonTally) -> FigureTable:
        rows = (
            (self.tr("Right, for the right reason"), "right_reason", tally.right_reason),
            (self.tr("Right, for another reason or without one"), "other_reason", tally.other_reason),
            (self.tr("Not right"), "not_right", tally.missed),
        )
        return FigureTable(
            (self.tr("Outcome"), self.tr("Questions")),
            [[name, str(count)] for name, _, count in rows],
            ("outcome", "questions"),
            [[field, count] for _, field, count in rows],
        )


class CalibrationCard(FigureCard):
    """How sure somebody was against how right, the points that came to, and the four kinds of answers."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        figure = QWidget()
        self._plot = LevelPlot(appearance, "")
        super().__init__(
            appearance,
            parent=parent,
            heading=self.tr("How sure, how right"),
            note="",
            legend=self.tr("dashed boxes: where it should lie"),
            figure=figure,
        )
        self._plot.setAccessibleName(self.tr("Share right by how sure you were, a plot"))
        self._judged, self._marks = Text("body"), Text("label", tone="muted")
        four = QWidget()
        self._four = QGridLayout(four)
        self._four.setContentsMargins(0, 0, 0, 0)
        self._four.setHorizontalSpacing(8)
        self._four.setVerticalSpacing(2)
        self._four.setColumnStretch(0, 1)
        self._four.setColumnStretch(2, 1)
        column = QVBoxLayout(figure)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._plot)
        column.addWidget(self._judged)
        enable_height_for_width(figure)
        self.body.addWidget(Rule())
        enable_height_for_width(four)
        self.body.addWidget(four)
        self.body.addWidget(Rule())
        self.body.addWidget(self._marks)

    def show_calibration(self, told: Calibration | None) -> None:
        """Show what was said of certainty; the card hides where it was never asked."""
        self.setVisible(told is not None)
        if told is None:
            return
        self._plot.show_levels([self._level(each.tally.level, told) for each in told.levels])
        judged = self.words.calibrated(told)
        keys = self.tr("Left and Right go from level to level.")
        self._plot.setAccessibleDescription(f"{judged} {keys}")
        self._judged.setText(judged)
        self._marks.setText(self.words.marks(told))
        self._show_four(told)
        self.set_table(lambda: self._table(told))

    def _level(self, level: Certainty, told: Calibration) -> LevelPoint:
        result = next(each for each in told.levels if each.tally.level is level)
        answers = result.tally.answers
        return LevelPoint(
            self.words.level(level),
            self.tr("n {answers}").format(answers=answers),
            level.window,
            result.share if answers else None,
            *(result.interval if answers else (0.0, 0.0)),
            says=self.words.of_level(result),
        )

    def _show_four(self, told: Calibration) -> None:
        clear(self._four)
        for row, (name, count, meaning) in enumerate(self.words.four_way(told.four_way)):
            number = Text("label_strong", str(count))
            number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
            top = Qt.AlignmentFlag.AlignTop
            self._four.addWidget(Text("label", name), row, 0, top)
            self._four.addWidget(number, row, 1, top)
            self._four.addWidget(Text("label", meaning, "muted"), row, 2, top)

    def _table(self, told: Calibration) -> FigureTable:
        rows, values = [], []
        for each in told.levels:
            tally = each.tally
            share = Share(tally.right, tally.answers) if tally.answers else None
            none = ("0 / 0", "–", "–")
            rows.append(
                [
                    self.words.level(tally.level),
                    *(share_cells(share) if share else none),
                    self.words.window(tally.level),
                    self.words.judged(each),
                    signed(tally.marks),
                ]
            )
            numbers = share_values(share)[:5] if share else [0, 0, None, None, None]
            values.append([int(tally.level), *numbers, tally.marks, each.supported.value, *[None] * _OF_ALL])
        values.append(_all_levels(told))
        heads = (
            self.tr("Said"),
            *share_heads(self),
            self.tr("Fits"),
            self.tr("Judgement"),
            self.tr("Points"),
        )
        fields = ("level", *FIELDS[:5], "points_for_certainty", "judgement")
        of_all = ("bonus", "bias", "brier_score", "calibration_error")
        return FigureTable(heads, rows, (*fields, *of_all), values)


_OF_ALL = 4
"""The measures that a file has of all levels together, for whoever computes on."""


def _all_levels(told: Calibration) -> list[Cell]:
    """The last row of the file: all levels together; the last three measures with the levels' stand-ins."""
    measures = (told.bonus, bias(told.stated), brier(told.stated), expected_calibration_error(told.stated))
    numbers = share_values(Share(told.right, told.answers))[:5]
    return ["all", *numbers, told.marks, None, *(round(each, 4) for each in measures)]


class MisconceptionsCard(FigureCard):
    """Misconceptions that were chosen as a reason, and have not been left alone for long."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        self._rows, figure = QVBoxLayout(), QWidget()
        super().__init__(
            appearance,
            parent=parent,
            heading=self.tr("What may still mislead"),
            note=self.tr("chosen as a reason; fades when left alone three times in a row"),
            figure=figure,
        )
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(6)
        figure.setLayout(self._rows)
        enable_height_for_width(figure)

    def show_misconceptions(self, records: Sequence[MisconceptionRecord]) -> None:
        """Show records; the card hides where no misconception was ever chosen."""
        clear(self._rows)
        self.setVisible(bool(records))
        alive = [each for each in records if each.is_alive]
        for each in alive[:MOST_ROWS]:
            if self._rows.count():
                self._rows.addWidget(Rule())
            self._rows.addWidget(self._row(each))
        if not alive:
            self._rows.addWidget(Text("body", self.tr("None at present.")))
        if len(alive) > MOST_ROWS:
            more = self.tr("The {n} chosen last of {all}; the table (T) has all of them.")
            self._rows.addWidget(Text("label", more.format(n=MOST_ROWS, all=len(alive)), "muted"))
        if faded := [each.name.rstrip(".") for each in records if not each.is_alive]:
            words = self.tr("Faded: {names}.").format(names="; ".join(faded))
            self._rows.addWidget(Text("label", words, "muted"))
        self.set_table(lambda: self._table(records))

    def _row(self, record: MisconceptionRecord) -> QWidget:
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Text("body_strong", record.name))
        column.addWidget(Text("label", record.because))
        column.addWidget(Text("label", self.words.chosen(record), "muted"))
        enable_height_for_width(row)
        return row

    def _table(self, records: Sequence[MisconceptionRecord]) -> FigureTable:
        states = {True: self.tr("still there"), False: self.tr("faded")}
        rows = [
            [each.name, f"{each.chosen} / {each.offered}", str(each.left_since), states[each.is_alive]]
            for each in records
        ]
        values: list[list[Cell]] = [
            [each.name, each.chosen, each.offered, each.left_since, _day(each), int(each.is_alive)]
            for each in records
        ]
        heads = (self.tr("It says"), self.tr("Chosen"), self.tr("Left since"), self.tr("Now"))
        fields = ("misconception", "chosen", "offered", "left_since", "last_chosen", "alive")
        return FigureTable(heads, rows, fields, values)

    @override
    def sizeHint(self) -> QSize:
        """As wide as a column: long sentences wrap."""
        hint = super().sizeHint()
        return QSize(min(hint.width(), self.appearance.px(480)), hint.height())


def _day(record: MisconceptionRecord) -> str:
    return record.last_at.isoformat()


class ForecastCard(FigureCard):
    """How many reviews fall due day by day."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        self._plot = BarPlot(appearance, "")
        super().__init__(
            appearance, parent=parent, heading=self.tr("Reviews to come"), note="", figure=self._plot
        )
        self._plot.setAccessibleName(self.tr("Reviews due day by day, a plot"))

    def show_forecast(self, today: date, counts: Sequence[int], *, to_exam: bool) -> None:
        """Show what is due from today on; the card hides where nothing is.

        Args:
            today: the first day.
            counts: how many reviews are due on each day.
            to_exam: whether the last of them is the day before the exam.
        """
        self.setVisible(any(counts))
        days = [today + timedelta(number) for number in range(len(counts))]
        span = self.tr("up to the day before the exam") if to_exam else self.tr("the next {n} days")
        self.show_note(span.format(n=len(days)))
        bars = [
            Bar(self._label(day, number), count, self.words.reviews_on(day, count, is_today=not number))
            for number, (day, count) in enumerate(zip(days, counts, strict=True))
        ]
        self._plot.show_bars(bars)
        told = self.tr("{today} today, {all} in {n} days. Left and Right go from day to day.")
        self._plot.setAccessibleDescription(
            told.format(today=counts[0] if counts else 0, all=sum(counts), n=len(days))
        )
        self.set_table(lambda: self._table(days, counts))

    def _label(self, day: date, number: int) -> str:
        return day_and_month(QDate(day.year, day.month, day.day)) if number else self.tr("Today")

    def _table(self, days: Sequence[date], counts: Sequence[int]) -> FigureTable:
        shape = QLocale.FormatType.LongFormat
        shown = [QLocale().toString(QDate(day.year, day.month, day.day), shape) for day in days]
        return FigureTable(
            (self.tr("Day"), self.tr("Reviews due")),
            [[day, str(count)] for day, count in zip(shown, counts, strict=True)],
            ("day", "reviews_due"),
            [[day.isoformat(), count] for day, count in zip(days, counts, strict=True)],
        )
