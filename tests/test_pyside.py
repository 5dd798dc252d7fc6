"""The installed PySide6 is one that works: see the version markers in pyproject.toml."""

import sys

import PySide6
from packaging.version import Version
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot


def test_void_calls_keep_the_reference_to_none(qtbot: QtBot) -> None:
    """6.12 on Python 3.11 drops one with every void call, and aborts after some thousand."""
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for number in range(200):
        label.setText(str(number))
    assert sys.getrefcount(None) - before > -100


def test_the_version_is_one_that_the_markers_allow() -> None:
    version = Version(PySide6.__version__)
    assert version >= Version("6.8")
    assert version != Version("6.10.1")
    assert sys.version_info >= (3, 12) or version < Version("6.12")
