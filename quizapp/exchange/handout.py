"""The handout of a round: what was asked, how the room voted and why, without anybody's name."""

from collections.abc import Iterator

from quizapp.domain.question import Verdict
from quizapp.domain.round import Item, Ruling
from quizapp.domain.round_record import RoundRecord
from quizapp.exchange.bank_text import BankText
from quizapp.exchange.document import document
from quizapp.exchange.explained import asked, credits_of, reasons, verdict_line
from quizapp.exchange.markup import Markup, element, joined
from quizapp.exchange.vote_table import is_judged, votes
from quizapp.exchange.words import PROJECT_NOTICE, date_words, was_told

_READING = (
    "Numbered words in a scenario show facts for a label: ◆ stands for product, ● for service. "
    "Clear, leaning or arguable says how firmly an answer stands."
)
_DOUBT = "“Could be” gives the range in which the share right of a much larger group would likely be."
_NAMELESS = "Votes are counted here without names."
_AS_WRITTEN = "Notes on disputed questions stand here as they were written, with any names in them."
_RULINGS = {
    Ruling.NONE: "",
    Ruling.VOID: "The trainer ruled this question void: it counted for nothing.",
    Ruling.BOTH: "The trainer accepted every answer to this question.",
}


def handout_html(record: RoundRecord, *, with_notes: bool = False) -> str:
    """A round as a document that can be printed and handed out.

    Questions that were left out, or whose verdict was not shown, are not in it, so that they can be asked
    another time; the others keep their numbers.

    Args:
        record: the round.
        with_notes: whether it has the notes on disputed questions as they were written: they may name people.

    Returns:
        HTML that needs nothing from elsewhere. All that a bank or a trainer wrote stands in it as text.
    """
    told = [position for position, item in enumerate(record.round.items) if was_told(item)]
    title = record.round.plan.title or record.bank.title
    body = (
        _head(record, title, len(told), with_notes=with_notes),
        *(_question(record, position, with_notes=with_notes) for position in told),
        credits_of(record.bank, PROJECT_NOTICE),
    )
    return document(title, *body)


def _head(record: RoundRecord, title: str, number: int, *, with_notes: bool) -> Markup:
    """What it is, and how to read it."""
    plural = "" if number == 1 else "s"
    origin = f"{date_words(record.started_at)} \u00b7 {record.bank.title} \u00b7 {number} question{plural}"
    heads = (element("h1", title, dir="auto"), element("p", origin, class_="quiet", dir="auto"))
    if not number:
        return joined(*heads, element("p", "No verdict was shown in this round."))
    has_notes = with_notes and any(item.dispute for item in record.round.items if was_told(item))
    nameless = f"{_NAMELESS} {_AS_WRITTEN}" if has_notes else _NAMELESS
    lines = (*_reading(record), nameless, _left_out(len(record.round.items) - number))
    return joined(*heads, element("p", " ".join(line for line in lines if line), class_="quiet"))


def _reading(record: RoundRecord) -> Iterator[str]:
    """What has to be known to read it, as far as it has what that is about."""
    told = [item for item in record.round.items if was_told(item)]
    asked_of = [(record.bank.question(item.question.question_id), item) for item in told]
    if any(isinstance(question, Verdict) for question, _ in asked_of):
        yield _READING
    if any(is_judged(question, item, ballot) for question, item in asked_of for ballot in item.ballots):
        yield _DOUBT


def _left_out(number: int) -> str:
    """How many questions are missing, which the numbers of the others show."""
    if not number:
        return ""
    subject = "One question is" if number == 1 else f"{number} questions are"
    return f"{subject} not in it: left out, or the answer was not shown. The others keep their numbers."


def _question(record: RoundRecord, position: int, *, with_notes: bool) -> Markup:
    """One question with its votes and its reasons."""
    item, writer = record.round.items[position], BankText.of(record.bank)
    question = record.bank.question(item.question.question_id)
    warm_up = " (warm-up – no points)" if record.round.is_warm_up(position) else ""
    return joined(
        element("h2", f"Question {position + 1}{warm_up}"),
        asked(question, writer, is_told=True),
        verdict_line(question, writer),
        votes(question, item),
        _rulings(item, with_notes=with_notes),
        reasons(question, writer),
    )


def _rulings(item: Item, *, with_notes: bool) -> Markup:
    """What the trainer ruled, and that the room disputes the question; why, where notes are asked for."""
    noted = joined("Disputed: ", element("bdi", item.dispute)) if with_notes else "The room disputed this."
    disputed = noted if item.dispute else ""
    return joined(*(element("p", line) for line in (_RULINGS[item.ruling], disputed) if line))
