"""A window that cannot open says why, and what to install."""

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from quizapp.ui import display_check
from quizapp.ui.display_check import library_trouble, trouble

GONE = "cannot open shared object file: No such file or directory"
NO_DISPLAY = "There is no display to open a window on (neither DISPLAY nor WAYLAND_DISPLAY is set)."
DEAF = "The display {} does not answer, so no window can open."


@pytest.fixture(autouse=True)
def _on_linux(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def far_display() -> Iterator[int]:
    """The number of a display that answers at localhost."""
    for number in range(700, 800):
        with socket.socket() as server:
            try:
                server.bind(("localhost", 6000 + number))
            except OSError:
                continue
            server.listen()
            yield number
            return


@pytest.mark.parametrize(
    ("library", "package"),
    [
        ("libEGL.so.1", "libegl1"),
        ("libGL.so.1", "libgl1"),
        ("libgthread-2.0.so.0", "libglib2.0-0"),
        ("libxkbcommon.so.0", "libxkbcommon0"),
        ("libdbus-1.so.3", "libdbus-1-3"),
        ("libfontconfig.so.1", "libfontconfig1"),
        ("libxcb-cursor.so.0", "libxcb-cursor0"),
    ],
)
def test_a_module_without_its_library_names_the_package(library: str, package: str) -> None:
    said = library_trouble(ImportError(f"{library}: {GONE}"))
    assert said == f"Qt needs a system library that is missing; install it with: sudo apt install {package}"


def test_a_library_without_a_known_package_is_named_itself() -> None:
    said = library_trouble(ImportError(f"libwasp++-2.so.4: {GONE}"))
    assert said == "Qt needs the system library libwasp++-2.so.4, which is missing; please install it."


@pytest.mark.parametrize("text", ["No module named 'PySide6'", "libEGL.so.1: undefined symbol: x", ""])
def test_other_import_errors_are_bugs_and_say_nothing_here(text: str) -> None:
    assert library_trouble(ImportError(text)) == ""


@pytest.mark.parametrize(
    ("env", "said"),
    [
        ({}, NO_DISPLAY),
        ({"DISPLAY": ""}, NO_DISPLAY),
        ({"QT_QPA_PLATFORM": "xcb", "WAYLAND_DISPLAY": "wayland-0"}, NO_DISPLAY),
        ({"QT_QPA_PLATFORM": "xcb:trace"}, NO_DISPLAY),
        ({"WAYLAND_DISPLAY": "wayland-0"}, ""),
        ({"QT_QPA_PLATFORM": "offscreen"}, ""),
        ({"QT_QPA_PLATFORM": "minimal:x", "DISPLAY": ":4711"}, ""),
        ({"DISPLAY": ":4711"}, DEAF.format(":4711")),
        ({"DISPLAY": "unix:4711.0"}, DEAF.format("unix:4711.0")),
        ({"DISPLAY": f":{'9' * 200}"}, DEAF.format(":" + "9" * 200)),
        ({"DISPLAY": "localhost:59999"}, DEAF.format("localhost:59999")),
        ({"DISPLAY": "localhost:99999"}, DEAF.format("localhost:99999")),
        ({"DISPLAY": "a..b:0"}, DEAF.format("a..b:0")),
        ({"DISPLAY": "wayland-0"}, DEAF.format("wayland-0")),
    ],
)
def test_the_surroundings_decide(monkeypatch: pytest.MonkeyPatch, env: dict[str, str], said: str) -> None:
    monkeypatch.setattr(display_check, "_plugin_loads", lambda _name: True)
    for name, value in env.items():
        monkeypatch.setenv(name, value)
    assert trouble() == said


@pytest.mark.parametrize("form", ["localhost:{}", "127.0.0.1:{}.0"])
def test_a_display_of_another_machine_may_answer(
    monkeypatch: pytest.MonkeyPatch, far_display: int, form: str
) -> None:
    monkeypatch.setattr(display_check, "_plugin_loads", lambda _name: True)
    monkeypatch.setenv("DISPLAY", form.format(far_display))
    assert trouble() == ""


@pytest.mark.parametrize(
    ("env", "missing", "packages"),
    [
        ({"DISPLAY": ":0"}, {"libxcb-cursor.so.0", "libEGL.so.1"}, "libegl1 libxcb-cursor0"),
        ({}, {"libxcb-cursor.so.0", "libEGL.so.1"}, "libegl1"),
        ({}, {"libglib-2.0.so.0", "libgthread-2.0.so.0"}, "libglib2.0-0"),
        ({"DISPLAY": ":0"}, {"libglib-2.0.so.0", "libgthread-2.0.so.0"}, "libglib2.0-0"),
    ],
)
def test_missing_libraries_come_first_and_each_package_once(
    monkeypatch: pytest.MonkeyPatch, env: dict[str, str], missing: set[str], packages: str
) -> None:
    def loads(library: str) -> bool:
        return not Path(library).is_absolute() and library not in missing

    monkeypatch.setattr(display_check, "_loads", loads)
    for name, value in env.items():
        monkeypatch.setenv(name, value)
    said = f"Qt needs system libraries that are missing; install them with: sudo apt install {packages}"
    assert trouble() == said


def test_a_library_that_is_nowhere_does_not_load() -> None:
    assert not display_check._loads("libnowhere.so.1")


def test_other_systems_bring_what_a_window_needs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "darwin")
    assert trouble() == ""
