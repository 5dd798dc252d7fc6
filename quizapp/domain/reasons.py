"""The reason step: what is offered as an answer to "What decides it?"."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from random import Random

from quizapp.domain.bank import Vocabulary
from quizapp.domain.question import Side, Strength, Verdict

OFFERED = 4
NOT_SURE = ""
"""The response of somebody who gives no reason."""

_CUE, _MISCONCEPTION = "cue:", "misconception:"


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason offered: a cue or a misconception.

    Attributes:
        id: `cue:…` or `misconception:…`, as it is stored.
        name: what stands on the screen; neutral between the sides.
        speaks_for: the side it speaks for in this scenario; None when it decides nothing here.
    """

    id: str
    name: str
    speaks_for: Side | None


def cues_for(verdict: Verdict, side: Side) -> list[str]:
    """The ids of the cues whose evidence speaks for one side and never for the other, in order."""
    against = {evidence.cue for evidence in verdict.evidence if evidence.side is not side}
    cues = [evidence.cue for evidence in verdict.evidence if evidence.side is side]
    return [cue for cue in dict.fromkeys(cues) if cue not in against]


def offer(verdict: Verdict, vocabulary: Vocabulary, chance: Random) -> tuple[Reason, ...]:
    """The reasons to choose from, in the order shown; empty when the step is left out.

    A clear or leaning verdict offers one cue of its evidence and three wrong reasons; an arguable
    one offers a cue for each side, and up to two wrong ones.
    """
    sides = (Side.PRODUCT, Side.SERVICE) if verdict.strength is Strength.ARGUABLE else (verdict.answer,)
    right = []
    for side in sides:
        cues = [cue for cue in cues_for(verdict, side) if cue in vocabulary.cues]
        if not cues:
            return ()
        deciding = [cue for cue in cues if not vocabulary.cues[cue].supports_only]
        cue = chance.choice(deciding or cues)
        right.append(Reason(_CUE + cue, vocabulary.cues[cue].name, side))
    wrong = list(islice(_wrong(verdict, vocabulary, chance), OFFERED - len(right)))
    if len(sides) == 1 and len(wrong) < OFFERED - 1:
        return ()
    offered = right + wrong
    chance.shuffle(offered)
    return tuple(offered)


def _wrong(verdict: Verdict, vocabulary: Vocabulary, chance: Random) -> Iterator[Reason]:
    """Wrong reasons, best first and each once.

    One seat goes to a cue that does not decide here, as soon as the author names one: if all the
    wrong reasons were misconceptions, the only cue on the screen would always be the right one.
    """
    tempting = list(dict.fromkeys(entry.misconception for entry in verdict.tempting))
    others = [entry for entry in vocabulary.misconceptions if entry not in tempting]
    chance.shuffle(others)
    decides = {evidence.cue for evidence in verdict.evidence}
    idle = [cue for cue in dict.fromkeys(verdict.not_deciding) if cue not in decides]
    chance.shuffle(idle)
    misconceptions = [_misconception(entry, vocabulary) for entry in tempting + others]
    cues = [_idle_cue(cue, vocabulary) for cue in idle]
    yield from misconceptions[:1] + cues[:1] + misconceptions[1:] + cues[1:]


def _misconception(entry: str, vocabulary: Vocabulary) -> Reason:
    return Reason(_MISCONCEPTION + entry, vocabulary.misconceptions[entry].name, None)


def _idle_cue(cue: str, vocabulary: Vocabulary) -> Reason:
    return Reason(_CUE + cue, vocabulary.cues[cue].name, None)


def restored(ids: tuple[str, ...], verdict: Verdict, vocabulary: Vocabulary) -> tuple[Reason, ...]:
    """The reasons that were offered once, from their stored ids; unknown ones are left out."""
    found = []
    for reason_id in ids:
        kind, _, entry = reason_id.partition(":")
        known = vocabulary.cues.get(entry) if kind == "cue" else vocabulary.misconceptions.get(entry)
        if known is not None:
            sides = [side for side in Side if kind == "cue" and entry in cues_for(verdict, side)]
            found.append(Reason(reason_id, known.name, sides[0] if sides else None))
    return tuple(found)
