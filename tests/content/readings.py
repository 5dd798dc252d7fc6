"""Blind readings: how people and machines answered each question without its key.

`readings.tsv` has one row a question and kind of reader: bank, question, the revision they read, their
votes, who they were, and when. Nobody saw a key or an explanation, and only first answers count.
"""

import csv
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from quizapp.domain.bank import Bank
from quizapp.domain.question import Choice, Question, Strength, Verdict, revision

TABLE = Path(__file__).with_name("readings.tsv")
LEAST_READERS = 5
LEAST_AGREEMENT = {"clear": 0.95, "leaning": 0.75, "choice": 0.95}
MOST_ONE_SIDED = 0.75
LETTERS = "ABCDEF"


@dataclass(frozen=True, slots=True)
class Votes:
    """How often each answer was given to one revision of a question: product and service, or A to F."""

    bank: str
    question: str
    revision: str
    counts: Mapping[str, int]
    readers: str
    date: str

    @property
    def number(self) -> int:
        """How many answered."""
        return sum(self.counts.values())


def table(path: Path = TABLE) -> list[Votes]:
    """All rows of the table."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    return [
        Votes(
            row["bank"],
            row["question"],
            row["revision"],
            counts_of(row["votes"]),
            row["readers"],
            row["date"],
        )
        for row in rows
    ]


def counts_of(votes: str) -> Counter[str]:
    """The numbers of `product 2, service 4`."""
    told = (vote.rsplit(" ", 1) for vote in votes.split(", "))
    return Counter({answer: int(number) for answer, number in told})


def key_of(question: Question) -> str:
    """The answer that readers would have to give."""
    return LETTERS[question.key] if isinstance(question, Choice) else question.answer.value


def kind_of(question: Question) -> str:
    """What a question's agreement is pooled with: its strength, or that it is a choice."""
    return question.strength.value if isinstance(question, Verdict) else "choice"


def current(bank: Bank, rows: Iterable[Votes]) -> dict[str, Counter[str]]:
    """The votes on each question as it stands, all readers together; of earlier revisions none."""
    votes = {question.id: Counter[str]() for question in bank.questions}
    revisions = {question.id: revision(question) for question in bank.questions}
    for row in rows:
        if row.bank == bank.id and revisions.get(row.question) == row.revision:
            votes[row.question].update(row.counts)
    return votes


def unread(bank: Bank, rows: Iterable[Votes]) -> list[str]:
    """The questions that too few have read as they stand, because they are new or were changed since."""
    votes = current(bank, rows)
    return [question.id for question in bank.questions if votes[question.id].total() < LEAST_READERS]


def failed(bank: Bank, rows: Iterable[Votes]) -> list[str]:
    """The questions with one right answer that most readers went against."""
    votes = current(bank, rows)
    return [
        question.id
        for question in bank.questions
        if kind_of(question) != Strength.ARGUABLE
        and votes[question.id][key_of(question)] * 2 < votes[question.id].total()
    ]


def unanimous(bank: Bank, rows: Iterable[Votes]) -> list[str]:
    """The arguable questions about which nobody disagreed."""
    return [question for question, counts in _arguable(bank, rows).items() if len(+counts) == 1]


def one_sided(bank: Bank, rows: Iterable[Votes]) -> tuple[int, int]:
    """How many votes on arguable questions went to the commoner answer of each, and how many there were."""
    votes = _arguable(bank, rows).values()
    return sum(max(counts.values(), default=0) for counts in votes), sum(map(Counter.total, votes))


def _arguable(bank: Bank, rows: Iterable[Votes]) -> dict[str, Counter[str]]:
    votes = current(bank, rows)
    arguable = (question.id for question in bank.questions if kind_of(question) == Strength.ARGUABLE)
    return {question: votes[question] for question in arguable}


def agreement(bank: Bank, rows: Iterable[Votes], kind: str) -> tuple[int, int]:
    """How many votes on the questions of a kind went to the key, and how many there were."""
    votes = current(bank, rows)
    asked = [question for question in bank.questions if kind_of(question) == kind]
    right = sum(votes[question.id][key_of(question)] for question in asked)
    return right, sum(votes[question.id].total() for question in asked)
