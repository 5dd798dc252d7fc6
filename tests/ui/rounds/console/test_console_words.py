"""What the console says: votes with their doubt, advice with its source, moves without names."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from quizapp.domain import round_events as events
from quizapp.domain.advice import Advice, AdviceKind, advice
from quizapp.domain.movement import movement
from quizapp.domain.question import Question, Side, Strength
from quizapp.domain.round_plan import AnsweringMode
from quizapp.domain.round_record import RoundRecord
from quizapp.ui.rounds.console.cards import prompts
from quizapp.ui.rounds.console.commands import NextStep
from quizapp.ui.rounds.console.wording import ConsoleWords
from tests.domain.examples import arguable, choice, verdict
from tests.ui.rounds.console.consoles import BANK, LOCKED, NEXT, OPEN, PLAN, QUESTIONS, TOLD, record, teams


@pytest.fixture
def words(qapp: QApplication) -> ConsoleWords:
    assert isinstance(qapp, QObject)
    return ConsoleWords()


def counted(right: int, wrong: int) -> RoundRecord:
    return record(*OPEN, events.Count(0, 0, {"service": right, "product": wrong}), NEXT)


@pytest.mark.parametrize(
    ("right", "wrong", "sentence"),
    [
        (3, 17, "Explain it first."),
        (13, 7, "Let them discuss, and vote again."),
        (19, 1, "Move on."),
        (0, 0, "Nobody has voted."),
    ],
)
def test_advice_follows_the_share_right(words: ConsoleWords, right: int, wrong: int, sentence: str) -> None:
    start = counted(right, wrong)
    assert words.advice(advice(start.round, start.question)) == sentence


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        (AdviceKind.DISCUSS, "Right: 65 %, could be 45–81 % (95 %, 23 votes)."),
        (AdviceKind.DEBATE, "The smaller side has 65 %, could be 45–81 % (95 %, 23 votes)."),
        (AdviceKind.NOTHING, ""),
    ],
)
def test_its_ground_is_never_without_its_doubt(words: ConsoleWords, kind: AdviceKind, told: str) -> None:
    assert words.ground(Advice(kind, 0.65, 0.45, 0.81, 23)) == told


def test_its_thresholds_say_where_they_come_from(words: ConsoleWords) -> None:
    assert "57 %" in words.source(PLAN, verdict())
    assert "own estimate" in words.source(PLAN, verdict())
    assert words.source(PLAN, choice()).startswith("Below 35 % explain, to 70 % discuss")
    assert "30 %" in words.source(PLAN, arguable())


@pytest.mark.parametrize(
    ("question", "key"),
    [
        (verdict(Side.SERVICE), "Key: Service, clear"),
        (verdict(Side.PRODUCT, strength=Strength.LEANING), "Key: leaning to Product"),
        (arguable(Side.PRODUCT), "Arguable, leaning to Product"),
        (choice(key=2), "Key: C. Option 2"),
    ],
)
def test_the_key_in_words(words: ConsoleWords, question: Question, key: str) -> None:
    assert words.key(question) == key


def test_before_and_after_and_who_moved_in_number_only(words: ConsoleWords) -> None:
    first = [events.Vote(0, 0, f"t{team}", "product") for team in (1, 2, 3)]
    second = [events.Vote(0, 1, f"t{team}", "service") for team in (1, 2)]
    start = teams(
        *OPEN, *first, NEXT, events.Discuss(), NEXT, *second, events.Vote(0, 1, "t3", "product"), NEXT
    )
    moved = movement(start.round.item, start.question)
    assert moved is not None
    assert words.change(moved) == "Product 3 → 1, Service 0 → 2"
    assert words.moves(moved) == "Moved: 2 from Product to Service; 2 of 3 in all."
    assert words.moves(replace(moved, moves=())) == "Nobody moved."
    assert words.moves(replace(moved, known=0)) == ""


def test_where_the_round_stands(words: ConsoleWords) -> None:
    again = record(*LOCKED, events.Discuss(), NEXT)
    assert words.position(record().round) == "3 questions"
    assert words.position(again.round) == "Question 1 of 3 · second vote"
    assert words.position(record(NEXT, plan=replace(PLAN, warm_up=True)).round) == "Question 1 of 3 · warm-up"
    assert words.position(record(*TOLD, events.Rule(0, "both")).round) == "Question 1 of 3 · both accepted"
    assert words.position(record(*TOLD, events.WrapUp()).round) == "Wrap-up"


def test_who_is_there_and_who_is_in(words: ConsoleWords) -> None:
    assert words.present(record().round) == "27 people"
    assert words.present(record(*LOCKED).round) == "20 of 27 hands counted"
    assert words.present(record(*LOCKED, plan=replace(PLAN, headcount=0)).round) == "20 hands counted"
    assert words.present(teams().round) == "3 take part"
    assert words.present(teams(*OPEN, events.Vote(0, 0, "t2", "product")).round) == "1 of 3 are in"
    assert words.present(teams(*OPEN, mode=AnsweringMode.BUZZ).round) == ""


def test_time_counts_in_minutes_and_seconds(words: ConsoleWords) -> None:
    assert [words.time_left(seconds) for seconds in (None, 0, 65)] == ["", "0:00 left", "1:05 left"]


def test_every_step_has_words(words: ConsoleWords) -> None:
    assert set(words.steps()) == set(NextStep)


def test_prompts_are_what_the_cues_of_the_evidence_ask() -> None:
    assert prompts(QUESTIONS[0], BANK.vocabulary) == ["Who runs it, canary?"]
    assert prompts(QUESTIONS[1], BANK.vocabulary) == []
