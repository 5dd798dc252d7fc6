"""The summary: points and what they mean, the kinds of reason, the missed ones."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from quizapp.domain.question import Question, Side
from quizapp.domain.scoring import Outcome, OutcomeKind
from quizapp.domain.session import Session, open_session
from quizapp.domain.summary import Tally, summarise
from quizapp.ui.question.labels import MarkLabel
from quizapp.ui.question.tally import TallyRow, TallyTable, TopicsCard
from quizapp.ui.session.score_cards import ScoreCard, TallyCard
from quizapp.ui.session.summary import MissedRow, SummaryPage, TwinTile
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.widgets.buttons import Button
from quizapp.ui.widgets.page import ScrollPage
from quizapp.ui.widgets.signs import IconLabel
from quizapp.ui.widgets.text import Text
from tests.domain.examples import IDLE, RUNS, arguable, bank, choice, start, verdict
from tests.ui.screen import cut_off, press, seen, settle, texts, to_front
from tests.ui.session.test_answers import colours
from tests.ui.sessions import TWINS, both_cases

SUPPLIERS: list[Question] = [verdict(name=f"q{n}") for n in range(8)]
WORKED_OUT = "How this is worked out"
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


def show(page: SummaryPage, right: int, looked_at: int | None = None) -> str:
    session = finished(right)
    page.show_summary(session, summarise(session))
    page.take_focus(looked_at)
    return seen(page)


@pytest.mark.parametrize(
    ("seed", "questions", "told"),
    [
        (150, QUESTIONS, True),
        (4711, QUESTIONS, False),
        (150, [choice(name=f"c{n}") for n in range(4)], False),
    ],
    ids=["first session", "later", "choices alone"],
)
def test_a_first_session_ends_with_what_itil_says_of_the_two_words(
    page: SummaryPage, seed: int, questions: list[Question], *, told: bool
) -> None:
    asked = bank(*questions)
    session = open_session(start(asked, seed=seed), asked)
    page.show_summary(session, summarise(session))
    assert ("services are built on products" in seen(page)) is told


def test_a_score_never_stands_alone(page: SummaryPage) -> None:
    words = show(page, 7)
    for part in (
        "Ten questions answered",
        "Session number 4711",
        "7\nof 10 points\nall of them for the right reason",
        "70 %, likely between 40 % and 89 %; luck alone gives 45 %",
        "Cue runs",
    ):
        assert part in words
    assert "guessing alone does as well in one session out of" in words


@pytest.mark.parametrize(
    ("right", "said"),
    [
        (0, "No points this time. Guessing alone always does as well."),
        (2, "Less than half of the points. Guessing alone does as well in nearly every session."),
        (4, "Less than half of the points. Guessing alone does as well in seven sessions out of ten."),
        (
            5,
            "Half of the points, and ten questions are too few to rule out luck: guessing alone does as well",
        ),
        (7, "More than half of the points, but ten questions are too few to rule out luck: guessing alone"),
        (9, "hardly by luck: guessing alone does as well in one session out of"),
        (10, "All points, and hardly by luck: guessing alone does as well in fewer than one session out of"),
    ],
)
def test_it_is_said_in_plain_words_what_the_points_mean(page: SummaryPage, right: int, said: str) -> None:
    words = show(page, right)
    assert said in words
    assert "interval" not in words


def test_one_question_is_too_few(page: SummaryPage) -> None:
    session = done(verdict())
    page.show_summary(session, summarise(session))
    words = seen(page)
    assert "1\nof 1 point\nfor the right reason" in words
    assert "All points, but one question is too few to rule out luck" in words
    session = done(choice(0), reason_step=False, answer="0")
    page.show_summary(session, summarise(session))
    assert "but one question is too few to rule out luck" in seen(page)


@pytest.mark.parametrize("by_key", [True, False])
def test_the_formulas_with_the_persons_numbers_are_behind_one_key(page: SummaryPage, *, by_key: bool) -> None:
    assert "Wilson" not in show(page, 7)
    if by_key:
        press(page, Qt.Key.Key_W)
    else:
        click(page, WORKED_OUT)
    words = seen(page)
    assert "Your level is likely between 40 % and 89 %" in words
    assert "7 ÷ 10 that could be earned = 0.70" in words
    assert "0.397 to 0.892" in words
    assert "8 × 0.5, 2 × 0.25" in words
    press(page, Qt.Key.Key_W)
    assert "Wilson" not in seen(page)


def test_opening_the_formulas_moves_nothing_above_them(page: SummaryPage) -> None:
    show(page, 7)
    places = []
    for _ in range(2):
        settle()
        places.append([each.mapTo(page, QPoint(0, 0)) for each in above_the_formulas(page)])
        press(page, Qt.Key.Key_W)
    assert places[0] == places[1]
    assert len(places[0]) > 3


def above_the_formulas(page: SummaryPage) -> list[QWidget]:
    """What stands on the card of the points, down to the button."""
    card = page.findChildren(ScoreCard)[0]
    return [each for each in card.findChildren(QWidget) if each.isVisible()][:6]


def test_missed_ones_can_be_looked_at_and_practised(qtbot: QtBot, page: SummaryPage) -> None:
    words = show(page, 7)
    assert "The three to look at again" in words
    with qtbot.waitSignal(page.practise_requested):
        press(page, Qt.Key.Key_Return)
    rows = page.findChildren(MissedRow)
    assert [row.accessibleName() for row in rows] == [
        "Not quite: A supplier runs it. Service. You said Product.",
        "Arguable: A supplier runs it. Your reason does not support Product.",
        "Not quite: Which? Right: “Option 1”. You said “Option 0”.",
    ]
    with qtbot.waitSignal(page.explanation_requested) as request:
        QTest.mouseClick(rows[1], Qt.MouseButton.LeftButton)
    assert request.args == [8]


def test_with_nothing_missed_enter_is_done(qtbot: QtBot, page: SummaryPage) -> None:
    words = show(page, 10)
    assert "look at again" not in words
    with qtbot.waitSignal(page.done_requested):
        press(page, Qt.Key.Key_Return)


def test_the_focus_returns_to_the_row_that_was_looked_at(page: SummaryPage) -> None:
    show(page, 4)
    looked_at = page.findChildren(MissedRow)[3].position
    show(page, 4, looked_at)
    row = page.window().focusWidget()
    assert isinstance(row, MissedRow)
    assert row.position == looked_at
    show(page, 4)  # a session that has just ended
    assert isinstance(page.window().focusWidget(), Button)


def test_the_row_that_was_opened_is_in_view_again(page: SummaryPage) -> None:
    page.resize(1024, 600)
    show(page, 0)
    last = page.findChildren(MissedRow)[-1].position
    page.hide()
    session = finished(0)
    page.show_summary(session, summarise(session))
    page.show()
    page.take_focus(last)
    settle()
    row = page.window().focusWidget()
    assert isinstance(row, MissedRow)
    scrolled = page.findChildren(ScrollPage)[0].viewport()
    assert scrolled.rect().contains(QRect(row.mapTo(scrolled, QPoint(0, 0)), row.size()))


def test_formulas_that_open_below_the_fold_come_into_view(
    qtbot: QtBot, page: SummaryPage, appearance: Appearance
) -> None:
    appearance.set_scale(2.0)
    page.resize(1024, 600)
    show(page, 7)
    scrolled = page.findChildren(ScrollPage)[0].viewport()
    formula = next(each for each in page.findChildren(Text) if "Wilson" in each.text())
    button = named(page, WORKED_OUT)
    assert not scrolled.rect().contains(button.mapTo(scrolled, button.rect().bottomLeft()))
    press(page, Qt.Key.Key_W)
    qtbot.waitUntil(lambda: scrolled.rect().contains(button.mapTo(scrolled, button.rect().bottomLeft())))
    assert scrolled.rect().contains(button.mapTo(scrolled, QPoint(5, 5)))
    assert scrolled.rect().contains(formula.mapTo(scrolled, QPoint(5, formula.fontMetrics().height())))


def test_the_formulas_stay_open_while_a_question_is_looked_at(page: SummaryPage) -> None:
    show(page, 7)
    press(page, Qt.Key.Key_W)
    assert "Wilson" in show(page, 7)


def test_without_points_there_is_no_score(page: SummaryPage) -> None:
    only = bank(arguable())
    session = open_session(start(only, reason_step=False), only).answered("product").moved_on()
    page.show_summary(session, summarise(session))
    assert "No question of this session could earn a point." in seen(page)
    assert "–" in texts(page)


def test_a_topic_without_points_says_so(page: SummaryPage) -> None:
    session = done(verdict(), replace(arguable(), topics=("software",)), reason_step=False)
    page.show_summary(session, summarise(session))
    assert [row.accessibleName() for row in page.findChildren(TallyRow)] == [
        "Cloud: 1 of 1",
        "Software: no points",
    ]


def test_what_was_right_without_a_reason_is_not_right_for_the_right_reason(page: SummaryPage) -> None:
    only = bank(choice(1))
    session = open_session(start(only), only).answered("1").moved_on()
    page.show_summary(session, summarise(session))
    words = seen(page)
    assert "right, no reason asked for 1" in words
    assert "another reason" not in words
    assert "for the right reason" not in words


def done(*questions: Question, reason_step: bool = True, answer: str = "service") -> Session:
    """A session on some questions, all answered alike and read."""
    of = bank(*questions)
    session = open_session(start(of, reason_step=reason_step), of)
    while not session.is_finished:
        session = session.answered(answer).reasoned(RUNS.id).moved_on()
    return session


def test_twins_stand_side_by_side_and_each_leads_to_its_explanation(qtbot: QtBot, page: SummaryPage) -> None:
    session = done(TWINS[1], verdict(), TWINS[0])
    page.show_summary(session, summarise(session))
    words = seen(page)
    assert "Twins: one fact apart" in words
    tiles = page.findChildren(TwinTile)
    assert [tile.accessibleName() for tile in tiles] == [
        "Not quite: It runs it itself. Product. You said Service.",
        "Right: A supplier runs it. Service. You said Service.",
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


def test_it_is_told_by_kind_of_reason_and_by_topic(page: SummaryPage) -> None:
    words = show(page, 7)
    assert "By kind of reason\nthis session, for the right reason" in words
    assert "By topic\npoints" in words
    without = done(replace(verdict(), topics=(), reasons=()), reason_step=False)
    page.show_summary(without, summarise(without))
    assert "By topic" not in seen(page)
    assert "By kind of reason" not in seen(page)


def test_a_row_of_a_table_is_one_label_with_one_name(page: SummaryPage) -> None:
    show(page, 7)
    rows = page.findChildren(TallyRow)
    assert [row.accessibleName() for row in rows] == [
        "Cue runs: 7 of 9",
        "Cue owns: 0 of 1",
        "Cloud: 7 of 9",
        "Terms: 0 of 1",
    ]
    assert not any(row.findChildren(QWidget) for row in rows)


def test_a_kind_of_reason_counts_what_was_right_for_the_right_reason_as_today_does(page: SummaryPage) -> None:
    of = bank(verdict(name="a"), verdict(name="b"), verdict(name="c"))
    session = open_session(start(of), of)
    for reason in (RUNS.id, IDLE[0].id, ""):
        session = session.answered("service").reasoned(reason).moved_on()
    page.show_summary(session, summarise(session))
    words = seen(page)
    assert "Cue runs: 1 of 3" in words
    assert "Cloud: 3 of 3" in words
    assert "3\nof 3 points\n1 of them for the right reason" in words
    assert "right reason 1" in words
    assert "wrong or no reason 2" in words


def test_of_three_answers_either_is_told_as_what_was_said(page: SummaryPage) -> None:
    of = bank(verdict(), both_cases(arguable()))
    session = open_session(start(of, three_answers=True), of)
    while not session.is_finished:
        session = session.answered("either").moved_on()
    page.show_summary(session, summarise(session))
    assert page.findChildren(MissedRow)[0].accessibleName() == (
        "Not quite: A supplier runs it. Service. You said either can be argued."
    )
    words = seen(page)
    assert "By kind of reason" not in words
    assert "right, no reason asked for 1" in words
    assert "not right 1" in words


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
    assert ("Session number" in seen(page)) is printed


def test_a_session_without_the_reason_step_says_so(page: SummaryPage) -> None:
    session = done(verdict(), reason_step=False)
    page.show_summary(session, summarise(session))
    words = seen(page)
    assert "This session asked for answers only, not for reasons." in words
    assert "right reason" not in words


def test_names_keep_clear_of_counts_when_the_text_grows(page: SummaryPage, appearance: Appearance) -> None:
    show(page, 7)
    row = page.findChildren(TallyRow)[0]
    before = row.width() - row.contentsRect().width()
    appearance.set_scale(2.0)
    settle()
    assert row.width() - row.contentsRect().width() > 1.7 * before
    assert cut_off(page) == []


@pytest.mark.parametrize("mirrored", [False, True])
def test_many_outcomes_of_one_kind_are_counted_rather_than_drawn(
    qtbot: QtBot, appearance: Appearance, *, mirrored: bool
) -> None:
    outcome = Outcome(OutcomeKind.RIGHT, 1, 0.5)
    drawn = []
    for count in (1, 8, 9):
        table = TallyTable(appearance, [Tally("Cue runs", (outcome,) * count)])
        table.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight
        )
        qtbot.addWidget(table)
        table.resize(500, table.heightForWidth(500))
        drawn.append(colours(table)[appearance.theme.right])
        assert f"{count} of {count}" in seen(table)
    assert drawn[1] == pytest.approx(8 * drawn[0], rel=0.01)
    assert drawn[2] == 0


def test_escape_is_done(qtbot: QtBot, page: SummaryPage) -> None:
    show(page, 7)
    with qtbot.waitSignal(page.done_requested):
        press(page, Qt.Key.Key_Escape)


def test_the_missed_ones_begin_above_the_fold(page: SummaryPage) -> None:
    show(page, 7)
    assert page.findChildren(MissedRow)[0].mapTo(page, QPoint(0, 0)).y() < 560


def test_tab_goes_down_the_page_and_then_through_the_footer(page: SummaryPage) -> None:
    show(page, 7)
    named(page, WORKED_OUT).setFocus()
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


SEVERAL = "A question of several topics counts in each of them."


@pytest.mark.parametrize(("topics", "told"), [(("cloud",), False), (("cloud", "offers"), True)])
@pytest.mark.parametrize("reasoned", [True, False])
def test_that_topics_can_come_to_more_than_there_are_questions_is_said(
    page: SummaryPage, topics: tuple[str, ...], *, told: bool, reasoned: bool
) -> None:
    session = done(replace(verdict(), topics=topics), reason_step=reasoned)
    page.show_summary(session, summarise(session))
    assert (SEVERAL in seen(page)) == told


def test_without_cues_and_topics_there_is_no_empty_card(page: SummaryPage) -> None:
    session = done(replace(verdict(), reasons=(), topics=()), reason_step=False)
    page.show_summary(session, summarise(session))
    cards = [*page.findChildren(TallyCard), *page.findChildren(TopicsCard)]
    assert [card.isVisible() for card in cards] == [False, False]


def test_the_shown_formulas_can_be_folded_up(page: SummaryPage) -> None:
    show(page, 7)
    button, pictures, states = named(page, WORKED_OUT), [], []
    for _ in range(3):
        pictures.append(button.grab().toImage())
        states.append(button.isChecked())
        click(page, WORKED_OUT)
        page.take_focus()
        settle()
    assert states == [False, True, False]
    assert pictures[0] == pictures[2] != pictures[1]


def test_page_down_scrolls_the_page(page: SummaryPage) -> None:
    page.resize(1024, 600)
    show(page, 0)
    bar = page.findChildren(ScrollPage)[0].verticalScrollBar()
    bar.setValue(0)
    press(page, Qt.Key.Key_PageDown)
    assert bar.value() > 100
