"""Learn: definitions, cues with their scenarios, misconceptions, and the way between them by keyboard."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from quizapp import paths
from quizapp.domain.bank import Bank, Definition, Misconception, Vocabulary
from quizapp.domain.lessons import lessons
from quizapp.domain.question import Side
from quizapp.storage.banks import reader
from quizapp.ui.learn.page import CueCard, LearnPage, LearnView, SectionHeading
from quizapp.ui.question.highlight import HighlightedText
from quizapp.ui.style import theme
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.widgets.buttons import Button
from quizapp.ui.widgets.reading import ReadingText
from tests.domain.examples import arguable, bank, verdict
from tests.ui.screen import cut_off, nameless, press, seen, settle, texts, to_front, unplain
from tests.ui.sessions import TOLD

DEFINITIONS = (
    Definition(Side.PRODUCT, "a <b>thing</b>", "The letter", "Cut short."),
    Definition(Side.PRODUCT, "A whole thing.", "The book", exams=("itil4", "v5")),
    Definition(Side.SERVICE, "a deed", "The letter"),
)
MANY = replace(
    TOLD,
    definitions=DEFINITIONS,
    claims={"A1": "It can be hard.", "A2": "Nothing is clear.", "A5": "Names differ."},
    cues={name: replace(cue, asks=f"Who {name}?", claims=("A5", "A9")) for name, cue in TOLD.cues.items()}
    | {"owns": replace(TOLD.cues["owns"], origin="elsewhere.")},
    misconceptions={"label": Misconception("label", "Its label", "Anyone can stick one on.", ("A5",))},
)
SECTIONS = ["Definitions", "What decides it", "What only seems to decide", "How ITIL sees it"]


def view_of(of: Bank, met: str = "", exam: str = "") -> LearnView:
    return LearnView(of.vocabulary, lessons(of, frozenset(met.split())), exam)


SMALL = view_of(bank(verdict(name="clear"), arguable(), vocabulary=MANY), met="clear")


@pytest.fixture(scope="module")
def shipped() -> LearnView:
    folder = paths.questions_dir()
    vocabulary = reader.read_vocabulary(folder / "vocabulary.yaml").vocabulary
    found = reader.read(folder / "product-or-service.yaml", vocabulary=vocabulary).bank
    assert found is not None
    return view_of(found)


@pytest.fixture
def page(qtbot: QtBot, appearance: Appearance) -> LearnPage:
    page = LearnPage(appearance)
    qtbot.addWidget(page)
    page.resize(900, 700)
    to_front(qtbot, page)
    return page


def show(qtbot: QtBot, page: LearnPage, view: LearnView) -> str:
    """Show a view, and wait until all of it is there."""
    page.show_lesson(view)
    wait(qtbot, page)
    return seen(page)


def wait(qtbot: QtBot, page: LearnPage) -> None:
    """Wait until all that is to be read is there."""
    timer = page.findChild(QTimer, options=Qt.FindChildOption.FindDirectChildrenOnly)
    assert isinstance(timer, QTimer)
    qtbot.waitUntil(lambda: not timer.isActive())


def test_before_a_bank_is_open_the_page_says_so(page: LearnPage) -> None:
    assert "No bank is open." in seen(page)
    page.take_focus()
    assert page.findChildren(SectionHeading) == []


def test_wordings_are_quoted_and_labelled(qtbot: QtBot, page: LearnPage) -> None:
    words = show(qtbot, page, SMALL)
    for part in ("The letter", "“a <b>thing</b>”", "Cut short.", "The book", "“A whole thing.”", "“a deed”"):
        assert part in words
    assert "your exam" not in words


def test_the_wording_of_the_persons_exam_comes_first(qtbot: QtBot, page: LearnPage) -> None:
    words = show(qtbot, page, replace(SMALL, exam="v5"))
    assert words.index("“A whole thing.”") < words.index("“a <b>thing</b>”")
    assert "The book – your exam\n“A whole thing.”" in words
    assert "The letter\n“a <b>thing</b>”" in words


def test_a_cue_has_both_its_sides_and_a_scenario_for_each(qtbot: QtBot, page: LearnPage) -> None:
    words = show(qtbot, page, SMALL)
    for part in ("Cue runs", "Who runs?", "for product", "for service", "A supplier runs it."):
        assert part in words
    assert "You have answered this one." in words
    assert "This one is in the bank. It is arguable" in words
    assert "No scenario in this bank." in words
    assert "Where it comes from: elsewhere." in words


def test_claims_are_credited_once_a_block(qtbot: QtBot, page: LearnPage) -> None:
    show(qtbot, page, SMALL)
    shown = texts(page)
    blocks = len(MANY.cues) - 1 + 1 + 1  # of cues but one, of the misconceptions, of the last word
    assert sum("The article argues" in text for text in shown) == blocks
    assert sum("in our words" in text for text in shown) == blocks


def test_misconceptions_have_their_because(qtbot: QtBot, page: LearnPage) -> None:
    words = show(qtbot, page, SMALL)
    assert "Its label" in words
    assert "Anyone can stick one on." in words


def test_that_itil_builds_services_on_products_is_said_once(qtbot: QtBot, page: LearnPage) -> None:
    words = show(qtbot, page, SMALL)
    shown = [text for text in texts(page) if "services are built on products" in text]
    assert len(shown) == 1
    assert "a teaching device of this quiz" in " ".join(texts(page))
    assert "Nothing is clear." in words


def test_a_vocabulary_of_another_distinction_has_only_what_it_brings(qtbot: QtBot, page: LearnPage) -> None:
    bare = Vocabulary(
        {name: replace(cue, claims=("A1",)) for name, cue in MANY.cues.items()}, claims=MANY.claims
    )
    words = show(qtbot, page, view_of(bank(vocabulary=bare)))
    assert [heading.text() for heading in page.findChildren(SectionHeading)] == ["What decides it"]
    assert "ITIL" not in words
    assert "In our words" in words
    assert "Practise" not in words


def test_a_side_without_a_definition_says_so(qtbot: QtBot, page: LearnPage) -> None:
    half = replace(MANY, definitions=DEFINITIONS[:1])
    assert "No definition is given." in show(qtbot, page, replace(SMALL, vocabulary=half))


@pytest.mark.parametrize("steps", range(4))
def test_the_contents_lead_to_every_section(
    qtbot: QtBot, page: LearnPage, shipped: LearnView, steps: int
) -> None:
    page.show_lesson(shipped)
    page.take_focus()
    press(page, Qt.Key.Key_Tab)
    for _ in range(steps):
        press(page, Qt.Key.Key_Right)
    press(page, Qt.Key.Key_Return)
    wait(qtbot, page)
    heading = page.window().focusWidget()
    assert isinstance(heading, SectionHeading)
    assert heading.text() == SECTIONS[steps]
    assert at_the_top(page, heading)


def at_the_top(page: LearnPage, heading: SectionHeading) -> bool:
    """Whether a heading stands at the top of a page, or as high as its end lets it."""
    bar, y = page.verticalScrollBar(), heading.mapTo(page.viewport(), QPoint()).y()
    return y == 12 or (bar.value() == bar.maximum() and 12 < y < page.height())


def test_after_a_jump_tab_goes_on_from_there(qtbot: QtBot, page: LearnPage) -> None:
    show(qtbot, page, SMALL)
    page.take_focus()
    press(page, Qt.Key.Key_Tab)
    press(page, Qt.Key.Key_Right)
    press(page, Qt.Key.Key_Space)
    read = []
    press(page, Qt.Key.Key_Tab)
    assert page.window().focusWidget() is page.findChildren(CueCard)[0].name
    practised = next(card for card in page.findChildren(CueCard) if card.findChildren(Button))
    while page.window().focusWidget() is not practised.name:
        press(page, Qt.Key.Key_Down)
    press(page, Qt.Key.Key_Tab)
    while isinstance(document := page.window().focusWidget(), ReadingText):
        read.append(document.text())
        press(page, Qt.Key.Key_Tab)
    assert ["for product" in read[0], "for service" in read[1]] == [True, True]
    with qtbot.waitSignal(page.practise_cue_requested) as request:
        press(page, Qt.Key.Key_Return)
    assert request.args == ["runs"]


def stops(page: LearnPage) -> list[str]:
    """The names of all that Tab goes to."""
    page.take_focus()
    names: list[str] = []
    press(page, Qt.Key.Key_Tab)
    first = page.window().focusWidget()
    while not names or page.window().focusWidget() is not first:
        names.append(page.window().focusWidget().accessibleName())
        press(page, Qt.Key.Key_Tab)
    return names


def test_tab_goes_to_one_cue_and_arrows_lead_to_the_others(
    qtbot: QtBot, page: LearnPage, shipped: LearnView
) -> None:
    show(qtbot, page, shipped)
    first, *_, last = page.findChildren(CueCard)
    names = stops(page)
    assert len(names) <= 15
    assert first.name.text() in names
    assert last.name.text() not in names
    first.name.setFocus()
    for key, card in ((Qt.Key.Key_End, last), (Qt.Key.Key_Home, first), (Qt.Key.Key_Up, first)):
        press(page, key)
        assert page.window().focusWidget() is card.name
        assert page.viewport().rect().contains(card.name.mapTo(page.viewport(), QPoint()))
    press(page, Qt.Key.Key_Down)
    assert page.window().focusWidget().accessibleDescription() == "2 of 8, arrows lead to the others"
    press(page, Qt.Key.Key_Tab)
    second = page.findChildren(CueCard)[1]
    assert second.isAncestorOf(page.window().focusWidget())
    last.findChildren(ReadingText)[0].setFocus(Qt.FocusReason.MouseFocusReason)  # a click goes there as well
    assert last.name.text() in stops(page)


def test_the_words_that_decide_an_example_are_marked(
    qtbot: QtBot, page: LearnPage, shipped: LearnView
) -> None:
    show(qtbot, page, shipped)
    marked = [
        [each.text()[mark.start : mark.end] for mark in each.marks]
        for each in page.findChildren(HighlightedText)
    ]
    expected = [
        [quote for fact in lesson.examples[side].reasons for quote in fact.quotes]
        if side in lesson.examples
        else []
        for lesson in shipped.lessons
        for side in Side
    ]
    assert marked == expected
    assert any(marked)


def test_what_is_read_can_be_copied_and_is_named(qtbot: QtBot, page: LearnPage) -> None:
    show(qtbot, page, SMALL)
    for document in page.findChildren(ReadingText):
        document.setFocus()
        QTest.keySequence(document, "Ctrl+A")
        QTest.keySequence(document, "Ctrl+C")
        assert QGuiApplication.clipboard().text() == document.text()
        assert document.accessibleName()


def test_page_down_scrolls_the_page_while_a_document_has_the_focus(qtbot: QtBot, page: LearnPage) -> None:
    show(qtbot, page, SMALL)
    document = page.findChildren(ReadingText)[0]
    document.setFocus()
    press(page, Qt.Key.Key_PageDown)
    assert page.verticalScrollBar().value() > 100
    assert page.window().focusWidget() is document


def test_the_page_follows_the_place_that_arrows_reach_in_a_document(
    qtbot: QtBot, page: LearnPage, shipped: LearnView
) -> None:
    show(qtbot, page, shipped)
    page.resize(900, 300)
    document = page.findChildren(ReadingText)[0]
    document.setFocus()
    QTest.keySequence(document, "Ctrl+End")
    end = document.viewport().mapTo(page.viewport(), document.cursorRect().bottomLeft())
    assert page.viewport().rect().contains(end)


def test_each_button_names_the_cue_it_practises(qtbot: QtBot, page: LearnPage) -> None:
    show(qtbot, page, SMALL)
    names = [button.accessibleName() for button in page.findChildren(Button)]
    assert names == [
        *SECTIONS,
        "Practise it: Cue runs",
        "Practise it: Cue owns",
    ]


def test_the_same_view_again_keeps_the_place(qtbot: QtBot, page: LearnPage) -> None:
    show(qtbot, page, SMALL)
    page.verticalScrollBar().setValue(300)
    page.show_lesson(replace(SMALL))
    assert page.verticalScrollBar().value() == 300
    show(qtbot, page, replace(SMALL, exam="v5"))
    assert page.verticalScrollBar().value() == 300
    show(qtbot, page, replace(SMALL, vocabulary=replace(SMALL.vocabulary, misconceptions={})))
    assert page.verticalScrollBar().value() == 0


def test_what_a_screen_holds_is_there_at_once(qtbot: QtBot, page: LearnPage, shipped: LearnView) -> None:
    page.show_lesson(shipped)
    shown = [heading.text() for heading in page.findChildren(SectionHeading)]
    assert shown == SECTIONS[:2]
    assert len(page.findChildren(CueCard)) == 1
    settle()
    qtbot.waitUntil(lambda: len(page.findChildren(CueCard)) == len(shipped.lessons))


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
@pytest.mark.parametrize(
    ("name", "width", "height", "scale"),
    [
        ("light", 820, 540, 1.0),
        ("dark", 900, 660, 1.0),
        ("contrast", 1720, 1020, 1.0),
        ("light", 640, 540, 2.0),
    ],
)
def test_no_word_is_cut_off(
    qtbot: QtBot,
    page: LearnPage,
    appearance: Appearance,
    shipped: LearnView,
    name: str,
    width: int,
    height: int,
    scale: float,
    direction: Qt.LayoutDirection,
) -> None:
    show(qtbot, page, shipped)
    appearance.set_theme(theme.THEMES[name])
    appearance.set_scale(scale)
    page.setLayoutDirection(direction)
    page.resize(width, height)
    settle()
    assert cut_off(page) == []
    assert unplain(page) == []
    assert nameless(page) == []


def test_other_terms_are_listed_by_the_alphabet_with_whose_words_they_are(
    qtbot: QtBot, page: LearnPage
) -> None:
    terms = (
        Definition("warranty", "Fit for use.", "The book", "Not a guarantee."),
        Definition("utility", "Fit for purpose.", "The letter"),
        Definition("utility", "What it does.", "The book", exams=("v5",)),
    )
    page.show_lesson(replace(SMALL, terms=terms, exam="v5"))
    qtbot.waitUntil(lambda: "Fit for use." in seen(page))
    [words] = [each for each in page.findChildren(ReadingText) if each.accessibleName() == "Terms"]
    assert words.toPlainText().splitlines() == [
        *("Utility", "What it does.", "The book", "Fit for purpose.", "The letter"),
        *("Warranty", "Fit for use.", "The book. Not a guarantee."),
    ]
