"""Rounds for tests: a bank that a room is asked, plans, and everything that may happen."""

from collections.abc import Mapping
from functools import cache

from hypothesis import strategies as st

from quizapp.domain import round_events as events
from quizapp.domain.bank import Bank, Cue, Vocabulary
from quizapp.domain.question import Side
from quizapp.domain.round import NotNowError, Phase, Round
from quizapp.domain.round_events import Event
from quizapp.domain.round_plan import AnsweringMode, RoundPlan, ScoreShowing
from quizapp.domain.round_rules import applied, replayed
from quizapp.domain.session import refer
from tests.domain.examples import arguable, bank, choice, verdict

TALK = Vocabulary(
    {name: Cue(name, f"Cue {name}", "…", "…", f"And {name}?") for name in ("owns", "runs", "value")}
)
ASKED = bank(
    verdict(Side.SERVICE, "v"),
    choice(2, name="c"),
    arguable(name="a"),
    verdict(Side.PRODUCT, "w"),
    vocabulary=TALK,
)
LENGTH = len(ASKED.questions)
HEADCOUNT = 9


def plan(mode: AnsweringMode = AnsweringMode.TEAMS, of: Bank = ASKED, **changes: object) -> RoundPlan:
    """A plan that asks everything in a bank."""
    refs = tuple(refer(of, question) for question in of.questions)
    fields: dict[str, object] = {
        "answering": mode,
        "headcount": HEADCOUNT,
        "teams": 3,
        "scores": ScoreShowing.ALWAYS,
    }
    return RoundPlan("plan", "Tuesday", refs, **{**fields, **changes})  # type: ignore[arg-type]


def played(*happened: Event, **changes: object) -> Round:
    """A round after some events."""
    return replayed(plan(**changes), happened)  # type: ignore[arg-type]


def votes(position: int, answers: Mapping[str, str], ballot: int = 0) -> list[Event]:
    """The answers of some voters in one vote."""
    return [events.Vote(position, ballot, voter, answer) for voter, answer in answers.items()]


def asked(position: int, answers: Mapping[str, str]) -> list[Event]:
    """One question from being asked to its explanation, with one vote."""
    told: list[Event] = [events.Next(), events.Reveal(), events.Next()]
    return [events.GoTo(position), events.Next(), *votes(position, answers), *told]


def is_taken(round_: Round, event: Event) -> Round | None:
    """The round after an event; None where it is refused."""
    try:
        return applied(round_, event)
    except NotNowError:
        return None


VOTERS = ("t1", "t2", "t3", "t4", "p1", "p2")
ANSWERS = ("product", "service", "0", "2", "")
_places = st.integers(-1, LENGTH)
_ballots = st.integers(-1, 2)
_voters = st.sampled_from((*VOTERS, "Amara", ""))
_answers = st.sampled_from(ANSWERS)
_counts = st.dictionaries(st.sampled_from(ANSWERS[:4]), st.integers(-1, HEADCOUNT), max_size=2)

ANYTHING: st.SearchStrategy[Event] = st.one_of(
    st.sampled_from(
        [
            *(events.Next(), events.Unlock(), events.Discuss(), events.ReleaseSplit(), events.Reveal()),
            *(events.ShowScores(), events.Skip(), events.Pause(), events.Resume(), events.MoreTime()),
            *(events.WrapUp(), events.Close(), events.Back(), events.Back()),
        ]
    ),
    st.builds(events.GoTo, _places),
    st.builds(events.Rule, _places, st.sampled_from(["", "void", "both", "neither"])),
    st.builds(events.Dispute, _places, st.sampled_from(["", "It depends."])),
    st.builds(events.Switch, st.sampled_from(AnsweringMode)),
    st.builds(events.Recount, st.integers(-1, HEADCOUNT)),
    st.builds(events.Join, _voters),
    st.builds(events.Leave, _voters),
    st.builds(events.Vote, _places, _ballots, _voters, _answers),
    st.builds(events.Count, _places, _ballots, _counts),
    st.builds(events.Buzz, _places, _ballots, _voters),
    st.builds(events.PassOn, _places, _ballots),
    st.builds(events.Sheet, _places, _voters, _answers),
    st.builds(events.Correct, _places, _voters, _answers),
    st.builds(events.CorrectCount, _places, _counts),
)
"""Every event there is, most of them out of place."""


def natural(round_: Round) -> st.SearchStrategy[Event]:
    """What a trainer and a room do as the round stands."""
    if round_.is_paused:
        return st.just(events.Resume())
    return _natural(round_.phase, round_.mode, round_.position, len(round_.item.ballots) - 1)


@cache
def _natural(phase: Phase, mode: AnsweringMode, position: int, ballot: int) -> st.SearchStrategy[Event]:
    match phase:
        case Phase.OPEN:
            answer = _answering(mode, position, ballot)
            rulings = st.builds(events.Rule, st.just(position), st.sampled_from(["", "void", "both"]))
            return st.one_of(answer, answer, answer, st.just(events.Next()), rulings)
        case Phase.LOCKED:
            return st.sampled_from([events.Reveal(), events.Discuss(), events.Reveal(), events.Unlock()])
        case Phase.DISCUSS:
            return st.sampled_from([events.ReleaseSplit(), events.Next()])
        case Phase.WRAP_UP:
            return st.builds(events.GoTo, _places)
        case _:
            return st.just(events.Next())


def _answering(mode: AnsweringMode, position: int, ballot: int) -> st.SearchStrategy[Event]:
    """An answer to the vote in front, in the way in force."""
    here = (st.just(position), st.just(ballot))
    voters = st.sampled_from(VOTERS[:3])
    vote = st.builds(events.Vote, *here, voters, _answers)
    match mode:
        case AnsweringMode.HANDS:
            counts = st.dictionaries(st.sampled_from(ANSWERS[:2]), st.integers(0, HEADCOUNT // 2), min_size=1)
            return st.builds(events.Count, *here, counts)
        case AnsweringMode.TEAMS:
            return vote
        case AnsweringMode.BUZZ:
            return st.one_of(st.builds(events.Buzz, *here, voters), vote, st.builds(events.PassOn, *here))
        case AnsweringMode.PAPER:
            return st.one_of(vote, st.builds(events.Sheet, here[0], voters, _answers))
