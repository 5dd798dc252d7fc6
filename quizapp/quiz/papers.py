"""Papers under exam conditions, as screens ask for them: drawn, sat, handed in, and looked back on."""

import os
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from quizapp.domain.attempt import Attempt, KeptSession, SessionStart
from quizapp.domain.bank import Bank
from quizapp.domain.errors import QuizError
from quizapp.domain.paper import Paper, PaperResult, Timer, UnknownPaperError, handed_in, passes, result
from quizapp.domain.paper_preset import Candidate, Draw, Lack, Preset, draw
from quizapp.domain.selection import OWN_SEEDS
from quizapp.domain.session import Session, refer, resumed
from quizapp.quiz.answer_archive import AnswerArchive
from quizapp.quiz.clock import Clock
from quizapp.quiz.open_banks import NothingToAskError, OpenBanks
from quizapp.storage.papers.records import (
    BY_HAND,
    BY_TIME,
    PAPER_RULES,
    KeptPaper,
    PaperEvent,
    PaperRules,
    attempt_of,
    flag_value,
)

if TYPE_CHECKING:
    from quizapp.storage.papers.presets import PresetList

KEEP_TIME_EVERY = 15.0
"""Seconds after which the time left is stored even if nothing is done: a dead process loses no more."""

_SLACK = 30.0  # seconds by which two clocks may differ without anything having happened to one of them


@dataclass(frozen=True, slots=True)
class PaperOffer:
    """What a preset comes to with the banks that are open.

    Attributes:
        preset: it.
        found: how many of its questions can be drawn.
        lacks: the rows of its blueprint that cannot be filled; a paper is begun only without any.
        fresh: how many questions of the paper would be new to the person.
    """

    preset: Preset
    found: int
    lacks: tuple[Lack, ...]
    fresh: int


@dataclass(frozen=True, slots=True)
class PastPaper:
    """A paper that was handed in.

    Attributes:
        session: its questions and answers as a finished session.
        preset: its rules, as they were when it began.
        minutes: the time that was allowed.
        fresh: how many of its questions had not been answered before it.
        ended_at: when it was handed in, in UTC.
        by_time: whether it handed itself in.
        flagged: the positions that were flagged.
        banks: its questions in the wording in which it began.
        result: what it came to.
    """

    session: Session
    preset: Preset
    minutes: int
    fresh: int
    ended_at: datetime
    by_time: bool
    flagged: frozenset[int]
    banks: tuple[Bank, ...]
    result: PaperResult


@dataclass(frozen=True, slots=True)
class PaperHead:
    """A paper that was handed in, as a list has it; `has_passed` is as in `PaperResult`."""

    id: str
    title: str
    ended_at: datetime
    marks: int
    questions: int
    has_passed: bool | None


class Papers:
    """Runs papers; what was done in one is on disk before its method returns.

    Every method may raise a `QuizError`, whose text is for people.
    """

    def __init__(
        self, archive: AnswerArchive, clock: Clock, banks: OpenBanks, chance: Random, shipped: Path
    ) -> None:
        self._archive = archive
        self._clock = clock
        self._banks = banks
        self._chance = chance
        self._shipped = shipped
        self._shown_at = clock.monotonic()  # the question in front, or its last answer
        self._kept_at = clock.monotonic()  # the time left

    # -- choosing ------------------------------------------------------------------------------

    @property
    def own_presets(self) -> Path:
        """The file of a person's own presets; it need not be there."""
        return self._archive.folder / "papers.yaml"

    def presets(self) -> "PresetList":
        """The presets that come with the program, then one's own, read anew."""
        from quizapp.storage.papers.presets import read_presets  # noqa: PLC0415 - going on with a paper needs none

        return read_presets(self._shipped, self.own_presets)

    def offers(self, presets: Sequence[Preset]) -> tuple[PaperOffer, ...]:
        """What presets come to now."""
        candidates = self._candidates()
        return tuple(_offer(preset, draw(candidates, preset, 1)) for preset in presets)

    def sheet(self, preset: Preset) -> tuple[Session, tuple[Bank, ...]]:
        """A paper to be printed: nothing of it is kept.

        Raises:
            NothingToAskError: when the open banks cannot fill its blueprint.
        """
        start, banks, _ = self._drawn(preset)
        return _blank(start, banks), banks

    def start(self, preset: Preset, *, extra_time: bool = False) -> Paper:
        """Begin a paper: its time runs from now.

        Raises:
            NothingToAskError: when the open banks cannot fill its blueprint.
        """
        start, banks, fresh = self._drawn(preset)
        minutes = preset.extra_minutes if extra_time and preset.extra_minutes else preset.minutes
        start = replace(start, started_at=self._clock.now())
        deadline = start.started_at + timedelta(minutes=minutes)
        self._archive.store.papers.begin(start, PaperRules(preset, minutes, fresh), banks, deadline)
        now = self._shown_now()
        timer = Timer(deadline, 60.0 * minutes, now)
        items = _blank(start, banks).asked
        return Paper(start, preset, minutes, items, timer, {}, fresh=fresh)

    def _candidates(self) -> list[Candidate]:
        """All questions of the open banks, with how often each was answered."""
        found = []
        for bank in self._banks:
            times = self._times(bank)
            found += [Candidate(bank.id, each, times.get(each.id, 0)) for each in bank.questions]
        return found

    def _times(self, bank: Bank) -> dict[str, int]:
        """In how many sessions each question was answered, in any wording."""
        times: dict[str, int] = {}
        for past in self._archive.store.past(bank.id):
            question = past.question.question_id
            times[question] = times.get(question, 0) + past.times
        return times

    def _drawn(self, preset: Preset) -> tuple[SessionStart, tuple[Bank, ...], int]:
        """A paper that could begin now: its start, its questions as they are worded now, how many are new."""
        seed = self._chance.choice(OWN_SEEDS)
        drawn = draw(self._candidates(), preset, seed)
        if drawn.lacks or not drawn.questions:
            raise NothingToAskError(
                "The open banks have too few questions for this paper. Open another bank, or choose another "
                "paper."
            )
        open_banks = self._banks.by_id
        refs = tuple(refer(open_banks[each.bank_id], each.question) for each in drawn.questions)
        used = dict.fromkeys(each.bank_id for each in drawn.questions)
        banks = tuple(
            replace(
                open_banks[bank_id],
                questions=tuple(each.question for each in drawn.questions if each.bank_id == bank_id),
            )
            for bank_id in used
        )
        rules = replace(PAPER_RULES, length=len(refs))
        start = SessionStart(os.urandom(16).hex(), seed, rules, refs, self._clock.now())
        return start, banks, sum(not each.asked for each in drawn.questions)

    # -- a paper -------------------------------------------------------------------------------

    def timed(self, paper: Paper) -> Paper:
        """The paper with the time that is left now; it is stored now and then."""
        monotonic = self._clock.monotonic()
        timed = paper.at(self._clock.now(), monotonic)
        if monotonic - self._kept_at >= KEEP_TIME_EVERY and not timed.timer.is_over:
            self._kept_at = monotonic  # also where it fails: it is tried again after a while
            with suppress(QuizError):  # the next answer says so
                self._keep(timed, "place", timed.position, "")
        return timed

    def answer(self, paper: Paper, response: str) -> Paper:
        """Give an answer to the question in front, or change it; once the time is up nothing changes."""
        timed = self.timed(paper)
        is_new = response in timed.current.offered and timed.answers.get(timed.position) != response
        if timed.timer.is_over or not is_new:
            return timed
        used = max(0.0, self._clock.monotonic() - self._shown_at)
        self._keep(timed, "answer", timed.position, response, used)
        self._shown_now()
        return timed.answered(timed.position, response)

    def flag(self, paper: Paper, *, flagged: bool) -> Paper:
        """Flag the question in front to come back to it, or flag it no longer."""
        timed = self.timed(paper)
        if not timed.timer.is_over:
            self._keep(timed, "flag", timed.position, flag_value(flagged=flagged))
            timed = timed.with_flag(timed.position, flagged=flagged)
        return timed

    def go_to(self, paper: Paper, position: int) -> Paper:
        """Have another question in front."""
        moved = self.timed(paper).moved(position)
        if moved.position != paper.position and not moved.timer.is_over:
            self._keep(moved, "place", moved.position, "")
        self._shown_now()
        return moved

    def ends_at(self, paper: Paper) -> datetime:
        """When a paper hands itself in, in UTC, by the clock as it stands now."""
        by_running = self._clock.now() + timedelta(seconds=paper.timer.left)
        is_as_stored = abs((paper.timer.deadline - by_running).total_seconds()) < _SLACK
        return paper.timer.deadline if is_as_stored else by_running

    def hand_in(self, paper: Paper) -> PastPaper:
        """End a paper: its answers are written as attempts, once, however often it is handed in.

        Raises:
            UnknownPaperError: when it was given up meanwhile, as by beginning its bank afresh.
        """
        timed = self.timed(paper)
        store = self._archive.store.papers
        by_time = timed.timer.is_over
        now = self._clock.now()
        at = min(now, timed.timer.deadline) if by_time else now
        kept = store.load(timed.start.id)
        sheet = _as_kept(kept, timed.timer)
        session = handed_in(sheet)
        attempts = [
            _marked(
                attempt_of(kept.start, position, sheet.items[position].offered, kept.given[position]), session
            )
            for position in sorted(sheet.answers)
        ]
        end = PaperEvent("end", 0, BY_TIME if by_time else BY_HAND, 0.0, timed.timer.left, at)
        store.hand_in(timed.start.id, attempts, end)
        ended = store.load(timed.start.id)
        if ended.ended_at is None:
            raise UnknownPaperError("This paper was given up; nothing of it counts.")
        return _past(ended)

    def give_up(self, paper: Paper) -> None:
        """Let a paper count for nothing: it is offered no longer and never handed in."""
        self._archive.store.papers.give_up(paper.start.id, self._clock.now())

    # -- afterwards ----------------------------------------------------------------------------

    def running(self) -> tuple[Paper, ...]:
        """The papers whose time runs, the newest first; those whose time is up are handed in before."""
        if not self._archive.store.has_unfinished_papers():
            return ()
        self.collect()
        return tuple(self._resumed(kept) for kept in self._archive.store.papers.running())

    def collect(self) -> tuple[PastPaper, ...]:
        """Hand in the papers whose time ran out while nobody looked, the newest first."""
        if not self._archive.store.has_unfinished_papers():
            return ()
        papers = [self._resumed(kept) for kept in self._archive.store.papers.running()]
        return tuple(self.hand_in(paper) for paper in papers if paper.timer.is_over)

    def resume(self, paper: Paper) -> Paper:
        """Take a paper up where it stands; its time has run on."""
        kept = self._archive.store.papers.load(paper.start.id)
        self._shown_now()
        return self._resumed(kept)

    def past(self) -> tuple[PaperHead, ...]:
        """The papers that were handed in, the newest first."""
        return tuple(
            PaperHead(
                head.id,
                head.preset.title,
                head.ended_at,
                head.marks,
                head.questions,
                passes(head.preset, head.marks),
            )
            for head in self._archive.store.papers.heads()
        )

    def past_paper(self, paper_id: str) -> PastPaper:
        """A paper that was handed in."""
        return _past(self._archive.store.papers.load(paper_id))

    def _resumed(self, kept: KeptPaper) -> Paper:
        """A paper as it was left, in the wording in which it began."""
        monotonic = self._clock.monotonic()
        timer = Timer(kept.deadline, kept.left, monotonic).at(self._clock.now(), monotonic)
        return _as_kept(kept, timer)

    def _keep(self, paper: Paper, kind: str, position: int, value: str, seconds: float = 0.0) -> None:
        event = PaperEvent(kind, position, value, seconds, paper.timer.left, self._clock.now())
        self._archive.store.papers.add(paper.start.id, event)
        self._kept_at = self._clock.monotonic()

    def _shown_now(self) -> float:
        """Let the time of the question in front run from now."""
        self._shown_at = self._clock.monotonic()
        return self._shown_at


def _offer(preset: Preset, drawn: Draw) -> PaperOffer:
    fresh = sum(not each.asked for each in drawn.questions)
    return PaperOffer(preset, len(drawn.questions), drawn.lacks, fresh)


def _blank(start: SessionStart, banks: Sequence[Bank]) -> Session:
    """A paper as a session in which nothing is answered."""
    return resumed(KeptSession(start, (), frozenset()), {bank.id: bank for bank in banks})


def _marked(attempt: Attempt, session: Session) -> Attempt:
    outcome = session.outcome(attempt.position)
    return replace(attempt, marks=outcome.marks if outcome else None)


def _as_kept(kept: KeptPaper, timer: Timer) -> Paper:
    """A paper with what the store has of it; what is no answer to its question is passed over."""
    items = _blank(kept.start, tuple(kept.banks.values())).asked
    answers = {
        item.position: kept.given[item.position].response
        for item in items
        if item.position in kept.given and kept.given[item.position].response in item.offered
    }
    rules = kept.rules
    paper = Paper(
        kept.start, rules.preset, rules.minutes, items, timer, answers, kept.flagged, fresh=rules.fresh
    )
    return paper.moved(kept.position)


def _past(kept: KeptPaper) -> PastPaper:
    preset, session = kept.rules.preset, handed_in(_as_kept(kept, Timer(kept.deadline, 0.0, 0.0)))
    ended_at = kept.ended_at or kept.deadline
    fixed = preset, kept.rules.minutes, kept.rules.fresh
    banks, told = tuple(kept.banks.values()), result(session, preset)
    return PastPaper(session, *fixed, ended_at, kept.by_time, kept.flagged, banks, told)
