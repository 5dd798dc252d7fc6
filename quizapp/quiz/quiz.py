"""The quiz: all that screens and commands may ask for."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import cached_property
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from quizapp import paths
from quizapp.domain.attempt import KeptSession, QuestionRef, SessionRules
from quizapp.domain.bank import Bank
from quizapp.domain.cue_score import CueScore
from quizapp.domain.history import Note, NoteKind, weakest_cues
from quizapp.domain.merging import merged
from quizapp.domain.pool import counts
from quizapp.domain.problem import Reading
from quizapp.domain.profile import Profile
from quizapp.domain.selection import OWN_SEEDS, USUAL_LENGTH, Selection, Which, draw
from quizapp.domain.session import Session, open_session, refer, refreshed, repeated, resumed
from quizapp.quiz import choosing
from quizapp.quiz.answer_archive import AnswerArchive
from quizapp.quiz.clock import Clock, bounded
from quizapp.quiz.open_banks import NothingToAskError, OpenBanks
from quizapp.quiz.profiles import Profiles
from quizapp.quiz.session_recorder import SessionRecorder

if TYPE_CHECKING:
    from quizapp.domain.goal import Activity
    from quizapp.domain.paper import Paper
    from quizapp.domain.round_record import RoundRecord
    from quizapp.quiz.library import Library
    from quizapp.quiz.papers import Papers, PastPaper
    from quizapp.quiz.progress import Progress
    from quizapp.quiz.reviews import Reviews
    from quizapp.quiz.rounds import Rounds
    from quizapp.storage.answers.store import AttemptStore
    from quizapp.storage.banks.repository import BankRepository


class Quiz:
    """Runs sessions over the open banks; every response is on disk before its method returns.

    Methods that read or write what is kept may raise a `QuizError`, whose text is for people.

    Attributes:
        archive: the answers that are kept, as a whole.
        exam: the exam whose wordings of terms reviews ask, as definitions name it; empty for those of all.
    """

    def __init__(
        self,
        profiles: Profiles,
        repository: "BankRepository",
        clock: Clock,
        chance: Random,
        profile: Profile = Profile.OWN,
    ) -> None:
        """Open the answers of a profile.

        Raises:
            QuizError: when they cannot be had.
        """
        self._repository = repository
        self._clock = clock = clock._replace(now=bounded(clock.now))
        self._chance = chance
        self._open_banks = OpenBanks()
        self.archive = AnswerArchive(profiles, clock, profile)
        self.exam = ""

    @property
    def _store(self) -> "AttemptStore":
        return self.archive.store

    @property
    def _recorder(self) -> SessionRecorder:
        return self.archive.recorder

    # -- banks ---------------------------------------------------------------------------------

    @property
    def bank(self) -> Bank | None:
        """The bank that sessions are drawn from unless another is named."""
        return self._open_banks.current

    @property
    def banks(self) -> tuple[Bank, ...]:
        """The open banks, in the order they were opened."""
        return tuple(self._open_banks)

    def shipped_banks(self) -> list[Path]:
        """The files of the banks that come with the program."""
        return self._repository.shipped()

    def read_bank(self, path: Path, progress: Callable[[float], None] | None = None) -> Reading:
        """Read a bank file. Touches no other state, so a worker thread may call it."""
        return self._repository.open(path, progress)

    def use_bank(self, bank: Bank) -> None:
        """Open a bank and draw the coming sessions from it."""
        self._open_banks.use(bank)

    def add_bank(self, bank: Bank) -> None:
        """Open a bank beside the others."""
        self._open_banks.put(bank)

    def close_bank(self, bank_id: str) -> None:
        """Close a bank; what was answered in it stays."""
        self._open_banks.close(bank_id)

    def refresh_bank(self, bank_id: str, reading: Reading) -> Bank:
        """Take over what reading the file of an open bank again gave; faulty questions stay as they were.

        Raises:
            NothingToAskError: when the bank is not open.
        """
        bank = merged(self._open_banks.need(bank_id), reading)
        self._open_banks.put(bank)
        return bank

    # -- choosing ------------------------------------------------------------------------------

    def suggestion(self, length: int = USUAL_LENGTH) -> Selection:
        """What Today offers: at first the bank's first questions, then mostly what is new or was missed.

        Raises:
            NothingToAskError: before a bank with questions is open.
        """
        bank = self._open_banks.need()
        return choosing.suggestion(bank, choosing.history_of(bank, self._store), length, self._chance)

    def met(self) -> int:
        """How many questions of the bank in use were answered before, in their present wording."""
        return len(self.met_questions()) if self.bank and self.bank.questions else 0

    def met_questions(self, bank_id: str = "") -> frozenset[str]:
        """The ids of the questions of a bank that were answered before, in their present wording."""
        return frozenset(choosing.history_of(self._open_banks.need(bank_id), self._store))

    def counts(self, selection: Selection) -> Mapping[Which, int]:
        """How many questions fit each `Which`, all else of the selection as it is."""
        bank = self._open_banks.need(selection.bank_id)
        return counts(bank.questions, selection, choosing.person_of(bank, self._store))

    def has_answers(self) -> bool:
        """Whether any question of any bank, open or not, has an answer that counts."""
        return self._store.has_answers()

    @property
    def today(self) -> date:
        """This day, where the computer is."""
        return self._clock.now().astimezone().date()

    def activity(self, since: date) -> "dict[date, Activity]":
        """What was done on each day from one on to this one, where anything was; days are local ones."""
        from quizapp.domain.goal import NOTHING, days_between, midnight  # noqa: PLC0415 - few have a goal

        days = days_between(since, self.today + timedelta(days=1))
        if len(days) < 2:  # noqa: PLR2004 - the last one is tomorrow
            return {}
        done = self._store.activity([midnight(day) for day in days])
        return {day: each for day, each in zip(days, done, strict=False) if each != NOTHING}

    def weakest_cue(self, bank_id: str = "") -> CueScore | None:
        """The cue most worth practising; None where there is too little to tell."""
        return choosing.weakest_of(self._open_banks.need(bank_id), self._store)

    def weakest_cues(self, bank_id: str = "") -> tuple[CueScore, ...]:
        """All that are worth practising, the weakest first."""
        bank = self._open_banks.need(bank_id)
        return weakest_cues(bank, choosing.history_of(bank, self._store))

    # -- a session -----------------------------------------------------------------------------

    def start(self, selection: Selection) -> Session:
        """Begin a session on a set of questions.

        Raises:
            NothingToAskError: when no question fits, or no bank is open.
        """
        bank = self._open_banks.need(selection.bank_id)
        found = choosing.fitting(bank, selection, choosing.person_of(bank, self._store))
        drawn = replace(selection, seed=choosing.seed_for(selection, self._chance))
        refs = tuple(refer(bank, question) for question in draw(found, drawn))
        rules = SessionRules(
            len(refs),
            selection.reason_step,
            selection.three_answers,
            selection.which.value,
            selection.topics,
            self._cue_of(selection, bank),
            selection.certainty,
        )
        return self._recorder.begin(open_session(self._recorder.new_start(drawn.seed, refs, rules), bank))

    def _cue_of(self, selection: Selection, bank: Bank) -> str:
        """The kind of reason a session is on; empty for any."""
        if selection.which is not Which.WEAKEST_CUE:
            return selection.cue
        weakest = self.weakest_cue(bank.id)
        return weakest.cue if weakest else ""

    def practise(
        self,
        session: Session,
        positions: tuple[int, ...],
        *,
        reason_step: bool | None = None,
        certainty: bool | None = None,
    ) -> Session:
        """Begin a session on some questions of an earlier one, as they were asked there.

        Args:
            session: the earlier one.
            positions: the places of the questions in it.
            reason_step: whether "What decides it here?" is asked; None for as it was there.
            certainty: whether "How sure are you?" is asked; likewise.
        """
        asked = [session.asked[position] for position in positions]
        rules = replace(session.start.rules, length=len(asked), which=Which.MISTAKES.value, topics=(), cue="")
        if reason_step is not None:
            rules = replace(rules, reason_step=reason_step)
        if certainty is not None:
            rules = replace(rules, certainty=certainty)
        seed = self._chance.choice(OWN_SEEDS)
        start = self._recorder.new_start(seed, tuple(each.ref for each in asked), rules)
        return self._recorder.begin(repeated(start, asked))

    def answer(self, session: Session, response: str) -> Session:
        """Record a verdict (`product`, `service`, `either`) or a choice (the option's index in the bank)."""
        return self._recorder.answer(session, response)

    def give_certainty(self, session: Session, response: str) -> Session:
        """Record how sure the person is of the answer: "1", "2" or "3", see `Certainty`."""
        return self._recorder.give_certainty(session, response)

    def give_reason(self, session: Session, response: str) -> Session:
        """Record what the person says decided it: a reason's id, or empty for "not sure"."""
        return self._recorder.give_reason(session, response)

    def undo(self, session: Session) -> Session:
        """Take the last step of the current question back, if there is one."""
        return self._recorder.undo(session) if session.can_undo else session

    def move_on(self, session: Session) -> Session:
        """Leave the explanation; after the last one the session is finished."""
        return self._recorder.move_on(session)

    def pause(self) -> None:
        """Stop the time of the question that waits: something else is looked at."""
        self._recorder.pause()

    def go_on(self) -> None:
        """Let the time of the question that waits run on."""
        self._recorder.go_on()

    def refreshed(self, session: Session) -> Session:
        """A running session after a bank was read again; the place and what was answered stay."""
        return refreshed(session, self._open_banks.by_id)

    # -- resuming ------------------------------------------------------------------------------

    def unfinished(self) -> tuple[KeptSession, ...]:
        """The sessions that were left in the middle, the newest first."""
        return self._store.unfinished()

    def resume(self, kept: KeptSession) -> Session:
        """Take a session up at the step it was left at.

        Raises:
            NothingToAskError: when none of its questions is there any more in the same wording.
        """
        session = resumed(kept, self._open_banks.by_id)
        if not session.asked:
            raise NothingToAskError(
                "The questions of that session have changed since, or their bank is not open. "
                "Open its bank to take it up again, or start a new session; nothing recorded is lost."
            )
        if session.is_finished:  # it ended between the last "read" and the note that it was over
            self._store.finish(kept.start.id, self._clock.now())
        return self._recorder.shown(session)

    def discard(self, kept: KeptSession) -> None:
        """Offer a session no longer; what was answered stays."""
        self._store.set_discarded(kept.start.id, self._clock.now(), discarded=True)

    def offer_again(self, kept: KeptSession) -> None:
        """Offer a discarded session as before."""
        self._store.set_discarded(kept.start.id, self._clock.now(), discarded=False)

    # -- rounds ----------------------------------------------------------------------------------

    @cached_property
    def rounds(self) -> "Rounds":
        """Rounds with a room: planned, run and looked back on."""
        from quizapp.quiz.rounds import Rounds  # noqa: PLC0415 - the first question must not wait for it

        return Rounds(self.archive, self._clock)

    def unfinished_rounds(self) -> "tuple[RoundRecord, ...]":
        """The rounds that were begun and not closed, the newest first."""
        return self.rounds.unfinished() if self._store.has_unfinished_rounds() else ()

    # -- looking up ------------------------------------------------------------------------------

    @cached_property
    def library(self) -> "Library":
        """Questions, past sessions, terms and notes to look up."""
        from quizapp.quiz.library import Library  # noqa: PLC0415 - the first question must not wait for it

        return Library(self.archive, self._open_banks, self.rounds)

    @cached_property
    def progress(self) -> "Progress":
        """How somebody gets on."""
        from quizapp.quiz.progress import Progress  # noqa: PLC0415 - as for rounds

        return Progress(self.archive, self._open_banks, self._clock, lambda: self.reviews)

    def start_on(self, ref: QuestionRef, *, reason_step: bool = True, certainty: bool = False) -> Session:
        """Begin a session on a single question.

        Raises:
            NothingToAskError: when its bank is not open.
            UnknownQuestionError: when the bank lacks it.
        """
        bank = self._open_banks.need(ref.bank_id)
        now = refer(bank, bank.question(ref.question_id))
        rules = SessionRules(1, reason_step=reason_step, certainty=certainty)
        start = self._recorder.new_start(self._chance.choice(OWN_SEEDS), (now,), rules)
        return self._recorder.begin(open_session(start, bank))

    # -- papers ----------------------------------------------------------------------------------

    @cached_property
    def papers(self) -> "Papers":
        """Papers under exam conditions: drawn, sat and looked back on."""
        from quizapp.quiz.papers import Papers  # noqa: PLC0415 - as for rounds

        shipped = paths.resources_dir() / "papers.yaml"
        return Papers(self.archive, self._clock, self._open_banks, self._chance, shipped)

    def overdue_papers(self) -> "tuple[PastPaper, ...]":
        """Hand in the papers whose time ran out while nobody looked, and tell of them, the newest first."""
        return self.papers.collect() if self._store.has_unfinished_papers() else ()

    def running_papers(self) -> "tuple[Paper, ...]":
        """The papers whose time runs, the newest first."""
        return self.papers.running() if self._store.has_unfinished_papers() else ()

    # -- reviews ---------------------------------------------------------------------------------

    @cached_property
    def reviews(self) -> "Reviews":
        """What is due again, and studying towards a date."""
        from quizapp.quiz.reviews import Reviews  # noqa: PLC0415 - as for rounds

        return Reviews(self.archive, self._open_banks, self._chance, lambda: self.exam, self._held)

    def _held(self) -> frozenset[tuple[str, str]]:
        """The questions of papers whose time runs, by the ids of bank and question."""
        refs = (item.ref for paper in self.running_papers() for item in paper.items)
        return frozenset((ref.bank_id, ref.question_id) for ref in refs)

    # -- flags and notes -------------------------------------------------------------------------

    def flags(self, bank_id: str) -> frozenset[str]:
        """The ids of the flagged questions of a bank."""
        return self._store.flags(bank_id)

    def set_flag(self, question: QuestionRef, *, flagged: bool) -> None:
        """Flag a question, whatever its wording, or flag it no longer."""
        self._store.set_flag(question.bank_id, question.question_id, self._clock.now(), flagged=flagged)

    def add_note(self, question: QuestionRef, text: str, kind: NoteKind = NoteKind.FAULT) -> None:
        """Keep what somebody finds wrong with a question, or wants to remember of it."""
        self._store.add_note(question, text, self._clock.now(), kind)

    def notes(self) -> tuple[Note, ...]:
        """All notes, in the order they were made."""
        return self._store.notes()

    @property
    def engine(self) -> str:
        """What keeps the answers, with its version."""
        return self._store.engine

    def answered(self, bank_id: str) -> int:
        """How many questions of a bank have an answer that counts, in any wording, be they on its terms."""
        return len({past.question.question_id for past in self._store.past(bank_id)})

    def outdated(self, bank_id: str) -> int:
        """How many of them, of an open bank, have none in their present wording, or are gone."""
        bank = self._open_banks.by_id[bank_id]
        answered = {past.question for past in self._store.past(bank_id)}
        ids = {ref.question_id for ref in answered}
        return len(ids) - sum(refer(bank, each) in answered for each in bank.held(ids).values())

    def reset_bank(self, bank_id: str) -> None:
        """Let nothing answered or flagged in a bank count any more; nothing is deleted."""
        self._store.start_afresh(bank_id, self._clock.now())

    def purge_expired_names(self) -> None:
        """Delete what is kept only for a time: the names of rounds long over."""
        if self.archive.has_names:
            self.rounds.forget_old_names()

    def close(self) -> None:
        """Close the store."""
        self.archive.close()
