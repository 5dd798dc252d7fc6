"""What is said of a daily goal: loaded once somebody has one, after the first picture."""

from PySide6.QtCore import QLocale, QObject

from quizapp.domain.goal import DayState, GoalDay, GoalKind, GoalStatus
from quizapp.ui.counting import Counting
from quizapp.ui.dates import qt_date
from quizapp.ui.today.bars import DayBar

_SIGNS = {DayState.REACHED: "tick", DayState.OFF: "dash"}
_LEAST_STREAK = 2


class GoalWords(QObject):
    """Says of a goal what was reached and what is left, and of days that were missed nothing."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._counting = Counting(self)

    def week(self, status: GoalStatus) -> str:
        """On how many days of this week it was reached."""
        if not status.wanted:
            return self.tr("All of this week is off.")
        sentence = self.tr("{reached} of {wanted} days this week.")
        if not status.reached:
            sentence = self.tr("None of {wanted} days so far this week.")
        if status.wanted == 1:
            return self._only_day(status)
        return sentence.format(
            reached=self._counting.capital(status.reached), wanted=self._counting.word(status.wanted)
        )

    def _only_day(self, status: GoalStatus) -> str:
        """The same where a single day of this week is not off."""
        before = [each for each in status.days if each.day < status.today.day]
        if before and status.today.state is not DayState.OFF and not any(each.has_goal for each in before):
            return self.tr("This is the first day of your goal.")
        if status.reached:
            return self.tr("Reached on the only day of this week that is not off.")
        return self.tr("Only one day of this week is not off.")

    def today(self, status: GoalStatus) -> str:
        """What is left today, and how many days in a row it was reached."""
        said = [self._left(status)]
        if status.streak >= _LEAST_STREAK:
            row, days = self.tr("{days} days in a row."), self._counting.capital(status.streak)
            if status.is_cut:
                row, days = self.tr("At least {days} days in a row."), self._counting.word(status.streak)
            said.append(row.format(days=days))
        return " ".join(said)

    def _left(self, status: GoalStatus) -> str:
        state, left = status.today.state, status.left
        if state is DayState.OFF:
            return self.tr("Today is a day off.")
        if state is DayState.REACHED:
            return self.tr("Today’s goal is reached.")
        count = self._counting.capital(left)
        if status.goal.kind is GoalKind.MINUTES:
            if left == 1:
                return self.tr("One minute today reaches your goal.")
            return self.tr("{count} minutes today reach your goal.").format(count=count)
        if left == 1:
            return self.tr("One question today reaches your goal.")
        return self.tr("{count} questions today reach your goal.").format(count=count)

    def day(self, day: GoalDay) -> str:
        """A day of the week with what was done on it, for screen readers."""
        states = {
            DayState.REACHED: self.tr("goal reached"),
            DayState.MISSED: self.tr("goal not reached"),
            DayState.OFF: self.tr("day off") if day.has_goal else self.tr("no goal"),
            DayState.OPEN: self.tr("today, goal not reached yet"),
            DayState.AHEAD: self.tr("to come"),
        }
        name = QLocale().standaloneDayName(day.day.isoweekday())
        if day.state is DayState.AHEAD:
            return self.tr("{day} {state}").format(day=name, state=states[day.state])
        return self.tr("{day} {count}, {state}").format(day=name, count=day.counted, state=states[day.state])

    def is_reached(self, status: GoalStatus) -> bool:
        """Whether nothing more is wanted today."""
        return status.today.state is DayState.REACHED

    def bars(self, status: GoalStatus) -> list[DayBar]:
        """The days of this week."""
        return [self._bar(each) for each in status.days]

    def _bar(self, day: GoalDay) -> DayBar:
        counted = day.counted if day.state is not DayState.AHEAD else 0
        return DayBar(qt_date(day.day), counted, _SIGNS.get(day.state, "ring"))
