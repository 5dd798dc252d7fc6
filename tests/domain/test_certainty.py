"""How sure somebody is: the marks by certainty, and what a session makes of them."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.domain.attempt import Attempt, KeptSession, Step
from quizapp.domain.bank import Bank
from quizapp.domain.certainty import LEVELS, Certainty, LevelTally, by_level
from quizapp.domain.question import Question
from quizapp.domain.session import Session, Turn, open_session, resumed
from quizapp.domain.summary import summarise
from tests.domain.examples import IDLE, NOON, RUNS, arguable, bank, choice, start, verdict

V, C, A = verdict(name="v"), choice(2, name="c"), arguable(name="a")
DEMO = bank(V, C, A)
LOW, MIDDLE, HIGH = Certainty
RESPONSES = {"v": ("product", "service"), "c": ("0", "1", "2", "3"), "a": ("product", "service")}


def begun(of: Bank = DEMO, *, three_answers: bool = False, reason_step: bool = True) -> Session:
    """A session that asks how sure one is."""
    kept = start(of, three_answers=three_answers, reason_step=reason_step, certainty=True)
    return open_session(kept, of)


def through(session: Session, answers: list[tuple[str, str, str]]) -> Session:
    """The session after each of its questions got its answer, level and reason, and was read."""
    for answer, level, reason in answers:
        session = session.answered(answer).with_certainty(level)
        session = (session.reasoned(reason) if session.step is Step.REASON else session).moved_on()
    return session


# -- marks ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("level", "right", "wrong"), [(LOW, 1, 0), (MIDDLE, 2, -2), (HIGH, 3, -6)], ids=["1", "2", "3"]
)
def test_marks_by_certainty_are_gardner_medwins(level: Certainty, right: int, wrong: int) -> None:
    assert (level.marks(is_right=True), level.marks(is_right=False)) == (right, wrong)


@given(st.floats(0, 1))
def test_whoever_says_how_sure_they_are_as_it_is_earns_most(chance: float) -> None:
    def expected(level: Certainty) -> float:
        return chance * level.marks(is_right=True) + (1 - chance) * level.marks(is_right=False)

    best = max(expected(level) for level in Certainty)
    for level in Certainty:
        low, high = level.window
        if low <= chance <= high:
            assert expected(level) == pytest.approx(best)
        elif min(abs(chance - low), abs(chance - high)) > 0.01:
            assert expected(level) < best


def test_the_windows_of_the_levels_meet_and_leave_nothing_out() -> None:
    bounds = [bound for level in Certainty for bound in level.window]
    assert bounds == sorted(bounds)
    assert (bounds[0], bounds[-1]) == (0.0, 1.0)
    assert bounds[1] == bounds[2] == pytest.approx(2 / 3)
    assert bounds[3] == bounds[4] == pytest.approx(4 / 5)


def test_levels_are_stored_by_their_numbers() -> None:
    assert LEVELS == ("1", "2", "3")
    assert [Certainty(int(level)) for level in LEVELS] == [LOW, MIDDLE, HIGH]


@given(st.lists(st.tuples(st.sampled_from(list(Certainty)), st.booleans())))
def test_tallies_lose_no_answer_and_no_mark(answers: list[tuple[Certainty, bool]]) -> None:
    tallies = by_level(answers)
    assert [each.level for each in tallies] == [LOW, MIDDLE, HIGH]
    assert sum(each.answers for each in tallies) == len(answers)
    assert sum(each.right for each in tallies) == sum(is_right for _, is_right in answers)
    assert sum(each.marks for each in tallies) == sum(level.marks(is_right=right) for level, right in answers)


# -- steps ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("question", "answer", "reason_step", "steps"),
    [
        (V, "service", True, [Step.ANSWER, Step.CERTAINTY, Step.REASON, Step.EXPLANATION]),
        (A, "service", True, [Step.ANSWER, Step.CERTAINTY, Step.REASON, Step.EXPLANATION]),
        (V, "service", False, [Step.ANSWER, Step.CERTAINTY, Step.EXPLANATION]),
        (A, "service", False, [Step.ANSWER, Step.CERTAINTY, Step.EXPLANATION]),
        (C, "2", True, [Step.ANSWER, Step.CERTAINTY, Step.EXPLANATION]),
    ],
)
def test_it_is_asked_after_the_answer_of_every_question_alike(
    question: Question, answer: str, *, reason_step: bool, steps: list[Step]
) -> None:
    session = begun(bank(question), reason_step=reason_step)
    found = [session.step]
    while session.step is not Step.EXPLANATION:
        match session.step:
            case Step.ANSWER:
                session = session.answered(answer)
            case Step.CERTAINTY:
                session = session.with_certainty("2")
            case _:
                session = session.reasoned("")
        found.append(session.step)
    assert found == steps


@pytest.mark.parametrize(
    ("position", "answer"), [*product((0, 2), ("product", "service", "either")), (1, "2")]
)
def test_of_three_answers_it_follows_each_of_them(position: int, answer: str) -> None:
    only = bank(DEMO.questions[position])
    assert begun(only, three_answers=True).answered(answer).step is Step.CERTAINTY


def test_unless_it_is_wanted_it_is_not_asked() -> None:
    session = open_session(start(DEMO), DEMO).answered("service")
    assert session.step is Step.REASON
    assert session.reasoned("").marks_by_certainty(0) is None


@given(st.data())
def test_it_changes_no_mark_and_no_other_outcome(data: st.DataObject) -> None:
    asking, plain = begun(), open_session(start(DEMO), DEMO)
    for _ in DEMO.questions:
        answer = data.draw(st.sampled_from(RESPONSES[plain.current.question.id]))
        asking = asking.answered(answer).with_certainty(data.draw(st.sampled_from(LEVELS)))
        plain = plain.answered(answer)
        assert asking.step_marks(Step.ANSWER) == plain.step_marks(Step.ANSWER)
        assert asking.step_marks(Step.CERTAINTY) is None
        if plain.step is Step.REASON:
            reason = data.draw(st.sampled_from(["", *(each.id for each in plain.current.reasons)]))
            asking, plain = asking.reasoned(reason), plain.reasoned(reason)
        asking, plain = asking.moved_on(), plain.moved_on()
    assert [asking.outcome(position) for position in range(3)] == [
        plain.outcome(position) for position in range(3)
    ]
    assert summarise(asking).score == summarise(plain).score


@pytest.mark.parametrize("question", [V, C, A])
def test_nothing_is_told_of_an_answer_while_it_is_asked(question: Question) -> None:
    only = bank(question)
    session = begun(only, reason_step=False).answered("2" if question is C else "service")
    assert (session.outcome(0), session.marks_by_certainty(0)) == (None, None)
    assert session.with_certainty("1").outcome(0) is not None


@pytest.mark.parametrize(
    ("question", "answer", "reason", "level", "marks"),
    [
        (V, "service", RUNS.id, "3", 3),
        (V, "service", "", "3", 3),  # right for no reason is right
        (V, "product", RUNS.id, "3", -6),
        (V, "product", "", "1", 0),
        (C, "2", "", "2", 2),
        (C, "0", "", "2", -2),
        (A, "service", RUNS.id, "2", 2),
        (A, "service", "", "2", -2),  # an arguable one earns its mark with its reason
    ],
)
def test_right_is_what_earned_its_mark(
    question: Question, answer: str, reason: str, level: str, marks: int
) -> None:
    session = begun(bank(question)).answered(answer).with_certainty(level)
    session = session.reasoned(reason) if session.step is Step.REASON else session
    assert session.marks_by_certainty(0) == marks


def test_an_answer_that_is_not_marked_has_no_marks_by_certainty() -> None:
    session = begun(bank(A), reason_step=False).answered("service").with_certainty("3")
    assert session.step is Step.EXPLANATION
    assert session.marks_by_certainty(0) is None
    assert summarise(session.moved_on()).by_certainty == ()


# -- undo ----------------------------------------------------------------------------------------


def test_a_slip_taken_back_before_anything_was_told_is_just_a_slip() -> None:
    session = begun().answered("product")
    assert (session.can_undo, session.last_step) == (True, Step.ANSWER)
    assert session.undone().turns[0] == Turn()


def test_how_sure_one_is_is_taken_back_like_every_step() -> None:
    session = begun().answered("product").with_certainty("3").reasoned(RUNS.id)
    undone = []
    while session.can_undo:
        undone.append(session.last_step)
        session = session.undone()
    assert undone == [Step.REASON, Step.CERTAINTY, Step.ANSWER]
    assert session.turns[0] == Turn(after_explanation=True)


@pytest.mark.parametrize(("question", "answer"), [(V, "service"), (C, "2")])
def test_after_the_reasons_or_the_explanation_something_was_told(question: Question, answer: str) -> None:
    session = begun(bank(question)).answered(answer).with_certainty("1").undone()
    assert session.step is Step.CERTAINTY
    assert session.turns[0] == Turn(answer, after_explanation=True)
    assert session.undone().turns[0] == Turn(after_explanation=True)  # and stays told


# -- taken up again ------------------------------------------------------------------------------


def kept(session: Session, *taken: tuple[Step, str], position: int = 0) -> KeptSession:
    asked = session.asked[position]
    offered = {Step.ANSWER: asked.offered, Step.CERTAINTY: LEVELS}
    reasons = tuple(each.id for each in asked.reasons)
    attempts = tuple(
        Attempt("s", position, step, asked.ref, offered.get(step, reasons), response, None, 1.0, NOON)
        for step, response in taken
    )
    return KeptSession(session.start, attempts, frozenset())


@pytest.mark.parametrize(
    ("taken", "step"),
    [
        ([], Step.ANSWER),
        ([(Step.ANSWER, "service")], Step.CERTAINTY),
        ([(Step.ANSWER, "service"), (Step.CERTAINTY, "2")], Step.REASON),
        ([(Step.ANSWER, "service"), (Step.CERTAINTY, "2"), (Step.REASON, "")], Step.EXPLANATION),
    ],
)
def test_it_is_taken_up_at_the_step_it_was_left(taken: list[tuple[Step, str]], step: Step) -> None:
    session = resumed(kept(begun(), *taken), {"demo": DEMO})
    assert session.step is step
    assert session.asked == begun().asked
    assert session.turns[0].certainty == (MIDDLE if len(taken) > 1 else None)


@given(st.integers(0, 10_000), st.sampled_from(LEVELS), st.integers(2, 6))
def test_the_options_of_a_choice_come_back_in_their_order(seed: int, level: str, options: int) -> None:
    only = bank(choice(0, options, name="c"))
    session = open_session(start(only, seed, certainty=True), only)
    again = resumed(kept(session, (Step.ANSWER, "1"), (Step.CERTAINTY, level)), {"demo": only})
    assert (again.asked, again.step) == (session.asked, Step.EXPLANATION)


@pytest.mark.parametrize(
    "taken",
    [
        [(Step.ANSWER, "service"), (Step.CERTAINTY, "4")],
        [(Step.ANSWER, "service"), (Step.CERTAINTY, "")],
        [(Step.ANSWER, "service"), (Step.CERTAINTY, "very")],
        [(Step.CERTAINTY, "2")],
        [(Step.ANSWER, "service"), (Step.REASON, "")],
    ],
    ids=["4", "empty", "a word", "without an answer", "a reason before it"],
)
def test_what_no_such_session_can_hold_is_left_out(taken: list[tuple[Step, str]]) -> None:
    found = resumed(kept(begun(), *taken), {"demo": DEMO})
    assert [asked.question.id for asked in found.asked] == ["c", "a"]


# -- the summary ---------------------------------------------------------------------------------


def test_confident_and_wrong_stands_first_among_the_missed() -> None:
    six = bank(*(verdict(name=f"q{n}") for n in range(6)))
    answers = [("product", level, "") for level in ("1", "3", "2", "3")]
    session = through(begun(six), [*answers, ("service", "3", RUNS.id), ("product", "2", IDLE[0].id)])
    assert summarise(session).missed == (1, 3, 2, 5, 0)
    plain = open_session(start(six), six)
    for answer, _, _ in [*answers, ("service", "", ""), ("product", "", "")]:
        plain = plain.answered(answer).reasoned("").moved_on()
    assert summarise(plain).missed == (0, 1, 2, 3, 5)


def test_a_summary_has_both_sums() -> None:
    session = through(begun(), [("service", "3", RUNS.id), ("0", "2", ""), ("service", "1", RUNS.id)])
    result = summarise(session)
    assert (result.score.earned, result.score.marked) == (2, 3)
    assert result.by_certainty == (LevelTally(LOW, 1, 1), LevelTally(MIDDLE, 1, 0), LevelTally(HIGH, 1, 1))
    assert sum(each.marks for each in result.by_certainty) == 3 - 2 + 1


def test_a_session_that_did_not_ask_has_none_by_certainty() -> None:
    session = open_session(start(DEMO), DEMO).answered("service").reasoned("").moved_on()
    assert summarise(session).by_certainty == ()


def test_a_question_left_before_its_certainty_counts_nowhere() -> None:
    result = summarise(begun().answered("service"))
    assert (result.score.marked, result.by_certainty, result.missed) == (0, (), ())
