"""The layout that wraps widgets like words, and the legend of cues that lies in it."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from quizapp.domain.question import Side
from quizapp.ui.question.highlight import CueLegend
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.widgets.layouts import FlowLayout


def filled(parent: QWidget, controller: FlowLayout, *sizes: tuple[int, int]) -> list[QWidget]:
    children = [QWidget(parent) for _ in sizes]
    for child, size in zip(children, sizes, strict=True):
        child.setFixedSize(*size)
        controller.addWidget(child)
    return children


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@given(st.lists(st.tuples(st.integers(1, 90), st.integers(1, 30)), max_size=8), st.integers(90, 300))
def test_items_lie_inside_apart_and_in_reading_order(sizes: list[tuple[int, int]], width: int) -> None:
    parent = QWidget()
    controller = FlowLayout(parent, gap=7, row_gap=3)
    children = filled(parent, controller, *sizes)
    whole = QRect(0, 0, width, controller.heightForWidth(width))
    controller.setGeometry(whole)
    positions = [child.geometry() for child in children]
    assert all(whole.contains(position) for position in positions)
    for before, after in pairwise(positions):
        on_one_line = after.top() == before.top()
        assert after.left() > before.right() + 6 if on_one_line else after.top() > before.top()


def test_the_last_item_can_stand_at_the_far_end_of_its_line(parent: QWidget) -> None:
    controller = FlowLayout(parent, gap=10, spread=True)
    _first, last = filled(parent, controller, (50, 10), (40, 10))
    controller.setGeometry(QRect(0, 0, 200, 10))
    assert last.geometry().right() == 199
    controller.setGeometry(QRect(0, 0, 60, 20))
    assert last.geometry().left() == 0


def test_a_hidden_item_takes_no_room(parent: QWidget) -> None:
    controller = FlowLayout(parent, gap=10, row_gap=5)
    first, second = filled(parent, controller, (50, 10), (40, 30))
    both = controller.heightForWidth(60)
    second.hide()
    assert controller.heightForWidth(60) == first.height() < both


def test_a_right_to_left_parent_mirrors_it(parent: QWidget) -> None:
    parent.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    controller = FlowLayout(parent)
    first, second = filled(parent, controller, (50, 10), (40, 10))
    controller.setGeometry(QRect(0, 0, 200, 10))
    assert first.geometry().right() == 199
    assert second.geometry().right() == first.geometry().left() - 1


@pytest.fixture
def legend(qtbot: QtBot, appearance: Appearance) -> CueLegend:
    made = CueLegend(appearance)
    qtbot.addWidget(made)
    made.set_entries([(1, Side.SERVICE, "Both create the value"), (2, Side.PRODUCT, "The part ends")])
    return made


def test_a_legend_names_each_cue_with_its_number_and_side(legend: CueLegend) -> None:
    assert legend.accessibleDescription() == "1: Both create the value (Service); 2: The part ends (Product)"
    legend.set_entries([(1, Side.PRODUCT, "Who keeps it running")])
    assert legend.accessibleDescription() == "1: Who keeps it running (Product)"


def test_a_legend_wraps_and_reserves_nothing_when_empty(legend: CueLegend) -> None:
    one_line = legend.heightForWidth(900)
    assert legend.heightForWidth(220) > one_line
    legend.set_entries([])
    assert legend.heightForWidth(900) == 0
    assert legend.sizeHint() == QSize(0, 0)
