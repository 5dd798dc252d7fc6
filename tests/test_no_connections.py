"""The program talks to nobody, and opens no file that is none of its business."""

import os
import re
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

from tests import no_network

ROOT = Path(__file__).resolve().parent.parent
SYSTEM = ("/usr/", "/lib", "/etc/", "/proc/", "/sys/", "/dev/", "/var/cache/fontconfig", "/var/lib/dbus")
OPENED = re.compile(r'open(?:at)?\([^"]*"(?P<path>[^"]+)"[^"]*\) = \d')


@pytest.mark.parametrize(
    ("event", "arguments", "host"),
    [
        ("socket.connect", (None, ("203.0.113.7", 9)), "203.0.113.7"),
        ("socket.bind", (None, ("0.0.0.0", 9)), "0.0.0.0"),  # noqa: S104 - nothing is bound
        ("socket.getaddrinfo", ("example.invalid", 443, 0, 0, 0), "example.invalid"),
        ("socket.connect", (None, ("::1", 6000, 0, 0)), ""),
        ("socket.connect", (None, b"/tmp/.X11-unix/X0"), ""),
        ("socket.connect", (None, "/run/user/0/wayland-0"), ""),
        ("socket.__new__", (None, 2, 1, 0), ""),
    ],
)
def test_reaching_for_another_computer_is_noticed(
    event: str, arguments: tuple[object, ...], host: str
) -> None:
    sys.audit(event, *arguments)
    assert no_network.reached == ([f"{event} {host}"] if host else [])
    no_network.reached.clear()


def installation() -> tuple[str, ...]:
    """Where Python, Qt and the program lie, by every name that leads there."""
    positions = [sys.prefix, sys.base_prefix, *sysconfig.get_paths().values(), str(ROOT)]
    return tuple({path for position in positions for path in (position, os.path.realpath(position))})


def traced(folder: Path) -> list[str]:
    """What a program asks the system for that is started with nothing, and closed again."""
    kept = {"PATH": os.environ["PATH"], "HOME": str(folder), "TMPDIR": str(folder), "PYTHONPATH": str(ROOT)}
    trace = ["strace", "-f", "-qq", "-e", "trace=connect,socket,bind,sendto,open,openat", "-o", "trace"]
    child = [sys.executable, "-B", "-m", "benchmarks.faults.window_child", "1", "leave"]
    env = kept | {"QT_QPA_PLATFORM": "offscreen"}
    subprocess.run(trace + child, cwd=folder, env=env, check=True, capture_output=True)
    return (folder / "trace").read_text("utf-8", "replace").splitlines()


@pytest.mark.skipif(shutil.which("strace") is None, reason="needs strace")
def test_the_program_connects_to_nobody_and_opens_only_what_is_its_own(tmp_path: Path) -> None:
    calls = traced(tmp_path)
    assert [call for call in calls if "AF_INET" in call] == []
    opened = {found["path"] for call in calls if (found := OPENED.search(call))}
    allowed = (*installation(), *SYSTEM, str(tmp_path))
    assert any("attempts.sqlite" in path for path in opened)
    assert {path for path in opened if path[0] == "/" and not path.startswith(allowed)} == set()
