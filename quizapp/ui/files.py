"""Files that are whole in their place or not there at all."""

import unicodedata
from pathlib import Path

from PySide6.QtCore import QFileDevice, QIODevice, QSaveFile

_OWN = QFileDevice.Permission.ReadOwner | QFileDevice.Permission.WriteOwner


def save_whole(
    path: Path, content: bytes, *, even_in_closed_folder: bool = False, private: bool = False
) -> str:
    """Write a file aside and put it in its place whole.

    Args:
        path: the file; one that is there is replaced once the new one is complete.
        content: all of it.
        even_in_closed_folder: whether to write into the file itself where its folder lets nothing be
            made beside it.
        private: whether only its owner may read it.

    Returns:
        What the system says against it; empty when it was written.
    """
    file = QSaveFile(str(path))
    file.setDirectWriteFallback(even_in_closed_folder)
    is_whole = file.open(QIODevice.OpenModeFlag.WriteOnly) and file.write(content) == len(content)
    if is_whole and private:
        file.setPermissions(_OWN)
    if is_whole and file.commit():
        return ""
    return file.errorString() or "the disk refused it"


_RESERVED = frozenset(
    {"CON", "PRN", "AUX", "NUL", *(f"{each}{n}" for each in ("COM", "LPT") for n in range(10))}
)
_LONGEST = 60
"""Letters of a name: four bytes each, and an ending, are what every file system takes."""


def file_name(title: str, otherwise: str) -> str:
    """A title as a file name without its ending that every system accepts, in composed letters.

    Args:
        title: the title.
        otherwise: the name where no letter of the title is left.
    """
    composed = unicodedata.normalize("NFC", title)
    words = "".join(letter if _is_part(letter) else " " for letter in composed).split()
    name = "-".join(words)[:_LONGEST].rstrip("-") or otherwise
    return f"{otherwise}-{name}" if name.upper() in _RESERVED else name


def _is_part(letter: str) -> bool:
    """Whether a letter, a digit, or a mark that belongs to one."""
    return unicodedata.category(letter)[0] in "LNM"
