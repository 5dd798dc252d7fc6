"""Rounds through the quiz, and where their names stand."""

from pathlib import Path

from quizapp.domain.round_events import Event
from quizapp.domain.round_plan import RoundPlan
from quizapp.domain.round_record import RoundRecord
from tests.quiz_rig import QuizRig
from tests.storage.rounds.round_script import PLAN, SCRIPT, WIDE

CANARY = "Zyxwvutsrq"
NAMES = {"t1": CANARY, "t2": "Blues"}


def begin(rig: QuizRig, plan: RoundPlan = PLAN) -> RoundRecord:
    return rig.quiz.rounds.begin(plan, WIDE, NAMES)


def play(rig: QuizRig, record: RoundRecord, script: tuple[Event, ...] = SCRIPT) -> RoundRecord:
    for event in script:
        record = rig.quiz.rounds.apply(record, event)
    return record


def holding(folder: Path, text: str) -> list[str]:
    return [each.name for each in folder.rglob("*") if each.is_file() and text.encode() in each.read_bytes()]
