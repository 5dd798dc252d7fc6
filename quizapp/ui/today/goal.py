"""How far one has got with a daily goal, this week: a line, or a card where there is room."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from quizapp.ui.dates import qt_date
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.style.sheet import RING
from quizapp.ui.today.bars import DayBars
from quizapp.ui.today.cards import CountRow, SmallCard
from quizapp.ui.widgets.cards import Card
from quizapp.ui.widgets.signs import IconLabel
from quizapp.ui.widgets.text import Text

if TYPE_CHECKING:
    from quizapp.domain.goal import GoalStatus
    from quizapp.ui.today.goal_words import GoalWords


class GoalLine(Card):
    """This week and what is left today, on one line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=(22, 14))  # lower than its corners are round Qt draws it square
        self._icon = IconLabel("check")
        self._week, self._today = Text("body_strong"), Text("body", tone="muted")
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addSpacing(RING)  # it begins where words do
        line.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._week)
        line.addWidget(self._today, 1)
        self.body.addLayout(line)

    @cached_property
    def _words(self) -> "GoalWords":
        from quizapp.ui.today.goal_words import GoalWords  # noqa: PLC0415 - see there

        return GoalWords(self)

    def show_goal(self, status: "GoalStatus | None") -> None:
        """Show how far one has got; None while nobody has looked."""
        self._week.setText(self._words.week(status) if status is not None else " ")
        self._today.setText(self._words.today(status) if status is not None else " ")
        is_reached = status is not None and self._words.is_reached(status)
        self._icon.set_icon("check" if is_reached else "target")


class WeekCard(SmallCard):
    """The same with a bar for each day of the week."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        self._count, self._bars = CountRow(), DayBars(appearance, signs=True)
        self._foot = Text("body", tone="muted")
        super().__init__(self.tr("This week"), self._count, self._bars, self._foot, parent=parent)

    @cached_property
    def _words(self) -> "GoalWords":
        from quizapp.ui.today.goal_words import GoalWords  # noqa: PLC0415 - see there

        return GoalWords(self)

    def set_height(self, height: int) -> None:
        """Have the bars take so many px at 100 % text down the page."""
        self._bars.set_height(height)

    def show_goal(self, status: "GoalStatus | None") -> None:
        """Show how far one has got; None while nobody has looked."""
        if status is None:
            self._count.show_count(" ", " ")
            self._bars.show_days((), QDate(), self.tr("Not known yet"))
            self._foot.setText(" ")
            return
        days = self.tr("of {wanted} days") if status.wanted != 1 else self.tr("of 1 day")
        self._count.show_count(str(status.reached), days.format(wanted=status.wanted))
        heard = "; ".join(map(self._words.day, status.days))
        self._bars.show_days(self._words.bars(status), qt_date(status.today.day), heard)
        self._foot.setText(self._words.today(status))
