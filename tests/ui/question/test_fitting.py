"""Explanations on one screen: one within the limits of length fits it, and of the shipped ones so many do.

The shipped texts are drafts of their first edition, longer than the limits that came later: the bounds
below hold today, and are to fall to the design's 5 % at 1100 × 720 once the texts are rewritten.
`python -m tests.content` names those that do not fit.
"""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from quizapp.domain.question import Reason, Side, Strength, Verdict
from quizapp.ui.question.explanation import CaseBlock
from quizapp.ui.session.page import SessionPage
from quizapp.ui.style.appearance import Appearance
from tests.ui.question.fitting import SMALL, USUAL, Fit, fit_case, shipped_fits
from tests.ui.sessions import open_page

MOST_MISSING = 0.05  # of the shipped verdicts


SCENARIO = (
    "A bakery chain moves its payroll to a supplier’s cloud solution. Each night the supplier backs up the "
    "pay data, and its help desk works through problems with the clerks. Servers and disks stand behind it "
    "all. The clerks enter the hours, and release every single pay run of the whole chain themselves."
)
WHY = (
    "Month after month, supplier and clerk keep the pay runs going together. The value comes about in that "
    "exchange rather than in a thing handed over, so the article expects the supplier to speak of a service "
    "here, even where the word on the bill is quite another."
)
REASON_WHY = (
    "“Cloud” only says where the software runs. A program downloaded once and left to itself comes over the "
    "same lines, and many people would without much ado call that program a product, whatever it was called "
    "on the offer and on the bill."
)
FLIPS = (
    "Installed on the chain’s own server, with backups and repairs left to its own staff, the same "
    "software would point to a product, at least for most who read this now."
)
RUNS = Reason(
    "The supplier backs up all the data each night and helps with the problems.", REASON_WHY, Side.SERVICE
)
CLOUD = Reason("The payroll of every single bakery in the chain runs in the supplier’s cloud.", REASON_WHY)
KEEPS = Reason(
    "The chain owns every licence, and may take it elsewhere at any time.", REASON_WHY, Side.PRODUCT
)
FACTS = (
    RUNS,
    CLOUD,
    Reason("Servers, networks and disks stand behind it all, somewhere unseen.", REASON_WHY),
)
FULL = Verdict("full", SCENARIO, Side.SERVICE, WHY, reasons=FACTS, flips=FLIPS, claims=("A1",))
BOTH = replace(
    FULL,
    strength=Strength.ARGUABLE,
    reasons=(KEEPS, *FACTS),
    flips="",
    case_for_product=WHY,
    case_for_service=WHY,
)
LIMITS = {SCENARIO: 300, WHY: 260, REASON_WHY: 235, FLIPS: 165}
CASES = {
    "right, and it decides": (FULL, Side.SERVICE, RUNS),
    "right, another decides": (FULL, Side.SERVICE, CLOUD),
    "wrong, yet it decides": (FULL, Side.PRODUCT, RUNS),
    "wrong, another decides": (FULL, Side.PRODUCT, CLOUD),
    "not sure": (FULL, Side.SERVICE, None),
    "arguable, and it supports": (BOTH, Side.SERVICE, RUNS),
    "arguable, it supports neither": (BOTH, Side.PRODUCT, CLOUD),
}


@pytest.fixture
def page(qtbot: QtBot, appearance: Appearance) -> SessionPage:
    appearance.reduced_motion = True
    return open_page(qtbot, appearance)


def test_the_texts_are_as_long_as_they_may_be() -> None:
    assert {text: len(text) for text in LIMITS} == LIMITS
    assert all(len(fact.text.split()) <= 14 for fact in (*FACTS, KEEPS))


@pytest.mark.parametrize("case", [name for name in CASES if "arguable" not in name])
def test_one_at_the_limits_fits_the_usual_window_under_four_lines(page: SessionPage, case: str) -> None:
    assert fit_case(page, *CASES[case]) == Fit(0, 0)


@pytest.mark.parametrize("case", CASES)
def test_in_a_small_window_the_reason_and_what_decides_are_seen_at_once(page: SessionPage, case: str) -> None:
    page.resize(SMALL)
    assert fit_case(page, *CASES[case]).hidden == 0


@pytest.mark.parametrize("case", [name for name in CASES if "arguable" in name])
def test_both_cases_at_the_limits_are_seen_at_once(page: SessionPage, case: str) -> None:
    fit_case(page, *CASES[case])
    cases = [each for each in page.findChildren(CaseBlock) if each.isVisible()]
    [area] = [each for each in page.findChildren(QScrollArea) if each.isAncestorOf(cases[0])]
    assert len(cases) == 2
    for each in cases:
        assert each.mapTo(area, QPoint(0, each.height())).y() <= area.viewport().height()


def test_hardly_one_of_the_shipped_ones_misses_the_usual_window(page: SessionPage) -> None:
    fits = shipped_fits(page, USUAL)
    missing = [name for name, each in fits.items() if each.beyond]
    assert len(missing) <= MOST_MISSING * len(fits), missing


def test_none_of_the_shipped_ones_hides_what_decides_in_a_small_window(page: SessionPage) -> None:
    assert [name for name, each in shipped_fits(page, SMALL).items() if each.hidden] == []
