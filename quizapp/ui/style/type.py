"""The sizes, line steps and weights of type by what it is used for."""

from typing import NamedTuple

from PySide6.QtWidgets import QApplication


class TypeStep(NamedTuple):
    """One use of type: size and line step in px at 100 % text, and weight."""

    size: int
    line: int
    weight: int


TYPE = {
    "hero_number": TypeStep(56, 62, 700),
    "number": TypeStep(34, 40, 700),
    "title": TypeStep(30, 38, 700),
    "hero": TypeStep(26, 34, 600),
    "tile": TypeStep(26, 34, 600),
    "scenario": TypeStep(22, 36, 500),
    "scenario_wide": TypeStep(25, 43, 500),
    "scenario_strong": TypeStep(22, 36, 600),
    "section": TypeStep(20, 28, 600),
    "prompt": TypeStep(17, 27, 600),
    "lead": TypeStep(17, 27, 400),
    "choice": TypeStep(16, 24, 500),
    "choice_strong": TypeStep(16, 24, 600),
    "body": TypeStep(15, 22, 400),
    "body_strong": TypeStep(15, 22, 600),
    "label": TypeStep(14, 20, 500),
    "label_strong": TypeStep(14, 20, 600),
    "caption": TypeStep(13, 18, 600),
    "smallest": TypeStep(12, 16, 500),
}

_TIGHT_FROM, _TIGHTER_FROM = 20, 28


def letter_spacing(size: int) -> float:
    """What is added between letters, in px at 100 % text: large type is set tighter."""
    if size >= _TIGHTER_FROM:
        return -0.016 * size
    return -0.01 * size if size >= _TIGHT_FROM else 0.0


def text_scale() -> float:
    """The text size in force, 1.0 for 100 %: the application's font is that of labels."""
    size = QApplication.font().pixelSize()
    return size / TYPE["label"].size if size > 0 else 1.0


def scaled(length: float) -> int:
    """A length in px that grows with the text."""
    return round(length * text_scale())
