"""From a tree to what is in the file: a bank with its sound questions, or a vocabulary."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from quizapp.domain.bank import Bank, Vocabulary
from quizapp.storage import forms
from quizapp.storage.bank_convert import bank_of, vocabulary_of
from quizapp.storage.bank_schema import is_empty, names_of
from quizapp.storage.codes import Code
from quizapp.storage.desk import Desk
from quizapp.storage.findings import Fault, Path, Place, Progress
from quizapp.storage.known import Known, known_of
from quizapp.storage.question_reader import QuestionReader
from quizapp.storage.shape import check
from quizapp.storage.tree import HIDDEN, Fields, Node

RemarksOf = Callable[[Bank], Iterable[tuple[str, Path, Fault]]]
"""Remarks on a bank: the id of the question meant, or nothing for the file, the way from there, the fault."""

_BEGIN = "A bank begins with “bank:” and has “questions:”; a vocabulary has “cues:”."


@dataclass(frozen=True, slots=True)
class Content:
    """What is in a file, where its bank's id stands, and which questions were left out, see `Reading`."""

    bank: Bank | None = None
    vocabulary: Vocabulary | None = None
    id_place: Place | None = None
    faulty: frozenset[str] = frozenset()


def content_of(
    root: Node,
    desk: Desk,
    shipped: Vocabulary | None,
    progress: Progress | None,
    *,
    remarks_of: RemarksOf | None = None,
) -> Content:
    """What is in a file.

    Args:
        root: its document.
        desk: takes the problems.
        shipped: what questions may refer to when the bank has no vocabulary of its own.
        progress: is told now and then which part of the questions is checked, from 0 to 1.
        remarks_of: what to say of the content of a bank besides its problems; nothing without it.
    """
    if not isinstance(root, Fields):
        desk.report(_no_bank(root), root)
        return Content()
    if _is_vocabulary(root, desk):
        return Content(vocabulary=_vocabulary(root, desk)[0])
    check(forms.FILE, root, desk)
    vocabulary, known = _vocabulary_for(root, desk, shipped)
    head = root.get("bank")
    entry = check(forms.BANK, head, desk).entry if isinstance(head, Fields) else None
    reader = QuestionReader(desk, known, progress)
    questions = reader.read(root.get("questions"))
    if entry is None or vocabulary is None or not questions or desk.is_broken(root["bank"]):
        return Content()
    bank = bank_of(entry, questions, vocabulary)
    if remarks_of:
        for name, path, fault in remarks_of(bank):
            desk.report(fault, reader.part(name) if name else root, path)
    return Content(bank, None, desk.place(root, ("bank", "id")), reader.faulty)


def _is_vocabulary(root: Fields, desk: Desk) -> bool:
    """Whether a file is one: it has cues and no bank, or perhaps had them where reading stopped."""
    if "cues" in root or not desk.is_unfinished(root):
        return "cues" in root and "bank" not in root
    return root.keys() <= names_of(forms.VOCABULARY.model)


def _no_bank(root: Node) -> Fault:
    if is_empty(root):
        return Fault(Code.EMPTY_FILE, "There is nothing in this file.", _BEGIN)
    return Fault(Code.NOT_FIELDS, "This is not a bank.", _BEGIN)


def _vocabulary_for(root: Fields, desk: Desk, shipped: Vocabulary | None) -> tuple[Vocabulary | None, Known]:
    """The vocabulary a bank's questions draw on, and the ids they may refer to."""
    own = root.get("vocabulary")
    if isinstance(own, Fields):
        return _vocabulary(own, desk)
    if not is_empty(own or ""):
        return None, Known()
    return (shipped, known_of(shipped)) if shipped else (Vocabulary({}), Known())


def _vocabulary(node: Fields, desk: Desk) -> tuple[Vocabulary | None, Known]:
    checked = check(forms.VOCABULARY, node, desk)
    if checked.entry is None or not checked.is_sound:
        return None, Known(_names(node, "cues"), _names(node, "claims"), _names(node, "misconceptions"))
    vocabulary = vocabulary_of(checked.entry)
    known = known_of(vocabulary)
    is_sound = not desk.is_broken(node)
    for part, entries in (("cues", vocabulary.cues), ("misconceptions", vocabulary.misconceptions)):
        for name, entry in entries.items():
            for index, claim in enumerate(entry.claims):
                if fault := known.claim(claim):
                    desk.report(fault, node, (part, name, "claims", index))
                    is_sound = False
    return (vocabulary if is_sound else None), known


def _names(node: Fields, part: str) -> list[str] | None:
    entries = node.get(part)
    if not isinstance(entries, Fields):
        return None
    return [name for name in entries if not name.startswith(HIDDEN)]
