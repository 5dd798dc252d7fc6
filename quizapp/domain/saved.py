"""All that is kept of a person as plain values, and putting what two computers have together.

Texts stand here as they stand in the file of answers: what a newer version wrote into them is passed on.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from heapq import merge
from typing import TypeVar


@dataclass(frozen=True, slots=True)
class TakenBack:
    """That an attempt was taken back; `at` is UTC."""

    after_explanation: bool
    at: str


@dataclass(frozen=True, slots=True)
class SavedAttempt:
    """An attempt with its number in the order of writing; see `Attempt` for the rest."""

    number: int
    position: int
    step: str
    bank_id: str
    question_id: str
    revision: str
    offered: str
    response: str
    marks: float | None
    seconds: float
    at: str
    after_explanation: bool
    taken_back: TakenBack | None = None


@dataclass(frozen=True, slots=True)
class PaperEvent:
    """Something that was done in a paper."""

    kind: str
    position: int
    value: str
    seconds: float
    time_left: float
    at: str


@dataclass(frozen=True, slots=True)
class SavedPaper:
    """What makes a session a paper, and what was done in it."""

    rules: str
    banks: str
    deadline: str
    events: tuple[PaperEvent, ...] = ()


@dataclass(frozen=True, slots=True)
class SavedSession:
    """A session with all that happened in it.

    Attributes:
        id: the same on every computer.
        seed: drew its questions.
        rules: how it is run.
        started_at: when it began, in UTC.
        asked: bank, question and revision of each question.
        attempts: in the order of writing.
        read: positions whose explanation was read, and when.
        endings: how it ended, and when.
        discards: whether it is offered no longer, and since when.
        paper: what makes it a paper; None for any other session.
    """

    id: str
    seed: int
    rules: str
    started_at: str
    asked: tuple[tuple[str, str, str], ...]
    attempts: tuple[SavedAttempt, ...] = ()
    read: tuple[tuple[int, str], ...] = ()
    endings: tuple[tuple[str, str], ...] = ()
    discards: tuple[tuple[bool, str], ...] = ()
    paper: SavedPaper | None = None


@dataclass(frozen=True, slots=True)
class SavedFlag:
    """That a question was flagged, or flagged no longer."""

    bank_id: str
    question_id: str
    flagged: bool
    at: str


@dataclass(frozen=True, slots=True)
class SavedNote:
    """A note; who wrote it at that moment on that question wrote no other."""

    bank_id: str
    question_id: str
    revision: str
    text: str
    kind: str
    at: str


@dataclass(frozen=True, slots=True)
class FreshStart:
    """That a bank was begun anew: its attempts up to the number `after` do not count."""

    bank_id: str
    after: int
    at: str


@dataclass(frozen=True, slots=True)
class SavedRound:
    """A round with a room; each event is its data and its time."""

    id: str
    plan: str
    bank: str
    started_at: str
    ended_at: str | None
    events: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class SavedPlan:
    """What was said last of a plan for rounds; no data where it was deleted."""

    id: str
    data: str | None
    at: str


@dataclass(frozen=True, slots=True)
class Saved:
    """All that is kept of one person, each list in the order of writing."""

    sessions: tuple[SavedSession, ...] = ()
    flags: tuple[SavedFlag, ...] = ()
    notes: tuple[SavedNote, ...] = ()
    fresh_starts: tuple[FreshStart, ...] = ()
    rounds: tuple[SavedRound, ...] = ()
    plans: tuple[SavedPlan, ...] = ()

    @property
    def attempts(self) -> int:
        """How many attempts there are."""
        return sum(len(session.attempts) for session in self.sessions)


@dataclass(frozen=True, slots=True)
class Added:
    """What came in from elsewhere.

    Attributes:
        answers: attempts that were not there.
        sessions: sessions that were not there, papers not counted.
        papers: likewise papers.
        flags: questions that are flagged now and were not, or the other way round.
        notes: notes that were not there.
        rounds: likewise rounds.
        plans: plans for rounds that are new, or were changed or deleted elsewhere.
        left_out: attempts at a step that was answered on both computers; ours stay.
    """

    answers: int = 0
    sessions: int = 0
    papers: int = 0
    flags: int = 0
    notes: int = 0
    rounds: int = 0
    plans: int = 0
    left_out: int = 0


T = TypeVar("T")
_Step = tuple[str, int, str]


def merged(ours: Saved, theirs: Saved) -> tuple[Saved, Added]:
    """What two computers have, nothing twice, in the order of time; what ours says counts where they differ.

    The order within each stays: a clock that was wrong for a while upsets nothing.
    """
    sessions = _merged_sessions(ours.sessions, theirs.sessions)
    ordered, fresh_starts, left_out = _renumbered(ours, theirs)
    whole = Saved(
        tuple(replace(session, attempts=tuple(ordered.get(session.id, ()))) for session in sessions),
        _union(ours.flags, theirs.flags, lambda each: each, lambda each: each.at),
        _union(ours.notes, theirs.notes, _note_key, lambda each: each.at),
        tuple(fresh_starts),
        _merged_rounds(ours.rounds, theirs.rounds),
        _union(ours.plans, theirs.plans, lambda each: each, lambda each: each.at),
    )
    papers = _papers(whole) - _papers(ours)
    return whole, Added(
        whole.attempts - ours.attempts,
        len(whole.sessions) - len(ours.sessions) - papers,
        papers,
        len(_flagged(whole.flags) ^ _flagged(ours.flags)),
        len(whole.notes) - len(ours.notes),
        len(whole.rounds) - len(ours.rounds),
        len({*_last_said(whole.plans).items()} - {*_last_said(ours.plans).items()}),
        left_out,
    )


def _papers(saved: Saved) -> int:
    return sum(session.paper is not None for session in saved.sessions)


def _flagged(flags: Iterable[SavedFlag]) -> frozenset[tuple[str, str]]:
    """The questions that are flagged, by bank and id."""
    last = {(each.bank_id, each.question_id): each.flagged for each in flags}
    return frozenset(question for question, flagged in last.items() if flagged)


def _last_said(plans: Iterable[SavedPlan]) -> dict[str, str | None]:
    return {plan.id: plan.data for plan in plans}


def _note_key(note: SavedNote) -> Hashable:
    return note.bank_id, note.question_id, note.revision, note.kind, note.at


# -- lists that are put together by time -------------------------------------------------------------


def _timed(items: Iterable[T], at: Callable[[T], str]) -> Iterator[tuple[str, T]]:
    """Each item with the latest time so far, so that sorting by it keeps their order."""
    latest = ""
    for item in items:
        latest = max(latest, at(item))
        yield latest, item


def _union(
    ours: Sequence[T], theirs: Sequence[T], key: Callable[[T], Hashable], at: Callable[[T], str]
) -> tuple[T, ...]:
    """Both in the order of time, ours first where it is the same, without what is there twice."""
    known = {key(item) for item in ours}
    new = (timed for timed in _timed(theirs, at) if key(timed[1]) not in known)
    return tuple(item for _, item in merge(_timed(ours, at), new, key=lambda timed: timed[0]))


# -- sessions and rounds -----------------------------------------------------------------------------


def _merged_sessions(
    ours: Sequence[SavedSession], theirs: Sequence[SavedSession]
) -> tuple[SavedSession, ...]:
    """All sessions; what both computers have of one is put together but for its attempts."""
    elsewhere = {session.id: session for session in theirs}
    whole = [_both(each, elsewhere[each.id]) if each.id in elsewhere else each for each in ours]
    return _union(whole, theirs, lambda each: each.id, lambda each: each.started_at)


def _both(ours: SavedSession, theirs: SavedSession) -> SavedSession:
    return replace(
        ours,
        read=_first_of_each(ours.read, theirs.read),
        endings=_first_of_each(ours.endings, theirs.endings),
        discards=_union(ours.discards, theirs.discards, lambda each: each, lambda each: each[1]),
        paper=_longer_paper(ours.paper, theirs.paper),
    )


_Dated = TypeVar("_Dated", bound=tuple[Hashable, str])


def _first_of_each(ours: Sequence[_Dated], theirs: Sequence[_Dated]) -> tuple[_Dated, ...]:
    return (*ours, *(each for each in theirs if each[0] not in {mine[0] for mine in ours}))


def _longer_paper(ours: SavedPaper | None, theirs: SavedPaper | None) -> SavedPaper | None:
    """The paper in which more was done."""
    if ours is None or (theirs is not None and len(theirs.events) > len(ours.events)):
        return theirs
    return ours


def _merged_rounds(ours: Sequence[SavedRound], theirs: Sequence[SavedRound]) -> tuple[SavedRound, ...]:
    """All rounds; of one that both have the record that goes further."""
    elsewhere = {each.id: each for each in theirs}
    whole = []
    for each in ours:
        other = elsewhere.get(each.id, each)
        whole.append(other if len(other.events) > len(each.events) else each)
    return _union(whole, theirs, lambda each: each.id, lambda each: each.started_at)


# -- attempts and banks begun anew, which count by their numbers -------------------------------------


@dataclass(frozen=True, slots=True)
class _Given:
    """An attempt and its session."""

    session_id: str
    attempt: SavedAttempt

    @property
    def step(self) -> _Step:
        """The step that it answers, which no other may answer while it stands."""
        return self.session_id, self.attempt.position, self.attempt.step

    @property
    def key(self) -> Hashable:
        """The same on every computer."""
        return *self.step, self.attempt.at


@dataclass(frozen=True, slots=True)
class _Begun:
    """A bank begun anew."""

    fresh: FreshStart

    @property
    def key(self) -> Hashable:
        """The same on every computer."""
        return self.fresh.bank_id, self.fresh.at


_Item = _Given | _Begun


def _stream(saved: Saved) -> Iterator[_Item]:
    """Attempts in the order of writing, and among them where banks were begun anew."""
    given = [_Given(session.id, attempt) for session in saved.sessions for attempt in session.attempts]
    numbered: list[tuple[tuple[int, int], _Item]] = [((each.attempt.number, 0), each) for each in given]
    numbered += [((each.after, 1), _Begun(each)) for each in saved.fresh_starts]
    return (item for _, item in sorted(numbered, key=lambda each: each[0]))


def _at(item: _Item) -> str:
    return item.attempt.at if isinstance(item, _Given) else item.fresh.at


@dataclass(slots=True)
class _Numbering:
    """Counts attempts anew in the order in which they are taken.

    Attributes:
        ours: the steps that have an answer of ours that stands; no other takes its place.
        standing: the steps of which an answer that stands was taken.
    """

    ours: frozenset[_Step]
    attempts: dict[str, list[SavedAttempt]] = field(default_factory=dict)
    fresh_starts: list[FreshStart] = field(default_factory=list)
    standing: set[_Step] = field(default_factory=set)
    last: int = 0
    left_out: int = 0

    def take(self, item: _Item, taken_back: TakenBack | None, *, is_ours: bool) -> None:
        """Take an attempt, unless its step has another that stands, or that a bank was begun anew."""
        if isinstance(item, _Begun):
            self.fresh_starts.append(replace(item.fresh, after=self.last))
            return
        is_late = not is_ours and taken_back is None and item.step in self.ours
        if item.step in self.standing or is_late:
            self.left_out += 1
            return
        if taken_back is None:
            self.standing.add(item.step)
        self.last += 1
        counted = replace(item.attempt, number=self.last, taken_back=taken_back)
        self.attempts.setdefault(item.session_id, []).append(counted)


def _renumbered(ours: Saved, theirs: Saved) -> tuple[dict[str, list[SavedAttempt]], list[FreshStart], int]:
    """The attempts of each session and the fresh starts in the order of both, and how many are left out."""
    mine, other = list(_stream(ours)), list(_stream(theirs))
    known = {item.key for item in mine}
    backs = {item.key: item.attempt.taken_back for item in other if isinstance(item, _Given)}

    def back_of(item: _Item) -> TakenBack | None:
        return (item.attempt.taken_back or backs.get(item.key)) if isinstance(item, _Given) else None

    standing = (item.step for item in mine if isinstance(item, _Given) and back_of(item) is None)
    numbering = _Numbering(frozenset(standing))
    new = (timed for timed in _timed(other, _at) if timed[1].key not in known)
    for _, item in merge(_timed(mine, _at), new, key=lambda timed: timed[0]):
        numbering.take(item, back_of(item), is_ours=item.key in known)
    return numbering.attempts, numbering.fresh_starts, numbering.left_out
