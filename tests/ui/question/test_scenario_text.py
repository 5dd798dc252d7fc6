from collections import Counter
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from quizapp.domain.question import Side
from quizapp.ui.question.scenario import Highlight, ScenarioText
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.style.theme import THEMES

PAYROLL = "A firm moves its payroll to a cloud. The supplier takes support calls and backs up the data."
HOSTILE = {
    "empty": "",
    "emoji": "👩‍💻👨‍👩‍👧‍👦🇩🇪 An engineer downloads it.",
    "arabic": "المورد يتلقى مكالمات الدعم كل ليلة. A firm moves on.",
    "combining": "e" + "\u0301" * 300 + " and on",
    "one long word": "x" * 500,
    "paragraphs": "First.\n\nSecond\r\nthird\tfourth\0\u2029fifth",
    "half a pair": "a\ud83db",
    "very long": "It backs up the data. " * 700,
}


@pytest.fixture(autouse=True)
def _still(appearance: Appearance) -> None:
    appearance.reduced_motion = True


def shown(
    qtbot: QtBot, appearance: Appearance, text: str, *highlights: Highlight, width: int = 500
) -> ScenarioText:
    widget = ScenarioText(appearance)
    qtbot.addWidget(widget)
    widget.set_scenario(text, highlights)
    widget.resize(width, min(widget.heightForWidth(width), 2000))
    return widget


def deciding(text: str, *quotes: str, side: Side = Side.SERVICE) -> list[Highlight]:
    starts = [text.index(quote) for quote in quotes]
    return [
        Highlight(start, start + len(quote), side, number)
        for number, (start, quote) in enumerate(zip(starts, quotes, strict=True), 1)
    ]


def colours(widget: QWidget) -> Counter[str]:
    """How often each colour is painted."""
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    counted = Counter(memoryview(image.constBits()).cast("I"))
    return Counter({QColor.fromRgb(rgb).name().upper(): count for rgb, count in counted.items()})


def test_words_after_an_emoji_are_underlined_where_they_stand(qtbot: QtBot, appearance: Appearance) -> None:
    text = "👩‍💻 calls"
    plain = shown(qtbot, appearance, text, *deciding(text, "calls"))
    plain.reveal(True)
    piece = plain._current().pieces(0)[0]
    line = plain._current().layout.lineAt(0)
    assert piece.right() == pytest.approx(line.naturalTextRect().right(), abs=1)
    assert piece.left() > 0


@pytest.mark.parametrize("width", [180, 333, 500, 836])
def test_nothing_jumps_when_the_words_are_revealed(qtbot: QtBot, appearance: Appearance, width: int) -> None:
    widget = shown(qtbot, appearance, PAYROLL, *deciding(PAYROLL, "takes support calls", "backs up"))
    before = widget.heightForWidth(width)
    widget.reveal(True)
    assert widget.heightForWidth(width) == before


def test_less_width_never_takes_less_height(qtbot: QtBot, appearance: Appearance) -> None:
    widget = shown(qtbot, appearance, PAYROLL, *deciding(PAYROLL, "backs up"))
    heights = [widget.heightForWidth(width) for width in range(900, 120, -60)]
    assert all(wider <= narrower for wider, narrower in pairwise(heights))


def test_a_larger_text_takes_more_height(qtbot: QtBot, appearance: Appearance) -> None:
    widget = shown(qtbot, appearance, PAYROLL)
    before = widget.heightForWidth(500)
    appearance.set_scale(2.0)
    assert widget.heightForWidth(500) > 2 * before


@pytest.mark.parametrize("name", HOSTILE)
def test_copying_all_gives_the_original_text(qtbot: QtBot, appearance: Appearance, name: str) -> None:
    text = HOSTILE[name]
    widget = shown(
        qtbot, appearance, text, Highlight(0, len(text), Side.PRODUCT, 1), Highlight(1, 4, Side.SERVICE, 2)
    )
    widget.reveal(True)
    widget.grab()
    QTest.keyClick(widget, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert widget.selected_text() == text


def test_dragging_over_tagged_words_copies_them_without_the_tag(qtbot: QtBot, appearance: Appearance) -> None:
    widget = shown(qtbot, appearance, PAYROLL, *deciding(PAYROLL, "firm"), width=900)
    widget.reveal(True)
    middle = appearance.line_step("scenario") // 2
    QTest.mousePress(widget, Qt.MouseButton.LeftButton, pos=QPoint(0, middle))
    QTest.mouseMove(widget, QPoint(890, middle))
    QTest.keyClick(widget, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("A firm moves its payroll")
    assert PAYROLL.startswith(copied)


def test_copying_nothing_keeps_the_clipboard(qtbot: QtBot, appearance: Appearance) -> None:
    QGuiApplication.clipboard().setText("kept")
    QTest.keyClick(shown(qtbot, appearance, PAYROLL), Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "kept"


def test_screen_readers_hear_the_text_and_then_the_deciding_words(
    qtbot: QtBot, appearance: Appearance
) -> None:
    widget = shown(qtbot, appearance, PAYROLL, *deciding(PAYROLL, "takes support calls", "backs up"))
    assert widget.accessibleName() == PAYROLL
    assert widget.accessibleDescription() == ""
    widget.reveal(True)
    assert widget.accessibleName() == PAYROLL
    assert widget.accessibleDescription() == "Deciding words: 1 takes support calls, 2 backs up"
    widget.set_scenario("Another.")
    assert widget.accessibleDescription() == ""


def test_deciding_words_appear_one_after_another(qtbot: QtBot, appearance: Appearance) -> None:
    appearance.reduced_motion = False
    widget = shown(qtbot, appearance, PAYROLL, *deciding(PAYROLL, "takes support calls", "backs up"))
    widget.reveal(True)
    soft = appearance.theme.service_soft
    assert colours(widget)[soft] == 0
    qtbot.waitUntil(lambda: colours(widget)[soft] > 0)
    one = colours(widget)[soft]
    qtbot.waitUntil(lambda: colours(widget)[soft] > one)


def test_without_deciding_words_nothing_appears(qtbot: QtBot, appearance: Appearance) -> None:
    appearance.reduced_motion = False
    widget = shown(qtbot, appearance, PAYROLL)
    widget.reveal(True)
    assert not widget._timer.isActive()
    assert widget._visible_marks == 0


@pytest.mark.parametrize("theme", THEMES)
def test_overlapping_highlights_can_both_be_seen(qtbot: QtBot, appearance: Appearance, theme: str) -> None:
    appearance.set_theme(THEMES[theme])
    both = Highlight(2, 30, Side.SERVICE, 1), Highlight(2, 30, Side.PRODUCT, 2)
    widget = shown(qtbot, appearance, PAYROLL, *both, width=900)
    widget.reveal(True)
    painted = colours(widget)
    assert painted[appearance.theme.service_mark] > 100
    assert painted[appearance.theme.product_mark] > 100


def test_a_highlight_outside_the_text_is_left_out(qtbot: QtBot, appearance: Appearance) -> None:
    widget = shown(
        qtbot, appearance, "Short.", Highlight(3, 99, Side.SERVICE, 1), Highlight(2, 2, Side.PRODUCT, 2)
    )
    widget.reveal(True)
    assert widget.accessibleDescription() == ""


def test_arabic_starts_at_the_right(qtbot: QtBot, appearance: Appearance) -> None:
    text = "المورد يتلقى"
    widget = shown(qtbot, appearance, text, *deciding(text, "المورد"))
    widget.reveal(True)
    assert widget._current().tag_piece(0).right() == pytest.approx(500, abs=2)


@pytest.mark.parametrize("width", [180, 333, 500, 836])
def test_every_word_keeps_its_line_when_the_words_are_revealed(
    qtbot: QtBot, appearance: Appearance, width: int
) -> None:
    widget = shown(
        qtbot, appearance, PAYROLL, *deciding(PAYROLL, "takes support calls", "backs up"), width=width
    )
    ends = []
    for revealed in (False, True):
        widget.reveal(revealed)
        lines = widget._current()
        ends.append([len(lines.tagged.original(0, end)) for end in lines.ends()])
    assert ends[0] == ends[1]


def test_a_scenario_starts_where_its_surroundings_start(qtbot: QtBot, appearance: Appearance) -> None:
    widget = shown(qtbot, appearance, "A short line.", width=500)
    assert widget._current().layout.lineAt(0).naturalTextRect().left() == 0
    widget.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert widget._current().layout.lineAt(0).naturalTextRect().right() == pytest.approx(500, abs=1)
