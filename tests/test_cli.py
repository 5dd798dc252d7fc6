"""The commands: what they print and their exit status, and that they never load Qt."""

import errno
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TextIO

import pytest
import yaml

from quizapp import __version__, cli, paths
from tests.builders import bank, given, verdict

pytestmark = pytest.mark.smoke


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    path = tmp_path / "sound.yaml"
    text = bank(verdict(reasons=given("quote: resets, cue: provider-involvement")))
    path.write_text(text, encoding="utf-8")
    return path


def test_clean_files_and_warnings_exit_with_0(sound: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["check", str(sound)]) == 0
    assert capsys.readouterr().out == "1 file, 1 sound question, 0 errors, 0 warnings.\n"
    sound.write_text(bank(verdict(reasons="")), encoding="utf-8")
    assert cli.main(["check", str(sound)]) == 0
    assert "sound.yaml:5:5: warning no-reasons: " in capsys.readouterr().out


def test_errors_exit_with_1(sound: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sound.write_text(bank(verdict(answer="x")), encoding="utf-8")
    assert cli.main(["check", str(sound), "--format", "json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert [(each["line"], each["code"]) for each in told] == [(7, "unknown-word"), (9, "unknown-cue")]


def test_a_file_that_cannot_be_read_is_an_error_among_the_others(
    sound: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["check", str(sound), str(sound.with_name("missing.yaml"))]) == 1
    out = capsys.readouterr().out
    assert "missing.yaml" in out
    assert "2 files, 1 sound question, 1 error, " in out


def test_shipped_files_are_clean(capsys: pytest.CaptureFixture[str]) -> None:
    shipped = sorted(str(path) for path in paths.questions_dir().glob("*.yaml"))
    assert cli.main(["check", *shipped]) == 0
    out = capsys.readouterr().out
    assert ", 0 errors, " in out
    codes = {line.split(": ")[1] for line in out.splitlines() if ": warning " in line}
    # Until they are written anew for the room there is on one screen.
    assert codes <= {"warning long-text", "warning misconceptions", "warning too-many-problems"}


def test_a_reader_that_cannot_run_exits_with_2(
    sound: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(yaml, "__with_libyaml__", False)
    assert cli.main(["check", str(sound)]) == 2
    assert "without libyaml" in capsys.readouterr().err


def test_a_broken_vocabulary_of_the_program_exits_with_2(
    sound: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "questions_dir", lambda: sound.parent)
    assert cli.main(["check", str(sound)]) == 2
    assert "vocabulary" in capsys.readouterr().err


def test_the_schema_is_printed_or_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["schema"]) == 0
    printed = capsys.readouterr().out
    target = tmp_path / "bank.schema.json"
    assert cli.main(["schema", "--write", str(target)]) == 0
    assert target.read_text(encoding="utf-8") == printed
    assert json.loads(printed)["$schema"].endswith("2020-12/schema")


@pytest.mark.parametrize("name", ["sound.yaml", "other.json", "deep.json", "pipe", "folder", "no/where.json"])
def test_the_schema_takes_no_place_but_its_own(
    sound: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    (sound.parent / "other.json").write_text('{"title": "x"}', encoding="utf-8")
    (sound.parent / "deep.json").write_text("[" * 200_000, encoding="utf-8")
    (sound.parent / "folder").mkdir()
    os.mkfifo(sound.parent / "pipe")
    before = sound.read_bytes()
    assert cli.main(["schema", "--write", str(sound.parent / name)]) == 2
    assert sound.read_bytes() == before
    told = capsys.readouterr().err
    assert ("left as it is" in told) != ("There is no folder" in told)


def test_a_schema_takes_the_place_of_an_older_one(tmp_path: Path) -> None:
    target = tmp_path / "bank.schema.json"
    assert cli.main(["schema", "--write", str(target)]) == 0
    new = target.read_bytes()
    target.write_bytes(new.replace(b"What the bank says", b"What it says"))
    assert cli.main(["schema", "--write", str(target)]) == 0
    assert target.read_bytes() == new


def status_with(stdout: TextIO, words: list[str], monkeypatch: pytest.MonkeyPatch) -> object:
    """The exit status with another output, which is closed as at the end of the program."""
    with monkeypatch.context() as patch, stdout:
        patch.setattr(sys, "stdout", stdout)
        try:
            return cli.main(words)
        except SystemExit as ended:
            return ended.code


@pytest.mark.parametrize(("words", "status"), [(["schema"], 0), (["--help"], 0), (["check", "/nowhere"], 1)])
def test_an_output_that_nobody_reads_ends_quietly(
    words: list[str], status: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    assert status_with(os.fdopen(writing, "w", encoding="utf-8"), words, monkeypatch) == status
    assert capsys.readouterr().err == ""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no such device here")
@pytest.mark.parametrize("words", [["schema"], ["--help"]])
def test_a_full_disk_is_one_sentence(
    words: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    full = Path("/dev/full").open("w", encoding="utf-8")  # noqa: SIM115 - closed with the patch
    assert status_with(full, words, monkeypatch) == 2
    assert capsys.readouterr().err == "quizapp: The output cannot be written: No space left on device.\n"


def test_without_any_output_the_status_is_all_there_is(sound: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    assert cli.main(["check", str(sound)]) == 0
    assert cli.main(["schema", "--write", str(sound)]) == 2


def test_an_interruption_and_a_failing_disk_leave_no_traceback(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    troubles = iter([KeyboardInterrupt(), OSError(errno.EROFS, "Read-only file system")])

    def fail(*_: object, **__: object) -> int:
        raise next(troubles)

    monkeypatch.setattr(Path, "write_text", fail)
    words = ["schema", "--write", str(tmp_path / "bank.schema.json")]
    assert cli.main(words) == cli.INTERRUPTED == 130
    assert cli.main(words) == 2
    assert capsys.readouterr().err == "quizapp: This did not work: Read-only file system.\n"


@pytest.mark.parametrize("words", [["check"], ["schema", "--write"]])
def test_a_mistyped_command_shows_its_own_usage(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main(words)
    assert ended.value.code == 2
    assert capsys.readouterr().err.startswith(f"usage: quizapp {words[0]} [-h] ")


@pytest.mark.parametrize("words", [["--help"], ["check", "--help"], ["--version"]])
def test_help_and_version_say_what_there_is(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.is_command(words)
    with pytest.raises(SystemExit) as ended:
        cli.main(words)
    assert ended.value.code == 0
    printed = capsys.readouterr().out
    assert __version__ in printed if words == ["--version"] else "check" in printed
    assert "window" in printed or words != ["--help"]


def test_other_words_are_for_the_window() -> None:
    assert not cli.is_command([])
    assert not cli.is_command(["bank.yaml", "check"])
    options = cli.window_options(["a.yaml", "--data-dir", "there"])
    assert (options.files, options.data_dir) == ([Path("a.yaml")], "there")


def test_a_check_loads_no_qt_and_survives_a_narrow_terminal(sound: Path) -> None:
    sound.write_text(bank(verdict(why="Wo\u200brk")), encoding="utf-8")
    code = (
        "import sys; from quizapp import cli; status = cli.main(sys.argv[1:]); "
        "assert not any(name.startswith('PySide6') for name in sys.modules); sys.exit(status)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "check", str(sound)],
        capture_output=True,
        text=True,
        check=False,
        env={"PYTHONIOENCODING": "ascii", "PATH": ""},
        cwd=Path(__file__).parent.parent,
    )
    assert (done.returncode, done.stderr) == (1, "")
    assert "U+200B" in done.stdout
    assert "\\u201csupport\\u201d" in done.stdout
