"""Reading in a thread; watching files."""

from collections.abc import Callable
from pathlib import Path
from threading import Thread

from PySide6.QtCore import QCoreApplication, QFileSystemWatcher, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from quizapp.domain.errors import QuizError
from quizapp.domain.problem import Reading
from quizapp.ui.errors import ErrorPresenter

Reader = Callable[[Path, Callable[[float], None]], Reading]


class _StoppedError(Exception):
    """Nobody waits for the file any more."""


class _Worker:
    """Reads one file in a thread of its own, which knows nothing of Qt: whoever waits looks now and then."""

    def __init__(self, read: Reader, path: Path) -> None:
        self._read = read
        self._path = path
        self._stopped = False
        self._thread = Thread(target=self._run, name=f"reading {path.name}", daemon=True)
        self.part = 0.0
        self.result: Reading | BaseException | None = None

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    @property
    def is_done(self) -> bool:
        """Whether the result is there."""
        return not self._thread.is_alive()

    def stop(self) -> None:
        """Give up at the next word of progress, and wait until that is so."""
        self._stopped = True
        self._thread.join()

    def _run(self) -> None:
        """Read; a bug is carried to the window's thread instead of dying here."""
        try:
            self.result = self._read(self._path, self._progress)
        except _StoppedError:
            self.result = None
        except Exception as error:  # noqa: BLE001 - raised again in BankLoading._look
            self.result = error

    def _progress(self, part: float) -> None:
        if self._stopped:
            raise _StoppedError
        self.part = part


_LOOK = 5  # ms between looks at the thread that reads
_BREATH = 50  # ms between two banks: what the first one brings, such as a question, is painted first


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
        self._told = 0.0
        self._looks = QTimer(self)
        self._looks.setInterval(_LOOK)
        self._looks.timeout.connect(self._look)
        self._breath = QTimer(self)
        self._breath.setSingleShot(True)
        self._breath.setInterval(_BREATH)
        self._breath.timeout.connect(self._next)
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.stop)  # a thread that outlived the window would abort the program

    @property
    def is_busy(self) -> bool:
        """Whether a file is being read or waits."""
        return self._worker is not None or bool(self._waiting)

    def load(self, path: Path) -> None:
        """Read a file soon; one that waits already waits once."""
        if path not in self._waiting:
            self._waiting.append(path)
        if self._worker is None and not self._breath.isActive():
            self._next()

    def stop(self) -> None:
        """Forget what waits, and wait for the file being read."""
        self._waiting.clear()
        self._breath.stop()
        self._looks.stop()
        if self._worker is not None:
            self._worker.stop()
            self._worker = None

    def _next(self) -> None:
        self._worker = _Worker(self._read, self._waiting.pop(0))
        self._told = 0.0
        self._worker.start()
        self._looks.start()

    def _look(self) -> None:
        """Tell how far the file is read, or what came of it."""
        worker = self._worker
        if worker is None:
            return
        is_done = worker.is_done  # asked first: the last progress is told before the end
        if worker.part != self._told:
            self._told = worker.part
            self.progressed.emit(worker.part)
        if is_done and self._worker is worker:
            self._worker = None
            self._looks.stop()
            self._take(worker.result)

    def _take(self, result: Reading | BaseException | None) -> None:
        if self._waiting:
            self._breath.start()
        if isinstance(result, Reading):
            self.loaded.emit(result)
        elif isinstance(result, QuizError):
            self._errors.show(str(result))  # a sentence: no other file of answers would help
        elif result is not None:
            raise result
        self.finished.emit()
        if self._breath.isActive():
            self._breath.start()  # once more: building the first question may have used it up


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
