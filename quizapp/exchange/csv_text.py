"""CSV that spreadsheets read rightly, and in which no text acts as a formula."""

import csv
import re
from collections.abc import Iterable, Sequence
from io import StringIO

from quizapp.exchange.markup import showable

Cell = str | int | float | None

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # noqa: RUF001 - full-width ones count too
_INNER_START = re.compile(r"([;\r\n][ \"]*)(?=[=+\-@\t＝＋－＠])")  # noqa: RUF001 - as above


def csv_text(heads: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    """Rows as CSV (RFC 4180), with a byte order mark, so that spreadsheets read it as UTF-8.

    No text acts as a formula: an apostrophe goes before what could. Numbers stay numbers.
    """
    written = StringIO(newline="")
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow(heads)
    writer.writerows([_guarded(cell) for cell in row] for row in rows)
    return "\ufeff" + written.getvalue()


def _guarded(cell: Cell) -> Cell:
    """A cell that no spreadsheet takes for a formula.

    Where lists are separated by semicolons a spreadsheet does not see the quotes, and cuts a text at them.
    """
    if not isinstance(cell, str):
        return cell
    words = _INNER_START.sub(r"\1'", showable(cell))
    return f"'{words}" if words.lstrip(" ").startswith(_FORMULA_STARTS) else words
