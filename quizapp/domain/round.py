"""A round: what a room does with a plan, event by event. The same events give the same round."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from quizapp.domain.attempt import QuestionRef
from quizapp.domain.ballot import Ballot
from quizapp.domain.errors import QuizError
from quizapp.domain.round_plan import AnsweringMode, RoundPlan


class NotNowError(QuizError):
    """An event that the round cannot take as it stands."""


class Phase(StrEnum):
    """Where a round stands."""

    LOBBY = "lobby"
    ASK = "ask"
    OPEN = "open"
    LOCKED = "locked"
    DISCUSS = "discuss"
    REVEAL = "reveal"
    EXPLAIN = "explain"
    SCORES = "scores"
    WRAP_UP = "wrap-up"
    CLOSED = "closed"


class Ruling(StrEnum):
    """What the trainer rules about a question."""

    NONE = ""
    VOID = "void"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Voter:
    """Somebody who answers, a team or a person; names are kept elsewhere.

    Attributes:
        id: `t1`, `t2`, … for teams, `p1`, `p2`, … for people.
        since: the position of the first question that counts for them, from 0.
        is_gone: whether they left.
    """

    id: str
    since: int = 0
    is_gone: bool = False

    @property
    def is_team(self) -> bool:
        """Whether it is a team."""
        return self.id.startswith("t")


@dataclass(frozen=True, slots=True)
class Item:
    """One question of a round, and what became of it.

    Attributes:
        question: what is asked.
        ballots: the first vote, and the one after talking if there was one.
        ruling: what the trainer ruled.
        is_skipped: whether it was left out.
        is_revealed: whether the verdict was shown.
        is_split_released: whether the wall may show the first vote while the room talks.
        dispute: why the room disputes it; empty where it does not.
        corrected: how many answers were changed after the verdict.
    """

    question: QuestionRef
    ballots: tuple[Ballot, ...] = ()
    ruling: Ruling = Ruling.NONE
    is_skipped: bool = False
    is_revealed: bool = False
    is_split_released: bool = False
    dispute: str = ""
    corrected: int = 0

    @property
    def counts(self) -> bool:
        """Whether the question counts for scores and statistics."""
        return self.is_revealed and not self.is_skipped and self.ruling is not Ruling.VOID

    @property
    def was_asked(self) -> bool:
        """Whether it was put to the room: voted on, revealed or left out."""
        return bool(self.ballots) or self.is_revealed or self.is_skipped

    def with_ballot(self, index: int, ballot: Ballot) -> "Item":
        """The item with one of its votes changed."""
        return replace(self, ballots=(*self.ballots[:index], ballot, *self.ballots[index + 1 :]))


@dataclass(frozen=True, slots=True)
class Round:
    """A round as it stands.

    Attributes:
        plan: what was planned.
        items: its questions.
        voters: the roster, in the order they joined.
        mode: how the room answers now.
        phase: where it stands.
        position: the question in front, from 0; -1 in the lobby.
        is_paused: whether it stands still.
        extra: seconds added to the vote in front.
        came_from: in the wrap-up, where the round stood before.
    """

    plan: RoundPlan
    items: tuple[Item, ...]
    voters: tuple[Voter, ...]
    mode: AnsweringMode
    phase: Phase = Phase.LOBBY
    position: int = -1
    is_paused: bool = False
    extra: int = 0
    came_from: Phase = Phase.LOBBY

    @property
    def item(self) -> Item:
        """The question in front; in the lobby the first."""
        return self.items[max(self.position, 0)]

    @property
    def ballot(self) -> Ballot | None:
        """The newest vote on the question in front."""
        return self.item.ballots[-1] if self.item.ballots else None

    @property
    def is_last(self) -> bool:
        """Whether no question follows the one in front."""
        return self.position == len(self.items) - 1

    @property
    def present(self) -> tuple[Voter, ...]:
        """The voters who are there."""
        return tuple(voter for voter in self.voters if not voter.is_gone)

    @property
    def expected(self) -> tuple[Voter, ...]:
        """The voters who are there and may answer; where teams answer, people do not."""
        only_teams = self.mode in {AnsweringMode.TEAMS, AnsweringMode.BUZZ}
        return tuple(voter for voter in self.present if voter.is_team or not only_teams)

    @property
    def missing(self) -> tuple[Voter, ...]:
        """The voters who are expected to answer the vote in front and have not."""
        votes = self.ballot.votes if self.ballot else {}
        return tuple(voter for voter in self.expected if voter.id not in votes)

    def is_warm_up(self, position: int) -> bool:
        """Whether a question is worth nothing."""
        return self.plan.warm_up and position == 0

    def with_item(self, position: int, item: Item) -> "Round":
        """The round with one question changed."""
        return replace(self, items=(*self.items[:position], item, *self.items[position + 1 :]))


def begun(plan: RoundPlan) -> Round:
    """A round at its beginning: in the lobby, with the teams that are planned."""
    items = tuple(Item(question) for question in plan.questions)
    teams = tuple(Voter(f"t{number}") for number in range(1, plan.teams + 1))
    return Round(plan, items, teams, plan.answering)


def counted_positions(round_: Round) -> Iterable[int]:
    """The positions of the questions that count: revealed, not void, not left out, not a warm-up."""
    return (
        position
        for position, item in enumerate(round_.items)
        if item.counts and not round_.is_warm_up(position)
    )
