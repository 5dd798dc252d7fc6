"""Prints the lowest versions of what the program needs that pyproject.toml allows, as constraints for pip."""

import sys
import tomllib
from pathlib import Path

from packaging.requirements import Requirement

PROJECT = Path(__file__).parent.parent / "pyproject.toml"


def needed() -> list[Requirement]:
    """What the program runs on with this Python, with what it can do without."""
    project = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]
    lines = [*project["dependencies"], *project["optional-dependencies"]["xlsx"]]
    return [each for each in map(Requirement, lines) if each.marker is None or each.marker.evaluate()]


def lowest(requirement: Requirement) -> str:
    [floor] = [each.version for each in requirement.specifier if each.operator == ">="]
    return f"{requirement.name}=={floor}"


if __name__ == "__main__":
    sys.stdout.write("".join(f"{lowest(each)}\n" for each in needed()))
