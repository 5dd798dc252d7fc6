"""Icons take the colour, size and stroke that are asked for."""

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from quizapp.paths import resources_dir
from quizapp.ui.style import icons

NAMES = sorted(file.stem for file in (resources_dir() / "icons").glob("*.svg"))
AMBER = QColor("#BF5600")


def ink(image: QImage) -> list[QColor]:
    colours = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    return [colour for colour in colours if colour.alpha()]


@pytest.mark.parametrize("name", NAMES)
def test_every_icon_is_drawn_in_the_colour_asked_for(qapp: QApplication, name: str) -> None:
    assert qapp is not None
    solid = [c for c in ink(icons.pixmap(name, AMBER, 24, 2.0).toImage()) if c.alpha() == 255]
    assert solid
    parts = [(c.red() - AMBER.red(), c.green() - AMBER.green(), c.blue() - AMBER.blue()) for c in solid]
    assert max(abs(part) for off in parts for part in off) <= 1  # a stroke over its fill is rounded


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_it_has_as_many_pixels_as_the_screen(qapp: QApplication, ratio: float) -> None:
    assert qapp is not None
    picture = icons.pixmap("house", AMBER, 20, ratio)
    assert picture.width() == 20 * ratio
    assert picture.deviceIndependentSize().width() == 20


def test_the_current_entry_has_the_heavier_stroke(qapp: QApplication) -> None:
    assert qapp is not None
    weights = [
        sum(
            colour.alpha() for colour in ink(icons.pixmap("house", AMBER, 20, 1.0, current=current).toImage())
        )
        for current in (False, True)
    ]
    assert weights[0] * 1.1 < weights[1] < weights[0] * 1.4


@pytest.mark.parametrize(
    ("name", "turns"), [("chevron-right", True), ("settings", False), ("file-text", False)]
)
def test_only_arrows_turn_with_the_reading_direction(qapp: QApplication, name: str, *, turns: bool) -> None:
    assert qapp is not None
    pictures = []
    for direction in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
        image = QImage(24, 24, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(0)
        with QPainter(image) as painter:
            painter.setLayoutDirection(direction)
            icons.paint(painter, QRectF(0, 0, 24, 24), name, AMBER)
        pictures.append(image)
    assert (pictures[0] != pictures[1]) is turns
