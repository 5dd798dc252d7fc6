"""What a round showed: the questions that were hardest at the first vote, and the cue most often missed."""

from collections import Counter
from dataclasses import dataclass

from quizapp.domain.bank import Bank
from quizapp.domain.chance import wilson
from quizapp.domain.history import deciding_cues
from quizapp.domain.round import Round, Ruling, counted_positions
from quizapp.domain.round_plan import AnsweringMode
from quizapp.domain.round_scores import is_scored, key_of

HARDEST = 3
"""How many questions are named at the end of a round."""


@dataclass(frozen=True, slots=True)
class FirstVote:
    """How many had something right before anybody talked.

    Attributes:
        right: the right answers.
        number: all answers, at least one.
    """

    right: int
    number: int

    @property
    def share(self) -> float:
        """The share right, 0 to 1."""
        return self.right / self.number

    @property
    def interval(self) -> tuple[float, float]:
        """The Wilson 95 % interval of the share, 0 to 1."""
        return wilson(self.right, self.number)


def first_votes(round_: Round, bank: Bank) -> dict[int, FirstVote]:
    """The first votes on the questions that count and have one right answer, by place."""
    votes = {}
    for position in counted_positions(round_):
        item = round_.items[position]
        question = bank.question(item.question.question_id)
        if item.ruling is Ruling.BOTH or not is_scored(question, item) or not item.ballots:
            continue
        first = item.ballots[0]
        if first.number and first.mode is not AnsweringMode.BUZZ:  # there only one answers
            votes[position] = FirstVote(first.split.get(key_of(question), 0), first.number)
    return votes


def hardest(round_: Round, bank: Bank) -> tuple[tuple[int, FirstVote], ...]:
    """The places of the questions with the lowest share right, the hardest first; none that all had right."""
    missed = [
        (position, vote) for position, vote in first_votes(round_, bank).items() if vote.right < vote.number
    ]
    return tuple(sorted(missed, key=lambda each: (each[1].share, each[0]))[:HARDEST])


def most_missed_cue(round_: Round, bank: Bank) -> tuple[str, FirstVote] | None:
    """The id of the cue most in need of another look, and how its scenarios went; None where none was missed.

    As in `history.cue_scores`, the smallest upper bound counts, so that one slip is no weakness.
    """
    right: Counter[str] = Counter()
    number: Counter[str] = Counter()
    for position, vote in first_votes(round_, bank).items():
        for cue in deciding_cues(bank.question(round_.items[position].question.question_id)):
            right[cue] += vote.right
            number[cue] += vote.number
    votes = [(cue, FirstVote(right[cue], number[cue])) for cue in number if right[cue] < number[cue]]
    return min(votes, key=lambda each: (each[1].interval[1], each[0]), default=None)
