"""What a screen reader and a keyboard find on every page: names, roles, states, and one order for all."""

from collections import Counter
from collections.abc import Callable, Iterator
from itertools import combinations, pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from quizapp.ui.widgets.signs import PaintedLabel
from tests.ui.screen import to_front
from tests.ui.window_rig import DIALOGS, WindowRig

CONTROLS = {
    QAccessible.Role.Button,
    QAccessible.Role.ButtonMenu,
    QAccessible.Role.RadioButton,
    QAccessible.Role.CheckBox,
    QAccessible.Role.SpinBox,
    QAccessible.Role.ComboBox,
    QAccessible.Role.EditableText,
    QAccessible.Role.Client,  # a page or a list that hands the keyboard on to what is in it
    QAccessible.Role.Table,
    QAccessible.Role.Heading,  # of a part of a list, from which arrows lead to the others
    QAccessible.Role.StaticText,  # the scenario, and what a box says: their words can be selected
}
CELLS = {QAccessible.Role.Cell, QAccessible.Role.ListItem}
AROUND = 16  # px around a control in which its ring is painted
MANY = 200  # more controls than any page has

Check = Callable[[QWidget], list[str]]


@pytest.fixture
def window_rig(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> WindowRig:
    window_rig = WindowRig(qapp, tmp_path)
    to_front(qtbot, window_rig.window)
    return window_rig


def faults(window_rig: WindowRig, check: Check) -> list[str]:
    """What a check finds on any page, and in any window over them."""
    on_pages = [f"{name}: {fault}" for name in window_rig.play() for fault in check(window_rig.window)]
    return on_pages + [f"{name}: {fault}" for name in DIALOGS for fault in window_rig.meet(name, check)]


# -- the tree ------------------------------------------------------------------------------------


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


def controls(page: QWidget) -> list[QAccessibleInterface]:
    """What takes the keyboard; a table does for all its cells."""
    return [node for node in walk(tree(page)) if node.state().focusable and node.role() not in CELLS]


def focused(page: QWidget) -> QWidget | None:
    return page.window().focusWidget()


def comes_first(one: QAccessibleInterface, other: QAccessibleInterface) -> bool:
    """Whether a part stands above another, or beside it on the side reading starts at."""
    here, there = one.rect(), other.rect()
    return here.bottom() < there.top() or (here.top() <= there.bottom() and here.right() < there.left())


def misnamed(page: QWidget) -> list[str]:
    """Controls without a name or with an odd role; what has the focus may be a part of one."""
    focus = focused(page)
    nameless = [type(focus).__name__] if focus is not None and not name_of(tree(focus)) else []
    return nameless + [
        f"{node.role().name} {name_of(node)!r}"
        for node in controls(page)
        if not name_of(node) or node.role() not in CONTROLS
    ]


def unheard(page: QWidget) -> list[str]:
    """Texts and signs that can be seen but not heard."""
    signs = [each for each in page.findChildren(QLabel) if each.isVisibleTo(page) and not is_blank(each)]
    return [f"{sign}" for sign in signs if not name_of(tree(sign))]


def is_blank(sign: QLabel) -> bool:
    """Whether nothing can be seen of it now."""
    return not isinstance(sign, PaintedLabel) and not sign.text().strip()


def mixed_up(page: QWidget) -> list[str]:
    """Controls that one cannot tell apart by what is heard of them; a missed twin may be listed twice."""
    acting = [node for node in controls(page) if not node.state().readOnly]  # a document says what it says
    heard = [(name_of(node), node.text(QAccessible.Text.Description)) for node in acting]
    times = Counter(each for each in heard if each[1] != "Show the explanation")
    return [f"{count} times {name}" for name, count in times.items() if count > 1]


def misstated(page: QWidget) -> list[str]:
    """Buttons whose state is heard otherwise than it is."""
    found = []
    for button in page.findChildren(QAbstractButton):
        if button.isVisibleTo(page):
            state = tree(button).state()
            heard = (state.checkable, state.checked, state.disabled)
            if heard != (button.isCheckable(), button.isChecked(), not button.isEnabled()):
                found.append(f"{button.text()!r}: {heard}")
    return found


def out_of_order(page: QWidget) -> list[str]:
    """Parts that are read before what stands before them."""
    return [
        f"{name_of(second)!r} stands before {name_of(first)!r} in {name_of(node)!r}"
        for node in walk(tree(page))
        for first, second in combinations([each for each in children(node) if says_something(each)], 2)
        if comes_first(second, first)
    ]


def says_something(node: QAccessibleInterface) -> bool:
    """Whether a part has a name or holds parts that have one: an icon beside words has none."""
    return any(name_of(part) for part in walk(node))


@pytest.mark.parametrize("check", [misnamed, unheard, mixed_up, misstated, out_of_order])
def test_a_screen_reader_finds_its_way(window_rig: WindowRig, check: Check) -> None:
    assert controls(window_rig.window)
    assert faults(window_rig, check) == []


def headings(page: QWidget) -> list[str]:
    return [name_of(node) for node in walk(tree(page)) if node.role() is QAccessible.Role.Heading]


def test_every_page_of_the_sidebar_begins_with_its_heading(window_rig: WindowRig) -> None:
    found = {name: headings(window_rig.window) for name in window_rig.play()}
    for page in ("today", "learn", "practice", "papers", "banks", "settings"):
        firsts = {names[0] for name, names in found.items() if name.split(", ")[0] == page}
        assert firsts == {page.capitalize()}
    assert [name for name, names in found.items() if not names and not name.endswith("asked")] == []
    assert all(name.strip() for names in found.values() for name in names)


def unnamed(page: QWidget) -> list[str]:
    """Groups that do not say what they hold."""
    groups = [node for node in walk(tree(page)) if node.role() is QAccessible.Role.Grouping]
    return [f"{node.object()}" for node in groups if not name_of(node)]


def test_every_group_says_what_it_holds(window_rig: WindowRig) -> None:
    assert faults(window_rig, unnamed) == []


# -- the keyboard --------------------------------------------------------------------------------


def picture(widget: QWidget) -> QImage:
    """A control with the room for its ring, which may be its owner's to paint."""
    owner = widget.parentWidget() or widget
    return owner.grab(widget.geometry().adjusted(-AROUND, -AROUND, AROUND, AROUND)).toImage()


def has_ring(widget: QWidget) -> bool:
    """Whether one sees that a control has the focus."""
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    focused = picture(widget)
    widget.clearFocus()
    return focused != picture(widget)


def tabbed(page: QWidget) -> list[QWidget]:
    """The controls that Tab goes to, from the one in focus until it comes round again."""
    found: list[QWidget] = []
    for _ in range(MANY):
        QTest.keyClick(focused(page) or page, Qt.Key.Key_Tab)
        widget = focused(page)
        if widget is None or (widget in found[:1] and widget is not found[-1]):
            break
        if widget not in found:  # within a date Tab goes from day to month
            found.append(widget)
    return found


def is_before(one: QWidget, other: QWidget) -> bool:
    """Whether a control is read before another: decided by the parts of the page they stand in."""
    while not one.isAncestorOf(other) and (parent := one.parentWidget()) is not None:
        if parent.isAncestorOf(other):
            while other.parentWidget() is not parent and (above := other.parentWidget()) is not None:
                other = above
            return comes_first(tree(one), tree(other))
        one = parent
    return False


def unreached(page: QWidget) -> list[str]:
    """Controls that Tab does not reach, that show no ring, or that it goes to in an odd order."""
    reached = tabbed(page)
    wanted = [
        each
        for each in page.findChildren(QWidget)
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and each.focusProxy() is None
        and each.isVisibleTo(page)
        and each.isEnabled()
    ]
    missed = [f"not reached: {each.accessibleName() or each}" for each in wanted if each not in reached]
    ours = [each for each in reached if not isinstance(each, QPushButton)]  # Qt marks one of its own always
    bare = [f"no ring: {each.accessibleName() or each}" for each in ours if not has_ring(each)]
    back = [
        f"{after.accessibleName()!r} comes after {before.accessibleName()!r}"
        for before, after in pairwise([*reached, *reached[:1]])
        if is_before(after, before)
    ]
    return missed + bare + (back if len(back) > 1 else [])  # once round


def test_tab_reaches_every_control_in_reading_order_and_each_shows_it(window_rig: WindowRig) -> None:
    assert faults(window_rig, unreached) == []
