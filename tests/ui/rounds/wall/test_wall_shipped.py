"""The shipped questions on the wall: read from the back row, in few pages, with little to read on each."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF

from quizapp.domain import round_events as events
from quizapp.domain.bank import Bank
from quizapp.domain.question import Choice, Question
from quizapp.domain.round import Phase
from quizapp.domain.round_plan import AnsweringMode, RoundPlan
from quizapp.domain.round_rules import replayed
from quizapp.domain.session import refer
from quizapp.domain.wall_view import WallView, wall_view
from quizapp.ui.rounds.wall.answers import SignMark
from quizapp.ui.rounds.wall.drawing import LEAST, SIZES, Piece, Words
from quizapp.ui.rounds.wall.frame import WallFrame
from quizapp.ui.rounds.wall.marked_text import Tagged
from quizapp.ui.style.appearance import Appearance
from tests.content.shipped import CHOICES, SCENARIOS, bank

MOST_READ = 60
NAMES = {f"t{number}": name for number, name in enumerate(("Red team", "The Auditors", "Service Desk"), 1)}


def views(of: Bank, question: Question) -> Iterator[WallView]:
    """A question from first reading to its reason, voted on twice."""
    plan = RoundPlan("p", "Evening", (refer(of, question),) * 2, AnsweringMode.TEAMS, teams=3)
    first, second = ("0", "1") if isinstance(question, Choice) else ("product", "service")
    votes = [events.Vote(0, 0, f"t{number}", first) for number in (1, 2, 3)]
    again = [events.Vote(0, 1, f"t{number}", second) for number in (1, 2, 3)]
    stations: list[list[events.Event]] = [
        [events.Next()],
        [events.Next(), *votes],
        [events.Next()],
        [events.Discuss(), events.ReleaseSplit()],
        [events.Next(), *again, events.Next(), events.Reveal()],
        [events.Next()],
    ]
    happened: list[events.Event] = []
    for station in stations:
        happened += station
        yield wall_view(replayed(plan, happened), of, NAMES)


def pages(frame: WallFrame, view: WallView) -> Iterator[list[Piece]]:
    seconds = 18 if view.phase is Phase.OPEN else None
    frame.show_view(view, seconds=seconds)
    for page in range(frame.page_count()):
        frame.show_view(view, seconds=seconds, page=page)
        yield frame.pieces()


def size(piece: Words | Tagged) -> int:
    layouts = piece.block.paragraphs if isinstance(piece, Words) else (piece.lines.layout,)
    return min(layout.font().pixelSize() for layout in layouts)


@pytest.fixture
def frame(appearance: Appearance) -> WallFrame:
    made = WallFrame(appearance)
    made.resize(1920, 1080)
    return made


@pytest.mark.parametrize("name", [SCENARIOS, CHOICES])
def test_every_question_is_read_from_the_back_row_and_fits(frame: WallFrame, name: str) -> None:
    whole = QRectF(0, 0, 1280, 720)
    for question in bank(name).questions:
        for view in views(bank(name), question):
            for pieces in pages(frame, view):
                assert all(whole.contains(piece.rect) for piece in pieces), question.id
                written = [piece for piece in pieces if isinstance(piece, Words | Tagged)]
                assert min(map(size, written)) >= LEAST, question.id
                stems = [size(piece) for piece in written if piece.says.strip() == view.stem.strip()]
                assert all(each >= SIZES[-1] for each in stems), question.id


def test_a_scenario_is_one_page_from_first_reading_to_the_talk(frame: WallFrame) -> None:
    for question in bank(SCENARIOS).questions:
        for view in list(views(bank(SCENARIOS), question))[:4]:
            assert len(list(pages(frame, view))) == 1, question.id


@pytest.mark.parametrize("name", [SCENARIOS, CHOICES])
def test_no_page_has_more_than_sixty_words_of_reasons(frame: WallFrame, name: str) -> None:
    for question in bank(name).questions:
        *_, view = views(bank(name), question)
        assert view.phase is Phase.EXPLAIN
        told = {view.stem.strip(), *view.answers, *view.statements}
        for pieces in pages(frame, view):
            body = [piece for piece in pieces if isinstance(piece, Words) and 80 < piece.rect.top() < 670]
            said = [piece.says for piece in body if piece.says not in told]
            reasons = [text for text in said if len(text.split()) > 3 and "after talking" not in text]
            assert sum(len(text.split()) for text in reasons) <= MOST_READ, question.id


def test_options_are_as_wide_as_the_page(frame: WallFrame) -> None:
    question = next(each for each in bank(CHOICES).questions if isinstance(each, Choice))
    long = replace(question.options[0], text="one of many words " * 8)
    asked = replace(question, options=(long, *question.options[1:]))
    of = replace(bank(CHOICES), questions=(asked,))
    for view in list(views(of, asked))[:4]:
        [pieces] = pages(frame, view)
        [option] = [piece for piece in pieces if piece.says == long.text]
        assert option.rect.right() > 1200


def test_the_verdict_of_a_choice_is_large_and_has_its_tick(frame: WallFrame) -> None:
    question = next(each for each in bank(CHOICES).questions if isinstance(each, Choice))
    *_, view, _ = views(bank(CHOICES), question)
    first = next(pages(frame, view))
    letter = "ABCDEF"[question.key]
    [said] = [piece for piece in first if isinstance(piece, Words) and piece.says == f"{letter} is right"]
    assert size(said) >= 44
    [tick] = [piece for piece in first if isinstance(piece, SignMark)]
    assert tick.rect.height() >= 44
    assert abs(tick.rect.center().y() - said.rect.center().y()) < 4
