"""Headings and groups are that to screen readers, as long as they live and not longer."""

import gc

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QScrollArea, QStackedWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from quizapp.ui.style.accessibility import install_roles
from quizapp.ui.widgets.cards import SettingCard
from quizapp.ui.widgets.choices import ChipGroup, OptionList
from quizapp.ui.widgets.text import Text
from tests.ui.screen import clear_away

pytestmark = pytest.mark.smoke

ROLE = QAccessible.Role


def heard(widget: QWidget) -> tuple[QAccessible.Role, str]:
    node = QAccessible.queryAccessibleInterface(widget)
    return node.role(), node.text(QAccessible.Text.Name)


@pytest.mark.parametrize("use", ["title", "hero", "section"])
def test_titles_are_headings_with_the_words_they_show(qtbot: QtBot, use: str) -> None:
    heading = Text(use, "Practice")
    qtbot.addWidget(heading)
    assert heard(heading) == (ROLE.Heading, "Practice")
    heading.setText("Another one")
    assert heard(heading) == (ROLE.Heading, "Another one")
    heading.setText("w" * 80)
    assert heard(heading) == (ROLE.Heading, "w" * 80)


def test_what_is_no_heading_stays_text(qtbot: QtBot) -> None:
    for label in (Text("body", "A sentence."), QLabel("Plain")):
        qtbot.addWidget(label)
        assert heard(label)[0] is ROLE.StaticText


@pytest.mark.parametrize("group", [SettingCard, ChipGroup, OptionList])
def test_groups_are_groups_with_their_name(qtbot: QtBot, group: type[QWidget]) -> None:
    made = group("Appearance")  # type: ignore[arg-type] # each takes its name first
    qtbot.addWidget(made)
    assert heard(made) == (ROLE.Grouping, "Appearance")


def test_a_page_with_a_name_is_a_group_and_a_stack_of_pages_says_nothing(qtbot: QtBot) -> None:
    page, stack = QScrollArea(), QStackedWidget()
    qtbot.addWidget(stack)
    page.setAccessibleName("Settings")
    stack.addWidget(page)
    assert heard(page) == (ROLE.Grouping, "Settings")
    assert heard(stack) == (ROLE.Client, "")
    node = QAccessible.queryAccessibleInterface(stack)
    assert [node.child(at).role() for at in range(node.childCount())] == [ROLE.Grouping]


def test_parts_are_found_from_the_page(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    QVBoxLayout(page).addWidget(Text("section", "Heading"))
    node = QAccessible.queryAccessibleInterface(page)
    assert [node.child(at).role() for at in range(node.childCount())] == [ROLE.Heading]


def test_headings_come_and_go(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    for number in range(300):
        heading = Text("section", f"Heading {number}", parent=page)
        gc.collect(0)
        assert heard(heading) == (ROLE.Heading, f"Heading {number}")
        heading.deleteLater()
        clear_away()
    assert QAccessible.queryAccessibleInterface(page).childCount() == 0


def test_roles_are_installed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    install_roles()
    installed: list[object] = []
    monkeypatch.setattr(QAccessible, "installFactory", installed.append)
    install_roles()
    assert installed == []
