"""Banks dragged over the window: which are taken, and that they stay where they are."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from quizapp.ui.shell.drop_files import MOST_FILES, DropTarget, DropVeil, dragged_files
from quizapp.ui.style.appearance import Appearance
from tests.ui.screen import cut_off, seen, unplain

MOVE = Qt.DropAction.MoveAction
BOTH = Qt.DropAction.MoveAction | Qt.DropAction.CopyAction
LEFT, NO_KEY = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def mime(*urls: str) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl(url) for url in urls])
    return data


def local(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def filled(folder: Path, *names: str) -> Path:
    folder.mkdir(exist_ok=True)
    for name in names:
        (folder / name).touch()
    return folder


class Screen:
    """A window with a target, and the events that a drag sends to it."""

    def __init__(self, appearance: Appearance, qtbot: QtBot) -> None:
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.window.resize(800, 500)
        self.window.show()
        self.dropped: list[tuple[Path, ...]] = []
        self.target = DropTarget(appearance, self.window)
        self.target.files_dropped.connect(self.dropped.append)

    @property
    def veil(self) -> DropVeil:
        veil = self.window.findChild(DropVeil)
        assert isinstance(veil, DropVeil)
        return veil

    def enter(self, data: QMimeData) -> bool:
        event = QDragEnterEvent(QPoint(9, 9), BOTH, data, LEFT, NO_KEY)
        QApplication.sendEvent(self.window, event)
        return event.isAccepted()

    def move(self, data: QMimeData) -> Qt.DropAction:
        event = QDragMoveEvent(QPoint(9, 9), BOTH, data, LEFT, NO_KEY)
        event.setDropAction(MOVE)
        QApplication.sendEvent(self.window, event)
        return event.dropAction()

    def drop(self, data: QMimeData) -> Qt.DropAction | None:
        event = QDropEvent(QPointF(9, 9), BOTH, data, LEFT, NO_KEY)
        event.setDropAction(MOVE)
        QApplication.sendEvent(self.window, event)
        return event.dropAction() if event.isAccepted() else None


@pytest.fixture
def screen(appearance: Appearance, qtbot: QtBot) -> Screen:
    return Screen(appearance, qtbot)


def test_a_bank_is_announced_and_opened_and_never_moved(screen: Screen, tmp_path: Path) -> None:
    data = local(tmp_path / "a.yaml", tmp_path / "b.YML", tmp_path / "picture.png")
    assert screen.enter(data)
    assert "Drop to open" in seen(screen.window)
    assert cut_off(screen.window) == unplain(screen.window) == []
    assert screen.move(data) is Qt.DropAction.CopyAction
    assert screen.drop(data) is Qt.DropAction.CopyAction
    assert screen.dropped == [(tmp_path / "a.yaml", tmp_path / "b.YML")]
    assert "Drop to open" not in seen(screen.window)


@pytest.mark.parametrize(
    "data", [mime("https://example.org/a.yaml"), mime("file:///a.png"), mime("file://"), mime(), QMimeData()]
)
def test_everything_else_is_refused(screen: Screen, data: QMimeData) -> None:
    assert not screen.enter(data)
    assert screen.drop(data) is None
    assert screen.dropped == []
    assert not screen.veil.isVisible()


def test_who_drags_away_again_leaves_nothing_behind(screen: Screen, tmp_path: Path) -> None:
    screen.enter(local(tmp_path / "a.yaml"))
    screen.window.resize(900, 600)
    assert screen.veil.geometry() == screen.window.rect()
    QApplication.sendEvent(screen.window, QDragLeaveEvent())
    assert not screen.veil.isVisible()


def test_a_folder_stands_for_the_banks_in_it(tmp_path: Path) -> None:
    folder = filled(tmp_path / "mine", "b.yaml", "a.yml", ".hidden.yaml", "notes.txt")
    filled(folder / "deeper.yaml", "c.yaml")
    assert dragged_files(local(folder, folder / "a.yml")) == (folder / "a.yml", folder / "b.yaml")
    assert dragged_files(local(filled(tmp_path / "empty"))) == ()


def test_there_is_an_end_to_it(tmp_path: Path) -> None:
    folder = filled(tmp_path / "many", *(f"{n:03}.yaml" for n in range(MOST_FILES + 9)))
    assert len(dragged_files(local(tmp_path / "first.yaml", folder))) == MOST_FILES
