"""How somebody gets on: right answers over time, by kind of reason and topic, and what still misleads.

All of it rests on first answers, see the view `known` in the store: one for each question in each session,
given before its explanation and not taken back before that. Papers are sessions like others; a question that
was left open in one has no answer and does not count.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from quizapp.domain.attempt import QuestionRef
from quizapp.domain.bank import Bank
from quizapp.domain.calibration import Calibration, calibration
from quizapp.domain.certainty import LevelTally
from quizapp.domain.chance import wilson
from quizapp.domain.history import Past, cue_scores, deciding_cues, knows, tells_reason
from quizapp.domain.question import Question, Verdict

MOST_SESSIONS = 60
"""From more points on it is days that are shown: more of them no eye tells apart."""

LEAST_A_POINT = 5
"""How many answers a point holds at least: shorter sessions are joined with those that follow."""

ENOUGH_ANSWERS = 10
"""From how many answers on shares are shown: of fewer they say next to nothing."""

ENOUGH_EACH = 3
"""The same of one kind of reason, topic or level, which stands beside others with its interval."""

FADES_AFTER = 3
"""How often in a row a misconception must be left alone, where it stood to choose, to count as faded."""


@dataclass(frozen=True, slots=True)
class SessionTally:
    """The first answers of one session that could earn a mark.

    Attributes:
        at: when the last of them was given, in UTC.
        marked: how many there are, 1 or more.
        earned: the marks earned.
        luck: the marks that guessing earns on average.
        levels: how those went of which it was said how sure they are.
    """

    at: datetime
    marked: int
    earned: int
    luck: float
    levels: tuple[LevelTally, ...] = ()


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many.

    Attributes:
        right: how many are right.
        number: of how many, 1 or more.
        luck: the share that guessing gets right on average, 0 to 1; None where that is not known.
    """

    right: int
    number: int
    luck: float | None = None

    @property
    def value(self) -> float:
        """The share, 0 to 1."""
        return self.right / self.number

    @property
    def interval(self) -> tuple[float, float]:
        """Its 95 % Wilson interval, 0 to 1."""
        return wilson(self.right, self.number)


@dataclass(frozen=True, slots=True)
class Point:
    """A session or a day, or several that are short, and how they went.

    Attributes:
        at: when the last answer was given, in UTC.
        share: of the answers that could earn a mark; `luck` is the mean of theirs.
        sessions: how many there were.
    """

    at: datetime
    share: Share
    sessions: int = 1


@dataclass(frozen=True, slots=True)
class Timeline:
    """Right answers over time.

    Attributes:
        points: in order: sessions as they were begun, or days.
        is_daily: whether they are days.
    """

    points: tuple[Point, ...] = ()
    is_daily: bool = False


def timeline(tallies: Sequence[SessionTally], day_of: Callable[[datetime], date]) -> Timeline:
    """Right answers over time: by session, or by day where that would be more than `MOST_SESSIONS` points.

    Args:
        tallies: of the sessions, in the order they were begun, which no wrong clock upsets.
        day_of: the day of a moment where the person is. A session belongs to the day of its last answer.
    """
    sessions = _long_enough([[each] for each in tallies])
    if len(sessions) <= MOST_SESSIONS:
        return Timeline(tuple(map(_joined, sessions)))
    days: dict[date, list[SessionTally]] = {}
    for each in tallies:
        days.setdefault(day_of(each.at), []).append(each)
    found = _long_enough([days[day] for day in sorted(days)])
    return Timeline(tuple(map(_joined, found)), is_daily=True)


def _long_enough(groups: Iterable[list[SessionTally]]) -> list[list[SessionTally]]:
    """Those of fewer answers than `LEAST_A_POINT` joined with the next; a rest, with the last."""
    made: list[list[SessionTally]] = []
    waiting: list[SessionTally] = []
    for group in groups:
        waiting = [*waiting, *group]
        if sum(each.marked for each in waiting) >= LEAST_A_POINT:
            made.append(waiting)
            waiting = []
    if waiting and made:
        made[-1] = [*made[-1], *waiting]
    elif waiting:
        made.append(waiting)
    return made


def _joined(tallies: Sequence[SessionTally]) -> Point:
    marked = sum(each.marked for each in tallies)
    luck = sum(each.luck for each in tallies) / marked
    share = Share(sum(each.earned for each in tallies), marked, luck)
    return Point(max(each.at for each in tallies), share, len(tallies))


# -- question by question --------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Offered:
    """How many answers stood to choose from, and how many reasons; 0 where no reason was asked for."""

    answers: int
    reasons: int = 0


@dataclass(frozen=True, slots=True)
class BankRecord:
    """An open bank, and what was done with the present wording of its questions.

    Attributes:
        bank: the bank.
        history: by question id, how it was answered in the last session that asked it.
        offered: by question id, what stood to choose from then.
    """

    bank: Bank
    history: Mapping[str, Past]
    offered: Mapping[str, Offered]

    def since(self, moment: datetime | None) -> "BankRecord":
        """The same, with what was answered last at this moment or later; None for all of it."""
        if moment is None:
            return self
        kept = {name: past for name, past in self.history.items() if past.last_at >= moment}
        return BankRecord(self.bank, kept, self.offered)

    @property
    def answered(self) -> tuple[tuple[Question, Past, Offered], ...]:
        """The questions answered, in the bank's order."""
        return tuple(
            (each, self.history[each.id], self.offered.get(each.id, Offered(0)))
            for each in self.bank.questions
            if each.id in self.history
        )


@dataclass(frozen=True, slots=True)
class NamedShare:
    """A kind of reason or a topic, and how its questions went; each counts once, by its last first answer."""

    name: str
    share: Share


def by_cue(records: Iterable[BankRecord]) -> tuple[NamedShare, ...]:
    """For each kind of reason: right, and for a right reason, as `cue_scores` has it; the weakest first.

    Banks that share a vocabulary share its kinds of reason. Luck is that of answer and reason together.
    """
    counts: dict[str, list[int]] = {}
    lucks: dict[str, list[float]] = {}
    for record in records:
        for score in cue_scores(record.bank, record.history):
            name, cue = score.name, score.cue
            asked = [
                _luck_of_reason(past, offered)
                for question, past, offered in record.answered
                if past.is_first and tells_reason(question, past) and cue in deciding_cues(question)
            ]
            found = counts.setdefault(name, [0, 0])
            found[0] += score.earned
            found[1] += score.asked
            lucks.setdefault(name, []).extend(asked)
    return _weakest_first({name: (right, n, lucks[name]) for name, (right, n) in counts.items()})


def by_topic(records: Iterable[BankRecord]) -> tuple[NamedShare, ...]:
    """For each topic the points earned, of those that could be; the weakest first."""
    found: dict[str, tuple[int, int, list[float]]] = {}
    for record in records:
        for question, past, offered in record.answered:
            if past.earned is None:
                continue
            for topic in question.topics:
                right, number, lucks = found.get(topic, (0, 0, []))
                lucks.append(_luck_of_point(past, offered))
                found[topic] = right + round(past.earned), number + 1, lucks
    return _weakest_first(found)


def _luck_of_point(past: Past, offered: Offered) -> float:
    """The chance of the point by guessing; of an arguable one its reason decides: one of those offered."""
    return 1 / max(1, offered.answers if past.marks is not None else offered.reasons)


def _luck_of_reason(past: Past, offered: Offered) -> float:
    """The chance of a point for the right reason by guessing both; of the reasons one is right."""
    reason = 1 / max(1, offered.reasons)
    return reason if past.marks is None else reason / max(1, offered.answers)


def _weakest_first(found: Mapping[str, tuple[int, int, Sequence[float]]]) -> tuple[NamedShare, ...]:
    """By the upper end of the interval, as `cue_scores`: weak is what there is some evidence for."""
    shares = [
        NamedShare(name, Share(right, number, sum(lucks) / len(lucks) if lucks else None))
        for name, (right, number, lucks) in found.items()
    ]
    return tuple(sorted(shares, key=lambda each: (each.share.interval[1], each.name)))


@dataclass(frozen=True, slots=True)
class ReasonTally:
    """The answers of which it was asked what decides them, each question once.

    Attributes:
        right_reason: right, and for a reason that decides.
        other_reason: right, for another reason or none.
        missed: not right.
    """

    right_reason: int = 0
    other_reason: int = 0
    missed: int = 0

    @property
    def right(self) -> int:
        """How many are right, for whichever reason."""
        return self.right_reason + self.other_reason

    @property
    def number(self) -> int:
        """How many there are."""
        return self.right + self.missed


def reason_tally(records: Iterable[BankRecord]) -> ReasonTally:
    """How many right answers were right for the right reason."""
    right_reason = other_reason = missed = 0
    for record in records:
        for question, past, _ in record.answered:
            if past.earned is None or not tells_reason(question, past):
                continue
            if not past.earned:
                missed += 1
            elif knows(question, past):
                right_reason += 1
            else:
                other_reason += 1
    return ReasonTally(right_reason, other_reason, missed)


# -- misconceptions --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ReasonGiven:
    """A reason that was given first: what stood to choose from, and what was chosen, as ids of reasons."""

    question: QuestionRef
    offered: tuple[str, ...]
    reason: str
    at: datetime


@dataclass(frozen=True, slots=True)
class MisconceptionRecord:
    """A misconception that was chosen as a reason.

    Attributes:
        name: what it says.
        because: why it decides nothing.
        chosen: how often it was chosen.
        offered: how often it stood to choose.
        last_at: when it was chosen last, in UTC.
        left_since: how often in a row it has been left alone since.
    """

    name: str
    because: str
    chosen: int
    offered: int
    last_at: datetime
    left_since: int

    @property
    def is_alive(self) -> bool:
        """Whether it may still mislead: it has not been left alone `FADES_AFTER` times in a row."""
        return self.left_since < FADES_AFTER


def misconceptions(given: Sequence[ReasonGiven], banks: Iterable[Bank]) -> tuple[MisconceptionRecord, ...]:
    """The misconceptions that were chosen, those chosen last first.

    Args:
        given: the reasons given, the newest first.
        banks: the open banks. A reason is what its question says of it today; what is gone says nothing.
    """
    known = {bank.id: (bank, {each.id: each for each in bank.questions}) for bank in banks}
    kinds: dict[tuple[str, str], Mapping[str, str]] = {}
    found: dict[str, list[int]] = {}  # chosen, offered, left since
    last: dict[str, tuple[ReasonGiven, Bank]] = {}
    for each in given:
        bank, questions = known.get(each.question.bank_id, (None, {}))
        question = questions.get(each.question.question_id)
        if bank is None or not isinstance(question, Verdict):
            continue
        if (key := (bank.id, question.id)) not in kinds:
            kinds[key] = _misconceptions_in(question, bank)
        for kind in {kinds[key][reason] for reason in each.offered if reason in kinds[key]}:
            counts = found.setdefault(kind, [0, 0, 0])
            counts[1] += 1
            if kinds[key].get(each.reason) == kind:
                counts[0] += 1
                last.setdefault(kind, (each, bank))
            elif kind not in last:
                counts[2] += 1
    return tuple(
        MisconceptionRecord(idea.name, idea.because, counts[0], counts[1], told.at, counts[2])
        for kind, (told, bank) in last.items()
        for idea, counts in [(bank.vocabulary.misconceptions[kind], found[kind])]
    )


def _misconceptions_in(question: Verdict, bank: Bank) -> Mapping[str, str]:
    """By the id of a reason of a question, the misconception it is of."""
    known = bank.vocabulary.misconceptions
    return {each.id: each.cue for each in question.reasons if each.side is None and each.cue in known}


# -- all of it -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ProgressRecord:
    """What is on record of somebody's answers.

    Attributes:
        sessions: in the order they were begun.
        banks: the open banks, and how their questions were answered last.
        reasons: the reasons given of late, the newest first.
    """

    sessions: tuple[SessionTally, ...] = ()
    banks: tuple[BankRecord, ...] = ()
    reasons: tuple[ReasonGiven, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """How somebody gets on.

    Attributes:
        timeline: right answers over time.
        cues: by kind of reason, the weakest first.
        topics: by topic, the weakest first.
        reasons: right for the right reason.
        calibration: how sure against how right; None where that was never asked.
        misconceptions: those that were chosen; of all time, whatever the report is about.
    """

    timeline: Timeline = Timeline()
    cues: tuple[NamedShare, ...] = ()
    topics: tuple[NamedShare, ...] = ()
    reasons: ReasonTally = ReasonTally()
    calibration: Calibration | None = None
    misconceptions: tuple[MisconceptionRecord, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing was answered in that time that could earn a point."""
        return not self.timeline.points

    @property
    def answers(self) -> int:
        """How many answers of that time could earn a point."""
        return sum(each.share.number for each in self.timeline.points)


def report(record: ProgressRecord, since: datetime | None, day_of: Callable[[datetime], date]) -> Report:
    """How somebody has got on since a moment, in UTC; None for all of the time."""
    sessions = [each for each in record.sessions if since is None or each.at >= since]
    banks = [each.since(since) for each in record.banks]
    return Report(
        timeline(sessions, day_of),
        by_cue(banks),
        by_topic(banks),
        reason_tally(banks),
        calibration(level for each in sessions for level in each.levels),
        misconceptions(record.reasons, [each.bank for each in record.banks]),
    )
