"""The menus: what they request, and keys that never collide."""

from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from quizapp.ui.preferences import THEME_NAMES, PreferencesFile
from quizapp.ui.shell.menus import Menus
from quizapp.ui.style.appearance import Appearance, AppearanceController

NAMED = ["Left", "Right", "Up", "Down", "PgUp", "PgDown", "Return", "Enter", "Space", "Esc", "Tab", "Ctrl+Z"]
SESSION_KEYS = [*"PSUFCNQRABCDEF0123456", *NAMED]


@pytest.fixture
def menus(qtbot: QtBot) -> Menus:
    menus = Menus()
    qtbot.addWidget(menus)
    return menus


def entry(menus: Menus, key: str) -> QAction:
    """The entry a key chooses."""
    (found,) = (action for action in menus.all_actions() if QKeySequence(key) in action.shortcuts())
    return found


def test_no_key_means_two_things(menus: Menus) -> None:
    keys = [key.toString() for action in menus.all_actions() for key in action.shortcuts()]
    assert [key for key, count in Counter(keys).items() if count > 1] == []
    assert not set(keys) & {QKeySequence(key).toString() for key in SESSION_KEYS}


@pytest.mark.parametrize(
    ("key", "page"),
    [
        ("Ctrl+1", "today"),
        ("Ctrl+2", "learn"),
        ("Ctrl+3", "practice"),
        ("Ctrl+4", "papers"),
        ("Ctrl+5", "progress"),
        ("Ctrl+6", "library"),
        ("Ctrl+7", "rounds"),
        ("Ctrl+8", "banks"),
        ("Ctrl+,", "settings"),
    ],
)
def test_each_page_has_its_key(qtbot: QtBot, menus: Menus, key: str, page: str) -> None:
    with qtbot.waitSignal(menus.page_requested) as heard:
        entry(menus, key).trigger()
    assert heard.args == [page]


def theme_actions(menus: Menus) -> dict[str, QAction]:
    actions = menus.findChildren(QAction)
    return {action.data(): action for action in actions if action.data() in THEME_NAMES}


@pytest.mark.parametrize("theme", THEME_NAMES)
def test_the_theme_in_force_is_ticked_and_another_can_be_had(qtbot: QtBot, menus: Menus, theme: str) -> None:
    with qtbot.waitSignal(menus.theme_requested) as heard:
        theme_actions(menus)[theme].trigger()
    assert heard.args == [theme]
    menus.show_theme("dark")
    assert [name for name, action in theme_actions(menus).items() if action.isChecked()] == ["dark"]


def test_text_that_grows_grows_in_the_menus_too(
    qapp: QApplication, menus: Menus, appearance: Appearance, tmp_path: Path
) -> None:
    appearance_controller = AppearanceController(qapp, appearance, PreferencesFile(tmp_path))
    menus.show()
    for scale in (2.0, 1.0):
        appearance_controller.set_scale(scale)
        bars = [menus, *menus.findChildren(QMenu)]
        assert {bar.font().pixelSize() for bar in bars} == {appearance.font("label").pixelSize()}


def test_a_session_in_front_is_left_neither_for_a_set_nor_for_a_page(menus: Menus) -> None:
    menus.allow_starting(allowed=False)
    assert not any(entry(menus, key).isEnabled() for key in ("Ctrl+N", "Ctrl+1", "Ctrl+3", "Ctrl+,"))
    assert all(entry(menus, key).isEnabled() for key in ("F1", "F11", "Ctrl+-"))
    menus.allow_starting(allowed=True)
    assert all(action.isEnabled() for action in menus.all_actions())


def test_every_entry_of_a_menu_has_a_letter_of_its_own(menus: Menus) -> None:
    for menu in menus.findChildren(QMenu):
        texts = [action.text() for action in menu.actions() if action.text()]
        letters = [text[text.index("&") + 1].lower() for text in texts if "&" in text]
        assert (len(letters), len(set(letters))) == (len(texts), len(texts)), texts
