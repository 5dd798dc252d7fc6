"""Whether a window can open at all; Qt would abort instead of saying so. Imports no Qt."""

import ctypes
import importlib.util
import os
import re
import socket
import sys
from pathlib import Path

_PACKAGES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-xinerama.so.0": "libxcb-xinerama0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
}
"""Debian's package of each system library that Qt's window needs."""

_NEEDED_OFFSCREEN = (
    "libglib-2.0.so.0",
    "libEGL.so.1",
    "libGL.so.1",
    "libdbus-1.so.3",
    "libfontconfig.so.1",
    "libxkbcommon.so.0",
)
_FIRST_PORT, _PATIENCE = 6000, 3  # where X servers listen for other machines; seconds
_MISSING = re.compile(r"(lib[\w.+-]+\.so[.\d]*): cannot open shared object file")


def trouble() -> str:
    """One sentence that says why no window can open; empty when one can."""
    if sys.platform != "linux":
        return ""
    platform = os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0]
    needs_x = platform == "xcb" or (not platform and not os.environ.get("WAYLAND_DISPLAY"))
    missing = _missing_libraries(with_x=needs_x and bool(os.environ.get("DISPLAY")))
    if missing:
        packages = " ".join(dict.fromkeys(_PACKAGES[name] for name in missing))
        return f"Qt needs system libraries that are missing; install them with: sudo apt install {packages}"
    if needs_x and not os.environ.get("DISPLAY"):
        return "There is no display to open a window on (neither DISPLAY nor WAYLAND_DISPLAY is set)."
    if needs_x and not _answers(os.environ["DISPLAY"]):
        return f"The display {os.environ['DISPLAY']} does not answer, so no window can open."
    return ""


def library_trouble(error: ImportError) -> str:
    """The sentence for a Qt module that could not be loaded; empty when it is not about a library."""
    found = _MISSING.search(str(error))
    if not found:
        return ""
    package = _PACKAGES.get(found[1])
    if package is None:
        return f"Qt needs the system library {found[1]}, which is missing; please install it."
    return f"Qt needs a system library that is missing; install it with: sudo apt install {package}"


def _missing_libraries(*, with_x: bool) -> list[str]:
    """The libraries that cannot be loaded; looks closely only when Qt's own plugin fails to load."""
    needed = _PACKAGES if with_x else _NEEDED_OFFSCREEN
    if _plugin_loads("libqxcb.so" if with_x else "libqoffscreen.so"):
        return []
    return [name for name in needed if not _loads(name)]


def _plugin_loads(name: str) -> bool:
    spec = importlib.util.find_spec("PySide6")
    if spec is None or spec.origin is None:
        return False
    plugin = Path(spec.origin).parent / "Qt" / "plugins" / "platforms" / name
    return plugin.exists() and _loads(str(plugin))


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _answers(display: str) -> bool:
    """Whether an X server listens at a display such as `:0`, `:0.1` or `host:10.0`."""
    host, _, rest = display.rpartition(":")
    number = rest.partition(".")[0]
    if not number.isdecimal():
        return False
    if host and host not in {"unix", "localhost/unix"}:
        return _answers_far(host.strip("[]"), _FIRST_PORT + int(number))
    path = f"/tmp/.X11-unix/X{number}"  # noqa: S108 - where X servers listen
    return _answers_here(path) or _answers_here("\0" + path)


def _answers_here(path: str) -> bool:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as client:
        client.settimeout(_PATIENCE)
        try:
            client.connect(path)
        except OSError:
            return False
    return True


def _answers_far(host: str, port: int) -> bool:
    try:
        socket.create_connection((host, port), _PATIENCE).close()
    except (OSError, ValueError, OverflowError):  # the last two: no such name or port can exist
        return False
    return True
