"""A desktop of its own: a display, a session bus with the accessibility bus, the program and a reader."""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

ROOT = Path(__file__).parents[2]
SYSTEM_PYTHON = "/usr/bin/python3"  # the one that Debian's python3-gi belongs to
_TOOLS = ("Xvfb", "xrandr", "dbus-daemon", "openbox")
_IMPORT = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
_QUIET = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
_START, _ANSWER = 30.0, 10.0  # s


def missing() -> str:
    """What this machine lacks for a screen reader; empty for nothing."""
    if sys.platform != "linux":
        return "AT-SPI is the accessibility of Linux desktops"
    if absent := [tool for tool in _TOOLS if shutil.which(tool) is None]:
        return f"not installed: {', '.join(absent)}"
    if not Path("/usr/libexec/at-spi-bus-launcher").exists():
        return "not installed: at-spi2-core"
    can = subprocess.run([SYSTEM_PYTHON, "-c", _IMPORT], capture_output=True, check=False)
    return "" if can.returncode == 0 else "not installed: python3-gi, gir1.2-atspi-2.0"


@dataclass(frozen=True, slots=True)
class Node:
    """A part of the tree as a reader finds it; `text` is None where it cannot be read word by word."""

    depth: int
    role: str
    name: str
    description: str
    states: list[str]
    text: str | None


@dataclass(frozen=True, slots=True)
class Heard:
    """An event on the bus."""

    type: str
    on: int
    role: str
    name: str
    description: str
    data: str

    @property
    def spoken(self) -> str:
        """What a screen reader says of it: a window, what has the focus, what is announced; else nothing."""
        if self.type.startswith("object:announcement"):
            return self.data
        if self.type.startswith("window:activate"):
            return f"{self.name}. {self.role}"
        if self.type.startswith("object:state-changed:focused") and self.on:
            return ". ".join(part for part in (self.name, self.role, self.description) if part)
        return ""


class Reader:
    """The screen reader of one program."""

    def __init__(self, asks: IO[str], answers: IO[str], log: Path) -> None:
        self._asks, self._answers = asks, answers
        self.log = log
        self.everything: list[Heard] = []
        """All that was heard since the start."""

    def _ask(self, *request: object) -> Any:
        self._asks.write(json.dumps(request) + "\n")
        self._asks.flush()
        return json.loads(self._answers.readline())

    def _note(self, events: list[dict[str, Any]]) -> list[Heard]:
        heard = [Heard(**event) for event in events]
        self.everything += heard
        return heard

    def wait_until_ready(self) -> None:
        """Wait for the program's window."""
        end = time.monotonic() + _START
        while not self._ask("ready"):
            assert time.monotonic() < end, "no window"
        self.settle()

    def press(self, *keys: str) -> list[Heard]:
        """Press keys one after the other; returns what was heard."""
        return [each for key in keys for each in self._note(self._ask("press", key))]

    def said(self, *keys: str, of: str = "") -> str:
        """Press keys, each once the one before was answered; returns what was said last.

        Args:
            keys: each of them must lead to something that is said.
            of: words that stand in it.
        """
        last = ""
        for key in keys:
            heard, end = spoken(self.press(key)), time.monotonic() + _ANSWER
            while not any(of in each for each in heard):
                assert time.monotonic() < end, f"{heard} was said to {key}"
                heard += spoken(self.settle())
            last = [each for each in heard if of in each][-1]
        return last

    def settle(self) -> list[Heard]:
        """Wait until nothing more happens; returns what was heard."""
        return self._note(self._ask("settle"))

    def tree(self, *, hidden: bool = False) -> list[Node]:
        """All parts of the program, with those that are not shown where they are asked for."""
        return [Node(**node) for node in self._ask("tree", hidden)]

    def focus(self) -> Node:
        """What has the keyboard."""
        return next(node for node in self.tree() if "FOCUSED" in node.states)

    def text(self, unit: str) -> dict[str, Any]:
        """The word or line at the caret of what has the focus, as `at`, with `caret` and `all`."""
        found = self._ask("text", unit)
        assert found is not None, "what has the focus is no text"
        return dict(found)


def spoken(heard: list[Heard]) -> list[str]:
    """What a screen reader says of events."""
    return [each.spoken for each in heard if each.spoken]


@contextmanager
def _running(command: list[str], env: dict[str, str], **how: Any) -> Iterator[subprocess.Popen[str]]:
    """A process that ends with the block."""
    with subprocess.Popen(command, env=env, text=True, cwd=ROOT, **how) as process:
        try:
            yield process
        finally:
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()


@contextmanager
def _display(env: dict[str, str], screens: int) -> Iterator[dict[str, str]]:
    """A display with a window manager, which gives windows the keyboard; yields what leads there.

    Args:
        env: what leads there is added to it.
        screens: how many it has, side by side, each of 1280 x 800 px.
    """
    end, begin = os.pipe()
    size = f"{1280 * screens}x800x24"
    screen = ["Xvfb", "-displayfd", str(begin), "-screen", "0", size, "-nolisten", "tcp", "-noreset"]
    with _running(screen, env, pass_fds=(begin,), **_QUIET):
        os.close(begin)
        with os.fdopen(end) as number:
            there = env | {"DISPLAY": f":{number.readline().strip()}"}
        for each in range(screens if screens > 1 else 0):
            area = f"1280/340x800/212+{1280 * each}+0"
            output = "none" if each else "screen"
            command = ["xrandr", "--setmonitor", f"screen{each}", area, output]
            subprocess.run(command, env=there, check=True, capture_output=True)
        with _running(["openbox"], there, **_QUIET):
            yield there


@contextmanager
def _bus(env: dict[str, str]) -> Iterator[dict[str, str]]:
    """A session bus, which starts the accessibility bus at the first question; yields what leads there."""
    command = ["dbus-daemon", "--session", "--nofork", "--print-address"]
    with _running(command, env, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as bus:
        assert bus.stdout is not None
        yield env | {"DBUS_SESSION_BUS_ADDRESS": bus.stdout.readline().strip()}


@contextmanager
def _reader(env: dict[str, str], log: Path) -> Iterator[Reader]:
    """A screen reader that listens."""
    script = [SYSTEM_PYTHON, str(Path(__file__).with_name("reader.py"))]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
    with _running(script, env, **pipes) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        reader = Reader(process.stdin, process.stdout, log)
        reader.settle()  # it listens once it answers
        yield reader


@contextmanager
def reading(folder: Path, files: list[Path], screens: int = 1) -> Iterator[Reader]:
    """The real program with these banks, and a screen reader that was there before it.

    Args:
        folder: for all that is written.
        files: the banks it opens.
        screens: how many the desktop has.
    """
    runtime, data = folder / "runtime", folder / "data"
    runtime.mkdir(mode=0o700)
    env = {name: value for name, value in os.environ.items() if name not in ("QT_QPA_PLATFORM", "DISPLAY")}
    env |= {"XDG_RUNTIME_DIR": str(runtime), "HOME": str(folder), "LC_ALL": "C.UTF-8"}
    env |= {"GSETTINGS_BACKEND": "memory"}  # the machine's own settings stay as they are
    program = [sys.executable, "-m", "quizapp", "--data-dir", str(data), *map(str, files)]
    with ExitStack() as stack:
        env = stack.enter_context(_display(env, screens))
        env = stack.enter_context(_bus(env))
        reader = stack.enter_context(_reader(env, data / "error.log"))
        stack.enter_context(_running(program, env | {"QT_QPA_PLATFORM": "xcb"}, **_QUIET))
        reader.wait_until_ready()
        yield reader
