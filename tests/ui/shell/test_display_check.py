"""A window that cannot open says why, and what to install."""

import socket
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from quizapp.ui.shell import display_check
from quizapp.ui.shell.display_check import library_trouble, trouble

GONE = "cannot open shared object file: No such file or directory"
NO_DISPLAY = "There is no display to open a window on (neither DISPLAY nor WAYLAND_DISPLAY is set)."
DEAF = "The display {} does not answer, so no window can open."
REFUSED = "The display {} refuses the connection, so no window can open."
DEAF_WAYLAND = "The Wayland display {} does not answer, so no window can open."
UNSET = "There is no display to open a window on ({} is not set)."
VARIABLES = (
    "DISPLAY",
    "WAYLAND_DISPLAY",
    "WAYLAND_SOCKET",
    "XDG_RUNTIME_DIR",
    "XDG_SESSION_TYPE",
    "QT_QPA_PLATFORM",
    "QT_QPA_PLATFORM_PLUGIN_PATH",
    "QT_PLUGIN_PATH",
)
# X11 protocol: success, version 11.0, eight words, in which byte 28 counts the screens.
WELCOME = b"\1\0\x0b\0\0\0\x08\0" + bytes(20) + b"\1" + bytes(11)
NO_SCREEN = WELCOME.replace(b"\1" + bytes(11), bytes(12))
REFUSAL = b"\0\3\x0b\0\0\0\1\0" + b"No\n\0"  # failed, three letters of reason in one word


@pytest.fixture(autouse=True)
def _on_linux(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def _loading(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every library is there, whatever this machine lacks."""
    monkeypatch.setattr(display_check, "_load_error", lambda _library: "")


@pytest.fixture
def x_server() -> Iterator[socket.socket]:
    """A socket at localhost where clients look for a display."""
    for number in range(700, 800):
        with socket.socket() as server:
            try:
                server.bind(("localhost", 6000 + number))
            except OSError:
                continue
            server.listen()
            yield server
            return


def answer(server: socket.socket, reply: bytes) -> str:
    """Let the server reply to whoever says something, and tell its display's number."""

    def serve() -> None:
        for _ in range(5):
            client, _address = server.accept()
            with client:
                if client.recv(4096):  # an empty call only asked whether someone listens
                    client.sendall(reply)
                    return

    threading.Thread(target=serve, daemon=True).start()
    return str(server.getsockname()[1] - 6000)


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


@pytest.mark.usefixtures("_loading")
@pytest.mark.parametrize(
    ("env", "said"),
    [
        ({}, NO_DISPLAY),
        ({"DISPLAY": ""}, NO_DISPLAY),
        ({"QT_QPA_PLATFORM": "xcb", "WAYLAND_DISPLAY": "wayland-0"}, UNSET.format("DISPLAY")),
        ({"QT_QPA_PLATFORM": "xcb:trace"}, NO_DISPLAY),
        ({"QT_QPA_PLATFORM": "wayland", "DISPLAY": ":0"}, UNSET.format("WAYLAND_DISPLAY")),
        ({"QT_QPA_PLATFORM": "wayland-egl"}, NO_DISPLAY),
        ({"XDG_SESSION_TYPE": "wayland"}, NO_DISPLAY),
        ({"XDG_SESSION_TYPE": "wayland", "DISPLAY": ":4711"}, DEAF.format(":4711")),
        ({"WAYLAND_DISPLAY": "wayland-0"}, DEAF_WAYLAND.format("wayland-0")),
        ({"WAYLAND_DISPLAY": "/nowhere/w"}, DEAF_WAYLAND.format("/nowhere/w")),
        ({"WAYLAND_DISPLAY": "w", "WAYLAND_SOCKET": "98765"}, DEAF_WAYLAND.format("w")),
        ({"WAYLAND_DISPLAY": "w", "WAYLAND_SOCKET": "none"}, DEAF_WAYLAND.format("w")),
        ({"WAYLAND_DISPLAY": "w", "DISPLAY": ":4711"}, DEAF.format(":4711")),
        ({"QT_QPA_PLATFORM": "offscreen"}, ""),
        ({"QT_QPA_PLATFORM": "wobble;XCB:a=b;Offscreen"}, ""),
        ({"QT_QPA_PLATFORM": "wobble", "QT_PLUGIN_PATH": "/elsewhere"}, ""),
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
    for name, value in env.items():
        monkeypatch.setenv(name, value)
    assert trouble() == said


@pytest.mark.parametrize("asked", ["wobble", "wobble:x;libq", "/etc/passwd", ";", ":"])
def test_a_platform_nobody_knows_is_named_with_those_there_are(
    monkeypatch: pytest.MonkeyPatch, asked: str
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", asked)
    said = trouble()
    assert said.startswith(f"QT_QPA_PLATFORM={asked} names no platform that this Qt has; it has ")
    assert {"minimal", "offscreen", "xcb"} <= set(said.removesuffix(".").partition("it has ")[2].split(", "))


@pytest.mark.usefixtures("_loading")
@pytest.mark.parametrize("env", [{}, {"XDG_SESSION_TYPE": "wayland"}, {"DISPLAY": ":4711"}])
def test_a_wayland_display_that_answers_is_enough(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, env: dict[str, str]
) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.chdir(tmp_path)  # the path of a socket must be short, its name here is
    for name, value in env.items():
        monkeypatch.setenv(name, value)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("wayland-0")
        server.listen()
        if "XDG_SESSION_TYPE" not in env:
            monkeypatch.setenv("WAYLAND_DISPLAY", str(tmp_path / "wayland-0") if env else "wayland-0")
        assert trouble() == ""


@pytest.mark.usefixtures("_loading")
def test_a_wayland_socket_may_be_handed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "wayland")
    ours, theirs = socket.socketpair()
    with ours, theirs:
        monkeypatch.setenv("WAYLAND_SOCKET", str(theirs.fileno()))
        assert trouble() == ""


@pytest.mark.usefixtures("_loading")
@pytest.mark.parametrize("form", ["localhost:{}", "127.0.0.1:{}.0", "tcp/localhost:{}", ":{}"])
@pytest.mark.parametrize(("reply", "said"), [(WELCOME, ""), (NO_SCREEN, REFUSED), (REFUSAL, REFUSED)])
def test_an_x_server_decides_whom_it_lets_in(
    monkeypatch: pytest.MonkeyPatch, x_server: socket.socket, form: str, reply: bytes, said: str
) -> None:
    display = form.format(answer(x_server, reply))
    monkeypatch.setenv("DISPLAY", display)
    assert trouble() == said.format(display)


@pytest.mark.parametrize(
    ("env", "missing", "packages"),
    [
        ({"QT_QPA_PLATFORM": "xcb"}, {"libxcb-cursor.so.0", "libEGL.so.1"}, "libegl1"),
        ({"QT_QPA_PLATFORM": "offscreen"}, {"libX11.so.6"}, "libx11-6"),
        ({"DISPLAY": "tcp/localhost:4711"}, {"libxcb.so.1", "libxcb-cursor.so.0"}, "libxcb-cursor0 libxcb1"),
        ({"WAYLAND_DISPLAY": "w"}, {"libwayland-client.so.0", "libEGL.so.1"}, "libegl1"),
        (
            {"QT_QPA_PLATFORM": "wayland", "WAYLAND_SOCKET": "{fd}"},
            {"libwayland-client.so.0"},
            "libwayland-client0",
        ),
        ({}, {"libglib-2.0.so.0", "libgthread-2.0.so.0"}, "libglib2.0-0"),
    ],
)
def test_missing_libraries_come_first_and_each_package_once(
    monkeypatch: pytest.MonkeyPatch, env: dict[str, str], missing: set[str], packages: str
) -> None:
    def load_error(library: str) -> str:
        return GONE if Path(library).is_absolute() or library in missing else ""

    monkeypatch.setattr(display_check, "_load_error", load_error)
    with socket.socket() as handed:
        for name, value in env.items():
            monkeypatch.setenv(name, value.format(fd=handed.fileno()))
        said = f"Qt needs system libraries that are missing; install them with: sudo apt install {packages}"
        assert trouble() == said


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (
            f"libwasp.so.4: {GONE}",
            "Qt needs the system library libwasp.so.4, which is missing; please install it.",
        ),
        ("libc.so.6: too old", "Qt cannot load its part for minimal (libc.so.6: too old)."),
    ],
)
def test_a_plugin_that_lacks_something_unknown_repeats_the_loader(
    monkeypatch: pytest.MonkeyPatch, error: str, said: str
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "minimal")
    monkeypatch.setattr(display_check, "_load_error", lambda name: error if Path(name).is_absolute() else "")
    assert trouble() == said


def test_the_loader_says_what_does_not_load(tmp_path: Path) -> None:
    empty = tmp_path / "libqempty.so"
    empty.touch()
    assert "libnowhere.so.1" in display_check._load_error("libnowhere.so.1")
    assert "too short" in display_check._load_error(str(empty))
    assert display_check._load_error("libc.so.6") == ""


def test_a_qt_of_the_system_keeps_its_plugins_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.path", [])
    monkeypatch.delitem(sys.modules, "PySide6", raising=False)
    monkeypatch.setenv("QT_QPA_PLATFORM", "wobble")
    assert trouble() == ""


def test_other_systems_bring_what_a_window_needs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "darwin")
    assert trouble() == ""
