"""What a sound bank can still get wrong: keys that lean, words and lengths that tell, twins nobody meant.

All of it is measured on the texts alone; whether a hit is a fault is for the author to judge.
"""

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import ceil
from zlib import crc32

from quizapp.domain.directions import alike
from quizapp.domain.question import Choice, Question, Side, Verdict

LEAST_FOR_A_LEAN = 12
"""Verdicts below which a lean says nothing."""

EVEN = (0.40, 0.60)
"""The shares of one answer between which a bank does not lean."""

LEAST_SUPPORT = 8
"""Scenarios a word must stand in before it can give an answer away."""

GIVEAWAY_SHARE = 0.9
"""The share of one answer from which on a word gives it away."""

TELLING_LENGTH = 1.5
"""How many times the others' mean length a right option may have at most."""

LIKENESS = 0.6
"""The Jaccard index of word trigrams from which on two questions count as the same."""

LEAST_OF_A_KIND = 6
"""Reasons of one kind below which it says nothing that all of them decide, or none."""

LONGEST_SENTENCE = 30
"""Words that people who read in a second language take in at once."""

_LETTERS = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_WORD = re.compile(r"\w+")
_SENTENCE_END = re.compile(r"(?<=[.!?…])[”’\")]*\s+|\n\s*\n")
_MOST_COMPARISONS = 100_000

Shingles = frozenset[int]


@dataclass(frozen=True, slots=True)
class Room:
    """How many words and characters of a text fit on the one screen of its question."""

    words: int
    characters: int


ROOM = {
    "scenario": Room(60, 300),
    "why": Room(45, 260),
    "flips": Room(25, 165),
    "case_for_product": Room(45, 260),
    "case_for_service": Room(45, 260),
}
"""The room of the texts of a verdict, by the name of the field."""

REASON_ROOM = {"text": Room(14, 100), "why": Room(35, 235)}
"""The room of the texts of a reason."""


@dataclass(frozen=True, slots=True)
class WordShare:
    """A word, in how many scenarios it stands, and the share (0 to 1) that have the commoner answer."""

    word: str
    support: int
    share: float
    side: Side


@dataclass(frozen=True, slots=True)
class KindShare:
    """A kind of reason: of how many reasons it is, and how many of those decide."""

    kind: str
    number: int
    deciding: int


def fits(text: str, room: Room) -> bool:
    """Whether a text has neither too many words nor too many characters; line ends count as blanks."""
    return len(text.split()) <= room.words and len(text) <= room.characters


def kinds_that_tell(verdicts: Iterable[Verdict], never_alone: Container[str]) -> Iterator[KindShare]:
    """The kinds of reason that always decide, or never, in the order they come up.

    Args:
        verdicts: the questions.
        never_alone: the kinds that cannot decide alone, of which nothing is said.
    """
    number: Counter[str] = Counter()
    deciding: Counter[str] = Counter()
    for verdict in verdicts:
        number.update(reason.cue for reason in verdict.reasons if reason.cue)
        deciding.update(reason.cue for reason in verdict.deciding)
    for kind, total in number.items():
        if total >= LEAST_OF_A_KIND and kind not in never_alone and deciding[kind] in (0, total):
            yield KindShare(kind, total, deciding[kind])


def words_of(text: str) -> list[str]:
    """The words of a text in small letters, in order; numbers and signs are none."""
    return _LETTERS.findall(alike(text))


def verdicts_of(questions: Iterable[Question]) -> list[Verdict]:
    """The verdicts among some questions."""
    return [question for question in questions if isinstance(question, Verdict)]


def share_of_products(verdicts: Sequence[Verdict]) -> float:
    """The share of verdicts whose key is product (0 to 1); one half where there are none."""
    keys = [verdict.answer for verdict in verdicts]
    return keys.count(Side.PRODUCT) / len(keys) if keys else 0.5


def leans(verdicts: Sequence[Verdict]) -> bool:
    """Whether always giving one answer would pay: enough verdicts, and too many with one key."""
    low, high = EVEN
    return len(verdicts) >= LEAST_FOR_A_LEAN and not low <= share_of_products(verdicts) <= high


def word_shares(verdicts: Iterable[Verdict], support: int = LEAST_SUPPORT) -> list[WordShare]:
    """Every word of at least `support` scenarios, those that say most of the answer first."""
    sides: dict[str, Counter[Side]] = {}
    for verdict in verdicts:
        for word in set(words_of(verdict.scenario)):
            sides.setdefault(word, Counter())[verdict.answer] += 1
    shares = []
    for word, counts in sides.items():
        [(side, most)] = counts.most_common(1)
        if counts.total() >= support:
            shares.append(WordShare(word, counts.total(), most / counts.total(), side))
    return sorted(shares, key=lambda share: (-share.share, -share.support, share.word))


def giveaways(verdicts: Iterable[Verdict]) -> list[WordShare]:
    """The words that give the answer away."""
    return [word for word in word_shares(verdicts) if word.share >= GIVEAWAY_SHARE]


def key_length(choice: Choice) -> float:
    """The length of the right option as a multiple of the others' mean length, in characters."""
    lengths = [len(option.text) for option in choice.options]
    right = lengths.pop(choice.key)
    return right * len(lengths) / sum(lengths)


def long_sentences(text: str) -> Iterator[tuple[str, int]]:
    """The sentences of more than `LONGEST_SENTENCE` words, each with the number of its words."""
    for sentence in _SENTENCE_END.split(text):
        number = len(sentence.split())
        if number > LONGEST_SENTENCE:
            yield sentence.strip(), number


def near_duplicates(questions: Iterable[Question]) -> Iterator[tuple[Question, Question]]:
    """Questions that ask almost the same as an earlier one, each with that earlier one.

    Two sets of a Jaccard index j share at least ⌈j·n⌉ of n parts, so one of the first n − ⌈j·n⌉ + 1 in
    any fixed order is among them; only questions that share such a part are compared (prefix filtering,
    Chaudhuri, Ganti and Kaushik, 2006). Twins are alike on purpose. After many comparisons the search
    ends: who has that many likenesses has been told enough.
    """
    seen: dict[int, list[tuple[Question, Shingles]]] = {}
    left = _MOST_COMPARISONS
    for question in questions:
        parts = shingles_of(_asked(question))
        prefix = sorted(parts)[: len(parts) - ceil(LIKENESS * len(parts)) + 1]
        others = {id(other): (other, theirs) for part in prefix for other, theirs in seen.get(part, ())}
        left -= len(others)
        if left < 0:
            return
        for other, theirs in others.values():
            if not _are_twins(question, other) and jaccard(parts, theirs) >= LIKENESS:
                yield question, other
                break
        for part in prefix:
            seen.setdefault(part, []).append((question, parts))


def shingles_of(text: str) -> Shingles:
    """The word trigrams of a text as checksums, which need far less room; a shorter text is one part."""
    words = _WORD.findall(alike(text))
    trigrams = (" ".join(words[start : start + 3]) for start in range(max(1, len(words) - 2)))
    return frozenset(crc32(trigram.encode("utf-8", "surrogatepass")) for trigram in trigrams)


def jaccard(first: Shingles, second: Shingles) -> float:
    """The shared parts of two sets as a share of all their parts (0 to 1)."""
    return len(first & second) / len(first | second)


def _asked(question: Question) -> str:
    """What a person reads before answering."""
    if isinstance(question, Verdict):
        return question.scenario
    return "\n".join([question.prompt, *question.statements, *(option.text for option in question.options)])


def _are_twins(first: Question, second: Question) -> bool:
    return isinstance(first, Verdict) and isinstance(second, Verdict) and first.pair == second.id
