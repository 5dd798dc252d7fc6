"""What talking changed: from the first vote on a question to the second."""

from collections import Counter
from dataclasses import dataclass

from quizapp.domain.question import Question, is_arguable
from quizapp.domain.round import Item
from quizapp.domain.round_scores import answers_of, key_of, numbers_of


@dataclass(frozen=True, slots=True)
class Move:
    """How many went from one answer to another; who they are is not said."""

    before: str
    after: str
    number: int


@dataclass(frozen=True, slots=True)
class Movement:
    """The first and the second vote side by side.

    Attributes:
        answers: every answer that can be given, in the order of the bank.
        before: how many gave each in the first vote.
        after: how many gave each in the second.
        key: the answer that is right; empty for an arguable question, which has two sides.
        moves: who changed, most first, in number only; empty where nobody did or voters are unknown.
        known: how many are known to have voted twice; 0 where hands were counted.
    """

    answers: tuple[str, ...]
    before: tuple[int, ...]
    after: tuple[int, ...]
    key: str
    moves: tuple[Move, ...] = ()
    known: int = 0

    @property
    def changes(self) -> tuple[int, ...]:
        """How many more, or fewer, gave each answer in the second vote."""
        return tuple(after - before for before, after in zip(self.before, self.after, strict=True))

    @property
    def change(self) -> int | None:
        """How many more, or fewer, gave the right answer; None where there is none."""
        return self.changes[self.answers.index(self.key)] if self.key else None

    @property
    def moved(self) -> int:
        """How many of those known changed their answer."""
        return sum(move.number for move in self.moves)

    @property
    def gain(self) -> float | None:
        """The normalised gain g = (post - pre) / (1 - pre), where pre and post are the shares right.

        It is 1 where all who were wrong came round, 0 where nothing changed, negative where it got worse;
        None where it is undefined: there is no right answer, or all were right before.

        Source: R. R. Hake, Am. J. Phys. 66 (1998) 64-74; for a vote and its repetition C. H. Crouch and
        E. Mazur, Am. J. Phys. 69 (2001) 970-977.
        """
        if not self.key:
            return None
        index = self.answers.index(self.key)
        pre, post = self.before[index] / sum(self.before), self.after[index] / sum(self.after)
        return (post - pre) / (1 - pre) if pre < 1 else None


def movement(item: Item, question: Question) -> Movement | None:
    """What changed from the first vote to the second; None unless somebody voted in both."""
    votes = [numbers_of(question, ballot) for ballot in item.ballots]
    if len(votes) <= 1 or not all(sum(numbers) for numbers in votes):
        return None
    answers = tuple(answers_of(question))
    pairs = _pairs(item, answers)
    moves = [Move(*pair, number) for pair, number in pairs.items() if pair[0] != pair[1]]
    moves.sort(key=lambda move: (-move.number, answers.index(move.before), answers.index(move.after)))
    key = "" if is_arguable(question) else key_of(question)
    return Movement(answers, votes[0], votes[1], key, tuple(moves), pairs.total())


def _pairs(item: Item, answers: tuple[str, ...]) -> Counter[tuple[str, str]]:
    """How many gave which answer first and which then, of those known in both votes."""
    before, after = (ballot.valid_votes for ballot in item.ballots[:2])
    both = ((before[voter], after[voter]) for voter in before if voter in after)
    return Counter(pair for pair in both if set(pair) <= set(answers))
