"""From a path to text: odd files, odd names and odd encodings, none of them waited for or run over."""

import codecs
import gc
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from quizapp.storage.banks import reader, source
from tests.builders import bank, choice, marked, read, told, verdict

SOUND = bank(verdict())


def codes_of(path: Path) -> list[str]:
    reading = reader.read(path)
    assert reading.bank is None
    assert reading.digest == ""
    return [problem.code for problem in reading.problems]


def test_what_is_no_file_is_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    assert codes_of(tmp_path) == ["not-a-file"]
    assert codes_of(tmp_path / "pipe") == ["not-a-file"]
    assert codes_of(Path(os.devnull)) == ["not-a-file"]
    assert codes_of(tmp_path / "loop") == ["unreadable"]
    assert codes_of(tmp_path / "nothing") == ["unreadable"]
    assert codes_of(tmp_path / "a\0b") == ["unreadable"]
    assert codes_of(Path("/proc/self/mem")) == ["unreadable"]
    assert source.file_digest(tmp_path) == ""


def test_a_socket_is_called_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # a socket's name may not be long
    with socket.socket(socket.AF_UNIX) as bound:
        bound.bind("socket")
        (problem,) = reader.read("socket").problems
    assert problem.message == "This is a socket, not a regular file."


def test_a_file_that_may_not_be_read_says_so(tmp_path: Path) -> None:
    path = tmp_path / "bank.yaml"
    path.write_text(SOUND, encoding="utf-8")
    path.chmod(0)
    code = f"""
import os
from quizapp.storage.banks import reader
if os.geteuid() == 0:
    os.setuid(65534)  # root may read anything
print(reader.read({str(path)!r}).problems[0].message)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stdout == "This file may not be read.\n", done.stderr


def test_the_limit_is_sixteen_mebibytes(tmp_path: Path) -> None:
    path = tmp_path / "bank.yaml"
    filling = b"#" * (source.MAX_BYTES - len(SOUND))
    path.write_bytes(SOUND.encode() + filling)
    assert reader.read(path).bank is not None
    path.write_bytes(SOUND.encode() + filling + b"#")
    assert codes_of(path) == ["too-large"]


def test_a_file_that_grows_while_it_is_read_is_stopped_at_the_limit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(source, "MAX_BYTES", 10)
    path = tmp_path / "bank.yaml"
    path.write_bytes(b"0123456789ab")
    with path.open("rb") as handle, pytest.raises(source.UnreadableError):
        source._read_bounded(handle.fileno())


@pytest.mark.parametrize(
    "name", ["bad\udcffname.yaml", "new\nline.yaml", "\u202elmay.yaml", "-rf", "x" * 250]
)
def test_any_name_will_do(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text(SOUND, encoding="utf-8")
    reading = reader.read(path)
    assert reading.path == str(path)
    assert reading.bank is not None
    assert reading.digest == source.file_digest(path)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_encodings_and_line_ends_make_no_difference(tmp_path: Path, encoding: str, line_end: str) -> None:
    text, line, column = marked(bank(verdict(notes="|\n      é\n\n      📦"), verdict("q2", answer="§x")))
    plain = read(tmp_path, text)
    other = read(tmp_path, text.replace("\n", line_end).encode(encoding))
    assert other.bank == plain.bank
    assert told(other.problems) == told(plain.problems) == [("unknown-word", line, column)]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (SOUND.replace("Work", "W\u00e9").encode("latin-1"), ("encoding", 8, 11)),
        (("# \u20ac\n" + SOUND + "# \u20ac").encode() + b"\xe9", ("encoding", 11, 4)),
        (SOUND.encode() + b"\xe2\x82", ("encoding", 10, 1)),
        (SOUND.encode() + b"\xed\xa0\x80", ("encoding", 10, 1)),
        (codecs.BOM_UTF16_LE + SOUND.encode("utf-16-le") + b"\x00\xd8", ("encoding", 10, 1)),
        (SOUND.encode("utf-16-le"), ("encoding", None, None)),
        (SOUND.encode("utf-16-be"), ("encoding", None, None)),
        (SOUND.encode("utf-32"), ("encoding", None, None)),
        (bytes(5000), ("not-text", None, None)),
        (SOUND.encode() + bytes(4000), ("not-text", 10, 1)),
        (SOUND.encode() + b"\xe2" + bytes(9), ("not-text", 10, 2)),
        (b"\x1f\x8b\x08\x00" + bytes(range(256)) + bytes(9), ("not-text", None, None)),
        (b"\x1f\x8b\x08\x00" + bytes(range(256)), ("not-text", None, None)),
    ],
)
def test_what_is_not_utf8_is_one_problem_at_the_first_bad_byte(
    tmp_path: Path, raw: bytes, expected: tuple[str, int | None, int | None]
) -> None:
    assert told(read(tmp_path, raw).problems) == [expected]


def test_a_second_byte_order_mark_hides_nothing(tmp_path: Path) -> None:
    reading = read(tmp_path, "\ufeff\ufeff" + SOUND)
    assert told(reading.problems) == [("stray-byte-order-mark", 1, 1)]
    assert reading.bank is not None


@pytest.mark.parametrize(
    ("letter", "kind"), [("\x07", "control character"), ("\ufdd0", "noncharacter"), ("\u2028", "separator")]
)
def test_characters_that_may_not_stand_are_called_what_they_are(
    tmp_path: Path, letter: str, kind: str
) -> None:
    (problem,) = read(tmp_path, f"# {letter}\n" + SOUND).problems
    assert problem.message.startswith(f"The {kind} U+")


def test_a_byte_order_mark_inside_is_a_problem(tmp_path: Path) -> None:
    text, line, column = marked(bank(verdict(), "§\ufeff" + choice()))
    assert told(read(tmp_path, text).problems)[0] == ("stray-byte-order-mark", line, column)


def test_a_second_bank_of_the_same_id_is_refused(tmp_path: Path) -> None:
    paths = [tmp_path / name for name in ("a.yaml", "b.yaml", "c.yaml")]
    for path, text in zip(paths, (SOUND, SOUND, SOUND.replace("demo", "other")), strict=True):
        path.write_text(text, encoding="utf-8")
    first, second, third = reader.read_all([*paths, paths[0]])
    assert first.bank is not None
    assert third.bank is not None
    assert second.bank is None
    assert told(second.problems) == [("duplicate-id", 2, 7)]
    assert str(paths[0]) in second.problems[0].message


def test_the_cyclic_collector_is_left_as_it_was(tmp_path: Path) -> None:
    gc.enable()
    assert read(tmp_path, SOUND).bank is not None
    assert gc.isenabled()


def test_progress_rises_to_the_end(tmp_path: Path) -> None:
    path = tmp_path / "bank.yaml"
    path.write_text(bank(*(verdict(f"q{n}") for n in range(2000))), encoding="utf-8")
    steps: list[float] = []
    assert reader.read(path, progress=steps.append).bank is not None
    assert steps == sorted(steps)
    assert len(steps) > 5
    assert 0 <= steps[0] < 0.5 < steps[-1] <= 1
