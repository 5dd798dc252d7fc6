"""What a trainer prints before a round on paper: the questions, a sheet for answers, and the key."""

from quizapp.domain.bank import Bank
from quizapp.domain.question import Choice, Question, Side, is_arguable
from quizapp.domain.round_plan import RoundPlan
from quizapp.exchange.bank_text import BankText, named
from quizapp.exchange.document import document
from quizapp.exchange.explained import asked, credits_of, reasons, verdict_line
from quizapp.exchange.markup import Markup, element, joined, table
from quizapp.exchange.words import LETTERS, PROJECT_NOTICE

_BOX = "□"
_GAP = "\u00a0\u00a0 "


def question_sheet(plan: RoundPlan, bank: Bank) -> str:
    """The questions of a plan without anything that tells their answers."""
    writer = BankText.of(bank)
    body = [
        joined(_numbered(plan, position), asked(question, writer, is_told=False), _offered(question, writer))
        for position, question in enumerate(_questions(plan, bank))
    ]
    return document(plan.title, _title(plan, "Questions"), *body, credits_of(bank, PROJECT_NOTICE))


def answer_sheet(plan: RoundPlan, bank: Bank) -> str:
    """A grid to tick answers in, with a line for a name."""
    line = element("p", "Name or team: ", "_" * 40, class_="scenario")
    told = "Tick one box in each row. To change an answer, cross the box out and tick another."
    rows = [
        (_number(plan, position), _boxes(question))
        for position, question in enumerate(_questions(plan, bank))
    ]
    grid = table("Your answers", ("Question", "Tick one"), *rows, class_="grid")
    return document(plan.title, _title(plan, "Answers"), line, element("p", told), grid)


def key_sheet(plan: RoundPlan, bank: Bank) -> str:
    """The right answers: at a glance first, then with all their reasons and the trainer's notes."""
    writer, questions = BankText.of(bank), _questions(plan, bank)
    glance = [(str(position), _key(question)) for position, question in enumerate(questions, start=1)]
    body = [
        joined(
            _numbered(plan, position),
            asked(question, writer, is_told=True),
            verdict_line(question, writer),
            reasons(question, writer),
            writer.headed("Notes for the trainer", question.notes),
        )
        for position, question in enumerate(questions)
    ]
    summary = table("At a glance", ("Question", "Right answer"), *glance)
    return document(plan.title, _title(plan, "Key"), summary, *body, credits_of(bank, PROJECT_NOTICE))


def _questions(plan: RoundPlan, bank: Bank) -> list[Question]:
    return [bank.question(each.question_id) for each in plan.questions]


def _title(plan: RoundPlan, kind: str) -> Markup:
    return element("h1", element("bdi", plan.title), f" – {kind}" if plan.title else kind)


def _number(plan: RoundPlan, position: int) -> str:
    return f"{position + 1} (warm-up)" if plan.warm_up and not position else str(position + 1)


def _numbered(plan: RoundPlan, position: int) -> Markup:
    return element("h2", f"Question {_number(plan, position)}")


def _offered(question: Question, writer: BankText) -> Markup:
    """What there is to choose from, with a box before each."""
    if isinstance(question, Choice):
        options = zip(LETTERS, question.options, strict=False)
        return joined(
            *(
                writer.paragraph(joined(f"{_BOX}\u00a0{letter}. ", writer.inline(each.text)))
                for letter, each in options
            )
        )
    return element("p", _boxes(question), class_="boxes")


def _boxes(question: Question) -> Markup:
    """The answers in one line, each with a box to tick."""
    if isinstance(question, Choice):
        names = [joined(letter) for letter in LETTERS[: len(question.options)]]
    else:
        names = [named(side) for side in Side]
    return joined(*(joined(f"{_BOX}\u00a0", name, _GAP) for name in names))


def _key(question: Question) -> Markup:
    """The right answer as short as it can be."""
    if isinstance(question, Choice):
        return joined(LETTERS[question.key])
    leaning = " (arguable: both can be argued)" if is_arguable(question) else ""
    return joined(named(question.answer), leaning)
