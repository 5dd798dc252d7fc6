"""A paper under exam conditions: what is answered and flagged, the time left, and what it came to."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from quizapp.domain.attempt import SessionStart
from quizapp.domain.errors import QuizError
from quizapp.domain.paper_preset import EXAM_LENGTH, PaperKind, Preset
from quizapp.domain.scoring import Outcome, OutcomeKind
from quizapp.domain.session import Session, SessionItem, Turn
from quizapp.domain.summary import Score, Tally, score, tallies


class PaperHandedInError(QuizError):
    """A change was wanted in a paper that is over."""


class UnknownPaperError(QuizError, LookupError):
    """A paper that is not among those saved."""


@dataclass(frozen=True, slots=True)
class Timer:
    """The time of a paper.

    Attributes:
        deadline: when the paper hands itself in, in UTC, as it was stored.
        left: the seconds left when that was last looked at.
        looked_at: when that was, on a monotonic clock.
    """

    deadline: datetime
    left: float
    looked_at: float

    def at(self, now: datetime, monotonic: float) -> "Timer":
        """The timer at another moment.

        The stored deadline counts, so sleep and restarts cost their time; but the time left never grows,
        so a clock that is set back gives none.
        """
        by_clock = (self.deadline - now).total_seconds()
        by_running = self.left - max(0.0, monotonic - self.looked_at)
        return Timer(self.deadline, max(0.0, min(by_clock, by_running)), monotonic)

    @property
    def is_over(self) -> bool:
        """Whether the time is up."""
        return self.left <= 0


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper that is being sat. Every change gives a new value.

    Attributes:
        start: its fixed part.
        preset: its rules, as they were when it began.
        minutes: the time that was allowed.
        items: its questions in the wording in which it began, in their order.
        timer: the time left.
        answers: by position, the answer that stands.
        flagged: the positions to come back to.
        position: the question in front.
        fresh: how many of its questions had not been answered in any session before.
    """

    start: SessionStart
    preset: Preset
    minutes: int
    items: tuple[SessionItem, ...]
    timer: Timer
    answers: Mapping[int, str]
    flagged: frozenset[int] = frozenset()
    position: int = 0
    fresh: int = 0

    @property
    def current(self) -> SessionItem:
        """The question in front."""
        return self.items[self.position]

    @property
    def unanswered(self) -> tuple[int, ...]:
        """The positions without an answer."""
        return tuple(position for position in range(len(self.items)) if position not in self.answers)

    def answered(self, position: int, response: str) -> "Paper":
        """The paper with this answer in the place of an earlier one."""
        return replace(self, answers={**self.answers, position: response})

    def with_flag(self, position: int, *, flagged: bool) -> "Paper":
        """The paper with a question flagged, or flagged no longer."""
        others = self.flagged - {position}
        return replace(self, flagged=others | {position} if flagged else others)

    def moved(self, position: int) -> "Paper":
        """The paper with another question in front; past either end it stays."""
        return replace(self, position=min(max(position, 0), len(self.items) - 1))

    def at(self, now: datetime, monotonic: float) -> "Paper":
        """The paper at another moment."""
        return replace(self, timer=self.timer.at(now, monotonic))


def handed_in(paper: Paper) -> Session:
    """The finished session that a paper becomes; what was not answered has no answer in it."""
    turns = (Turn(paper.answers.get(position), read=True) for position in range(len(paper.items)))
    return Session(paper.start, paper.items, tuple(turns))


@dataclass(frozen=True, slots=True)
class PaperResult:
    """What a paper came to.

    Attributes:
        score: over all its questions; one left open earns nothing.
        answered: how many were answered.
        by_topic: outcomes of the questions of each topic, those of most questions first.
        missed: the positions that earned nothing, those left open among them.
        pass_mark: marks that pass in the exam it is like; 0 for none.
        has_passed: whether it reached them; None where that cannot be said of such a paper: it has no pass
            mark, asks questions of two answers, or is too short.
    """

    score: Score
    answered: int
    by_topic: tuple[Tally, ...]
    missed: tuple[int, ...]
    pass_mark: int
    has_passed: bool | None

    @property
    def is_close(self) -> bool:
        """Whether the interval holds the pass mark, so that another paper could go either way."""
        share = self.pass_mark / self.score.marked if self.score.marked else 0.0
        return self.score.low <= share <= self.score.high


def result(session: Session, preset: Preset) -> PaperResult:
    """What a paper came to that was handed in."""
    outcomes = [outcome_at(session, position) for position in range(len(session.asked))]
    earned = score(outcomes)
    topics = tallies(
        (topic, outcome)
        for asked, outcome in zip(session.asked, outcomes, strict=True)
        for topic in asked.question.topics
    )
    return PaperResult(
        earned,
        sum(turn.answer is not None for turn in session.turns),
        topics,
        tuple(position for position, outcome in enumerate(outcomes) if outcome.is_missed),
        preset.pass_mark,
        passes(preset, earned.earned),
    )


def passes(preset: Preset, marks: int) -> bool | None:
    """Whether so many marks pass; None where that cannot be said of such a paper."""
    is_like_the_exam = preset.questions >= EXAM_LENGTH and all(
        row.kind is PaperKind.CHOICE for row in preset.blueprint
    )
    return marks >= preset.pass_mark if preset.pass_mark and is_like_the_exam else None


def outcome_at(session: Session, position: int) -> Outcome:
    """What a question of a paper came to; one left open earns nothing that a guess could have earned."""
    found = session.outcome(position)
    if found is not None:
        return found
    chance = 1 / len(session.asked[position].offered)
    return Outcome(OutcomeKind.NOT_THIS, 0, chance)
