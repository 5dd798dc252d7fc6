"""Two starts in one data folder: one window, which gets all files; who talks otherwise is rejected."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from pytestqt.qtbot import QtBot

from quizapp.ui.shell import single_instance
from quizapp.ui.shell.single_instance import (
    HEAD,
    MOST_BYTES,
    MOST_FILES,
    TAKEN,
    SingleInstance,
    length,
    packed,
    unpacked,
)

ROOT = Path(__file__).parents[3]
START = """
import os, sys, time
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from quizapp.ui.shell import single_instance
folder, mode, *files = sys.argv[1:]
single_instance.ANSWER_WITHIN, single_instance.LISTENS_WITHIN = 1.0, 20.0
app = QGuiApplication([])
here = single_instance.SingleInstance(Path(folder))
if here.is_taken_by_another([Path(file) for file in files]):
    sys.exit(print("handed over"))
def received(paths):
    print(*(path.name for path in paths), sep=",", flush=True)
here.files_received.connect(received)
print("window", here.trouble, flush=True)
if mode == "hangs":
    here.listen()
    time.sleep(60)
QTimer.singleShot(100 if mode == "slow" else 0, here.listen)
QTimer.singleShot(60000, app.quit)
app.exec()
"""

Start = subprocess.Popen[str]


@pytest.fixture
def begin(tmp_path: Path) -> Iterator["Begin"]:
    with ExitStack() as stack:
        begin = Begin(tmp_path / "data")
        yield begin
        for start in begin.starts:
            stack.callback(start.__exit__, None, None, None)
            start.kill()


class Begin:
    """Starts of the program in one data folder, without its pages."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.starts: list[Start] = []

    def __call__(self, *files: str, mode: str = "") -> Start:
        env = os.environ | {"PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
        words = [sys.executable, "-c", START, str(self.folder), mode, *files]
        start = subprocess.Popen(words, env=env, stdout=subprocess.PIPE, text=True, cwd="/")
        self.starts.append(start)
        return start


def says(start: Start) -> str:
    assert start.stdout is not None
    return start.stdout.readline().strip()


def test_a_second_start_hands_its_files_over_and_ends(begin: Begin) -> None:
    first = begin()
    assert says(first) == "window"
    second = begin("one.yaml", "/two.yaml")
    assert (says(second), second.wait()) == ("handed over", 0)
    assert says(first) == "one.yaml,two.yaml"
    third = begin()
    assert (says(third), third.wait(), says(first)) == ("handed over", 0, "")


def test_a_start_that_was_killed_leaves_nothing_in_the_way(begin: Begin) -> None:
    first = begin()
    assert says(first) == "window"
    begin("x").wait()
    first.kill()
    first.wait()
    second = begin()
    assert says(second) == "window"
    assert says(begin("more.yaml")) == "handed over"
    assert says(second) == "more.yaml"


def test_a_window_that_hangs_is_left_alone(begin: Begin) -> None:
    assert says(begin(mode="hangs")) == "window"
    assert says(begin("x.yaml")) == "window The window that is open does not answer, so another one opens."


@pytest.mark.parametrize("was_killed", [False, True])
def test_of_two_starts_at_once_one_has_the_window(begin: Begin, was_killed: bool) -> None:  # noqa: FBT001
    if was_killed:
        before = begin()
        says(before)
        before.kill()
        before.wait()
    starts = [begin(f"{name}.yaml", mode="slow") for name in "ab"]
    said = {says(start): name for start, name in zip(starts, "ab", strict=True)}
    assert set(said) == {"window", "handed over"}
    window = starts["ab".index(said["window"])]
    assert says(window) == f"{said['handed over']}.yaml"


@pytest.fixture
def first(qtbot: QtBot, tmp_path: Path) -> Iterator[SingleInstance]:
    assert qtbot is not None
    first = SingleInstance(tmp_path)
    assert not first.is_taken_by_another([])
    first.listen()
    yield first
    first.close()
    first.deleteLater()


def connected(qtbot: QtBot, first: SingleInstance) -> QLocalSocket:
    socket = QLocalSocket(first)
    socket.connectToServer(first._name)
    qtbot.waitUntil(lambda: socket.state() is QLocalSocket.LocalSocketState.ConnectedState)
    return socket


def is_rejected(qtbot: QtBot, socket: QLocalSocket) -> bool:
    qtbot.waitUntil(lambda: socket.state() is QLocalSocket.LocalSocketState.UnconnectedState)
    return socket.bytesAvailable() == 0


def framed(body: bytes) -> bytes:
    return len(body).to_bytes(HEAD, "big") + body


@pytest.mark.parametrize(
    "said",
    [
        b"GET / HTTP/1.1\r\n\r\n",
        b"\xff\xff\xff\xff",
        (MOST_BYTES + 1).to_bytes(HEAD, "big"),
        framed(b""),
        framed(b"[" * 100_000),
        framed(b'"/a.yaml"'),
        framed(b'["relative.yaml"]'),
        framed(b'["/a\\u0000.yaml"]'),
        framed(b'["/\\ud800.yaml"]'),
        framed(b"[1]"),
        framed(str(["/a"] * (MOST_FILES + 1)).replace("'", '"').encode()),
    ],
)
def test_whoever_sends_anything_else_is_rejected(qtbot: QtBot, first: SingleInstance, said: bytes) -> None:
    with qtbot.assertNotEmitted(first.files_received):
        socket = connected(qtbot, first)
        socket.write(said)
        assert is_rejected(qtbot, socket)


def test_whoever_sends_nothing_or_half_is_rejected_and_others_are_read(
    qtbot: QtBot, first: SingleInstance, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(single_instance, "PATIENCE", 200)
    silent, half, whole = (connected(qtbot, first) for _ in range(3))
    half.write(framed(b'["/a.yaml"]')[:-1])
    with qtbot.waitSignal(first.files_received) as received:
        whole.write(packed([Path("/a.yaml")]) + b"and more")
    assert received.args == [(Path("/a.yaml"),)]
    qtbot.waitUntil(lambda: whole.readAll().data() == TAKEN)
    assert is_rejected(qtbot, silent)
    assert is_rejected(qtbot, half)


def test_a_crowd_is_not_let_in(qtbot: QtBot, first: SingleInstance) -> None:
    crowd = [connected(qtbot, first) for _ in range(single_instance.MOST_CONNECTIONS)]
    assert is_rejected(qtbot, connected(qtbot, first))
    crowd[0].write(packed([]))
    qtbot.waitUntil(lambda: crowd[0].readAll().data() == TAKEN)


def test_a_start_that_is_alone_loads_no_network_before_its_window_is_up(tmp_path: Path) -> None:
    words = f"""
import sys, pathlib
from quizapp.ui.shell.single_instance import SingleInstance
SingleInstance(pathlib.Path({str(tmp_path)!r})).is_taken_by_another([])
sys.exit("PySide6.QtNetwork" in sys.modules)
"""
    assert subprocess.run([sys.executable, "-c", words], cwd=ROOT, check=False).returncode == 0


def test_a_folder_that_cannot_be_made_is_no_hindrance(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    alone = SingleInstance(tmp_path / "file" / "folder")
    assert not alone.is_taken_by_another([])
    assert alone.trouble
    alone.listen()
    assert alone.findChild(QLocalServer) is None
    alone.close()


@pytest.mark.parametrize("left", ["", "0\n", "4711\npython\nanother-name-of-this-computer\n"])
def test_a_lock_that_nobody_here_holds_is_in_the_way_for_a_moment(tmp_path: Path, left: str) -> None:
    (tmp_path / "window.lock").write_text(left, encoding="utf-8")
    alone = SingleInstance(tmp_path)
    began = time.monotonic()
    assert not alone.is_taken_by_another([])
    assert time.monotonic() - began < 2
    assert (alone._lock.isLocked(), alone.trouble) == (True, "")
    alone.close()


def test_a_socket_of_somebody_else_is_not_spoken_to(
    first: SingleInstance, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "getuid", lambda: 4711)
    monkeypatch.setattr(single_instance, "LISTENS_WITHIN", 0.1)
    second = SingleInstance(tmp_path)
    began = time.monotonic()
    assert first._lock.isLocked()
    assert not second.is_taken_by_another([tmp_path])
    assert time.monotonic() - began < 1
    assert "shows no window" in second.trouble


@given(st.lists(st.text(st.characters(exclude_characters="\0"), min_size=1, max_size=9), max_size=120))
def test_a_message_comes_through_as_it_was(names: list[str]) -> None:
    files = [
        Path(f"/{name.encode(errors='surrogatepass').decode(errors='surrogateescape')}") for name in names
    ]
    message = packed(files)
    assert length(message[:HEAD]) == len(message) - HEAD
    assert unpacked(message[HEAD:]) == tuple(files[:MOST_FILES])


@given(st.binary(max_size=200))
def test_nothing_that_is_said_raises(said: bytes) -> None:
    files = unpacked(said)
    assert files is None or all(path.is_absolute() for path in files)
