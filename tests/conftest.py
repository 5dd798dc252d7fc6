"""What all tests share: no screen, no leftovers, and no warning that goes unheard."""

import gc
import logging
import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

os.environ["QT_QPA_PLATFORM"] = "offscreen"  # before Qt is imported anywhere
os.environ.pop("DISPLAY", None)

import pytest
from hypothesis import settings
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from tests.program import Program

pytest_plugins = ["tests.coverage_floor", "tests.no_network"]

settings.register_profile("usual", deadline=None, max_examples=60)
settings.load_profile("usual")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes longest."""
    items.sort(key=lambda item: not item.nodeid.startswith("tests/test_house.py"))


@pytest.fixture(autouse=True)
def no_leftover_windows(request: pytest.FixtureRequest) -> Iterator[None]:
    """Delete the windows a test made, and collect between tests, never during event delivery."""
    if "qapp" not in request.fixturenames:
        yield
        return
    gc.freeze()  # what is older than the test need not be looked through after it
    gc.disable()
    try:
        yield
        _close_all()
    finally:
        gc.enable()


def _close_all() -> None:
    app = QApplication.instance()
    if isinstance(app, QApplication):
        for widget in app.topLevelWidgets():
            widget.close()
            widget.deleteLater()
        for _ in range(3):
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            app.processEvents()
        leftovers = app.topLevelWidgets()
        assert not leftovers, f"windows left over: {leftovers}"
    gc.collect()


@pytest.fixture(autouse=True)
def no_log_warnings(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail a test that logs a warning nobody asked for."""
    yield
    heard = [record for record in caplog.get_records("call") if record.levelno >= logging.WARNING]
    assert not heard, f"warnings logged: {[record.getMessage() for record in heard]}"


@pytest.fixture
def started() -> "Iterator[list[Program]]":
    """The program that runs, see `tests.starts`; it is closed behind the test."""
    programs: list[Program] = []
    yield programs
    for program in programs:
        program.close()
