"""Explanations on one screen: one within the limits of length fits it, and of the shipped ones so many do.

The shipped texts are drafts of their first edition, longer than the limits that came later: the bounds
below hold today, and are to fall to the design's 5 % at 1100 × 720 once the texts are rewritten.
`python -m tests.content` names those that do not fit.
"""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from quizapp.domain.question import Reason, Side, Strength, Verdict
from quizapp.ui.session.page import SessionPage
from quizapp.ui.style.appearance import Appearance
from tests.domain.examples import bank
from tests.ui.question.fitting import SMALL, USUAL, Fit, fit, shipped_fits
from tests.ui.sessions import TOLD, open_page

MISSING_TODAY, HIDING_TODAY = 59, 45
"""Of 86: those that do not fit 1100 × 720, and those that hide what decides at 1024 × 600."""


SCENARIO = (
    "A bakery chain moves its payroll to a supplier’s cloud solution. Each night the supplier backs up the "
    "pay data, and its help desk works through problems with the clerks. Servers and disks stand behind it "
    "all. The clerks enter the hours and release every pay run themselves."
)
WHY = (
    "Month after month, supplier and clerks keep the pay runs going together. The value comes about in that "
    "exchange rather than in a thing handed over, so the article expects the supplier to speak of a service "
    "here, even where the word on the bill is another one."
)
REASON_WHY = (
    "“Cloud” only says where the software runs. A program downloaded once and left to itself comes over the "
    "same line, and many people would without much ado call that a product, whatever it may be named."
)
FLIPS = (
    "Installed on the chain’s own server, with backups and repairs left to its staff, the same software "
    "would point to a product, at least for most who read this."
)
FACTS = (
    Reason("The supplier backs up the data and helps with problems.", REASON_WHY, Side.SERVICE),
    Reason("The payroll runs in the cloud.", REASON_WHY),
    Reason("Servers and disks stand behind it all.", REASON_WHY),
)
FULL = Verdict("full", SCENARIO, Side.SERVICE, WHY, reasons=FACTS, flips=FLIPS, claims=("A1",))


@pytest.fixture
def page(qtbot: QtBot, appearance: Appearance) -> SessionPage:
    appearance.reduced_motion = True
    return open_page(qtbot, appearance)


@pytest.mark.parametrize("verdict", [FULL, replace(FULL, strength=Strength.LEANING)])
def test_one_within_the_limits_fits_the_usual_window_under_four_lines(
    page: SessionPage, verdict: Verdict
) -> None:
    assert fit(page, verdict, bank(verdict, vocabulary=TOLD)) == Fit(0, 0)


def test_in_a_small_window_the_reason_and_what_decides_are_seen_at_once(page: SessionPage) -> None:
    page.resize(SMALL)
    assert fit(page, FULL, bank(FULL, vocabulary=TOLD)).hidden == 0


def test_the_texts_above_are_as_long_as_the_limits_allow() -> None:
    for text, most in ((SCENARIO, 300), (WHY, 260), (REASON_WHY, 235), (FLIPS, 165)):
        assert 0.8 * most <= len(text) <= most


def test_no_more_of_the_shipped_ones_than_today_miss_the_usual_window(page: SessionPage) -> None:
    missing = [name for name, each in shipped_fits(page, USUAL).items() if each.beyond]
    assert len(missing) <= MISSING_TODAY, missing


def test_no_more_of_the_shipped_ones_than_today_hide_what_decides_in_a_small_window(
    page: SessionPage,
) -> None:
    hiding = [name for name, each in shipped_fits(page, SMALL).items() if each.hidden]
    assert len(hiding) <= HIDING_TODAY, hiding
