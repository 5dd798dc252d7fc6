"""The reason step: which facts of a scenario are offered as an answer to "What decides it here?"."""

from collections.abc import Sequence
from random import Random

from quizapp.domain.bank import Vocabulary
from quizapp.domain.question import Reason, Side, Strength, Verdict

OFFERED = 4
"""How many facts are offered at most."""

LEAST_OTHERS = 2
"""How many facts that do not decide a clear or leaning verdict needs for the step to be asked."""

NOT_SURE = ""
"""The response of somebody who gives no reason."""


def cues_for(verdict: Verdict, side: Side) -> list[str]:
    """The kinds of the reasons that support a label, each once, in order."""
    return list(dict.fromkeys(reason.cue for reason in verdict.reasons_for(side) if reason.cue))


def can_ask(verdict: Verdict) -> bool:
    """Whether the reason step can be asked.

    It needs a reason for the answer and at least two others; an arguable verdict needs a reason for each
    label and one that decides nothing.
    """
    least = 1 if verdict.strength is Strength.ARGUABLE else LEAST_OTHERS
    return all(verdict.reasons_for(side) for side in verdict.sides) and len(verdict.others) >= least


def offer(verdict: Verdict, vocabulary: Vocabulary, chance: Random) -> tuple[Reason, ...]:
    """The reasons to choose from, in the order shown; empty when the step is left out.

    One is for the answer (for an arguable verdict one for each label) and the others are not, up to four
    in all. The order in which the author lists them has no part in it.
    """
    if not can_ask(verdict):
        return ()
    right = [_right(verdict.reasons_for(side), vocabulary, chance) for side in verdict.sides]
    others = sorted(verdict.others, key=_id)
    offered = right + chance.sample(others, min(len(others), OFFERED - len(right)))
    chance.shuffle(offered)
    return tuple(offered)


def _right(reasons: Sequence[Reason], vocabulary: Vocabulary, chance: Random) -> Reason:
    """One of some reasons; one whose kind never decides alone only where there is no other."""
    return chance.choice(sorted(deciding_alone(reasons, vocabulary) or reasons, key=_id))


def deciding_alone(reasons: Sequence[Reason], vocabulary: Vocabulary) -> list[Reason]:
    """Those of some reasons whose kind can decide without another."""
    return [
        reason
        for reason in reasons
        if not (reason.cue in vocabulary.cues and vocabulary.cues[reason.cue].supports_only)
    ]


def deciding_fact(verdict: Verdict, vocabulary: Vocabulary, offered: Sequence[Reason] = ()) -> Reason | None:
    """The fact by which it is told what decides a verdict; none for an arguable one.

    It is the one that was offered, else the first for the answer, best one that can decide alone.
    """
    if verdict.strength is Strength.ARGUABLE:
        return None
    right = [reason for reason in offered if reason.side is verdict.answer]
    return next(iter([*right, *deciding_alone(verdict.deciding, vocabulary), *verdict.deciding]), None)


def _id(reason: Reason) -> str:
    return reason.id


def by_id(verdict: Verdict, reason_id: str) -> Reason | None:
    """The reason of a verdict that has this id today; None when it has none, as for "not sure"."""
    return next((reason for reason in verdict.reasons if reason.id == reason_id), None) if reason_id else None


def restored(ids: tuple[str, ...], verdict: Verdict) -> tuple[Reason, ...]:
    """The reasons that were offered once, from their stored ids; those that are gone are left out."""
    found = (by_id(verdict, reason_id) for reason_id in ids)
    return tuple(reason for reason in found if reason is not None)
