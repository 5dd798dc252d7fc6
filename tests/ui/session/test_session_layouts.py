"""A session is answered on keyboards without Latin letters, and without digits, by the places of the keys."""

from pathlib import Path

import pytest

from tests.ui.keyboards import SECONDS, needs_tools, run_on_display


@needs_tools
@pytest.mark.timeout(2 * SECONDS)
def test_answers_and_tools_are_found_by_place(tmp_path: Path) -> None:
    run_on_display(Path(__file__).with_name("answering_child.py"), tmp_path)
