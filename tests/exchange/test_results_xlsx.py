"""Results as a workbook: numbers as numbers, and every text as text."""

import sys
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook

from quizapp.exchange.results_xlsx import NoWorkbookError, results_xlsx
from tests.domain.examples import verdict
from tests.exchange.rounds import changed, hands, one, teams

ACTING = ["=1+1", "=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\t=1", "#REF!", "a\x0bb\ud800", "x" * 40_000]


def opened(content: bytes) -> Workbook:
    return load_workbook(BytesIO(content))


def test_each_table_is_a_sheet_with_numbers_as_numbers() -> None:
    book = opened(results_xlsx(one(verdict(), hands(product=1, service=3))))
    assert book.sheetnames == ["Questions", "Voters", "Answers"]
    [heads, row] = list(book["Questions"].iter_rows(values_only=True))
    cells = dict(zip(heads, row, strict=True))
    assert (cells["n"], cells["facility"], cells["first: service"]) == (4, 0.75, 3)
    assert cells["second: service"] is None


def test_voters_and_answers_are_told() -> None:
    book = opened(results_xlsx(one(verdict(), teams(t1="service"))))
    assert [row[:3] for row in book["Voters"].iter_rows(min_row=2, values_only=True)] == [
        ("t1", "Ada’s team", 1),
        ("t2", "Zuse’s team", 0),
    ]
    assert [row[3:] for row in book["Answers"].iter_rows(min_row=2, values_only=True)] == [
        ("t1", "Ada’s team", "service", "yes")
    ]


@pytest.mark.parametrize("words", ACTING)
def test_no_cell_acts(words: str) -> None:
    question = replace(verdict(), scenario=words)
    content = results_xlsx(
        replace(changed(one(question, teams(t1="product")), dispute=words), names={"t1": words})
    )
    kinds = {cell.data_type for sheet in opened(content) for row in sheet.iter_rows() for cell in row}
    assert kinds <= {"s", "n"}
    with ZipFile(BytesIO(content)) as parts:
        assert not any(b"<f>" in parts.read(name) for name in parts.namelist() if "sheet" in name)


def test_without_openpyxl_a_sentence_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(NoWorkbookError, match="needs openpyxl"):
        results_xlsx(one(verdict()))
