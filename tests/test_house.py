"""The house rules that a machine can check: lint, format, types, import contracts."""

import pytest

from tests.early_checks import COMMANDS, Checks


@pytest.mark.timeout(280)
@pytest.mark.parametrize("name", COMMANDS)
def test_the_code_keeps_the_rules(checks: Checks, name: str) -> None:
    said, _ = checks[name].communicate()
    assert checks[name].returncode == 0, said
