"""The questions of one bank: checked one by one, then against each other; the sound ones are kept."""

import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from quizapp.domain.bank import Bank, Cue, Definition, Misconception, Source, Vocabulary
from quizapp.domain.problem import Severity
from quizapp.domain.question import (
    Choice,
    ChoiceStyle,
    Option,
    Question,
    Reason,
    Side,
    Strength,
    Verdict,
)
from quizapp.storage.banks import schema
from quizapp.storage.banks.characters import shown
from quizapp.storage.banks.problems import Code, Fault, Path, Progress
from quizapp.storage.banks.rules import Finds, Known, choice_faults, pair_faults, text_of, verdict_faults
from quizapp.storage.banks.schema import (
    BankEntry,
    ChoiceEntry,
    DefinitionEntry,
    Entry,
    Form,
    ReasonEntry,
    SourceEntry,
    VerdictEntry,
    VocabularyEntry,
    is_empty,
    is_id,
)
from quizapp.storage.banks.suggestions import did_you_mean
from quizapp.storage.banks.tree import FaultReporter, Fields, Items, Node
from quizapp.storage.banks.validation import check

_SIDES = {side.value: side for side in Side}
_STRENGTHS = {strength.value: strength for strength in Strength}
_YES = frozenset({"yes", "true"})


def verdict_of(entry: VerdictEntry) -> Verdict:
    """The verdict that an entry describes."""
    return Verdict(
        id=entry.id,
        scenario=entry.scenario,
        answer=_SIDES[entry.answer],
        why=entry.why,
        offer=entry.offer or "",
        own_prompt=entry.prompt or "",
        strength=_STRENGTHS[entry.strength],
        reasons=tuple(_reason_of(one) for one in entry.reasons),
        claims=tuple(entry.claims),
        flips=entry.flips or "",
        case_for_product=entry.case_for_product or "",
        case_for_service=entry.case_for_service or "",
        pair=entry.pair or "",
        fact=entry.fact or "",
        notes=entry.notes or "",
        topics=tuple(entry.topics),
        level=int(entry.level) if entry.level else None,
        background=entry.background in _YES,
    )


def _reason_of(entry: ReasonEntry) -> Reason:
    side = _SIDES[entry.side] if entry.side else None
    return Reason(entry.text, entry.why, side, entry.cue or "", tuple(entry.quote))


def choice_of(entry: ChoiceEntry) -> Choice:
    """The choice that an entry describes."""
    return Choice(
        id=entry.id,
        prompt=entry.prompt,
        options=tuple(Option(one.text, one.why, one.correct in _YES) for one in entry.options),
        style=ChoiceStyle(entry.style),
        statements=tuple(entry.statements),
        why=entry.why or "",
        claims=tuple(entry.claims),
        fact=entry.fact or "",
        notes=entry.notes or "",
        topics=tuple(entry.topics),
        level=int(entry.level) if entry.level else None,
        background=entry.background in _YES,
    )


def vocabulary_of(entry: VocabularyEntry) -> Vocabulary:
    """The vocabulary that an entry describes."""
    source = entry.source or SourceEntry.model_construct()
    return Vocabulary(
        cues={
            name: Cue(
                id=name,
                name=cue.name,
                for_product=cue.for_product,
                for_service=cue.for_service,
                asks=cue.asks or "",
                claims=tuple(cue.claims),
                origin=cue.origin or "",
                supports_only=cue.supports_only in _YES,
            )
            for name, cue in entry.cues.items()
        },
        misconceptions={
            name: Misconception(name, one.name, one.because, tuple(one.claims))
            for name, one in entry.misconceptions.items()
        },
        claims=dict(entry.claims),
        source=Source(source.title or "", source.author or "", source.publisher or "", source.url or ""),
        definitions=definitions_of(entry.definitions),
    )


def definitions_of(entries: Iterable[DefinitionEntry]) -> tuple[Definition, ...]:
    """The definitions that some entries describe."""
    return tuple(
        Definition(one.of, one.text, one.origin, one.note or "", tuple(one.exams)) for one in entries
    )


def bank_of(entry: BankEntry, questions: tuple[Question, ...], vocabulary: Vocabulary) -> Bank:
    """The bank that an entry describes, with its questions and vocabulary."""
    return Bank(
        id=entry.id,
        title=entry.title,
        questions=_spelt_alike(questions),
        vocabulary=vocabulary,
        language=entry.language,
        version=entry.version or "",
        licence=entry.licence or "",
        author=entry.author or "",
        reviewed=entry.reviewed or "",
        notice=entry.notice or "",
    )


def _spelt_alike(questions: tuple[Question, ...]) -> tuple[Question, ...]:
    """The questions, each topic as it was typed first: a letter may be stored as one character or as two."""
    if all(topic.isascii() for question in questions for topic in question.topics):
        return questions
    first: dict[str, str] = {}
    told: list[Question] = []
    for question in questions:
        composed = ((unicodedata.normalize("NFC", topic), topic) for topic in question.topics)
        topics = tuple(first.setdefault(alike, topic) for alike, topic in composed)
        told.append(question if topics == question.topics else replace(question, topics=topics))
    return tuple(told)


E = TypeVar("E", bound=Entry)
Q = TypeVar("Q", Verdict, Choice)

_REPORT_EVERY = 256


class QuestionReader:
    """Reads the questions of one bank.

    Args:
        reporter: takes the problems.
        known: the ids that questions may refer to.
        progress: is told now and then which part of the questions is checked, from 0 to 1.

    Attributes:
        faulty: the ids of the questions left out; empty for those that have none of their own, or whose
            place in the file was never reached.
        entries: how many questions were read, sound or not.
        suspect: a question with a quoted text in which another question seems to begin.
    """

    def __init__(self, reporter: FaultReporter, known: Known, progress: Progress | None) -> None:
        self._reporter = reporter
        self._known = known
        self._progress = progress
        self._by_id: dict[str, Fields] = {}
        self.faulty: frozenset[str] = frozenset(reporter.lost_ids)
        self.entries = 0
        self.suspect: Fields | None = None

    def read(self, nodes: object) -> tuple[Question, ...]:
        """The sound ones, in the order of the file; nothing when it is no list."""
        if not isinstance(nodes, Items):
            return ()
        parts = self._parts(nodes)
        self.entries = len(parts)
        sound: dict[int, Question] = {}
        for count, part in enumerate(parts):
            if (question := self._question(part)) is not None:
                sound[id(part)] = question
            if self._progress and count % _REPORT_EVERY == 0:
                self._progress(count / len(parts))
        lost = self._reporter.lost_words
        for part, fault in pair_faults(parts, self._by_id, lost, is_whole=not self._reporter.is_cut(nodes)):
            self._reporter.report(fault, part, ("pair",))
            if fault.severity is Severity.ERROR:
                sound.pop(id(part), None)
        self.faulty = self._left_out(nodes, parts, sound)
        self.suspect = next(filter(self._reporter.is_doubtful, parts), None)
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
        is_whole = len(parts) == len(nodes) and not self._reporter.is_cut(nodes)
        own = {name if is_id(name) and name not in kept else "" for name in names}
        own |= {name for name in self._reporter.lost_ids if name not in kept}
        return frozenset(own if is_whole else own | {""})

    def _parts(self, nodes: Items) -> list[Fields]:
        """All entries that are fields."""
        for index, node in enumerate(nodes):
            if not isinstance(node, Fields):
                self._reporter.report(_no_question(node), nodes, (index,))
        return [node for node in nodes if isinstance(node, Fields)]

    def _question(self, node: Fields) -> Question | None:
        question = self._checked(node)
        name = text_of(node, "id")
        first = self._by_id.setdefault(name, node) if name else node
        if first is node:
            return question
        line = self._reporter.place(first, ("id",))[0]
        message = f"The id {shown(name)} is used twice; the first stands in line {line}."
        self._reporter.report(Fault(Code.DUPLICATE_ID, message, "Change one of them."), node, ("id",))
        return None

    def _checked(self, node: Fields) -> Question | None:
        if schema.is_verdict(node):
            return self._read_as(schema.VERDICT, node, verdict_of, verdict_faults)
        if schema.is_choice(node):
            return self._read_as(schema.CHOICE, node, choice_of, choice_faults)
        if not self._reporter.is_unfinished(node):
            self._reporter.report(_neither(node), node)
        return None

    def _read_as(
        self,
        form: Form[E],
        node: Fields,
        made: Callable[[E], Q],
        faults_of: Callable[[Q, Known, frozenset[str]], Finds],
    ) -> Q | None:
        checked = check(form, node, self._reporter)
        if (
            checked.entry is None
            or self._reporter.is_unfinished(node)
            or self._reporter.has_substitutes(node)
        ):
            return None
        question = made(checked.entry)
        is_sound = checked.is_sound and not self._reporter.is_broken(node)
        for path, fault in faults_of(question, self._known, checked.lost):
            self._reporter.report(fault, node, _in_file(path, checked.kept))
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
        if name not in schema.QUESTION_FIELDS and (hint := did_you_mean(name, schema.QUESTION_FIELDS)):
            return Fault(Code.NEITHER_KIND, message, f"It has {shown(name)}. {hint}")
    hint = "A verdict has “scenario:” and “answer:”; a choice has “prompt:” and “options:”."
    return Fault(Code.NEITHER_KIND, message, hint)
