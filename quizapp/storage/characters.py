"""Characters that a bank may not hold, those nobody can see, and how to show any text safely."""

import re
import unicodedata

_PLANE_ENDS = "".join(f"{chr(plane << 16 | 0xFFFE)}{chr(plane << 16 | 0xFFFF)}" for plane in range(17))

FORBIDDEN = re.compile(
    rf"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef{_PLANE_ENDS}]"
)
"""Control characters but tab and line ends, separators, surrogates and noncharacters."""

INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f"
    "\u3164\ufe00-\ufe0d\ufeff\uffa0\ufff9-\ufffb\U0001d173-\U0001d17a\U000e0000-\U000e00ff\U000e01f0-\U000e0fff]"
    # Joiners belong to Persian, Indic scripts and emoji; beside Latin letters nobody expects them.
    "|(?<=[\x00-\u024f])[\u200c\u200d]|[\u200c\u200d](?=[\x00-\u024f])"
)
"""Characters that take no room or turn the direction of the text."""

SUBSTITUTE = "\ufffd"

_SHOWN = 60
_LOOK_ALIKES = str.maketrans(
    "авекмнорстухіјѕԁɡһԛѡοαντρυικ’‘“”–—－＿",  # noqa: RUF001 - the look-alikes themselves
    "abekmhopctyxijsdghqwoavtpuik''\"\"---_",
)


def name_of(character: str) -> str:
    """The code point and name of a character, such as `U+200B ZERO WIDTH SPACE`."""
    name = unicodedata.name(character, "")
    return f"U+{ord(character):04X} {name}".rstrip()


def visible(text: str) -> str:
    r"""The text with everything unprintable as an escape: a line break as `\n`, a surrogate as `\udcff`."""
    if text.isprintable():
        return text
    return "".join(letter if letter.isprintable() else _escape(letter) for letter in text)


def shown(text: str) -> str:
    """The text in quotation marks for a message, cut short and with nothing hidden in it."""
    cut = text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
    return f"“{visible(cut)}”"


def skeleton(text: str) -> str:
    """What a reader sees in a word: no case, no blanks at the ends, no look-alike letters, `-` for `_`."""
    folded = unicodedata.normalize("NFKC", text).casefold().translate(_LOOK_ALIKES)
    return "".join(letter for letter in folded if letter.isprintable()).strip().replace("_", "-")


def _escape(letter: str) -> str:
    return letter.encode("unicode_escape").decode("ascii")
