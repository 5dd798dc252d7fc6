"""What a screen reader finds: names, roles, and a reading order that is the one on the screen."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import combinations

import pytest
from PySide6.QtCore import QDate
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from quizapp.domain.session import Session, open_session
from quizapp.domain.summary import summarise
from quizapp.ui.banks_page import BanksPage
from quizapp.ui.look import Look
from quizapp.ui.session_page import SessionPage
from quizapp.ui.summary_page import SummaryPage
from quizapp.ui.today_page import ResumeView, TodayPage, TodayView
from tests.domain.examples import bank, choice, start
from tests.ui.banks import full_view
from tests.ui.screen import settle, to_front
from tests.ui.sessions import QUESTIONS, answer_for, explained, session_on, twins_told

CONTROLS = {
    QAccessible.Role.Button,
    QAccessible.Role.RadioButton,
    QAccessible.Role.CheckBox,
    QAccessible.Role.StaticText,  # the scenario: its words can be selected
}
ALL = bank(*QUESTIONS.values())

Scene = Callable[[Look], QWidget]


def today(look: Look) -> QWidget:
    page = TodayPage(look)
    page.show_today(TodayView("Demo", 20, 3, 1))
    page.show_resume(ResumeView(7, 20, QDate.currentDate()))
    return page


def banks(look: Look) -> QWidget:
    page = BanksPage(look)
    page.show_banks(full_view())
    page.show_reading(0.5)
    return page


def summary(look: Look) -> QWidget:
    page = SummaryPage(look)
    session = open_session(start(ALL), ALL)
    while not session.is_finished:
        session = session.answered(answer_for(session.current.question)).reasoned("").moved_on()
    page.show_summary(session, summarise(session))
    page._score._why.click()
    page.take_focus()
    return page


def twins(look: Look) -> QWidget:
    page = SummaryPage(look)
    session = twins_told()
    page.show_summary(session, summarise(session), frozenset({0, 1}))
    return page


def looking_back(look: Look) -> QWidget:
    page = SessionPage(look)
    page.show_again(twins_told(), 0, has_twin=True)
    page.show_flag(flagged=True)
    return page


def at(*sessions: Session) -> Scene:
    """A session's page that has shown these sessions, one after the other."""

    def make(look: Look) -> QWidget:
        page = SessionPage(look)
        for session in sessions:
            page.show_session(session)
        return page

    return make


def scenes() -> dict[str, Scene]:
    """Every page, and a session's at every step, fresh and after others were shown on it."""
    made: dict[str, Scene] = {
        "today": today,
        "banks": banks,
        "summary": summary,
        "twins": twins,
        "looking back": looking_back,
    }
    before = [explained(name, answer_for(question)) for name, question in QUESTIONS.items()]
    for (name, question), told in zip(QUESTIONS.items(), before, strict=True):
        made[f"{name} asked"] = at(session_on(name))
        made[f"{name} reason"] = at(session_on(name).answered(answer_for(question)))
        made[f"{name} explained"] = at(*before, told)
    claimed = bank(replace(choice(1), claims=("A1",)))
    made["choice with a claim"] = at(open_session(start(claimed), claimed).answered("0"))
    return made


SCENES = scenes()


@pytest.fixture(params=SCENES)
def page(qtbot: QtBot, look: Look, request: pytest.FixtureRequest) -> QWidget:
    page = SCENES[request.param](look)
    qtbot.addWidget(page)
    page.resize(1100, 900)
    to_front(qtbot, page)
    settle()
    return page


def name_of(node: QAccessibleInterface) -> str:
    return node.text(QAccessible.Text.Name).strip()


def children(node: QAccessibleInterface) -> list[QAccessibleInterface]:
    """What stands visibly in a part of a page, in reading order."""
    found = [node.child(index) for index in range(node.childCount())]
    return [child for child in found if not child.state().invisible]


def walk(node: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """A part of a page and all that is visible in it."""
    yield node
    for child in children(node):
        yield from walk(child)


def tree(page: QWidget) -> QAccessibleInterface:
    return QAccessible.queryAccessibleInterface(page)


def comes_first(one: QAccessibleInterface, other: QAccessibleInterface) -> bool:
    """Whether a part stands above another, or beside it on the side reading starts at."""
    here, there = one.rect(), other.rect()
    return here.bottom() < there.top() or (here.top() <= there.bottom() and here.right() < there.left())


def test_every_control_has_a_name_and_a_role(page: QWidget) -> None:
    controls = [node for node in walk(tree(page)) if node.state().focusable]
    assert controls
    faults = [
        f"{node.role().name} {name_of(node)!r}"
        for node in controls
        if not name_of(node) or node.role() not in CONTROLS
    ]
    assert faults == []


def test_what_has_the_focus_has_a_name(page: QWidget) -> None:
    widget = page.window().focusWidget()
    if widget is not None:
        assert name_of(tree(widget))


def test_every_text_is_heard(page: QWidget) -> None:
    texts = [node for node in walk(tree(page)) if node.role() is QAccessible.Role.StaticText]
    assert [node.rect() for node in texts if not name_of(node) and node.rect().height() > 1] == []


def test_the_reading_order_is_the_order_on_the_screen(page: QWidget) -> None:
    faults = [
        f"{name_of(second)!r} stands before {name_of(first)!r} in {name_of(node)!r}"
        for node in walk(tree(page))
        for first, second in combinations(children(node), 2)
        if comes_first(second, first)
    ]
    assert faults == []
