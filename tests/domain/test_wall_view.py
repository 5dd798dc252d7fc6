"""The wall: what is shown when, and that nothing secret reaches it before the verdict."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.domain import round_events as events
from quizapp.domain.bank import Bank, Cue
from quizapp.domain.question import Choice, Question, Reason, Side, Strength, Verdict
from quizapp.domain.round import Phase, Round, Ruling, begun
from quizapp.domain.round_events import Event
from quizapp.domain.round_plan import AnsweringMode, ScoreShowing
from quizapp.domain.round_rules import applied
from quizapp.domain.wall_view import Sign, Split, WallView, wall_view
from tests.domain.examples import IDLE, RUNS, arguable, fact
from tests.domain.rounds import (
    ANSWERS,
    ANYTHING,
    ASKED,
    LENGTH,
    asked,
    is_taken,
    natural,
    plan,
    played,
    votes,
)

NEXT, REVEAL, DISCUSS = events.Next(), events.Reveal(), events.Discuss()
OPEN = (NEXT, NEXT)
H, T, B, P = AnsweringMode.HANDS, AnsweringMode.TEAMS, AnsweringMode.BUZZ, AnsweringMode.PAPER
NAMES = {"t1": "Ash", "t2": "Birch"}
SECRET = {Phase.LOBBY, Phase.ASK, Phase.OPEN, Phase.LOCKED, Phase.DISCUSS}
CANARY = "canary"


def shown(*happened: Event, **changes: object) -> WallView:
    """The wall after some events."""
    return wall_view(played(*happened, **changes), ASKED, NAMES)


def other_key(question: Question, canary: str) -> Question:
    """The question with everything else that is secret: key, strength, reasons, notes."""
    if isinstance(question, Choice):
        options = tuple(
            replace(option, why=canary, correct=index == (question.key + 1) % len(question.options))
            for index, option in enumerate(question.options)
        )
        return replace(question, options=options, why=canary, notes=canary, fact=canary, claims=(canary,))
    return _other_verdict(question, canary)


def _other_verdict(verdict: Verdict, canary: str) -> Verdict:
    strengths = list(Strength)
    return replace(
        verdict,
        answer=verdict.answer.other,
        strength=strengths[(strengths.index(verdict.strength) + 1) % len(strengths)],
        reasons=(Reason(canary, canary, verdict.answer.other, canary, ("A supplier",)),),
        background=not verdict.background,
        case_for_product=canary,
        case_for_service=canary,
        why=canary,
        flips=canary,
        pair=canary,
        fact=canary,
        notes=canary,
        claims=(canary,),
    )


def other_bank(canary: str) -> Bank:
    """The same questions with other keys and reasons, and another vocabulary of reasons."""
    cues = {
        name: Cue(name, canary, canary, canary, cue.asks, (canary,), canary)
        for name, cue in ASKED.vocabulary.cues.items()
    }
    vocabulary = replace(ASKED.vocabulary, cues=cues, claims={canary: canary})
    return replace(
        ASKED, questions=tuple(other_key(each, canary) for each in ASKED.questions), vocabulary=vocabulary
    )


OTHER = other_bank(CANARY)


def otherwise(event: Event, answer: str) -> Event:
    """The same event with another answer."""
    match event:
        case events.Vote() | events.Sheet() if event.answer:
            return replace(event, answer=answer)
        case events.Count(counts={**counts}):
            return replace(event, counts=dict(zip(counts, reversed(counts.values()), strict=True)))
        case _:
            return event


@settings(max_examples=100)
@given(st.sampled_from(AnsweringMode), st.data())
def test_before_the_verdict_the_wall_depends_on_nothing_secret(
    mode: AnsweringMode, data: st.DataObject
) -> None:
    one = two = begun(plan(mode))
    for _ in range(data.draw(st.integers(5, 40))):
        event = data.draw(st.one_of(natural(one), natural(one), ANYTHING))
        after = is_taken(one, event)
        other = is_taken(two, otherwise(event, data.draw(st.sampled_from(ANSWERS[:4]))))
        assert (after is None) == (other is None)
        one, two = after or one, other or two
        if one.phase in SECRET:
            assert_alike(one, two)


def assert_alike(one: Round, two: Round) -> None:
    """Both walls are the same, but for the first vote where the trainer has released it."""
    view, other = wall_view(one, ASKED, NAMES), wall_view(two, OTHER, NAMES)
    assert CANARY not in repr(other)
    if view.released or other.released:
        assert one.phase is Phase.DISCUSS
        assert one.item.is_split_released
    assert repr(replace(view, released=None)) == repr(replace(other, released=None))
    assert (view.revealed, view.standings) == (None, ())


def test_the_canaries_would_be_seen() -> None:
    revealed = wall_view(played(*OPEN, NEXT, REVEAL), OTHER, NAMES)
    assert CANARY in repr(revealed)
    assert revealed.revealed != shown(*OPEN, NEXT, REVEAL).revealed


def test_in_the_lobby_stands_the_title_alone() -> None:
    assert shown() == WallView(Phase.LOBBY, 0, LENGTH, "Tuesday", AnsweringMode.TEAMS)
    assert shown(events.Close()) == WallView(Phase.CLOSED, 0, LENGTH, "Tuesday", AnsweringMode.TEAMS)


def test_a_scenario_and_a_choice_are_shown_as_they_are_written() -> None:
    scenario, choice = shown(NEXT, warm_up=True), shown(NEXT, events.GoTo(1), warm_up=True)
    assert (scenario.stem, scenario.prompt) == ("A supplier runs it.", "Which label fits the offer better?")
    assert (scenario.answers, scenario.is_warm_up, scenario.position) == ((), True, 1)
    assert (choice.stem, choice.prompt, choice.is_warm_up, choice.position) == ("Which?", "", False, 2)
    assert choice.answers == ("Option 0", "Option 1", "Option 2", "Option 3")


def test_teams_are_in_or_not_in_and_only_those_who_are_there() -> None:
    view = shown(events.Join("p1"), *OPEN, *votes(0, {"t1": "product", "t3": "service"}), events.Leave("t3"))
    assert view.teams == (Sign("Ash", is_in=True), Sign("Birch", is_in=False))
    assert (view.number_in, view.number_of) == (1, 2)


@pytest.mark.parametrize("mode", [H, P])
def test_where_nobody_knows_who_has_answered_no_number_is_shown(mode: AnsweringMode) -> None:
    view = shown(*OPEN, mode=mode)
    assert (view.number_in, view.number_of, view.teams) == (None, None, ())


def test_in_a_buzz_the_wall_says_whose_turn_it_is() -> None:
    buzzed = (*OPEN, events.Buzz(0, 0, "t2"), events.Buzz(0, 0, "t3"))
    assert shown(*OPEN, mode=B).turn == ""
    assert shown(*buzzed, mode=B).turn == "Birch"
    assert shown(*buzzed, events.PassOn(0, 0), mode=B).turn == "t3"


def test_the_first_vote_is_shown_to_a_room_that_talks_once_it_is_released() -> None:
    talk = (*OPEN, *votes(0, {"t1": "product", "t2": "service", "t3": "service"}), NEXT, DISCUSS)
    assert shown(*talk).released is None
    view = shown(*talk, events.ReleaseSplit())
    assert view.released == Split((1, 2))
    assert view.released.total == 3
    assert shown(*talk, events.ReleaseSplit(), NEXT).released is None
    assert shown(*OPEN, NEXT, DISCUSS, events.ReleaseSplit()).released is None


def test_the_room_talks_about_the_vocabularys_questions_in_turn() -> None:
    talks = [shown(NEXT, events.GoTo(position), NEXT, NEXT, DISCUSS).talk for position in range(3)]
    assert talks == [("And owns?", "And runs?"), ("And value?", "And owns?"), ("And runs?", "And value?")]
    silent = replace(ASKED, vocabulary=replace(ASKED.vocabulary, cues={}))
    assert wall_view(played(*OPEN, NEXT, DISCUSS), silent, {}).talk == ()


def test_the_verdict_comes_with_both_votes_and_its_reasons() -> None:
    first, second = (
        votes(0, {"t1": "product", "t2": "service"}),
        votes(0, {"t1": "service", "t2": "service"}, 1),
    )
    revealed = shown(
        *OPEN, *first, NEXT, DISCUSS, NEXT, *second, NEXT, REVEAL, events.Rule(0, "both")
    ).revealed
    assert revealed is not None
    assert (revealed.key, revealed.side, revealed.strength, revealed.ruling) == (
        1,
        Side.SERVICE,
        Strength.CLEAR,
        Ruling.BOTH,
    )
    assert (revealed.before, revealed.after) == (Split((1, 1)), Split((0, 2)))
    assert (revealed.fact, revealed.why, revealed.cases) == (RUNS, "Since.", ())


def test_a_choice_is_told_by_its_key_and_an_arguable_one_by_both_cases() -> None:
    choice = shown(NEXT, *asked(1, {"t1": "0"})).revealed
    assert choice is not None
    assert (choice.key, choice.side, choice.before, choice.after) == (2, None, Split((1, 0, 0, 0)), None)
    cases = replace(arguable(name="a"), case_for_product="Yes.", case_for_service="No.")
    view = wall_view(played(NEXT, *asked(2, {})), replace(ASKED, questions=(cases,)), {})
    assert view.revealed is not None
    assert (view.revealed.cases, view.revealed.before) == (("Yes.", "No."), None)
    assert (view.revealed.fact, choice.fact) == (None, None)


@pytest.mark.parametrize(
    ("reasons", "told", "why"),
    [
        ((fact("First.", Side.SERVICE, "weak"), RUNS, *IDLE), RUNS, "Since."),
        ((fact("First.", Side.SERVICE, "weak"),), fact("First.", Side.SERVICE, "weak"), "Since."),
        ((), None, "Because."),
    ],
)
def test_the_first_fact_that_decides_alone_is_told(
    reasons: tuple[Reason, ...], told: Reason | None, why: str
) -> None:
    question = ASKED.questions[0]
    assert isinstance(question, Verdict)
    first = replace(question, reasons=reasons)
    weak = Cue("weak", "Weak", "p", "s", supports_only=True)
    words = replace(ASKED.vocabulary, cues={**ASKED.vocabulary.cues, "weak": weak})
    of = replace(ASKED, questions=(first, *ASKED.questions[1:]), vocabulary=words)
    revealed = wall_view(played(*OPEN, NEXT, REVEAL), of, NAMES).revealed
    assert revealed is not None
    assert (revealed.fact, revealed.why) == (told, why)


@pytest.mark.parametrize(
    ("scores", "between", "end"),
    [(ScoreShowing.OFF, False, False), (ScoreShowing.END, False, True), (ScoreShowing.ALWAYS, True, True)],
)
def test_scores_are_shown_as_planned(scores: ScoreShowing, *, between: bool, end: bool) -> None:
    revealed = played(NEXT, *asked(0, {"t1": "service"}), NEXT, scores=scores)
    names = [name for name, _ in wall_view(revealed, ASKED, NAMES).standings]
    assert bool(names) == between
    at_end = wall_view(applied(revealed, events.WrapUp()), ASKED, NAMES).standings
    assert [name for name, _ in at_end] == (["Ash", "Birch", "t3"] if end else [])


def test_who_was_never_there_stands_in_no_list() -> None:
    revealed = played(events.Leave("t3"), NEXT, *asked(0, {"t1": "service"}), NEXT)
    assert [name for name, _ in wall_view(revealed, ASKED, NAMES).standings] == ["Ash", "Birch"]


def test_a_pause_is_said_and_changes_nothing_else() -> None:
    assert shown(*OPEN, events.Pause()) == replace(shown(*OPEN), is_paused=True)


@pytest.mark.parametrize(
    ("scores", "teams", "told"), [("end", 2, True), ("off", 2, False), ("end", 0, False)]
)
def test_what_gives_no_points_where_others_do_is_told_with_the_verdict(
    scores: str,
    teams: int,
    told: bool,  # noqa: FBT001
) -> None:
    arguing = replace(ASKED, questions=(replace(arguable(), id=ASKED.questions[0].id), *ASKED.questions[1:]))
    planned: dict[str, object] = {"scores": ScoreShowing(scores), "teams": teams, "warm_up": False}
    before = played(*OPEN, NEXT, **planned)
    assert not wall_view(before, arguing, NAMES).is_unscored
    after = applied(before, REVEAL)
    assert wall_view(after, arguing, NAMES).is_unscored is told
    assert not wall_view(after, ASKED, NAMES).is_unscored
    accepted = applied(after, events.Rule(0, Ruling.BOTH))
    assert not wall_view(accepted, arguing, NAMES).is_unscored


def test_in_a_buzz_the_team_that_was_right_is_named_with_the_verdict() -> None:
    def buzzed(answer: str) -> WallView:
        asks = (*OPEN, events.Buzz(0, 0, "t2"), events.Vote(0, 0, "t2", answer), NEXT)
        assert shown(*asks, mode=B).revealed is None
        view = shown(*asks, REVEAL, mode=B)
        assert view.revealed is not None
        return view

    assert buzzed("service").revealed.winner == "Birch"  # type: ignore[union-attr]
    assert buzzed("product").revealed.winner == ""  # type: ignore[union-attr]
