"""Rounds of the quiz: begun, run, resumed and looked back on, over a real store."""

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from quizapp.domain import round_events as events
from quizapp.domain.errors import QuizError, UnknownQuestionError
from quizapp.domain.item_analysis import analysed
from quizapp.domain.question import Question, Verdict
from quizapp.domain.round import NotNowError, Phase
from quizapp.domain.round_plan import RoundPlan
from quizapp.domain.selection import Selection, Which
from quizapp.quiz import NothingToAskError, Profile
from quizapp.quiz.rounds import RoundHead
from tests.domain.examples import NOON, bank
from tests.quiz_rig import QuizRig, at
from tests.round_rig import CANARY, NAMES, begin, holding, play
from tests.storage.rounds.round_script import BANK, NEXT, PLAN, SCRIPT, WIDE, after

MONTH = timedelta(days=30)


@pytest.fixture
def rig(tmp_path: Path) -> Iterator[QuizRig]:
    rig = QuizRig(tmp_path)
    yield rig
    rig.quiz.close()


def again(tmp_path: Path) -> QuizRig:
    """The same folder in another window."""
    return QuizRig(tmp_path)


def forbid_writing(rig: QuizRig, *, forbidden: bool = True) -> None:
    rig.quiz.archive.store._access.database.rows(f"PRAGMA query_only = {forbidden:d}")


# -- a round -----------------------------------------------------------------------------------


def test_a_round_begins_in_the_lobby_with_its_questions_alone(rig: QuizRig) -> None:
    record = begin(rig)
    assert (record.round, record.bank, record.names) == (after(0), BANK, NAMES)
    assert (record.started_at, record.ended_at) == (NOON, None)
    assert rig.quiz.rounds.unfinished() == (record,)


def test_every_step_is_kept_before_it_is_returned(rig: QuizRig, tmp_path: Path) -> None:
    record = begin(rig)
    for number, event in enumerate(SCRIPT, start=1):
        rig.seconds += 1
        record = rig.quiz.rounds.apply(record, event)
        assert record.round == after(number)
        assert again(tmp_path).quiz.rounds.load(record.id) == record
    assert record.ended_at == at(len(SCRIPT))
    assert rig.quiz.rounds.unfinished() == ()


def test_what_cannot_happen_now_is_not_kept(rig: QuizRig) -> None:
    record = play(rig, begin(rig), SCRIPT[:3])
    with pytest.raises(NotNowError):
        rig.quiz.rounds.apply(record, events.Reveal())
    assert rig.quiz.rounds.load(record.id) == record


def test_a_second_window_cannot_go_on_behind_the_back_of_the_first(rig: QuizRig, tmp_path: Path) -> None:
    record = begin(rig)
    other = again(tmp_path).quiz.rounds
    (seen,) = other.unfinished()
    assert seen == record
    rig.quiz.rounds.apply(record, NEXT)
    with pytest.raises(QuizError, match="has gone on meanwhile, perhaps in another window"):
        other.apply(seen, events.Join("p1"))
    (resumed,) = other.unfinished()
    now = other.apply(resumed, NEXT)
    assert now.round.phase is Phase.OPEN
    assert again(tmp_path).quiz.rounds.apply(now, NEXT).round.phase is Phase.LOCKED


def test_a_round_as_it_stood_earlier_cannot_be_gone_on_with(rig: QuizRig) -> None:
    earlier = begin(rig)
    now = rig.quiz.rounds.apply(earlier, NEXT)
    with pytest.raises(QuizError, match="has gone on meanwhile"):
        rig.quiz.rounds.apply(earlier, events.Join("p1"))
    assert rig.quiz.rounds.load(now.id) == now


def test_after_a_trouble_the_same_step_can_be_tried_again(rig: QuizRig) -> None:
    record = begin(rig)
    forbid_writing(rig)
    with pytest.raises(QuizError, match="cannot be written to"):
        rig.quiz.rounds.apply(record, NEXT)
    forbid_writing(rig, forbidden=False)
    assert rig.quiz.rounds.apply(record, NEXT).round.phase is Phase.ASK


def reworded_of(question: Question) -> Question:
    if isinstance(question, Verdict):
        return replace(question, own_prompt="So?")
    return replace(question, prompt="So?")


def test_questions_are_asked_as_they_are_worded_when_the_round_begins(rig: QuizRig) -> None:
    reworded = bank(*(reworded_of(each) for each in WIDE.questions))
    record = rig.quiz.rounds.begin(PLAN, reworded, {})
    assert {each.prompt for each in record.bank.questions} == {"So?"}
    revisions = [each.revision for each in record.round.plan.questions]
    assert set(revisions).isdisjoint(each.revision for each in PLAN.questions)
    rig.quiz.use_bank(WIDE)
    assert rig.quiz.rounds.load(record.id) == record


def test_a_question_asked_twice_is_kept_once(rig: QuizRig) -> None:
    plan = replace(PLAN, questions=PLAN.questions[:1] * 2)
    record = rig.quiz.rounds.begin(plan, WIDE, {})
    assert (len(record.round.items), len(record.bank.questions)) == (2, 1)


@pytest.mark.parametrize(
    ("plan", "error", "sentence"),
    [
        (replace(PLAN, questions=()), NothingToAskError, "asks nothing yet"),
        (
            replace(PLAN, questions=(replace(PLAN.questions[0], bank_id="b"),)),
            NothingToAskError,
            "of another bank",
        ),
        (
            replace(PLAN, questions=(replace(PLAN.questions[0], question_id="gone"),)),
            UnknownQuestionError,
            "has no question gone",
        ),
    ],
)
def test_a_round_that_cannot_be_asked_does_not_begin(
    rig: QuizRig, tmp_path: Path, plan: RoundPlan, error: type[Exception], sentence: str
) -> None:
    with pytest.raises(error, match=sentence):
        begin(rig, plan)
    assert rig.quiz.rounds.past() == ()
    assert holding(tmp_path, CANARY) == []


def test_a_round_that_could_not_be_kept_leaves_no_names(rig: QuizRig, tmp_path: Path) -> None:
    forbid_writing(rig)
    with pytest.raises(QuizError, match="cannot be written to"):
        begin(rig)
    assert holding(tmp_path, CANARY) == []


def test_a_rehearsal_leaves_no_trace(rig: QuizRig, tmp_path: Path) -> None:
    rounds = rig.quiz.rounds
    record = rounds.begin(PLAN, WIDE, NAMES, is_rehearsal=True)
    assert rounds.is_rehearsal(record)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    record = rounds.rename(play(rig, record, SCRIPT[:-1]), {"t1": "Reds"})
    assert (record.round, record.names) == (after(len(SCRIPT) - 1), {"t1": "Reds"})
    assert rounds.apply(record, events.Close()).ended_at == NOON
    assert (rounds.unfinished(), rounds.past()) == ((), ())
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before
    assert not rounds.is_rehearsal(begin(rig))


# -- what was kept -----------------------------------------------------------------------------


def test_rounds_are_listed_with_the_newest_first(rig: QuizRig) -> None:
    first = play(rig, begin(rig))
    rig.seconds = 60
    second = rig.quiz.rounds.begin(replace(PLAN, title="Monday"), WIDE, {})
    assert rig.quiz.rounds.past() == (
        RoundHead(second.id, "Monday", 2, at(60), None, None),
        RoundHead(first.id, "Friday", 2, NOON, NOON, NOON + MONTH),
    )


def test_first_votes_come_from_closed_rounds_of_the_bank(rig: QuizRig) -> None:
    done = play(rig, begin(rig))
    begin(rig)
    found = rig.quiz.rounds.first_votes("demo")
    assert found == (replace(done, names={}),)
    assert [each.number for each in analysed(found).values()]
    assert rig.quiz.rounds.first_votes("other") == ()


def test_rounds_stay_out_of_the_trainers_own_progress(rig: QuizRig) -> None:
    rig.quiz.use_bank(WIDE)
    play(rig, begin(rig))
    assert (rig.quiz.met(), rig.quiz.answered("demo")) == (0, 0)
    assert rig.quiz.counts(Selection(1, 3))[Which.UNSEEN] == 4
    assert (rig.kept(), rig.store.past("demo")) == ([], ())
    assert rig.quiz.unfinished() is None


def test_rounds_belong_to_whoever_keeps_them(rig: QuizRig, tmp_path: Path) -> None:
    own = begin(rig)
    rig.quiz.archive.use(Profile.GUEST)
    assert rig.quiz.rounds.unfinished() == ()
    with pytest.raises(QuizError, match="is not among those saved here"):
        rig.quiz.rounds.apply(own, NEXT)
    rig.quiz.rounds.begin(PLAN, WIDE, {"t1": "Guests"})
    assert holding(tmp_path / "guest", "Guests")
    rig.quiz.archive.forget_guest()
    assert holding(tmp_path, "Guests") == []
    assert rig.quiz.rounds.unfinished() == (own,)


# -- plans -------------------------------------------------------------------------------------


def test_plans_are_kept_changed_and_deleted(rig: QuizRig) -> None:
    rounds = rig.quiz.rounds
    mine = replace(PLAN, id=rounds.new_plan_id())
    rounds.save_plan(mine)
    rounds.save_plan(PLAN)
    rounds.save_plan(replace(mine, title="Mended"))
    assert rounds.plans() == (replace(mine, title="Mended"), PLAN)
    rounds.delete_plan(mine.id)
    assert rounds.plans() == (PLAN,)
    assert rounds.new_plan_id() != rounds.new_plan_id()


# -- the start ---------------------------------------------------------------------------------

PRACTISE = """
import sys
from pathlib import Path
from tests.quiz_rig import MIXED, QuizRig
rig = QuizRig(Path(sys.argv[1]))
rig.quiz.use_bank(MIXED)
rig.quiz.start(rig.quiz.suggestion())
print(*(name for name in sys.modules if "quizapp" in name and "round" in name))
"""


def test_who_practises_does_not_wait_for_rounds(tmp_path: Path) -> None:
    root = Path(__file__).parent.parent
    done = subprocess.run(
        [sys.executable, "-c", PRACTISE, str(tmp_path)],
        env=os.environ | {"PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == []
