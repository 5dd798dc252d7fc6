"""Practice: choosing what to practise, and what the page remembers of it."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from quizapp.domain.history import CueScore
from quizapp.domain.selection import ALL_THAT_FIT, Selection, Which
from quizapp.ui.practice.page import BankChoice, PracticePage, PracticeView
from quizapp.ui.style.appearance import Appearance
from tests.ui.screen import cut_off, nameless, press, seen, settle, to_front, unplain

MINE, OTHER = BankChoice("mine", "My class", 20), BankChoice("other", "Another", 1)
COUNTS = {Which.ALL: 20, Which.UNSEEN: 12, Which.MISTAKES: 3, Which.WEAKEST_CUE: 6, Which.PAIRS: 5}
WEAKEST = CueScore("runs", "Who keeps it running", 2, 7, 0.08, 0.64)
VIEW = PracticeView((MINE, OTHER), "mine", ("cloud", "data"), COUNTS, WEAKEST)


@pytest.fixture
def page(qtbot: QtBot, appearance: Appearance) -> PracticePage:  # noqa: ARG001 - it puts the sheet in force
    page = PracticePage()
    qtbot.addWidget(page)
    page.resize(900, 700)
    page.show_practice(VIEW)
    to_front(qtbot, page)
    page.take_focus()
    return page


def started(qtbot: QtBot, page: PracticePage, key: Qt.Key = Qt.Key.Key_Return) -> Selection:
    """What pressing Enter starts."""
    with qtbot.waitSignal(page.start_requested) as request:
        press(page, key)
    selection = request.args[0] if request.args else None
    assert isinstance(selection, Selection)
    return selection


def test_enter_starts_ten_of_all(qtbot: QtBot, page: PracticePage) -> None:
    words = seen(page)
    for part in ("Start ten questions", "20 fit; you get 10 of them", "Who keeps it running: 2 of 7"):
        assert part in words
    assert started(qtbot, page) == Selection(length=10, bank_id="mine")


def test_enter_starts_from_every_choice(qtbot: QtBot, page: PracticePage) -> None:
    for control in (page._topics.chips[0], page._which.rows[0], page._length.chips[1], page._reason):
        control.setFocus()
        assert started(qtbot, page, Qt.Key.Key_Enter) == Selection(bank_id="mine")


def test_what_is_chosen_is_started(qtbot: QtBot, page: PracticePage) -> None:
    with qtbot.waitSignal(page.looked_at) as request:
        page._topics.chips[1].click()
    assert request.args == [Selection(topics=("data",))]
    page._which.rows[1].click()
    page._length.chips[-1].click()
    page._reason.click()
    assert "Start 12 questions" in seen(page)
    assert "All 12" in seen(page)
    chosen = Selection(length=ALL_THAT_FIT, bank_id="mine", topics=("data",), which=Which.UNSEEN)
    assert started(qtbot, page) == replace(chosen, reason_step=False)


def test_choices_outlive_fresh_counts_but_not_what_they_chose_from(page: PracticePage) -> None:
    page._topics.chips[0].click()
    page._which.rows[2].click()
    page.show_practice(replace(VIEW, counts={Which.ALL: 20}))
    assert page.selection.which is Which.ALL
    page.show_practice(replace(VIEW, topics=("data", "cloud")))
    assert (page.selection.which, page.selection.topics) == (Which.MISTAKES, ("cloud",))
    assert [chip.isChecked() for chip in page._topics.chips] == [False, True]
    page.show_practice(replace(VIEW, topics=("data",)))
    assert page.selection.topics == ()


def test_pairs_are_not_torn_apart(page: PracticePage) -> None:
    page._which.rows[5].click()
    assert "5 fit; you get 4 of them" in seen(page)


def test_another_bank_is_looked_at_where_there_is_one(qtbot: QtBot, page: PracticePage) -> None:
    with qtbot.waitSignal(page.looked_at) as request:
        page._banks.rows[1].click()
    assert request.args == [Selection(bank_id="other")]
    page.show_practice(PracticeView((OTHER,), "other", (), {Which.ALL: 1}))
    words = seen(page)
    assert "One fits" in words
    assert "Topics" not in words
    assert "Another" not in words


def test_the_bank_in_use_is_followed_until_another_is_pressed(page: PracticePage) -> None:
    page.show_practice(replace(VIEW, bank_id="other"))
    assert (page.selection.bank_id, page._wanted.bank_id) == ("other", "")
    page._banks.rows[0].click()
    page.show_practice(VIEW)
    assert (page.selection.bank_id, page._wanted.bank_id) == ("mine", "mine")
    page.show_practice(PracticeView((OTHER,), "other", (), {Which.ALL: 1}))
    assert page._wanted.bank_id == ""


def test_it_begins_at_the_top_each_time(page: PracticePage) -> None:
    page.resize(800, 300)
    settle()
    bar = page._scroll.verticalScrollBar()
    bar.setValue(bar.maximum())
    page.hide()
    page.show()
    page.take_focus()
    settle()
    assert (bar.value(), bar.maximum() > 0) == (0, True)


@pytest.mark.parametrize(("width", "is_above"), [(900, True), (1800, False)])
def test_the_outcome_stands_above_the_button_rather_than_squeezing_it(
    page: PracticePage,
    appearance: Appearance,
    width: int,
    is_above: bool,  # noqa: FBT001
) -> None:
    appearance.set_scale(2.0)
    page.resize(width, 600)
    settle()
    assert (page._outcome.geometry().bottom() < page._start.geometry().top()) is is_above
    assert page._start.width() == page._start.sizeHint().width()


def test_where_nothing_fits_nothing_starts(qtbot: QtBot, page: PracticePage) -> None:
    page.show_practice(replace(VIEW, counts={}))
    assert "None fit. Choose other questions or topics." in seen(page)
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


def test_the_reason_step_can_be_chosen_elsewhere(page: PracticePage) -> None:
    page.show_reason_step(is_asked=False)
    assert not page.selection.reason_step
    assert not page._reason.isChecked()


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
