"""The results of a round as a workbook. openpyxl is an extra: it is loaded when the workbook is wanted."""

from io import BytesIO
from typing import TYPE_CHECKING

from quizapp.domain.errors import QuizError
from quizapp.domain.round_record import RoundRecord
from quizapp.exchange.csv_text import Cell
from quizapp.exchange.markup import showable
from quizapp.exchange.results import Table, tables

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_LONGEST = 32_767
"""The characters that a cell can hold."""

_NARROW, _WIDE = 10, 60
"""Widths of columns, in characters."""


class NoWorkbookError(QuizError):
    """A workbook that cannot be made here."""


def results_xlsx(record: RoundRecord) -> bytes:
    """The questions, voters and answers of a round, a sheet each; every text is text, never a formula.

    Raises:
        NoWorkbookError: when openpyxl is missing.
    """
    book = _empty_book()
    book.properties.title = showable(record.round.plan.title)
    book.properties.creator = "Product or Service?"
    for table in tables(record):
        _fill(book.create_sheet(table.title), table)
    written = BytesIO()
    book.save(written)
    return written.getvalue()


def _empty_book() -> "Workbook":
    try:
        from openpyxl import Workbook  # noqa: PLC0415 - an extra that most never need
    except ImportError as error:
        raise NoWorkbookError(
            "A workbook needs openpyxl, which is not installed: pip install openpyxl. CSV works without it."
        ) from error
    book = Workbook()
    for sheet in book.worksheets:
        book.remove(sheet)
    return book


def _fill(sheet: "Worksheet", table: Table) -> None:
    for line, row in enumerate((table.heads, *table.rows), start=1):
        for column, cell in enumerate(row, start=1):
            _write(sheet, line, column, cell)
    sheet.freeze_panes = "A2"
    for column, head in enumerate(table.heads):
        longest = max(len(str(row[column] or "")) for row in (table.heads, *table.rows))
        letter = sheet.cell(1, column + 1).coordinate.rstrip("1")
        sheet.column_dimensions[letter].width = min(max(longest + 2, len(head) + 2, _NARROW), _WIDE)


def _write(sheet: "Worksheet", line: int, column: int, value: Cell) -> None:
    """Write a cell; openpyxl takes what begins with "=" for a formula unless it is told what it is."""
    if value is None or value == "":
        return
    cell = sheet.cell(line, column)
    if isinstance(value, str):
        cell.value = showable(value)[:_LONGEST]
        cell.data_type = "s"
        cell.quotePrefix = True
    else:
        cell.value = value
