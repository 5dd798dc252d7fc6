"""How hard a question is and how well it tells apart, from first votes in rounds and from papers."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import sqrt
from statistics import fmean

from quizapp.domain.attempt import QuestionRef
from quizapp.domain.ballot import Ballot
from quizapp.domain.bank import Bank
from quizapp.domain.chance import wilson
from quizapp.domain.question import Question
from quizapp.domain.round import Item, Round, Ruling, counted_positions
from quizapp.domain.round_plan import AnsweringMode
from quizapp.domain.round_record import RoundRecord
from quizapp.domain.round_scores import is_scored, key_of, numbers_of, was_there

LEAST_VOTERS = 20
"""Voters below which no discrimination is said."""

FIRM_VOTERS = 50
"""Voters from which it is more than indicative."""


@dataclass(frozen=True, slots=True)
class ItemAnalysis:
    """What first votes, and answers in papers, say about one wording of a question.

    Attributes:
        question: the wording.
        right: how many had it right.
        number: how many answered, 1 or more; hands count.
        voters: how many of them are known, with an answer to another question of their round.
        discrimination: the item-rest correlation of those, -1 to 1; None below `LEAST_VOTERS`, and where
            it is undefined because all answered alike.
    """

    question: QuestionRef
    right: int
    number: int
    voters: int
    discrimination: float | None

    @property
    def facility(self) -> float:
        """The facility index: mean score over the highest score, here the share right (0 to 1)."""
        return self.right / self.number

    @property
    def interval(self) -> tuple[float, float]:
        """The 95 % Wilson interval of the facility index, 0 to 1."""
        return wilson(self.right, self.number)

    @property
    def is_indicative(self) -> bool:
        """Whether the discrimination is but a hint: of r = 0.3 from 30 voters the standard error is 0.17."""
        return self.discrimination is not None and self.voters < FIRM_VOTERS


@dataclass(slots=True)
class _Gathered:
    """What is gathered about one wording: counts, and score and rest score of each known voter."""

    right: int = 0
    number: int = 0
    scores: list[float] = field(default_factory=list)
    rests: list[float] = field(default_factory=list)


Sheet = Mapping[QuestionRef, float]
"""A paper as it was handed in: for each question that has one right answer whether it was given, 1 or 0."""


def analysed(
    records: Iterable[RoundRecord], papers: Iterable[Sheet] = ()
) -> Mapping[QuestionRef, ItemAnalysis]:
    """What the first votes of some rounds, and papers, say about their questions, in the order first asked.

    Only questions with one right answer that count are measured: none that is void, left out, a warm-up or
    arguable, none where both answers are accepted, and no vote in which only those answered who buzzed.
    Rounds are pooled for a wording as long as its revision is the same. Moodle, too, takes first attempts.
    Each paper counts as one voter; what was left open in it is not right.
    """
    gathered: dict[QuestionRef, _Gathered] = {}
    for record in records:
        votes = dict(_first_votes(record.round, record.bank))
        for position, (question, ballot) in votes.items():
            found = gathered.setdefault(record.round.items[position].question, _Gathered())
            found.right += ballot.split.get(key_of(question), 0)
            found.number += sum(numbers_of(question, ballot))
        _gather_scores(gathered, record.round, votes)
    for sheet in papers:
        _gather_sheet(gathered, sheet)
    return {ref: _analysis(ref, found) for ref, found in gathered.items()}


def discrimination(scores: Sequence[float], rests: Sequence[float]) -> float | None:
    """The discrimination index in Moodle's sense: the correlation of an item's score with the rest's.

    Args:
        scores: each voter's score of the item.
        rests: the same voters' scores of all other items, each on any one scale.

    Returns:
        cov(item, rest) / √(var item · var rest), with n-1 denominators (they cancel out): the corrected
        point-biserial correlation, -1 to 1; None where a variance is zero.

    Source: Moodle, `question/classes/statistics/questions/calculator.php`, which gives it in per cent.
    """
    if len(set(scores)) <= 1 or len(set(rests)) <= 1:
        return None
    mean, rest_mean = fmean(scores), fmean(rests)
    both = sum((score - mean) * (rest - rest_mean) for score, rest in zip(scores, rests, strict=True))
    variances = sum((score - mean) ** 2 for score in scores) * sum((rest - rest_mean) ** 2 for rest in rests)
    return both / sqrt(variances)


_Votes = Mapping[int, tuple[Question, Ballot]]


def _first_votes(round_: Round, bank: Bank) -> Iterable[tuple[int, tuple[Question, Ballot]]]:
    """The first votes that can be measured, by place, with their questions."""
    for position in counted_positions(round_):
        item = round_.items[position]
        question = bank.question(item.question.question_id)
        if _is_measured(question, item) and any(numbers_of(question, item.ballots[0])):
            yield position, (question, item.ballots[0])


def _is_measured(question: Question, item: Item) -> bool:
    is_asked = bool(item.ballots) and item.ballots[0].mode is not AnsweringMode.BUZZ
    return is_asked and item.ruling is not Ruling.BOTH and is_scored(question, item)


def _gather_scores(gathered: Mapping[QuestionRef, _Gathered], round_: Round, votes: _Votes) -> None:
    """Add item and rest score of each voter to what is gathered.

    The rest is the share right of the other questions that the voter was there for, so that rounds of
    different lengths can be pooled; one left blank is not right.
    """
    known = {
        position: (ballot.valid_votes, key_of(question))
        for position, (question, ballot) in votes.items()
        if ballot.valid_votes
    }
    for voter in round_.voters:
        marks = {
            position: float(given.get(voter.id) == key)
            for position, (given, key) in known.items()
            if was_there(voter, position, given)
        }
        for position, mark in marks.items():
            if voter.id in known[position][0] and len(marks) > 1:
                found = gathered[round_.items[position].question]
                found.scores.append(mark)
                found.rests.append((sum(marks.values()) - mark) / (len(marks) - 1))


def _gather_sheet(gathered: dict[QuestionRef, _Gathered], sheet: Sheet) -> None:
    """Add what a paper says of each of its questions."""
    whole = sum(sheet.values())
    for ref, mark in sheet.items():
        found = gathered.setdefault(ref, _Gathered())
        found.right += round(mark)
        found.number += 1
        if len(sheet) > 1:
            found.scores.append(mark)
            found.rests.append((whole - mark) / (len(sheet) - 1))


def _analysis(question: QuestionRef, found: _Gathered) -> ItemAnalysis:
    index = discrimination(found.scores, found.rests) if len(found.scores) >= LEAST_VOTERS else None
    return ItemAnalysis(question, found.right, found.number, len(found.scores), index)
