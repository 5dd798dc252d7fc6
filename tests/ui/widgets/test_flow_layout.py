"""The layout that wraps widgets like words."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from quizapp.ui.widgets.layouts import FlowLayout


def filled(parent: QWidget, flow: FlowLayout, *sizes: tuple[int, int]) -> list[QWidget]:
    children = [QWidget(parent) for _ in sizes]
    for child, size in zip(children, sizes, strict=True):
        child.setFixedSize(*size)
        flow.addWidget(child)
    return children


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.mark.usefixtures("qapp")
@given(st.lists(st.tuples(st.integers(1, 90), st.integers(1, 30)), max_size=8), st.integers(90, 300))
def test_items_lie_inside_apart_and_in_reading_order(sizes: list[tuple[int, int]], width: int) -> None:
    parent = QWidget()
    flow = FlowLayout(parent, gap=7, row_gap=3)
    children = filled(parent, flow, *sizes)
    whole = QRect(0, 0, width, flow.heightForWidth(width))
    flow.setGeometry(whole)
    positions = [child.geometry() for child in children]
    assert all(whole.contains(position) for position in positions)
    for before, after in pairwise(positions):
        on_one_line = after.top() <= before.bottom()
        assert after.left() > before.right() + 6 if on_one_line else after.top() > before.top()


def test_the_last_item_can_stand_at_the_far_end_of_its_line(parent: QWidget) -> None:
    flow = FlowLayout(parent, gap=10, spread=True)
    _first, last = filled(parent, flow, (50, 10), (40, 10))
    flow.setGeometry(QRect(0, 0, 200, 10))
    assert last.geometry().right() == 199
    flow.setGeometry(QRect(0, 0, 60, 20))
    assert last.geometry().left() == 0


def test_a_hidden_item_takes_no_room(parent: QWidget) -> None:
    flow = FlowLayout(parent, gap=10, row_gap=5)
    first, second = filled(parent, flow, (50, 10), (40, 30))
    both = flow.heightForWidth(60)
    second.hide()
    assert flow.heightForWidth(60) == first.height() < both


def test_a_right_to_left_parent_mirrors_it(parent: QWidget) -> None:
    parent.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    flow = FlowLayout(parent, gap=0)
    first, second = filled(parent, flow, (50, 10), (40, 10))
    flow.setGeometry(QRect(0, 0, 200, 10))
    assert first.geometry().right() == 199
    assert second.geometry().right() == first.geometry().left() - 1


def test_items_of_a_filled_line_share_what_is_left(parent: QWidget) -> None:
    flow = FlowLayout(parent, gap=10, filled=True)
    blocks = [QWidget(parent) for _ in range(2)]
    for each, width in zip(blocks, (40, 60), strict=True):
        each.setMinimumSize(width, 10)
        flow.addWidget(each)
    flow.setGeometry(QRect(0, 0, 151, 100))
    assert [(each.x(), each.width()) for each in blocks] == [(0, 61), (71, 80)]
    flow.setGeometry(QRect(0, 0, 100, 100))
    assert [(each.x(), each.width()) for each in blocks] == [(0, 100), (0, 100)]
