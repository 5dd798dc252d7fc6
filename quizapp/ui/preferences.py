"""What a person has set, in an INI file beside the answers."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

SCALES = (1.0, 1.25, 1.5, 1.75, 2.0)
THEME_NAMES = ("system", "light", "dark", "contrast")


class Preferences:
    """Reads and writes `preferences.ini`; a value that makes no sense counts as not set."""

    def __init__(self, folder: Path) -> None:
        self._settings = QSettings(str(folder / "preferences.ini"), QSettings.Format.IniFormat)

    @property
    def theme(self) -> str:
        """One of `THEME_NAMES`."""
        name = str(self._settings.value("look/theme", "system"))
        return name if name in THEME_NAMES else "system"

    @theme.setter
    def theme(self, name: str) -> None:
        self._settings.setValue("look/theme", name)

    @property
    def scale(self) -> float:
        """One of `SCALES`."""
        text = str(self._settings.value("look/text_size", "1.0"))
        return next((scale for scale in SCALES if str(scale) == text), 1.0)

    @scale.setter
    def scale(self, scale: float) -> None:
        self._settings.setValue("look/text_size", str(scale))

    @property
    def geometry(self) -> QByteArray:
        """Where the window stood; empty at first."""
        value = self._settings.value("window/geometry")
        return value if isinstance(value, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, geometry: QByteArray) -> None:
        self._settings.setValue("window/geometry", geometry)

    @property
    def bank(self) -> Path | None:
        """The bank file that was open last; None for the one that came with the program."""
        text = str(self._settings.value("banks/open", ""))
        return Path(text) if text else None

    @bank.setter
    def bank(self, path: Path | None) -> None:
        self._settings.setValue("banks/open", str(path) if path else "")

    def save(self) -> None:
        """Write what was set to disk now."""
        self._settings.sync()
