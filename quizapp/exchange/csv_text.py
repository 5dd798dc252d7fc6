"""CSV that spreadsheets read rightly, and in which no text acts as a formula."""

import csv
import re
from collections.abc import Iterable, Sequence
from io import StringIO

from quizapp.exchange.markup import showable

Cell = str | int | float | None

_STARTS = "=+\\-@＝＋－＠﹦﹢﹣﹫"  # noqa: RUF001 - full-width and small ones count too
_UNSEEN = (
    r"[^\S\r\n]|[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    r"\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0]"
)
"""Blanks, and what has no shape of its own."""
_LEADING = re.compile(rf"(?:{_UNSEEN}|[\r\n])*[{_STARTS}]")
_INNER = re.compile(rf"([;\r\n](?:{_UNSEEN}|\")*)(?=[{_STARTS}])")


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

    Where lists are separated by semicolons, or by tabs, a spreadsheet does not see the quotes, and cuts a
    text at them; what is not seen may stand before a formula. Tabs become blanks.
    """
    if not isinstance(cell, str):
        return cell
    shown = showable(cell).replace("\t", " ")
    words = _INNER.sub(r"\1'", shown)
    return f"'{words}" if _LEADING.match(shown) else words
