"""What to ask one person: the questions that fit, and the seed that draws them."""

from collections.abc import Mapping
from random import Random
from typing import TYPE_CHECKING

from quizapp.domain.bank import Bank
from quizapp.domain.cue_score import CueScore
from quizapp.domain.history import Past, weakest_cue
from quizapp.domain.pool import Person, pool
from quizapp.domain.question import Question
from quizapp.domain.selection import (
    ANY_SEED,
    FIRST_SEEDS,
    OWN_SEEDS,
    SEEDS,
    Selection,
    Which,
    best_seed,
)
from quizapp.domain.session import refer
from quizapp.quiz.open_banks import NothingToAskError

if TYPE_CHECKING:
    from quizapp.storage.answers.store import AttemptStore

UNSEEN_WORTH, MISSED_WORTH = 2.0, 1.0

_NONE_FIT = {
    Which.ALL: "No question of this bank fits. Choose other topics, or another bank.",
    Which.UNSEEN: "You have answered every question that fits. Choose all questions, or other topics.",
    Which.MISTAKES: "Nothing that fits was missed last time. Choose all questions, or other topics.",
    Which.FLAGGED: "None of the questions that fit is flagged. Press F at a question to flag it.",
    Which.WEAKEST_CUE: "No kind of reason stands out as weak yet. Choose all questions first.",
    Which.PAIRS: "This bank has no two scenarios there that are one fact apart. Choose all questions.",
}


def history_of(bank: Bank, store: "AttemptStore") -> Mapping[str, Past]:
    """By question id, what was done with the present wording of each question."""
    past = {each.question: each for each in store.past(bank.id)}
    answered = {ref.question_id for ref in past}  # only these are worth the hash of their wording
    refs = ((each.id, refer(bank, each)) for each in bank.questions if each.id in answered)
    return {question_id: past[ref] for question_id, ref in refs if ref in past}


def weakest_of(bank: Bank, store: "AttemptStore") -> CueScore | None:
    """The cue of a bank most worth practising; None where there is too little to tell."""
    return weakest_cue(bank, history_of(bank, store))


def person_of(bank: Bank, store: "AttemptStore") -> Person:
    """What choosing has to know of the person whose answers these are."""
    history = history_of(bank, store)
    weakest = weakest_cue(bank, history)
    return Person(history, store.flags(bank.id), weakest.cue if weakest else "")


def fitting(bank: Bank, selection: Selection, person: Person) -> list[Question]:
    """The questions of a bank that fit a selection.

    Raises:
        NothingToAskError: when none does.
    """
    found = pool(bank.questions, selection, person)
    if not found:
        raise NothingToAskError(_NONE_FIT[selection.which])
    return found


def seed_for(selection: Selection, chance: Random) -> int:
    """The seed of a set: the one named, or one drawn, to be printed if it tells others the set."""
    if selection.seed != ANY_SEED:
        return selection.seed
    return chance.choice(SEEDS if selection.is_told_by_its_seed else OWN_SEEDS)


def suggestion(bank: Bank, history: Mapping[str, Past], length: int, chance: Random) -> Selection:
    """What Today offers: at first the bank's first questions, then mostly what is new or was missed."""
    length = min(length, len(bank.questions))
    if not history:
        return Selection(chance.choice(FIRST_SEEDS), length, bank.id)

    def worth(question: Question) -> float:
        if question.id not in history:
            return UNSEEN_WORTH
        return MISSED_WORTH if history[question.id].is_missed else 0.0

    return Selection(best_seed(bank.questions, length, worth, chance), length, bank.id)
