"""Progress: what it shows, what it says when there is little, and how it is gone through."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QTableView, QWidget
from pytestqt.qtbot import QtBot

from quizapp.domain.calibration import LevelResult, calibration
from quizapp.domain.certainty import Certainty, LevelTally
from quizapp.domain.progress import NamedShare, Point, Report, Share
from quizapp.ui.progress.cards import MOST_ROWS, FigureCard, Format
from quizapp.ui.progress.page import PERIODS, ProgressPage
from quizapp.ui.progress.table import FigureTable, TableView
from quizapp.ui.progress.wording import ProgressWords, days_below
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.style.theme import THEMES
from quizapp.ui.widgets.plots import Plot
from tests.domain.examples import NOON
from tests.ui.progress import shown
from tests.ui.screen import cut_off, press, seen, settle, to_front


@pytest.fixture
def page(qtbot: QtBot, appearance: Appearance) -> ProgressPage:
    page = ProgressPage(appearance)
    qtbot.addWidget(page)
    page.resize(1000, 800)
    to_front(qtbot, page)
    return page


def visible(page: ProgressPage) -> list[str]:
    """The headings of the cards that are shown."""
    return [card.heading for card in page.cards if card.isVisible()]


def button(page: QWidget, words: str) -> QAbstractButton:
    return next(
        each for each in page.findChildren(QAbstractButton) if words in (each.text(), each.accessibleName())
    )


def plots(page: ProgressPage) -> list[Plot]:
    return [each for each in page.findChildren(Plot) if each.isVisible()]


def cells(table: QTableView, column: int = 0) -> list[str]:
    model = table.model()
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


ALL_CARDS = [
    "Right answers",
    "By kind of reason",
    "By topic",
    "Reviews to come",
    "How sure, how right",
    "Right for the right reason",
    "What may still mislead",
]


def test_everything_there_is_has_its_card(page: ProgressPage) -> None:
    page.show_progress(shown.full())
    assert visible(page) == ALL_CARDS
    words = seen(page)
    assert "per session, in per cent, with the 95 % interval" in words
    assert "77 %\nof right answers: 62 of 81" in words
    assert "Very sure: 63 % right, where over 80 % fits: overconfident." in words
    assert "19 right for another reason or without one; 24 of all 105 not right." in words
    assert "up to the day before the exam" in words


def test_points_for_certainty_stand_beside_plain_ones(page: ProgressPage) -> None:
    page.show_progress(shown.full())
    marks = 34 + (49 * 2 - 21 * 2) + (50 * 3 - 29 * 6)
    best = max(133, 133 * 2 - 77 * 2, 133 * 3 - 77 * 6)
    assert f"Points for certainty: {marks}, beside 133 of 210 plain points." in seen(page)
    assert f"would have earned {best} at most" in seen(page)
    for words in ("Sure, not right\n50\nlook at these first", "Unsure, not right\n27", "Sure, right\n99"):
        assert words in seen(page)


def test_a_file_has_the_measures_of_all_levels_together(page: ProgressPage) -> None:
    page.show_progress(shown.full())
    table = page.calibration.data
    assert {len(row) for row in table.values} == {len(table.fields)}
    last = dict(zip(table.fields, table.values[-1], strict=True))
    assert [last[name] for name in ("level", "right", "points_for_certainty")] == ["all", 133, 66]
    assert [last[name] for name in ("bonus", "bias", "brier_score", "calibration_error")] == [
        *(-0.0319, 0.117, 0.2563, 0.117)  # worked out by hand
    ]


def test_what_still_misleads_is_told_and_what_has_faded_is_named(page: ProgressPage) -> None:
    page.show_progress(shown.full())
    words = seen(page)
    assert "Chosen 3 of the 7 times it was offered, last on Sunday, 22 November 2026." in words
    assert (
        "Chosen the only time it was offered, last on Sunday, 22 November 2026, left alone once since."
        in words
    )
    assert "What is <b>paid</b> monthly is a service & so on" in words
    assert "Faded: Software is a product." in words


def test_rows_of_few_answers_and_of_too_many_names_are_counted_not_shown(page: ProgressPage) -> None:
    page.show_progress(shown.full())
    words = seen(page.cues)
    assert "Kind of reason number 0, which has a long name\n10 of 20" in words.replace("\u2068", "").replace(
        "\u2069", ""
    )
    assert "One more was answered fewer than three times: too few to show." in words
    assert f"The {MOST_ROWS} weakest of 13; the table (T) has all of them." in seen(page.topics)


@pytest.mark.parametrize(
    ("counts", "words"),
    [
        ((2,), "One was answered fewer than three times: too few to show."),
        ((2, 1), "Two were answered fewer than three times: too few to show."),
        ((9, 2, 1), "Two more were answered fewer than three times: too few to show."),
    ],
)
def test_those_without_a_row_are_counted(page: ProgressPage, counts: tuple[int, ...], words: str) -> None:
    page.cues.show_shares([NamedShare(f"kind {n}", Share(1, n)) for n in counts])
    assert words in seen(page.cues)


def test_legends_of_lines_stand_by_the_figure_alone(page: ProgressPage) -> None:
    page.show_progress(shown.full())
    legends = ["dotted: luck", "dashed boxes: where it should lie"]
    assert all(legend in seen(page) for legend in legends)
    press(page, Qt.Key.Key_T)
    assert "right, and for the right reason" in seen(page)
    assert not any(legend in seen(page) for legend in legends)
    assert page.cues.note == "right, and for the right reason; dotted: luck"  # of a picture that is saved
    press(page, Qt.Key.Key_T)
    assert all(legend in seen(page) for legend in legends)


def test_nothing_answered_yet_leads_to_practice(qtbot: QtBot, page: ProgressPage) -> None:
    page.show_progress(shown.EMPTY)
    assert "Nothing answered yet" in seen(page)
    assert visible(page) == []
    page.take_focus()
    with qtbot.waitSignal(page.practice_requested):
        press(page, Qt.Key.Key_Return)


def test_few_answers_are_no_figures(page: ProgressPage) -> None:
    page.show_progress(shown.FEW)
    assert "Only 6 answers in the last 30 days" in seen(page)
    assert "From 10 on, figures are shown here." in seen(page)
    assert visible(page) == []


def test_figures_stand_at_the_end_of_their_column_and_words_at_its_start(page: ProgressPage) -> None:
    page.show_progress(shown.full())
    page.calibration.show_as_table(shown=True)
    model = page.calibration.table.model()
    sides = [
        bool(
            model.index(0, column).data(Qt.ItemDataRole.TextAlignmentRole)
            & Qt.AlignmentFlag.AlignLeading.value
        )
        for column in range(model.columnCount())
    ]
    heads = [model.headerData(column, Qt.Orientation.Horizontal) for column in range(model.columnCount())]
    assert [head for head, at_start in zip(heads, sides, strict=True) if at_start] == ["Said", "Judgement"]


def test_a_column_that_stands_alone_has_all_the_width(page: ProgressPage) -> None:
    page.show_progress(shown.full())
    settle()
    beside = page.forecast.width()
    page.show_progress(replace(shown.FEW, forecast=(0, 3)))
    settle()
    assert page.forecast.isVisible()
    assert page.forecast.width() > 1.5 * beside


def test_a_period_without_answers_says_where_they_are(page: ProgressPage) -> None:
    page.show_progress(shown.NOT_LATELY)
    assert "Nothing answered in the last 30 days" in seen(page)
    assert "“All” shows what you answered before." in seen(page)
    page.period_changed.connect(lambda: page.show_progress(shown.NOT_LATELY))
    button(page, "7 days").click()
    assert "Nothing answered in the last 7 days" in seen(page)


def test_that_banks_are_read_is_said(page: ProgressPage) -> None:
    page.show_progress(shown.READING)
    assert "Reading the banks …" in seen(page)
    page.show_progress(shown.EMPTY)
    assert "Reading the banks …" not in seen(page)


def test_cards_without_contents_are_left_out(page: ProgressPage) -> None:
    page.show_progress(shown.full())
    page.show_progress(shown.BARE)
    assert visible(page) == ["Right answers"]


@pytest.mark.parametrize(("words", "days"), list(zip(("7 days", "30 days", "All"), PERIODS, strict=True)))
def test_periods_are_chosen_by_their_chips(
    qtbot: QtBot, page: ProgressPage, words: str, days: int | None
) -> None:
    page.show_progress(shown.full())
    assert page.period == 30
    with qtbot.waitSignal(page.period_changed):
        button(page, words).click()
    assert page.period == days


# -- tables ----------------------------------------------------------------------------------------


def test_one_key_turns_every_figure_into_its_table_and_back(page: ProgressPage) -> None:
    page.show_progress(shown.full())
    press(page, Qt.Key.Key_T)
    assert plots(page) == []
    assert all(card.table.isVisible() for card in page.cards)
    assert button(page, "Show as table").isChecked()
    press(page, Qt.Key.Key_T)
    assert len(plots(page)) == 3
    assert not any(card.table.isVisible() for card in page.cards)


def test_the_key_does_nothing_where_there_is_no_figure(page: ProgressPage) -> None:
    page.show_progress(replace(shown.full(), report=Report(), forecast=()))
    press(page, Qt.Key.Key_T)
    page.show_progress(shown.full())
    assert len(plots(page)) == 3


def test_tables_say_what_the_figures_show(page: ProgressPage) -> None:
    page.show_progress(shown.full(3))
    press(page, Qt.Key.Key_T)
    assert cells(page.timeline.table, 1) == ["10 / 20", "11 / 20", "12 / 20"]
    assert cells(page.timeline.table, 3) == ["30–70", "34–74", "39–78"]
    assert cells(page.timeline.table)[1].startswith("2 short sessions to Saturday, 21 November 2026, ")
    assert len(cells(page.topics.table)) == 14  # those that have no row among them
    assert cells(page.calibration.table, 5) == [
        "about as it should be",
        "about as it should be",
        "overconfident",
    ]
    assert cells(page.misconceptions.table, 3) == ["still there", "still there", "faded"]
    assert cells(page.reasons.table, 1) == ["62", "19", "24"]
    assert cells(page.forecast.table, 1)[:3] == ["3", "0", "7"]


def test_a_table_that_is_shown_follows_its_figures(page: ProgressPage) -> None:
    page.show_progress(shown.full(3))
    press(page, Qt.Key.Key_T)
    page.show_progress(shown.full(40, is_daily=True))
    assert len(cells(page.timeline.table)) == 40
    assert "per day" in seen(page.timeline)
    assert cells(page.timeline.table)[-1] == "Sunday, 22 November 2026"


def test_tab_goes_through_a_table_without_staying_there(page: ProgressPage) -> None:
    page.show_progress(shown.full(3))
    press(page, Qt.Key.Key_T)
    page.timeline.table.setFocus(Qt.FocusReason.TabFocusReason)
    assert page.timeline.table.currentIndex().row() == 0
    press(page, Qt.Key.Key_Down)
    assert page.timeline.table.currentIndex().row() == 1
    press(page, Qt.Key.Key_Tab)
    assert page.focusWidget() is page.cues.save


# -- by keyboard and by ear ------------------------------------------------------------------------


def test_plots_are_reached_by_tab_and_tell_their_points(page: ProgressPage) -> None:
    page.show_progress(shown.full(3))
    page.take_focus()
    found: list[QWidget] = []
    for _ in range(12):
        press(page, Qt.Key.Key_Tab)
        focused = page.focusWidget()
        assert focused is not None
        found.append(focused)
    assert [each for each in found if isinstance(each, Plot)] == plots(page)


def test_each_plot_is_a_chart_with_a_name_and_a_description(page: ProgressPage) -> None:
    page.show_progress(shown.full(3))
    for plot in plots(page):
        heard = QAccessible.queryAccessibleInterface(plot)
        assert heard.role() is QAccessible.Role.Chart
        assert heard.text(QAccessible.Text.Name).endswith("a plot")
        assert "Left and Right go from" in heard.text(QAccessible.Text.Description)
    assert "3 points, from 50 % to 60 %" in plots(page)[0].accessibleDescription()
    assert "12 of 20 right: 60 %, likely 39–78 %" in plots(page)[0].accessibleDescription()


def test_cards_are_groups_with_their_headings(page: ProgressPage) -> None:
    page.show_progress(shown.full(3))
    for card in page.cards:
        heard = QAccessible.queryAccessibleInterface(card)
        assert (heard.role(), heard.text(QAccessible.Text.Name)) == (QAccessible.Role.Grouping, card.heading)


# -- files -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("number", range(3))
def test_every_figure_can_be_saved_in_three_forms(qtbot: QtBot, page: ProgressPage, number: int) -> None:
    page.show_progress(shown.full())
    for card in page.cards:
        [menu] = card.save.findChildren(QMenu)
        with qtbot.waitSignal(page.save_requested) as heard:
            menu.actions()[number].trigger()
        assert heard.args == [card, list(Format)[number]]


def figures(page: ProgressPage) -> list[FigureCard]:
    return [card for card in page.cards if card.isVisible()]


@pytest.mark.parametrize("as_table", [False, True])
def test_pictures_are_painted_whether_the_figure_or_its_table_is_shown(
    page: ProgressPage,
    as_table: bool,  # noqa: FBT001
) -> None:
    page.show_progress(shown.full())
    if as_table:
        press(page, Qt.Key.Key_T)
    for card in figures(page):
        picture = card.picture()
        assert picture.size.width() > 300
        assert picture.png().startswith(b"\x89PNG")
        drawing = picture.svg().decode()
        assert "<svg" in drawing
        assert card.heading in drawing
    assert "22 Nov" in page.timeline.picture().svg().decode()


def test_a_drawing_is_made_of_lines_and_letters(page: ProgressPage) -> None:
    page.show_progress(shown.full())
    drawing = page.timeline.picture().svg().decode()
    assert "<image" not in drawing
    assert "polyline" in drawing


# -- looks -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("points", [1, 30, 5_000])
@pytest.mark.parametrize("ratio", [1.0, 2.0])
def test_any_number_of_points_is_shown_in_every_theme_and_size(
    page: ProgressPage, appearance: Appearance, theme: str, points: int, ratio: float
) -> None:
    appearance.set_look(THEMES[theme], ratio)
    page.show_progress(shown.full(points, is_daily=points > 100))
    settle()
    assert cut_off(page) == []
    ink = appearance.theme.ink.lower()
    picture = page.timeline.figure.grab().toImage()
    found = {
        picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(0, picture.height(), 3)
    }
    assert ink in found


def test_it_mirrors_where_reading_begins_at_the_right(page: ProgressPage, qapp: QApplication) -> None:
    page.show_progress(shown.full(3))
    plot = plots(page)[0]
    first, last = plot.spot(0).x(), plot.spot(2).x()
    assert first < last
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        settle()
        assert plot.spot(0).x() > plot.spot(2).x()
        plot.setFocus()
        QTest.keyClick(plot, Qt.Key.Key_Left)
        QTest.keyClick(plot, Qt.Key.Key_Left)
        assert plot.current == 1
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


# -- words -----------------------------------------------------------------------------------------


def test_dates_of_a_long_time_have_their_year() -> None:
    assert days_below([NOON, NOON + timedelta(days=3)]) == ["22 Nov", "25 Nov"]
    assert days_below([NOON, NOON + timedelta(days=400)]) == ["Nov 2026", "Dec 2027"]
    assert days_below([]) == []


@pytest.mark.parametrize(
    ("levels", "words"),
    [
        ([LevelTally(Certainty.HIGH, 2, 0)], "Too few answers so far"),
        ([LevelTally(Certainty.HIGH, 60, 55)], "You are about as sure as you are right."),
        (
            [LevelTally(Certainty.LOW, 60, 58)],
            "Not so sure: 97 % right, where under 67 % fits: underconfident.",
        ),
        (
            [LevelTally(Certainty.MIDDLE, 60, 20), LevelTally(Certainty.HIGH, 60, 45)],
            "Fairly sure: 33 % right, where 67 to 80 % fits: overconfident.",
        ),
        # 2 of 3, likely 21 to 94 %, and 45 of 60, likely 63 to 84 %: both reach into "over 80 %"
        ([LevelTally(Certainty.HIGH, 3, 2), LevelTally(Certainty.LOW, 8, 4)], "It is not clear yet"),
        ([LevelTally(Certainty.HIGH, 60, 45)], "It is not clear yet"),
    ],
)
def test_sureness_is_judged_in_words(qapp: QApplication, levels: list[LevelTally], words: str) -> None:
    assert qapp is not None
    told = calibration(levels)
    assert told is not None
    assert words in ProgressWords().calibrated(told)


@pytest.mark.parametrize(
    ("right", "of", "words"),
    [
        (0, 0, "never said"),
        (2, 2, "too few answers to tell"),
        (2, 3, "not clear yet"),
        (45, 60, "not clear yet"),
        (3, 3, "about as it should be"),
        (50, 79, "overconfident"),
    ],
)
def test_a_level_is_blamed_only_where_its_interval_leaves_its_range(
    qapp: QApplication, right: int, of: int, words: str
) -> None:
    assert qapp is not None
    assert ProgressWords().judged(LevelResult(LevelTally(Certainty.HIGH, of, right))) == words


def test_a_point_is_said_with_its_doubt(qapp: QApplication) -> None:
    assert qapp is not None
    said = ProgressWords().point(Point(NOON, Share(6, 12, 0.5)), is_daily=True)
    assert said == "Sunday, 22 November 2026\n6 of 12 right: 50 %, likely 25–75 %"


def test_rows_of_a_table_are_as_high_as_their_words(qtbot: QtBot, appearance: Appearance) -> None:
    appearance.set_scale(2.0)
    view = TableView("Table")
    qtbot.addWidget(view)
    named = "Saturday, 31 October 2026, 08:01"
    for width in range(520, 680, 4):
        view.resize(width, 300)
        view.show_table(FigureTable(("When", "Right"), ((named, "7 / 14"), ("Today", "1 / 2"))))
        view.show()
        settle()
        room = QRect(0, 0, view.columnWidth(0) - 22, 0)
        words = view.fontMetrics().boundingRect(room, int(Qt.TextFlag.TextWordWrap), named)
        assert view.rowHeight(0) >= words.height()
