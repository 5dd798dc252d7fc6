"""What is due on the next days; the days to the exam, how far one has got, and whether the pace is enough."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from quizapp.ui.compat import override
from quizapp.ui.dates import qt_date
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.style.painting import paint_box, painter_on
from quizapp.ui.style.sheet import RING
from quizapp.ui.today.bars import DayBar, DayBars, TodayPlot
from quizapp.ui.today.cards import CountRow, SmallCard, SteadyText

if TYPE_CHECKING:
    from quizapp.quiz.reviews import ReviewOverview, StudyPlan

_STEPS = (28, 24, 20, 18, 16, 14, 12, 10, 8, 6.5)  # px at 100 % text between dots: the first that lets all in
_DOT = 0.56  # of that
_TRACK = 13  # px at 100 % text: the bar in place of too many dots
_WEEK = 7  # days
_LIKELY = 40  # new questions a day: of more nobody should be told that they will be seen


class DueCard(SmallCard):
    """How many questions are due today and on the next days; it keeps its place until that is known."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        self._count, self._bars = CountRow(), DayBars(appearance)
        usual = self.tr("{count} in the next seven days."), self.tr("{count} new ones today.")
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
        days = [today.addDays(each) for each in range(_WEEK)]
        counts = study.days if study is not None else (None,) * _WEEK
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
            said.append(self._new(study))
        if study.reset == 1:
            said.append(self.tr("1 question was reworded and starts anew."))
        elif study.reset:
            said.append(self.tr("{count} questions were reworded and start anew.").format(count=study.reset))
        return said

    def _new(self, study: "ReviewOverview") -> str:
        if study.fresh == 1:
            return self.tr("1 new one today.") if study.due else self.tr("1 new one today instead.")
        new = self.tr("{count} new ones today.") if study.due else self.tr("{count} new ones today instead.")
        return new.format(count=study.fresh)

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
        if ahead == 1:
            sentence = self.tr("The next one comes back {day}.")
            if first > 1:
                sentence = self.tr("The next one comes back on {day}.")
        else:
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


class QuestionDots(TodayPlot):
    """A dot for each question, filled for one that was answered; a bar where there are too many for dots."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, 100, parent)
        self._met, self._questions = 0, 0

    def show_progress(self, met: int, questions: int) -> None:
        """Show how many questions of how many were answered; none at all for what is not known."""
        self._met, self._questions = met, questions
        told = self.tr("{met} of {count} questions answered")
        if questions == 1:
            told = self.tr("{met} of 1 question answered")
        told = told.format(met=met, count=questions)
        self.setAccessibleName(told if questions else self.tr("Not known yet"))
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        across, down = self.width() - 2 * RING, self.height() - 2 * RING
        with painter_on(self) as painter:
            for each in _STEPS if self._questions else ():
                step = self._appearance.px(each)
                # the last of a line and the last line need no gap behind them
                abreast, lines = (int((room + step * (1 - _DOT)) // step) for room in (across, down))
                if abreast * lines >= self._questions:
                    self._paint_dots(painter, abreast, step)
                    return
            if self._questions:
                self._paint_bar(painter, across)

    def _paint_dots(self, painter: QPainter, abreast: int, step: float) -> None:
        theme, size = self._appearance.theme, step * _DOT
        for index in range(self._questions):
            row, place = divmod(index, abreast)
            dot = QRectF(RING + place * step, RING + row * step, size, size)
            if self.isRightToLeft():
                dot.moveRight(self.width() - dot.left())
            if index < self._met:
                paint_box(painter, dot, size / 2, theme.ink)
            else:
                paint_box(painter, dot, size / 2, None, theme.border, self._appearance.px(1))

    def _paint_bar(self, painter: QPainter, across: int) -> None:
        theme, height = self._appearance.theme, self._appearance.px(_TRACK)
        track = QRectF(RING, RING, across, height)
        paint_box(painter, track, height / 2, theme.sunken, theme.border, self._appearance.px(1))
        done = QRectF(track)
        done.setWidth(track.width() * self._met / self._questions)
        if self.isRightToLeft():
            done.moveRight(track.right())
        if self._met:
            paint_box(painter, done, min(height, done.width()) / 2, theme.ink)


class ExamCard(SmallCard):
    """Counts down to a date, says how far one has got, and nothing once the date is past."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        self._count, self._dots = CountRow(), QuestionDots(appearance)
        usual = self.tr("At {pace} a day you will have seen all of them twice by the exam.")
        usual = usual.format(pace=self._new(10))
        self._pace = SteadyText("body", f"{self._answered(61, 96)} {usual}", "muted")
        super().__init__("", self._count, self._dots, self._pace, parent=parent)
        counted = self.tr("Of all open banks; twins count once, and so do the two questions on a term.")
        for part in (self._dots, self._pace):
            part.setToolTip(counted)
        self._dots.setAccessibleDescription(counted)

    def set_height(self, height: int) -> None:
        """Have the dots take so many px at 100 % text down the page."""
        self._dots.set_height(height)

    def show_exam(
        self,
        exam: QDate | None,
        today: QDate,
        study: "ReviewOverview | None" = None,
        *,
        is_bare: bool = False,
    ) -> None:
        """Show how far an exam is away; none, or one that is past, hides the card.

        Args:
            exam: its day.
            today: this day.
            study: how far one has got; None while nobody has looked.
            is_bare: whether there are no questions to get anywhere with.
        """
        days = today.daysTo(exam) if exam is not None else -1
        self.setVisible(days >= 0)
        if exam is None or days < 0:
            return
        form = "dddd d MMMM" if exam.year() == today.year() else "dddd d MMMM yyyy"
        self.caption.setText(self.tr("Exam, {date}").format(date=QLocale().toString(exam, form)))
        left = self.tr("day left") if days == 1 else self.tr("days left")
        self._count.show_count(str(days) if days else self.tr("Today"), left if days else "")
        self._dots.setHidden(is_bare)
        self._pace.setHidden(is_bare)
        met, cards = (study.met, study.cards) if study is not None else (0, 0)
        self._dots.show_progress(met, cards)
        self._pace.setText(self._words(study, today) if study is not None else "")

    def _words(self, study: "ReviewOverview", today: QDate) -> str:
        """How many questions are answered, and what the days left come to."""
        answered = self._answered(study.met, study.cards)
        plan = self._plan(study.plan, today) if study.plan is not None else self.tr("Good luck.")
        return f"{answered} {plan}"

    def _answered(self, met: int, cards: int) -> str:
        if cards == 1:
            return self.tr("{met} of 1 question answered.").format(met=met)
        if met == cards:
            return self.tr("All {count} questions answered.").format(count=cards)
        return self.tr("{met} of {count} questions answered.").format(met=met, count=cards)

    def _plan(self, plan: "StudyPlan", today: QDate) -> str:
        """What the pace leads to, and, where that is not enough, which would."""
        if not plan.new:
            return self._without_new(plan)
        if plan.twice:
            sentence = self.tr("At {pace} a day you will have seen all of them twice by the exam.")
            if plan.a_day > _LIKELY:
                sentence = self.tr("To see all of them twice by the exam would take {pace} a day.")
            return sentence.format(pace=self._new(plan.a_day))
        if plan.days == 1:
            return self._on_the_last_day(plan, today)
        enough = self.tr("With {count} a day you would see all of them twice.").format(count=plan.enough)
        return f"{self._reached(plan, today)} {enough}"

    def _without_new(self, plan: "StudyPlan") -> str:
        """What becomes of the questions where none is new any more."""
        if not plan.once:
            return self.tr("You have seen all of them twice.")
        if plan.twice:
            return self.tr("Those you have seen once come back before the exam.")
        return self.tr("Those that were new today do not come back before the exam.")

    def _on_the_last_day(self, plan: "StudyPlan", today: QDate) -> str:
        """What is left to be done where no pace lets all be seen twice."""
        if plan.once_by is not None and qt_date(plan.once_by) == today:
            return self.tr("Today is the last day: you can still see all of them once.")
        return self.tr("Today is the last day to see more of them.")

    def _reached(self, plan: "StudyPlan", today: QDate) -> str:
        """How far a pace leads that does not let all be seen twice."""
        if not plan.a_day:
            return self.tr("Without new questions some will not be seen before the exam.")
        once_by = qt_date(plan.once_by) if plan.once_by is not None else None
        if once_by is None or once_by >= today.addDays(plan.days):
            sentence = self.tr("At {pace} a day some will not be seen before the exam.")
            return sentence.format(pace=self._new(plan.a_day))
        sentence = self.tr("At {pace} a day all will be seen once by {day}.")
        return sentence.format(pace=self._new(plan.a_day), day=coming_day(once_by, today))

    def _new(self, count: int) -> str:
        if count == 1:
            return self.tr("1 new question")
        return self.tr("{count} new questions").format(count=count)


def coming_day(day: QDate, today: QDate) -> str:
    """A day to come as it stands inside a sentence: a weekday of the next seven, else the date.

    The date has its year where that is another one.
    """
    ahead = today.daysTo(day)
    if ahead <= 1:
        if ahead == 1:
            return QCoreApplication.translate("Words", "tomorrow")
        return QCoreApplication.translate("Words", "today")
    if ahead < _WEEK:
        return QLocale().toString(day, "dddd")
    return QLocale().toString(day, "d MMMM" if day.year() == today.year() else "d MMMM yyyy")
