"""The program and a screen reader, where this machine has what they need."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.accessibility.desktop import Reader, missing, reading

_LACKS = missing()
SPOKEN = Path(__file__).with_name("spoken.yaml")


@pytest.fixture
def reader(tmp_path: Path) -> Iterator[Reader]:
    """A screen reader on the program, which has just started with the bank `spoken.yaml`."""
    if _LACKS:
        pytest.skip(_LACKS)
    with reading(tmp_path, [SPOKEN]) as reader:
        yield reader
