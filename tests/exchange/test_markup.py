"""HTML that cannot be broken from within."""

from hypothesis import given
from hypothesis import strategies as st

from quizapp.exchange.document import document
from quizapp.exchange.markup import Markup, element, joined, lines_of, text
from tests.exchange.reading import faults, read


@given(st.text())
def test_any_text_stands_in_a_document_as_text(words: str) -> None:
    page = read(document("t", element("h1", words), element("p", words, title=words)))
    assert page.names() == ["html", "head", "meta", "meta", "title", "style", "body", "h1", "p"]
    document("t", words).encode("utf-8")


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff")))
def test_no_letter_is_lost(words: str) -> None:
    assert read(f"<bdi>{text(words)}</bdi>").text == words


def test_what_no_document_may_hold_is_replaced() -> None:
    assert text("a\0b\x1bc\ud800") == "a\ufffdb\ufffdc\ufffd"


def test_markup_is_taken_as_it_is_only_as_long_as_it_is_markup() -> None:
    made = element("b", "1 < 2")
    assert joined(made) == "<b>1 &lt; 2</b>"
    assert joined(made + "!") == "&lt;b&gt;1 &amp;lt; 2&lt;/b&gt;!"


def test_an_attribute_is_escaped_even_when_it_is_markup() -> None:
    assert element("p", title=Markup('"><script>')) == '<p title="&quot;&gt;&lt;script&gt;"></p>'


def test_empty_attributes_are_left_out() -> None:
    assert (
        element("p", "x", class_="a", lang="", aria_hidden="true") == '<p class="a" aria-hidden="true">x</p>'
    )


def test_lines_end_at_every_kind_of_line_end() -> None:
    assert lines_of("a\r\nb\rc\n\n d \u2028e\u2029") == ["a", "b", "c", "d", "e"]


def test_the_checks_of_a_page_see_its_faults() -> None:
    assert faults(document("t", element("h2", "x"))) == ["headings out of order: [2]"]
    assert len(faults("<p><th></th><img-x src=a></img-x></p>")) == 4
