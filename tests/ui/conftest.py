"""What the tests of painted widgets share: one look with the program's own typeface."""

import pytest
from PySide6.QtWidgets import QApplication

from quizapp.paths import resources_dir
from quizapp.ui.style import fonts
from quizapp.ui.style.appearance import Appearance


@pytest.fixture(scope="session")
def family(qapp: QApplication) -> str:
    assert qapp is not None
    return fonts.load(resources_dir() / "fonts")


@pytest.fixture
def appearance(family: str) -> Appearance:
    return Appearance(family)
