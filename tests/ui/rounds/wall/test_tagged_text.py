from hypothesis import given
from hypothesis import strategies as st

from quizapp.domain.question import Side
from quizapp.ui.rounds.wall.tagged import Highlight, TaggedText


@st.composite
def tagged_texts(draw: st.DrawFn) -> tuple[str, list[Highlight]]:
    text = draw(st.text(st.sampled_from("ab \u00e9\u0301\u05d0\U0001f600\u200d"), min_size=1, max_size=40))
    positions = st.integers(0, len(text))
    ranges = draw(st.lists(st.tuples(positions, positions), max_size=5))
    return text, [Highlight(a, b, Side.SERVICE, 1) for a, b in ranges if a < b]


@given(tagged_texts())
def test_highlighted_words_are_found_again_whatever_stands_before_them(
    case: tuple[str, list[Highlight]],
) -> None:
    text, highlights = case
    tagged = TaggedText(text, highlights)
    units = tagged.text.encode("utf-16-le")
    for index, each in enumerate(tagged.highlights):
        start, end = tagged.words(index)
        words = units[2 * start : 2 * end].decode("utf-16-le")
        assert words.replace("\u00a0", "") == text[each.start : each.end]
        assert tagged.tag(index) < start


@given(tagged_texts())
def test_without_its_tags_the_text_is_what_it_was(case: tuple[str, list[Highlight]]) -> None:
    text, highlights = case
    tagged = TaggedText(text, highlights)
    assert tagged.text.replace("\u00a0", "") == text
    assert tagged.text.count("\u00a0") == len(tagged.highlights)
    assert tagged.length == len(tagged.text.encode("utf-16-le")) // 2
