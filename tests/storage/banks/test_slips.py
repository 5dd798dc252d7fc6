"""Slips of typing, pasting and merging: the message names the sign or the cause, where it stands."""

from pathlib import Path

import pytest

from quizapp.domain.problem import Reading
from tests.builders import HEAD, bank, marked, read, verdict

SIGNS = {
    "–": "EN DASH",
    "—": "EM DASH",
    "−": "MINUS SIGN",
    "‐": "U+2010 HYPHEN",  # noqa: RUF001 - the sign itself
    "‑": "NON-BREAKING HYPHEN",  # noqa: RUF001 - the sign itself
    "•": "BULLET",
    "·": "MIDDLE DOT",
    "▪": "BLACK SMALL SQUARE",
    "◦": "WHITE BULLET",
    "‣": "TRIANGULAR BULLET",
    "\uf0b7": "U+F0B7",
    "*": "“*”",
    "+": "“+”",
    "2.": "“2.”",
    "2)": "“2)”",
}
CONFLICT = "§<<<<<<< HEAD\n    why: One.\n=======\n    why: Two.\n>>>>>>> branch\n"
WHY = "why: Work done for the user."
LINE = f"    {WHY}\n"
SLIPS = {
    "conflict inside": (LINE, CONFLICT, "Git"),
    "conflict with its base": (
        LINE,
        CONFLICT.replace("=======", "||||||| base\n    why: No.\n======="),
        "Git",
    ),
    "half a conflict": (LINE, f"{LINE}§=======\n", "Git"),
    "conflict in a text": (LINE, f"    why: >-\n      Work\n{CONFLICT}", "Git"),
    "conflict in quotes": (WHY, 'why: §"Work\n<<<<<<< HEAD\n    one\n    two"', "Git"),
    "fence": (LINE, f"{LINE}§```yaml\n", "Markdown"),
    "rule": (LINE, f"{LINE}§----------\n", "line of signs"),
    "curved quotes": (WHY, "why: §“Work: done.”", "U+201C"),
    "curved single quotes": (WHY, "why: §‘Work: done.’", "U+2018"),  # noqa: RUF001
    "German quotes": (WHY, "why: §„Work: done.“", "U+201E"),
    "French quotes": (WHY, "why: §«Work: done.»", "U+00AB"),
    "opened straight": (WHY, 'why: "Work: done.§”', "closes no text"),
    "opened curved": (WHY, 'why: §“Work: done."', "no quote to YAML"),
    "curved id": ("id: q2", "id: §“q2”", "Delete the quotes"),
    "curved word": ("answer: service", "answer: §“service”", "Delete the quotes"),
    "curved name": ("    why:", "    §“why”:", "Delete the quotes"),
    "tab": ("    why:", "§\twhy:", "tab"),
    "tab behind a hyphen": ("  - id", "  -§\tid", "tab"),
    "hyphen to the right": ("  - id", "   §- id", "column 4, but that in line 5 in column 3"),
    "hyphen to the left": ("  - id", " §- id", "column 2, but that in line 5 in column 3"),
    "field to the right": ("    why:", "     §why:", "column 6, but “answer” in line 12 in column 5"),
    "field to the left": ("    why:", "   §why:", "Add one blank"),
    "first field to the right": ("    scenario:", "      §scenario:", "Delete 2 blanks"),
    "no blank behind a hyphen": ("  - id: q2", "  §-id: q2", "blank is missing behind the hyphen"),
    "blanks of the web": ("    why:", "§\u00a0\u00a0\u00a0\u00a0why:", "NO-BREAK SPACE"),
    "blank of the web behind a hyphen": ("  - id", "  -§\u00a0id", "NO-BREAK SPACE"),
    "wide blanks": ("    why:", "§\u3000\u3000why:", "IDEOGRAPHIC SPACE"),
    "blank of the web behind a colon": ("why: ", "why:§\u00a0", "NO-BREAK SPACE"),
    "sign of equality": ("why: ", "why §= ", "colon"),
    "semicolon": ("why: ", "why§; ", "colon"),
}
CUT = {
    "in a letter of two bytes": "Prü",
    "in a quote": "so “",
    "in an emoji": "😀",
}
OTHERS = {
    b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n": "PDF",
    b"PK\3\4" + bytes(range(256)): "Word",
    b"{\\rtf1\\ansi bank}": "Rich Text",
    b"\n<!DOCTYPE html>\n<html></html>": "web page",
}
IN_TEXTS = {
    "a colon in a text that goes on": ("scenario: The desk", "scenario: The desk\n      Note§: it"),
    "a colon in a text": (WHY, "why: So§: it is"),
    "a star": (WHY, "why: *so§* it is"),
}


def told_of(reading: Reading) -> list[tuple[str, int | None, int | None]]:
    return [(f"{each.message} {each.hint}", each.line, each.column) for each in reading.errors]


def second(old: str, new: str) -> tuple[str, int, int]:
    """A bank of three, something of whose second question is written otherwise."""
    broken = verdict("q2").replace(old, new, 1)
    assert broken != verdict("q2")
    return marked(bank(verdict("q1"), broken, verdict("q3")))


@pytest.mark.parametrize("sign", SIGNS)
@pytest.mark.parametrize("number", [0, 1])
def test_a_sign_for_a_list_that_is_no_hyphen_is_named(tmp_path: Path, sign: str, number: int) -> None:
    entries = [verdict("q1"), verdict("q2"), verdict("q3")]
    entries[number] = entries[number].replace("  - id", f"  §{sign} id")
    text, line, column = marked(bank(*entries))
    said, *place = told_of(read(tmp_path, text))[0]
    assert place == [line, column]
    assert SIGNS[sign] in said
    assert "ordinary hyphen" in said


@pytest.mark.parametrize("sign", SIGNS)
def test_a_list_where_all_have_such_a_sign_says_so_too(tmp_path: Path, sign: str) -> None:
    text = bank(verdict("q1"), verdict("q2")).replace("  - id", f"  {sign} id")
    assert SIGNS[sign] in told_of(read(tmp_path, text))[0][0]
    topics = verdict("q2") + f"    topics:\n      {sign} desk\n      {sign} user\n"
    assert SIGNS[sign] in told_of(read(tmp_path, bank(verdict("q1"), topics)))[0][0]


@pytest.mark.parametrize("name", SLIPS)
def test_a_slip_is_named_where_it_stands(tmp_path: Path, name: str) -> None:
    old, new, words = SLIPS[name]
    text, line, column = second(old, new)
    found = {(at, beside): said for said, at, beside in told_of(read(tmp_path, text))}
    assert words in found[line, column]


@pytest.mark.parametrize("name", IN_TEXTS)
def test_what_is_in_a_text_is_not_taken_for_a_slip_of_layout(tmp_path: Path, name: str) -> None:
    text, line, _ = second(*IN_TEXTS[name])
    found = told_of(read(tmp_path, text))
    assert found[0][1] == line
    assert "quotes" in found[0][0]


@pytest.mark.parametrize("name", CUT)
def test_a_file_cut_inside_a_letter_is_said_to_be_cut(tmp_path: Path, name: str) -> None:
    whole = HEAD + f"questions:\n  - id: q1\n    why: {CUT[name]}"
    for encoding in ("utf-8", "utf-16"):
        (said, line, _) = told_of(read(tmp_path, whole.encode(encoding)[:-1]))[0]
        assert "cut off here" in said
        assert "whole copy" in said
        assert line == whole.count("\n") + 1


@pytest.mark.parametrize("end", ['    scenario: "A firm pays', "    scen", "    topics: [desk"])
def test_a_file_cut_elsewhere_is_said_to_end_without_a_line_end(tmp_path: Path, end: str) -> None:
    said = told_of(read(tmp_path, bank(verdict("q1"), "  - id: q2\n") + end))[0][0]
    assert "perhaps the rest of it is missing" in said


def test_a_file_in_another_encoding_is_not_said_to_be_cut(tmp_path: Path) -> None:
    said = told_of(read(tmp_path, bank(verdict(why="Préparé")).encode("latin-1")))[0][0]
    assert "“é”" in said
    assert "cut off" not in said


@pytest.mark.parametrize("begin", OTHERS)
def test_files_of_other_programs_are_named(tmp_path: Path, begin: bytes) -> None:
    assert OTHERS[begin] in told_of(read(tmp_path, begin))[0][0]
