"""The questions of one bank: checked one by one, then against each other; the sound ones are kept."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from quizapp.domain.problem import Severity
from quizapp.domain.question import Choice, Question, Verdict
from quizapp.storage import forms
from quizapp.storage.bank_convert import choice_of, verdict_of
from quizapp.storage.bank_rules import Finds, choice_faults, verdict_faults
from quizapp.storage.bank_schema import Entry, is_empty, is_id
from quizapp.storage.characters import shown
from quizapp.storage.codes import Code
from quizapp.storage.desk import Desk
from quizapp.storage.findings import Fault, Path, Progress
from quizapp.storage.forms import Form
from quizapp.storage.known import Known
from quizapp.storage.likeness import did_you_mean
from quizapp.storage.pair_rules import pair_faults, text_of
from quizapp.storage.shape import check
from quizapp.storage.tree import Fields, Items, Node

E = TypeVar("E", bound=Entry)
Q = TypeVar("Q", Verdict, Choice)

_REPORT_EVERY = 256


class QuestionReader:
    """Reads the questions of one bank.

    Args:
        desk: takes the problems.
        known: the ids that questions may refer to.
        progress: is told now and then which part of the questions is checked, from 0 to 1.

    Attributes:
        faulty: the ids of the questions left out; empty for those that have none of their own, or whose
            place in the file was never reached.
    """

    def __init__(self, desk: Desk, known: Known, progress: Progress | None) -> None:
        self._desk = desk
        self._known = known
        self._progress = progress
        self._by_id: dict[str, Fields] = {}
        self.faulty: frozenset[str] = frozenset()

    def read(self, nodes: object) -> tuple[Question, ...]:
        """The sound ones, in the order of the file; nothing when it is no list."""
        if not isinstance(nodes, Items):
            return ()
        parts = self._parts(nodes)
        sound: dict[int, Question] = {}
        for count, part in enumerate(parts):
            if (question := self._question(part)) is not None:
                sound[id(part)] = question
            if self._progress and count % _REPORT_EVERY == 0:
                self._progress(count / len(parts))
        for part, fault in pair_faults(parts, self._by_id, is_whole=not self._desk.is_unfinished(nodes)):
            self._desk.report(fault, part, ("pair",))
            if fault.severity is Severity.ERROR:
                sound.pop(id(part), None)
        self.faulty = self._left_out(nodes, parts, sound)
        return _without_lost_pairs(sound.values())

    def part(self, name: str) -> Fields:
        """The part of the file that a sound question with this id was read from."""
        return self._by_id[name]

    def _left_out(
        self, nodes: Items, parts: Sequence[Fields], sound: Mapping[int, Question]
    ) -> frozenset[str]:
        """The ids of the parts that are not sound, see `faulty`."""
        kept = {question.id for question in sound.values()}
        names = {text_of(part, "id") for part in parts if id(part) not in sound}
        is_whole = len(parts) == len(nodes) and not self._desk.is_unfinished(nodes)
        own = {name if is_id(name) and name not in kept else "" for name in names}
        return frozenset(own if is_whole else own | {""})

    def _parts(self, nodes: Items) -> list[Fields]:
        """All entries that are fields."""
        for index, node in enumerate(nodes):
            if not isinstance(node, Fields):
                self._desk.report(_no_question(node), nodes, (index,))
        return [node for node in nodes if isinstance(node, Fields)]

    def _question(self, node: Fields) -> Question | None:
        question = self._checked(node)
        name = text_of(node, "id")
        first = self._by_id.setdefault(name, node) if name else node
        if first is node:
            return question
        line = self._desk.place(first, ("id",))[0]
        message = f"The id {shown(name)} is used twice; the first stands in line {line}."
        self._desk.report(Fault(Code.DUPLICATE_ID, message, "Change one of them."), node, ("id",))
        return None

    def _checked(self, node: Fields) -> Question | None:
        if forms.is_verdict(node):
            return self._read_as(forms.VERDICT, node, verdict_of, verdict_faults)
        if forms.is_choice(node):
            return self._read_as(forms.CHOICE, node, choice_of, choice_faults)
        if not self._desk.is_unfinished(node):
            self._desk.report(_neither(node), node)
        return None

    def _read_as(
        self,
        form: Form[E],
        node: Fields,
        made: Callable[[E], Q],
        faults_of: Callable[[Q, Known, frozenset[str]], Finds],
    ) -> Q | None:
        checked = check(form, node, self._desk)
        if checked.entry is None or self._desk.is_unfinished(node) or self._desk.has_substitutes(node):
            return None
        question = made(checked.entry)
        is_sound = checked.is_sound and not self._desk.is_broken(node)
        for path, fault in faults_of(question, self._known, checked.lost):
            self._desk.report(fault, node, _in_file(path, checked.kept))
            is_sound = is_sound and fault.severity is not Severity.ERROR
        return question if is_sound else None


def _in_file(path: Path, kept: Mapping[str, Sequence[int]]) -> Path:
    """The path that a part had before faulty entries were left out of its list."""
    match path:
        case (str(name), int(index), *rest) if name in kept:
            return (name, kept[name][index], *rest)
        case _:
            return path


def _without_lost_pairs(questions: Iterable[Question]) -> tuple[Question, ...]:
    """The questions, without the names of pairs that were left out for faults of their own."""
    there = {question.id for question in questions}
    return tuple(
        replace(question, pair="")
        if isinstance(question, Verdict) and question.pair and question.pair not in there
        else question
        for question in questions
    )


def _no_question(node: Node) -> Fault:
    if is_empty(node):
        return Fault(
            Code.EMPTY_FIELD, "There is no question behind this hyphen.", "Fill it in, or delete the line."
        )
    message = "A question is expected here: fields such as “id:” and “scenario:”."
    return Fault(Code.NOT_FIELDS, message, "Write “- id: …” and the other fields below it, indented.")


def _neither(node: Fields) -> Fault:
    message = "This question has neither a scenario with an answer nor options."
    for name in node:
        if name not in forms.QUESTION_FIELDS and (hint := did_you_mean(name, forms.QUESTION_FIELDS)):
            return Fault(Code.NEITHER_KIND, message, f"It has {shown(name)}. {hint}")
    hint = "A verdict has “scenario:” and “answer:”; a choice has “prompt:” and “options:”."
    return Fault(Code.NEITHER_KIND, message, hint)
