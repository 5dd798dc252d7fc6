"""The explanation of a verdict: every case of the design's table on the panel, its folds, and its looks."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QTextBrowser
from pytestqt.qtbot import QtBot

from quizapp.domain.question import EITHER, Reason, Side, Verdict
from quizapp.ui.question.explanation import CaseBlock, VerdictScale
from quizapp.ui.question.rows import FactRow
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.style.theme import THEMES
from quizapp.ui.widgets.page import ScrollPage
from quizapp.ui.widgets.text import Text
from tests.ui.question.panels import (
    ARGUABLE,
    BILLED,
    BOTH,
    CLEAR,
    HEAVY,
    LEANING,
    OFFERED,
    OWNS,
    RED,
    RUNS,
    Shown,
    document,
    open_panel,
)
from tests.ui.screen import cut_off, nameless, overlapping, settle, texts, torn, unplain

P, S = Side.PRODUCT, Side.SERVICE
DECIDES = ("What decides it", f"{RUNS.text}\nThe whole case.")
WHY = ("Why Service fits", "The whole case.")
CHANGES = ("What would change it", "The turn.")
PICKED = "You picked the fact that decides; it speaks for Service."


def own(chosen: Reason, side: str, *before: str) -> tuple[str, str]:
    """The row of the reason chosen."""
    return (f"Your reason for {side}", "\n".join([chosen.text, *before, chosen.why]))


@pytest.fixture
def shown(qtbot: QtBot, appearance: Appearance) -> Shown:
    return open_panel(qtbot, appearance)


@pytest.mark.parametrize(
    ("verdict", "answer", "chosen", "offered", "headline", "rows"),
    [
        (CLEAR, S, RUNS, OFFERED, "Right, and for the right reason.", [own(RUNS, "Service"), WHY, CHANGES]),
        (
            *(CLEAR, S, HEAVY, OFFERED, "Right answer. Another fact decides it."),
            [own(HEAVY, "Service"), DECIDES, CHANGES],
        ),
        (CLEAR, S, None, OFFERED, "Right answer. This fact decides it.", [DECIDES, CHANGES]),
        (
            *(CLEAR, P, RUNS, OFFERED, "Not quite: Service fits better here."),
            [own(RUNS, "Product", PICKED), WHY, CHANGES],
        ),
        (
            *(LEANING, P, HEAVY, OFFERED, "Not quite: Service fits better here."),
            [own(HEAVY, "Product"), DECIDES, CHANGES],
        ),
        (CLEAR, P, None, OFFERED, "Not quite: Service fits better here.", [DECIDES, CHANGES]),
        (CLEAR, S, None, (), "Right.", [DECIDES, CHANGES]),
        (CLEAR, P, None, (), "Not quite: Service fits better here.", [DECIDES, CHANGES]),
    ],
)
def test_a_decided_verdict(
    shown: Shown,
    verdict: Verdict,
    answer: str,
    chosen: Reason | None,
    offered: tuple[Reason, ...],
    headline: str,
    rows: list[tuple[str, str]],
) -> None:
    shown.answer(verdict, answer, chosen, offered)
    assert (shown.headline, shown.rows) == (headline, rows)
    assert cases(shown) == []


@pytest.mark.parametrize(
    ("answer", "chosen", "offered", "headline"),
    [
        (P, OWNS, BOTH, "Both can be argued, and your reason supports Product."),
        (S, RUNS, BOTH, "Both can be argued, and your reason supports Service."),
        (P, RUNS, BOTH, "Both can be argued; your reason supports Service."),
        (S, HEAVY, BOTH, "Both can be argued; this fact supports neither."),
        (P, None, BOTH, "Both can be argued. Choose a fact to make the case."),
        (P, None, (), "Both can be argued."),
    ],
)
def test_an_arguable_verdict(
    shown: Shown, answer: Side, chosen: Reason | None, offered: tuple[Reason, ...], headline: str
) -> None:
    shown.answer(ARGUABLE, answer, chosen, offered)
    assert shown.headline == headline
    assert shown.rows == ([own(chosen, answer.value.title())] if chosen else [])
    assert cases(shown) == [
        (f"The case for {side.value.title()}" + (" (Your answer)" if side is answer else ""), text)
        for side, text in ((P, "They own it."), (S, "They run it."))
    ]
    assert texts(shown.panel).count("Both hold.") == 1


@pytest.mark.parametrize(
    ("verdict", "answer", "headline", "rows", "first"),
    [
        (ARGUABLE, EITHER, "Yes: either can be argued.", [], P),
        (ARGUABLE, P, "It can be argued either way.", [], P),
        (ARGUABLE, S, "It can be argued either way.", [], S),
        (CLEAR, EITHER, "Not quite: Service fits better here.", [DECIDES, CHANGES], None),
        (LEANING, EITHER, "Close: it leans to Service.", [DECIDES, CHANGES], None),
    ],
)
def test_three_answers(
    shown: Shown,
    verdict: Verdict,
    answer: str,
    headline: str,
    rows: list[tuple[str, str]],
    first: Side | None,
) -> None:
    shown.answer(verdict, answer, of_three=True)
    assert (shown.headline, shown.rows) == (headline, rows)
    found = [name for name, _ in cases(shown)]
    assert len(found) == (0 if first is None else 2)
    if first is not None:
        assert found[0].startswith(f"The case for {first.value.title()}")
        assert [name.endswith("(Your answer)") for name in found] == [answer == first, False]


def cases(shown: Shown) -> list[tuple[str, str]]:
    """Name and words of the cases, from the leading edge on."""
    blocks = [each for each in shown.panel.findChildren(CaseBlock) if not each.isHidden()]
    blocks.sort(key=lambda block: block.x())
    return [(block.accessibleName(), block.findChildren(QTextBrowser)[0].toPlainText()) for block in blocks]


def test_cases_change_places_and_back(shown: Shown) -> None:
    for answer in (S, P, S, EITHER):
        shown.answer(ARGUABLE, answer, of_three=True)
        expected = "Service" if answer is S else "Product"
        assert cases(shown)[0][0].startswith(f"The case for {expected}")


@pytest.mark.parametrize(
    ("verdict", "chosen", "offered", "dressed"),
    [
        (CLEAR, RUNS, OFFERED, [(RUNS.text, S)]),
        (CLEAR, HEAVY, OFFERED, [(HEAVY.text, None), (RUNS.text, S)]),
        (CLEAR, None, OFFERED, [(RUNS.text, S)]),
        (ARGUABLE, OWNS, BOTH, [(OWNS.text, P)]),
        (ARGUABLE, HEAVY, BOTH, [(HEAVY.text, None)]),
    ],
)
def test_facts_in_rows_are_dressed_as_their_words_in_the_scenario(
    shown: Shown,
    verdict: Verdict,
    chosen: Reason | None,
    offered: tuple[Reason, ...],
    dressed: list[tuple[str, Side | None]],
) -> None:
    shown.answer(verdict, P, chosen, offered)
    assert shown.dressed == dressed


def test_screen_readers_hear_the_outcome_and_the_answer_to_the_reason(shown: Shown) -> None:
    shown.answer(CLEAR, S, HEAVY, OFFERED)
    reason = f"Your reason: {HEAVY.text.removesuffix('.')}. {HEAVY.why}"
    assert shown.sentence == f"Right answer. Another fact decides it. {reason}"
    shown.answer(CLEAR, P, None, OFFERED)
    decides = f"What decides it: {RUNS.text.removesuffix('.')}. The whole case."
    assert shown.sentence == f"Not quite: Service fits better here. {decides}"
    shown.answer(ARGUABLE, EITHER, of_three=True)
    assert shown.sentence == "Yes: either can be argued."


def test_documents_are_filled_anew_and_never_made_anew(shown: Shown) -> None:
    shown.answer(CLEAR, S, HEAVY, OFFERED)
    before = {id(each) for each in shown.panel.findChildren(QTextBrowser)}
    shown.answer(ARGUABLE, P, OWNS, BOTH)
    shown.answer(CLEAR, P, None, ())
    assert {id(each) for each in shown.panel.findChildren(QTextBrowser)} == before


# -- folds ----------------------------------------------------------------------------------------

OTHERS = "\n".join(text for fact in (BILLED, RED) for text in (fact.text, fact.why))


def test_both_folds_are_closed_at_first_and_open_at_a_press(shown: Shown) -> None:
    shown.answer(CLEAR, S, HEAVY, OFFERED)
    closed = texts(shown.panel)
    assert OTHERS not in closed
    assert not any("It is complicated." in each for each in closed)
    shown.fold("The article").click()
    shown.fold("The other facts").click()
    told = texts(shown.panel)
    assert OTHERS in told
    [article] = [each for each in told if each.startswith("It is complicated.")]
    assert article.split("\n")[:2] == ["It is complicated.", "It goes on."]
    assert article.split("\n")[-1].endswith("in our words")
    shown.fold("The article").click()
    assert not any("It is complicated." in each for each in texts(shown.panel))


@pytest.mark.parametrize(("key", "name"), [(Qt.Key.Key_A, "The article"), (Qt.Key.Key_O, "The other facts")])
def test_each_has_a_key_that_opens_and_closes_it(qtbot: QtBot, shown: Shown, key: Qt.Key, name: str) -> None:
    shown.answer(CLEAR, S, RUNS, OFFERED)
    shown.panel.activateWindow()
    qtbot.waitUntil(shown.panel.isActiveWindow)
    fold = shown.fold(name)
    for is_open in (True, False):
        QTest.keyClick(shown.panel, key)
        assert fold.isChecked() is is_open
    assert fold.accessibleDescription() == f"Key: {'A' if key is Qt.Key.Key_A else 'O'}"


def test_what_was_open_is_open_at_the_next_question_too(shown: Shown) -> None:
    shown.answer(CLEAR, S, HEAVY, OFFERED)
    shown.fold("The other facts").click()
    bare = replace(CLEAR, reasons=(RUNS,), claims=())
    shown.answer(bare, S)
    assert shown.fold("The other facts").isHidden()
    assert shown.fold("The article").isHidden()
    shown.answer(ARGUABLE, P, OWNS, BOTH)
    told = texts(shown.panel)
    assert "\n".join(text for fact in (RUNS, HEAVY, RED) for text in (fact.text, fact.why)) in told
    assert not any("It is complicated." in each for each in told)


def test_more_of_the_article_is_one_press_away_and_goes_when_it_is_there(shown: Shown) -> None:
    def more() -> QAbstractButton:
        return next(
            each
            for each in shown.panel.findChildren(QAbstractButton)
            if each.accessibleName() == "More of the article"
        )

    shown.answer(CLEAR, S)
    shown.fold("The article").click()
    assert not more().isHidden()
    more().click()
    assert any("No answer is clear." in each for each in texts(shown.panel))
    assert more().isHidden()
    shown.answer(CLEAR, P)
    assert not any("No answer is clear." in each for each in texts(shown.panel))
    shown.answer(replace(CLEAR, claims=("A1", "A2")), P)
    assert more().isHidden()


def test_what_opens_below_the_edge_comes_into_view_with_its_button(
    qtbot: QtBot, appearance: Appearance
) -> None:
    shown = open_panel(qtbot, appearance)
    area = ScrollPage()
    qtbot.addWidget(area)
    area.column.addWidget(shown.panel)
    area.resize(1000, 260)
    area.show()
    shown.answer(CLEAR, S, RUNS, OFFERED)
    fold = shown.fold("The other facts")
    fold.click()
    settle()
    place = fold.mapTo(area, QPoint(0, 0)).y()
    others = next(each for each in shown.panel.findChildren(QTextBrowser) if RED.why in each.toPlainText())
    assert place >= 0
    assert others.mapTo(area, QPoint(0, 0)).y() < area.height() - 40


# -- looks ----------------------------------------------------------------------------------------


def test_the_scale_names_the_label_below_it(shown: Shown) -> None:
    [scale] = shown.panel.findChildren(VerdictScale)
    names = []
    for verdict in (CLEAR, LEANING, replace(LEANING, answer=P), ARGUABLE):
        shown.answer(verdict, S)
        names.append(scale.accessibleName())
    expected = ["Clearly Service", "Leans to Service", "Leans to Product", "Arguable"]
    assert names == [f"Verdict: {each}" for each in expected]


@pytest.mark.parametrize("scale", [1.0, 1.25])
def test_a_label_stands_level_with_the_first_line_beside_it(
    shown: Shown, appearance: Appearance, scale: float
) -> None:
    appearance.set_scale(scale)
    shown.answer(CLEAR, S, HEAVY, OFFERED)
    for row in shown.panel.findChildren(FactRow):
        label = row.findChildren(Text)[0]
        assert document(row).x() > label.x()
        line = document(row).document().firstBlock().layout().lineAt(0)
        top = (
            document(row).document().documentLayout().blockBoundingRect(document(row).document().firstBlock())
        )
        there = document(row).viewport().mapTo(row, QPoint(0, 0)).y() + top.y() + line.y() + line.ascent()
        ascent = QFontMetricsF(label.font()).ascent()
        assert label.mapTo(row, QPoint(0, 0)).y() + ascent == pytest.approx(there, abs=1.5)


@pytest.mark.parametrize(("width", "scale"), [(600, 1.0), (908, 2.0)])
def test_where_there_is_little_room_labels_stand_above_and_the_scale_below_the_sentence(
    qtbot: QtBot, appearance: Appearance, width: int, scale: float
) -> None:
    shown = open_panel(qtbot, appearance, width)
    appearance.set_scale(scale)
    shown.answer(CLEAR, S, HEAVY, OFFERED)
    settle()
    for row in shown.panel.findChildren(FactRow):
        label = row.findChildren(Text)[0]
        assert document(row).y() >= label.geometry().bottom()
        assert document(row).x() == label.x()
    if scale > 1:
        [drawn] = shown.panel.findChildren(VerdictScale)
        headline = next(each for each in shown.panel.findChildren(Text) if each.property("use") == "section")
        assert drawn.y() >= headline.geometry().bottom()


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("width", "scale"), [(908, 1.0), (928, 1.0), (500, 1.0), (1040, 2.0)])
@pytest.mark.parametrize("verdict", [CLEAR, ARGUABLE])
def test_nothing_is_cut_off_or_covered_with_both_folds_open(
    qtbot: QtBot, appearance: Appearance, theme: str, width: int, scale: float, verdict: Verdict
) -> None:
    appearance.set_theme(THEMES[theme])
    shown = open_panel(qtbot, appearance, width)
    appearance.set_scale(scale)
    shown.answer(verdict, S, HEAVY, OFFERED)
    for name in ("The article", "The other facts"):
        shown.fold(name).click()
    settle()
    shown.panel.resize(width, shown.panel.heightForWidth(width))
    settle()
    faults = (cut_off(shown.panel), overlapping(shown.panel), torn(shown.panel))
    assert faults == ([], [], [])
    assert (nameless(shown.panel), unplain(shown.panel)) == ([], [])
