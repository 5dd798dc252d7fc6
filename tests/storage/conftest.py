import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest


@pytest.fixture
def folder_of_nobody() -> Iterator[Path]:
    """A folder of a user whom the system does refuse things; root is refused nothing."""
    if not hasattr(os, "geteuid"):
        pytest.skip("needs the users of a Unix system")
    user = os.geteuid()
    with tempfile.TemporaryDirectory() as name:
        if user == 0:
            os.chown(name, 65534, 65534)
            os.seteuid(65534)
        try:
            yield Path(name)
        finally:
            os.seteuid(user)
