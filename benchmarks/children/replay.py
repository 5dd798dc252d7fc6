"""Takes up a round and one of a quarter of its votes, and tells the ms. Argument: how many votes."""

import json
import sys
import time
from collections.abc import Iterator

from quizapp.domain.attempt import QuestionRef
from quizapp.domain.round_events import Event, GoTo, Join, Next, Reveal, Vote
from quizapp.domain.round_plan import AnsweringMode, RoundPlan
from quizapp.domain.round_rules import replayed
from quizapp.storage.rounds.plan_json import event_json, event_of

_PEOPLE = 500


def story(votes: int) -> Iterator[Event]:
    """A room of 500 that answers one question after the other."""
    for number in range(_PEOPLE):
        yield Join(f"p{number + 1}")
    for position in range(votes // _PEOPLE):
        yield GoTo(position) if position else Next()
        yield Next()
        for number in range(_PEOPLE):
            yield Vote(position, 0, f"p{number + 1}", ("product", "service")[number % 2])
        yield Next()
        yield Reveal()


def spent(votes: int) -> float:
    """The ms of computing that a round of so many votes takes."""
    refs = tuple(QuestionRef("bank", f"question-{number}", "0" * 12) for number in range(votes // _PEOPLE))
    plan = RoundPlan(id="round", title="A round", questions=refs, answering=AnsweringMode.PAPER)
    kept = [event_json(event) for event in story(votes)]
    begun = time.process_time()
    replayed(plan, map(event_of, kept))
    return 1e3 * (time.process_time() - begun)


whole = int(sys.argv[1])
json.dump({"quarter": spent(whole // 4), "whole": spent(whole)}, sys.stdout)
