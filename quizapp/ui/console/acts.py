"""From what a trainer does to what happens in the round, and whether it can happen now."""

from enum import StrEnum

from quizapp.domain import round_events as events
from quizapp.domain.round import NotNowError, Phase, Round, Ruling
from quizapp.domain.round_plan import ScoreShowing
from quizapp.domain.round_rules import applied
from quizapp.ui.console.keys import Act

_SIMPLE: dict[Act, events.Event] = {
    Act.NEXT: events.Next(),
    Act.MORE_TIME: events.MoreTime(),
    Act.DISCUSS: events.Discuss(),
    Act.REVEAL: events.Reveal(),
    Act.UNLOCK: events.Unlock(),
    Act.RELEASE: events.ReleaseSplit(),
    Act.SKIP: events.Skip(),
    Act.SCORES: events.ShowScores(),
}


class Step(StrEnum):
    """The next natural thing."""

    RESUME = "resume"
    ASK = "ask"
    OPEN = "open"
    LOCK = "lock"
    DECIDE = "decide"
    OPEN_AGAIN = "open-again"
    EXPLAIN = "explain"
    SCORES = "scores"
    NEXT_QUESTION = "next-question"
    WRAP_UP = "wrap-up"
    OVER = "over"


def event_for(round_: Round, act: Act) -> events.Event | None:
    """What an act makes happen, if it can happen now.

    Acts that are none of the round's events (peeking, leaving, exporting), and a dispute, which needs
    its note first, give None.
    """
    event = _meant(round_, act)
    if event is None or (act is Act.RELEASE and round_.item.is_split_released):
        return None
    return None if _refused(round_, event) else event


def is_possible(round_: Round, act: Act) -> bool:
    """Whether an act makes sense as the round stands."""
    match act:
        case Act.DISPUTE:
            return not refusal(round_, act)
        case Act.EXPORT:
            return any(item.is_revealed for item in round_.items)
        case Act.LEAVE:
            return True
        case _:
            return event_for(round_, act) is not None


def next_step(round_: Round) -> Step:
    """The next natural thing as the round stands."""
    if round_.phase in {Phase.WRAP_UP, Phase.CLOSED}:
        return Step.OVER
    if round_.is_paused:
        return Step.RESUME
    follows = Step.WRAP_UP if round_.is_last else Step.NEXT_QUESTION
    shows_scores = round_.plan.scores is ScoreShowing.ALWAYS
    return {
        Phase.LOBBY: Step.ASK,
        Phase.ASK: Step.OPEN,
        Phase.OPEN: Step.LOCK,
        Phase.LOCKED: Step.DECIDE,
        Phase.DISCUSS: Step.OPEN_AGAIN,
        Phase.REVEAL: Step.EXPLAIN,
        Phase.EXPLAIN: Step.SCORES if shows_scores else follows,
        Phase.SCORES: follows,
    }[round_.phase]


def step_of(round_: Round) -> tuple[Phase, int, int, bool]:
    """What makes two moments of a round different steps: votes that come in do not."""
    return round_.phase, round_.place, len(round_.item.ballots), round_.is_paused


def _meant(round_: Round, act: Act) -> events.Event | None:
    match act:
        case Act.PAUSE:
            return events.Resume() if round_.is_paused else events.Pause()
        case Act.NEXT if round_.is_paused:
            return events.Resume()
        case Act.BACK:
            place = round_.place if round_.phase is Phase.WRAP_UP else round_.place - 1
            return events.GoTo(place)
        case Act.VOID:
            return events.Rule(round_.place, _toggled(round_, Ruling.VOID))
        case Act.BOTH:
            return events.Rule(round_.place, _toggled(round_, Ruling.BOTH))
        case _:
            return _SIMPLE.get(act)


def _toggled(round_: Round, ruling: Ruling) -> str:
    """The ruling, or none where it stands already."""
    return (Ruling.NONE if round_.item.ruling is ruling else ruling).value


def refusal(round_: Round, act: Act) -> str:
    """Why an act cannot happen now, in a sentence; empty where it can, or where nothing need be said."""
    event = events.Dispute(round_.place, "") if act is Act.DISPUTE else _meant(round_, act)
    return _refused(round_, event) if event is not None else ""


def _refused(round_: Round, event: events.Event) -> str:
    try:
        applied(round_, event)
    except NotNowError as error:
        return str(error)
    return ""
