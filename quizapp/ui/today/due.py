"""What is due again, today and on the days after it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale
from PySide6.QtWidgets import QWidget

from quizapp.ui.style.appearance import Appearance
from quizapp.ui.today.bars import DayBar, DayBars
from quizapp.ui.today.cards import CountRow, SmallCard, SteadyText
from quizapp.ui.today.exam import coming_day

if TYPE_CHECKING:
    from quizapp.quiz.reviews import ReviewOverview

_DAYS = 7


class DueCard(SmallCard):
    """How many questions are due today and on the next days; it keeps its place until that is known."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        self._count, self._bars = CountRow(), DayBars(appearance)
        usual = self.tr("{count} in the next seven days."), self.tr("{count} new today.")
        self._foot = SteadyText("body", " ".join(usual), "muted")
        super().__init__(self.tr("Due again today"), self._count, self._bars, self._foot, parent=parent)

    def set_height(self, height: int) -> None:
        """Have the bars take so many px at 100 % text down the page."""
        self._bars.set_height(height)

    def show_due(self, study: "ReviewOverview | None", today: QDate, *, is_new: bool) -> None:
        """Show what is due.

        Args:
            study: what was found; None while nobody has looked.
            today: this day.
            is_new: whether nothing was ever answered: then there is only what will be here.
        """
        self._count.setHidden(is_new)
        self._bars.setHidden(is_new)
        if is_new:
            self._foot.setText(self._what_comes())
            return
        days = [today.addDays(each) for each in range(_DAYS)]
        counts = study.days if study is not None else (None,) * _DAYS
        bars = [DayBar(day, count) for day, count in zip(days, counts, strict=True)]
        self._bars.show_days(
            bars, today, self._heard(bars) if study is not None else self.tr("Not known yet")
        )
        if study is None:
            self._count.show_count(" ", " ")
            self._foot.setText("")
            return
        words = self.tr("question") if study.due == 1 else self.tr("questions")
        self._count.show_count(str(study.due), words)
        self._foot.setText(" ".join(self._words(study, today)))

    def _words(self, study: "ReviewOverview", today: QDate) -> list[str]:
        """What comes after today, and what was begun anew."""
        said = [self._ahead(study, today)]
        if study.fresh and study.met:
            new = self.tr("{count} new today.") if study.due else self.tr("{count} new today instead.")
            said.append(new.format(count=study.fresh))
        if study.reset == 1:
            said.append(self.tr("1 question was reworded and starts anew."))
        elif study.reset:
            said.append(self.tr("{count} questions were reworded and start anew.").format(count=study.reset))
        return said

    def _ahead(self, study: "ReviewOverview", today: QDate) -> str:
        if not study.met:
            return self._what_comes()
        ahead = sum(study.days)
        if not ahead:
            return self.tr("Nothing is due in the next seven days.")
        if study.due == ahead:
            return self.tr("None on the six days after it.")
        if study.due:
            return self.tr("{count} in the next seven days.").format(count=ahead)
        first = next(place for place, count in enumerate(study.days) if count)
        sentence = self.tr("The next come back {day}; {count} in seven days.")
        if first > 1:
            sentence = self.tr("The next come back on {day}; {count} in seven days.")
        return sentence.format(day=coming_day(today.addDays(first), today), count=ahead)

    def _what_comes(self) -> str:
        return self.tr("What you have answered comes back here when it is time to see it again.")

    def _heard(self, bars: list[DayBar]) -> str:
        """The bars in words, for screen readers."""
        each = self.tr("{day} {count}")
        days = [
            each.format(day=QLocale().standaloneDayName(bar.day.dayOfWeek()), count=bar.value) for bar in bars
        ]
        return self.tr("Due on each day: {days}").format(days=", ".join(days))
