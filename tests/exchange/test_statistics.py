"""Facility and discrimination over several rounds: one row a wording, the hardest first, n always there."""

import csv
from io import StringIO

from quizapp.domain import round_events as events
from quizapp.domain.round_plan import AnsweringMode, RoundPlan
from quizapp.domain.round_record import RoundRecord
from quizapp.domain.round_rules import replayed
from quizapp.domain.session import refer
from quizapp.exchange.statistics import statistics_csv
from tests.domain.examples import NOON, bank, verdict

BANK = bank(verdict(name="easy"), verdict(name="hard"))


def counted(name: str, right: int, wrong: int) -> RoundRecord:
    """A round by hands in which both questions were asked: the second with right and wrong turned round."""
    refs = tuple(refer(BANK, question) for question in BANK.questions)
    happened: list[events.Event] = [events.Next()]
    for position, (service, product) in enumerate([(right, wrong), (wrong, right)]):
        count = events.Count(position, 0, {"service": service, "product": product})
        happened += [events.Next(), count, events.Next(), events.Reveal(), events.Next(), events.Next()]
    plan = RoundPlan("plan", "Monday", refs, AnsweringMode.HANDS)
    return RoundRecord(name, replayed(plan, happened), BANK, {}, NOON)


def test_rounds_are_added_up_and_the_hardest_comes_first() -> None:
    text = statistics_csv([counted("a", 6, 2), counted("b", 9, 3)])
    hard, easy = csv.DictReader(StringIO(text.removeprefix("\ufeff")))
    assert (hard["question"], hard["rounds"], hard["n"], hard["facility"]) == ("hard", "2", "20", "0.25")
    assert (easy["question"], easy["n"], easy["facility"]) == ("easy", "20", "0.75")
    assert float(hard["facility from"]) < 0.25 < float(hard["facility to"])


def test_hands_tell_nothing_of_discrimination() -> None:
    rows = list(csv.DictReader(StringIO(statistics_csv([counted("a", 30, 9)]).removeprefix("\ufeff"))))
    assert {row["discrimination"] for row in rows} == {""}


def test_no_rounds_give_the_heads_alone() -> None:
    assert statistics_csv([]).count("\r\n") == 1
