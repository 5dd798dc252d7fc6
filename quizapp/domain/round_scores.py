"""Who has how many right: by the last answer before the verdict, never by speed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from quizapp.domain.ballot import Ballot
from quizapp.domain.bank import Bank
from quizapp.domain.question import Choice, Question, is_arguable
from quizapp.domain.round import Item, Round, Ruling, Voter, counted_positions


@dataclass(frozen=True, slots=True)
class Standing:
    """One voter's score.

    Attributes:
        voter: the voter's id.
        right: how many questions were answered rightly.
        seen: how many questions counted of those the voter was there for.
        rank: from 1; equal shares have equal ranks, and the next rank counts them all (1, 2, 2, 4).
    """

    voter: str
    right: int
    seen: int
    rank: int

    @property
    def share(self) -> float:
        """The share right, from 0 to 1."""
        return self.right / self.seen if self.seen else 0.0


def key_of(question: Question) -> str:
    """The answer that is right, as ballots have it; of an arguable verdict the side it leans to."""
    return str(question.key) if isinstance(question, Choice) else question.answer.value


def is_scored(question: Question, item: Item) -> bool:
    """Whether an answer to it can be right: an arguable one needs a reason, which no ballot has."""
    return item.counts and (not is_arguable(question) or item.ruling is Ruling.BOTH)


def right_answers(question: Question, item: Item) -> frozenset[str]:
    """The answers that count as right; none where nothing is scored."""
    if not is_scored(question, item):
        return frozenset()
    if item.ruling is Ruling.BOTH:
        return frozenset(answers_of(question))
    return frozenset({key_of(question)})


def answers_of(question: Question) -> Sequence[str]:
    """Every answer that can be given, in the order of the bank."""
    if isinstance(question, Choice):
        return [str(index) for index in range(len(question.options))]
    return ["product", "service"]


def numbers_of(question: Question, ballot: Ballot) -> tuple[int, ...]:
    """How many gave each answer of a question, in the order of the bank."""
    split = ballot.split
    return tuple(split.get(answer, 0) for answer in answers_of(question))


def last_votes(item: Item) -> Mapping[str, str]:
    """The last answer of each voter before the verdict.

    Who did not answer again after talking keeps the first answer, and so does everybody where hands were
    counted the second time.
    """
    votes: dict[str, str] = {}
    for ballot in item.ballots:
        votes |= ballot.valid_votes
    return votes


def was_there(voter: Voter, position: int, votes: Mapping[str, str]) -> bool:
    """Whether a question counts for a voter: answered, or asked of their kind while they took part.

    Where teams answered no person could, and the other way round, so that switching lowers nobody's share.
    """
    is_asked = any(Voter(each).is_team is voter.is_team for each in votes)
    return voter.id in votes or (is_asked and not voter.is_gone and position >= voter.since)


def standings(round_: Round, bank: Bank) -> tuple[Standing, ...]:
    """The scores of all voters, the best share first; hands have none, since nobody knows whose they are."""
    asked = {
        position: bank.question(round_.items[position].question.question_id)
        for position in counted_positions(round_)
    }
    scores = {voter.id: _score(round_, voter, asked) for voter in round_.voters}
    shares = sorted((right / seen if seen else 0.0 for right, seen in scores.values()), reverse=True)
    made = [
        Standing(voter, right, seen, shares.index(right / seen if seen else 0.0) + 1)
        for voter, (right, seen) in scores.items()
    ]
    return tuple(sorted(made, key=lambda standing: standing.rank))


def _score(round_: Round, voter: Voter, asked: Mapping[int, Question]) -> tuple[int, int]:
    """How many a voter has right, of how many that were scored and seen.

    A question that hands alone answered is scored for nobody, so it lowers nobody's share.
    """
    right = seen = 0
    for position, question in asked.items():
        item = round_.items[position]
        votes = last_votes(item)
        if not is_scored(question, item) or not was_there(voter, position, votes):
            continue
        seen += 1
        right += votes.get(voter.id, "") in right_answers(question, item)
    return right, seen
