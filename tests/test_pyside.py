"""What is installed is what pyproject.toml allows, and its PySide6 is one that works."""

import sys
from importlib import metadata

import PySide6
import pytest
from packaging.version import Version
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.lowest import lowest, needed

pytestmark = pytest.mark.smoke


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
    assert version >= Version("6.8.0.2")
    assert version != Version("6.10.1")
    assert sys.version_info >= (3, 12) or version < Version("6.12")


def test_every_version_is_one_that_the_project_allows() -> None:
    installed = {each.name: (each.specifier, metadata.version(each.name)) for each in needed()}
    assert {
        "PySide6-Essentials",
        "PyYAML",
        "pydantic",
        "platformdirs",
        "openpyxl",
        "fsrs",
    } == installed.keys()
    assert [name for name, (allowed, version) in installed.items() if not allowed.contains(version)] == []


def test_every_lowest_version_is_allowed() -> None:
    floors = [(each.specifier, lowest(each).partition("==")[2]) for each in needed()]
    assert all(allowed.contains(floor) for allowed, floor in floors)
