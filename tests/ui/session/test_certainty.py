"""“How sure are you?”: keys, what is told and what is not yet, and what the summary makes of it."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from quizapp.domain.certainty import LEVELS
from quizapp.domain.session import Session, open_session
from quizapp.domain.summary import summarise
from quizapp.ui.question.choice_rows import ChoiceRow
from quizapp.ui.question.highlight import HighlightedText
from quizapp.ui.question.scenario import ScenarioCard
from quizapp.ui.session.answer_tile import AnswerTile
from quizapp.ui.session.page import SessionPage
from quizapp.ui.session.summary import MissedRow, SummaryPage
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.widgets.buttons import Button
from quizapp.ui.widgets.text import Text
from tests.domain.examples import IDLE, RUNS, bank, start, verdict
from tests.ui.screen import press, seen, settle, to_front
from tests.ui.sessions import QUESTIONS, all_sure, answer_for, open_page, session_on, show

ASKED = "How sure are you?"
LEVEL_NAMES = ("Not so sure: under 67 %", "Fairly sure: 67 to 80 %", "Very sure: over 80 %")
STAKES = ("1 point if right, 0 if wrong", "2 points if right, −2 if wrong", "3 points if right, −6 if wrong")
TOLD = ("Because.", "WHY-TEXT", "FLIP-TEXT", "CASE-", "It is complicated", "Right", "Not quite", "point.")


@pytest.fixture
def page(qtbot: QtBot, appearance: Appearance) -> SessionPage:
    return open_page(qtbot, appearance)


def answered(name: str, answer: str = "", *, three_answers: bool = False) -> Session:
    """A session of one question that asks how sure one is of its answer."""
    session = session_on(name, certainty=True, three_answers=three_answers)
    return session.answered(answer or answer_for(QUESTIONS[name]))


def sure(name: str, answer: str, level: str, reason: str = "") -> Session:
    """The same at its explanation."""
    session = answered(name, answer).with_certainty(level)
    return session.reasoned(reason) if session.current.reasons else session


def rows(page: SessionPage) -> list[ChoiceRow]:
    return [row for row in page.findChildren(ChoiceRow) if row.isVisible()]


def place(page: SessionPage) -> tuple[int, int, int, int]:
    """Where the scenario stands, and how much room it has."""
    card = page.findChildren(ScenarioCard)[0]
    words = card.findChildren(HighlightedText)[0]
    at = words.mapTo(page, QPoint(0, 0))
    return at.x(), at.y(), words.width(), words.height()


# -- asking --------------------------------------------------------------------------------------


def test_in_a_wide_window_rows_are_as_high_as_those_of_four_reasons(page: SessionPage) -> None:
    page.resize(1900, 1000)
    show(page, answered("clear"))
    levels = rows(page)
    assert levels[0].height() > 120
    below = page.height() - levels[-1].mapTo(page, QPoint(0, levels[-1].height())).y()
    assert below > levels[0].height()


@pytest.mark.parametrize("name", QUESTIONS)
def test_three_levels_with_their_percentages_and_what_they_earn(page: SessionPage, name: str) -> None:
    words = show(page, answered(name))
    for part in (ASKED, *LEVEL_NAMES, *STAKES):
        assert part in words
    assert [row.accessibleName() for row in rows(page)] == [
        f"{number}. {level}" for number, level in enumerate(LEVEL_NAMES, 1)
    ]
    assert [row.accessibleDescription() for row in rows(page)] == list(STAKES)


@pytest.mark.parametrize("name", QUESTIONS)
def test_nothing_of_the_answer_is_told_meanwhile(page: SessionPage, name: str) -> None:
    session = answered(name)
    words = show(page, session)
    for told in (*TOLD, *(reason.text for reason in session.current.reasons)):
        assert told not in words


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("name", ["clear", "arguable", "choice"])
def test_one_key_says_it(qtbot: QtBot, page: SessionPage, name: str, level: str) -> None:
    show(page, answered(name))
    with (
        qtbot.assertNotEmitted(page.answer_requested),
        qtbot.assertNotEmitted(page.reason_requested),
        qtbot.waitSignal(page.certainty_requested) as request,
    ):
        press(page, Qt.Key(Qt.Key.Key_0 + int(level)))
    assert request.args == [level]


@pytest.mark.parametrize("key", [Qt.Key.Key_0, Qt.Key.Key_4, Qt.Key.Key_P, Qt.Key.Key_S, Qt.Key.Key_Return])
def test_no_other_key_says_anything(qtbot: QtBot, page: SessionPage, key: Qt.Key) -> None:
    show(page, session_on("clear").answered("service"))  # the reasons, whose keys must be silent here
    show(page, answered("clear"))
    with (
        qtbot.assertNotEmitted(page.certainty_requested),
        qtbot.assertNotEmitted(page.reason_requested),
        qtbot.assertNotEmitted(page.answer_requested),
    ):
        press(page, key)


def test_a_click_says_it(qtbot: QtBot, page: SessionPage) -> None:
    show(page, answered("clear"))
    with qtbot.waitSignal(page.certainty_requested) as request:
        QTest.mouseClick(rows(page)[2], Qt.MouseButton.LeftButton)
    assert request.args == ["3"]


def test_the_second_click_of_a_double_click_on_an_answer_says_nothing(
    qtbot: QtBot, page: SessionPage
) -> None:
    session = session_on("clear", certainty=True)
    show(page, session)
    page.answer_requested.connect(lambda answer: show(page, session.answered(answer)))
    tile = page.findChildren(AnswerTile)[0]
    window, at = page.window(), tile.mapTo(page.window(), tile.rect().center())
    with qtbot.waitSignal(page.answer_requested), qtbot.assertNotEmitted(page.certainty_requested):
        QTest.mouseDClick(
            window.windowHandle(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at
        )
        settle()
    assert ASKED in seen(page)


@pytest.mark.parametrize(
    ("name", "answer", "said"),
    [
        ("clear", "product", "You said Product."),
        ("arguable", "service", "You said Service."),
        ("arguable", "either", "You said either can be argued."),
        ("choice", "2", "You said “Option 2”."),
    ],
)
def test_it_says_of_which_answer(page: SessionPage, name: str, answer: str, said: str) -> None:
    show(page, answered(name, answer, three_answers=True))
    panel = rows(page)[0].parentWidget()
    assert panel is not None
    assert (panel.accessibleName(), panel.accessibleDescription()) == (ASKED, said)
    headings = [
        each.text() for each in page.findChildren(Text) if each.isVisible() and each.property("heading")
    ]
    assert headings == [ASKED]


def test_change_and_u_take_the_answer_back(qtbot: QtBot, page: SessionPage) -> None:
    show(page, answered("clear"))
    change = next(each for each in page.findChildren(Button) if each.isVisible() and each.text() == "Change")
    with qtbot.waitSignal(page.undo_requested):
        change.click()
    with qtbot.waitSignal(page.undo_requested):
        press(page, Qt.Key.Key_U)


def test_at_the_reasons_undo_takes_back_how_sure_one_is(page: SessionPage) -> None:
    plain = show(page, session_on("clear").answered("service"))
    asking = show(page, answered("clear").with_certainty("2"))
    assert ("Change" in plain, "Undo" in plain) == (True, False)
    assert ("Change" in asking, "Undo" in asking) == (False, True)


def test_tab_goes_from_level_to_footer_and_arrows_from_level_to_level(
    qtbot: QtBot, page: SessionPage
) -> None:
    show(page, answered("clear"))
    with qtbot.assertNotEmitted(page.certainty_requested):
        press(page, Qt.Key.Key_Tab)
        passed = [page.window().focusWidget().accessibleName()]
        for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Tab):
            press(page, key)
            passed.append(page.window().focusWidget().accessibleName())
    assert passed == [*(f"{n}. {level}" for n, level in enumerate(LEVEL_NAMES, 1)), "What the words mean"]


@pytest.mark.parametrize("size", [(1024, 600), (1100, 720), (1920, 1080)])
def test_nothing_moves_from_step_to_step(page: SessionPage, size: tuple[int, int]) -> None:
    page.resize(*size)
    asking = session_on("clear", certainty=True)
    given = asking.answered("service")
    places = set()
    for step in (asking, given, given.with_certainty("2"), sure("clear", "service", "2", RUNS.id)):
        show(page, step)
        places.add(place(page))
    assert len(places) == 1
    tops = set()
    for step in (given, given.with_certainty("2")):
        show(page, step)
        tops.add(rows(page)[0].mapTo(page, QPoint(0, 0)).toTuple())
    assert len(tops) == 1


@pytest.mark.parametrize(("size", "scale"), [((1024, 600), 1.0), ((1100, 720), 1.0), ((1920, 1080), 2.0)])
def test_the_levels_fit_without_scrolling(
    page: SessionPage, appearance: Appearance, size: tuple[int, int], scale: float
) -> None:
    appearance.set_scale(scale)
    page.resize(*size)
    for name in QUESTIONS:
        show(page, answered(name))
        assert page._scroll.verticalScrollBar().maximum() == 0, name
        assert "More below" not in seen(page)


def test_in_little_width_what_a_level_earns_stands_among_its_words(page: SessionPage) -> None:
    show(page, answered("clear"))
    page.resize(560, 720)
    settle()
    assert [row.accessibleName() for row in rows(page)] == [
        f"{number}. {level}. {stakes}"
        for number, (level, stakes) in enumerate(zip(LEVEL_NAMES, STAKES, strict=True), 1)
    ]
    page.resize(1100, 720)
    settle()
    assert [row.accessibleDescription() for row in rows(page)] == list(STAKES)


# -- what it came to -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("session", "said"),
    [
        (sure("clear", "service", "3", RUNS.id), "You were very sure (over 80 %): 3 points for certainty."),
        (sure("clear", "service", "2"), "You were fairly sure (67 to 80 %): 2 points for certainty."),
        (
            sure("clear", "service", "1"),
            "You were not so sure (under 67 %), and it was right: 1 point for certainty.",
        ),
        (sure("clear", "product", "3"), "You were very sure (over 80 %): that costs 6 points for certainty."),
        (sure("choice", "0", "2"), "You were fairly sure (67 to 80 %): that costs 2 points for certainty."),
        (sure("choice", "0", "1"), "You were not so sure (under 67 %): that costs nothing."),
        (sure("choice", "2", "3"), "You were very sure (over 80 %): 3 points for certainty."),
        (
            session_on("arguable", certainty=True, reason_step=False).answered("service").with_certainty("3"),
            "You were very sure (over 80 %): no points of either kind here.",
        ),
    ],
    ids=["3 right", "2 right", "1 right", "3 wrong", "2 wrong", "1 wrong", "a choice", "not marked"],
)
def test_an_explanation_says_what_it_came_to(page: SessionPage, session: Session, said: str) -> None:
    assert said in show(page, session)
    way_on = page.window().focusWidget()
    assert said in way_on.accessibleDescription()  # and it is spoken with the outcome


@pytest.mark.parametrize(
    ("session", "said"),
    [
        (sure("clear", "service", "3", RUNS.id), "Saved. 1 point, 3 for certainty."),
        (sure("clear", "product", "3"), "Saved. No point, \u22126 for certainty."),
        (sure("choice", "0", "1"), "Saved. No point, 0 for certainty."),
        (session_on("choice").answered("0"), "Saved. 0 points."),
        (session_on("choice").answered("2"), "Saved. 1 point."),
        (
            session_on("arguable", certainty=True, reason_step=False).answered("service").with_certainty("3"),
            "Saved. No point: arguable, and no reason was asked for.",
        ),
    ],
    ids=["sure", "sure and wrong", "not sure", "not asked", "not asked, right", "not marked"],
)
def test_the_footer_has_points_of_both_kinds(page: SessionPage, session: Session, said: str) -> None:
    assert said in show(page, session)


def test_where_it_was_not_asked_an_explanation_says_nothing_of_it(page: SessionPage) -> None:
    show(page, sure("clear", "service", "3"))
    show(page, sure("choice", "2", "3"))
    for plain in (session_on("clear").answered("service").reasoned(""), session_on("choice").answered("2")):
        words = show(page, plain)
        assert "sure" not in words.replace("Not sure", "")
        assert "certainty" not in words


def test_looking_back_says_it_again(page: SessionPage) -> None:
    page.show_again(sure("clear", "product", "3").moved_on(), 0)
    assert "that costs 6 points for certainty" in seen(page)


# -- the summary ---------------------------------------------------------------------------------


@pytest.fixture
def summary(qtbot: QtBot, appearance: Appearance) -> SummaryPage:
    page = SummaryPage(appearance)
    qtbot.addWidget(page)
    page.resize(1100, 1000)
    to_front(qtbot, page)
    return page


def told(page: SummaryPage, session: Session) -> str:
    page.show_summary(session, summarise(session))
    page.take_focus()
    return seen(page)


def of_five() -> Session:
    """Three missed, of which somebody was sure in turn, and two right ones."""
    five = bank(*(verdict(name=f"q{n}") for n in range(5)))
    session = open_session(start(five, certainty=True), five)
    for answer, level in (
        ("product", "1"),
        ("service", "3"),
        ("product", "3"),
        ("product", "2"),
        ("service", "2"),
    ):
        session = session.answered(answer).with_certainty(level).reasoned(IDLE[0].id).moved_on()
    return session


def missed(page: QWidget) -> list[str]:
    return [row.accessibleName() for row in page.findChildren(MissedRow) if row.isVisible()]


def test_confident_and_wrong_stands_first_among_the_missed(summary: SummaryPage) -> None:
    assert "surest first" in told(summary, of_five())
    said = ["very sure", "fairly sure", "not so sure"]
    found = missed(summary)
    assert len(found) == len(said)
    for name, level in zip(found, said, strict=True):
        assert f"You said Product, {level}" in name


def test_a_card_has_each_level_and_both_sums(summary: SummaryPage) -> None:
    words = told(summary, of_five())
    assert "By how sure you were" in words
    sums = "−3 points for certainty, beside 2 of 5 points."
    assert sums in words
    labels = [each.accessibleName() for each in summary.findChildren(QWidget) if each.isVisible()]
    counts = ("1 of 2", "1 of 2", "0 of 1")
    for level, count in zip(reversed(LEVEL_NAMES), counts, strict=True):
        assert f"{level}: {count}" in labels
    assert sums in summary.window().focusWidget().accessibleDescription()


def test_one_point_and_a_level_nobody_chose(summary: SummaryPage) -> None:
    one = bank(verdict(name="q"))
    session = open_session(start(one, certainty=True), one)
    session = session.answered("service").with_certainty("1").reasoned(RUNS.id).moved_on()
    words = told(summary, session)
    assert "1 point for certainty, beside 1 of 1 point." in words
    assert f"{LEVEL_NAMES[2]}: –" in [each.accessibleName() for each in summary.findChildren(QWidget)]


def test_without_it_there_is_no_card_and_the_missed_stand_as_asked(summary: SummaryPage) -> None:
    told(summary, of_five())
    two = bank(verdict(name="q"), verdict(name="r"))
    session = open_session(start(two), two)
    while not session.is_finished:
        session = session.answered("product").reasoned("").moved_on()
    words = told(summary, session)
    for part in ("certainty", "surest first", "By how sure"):
        assert part not in words


def test_twins_say_it_too(summary: SummaryPage) -> None:
    assert "You said Service, very sure" in told(summary, all_sure("3"))
