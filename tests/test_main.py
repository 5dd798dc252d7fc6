"""The entry point of the program: commands for the shell, a window, or one sentence why there is none."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from quizapp import __main__ as entry
from quizapp import __version__
from quizapp.ui.shell import display_check

pytestmark = pytest.mark.smoke

ROOT = Path(__file__).parent.parent
BANK = (
    "bank: {id: demo, title: Demo}\nquestions:\n  - {id: q, scenario: It runs., answer: service, why: So.}\n"
)


def run(*words: str, **env: str) -> subprocess.CompletedProcess[str]:
    """The program as the shell starts it, with no display but the one named."""
    display = {"DISPLAY", "WAYLAND_DISPLAY", "XDG_SESSION_TYPE", "QT_QPA_PLATFORM"}
    kept = {name: value for name, value in os.environ.items() if name not in display}
    command = [sys.executable, "-X", "importtime", "-m", "quizapp", *words]
    return subprocess.run(command, cwd=ROOT, env=kept | env, capture_output=True, text=True, check=False)


def said(done: subprocess.CompletedProcess[str]) -> list[str]:
    """What stands on stderr beside the names of what was imported."""
    return [line for line in done.stderr.splitlines() if not line.startswith("import time:")]


@pytest.mark.parametrize(
    ("words", "status", "printed"),
    [
        (["--version"], 0, __version__),
        (["-V"], 0, __version__),
        (["--help"], 0, "quizapp check FILE"),
        (["-h"], 0, "--data-dir DIR"),
        (["check", "{file}"], 0, "warning"),
        (["schema"], 0, "$schema"),
    ],
)
def test_a_command_runs_without_qt(tmp_path: Path, words: list[str], status: int, printed: str) -> None:
    file = tmp_path / "bank.yaml"
    file.write_text(BANK, encoding="utf-8")
    done = run(*(word.format(file=file) for word in words))
    assert (done.returncode, said(done)) == (status, [])
    assert printed in done.stdout
    assert "PySide6" not in done.stderr


@pytest.mark.parametrize("words", [[], ["bank.yaml"], ["--data-dir", "{folder}", "a.yaml", "b.yaml"]])
def test_without_a_display_one_sentence_says_so(tmp_path: Path, words: list[str]) -> None:
    done = run(*(word.format(folder=tmp_path / "data") for word in words))
    assert done.returncode == 2
    assert said(done) == [
        "quizapp: There is no display to open a window on (neither DISPLAY nor WAYLAND_DISPLAY is set)."
    ]
    assert done.stdout == ""
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize(
    ("env", "sentence"),
    [
        ({"DISPLAY": ":4711"}, "The display :4711 does not answer, so no window can open."),
        ({"WAYLAND_DISPLAY": "/no/w"}, "The Wayland display /no/w does not answer, so no window can open."),
        ({"QT_QPA_PLATFORM": "wobble"}, "QT_QPA_PLATFORM=wobble names no platform that this Qt has; it has "),
    ],
)
def test_what_qt_would_abort_over_is_named_in_one_sentence(env: dict[str, str], sentence: str) -> None:
    done = run(**env)
    assert done.returncode == 2
    assert [line[: len(sentence) + 9] for line in said(done)] == [f"quizapp: {sentence}"]


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("chek", "did you mean “quizapp check”?"),
        ("Schemas", "did you mean “quizapp schema”?"),
        ("frobnicate", "“quizapp --help” lists the commands."),
    ],
)
def test_a_command_nobody_knows_is_refused_before_any_window(word: str, meant: str) -> None:
    done = run(word, "bank.yaml")
    assert done.returncode == 2
    assert said(done) == [f"quizapp: There is no command “{word}” and no such file; {meant}"]


def test_an_option_nobody_knows_is_refused_before_any_window() -> None:
    done = run("--fullscreen")
    assert done.returncode == 2
    assert "unrecognized arguments: --fullscreen" in done.stderr
    assert "PySide6" not in done.stderr


@pytest.mark.parametrize(
    ("words", "data_dir", "files"),
    [
        ([], None, []),
        (["mine.yaml"], None, ["mine.yaml"]),
        (["a.yaml", "check"], None, ["a.yaml", "check"]),
        (["--data-dir", "here", "a.yaml"], "here", ["a.yaml"]),
    ],
)
def test_a_first_word_that_is_no_command_is_a_bank_to_open(
    monkeypatch: pytest.MonkeyPatch, words: list[str], data_dir: str | None, files: list[str]
) -> None:
    opened: list[tuple[str | None, list[Path]]] = []

    def open_window(folder: str | None, banks: list[Path]) -> int:
        opened.append((folder, banks))
        return 70

    monkeypatch.setattr(display_check, "trouble", lambda: "")
    monkeypatch.setattr("quizapp.app.run", open_window)
    monkeypatch.setattr("sys.argv", ["quizapp", *words])
    assert entry.main_window() == 70
    assert opened == [(data_dir, [Path(file) for file in files])]


def test_a_system_library_that_is_missing_is_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(display_check, "trouble", lambda: "")
    monkeypatch.delitem(sys.modules, "quizapp.app", raising=False)
    monkeypatch.delattr("quizapp.app", raising=False)

    class Finder:
        @staticmethod
        def find_spec(name: str, *_: object) -> None:
            if name == "quizapp.app":
                raise ImportError("libEGL.so.1: cannot open shared object file: No such file or directory")

    monkeypatch.setattr("sys.meta_path", [Finder, *sys.meta_path])
    assert entry.main([]) == 2
    assert capsys.readouterr().err == (
        "quizapp: Qt needs a system library that is missing; install it with: sudo apt install libegl1\n"
    )


def test_without_a_console_nothing_is_said_and_nothing_breaks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(display_check, "trouble", lambda: "There is no display.")
    monkeypatch.setattr("sys.stderr", None)
    assert entry.main([]) == 2
