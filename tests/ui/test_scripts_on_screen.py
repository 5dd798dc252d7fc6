"""Other scripts: boxes are announced, sentences keep their order, letters stored in two ways are one."""

import unicodedata
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from PySide6.QtCore import QDate
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout
from pytestqt.qtbot import QtBot

from quizapp.domain.bank import Source, Vocabulary
from quizapp.domain.cue_score import CueScore
from quizapp.domain.merging import Changes
from quizapp.domain.problem import Reading
from quizapp.domain.round_plan import RoundPlan
from quizapp.domain.scoring import OutcomeKind
from quizapp.domain.session import refer
from quizapp.ui.banks.notices import BankNotices
from quizapp.ui.banks.page import BankCard, BanksPage
from quizapp.ui.banks.views import BankView
from quizapp.ui.practice.page import PracticeWords
from quizapp.ui.rounds.check_page import CheckPage
from quizapp.ui.rounds.plan_page import PlanPage
from quizapp.ui.rounds.plan_questions import PlanQuestions
from quizapp.ui.rounds.views import CheckView, PlanView
from quizapp.ui.style import scripts
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.today.stopped import StoppedView, StoppedWords
from quizapp.ui.wording import Wording, credit, prompt_of, shown_topic
from tests.domain.examples import bank, choice, verdict
from tests.ui.screen import seen, settle, to_front

ARABIC = "سحابة"
THERE = f"\u2068{ARABIC}\u2069"
HERE = replace(bank(verdict(), choice()), title=ARABIC)
HINDI = bank(replace(verdict(name="hi"), scenario="यह"), verdict(name="en"))
BOXES = "the letters of Devanagari: boxes stand for them"
DAY = QDate(2026, 11, 28)
SCORE = CueScore("c", ARABIC, 2, 7, 0.1, 0.6)
OPTIONS = replace(choice(), options=tuple(replace(each, text=ARABIC) for each in choice().options))
SOURCED = Vocabulary({}, source=Source(ARABIC, "Author", "Publisher"))
SENTENCES: dict[str, Callable[[], str]] = {
    "bank opened": lambda: BankNotices().opened(HERE, stands_in=False),
    "bank mended": lambda: BankNotices().mended(HERE),
    "bank used": lambda: BankNotices().used(HERE),
    "bank closed": lambda: BankNotices().closed(HERE),
    "file of a vocabulary": lambda: BankNotices().vocabulary(Path(ARABIC)),
    "file changed": lambda: BankNotices().refreshed(Path(ARABIC), Changes(1, 0, 0, 0), Reading("", HERE)),
    "offer": lambda: prompt_of(replace(verdict(), offer=ARABIC)),
    "option said": lambda: Wording().in_a_list(OPTIONS, "1", OutcomeKind.NOT_THIS),
    "source": lambda: credit(SOURCED).replace("“", "").replace("”", ""),
    "topic": lambda: shown_topic(ARABIC),
    "session stopped": lambda: StoppedWords().heading(StoppedView("s", ARABIC, ARABIC, 7, 20, DAY)),
    "kind of reason": lambda: PracticeWords().cue(SCORE),
}


@pytest.fixture
def no_fonts(monkeypatch: pytest.MonkeyPatch) -> None:
    """A computer with fonts for Latin, Greek and Cyrillic letters alone."""
    monkeypatch.setattr(scripts, "_can_show", lambda letter: letter < "\u0530")


@pytest.mark.usefixtures("qapp")  # fonts are looked up
@pytest.mark.parametrize("name", SENTENCES)
def test_what_runs_the_other_way_cannot_turn_the_sentence_around_it(name: str) -> None:
    assert THERE in SENTENCES[name]()


@pytest.mark.usefixtures("no_fonts")
def test_boxes_are_announced_where_a_bank_is_open(qtbot: QtBot) -> None:
    page = BanksPage()
    qtbot.addWidget(page)
    card = BankCard(page)
    qtbot.addWidget(card)
    card.show_bank(BankView(HINDI, Path("hi.yaml"), is_used=True, is_shipped=False))
    card.show()
    assert BOXES in seen(card)
    card.show_bank(BankView(bank(verdict()), Path("en.yaml"), is_used=True, is_shipped=False))
    assert "boxes" not in seen(card)
    assert BOXES in BankNotices().opened(HINDI, stands_in=False)


@pytest.mark.usefixtures("no_fonts")
def test_boxes_are_announced_where_a_round_is_planned(qtbot: QtBot, appearance: Appearance) -> None:
    page = PlanPage(appearance)
    qtbot.addWidget(page)
    page.show_plan(PlanView(RoundPlan("p", "", ()), (HINDI,)))
    page.show()
    assert BOXES in seen(page)


@pytest.mark.usefixtures("no_fonts")
@pytest.mark.parametrize(("asked", "says_so"), [("hi", True), ("en", False)])
def test_boxes_are_announced_before_the_room_comes_in(qtbot: QtBot, asked: str, says_so: bool) -> None:  # noqa: FBT001
    page = CheckPage()
    qtbot.addWidget(page)
    plan = RoundPlan("p", "Class", (refer(HINDI, HINDI.question(asked)),))
    page.show_check(CheckView(plan, HINDI))
    page.show()
    assert (BOXES in seen(page)) is says_so


def test_a_search_finds_letters_however_they_are_stored(qtbot: QtBot, appearance: Appearance) -> None:
    told = ("Prüfung", unicodedata.normalize("NFD", "Prüfung"))
    stored = [replace(verdict(name=f"q{n}"), scenario=f"Eine {word}.") for n, word in enumerate(told)]
    questions = PlanQuestions(appearance, Random(1))
    qtbot.addWidget(questions)
    questions.show_bank(bank(*stored, verdict(name="other")), ())
    to_front(qtbot, questions)
    for word in told:
        settle()
        questions.search.show_text(word.upper())
        questions.search.changed.emit()
        assert "2 of 3" in seen(questions)


def test_letters_look_the_same_however_they_are_stored(appearance: Appearance) -> None:
    font = QFont(appearance.family)
    font.setPixelSize(16)
    for word in ("Prüfung", "tiếng Việt", "naïve", "Čeština", "Ängström"):
        apart = unicodedata.normalize("NFD", word)
        assert _glyphs(font, apart) == _glyphs(font, word)
        assert QFontMetricsF(font).horizontalAdvance(apart) == QFontMetricsF(font).horizontalAdvance(word)


def _glyphs(font: QFont, text: str) -> list[int]:
    layout = QTextLayout(text, font)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    return [glyph for run in layout.glyphRuns() for glyph in run.glyphIndexes()]
