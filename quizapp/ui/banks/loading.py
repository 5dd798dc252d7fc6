"""Reading in a thread; watching files."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QFileSystemWatcher, QObject, Qt, QThread, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from quizapp.domain.errors import QuizError
from quizapp.domain.problem import Reading
from quizapp.ui.compat import override
from quizapp.ui.errors import ErrorPresenter

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
        except Exception as error:  # noqa: BLE001 - raised again in BankLoading._on_finished
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
        finished: a file is done with, whether it could be read or not.
    """

    loaded = Signal(object)
    progressed = Signal(object)
    finished = Signal()

    def __init__(self, read: Reader, errors: ErrorPresenter, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._read = read
        self._errors = errors
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
            self._worker.finished.disconnect(self._on_finished)
            self._worker.stop()
            self._worker.wait()
            self._worker = None

    def _next(self) -> None:
        self._worker = _Worker(self._read, self._waiting.pop(0), self)
        self._worker.progressed.connect(self.progressed)
        self._worker.finished.connect(self._on_finished)
        self._worker.start()

    def _on_finished(self) -> None:
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
            self._errors.show(str(result))  # a sentence: no other file of answers would help
        elif result is not None:
            raise result
        self.finished.emit()


DEBOUNCE = 100
"""Milliseconds of quiet before a change is told: editors save in several steps."""

POLL = 2000
"""Milliseconds between looks at files without being told: a look takes some ten system calls."""

Stamp = tuple[int, int, int] | None
"""What changes when a file does: time in ns, size in bytes, number; None while it is not there."""


class BankWatch(QObject):
    """Watches files and their folders.

    A file that is gone is waited for in silence: most editors delete or rename before they write.
    What the system tells nobody of, as with network folders or one that was replaced, is noticed by
    looking now and then, and whenever the window gets the keyboard back.

    Args:
        parent: the owner.
        poll: milliseconds between looks at files without being told.

    Signals:
        changed: a file is another one than it was; carries its path as it was given.
    """

    changed = Signal(object)

    def __init__(self, parent: QObject | None = None, *, poll: int = POLL) -> None:
        super().__init__(parent)
        self._stamps: dict[Path, Stamp] = {}
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(self._wait_a_moment)
        self._watcher.directoryChanged.connect(self._wait_a_moment)
        self._moment = QTimer(self)
        self._moment.setSingleShot(True)
        self._moment.setInterval(DEBOUNCE)
        self._moment.timeout.connect(self.check)
        self._poll = QTimer(self)
        self._poll.setInterval(poll)
        self._poll.timeout.connect(self.check)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.applicationStateChanged.connect(self._look_again)

    @property
    def files(self) -> tuple[Path, ...]:
        """The files that are watched."""
        return tuple(self._stamps)

    def watched(self) -> set[str]:
        """The files and folders of which the system tells at present."""
        return {*self._watcher.files(), *self._watcher.directories()}

    def watch(self, path: Path) -> None:
        """Tell of changes of a file from now on; it need not be there yet."""
        if path not in self._stamps:
            self._stamps[path] = _stamp(path)
            self._moment.start()  # once for all that are opened together

    def unwatch(self, path: Path) -> None:
        """Tell of a file no longer."""
        if path in self._stamps:
            del self._stamps[path]
            self._watch_all()

    def check(self) -> None:
        """Look at all files, and tell of those that have changed since."""
        self._watch_all()  # first: what changes from here on is told of
        for path, before in list(self._stamps.items()):
            now = _stamp(path)
            if now is not None and now != before and path in self._stamps:
                self._stamps[path] = now
                self.changed.emit(path)

    def _wait_a_moment(self) -> None:
        self._moment.start()

    def _look_again(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationActive:
            self._moment.start()

    def _watch_all(self) -> None:
        """Watch all anew: what was replaced keeps its name, but nothing of it is told any more."""
        wanted, watched = self._wanted(), self.watched()
        if watched:
            self._watcher.removePaths(sorted(watched))
        if wanted:
            self._watcher.addPaths(sorted(wanted))
        if not wanted:
            self._poll.stop()
        elif not self._poll.isActive():
            self._poll.start()

    def _wanted(self) -> set[str]:
        """Files and their folders; where a file is a link, both ends of it."""
        places = {place for path in self._stamps for place in (path, _end_of(path))}
        return {str(place) for path in places for place in (path, path.parent)}


def _end_of(path: Path) -> Path:
    """What a link leads to; itself where it leads nowhere, as a link to itself does."""
    try:
        return path.resolve()
    except (OSError, RuntimeError, ValueError):
        return path


def _stamp(path: Path) -> Stamp:
    try:
        found = path.stat()
    except (OSError, ValueError):
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
