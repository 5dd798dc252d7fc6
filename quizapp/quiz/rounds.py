"""Rounds with a room: planned, run event by event, and looked back on."""

import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from quizapp.domain.attempt import QuestionRef
from quizapp.domain.bank import Bank
from quizapp.domain.errors import QuizError
from quizapp.domain.round import Phase, Round, begun
from quizapp.domain.round_events import Event
from quizapp.domain.round_plan import RoundPlan
from quizapp.domain.round_record import RoundRecord
from quizapp.domain.round_rules import applied
from quizapp.domain.session import refer
from quizapp.quiz.answer_archive import AnswerArchive
from quizapp.quiz.clock import Clock
from quizapp.quiz.open_banks import NothingToAskError
from quizapp.storage.rounds.journal import KeptRound, RoundJournal, Unreadable, went_on
from quizapp.storage.rounds.names import KEPT_FOR, RoundNames

_NAMES = "rounds"


@dataclass(frozen=True, slots=True)
class RoundHead:
    """A round in a list.

    Attributes:
        id: names it.
        title: what it is called.
        questions: how many it asks.
        started_at: when it began, in UTC.
        ended_at: when it was closed, in UTC; None while it runs.
        names_until: when its names are deleted, in UTC; None where there are none.
    """

    id: str
    title: str
    questions: int
    started_at: datetime
    ended_at: datetime | None
    names_until: datetime | None


@dataclass(frozen=True, slots=True)
class LostRounds:
    """How many rounds and plans cannot be read, and when the newest copy that has them all was made."""

    rounds: int = 0
    plans: int = 0
    copy: datetime | None = None


class Rounds:
    """Runs rounds; what happened in one is on disk before its method returns.

    Every method may raise a `QuizError`, whose text is for people.
    """

    def __init__(self, archive: AnswerArchive, clock: Clock) -> None:
        self._archive = archive
        self._clock = clock
        self._known: dict[str, tuple[Round, int]] = {}  # as they stood last, and after how many events
        self._lost = {Unreadable(): LostRounds()}  # as it was found: reading all copies takes its time
        self._rehearsed: set[str] = set()
        self._started: dict[Path, datetime | None] = {}  # what the clock said at the start before, by folder

    # -- plans ---------------------------------------------------------------------------------

    def plans(self) -> tuple[RoundPlan, ...]:
        """The plans that are kept, the one saved last first."""
        return self._journal.plans()

    def new_plan_id(self) -> str:
        """An id that no plan has."""
        return _new_id()

    def save_plan(self, plan: RoundPlan) -> None:
        """Keep a plan in the place of an earlier one of the same id."""
        self._journal.save_plan(plan, self._clock.now())

    def delete_plan(self, plan_id: str) -> None:
        """Keep a plan no longer; rounds that were begun with it stay."""
        self._journal.delete_plan(plan_id, self._clock.now())

    # -- a round -------------------------------------------------------------------------------

    def begin(
        self, plan: RoundPlan, bank: Bank, names: Mapping[str, str], *, is_rehearsal: bool = False
    ) -> RoundRecord:
        """Begin a round; its questions are asked as the bank words them now.

        Args:
            plan: what is planned.
            bank: the bank of its questions.
            names: what its voters are called, by their ids.
            is_rehearsal: whether nothing of it is to be kept.

        Raises:
            NothingToAskError: when the plan asks nothing, or questions of another bank.
            UnknownQuestionError: when the bank lacks one of them.
        """
        asked = _asked(plan, bank)
        plan = replace(plan, questions=_as_worded(plan, asked))
        record = RoundRecord(_new_id(), begun(plan), asked, _filled(names), self._clock.now())
        if is_rehearsal:
            self._rehearsed.add(record.id)
            return record
        self._keep_names(record)
        try:
            self._journal.begin(record.id, plan, asked, record.started_at)
        except BaseException:
            with suppress(QuizError):  # the first trouble is the one to report
                self._names.forget(record.id)
            raise
        self._known[record.id] = record.round, 0
        return record

    def apply(self, record: RoundRecord, event: Event) -> RoundRecord:
        """Let something happen in a round; it is kept when this returns.

        Raises:
            NotNowError: when it cannot happen now.
            RoundWentOnError: when the round has gone on meanwhile, as in another window.
        """
        changed = applied(record.round, event)
        now = self._clock.now()
        ended = now if changed.phase is Phase.CLOSED else None
        if not self.is_rehearsal(record):
            number = self._number(record)
            self._journal.append(record.id, number, (event,), now)
            self._known[record.id] = changed, number + 1
            if ended:
                with suppress(QuizError):  # else they only go a little earlier
                    self._names.keep_until(record.id, ended + KEPT_FOR)
        return replace(record, round=changed, ended_at=ended)

    def is_rehearsal(self, record: RoundRecord) -> bool:
        """Whether nothing of a round is kept."""
        return record.id in self._rehearsed

    def rename(self, record: RoundRecord, names: Mapping[str, str]) -> RoundRecord:
        """Call the voters of a round something else; those without a name go by their ids."""
        record = replace(record, names=_filled(names))
        self._keep_names(record)
        return record

    # -- what was kept -------------------------------------------------------------------------

    def unfinished(self) -> tuple[RoundRecord, ...]:
        """All rounds that were begun and not closed, as they were left, the newest first."""
        return tuple(self._record(kept) for kept in self._journal.unfinished())

    def lost(self) -> LostRounds:
        """What the lists of rounds and plans pass over because it cannot be read any more."""
        unreadable = self._journal.unreadable()
        if unreadable not in self._lost:
            self._lost[unreadable] = self._lost_of(unreadable)
        return self._lost[unreadable]

    def _lost_of(self, unreadable: Unreadable) -> LostRounds:
        from quizapp.storage.rounds.copies import newest_copy_with  # noqa: PLC0415 - hardly ever needed

        copy = newest_copy_with(self._archive.path, unreadable)
        return LostRounds(len(unreadable.rounds), len(unreadable.plans), copy)

    def load(self, round_id: str) -> RoundRecord:
        """A round as it stands, with its names where they are still kept.

        Raises:
            UnknownRoundError: when it is not kept here.
        """
        return self._record(self._journal.load(round_id))

    def past(self) -> tuple[RoundHead, ...]:
        """All rounds that are kept, the newest first; one that was not closed has no end."""
        names = self._names
        return tuple(
            RoundHead(
                id=head.id,
                title=head.plan.title,
                questions=len(head.plan.questions),
                started_at=head.started_at,
                ended_at=head.ended_at,
                names_until=names.kept_until(head.id),
            )
            for head in self._journal.heads()
        )

    def first_votes(self, bank_id: str) -> tuple[RoundRecord, ...]:
        """The closed rounds on questions of a bank, the oldest first, without names; for its statistics."""
        return tuple(_nameless(kept) for kept in self._journal.ended(bank_id))

    def forget_names(self, round_id: str) -> None:
        """Delete what the voters of a round were called; their ids stay."""
        self._names.forget(round_id)

    def forget_old_names(self) -> None:
        """Delete the names of all closed rounds, of every profile, whose time is over.

        A clock that has jumped forward is not believed until another start or an answer agrees.
        """
        now, answered = self._clock.now(), self._archive.store.last_at()
        for folder in self._archive.folders:
            names = RoundNames(folder / _NAMES)
            if folder not in self._started:
                self._started[folder] = names.note_start(now)
            agreeing = [each for each in (self._started[folder], answered) if each is not None]
            if agreeing:
                names.forget_older(min(now, max(agreeing)))

    @property
    def _journal(self) -> RoundJournal:
        return self._archive.store.rounds

    @property
    def _names(self) -> RoundNames:
        return RoundNames(self._archive.path.parent / _NAMES)

    def _keep_names(self, record: RoundRecord) -> None:
        if not self.is_rehearsal(record):
            until = (record.ended_at or self._clock.now()) + KEPT_FOR
            self._names.keep(record.id, record.names, until, running=record.ended_at is None)

    def _number(self, record: RoundRecord) -> int:
        """How many events led to a round, which must stand as it was known last."""
        if record.id not in self._known:
            self.load(record.id)
        round_, number = self._known[record.id]
        if round_ != record.round:
            raise went_on()
        return number

    def _record(self, kept: KeptRound) -> RoundRecord:
        self._known[kept.id] = kept.round, kept.number
        return replace(_nameless(kept), names=self._names.load(kept.id))


def _asked(plan: RoundPlan, bank: Bank) -> Bank:
    """A bank of the questions of a plan alone."""
    if not plan.questions:
        raise NothingToAskError("This plan asks nothing yet. Choose its questions first.")
    if {each.bank_id for each in plan.questions} != {bank.id}:
        raise NothingToAskError(
            "This plan asks questions of another bank. Open that bank, or choose the questions anew."
        )
    wanted = dict.fromkeys(each.question_id for each in plan.questions)
    return replace(bank, questions=tuple(bank.question(each) for each in wanted))


def _as_worded(plan: RoundPlan, bank: Bank) -> tuple[QuestionRef, ...]:
    return tuple(refer(bank, bank.question(each.question_id)) for each in plan.questions)


def _filled(names: Mapping[str, str]) -> Mapping[str, str]:
    return {voter: name for voter, name in names.items() if name}


def _nameless(kept: KeptRound) -> RoundRecord:
    return RoundRecord(kept.id, kept.round, kept.bank, {}, kept.started_at, kept.ended_at)


def _new_id() -> str:
    return os.urandom(16).hex()
