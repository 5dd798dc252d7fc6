"""Plots: their points by mouse and key, and what is kept of their painting."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quizapp.ui.style.appearance import Appearance
from quizapp.ui.style.theme import DARK
from quizapp.ui.widgets.plots import LinePlot, LinePoint, Plot
from quizapp.ui.widgets.plots_small import Bar, BarPlot, LevelPlot, LevelPoint
from tests.ui.screen import settle, to_front

LEVELS = (
    LevelPoint("Low", "n 9", (0.0, 2 / 3), 0.5, 0.3, 0.7, "low"),
    LevelPoint("Middle", "n 0", (2 / 3, 0.8), None, 0.0, 0.0, "middle"),
    LevelPoint("High", "n 9", (0.8, 1.0), 0.9, 0.6, 1.0, "high"),
)


def points(number: int) -> list[LinePoint]:
    return [LinePoint(0.5 + 0.4 * each / max(1, number), 0.4, 0.95, 0.5) for each in range(number)]


def line(appearance: Appearance, number: int) -> LinePlot:
    plot = LinePlot(appearance, "Line")
    plot.show_points(points(number), str, lambda index: f"point {index}\nof {number}", ("90 %", "n 9"))
    return plot


def shown(qtbot: QtBot, plot: Plot) -> Plot:
    qtbot.addWidget(plot)
    plot.resize(600, 280)
    to_front(qtbot, plot)
    return plot


def hover(plot: Plot, x: float) -> None:
    at, button = QPointF(x, 100), Qt.MouseButton.NoButton
    event = QMouseEvent(QEvent.Type.MouseMove, at, at, button, button, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(plot, event)


@pytest.mark.parametrize("number", [0, 1, 30, 5_000])
def test_arrows_home_and_end_go_through_the_points(qtbot: QtBot, appearance: Appearance, number: int) -> None:
    plot = shown(qtbot, line(appearance, number))
    went: list[int | None] = []
    keys = (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_End, Qt.Key.Key_Right, Qt.Key.Key_Left)
    for key in (*keys, Qt.Key.Key_Home, Qt.Key.Key_Left, Qt.Key.Key_Escape):
        QTest.keyClick(plot, key)
        went.append(plot.current)
    last = number - 1
    expected = [0, min(1, last), last, last, max(0, last - 1), 0, 0, None]
    assert went == (expected if number else [None] * 8)


def test_the_first_key_backward_begins_at_the_last_point(qtbot: QtBot, appearance: Appearance) -> None:
    plot = shown(qtbot, line(appearance, 9))
    QTest.keyClick(plot, Qt.Key.Key_Left)
    assert plot.current == 8


@pytest.mark.parametrize("number", [1, 7, 5_000])
def test_the_mouse_takes_the_nearest_point(qtbot: QtBot, appearance: Appearance, number: int) -> None:
    plot = shown(qtbot, line(appearance, number))
    for index in {0, number // 3, number - 1}:
        hover(plot, plot.spot(index).x() + 0.01)
        assert plot.current == index
    hover(plot, -50)
    assert plot.current == 0
    QApplication.sendEvent(plot, QEvent(QEvent.Type.Leave))
    assert plot.current is None


def test_a_click_lets_the_arrows_go_on_from_the_point_in_hand(qtbot: QtBot, appearance: Appearance) -> None:
    plot = shown(qtbot, line(appearance, 9))
    plot.clearFocus()
    hover(plot, plot.spot(3).x())
    QTest.mouseClick(plot, Qt.MouseButton.LeftButton, pos=plot.spot(3).toPoint())
    assert plot.hasFocus()
    QTest.keyClick(plot, Qt.Key.Key_Right)
    assert plot.current == 4


def test_the_mouse_over_nothing_takes_nothing(qtbot: QtBot, appearance: Appearance) -> None:
    plot = shown(qtbot, line(appearance, 0))
    hover(plot, 100)
    assert plot.current is None


def test_a_point_in_hand_is_painted_and_gone_when_the_focus_is(qtbot: QtBot, appearance: Appearance) -> None:
    plot = shown(qtbot, line(appearance, 9))
    plot.clearFocus()
    settle()
    bare = plot.grab().toImage()
    plot.setFocus()
    QTest.keyClick(plot, Qt.Key.Key_End)
    assert plot.grab().toImage() != bare
    plot.clearFocus()
    settle()
    assert plot.current is None
    assert plot.grab().toImage() == bare


def test_a_point_that_is_gone_is_in_no_hand(qtbot: QtBot, appearance: Appearance) -> None:
    plot = line(appearance, 9)
    shown(qtbot, plot)
    QTest.keyClick(plot, Qt.Key.Key_End)
    plot.show_points(points(3), str, str, ("", ""))
    assert plot.current is None


def test_what_does_not_change_is_painted_once(
    qtbot: QtBot, appearance: Appearance, monkeypatch: pytest.MonkeyPatch
) -> None:
    plot, draw = shown(qtbot, line(appearance, 30)), LinePlot.draw
    drawn: list[int] = []

    def note(self: LinePlot, painter: QPainter) -> None:
        drawn.append(1)
        draw(self, painter)

    monkeypatch.setattr(LinePlot, "draw", note)
    for key in (Qt.Key.Key_Home, Qt.Key.Key_Right, Qt.Key.Key_Right):
        QTest.keyClick(plot, key)
        plot.repaint()
    assert drawn == []
    appearance.set_look(DARK, 2.0)
    plot.repaint()
    assert drawn == [1]
    plot.resize(500, 280)
    plot.repaint()
    assert drawn == [1, 1]


@pytest.mark.parametrize(("scale", "width"), [(1.0, 600), (2.0, 900), (2.0, 300)])
def test_what_a_point_says_stands_whole_inside_the_plot(
    qtbot: QtBot, appearance: Appearance, scale: float, width: int
) -> None:
    appearance.set_scale(scale)
    plot = line(appearance, 30)
    plot.show_points(
        points(30), str, lambda index: f"Sunday, 22 November 2026\n{index} of 30 right", ("", "")
    )
    shown(qtbot, plot)
    plot.resize(width, 560)
    area = QFontMetricsF(appearance.font("caption")).horizontalAdvance("Sunday, 22 November 2026")
    for index in range(30):
        box = plot.note_box(index)
        assert QRectF(plot.rect()).contains(box)
        assert box.width() >= min(area, width - 100)
        assert box.height() >= 2 * appearance.line_step("caption")


def test_every_point_lies_inside_and_higher_shares_lie_higher(qtbot: QtBot, appearance: Appearance) -> None:
    plot = shown(qtbot, line(appearance, 30))
    spots = [plot.spot(index) for index in range(30)]
    assert all(plot.rect().contains(spot.toPoint()) for spot in spots)
    assert [spot.y() for spot in spots] == sorted((spot.y() for spot in spots), reverse=True)
    assert [spot.x() for spot in spots] == sorted(spot.x() for spot in spots)


def test_levels_stand_side_by_side_and_one_without_answers_is_there(
    qtbot: QtBot, appearance: Appearance
) -> None:
    plot = LevelPlot(appearance, "Levels")
    plot.show_levels(LEVELS)
    shown(qtbot, plot)
    QTest.keyClick(plot, Qt.Key.Key_End)
    assert (plot.current, plot.says(2)) == (2, "high")
    hover(plot, plot.spot(1).x())
    assert plot.current == 1
    assert plot.spot(2).y() < plot.spot(0).y()


@pytest.mark.parametrize("values", [(), (0, 0), (3, 0, 9), (5,) * 60])
def test_bars_are_as_high_as_their_counts(
    qtbot: QtBot, appearance: Appearance, values: Sequence[int]
) -> None:
    plot = BarPlot(appearance, "Bars")
    plot.show_bars([Bar(f"day {number}", value, f"{value}") for number, value in enumerate(values)])
    shown(qtbot, plot)
    settle()
    tops = [plot.spot(index).y() for index in range(len(values))]
    assert sorted(range(len(values)), key=lambda index: -tops[index]) == sorted(
        range(len(values)), key=lambda index: values[index]
    )
    QTest.keyClick(plot, Qt.Key.Key_End)
    assert plot.current == (len(values) - 1 if values else None)


def test_counts_stand_above_bars_whose_days_have_no_room(
    qtbot: QtBot, appearance: Appearance, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[object] = []
    monkeypatch.setattr(BarPlot, "write", lambda *given: written.append(given[3]))
    plot = BarPlot(appearance, "Bars")
    plot.show_bars([Bar(f"{number} September", number, "") for number in range(1, 13)])
    shown(qtbot, plot).grab()
    assert {str(number) for number in range(1, 13)} <= set(written)
    assert "2 September" not in written
