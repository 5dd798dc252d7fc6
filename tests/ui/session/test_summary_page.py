"""The summary: the score with its doubt, the reasons, the missed ones."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from quizapp.domain.question import Question, Side
from quizapp.domain.scoring import Outcome, OutcomeKind
from quizapp.domain.session import Session, open_session
from quizapp.domain.summary import Tally, summarise
from quizapp.ui.question.labels import MarkLabel
from quizapp.ui.session.score_cards import TallyCard, TallyTable, TopicsCard
from quizapp.ui.session.summary import MissedRow, SummaryPage, TwinTile
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.widgets.signs import IconLabel, OutcomeBadge
from tests.domain.examples import RUNS, arguable, bank, choice, start, verdict
from tests.ui.screen import press, seen, settle, texts, to_front
from tests.ui.sessions import TWINS, both_cases

SUPPLIERS: list[Question] = [verdict(name=f"q{n}") for n in range(8)]
QUESTIONS = [*SUPPLIERS, both_cases(arguable()), choice(1)]


def finished(right: int) -> Session:
    """Ten questions, so many of them right."""
    ten = bank(*QUESTIONS)
    session = open_session(start(ten, seed=4711), ten)
    for position in range(10):
        good = "1" if position == 9 else "service"
        bad = "0" if position == 9 else "product"
        session = session.answered(good if position < right else bad).reasoned(RUNS.id).moved_on()
    return session


@pytest.fixture
def page(qtbot: QtBot, appearance: Appearance) -> SummaryPage:
    page = SummaryPage(appearance)
    qtbot.addWidget(page)
    page.resize(1100, 720)
    to_front(qtbot, page)
    return page


def named(page: SummaryPage, name: str) -> QAbstractButton:
    """The button of this name."""
    return next(each for each in page.findChildren(QAbstractButton) if each.accessibleName() == name)


def click(page: SummaryPage, name: str) -> None:
    QTest.mouseClick(named(page, name), Qt.MouseButton.LeftButton)


def show(page: SummaryPage, right: int) -> str:
    session = finished(right)
    page.show_summary(session, summarise(session))
    page.take_focus()
    return seen(page)


def test_a_score_never_stands_alone(page: SummaryPage) -> None:
    words = show(page, 7)
    for part in (
        "Ten questions, done",
        "Seed 4711",
        "of 10 right",
        "between 40 % and 89 %",
        "Cue runs",
    ):
        assert part in words
    assert "Guessing alone reaches 7 or more with a chance of" in words


@pytest.mark.parametrize(
    ("right", "said"),
    [(7, "cannot tell it from luck yet"), (10, "hardly luck"), (0, "Guessing alone does at least as well")],
)
def test_the_luck_line_says_what_it_means(page: SummaryPage, right: int, said: str) -> None:
    assert said in show(page, right)


def test_why_this_score_shows_the_formula_with_the_persons_numbers(page: SummaryPage) -> None:
    assert "Wilson" not in show(page, 7)
    click(page, "Why this score")
    words = seen(page)
    assert "7 marks ÷ 10 marked questions = 0.70" in words
    assert "0.397 to 0.892" in words
    assert "8 × 0.5, 2 × 0.25" in words


def test_missed_ones_can_be_looked_at_and_practised(qtbot: QtBot, page: SummaryPage) -> None:
    words = show(page, 7)
    assert "The three you missed" in words
    rows = page.findChildren(MissedRow)
    assert [row.accessibleName() for row in rows] == [
        "A supplier runs it. you said Product",
        "A supplier runs it. your reason does not carry Product",
        "Which? right: “Option 1”; you said “Option 0”",
    ]
    with qtbot.waitSignal(page.explanation_requested) as request:
        QTest.mouseClick(rows[1], Qt.MouseButton.LeftButton)
    assert request.args == [8]
    page.take_focus()
    with qtbot.waitSignal(page.practise_requested):
        press(page, Qt.Key.Key_Return)


def test_with_nothing_missed_enter_is_done(qtbot: QtBot, page: SummaryPage) -> None:
    words = show(page, 10)
    assert "you missed" not in words
    with qtbot.waitSignal(page.done_requested):
        press(page, Qt.Key.Key_Return)


def test_without_marks_there_is_no_score(page: SummaryPage) -> None:
    only = bank(arguable())
    session = open_session(start(only, reason_step=False), only).answered("product").moved_on()
    page.show_summary(session, summarise(session))
    assert "Nothing in this set was marked." in seen(page)
    assert "–" in texts(page)


def test_what_was_right_without_a_reason_is_not_right_for_the_right_reason(page: SummaryPage) -> None:
    only = bank(choice(1))
    session = open_session(start(only), only).answered("1").moved_on()
    page.show_summary(session, summarise(session))
    words = seen(page)
    assert "1 right where no reason was asked for" in words
    assert "another reason" not in words


def done(*questions: Question, reason_step: bool = True) -> Session:
    """A session on some questions, all answered "service" and read."""
    of = bank(*questions)
    session = open_session(start(of, reason_step=reason_step), of)
    while not session.is_finished:
        session = session.answered("service").reasoned(RUNS.id).moved_on()
    return session


def test_twins_stand_side_by_side_and_each_leads_to_its_explanation(qtbot: QtBot, page: SummaryPage) -> None:
    session = done(TWINS[1], verdict(), TWINS[0])
    page.show_summary(session, summarise(session))
    words = seen(page)
    assert "Twins: one fact apart" in words
    tiles = page.findChildren(TwinTile)
    assert [tile.accessibleName() for tile in tiles] == [
        "It runs it itself. you said Service",
        "A supplier runs it. you said Service",
    ]
    assert tiles[0].mapTo(page, QPoint(0, 0)).y() == tiles[1].mapTo(page, QPoint(0, 0)).y()
    with qtbot.waitSignal(page.explanation_requested) as request:
        QTest.mouseClick(tiles[0], Qt.MouseButton.LeftButton)
    assert request.args == [2]


def test_without_twins_their_card_is_not_there(page: SummaryPage) -> None:
    assert "Twins" not in show(page, 7)


def test_flagged_ones_are_marked(page: SummaryPage) -> None:
    session = done(verdict(Side.PRODUCT, "a"), verdict(Side.PRODUCT, "b"))
    page.show_summary(session, summarise(session), frozenset({1}))
    rows = page.findChildren(MissedRow)
    assert ["flagged" in row.accessibleName() for row in rows] == [False, True]
    assert ["Flagged" in [each.accessibleName() for each in row.findChildren(IconLabel)] for row in rows] == [
        False,
        True,
    ]


def test_it_is_told_by_cue_and_by_topic(page: SummaryPage) -> None:
    words = show(page, 7)
    assert "By cue" in words
    assert "By topic" in words
    assert "Cloud\n7 of 9" in words
    without = done(replace(verdict(), topics=(), reasons=()), reason_step=False)
    page.show_summary(without, summarise(without))
    assert "By topic" not in seen(page)
    assert "By cue" not in seen(page)


@pytest.mark.parametrize(("count", "said"), [(0, None), (1, "One was answered"), (2, "Two were answered")])
def test_what_was_answered_again_is_counted_and_said(page: SummaryPage, count: int, said: str | None) -> None:
    session = done(verdict(name="a"), verdict(name="b"))
    turns = [replace(turn, after_explanation=at < count) for at, turn in enumerate(session.turns)]
    session = replace(session, turns=tuple(turns))
    page.show_summary(session, summarise(session))
    words = seen(page)
    assert ("not in your statistics" in words) is (said is not None)
    assert (said or "") in words


@pytest.mark.parametrize(("seed", "printed"), [(4711, True), (0, False), (-1, False), (-4711, False)])
def test_only_a_seed_that_tells_others_the_same_set_is_printed(
    page: SummaryPage, seed: int, *, printed: bool
) -> None:
    session = done(verdict())
    session = replace(session, start=replace(session.start, seed=seed))
    page.show_summary(session, summarise(session))
    assert ("Seed" in seen(page)) is printed


def test_a_set_without_the_reason_step_says_so(page: SummaryPage) -> None:
    session = done(verdict(), reason_step=False)
    page.show_summary(session, summarise(session))
    words = seen(page)
    assert "This set asked for the answers only, not for what decides them." in words
    assert "Right for the right reason" not in words


def test_many_outcomes_of_one_cue_are_counted_rather_than_drawn(qtbot: QtBot, appearance: Appearance) -> None:
    outcome = Outcome(OutcomeKind.RIGHT, 1, 0.5)
    drawn = []
    for count in (8, 9):
        table = TallyTable(appearance, [Tally("Cue runs", (outcome,) * count)])
        qtbot.addWidget(table)
        drawn.append(len(table.findChildren(OutcomeBadge)))
        assert f"{count} of {count}" in seen(table)
    assert drawn == [8, 0]


def test_escape_is_done(qtbot: QtBot, page: SummaryPage) -> None:
    show(page, 7)
    with qtbot.waitSignal(page.done_requested):
        press(page, Qt.Key.Key_Escape)


def test_the_missed_ones_begin_above_the_fold(page: SummaryPage) -> None:
    show(page, 7)
    assert page.findChildren(MissedRow)[0].mapTo(page, QPoint(0, 0)).y() < 560


def test_tab_goes_down_the_page_and_then_through_the_footer(page: SummaryPage) -> None:
    show(page, 7)
    named(page, "Why this score").setFocus()
    passed = []
    for _ in range(5):
        press(page, Qt.Key.Key_Tab)
        passed.append(type(page.window().focusWidget()).__name__)
    assert passed == ["MissedRow"] * 3 + ["Button"] * 2


def test_an_arguable_one_names_no_side_as_the_answer(page: SummaryPage) -> None:
    show(page, 7)
    row = page.findChildren(MissedRow)[1]
    assert "Arguable" in texts(row)
    assert not row.findChildren(MarkLabel)


def test_without_cues_the_topics_stand_beside_the_score(page: SummaryPage) -> None:
    session = done(replace(verdict(), reasons=()), reason_step=False)
    page.show_summary(session, summarise(session))
    assert "By topic" in seen(page.findChildren(TallyCard)[0])
    assert not page.findChildren(TopicsCard)[0].isVisible()


def test_the_shown_formulas_can_be_folded_up(page: SummaryPage) -> None:
    show(page, 7)
    button, pictures, meanings = named(page, "Why this score"), [], []
    for _ in range(3):
        pictures.append(button.grab().toImage())
        meanings.append(button.accessibleDescription())
        click(page, "Why this score")
        page.take_focus()
        settle()
    assert meanings == ["Shows the formulas", "Hides the formulas", "Shows the formulas"]
    assert pictures[0] == pictures[2] != pictures[1]
