"""What a round showed: hardest questions and the cue most missed, by first votes alone."""

import pytest

from quizapp.domain import round_events as events
from quizapp.domain.bank import Bank
from quizapp.domain.question import Side
from quizapp.domain.round import Round
from quizapp.domain.round_plan import AnsweringMode, RoundPlan
from quizapp.domain.round_rules import replayed
from quizapp.domain.session import refer
from quizapp.domain.wrap_up import FirstVote, first_votes, hardest, most_missed_cue
from tests.domain.examples import arguable, bank, choice, fact, verdict

OWNED = (fact("The supplier owns it.", Side.SERVICE, "owns"),)
BANK = bank(
    verdict(name="runs"), choice(key=1), arguable(), verdict(name="owns", reasons=OWNED), verdict(name="last")
)
RIGHT = {"runs": "service", "choice": "1", "arguable": "product", "owns": "service", "last": "service"}
WRONG = {"runs": "product", "choice": "0", "arguable": "service", "owns": "product", "last": "product"}


def played(rights: list[int], *more: events.Event, warm_up: bool = False, of: Bank = BANK) -> Round:
    """A round of ten hands, so many of them right at each first vote, all of them at a second one."""
    plan = RoundPlan(
        "p", "Round", tuple(refer(of, each) for each in of.questions), warm_up=warm_up, headcount=10
    )
    happened: list[events.Event] = [events.Next()]
    for position, (question, right) in enumerate(zip(of.questions, rights, strict=True)):
        counts = {RIGHT[question.id]: right, WRONG[question.id]: 10 - right}
        after = {RIGHT[question.id]: 10}
        happened += [events.Next(), events.Count(position, 0, counts), events.Next(), events.Discuss()]
        happened += [events.Next(), events.Count(position, 1, after), events.Next(), events.Reveal()]
        happened += [events.Next(), events.Next()]
    return replayed(plan, [*happened, *more])


def test_the_three_lowest_first_votes_are_the_hardest_and_full_ones_never() -> None:
    round_ = played([7, 2, 0, 10, 4])
    assert hardest(round_, BANK) == ((1, FirstVote(2, 10)), (4, FirstVote(4, 10)), (0, FirstVote(7, 10)))
    assert hardest(played([10, 10, 0, 10, 10]), BANK) == ()


@pytest.mark.parametrize(
    ("more", "left"),
    [
        ((), {0, 1, 3, 4}),
        ((events.Rule(0, "void"),), {1, 3, 4}),
        ((events.Rule(1, "both"),), {0, 3, 4}),
        ((events.Rule(2, "both"),), {0, 1, 3, 4}),
    ],
)
def test_only_questions_with_one_right_answer_that_count_are_looked_at(
    more: tuple[events.Event, ...], left: set[int]
) -> None:
    assert set(first_votes(played([5] * 5, *more), BANK)) == left


def test_a_warm_up_and_a_vote_of_nobody_say_nothing() -> None:
    assert set(first_votes(played([5] * 5, warm_up=True), BANK)) == {1, 3, 4}
    plan = RoundPlan("p", "Round", (refer(BANK, BANK.questions[0]),), AnsweringMode.TEAMS, teams=2)
    silent = replayed(plan, [events.Next(), events.Next(), events.Next(), events.Reveal()])
    assert first_votes(silent, BANK) == {}


def test_the_cue_most_missed_gathers_its_questions() -> None:
    assert most_missed_cue(played([6, 0, 0, 3, 2]), BANK) == ("owns", FirstVote(3, 10))
    assert most_missed_cue(played([2, 0, 0, 4, 2]), BANK) == ("runs", FirstVote(4, 20))
    assert most_missed_cue(played([10] * 5), BANK) is None


def test_a_share_comes_with_its_interval() -> None:
    vote = FirstVote(9, 23)
    assert vote.share == pytest.approx(0.391, abs=0.001)
    assert vote.interval == pytest.approx((0.222, 0.593), abs=0.001)


def test_a_buzz_says_nothing_of_the_room() -> None:
    plan = RoundPlan("p", "Round", (refer(BANK, BANK.questions[0]),), AnsweringMode.BUZZ, teams=2)
    buzzed: list[events.Event] = [events.Buzz(0, 0, "t1"), events.Vote(0, 0, "t1", "product")]
    told = replayed(plan, [events.Next(), events.Next(), *buzzed, events.Next(), events.Reveal()])
    assert first_votes(told, BANK) == {}
