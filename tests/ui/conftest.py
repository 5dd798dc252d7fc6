"""What the tests of the screens share: the application dressed as the program dresses it."""

import pytest
from PySide6.QtWidgets import QApplication

from quizapp.paths import resources_dir
from quizapp.ui.style import fonts
from quizapp.ui.style.appearance import Appearance, apply_appearance


@pytest.fixture(scope="session")
def family(qapp: QApplication) -> str:
    assert qapp is not None
    return fonts.load(resources_dir() / "fonts")


@pytest.fixture(autouse=True)
def _dressed(request: pytest.FixtureRequest) -> None:
    """Light theme and usual text size, as no test before may have left them."""
    if "qapp" in request.fixturenames:
        apply_appearance(request.getfixturevalue("qapp"), Appearance(request.getfixturevalue("family")))


@pytest.fixture
def appearance(qapp: QApplication, family: str) -> Appearance:
    """An appearance that the application follows in theme and text size."""
    made = Appearance(family)
    made.changed.connect(lambda: apply_appearance(qapp, made))
    return made
