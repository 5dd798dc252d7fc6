"""The result of a session."""

import pytest

from quizapp.domain.history import Past, cue_scores
from quizapp.domain.scoring import OutcomeKind
from quizapp.domain.session import open_session, refer
from quizapp.domain.summary import summarise
from tests.domain.examples import IDLE, NOON, RUNS, arguable, bank, choice, start, verdict

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
    assert [t.right_reason for t in result.by_cue] == [2, 1]
    assert result.right_reason == 2
    assert [(t.name, t.earned, t.marked) for t in result.by_topic] == [("cloud", 2, 3), ("terms", 0, 1)]


def test_a_kind_of_reason_counts_what_was_right_for_the_right_reason_as_its_score_does() -> None:
    session = open_session(start(DEMO), DEMO)
    for reason in (RUNS.id, IDLE[0].id):
        session = session.answered("service").reasoned(reason).moved_on()
    result = summarise(session)
    assert (result.score.earned, result.right_reason) == (2, 1)
    tally = result.by_cue[0]
    past = {
        name: Past(refer(DEMO, question), 1, NOON, 1, None, turn.answer or "", turn.reason)
        for name, question, turn in zip(("v1", "v2"), DEMO.questions, session.turns, strict=False)
    }
    score = cue_scores(DEMO, past)[0]
    assert (tally.right_reason, len(tally.outcomes)) == (score.earned, score.asked) == (1, 2)


def test_answers_without_the_reason_step_say_nothing_of_reasons() -> None:
    session = open_session(start(DEMO, reason_step=False), DEMO)
    while not session.is_finished:
        session = session.answered("1" if session.position == 2 else "service").moved_on()
    result = summarise(session)
    assert (result.by_cue, result.right_reason) == ((), None)
    of_three = open_session(start(DEMO, three_answers=True), DEMO)
    either = summarise(of_three.answered("either").moved_on())
    assert (either.by_cue, either.right_reason) == ((), None)


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
