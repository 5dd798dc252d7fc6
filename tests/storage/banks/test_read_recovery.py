"""A syntax error loses the question it stands in and no other; what was not read is named by its lines."""

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from quizapp.domain.problem import Reading
from tests.builders import HEAD, bank, choice, marked, read, told, verdict

CONFLICT = "<<<<<<< HEAD\n    why: One.\n=======\n    why: Two.\n>>>>>>> branch\n"
BREAKS = {
    "colon": ("why: Work", "why: So: work"),
    "double quote": ("why: Work", 'why: "Work'),
    "apostrophe": ("why: Work", "why: 'Work"),
    "bracket": ("why: Work", "why: [Work"),
    "brace": ("why: Work", "why: {Work"),
    "percent": ("why: Work", "why: %Work"),
    "star": ("why: Work", "why: *Work* done"),
    "tab": ("    why:", "\twhy:"),
    "deeper": ("    why:", "      why:"),
    "margin": ("    why:", "why:"),
    "no-break space": ("why: Work", "why:\u00a0Work"),
    "wide blanks": ("    why:", "\u3000\u3000why:"),
    "escape": ("why: Work done for the user.", 'why: "C:\\data"'),
    "conflict": ("    why: Work done for the user.\n", CONFLICT),
}
LINES = verdict().count("\n")
SIGNS = {
    "en dash": ("  - id", "  \u2013 id"),
    "star": ("  - id", "  * id"),
    "no blank": ("  - id", "  -id"),
    "no-break space": ("  - id", "  -\u00a0id"),
    "right": ("  - id", "   - id"),
    "left": ("  - id", " - id"),
}


def ids(reading: Reading) -> list[str]:
    """The questions that may be asked."""
    return [question.id for question in reading.bank.questions] if reading.bank else []


def broken(name: str, *how: str) -> str:
    """A question that cannot be read."""
    return verdict(name).replace(*BREAKS[how[0]]) if how else verdict(name)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.none() | st.sampled_from(sorted(BREAKS)), min_size=1, max_size=6), st.booleans())
def test_each_broken_question_is_lost_and_told_and_no_other(
    tmp_path: Path,
    breaks: list[str | None],
    indented: bool,  # noqa: FBT001
) -> None:
    entries = [broken(f"q{at}", *([how] if how else [])) for at, how in enumerate(breaks)]
    if not indented and "margin" not in breaks:
        entries = [entry.replace("\n  ", "\n")[2:] for entry in entries]
    reading = read(tmp_path, HEAD + "questions:\n" + "".join(entries))
    assert ids(reading) == [f"q{at}" for at, how in enumerate(breaks) if how is None]
    assert reading.faulty == {f"q{at}" for at, how in enumerate(breaks) if how}
    lines, first = [], HEAD.count("\n") + 2
    for entry in entries:
        lines.append((first, first + entry.count("\n") - 1))
        first += entry.count("\n")
    assert reading.unread == tuple(line for line, how in zip(lines, breaks, strict=True) if how)
    found = [each.line or 0 for each in reading.errors]
    assert len(found) == len(reading.unread)
    assert all(low <= line <= high for line, (low, high) in zip(found, reading.unread, strict=True))


PIECES = [
    *(
        '"',
        "'",
        "[",
        "]",
        "{",
        "}",
        ": ",
        "\n",
        "- ",
        " #",
        "&a ",
        "*a",
        "!t ",
        "<<: ",
        "? ",
        "\t",
        "\\",
        "|",
    ),
    *(">", "%", "@", "`", ",", "\nfoo", "\nfoo: bar", "\n    id: z", "\n      - a", "\n x", "\n? ", '\n"'),
    *('\n  "', "\u00a0", "\u3000", "\n# c"),
]
edits = st.lists(
    st.tuples(st.floats(0, 1), st.integers(0, 6), st.sampled_from(PIECES)), min_size=1, max_size=3
)


def some_question(name: str, kind: int) -> str:
    """A question in one of several forms."""
    reasons = "\n      - text: a\n        for: service\n        why: So.\n      - {text: b, why: c}"
    return (
        verdict(name),
        verdict(name, why="'It''s so.'", flips='"A \\"quoted\\" text"'),
        verdict(
            name, scenario=">-\n      The desk resets a\n      password.", notes="|\n      - a\n      b: c"
        ),
        verdict(name, reasons=reasons, topics="[a, b]"),
    )[kind]


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.integers(0, 3), min_size=2, max_size=5), st.integers(0, 4), edits)
def test_whatever_happens_inside_a_question_costs_no_other(
    tmp_path: Path, kinds: list[int], which: int, edits: list[tuple[float, int, str]]
) -> None:
    which %= len(kinds)
    entries = [some_question(f"q{at}", kind) for at, kind in enumerate(kinds)]
    head, _, body = entries[which].partition("\n")
    for share, gone, new in edits:
        at = int(share * len(body))
        body = body[:at] + new + body[at + gone :]
    # A text that is opened at the margin takes in whatever follows: that is no error of syntax.
    assume(not re.search(r"^\S.*[>|][-+]?$", body, re.MULTILINE))
    entries[which] = f"{head}\n{body.rstrip()}\n"
    reading = read(tmp_path, bank(*entries))
    assert [name for name in ids(reading) if name != f"q{which}"] == [
        f"q{at}" for at in range(len(kinds)) if at != which
    ]
    assert not reading.unread or reading.errors


@pytest.mark.parametrize("how", BREAKS)
def test_faults_behind_a_syntax_error_are_told_in_the_same_pass(tmp_path: Path, how: str) -> None:
    text = bank(verdict("q1"), broken("q2", how), verdict("q3", answer="§svc"), choice())
    text, line, column = marked(text)
    reading = read(tmp_path, text)
    assert ids(reading) == ["q1", "c1"]
    assert told(reading.problems)[-1] == ("unknown-word", line, column)
    assert len(reading.errors) == 2


@pytest.mark.parametrize("how", SIGNS)
def test_where_the_sign_of_an_entry_is_broken_the_next_ones_are_read(tmp_path: Path, how: str) -> None:
    third = verdict("q3").replace(*SIGNS[how])
    text = bank(verdict("q1"), verdict("q2"), third, verdict("q4", answer="§svc"), verdict("q5"))
    text, line, column = marked(text)
    reading = read(tmp_path, text)
    assert ids(reading) in (["q1", "q5"], ["q1", "q2", "q5"])
    assert "q3" in reading.faulty
    assert ("unknown-word", line, column) in told(reading.problems)
    assert HEAD.count("\n") + 2 + 2 * LINES in {problem.line for problem in reading.errors}


@pytest.mark.parametrize("how", SIGNS)
def test_the_first_of_them_may_be_broken_too(tmp_path: Path, how: str) -> None:
    reading = read(tmp_path, bank(verdict("q1").replace(*SIGNS[how]), verdict("q2"), verdict("q3")))
    assert ids(reading) == ["q2", "q3"]
    assert reading.errors


@pytest.mark.parametrize("closing", ['"Work" done', '"Twelve inches, 12"', 'So "it" is'])
def test_a_quote_that_seems_to_close_in_a_later_question_costs_that_one_nothing(
    tmp_path: Path, closing: str
) -> None:
    second = verdict("q2", why='§"never closed')
    third = verdict("q3", flips=closing.removesuffix(" done"), wyh="x")
    text, line, column = marked(bank(verdict("q1"), second, third, verdict("q4")))
    reading = read(tmp_path, text)
    assert ids(reading) == ["q1", "q4"]
    assert told(reading.problems)[0] == ("unclosed", line, column)
    assert "There is no field “wyh” here." in {problem.message for problem in reading.errors}


def test_even_if_all_would_fit_the_swallowed_question_is_found_in_a_faulty_file(tmp_path: Path) -> None:
    second, third = verdict("q2", why='"never closed'), verdict("q3", why='Twelve inches, 12"')
    sound = read(tmp_path, bank(verdict("q1"), second, third))
    assert [problem.code for problem in sound.problems] == ["entry-in-text"]
    faulty = read(tmp_path, bank(verdict("q1"), second, third, verdict("q4", answer="svc")))
    assert ids(faulty) == ["q1", "q3"]
    assert [problem.code for problem in faulty.errors] == ["unclosed", "unknown-word"]


@pytest.mark.parametrize("more", [{}, {"answer": "svc"}])
def test_a_line_of_a_quoted_text_may_look_like_an_entry(tmp_path: Path, more: dict[str, str]) -> None:
    quoted = verdict("q1", why='"Write\n  - id: x\n    and so on."', **more)
    reading = read(tmp_path, bank(quoted, verdict("q2")))
    assert ids(reading) == (["q2"] if more else ["q1", "q2"])
    assert reading.unread == ()
    assert {problem.code for problem in reading.warnings} == {"entry-in-text"}


def test_lists_inside_questions_do_not_look_like_entries(tmp_path: Path) -> None:
    listed = "\n      - {text: a, why: b, for: service}\n      - id: x\n      - {text: c, why: d}"
    folded = ">-\n      Some text\n\n      - id: y\n      - more"
    reading = read(tmp_path, bank(broken("q1", "colon"), verdict("q2", reasons=listed, why=folded), choice()))
    assert ids(reading) == ["c1"]
    assert [problem.code for problem in reading.errors] == ["syntax", *["missing-field"] * 2, "unknown-field"]


@pytest.mark.parametrize(
    ("text", "lost", "codes"),
    [
        ("bank:\n  id: demo\n  title: 'Demo\nquestions:\n{}", [(1, 3)], {"unclosed", "unknown-word"}),
        (HEAD + 'questions: "\n{}', [(4, 4)], {"unclosed", "unknown-word"}),
        (HEAD + "questions: some\n{}", [(4, 4)], {"before-questions", "unknown-word"}),
        (HEAD + "questions:\n{}vocabulary:\n  cues: [\n", [(15, 16)], {"syntax", "unknown-word"}),
        (HEAD + "questions:\n{}definitions: '\n", [(15, 15)], {"unclosed", "unknown-word"}),
    ],
)
def test_other_parts_of_the_file_are_lost_alone(
    tmp_path: Path, text: str, lost: list[tuple[int, int]], codes: set[str]
) -> None:
    reading = read(tmp_path, text.format(verdict("q1") + verdict("q2", answer="svc")))
    assert list(reading.unread) == lost
    assert {problem.code for problem in reading.errors} == codes


def test_a_field_on_top_behind_the_questions_costs_the_last_one_nothing(tmp_path: Path) -> None:
    reading = read(tmp_path, bank(broken("q1", "colon"), verdict("q2"), more="title: Demo\n"))
    assert ids(reading) == ["q2"]
    assert [problem.code for problem in reading.errors] == ["syntax", "unknown-field"]


def test_questions_that_are_there_twice_are_told(tmp_path: Path) -> None:
    more = "questions:\n" + verdict("q3") + broken("q4", "colon")
    reading = read(tmp_path, bank(verdict("q1"), broken("q2", "colon"), more=more))
    assert ids(reading) == ["q1"]
    assert [problem.code for problem in reading.errors] == ["syntax", "duplicate-field", "syntax"]


def test_where_all_is_lost_nobody_says_that_nothing_was_there(tmp_path: Path) -> None:
    reading = read(tmp_path, bank(broken("q1", "colon")))
    assert reading.bank is None
    assert [problem.code for problem in reading.problems] == ["syntax"]
    assert reading.problems[0].message.endswith(f"Lines 5–{4 + LINES} were not read.")
    assert reading.problems[0].parameters == {"first": "5", "last": str(4 + LINES)}
    headless = read(tmp_path, bank(broken("q1", "colon"), verdict("q2"), head=""))
    assert [problem.code for problem in headless.errors] == ["missing-field", "syntax"]


def test_the_pair_of_a_lost_question_is_not_called_unknown(tmp_path: Path) -> None:
    lost = verdict("q2", answer="product", pair="q1", why="a: b")
    reading = read(tmp_path, bank(verdict("q1", pair="q2"), lost, verdict("q3", pair="q9")))
    assert ids(reading) == ["q1"]
    assert [problem.code for problem in reading.errors] == ["syntax", "unknown-pair"]


def test_a_file_in_one_piece_is_read_up_to_the_error(tmp_path: Path) -> None:
    reading = read(tmp_path, '{"bank": {"id": "a", "title": "b"}, "questions": [\n{"id": "q1" "x": 1}]}\n')
    assert reading.bank is None
    assert reading.unread == ((2, 2),)


def test_thousands_of_broken_questions_take_no_time(tmp_path: Path) -> None:
    reading = read(tmp_path, bank(*(broken(f"q{at}", "apostrophe") for at in range(9000))))
    assert len(reading.unread) == 9000
    assert len(reading.problems) == 100


def test_windows_line_ends_keep_their_lines(tmp_path: Path) -> None:
    text, line, column = marked(bank(broken("q1", "colon"), verdict("q2", answer="§svc")))
    reading = read(tmp_path, text.replace("\n", "\r\n").encode())
    assert told(reading.problems)[-1] == ("unknown-word", line, column)


def test_questions_in_one_bracket_are_lost_together_and_the_rest_is_read(tmp_path: Path) -> None:
    text = f"{HEAD}questions: [\n  {{id: q1 answer: x}},\n  {{id: q2}}\n]\ndefinitions: x\n"
    reading = read(tmp_path, text)
    assert reading.bank is None
    assert reading.unread == ((4, 7),)
    assert [(each.line, each.code) for each in reading.errors] == [(5, "unclosed"), (8, "not-a-list")]
