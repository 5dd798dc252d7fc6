"""What the store tells of earlier answers: always what was known before the explanation."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.domain.attempt import Attempt, QuestionRef, SessionStart, Step
from quizapp.domain.history import Past
from quizapp.storage.answers.rows import SELECT_PAST
from quizapp.storage.answers.store import AttemptStore
from tests.storage.attempts import NOON, REFS, answer, reason, start

SLIP, SEEN = {"after_explanation": False}, {"after_explanation": True}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[AttemptStore]:
    with closing(AttemptStore(tmp_path / "answers.db")) as opened:
        yield opened


def test_the_last_session_tells_how_a_question_went(store: AttemptStore) -> None:
    for name, minute in (("s1", 0), ("s2", 9)):
        session = start(name, (REFS[0], REFS[1], REFS[0]))
        store.begin(session)
        first = answer(0, session, minute)
        for attempt in (first, reason(first), replace(answer(2, session, minute + 1), marks=0.0)):
            store.append(attempt)
    at = NOON + timedelta(minutes=9)
    assert store.past("bank") == (Past(REFS[0], 2, at, 1.0, 0.0, "service", "cost"),)
    assert store.past("another bank") == ()


@pytest.mark.parametrize(
    ("taken_back", "expected"),
    [
        ([], ("service", True)),
        ([SEEN], ("service", True)),
        ([SEEN, SEEN], ("service", True)),
        ([SLIP], ("product", False)),
        ([SLIP, SEEN], ("product", False)),
        ([SLIP, SLIP], ("service", False)),
    ],
)
def test_a_slip_is_no_mistake_and_hindsight_no_knowledge(
    store: AttemptStore, taken_back: list[dict[str, bool]], expected: tuple[str, bool]
) -> None:
    store.begin(start())
    responses = ("service", "product", "service")
    seen = False
    for response, undo in zip(responses, [*taken_back, None], strict=False):
        store.append(replace(answer(), response=response, after_explanation=seen))
        if undo is not None:
            store.retract("s1", 0, Step.ANSWER, NOON, **undo)
            seen = seen or undo["after_explanation"]
    (past,) = store.past("bank")
    assert (past.answer, past.is_first, past.times) == (*expected, 1)


def test_an_answer_taken_back_at_once_and_left_at_that_counts_for_nothing(store: AttemptStore) -> None:
    store.begin(start())
    store.append(answer())
    store.retract("s1", 0, Step.ANSWER, NOON, after_explanation=False)
    assert store.past("bank") == ()


def test_a_session_that_left_it_at_a_slip_is_not_the_last_one(store: AttemptStore) -> None:
    for name in ("s1", "s2"):
        store.begin(start(name))
        store.append(answer(0, start(name)))
    store.retract("s2", 0, Step.ANSWER, NOON, after_explanation=False)
    assert [past.times for past in store.past("bank")] == [1]


def test_a_fresh_start_in_the_middle_of_a_session_parts_it(store: AttemptStore) -> None:
    session = start("s1", (REFS[0], REFS[0]))
    store.begin(session)
    for position, response in ((0, "product"), (1, "service")):
        store.start_afresh("bank", NOON)
        store.append(replace(answer(position, session), response=response))
    assert [(past.answer, past.times) for past in store.past("bank")] == [("service", 1)]


def test_the_reason_given_before_the_explanation_is_the_one_that_counts(store: AttemptStore) -> None:
    store.begin(start())
    store.append(answer())
    store.append(reason(answer()))
    store.retract("s1", 0, Step.REASON, NOON, after_explanation=True)
    store.append(replace(reason(answer(), 1.0), response="tangibility", after_explanation=True))
    (past,) = store.past("bank")
    assert (past.reason, past.reason_marks) == ("cost", 0.0)


def test_another_wording_is_another_question(store: AttemptStore) -> None:
    reworded = replace(REFS[0], revision="ba9876543210")
    for name, ref in (("s1", REFS[0]), ("s2", reworded)):
        store.begin(start(name, (ref,)))
        store.append(answer(0, start(name, (ref,))))
    assert {past.question: past.times for past in store.past("bank")} == {REFS[0]: 1, reworded: 1}


def test_the_past_is_found_by_its_index(store: AttemptStore) -> None:
    plan = store._access.database.rows(f"EXPLAIN QUERY PLAN {SELECT_PAST}", ("bank",) * 2)
    assert {step for *_, step in plan if step.startswith("SCAN")} <= {"SCAN retraction"}
    assert any("latest USING PRIMARY KEY (bank_id=?)" in step for *_, step in plan)


# -- the same once more, counted by hand -----------------------------------------------------------


@dataclass
class DiaryEntry:
    """An attempt, and what became of it."""

    attempt: Attempt
    is_slip: bool = False
    is_withdrawn: bool = False

    @property
    def stands(self) -> bool:
        return not (self.is_slip or self.is_withdrawn)

    @property
    def place(self) -> tuple[str, int]:
        return self.attempt.session_id, self.attempt.position


class Diary:
    """Does things to a store and keeps its own account of them."""

    def __init__(self, store: AttemptStore) -> None:
        self.store = store
        self.told: list[DiaryEntry] = []
        self.fresh = 0
        for name in ("s0", "s1"):
            store.begin(self.session(name))

    def session(self, name: str) -> SessionStart:
        return start(name, (REFS[0], REFS[0], REFS[1]))

    def take(self, name: str, position: int, step: Step) -> None:
        """Take a step, or take it back when it was taken before."""
        here = [each for each in self.told if each.place == (name, position)]
        found = next((each for each in here if each.attempt.step is step and each.stands), None)
        seen = any(each.is_withdrawn for each in here)
        if found:
            self.undo(found, seen=seen)
            return
        number = len(self.told)
        made = answer(position, self.session(name), minute=number)
        made = replace(made, step=step, response=str(number), marks=number % 2, after_explanation=seen)
        self.store.append(made)
        self.told.append(DiaryEntry(made))

    def undo(self, found: DiaryEntry, *, seen: bool) -> None:
        """Every third attempt is withdrawn after the explanation; the others are slips unless it was seen."""
        seen = seen or int(found.attempt.response) % 3 == 0
        attempt = found.attempt
        step = attempt.step
        self.store.retract(attempt.session_id, attempt.position, step, NOON, after_explanation=seen)
        found.is_slip, found.is_withdrawn = not seen, seen

    def begin_anew(self) -> None:
        self.store.start_afresh("bank", NOON)
        self.fresh = len(self.told)

    def known(self, step: Step) -> list[DiaryEntry]:
        """What tells what the person knew."""
        usable = [each for each in self.told if each.attempt.step is step and not each.is_slip]
        return [each for each in usable if not each.attempt.after_explanation]

    def past(self, ref: QuestionRef) -> Past | None:
        answers = [each for each in self.known(Step.ANSWER) if each.attempt.question == ref]
        answers = [each for each in answers if int(each.attempt.response) >= self.fresh]
        if not answers:
            return None
        last = answers[-1].attempt.session_id
        counted = next(each for each in answers if each.attempt.session_id == last)
        reasons = [each.attempt for each in self.known(Step.REASON) if each.place == counted.place]
        given_reason = reasons[0] if reasons else None
        here = [e for e in self.told if e.place == counted.place and e.attempt.step is Step.ANSWER]
        return Past(
            ref,
            len({each.attempt.session_id for each in answers}),
            counted.attempt.at,
            counted.attempt.marks,
            given_reason.marks if given_reason else None,
            counted.attempt.response,
            given_reason.response if given_reason else None,
            here[0] is counted,
        )


STEPS = [*product(("s0", "s1"), (0, 1, 2), (Step.ANSWER, Step.REASON)), None]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(STEPS), max_size=30))
def test_the_past_agrees_with_counting_by_hand(plan: list[tuple[str, int, Step] | None]) -> None:
    with TemporaryDirectory() as folder, closing(AttemptStore(Path(folder) / "answers.db")) as store:
        diary = Diary(store)
        for each in plan:
            if each is None:
                diary.begin_anew()
            else:
                diary.take(*each)
        expected = [past for past in map(diary.past, REFS[:2]) if past]
        assert sorted(store.past("bank"), key=lambda past: past.question.question_id) == expected
        rows = store._access.database.rows
        kept = rows("SELECT bank_id, question_id, revision, number, times FROM latest_answer ORDER BY 2")
        assert kept == rows("SELECT * FROM latest_known ORDER BY question_id")
