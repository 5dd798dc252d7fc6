"""The pages of a session at every size, text size and reading direction: no word cut off, none unnamed."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from quizapp.domain.summary import summarise
from quizapp.ui.session.definitions import DefinitionsDialog
from quizapp.ui.session.notes import QuestionNoteDialog
from quizapp.ui.session.page import SessionPage
from quizapp.ui.session.summary import SummaryPage
from quizapp.ui.style.appearance import Appearance
from tests.domain.examples import RUNS
from tests.ui.screen import cut_off, nameless, settle, to_front, unplain
from tests.ui.sessions import TOLD, all_sure, explained, session_of_all, session_on, twins_told


@pytest.fixture(params=[Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def direction(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[None]:
    before = qapp.layoutDirection()
    qapp.setLayoutDirection(request.param)
    yield
    qapp.setLayoutDirection(before)


def asked(appearance: Appearance) -> QWidget:
    page = SessionPage(appearance)
    page.show_session(session_on("clear").answered("service"))
    page.show_flag(flagged=True)
    return page


def how_sure(appearance: Appearance) -> QWidget:
    page = SessionPage(appearance)
    page.show_session(session_on("clear", certainty=True).answered("service"))
    return page


def how_sure_of_an_option(appearance: Appearance) -> QWidget:
    page = SessionPage(appearance)
    page.show_session(session_on("choice", certainty=True).answered("2"))
    return page


def sure_and_wrong(appearance: Appearance) -> QWidget:
    page = SessionPage(appearance)
    session = session_on("clear", certainty=True).answered("product").with_certainty("3")
    page.show_session(session.reasoned(""))
    return page


def three_answers(appearance: Appearance) -> QWidget:
    page = SessionPage(appearance)
    page.show_session(session_on("clear", three_answers=True))
    return page


def looking_back_in_between(appearance: Appearance) -> QWidget:
    page = SessionPage(appearance)
    page.show_again(session_of_all(3), 2)
    return page


def asked_later(appearance: Appearance) -> QWidget:
    page = SessionPage(appearance)
    page.show_session(session_of_all(3))
    return page


def words(appearance: Appearance) -> QWidget:
    return DefinitionsDialog(appearance, TOLD.definitions)


def told_again(appearance: Appearance) -> QWidget:
    page = SessionPage(appearance)
    page.show_session(explained("arguable", "product", RUNS.id).undone().reasoned(""))
    return page


def looking_back(appearance: Appearance) -> QWidget:
    page = SessionPage(appearance)
    page.show_again(twins_told(), 1, has_twin=True)
    return page


def summary(appearance: Appearance) -> QWidget:
    page = SummaryPage(appearance)
    page.show_summary(twins_told(), summarise(twins_told()), frozenset({0, 1}))
    return page


def sure_summary(appearance: Appearance) -> QWidget:
    page = SummaryPage(appearance)
    page.show_summary(all_sure(), summarise(all_sure()))
    return page


def note(_: Appearance) -> QWidget:
    return QuestionNoteDialog("A bank with a long title, question a-question-with-a-long-name")


SCENES: list[Callable[[Appearance], QWidget]] = [
    asked,
    how_sure,
    how_sure_of_an_option,
    sure_and_wrong,
    three_answers,
    asked_later,
    looking_back_in_between,
    words,
    told_again,
    looking_back,
    summary,
    sure_summary,
    note,
]


@pytest.mark.usefixtures("direction")
@pytest.mark.parametrize("make", SCENES)
@pytest.mark.parametrize(
    ("width", "height", "scale"), [(1024, 600, 1.0), (1100, 720, 1.0), (1024, 600, 2.0), (1920, 1080, 1.0)]
)
def test_every_word_has_room(
    qtbot: QtBot,
    appearance: Appearance,
    make: Callable[[Appearance], QWidget],
    width: int,
    height: int,
    scale: float,
) -> None:
    appearance.set_reduced_motion(True)
    appearance.set_scale(scale)
    page = make(appearance)
    qtbot.addWidget(page)
    page.resize(width, height)
    to_front(qtbot, page)
    settle()
    assert (page.width(), page.height()) == (width, height)
    assert cut_off(page) + nameless(page) + unplain(page) == []


@pytest.mark.usefixtures("direction")
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_a_passing_note_is_not_cut_off(qtbot: QtBot, appearance: Appearance, scale: float) -> None:
    appearance.set_scale(scale)
    page = SessionPage(appearance)
    qtbot.addWidget(page)
    page.resize(1024, 600)
    page.show_session(session_on("clear"))
    to_front(qtbot, page)
    page.show_message(
        "Noted. You find your notes under Settings, where they can be exported to a file of their own."
    )
    assert cut_off(page) == []
    assert page.rect().contains(page._note.geometry())


def test_the_footer_keeps_its_height_from_step_to_step(qtbot: QtBot, appearance: Appearance) -> None:
    page = SessionPage(appearance)
    qtbot.addWidget(page)
    page.resize(1024, 600)
    to_front(qtbot, page)
    again = explained("clear", "service", RUNS.id).undone().reasoned(RUNS.id)
    sure = session_on("clear", certainty=True).answered("service")
    heights = set()
    for session in (session_on("clear"), sure, session_on("clear").answered("service"), again):
        page.show_session(session)
        settle()
        heights.add(page._footer.height())
    assert len(heights) == 1
