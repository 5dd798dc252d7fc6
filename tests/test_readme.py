"""What people read first is true: links, pictures, the help that is quoted, the packages that are named."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
TEXTS = [
    "README.md",
    "CHANGELOG.md",
    "CONTENT.md",
    "CONTRIBUTING.md",
    "THIRD-PARTY-NOTICES.md",
    "docs/trainers.md",
]
LINK = re.compile(r"(!?)\[[^\]]*\]\(([^)\s]+)\)")
MOST_BYTES = 150_000


def anchors(text: str) -> set[str]:
    """The names by which a page on a code host knows its headings."""
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {"#" + re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("name", TEXTS)
def test_every_link_leads_to_something_in_the_repository(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    for _, target in LINK.findall(text):
        if target.startswith("#"):
            assert target in anchors(text)
        elif "://" not in target:
            place = ((ROOT / name).parent / target.partition("#")[0]).resolve()
            assert place.is_relative_to(ROOT)
            assert place.exists(), target


def test_pictures_are_small_and_say_what_is_on_them() -> None:
    shown = re.findall(r"!\[([^\]]*)\]\((docs/[\w.]+)\)", README)
    assert {path for _, path in shown} == {f"docs/{path.name}" for path in (ROOT / "docs").glob("*.png")}
    for words, path in shown:
        assert len(words.split()) > 3
        content = (ROOT / path).read_bytes()
        assert (content[:4], len(content) < MOST_BYTES) == (b"\x89PNG", True)


def test_the_help_that_is_quoted_is_what_the_program_says() -> None:
    command = [sys.executable, "-m", "quizapp", "--help"]
    said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    (quoted,) = re.findall(r"```text\n(usage: .+?)```", README, re.DOTALL)
    assert quoted.split() == said.split()  # how Python lays it out differs from version to version


def test_the_packages_to_install_are_those_of_the_tests_but_for_what_only_tests_need() -> None:
    (named,) = re.findall(r"sudo apt install (.+)", README)
    (tested,) = re.findall(r"packages=\(([^)]+)\)", (ROOT / ".ci/run").read_text("utf-8"))
    assert set(named.split()) == {each for each in tested.split() if each.startswith(("lib", "python3-venv"))}


def test_what_is_needed_stands_before_the_line_that_starts_the_program() -> None:
    assert README.index("sudo apt install") < README.index("pip install -e . &&")


def test_the_first_line_with_pytest_is_the_one_that_tests() -> None:
    line = next(line for line in README.splitlines() if ".venv/bin/pytest" in line)
    assert line == "python3 -m venv .venv && .venv/bin/pip install -e '.[test]' && .venv/bin/pytest"
