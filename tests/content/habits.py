"""What authors do without noticing: favourite kinds of reason, openings and words, and texts that grow."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import sqrt

from quizapp.domain.bank import Vocabulary
from quizapp.domain.content import REASON_ROOM, ROOM, Room, fits, words_of
from quizapp.domain.question import Side, Strength, Verdict

_OPENING = 2


@dataclass(frozen=True, slots=True)
class KindUse:
    """What a kind of reason does in the questions with one right answer.

    Attributes:
        kind: its id.
        decides: in how many it decides.
        alone: in how many it is the only kind that does; one that never decides alone is not counted there.
        wrong: under how many product and service keys it stands among the facts that decide nothing.
    """

    kind: str
    decides: int
    alone: int
    wrong: dict[Side, int]


@dataclass(frozen=True, slots=True)
class Excess:
    """A text that is too long for one screen: in which question, which text, and what it has and may have."""

    question: str
    name: str
    words: int
    characters: int
    room: Room


Labelled = tuple[bool, set[str]]
"""A label, such as whether a fact decides, and the words of the text that has it."""


@dataclass(frozen=True, slots=True)
class Telling:
    """A word: in how many texts it stands, how many of those have the label, and how far that is from chance.

    `surprise` is in standard deviations, above zero when the word is commoner where the label is.
    """

    word: str
    number: int
    hits: int
    surprise: float


def with_answer(verdicts: Iterable[Verdict]) -> list[Verdict]:
    """The clear and leaning ones."""
    return [verdict for verdict in verdicts if verdict.strength is not Strength.ARGUABLE]


def kinds_that_decide(verdict: Verdict, vocabulary: Vocabulary) -> set[str]:
    """The kinds of reason that decide a question and can do so alone."""
    kinds = {reason.cue for reason in verdict.deciding if reason.cue}
    return {kind for kind in kinds if kind not in vocabulary.cues or not vocabulary.cues[kind].supports_only}


def uses_of_kinds(verdicts: Iterable[Verdict], vocabulary: Vocabulary) -> list[KindUse]:
    """What each cue and misconception does, in the order of the vocabulary."""
    decided = with_answer(verdicts)
    decides = Counter(kind for each in decided for kind in {reason.cue for reason in each.deciding})
    sets = [kinds_that_decide(each, vocabulary) for each in decided]
    alone = Counter(kind for kinds in sets if len(kinds) == 1 for kind in kinds)
    wrong = Counter(
        (kind, each.answer) for each in decided for kind in {reason.cue for reason in each.others}
    )
    kinds = dict.fromkeys([*vocabulary.cues, *vocabulary.misconceptions, *(kind for kind, _ in wrong)])
    return [
        KindUse(kind, decides[kind], alone[kind], {side: wrong[kind, side] for side in Side})
        for kind in kinds
    ]


def misconceptions(verdict: Verdict, vocabulary: Vocabulary) -> int:
    """How many of its facts are misconceptions."""
    return sum(reason.cue in vocabulary.misconceptions for reason in verdict.reasons)


def openings(texts: Iterable[str]) -> list[tuple[str, float]]:
    """The first two words of some texts, each pair with its share (0 to 1), the commonest first."""
    begun = Counter(" ".join(words_of(text)[:_OPENING]) for text in texts if text)
    return [(opening, number / begun.total()) for opening, number in begun.most_common()]


def pairs(verdicts: Sequence[Verdict]) -> list[tuple[Verdict, Verdict]]:
    """The twins, each pair once."""
    by_id = {verdict.id: verdict for verdict in verdicts}
    return [(each, by_id[each.pair]) for each in verdicts if each.pair in by_id and each.id < each.pair]


def common_words(first: str, second: str) -> float:
    """The words that two texts share, as a share of the fewer (0 to 1)."""
    one, other = set(words_of(first)), set(words_of(second))
    return len(one & other) / (min(len(one), len(other)) or 1)


def too_long(verdict: Verdict) -> Iterator[Excess]:
    """The texts of a question that exceed the room there is on one screen."""
    rooms = [(name, getattr(verdict, name), room) for name, room in ROOM.items()]
    for number, reason in enumerate(verdict.reasons, 1):
        rooms += [
            (f"reason {number} {name}", getattr(reason, name), room) for name, room in REASON_ROOM.items()
        ]
    for name, text, room in rooms:
        if not fits(text, room):
            yield Excess(verdict.id, name, len(text.split()), len(text), room)


def words_of_facts(verdicts: Iterable[Verdict]) -> list[Labelled]:
    """The words of each fact of the decided questions, labelled by whether it decides."""
    return [
        (reason in each.deciding, set(words_of(reason.text)))
        for each in with_answer(verdicts)
        for reason in each.reasons
    ]


def words_of_scenarios(verdicts: Iterable[Verdict]) -> list[Labelled]:
    """The words of each scenario of the decided questions, labelled by whether its answer is product."""
    decided = with_answer(verdicts)
    return [(each.answer is Side.PRODUCT, set(words_of(each.scenario))) for each in decided]


def telling_words(texts: Sequence[Labelled], support: int) -> list[Telling]:
    """The words of at least `support` texts, those that tell most of the label first."""
    number = Counter(word for _, words in texts for word in words)
    hits = Counter(word for label, words in texts if label for word in words)
    rate = sum(label for label, _ in texts) / (len(texts) or 1)
    found = []
    for word, total in number.items():
        spread = sqrt(total * rate * (1 - rate))
        if total >= support and spread:
            found.append(Telling(word, total, hits[word], (hits[word] - total * rate) / spread))
    return sorted(found, key=lambda each: (-abs(each.surprise), each.word))
