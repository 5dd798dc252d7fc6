"""The questions that fit a selection, for one person."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from quizapp.domain.history import Past, deciding_cues
from quizapp.domain.mixing import twin_of
from quizapp.domain.question import Question
from quizapp.domain.selection import Selection, Which


@dataclass(frozen=True, slots=True)
class Person:
    """What choosing has to know of somebody.

    Attributes:
        history: by question id, what was done with its present wording.
        flagged: the ids of the flagged questions.
        weakest: the id of the weakest cue; empty where none can be told.
    """

    history: Mapping[str, Past] = field(default_factory=dict)
    flagged: Collection[str] = frozenset()
    weakest: str = ""


def pool(questions: Sequence[Question], selection: Selection, person: Person) -> list[Question]:
    """The questions that fit, in the bank's order."""
    topics = set(selection.topics)
    fitting = [
        question
        for question in questions
        if (not topics or topics.intersection(question.topics))
        and (not selection.cue or selection.cue in deciding_cues(question))
    ]
    if selection.which is Which.PAIRS:
        ids = {question.id for question in fitting}
        return [
            question for question in fitting if twin_of(question) in ids and twin_of(question) != question.id
        ]
    return list(filter(_test(selection.which, person), fitting))


def counts(questions: Sequence[Question], selection: Selection, person: Person) -> dict[Which, int]:
    """How many questions fit with each `Which`, all else of the selection as it is."""
    return {which: len(pool(questions, replace(selection, which=which), person)) for which in Which}


def _test(which: Which, person: Person) -> Callable[[Question], bool]:
    """Whether a question is one of these."""
    match which:
        case Which.UNSEEN:
            return lambda question: question.id not in person.history
        case Which.MISTAKES:
            return lambda question: question.id in person.history and person.history[question.id].is_missed
        case Which.FLAGGED:
            return lambda question: question.id in person.flagged
        case Which.WEAKEST_CUE:
            return lambda question: bool(person.weakest) and person.weakest in deciding_cues(question)
    return lambda _question: True
