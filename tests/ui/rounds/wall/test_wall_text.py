"""How a text is cut into pages, and how large it is set."""

from hypothesis import given
from hypothesis import strategies as st

from quizapp.ui.rounds.wall.drawing import MOST_WORDS, Group, fitted, in_parts

TEXTS = st.text(st.sampled_from("ab .!?\n"), max_size=600)


@given(TEXTS, st.integers(5, 200))
def test_the_parts_of_a_text_are_the_text(text: str, most: int) -> None:
    parts = in_parts(text, lambda start, end: end - start <= most)
    assert "".join(text[start:end] for start, end in parts) == text
    assert all(end - start <= most for start, end in parts)


def test_a_text_of_ninety_words_stays_whole_if_it_fits() -> None:
    assert len(in_parts("word " * MOST_WORDS, lambda _start, _end: True)) == 1
    assert len(in_parts("word " * (MOST_WORDS + 1), lambda _start, _end: True)) == 2


def test_a_text_is_cut_after_a_sentence_near_the_middle() -> None:
    text = "One sentence here. " * 10
    [(_, cut), _] = in_parts(text, lambda start, end: end - start < len(text))
    assert text[:cut].endswith(". ")
    assert abs(cut - len(text) / 2) < len("One sentence here. ")


def test_a_single_word_on_the_last_line_is_worth_a_smaller_size() -> None:
    def made(size: int) -> Group:
        return Group(width=size, height=size, is_lonely=size > 46)

    best = fitted(made, 49)
    assert best is not None
    assert best.height == 46


def test_but_not_a_much_smaller_one() -> None:
    best = fitted(lambda size: Group(width=size, height=size, is_lonely=size > 36), 49)
    assert best is not None
    assert best.height == 49


def test_what_fits_in_no_size_is_nothing() -> None:
    assert fitted(lambda size: Group(width=size, height=size), 20) is None
