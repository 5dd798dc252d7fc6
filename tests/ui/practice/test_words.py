"""What the Practice page says about choices, and what comes of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from quizapp.domain.cue_score import CueScore
from quizapp.domain.selection import ALL_THAT_FIT, Which
from quizapp.ui.practice.page import PracticeView, PracticeWords, asked, lengths_for

CUE = CueScore("runs", "Who keeps it running", 2, 7, 0.082, 0.641)


@pytest.fixture
def words(qapp: QApplication) -> PracticeWords:
    return PracticeWords(qapp)


@pytest.mark.parametrize("which", Which)
def test_what_fits_can_be_chosen_and_what_does_not_says_why(words: PracticeWords, which: Which) -> None:
    some = words.which(which, PracticeView(counts={which: 3}, weakest=CUE), narrowed=False)
    assert (some.figure, some.enabled) == ("3", True)
    none = words.which(which, PracticeView(), narrowed=False)
    assert (none.figure, none.enabled) == ("0", False)
    assert "" not in (some.note, none.note)
    assert some.note != none.note


def test_the_weakest_cue_is_named_with_its_score_and_doubt(words: PracticeWords) -> None:
    view = PracticeView(counts={Which.WEAKEST_CUE: 6}, weakest=CUE)
    note = words.which(Which.WEAKEST_CUE, view, narrowed=False).note
    assert note == (
        "Who keeps it running: 2 of 7 right for the right reason, over all sessions. "
        "Your level is likely between 8 % and 64 %."
    )


@pytest.mark.parametrize(
    ("which", "weakest", "said"),
    [
        (Which.MISTAKES, None, "None on the topics chosen."),
        (Which.WEAKEST_CUE, CUE, "None on the topics chosen."),
        (Which.WEAKEST_CUE, None, "None stands out yet. That takes a few answers."),
    ],
)
def test_topics_may_be_what_leaves_nothing(
    words: PracticeWords, which: Which, weakest: CueScore | None, said: str
) -> None:
    assert words.which(which, PracticeView(weakest=weakest), narrowed=True).note == said


@pytest.mark.parametrize(
    ("fit", "count", "said"),
    [
        (12, 10, "12 match. You will get 10, about eight minutes."),
        (12, 12, "12 match. You will get them all, about ten minutes."),
        (1, 1, "One matches, about one minute."),
        (0, 0, "None match. Choose other questions or topics."),
        (100, 100, "100 match. You will get them all, about 80 minutes."),
    ],
)
def test_the_outcome_is_said(words: PracticeWords, fit: int, count: int, said: str) -> None:
    assert words.outcome(fit, count) == said


@pytest.mark.parametrize(
    ("fit", "lengths"), [(0, ()), (5, ()), (6, (5,)), (31, (5, 10, 20)), (99, (5, 10, 20, 40))]
)
def test_only_lengths_that_leave_some_out_are_offered_besides_all(fit: int, lengths: tuple[int, ...]) -> None:
    assert lengths_for(fit) == (*lengths, ALL_THAT_FIT)


@pytest.mark.parametrize(
    ("count", "said"), [(0, "Start"), (1, "Start one question"), (10, "Start ten questions")]
)
def test_the_button_says_how_many(words: PracticeWords, count: int, said: str) -> None:
    assert words.start(count) == said


def test_lengths_are_read_out_in_full(words: PracticeWords) -> None:
    assert words.length(5, 12) == ("5", "5 questions")
    assert words.length(ALL_THAT_FIT, 12) == ("All 12", "All 12 questions that fit")


@given(st.sampled_from(Which), st.integers(0, 60), st.integers(0, 60))
def test_nobody_is_promised_more_than_there_is(which: Which, length: int, fit: int) -> None:
    count = asked(which, length, fit)
    assert 0 <= count <= min(length, fit)
    assert min(length, fit) - count <= 1
    assert which is not Which.PAIRS or count % 2 == 0
