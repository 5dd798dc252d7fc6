"""Marked words in a document: the right words, on every line they stand on, and nothing moves."""

from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from quizapp.domain.question import Side
from quizapp.ui.question.highlight import HighlightedText, Mark, lanes
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.style.theme import THEMES

PAYROLL = "A firm moves its payroll to a cloud. The supplier takes support calls and backs up the data."
HOSTILE = {
    "markup": "<b>bold</b> &amp; <a href='x'>link</a> <!-- x",
    "emoji": "👩‍💻👨‍👩‍👧‍👦🇩🇪 An engineer downloads it.",
    "arabic": "المورد يتلقى مكالمات الدعم كل ليلة. A firm moves on.",
    "combining": "e" + "\u0301" * 300 + " and on",
    "one long word": "x" * 500,
    "paragraphs": "First.\n\nSecond\nthird\tfourth fifth",
    "very long": "It backs up the data. " * 700,
}


@pytest.fixture(autouse=True)
def _still(appearance: Appearance) -> None:
    appearance.reduced_motion = True


def shown(
    qtbot: QtBot, appearance: Appearance, text: str, *marks: Mark, width: int = 500, use: str = "scenario"
) -> HighlightedText:
    made = HighlightedText(appearance, use, "Scenario")
    qtbot.addWidget(made)
    made.setText(text)
    made.show_marks(marks)
    made.resize(width, min(made.heightForWidth(width), 2000))
    made.show()
    return made


def deciding(text: str, *quotes: str, side: Side | None = Side.SERVICE) -> list[Mark]:
    return [Mark(text.index(quote), text.index(quote) + len(quote), side) for quote in quotes]


def colours(widget: QWidget) -> Counter[str]:
    """How often each colour is painted."""
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    counted = Counter(memoryview(image.constBits()).cast("I"))
    return Counter({QColor.fromRgb(rgb).name().upper(): count for rgb, count in counted.items()})


def painted(widget: QWidget, colour: str) -> tuple[int, int, int, int] | None:
    """The first and last column and row of a colour."""
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    wanted, width = QColor(colour).rgb(), image.width()
    spots = [at for at, rgb in enumerate(memoryview(image.constBits()).cast("I")) if rgb == wanted]
    columns = [at % width for at in spots]
    return (min(columns), max(columns), spots[0] // width, spots[-1] // width) if spots else None


def place(widget: HighlightedText, position: int) -> tuple[int, int]:
    """Where a place in the document stands, seen from the widget."""
    cursor = QTextCursor(widget.document())
    cursor.setPosition(position)
    at = widget.viewport().mapTo(widget, widget.cursorRect(cursor).topLeft())
    return at.x(), at.y()


@pytest.mark.parametrize("side", Side)
def test_deciding_words_are_tinted_and_underlined(qtbot: QtBot, appearance: Appearance, side: Side) -> None:
    expected = {
        QColor(each).name().upper() for each in (appearance.theme.soft(side), appearance.theme.mark(side))
    }
    assert expected <= set(colours(shown(qtbot, appearance, PAYROLL, *deciding(PAYROLL, "cloud", side=side))))
    assert not expected & set(colours(shown(qtbot, appearance, PAYROLL)))


def test_words_that_decide_nothing_are_outlined_alone(qtbot: QtBot, appearance: Appearance) -> None:
    bare = colours(shown(qtbot, appearance, PAYROLL))
    drawn = colours(shown(qtbot, appearance, PAYROLL, *deciding(PAYROLL, "cloud", side=None)))
    assert drawn[appearance.theme.ink] > bare[appearance.theme.ink]
    assert drawn[appearance.theme.service_soft] == drawn[appearance.theme.product_soft] == 0


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        (PAYROLL, "payroll"),
        ("👩‍💻 calls", "calls"),
        ("One 🛒 two three.\n\nA supplier runs it.", "runs"),
        ("المورد يتلقى", "المورد"),
    ],
)
def test_a_mark_stands_at_its_words(qtbot: QtBot, appearance: Appearance, text: str, quote: str) -> None:
    widget = shown(qtbot, appearance, text, *deciding(text, quote), width=900)
    units = [len(part.encode("utf-16-le")) // 2 for part in (text[: text.index(quote)], quote)]
    (start, top), (end, _) = place(widget, units[0]), place(widget, sum(units))
    left, right = sorted((start, end))
    found = painted(widget, appearance.theme.service_soft)
    assert found is not None
    assert found[0] == pytest.approx(max(left, 4), abs=6)
    assert found[1] == pytest.approx(right, abs=6)
    assert top - 4 <= found[2] <= found[3] <= top + 1.2 * appearance.line_step("scenario")


@pytest.mark.parametrize(("text", "reaches"), [("It adds files; then", False), ("It adds files then", True)])
def test_a_mark_does_not_reach_over_a_sign_that_touches_its_words(
    qtbot: QtBot, appearance: Appearance, text: str, *, reaches: bool
) -> None:
    widget = shown(qtbot, appearance, text, *deciding(text, "adds files"))
    found = painted(widget, appearance.theme.service_soft)
    assert found is not None
    assert (found[1] > place(widget, text.index("files") + len("files"))[0] + 1) is reaches


def test_words_that_wrap_are_marked_on_each_line(qtbot: QtBot, appearance: Appearance) -> None:
    widget = shown(qtbot, appearance, PAYROLL, *deciding(PAYROLL, "payroll to a cloud"), width=120)
    found = painted(widget, appearance.theme.service_soft)
    assert found is not None
    assert found[3] - found[2] > appearance.line_step("scenario")


@pytest.mark.parametrize("width", [180, 333, 500, 836])
def test_nothing_moves_when_words_are_marked(qtbot: QtBot, appearance: Appearance, width: int) -> None:
    widget = shown(qtbot, appearance, PAYROLL, width=width)
    before = [place(widget, at) for at in range(len(PAYROLL))], widget.heightForWidth(width)
    widget.show_marks(deciding(PAYROLL, "takes support calls", "backs up"))
    assert ([place(widget, at) for at in range(len(PAYROLL))], widget.heightForWidth(width)) == before


@pytest.mark.parametrize("name", HOSTILE)
def test_all_that_is_copied_is_the_original_text(qtbot: QtBot, appearance: Appearance, name: str) -> None:
    text = HOSTILE[name]
    widget = shown(qtbot, appearance, text, Mark(0, len(text), Side.PRODUCT), Mark(1, 4, Side.SERVICE))
    widget.grab()
    QTest.keyClick(widget, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(widget, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == text


@pytest.mark.parametrize("text", ["a\r\nb", "a\rb", "a\0b\ud83dc", "a\u2029b\u0085c\vd"])
def test_what_cannot_be_shown_moves_no_mark(qtbot: QtBot, appearance: Appearance, text: str) -> None:
    whole = f"{text} calls"
    widget = shown(qtbot, appearance, whole, *deciding(whole, "calls"))
    assert len(widget.toPlainText()) == len(whole)
    assert widget.toPlainText().endswith("calls")
    found = painted(widget, appearance.theme.service_soft)
    assert found is not None
    assert found[1] == pytest.approx(place(widget, len(whole))[0], abs=6)


def test_copying_nothing_keeps_the_clipboard(qtbot: QtBot, appearance: Appearance) -> None:
    QGuiApplication.clipboard().setText("kept")
    widget = shown(qtbot, appearance, PAYROLL)
    QTest.keyClick(widget, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "kept"


def test_screen_readers_hear_the_deciding_words(qtbot: QtBot, appearance: Appearance) -> None:
    widget = shown(qtbot, appearance, PAYROLL)
    assert (widget.accessibleName(), widget.accessibleDescription()) == ("Scenario", "")
    words = deciding(PAYROLL, "takes support calls", "backs up")
    widget.show_marks([*words, *deciding(PAYROLL, "cloud", side=None)])
    assert widget.accessibleDescription() == "Deciding words: takes support calls, backs up"
    widget.show_marks([])
    assert widget.accessibleDescription() == ""


def test_marks_can_appear_one_after_another(qtbot: QtBot, appearance: Appearance) -> None:
    appearance.reduced_motion = False
    widget, soft = shown(qtbot, appearance, PAYROLL), appearance.theme.service_soft
    widget.show_marks(deciding(PAYROLL, "takes support calls", "backs up"), one_by_one=True)
    assert colours(widget)[soft] == 0
    qtbot.waitUntil(lambda: colours(widget)[soft] > 0)
    one = colours(widget)[soft]
    qtbot.waitUntil(lambda: colours(widget)[soft] > one)


@pytest.mark.parametrize("theme", THEMES)
def test_overlapping_marks_can_both_be_seen(qtbot: QtBot, appearance: Appearance, theme: str) -> None:
    appearance.set_theme(THEMES[theme])
    both = Mark(2, 30, Side.SERVICE), Mark(2, 30, Side.PRODUCT)
    seen = colours(shown(qtbot, appearance, PAYROLL, *both, width=900))
    assert seen[appearance.theme.service_mark] > 100
    assert seen[appearance.theme.product_mark] > 100


def test_lines_of_marks_that_do_not_overlap_run_at_one_height() -> None:
    assert lanes([Mark(0, 5, None), Mark(5, 9, None), Mark(3, 7, None), Mark(8, 9, None)])[:2] == [0, 0]
    assert lanes([Mark(0, 5, None), Mark(3, 7, None), Mark(4, 9, None)]) == [0, 1, 2]


def test_a_mark_outside_the_text_is_left_out(qtbot: QtBot, appearance: Appearance) -> None:
    widget = shown(qtbot, appearance, "Short.", Mark(3, 99, Side.SERVICE), Mark(2, 2, Side.PRODUCT))
    assert widget.marks == ()
    assert widget.accessibleDescription() == ""


def test_arabic_starts_at_the_right(qtbot: QtBot, appearance: Appearance) -> None:
    text = "المورد يتلقى"
    found = painted(shown(qtbot, appearance, text, *deciding(text, "المورد")), appearance.theme.service_soft)
    assert found is not None
    assert 495 <= found[1] <= 500


def test_a_larger_text_takes_more_height(qtbot: QtBot, appearance: Appearance) -> None:
    widget = shown(qtbot, appearance, PAYROLL)
    before = widget.heightForWidth(500)
    appearance.set_scale(2.0)
    assert widget.heightForWidth(500) > 2 * before
