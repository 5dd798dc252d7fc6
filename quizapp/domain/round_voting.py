"""What a vote does to a round: it counts while its vote is open, and once."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from quizapp.domain import round_events as events
from quizapp.domain.ballot import Ballot
from quizapp.domain.round import Item, NotNowError, Phase, Round, Voter
from quizapp.domain.round_plan import AnsweringMode


def _vote(round_: Round, event: events.Vote) -> Round:
    ballot = _open_ballot(round_, event.position, event.ballot)
    _present(round_, event.voter)
    if ballot.mode is AnsweringMode.HANDS:
        raise NotNowError("The room answers by hands now.")
    if ballot.mode is AnsweringMode.BUZZ and event.voter != ballot.holder:
        raise NotNowError("It is another team’s turn.")
    return _with(round_, ballot.with_vote(event.voter, event.answer))


def _count(round_: Round, event: events.Count) -> Round:
    ballot = _open_ballot(round_, event.position, event.ballot)
    if ballot.mode is not AnsweringMode.HANDS:
        raise NotNowError("The room does not answer by hands now.")
    _fitting(round_, event.counts)
    return _with(round_, replace(ballot, counts=dict(event.counts)))


def _fitting(round_: Round, counts: Mapping[str, int]) -> None:
    """See that so many hands can be up."""
    total = sum(counts.values())
    if min(counts.values(), default=0) < 0:
        raise NotNowError("A count cannot be below nothing.")
    if round_.plan.headcount and total > round_.plan.headcount:
        raise NotNowError(f"{total} hands are more than the {round_.plan.headcount} people in the room.")


def _buzz(round_: Round, event: events.Buzz) -> Round:
    ballot = _open_ballot(round_, event.position, event.ballot)
    _present(round_, event.voter)
    if ballot.mode is not AnsweringMode.BUZZ:
        raise NotNowError("Nobody buzzes now.")
    return _with(round_, ballot.with_buzz(event.voter))


def _pass_on(round_: Round, event: events.PassOn) -> Round:
    ballot = _open_ballot(round_, event.position, event.ballot)
    if ballot.mode is not AnsweringMode.BUZZ or not ballot.holder:
        raise NotNowError("Nobody has buzzed.")
    return _with(round_, ballot.passed_on())


def _sheet(round_: Round, event: events.Sheet) -> Round:
    item = asked(round_, event.position)
    known(round_, event.voter)
    if not item.ballots or item.ballots[-1].mode is not AnsweringMode.PAPER:
        raise NotNowError("No sheets were collected for this question.")
    before = item.ballots[-1].votes.get(event.voter, "")
    changed = _corrected(item, item.ballots[-1].with_vote(event.voter, event.answer))
    if not before:
        changed = replace(changed, corrected=item.corrected)  # it comes late, and corrects nothing
    voters = tuple(_found(voter, event) for voter in round_.voters)
    return replace(round_, voters=voters).with_item(event.position, changed)


def _correct(round_: Round, event: events.Correct) -> Round:
    item = _told(round_, event.position)
    known(round_, event.voter)
    ballot = item.ballots[-1]
    if ballot.mode is AnsweringMode.HANDS:
        raise NotNowError("Hands were counted for this question.")
    if ballot.mode is AnsweringMode.BUZZ and event.voter not in ballot.buzzes:
        raise NotNowError("This team did not buzz.")
    changed = _corrected(item, ballot.with_vote(event.voter, event.answer))
    return round_.with_item(event.position, changed)


def _correct_count(round_: Round, event: events.CorrectCount) -> Round:
    item = _told(round_, event.position)
    if item.ballots[-1].mode is not AnsweringMode.HANDS:
        raise NotNowError("No hands were counted for this question.")
    _fitting(round_, event.counts)
    changed = _corrected(item, replace(item.ballots[-1], counts=dict(event.counts)))
    return round_.with_item(event.position, changed)


def _told(round_: Round, position: int) -> Item:
    """A question whose votes can be corrected: it has its verdict."""
    item = asked(round_, position)
    if not item.is_revealed or not item.ballots:
        raise NotNowError("Votes are corrected after the verdict.")
    return item


def _corrected(item: Item, ballot: Ballot) -> Item:
    """The item with its last vote as it should have been; after the verdict it tells of the change."""
    last = len(item.ballots) - 1
    is_trace = item.is_revealed and ballot != item.ballots[last]
    return replace(item.with_ballot(last, ballot), corrected=item.corrected + is_trace)


def _found(voter: Voter, sheet: events.Sheet) -> Voter:
    """A voter who answered on a sheet took part from there on, however late it is entered."""
    if voter.id != sheet.voter or not sheet.answer:
        return voter
    return replace(voter, since=min(voter.since, sheet.position))


def _with(round_: Round, ballot: Ballot) -> Round:
    """The round with the vote in front changed."""
    return round_.with_item(round_.position, round_.item.with_ballot(len(round_.item.ballots) - 1, ballot))


def _open_ballot(round_: Round, position: int, ballot: int) -> Ballot:
    """The vote that an answer is meant for, which must be the one that is open."""
    found = round_.ballot
    is_meant = position == round_.position and ballot == len(round_.item.ballots) - 1
    if round_.phase is not Phase.OPEN or found is None or not is_meant:
        raise NotNowError("This vote is not open.")
    return found


def asked(round_: Round, position: int) -> Item:
    """A question that was asked.

    Raises:
        NotNowError: when it was not asked yet.
    """
    item = round_.items[position] if 0 <= position < len(round_.items) else None
    if item is None or not (item.was_asked or position == round_.position):
        raise NotNowError("This question was not asked yet.")
    return item


def known(round_: Round, voter: str) -> None:
    """See that a voter is on the roster, there or gone.

    Raises:
        NotNowError: when nobody of this id is.
    """
    if voter not in {each.id for each in round_.voters}:
        raise NotNowError("Nobody of this name takes part.")


def _present(round_: Round, voter: str) -> None:
    """See that a voter is there: who left answers no more."""
    if voter not in {each.id for each in round_.present}:
        raise NotNowError("Nobody of this name takes part.")


VOTING: Mapping[type, Callable[[Round, Any], Round]] = {
    events.Vote: _vote,
    events.Count: _count,
    events.Buzz: _buzz,
    events.PassOn: _pass_on,
    events.Sheet: _sheet,
    events.Correct: _correct,
    events.CorrectCount: _correct_count,
}
"""The rule of each kind of vote."""
