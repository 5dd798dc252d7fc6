"""A round from the lobby to its end, through every phase, for tests of its journal."""

from dataclasses import replace

from quizapp.domain import round_events as events
from quizapp.domain.attempt import QuestionRef
from quizapp.domain.bank import Bank
from quizapp.domain.round import Phase, Round
from quizapp.domain.round_events import Event
from quizapp.domain.round_plan import AnsweringMode, RoundPlan, ScoreShowing
from quizapp.domain.round_rules import replayed
from quizapp.domain.session import refer
from tests.domain.examples import bank, choice, verdict

BANK = bank(verdict(name="v"), choice(2, name="c"))
WIDE = replace(BANK, questions=(verdict(name="before"), *BANK.questions, verdict(name="after")))
NEXT = events.Next()

SCRIPT: tuple[Event, ...] = (
    *(events.Join("p1"), events.Leave("p1"), NEXT),
    *(NEXT, events.Count(0, 0, {"product": 7, "service": 5}), events.MoreTime(), NEXT, events.Unlock()),
    *(NEXT, events.Discuss(), events.ReleaseSplit(), NEXT, events.Count(0, 1, {"service": 12}), NEXT),
    *(events.Reveal(), NEXT, events.Dispute(0, "größer \ud800"), events.Rule(0, "both"), NEXT),
    *(events.Pause(), events.Resume(), events.Switch(AnsweringMode.TEAMS), events.GoTo(1)),
    *(NEXT, events.Vote(1, 0, "t1", "2"), events.Vote(1, 0, "t2", "3"), events.Vote(1, 0, "t2", "")),
    *(NEXT, events.Reveal(), NEXT, events.ShowScores(), events.WrapUp(), events.Close()),
)


def refs(of: Bank = BANK) -> tuple[QuestionRef, ...]:
    return tuple(refer(of, question) for question in of.questions)


PLAN = RoundPlan("plan", "Friday", refs(), headcount=12, teams=2, scores=ScoreShowing.ALWAYS)


def after(number: int) -> Round:
    """The round after so many events of the script."""
    return replayed(PLAN, SCRIPT[:number])


def first_in(phase: Phase) -> int:
    """After how many events the round is in a phase for the first time."""
    return next(number for number in range(len(SCRIPT) + 1) if after(number).phase is phase)
