"""Practice: choosing what to practise, and what the page remembers of it."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from quizapp.domain.cue_score import CueScore
from quizapp.domain.selection import ALL_THAT_FIT, Selection, Which
from quizapp.ui.practice.page import BankChoice, PracticePage, PracticeView
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.widgets.buttons import Button
from quizapp.ui.widgets.page import ScrollPage
from tests.ui.screen import cut_off, nameless, press, seen, settle, to_front, unplain

MINE, OTHER = BankChoice("mine", "My class", 20), BankChoice("other", "Another", 1)
COUNTS = {Which.ALL: 20, Which.UNSEEN: 12, Which.MISTAKES: 3, Which.WEAKEST_CUE: 6, Which.PAIRS: 5}
WEAKEST = CueScore("runs", "Who keeps it running", 2, 7, 0.08, 0.64)
VIEW = PracticeView((MINE, OTHER), "mine", ("cloud", "data"), COUNTS, WEAKEST)


REASON = "Ask “What decides it here?”"


@pytest.fixture
def page(qtbot: QtBot, appearance: Appearance) -> PracticePage:  # noqa: ARG001 - it puts the sheet in force
    page = PracticePage()
    qtbot.addWidget(page)
    page.resize(900, 700)
    page.show_practice(VIEW)
    to_front(qtbot, page)
    page.take_focus()
    return page


def choice(page: PracticePage, name: str) -> QAbstractButton:
    """The visible radio button, check box or chip of this name."""
    found = [
        each
        for each in page.findChildren(QAbstractButton)
        if each.isCheckable() and each.isVisibleTo(page) and each.accessibleName().startswith(name)
    ]
    assert len(found) == 1, name
    return found[0]


def started(qtbot: QtBot, page: PracticePage, key: Qt.Key = Qt.Key.Key_Return) -> Selection:
    """What pressing Enter starts."""
    with qtbot.waitSignal(page.start_requested) as request:
        press(page, key)
    selection = request.args[0] if request.args else None
    assert isinstance(selection, Selection)
    return selection


def test_enter_starts_ten_of_all(qtbot: QtBot, page: PracticePage) -> None:
    words = seen(page)
    for part in (
        "Start ten questions",
        "20 match. You will get 10, about eight minutes.",
        "Who keeps it running: 2 of 7",
    ):
        assert part in words
    assert started(qtbot, page) == Selection(length=10, bank_id="mine")


def test_enter_starts_from_every_choice(qtbot: QtBot, page: PracticePage) -> None:
    for name in ("Cloud", "All questions", "10 questions", REASON):
        choice(page, name).setFocus()
        assert started(qtbot, page, Qt.Key.Key_Enter) == Selection(bank_id="mine")


def test_what_is_chosen_is_started(qtbot: QtBot, page: PracticePage) -> None:
    with qtbot.waitSignal(page.looked_at) as request:
        choice(page, "Data").click()
    assert request.args == [Selection(topics=("data",))]
    choice(page, "New").click()
    choice(page, "All 12 questions").click()
    choice(page, REASON).click()
    assert "Start 12 questions" in seen(page)
    assert "All 12" in seen(page)
    chosen = Selection(length=ALL_THAT_FIT, bank_id="mine", topics=("data",), which=Which.UNSEEN)
    assert started(qtbot, page) == replace(chosen, reason_step=False)


def test_choices_outlive_fresh_counts_but_not_what_they_chose_from(page: PracticePage) -> None:
    choice(page, "Cloud").click()
    choice(page, "Missed").click()
    page.show_practice(replace(VIEW, counts={Which.ALL: 20}))
    assert page.selection.which is Which.ALL
    page.show_practice(replace(VIEW, topics=("data", "cloud")))
    assert (page.selection.which, page.selection.topics) == (Which.MISTAKES, ("cloud",))
    assert [choice(page, name).isChecked() for name in ("Data", "Cloud")] == [False, True]
    page.show_practice(replace(VIEW, topics=("data",)))
    assert page.selection.topics == ()


def test_pairs_are_not_torn_apart(page: PracticePage) -> None:
    choice(page, "Twins").click()
    assert "5 match. You will get 4" in seen(page)


def test_another_bank_is_looked_at_where_there_is_one(qtbot: QtBot, page: PracticePage) -> None:
    with qtbot.waitSignal(page.bank_requested) as request:
        choice(page, "Another").click()
    assert request.args == ["other"]
    page.show_practice(PracticeView((OTHER,), "other", (), {Which.ALL: 1}))
    words = seen(page)
    assert "One matches" in words
    assert "Topics" not in words
    assert "Another" not in words


def test_the_bank_in_use_is_followed(page: PracticePage) -> None:
    for bank_id in ("other", "mine"):
        page.show_practice(replace(VIEW, bank_id=bank_id))
        assert page.selection.bank_id == bank_id


def test_a_bank_without_scenarios_asks_nothing_about_reasons(page: PracticePage) -> None:
    assert "What decides it here?" in seen(page)
    page.show_practice(replace(VIEW, scenarios=False))
    assert "What decides it here?" not in seen(page)
    assert "Either can be argued" not in seen(page)


def test_while_banks_are_read_that_is_said(page: PracticePage) -> None:
    page.show_practice(PracticeView(is_reading=True))
    assert "Reading the banks …" in seen(page)
    for part in ("No bank is open", "Show banks"):
        assert part not in seen(page)
    page.show_practice(PracticeView())
    assert "No bank is open" in seen(page)


def wanted(qtbot: QtBot, page: PracticePage) -> Selection:
    """What the page asks to be counted when it is opened."""
    page.hide()
    with qtbot.waitSignal(page.looked_at) as request:
        page.show()
    selection = request.args[0] if request.args else None
    assert isinstance(selection, Selection)
    return selection


def test_it_begins_at_the_top_each_time(page: PracticePage) -> None:
    page.resize(800, 300)
    settle()
    scroll = page.findChild(ScrollPage)
    assert isinstance(scroll, ScrollPage)
    bar = scroll.verticalScrollBar()
    bar.setValue(bar.maximum())
    page.hide()
    page.show()
    page.take_focus()
    settle()
    assert (bar.value(), bar.maximum() > 0) == (0, True)


def test_topics_and_length_stand_beside_each_other_where_there_is_room(page: PracticePage) -> None:
    heads = {
        label.text(): label for label in page.findChildren(QLabel) if label.text() in ("Topics", "How many")
    }
    for width, is_beside in ((900, True), (500, False)):
        page.resize(width, 700)
        settle()
        tops = {label.mapTo(page, QPoint()).y() for label in heads.values()}
        assert (len(heads), len(tops) == 1) == (2, is_beside)


@pytest.mark.parametrize(("width", "is_above"), [(800, True), (1800, False)])
def test_the_outcome_stands_above_the_button_rather_than_squeezing_it(
    page: PracticePage,
    appearance: Appearance,
    width: int,
    is_above: bool,  # noqa: FBT001
) -> None:
    appearance.set_scale(2.0)
    page.resize(width, 600)
    settle()
    [outcome] = [label for label in page.findChildren(QLabel) if label.text().startswith("20 match")]
    [start] = [each for each in page.findChildren(Button) if each.text().startswith("Start")]
    assert (outcome.geometry().bottom() < start.geometry().top()) is is_above
    assert start.width() == start.sizeHint().width()


def test_where_nothing_fits_nothing_starts(qtbot: QtBot, page: PracticePage) -> None:
    page.show_practice(replace(VIEW, counts={}))
    assert "None match. Choose other questions or topics." in seen(page)
    with qtbot.assertNotEmitted(page.start_requested):
        press(page, Qt.Key.Key_Return)


def test_without_a_bank_enter_shows_the_banks(qtbot: QtBot, page: PracticePage) -> None:
    page.show_practice(PracticeView())
    assert "No bank is open" in seen(page)
    assert "Which questions" not in seen(page)
    with qtbot.waitSignal(page.banks_requested):
        press(page, Qt.Key.Key_Return)


def test_opening_the_page_asks_for_fresh_counts(qtbot: QtBot, page: PracticePage) -> None:
    page.hide()
    with qtbot.waitSignal(page.looked_at):
        page.show()


def test_three_answers_are_off_until_they_are_chosen(qtbot: QtBot, page: PracticePage) -> None:
    assert "shown and not marked" in seen(page)
    offered = [page.selection.three_answers]
    for _ in range(2):
        choice(page, "Offer “Either can be argued”").click()
        offered.append(page.selection.three_answers)
        assert ("shown and not marked" in seen(page)) is not offered[-1]
    assert offered == [False, True, False]
    choice(page, "Offer “Either can be argued”").click()
    assert started(qtbot, page) == Selection(bank_id="mine", three_answers=True)


def test_the_reason_step_can_be_chosen_elsewhere(page: PracticePage) -> None:
    page.show_reason_step(is_asked=False)
    assert not page.selection.reason_step
    assert not choice(page, REASON).isChecked()


def test_how_sure_one_is_is_asked_where_that_is_wanted(qtbot: QtBot, page: PracticePage) -> None:
    box = choice(page, "Ask how sure I am")
    assert not box.isChecked()
    for wanted in (True, False, True):
        with qtbot.waitSignal(page.certainty_chosen) as request:
            box.click()
        assert request.args == [wanted]
        assert page.selection.certainty is wanted
    assert started(qtbot, page) == Selection(bank_id="mine", certainty=True)


def test_how_sure_one_is_is_asked_as_it_was_chosen_before(qtbot: QtBot, page: PracticePage) -> None:
    with qtbot.assertNotEmitted(page.certainty_chosen):
        page.show_certainty(is_asked=True)
    page.show_practice(VIEW)
    assert choice(page, "Ask how sure I am").isChecked()
    assert started(qtbot, page) == Selection(bank_id="mine", certainty=True)


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
@pytest.mark.parametrize(("width", "height", "scale"), [(804, 570, 1.0), (704, 570, 2.0), (1700, 1000, 1.0)])
def test_no_word_is_cut_off(
    page: PracticePage,
    appearance: Appearance,
    width: int,
    height: int,
    scale: float,
    direction: Qt.LayoutDirection,
) -> None:
    page.setLayoutDirection(direction)
    appearance.set_scale(scale)
    page.resize(width, height)
    assert [*cut_off(page), *nameless(page), *unplain(page)] == []
    assert (page.width(), page.height()) == (width, height)
