"""What somebody who mends the program needs to know about the computer it runs on, and no more."""

import platform
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import PySide6
from PySide6.QtCore import QLibraryInfo, qVersion
from PySide6.QtGui import QGuiApplication, QScreen

from quizapp import __version__
from quizapp.ui.style.appearance import Appearance

_LOG_LINES, _LOG_TAIL = 20, 20_000


@dataclass(frozen=True, slots=True)
class BankFacts:
    """An open bank by numbers: no question, no answer, no name of a person."""

    id: str
    questions: int
    problems: int


@dataclass(frozen=True, slots=True)
class Facts:
    """All that is told. `versions` holds names and numbers, `log` its last lines, oldest first."""

    versions: tuple[tuple[str, str], ...]
    platform: str
    screens: tuple[str, ...]
    appearance: str
    folder: Path
    banks: tuple[BankFacts, ...] = ()
    log: tuple[str, ...] = ()


def diagnostics(facts: Facts, home: Path) -> str:
    """The facts as plain text of one line each; the home folder, which holds a name, is written as ~.

    It is English whatever the language of the program, as it is for those who mend it.
    """
    lines = [f"{name}: {version}" for name, version in facts.versions]
    lines.append(f"Window system: {facts.platform}")
    lines += [f"Screen: {screen}" for screen in facts.screens]
    lines += [f"Look: {facts.appearance}", f"Data folder: {facts.folder}"]
    lines += [
        f"Bank: {bank.id}, {bank.questions} questions, {bank.problems} problems" for bank in facts.banks
    ]
    lines.append("Error log: empty" if not facts.log else "Error log, its last lines:")
    lines += [f"    {line}" for line in facts.log]
    return "\n".join(_homeless(line, home) for line in lines)


def gather(
    appearance: Appearance, theme: str, folder: Path, engine: str, banks: Iterable[BankFacts]
) -> Facts:
    """Look round this computer.

    Args:
        appearance: the appearance in force.
        theme: the theme that is chosen, see `preferences.THEME_NAMES`.
        folder: where the answers lie.
        engine: name and version of what keeps them, such as `SQLite 3.40.1`.
        banks: what is open.
    """
    motion = ", reduced motion" if appearance.reduced_motion else ""
    name, _, version = engine.partition(" ")
    return Facts(
        versions=(
            ("Product or Service?", __version__),
            ("Python", sys.version.partition(" ")[0]),
            ("PySide6", PySide6.__version__),
            ("Qt", f"{qVersion()} (built for {QLibraryInfo.version().toString()})"),
            (name, version),
            ("System", platform.platform()),
        ),
        platform=QGuiApplication.platformName(),
        screens=tuple(_screen(screen) for screen in QGuiApplication.screens()),
        appearance=f"{theme} ({appearance.theme.name}), text {round(100 * appearance.text_size)} %{motion}",
        folder=folder,
        banks=tuple(banks),
        log=last_lines(folder / "error.log"),
    )


def last_lines(log: Path) -> tuple[str, ...]:
    """The last lines of the error log, oldest first; none when there is no log to read."""
    try:
        with log.open("rb") as file:
            file.seek(max(0, log.stat().st_size - _LOG_TAIL))
            text = file.read(_LOG_TAIL).decode("utf-8", errors="replace")
    except OSError:
        return ()
    return tuple(line.rstrip() for line in text.splitlines() if line.strip())[-_LOG_LINES:]


def _screen(screen: QScreen) -> str:
    size = screen.size()
    return f"{size.width()} x {size.height()}, scale {screen.devicePixelRatio():g}"


def _homeless(line: str, home: Path) -> str:
    """The line with every mention of the home folder shortened; a root without a name stays."""
    return line if home == Path(home.anchor) else line.replace(str(home), "~")
