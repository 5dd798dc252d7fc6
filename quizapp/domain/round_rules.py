"""What an event does to a round, and which events are refused."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from quizapp.domain import round_events as events
from quizapp.domain.ballot import Ballot
from quizapp.domain.round import NotNowError, Phase, Round, Ruling, Voter, begun
from quizapp.domain.round_events import Event
from quizapp.domain.round_plan import MOST_PEOPLE, RoundPlan, ScoreShowing
from quizapp.domain.round_voting import VOTING, asked, known

MORE_SECONDS = 10

_VOTING = frozenset({Phase.ASK, Phase.OPEN, Phase.LOCKED, Phase.DISCUSS})

VOTER_ID = re.compile(r"[tp][1-9][0-9]{0,3}")
"""What a voter is called in a round: names never stand in one, so that they can be deleted."""


def applied(round_: Round, event: Event) -> Round:
    """The round after an event.

    Raises:
        NotNowError: when it cannot happen now; the round stays as it was.
    """
    if round_.phase is Phase.CLOSED:
        raise NotNowError("This round is over.")
    if round_.is_paused and not isinstance(event, events.Resume):
        raise NotNowError("The round is paused. Resume it first.")
    return _RULES[type(event)](round_, event)


def replayed(plan: RoundPlan, happened: Iterable[Event]) -> Round:
    """The round that some events lead to from its beginning."""
    round_ = begun(plan)
    for event in happened:
        round_ = applied(round_, event)
    return round_


# -- going on ----------------------------------------------------------------------------------------


def _next(round_: Round, _: events.Next) -> Round:
    match round_.phase:
        case Phase.LOBBY:
            return _go_to(round_, events.GoTo(0))
        case Phase.ASK | Phase.DISCUSS:
            return _opened(round_)
        case Phase.OPEN:
            return replace(round_, phase=Phase.LOCKED)
        case Phase.REVEAL | Phase.LOCKED if round_.item.is_revealed:
            is_shown = round_.phase is Phase.REVEAL
            return replace(round_, phase=Phase.EXPLAIN if is_shown else Phase.REVEAL)
        case Phase.EXPLAIN if _has_scores(round_):
            return replace(round_, phase=Phase.SCORES)
        case Phase.EXPLAIN | Phase.SCORES:
            return _after(round_)
        case Phase.LOCKED:
            raise NotNowError("Two things are natural here: D to discuss, R to reveal.")
        case _:
            raise NotNowError("No question follows. Close the round, or go back to one.")


def _opened(round_: Round) -> Round:
    """The vote is open: the first, or the one after talking; one that was stepped back from goes on."""
    ballots, wanted = round_.item.ballots, 2 if round_.phase is Phase.DISCUSS else 1
    if len(ballots) >= wanted:
        return _in_mode(replace(round_, phase=Phase.OPEN))
    item = replace(round_.item, ballots=(*ballots, Ballot(round_.mode)))
    return replace(round_.with_item(round_.position, item), phase=Phase.OPEN, extra=0)


def _at(round_: Round, position: int) -> Round:
    """A question comes to the front: asked, looked back on, or locked as it was voted on.

    Going on must not open an old vote again: the first one counts as it was before anybody talked.
    """
    item = round_.items[position]
    unvoted = Phase.LOCKED if item.ballots else Phase.ASK
    return replace(round_, phase=Phase.EXPLAIN if item.is_revealed else unvoted, position=position, extra=0)


def _after(round_: Round) -> Round:
    """What follows the question in front."""
    if round_.is_last:
        return _wrap_up(round_, events.WrapUp())
    return _at(round_, round_.position + 1)


# -- going back, one step at a time --------------------------------------------------------------------


_BEFORE: Mapping[Phase, Phase] = {
    Phase.DISCUSS: Phase.LOCKED,
    Phase.REVEAL: Phase.LOCKED,
    Phase.EXPLAIN: Phase.REVEAL,
    Phase.SCORES: Phase.EXPLAIN,
}
"""The steps within a question that are only shown."""


def _back(round_: Round, _: events.Back) -> Round:
    match round_.phase:
        case Phase.WRAP_UP:
            return replace(round_, phase=round_.came_from)
        case phase if phase in _BEFORE:
            return replace(round_, phase=_BEFORE[phase])
        case Phase.LOCKED if not round_.item.is_revealed:
            return _in_mode(replace(round_, phase=Phase.OPEN))
        case Phase.OPEN:
            return _before_the_vote(round_)
        case _:
            return _at_end_of(round_, round_.position - 1)


def _before_the_vote(round_: Round) -> Round:
    """The round before its open vote; one with answers is kept and goes on later, an empty one was a slip."""
    ballots = round_.item.ballots
    before = Phase.DISCUSS if len(ballots) > 1 else Phase.ASK
    kept = ballots[:-1] if ballots[-1] == Ballot(ballots[-1].mode) else ballots
    item = replace(round_.item, ballots=kept)
    return replace(round_.with_item(round_.position, item), phase=before, extra=0)


def _at_end_of(round_: Round, position: int) -> Round:
    """The last step of a question that comes before the one in front."""
    there = _go_to(round_, events.GoTo(position))
    return (
        replace(there, phase=Phase.SCORES) if there.phase is Phase.EXPLAIN and _has_scores(there) else there
    )


def _has_scores(round_: Round) -> bool:
    """Whether scores follow each explanation."""
    return round_.plan.scores is ScoreShowing.ALWAYS and bool(round_.voters)


def _unlock(round_: Round, _: events.Unlock) -> Round:
    _need(round_, Phase.LOCKED, "Only a locked vote can be unlocked.")
    _need_no_verdict(round_)
    return _in_mode(replace(round_, phase=Phase.OPEN))


def _discuss(round_: Round, _: events.Discuss) -> Round:
    _need(round_, Phase.LOCKED, "Lock the vote before the room talks.")
    _need_no_verdict(round_)
    if len(round_.item.ballots) > 1:
        raise NotNowError("The room has voted twice. Reveal the verdict.")
    covered = replace(round_.item, is_split_released=False)
    return replace(round_.with_item(round_.position, covered), phase=Phase.DISCUSS)


def _release(round_: Round, _: events.ReleaseSplit) -> Round:
    _need(round_, Phase.DISCUSS, "The first vote can be shown while the room talks.")
    return round_.with_item(round_.position, replace(round_.item, is_split_released=True))


def _reveal(round_: Round, _: events.Reveal) -> Round:
    if round_.phase not in {Phase.LOCKED, Phase.DISCUSS}:
        raise NotNowError("Lock the vote before the verdict is shown.")
    item = replace(round_.item, is_revealed=True, is_skipped=False)
    return replace(round_.with_item(round_.position, item), phase=Phase.REVEAL)


def _show_scores(round_: Round, _: events.ShowScores) -> Round:
    if round_.plan.scores is not ScoreShowing.ALWAYS:
        raise NotNowError("This round was planned without scores between the questions.")
    match round_.phase:
        case Phase.SCORES:
            return replace(round_, phase=Phase.EXPLAIN)
        case Phase.REVEAL | Phase.EXPLAIN:
            return replace(round_, phase=Phase.SCORES)
        case _:
            raise NotNowError("Scores are shown after a verdict.")


def _skip(round_: Round, _: events.Skip) -> Round:
    if round_.phase not in _VOTING:
        raise NotNowError("Only a question that is being asked can be skipped.")
    item = replace(round_.item, is_skipped=True)
    return _after(round_.with_item(round_.position, item))


def _go_to(round_: Round, event: events.GoTo) -> Round:
    if event.position < 0:
        raise NotNowError("This is the first question.")
    if event.position >= len(round_.items):
        raise NotNowError("The round has no such question.")
    if round_.phase is Phase.LOBBY and event.position:
        raise NotNowError("Begin with the first question.")
    return _at(round_, event.position)


def _wrap_up(round_: Round, _: events.WrapUp) -> Round:
    if round_.phase is Phase.WRAP_UP:
        return round_
    return replace(round_, phase=Phase.WRAP_UP, came_from=round_.phase, extra=0)


def _close(round_: Round, _: events.Close) -> Round:
    return replace(round_, phase=Phase.CLOSED)


def _pause(round_: Round, _: events.Pause) -> Round:
    return replace(round_, is_paused=True)


def _resume(round_: Round, _: events.Resume) -> Round:
    if not round_.is_paused:
        raise NotNowError("The round is not paused.")
    return replace(round_, is_paused=False)


def _more_time(round_: Round, _: events.MoreTime) -> Round:
    _need(round_, Phase.OPEN, "Time is added while a vote is open.")
    return replace(round_, extra=round_.extra + MORE_SECONDS)


# -- rulings -----------------------------------------------------------------------------------------


def _rule(round_: Round, event: events.Rule) -> Round:
    item = asked(round_, event.position)
    if event.ruling not in set(Ruling):
        raise NotNowError("There is no such ruling.")
    return round_.with_item(event.position, replace(item, ruling=Ruling(event.ruling)))


def _dispute(round_: Round, event: events.Dispute) -> Round:
    item = asked(round_, event.position)
    return round_.with_item(event.position, replace(item, dispute=event.note))


# -- who answers, and how ----------------------------------------------------------------------------


def _switch(round_: Round, event: events.Switch) -> Round:
    return _in_mode(replace(round_, mode=event.mode))


def _in_mode(round_: Round) -> Round:
    """The round with its open vote, if there is one, in the mode in force; what was answered is kept."""
    if round_.phase is not Phase.OPEN or round_.ballot is None:
        return round_
    last = len(round_.item.ballots) - 1
    return round_.with_item(
        round_.position, round_.item.with_ballot(last, replace(round_.ballot, mode=round_.mode))
    )


def _recount(round_: Round, event: events.Recount) -> Round:
    if not 0 <= event.headcount <= MOST_PEOPLE:
        raise NotNowError(f"A room holds up to {MOST_PEOPLE} people here.")
    return replace(round_, plan=replace(round_.plan, headcount=event.headcount))


def _join(round_: Round, event: events.Join) -> Round:
    if not VOTER_ID.fullmatch(event.voter):
        raise NotNowError("A voter is named t1, t2, … or p1, p2, … here.")
    since = _first_for_a_newcomer(round_)
    voters = {voter.id: voter for voter in round_.voters}
    voters[event.voter] = replace(voters.get(event.voter, Voter(event.voter, since)), is_gone=False)
    return replace(round_, voters=tuple(voters.values()))


def _first_for_a_newcomer(round_: Round) -> int:
    """The position of the first question that counts for somebody who joins now: the next to be answered."""
    is_over = round_.phase not in {Phase.ASK, Phase.OPEN}
    shown = (position for position, item in enumerate(round_.items) if item.is_revealed)
    return max(round_.position + is_over, max(shown, default=-1) + 1)


def _leave(round_: Round, event: events.Leave) -> Round:
    known(round_, event.voter)
    voters = (replace(voter, is_gone=True) if voter.id == event.voter else voter for voter in round_.voters)
    return replace(round_, voters=tuple(voters))


def _need_no_verdict(round_: Round) -> None:
    if round_.item.is_revealed:
        raise NotNowError("The verdict was shown. What was entered wrongly can still be corrected.")


def _need(round_: Round, phase: Phase, sentence: str) -> None:
    if round_.phase is not phase:
        raise NotNowError(sentence)


_RULES: Mapping[type, Callable[[Round, Any], Round]] = {
    **VOTING,
    events.Next: _next,
    events.Unlock: _unlock,
    events.Discuss: _discuss,
    events.ReleaseSplit: _release,
    events.Reveal: _reveal,
    events.ShowScores: _show_scores,
    events.Skip: _skip,
    events.Back: _back,
    events.GoTo: _go_to,
    events.Rule: _rule,
    events.Dispute: _dispute,
    events.Pause: _pause,
    events.Resume: _resume,
    events.Switch: _switch,
    events.Recount: _recount,
    events.Join: _join,
    events.Leave: _leave,
    events.MoreTime: _more_time,
    events.WrapUp: _wrap_up,
    events.Close: _close,
}
