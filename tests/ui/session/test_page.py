"""One question at a time: keys, steps, and what an explanation says."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from quizapp.domain.question import EITHER, Side
from quizapp.domain.session import open_session
from quizapp.ui.question.choice_rows import ChoiceRow
from quizapp.ui.question.explanation import VerdictRow, VerdictScale
from quizapp.ui.question.highlight import HighlightedText
from quizapp.ui.question.rows import Fold
from quizapp.ui.question.scenario import ScenarioCard
from quizapp.ui.session.answer_tile import AnswerTile
from quizapp.ui.session.page import SessionPage
from quizapp.ui.style.appearance import Appearance
from tests.domain.examples import IDLE, RUNS, bank, start, verdict
from tests.ui.screen import press, seen, settle, to_front
from tests.ui.sessions import explained, open_page, session_on, show


@pytest.fixture
def page(qtbot: QtBot, appearance: Appearance) -> SessionPage:
    return open_page(qtbot, appearance)


def scenario_position(page: SessionPage) -> tuple[int, int, int, int]:
    card = page.findChildren(ScenarioCard)[0]
    words = card.findChildren(HighlightedText)[0]
    position = words.mapTo(page, QPoint(0, 0))
    return position.x(), position.y(), words.width(), words.height()


@pytest.mark.parametrize(
    ("key", "side"),
    [(Qt.Key.Key_P, Side.PRODUCT), (Qt.Key.Key_S, Side.SERVICE)],
)
def test_one_key_answers(qtbot: QtBot, page: SessionPage, key: Qt.Key, side: Side) -> None:
    show(page, session_on("clear"))
    with qtbot.waitSignal(page.answer_requested) as request:
        press(page, key)
    assert request.args == [side]


def test_the_third_answer_stands_between_the_two_where_it_is_offered(qtbot: QtBot, page: SessionPage) -> None:
    assert "Either can be argued" not in show(page, session_on("clear"))
    with qtbot.assertNotEmitted(page.answer_requested):
        press(page, Qt.Key.Key_E)
    assert "Either can be argued" in show(page, session_on("clear", three_answers=True))
    tiles = {tile.text(): tile.x() for tile in page.findChildren(AnswerTile)}
    assert sorted(tiles, key=lambda name: tiles[name]) == ["Product", "Either can be argued", "Service"]
    with qtbot.waitSignal(page.answer_requested) as request:
        press(page, Qt.Key.Key_E)
    assert request.args == [EITHER]
    passed = []
    press(page, Qt.Key.Key_Tab)  # to the scenario
    for _ in range(3):
        press(page, Qt.Key.Key_Tab)
        tile = page.window().focusWidget()
        assert isinstance(tile, AnswerTile)
        passed.append(tile.text())
    assert passed == ["Product", "Either can be argued", "Service"]
    assert "Either can be argued" not in show(page, session_on("clear"))


@pytest.mark.parametrize(
    ("name", "answer", "said"),
    [
        ("arguable", EITHER, ["Yes: either can be argued.", "CASE-P.", "CASE-S.", "1 point"]),
        ("arguable", "product", ["It can be argued either way.", "CASE-P.", "CASE-S.", "0 points"]),
        ("clear", EITHER, ["Not quite: Service fits better here.", "What decides it", "0 points"]),
        ("leaning", EITHER, ["Close: it leans to Service.", "What decides it", "0 points"]),
    ],
)
def test_of_three_answers_each_hears_what_came_of_it(
    page: SessionPage, name: str, answer: str, said: list[str]
) -> None:
    words = show(page, session_on(name, three_answers=True).answered(answer))
    assert [part for part in said if part not in words] == []
    assert "Your reason" not in words


def test_the_arrow_down_gives_the_third_answer_from_a_tile_and_says_so_there(
    qtbot: QtBot, page: SessionPage
) -> None:
    show(page, session_on("clear", three_answers=True))
    with qtbot.assertNotEmitted(page.answer_requested):
        press(page, Qt.Key.Key_Down)
    [tile] = [each for each in page.findChildren(AnswerTile) if each.text() == "Either can be argued"]
    before = tile.grab().toImage()
    for _ in range(2):  # to the scenario, and on to the first answer
        press(page, Qt.Key.Key_Tab)
    assert tile.grab().toImage() != before
    with qtbot.waitSignal(page.answer_requested) as request:
        press(page, Qt.Key.Key_Down)
    assert request.args == [EITHER]


def test_of_two_answers_the_arrow_down_gives_none_and_scrolls(qtbot: QtBot, page: SessionPage) -> None:
    page.resize(640, 420)
    show(page, session_on("clear", three_answers=True))
    show(page, session_on("clear"))
    for _ in range(2):  # to the scenario, and on to the first answer
        press(page, Qt.Key.Key_Tab)
    assert isinstance(page.window().focusWidget(), AnswerTile)
    bar = page._scroll.verticalScrollBar()
    bar.setValue(0)
    with qtbot.assertNotEmitted(page.answer_requested):
        press(page, Qt.Key.Key_Down)
    assert bar.value() > 0 or bar.maximum() == 0


@pytest.mark.parametrize("step", ["question", "reason", "explanation"])
@pytest.mark.parametrize(("width", "scale"), [(1024, 2.0), (760, 1.5)])
def test_what_lies_below_is_told_at_every_step(
    page: SessionPage, appearance: Appearance, step: str, width: int, scale: float
) -> None:
    appearance.set_scale(scale)
    page.resize(width, 420)
    session = session_on("clear")
    at = {
        "question": session,
        "reason": session.answered("service"),
        "explanation": explained("clear", "service", RUNS.id),
    }
    words = show(page, at[step])
    assert page._scroll.verticalScrollBar().maximum() > 0
    assert "More below" in words
    bar = page._scroll.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert "More below" not in seen(page)


def test_a_second_enter_does_not_answer_but_tab_and_enter_do(qtbot: QtBot, page: SessionPage) -> None:
    show(page, session_on("clear"))
    with qtbot.assertNotEmitted(page.answer_requested):
        press(page, Qt.Key.Key_Return)
    for _ in range(2):  # to the scenario, and on to the first answer
        press(page, Qt.Key.Key_Tab)
    with qtbot.waitSignal(page.answer_requested) as request:
        press(page, Qt.Key.Key_Return)
    assert request.args == [Side.PRODUCT]


@pytest.mark.parametrize(("key", "position"), [(Qt.Key.Key_1, 0), (Qt.Key.Key_4, 3)])
def test_a_number_chooses_the_reason(qtbot: QtBot, page: SessionPage, key: Qt.Key, position: int) -> None:
    session = session_on("clear").answered("service")
    words = show(page, session)
    with qtbot.waitSignal(page.reason_requested) as request:
        press(page, key)
    assert request.args == [session.current.reasons[position].id]
    assert "What decides it here?" in words
    assert all(reason.text in words for reason in session.current.reasons)


def test_nought_says_not_sure(qtbot: QtBot, page: SessionPage) -> None:
    show(page, session_on("clear").answered("service"))
    with qtbot.waitSignal(page.reason_requested) as request:
        press(page, Qt.Key.Key_0)
    assert request.args == [""]


@pytest.mark.parametrize(("key", "position"), [(Qt.Key.Key_B, 1), (Qt.Key.Key_4, 3)])
def test_a_choice_is_answered_by_letter_or_number(
    qtbot: QtBot, page: SessionPage, key: Qt.Key, position: int
) -> None:
    session = session_on("choice")
    show(page, session)
    with qtbot.waitSignal(page.answer_requested) as request:
        press(page, key)
    assert request.args == [str(session.current.order[position])]


@pytest.mark.parametrize(
    ("name", "answer", "reason", "said"),
    [
        (
            "clear",
            "service",
            RUNS.id,
            ["Right, and for the right reason.", "Your reason", "for Service", "Why Service fits"],
        ),
        ("clear", "service", None, ["Right.", "What decides it", "What would change it", "FLIP-TEXT."]),
        ("clear", "service", "", ["Right answer. This fact decides it.", "What decides it", RUNS.text]),
        (
            "clear",
            "service",
            IDLE[0].id,
            ["Right answer. Another fact decides it.", IDLE[0].text, IDLE[0].why, RUNS.text],
        ),
        (
            "clear",
            "product",
            RUNS.id,
            [
                "Not quite: Service fits better here.",
                "You picked the fact that decides; it speaks for Service.",
                "Why Service fits",
            ],
        ),
        ("leaning", "product", RUNS.id, ["Not quite: Service fits better here."]),
        (
            "arguable",
            "service",
            RUNS.id,
            ["Both can be argued, and your reason supports Service.", "CASE-P.", "CASE-S.", "WHY-TEXT."],
        ),
        (
            "arguable",
            "product",
            RUNS.id,
            ["Both can be argued; your reason supports Service.", "CASE-P.", "CASE-S."],
        ),
        (
            "arguable",
            "product",
            "",
            ["Both can be argued. Choose a fact to make the case.", "no reason was given"],
        ),
        ("arguable", "product", None, ["Both can be argued.", "No point: arguable"]),
        ("choice", "2", None, ["Right.", "Your answer", "Option 2"]),
        (
            "choice",
            "0",
            None,
            ["The right answer is ", "Your answer", "The right answer", "Option 2", "Because."],
        ),
    ],
)
def test_an_explanation_says_what_came_of_it(
    page: SessionPage, name: str, answer: str, reason: str | None, said: list[str]
) -> None:
    words = show(page, explained(name, answer, reason))
    assert [part for part in said if part not in words] == []
    assert "wrong" not in words.lower()


@pytest.mark.parametrize(("answer", "told"), [("2", [2]), ("3", [3, 2]), ("0", [0, 2])])
def test_your_answer_is_explained_first_then_the_right_one_and_the_others_on_request(
    page: SessionPage, answer: str, told: list[int]
) -> None:
    session = explained("choice", answer, None)
    words = show(page, session)
    order = session.current.order
    names = [f"{'ABCD'[order.index(index)]}. Option {index}" for index in (*told, *order)][:4]
    places = [words.index(name) for name in names[: len(told)]]
    assert places == sorted(places)
    assert [name for name in dict.fromkeys(names) if name in words] == names[: len(told)]
    assert ("Right." if answer == "2" else f"The right answer is {names[1][0]}.") in words
    press(page, Qt.Key.Key_O)
    assert all(name in seen(page) for name in names)


def test_every_explanation_credits_the_article_once_it_is_opened(page: SessionPage) -> None:
    assert "It is complicated." not in show(page, explained("clear", "service", RUNS.id))
    press(page, Qt.Key.Key_A)
    words = seen(page)
    assert "It is complicated." in words
    assert "Trevor Wilson, “Product or Service?”, ITSM Assist Limited – in our words" in words


def test_the_deciding_words_are_named_by_their_fact(page: SessionPage) -> None:
    assert RUNS.text not in show(page, session_on("clear"))
    assert RUNS.text in show(page, explained("clear", "service", RUNS.id))


def test_the_scenario_does_not_move_between_the_steps(page: SessionPage) -> None:
    session, positions = session_on("clear"), set()
    for step in (session, session.answered("service"), session.answered("service").reasoned(RUNS.id)):
        page.show_session(step)
        settle()
        positions.add(scenario_position(page))
    assert len(positions) == 1


def test_next_has_the_focus_once_the_explanation_stands(qtbot: QtBot, page: SessionPage) -> None:
    show(page, explained("clear", "service", RUNS.id))
    with qtbot.waitSignal(page.next_requested):
        press(page, Qt.Key.Key_Space)


def test_the_focus_goes_straight_from_the_reasons_to_next(page: SessionPage) -> None:
    show(page, session_on("clear").answered("service"))
    page.findChildren(ChoiceRow)[0].setFocus()
    app, heard = QApplication.instance(), []

    def hear(_: object, now: QWidget | None) -> None:
        heard.append(now.accessibleName() if now is not None else "")

    assert isinstance(app, QApplication)
    app.focusChanged.connect(hear)
    show(page, explained("clear", "service"))
    app.focusChanged.disconnect(hear)
    assert heard == ["", "See the summary"]


def test_looking_back_shows_the_explanation_again(page: SessionPage) -> None:
    page.show_again(explained("clear", "product", "").moved_on(), 0)
    words = seen(page)
    assert "Question 1 of 1" in words
    assert "Back to the summary" in words
    assert "Not quite" in words


def test_page_down_scrolls_whatever_has_the_focus(qtbot: QtBot, page: SessionPage) -> None:
    page.resize(1100, 400)
    to_front(qtbot, page)
    show(page, explained("arguable", "product", RUNS.id))
    bar = page._scroll.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    press(page, Qt.Key.Key_PageDown)
    assert bar.value() > 0
    press(page, Qt.Key.Key_PageUp)
    assert bar.value() == 0


def test_tab_goes_to_the_reasons_then_the_footer_then_the_bar(page: SessionPage) -> None:
    session = session_on("clear").answered("service")
    show(page, session)  # from reason to reason go the arrows
    passed = []
    for _ in range(4):
        press(page, Qt.Key.Key_Tab)
        passed.append(page.window().focusWidget().accessibleName())
    assert passed == [f"1. {session.current.reasons[0].text}", "Not sure", "What the words mean", "Leave"]


def test_an_explanation_is_built_while_the_question_is_read_and_tab_reaches_it_before_the_footer(
    qtbot: QtBot, page: SessionPage
) -> None:
    show(page, session_on("clear"))
    both = 2  # of verdicts and of choices
    qtbot.waitUntil(lambda: len(page.findChildren(VerdictRow)) == both, timeout=5000)
    built = page.findChildren(VerdictRow)
    show(page, explained("clear", "service"))
    assert page.findChildren(VerdictRow) == built
    passed = [page.window().focusWidget().accessibleName()]
    while len(passed) == 1 or passed[-1] != passed[0]:
        press(page, Qt.Key.Key_Tab)
        passed.append(page.window().focusWidget().accessibleName())
    assert passed[-5:] == [
        "What would change it",
        "The article",
        "The other facts",
        "Undo",
        "See the summary",
    ]


def test_arrows_lead_from_reason_to_reason_and_give_none(qtbot: QtBot, page: SessionPage) -> None:
    show(page, session_on("clear").answered("service"))
    press(page, Qt.Key.Key_Tab)
    rows = [row for row in page.findChildren(ChoiceRow) if row.isVisible()]
    with qtbot.assertNotEmitted(page.reason_requested):
        for key, position in ((Qt.Key.Key_Down, 1), (Qt.Key.Key_Down, 2), (Qt.Key.Key_Up, 1)):
            press(page, key)
            assert page.window().focusWidget() is rows[position]
    with qtbot.waitSignal(page.reason_requested):
        press(page, Qt.Key.Key_Return)


_MIRRORED, _USUAL = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight


@pytest.mark.parametrize("key", [Qt.Key.Key_Left, Qt.Key.Key_Right])
def test_an_arrow_answers_nothing_while_no_answer_has_the_focus(
    qtbot: QtBot, page: SessionPage, key: Qt.Key
) -> None:
    show(page, session_on("clear"))
    with qtbot.assertNotEmitted(page.answer_requested):
        press(page, key)
        page.findChildren(HighlightedText)[0].setFocus()
        press(page, key)


@pytest.mark.parametrize(
    ("direction", "key", "side"),
    [
        (_USUAL, Qt.Key.Key_Left, Side.PRODUCT),
        (_USUAL, Qt.Key.Key_Right, Side.SERVICE),
        (_MIRRORED, Qt.Key.Key_Left, Side.SERVICE),
        (_MIRRORED, Qt.Key.Key_Right, Side.PRODUCT),
    ],
)
@pytest.mark.parametrize("three", [True, False])
def test_an_arrow_answers_with_the_tile_it_points_to_once_one_has_the_focus(
    qtbot: QtBot, page: SessionPage, direction: Qt.LayoutDirection, key: Qt.Key, side: Side, *, three: bool
) -> None:
    page.setLayoutDirection(direction)
    show(page, session_on("clear", three_answers=three))
    for _ in range(2):  # to the scenario, and on to the first answer
        press(page, Qt.Key.Key_Tab)
    with qtbot.waitSignal(page.answer_requested) as request:
        press(page, key)
    assert request.args == [side]


@pytest.mark.parametrize(("scale", "beside"), [(1.0, True), (2.0, False)])
def test_the_scale_leaves_the_verdict_sentence_room(
    page: SessionPage, appearance: Appearance, scale: float, *, beside: bool
) -> None:
    appearance.set_scale(scale)
    page.resize(1024, 600)
    show(page, explained("clear", "service", RUNS.id))
    row, drawn = page.findChildren(VerdictRow)[0], page.findChildren(VerdictScale)[0]
    assert (drawn.geometry().center().y() < row._headline.geometry().bottom()) is beside
    assert row._headline.width() > row.width() / 2


def test_what_lies_below_is_told_until_the_page_is_at_its_end(page: SessionPage) -> None:
    page.resize(1024, 420)
    assert "More below" not in show(page, session_on("clear"))
    assert "More below" in show(page, explained("arguable", "product", RUNS.id))
    bar = page._scroll.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert "More below" not in seen(page)


@pytest.mark.parametrize(("scale", "rests"), [(1.0, False), (2.0, True)])
def test_the_page_rests_on_a_verdict_that_would_lie_below(
    page: SessionPage, appearance: Appearance, scale: float, *, rests: bool
) -> None:
    appearance.set_scale(scale)
    page.resize(1024, 600)
    only = bank(replace(verdict(), scenario="A supplier runs it. " * 12))
    session = open_session(start(only), only)
    for step in (session, session.answered("service")):
        show(page, step)
        assert page._scroll.verticalScrollBar().value() == 0
    page.show_session(session.answered("service").reasoned(""))
    settle()
    row = page.findChildren(VerdictRow)[0]
    assert 0 <= row.mapTo(page._scroll, QPoint(0, 0)).y() < page._scroll.height() - row.height()
    assert (page._scroll.verticalScrollBar().value() > 0) is rests
    show(page, session)
    assert page._scroll.verticalScrollBar().value() == 0


def test_looking_back_the_way_out_leads_to_the_summary(page: SessionPage) -> None:
    page.show_again(explained("clear", "product", "").moved_on(), 0)
    assert "Leave" not in seen(page)
    assert "Leave" in show(page, session_on("clear"))


def test_the_strip_is_as_long_whatever_the_count(page: SessionPage) -> None:
    lengths = set()
    for position in range(12):
        page._bar.show_progress(position, 12, 0.0)
        settle()
        lengths.add(page._bar._strip.width())
    assert len(lengths) == 1


def test_at_twice_the_text_size_the_footer_leaves_the_explanation_room(
    page: SessionPage, appearance: Appearance
) -> None:
    appearance.set_scale(2.0)
    page.resize(1024, 600)
    page.show_again(explained("clear", "product", "").moved_on(), 0, has_twin=True)
    settle()
    assert page._scroll.height() > page._footer.height()


@pytest.mark.parametrize(("seed", "told"), [(150, True), (4711, False)])
@pytest.mark.parametrize("name", ["clear", "arguable"])
def test_a_first_session_says_what_can_be_argued_means(
    page: SessionPage, seed: int, name: str, *, told: bool
) -> None:
    session = explained(name, "service")
    words = show(page, replace(session, start=replace(session.start, seed=seed)))
    assert ("“Can be argued” means" in words) is (told and name == "arguable")


def fold(page: SessionPage, name: str) -> Fold:
    [found] = [each for each in page.findChildren(Fold) if each.accessibleName() == name and each.isVisible()]
    return found


def test_what_was_opened_below_an_explanation_is_open_at_the_next_of_any_kind(
    qtbot: QtBot, page: SessionPage
) -> None:
    show(page, explained("clear", "service"))
    with qtbot.waitSignal(page.folds_changed) as changed:
        press(page, Qt.Key.Key_O)
    assert changed.args == [("O",)]
    show(page, explained("choice", "0", None))
    assert fold(page, "The other options").isChecked()
    with qtbot.waitSignal(page.folds_changed) as changed:
        press(page, Qt.Key.Key_O)
    assert changed.args == [()]


def test_a_page_begins_with_what_was_open_last_time(page: SessionPage) -> None:
    page.set_folds(("A",))
    show(page, explained("clear", "service"))
    assert (fold(page, "The article").isChecked(), fold(page, "The other facts").isChecked()) == (True, False)
