"""How far one has got with a daily goal, this week: a line, or a card where there is room."""

from PySide6.QtCore import QDate, QLocale, QObject, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from quizapp.domain.goal import DayState, GoalDay, GoalKind, GoalStatus
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.today.bars import DayBar, DayBars
from quizapp.ui.today.cards import CountRow, SmallCard
from quizapp.ui.widgets.cards import Card
from quizapp.ui.widgets.signs import IconLabel
from quizapp.ui.widgets.text import Text
from quizapp.ui.wording import Counting, qt_date

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
        return sentence.format(
            reached=self._counting.capital(status.reached), wanted=self._counting.word(status.wanted)
        )

    def today(self, status: GoalStatus) -> str:
        """What is left today, and how many days in a row it was reached."""
        said = [self._left(status)]
        if status.streak >= _LEAST_STREAK:
            row = (
                self.tr("At least {days} days in a row.")
                if status.is_cut
                else self.tr("{days} days in a row.")
            )
            said.append(
                row.format(days=self._counting.capital(status.streak) if not status.is_cut else status.streak)
            )
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
            DayState.OFF: self.tr("day off"),
            DayState.OPEN: self.tr("today, goal not reached yet"),
            DayState.AHEAD: self.tr("to come"),
        }
        name = QLocale().standaloneDayName(day.day.isoweekday())
        if day.state is DayState.AHEAD:
            return self.tr("{day} {state}").format(day=name, state=states[day.state])
        return self.tr("{day} {count}, {state}").format(day=name, count=day.counted, state=states[day.state])


class GoalLine(Card):
    """This week and what is left today, on one line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=(22, 12))
        self._words = GoalWords(self)
        self._icon = IconLabel("check")
        self._week, self._today = Text("body_strong"), Text("body", tone="muted")
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._week)
        line.addWidget(self._today, 1)
        self.body.addLayout(line)

    def show_goal(self, status: GoalStatus | None) -> None:
        """Show how far one has got; None while nobody has looked."""
        self._week.setText(self._words.week(status) if status is not None else " ")
        self._today.setText(self._words.today(status) if status is not None else " ")
        is_reached = status is not None and status.today.state is DayState.REACHED
        self._icon.set_icon("check" if is_reached else "target")


class WeekCard(SmallCard):
    """The same with a bar for each day of the week."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        self._words = GoalWords()
        self._count, self._bars = CountRow(), DayBars(appearance, signs=True)
        self._foot = Text("body", tone="muted")
        super().__init__(self.tr("This week"), self._count, self._bars, self._foot, parent=parent)

    def set_height(self, height: int) -> None:
        """Have the bars take so many px at 100 % text down the page."""
        self._bars.set_height(height)

    def show_goal(self, status: GoalStatus | None) -> None:
        """Show how far one has got; None while nobody has looked."""
        if status is None:
            self._count.show_count(" ", " ")
            self._bars.show_days((), QDate(), self.tr("Not known yet"))
            self._foot.setText(" ")
            return
        days = self.tr("of {wanted} days") if status.wanted != 1 else self.tr("of 1 day")
        self._count.show_count(str(status.reached), days.format(wanted=status.wanted))
        heard = "; ".join(map(self._words.day, status.days))
        self._bars.show_days([_bar(each) for each in status.days], qt_date(status.today.day), heard)
        self._foot.setText(self._words.today(status))


def _bar(day: GoalDay) -> DayBar:
    counted = day.counted if day.state is not DayState.AHEAD else 0
    return DayBar(qt_date(day.day), counted, _SIGNS.get(day.state, "ring"))
