"""A bank of questions and the vocabulary (definitions, claims, cues, misconceptions) it draws on."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from quizapp.domain.errors import UnknownQuestionError
from quizapp.domain.question import Question, Side, Verdict, is_made_of_definition


@dataclass(frozen=True, slots=True)
class Source:
    """The text whose arguments a vocabulary paraphrases."""

    title: str = ""
    author: str = ""
    publisher: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Cue:
    """One thing that can decide a scenario; its name is true of neither verdict.

    One that `supports_only` never decides alone.
    """

    id: str
    name: str
    for_product: str
    for_service: str
    asks: str = ""
    claims: tuple[str, ...] = ()
    origin: str = ""
    supports_only: bool = False

    def speaks(self, side: Side) -> str:
        """What the cue looks like when it speaks for a side."""
        return self.for_product if side is Side.PRODUCT else self.for_service


@dataclass(frozen=True, slots=True)
class Misconception:
    """A tempting reason that decides nothing."""

    id: str
    name: str
    because: str
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Definition:
    """One wording of what a term means, quoted from where it stands.

    Attributes:
        of: the term that is defined, such as `product`.
        text: the wording, letter by letter.
        origin: whose wording it is.
        note: where it is printed, and what to mind about it.
        exams: the exams that ask for this wording: `itil4`, `v5`.
    """

    of: str
    text: str
    origin: str
    note: str = ""
    exams: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What the banks on one article share. The mappings go from id to value, in the file's order.

    No id names both a cue and a misconception. The definitions of a bank stand behind those shared by all.
    """

    cues: Mapping[str, Cue]
    misconceptions: Mapping[str, Misconception] = field(default_factory=dict)
    claims: Mapping[str, str] = field(default_factory=dict)
    source: Source = Source()
    definitions: tuple[Definition, ...] = ()


@dataclass(frozen=True, slots=True)
class Bank:
    """All sound questions of one file, in the file's order."""

    id: str
    title: str
    questions: tuple[Question, ...]
    vocabulary: Vocabulary
    language: str = "en"
    version: str = ""
    licence: str = ""
    author: str = ""
    reviewed: str = ""
    notice: str = ""

    def question(self, question_id: str) -> Question:
        """The question with this id, be it made of a definition.

        Raises:
            UnknownQuestionError: when the bank has none.
        """
        found = self.held([question_id]).get(question_id)
        if found is None:
            raise UnknownQuestionError(f"The bank {self.title} has no question {question_id}.")
        return found

    def held(self, ids: Iterable[str]) -> dict[str, Question]:
        """The questions with these ids, be they made of definitions; those it has not are left out."""
        wanted = frozenset(ids)
        every = self.questions
        if any(map(is_made_of_definition, wanted)):
            from quizapp.domain.terms import term_questions  # noqa: PLC0415 - it needs what stands here

            every = (*every, *term_questions(self))
        return {question.id: question for question in every if question.id in wanted}


def has_scenarios(bank: Bank) -> bool:
    """Whether a bank has any scenario, not choices alone."""
    return any(isinstance(question, Verdict) for question in bank.questions)
