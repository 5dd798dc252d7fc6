"""A round's results as rows: one for each question, each voter, and each answer somebody gave."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from quizapp.domain.attempt import QuestionRef
from quizapp.domain.item_analysis import ItemAnalysis, analysed
from quizapp.domain.question import Choice, Question
from quizapp.domain.round import Item, Round
from quizapp.domain.round_record import RoundRecord
from quizapp.domain.round_scores import answers_of, key_of, numbers_of, right_answers, standings
from quizapp.exchange.words import STRENGTHS, short_answer, standing_of, stem


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """What became of one question.

    Attributes:
        number: its place in the round, from 1.
        question_id: its id in the bank.
        revision: the wording that was asked.
        text: the scenario, or the prompt of a choice with its statements.
        kind: `verdict` or `choice`.
        key: the right answer; of an arguable verdict the side it leans to.
        strength: how firmly a verdict stands; empty for a choice.
        standing: whether it counts, and if not why.
        analysis: what first votes say about it; None where it cannot be measured.
        first: how many gave each answer at first.
        second: and after talking; empty without a second vote.
        dispute: why the room disputes it.
    """

    number: int
    question_id: str
    revision: str
    text: str
    kind: str
    key: str
    strength: str
    standing: str
    analysis: ItemAnalysis | None
    first: Mapping[str, int]
    second: Mapping[str, int]
    dispute: str


@dataclass(frozen=True, slots=True)
class VoterRow:
    """One voter's score: how many are right, of how many since they joined, and the shared rank."""

    voter: str
    name: str
    right: int
    seen: int
    rank: int


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """One answer of one voter in one vote; `is_right` is None where nothing is right or wrong."""

    number: int
    question_id: str
    vote: int
    voter: str
    name: str
    answer: str
    is_right: bool | None


def question_rows(record: RoundRecord) -> list[QuestionRow]:
    """The questions in the order asked, those that were left out too."""
    measured = analysed([record])
    return [
        _question_row(record, position, item, measured) for position, item in enumerate(record.round.items)
    ]


def voter_rows(record: RoundRecord) -> list[VoterRow]:
    """The voters, the best first; hands have none."""
    return [
        VoterRow(each.voter, record.name(each.voter), each.right, each.seen, each.rank)
        for each in standings(record.round, record.bank)
    ]


def answer_rows(record: RoundRecord) -> Iterator[AnswerRow]:
    """Every answer that counted in its vote, by question, vote and the voters' order."""
    order = {voter.id: position for position, voter in enumerate(record.round.voters)}
    for position, item in enumerate(record.round.items):
        question = record.bank.question(item.question.question_id)
        right = _right(record.round, position, question, item)
        for vote, ballot in enumerate(item.ballots, start=1):
            for voter in sorted(ballot.valid_votes, key=lambda each: order.get(each, len(order))):
                answer = ballot.valid_votes[voter]
                yield AnswerRow(
                    number=position + 1,
                    question_id=question.id,
                    vote=vote,
                    voter=voter,
                    name=record.name(voter),
                    answer=short_answer(question, answer),
                    is_right=answer in right if right else None,
                )


def answers_in(rows: list[QuestionRow]) -> list[str]:
    """The answers that could be given in a round, sides first, then letters."""
    given = {answer for row in rows for answer in row.first}
    return sorted(given, key=lambda answer: (len(answer) == 1, answer))


def _right(round_: Round, position: int, question: Question, item: Item) -> frozenset[str]:
    """The answers that are right; none of a warm-up, which is worth nothing."""
    return frozenset() if round_.is_warm_up(position) else right_answers(question, item)


def _question_row(
    record: RoundRecord, position: int, item: Item, measured: Mapping[QuestionRef, ItemAnalysis]
) -> QuestionRow:
    question = record.bank.question(item.question.question_id)
    splits = [_split(question, numbers_of(question, ballot)) for ballot in item.ballots]
    return QuestionRow(
        number=position + 1,
        question_id=question.id,
        revision=item.question.revision,
        text=stem(question),
        kind="choice" if isinstance(question, Choice) else "verdict",
        key=short_answer(question, key_of(question)),
        strength="" if isinstance(question, Choice) else STRENGTHS[question.strength],
        standing=standing_of(item, is_warm_up=record.round.is_warm_up(position)),
        analysis=None if record.round.is_warm_up(position) else measured.get(item.question),
        first=splits[0] if splits else _split(question, None),
        second=splits[1] if len(splits) > 1 else {},
        dispute=item.dispute,
    )


def _split(question: Question, numbers: Sequence[int] | None) -> dict[str, int]:
    answers = [short_answer(question, answer) for answer in answers_of(question)]
    return dict(zip(answers, numbers or [0] * len(answers), strict=True))
