"""Letters that no installed font has: of which script they are, and which font would show them."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from PySide6.QtGui import QFont, QFontDatabase, QRawFont

from quizapp.ui.style.fonts import FAMILY

_System = QFontDatabase.WritingSystem
_EMOJI_FROM = 0x1F000
_LETTERS = ("L", "N", "S")
"""Categories of characters of which each needs a shape of its own: letters, figures, and signs."""

_CJK = ("Noto Sans CJK", "fonts-noto-cjk")
_CORE = "fonts-noto-core"


@dataclass(frozen=True, slots=True)
class Script:
    """Letters that belong together, and what shows them.

    Attributes:
        name: what Unicode calls them, such as `Arabic`; `Emoji` and `Signs` are none of a language.
        font: a font that has them.
        package: that font in Debian and Ubuntu.
    """

    name: str
    font: str
    package: str


EMOJI = Script("Emoji", "Noto Color Emoji", "fonts-noto-color-emoji")
SIGNS = Script("Signs", "Noto Sans Symbols 2", _CORE)
CHINESE, JAPANESE, KOREAN = (Script(name, *_CJK) for name in ("Chinese", "Japanese", "Korean"))
_SHARED = {
    "CJK": CHINESE,
    "FULLWIDTH": CHINESE,
    "BOPOMOFO": CHINESE,
    "IDEOGRAPHIC": CHINESE,
    "HIRAGANA": JAPANESE,
    "KATAKANA": JAPANESE,
    "KATAKANA-HIRAGANA": JAPANESE,
    "HALFWIDTH": JAPANESE,
    "HANGUL": KOREAN,
    "MATHEMATICAL": SIGNS,
    "DOUBLE-STRUCK": SIGNS,
    "CIRCLED": SIGNS,
    "PARENTHESIZED": SIGNS,
}
_SYSTEMS = {
    CHINESE: (_System.SimplifiedChinese, _System.TraditionalChinese, _System.Japanese, _System.Korean),
    JAPANESE: (_System.Japanese,),
    KOREAN: (_System.Korean,),
}


def missing_scripts(content: object) -> list[Script]:
    """The scripts of a text, or of all texts of a value, of which letters would be shown as boxes.

    The first of all takes some 100 ms where letters are missing in the typeface; what was looked up is kept.

    Args:
        content: a text, or a value made of texts, lists, mappings and dataclasses.
    """
    texts: list[str] = []
    _collect(content, texts)
    letters = set("".join(texts))
    beyond = (each for each in letters if not each.isascii() and unicodedata.category(each)[0] in _LETTERS)
    found = {script_of(letter) for letter in beyond if not _can_show(letter)}
    return sorted(found, key=lambda script: script.name)


def script_of(letter: str) -> Script:
    """Which script a letter is of."""
    name = unicodedata.name(letter, "SIGN").split()[0]
    if name in _SHARED:
        return _SHARED[name]
    if not letter.isalpha() and not letter.isdecimal():
        return EMOJI if ord(letter) >= _EMOJI_FROM else SIGNS
    return Script(name.title(), f"Noto Sans {name.title()}", _CORE)


@cache
def _can_show(letter: str) -> bool:
    """Whether the typeface of the window, or a font that can stand in for it, has a letter."""
    return any(
        QRawFont.fromFont(QFont(family)).supportsCharacter(ord(letter))
        for family in (FAMILY, *_families(script_of(letter)))
    )


@cache
def _families(script: Script) -> tuple[str, ...]:
    """The fonts that may have letters of a script."""
    named = getattr(_System, script.name, None)
    systems = _SYSTEMS.get(script) or ((named,) if named is not None else ())
    found = {family for system in systems for family in QFontDatabase.families(system)}
    return tuple(sorted(found)) if systems else tuple(QFontDatabase.families())


def _collect(content: Any, texts: list[str]) -> None:
    """Add all texts in a value to others."""
    if isinstance(content, str):
        texts.append(content)
    elif isinstance(content, Mapping):
        for value in content.values():
            _collect(value, texts)
    elif isinstance(content, tuple | list):
        for value in content:
            _collect(value, texts)
    else:
        for name in getattr(content, "__dataclass_fields__", ()):
            _collect(getattr(content, name), texts)
