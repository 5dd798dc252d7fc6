"""Facility and discrimination, with answers that are known."""

from dataclasses import replace
from statistics import correlation

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from quizapp.domain import round_events as events
from quizapp.domain.bank import Bank
from quizapp.domain.item_analysis import FIRM_VOTERS, LEAST_VOTERS, ItemAnalysis, analysed, discrimination
from quizapp.domain.question import Side
from quizapp.domain.round_events import Event
from quizapp.domain.round_plan import AnsweringMode
from quizapp.domain.round_record import RoundRecord
from quizapp.domain.round_rules import replayed
from quizapp.domain.session import refer
from tests.domain.examples import NOON, arguable, bank, verdict
from tests.domain.rounds import asked, plan, votes

H, T, B, P = AnsweringMode.HANDS, AnsweringMode.TEAMS, AnsweringMode.BUZZ, AnsweringMode.PAPER
NEXT, REVEAL, DISCUSS = events.Next(), events.Reveal(), events.Discuss()
THREE = bank(*(verdict(Side.SERVICE, name) for name in ("a", "b", "c")))


def record(*happened: Event, of: Bank = THREE, name: str = "r", **changes: object) -> RoundRecord:
    """A round on paper, or as it is wished."""
    asked_of = plan(of=of, **{"mode": P, "teams": 0, "headcount": 0, **changes})  # type: ignore[arg-type]
    return RoundRecord(name, replayed(asked_of, [NEXT, *happened]), of, {}, NOON)


def audience(rows: list[str]) -> list[Event]:
    """A whole round: for each voter a row of 1 for right, 0 for wrong and - for nothing, by place."""
    joins: list[Event] = [events.Join(f"p{number}") for number in range(1, len(rows) + 1)]
    answers = {"1": "service", "0": "product"}
    for position in range(len(rows[0])):
        here = {
            f"p{number}": answers[row[position]] for number, row in enumerate(rows, 1) if row[position] != "-"
        }
        joins += asked(position, here)
    return joins


def analysis(*records: RoundRecord) -> list[ItemAnalysis]:
    return list(analysed(records).values())


def test_the_correlation_of_a_small_table_by_hand() -> None:
    # item 1 1 0 0 (mean 1/2), rest 1 1/2 1/2 0 (mean 1/2): cov 1/2, variances 1 and 1/2, r = 1/√2
    assert discrimination([1, 1, 0, 0], [1, 0.5, 0.5, 0]) == pytest.approx(2**-0.5)


_TABLE = st.lists(st.tuples(st.integers(0, 1), st.integers(0, 8)), min_size=2, max_size=40)


@given(_TABLE, st.floats(0.1, 10), st.floats(-5, 5))
def test_it_is_pearsons_correlation_and_knows_no_scale(
    table: list[tuple[int, int]], scale: float, shift: float
) -> None:
    scores, rests = [float(score) for score, _ in table], [float(rest) for _, rest in table]
    assume(len(set(scores)) > 1)
    assume(len(set(rests)) > 1)
    expected = pytest.approx(correlation(scores, rests))
    assert discrimination(scores, rests) == expected
    assert discrimination(scores, [rest * scale + shift for rest in rests]) == expected


@pytest.mark.parametrize(("scores", "rests"), [([], []), ([1, 1], [0, 1]), ([0, 1], [1 / 3, 1 / 3])])
def test_without_variance_it_is_undefined(scores: list[float], rests: list[float]) -> None:
    assert discrimination(scores, rests) is None


def test_facility_is_the_share_right_with_its_interval() -> None:
    first = analysis(record(*audience(["1--"] * 6 + ["0--"] * 6)))[0]
    assert (first.right, first.number, first.facility) == (6, 12, 0.5)
    assert [round(bound, 3) for bound in first.interval] == [0.254, 0.746]


def test_discrimination_is_said_from_twenty_voters_and_firm_from_fifty() -> None:
    rows = ["111", "100", "010", "001", "000"] * 10
    found = {number: analysis(record(*audience(rows[:number])))[0] for number in (19, 20, 49, 50)}
    assert (LEAST_VOTERS, FIRM_VOTERS) == (20, 50)
    assert found[19].discrimination is None
    assert [each.is_indicative for each in found.values()] == [False, True, True, False]
    scores, rests = [int(row[0]) for row in rows], [(int(row[1]) + int(row[2])) / 2 for row in rows]
    assert found[50].discrimination == pytest.approx(correlation(scores, rests))
    assert (found[50].voters, found[50].number) == (50, 50)


def test_who_is_good_at_the_rest_gets_a_good_question_right() -> None:
    good = analysis(record(*audience(["111"] * 10 + ["000"] * 10)))
    bad = analysis(record(*audience(["011"] * 10 + ["100"] * 10)))
    assert [each.discrimination for each in good] == pytest.approx([1.0] * 3)
    assert bad[0].discrimination == pytest.approx(-1.0)
    assert [each.discrimination for each in analysis(record(*audience(["111"] * 20)))] == [None] * 3


def test_blanks_count_neither_as_answers_nor_as_right_elsewhere() -> None:
    rows = ["11-", "1--", "01-", "0--"] * 5
    first, second = analysis(record(*audience(rows)))
    assert (first.number, first.voters, second.number, second.voters) == (20, 20, 10, 10)
    assert first.discrimination == pytest.approx(0.0)


def test_hands_count_for_facility_alone() -> None:
    hands: list[Event] = [
        events.Switch(H),
        events.GoTo(1),
        NEXT,
        events.Count(1, 0, {"service": 30, "product": 10}),
        NEXT,
        REVEAL,
    ]
    first, second = analysis(record(*audience(["1"] * 10 + ["0"] * 10), *hands))
    assert (first.number, first.voters, first.discrimination) == (20, 0, None)
    assert (second.facility, second.number, second.voters) == (0.75, 40, 0)


def test_only_first_votes_count() -> None:
    talk = [
        NEXT,
        *votes(0, {"t1": "product"}),
        NEXT,
        DISCUSS,
        NEXT,
        *votes(0, {"t1": "service"}, 1),
        NEXT,
        REVEAL,
    ]
    assert [each.right for each in analysis(record(*talk, teams=1))] == [0]


def test_rounds_of_one_wording_are_pooled_and_of_another_not() -> None:
    rows = ["111", "100"] * 5
    other = bank(replace(verdict(name="a"), scenario="Another supplier runs it."), *THREE.questions[1:])
    once, twice = record(*audience(rows)), record(*audience(rows), name="s")
    pooled = analysis(once, twice)
    assert [each.number for each in pooled] == [20] * 3
    assert pooled[1].discrimination == pytest.approx(1.0)
    reworded = analysed([once, record(*audience(rows), of=other)])
    assert [each.number for each in reworded.values()] == [10, 20, 20, 10]


@pytest.mark.parametrize(
    "ruling", [events.Rule(0, "void"), events.Rule(0, "both"), events.Dispute(0, "Unclear.")], ids=str
)
def test_what_is_ruled_on_is_not_measured_what_is_disputed_is(ruling: Event) -> None:
    found = analysis(record(*audience(["111"] * 3), ruling))
    assert len(found) == (3 if isinstance(ruling, events.Dispute) else 2)


def test_a_warm_up_an_arguable_one_a_buzz_and_what_nobody_answered_are_not_measured() -> None:
    assert len(analysis(record(*audience(["111"] * 3), warm_up=True))) == 2
    sides = bank(arguable(name="a"))
    assert not analysis(record(*audience(["1"] * 3), of=sides))
    buzz: list[Event] = [NEXT, events.Buzz(0, 0, "t1"), *votes(0, {"t1": "service"}), NEXT, REVEAL]
    assert not analysis(record(*buzz, mode=B, teams=2))
    assert not analysis(record(*audience(["-"]), NEXT))
    assert not analysis(record(NEXT, *votes(0, {"t1": "service"}), NEXT, teams=1))


def test_latecomers_are_compared_on_what_they_were_there_for() -> None:
    early = audience(["111"] * 10 + ["000"] * 9)
    late: list[Event] = [events.Join("p99"), events.Sheet(2, "p99", "service")]
    found = analysis(record(*early, *late))
    assert (found[2].number, found[2].voters) == (20, 19)


def test_each_paper_is_a_voter_beside_those_of_rounds() -> None:
    one, two = (refer(THREE, question) for question in THREE.questions[:2])
    sheets = [{one: 1.0, two: 1.0}] * 12 + [{one: 0.0, two: 0.0}] * 8 + [{one: 1.0}]
    alone = analysed([], sheets)
    assert (alone[one].right, alone[one].number, alone[one].voters) == (13, 21, 20)
    assert alone[one].discrimination == pytest.approx(1.0)
    both = analysed([record(*audience(["111", "000"]))], sheets)
    assert (both[one].right, both[one].number) == (14, 23)
    assert both[two].discrimination == pytest.approx(1.0)
