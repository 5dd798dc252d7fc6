"""The results of a round as tables, and each table as CSV."""

from collections.abc import Sequence
from dataclasses import dataclass

from quizapp.domain.chance import ENOUGH
from quizapp.domain.item_analysis import ItemAnalysis
from quizapp.domain.round_record import RoundRecord
from quizapp.exchange.csv_text import Cell, csv_text
from quizapp.exchange.result_rows import (
    AnswerRow,
    QuestionRow,
    VoterRow,
    answer_rows,
    answers_in,
    question_rows,
    voter_rows,
)

_DIGITS = 4


@dataclass(frozen=True, slots=True)
class Table:
    """One kind of rows, each as long as the heads."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def tables(record: RoundRecord) -> tuple[Table, Table, Table]:
    """The questions, the voters and the answers of a round.

    Facility is the share right (0 to 1) of `n` first votes, with its 95 % interval from ten votes on;
    discrimination is the item-rest correlation (-1 to 1), empty where too few voters make it meaningless.
    """
    rows = question_rows(record)
    answers = answers_in(rows)
    splits = (*(f"first: {each}" for each in answers), *(f"second: {each}" for each in answers))
    questions = tuple(_question_cells(row, answers) for row in rows)
    return (
        Table("Questions", (*_QUESTION_HEADS, *splits, "disputed"), questions),
        Table("Voters", _VOTER_HEADS, tuple(_voter_cells(row) for row in voter_rows(record))),
        Table("Answers", _ANSWER_HEADS, tuple(_answer_cells(row) for row in answer_rows(record))),
    )


def questions_csv(record: RoundRecord) -> str:
    """What became of each question, as CSV (RFC 4180).

    Returns:
        Text that begins with a byte order mark, so that spreadsheets read it as UTF-8. No text acts as a
        formula: an apostrophe goes before what could. Numbers stay numbers.
    """
    return _csv(tables(record)[0])


def scores_csv(record: RoundRecord) -> str:
    """The score of each voter, likewise."""
    return _csv(tables(record)[1])


def answers_csv(record: RoundRecord) -> str:
    """Each answer that somebody gave, likewise."""
    return _csv(tables(record)[2])


def _csv(table: Table) -> str:
    return csv_text(table.heads, table.rows)


# -- the columns -------------------------------------------------------------------------------------

FIGURES = ("n", "facility", "facility from", "facility to", "discrimination", "discrimination n")
"""The heads of what first votes say about a question."""

_QUESTION_HEADS = (
    *("number", "question", "revision", "text", "kind", "key", "strength", "standing"),
    *FIGURES,
)
_VOTER_HEADS = ("voter", "name", "right", "of", "rank")
_ANSWER_HEADS = ("number", "question", "vote", "voter", "name", "answer", "is right")


def _question_cells(row: QuestionRow, answers: Sequence[str]) -> tuple[Cell, ...]:
    asked = (row.number, row.question_id, row.revision, row.text, row.kind, row.key, row.strength)
    splits = (split.get(answer) for split in (row.first, row.second) for answer in answers)
    return (*asked, row.standing, *figures(row.analysis), *splits, row.dispute)


def figures(analysis: ItemAnalysis | None) -> tuple[Cell, ...]:
    """What `FIGURES` names, of one question; empty where nothing was measured."""
    if analysis is None:
        return (None,) * len(FIGURES)
    interval = analysis.interval if analysis.number >= ENOUGH else (None, None)
    shares = (analysis.facility, *interval, analysis.discrimination)
    *facility, index = (None if share is None else round(share, _DIGITS) for share in shares)
    return (analysis.number, *facility, index, analysis.voters)


def _voter_cells(row: VoterRow) -> tuple[Cell, ...]:
    return (row.voter, row.name, row.right, row.seen, row.rank)


def _answer_cells(row: AnswerRow) -> tuple[Cell, ...]:
    told = {None: "", True: "yes", False: "no"}[row.is_right]
    return (row.number, row.question_id, row.vote, row.voter, row.name, row.answer, told)
