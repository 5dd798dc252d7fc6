"""Reading banks and vocabularies: a file becomes its sound questions and a list of what to mend."""

import gc
import os
from array import array
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from quizapp.domain.bank import Vocabulary
from quizapp.domain.problem import Reading
from quizapp.storage import text_rules
from quizapp.storage.bank_content import Content, RemarksOf, content_of
from quizapp.storage.characters import visible
from quizapp.storage.codes import Code
from quizapp.storage.desk import Desk
from quizapp.storage.events import walk
from quizapp.storage.findings import MAX_PROBLEMS, Fault, Findings, Place, Progress
from quizapp.storage.source import UnreadableError, decode, digest_of, read_bytes

_WALK_SHARE = 0.6

StrPath = str | os.PathLike[str]


@dataclass(frozen=True, slots=True)
class _Wish:
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
    return _read(os.fspath(path), _Wish(vocabulary, progress))[0]


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
        reading, place = _read(path, _Wish(vocabulary, remarks_of=remarks_of))
        if reading.bank is not None and place is not None:
            other = first.setdefault(reading.bank.id, path)
            if other != path:
                reading = _refused(reading, reading.bank.id, other, place)
        readings.append(reading)
    return readings


def _read(path: str, wish: _Wish) -> tuple[Reading, Place | None]:
    """A reading, and where the id of its bank stands."""
    findings = Findings(path)
    content, digest = Content(), ""
    with _paused_collection():
        try:
            raw = read_bytes(path)
            digest = digest_of(raw)
            text, substitutes = text_rules.scan(decode(raw), findings)
            del raw  # as large as the text
        except UnreadableError as error:
            findings.add(error.fault, error.place)
        else:
            content = _content(text, substitutes, findings, wish)
    reading = Reading(path, content.bank, findings.problems(), content.vocabulary, digest, content.faulty)
    return reading, content.id_place


def _content(text: str, substitutes: "array[int]", findings: Findings, wish: _Wish) -> Content:
    tree = walk(text, findings, _part(wish.progress, 0.0, _WALK_SHARE))
    if tree.root is None:
        if not tree.cut:
            message = "There is nothing in this file."
            findings.add(Fault(Code.EMPTY_FILE, message, "A bank begins with “bank:”."), (1, 1))
        return Content()
    desk = Desk(tree, findings, substitutes)
    rest = _part(wish.progress, _WALK_SHARE, 1.0)
    return content_of(tree.root, desk, wish.vocabulary, rest, remarks_of=wish.remarks_of)


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
