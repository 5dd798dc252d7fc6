"""What is printed before a round on paper."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from quizapp.domain.bank import Bank
from quizapp.domain.question import Side
from quizapp.domain.round_plan import RoundPlan
from quizapp.exchange.sheets import answer_sheet, key_sheet, question_sheet
from tests.domain.examples import arguable, choice, runs, verdict
from tests.exchange.reading import faults, read
from tests.exchange.rounds import one, record, told

SECRETS = {
    "why": "CANARY-WHY",
    "flips": "CANARY-FLIPS",
    "case_for_product": "CANARY-P",
    "case_for_service": "CANARY-S",
    "notes": "CANARY-NOTES",
}
SECRET = replace(arguable(), **SECRETS)  # type: ignore[arg-type]
MIXED = record((SECRET, told(SECRET)), (choice(key=1), told(choice(key=1))), warm_up=True)
PLAN, BANK = MIXED.round.plan, MIXED.bank


def words(html: str) -> str:
    return " ".join(read(html).text.split())


@pytest.mark.parametrize("sheet", [question_sheet, answer_sheet, key_sheet])
def test_every_sheet_is_a_sound_page(sheet: Callable[[RoundPlan, Bank], str]) -> None:
    assert faults(sheet(PLAN, BANK)) == []
    hostile = replace(PLAN, title="<script>x</script>")
    assert "script" not in read(sheet(hostile, BANK)).names()


def test_the_question_sheet_asks_and_tells_nothing() -> None:
    html = words(question_sheet(PLAN, BANK))
    asked = "A supplier runs it. Which label fits the offer better? □ ◆ Product □ ● Service"
    assert f"Question 1 (warm-up) {asked}" in html
    assert "Question 2 Which? □ A. Option 0 □ B. Option 1 □ C. Option 2 □ D. Option 3" in html
    assert "CANARY" not in html


def test_sheets_for_answers_do_not_depend_on_the_key() -> None:
    other = replace(SECRET, answer=Side.SERVICE, reasons=(runs(Side.PRODUCT),))
    changed = replace(BANK, questions=(other, choice(key=3)))
    assert question_sheet(PLAN, BANK) == question_sheet(PLAN, changed)
    assert answer_sheet(PLAN, BANK) == answer_sheet(PLAN, changed)


def test_the_answer_sheet_has_a_line_for_a_name_and_a_row_for_each_question() -> None:
    html = words(answer_sheet(PLAN, BANK))
    assert "Name or team: ____" in html
    assert "1 (warm-up) □ ◆ Product □ ● Service 2 □ A □ B □ C □ D" in html


def test_the_key_comes_at_a_glance_and_with_reasons() -> None:
    html = words(key_sheet(PLAN, BANK))
    assert "Right answer 1 ◆ Product (arguable: both can be argued) 2 B" in html
    assert all(canary in html for canary in SECRETS.values())
    clear = one(verdict())
    assert "1 ● Service Question 1" in words(key_sheet(clear.round.plan, clear.bank))


def test_a_plan_without_a_title_still_has_a_heading() -> None:
    assert words(key_sheet(replace(PLAN, title=""), BANK)).startswith("Key At a glance")
