"""What talking changed, in numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.domain.attempt import QuestionRef
from quizapp.domain.ballot import Ballot
from quizapp.domain.movement import Move, Movement, movement
from quizapp.domain.question import Question
from quizapp.domain.round import Item
from quizapp.domain.round_plan import AnsweringMode
from tests.domain.examples import arguable, choice, verdict

P, S = "product", "service"
H, T, B = AnsweringMode.HANDS, AnsweringMode.TEAMS, AnsweringMode.BUZZ
SERVICE = verdict()


def item(*ballots: Ballot) -> Item:
    return Item(QuestionRef("demo", "q", "1"), ballots)


def hands(product: int, service: int) -> Ballot:
    return Ballot(H, counts={P: product, S: service})


def teams(*answers: str) -> Ballot:
    """The answers of t1, t2, …; an empty one for a team that has none."""
    return Ballot(T, votes={f"t{number}": answer for number, answer in enumerate(answers, 1) if answer})


def moved(*ballots: Ballot, question: Question = SERVICE) -> Movement:
    found = movement(item(*ballots), question)
    assert found is not None
    return found


def test_hands_tell_how_many_not_who() -> None:
    found = moved(hands(16, 11), hands(5, 22))
    assert found == Movement((P, S), (16, 11), (5, 22), S)
    assert (found.changes, found.change, found.moved, found.known) == ((-11, 11), 11, 0, 0)


def test_voters_tell_which_way_they_went_and_no_names() -> None:
    found = moved(teams(P, P, S, S, P, ""), teams(S, S, S, P, "", S))
    assert found.moves == (Move(P, S, 2), Move(S, P, 1))
    assert (found.known, found.moved, found.before, found.after) == (4, 3, (3, 2), (1, 4))
    assert "t1" not in repr(found)


def test_moves_between_options_are_in_the_order_of_their_number() -> None:
    found = moved(teams("0", "1", "1", "3"), teams("2", "2", "2", "2"), question=choice(2))
    assert found.moves == (Move("1", "2", 2), Move("0", "2", 1), Move("3", "2", 1))
    assert (found.key, found.change) == ("2", 4)


def test_an_arguable_one_has_two_sides_and_no_right_one() -> None:
    found = moved(hands(6, 4), hands(3, 7), question=arguable())
    assert (found.key, found.change, found.changes, found.gain) == ("", None, (-3, 3), None)


@pytest.mark.parametrize(
    "ballots",
    [
        (),
        (hands(3, 4),),
        (hands(3, 4), hands(0, 0)),
        (hands(0, 0), hands(3, 4)),
        (teams("7"), teams(S)),
    ],
)
def test_without_two_votes_nothing_moved(ballots: tuple[Ballot, ...]) -> None:
    assert movement(item(*ballots), SERVICE) is None


def test_hands_and_then_teams_are_compared_by_their_numbers() -> None:
    found = moved(hands(3, 1), teams(S, S))
    assert (found.before, found.after, found.moves, found.known) == ((3, 1), (0, 2), (), 0)


def test_answers_that_the_question_has_not_move_nobody() -> None:
    found = moved(teams("7", P), teams(S, S))
    assert (found.moves, found.known) == ((Move(P, S, 1),), 1)


@pytest.mark.parametrize(
    ("before", "after", "gain"),
    [
        ((16, 11), (5, 22), (22 / 27 - 11 / 27) / (1 - 11 / 27)),
        ((50, 50), (30, 70), 0.4),
        ((1, 1), (0, 2), 1.0),
        ((1, 1), (3, 3), 0.0),
        ((1, 1), (2, 0), -1.0),
        ((4, 0), (2, 2), 0.5),
        ((0, 4), (2, 2), None),
    ],
)
def test_the_normalised_gain(before: tuple[int, int], after: tuple[int, int], gain: float | None) -> None:
    assert moved(hands(*before), hands(*after)).gain == (None if gain is None else pytest.approx(gain))


@given(st.lists(st.tuples(st.sampled_from(["", P, S]), st.sampled_from(["", P, S])), max_size=9))
def test_moves_and_numbers_agree(answers: list[tuple[str, str]]) -> None:
    first, second = teams(*(each[0] for each in answers)), teams(*(each[1] for each in answers))
    found = movement(item(first, second), SERVICE)
    if found is None:
        assert not first.number or not second.number
        return
    everybody_twice = all(before and after for before, after in answers)
    net = {P: 0, S: 0}
    for move in found.moves:
        net[move.before] -= move.number
        net[move.after] += move.number
    assert found.known == sum(bool(before and after) for before, after in answers)
    assert not everybody_twice or tuple(net.values()) == found.changes
