"""The words that all that leaves the program shares."""

from datetime import datetime

from quizapp.domain.question import Choice, Question, Side, Strength, Verdict
from quizapp.domain.round import Item, Ruling

PROJECT_NOTICE = (
    "Independent study aid: not produced, endorsed or approved by PeopleCert or AXELOS. "
    "ITIL® is a registered trade mark of its owner. The questions are original."
)
OWNERS = ("PeopleCert", "AXELOS", "ITIL®")
"""Whom and what the notice is about."""

SIGNS = {Side.PRODUCT: "◆", Side.SERVICE: "●"}
SIDES = {Side.PRODUCT: "Product", Side.SERVICE: "Service"}
STRENGTHS = {Strength.CLEAR: "clear", Strength.LEANING: "leaning", Strength.ARGUABLE: "arguable"}
LETTERS = "ABCDEF"

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def date_words(at: datetime) -> str:
    """A moment as a British date of this computer's calendar, whatever language the system speaks."""
    here = at.astimezone()
    return f"{here.day} {_MONTHS[here.month - 1]} {here.year}"


def short_answer(question: Question, answer: str) -> str:
    """An answer of a ballot as tables have it: a side, or the letter of an option."""
    if isinstance(question, Choice) and answer in {str(index) for index in range(len(question.options))}:
        return LETTERS[int(answer)]
    return answer


def stem(question: Question) -> str:
    """The scenario, or the prompt of a choice with its statements, numbered."""
    if isinstance(question, Verdict):
        return question.scenario
    statements = (f"{number}. {told}" for number, told in enumerate(question.statements, start=1))
    return " ".join((question.prompt, *statements))


def was_told(item: Item) -> bool:
    """Whether the room was shown the verdict, and the question was not left out."""
    return item.is_revealed and not item.is_skipped


def standing_of(item: Item, *, is_warm_up: bool) -> str:
    """In a word what became of a question: whether it counts, and if not why."""
    if item.is_skipped:
        return "left out"
    if not item.is_revealed:
        return "not shown"
    if item.ruling is Ruling.VOID:
        return "void"
    if is_warm_up:
        return "warm-up"
    return "every answer accepted" if item.ruling is Ruling.BOTH else "counts"


def share_words(part: int, whole: int) -> str:
    """A part of a whole in per cent, rounded."""
    return f"{part / whole:.0%}".replace("%", "\u00a0%")
