"""One vote of a room on one question: how many hands went up, or who said what."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from quizapp.domain.round_plan import AnsweringMode


@dataclass(frozen=True, slots=True)
class Ballot:
    """A vote, open or locked. Answers are `product` and `service`, or an option's index in the bank as text.

    Attributes:
        mode: how the room answers, or answered when it was locked.
        counts: hands for each answer.
        votes: the last answer of each voter.
        buzzes: the voters who buzzed, in order, each once.
        passed: those of them whose turn is over.
    """

    mode: AnsweringMode
    counts: Mapping[str, int] = field(default_factory=dict)
    votes: Mapping[str, str] = field(default_factory=dict)
    buzzes: tuple[str, ...] = ()
    passed: frozenset[str] = frozenset()

    @property
    def holder(self) -> str:
        """Whose turn it is in a buzz; empty while nobody has buzzed."""
        return next((voter for voter in self.buzzes if voter not in self.passed), "")

    @property
    def split(self) -> Mapping[str, int]:
        """How many gave each answer, in the mode in force; nobody's answer is left out."""
        if self.mode is AnsweringMode.HANDS:
            return {answer: number for answer, number in self.counts.items() if number}
        return dict(Counter(self.valid_votes.values()))

    @property
    def valid_votes(self) -> Mapping[str, str]:
        """The votes that count: in a buzz only that of the one whose turn it is."""
        match self.mode:
            case AnsweringMode.HANDS:
                return {}
            case AnsweringMode.BUZZ:
                return {voter: answer for voter, answer in self.votes.items() if voter == self.holder}
            case _:
                return self.votes

    @property
    def number(self) -> int:
        """How many have answered."""
        return sum(self.split.values())

    def with_vote(self, voter: str, answer: str) -> "Ballot":
        """The ballot after a voter's answer; an empty one takes it back."""
        votes = dict(self.votes)
        votes.pop(voter, None)  # who answers again comes last
        if answer:
            votes[voter] = answer
        return replace(self, votes=votes)

    def with_buzz(self, voter: str) -> "Ballot":
        """The ballot after a voter buzzed; a second buzz changes nothing."""
        return self if voter in self.buzzes else replace(self, buzzes=(*self.buzzes, voter))

    def passed_on(self) -> "Ballot":
        """The ballot after the turn was passed on to the next who buzzed."""
        return replace(self, passed=self.passed | {self.holder} - {""})
