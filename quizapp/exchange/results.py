"""The results of a round as tables, and as one CSV file."""

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import StringIO

from quizapp.domain.round_record import RoundRecord
from quizapp.exchange.markup import showable
from quizapp.exchange.result_rows import (
    AnswerRow,
    QuestionRow,
    VoterRow,
    answer_rows,
    answers_in,
    question_rows,
    voter_rows,
)

Cell = str | int | float | None

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # noqa: RUF001 - full-width ones count too
_INNER_START = re.compile(r"([;\r\n][ \"]*)(?=[=+\-@\t＝＋－＠])")  # noqa: RUF001 - as above
_DIGITS = 4


@dataclass(frozen=True, slots=True)
class Table:
    """One kind of rows, each as long as the heads."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def tables(record: RoundRecord) -> tuple[Table, Table, Table]:
    """The questions, the voters and the answers of a round.

    Facility is the share right (0 to 1) of `n` first votes, with its 95 % interval; discrimination is the
    item-rest correlation (-1 to 1), empty where too few voters make it meaningless.
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


def results_csv(record: RoundRecord) -> str:
    """All tables in one (RFC 4180): the first column says of which each row is, cells it lacks are empty.

    Returns:
        Text that begins with a byte order mark, so that spreadsheets read it as UTF-8. No text acts as a
        formula: an apostrophe goes before what could. Numbers stay numbers.
    """
    made = tables(record)
    heads = list(dict.fromkeys(head for table in made for head in table.heads))
    written = StringIO(newline="")
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow(["row", *heads])
    writer.writerows(_csv_rows(made, heads))
    return "\ufeff" + written.getvalue()


def _csv_rows(made: Sequence[Table], heads: Sequence[str]) -> Iterator[list[Cell]]:
    for table in made:
        for row in table.rows:
            cells = dict(zip(table.heads, row, strict=True))
            yield [table.title.lower().removesuffix("s"), *(_guarded(cells.get(head)) for head in heads)]


def _guarded(cell: Cell) -> Cell:
    """A cell that no spreadsheet takes for a formula.

    Where lists are separated by semicolons a spreadsheet does not see the quotes, and cuts a text at them.
    """
    if not isinstance(cell, str):
        return cell
    words = _INNER_START.sub(r"\1'", showable(cell))
    return f"'{words}" if words.lstrip(" ").startswith(_FORMULA_STARTS) else words


# -- the columns -------------------------------------------------------------------------------------

_QUESTION_HEADS = (
    *("number", "question", "revision", "text", "kind", "key", "strength", "standing"),
    *("n", "facility", "facility from", "facility to", "discrimination", "discrimination n"),
)
_VOTER_HEADS = ("voter", "name", "right", "of", "rank")
_ANSWER_HEADS = ("number", "question", "vote", "voter", "name", "answer", "is right")


def _question_cells(row: QuestionRow, answers: Sequence[str]) -> tuple[Cell, ...]:
    asked = (row.number, row.question_id, row.revision, row.text, row.kind, row.key, row.strength)
    splits = (split.get(answer) for split in (row.first, row.second) for answer in answers)
    return (*asked, row.standing, *_figures(row), *splits, row.dispute)


def _figures(row: QuestionRow) -> tuple[Cell, ...]:
    if row.analysis is None:
        return (None,) * 6
    shares = (row.analysis.facility, *row.analysis.interval)
    index = row.analysis.discrimination
    rounded = None if index is None else round(index, _DIGITS)
    return (row.analysis.number, *(round(share, _DIGITS) for share in shares), rounded, row.analysis.voters)


def _voter_cells(row: VoterRow) -> tuple[Cell, ...]:
    return (row.voter, row.name, row.right, row.seen, row.rank)


def _answer_cells(row: AnswerRow) -> tuple[Cell, ...]:
    told = {None: "", True: "yes", False: "no"}[row.is_right]
    return (row.number, row.question_id, row.vote, row.voter, row.name, row.answer, told)
