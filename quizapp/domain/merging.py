"""A bank read again while it is open: what is sound is taken, what is faulty keeps its last good version."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from quizapp.domain.bank import Bank, Vocabulary
from quizapp.domain.problem import Reading
from quizapp.domain.question import Question, Verdict

V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Changes:
    """How many questions another reading changed, brought, took away, and left as they were for faults."""

    updated: int = 0
    added: int = 0
    removed: int = 0
    kept: int = 0


def merged(old: Bank, reading: Reading) -> Bank:
    """The bank to go on with after its file was read again.

    Sound questions are as the file has them, in its order; faulty ones stay as they were, each behind
    the question it stood behind; those that are gone from the file go. A file that gives no bank
    leaves the old one whole, and one with another id is another bank.

    Args:
        old: the bank as it was open.
        reading: what the file gave now.
    """
    new = reading.bank
    if new is None or not new.questions:
        return old
    if new.id != old.id:
        return new
    kept = _kept(old, new, reading.faulty)
    if not kept:
        return new
    questions = _paired(_in_order(old, new, {question.id for question in kept}))
    return replace(new, questions=questions, vocabulary=_joined(old.vocabulary, new.vocabulary, kept))


def changes(old: Bank, new: Bank, reading: Reading) -> Changes:
    """What came of reading a file again.

    Args:
        old: the bank before.
        new: what `merged` made of it.
        reading: what the file gave.
    """
    before = {question.id: question for question in old.questions}
    after = {question.id: question for question in new.questions}
    read = {question.id for question in reading.bank.questions} if reading.bank else set()
    return Changes(
        updated=sum(each in before and before[each] != question for each, question in after.items()),
        added=len(after.keys() - before.keys()),
        removed=len(before.keys() - after.keys()),
        kept=len(after.keys() - read),
    )


def _kept(old: Bank, new: Bank, faulty: frozenset[str]) -> tuple[Question, ...]:
    """The questions whose new version cannot be used; all that are missing where some have no name."""
    there = {question.id for question in new.questions}
    missing = [question for question in old.questions if question.id not in there]
    return tuple(question for question in missing if "" in faulty or question.id in faulty)


def _in_order(old: Bank, new: Bank, kept: set[str]) -> list[Question]:
    behind: defaultdict[str, list[Question]] = defaultdict(list)
    there, last = {question.id for question in new.questions}, ""
    for question in old.questions:
        if question.id in kept:
            behind[last].append(question)
        elif question.id in there:
            last = question.id
    ordered = behind[""]
    for question in new.questions:
        ordered += [question, *behind[question.id]]
    return ordered


def _paired(questions: Sequence[Question]) -> tuple[Question, ...]:
    """The questions, without pairs of which only one side names the other now."""
    pairs = {question.id: question.pair for question in questions if isinstance(question, Verdict)}
    return tuple(
        replace(question, pair="")
        if isinstance(question, Verdict) and question.pair and pairs.get(question.pair) != question.id
        else question
        for question in questions
    )


def _joined(old: Vocabulary, new: Vocabulary, kept: Sequence[Question]) -> Vocabulary:
    """The new vocabulary, and of the old one what the questions that were kept refer to."""
    verdicts = [question for question in kept if isinstance(question, Verdict)]
    kinds = {reason.cue for verdict in verdicts for reason in verdict.reasons}
    # An id that names a kind of one sort now cannot name one of the other sort beside it.
    old_cues = _only(old.cues, kinds - new.misconceptions.keys())
    old_ideas = _only(old.misconceptions, kinds - new.cues.keys())
    claims = {claim for question in kept for claim in question.claims}
    claims.update(claim for cue in old_cues.values() for claim in cue.claims)
    claims.update(claim for idea in old_ideas.values() for claim in idea.claims)
    return replace(
        new,
        cues=_with(new.cues, old_cues),
        misconceptions=_with(new.misconceptions, old_ideas),
        claims=_with(new.claims, _only(old.claims, claims)),
    )


def _only(entries: Mapping[str, V], wanted: Iterable[str]) -> dict[str, V]:
    there = set(wanted)
    return {name: entry for name, entry in entries.items() if name in there}


def _with(entries: Mapping[str, V], more: Mapping[str, V]) -> dict[str, V]:
    """Entries as they are, and behind them those that only the second mapping has."""
    return {**entries, **{name: entry for name, entry in more.items() if name not in entries}}
