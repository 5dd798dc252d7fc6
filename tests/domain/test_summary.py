"""The result of a session."""

import pytest

from quizapp.domain.scoring import OutcomeKind
from quizapp.domain.session import open_session
from quizapp.domain.summary import summarise
from tests.domain.examples import RUNS, arguable, bank, choice, start, verdict

DEMO = bank(verdict(name="v1"), verdict(name="v2"), choice(1, name="c"), arguable(name="a"))


def test_a_summary_counts_marks_kinds_cues_and_topics() -> None:
    session = open_session(start(DEMO), DEMO)
    for answer, reason in (
        ("service", RUNS.id),
        ("product", RUNS.id),
        ("0", ""),
        ("service", RUNS.id),
    ):
        session = session.answered(answer).reasoned(reason).moved_on()
    result = summarise(session)
    assert (result.score.earned, result.score.marked) == (2, 4)
    assert result.kinds == {OutcomeKind.RIGHT_REASON: 1, OutcomeKind.NOT_THIS: 2, OutcomeKind.ARGUED: 1}
    assert result.missed == (1, 2)
    assert [(t.name, t.earned, t.marked) for t in result.by_cue] == [("Cue runs", 2, 3), ("Cue owns", 1, 1)]
    assert [(t.name, t.earned, t.marked) for t in result.by_topic] == [("cloud", 2, 3), ("terms", 0, 1)]


def test_luck_knows_every_questions_own_chance() -> None:
    session = open_session(start(DEMO), DEMO)
    for _ in DEMO.questions:
        session = session.answered("1" if session.position == 2 else "service").reasoned(RUNS.id).moved_on()
    score = summarise(session).score
    assert score.chances == (0.5, 0.5, 0.25, 0.25)
    assert score.luck == pytest.approx(0.5 * 0.5 * 0.25 * 0.25)
    assert score.luck_share == pytest.approx(1.5 / 4)


def test_unanswered_questions_do_not_count() -> None:
    result = summarise(open_session(start(DEMO), DEMO))
    assert (result.score.marked, result.score.luck, result.missed) == (0, 1.0, ())
    assert result.score.luck_share == 0.0
