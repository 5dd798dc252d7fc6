"""Noticing that a file has changed on disk, however its editor saves it."""

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

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

    Signals:
        changed: a file is another one than it was; carries its path as it was given.
    """

    changed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stamps: dict[Path, Stamp] = {}
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(self._wait_a_moment)
        self._watcher.directoryChanged.connect(self._wait_a_moment)
        self._moment = QTimer(self)
        self._moment.setSingleShot(True)
        self._moment.setInterval(DEBOUNCE)
        self._moment.timeout.connect(self.look)
        self._poll = QTimer(self)
        self._poll.setInterval(POLL)
        self._poll.timeout.connect(self.look)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.applicationStateChanged.connect(self._look_again)

    @property
    def files(self) -> tuple[Path, ...]:
        """The files that are watched."""
        return tuple(self._stamps)

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

    def look(self) -> None:
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
        wanted, watched = self._wanted(), self._watched()
        if watched:
            self._watcher.removePaths(sorted(watched))
        if wanted:
            self._watcher.addPaths(sorted(wanted))
        if not wanted:
            self._poll.stop()
        elif not self._poll.isActive():
            self._poll.start()

    def _watched(self) -> set[str]:
        return {*self._watcher.files(), *self._watcher.directories()}

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
