"""Papers that are being sat and that were, for tests of their pages."""

from dataclasses import replace
from datetime import timedelta

from quizapp.domain.attempt import PAPER, KeptSession, SessionRules
from quizapp.domain.bank import Bank
from quizapp.domain.paper import Paper, Timer, handed_in, result
from quizapp.domain.paper_preset import BlueprintRow, Lack, PaperKind, Preset
from quizapp.domain.question import Question
from quizapp.domain.session import resumed
from quizapp.quiz.papers import PaperHead, PaperOffer, PastPaper
from quizapp.ui.paper.page import PapersView
from quizapp.ui.running_paper import PaperView
from tests.domain.examples import NOON, bank, choice, start
from tests.ui.sessions import QUESTIONS

LIKE_EXAM = Preset(
    "itil4",
    "A paper with a title that is as long as a colleague may write it",
    60,
    (BlueprintRow(9, level=1), BlueprintRow(31, PaperKind.CHOICE, ("cloud", "service level agreements"), 2)),
    75,
    26,
    "itil4",
    (),
    "Closed book, one mark each, nothing subtracted.",
)
SHORT = Preset("short", "Short & <b>bold</b>", 15, (BlueprintRow(10, PaperKind.ANY),))
LONG_CHOICE = replace(
    choice(1, 6, "six"),
    prompt="Which of these is NOT what a service provider that goes on running a thing after supply owes?",
    statements=("A first statement.", "A second statement that is longer.", "A third.", "A fourth."),
)


def bank_of(count: int, *others: Question) -> Bank:
    """A bank of choices that test different facts, and of others."""
    questions = (replace(choice(n % 4, name=f"q{n}"), fact=f"f{n}") for n in range(count))
    return bank(*others, *questions)


def paper(of: Bank, preset: Preset = LIKE_EXAM) -> Paper:
    """A paper on all questions of a bank, nothing answered."""
    begun = replace(start(of), rules=SessionRules(len(of.questions), reason_step=False, which=PAPER))
    items = resumed(KeptSession(begun, (), frozenset()), {of.id: of}).asked
    return Paper(begun, preset, 60, items, Timer(NOON + timedelta(hours=1), 3600.0, 0.0), {})


def sat_paper() -> Paper:
    """A paper in its middle: some answered, some flagged, one of six options, one scenario."""
    sheet = paper(bank_of(37, LONG_CHOICE, QUESTIONS["choice"], QUESTIONS["clear"]))
    for position in (0, 2, 3, 4, 8):
        sheet = sheet.answered(position, sheet.items[position].offered[1])
    for position in (2, 5):
        sheet = sheet.with_flag(position, flagged=True)
    return sheet


def past_of(sheet: Paper, *, by_time: bool = False, fresh: int = 31) -> PastPaper:
    """The same once it was handed in."""
    session = handed_in(sheet)
    told = result(session, sheet.preset)
    return PastPaper(session, sheet.preset, 60, fresh, NOON, by_time, sheet.flagged, (), told)


def past_paper() -> PastPaper:
    """That of a paper in its middle, which handed itself in."""
    return past_of(sat_paper(), by_time=True)


LACKING = PaperOffer(LIKE_EXAM, 27, tuple(Lack(row, 5) for row in LIKE_EXAM.blueprint), 20)
FULL = PaperOffer(SHORT, 10, (), 7)
HEADS = (
    PaperHead("a", LIKE_EXAM.title, NOON, 29, 40, True),
    PaperHead("b", SHORT.title, NOON, 7, 10, None),
)
PAPERS = PapersView(
    (LACKING, FULL),
    0,
    PaperView("r", LIKE_EXAM.title, 17, 40, "11:05"),
    HEADS,
    ("papers.yaml: Paper 1: Its “minutes” is a number up to 600.",),
    "/home/jane/data/papers.yaml",
)
