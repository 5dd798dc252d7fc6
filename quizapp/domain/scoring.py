"""Marking: what a response earns, what may be said of it, and the chance of earning it by a guess."""

from dataclasses import dataclass
from enum import StrEnum

from quizapp.domain.question import EITHER, Choice, Reason, Side, Strength, Verdict


class OutcomeKind(StrEnum):
    """What can be said of an answer. There is no bare "wrong": an explanation always follows."""

    RIGHT = "right"
    """Right, where no reason was asked for."""
    RIGHT_REASON = "right-reason"
    OTHER_REASON = "other-reason"
    """Right, for a reason that does not decide."""
    NOT_THIS = "not-this"
    ARGUED = "argued"
    """Arguable, and the reason chosen speaks for the side chosen."""
    NOT_ARGUED = "not-argued"
    """Arguable, and the reason chosen does not speak for the side chosen."""
    SHOWN = "shown"
    """Arguable and asked without its reason step: shown and recorded, not marked."""
    EITHER = "either"
    """Of three answers "either" was given, and either can be argued."""
    CLOSE = "close"
    """Of three answers "either" was given, and the verdict leans to one side."""
    ONE_SIDE = "one-side"
    """Of three answers one side was given, and either can be argued."""


_EARNING = {
    OutcomeKind.RIGHT,
    OutcomeKind.RIGHT_REASON,
    OutcomeKind.OTHER_REASON,
    OutcomeKind.ARGUED,
    OutcomeKind.EITHER,
}


@dataclass(frozen=True, slots=True)
class Outcome:
    """The outcome of one question.

    Attributes:
        kind: what can be said of the answer.
        marks: 1 or 0; None when it is not marked.
        chance: the chance, 0 to 1, of earning the mark by guessing; None when it is not marked.
    """

    kind: OutcomeKind
    marks: int | None
    chance: float | None

    @property
    def is_missed(self) -> bool:
        """Whether a mark was to be had and was not earned."""
        return self.marks == 0


def mark_verdict(verdict: Verdict, side: Side, reason: Reason | None, offered: tuple[Reason, ...]) -> Outcome:
    """Mark a verdict of which two answers were offered.

    Args:
        verdict: the question.
        side: the side chosen.
        reason: the reason chosen; None for "not sure".
        offered: the reasons that stood to choose from; empty when the step was left out.

    Clear or leaning: the verdict alone earns the mark, by chance 1/2; the reason is reported beside
    it. Arguable: either side earns it when the reason speaks for that side, by chance the share of
    the offered reasons that do; without the step it is not marked.
    """
    if verdict.strength is Strength.ARGUABLE:
        return _mark_arguable(side, reason, offered)
    return _marked(_decided(verdict, side, reason, offered), 1 / 2)


def mark_of_three(
    verdict: Verdict, answer: str, reason: Reason | None, offered: tuple[Reason, ...]
) -> Outcome:
    """Mark a verdict of which three answers were offered: the sides, and "either can be argued".

    Arguable: "either" alone earns the mark. Clear or leaning: the key alone earns it; the reason is
    reported beside it, as with two answers. The chance is 1/3.

    Args:
        verdict: the question.
        answer: a side, or `EITHER`.
        reason: the reason chosen; None for "not sure".
        offered: the reasons that stood to choose from; empty when the step was left out.
    """
    if verdict.strength is Strength.ARGUABLE:
        return _marked(OutcomeKind.EITHER if answer == EITHER else OutcomeKind.ONE_SIDE, 1 / 3)
    if answer == EITHER:
        is_leaning = verdict.strength is Strength.LEANING
        return _marked(OutcomeKind.CLOSE if is_leaning else OutcomeKind.NOT_THIS, 1 / 3)
    return _marked(_decided(verdict, Side(answer), reason, offered), 1 / 3)


def _decided(verdict: Verdict, side: Side, reason: Reason | None, offered: tuple[Reason, ...]) -> OutcomeKind:
    """What can be said of a side, and of the reason for it, where one side is right."""
    if side is not verdict.answer:
        return OutcomeKind.NOT_THIS
    if not offered:
        return OutcomeKind.RIGHT
    decides = reason is not None and reason.side is side
    return OutcomeKind.RIGHT_REASON if decides else OutcomeKind.OTHER_REASON


def _mark_arguable(side: Side, reason: Reason | None, offered: tuple[Reason, ...]) -> Outcome:
    if not offered:
        return Outcome(OutcomeKind.SHOWN, None, None)
    holding = sum(each.side is side for each in offered)
    holds = reason is not None and reason.side is side
    return _marked(OutcomeKind.ARGUED if holds else OutcomeKind.NOT_ARGUED, holding / len(offered))


def mark_choice(choice: Choice, index: int) -> Outcome:
    """Mark a choice by the index of the option chosen, in the order of the bank; chance 1/k."""
    kind = OutcomeKind.RIGHT if index == choice.key else OutcomeKind.NOT_THIS
    return _marked(kind, 1 / len(choice.options))


def _marked(kind: OutcomeKind, chance: float) -> Outcome:
    return Outcome(kind, int(kind in _EARNING), chance)
