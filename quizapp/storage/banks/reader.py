"""Reading banks and vocabularies: a file becomes its sound questions and a list of what to mend."""

import gc
import os
from array import array
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from quizapp.domain.bank import Bank, Vocabulary
from quizapp.domain.problem import Reading
from quizapp.storage.banks import characters, messages, schema
from quizapp.storage.banks.characters import shown, visible
from quizapp.storage.banks.problems import MAX_PROBLEMS, Code, Fault, Findings, Path, Place, Progress
from quizapp.storage.banks.questions import QuestionReader, bank_of, definitions_of, vocabulary_of
from quizapp.storage.banks.recovery import walk
from quizapp.storage.banks.rules import Known, known_of
from quizapp.storage.banks.schema import FileEntry, is_empty, names_of
from quizapp.storage.banks.source import UnreadableError, decode, digest_of, read_bytes
from quizapp.storage.banks.tree import HIDDEN, FaultReporter, Fields, Node
from quizapp.storage.banks.validation import check

RemarksOf = Callable[[Bank], Iterable[tuple[str, Path, Fault]]]
"""Remarks on a bank: the id of the question meant, or nothing for the file, the way from there, the fault."""

_BEGIN = "A bank begins with “bank:” and has “questions:”; a vocabulary has “cues:”."


@dataclass(frozen=True, slots=True)
class Content:
    """What is in a file, where its bank's id stands, and which questions were left out, see `Reading`.

    `suspect` is where a question begins, one of whose quoted texts seems to have swallowed others;
    `entries` is the number of questions read, sound or not.
    """

    bank: Bank | None = None
    vocabulary: Vocabulary | None = None
    id_place: Place | None = None
    faulty: frozenset[str] = frozenset()
    unread: tuple[tuple[int, int], ...] = ()
    suspect: Place | None = None
    entries: int = 0


def content_of(
    root: Node,
    reporter: FaultReporter,
    shipped: Vocabulary | None,
    progress: Progress | None,
    *,
    remarks_of: RemarksOf | None = None,
) -> Content:
    """What is in a file.

    Args:
        root: its document.
        reporter: takes the problems.
        shipped: what questions may refer to when the bank has no vocabulary of its own.
        progress: is told now and then which part of the questions is checked, from 0 to 1.
        remarks_of: what to say of the content of a bank besides its problems; nothing without it.
    """
    if not isinstance(root, Fields):
        reporter.report(_no_bank(root), root)
        return Content()
    if _is_vocabulary(root, reporter):
        return Content(vocabulary=_vocabulary(root, reporter)[0])
    top = check(schema.FILE, root, reporter).entry
    vocabulary, known = _vocabulary_for(root, reporter, shipped)
    head = root.get("bank")
    entry = check(schema.BANK, head, reporter).entry if isinstance(head, Fields) else None
    reader = QuestionReader(reporter, known, progress)
    questions = reader.read(root.get("questions"))
    suspect = reporter.place(reader.suspect) if reader.suspect else None
    if entry is None or vocabulary is None or not questions or reporter.is_broken(root["bank"]):
        return Content(faulty=reader.faulty, suspect=suspect, entries=reader.entries)
    bank = bank_of(entry, questions, _with_definitions(vocabulary, top))
    if remarks_of:
        for name, path, fault in remarks_of(bank):
            reporter.report(fault, reader.part(name) if name else root, path)
    place = reporter.place(root, ("bank", "id"))
    return Content(bank, None, place, reader.faulty, suspect=suspect, entries=reader.entries)


def _is_vocabulary(root: Fields, reporter: FaultReporter) -> bool:
    """Whether a file is one: it has cues and no bank, or perhaps had them where reading stopped."""
    if "cues" in root or not reporter.is_unfinished(root):
        return "cues" in root and "bank" not in root
    return root.keys() <= names_of(schema.VOCABULARY.model)


def _no_bank(root: Node) -> Fault:
    if is_empty(root):
        return Fault(Code.EMPTY_FILE, "There is nothing in this file.", _BEGIN)
    return Fault(Code.NOT_FIELDS, "This is not a bank.", _BEGIN)


def _vocabulary_for(
    root: Fields, reporter: FaultReporter, shipped: Vocabulary | None
) -> tuple[Vocabulary | None, Known]:
    """The vocabulary a bank's questions draw on, and the ids they may refer to."""
    own = root.get("vocabulary")
    if isinstance(own, Fields):
        return _vocabulary(own, reporter)
    if not is_empty(own or ""):
        return None, Known()
    return (shipped, known_of(shipped)) if shipped else (Vocabulary({}), Known())


def _with_definitions(vocabulary: Vocabulary, top: FileEntry | None) -> Vocabulary:
    """A vocabulary with the definitions that stand on top of a bank behind its own."""
    own = definitions_of(top.definitions) if top else ()
    return replace(vocabulary, definitions=vocabulary.definitions + own) if own else vocabulary


def _vocabulary(node: Fields, reporter: FaultReporter) -> tuple[Vocabulary | None, Known]:
    checked = check(schema.VOCABULARY, node, reporter)
    if checked.entry is None or not checked.is_sound:
        return None, Known(_names(node, "cues"), _names(node, "claims"), _names(node, "misconceptions"))
    vocabulary = vocabulary_of(checked.entry)
    known = known_of(vocabulary)
    is_sound = not reporter.is_broken(node) and not vocabulary.cues.keys() & vocabulary.misconceptions.keys()
    for name in vocabulary.misconceptions.keys() & vocabulary.cues.keys():
        shared = messages.SHARED_ID.fault(kind=shown(name))
        reporter.report(shared, node, ("misconceptions", name), name=True)
    for part, entries in (("cues", vocabulary.cues), ("misconceptions", vocabulary.misconceptions)):
        for name, entry in entries.items():
            for index, claim in enumerate(entry.claims):
                if fault := known.claim(claim):
                    reporter.report(fault, node, (part, name, "claims", index))
                    is_sound = False
    return (vocabulary if is_sound else None), known


def _names(node: Fields, part: str) -> list[str] | None:
    entries = node.get(part)
    if not isinstance(entries, Fields):
        return None
    return [name for name in entries if not name.startswith(HIDDEN)]


_WALK_SHARE = 0.6

StrPath = str | os.PathLike[str]


@dataclass(frozen=True, slots=True)
class _Request:
    """What a reader of a file brings along and asks for, see `read` and `read_all`."""

    vocabulary: Vocabulary | None = None
    progress: Progress | None = None
    remarks_of: RemarksOf | None = None


def read(path: StrPath, *, vocabulary: Vocabulary | None = None, progress: Progress | None = None) -> Reading:
    """Reads one file, a bank or a vocabulary; whatever is wrong with it is a problem, never an exception.

    Args:
        path: the file.
        vocabulary: what questions may refer to when the bank has no vocabulary of its own; without
            it their references are not checked.
        progress: is told now and then how much is done, from 0 to 1.

    Raises:
        MissingLibyamlError: when PyYAML was installed without libyaml.
    """
    return _read(os.fspath(path), _Request(vocabulary, progress))[0]


def read_vocabulary(path: StrPath) -> Reading:
    """Reads a vocabulary file; a bank is read as `read` does."""
    return read(path)


def read_all(
    paths: Iterable[StrPath], *, vocabulary: Vocabulary | None = None, remarks_of: RemarksOf | None = None
) -> list[Reading]:
    """Reads files that are to be open together: of two banks with one id the second is refused.

    Args:
        paths: the files.
        vocabulary: see `read`.
        remarks_of: what to say of the content of each bank besides its problems; nothing without it.
    """
    readings: list[Reading] = []
    first: dict[str, str] = {}
    for path in dict.fromkeys(os.fspath(path) for path in paths):
        reading, place = _read(path, _Request(vocabulary, remarks_of=remarks_of))
        if reading.bank is not None and place is not None:
            other = first.setdefault(reading.bank.id, path)
            if other != path:
                reading = _refused(reading, reading.bank.id, other, place)
        readings.append(reading)
    return readings


def _read(path: str, request: _Request) -> tuple[Reading, Place | None]:
    """A reading, and where the id of its bank stands."""
    findings = Findings(path)
    content, digest = Content(), ""
    with _paused_collection():
        try:
            raw = read_bytes(path)
            digest = digest_of(raw)
            text, substitutes = characters.scan(decode(raw), findings)
            del raw  # as large as the text
        except UnreadableError as error:
            findings.add(error.fault, error.place)
        else:
            content, findings = _content(text, substitutes, findings, request)
    reading = Reading(
        path, content.bank, findings.problems(), content.vocabulary, digest, content.faulty, content.unread
    )
    return reading, content.id_place


def _content(
    text: str, substitutes: "array[int]", findings: Findings, request: _Request
) -> tuple[Content, Findings]:
    """What is in a text.

    A faulty one is read a second time where an open quote seems to have swallowed a question; if it then
    has fewer questions, the quoted text is a text, whatever it looks like.
    """
    again = findings.copy()
    content = _walked(text, substitutes, findings, request)
    if content.suspect is None or not findings.has_errors:
        return content, findings
    other = _walked(text, substitutes, again, request, content.suspect)
    return (other, again) if other.entries >= content.entries else (content, findings)


def _walked(
    text: str, substitutes: "array[int]", findings: Findings, request: _Request, suspect: Place | None = None
) -> Content:
    tree = walk(text, findings, _part(request.progress, 0.0, _WALK_SHARE), suspect=suspect)
    if tree.root is None:
        if not tree.cut:
            message = "There is nothing in this file."
            findings.add(Fault(Code.EMPTY_FILE, message, "A bank begins with “bank:”."), (1, 1))
        return Content(unread=tuple(tree.unread))
    reporter = FaultReporter(tree, findings, substitutes)
    rest = _part(request.progress, _WALK_SHARE, 1.0)
    content = content_of(tree.root, reporter, request.vocabulary, rest, remarks_of=request.remarks_of)
    return replace(content, unread=tuple(tree.unread))


def _part(progress: Progress | None, low: float, high: float) -> Progress | None:
    """Tells of one part of the work as a part of the whole."""
    return (lambda done: progress(low + done * (high - low))) if progress else None


def _refused(reading: Reading, bank_id: str, other: str, place: Place) -> Reading:
    findings = Findings(reading.path)
    message = f"The bank id “{bank_id}” is taken by {visible(other)}, which is open as well."
    findings.add(
        Fault(Code.DUPLICATE_ID, message, "Give this bank another id, or close one of the two."), place
    )
    return replace(reading, bank=None, problems=(*findings.problems(), *reading.problems)[:MAX_PROBLEMS])


@contextmanager
def _paused_collection() -> Iterator[None]:
    """Pauses the cyclic collector: none of the many values made here is part of a cycle."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
