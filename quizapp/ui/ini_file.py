"""A small INI file of texts, read and written without any guess at what a text might mean."""

from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QIODevice, QSaveFile

_MOST = 1_000_000
"""Characters read at most: a larger file is none of ours."""


class IniFile:
    """Texts by `section/key`; every change is on disk when `set` returns, if the disk allows it.

    QSettings is not used: its files may hold pickled Python objects, and reading one would run
    whatever somebody put into the folder. What cannot be understood is left out, never an error.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._values: dict[str, str] = {}
        self._is_saved = True
        with suppress(OSError, ValueError):
            if path.is_file():  # a pipe would keep the program waiting
                with path.open(encoding="utf-8", errors="replace") as file:
                    self._values = _parsed(file.read(_MOST))

    def get(self, key: str) -> str:
        """The text of a key, empty when it is not set."""
        return self._values.get(key, "")

    def set(self, key: str, text: str) -> None:
        """Keep a text of one line; an empty one counts as not set."""
        if text == self.get(key):
            return
        self._values[key] = text
        self._is_saved = False
        self.save()

    def save(self) -> bool:
        """Write what is not on disk yet, whole or not at all; False when the disk does not allow it."""
        if self._is_saved:
            return True
        file = QSaveFile(str(self._path))
        file.setDirectWriteFallback(True)  # the folder may be closed while the file is not
        if file.open(QIODevice.OpenModeFlag.WriteOnly):
            file.write(_written(self._values).encode())
            self._is_saved = file.commit()
        return self._is_saved


def _parsed(text: str) -> dict[str, str]:
    values, section = {}, ""
    for line in map(str.strip, text.split("\n")):
        key, equals, value = line.partition("=")
        if line.startswith("[") and line.endswith("]"):
            section = line[1:-1]
        elif equals and not line.startswith((";", "#")):
            values[f"{section}/{key.strip()}"] = value.strip()
    return values


def _written(values: dict[str, str]) -> str:
    lines, current = [], None
    for name in sorted(name for name, text in values.items() if text):
        section, _, key = name.rpartition("/")
        if section != current:
            lines.append(f"[{section}]")
            current = section
        lines.append(f"{key}={values[name]}")
    return "\n".join(lines) + "\n"
