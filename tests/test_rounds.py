"""The door to rounds: begun, run, resumed and looked back on, over a real store."""

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
from quizapp.domain.round import NotNowError, Phase
from quizapp.domain.round_plan import RoundPlan
from quizapp.domain.selection import Selection, Which
from quizapp.quiz import NothingToAskError, Profile
from quizapp.quiz.rounds import RoundHead
from tests.desk import Desk, at
from tests.domain.examples import NOON, bank
from tests.round_desk import CANARY, NAMES, begin, holding, play
from tests.storage.rounds.round_script import BANK, NEXT, PLAN, SCRIPT, WIDE, after

MONTH = timedelta(days=30)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path)
    yield desk
    desk.quiz.close()


def again(tmp_path: Path) -> Desk:
    """The same folder in another window."""
    return Desk(tmp_path)


def forbid_writing(desk: Desk, *, forbidden: bool = True) -> None:
    desk.quiz.keeping.store._access.database.rows(f"PRAGMA query_only = {forbidden:d}")


# -- a round -----------------------------------------------------------------------------------


def test_a_round_begins_in_the_lobby_with_its_questions_alone(desk: Desk) -> None:
    record = begin(desk)
    assert (record.round, record.bank, record.names) == (after(0), BANK, NAMES)
    assert (record.started_at, record.ended_at) == (NOON, None)
    assert desk.quiz.rounds.unfinished() == record


def test_every_step_is_kept_before_it_is_returned(desk: Desk, tmp_path: Path) -> None:
    record = begin(desk)
    for number, event in enumerate(SCRIPT, start=1):
        desk.seconds += 1
        record = desk.quiz.rounds.act(record, event)
        assert record.round == after(number)
        assert again(tmp_path).quiz.rounds.load(record.id) == record
    assert record.ended_at == at(len(SCRIPT))
    assert desk.quiz.rounds.unfinished() is None


def test_what_cannot_happen_now_is_not_kept(desk: Desk) -> None:
    record = play(desk, begin(desk), SCRIPT[:3])
    with pytest.raises(NotNowError):
        desk.quiz.rounds.act(record, events.Reveal())
    assert desk.quiz.rounds.load(record.id) == record


def test_a_second_window_cannot_go_on_behind_the_back_of_the_first(desk: Desk, tmp_path: Path) -> None:
    record = begin(desk)
    other = again(tmp_path).quiz.rounds
    seen = other.unfinished()
    assert seen == record
    desk.quiz.rounds.act(record, NEXT)
    with pytest.raises(QuizError, match="has gone on meanwhile, perhaps in another window"):
        other.act(seen, events.Join("p1"))
    resumed = other.unfinished()
    assert resumed is not None
    now = other.act(resumed, NEXT)
    assert now.round.phase is Phase.OPEN
    assert again(tmp_path).quiz.rounds.act(now, NEXT).round.phase is Phase.LOCKED


def test_a_round_as_it_stood_earlier_cannot_be_gone_on_with(desk: Desk) -> None:
    earlier = begin(desk)
    now = desk.quiz.rounds.act(earlier, NEXT)
    with pytest.raises(QuizError, match="has gone on meanwhile"):
        desk.quiz.rounds.act(earlier, events.Join("p1"))
    assert desk.quiz.rounds.load(now.id) == now


def test_after_a_trouble_the_same_step_can_be_tried_again(desk: Desk) -> None:
    record = begin(desk)
    forbid_writing(desk)
    with pytest.raises(QuizError, match="cannot be written to"):
        desk.quiz.rounds.act(record, NEXT)
    forbid_writing(desk, forbidden=False)
    assert desk.quiz.rounds.act(record, NEXT).round.phase is Phase.ASK


def test_questions_are_asked_as_they_are_worded_when_the_round_begins(desk: Desk) -> None:
    reworded = bank(*(replace(each, prompt="So?") for each in WIDE.questions))
    record = desk.quiz.rounds.begin(PLAN, reworded, {})
    assert {each.prompt for each in record.bank.questions} == {"So?"}
    revisions = [each.revision for each in record.round.plan.questions]
    assert set(revisions).isdisjoint(each.revision for each in PLAN.questions)
    desk.quiz.use_bank(WIDE)
    assert desk.quiz.rounds.load(record.id) == record


def test_a_question_asked_twice_is_kept_once(desk: Desk) -> None:
    plan = replace(PLAN, questions=PLAN.questions[:1] * 2)
    record = desk.quiz.rounds.begin(plan, WIDE, {})
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
    desk: Desk, tmp_path: Path, plan: RoundPlan, error: type[Exception], sentence: str
) -> None:
    with pytest.raises(error, match=sentence):
        begin(desk, plan)
    assert desk.quiz.rounds.past() == ()
    assert holding(tmp_path, CANARY) == []


def test_a_round_that_could_not_be_kept_leaves_no_names(desk: Desk, tmp_path: Path) -> None:
    forbid_writing(desk)
    with pytest.raises(QuizError, match="cannot be written to"):
        begin(desk)
    assert holding(tmp_path, CANARY) == []


def test_a_rehearsal_leaves_no_trace(desk: Desk, tmp_path: Path) -> None:
    rounds = desk.quiz.rounds
    record = rounds.begin(PLAN, WIDE, NAMES, is_rehearsal=True)
    assert rounds.is_rehearsal(record)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    record = rounds.rename(play(desk, record, SCRIPT[:-1]), {"t1": "Reds"})
    assert (record.round, record.names) == (after(len(SCRIPT) - 1), {"t1": "Reds"})
    assert rounds.act(record, events.Close()).ended_at == NOON
    assert (rounds.unfinished(), rounds.past()) == (None, ())
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before
    assert not rounds.is_rehearsal(begin(desk))


# -- what was kept -----------------------------------------------------------------------------


def test_rounds_are_listed_with_the_newest_first(desk: Desk) -> None:
    first = play(desk, begin(desk))
    desk.seconds = 60
    second = desk.quiz.rounds.begin(replace(PLAN, title="Monday"), WIDE, {})
    assert desk.quiz.rounds.past() == (
        RoundHead(second.id, "Monday", 2, at(60), None, None),
        RoundHead(first.id, "Friday", 2, NOON, NOON, NOON + MONTH),
    )


def test_first_votes_come_from_closed_rounds_of_the_bank(desk: Desk) -> None:
    done = play(desk, begin(desk))
    begin(desk)
    found = desk.quiz.rounds.first_votes("demo")
    assert found == (replace(done, names={}),)
    assert [each.number for each in analysed(found).values()]
    assert desk.quiz.rounds.first_votes("other") == ()


def test_rounds_stay_out_of_the_trainers_own_progress(desk: Desk) -> None:
    desk.quiz.use_bank(WIDE)
    play(desk, begin(desk))
    assert (desk.quiz.met(), desk.quiz.answered("demo")) == (0, 0)
    assert desk.quiz.counts(Selection(1, 3))[Which.UNSEEN] == 4
    assert (desk.kept(), desk.store.past("demo")) == ([], ())
    assert desk.quiz.unfinished() is None


def test_rounds_belong_to_whoever_keeps_them(desk: Desk, tmp_path: Path) -> None:
    own = begin(desk)
    desk.quiz.keeping.use(Profile.GUEST)
    assert desk.quiz.rounds.unfinished() is None
    with pytest.raises(QuizError, match="is not among those kept here"):
        desk.quiz.rounds.act(own, NEXT)
    desk.quiz.rounds.begin(PLAN, WIDE, {"t1": "Guests"})
    assert holding(tmp_path / "guest", "Guests")
    desk.quiz.keeping.forget_guest()
    assert holding(tmp_path, "Guests") == []
    assert desk.quiz.rounds.unfinished() == own


# -- plans -------------------------------------------------------------------------------------


def test_plans_are_kept_changed_and_deleted(desk: Desk) -> None:
    rounds = desk.quiz.rounds
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
from tests.desk import MIXED, Desk
desk = Desk(Path(sys.argv[1]))
desk.quiz.use_bank(MIXED)
desk.quiz.start(desk.quiz.suggestion())
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
