"""A file that changes is noticed once, however it is saved, moved away or put back."""

import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QFileSystemWatcher, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from quizapp.ui.banks.loading import POLL, BankWatch

QUIET = 400  # ms in which a change would have been told


class Watched:
    """A file with a watch on it, and what the watch told."""

    def __init__(self, folder: Path, poll: int = POLL) -> None:
        self.path = folder / "banks" / "mine.yaml"
        self.path.parent.mkdir()
        self.path.write_text("first", encoding="utf-8")
        self.told: list[Path] = []
        self.watch = BankWatch(poll=poll)
        self.watch.changed.connect(self.told.append)
        self.watch.watch(self.path)

    def save(self, text: str) -> None:
        self.path.write_text(text, encoding="utf-8")


@pytest.fixture
def watched(request: pytest.FixtureRequest, qtbot: QtBot, tmp_path: Path) -> Iterator[Watched]:
    """A watch that looks by itself every so many ms, which a test may give."""
    assert qtbot is not None
    watched = Watched(tmp_path, getattr(request, "param", POLL))
    yield watched
    watched.watch.deleteLater()


def in_place(path: Path) -> None:
    path.write_text("written over", encoding="utf-8")


def as_vim(path: Path) -> None:
    path.rename(path.with_suffix(".yaml~"))
    path.write_text("a new file", encoding="utf-8")


def atomically(path: Path) -> None:
    draft = path.with_suffix(".tmp")
    draft.write_text("renamed over", encoding="utf-8")
    draft.replace(path)


def in_two_steps(path: Path) -> None:
    with path.open("w", encoding="utf-8") as file:
        time.sleep(0.03)
        file.write("half ")
        file.flush()
        time.sleep(0.03)
        file.write("and half")


def with_its_folder(path: Path) -> None:
    path.parent.rename(path.parent.with_name("elsewhere"))
    path.parent.mkdir()
    path.write_text("another folder", encoding="utf-8")


SAVES = [in_place, as_vim, atomically, in_two_steps, with_its_folder]


@pytest.mark.parametrize("watched", [300], indirect=True)  # a folder that was replaced is told by nobody
@pytest.mark.parametrize("save", SAVES)
def test_every_way_to_save_is_told_once_and_the_next_time_too(
    qtbot: QtBot, watched: Watched, save: Callable[[Path], None]
) -> None:
    for told in ([watched.path], [watched.path] * 2):
        save(watched.path)
        qtbot.waitUntil(lambda expected=told: len(watched.told) >= len(expected))  # type: ignore[misc]
        qtbot.wait(150)
        assert watched.told == told
        shutil.rmtree(watched.path.parent.with_name("elsewhere"), ignore_errors=True)


def test_a_file_that_is_gone_is_waited_for_in_silence(qtbot: QtBot, watched: Watched) -> None:
    watched.path.unlink()
    qtbot.wait(QUIET)
    assert watched.told == []
    watched.save("back again")
    qtbot.waitUntil(lambda: watched.told == [watched.path])


@pytest.mark.parametrize("watched", [20], indirect=True)
def test_a_folder_that_comes_back_as_it_was_is_no_change(qtbot: QtBot, watched: Watched) -> None:
    away = watched.path.parent.with_name("unmounted")
    watched.path.parent.rename(away)
    qtbot.wait(QUIET)
    away.rename(watched.path.parent)
    qtbot.wait(QUIET)
    assert watched.told == []
    watched.save("changed")
    qtbot.waitUntil(lambda: watched.told == [watched.path])


def test_a_link_is_followed_and_its_turning_elsewhere_too(qtbot: QtBot, watched: Watched) -> None:
    link, other = watched.path.parent.parent / "link.yaml", watched.path.with_name("other.yaml")
    other.write_text("another", encoding="utf-8")
    link.symlink_to(watched.path)
    watched.watch.unwatch(watched.path)
    watched.watch.watch(link)
    watched.save("through the link")
    qtbot.waitUntil(lambda: watched.told == [link])
    link.unlink()
    link.symlink_to(other)
    qtbot.waitUntil(lambda: watched.told == [link, link])


def test_what_the_system_cannot_watch_is_looked_at_now_and_then(qtbot: QtBot, tmp_path: Path) -> None:
    watch, told = BankWatch(poll=20), list[Path]()
    watch.changed.connect(told.append)
    path = tmp_path / "not" / "there" / "yet.yaml"
    watch.watch(path)
    path.parent.mkdir(parents=True)
    path.write_text("here", encoding="utf-8")
    qtbot.waitUntil(lambda: told == [path])
    watch.deleteLater()


def test_the_window_that_gets_the_keyboard_back_looks_itself(qtbot: QtBot, watched: Watched) -> None:
    qtbot.waitUntil(lambda: bool(watched.watch.watched()))
    watcher = watched.watch.findChild(QFileSystemWatcher)
    assert isinstance(watcher, QFileSystemWatcher)
    watcher.removePaths(list(watched.watch.watched()))
    watched.save("nobody was told")
    app = QGuiApplication.instance()
    assert isinstance(app, QGuiApplication)
    app.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    qtbot.waitUntil(lambda: watched.told == [watched.path])


def test_what_is_watched_no_longer_is_forgotten(qtbot: QtBot, watched: Watched) -> None:
    watched.watch.unwatch(watched.path)
    watched.watch.unwatch(watched.path)
    watched.save("nobody listens")
    qtbot.wait(QUIET)
    assert (watched.told, watched.watch.watched(), watched.watch.files) == ([], set(), ())
    assert not any(timer.isActive() for timer in watched.watch.findChildren(QTimer))
