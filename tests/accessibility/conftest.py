"""The program and a screen reader, where this machine has what they need."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from quizapp.ui.preferences import PreferencesFile
from tests.accessibility.desktop import Reader, missing, reading

_LACKS = missing()
SPOKEN = Path(__file__).with_name("spoken.yaml")


@pytest.fixture
def screens() -> int:
    """How many screens the desktop has."""
    return 1


@pytest.fixture
def reader(tmp_path: Path, screens: int) -> Iterator[Reader]:
    """A screen reader on the program, which has just started with the bank `spoken.yaml`."""
    if _LACKS:
        pytest.skip(_LACKS)
    with reading(tmp_path, [SPOKEN], screens) as reader:
        yield reader


@pytest.fixture
def sure_reader(tmp_path: Path) -> Iterator[Reader]:
    """The same, with sessions that ask how sure one is."""
    if _LACKS:
        pytest.skip(_LACKS)
    (tmp_path / "data").mkdir(mode=0o700)
    PreferencesFile(tmp_path / "data").change(certainty=True)
    with reading(tmp_path, [SPOKEN]) as reader:
        yield reader
