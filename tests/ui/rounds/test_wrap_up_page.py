"""The end of a round: what it says was hard, where it goes back to, and what can be taken home."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from quizapp.domain import round_events as events
from quizapp.domain.round_plan import AnsweringMode, RoundPlan, ScoreShowing
from quizapp.domain.round_record import RoundRecord
from quizapp.domain.round_rules import replayed
from quizapp.domain.session import refer
from quizapp.ui.question.labels import MarkLabel
from quizapp.ui.rounds.plan_questions import QuestionFacts
from quizapp.ui.rounds.views import Export
from quizapp.ui.rounds.wrap_up_cards import ItemRow, ItemWords
from quizapp.ui.rounds.wrap_up_page import WrapUpPage
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.style.theme import CONTRAST, DARK, LIGHT, Theme
from quizapp.ui.widgets.buttons import Button
from tests.domain.examples import NOON
from tests.ui.rounds.planning import BANK
from tests.ui.screen import clear_away, cut_off, nameless, press, seen, settle, to_front, torn, unplain

NAMES = {"t1": "The <b>Late</b> Ones", "t2": "Blue"}
PLAN = RoundPlan(
    "p",
    "Monday & Co",
    tuple(refer(BANK, question) for question in BANK.questions),
    AnsweringMode.TEAMS,
    teams=3,
)
VOTES = (
    ("product", "service", "product"),  # one: service
    ("product", "product", "product"),  # two: product
    ("0", "1", "1"),  # choice: 0
    ("product", "service", "service"),  # arguable
)


def vote(position: int, ballot: int, answers: Sequence[str]) -> list[events.Event]:
    """A vote of three teams, locked."""
    votes = [events.Vote(position, ballot, f"t{n}", answer) for n, answer in enumerate(answers, 1)]
    return [events.Next(), *votes, events.Next()]


def record(*more: events.Event, plan: RoundPlan = PLAN) -> RoundRecord:
    """A round of which the last question was left out, and the first was voted on twice."""
    happened: list[events.Event] = [events.Next(), *vote(0, 0, VOTES[0]), events.Discuss()]
    happened += [*vote(0, 1, ("service",) * 3), events.Reveal(), events.Next(), events.Next()]
    for position, answers in list(enumerate(VOTES))[1:]:
        happened += [*vote(position, 0, answers), events.Reveal(), events.Next(), events.Next()]
    return RoundRecord("r", replayed(plan, [*happened, events.Skip(), *more]), BANK, NAMES, NOON)


@pytest.fixture
def page(qtbot: QtBot, appearance: Appearance) -> WrapUpPage:
    page = WrapUpPage(appearance)
    qtbot.addWidget(page)
    page.resize(900, 720)
    page.show_record(record())
    to_front(qtbot, page)
    page.take_focus()
    settle()
    return page


def rows(page: WrapUpPage) -> list[str]:
    """What the questions in the list of all say."""
    return [row.accessibleName().split(" ", 1)[0] for row in page.all.findChildren(ItemRow)]


@pytest.mark.parametrize(
    "part",
    [
        "Monday & Co",
        "Sunday, 22 November 2026 · 5 questions",
        "1 of 3 right (few votes)",
        "1 of 3 right, then 3 of 3 right",
        "1 Product, 2 Service",
        "left out",
        "Cue runs: 4 of 6 right (few votes), at the first vote.",
        "The <b>Late</b> Ones",
        "3 of 3 right",
        "Names are saved apart, and deleted 30 days after the round.",
    ],
)
def test_it_says_what_the_round_came_to(page: WrapUpPage, part: str) -> None:
    assert part in seen(page)


def test_the_hardest_come_hardest_first(page: WrapUpPage) -> None:
    names = [row.accessibleName()[:2] for row in page.hardest.findChildren(ItemRow)]
    assert names == ["1.", "3."]
    assert rows(page) == ["1.", "2.", "3.", "4.", "5."]


@pytest.mark.parametrize(
    ("event", "told"),
    [
        (events.Rule(0, "void"), "void; 2 Product, 1 Service, then 0 Product, 3 Service"),
        (events.Rule(2, "both"), "every answer accepted; 1 of 3 right"),
        (events.Dispute(1, "Who owns it?"), "Who owns it?"),
        (events.Correct(1, "t1", "service"), "2 of 3 right; votes corrected"),
    ],
)
def test_rulings_and_disputes_are_told(page: WrapUpPage, event: events.Event, told: str) -> None:
    assert "Disputed" not in seen(page)
    page.show_record(record(event))
    assert told in seen(page)


def test_what_was_not_asked_is_told(page: WrapUpPage) -> None:
    early = replayed(PLAN, [events.Next(), *vote(0, 0, VOTES[0]), events.WrapUp()])
    page.show_record(replace(record(), round=early))
    words = seen(page)
    assert ("not shown yet" in words, "not asked" in words) == (True, True)
    assert "Hardest" not in words
    silent: list[events.Event] = [
        events.Next(),
        events.Next(),
        events.Next(),
        events.Reveal(),
        events.WrapUp(),
    ]
    page.show_record(replace(record(), round=replayed(PLAN, silent)))
    assert "nobody voted" in seen(page)


def test_scores_that_were_not_planned_are_not_shown(page: WrapUpPage) -> None:
    assert "Standings" in seen(page)
    page.show_record(record(plan=replace(PLAN, scores=ScoreShowing.OFF)))
    assert "Standings" not in seen(page)


def test_shared_ranks_are_shared(page: WrapUpPage) -> None:
    assert [rank.text() for rank in page.standings.ranks] == ["1", "2", "2"]


def test_any_question_is_gone_back_to(qtbot: QtBot, page: WrapUpPage) -> None:
    for card, row, position in ((page.hardest, 1, 2), (page.all, 4, 4)):
        with qtbot.waitSignal(page.event_requested) as heard:
            card.findChildren(ItemRow)[row].click()
        assert heard.args == [events.GoTo(position)]


def test_the_keyboard_goes_back_and_closes(qtbot: QtBot, page: WrapUpPage) -> None:
    press(page, Qt.Key.Key_Tab)
    with qtbot.waitSignal(page.event_requested) as heard:
        press(page, Qt.Key.Key_Return)
    assert heard.args == [events.GoTo(0)]
    with qtbot.waitSignal(page.event_requested) as heard:
        QTest.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert heard.args == [events.Close()]


def test_a_closed_round_is_only_looked_at(qtbot: QtBot, page: WrapUpPage) -> None:
    page.show_record(record(events.Close()))
    clear_away()
    assert page.findChildren(ItemRow) == []
    words = page.all.findChildren(ItemWords)[-1]
    with qtbot.assertNotEmitted(page.event_requested):
        QTest.mouseClick(words, Qt.MouseButton.LeftButton)
        QTest.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(page.left):
        press(page, Qt.Key.Key_Escape)


@pytest.mark.parametrize(
    ("name", "export"),
    [
        ("Handout, PDF", Export.HANDOUT_PDF),
        ("Handout, HTML", Export.HANDOUT_HTML),
        ("Questions, CSV", Export.QUESTIONS_CSV),
        ("Scores, CSV", Export.SCORES_CSV),
        ("Answers, CSV", Export.ANSWERS_CSV),
        ("Results, XLSX", Export.RESULTS_XLSX),
        ("xAPI statements", Export.XAPI),
    ],
)
def test_everything_can_be_taken_home(qtbot: QtBot, page: WrapUpPage, name: str, export: Export) -> None:
    buttons = {each.accessibleName(): each for each in page.home.findChildren(Button)}
    with qtbot.waitSignal(page.export_requested) as heard:
        buttons[name].click()
    assert heard.args == [export]


def test_notes_are_in_the_handout_only_when_asked_for(qtbot: QtBot, page: WrapUpPage) -> None:
    buttons = {each.accessibleName(): each for each in page.home.findChildren(Button)}
    assert not page.home.with_notes.isVisible()
    for ticked, export in ((False, Export.HANDOUT_PDF), (True, Export.HANDOUT_NOTES_PDF)):
        page.show_record(record(events.Dispute(0, "Zoe says no.")))
        assert page.home.with_notes.isVisible()
        assert "with any names in them" in seen(page)
        if ticked:
            page.home.with_notes.click()
        with qtbot.waitSignal(page.export_requested) as heard:
            buttons["Handout, PDF"].click()
        assert heard.args == [export]


def test_notes_are_covered_where_the_room_may_see_them_until_they_are_asked_for(page: WrapUpPage) -> None:
    noted = record(events.Dispute(0, "Zoe says no."))
    page.show_record(noted)
    assert "Zoe says no." in seen(page)
    assert not page.disputed.uncover.isVisible()
    page.show_record(noted, is_private=False)
    assert "Zoe" not in seen(page)
    assert "The room disputed this." in seen(page)
    for words, is_told in (("Show the notes", True), ("Cover the notes", False), ("Show the notes", True)):
        assert page.disputed.uncover.text() == words
        page.disputed.uncover.click()
        assert ("Zoe says no." in seen(page)) is is_told
    page.take_focus()  # it comes to the front again
    assert "Zoe" not in seen(page)


@pytest.mark.parametrize("key", [Qt.Key.Key_PageUp, Qt.Key.Key_Backspace])
def test_a_key_leads_back_to_the_question_that_was_in_front(
    qtbot: QtBot, page: WrapUpPage, key: Qt.Key
) -> None:
    early = replayed(PLAN, [events.Next(), *vote(0, 0, VOTES[0]), events.WrapUp()])
    page.show_record(replace(record(), round=early))
    assert "Back to question 1" in seen(page)
    with qtbot.waitSignal(page.event_requested) as heard:
        press(page, key)
    assert heard.args == [events.Back()]


def test_the_key_of_a_question_that_the_room_has_not_seen_stands_nowhere(page: WrapUpPage) -> None:
    early = replayed(PLAN, [events.Next(), *vote(0, 0, VOTES[0]), events.Reveal(), events.WrapUp()])
    page.show_record(replace(record(), round=early))
    clear_away()
    keys = [row.accessibleName().partition(".")[2] for row in page.all.findChildren(ItemRow)]
    facts = QuestionFacts()
    questions = [record().bank.question(ref.question_id) for ref in PLAN.questions]
    shown = [facts.key(question) in said for question, said in zip(questions, keys, strict=True)]
    assert shown == [True, False, False, False, False]
    marks = page.all.findChildren(MarkLabel)
    assert len(marks) == 1


def test_names_can_be_deleted_as_long_as_there_are_any(qtbot: QtBot, page: WrapUpPage) -> None:
    with qtbot.waitSignal(page.forget_requested):
        page.home.forget.click()
    page.show_record(replace(record(), names={}))
    words = seen(page)
    assert "No names stored." in words
    assert "Delete names now" not in words


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
@pytest.mark.parametrize(
    ("theme", "width", "scale"), [(LIGHT, 816, 1.0), (CONTRAST, 640, 2.0), (DARK, 1712, 1.0)]
)
def test_no_word_is_cut_off(
    page: WrapUpPage,
    appearance: Appearance,
    theme: Theme,
    direction: Qt.LayoutDirection,
    width: int,
    scale: float,
) -> None:
    QGuiApplication.setLayoutDirection(direction)
    appearance.set_theme(theme)
    appearance.set_scale(scale)
    page.show_record(record(events.Dispute(0, "The contract is not shown, and half the room assumed one.")))
    page.resize(width, 560)
    settle()
    faults = [*cut_off(page), *unplain(page), *nameless(page), *torn(page)]
    QGuiApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert faults == []
    assert (page.width(), page.height()) == (width, 560)
