"""What is told about the computer, and what is not."""

from pathlib import Path

import pytest

from quizapp import __version__
from quizapp.ui.shell.diagnostics import BankFacts, Facts, diagnostics, gather, last_lines
from quizapp.ui.style.appearance import Appearance

HOME = Path("/home/jane")
FACTS = Facts(
    versions=(("Product or Service?", "1.0"), ("Python", "3.11.7")),
    platform="xcb",
    screens=("1920 x 1080, scale 1", "1024 x 600, scale 2"),
    appearance="dark (dark), text 125 %",
    folder=HOME / "data",
    banks=(BankFacts("demo", 12, 3),),
    log=('File "/home/jane/banks/a.py"', "ValueError"),
)
TOLD = """\
Product or Service?: 1.0
Python: 3.11.7
Window system: xcb
Screen: 1920 x 1080, scale 1
Screen: 1024 x 600, scale 2
Look: dark (dark), text 125 %
Data folder: ~/data
Bank: demo, 12 questions, 3 problems
Error log, its last lines:
    File "~/banks/a.py"
    ValueError"""


def test_every_fact_has_a_line_and_the_home_folder_is_not_named() -> None:
    assert diagnostics(FACTS, HOME) == TOLD


@pytest.mark.parametrize("home", [Path("/"), Path("/home/other")])
def test_another_home_changes_nothing(home: Path) -> None:
    assert "Data folder: /home/jane/data" in diagnostics(FACTS, home)


def test_this_computer_is_told_by_versions_screens_and_look(appearance: Appearance, tmp_path: Path) -> None:
    appearance.set_scale(1.5)
    appearance.set_reduced_motion(True)
    told = diagnostics(gather(appearance, "system", tmp_path, "SQLite 3.40.1", []), HOME).splitlines()
    assert told[0] == f"Product or Service?: {__version__}"
    assert "SQLite: 3.40.1" in told
    assert "Window system: offscreen" in told
    assert "Look: system (light), text 150 %, reduced motion" in told
    assert "Error log: empty" in told


@pytest.mark.parametrize(
    ("log", "lines"),
    [
        (b"", ()),
        (b"one\n\ntwo\n", ("one", "two")),
        (b"\xff odd\n", ("\ufffd odd",)),
        (b"x" * 50_000 + b"\nlast\n", ("x" * 19_994, "last")),
        (b"\n".join(b"%d" % number for number in range(100)), tuple(str(n) for n in range(80, 100))),
    ],
)
def test_only_the_end_of_the_log_is_told(tmp_path: Path, log: bytes, lines: tuple[str, ...]) -> None:
    (tmp_path / "error.log").write_bytes(log)
    assert last_lines(tmp_path / "error.log") == lines


def test_a_log_that_cannot_be_read_is_no_trouble(tmp_path: Path) -> None:
    assert last_lines(tmp_path / "none") == last_lines(tmp_path) == ()
