"""Another start of the program at the socket of this one."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtNetwork import QLocalSocket

from quizapp.ui.file_message import HEAD, MOST_BYTES, TAKEN, length, unpacked

_PATIENCE = 3000  # ms for all it has to say


class Visitor(QObject):
    """Hears one message; whoever says anything else, or nothing in time, is shown out.

    Args:
        socket: the way to the other start.
        parent: the owner.

    Signals:
        files_given: the other start was told that its files are taken; carries them.
    """

    files_given = Signal(object)

    def __init__(self, socket: QLocalSocket, parent: QObject) -> None:
        super().__init__(parent)
        self._socket = socket
        self._length: int | None = None  # known once the head is here
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self._show_out)
        self._patience.start(_PATIENCE)
        socket.setParent(self)
        socket.setReadBufferSize(HEAD + MOST_BYTES)
        socket.readyRead.connect(self.hear)
        socket.disconnected.connect(self.deleteLater)

    def hear(self) -> None:
        """Hear what has come so far, perhaps before anybody listened."""
        if self._length is None and self._socket.bytesAvailable() >= HEAD:
            self._length = length(bytes(self._socket.read(HEAD).data()))
            if self._length is None:
                self._show_out()
        if self._length is not None and self._socket.bytesAvailable() >= self._length:
            self._take(bytes(self._socket.read(self._length).data()))

    def _take(self, body: bytes) -> None:
        files = unpacked(body)
        if files is None:
            self._show_out()
            return
        self._socket.readyRead.disconnect(self.hear)  # there is one message
        self._socket.write(TAKEN)
        self._socket.flush()
        self.files_given.emit(files)

    def _show_out(self) -> None:
        self._socket.abort()
        self.deleteLater()
