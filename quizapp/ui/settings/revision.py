"""The exam, the pace towards it, and the daily goal."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.ui.preferences import EXAMS, GOAL_KINDS, MOST_A_DAY
from quizapp.ui.widgets.buttons import Button
from quizapp.ui.widgets.cards import CardList, SettingCard
from quizapp.ui.widgets.choices import OptionRow, RadioRow
from quizapp.ui.widgets.fields import CountField, DateField
from quizapp.ui.widgets.layouts import FlowLayout, enable_height_for_width, set_tab_order
from quizapp.ui.widgets.text import Text

if TYPE_CHECKING:
    from quizapp.ui.settings.page import SettingsView

_OWN = "own"
_USUAL = 10  # questions or minutes a day
_WEEK = 7


class AmountField(CountField):
    """How many questions or minutes a day, 1 or more."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, MOST_A_DAY, parent)
        self.setMinimum(1)
        self.show_value(_USUAL)


class RevisionCard(SettingCard):
    """The exam, its day, and what is asked after an answer.

    Signals:
        exam_requested: carries one of `EXAMS`.
        date_requested: carries the day as `QDate`, or None.
        new_a_day_requested: carries how many new questions a day, or None for the program's choice.
        reason_step_requested: carries whether sessions shall ask what decides it.
        certainty_requested: carries whether they shall ask how sure one is.
    """

    exam_requested = Signal(object)
    date_requested = Signal(object)
    new_a_day_requested = Signal(object)
    reason_step_requested = Signal(object)
    certainty_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("My revision"), parent=parent)
        names = (self.tr("Not set"), self.tr("ITIL 4"), self.tr("Version 5"))
        self._exams = RadioRow(self.tr("My exam"), tuple(zip(EXAMS, names, strict=True)))
        self.date = DateField(self.tr("Date of my exam"))
        self._away = Text("label", tone="muted")
        choices = (("", self.tr("Chosen by the program")), (_OWN, self.tr("A number")))
        self._pace = RadioRow(self.tr("New questions a day"), choices)
        self._number = AmountField(self.tr("New questions a day"))
        self._reasons, self._certainty = OptionRow(), OptionRow()
        self._build()

    def _build(self) -> None:
        note = self.tr("You choose the reason. Practice may differ.")
        self._reasons.show_option(self.tr("Ask what decides it"), note)
        note = self.tr("It earns points for certainty beside the usual points.")
        self._certainty.show_option(self.tr("Ask how sure I am"), note)
        date = QWidget()  # the day, and how far away it is
        line = FlowLayout(date, gap=8)
        line.addWidget(self.date)
        line.addWidget(self._away)
        enable_height_for_width(date)
        self.add_row(self.tr("My exam"), self.tr("Its wording comes first"), self._exams)
        self.add_row(self.tr("Date of my exam"), self.tr("Today counts the days"), date)
        note = self.tr("Paced to your exam, else ten")
        self.add_row(self.tr("New questions a day"), note, _on_lines(self._pace, self._number))
        note = self.tr("After each answer")
        self.add_row(self.tr("Answering"), note, self._reasons, self._certainty).align_top()
        self._exams.chosen.connect(self.exam_requested)
        self.date.changed.connect(self.date_requested)
        self._pace.chosen.connect(self._request_pace)
        self._number.changed.connect(self._request_number)
        self._reasons.clicked.connect(self._request_reasons)
        self._certainty.clicked.connect(self._request_certainty)

    def show_settings(self, view: "SettingsView") -> None:
        """Show what is set."""
        self._exams.show_value(view.exam)
        self.date.show_date(view.exam_date)
        self._away.setText(self._distance(view.today, view.exam_date))
        self._away.setVisible(view.exam_date is not None)
        self._pace.show_value("" if view.new_a_day is None else _OWN)
        self._number.setVisible(view.new_a_day is not None)
        if view.new_a_day is not None:
            self._number.show_value(view.new_a_day)
        self._reasons.setChecked(view.reason_step)
        self._certainty.setChecked(view.certainty)

    def _distance(self, today: QDate, date: QDate | None) -> str:
        """How far away the exam is."""
        days = today.daysTo(date) if date is not None else 0
        if days < 0:
            return self.tr("This day has passed.")
        if days == 0:
            return self.tr("That is today.")
        return self.tr("That is tomorrow.") if days == 1 else self.tr("In {days} days.").format(days=days)

    def _request_pace(self, choice: object) -> None:
        self.new_a_day_requested.emit(self._number.value() if choice == _OWN else None)

    def _request_number(self) -> None:
        self.new_a_day_requested.emit(self._number.value())

    def _request_reasons(self) -> None:
        self.reason_step_requested.emit(self._reasons.isChecked())

    def _request_certainty(self) -> None:
        self.certainty_requested.emit(self._certainty.isChecked())


class PlannedRow(QWidget):
    """A day off that was planned, and a button that takes it back.

    Signals:
        withdrawn: carries the day.
    """

    withdrawn = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._day = date.min
        self._name = Text("body")
        self.button = Button("", "quiet", icon="x", small=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self._name)
        row.addWidget(self.button)
        row.addStretch(1)
        self.button.clicked.connect(self._withdraw)

    def show_day(self, day: date) -> None:
        """Show another day."""
        self._day = day
        words = QLocale().toString(QDate(day.year, day.month, day.day), QLocale.FormatType.LongFormat)
        self._name.setText(words)
        self.button.setAccessibleName(self.tr("No day off on {day}").format(day=words))
        self.button.setToolTip(self.tr("Take it off the list"))

    def _withdraw(self) -> None:
        self.withdrawn.emit(self._day)


class PlannedDays(QWidget):
    """The days off that were planned, those to come, and a way to plan another.

    Signals:
        changed: carries all planned days, those that are over among them.
    """

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._planned: tuple[date, ...] = ()
        self._today = QDate()
        self.day = DateField(self.tr("Day off"), guess=1)
        self._plan = Button(self.tr("Plan it"), small=True)
        adding, self._listed = QWidget(), QWidget()
        line = FlowLayout(adding, gap=8)
        line.addWidget(self.day)
        line.addWidget(self._plan)
        enable_height_for_width(adding)
        column, rows = QVBoxLayout(self), QVBoxLayout(self._listed)
        for each in (column, rows):
            each.setContentsMargins(0, 0, 0, 0)
            each.setSpacing(2)
        column.addWidget(adding)
        column.addWidget(self._listed)
        self._rows = CardList[PlannedRow](rows)
        self.day.changed.connect(self._show_plan)
        self._plan.clicked.connect(self._add)
        self._show_plan()

    def show_days(self, planned: tuple[date, ...], today: QDate) -> None:
        """Show these; the keyboard stays here when the row where it was goes."""
        self._planned, self._today = planned, today
        held = self._is_on_a_row()
        first = date(today.year(), today.month(), today.day())
        coming = [each for each in planned if each >= first]
        rows = self._rows.resized(len(coming), self._new_row)
        for row, day in zip(rows, coming, strict=True):
            row.show_day(day)
        set_tab_order([self._plan, *(row.button for row in rows)])
        self._show_plan()
        if held and not self._is_on_a_row():
            self.day.take_focus()

    def _is_on_a_row(self) -> bool:
        """Whether the keyboard is on a day off that was planned."""
        return self._listed.isAncestorOf(self.window().focusWidget())

    def _new_row(self) -> PlannedRow:
        row = PlannedRow()
        row.withdrawn.connect(self._withdraw)
        return row

    def _show_plan(self) -> None:
        """A day that is over cannot be planned any more: no streak is mended afterwards."""
        day = self.day.date
        self._plan.setVisible(day is not None)
        self._plan.setEnabled(day is not None and day >= self._today)

    def _add(self) -> None:
        day = self.day.date
        if day is not None:
            added = {*self._planned, date(day.year(), day.month(), day.day())}
            self.day.show_date(None)
            self.day.take_focus()  # before the button that was pressed goes
            self._show_plan()
            self.changed.emit(tuple(sorted(added)))

    def _withdraw(self, day: object) -> None:
        self.changed.emit(tuple(each for each in self._planned if each != day))


class GoalCard(SettingCard):
    """What to do each day, and on which days nothing.

    Signals:
        kind_requested: carries one of `GOAL_KINDS`.
        amount_requested: carries how many questions or minutes.
        days_off_requested: carries the weekdays, 0 for Monday.
        planned_off_requested: carries the single days.
    """

    kind_requested = Signal(object)
    amount_requested = Signal(object)
    days_off_requested = Signal(object)
    planned_off_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Daily goal"), parent=parent)
        names = (self.tr("Off"), self.tr("Questions"), self.tr("Minutes"))
        self._kinds = RadioRow(self.tr("Goal"), tuple(zip(GOAL_KINDS, names, strict=True)))
        self._amount = AmountField(self.tr("How many a day"))
        self._weekdays = {day: OptionRow() for day in _week()}
        self._planned = PlannedDays()
        self._build()

    def _build(self) -> None:
        note = self.tr("Today shows how far you are. A change leaves the days before as they were.")
        self.add_row(self.tr("Goal"), note, _on_lines(self._kinds, self._amount))
        days = QWidget()
        days.setProperty("group", True)
        days.setAccessibleName(self.tr("Days off"))
        flow = FlowLayout(days, gap=2)
        for day, row in self._weekdays.items():
            row.show_option(QLocale().standaloneDayName(day + 1, QLocale.FormatType.ShortFormat))
            row.button.setAccessibleName(QLocale().standaloneDayName(day + 1))
            row.clicked.connect(self._request_days)
            flow.addWidget(row)
        enable_height_for_width(days)
        note = self.tr("They do not break days in a row")
        single = self.tr("A holiday, say")
        self._off_rows = (
            self.add_row(self.tr("Days off"), note, days),
            self.add_row(self.tr("Single days off"), single, self._planned),
        )
        self._kinds.chosen.connect(self.kind_requested)
        self._amount.changed.connect(self._request_amount)
        self._planned.changed.connect(self.planned_off_requested)

    def show_settings(self, view: "SettingsView") -> None:
        """Show what is set; days off are of no use without a goal."""
        self._kinds.show_value(view.goal_kind)
        self._amount.show_value(view.goal)
        self._amount.setVisible(bool(view.goal_kind))
        for row in self._off_rows:
            row.setVisible(bool(view.goal_kind))
        for day, box in self._weekdays.items():
            box.setChecked(day in view.days_off)
        self._planned.show_days(view.planned_off, view.today)

    def _request_amount(self) -> None:
        self.amount_requested.emit(self._amount.value())

    def _request_days(self) -> None:
        chosen = (day for day, row in self._weekdays.items() if row.isChecked())
        self.days_off_requested.emit(tuple(sorted(chosen)))


def _week() -> list[int]:
    """The weekdays as the calendar of the place has them, 0 for Monday."""
    first = QLocale().firstDayOfWeek().value - Qt.DayOfWeek.Monday.value
    return [(first + index) % _WEEK for index in range(_WEEK)]


def _on_lines(*controls: QWidget) -> QWidget:
    """Controls on as many lines as they need."""
    group = QWidget()
    line = FlowLayout(group, gap=16, row_gap=4)
    for control in controls:
        line.addWidget(control)
    enable_height_for_width(group)
    return group
