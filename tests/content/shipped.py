"""The banks that come with the program, read once and checked as `quizapp check` does."""

from collections.abc import Iterator
from functools import cache

from quizapp import paths
from quizapp.domain.bank import Bank
from quizapp.domain.problem import Reading
from quizapp.domain.question import Choice, Question, Verdict
from quizapp.storage.banks import reader
from quizapp.storage.banks.content_rules import remarks

FOLDER = paths.questions_dir()
VOCABULARY = FOLDER / "vocabulary.yaml"
SCENARIOS = "product-or-service"
CHOICES = "products-services-value"


@cache
def reading(name: str) -> Reading:
    """What checking a shipped bank gave, warnings about its content included."""
    vocabulary = reader.read_vocabulary(VOCABULARY).vocabulary
    [found] = reader.read_all([FOLDER / f"{name}.yaml"], vocabulary=vocabulary, remarks_of=remarks)
    return found


def bank(name: str) -> Bank:
    """A shipped bank."""
    found = reading(name).bank
    assert found is not None
    return found


def verdicts() -> list[Verdict]:
    """The scenarios, in the order of their bank."""
    return [question for question in bank(SCENARIOS).questions if isinstance(question, Verdict)]


def choices() -> list[Choice]:
    """The exam-style choices, in the order of their bank."""
    return [question for question in bank(CHOICES).questions if isinstance(question, Choice)]


def prose(question: Question) -> Iterator[str]:
    """Every text of a question that somebody reads."""
    yield from (question.prompt, question.why, question.notes)
    match question:
        case Verdict():
            yield from (
                question.scenario,
                question.flips,
                question.case_for_product,
                question.case_for_service,
            )
            for reason in question.reasons:
                yield from (reason.text, reason.why)
        case Choice():
            yield from question.statements
            for option in question.options:
                yield from (option.text, option.why)
