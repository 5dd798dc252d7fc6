"""A computer that does not fall asleep during a round, where its system allows that."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from quizapp.ui.rounds import stay_awake
from quizapp.ui.rounds.stay_awake import Release, StayAwake


def test_it_holds_from_begin_to_end() -> None:
    said: list[str] = []

    def hold(reason: str) -> Release:
        said.append(reason)
        return lambda: said.append("released")

    awake = StayAwake(hold)
    states = []
    for reason in ("A round", "Another", "", ""):
        awake.begin(reason) if reason else awake.end()
        states.append(awake.is_active)
    assert states == [True, True, False, False]
    assert said == ["A round", "released"]


def _fails(*_reason: str) -> None:
    raise OSError


@pytest.mark.parametrize("hold", [lambda _reason: None, _fails], ids=["refused", "broken"])
def test_a_system_that_refuses_stops_nothing(hold: stay_awake.Hold) -> None:
    awake = StayAwake(hold)
    awake.begin("A round")
    assert not awake.is_active
    awake.end()


def test_an_end_that_fails_is_an_end() -> None:
    awake = StayAwake(lambda _reason: _fails)
    awake.begin("A round")
    awake.end()
    assert not awake.is_active


@pytest.mark.parametrize("address", ["", "unix:path=/nowhere"])
@pytest.mark.usefixtures("qapp")
def test_without_a_desktop_nobody_is_asked(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    awake = StayAwake()
    awake.begin("A round")
    assert not awake.is_active


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_a_system_without_its_own_means_is_no_trouble(monkeypatch: pytest.MonkeyPatch, platform: str) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setenv("PATH", "/nowhere")
    awake = StayAwake()
    awake.begin("A round")
    assert not awake.is_active


@pytest.mark.skipif(os.name != "posix", reason="needs a script that stands in for a command")
def test_macos_is_kept_awake_by_a_child_that_ends_with_the_round(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    told = tmp_path / "told"
    command = tmp_path / "caffeinate"
    command.write_text(f'#!/bin/sh\necho "$@" > {told}\nexec sleep 60\n')
    command.chmod(0o700)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    monkeypatch.setattr(sys, "platform", "darwin")
    awake = StayAwake()
    awake.begin("A round")
    was_active = awake.is_active
    awake.end()
    assert (was_active, awake.is_active) == (True, False)


SERVICE = """
from PySide6.QtCore import ClassInfo, QCoreApplication, QObject, Slot
from PySide6.QtDBus import QDBusConnection

@ClassInfo({"D-Bus Interface": "org.freedesktop.ScreenSaver"})
class ScreenSaver(QObject):
    @Slot(str, str, result=int)
    def Inhibit(self, who, why):
        print(who, why, sep=": ", flush=True)
        return 7

app, saver, bus = QCoreApplication([]), ScreenSaver(), QDBusConnection.sessionBus()
bus.registerObject("/org/freedesktop/ScreenSaver", saver, QDBusConnection.RegisterOption.ExportAllSlots)
bus.registerService("org.freedesktop.ScreenSaver")
print("ready", flush=True)
app.exec()
"""


@pytest.fixture
def desktop(monkeypatch: pytest.MonkeyPatch) -> Iterator["subprocess.Popen[str]"]:
    """A bus of its own with a screen saver on it; its output says what it was asked."""
    command = ["dbus-daemon", "--session", "--print-address", "--nofork"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as bus:
        assert bus.stdout is not None
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", bus.stdout.readline().strip())
        with subprocess.Popen([sys.executable, "-c", SERVICE], stdout=subprocess.PIPE, text=True) as service:
            try:
                yield service
            finally:
                service.kill()
                bus.terminate()


@pytest.mark.skipif(not shutil.which("dbus-daemon"), reason="needs dbus-daemon")
@pytest.mark.usefixtures("qapp")
def test_a_desktop_on_linux_is_asked_over_its_bus(
    desktop: "subprocess.Popen[str]", monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    assert desktop.stdout is not None
    assert desktop.stdout.readline() == "ready\n"
    awake = StayAwake()
    awake.begin("A round is on")
    was_active = awake.is_active
    awake.end()
    assert (was_active, awake.is_active) == (True, False)
    assert desktop.stdout.readline() == "Product or Service?: A round is on\n"
