"""The ids that a bank's questions may refer to."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import partial

from quizapp.domain.bank import Vocabulary
from quizapp.storage.characters import shown
from quizapp.storage.codes import Code
from quizapp.storage.findings import Fault
from quizapp.storage.likeness import nearest_or_all


@dataclass(frozen=True, slots=True)
class Known:
    """The ids of a vocabulary; None where they are not known, so that nothing can be said about them."""

    cues: Collection[str] | None = None
    claims: Collection[str] | None = None
    misconceptions: Collection[str] | None = None

    def cue(self, name: str) -> Fault | None:
        """What is wrong with a reference to a cue."""
        return _unknown(Code.UNKNOWN_CUE, "cue", name, self.cues)

    def claim(self, name: str) -> Fault | None:
        """What is wrong with a reference to a claim."""
        return _unknown(Code.UNKNOWN_CLAIM, "claim", name, self.claims)

    def misconception(self, name: str) -> Fault | None:
        """What is wrong with a reference to a misconception."""
        return _unknown(Code.UNKNOWN_MISCONCEPTION, "misconception", name, self.misconceptions)


def known_of(vocabulary: Vocabulary) -> Known:
    """The ids of a vocabulary."""
    return Known(vocabulary.cues, vocabulary.claims, vocabulary.misconceptions)


def _unknown(code: Code, noun: str, name: str, known: Collection[str] | None) -> Fault | None:
    if known is None or name in known:
        return None
    return Fault(code, f"The vocabulary has no {noun} {shown(name)}.", partial(nearest_or_all, name, known))
