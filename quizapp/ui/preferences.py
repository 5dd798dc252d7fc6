"""What is set, in one small file."""

import json
import os
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QByteArray, QDate, QIODevice, QSaveFile, Qt

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


SCALES = (1.0, 1.25, 1.5, 1.75, 2.0)
THEME_NAMES = ("system", "light", "dark", "contrast")
EXAMS = ("", "itil4", "v5")
PROFILES = ("own", "guest")
MOST_RECENT = 8


class Preferences:
    """Reads and writes `preferences.ini`; a value that makes no sense counts as not set.

    A change is written at once. Where the disk refuses, it still holds until the program ends.
    """

    def __init__(self, folder: Path) -> None:
        self._file = IniFile(folder / "preferences.ini")

    # -- the appearance ------------------------------------------------------------------------

    @property
    def theme(self) -> str:
        """One of `THEME_NAMES`."""
        return self._one_of(THEME_NAMES, "look/theme")

    @theme.setter
    def theme(self, name: str) -> None:
        self._file.set("look/theme", name)

    @property
    def scale(self) -> float:
        """One of `SCALES`."""
        text = self._file.get("look/text_size")
        return next((scale for scale in SCALES if str(scale) == text), 1.0)

    @scale.setter
    def scale(self, scale: float) -> None:
        self._file.set("look/text_size", str(scale))

    @property
    def reduced_motion(self) -> bool:
        """Whether nothing shall move; off at first.

        Qt has no portable hint for the system's own setting, so it is asked for here.
        """
        return self._file.get("look/reduced_motion") == "yes"

    @reduced_motion.setter
    def reduced_motion(self, reduced: bool) -> None:
        self._file.set("look/reduced_motion", "yes" if reduced else "")

    @property
    def geometry(self) -> QByteArray:
        """Where the window stood; empty at first."""
        try:
            return QByteArray(bytes.fromhex(self._file.get("window/geometry")))
        except ValueError:
            return QByteArray()

    @geometry.setter
    def geometry(self, geometry: QByteArray) -> None:
        self._file.set("window/geometry", geometry.data().hex())

    # -- revising ------------------------------------------------------------------------------

    @property
    def exam(self) -> str:
        """One of `EXAMS`; empty while none is chosen."""
        return self._one_of(EXAMS, "exam/name")

    @exam.setter
    def exam(self, name: str) -> None:
        self._file.set("exam/name", name)

    @property
    def exam_date(self) -> QDate | None:
        """The day of the exam, if one is set."""
        date = QDate.fromString(self._file.get("exam/date"), Qt.DateFormat.ISODate)
        return date if date.isValid() else None

    @exam_date.setter
    def exam_date(self, date: QDate | None) -> None:
        self._file.set("exam/date", date.toString(Qt.DateFormat.ISODate) if date else "")

    @property
    def reason_step(self) -> bool:
        """Whether sessions ask what decides it, unless something else is chosen for one; on at first."""
        return self._file.get("practice/reason_step") != "no"

    @reason_step.setter
    def reason_step(self, wanted: bool) -> None:
        self._file.set("practice/reason_step", "" if wanted else "no")

    @property
    def profile(self) -> str:
        """One of `PROFILES`: whose answers are kept."""
        return self._one_of(PROFILES, "practice/profile")

    @profile.setter
    def profile(self, name: str) -> None:
        self._file.set("practice/profile", name)

    # -- banks ---------------------------------------------------------------------------------

    @property
    def bank(self) -> Path | None:
        """The bank file that was open last; None for the one that came with the program."""
        return next(iter(self._paths("banks/open")), None)

    @bank.setter
    def bank(self, path: Path | None) -> None:
        self._keep_paths("banks/open", (path,) if path else ())

    @property
    def recent_banks(self) -> tuple[Path, ...]:
        """The bank files opened last, the newest first, at most `MOST_RECENT`."""
        return self._paths("banks/recent")

    def remember_bank(self, path: Path) -> None:
        """Put a bank file first among the recent ones."""
        self._keep_paths("banks/recent", (path, *self._recent_but(path)))

    def forget_bank(self, path: Path) -> None:
        """Take a bank file off the recent ones."""
        self._keep_paths("banks/recent", self._recent_but(path))

    def save(self) -> bool:
        """Try again to write what could not be written; False when it still cannot be."""
        return self._file.save()

    # -- inside --------------------------------------------------------------------------------

    def _one_of(self, known: tuple[str, ...], key: str) -> str:
        """What is set if it is known, else the first that is."""
        text = self._file.get(key)
        return text if text in known else known[0]

    def _recent_but(self, path: Path) -> tuple[Path, ...]:
        return tuple(each for each in self.recent_banks if each != path)

    def _paths(self, key: str) -> tuple[Path, ...]:
        try:
            texts = json.loads(self._file.get(key) or "[]")
        except (ValueError, RecursionError):
            return ()
        sound = (Path(text) for text in texts if _is_path(text)) if isinstance(texts, list) else ()
        return tuple(dict.fromkeys(sound))[:MOST_RECENT]

    def _keep_paths(self, key: str, paths: tuple[Path, ...]) -> None:
        texts = [str(path) for path in paths[:MOST_RECENT]]
        self._file.set(key, json.dumps(texts) if texts else "")


def _is_path(text: object) -> bool:
    """Whether the system could have a file of this name."""
    if not isinstance(text, str) or not text or "\0" in text:
        return False
    try:
        os.fsencode(text)
    except UnicodeEncodeError:
        return False
    return True
