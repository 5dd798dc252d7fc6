"""A paper to be printed: its questions, and on pages of its own the key with all reasons."""

from collections.abc import Mapping

from quizapp.domain.bank import Bank
from quizapp.domain.paper_preset import Preset
from quizapp.domain.question import Choice, Side
from quizapp.domain.session import Session, SessionItem
from quizapp.exchange.bank_text import BankText, named
from quizapp.exchange.document import document
from quizapp.exchange.explained import asked, credits_of, reasons
from quizapp.exchange.markup import Markup, element, joined, table
from quizapp.exchange.words import LETTERS, PROJECT_NOTICE

_BOX = "□"


def paper_html(session: Session, preset: Preset, banks: Mapping[str, Bank]) -> str:
    """A paper with its key.

    Args:
        session: its questions, with their options in the order in which they stand.
        preset: its rules.
        banks: its banks, by their ids.
    """
    questions = [_question(number, item, banks) for number, item in enumerate(session.asked, start=1)]
    key_title = element("h1", f"{preset.title} – Key", style="page-break-before: always")
    glance = table(
        "At a glance",
        ("Question", "Right answer"),
        *((str(number), _key(item)) for number, item in enumerate(session.asked, start=1)),
    )
    told = [_explained(number, item, banks) for number, item in enumerate(session.asked, start=1)]
    used = dict.fromkeys(item.ref.bank_id for item in session.asked)
    credit = [credits_of(banks[bank_id], PROJECT_NOTICE) for bank_id in used]
    head = (element("h1", preset.title), element("p", _rules(session, preset), class_="quiet"))
    line = element("p", "Name: ", "_" * 40)
    return document(preset.title, *head, line, *questions, key_title, glance, *told, *credit)


def _rules(session: Session, preset: Preset) -> str:
    parts = [f"{len(session.asked)} questions", f"{preset.minutes} minutes"]
    if preset.extra_minutes:
        parts.append(f"{preset.extra_minutes} with extra time")
    if preset.pass_mark:
        parts.append(f"{preset.pass_mark} to pass")
    return " · ".join(parts) + (f". {preset.note}" if preset.note else "")


def _question(number: int, item: SessionItem, banks: Mapping[str, Bank]) -> Markup:
    writer = BankText.of(banks[item.ref.bank_id])
    heading = element("h2", f"Question {number}")
    return joined(heading, asked(item.question, writer, is_told=False), _offered(item, writer))


def _offered(item: SessionItem, writer: BankText) -> Markup:
    question = item.question
    if isinstance(question, Choice):
        lines = zip(LETTERS, (question.options[index] for index in item.order), strict=False)
        return joined(
            *(
                writer.paragraph(joined(f"{_BOX}\u00a0{letter}. ", writer.inline(option.text)))
                for letter, option in lines
            )
        )
    boxes = (joined(f"{_BOX}\u00a0", named(side), "\u00a0\u00a0 ") for side in Side)
    return element("p", *boxes, class_="boxes")


def _key(item: SessionItem) -> Markup:
    """The right answer, by the letter under which it stands here."""
    question = item.question
    if isinstance(question, Choice):
        return joined(LETTERS[item.order.index(question.key)])
    return named(question.answer)


def _explained(number: int, item: SessionItem, banks: Mapping[str, Bank]) -> Markup:
    writer, question = BankText.of(banks[item.ref.bank_id]), item.question
    heading = element("h2", f"Question {number}: ", _key(item))
    if not isinstance(question, Choice):
        return joined(heading, reasons(question, writer))
    lines = []
    for letter, index in zip(LETTERS, item.order, strict=False):
        option = question.options[index]
        right = " (right)" if option.correct else ""
        head = element("b", f"{letter}. ", writer.inline(option.text), right)
        lines.append(writer.paragraph(joined(head, Markup("<br>"), writer.inline(option.why))))
    return joined(heading, *lines, writer.paragraphs(question.why), writer.claims(question))
