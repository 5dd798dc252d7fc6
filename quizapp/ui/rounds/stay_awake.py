"""Keeping the computer awake while a round runs, where the system allows it."""

import ctypes
import os
import subprocess
import sys
from collections.abc import Callable

Release = Callable[[], None]
Hold = Callable[[str], Release | None]
"""Asks the system to stay awake for a reason; gives what ends it, or None where it was refused."""

_CONTINUOUS, _SYSTEM, _DISPLAY = 0x80000000, 0x1, 0x2  # SetThreadExecutionState, winbase.h
_BUS, _PATIENCE = "quizapp-awake", 1000  # the connection's name; ms
_SERVICES = (
    ("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"),
    ("org.gnome.ScreenSaver", "/org/gnome/ScreenSaver"),
)


class StayAwake:
    """Inhibits sleep between `begin` and `end`. A system that refuses is no reason to stop a round.

    Args:
        hold: how this system is asked; by default as its kind demands.

    Attributes:
        is_active: whether the system has agreed.
    """

    def __init__(self, hold: Hold | None = None) -> None:
        self._hold = hold or _HOLDS.get(sys.platform, _hold_by_bus)
        self._release: Release | None = None

    @property
    def is_active(self) -> bool:
        """Whether the system stays awake on our behalf."""
        return self._release is not None

    def begin(self, reason: str) -> None:
        """Ask the system to stay awake; a second time changes nothing."""
        if self._release is None:
            try:
                self._release = self._hold(reason)
            except Exception:  # noqa: BLE001 - whatever a system answers, the round goes on
                self._release = None

    def end(self) -> None:
        """Let the system sleep again."""
        release, self._release = self._release, None
        if release is not None:
            try:
                release()
            except Exception:  # noqa: BLE001 - as above; it ends with the program in any case
                return


def _hold_on_windows(_reason: str) -> Release | None:
    kernel = vars(ctypes)["windll"].kernel32  # there on Windows alone
    if not kernel.SetThreadExecutionState(_CONTINUOUS | _SYSTEM | _DISPLAY):
        return None

    def release() -> None:
        kernel.SetThreadExecutionState(_CONTINUOUS)

    return release


def _hold_on_macos(_reason: str) -> Release | None:
    """A child that keeps the display on, and ends by itself when this process does."""
    command = ["caffeinate", "-d", "-i", "-w", str(os.getpid())]
    child = subprocess.Popen(command)  # noqa: S603 - nothing in it comes from outside

    def release() -> None:
        child.terminate()
        child.wait(timeout=_PATIENCE / 1000)

    return release


def _hold_by_bus(reason: str) -> Release | None:
    """Ask the desktop over D-Bus; the request ends with its connection."""
    address = os.environ.get("DBUS_SESSION_BUS_ADDRESS")
    if not address:
        return None  # to look for a bus without an address may start one
    # Only a round needs it, and a system may lack its library.
    from PySide6.QtDBus import QDBusConnection, QDBusMessage  # noqa: PLC0415

    bus = QDBusConnection.connectToBus(address, _BUS)
    for service, path in _SERVICES:
        call = QDBusMessage.createMethodCall(service, path, service, "Inhibit")
        call.setArguments(["Product or Service?", reason])
        answer = bus.call(call, timeout=_PATIENCE)
        if answer.type() == QDBusMessage.MessageType.ReplyMessage:
            return _close_bus
    _close_bus()
    return None


def _close_bus() -> None:
    from PySide6.QtDBus import QDBusConnection  # noqa: PLC0415 - as above

    QDBusConnection.disconnectFromBus(_BUS)


_HOLDS: dict[str, Hold] = {"win32": _hold_on_windows, "darwin": _hold_on_macos}
