"""Random rounds: whatever happens, in whatever order, the promises hold."""

import json
from dataclasses import replace

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from quizapp.domain import round_events as events
from quizapp.domain.ballot import Ballot
from quizapp.domain.round import Item, Phase, Round, begun, counted_positions
from quizapp.domain.round_events import Event, as_plain, from_plain
from quizapp.domain.round_plan import AnsweringMode, RoundPlan
from quizapp.domain.round_rules import replayed
from quizapp.domain.round_scores import standings
from quizapp.domain.wall_view import wall_view
from tests.domain.rounds import ANYTHING, ASKED, HEADCOUNT, is_taken, natural, plan

_ANSWERING = (events.Vote, events.Count, events.Buzz, events.PassOn)


class Rounds(RuleBasedStateMachine):
    """A trainer, a room, and everything that can go wrong."""

    plan: RoundPlan
    round: Round
    happened: list[Event]

    @initialize(mode=st.sampled_from(AnsweringMode), warm_up=st.booleans())
    def begin(self, mode: AnsweringMode, warm_up: bool) -> None:  # noqa: FBT001 - hypothesis gives it
        self.plan = plan(mode, warm_up=warm_up)
        self.round = begun(self.plan)
        self.happened = []

    @rule(event=ANYTHING)
    def anything(self, event: Event) -> None:
        self.take(event)

    @rule(data=st.data())
    def the_natural_thing(self, data: st.DataObject) -> None:
        self.take(data.draw(natural(self.round)))

    @rule(data=st.data())
    def and_the_next(self, data: st.DataObject) -> None:
        self.take(data.draw(natural(self.round)))

    def take(self, event: Event) -> None:
        before = self.round
        after = is_taken(before, event)
        if after is None:
            return
        self.happened.append(event)
        self.round = after
        assert_votes_change_only_where_they_may(before, after, event)

    @invariant()
    def refused_events_leave_no_trace(self) -> None:
        assert replayed(self.plan, self.happened) == self.round

    @invariant()
    def counts_add_up(self) -> None:
        if any(isinstance(event, events.Recount) and not event.headcount for event in self.happened):
            return  # nobody counts the room, so nothing bounds the hands
        for ballot in (ballot for item in self.round.items for ballot in item.ballots):
            assert sum(ballot.counts.values()) <= HEADCOUNT
            assert len(ballot.votes) <= len(self.round.voters)
            is_hands = ballot.mode is AnsweringMode.HANDS
            assert ballot.number <= (HEADCOUNT if is_hands else len(self.round.voters))

    @invariant()
    def the_wall_can_be_shown(self) -> None:
        view = wall_view(self.round, ASKED, {})
        assert (view.number_in or 0) <= (view.number_of or 0)
        assert (view.revealed is None) == (self.round.phase not in {Phase.REVEAL, Phase.EXPLAIN})

    @invariant()
    def scores_are_possible(self) -> None:
        counted = len(list(counted_positions(self.round)))
        scores = standings(self.round, ASKED)
        assert {score.voter for score in scores} == {voter.id for voter in self.round.voters}
        for score in scores:
            assert 0 <= score.right <= score.seen <= counted
            assert score.rank == 1 + sum(other.share > score.share for other in scores)

    def teardown(self) -> None:
        if hasattr(self, "round"):
            kept = json.loads(json.dumps([as_plain(event) for event in self.happened]))
            assert replayed(self.plan, map(from_plain, kept)) == self.round


def assert_votes_change_only_where_they_may(before: Round, after: Round, event: Event) -> None:
    """Answers go to the open vote that they were meant for; only sheets come later, and only one's own."""
    changed = [
        (position, index)
        for position, (old, new) in enumerate(zip(before.items, after.items, strict=True))
        for index in range(len(old.ballots))
        if len(new.ballots) > index or _answers(old, index) != _EMPTY  # an empty vote can be stepped back from
        if _answers(old, index) != _answers(new, index)
    ]
    if isinstance(event, events.Correct | events.CorrectCount):
        assert before.items[event.position].is_revealed
        assert after.items[event.position].corrected == before.items[event.position].corrected + len(changed)
    if isinstance(event, events.Sheet | events.Correct | events.CorrectCount):
        assert {position for position, _ in changed} <= {event.position}
    elif isinstance(event, _ANSWERING):
        assert before.phase is Phase.OPEN
        assert (event.position, event.ballot) == (before.position, len(before.item.ballots) - 1)
        assert set(changed) <= {(event.position, event.ballot)}
    else:
        assert not changed, event


_EMPTY = Ballot(AnsweringMode.HANDS)


def _answers(item: Item, index: int) -> Ballot:
    """A vote without the way in which it is read."""
    return replace(item.ballots[index], mode=AnsweringMode.HANDS)


TestRounds = Rounds.TestCase
TestRounds.settings = settings(max_examples=60, stateful_step_count=40, deadline=None)
