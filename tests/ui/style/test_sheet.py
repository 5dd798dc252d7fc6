"""The style sheet: whole, without a value left open, and its pictures are there and can be seen."""

import re
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QCheckBox, QPushButton, QRadioButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from quizapp.paths import resources_dir
from quizapp.ui.preferences import SCALES
from quizapp.ui.style import indicators
from quizapp.ui.style.appearance import Appearance, apply_appearance
from quizapp.ui.style.sheet import style_sheet
from quizapp.ui.style.theme import THEMES, Theme
from quizapp.ui.style.type import TYPE
from quizapp.ui.widgets.buttons import Button
from quizapp.ui.widgets.cards import Card
from quizapp.ui.widgets.text import Text
from tests.ui.screen import settle, to_front
from tests.ui.style.test_theme import SHAPE, contrast

FOLDER = resources_dir() / "indicators"
OF_THEMES = pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)


@OF_THEMES
@pytest.mark.parametrize("scale", SCALES)
def test_every_token_and_length_is_filled_in(theme: Theme, scale: float) -> None:
    sheet = style_sheet(theme, scale, FOLDER)
    assert "@" not in sheet
    assert not re.search(r"\d+u\b", sheet)
    assert sheet.count("{") == sheet.count("}")


@OF_THEMES
def test_every_picture_it_names_is_a_file(theme: Theme) -> None:
    named = re.findall(r'url\("([^"]+)"\)', style_sheet(theme, 1.0, FOLDER))
    assert len(set(named)) > 10
    assert [name for name in named if not Path(name).is_file()] == []


@OF_THEMES
def test_qt_reads_all_of_it(qapp: QApplication, family: str, theme: Theme) -> None:
    appearance = Appearance(family)
    appearance.theme = theme
    apply_appearance(qapp, appearance)  # what Qt cannot parse it warns of, and a warning fails a test
    for use in TYPE:
        label = Text(use, "words")
        label.ensurePolished()
        assert label.font().pixelSize() == TYPE[use].size


def test_a_larger_text_gives_larger_lengths() -> None:
    sizes = [
        [int(size) for size in re.findall(r"font-size: (\d+)px", style_sheet(THEMES["light"], scale, FOLDER))]
        for scale in SCALES
    ]
    for one, other in pairwise(sizes):
        assert all(smaller < larger for smaller, larger in zip(one, other, strict=True))


# -- pictures ------------------------------------------------------------------------------------


@OF_THEMES
def test_the_pictures_in_the_resources_are_those_of_the_theme(theme: Theme) -> None:
    made = indicators.pictures(theme)
    there = {file.name: file.read_text(encoding="utf-8") for file in (FOLDER / theme.name).iterdir()}
    assert there == made, "run: python -m quizapp.ui.style.indicators"


@OF_THEMES
def test_the_pictures_differ_by_state(theme: Theme) -> None:
    for name in ("radio", "check"):
        pictures = {file: text for file, text in indicators.pictures(theme).items() if file.startswith(name)}
        if theme.is_flat:
            pictures.pop(f"{name}-hover.svg")  # never the only sign
        assert len(set(pictures.values())) == len(pictures)


@OF_THEMES
def test_their_edges_stand_out_from_every_ground(theme: Theme) -> None:
    for file, text in indicators.pictures(theme).items():
        if "disabled" not in file:
            strokes = re.findall(r'stroke="(#\w+)"', text)
            edge = strokes[0]
            for ground in (theme.bg, theme.surface, theme.sunken):
                assert contrast(edge, ground) >= SHAPE, file


def test_they_are_written_where_they_are_missing(tmp_path: Path) -> None:
    indicators.write(tmp_path)
    for theme in THEMES.values():
        assert {file.name for file in (tmp_path / theme.name).iterdir()} == set(indicators.pictures(theme))


# -- dressing ------------------------------------------------------------------------------------


@OF_THEMES
def test_a_card_has_the_surface_of_the_theme(qtbot: QtBot, appearance: Appearance, theme: Theme) -> None:
    appearance.set_theme(theme)
    page = QWidget()
    qtbot.addWidget(page)
    for kind in ("true", "sunken"):
        card = Card(page, kind=kind)
        card.resize(200, 100)
        page.resize(200, 100)
        page.show()
        card.show()
        settle()
        image = page.grab().toImage()
        ground = theme.surface if kind == "true" else theme.sunken
        assert image.pixelColor(100, 50) == QColor(ground)
        assert image.pixelColor(1, 1) == QColor(theme.bg)
        edge = image.pixelColor(100, 4)
        assert edge == QColor(theme.line if kind == "true" or theme.is_flat else theme.sunken)
        card.hide()


def test_to_dress_it_again_in_the_same_restyles_nothing(
    qtbot: QtBot, qapp: QApplication, appearance: Appearance
) -> None:
    button = Button("Resume", key="R")
    qtbot.addWidget(button)
    button.show()
    settle()
    pictures = button.icon().cacheKey()
    apply_appearance(qapp, appearance)
    settle()
    assert button.icon().cacheKey() == pictures


@pytest.mark.parametrize("kind", ["entry", "filled", "quiet", "chip", "row", "choice", "radio", "check"])
@OF_THEMES
def test_a_focus_by_key_shows_our_ring_alone(
    qtbot: QtBot, appearance: Appearance, theme: Theme, kind: str
) -> None:
    """Qt's own focus rectangle, which only keys bring, would lie inside it."""
    appearance.set_theme(theme)
    page = QWidget()
    made = {"radio": QRadioButton, "check": QCheckBox}.get(kind, QPushButton)("Word")
    made.setProperty("entry" if kind == "entry" else "kind", kind == "entry" or kind)
    QVBoxLayout(page).addWidget(made)
    qtbot.addWidget(page)
    to_front(qtbot, page)
    made.setFocus(Qt.FocusReason.TabFocusReason)
    settle()
    pictures = []
    for by_key in (False, True):
        page.setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange, by_key)
        pictures.append(made.grab().toImage())
    assert made.hasFocus()
    assert pictures[0] == pictures[1]
