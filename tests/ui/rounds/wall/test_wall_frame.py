"""The wall: every state on every screen, read by everybody in the room, and giving nothing away."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage

from quizapp.domain import round_events as events
from quizapp.domain.bank import Bank
from quizapp.domain.question import Reason, Side
from quizapp.domain.round import Phase
from quizapp.domain.round_plan import AnsweringMode, RoundPlan
from quizapp.domain.round_rules import replayed
from quizapp.domain.session import refer
from quizapp.domain.wall_view import Sign, Split, WallView, wall_view
from quizapp.ui.rounds.wall.drawing import LEAST, SIZES, Piece, Words
from quizapp.ui.rounds.wall.frame import MOST_ZOOM, WallFrame
from quizapp.ui.rounds.wall.marked_text import Tagged
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.style.theme import THEMES
from tests.domain.examples import bank, verdict
from tests.ui.rounds.wall.walls import LONG, SENTENCE, TALK, TEAMS, VIEWS, asked, chosen, revealed
from tests.ui.style.test_theme import contrast

SCREENS = [(800, 600), (1024, 768), (1280, 720), (1920, 1080)]
CLEAR = 7.0


@pytest.fixture
def frame(appearance: Appearance) -> WallFrame:
    made = WallFrame(appearance)
    made.resize(1280, 720)
    return made


def pages(frame: WallFrame, view: WallView) -> Iterator[list[Piece]]:
    """The pieces of every page."""
    frame.show_view(view, seconds=18 if view.phase is Phase.OPEN else None)
    for page in range(frame.page_count()):
        frame.show_view(view, seconds=18 if view.phase is Phase.OPEN else None, page=page)
        yield frame.pieces()


def written(pieces: list[Piece]) -> list[Words | Tagged]:
    return [piece for piece in pieces if isinstance(piece, Words | Tagged)]


def least_size(piece: Words | Tagged) -> int:
    layouts = piece.block.paragraphs if isinstance(piece, Words) else (piece.lines.layout,)
    return min(layout.font().pixelSize() for layout in layouts)


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("screen", SCREENS, ids=str)
@pytest.mark.parametrize("name", VIEWS)
def test_everything_fits_and_is_large_enough(
    frame: WallFrame, appearance: Appearance, name: str, screen: tuple[int, int], scale: float
) -> None:
    appearance.set_scale(scale)
    frame.resize(*screen)
    for pieces in pages(frame, VIEWS[name]):
        canvas = QRectF(0, 0, frame.canvas.width, frame.canvas.height)
        for piece in pieces:
            assert canvas.contains(piece.rect), f"{piece.says!r} sticks out: {piece.rect}"
        for one, other in combinations(written(pieces), 2):
            assert not one.rect.adjusted(1, 1, -1, -1).intersects(other.rect), f"{one.says} over {other.says}"
        assert min(least_size(piece) for piece in written(pieces)) >= LEAST


@pytest.mark.parametrize("name", VIEWS)
def test_all_words_have_seven_times_the_light_of_their_ground(frame: WallFrame, name: str) -> None:
    pairs = {
        (piece.colour, piece.ground)
        for pieces in pages(frame, VIEWS[name])
        for piece in pieces
        if isinstance(piece, Words)
    }
    for theme in THEMES.values():
        for colour, ground in pairs:
            assert contrast(getattr(theme, colour), getattr(theme, ground)) >= CLEAR, f"{colour} on {ground}"


@pytest.mark.parametrize("theme", THEMES)
def test_every_state_is_painted_in_every_theme_on_its_surface(
    frame: WallFrame, appearance: Appearance, theme: str
) -> None:
    appearance.set_theme(THEMES[theme])
    frame.resize(640, 360)
    for view in VIEWS.values():
        frame.show_view(view)
        image = frame.grab().toImage()
        assert image.pixelColor(2, 2) == image.pixelColor(637, 357) == QColor(appearance.theme.surface)
        blank = image.copy()
        blank.fill(QColor(appearance.theme.surface))
        assert image != blank


@pytest.mark.parametrize("stem", [asked().stem, LONG])
@pytest.mark.parametrize("screen", SCREENS, ids=str)
def test_a_scenario_is_as_large_as_it_may_be(frame: WallFrame, stem: str, screen: tuple[int, int]) -> None:
    frame.resize(*screen)
    frame.show_view(asked(stem=stem))
    [size] = [least_size(piece) for piece in written(frame.pieces()) if piece.says == stem]
    assert SIZES[-1] <= size <= SIZES[0]
    assert frame.page_count() == 1


def test_a_scenario_keeps_its_place_when_the_vote_opens_and_closes(frame: WallFrame) -> None:
    positions = set()
    for phase in (Phase.ASK, Phase.OPEN, Phase.LOCKED):
        frame.show_view(replace(asked(phase, LONG), number_in=1, number_of=27))
        [stem] = [piece for piece in frame.pieces() if piece.says == LONG]
        positions.add((stem.rect.top(), stem.rect.height()))
    assert len(positions) == 1


def test_a_text_of_over_ninety_words_takes_pages(frame: WallFrame) -> None:
    view = asked(stem=(SENTENCE * 7).strip())  # 105 words
    frame.show_view(view)
    assert frame.page_count() == 2
    assert "Page 1 of 2" in frame.accessibleName()
    frame.next_page()
    assert (frame.page, "Page 2 of 2" in frame.accessibleName()) == (1, True)
    frame.next_page()
    assert frame.page == 0
    assert frame.page_count(asked()) == 1


def test_a_page_too_many_gives_the_last(frame: WallFrame) -> None:
    frame.show_view(asked(stem=SENTENCE * 7), page=9)
    assert frame.page == 1


@pytest.mark.parametrize(
    "stem", ["x" * 3000, SENTENCE * 60, "word " * 2000, "<b>&amp;\0\u202e" * 40, "ש" * 400]
)
def test_no_text_is_too_odd_for_the_wall(frame: WallFrame, stem: str) -> None:
    frame.show_view(asked(stem=stem))
    frame.grab()
    assert 1 <= frame.page_count() <= 60


def test_a_choice_that_is_too_long_shows_its_question_first(frame: WallFrame) -> None:
    view = replace(chosen(), stem=SENTENCE * 4, answers=tuple(SENTENCE * 2 for _ in range(4)))
    first, *_, last = [[piece.says for piece in pieces] for pieces in pages(frame, view)]
    assert any(says.startswith("The supplier") for says in first)
    assert "A" not in first
    assert "A" in last


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("lobby", ["Evening class", "Please take your seats", "12 questions"]),
        ("ask", ["Question 6 of 12", "Which label fits the payroll better?", "Read, and decide"]),
        ("hands", ["Warm-up – no points", "Product", "Service", "hand or card", "0:18"]),
        ("count", ["23", "of 27", "have answered"]),
        ("teams", ["Red team\nin", "Blue\nnot yet"]),
        ("turn", ["Answering:\nThe Auditors"]),
        ("locked", ["Locked.\n23 of 27 have answered"]),
        ("discuss", ["Convince your neighbour:\nWho keeps it running"]),
        ("released", ["First vote\nProduct\n16\nService\n11"]),
        ("reveal", ["Service", "Clear", "After talking\nProduct\n5\nService\n22", "11 more for Service"]),
        ("reveal", ["1\nThe supplier takes calls and manages the storage."]),
        ("explain", ["With each call", "The supplier takes calls"]),
        ("explain long", ["does not count.", "The supplier takes calls", "With each call"]),
        ("arguable", ["Both can be argued", "The case for Product"]),
        ("choice", ["A\nAn option", "D\nAn option"]),
        ("choice talk", ["First vote: A 1, B 2, C 3, D 4"]),
        ("choice told", ["B is right", "7 more for B after talking", "Why B"]),
        ("scores", ["Right so far", "1\nThe Worshipful Company of Auditors\n9 of 10\n1\nTeam 1"]),
        ("end", ["Right in this round", "more"]),
        ("thanks", ["Thank you – that was the round"]),
    ],
)  # fmt: skip
def test_the_wall_says_what_it_shows(frame: WallFrame, name: str, said: list[str]) -> None:
    next(pages(frame, VIEWS[name]))
    for words in said:
        assert words in frame.accessibleName()


def test_a_pause_shows_nothing_else(frame: WallFrame) -> None:
    frame.show_view(VIEWS["paused"], seconds=12)
    assert frame.accessibleName() == "A short pause"


def test_a_line_for_the_back_row_stands_until_something_else_is_shown(frame: WallFrame) -> None:
    frame.show_view(VIEWS["lobby"])
    lobby = frame.grab().toImage()
    frame.show_test_page()
    assert frame.accessibleName() == "Can the back row read this line?"
    assert [least_size(piece) for piece in written(frame.pieces())] == [LEAST]
    assert frame.grab().toImage() != lobby
    frame.show_view(VIEWS["lobby"])
    assert frame.grab().toImage() == lobby


def test_many_teams_are_counted_instead_of_named(frame: WallFrame) -> None:
    teams = tuple(Sign(f"Team of people number {n}", is_in=True) for n in range(40))
    frame.show_view(replace(asked(), number_in=40, number_of=40, teams=teams))
    assert "Team of people" not in frame.accessibleName()
    assert "of 40" in frame.accessibleName()


def test_a_small_wall_is_a_large_one_scaled_at_any_text_size(
    frame: WallFrame, appearance: Appearance
) -> None:
    small = WallFrame(appearance)
    small.resize(960, 540)
    frame.resize(1920, 1080)
    appearance.set_scale(2.0)
    for view in VIEWS.values():
        small.show_view(view)
        frame.show_view(view)
        assert [piece.rect for piece in small.pieces()] == [piece.rect for piece in frame.pieces()]


def test_a_larger_text_size_makes_the_letters_of_the_wall_larger(
    frame: WallFrame, appearance: Appearance
) -> None:
    def prompt() -> float:
        """The px on the screen that the letters of the prompt take."""
        frame.show_view(asked())
        [size] = [least_size(piece) for piece in written(frame.pieces()) if piece.says == asked().prompt]
        return size * frame.width() / frame.canvas.width

    usual = prompt()
    appearance.set_scale(1.15)
    assert prompt() == pytest.approx(1.15 * usual)
    appearance.set_scale(2.0)
    assert prompt() == pytest.approx(MOST_ZOOM * usual)
    appearance.set_scale(0.9)
    assert prompt() == usual


def test_a_wall_that_reads_from_the_right_is_mirrored(frame: WallFrame) -> None:
    frame.show_view(asked())
    tiles = [piece.rect for piece in frame.pieces()]
    frame.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    frame.grab()
    flipped = [QRectF(1280 - rect.right(), rect.top(), rect.width(), rect.height()) for rect in tiles]
    assert [piece.rect for piece in frame.pieces()] == flipped


def test_the_bar_of_the_time_left_is_a_part_of_the_longest(frame: WallFrame) -> None:
    def bar(seconds: int | None) -> float:
        frame.show_view(asked(), seconds=seconds)
        return min((piece.rect.width() for piece in frame.pieces() if piece.rect.height() == 10), default=0)

    whole = bar(30)
    assert bar(15) == pytest.approx(whole / 2)
    assert bar(25) == pytest.approx(whole * 25 / 30)
    assert bar(None) == 0
    frame.show_view(asked(Phase.LOCKED))
    assert bar(10) == whole


# -- before the verdict -------------------------------------------------------------------------------


def _seen(frame: WallFrame, of: Bank, answers: tuple[str, str], upto: int) -> tuple[str, QImage]:
    """The wall after some events of a round of two teams."""
    plan = RoundPlan(
        "p", "Evening", tuple(refer(of, each) for each in of.questions), AnsweringMode.TEAMS, teams=2
    )
    votes = [events.Vote(0, 0, f"t{n}", answer) for n, answer in enumerate(answers, 1)]
    steps: list[events.Event] = [events.Next(), events.Next(), *votes, events.Next(), events.Discuss()]
    frame.show_view(wall_view(replayed(plan, steps[:upto]), of, {}))
    return frame.accessibleName(), frame.grab().toImage()


@pytest.mark.parametrize("upto", range(7))
def test_before_the_verdict_no_pixel_depends_on_key_reasons_or_votes(frame: WallFrame, upto: int) -> None:
    one = verdict(Side.SERVICE)
    other = replace(
        verdict(Side.PRODUCT), why="CANARY",
        reasons=(Reason("CANARY", "CANARY", Side.PRODUCT, "owns", ("supplier runs",)),),
    )  # fmt: skip
    first = _seen(frame, bank(one), ("product", "service"), upto)
    second = _seen(frame, bank(other), ("service", "service"), upto)
    assert first == second


def test_a_split_with_an_empty_side_still_shows_both(frame: WallFrame) -> None:
    view = replace(asked(Phase.REVEAL), revealed=replace(revealed(), before=Split((0, 27)), after=None))
    frame.show_view(view)
    assert "Your vote\nProduct\n0\nService\n27" in frame.accessibleName()


def test_nobody_voted(frame: WallFrame) -> None:
    frame.show_view(replace(asked(Phase.REVEAL), revealed=replace(revealed(), before=None, after=None)))
    assert "vote" not in frame.accessibleName()


def test_teams_are_told_by_shape(frame: WallFrame) -> None:
    frame.show_view(replace(asked(), number_in=3, number_of=4, teams=TEAMS))
    here = frame.grab().toImage()
    frame.show_view(
        replace(asked(), number_in=3, number_of=4, teams=tuple(replace(t, is_in=False) for t in TEAMS))
    )
    assert frame.grab().toImage() != here


@pytest.mark.parametrize("stem", [SENTENCE.strip(), LONG])
@pytest.mark.parametrize("screen", SCREENS, ids=str)
def test_the_scenario_stands_where_it_stood_until_the_verdict(
    frame: WallFrame, screen: tuple[int, int], stem: str
) -> None:
    frame.resize(*screen)
    views = [asked(phase, stem) for phase in (Phase.ASK, Phase.OPEN, Phase.LOCKED)]
    talking = replace(asked(Phase.DISCUSS, stem), talk=TALK)
    views += [talking, replace(talking, released=Split((4, 2)))]
    stems = [piece for view in views for piece in written(next(pages(frame, view))) if piece.says == stem]
    assert len(stems) == len(views)
    assert len({(piece.rect.topLeft().toTuple(), least_size(piece)) for piece in stems}) == 1


def test_what_is_too_long_to_talk_about_below_a_scenario_goes_before_it(frame: WallFrame) -> None:
    long = tuple(ask * 4 for ask in TALK)
    first, second = pages(frame, replace(asked(Phase.DISCUSS, LONG), talk=long))
    assert [piece.says for piece in written(first) if piece.says in long] == list(long)
    [stem] = [piece for piece in written(second) if piece.says == LONG]
    [usual] = [piece for piece in written(next(pages(frame, asked(stem=LONG)))) if piece.says == LONG]
    assert stem.rect == usual.rect
