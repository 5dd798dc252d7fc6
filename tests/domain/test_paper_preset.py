"""What a paper asks: every row filled if it can be, no fact twice, never background."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from quizapp.domain.paper_preset import BlueprintRow, Candidate, PaperKind, Preset, draw
from tests.domain.examples import arguable, choice, verdict

TOPICS = ("cloud", "terms", "value")


def preset(*rows: BlueprintRow) -> Preset:
    return Preset("p", "A paper", 60, rows)


def candidate(
    name: str, level: int = 1, topics: Sequence[str] = (), fact: str = "", asked: int = 0
) -> Candidate:
    question = replace(choice(0, name=name), level=level, topics=tuple(topics), fact=fact)
    return Candidate("bank", question, asked)


def ids(draws: Sequence[Candidate]) -> list[str]:
    return [each.question.id for each in draws]


candidates = st.lists(
    st.builds(
        lambda level, topics, fact, asked: (level, topics, fact, asked),
        st.sampled_from([1, 2]),
        st.lists(st.sampled_from(TOPICS), max_size=2),
        st.sampled_from(["", "f", "g", "h"]),
        st.integers(0, 2),
    ),
    max_size=7,
).map(lambda made: [candidate(f"q{number}", *each) for number, each in enumerate(made)])
rows = st.lists(
    st.builds(
        lambda questions, level, topic: BlueprintRow(questions, PaperKind.CHOICE, topic, level),
        st.integers(1, 3),
        st.sampled_from([None, 1, 2]),
        st.sampled_from([(), ("cloud",), ("terms", "value")]),
    ),
    min_size=1,
    max_size=3,
)


def most(found: Sequence[Candidate], blueprint: Sequence[BlueprintRow]) -> int:
    """How many places can be filled, by trying every way."""
    places = [row for row in blueprint for _ in range(row.questions)]

    def fill(number: int, facts: frozenset[object]) -> int:
        if number == len(places):
            return 0
        best = fill(number + 1, facts)
        for each in found:
            if each.fact not in facts and places[number].fits(each.question):
                best = max(best, 1 + fill(number + 1, facts | {each.fact}))
        return best

    return fill(0, frozenset())


@given(candidates, rows, st.integers(0, 99))
def test_as_many_places_are_filled_as_can_be(
    found: list[Candidate], blueprint: list[BlueprintRow], seed: int
) -> None:
    drawn = draw(found, preset(*blueprint), seed)
    assert len(drawn.questions) == most(found, blueprint)
    wanted = sum(row.questions for row in blueprint)
    assert sum(lack.missing for lack in drawn.lacks) == wanted - len(drawn.questions)
    assert len({each.fact for each in drawn.questions}) == len(drawn.questions)


@given(candidates, rows, st.integers(0, 99))
def test_a_full_paper_has_so_many_of_each_sort(
    found: list[Candidate], blueprint: list[BlueprintRow], seed: int
) -> None:
    drawn = draw(found, preset(*blueprint), seed)
    if drawn.lacks:
        return
    places = [row for row in blueprint for _ in range(row.questions)]
    asked = [each.question for each in drawn.questions]
    assert any(
        all(row.fits(question) for row, question in zip(places, order, strict=True))
        for order in permutations(asked)
    )


@given(candidates, rows, st.integers(0, 99))
def test_the_same_seed_draws_the_same_paper(
    found: list[Candidate], blueprint: list[BlueprintRow], seed: int
) -> None:
    assert draw(found, preset(*blueprint), seed) == draw(found, preset(*blueprint), seed)


def test_background_and_what_has_no_right_answer_are_never_asked() -> None:
    background = replace(candidate("b"), question=replace(choice(0, name="b"), background=True))
    either = Candidate("bank", arguable())
    drawn = draw([background, either, candidate("q")], preset(BlueprintRow(3, PaperKind.ANY)), 1)
    assert ids(drawn.questions) == ["q"]
    assert [lack.missing for lack in drawn.lacks] == [2]


def test_what_was_answered_least_comes_first() -> None:
    worn = [candidate(f"w{number}", asked=number + 1) for number in range(6)]
    new = [candidate(f"n{number}") for number in range(4)]
    for seed in range(20):
        drawn = draw([*worn, *new], preset(BlueprintRow(6)), seed)
        assert {"n0", "n1", "n2", "n3", "w0", "w1"} == set(ids(drawn.questions))


def test_every_question_comes_up_as_often() -> None:
    found = [candidate(f"q{number}") for number in range(8)]
    counts = Counter(
        name for seed in range(400) for name in ids(draw(found, preset(BlueprintRow(2)), seed).questions)
    )
    assert min(counts.values()) > 60
    assert max(counts.values()) < 140


def test_a_preset_of_some_banks_draws_from_no_other() -> None:
    found = [candidate("q"), replace(candidate("r"), bank_id="other")]
    drawn = draw(found, replace(preset(BlueprintRow(1)), banks=("other",)), 1)
    assert ids(drawn.questions) == ["r"]


def test_a_row_takes_scenarios_choices_or_both() -> None:
    found = [candidate("c"), Candidate("bank", verdict(name="v"))]
    for kind, names in ((PaperKind.CHOICE, {"c"}), (PaperKind.SCENARIO, {"v"}), (PaperKind.ANY, {"c", "v"})):
        drawn = draw(found, preset(BlueprintRow(len(names), kind)), 1)
        assert set(ids(drawn.questions)) == names


def test_questions_of_one_id_in_two_banks_are_two() -> None:
    found = [candidate("q"), replace(candidate("q"), bank_id="other")]
    drawn = draw(found, preset(BlueprintRow(2)), 1)
    assert {each.bank_id for each in drawn.questions} == {"bank", "other"}
