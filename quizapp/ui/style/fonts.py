"""The typeface of the window: Inter from the resources, or what the system reads its menus in."""

from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

FAMILY = "Inter"

_STYLES = {400: "Regular", 500: "Medium", 600: "SemiBold", 700: "Bold"}
"""What the four files of the typeface call their weights: another Inter on the system may say "Semi Bold"."""


def load(fonts: Path) -> str:
    """Make the fonts of a folder known to Qt, about 7 ms for four weights.

    They stand in for weights of the same name that are installed on the system.

    Args:
        fonts: the folder of the `*.ttf` files; it may be missing.

    Returns:
        The family to ask for: Inter, or the system's own where it could not be loaded.
    """
    QFontDatabase.styles(FAMILY)  # what the system has of it is read now: what comes later wins
    families: set[str] = set()
    for file in sorted(fonts.glob("*.ttf")):
        loaded = QFontDatabase.addApplicationFont(str(file))
        families.update(QFontDatabase.applicationFontFamilies(loaded))
    if FAMILY in families:
        return FAMILY
    return QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()


def make_font(family: str, size: int, weight: int) -> QFont:
    """A font by its size in px and its weight, one of 400, 500, 600 and 700."""
    font = QFont(family)
    font.setPixelSize(size)
    font.setWeight(QFont.Weight(weight))
    font.setStyleName(_STYLES[weight])
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
