"""Laws of laying out text: nothing is lost, nothing is too wide, the lines keep their step."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextLine
from PySide6.QtWidgets import QApplication

from quizapp.ui.style.directions import directed
from quizapp.ui.style.text_layout import TextBlock, lay_out, shape

LTR, RTL = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft
STEP = 22
UNBOUNDED = 16_000_000.0  # a width in px that no text reaches
SCRIPTS = "Latin العربية עברית 😀👩‍👩‍👧 zalgo̷̢͝ 漢字"


@pytest.fixture(scope="module")
def font(qapp: QApplication) -> QFont:
    font = QFont(qapp.font())
    font.setPixelSize(15)
    return font


def lines(block: TextBlock) -> list[QTextLine]:
    return [part.lineAt(index) for part in block.paragraphs for index in range(part.lineCount())]


@given(text=st.text(max_size=300), width=st.integers(60, 700))
def test_every_letter_is_on_a_line_and_no_line_is_too_wide(font: QFont, text: str, width: int) -> None:
    block = lay_out(text, font, STEP, width)
    for paragraph in block.paragraphs:
        laid = sum(paragraph.lineAt(index).textLength() for index in range(paragraph.lineCount()))
        assert laid == len(paragraph.text().encode("utf-16-le")) // 2
    shown = "".join(paragraph.text() for paragraph in block.paragraphs).split()
    assert shown == "".join(line for line in text.splitlines() if line.strip()).split()


@given(text=st.text(alphabet="abc dé\n", max_size=300), width=st.integers(60, 700), less=st.integers(0, 50))
def test_less_width_never_takes_less_height(font: QFont, text: str, width: int, less: int) -> None:
    wide, narrow = (lay_out(text, font, STEP, each) for each in (width, width - less))
    assert narrow.height >= wide.height
    assert narrow.widest <= width


@given(text=st.text(alphabet="abc dé-\nא", max_size=300), widths=st.lists(st.integers(60, 700), min_size=1))
def test_text_that_is_broken_anew_is_as_if_it_were_laid_out_anew(
    font: QFont, text: str, widths: list[int]
) -> None:
    shaped = shape(text, font, STEP)
    again = [shaped.broken(width) for width in widths][-1]
    anew = lay_out(text, font, STEP, widths[-1])
    assert [line.naturalTextRect() for line in lines(again)] == [
        line.naturalTextRect() for line in lines(anew)
    ]
    assert (again.height, again.widest) == (anew.height, anew.widest)


@given(text=st.text(alphabet="abc dé-\nא", max_size=300), width=st.integers(60, 700))
def test_every_width_tells_the_natural_one(font: QFont, text: str, width: int) -> None:
    natural = lay_out(text, font, STEP, UNBOUNDED).widest
    assert lay_out(text, font, STEP, width).natural == pytest.approx(natural, abs=1)


@pytest.mark.parametrize("width", [80, 300, UNBOUNDED])
def test_baselines_keep_their_step_in_every_script(font: QFont, width: float) -> None:
    block = lay_out(SCRIPTS.replace(" ", "\n"), font, STEP, width)
    baselines = [line.y() + line.ascent() for line in lines(block)]
    steps = [after - before for before, after in pairwise(baselines)]
    assert steps == pytest.approx([STEP] * len(steps))


def test_a_blank_line_parts_paragraphs_by_half_a_step(font: QFont) -> None:
    heights = [lay_out(text, font, STEP, 300).height for text in ("a", "a\nb", "a\n\nb", "a\n\n\n\nb\n")]
    assert heights == [STEP, 2 * STEP, 2.5 * STEP, 2.5 * STEP]


def test_a_word_longer_than_the_line_breaks_anywhere(font: QFont) -> None:
    block = lay_out("x" * 15_000, font, STEP, 400)
    assert block.widest <= 400
    assert block.height == len(lines(block)) * STEP > 40 * STEP


@pytest.mark.parametrize(
    ("text", "direction", "alignment", "at_right"),
    [
        ("word", LTR, Qt.AlignmentFlag.AlignLeft, False),
        ("word", LTR, Qt.AlignmentFlag.AlignRight, True),
        ("word", RTL, Qt.AlignmentFlag.AlignLeft, True),
        ("word", RTL, Qt.AlignmentFlag.AlignRight, False),
        ("كلمة", LTR, Qt.AlignmentFlag.AlignLeft, True),
        ("4 / 10", RTL, Qt.AlignmentFlag.AlignLeft, True),
        ("word", RTL, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute, False),
    ],
)
def test_text_starts_where_its_reader_starts(
    font: QFont, text: str, direction: Qt.LayoutDirection, alignment: Qt.AlignmentFlag, *, at_right: bool
) -> None:
    block = lay_out(text, font, STEP, 500, alignment, direction)
    (line,) = lines(block)
    assert (line.naturalTextRect().left() > 250) is at_right


@pytest.mark.parametrize("text", ["", "Cloud.", "Cloud עברית.", "(a)", "1 + 2", "日本語"])
def test_what_begins_as_controls_lay_out_needs_no_direction(text: str) -> None:
    assert directed(text) == text


def test_each_line_of_what_begins_the_other_way_runs_that_way() -> None:
    assert directed("(1) שלום, C++.\nAnd.") == "\u2067(1) שלום, C++.\u2069\n\u2067And.\u2069"


def test_what_runs_from_left_to_right_keeps_its_order_in_a_window_that_does_not() -> None:
    around = Qt.LayoutDirection.RightToLeft
    assert directed("30 days?", around) == "\u206630 days?\u2069"
    assert directed("(1) שלום.", around) == "(1) שלום."
    assert directed("40", around) == "40"
