"""Which questions of a file are named as left out, so that an open bank can keep them."""

from pathlib import Path

import pytest

from tests.builders import bank, choice, given, read, verdict


@pytest.mark.parametrize(
    ("questions", "faulty"),
    [
        ((verdict(), choice()), set()),
        ((verdict(), verdict("q2", answer="servise")), {"q2"}),
        ((verdict(), verdict("q2", why="")), {"q2"}),
        ((verdict(), verdict("q2", pair="q9")), {"q2"}),
        ((verdict(), verdict("q2", reasons=given("quote: nowhere, cue: support"))), {"q2"}),
        ((verdict(), verdict("Not an id!")), {""}),
        ((verdict(), verdict("q2", id="")), {""}),
        ((verdict(), verdict("q1", why="Again.")), {""}),
        ((verdict(), "  - just a text\n"), {""}),
        ((verdict(), verdict("q2", answer="servise"), "  - {id: q3"), {"q2", "q3"}),
        ((verdict(), '  - id: "q2\n'), {"q2"}),
        ((verdict(), '  - id: "Q 2\n'), {""}),
        ((verdict(), '  - {id: q2, why: "x\n', verdict("q3")), {"q2"}),
        ((verdict(), verdict("q2", why="a: b"), verdict("q3", answer="svc")), {"q2", "q3"}),
        ((verdict(), verdict("q2", why="as in {id: q1}: yes: no")), {"q2"}),
    ],
)
def test_what_is_left_out_is_named(tmp_path: Path, questions: tuple[str, ...], faulty: set[str]) -> None:
    reading = read(tmp_path, bank(*questions))
    assert reading.bank is not None
    assert reading.bank.questions[0].id == "q1"
    assert reading.faulty == faulty
