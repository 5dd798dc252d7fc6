"""A person's own answers as CSV, a row for each."""

from collections.abc import Iterator, Mapping, Sequence

from quizapp.domain.bank import Bank
from quizapp.domain.question import Choice, Question, is_made_of_definition
from quizapp.domain.reasons import by_id
from quizapp.domain.saved import Saved, SavedAttempt, SavedSession
from quizapp.domain.terms import term_questions
from quizapp.exchange.csv_text import Cell, csv_text
from quizapp.exchange.words import short_answer, stem

_HEADS = (
    *("session", "session started", "paper", "number", "bank", "question", "revision", "text", "answered"),
    *("answer", "points", "certainty", "reason", "reason points"),
    *("seconds", "taken back", "after explanation"),
)
_ANSWER, _CERTAINTY, _REASON = "answer", "certainty", "reason"
_YES = {True: "yes", False: ""}


def answers_csv(saved: Saved, banks: Sequence[Bank]) -> str:
    """One row for each answer ever given, in the order of the sessions; those taken back say so.

    Args:
        saved: what is kept.
        banks: the open banks; of other questions the ids alone are told.

    Returns:
        CSV as `csv_text` makes it. Times are UTC. The answer of a choice is its letter in the bank, of a
        question made of a definition the text of the option. How sure somebody was is 1, 2 or 3, and empty
        where it was not asked.
    """
    questions: dict[tuple[str, str], Question] = {
        (bank.id, each.id): each for bank in banks for each in (*bank.questions, *term_questions(bank))
    }
    rows = (row for session in saved.sessions for row in _rows(session, questions))
    return csv_text(_HEADS, rows)


def _rows(session: SavedSession, questions: Mapping[tuple[str, str], Question]) -> Iterator[tuple[Cell, ...]]:
    """The answers of a session, each with how sure the person was and the reason that was given for it."""
    for given in session.attempts:
        if given.step == _ANSWER:
            question = questions.get((given.bank_id, given.question_id))
            reason = _following(given, session.attempts, _REASON)
            certainty = _following(given, session.attempts, _CERTAINTY)
            yield (
                session.id,
                session.started_at,
                _YES[session.paper is not None],
                given.position + 1,
                given.bank_id,
                given.question_id,
                given.revision,
                stem(question) if question is not None else "",
                given.at,
                _answer(question, given.response),
                given.marks,
                certainty.response if certainty is not None else "",
                _reason(question, reason),
                reason.marks if reason is not None else None,
                round(given.seconds, 1),
                _YES[given.taken_back is not None],
                _YES[given.after_explanation],
            )


def _answer(question: Question | None, response: str) -> str:
    """The answer; as it is stored where the question is not there, or has this option no more."""
    if question is None:
        return response
    if isinstance(question, Choice) and is_made_of_definition(question.id):
        texts = (option.text for option in question.options)
        return dict(zip(question.responses, texts, strict=True)).get(response, response)
    return short_answer(question, response)


def _following(given: SavedAttempt, attempts: Sequence[SavedAttempt], step: str) -> SavedAttempt | None:
    """What was said at another step of an answer: the last of it before the question was answered anew."""
    later = [
        each.number
        for each in attempts
        if each.step == _ANSWER and each.position == given.position and each.number > given.number
    ]
    end = min(later, default=None)
    found = None
    for each in attempts:
        is_after = each.number > given.number and (end is None or each.number < end)
        if each.step == step and each.position == given.position and is_after:
            found = each
    return found


def _reason(question: Question | None, reason: SavedAttempt | None) -> str:
    """The text of a reason; its id where the question has it no more."""
    if reason is None:
        return ""
    if not reason.response:
        return "not sure"
    if question is None or isinstance(question, Choice):
        return reason.response
    found = by_id(question, reason.response)
    return found.text if found is not None else reason.response
