"""Whether the tokens can be read: WCAG 2 contrast of every pair that is used."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QPalette

from quizapp.ui.style.theme import THEMES, Theme, mix, palette

TEXT, SHAPE, WALL = 4.5, 3.0, 7.0

PAIRS = [
    ("ink", "bg surface sunken product_soft service_soft", TEXT),
    ("muted", "bg surface sunken product_soft service_soft", TEXT),
    ("on_ink", "ink", TEXT),
    ("product", "bg surface product_soft", TEXT),
    ("service", "bg surface service_soft", TEXT),
    ("on_product", "product", TEXT),
    ("on_service", "service", TEXT),
    ("product_mark", "bg surface product_soft", SHAPE),
    ("service_mark", "bg surface service_soft", SHAPE),
    ("right", "surface right_soft", TEXT),
    ("wrong", "surface wrong_soft", TEXT),
    ("border", "bg surface sunken", SHAPE),
    ("focus", "bg surface sunken", SHAPE),
    ("ink", "surface", WALL),
    ("product", "surface", WALL),
    ("service", "surface", WALL),
    ("on_product", "product", WALL),
    ("on_service", "service", WALL),
]


def luminance(colour: QColor) -> float:
    """Relative luminance as WCAG 2 defines it."""
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str | QColor, other: str | QColor) -> float:
    """The contrast ratio of two colours, 1 to 21."""
    dark, light = sorted((luminance(QColor(one)), luminance(QColor(other))))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
@pytest.mark.parametrize(("front", "grounds", "needed"), PAIRS)
def test_every_pair_has_the_contrast_it_needs(theme: Theme, front: str, grounds: str, needed: float) -> None:
    for ground in grounds.split():
        ratio = contrast(getattr(theme, front), getattr(theme, ground))
        assert ratio >= needed, f"{front} on {ground}: {ratio:.2f}"


def test_the_measure_agrees_with_the_standard() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_a_filled_button_can_be_read_while_the_mouse_is_on_it(theme: Theme) -> None:
    for share in (0.14, 0.26):  # as the sheet mixes them
        assert contrast(theme.on_ink, mix(theme.ink, theme.surface, share)) >= TEXT


COLOURS = st.builds(QColor.fromRgb, *[st.integers(0, 255)] * 3)


@given(one=COLOURS, other=COLOURS, share=st.floats(0, 1))
def test_a_mix_starts_at_one_colour_and_ends_at_the_other(one: QColor, other: QColor, share: float) -> None:
    assert mix(one, other, 0).name() == one.name()
    assert mix(one, other, 1).name() == other.name()
    lowest, highest = sorted((one.red(), other.red()))
    assert lowest <= mix(one, other, share).red() <= highest


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_standard_widgets_can_be_read_too(theme: Theme) -> None:
    role = QPalette.ColorRole
    made = palette(theme)
    pairs = ((role.WindowText, role.Window), (role.Text, role.Base), (role.ButtonText, role.Button))
    for text, ground in (
        *pairs,
        (role.HighlightedText, role.Highlight),
        (role.ToolTipText, role.ToolTipBase),
    ):
        assert contrast(made.color(text), made.color(ground)) >= TEXT
