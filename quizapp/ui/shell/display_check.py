"""Whether a window can open at all; Qt would abort instead of saying so. Imports no Qt."""

import ctypes
import importlib.util
import os
import re
import stat
import sys
from pathlib import Path

_FOR_ALL = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libX11.so.6": "libx11-6",
}
_FOR_X = {
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
}
_FOR_WAYLAND = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
}
_PACKAGES = _FOR_ALL | _FOR_X | _FOR_WAYLAND
"""Debian's package of each system library that Qt's window needs."""

_NEEDED = {"xcb": _FOR_ALL | _FOR_X, "wayland": _FOR_ALL | _FOR_WAYLAND}
_FIRST_PORT, _PATIENCE = 6000, 3  # where X servers listen for other machines; seconds
_SCREENS = 28  # the byte of an X server's welcome that counts its screens (X11 protocol, chapter 8)
_MISSING = re.compile(r"(lib[\w.+-]+\.so[.\d]*): cannot open shared object file")


def trouble() -> str:
    """One sentence that says why no window can open; empty when one can."""
    if sys.platform != "linux":
        return ""
    plugins = _plugins()
    asked = _platforms()
    # Where Qt looks in other folders too, any name may be right.
    known = [name for name in asked if _plugin_of(name, plugins)] if _complete(plugins) else asked
    if not known:
        value, names = os.environ["QT_QPA_PLATFORM"], ", ".join(sorted(plugins)) or "others"
        return f"QT_QPA_PLATFORM={value} names no platform that this Qt has; it has {names}."
    displays, libraries = [], []
    for name in known:  # no further than the first that works: to ask X may start a server
        display = _display_trouble(name)
        # Without a display, offscreen still tells what every platform lacks: that comes first to install.
        library = _plugin_trouble("offscreen" if display else name, plugins)
        if not display and not library:
            return ""
        displays.append(display)
        libraries += [library] if library else []
    return libraries[-1] if libraries else displays[-1]


def library_trouble(error: ImportError) -> str:
    """The sentence for a Qt module that could not be loaded; empty when it is not about a library."""
    found = _MISSING.search(str(error))
    if not found:
        return ""
    package = _PACKAGES.get(found[1])
    if package is None:
        return f"Qt needs the system library {found[1]}, which is missing; please install it."
    return f"Qt needs a system library that is missing; install it with: sudo apt install {package}"


def _platforms() -> list[str]:
    """The platforms Qt would try, in its order: `QT_QPA_PLATFORM=a:option;b`, or those with a display."""
    asked = os.environ.get("QT_QPA_PLATFORM", "")
    if asked:
        parts = (part.strip(":").partition(":")[0].lower() for part in asked.split(";"))
        return [name for name in parts if name]
    wayland = os.environ.get("WAYLAND_DISPLAY") or os.environ.get("XDG_SESSION_TYPE") == "wayland"
    found = ["wayland"] if wayland else []
    return [*found, "xcb"] if os.environ.get("DISPLAY") else found or ["xcb"]


def _plugins() -> dict[str, Path]:
    """The file of each platform in PySide6's own folder; empty where a system's Qt keeps them elsewhere."""
    spec = importlib.util.find_spec("PySide6")
    if spec is None or spec.origin is None:
        return {}
    folder = Path(spec.origin).parent / "Qt" / "plugins" / "platforms"
    return {file.stem.removeprefix("libq"): file for file in folder.glob("libq*.so")}


def _complete(plugins: dict[str, Path]) -> bool:
    elsewhere = os.environ.get("QT_QPA_PLATFORM_PLUGIN_PATH") or os.environ.get("QT_PLUGIN_PATH")
    return bool(plugins) and not elsewhere


def _plugin_of(name: str, plugins: dict[str, Path]) -> Path | None:
    if name in plugins or _family(name) != "wayland":
        return plugins.get(name)
    # One file serves several names; of two files, wayland-generic needs less than wayland-egl.
    return max((file for key, file in plugins.items() if _family(key) == "wayland"), default=None)


def _family(name: str) -> str:
    return name.partition("-")[0]


def _plugin_trouble(name: str, plugins: dict[str, Path]) -> str:
    """Looks closely, library by library, only when Qt's own plugin fails to load."""
    plugin = _plugin_of(name, plugins)
    error = _load_error(str(plugin)) if plugin else ""
    if not error:
        return ""
    missing = [library for library in _NEEDED.get(_family(name), _FOR_ALL) if _load_error(library)]
    if missing:
        packages = " ".join(dict.fromkeys(_PACKAGES[library] for library in missing))
        return f"Qt needs system libraries that are missing; install them with: sudo apt install {packages}"
    return library_trouble(ImportError(error)) or f"Qt cannot load its part for {name} ({error})."


def _load_error(library: str) -> str:
    """What the loader says against a library; empty when it loads."""
    try:
        ctypes.CDLL(library)
    except OSError as error:
        return str(error)
    return ""


def _display_trouble(name: str) -> str:
    """Why a platform has no display to draw on; only X and Wayland need one."""
    if _family(name) not in {"xcb", "wayland"}:
        return ""
    variable = "DISPLAY" if name == "xcb" else "WAYLAND_DISPLAY"
    sentence = _x_trouble() if name == "xcb" else _wayland_trouble()
    if not sentence or os.environ.get(variable):
        return sentence
    if os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        return f"There is no display to open a window on ({variable} is not set)."
    return "There is no display to open a window on (neither DISPLAY nor WAYLAND_DISPLAY is set)."


def _wayland_trouble() -> str:
    """Looks where libwayland does: an open socket handed over, or a path under the runtime folder."""
    name = os.environ.get("WAYLAND_DISPLAY", "wayland-0")
    path = Path(os.environ.get("XDG_RUNTIME_DIR", ""), name)
    handed = os.environ.get("WAYLAND_SOCKET")
    if _is_socket(handed) if handed else path.is_absolute() and _answers_here(str(path)):
        return ""
    return f"The Wayland display {name} does not answer, so no window can open."


def _is_socket(descriptor: str) -> bool:
    try:
        return stat.S_ISSOCK(os.fstat(int(descriptor)).st_mode)
    except (OSError, ValueError, OverflowError):
        return False


def _x_trouble() -> str:
    """Asks a server of this machine once only: one whose only client leaves starts over."""
    display = os.environ.get("DISPLAY", "")
    far = not display.startswith((":", "unix:"))
    deaf = f"The display {display} does not answer, so no window can open."
    if far and not _answers(display):  # libxcb would wait for minutes
        return deaf
    if _accepts(display):
        return ""
    if far or _answers(display):
        return f"The display {display} refuses the connection, so no window can open."
    return deaf


def _answers(display: str) -> bool:
    """Whether an X server listens at a display such as `:0`, `:0.1` or `host:10.0`."""
    if "/" in display:  # a protocol or a path, which only libxcb can follow
        return True
    host, _, rest = display.rpartition(":")
    number = rest.partition(".")[0]
    if not number.isdecimal():
        return False
    port = _FIRST_PORT + int(number)
    if host not in {"", "unix"}:
        return _answers_far(host.strip("[]"), port)
    path = f"/tmp/.X11-unix/X{number}"  # noqa: S108 - where X servers listen
    here = _answers_here(path) or _answers_here("\0" + path)
    return here or (not host and _answers_far("localhost", port))


def _answers_here(path: str) -> bool:
    import socket  # noqa: PLC0415 - hardly any start needs it, and it is slow

    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as client:
        client.settimeout(_PATIENCE)
        try:
            client.connect(path)
        except OSError:
            return False
    return True


def _answers_far(host: str, port: int) -> bool:
    import socket  # noqa: PLC0415 - as above

    try:
        socket.create_connection((host, port), _PATIENCE).close()
    except (OSError, ValueError, OverflowError):  # the last two: no such name or port can exist
        return False
    return True


def _accepts(display: str) -> bool:
    """Whether the X server lets this user in, and has the screen; libxcb knows the proofs it asks for."""
    if _load_error("libxcb.so.1"):  # soon missed by name, with the plugin that needs it
        return True
    xcb = ctypes.CDLL("libxcb.so.1")
    connection_type = ctypes.c_void_p
    xcb.xcb_connect.restype = connection_type
    xcb.xcb_connect.argtypes = [ctypes.c_char_p, ctypes.POINTER(ctypes.c_int)]
    xcb.xcb_get_setup.restype = ctypes.POINTER(ctypes.c_uint8)
    for function in (xcb.xcb_connection_has_error, xcb.xcb_get_setup, xcb.xcb_disconnect):
        function.argtypes = [connection_type]
    screen = ctypes.c_int()
    connection = xcb.xcb_connect(os.fsencode(display), screen)
    if xcb.xcb_connection_has_error(connection) or screen.value >= xcb.xcb_get_setup(connection)[_SCREENS]:
        xcb.xcb_disconnect(connection)
        return False
    # Held until the program ends: a server whose only client leaves starts over, or ends, before Qt comes.
    return True
