"""Scores: the last answer counts, rulings change them at once, and speed never does."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.domain import round_events as events
from quizapp.domain.round import Round, Ruling
from quizapp.domain.round_events import Event
from quizapp.domain.round_plan import AnsweringMode
from quizapp.domain.round_rules import applied
from quizapp.domain.round_scores import answers_of, key_of, right_answers, standings
from tests.domain.rounds import ASKED, LENGTH, asked, played, votes

KEYS = {0: "service", 1: "2", 3: "product"}
"""The right answers by place; the question at 2 is arguable."""

NEXT_QUESTION = (events.GoTo(1), events.Next())
NEXT, REVEAL, DISCUSS = events.Next(), events.Reveal(), events.Discuss()
H, T, B, P = AnsweringMode.HANDS, AnsweringMode.TEAMS, AnsweringMode.BUZZ, AnsweringMode.PAPER


def scores(round_: Round) -> dict[str, tuple[int, int]]:
    """Right and seen of each voter."""
    return {each.voter: (each.right, each.seen) for each in standings(round_, ASKED)}


def test_keys_and_answers_are_as_ballots_have_them() -> None:
    keys = [key_of(question) for question in ASKED.questions]
    assert keys == ["service", "2", "product", "product"]
    assert [list(answers_of(question)) for question in ASKED.questions[:2]] == [
        ["product", "service"],
        ["0", "1", "2", "3"],
    ]


def recounted(
    answers: Mapping[tuple[int, str], str], rulings: Mapping[int, str], *, warm_up: bool
) -> dict[str, int]:
    """How many each team has right, counted anew."""
    right = dict.fromkeys(("t1", "t2", "t3"), 0)
    for (position, team), answer in answers.items():
        ruling = rulings.get(position, "")
        is_right = ruling == "both" or answer == KEYS.get(position)
        right[team] += is_right and ruling != "void" and not (warm_up and position == 0)
    return right


_GIVEN = st.fixed_dictionaries(
    {},
    optional={
        (position, team): st.sampled_from(answers_of(ASKED.questions[position]))
        for position in range(LENGTH)
        for team in ("t1", "t2", "t3")
    },
)


@given(
    _GIVEN, st.dictionaries(st.integers(0, LENGTH - 1), st.sampled_from(Ruling)), st.booleans(), st.booleans()
)
def test_scores_are_what_a_recount_gives(
    answers: dict[tuple[int, str], str],
    rulings: dict[int, Ruling],
    warm_up: bool,  # noqa: FBT001 - hypothesis gives it
    ruled_before: bool,  # noqa: FBT001
) -> None:
    happened: list[Event] = [NEXT]
    ruled = [events.Rule(position, str(ruling)) for position, ruling in rulings.items()]
    for position in range(LENGTH):
        here = {team: answer for (at, team), answer in answers.items() if at == position}
        early = [rule for rule in ruled if rule.position == position and ruled_before]
        happened += [events.GoTo(position), *early, *asked(position, here)[1:]]
    happened += [] if ruled_before else ruled
    given = {team: right for team, (right, _) in scores(played(*happened, warm_up=warm_up)).items()}
    assert given == recounted(answers, rulings, warm_up=warm_up)


@pytest.mark.parametrize(
    ("ruling", "expected"),
    [
        ("", {"t1": (1, 1), "t2": (0, 1), "t3": (0, 1)}),
        ("void", {"t1": (0, 0), "t2": (0, 0), "t3": (0, 0)}),
        ("both", {"t1": (1, 1), "t2": (1, 1), "t3": (0, 1)}),
    ],
)
def test_a_ruling_changes_what_was_scored(ruling: str, expected: dict[str, tuple[int, int]]) -> None:
    told = played(NEXT, *asked(0, {"t1": "service", "t2": "product"}), events.Rule(0, ruling))
    assert scores(told) == expected
    assert scores(applied(told, events.Rule(0, ""))) == {"t1": (1, 1), "t2": (0, 1), "t3": (0, 1)}


def test_an_arguable_question_scores_only_where_both_answers_are_accepted() -> None:
    told = played(NEXT, *asked(2, {"t1": "product", "t2": "service"}))
    assert set(scores(told).values()) == {(0, 0)}
    assert right_answers(ASKED.questions[2], told.items[2]) == frozenset()
    both = applied(told, events.Rule(2, "both"))
    assert scores(both) == {"t1": (1, 1), "t2": (1, 1), "t3": (0, 1)}


def test_a_warm_up_and_what_is_not_revealed_are_worth_nothing() -> None:
    first = asked(0, {"t1": "service"})
    assert scores(played(NEXT, *first, warm_up=True))["t1"] == (0, 0)
    assert scores(played(NEXT, NEXT, *votes(0, {"t1": "service"}), NEXT))["t1"] == (0, 0)
    assert scores(played(NEXT, *first))["t1"] == (1, 1)


def test_the_last_answer_counts_and_who_says_no_more_keeps_the_first() -> None:
    first = votes(0, {"t1": "service", "t2": "product", "t3": "service"})
    second = votes(0, {"t1": "product", "t2": "service"}, ballot=1)
    told = played(NEXT, NEXT, *first, NEXT, DISCUSS, NEXT, *second, NEXT, REVEAL)
    assert scores(told) == {"t1": (0, 1), "t2": (1, 1), "t3": (1, 1)}


@pytest.mark.parametrize("second", [(), (events.Switch(H), events.Count(0, 1, {"service": 9}))])
def test_a_second_vote_of_nobody_or_by_hands_takes_no_score_away(second: tuple[Event, ...]) -> None:
    first = votes(0, {"t1": "service", "t2": "product"})
    told = played(NEXT, NEXT, *first, NEXT, DISCUSS, NEXT, *second, NEXT, REVEAL)
    assert scores(told) == {"t1": (1, 1), "t2": (0, 1), "t3": (0, 1)}


def test_a_question_answered_by_hands_lowers_nobodys_share() -> None:
    hands: list[Event] = [events.Switch(H), *NEXT_QUESTION, events.Count(1, 0, {"2": 5}), NEXT, REVEAL]
    told = played(NEXT, *asked(0, {"t1": "service"}), *hands)
    assert scores(told)["t1"] == (1, 1)
    assert not any(seen for _, seen in scores(played(NEXT, NEXT, NEXT, REVEAL, mode=H)).values())


def test_in_a_buzz_the_one_whose_turn_it_was_scores() -> None:
    turns = [events.Buzz(0, 0, "t2"), events.Buzz(0, 0, "t1"), *votes(0, {"t2": "product"})]
    told = played(NEXT, NEXT, *turns, events.PassOn(0, 0), *votes(0, {"t1": "service"}), NEXT, REVEAL, mode=B)
    assert scores(told) == {"t1": (1, 1), "t2": (0, 1), "t3": (0, 1)}


def test_latecomers_are_x_of_y_seen() -> None:
    first, second = asked(0, {"t1": "service"}), asked(1, {"t1": "2", "t2": "2"})
    told = played(NEXT, *first, events.Join("t4"), *second)
    assert scores(told) == {"t1": (2, 2), "t2": (1, 2), "t3": (0, 2), "t4": (0, 1)}


def test_who_came_while_the_room_talked_counts_if_they_answer() -> None:
    talk = [
        NEXT,
        NEXT,
        *votes(0, {"t1": "service"}),
        NEXT,
        DISCUSS,
        events.Join("p1"),
        events.Join("p2"),
        NEXT,
    ]
    told = played(*talk, *votes(0, {"p1": "service"}, ballot=1), NEXT, REVEAL)
    assert (scores(told)["p1"], scores(told)["p2"]) == ((1, 1), (0, 0))


def test_sheets_entered_at_the_end_count_from_the_first_that_was_found() -> None:
    papers = [*asked(0, {}), *asked(1, {}), *asked(3, {}), NEXT, events.Join("p1")]
    told = played(NEXT, *papers, events.Sheet(1, "p1", "2"), mode=P, teams=0)
    assert scores(told) == {"p1": (1, 1)}
    entered = applied(applied(told, events.Sheet(3, "p1", "service")), events.Sheet(0, "p1", "service"))
    assert scores(entered) == {"p1": (2, 3)}


def test_who_left_is_scored_on_what_they_answered() -> None:
    gone = [
        events.Leave("t3"),
        *asked(0, {"t1": "service", "t2": "product"}),
        events.Leave("t2"),
        *asked(1, {"t1": "2"}),
    ]
    assert scores(played(NEXT, *gone)) == {"t1": (2, 2), "t2": (0, 1), "t3": (0, 0)}


def test_equal_shares_have_equal_ranks_and_the_next_rank_counts_them_all() -> None:
    first = asked(0, {"t1": "service", "t2": "service", "t3": "service", "t4": "product"})
    second = asked(1, {"t3": "2", "t1": "0", "t2": "0", "t4": "0"})
    told = played(NEXT, *first, *second, teams=4)
    assert [(each.voter, each.rank, each.share) for each in standings(told, ASKED)] == [
        ("t3", 1, 1.0),
        ("t1", 2, 0.5),
        ("t2", 2, 0.5),
        ("t4", 4, 0.0),
    ]


def test_two_winners_share_the_first_place_and_no_second_is_given_away() -> None:
    first = {"t1": "service", "t2": "service", "t3": "service", "t4": "product"}
    second = {"t1": "2", "t2": "0", "t3": "2", "t4": "2"}
    third = {"t1": "product", "t2": "product", "t3": "product", "t4": "service"}
    told = played(NEXT, *asked(0, first), *asked(1, second), *asked(3, third), teams=4)
    assert [each.rank for each in standings(told, ASKED)] == [1, 1, 3, 4]


@given(st.permutations(votes(0, {"t1": "service", "t2": "product", "t3": "service"})))
def test_speed_earns_nothing(order: list[Event]) -> None:
    told = played(NEXT, NEXT, *order, NEXT, REVEAL)
    assert [(each.voter, each.rank) for each in standings(told, ASKED)] == [("t1", 1), ("t3", 1), ("t2", 3)]


def test_a_question_only_counts_for_those_whose_kind_was_asked() -> None:
    sheets = [events.Join("p1"), events.Switch(AnsweringMode.PAPER), *asked(0, {"p1": "service"})]
    teams = [events.Switch(AnsweringMode.TEAMS), *asked(1, {"t1": "service"})]
    scored = {each.voter: (each.right, each.seen) for each in standings(played(*sheets, *teams), ASKED)}
    assert scored["p1"][1] == scored["t1"][1] == 1
