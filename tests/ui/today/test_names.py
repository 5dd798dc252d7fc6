"""What a stopped session is called."""

import pytest

from quizapp.domain.attempt import DUE, SessionRules
from quizapp.ui.wording import SessionNames
from tests.domain.examples import bank, verdict

BANK = bank(verdict())
CUE = next(iter(BANK.vocabulary.cues.values()))


@pytest.mark.parametrize(
    ("rules", "name"),
    [
        (SessionRules(), ""),
        (SessionRules(which="unseen"), "New questions"),
        (SessionRules(which=DUE), "Due and new questions"),
        (SessionRules(which="something newer"), ""),
        (SessionRules(topics=("cloud",)), "Cloud"),
        (SessionRules(topics=("cloud", "AI")), "Cloud and AI"),
        (SessionRules(topics=("cloud", "AI", "data", "small firms")), "Cloud, AI and 2 more"),
        (SessionRules(which="mistakes", topics=("cloud",)), "Missed questions: Cloud"),
        (SessionRules(cue=CUE.id), CUE.name),
        (SessionRules(cue="gone"), "One kind of reason"),
    ],
)
def test_a_session_is_called_by_what_was_chosen_for_it(rules: SessionRules, name: str) -> None:
    assert SessionNames().name(rules, BANK) == name


def test_without_its_bank_the_kind_of_reason_has_no_name() -> None:
    assert SessionNames().name(SessionRules(cue=CUE.id), None) == "One kind of reason"
