"""What Progress says: days, shares with their doubt, levels of certainty, misconceptions."""

from collections.abc import Sequence
from datetime import date, datetime

from PySide6.QtCore import QDate, QLocale, QObject

from quizapp.domain.calibration import Calibration, FourWay, Judgement, LevelResult
from quizapp.domain.certainty import Certainty
from quizapp.domain.progress import ENOUGH_EACH, MisconceptionRecord, Point, Share
from quizapp.ui.dates import local_date, long_date, long_moment

_YEAR = 300  # days: dates of a longer time have their year


def percent(share: float) -> int:
    """A share, 0 to 1, as per cent."""
    return round(100 * share)


def range_of(share: Share) -> str:
    """The 95 % interval of a share in per cent."""
    low, high = share.interval
    return f"{percent(low)}–{percent(high)}"


def day_and_month(day: QDate, *, with_year: bool = False) -> str:
    """A day as short as an axis wants it, in the order of the place."""
    shape = "MMM yyyy" if with_year else "d MMM"
    if not with_year and QLocale().dateFormat(QLocale.FormatType.ShortFormat).upper().startswith("M"):
        shape = "MMM d"
    return QLocale().toString(day, shape)


def days_below(moments: Sequence[datetime]) -> list[str]:
    """What stands below points of these moments."""
    days = [local_date(each) for each in moments]
    with_year = bool(days) and days[0].daysTo(days[-1]) > _YEAR
    return [day_and_month(day, with_year=with_year) for day in days]


class ProgressWords(QObject):
    """All sentences of the page in one place, so that they sound alike."""

    # -- right answers over time ---------------------------------------------------------------

    def share(self, share: Share) -> str:
        """`30 of 39 right: 77 %, likely 62–87 %`."""
        return self.tr("{right} of {number} right: {share} %, likely {range} %").format(
            right=share.right, number=share.number, share=percent(share.value), range=range_of(share)
        )

    def point(self, point: Point, *, is_daily: bool) -> str:
        """When it was, and how it went, on a line each."""
        when = long_date(point.at) if is_daily else long_moment(point.at)
        if not is_daily and point.sessions > 1:
            when = self.tr("{n} short sessions to {when}").format(n=point.sessions, when=when)
        return f"{when}\n{self.share(point.share)}"

    def doubt(self, share: Share) -> str:
        """`62–87, n 39`: what stands below a share."""
        return self.tr("{range}, n {number}").format(range=range_of(share), number=share.number)

    def over_time(self, points: Sequence[Point], *, is_daily: bool) -> str:
        """What a plot of them shows, for whoever does not see it."""
        last = self.point(points[-1], is_daily=is_daily).replace("\n", ": ")
        if len(points) == 1:
            return last
        first = percent(points[0].share.value)
        return self.tr("{n} points, from {first} % to {share} %. The last: {last}").format(
            n=len(points), first=first, share=percent(points[-1].share.value), last=last
        )

    # -- certainty -----------------------------------------------------------------------------

    def level(self, level: Certainty) -> str:
        """How sure somebody said to be, in two words."""
        words = {
            Certainty.LOW: self.tr("Not so sure"),
            Certainty.MIDDLE: self.tr("Fairly sure"),
            Certainty.HIGH: self.tr("Very sure"),
        }
        return words[level]

    def window(self, level: Certainty) -> str:
        """From which share right to which a level is the one to say."""
        low, high = (percent(end) for end in level.window)
        if level is Certainty.LOW:
            return self.tr("under {high} %").format(high=high)
        if level is Certainty.HIGH:
            return self.tr("over {low} %").format(low=low)
        return self.tr("{low} to {high} %").format(low=low, high=high)

    def judged(self, result: LevelResult) -> str:
        """What the answers of a level say, in a few words."""
        if 0 < result.tally.answers < ENOUGH_EACH:
            return self.tr("too few answers to tell")
        words = {
            Judgement.NOTHING: self.tr("never said"),
            Judgement.FITS: self.tr("about as it should be"),
            Judgement.OVER: self.tr("overconfident"),
            Judgement.UNDER: self.tr("underconfident"),
        }
        return words.get(result.supported, self.tr("not clear yet"))

    def of_level(self, result: LevelResult) -> str:
        """A level and how its answers went, on two lines."""
        name = self.level(result.tally.level)
        if not result.tally.answers:
            return self.tr("{level}: never said").format(level=name)
        share = self.share(Share(result.tally.right, result.tally.answers))
        fits = self.tr("{level} fits {window}: {judged}").format(
            level=name, window=self.window(result.tally.level), judged=self.judged(result)
        )
        return f"{share}\n{fits}"

    def calibrated(self, told: Calibration) -> str:
        """The levels that do not fit, in sentences; or that all do, or that nobody can tell yet."""
        levels = [each for each in told.levels if each.tally.answers >= ENOUGH_EACH]
        off = [each for each in levels if each.supported in (Judgement.OVER, Judgement.UNDER)]
        if off:
            sentence = self.tr("{level}: {share} % right, where {window} fits: {judged}.")
            return " ".join(
                sentence.format(
                    level=self.level(each.tally.level),
                    share=percent(each.share),
                    window=self.window(each.tally.level),
                    judged=self.judged(each),
                )
                for each in off
            )
        if told.answers < 2 * ENOUGH_EACH:
            return self.tr("Too few answers so far to say how well you know what you know.")
        if any(each.supported is Judgement.UNCLEAR for each in levels):
            return self.tr("It is not clear yet whether you are as sure as you are right.")
        return self.tr("You are about as sure as you are right.")

    def marks(self, told: Calibration) -> str:
        """The points for certainty beside the plain ones, and what one level alone would have come to."""
        sentence = self.tr(
            "Points for certainty: {marks}, beside {right} of {answers} plain points. The same level each "
            "time would have earned {best} at most."
        )
        return sentence.format(
            marks=signed(told.marks), right=told.right, answers=told.answers, best=self._best(told)
        )

    def _best(self, told: Calibration) -> str:
        """The points for certainty of the one level that would have paid best."""
        wrong = told.answers - told.right
        sums = (
            told.right * level.marks(is_right=True) + wrong * level.marks(is_right=False)
            for level in Certainty
        )
        return signed(max(sums))

    def four_way(self, told: FourWay) -> list[tuple[str, int, str]]:
        """The four kinds of answers, what to do about first: name, number, and what it means."""
        return [
            (self.tr("Sure, not right"), told.sure_wrong, self.tr("look at these first")),
            (self.tr("Unsure, not right"), told.unsure_wrong, self.tr("still to learn")),
            (self.tr("Unsure, right"), told.unsure_right, self.tr("to make firm")),
            (self.tr("Sure, right"), told.sure_right, self.tr("known")),
        ]

    # -- misconceptions ------------------------------------------------------------------------

    def chosen(self, record: MisconceptionRecord) -> str:
        """How often a misconception was chosen, and how often it has been left alone since."""
        if record.chosen == 1 and record.offered == 1:
            times = self.tr("chosen the only time it was offered")
        else:
            times = self.tr("chosen {chosen} of the {offered} times it was offered").format(
                chosen=record.chosen, offered=record.offered
            )
        last = self.tr("last on {day}").format(day=long_date(record.last_at))
        left = ""
        if record.left_since == 1:
            left = self.tr(", left alone once since")
        elif record.left_since:
            left = self.tr(", left alone {n} times since").format(n=record.left_since)
        return f"{times[:1].upper()}{times[1:]}, {last}{left}."

    # -- reviews -------------------------------------------------------------------------------

    def reviews_on(self, day: date, count: int, *, is_today: bool) -> str:
        """How many reviews are due on a day, on two lines."""
        when = QLocale().toString(QDate(day.year, day.month, day.day), QLocale.FormatType.LongFormat)
        if is_today:
            when = self.tr("Today, {day}").format(day=when)
        due = self.tr("1 review is due") if count == 1 else self.tr("{n} reviews are due").format(n=count)
        return f"{when}\n{due}"


def signed(number: int) -> str:
    """A number with a minus sign where it is below 0."""
    return str(number).replace("-", "\u2212")
