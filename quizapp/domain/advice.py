"""What a trainer might do after a vote was locked; never more than advice."""

from dataclasses import dataclass
from enum import StrEnum

from quizapp.domain.chance import wilson
from quizapp.domain.question import Choice, Question, is_arguable
from quizapp.domain.round import Phase, Round
from quizapp.domain.round_events import Discuss, Reveal
from quizapp.domain.round_plan import AfterLock, Bands
from quizapp.domain.round_scores import answers_of, key_of, numbers_of

WORTH_A_DEBATE = 0.3
"""The minority share (0 to 1) from which an arguable question is worth a debate; our inference."""


class AdviceKind(StrEnum):
    """What might be done."""

    EXPLAIN = "explain"
    DISCUSS = "discuss"
    MOVE_ON = "move-on"
    DEBATE = "debate"
    AGREED = "agreed"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Advice:
    """What a trainer might do, and on what ground.

    Attributes:
        kind: what might be done; `NOTHING` where nobody voted.
        share: the share (0 to 1) right; of an arguable question that of the minority.
        low: lower bound of its 95 % Wilson interval, 0 to 1.
        high: upper bound.
        number: how many voted.
    """

    kind: AdviceKind
    share: float
    low: float
    high: float
    number: int


def advice(round_: Round, question: Question) -> Advice:
    """What might be done after the newest vote on the question in front.

    Under the lower band the room needs an explanation first, between the bands it has something to
    discuss, above the upper one it may move on (Crouch and Mazur, Am. J. Phys. 69 (2001) 970-977).
    A room that has voted twice cannot vote again, so between the bands it gets the explanation.
    """
    ballot = round_.ballot
    numbers = numbers_of(question, ballot) if ballot else ()
    total = sum(numbers)
    if not total:
        return Advice(AdviceKind.NOTHING, 0.0, 0.0, 1.0, 0)
    if is_arguable(question):
        part = min(numbers)
        kind = AdviceKind.DEBATE if part / total >= WORTH_A_DEBATE else AdviceKind.AGREED
    else:
        part = numbers[answers_of(question).index(key_of(question))]
        bands = round_.plan.choice_bands if isinstance(question, Choice) else round_.plan.verdict_bands
        kind = _kind(part / total, bands, may_vote_again=len(round_.item.ballots) == 1)
    return Advice(kind, part / total, *wilson(part, total), total)


def planned_step(round_: Round, question: Question) -> Discuss | Reveal | None:
    """What follows the locked vote in front by the plan; None where the trainer is asked.

    A room that has voted twice, or that nobody of which voted, has nothing to discuss.
    """
    if round_.phase is not Phase.LOCKED or round_.item.is_revealed:
        return None
    if round_.plan.after_lock is AfterLock.ASK:
        return None
    is_discussed = round_.plan.after_lock is AfterLock.DISCUSS_WHEN_SPLIT and len(round_.item.ballots) == 1
    return Discuss() if is_discussed and is_split(round_, question) else Reveal()


def is_split(round_: Round, question: Question) -> bool:
    """Whether the advice is that the room talks, by the bands of its plan."""
    return advice(round_, question).kind in {AdviceKind.DEBATE, AdviceKind.DISCUSS}


def _kind(share: float, bands: Bands, *, may_vote_again: bool) -> AdviceKind:
    if share > bands.high:
        return AdviceKind.MOVE_ON
    return AdviceKind.DISCUSS if may_vote_again and share >= bands.low else AdviceKind.EXPLAIN
