"""The typeface loads with all its weights, and does without."""

from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF, QRawFont
from PySide6.QtWidgets import QApplication

from quizapp.paths import resources_dir
from quizapp.ui.style import fonts
from quizapp.ui.style.appearance import Appearance


def test_all_four_weights_are_drawn_differently(family: str) -> None:
    assert family == "Inter"
    advances = []
    for weight in (400, 500, 600, 700):
        font = QFont(family)
        font.setPixelSize(100)
        font.setWeight(QFont.Weight(weight))
        advances.append(QFontMetricsF(font).horizontalAdvance("Who keeps it running"))
    assert advances == sorted(set(advances))


@pytest.mark.parametrize(
    ("use", "file"),
    [("body", "Regular"), ("label", "Medium"), ("choice_strong", "SemiBold"), ("title", "Bold")],
)
def test_every_weight_is_drawn_from_its_own_file(appearance: Appearance, use: str, file: str) -> None:
    font = appearance.font(use)
    own = QRawFont(str(resources_dir() / "fonts" / f"Inter-{file}.ttf"), font.pixelSize())
    assert QRawFont.fromFont(font).fontTable("head") == own.fontTable("head")


def test_without_fonts_the_system_lends_its_own(qapp: QApplication, tmp_path: Path) -> None:
    assert qapp is not None
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
    assert fonts.load(tmp_path / "missing") == system
    (tmp_path / "broken.ttf").write_bytes(b"not a font")
    assert fonts.load(tmp_path) == system
