"""What a paper asks: its rules, its blueprint, and the questions drawn for it."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from random import Random

from quizapp.domain.mixing import mixed
from quizapp.domain.question import Choice, Question, is_arguable

EXAM_LENGTH = 40
"""Questions below which a paper is too short to say whether somebody passes."""


class PaperKind(StrEnum):
    """Which kind of question a row of a blueprint wants."""

    CHOICE = "choice"
    SCENARIO = "scenario"
    ANY = "any"


@dataclass(frozen=True, slots=True)
class BlueprintRow:
    """So many questions of one sort.

    Attributes:
        questions: how many, 1 or more.
        kind: choices, scenarios or both.
        topics: only questions with one of these; all where there are none.
        level: only questions of this level; None for any.
    """

    questions: int
    kind: PaperKind = PaperKind.CHOICE
    topics: tuple[str, ...] = ()
    level: int | None = None

    def fits(self, question: Question) -> bool:
        """Whether a question may be asked here: never background, and nothing that has no right answer."""
        if question.background or is_arguable(question):
            return False
        kind = PaperKind.CHOICE if isinstance(question, Choice) else PaperKind.SCENARIO
        return (
            self.kind in {kind, PaperKind.ANY}
            and self.level in {None, question.level}
            and (not self.topics or not set(self.topics).isdisjoint(question.topics))
        )


@dataclass(frozen=True, slots=True)
class Preset:
    """The rules of a paper.

    Attributes:
        id: names it.
        title: what it is called.
        minutes: the time allowed.
        blueprint: what is asked.
        extra_minutes: the time allowed where the language is not the candidate's own; 0 for none.
        pass_mark: marks that pass in the exam it is like; 0 for none.
        exam: the exam it is like, as Settings names it; empty for none.
        banks: the ids of the banks it draws from; all open ones where there are none.
        note: what else has to be known.
    """

    id: str
    title: str
    minutes: int
    blueprint: tuple[BlueprintRow, ...]
    extra_minutes: int = 0
    pass_mark: int = 0
    exam: str = ""
    banks: tuple[str, ...] = ()
    note: str = ""

    @property
    def questions(self) -> int:
        """How many questions it has."""
        return sum(row.questions for row in self.blueprint)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A question that a paper could ask; `asked` is in how many sessions it was answered before."""

    bank_id: str
    question: Question
    asked: int = 0

    @property
    def fact(self) -> Hashable:
        """What it tests: of questions that share it a paper asks one."""
        return self.question.fact or (self.bank_id, self.question.id)


@dataclass(frozen=True, slots=True)
class Lack:
    """A row of a blueprint that cannot be filled, and how many questions it lacks."""

    row: BlueprintRow
    missing: int


@dataclass(frozen=True, slots=True)
class Draw:
    """The questions of a paper in the order asked, and what its blueprint lacks."""

    questions: tuple[Candidate, ...]
    lacks: tuple[Lack, ...]


def draw(candidates: Sequence[Candidate], preset: Preset, seed: int) -> Draw:
    """Draw the questions of a paper.

    As many rows are filled as can be, however they share questions: no fact is asked twice, and what was
    answered in the fewest sessions comes first. The same arguments give the same paper.
    """
    chance = Random(seed)
    wanted = [each for each in candidates if not preset.banks or each.bank_id in preset.banks]
    chosen, lacks = _Matching(wanted, preset.blueprint, chance).filled()
    by_question = {id(each.question): each for each in chosen}
    order = mixed([each.question for each in chosen], chance)
    return Draw(tuple(by_question[id(question)] for question in order), lacks)


class _Matching:
    """Gives facts to rows: a greatest matching by augmenting paths (H. W. Kuhn, 1955).

    A row whose first search fails cannot be filled further, whatever is moved later.
    """

    def __init__(
        self, candidates: Sequence[Candidate], blueprint: Sequence[BlueprintRow], chance: Random
    ) -> None:
        self._blueprint = blueprint
        shuffled = chance.sample(candidates, len(candidates))
        shuffled.sort(key=lambda each: each.asked)  # stable: chance decides among equals
        self._fitting: list[dict[Hashable, Candidate]] = []
        for row in blueprint:
            fitting: dict[Hashable, Candidate] = {}
            for each in shuffled:
                if row.fits(each.question):
                    fitting.setdefault(each.fact, each)
            self._fitting.append(fitting)
        self._taken: dict[Hashable, int] = {}

    def filled(self) -> tuple[list[Candidate], tuple[Lack, ...]]:
        """One question for each place that can be filled, and what is lacking."""
        lacks = []
        for number in sorted(range(len(self._blueprint)), key=lambda each: len(self._fitting[each])):
            row = self._blueprint[number]
            for place in range(row.questions):
                if not self._fill(number, set()):
                    lacks.append((number, Lack(row, row.questions - place)))
                    break
        chosen = [self._fitting[number][fact] for fact, number in self._taken.items()]
        return chosen, tuple(lack for _, lack in sorted(lacks, key=lambda each: each[0]))

    def _fill(self, number: int, seen: set[Hashable]) -> bool:
        """Give a row one more fact; another row may have to take another one for it."""
        fitting = self._fitting[number]
        free = next((fact for fact in fitting if fact not in self._taken), None)
        if free is not None:
            self._taken[free] = number
            return True
        for fact in fitting:
            if fact in seen:
                continue
            seen.add(fact)
            if self._taken[fact] != number and self._fill(self._taken[fact], seen):
                self._taken[fact] = number
                return True
        return False
