"""Reading a bank without holding up the window."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QThread, Signal

from quizapp.domain.errors import QuizError
from quizapp.domain.problem import Reading
from quizapp.ui.overriding import override

Reader = Callable[[Path, Callable[[float], None]], Reading]


class _StoppedError(Exception):
    """Nobody waits for the file any more."""


class _Worker(QThread):
    """Reads one file in a thread of its own."""

    progressed = Signal(object)

    def __init__(self, read: Reader, path: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._read = read
        self._path = path
        self.result: Reading | BaseException | None = None
        self._stopped = False

    @override
    def run(self) -> None:
        """Read; a bug is carried to the window's thread instead of dying here."""
        try:
            self.result = self._read(self._path, self._progress)
        except _StoppedError:
            self.result = None
        except Exception as error:  # noqa: BLE001 - raised again in BankLoading._take
            self.result = error

    def stop(self) -> None:
        """Give up at the next word of progress."""
        self._stopped = True

    def _progress(self, part: float) -> None:
        if self._stopped:
            raise _StoppedError
        self.progressed.emit(part)


class BankLoading(QObject):
    """Reads one bank after the other, in the order asked.

    Signals:
        loaded: a file was read; carries the `Reading`.
        progressed: how much of the current file is read, 0 to 1.
        troubled: reading ended in expected trouble; carries a sentence.
    """

    loaded = Signal(object)
    progressed = Signal(object)
    troubled = Signal(object)

    def __init__(self, read: Reader, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._read = read
        self._waiting: list[Path] = []
        self._worker: _Worker | None = None
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.stop)  # a thread that outlived the window would abort the program

    @property
    def is_busy(self) -> bool:
        """Whether a file is being read or waits."""
        return self._worker is not None

    def load(self, path: Path) -> None:
        """Read a file soon; one that waits already waits once."""
        if path not in self._waiting:
            self._waiting.append(path)
        if self._worker is None:
            self._next()

    def stop(self) -> None:
        """Forget what waits, and wait for the file being read."""
        self._waiting.clear()
        if self._worker is not None:
            self._worker.finished.disconnect(self._take)
            self._worker.stop()
            self._worker.wait()
            self._worker = None

    def _next(self) -> None:
        self._worker = _Worker(self._read, self._waiting.pop(0), self)
        self._worker.progressed.connect(self.progressed)
        self._worker.finished.connect(self._take)
        self._worker.start()

    def _take(self) -> None:
        worker = self._worker
        if worker is None or not worker.isFinished():  # the end of one that was stopped
            return
        self._worker = None
        result = worker.result
        worker.deleteLater()
        if self._waiting:
            self._next()
        if isinstance(result, Reading):
            self.loaded.emit(result)
        elif isinstance(result, QuizError):
            self.troubled.emit(str(result))
        elif result is not None:
            raise result
