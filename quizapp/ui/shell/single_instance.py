"""One window a data folder; a second start hands its files over."""

import json
import os
import time
from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject, QSysInfo, QTimer, Signal

from quizapp.domain.digest import hex_digest

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket


MOST_FILES = 100
MOST_BYTES = 2**19
"""The longest message, without its head; a hundred of the longest paths fit in."""

HEAD = 4
"""Bytes in front of a message that hold its length."""

TAKEN = b"taken\n"
"""What the other side answers when it has the files."""


def packed(files: Sequence[Path]) -> bytes:
    """A message with files, the first hundred; their paths are made absolute."""
    body = json.dumps([str(path.absolute()) for path in files[:MOST_FILES]]).encode()
    return len(body).to_bytes(HEAD, "big") + body


def length(head: bytes) -> int | None:
    """The bytes that follow a head; None when there are too many to be a message."""
    told = int.from_bytes(head, "big")
    return told if told <= MOST_BYTES else None


def unpacked(body: bytes) -> tuple[Path, ...] | None:
    """The files in a message without its head; None when it is anything else."""
    try:
        texts = json.loads(body)
    except (ValueError, RecursionError):
        return None
    if not isinstance(texts, list) or len(texts) > MOST_FILES or not all(map(_is_path, texts)):
        return None
    return tuple(Path(text) for text in texts)


def _is_path(text: object) -> bool:
    """Whether the system could have a file of this name, wherever it is asked from."""
    if not isinstance(text, str) or "\0" in text:
        return False
    try:
        os.fsencode(text)
    except UnicodeEncodeError:
        return False
    return Path(text).is_absolute()


ANSWER_WITHIN = 3.0
"""Seconds in which the open window must have taken the files, or this start opens one of its own."""

LISTENS_WITHIN = 8.0
"""Seconds a window may take to open before a second start waits for it no longer."""

LISTENS_ELSEWHERE = 0.5
"""The same where the lock names no process of this computer: another one left it on a shared disk."""

_PAUSE = 0.05
PATIENCE = 3000  # ms in which another start must have said all it has to say
MOST_CONNECTIONS = 8


class SingleInstance(QObject):
    """Decides which start of the program has the window, one for each data folder.

    A lock file says who was first; it is void when its process is gone, however that ended. The
    first start listens at a local socket that only its own user may speak to.

    Args:
        folder: the data folder; it is made if need be.
        parent: the owner.

    Attributes:
        trouble: why files cannot be handed over, as a sentence for the log; empty while they can.

    Signals:
        files_received: another start ended in favour of this one; carries its files, perhaps none.
    """

    files_received = Signal(object)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        with suppress(OSError):  # the store has a sentence for it
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._lock = QLockFile(str(folder / "window.lock"))
        self._lock.setStaleLockTime(0)  # a window may be open for weeks
        self._name = _socket_name(folder)
        self._server: QLocalServer | None = None
        self.trouble = ""

    def is_taken_by_another(self, files: Sequence[Path]) -> bool:
        """Give the files to the window that is open, if there is one; then this start has to end.

        Waits while that window opens. A window that does not answer is left alone, and so is one of
        another user: then this start goes on as if it were the first.
        """
        began = time.monotonic()
        while not self._lock.tryLock(0):
            if self._lock.error() is not QLockFile.LockError.LockFailedError:
                self.trouble = "The data folder cannot be written, so a second start opens its own window."
                return False
            socket = self._connected()
            if socket is not None:
                return self._is_given(socket, files)
            if time.monotonic() > began + self._patience():
                self._take_over()
                return False
            time.sleep(_PAUSE)
        return False

    def listen(self) -> None:
        """Take files from later starts, if this start was the first; call it when the window is up."""
        if not self._lock.isLocked() or self._server is not None:
            return
        from PySide6.QtNetwork import QLocalServer  # noqa: PLC0415 - the window need not wait for it

        QLocalServer.removeServer(self._name)  # left over where a window was killed
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._welcome)
        if not self._server.listen(self._name):
            self.trouble = f"Later starts cannot be heard: {self._server.errorString()}."

    def close(self) -> None:
        """Let the next start be the first."""
        if self._server is not None:
            self._server.close()
        self._lock.unlock()

    # -- the second start ----------------------------------------------------------------------

    def _patience(self) -> float:
        """Seconds to wait for the window of whoever has the lock."""
        process, host, _ = self._lock.getLockInfo()
        is_here = process and host == QSysInfo.machineHostName()
        return LISTENS_WITHIN if is_here else LISTENS_ELSEWHERE

    def _take_over(self) -> None:
        """Take a lock that no process of this computer holds, such as one from before it was renamed."""
        if not (self._lock.removeStaleLockFile() and self._lock.tryLock(0)):
            self.trouble = "Another start has the data folder and shows no window; this one goes on."

    def _connected(self) -> "QLocalSocket | None":
        """A way to the window that is open; None while it does not listen, or is not this user's."""
        from PySide6.QtNetwork import QLocalSocket  # noqa: PLC0415 - only a second start comes here

        socket = QLocalSocket()
        socket.connectToServer(self._name)
        is_open = socket.waitForConnected(round(1000 * ANSWER_WITHIN))
        return socket if is_open and _is_ours(socket.fullServerName()) else None

    def _is_given(self, socket: "QLocalSocket", files: Sequence[Path]) -> bool:
        deadline = time.monotonic() + ANSWER_WITHIN
        socket.write(packed(files))
        while socket.bytesAvailable() < len(TAKEN):
            left = round(1000 * (deadline - time.monotonic()))
            if left <= 0 or not socket.waitForReadyRead(left):
                self.trouble = "The window that is open does not answer, so another one opens."
                return False
        return bytes(socket.readAll().data()) == TAKEN

    # -- the first start -----------------------------------------------------------------------

    def _welcome(self) -> None:
        server = self._server
        while server is not None and (socket := server.nextPendingConnection()) is not None:
            socket.disconnected.connect(socket.deleteLater)
            if len(server.findChildren(type(socket))) > MOST_CONNECTIONS:
                _reject(socket)
                continue
            socket.setReadBufferSize(HEAD + MOST_BYTES)
            socket.readyRead.connect(partial(self._read, socket))
            patience = QTimer(socket)
            patience.setSingleShot(True)
            patience.timeout.connect(partial(_reject, socket))
            patience.start(PATIENCE)
            self._read(socket)  # what has come before anybody listened

    def _read(self, socket: "QLocalSocket") -> None:
        """Take a message once all of it is there; a peer that sends anything else is cut off."""
        if socket.bytesAvailable() < HEAD:
            return
        size = length(bytes(socket.peek(HEAD).data()))
        if size is None:
            _reject(socket)
        elif socket.bytesAvailable() >= HEAD + size:
            socket.readyRead.disconnect()  # there is one message
            files = unpacked(bytes(socket.read(HEAD + size).data())[HEAD:])
            if files is None:
                _reject(socket)
                return
            socket.write(TAKEN)
            socket.flush()
            self.files_received.emit(files)


def _reject(socket: "QLocalSocket") -> None:
    """Say nothing more to another start, or to whoever it is."""
    socket.abort()
    socket.deleteLater()


def _socket_name(folder: Path) -> str:
    """The name of the socket of a data folder, whatever way leads there."""
    place = os.fsencode(os.path.realpath(folder))
    return f"product-or-service-{hex_digest(place)[:32]}"


def _is_ours(socket: str) -> bool:
    """Whether this user has made a socket: anybody may make one of its name first."""
    if os.name == "nt":  # where the system itself lets nobody else in
        return True
    with suppress(OSError):
        return Path(socket).stat().st_uid == os.getuid()
    return False
