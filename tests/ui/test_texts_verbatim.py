"""Whatever stands in a bank stands on every page letter by letter, and nothing in it is ever carried out."""

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QRadioButton,
    QTextBrowser,
    QWidget,
)
from pytestqt.qtbot import QtBot

from quizapp.domain.attempt import Step
from quizapp.domain.question import Side
from quizapp.domain.selection import Selection
from quizapp.domain.session import Session
from quizapp.ui.dialogs import AboutDialog
from quizapp.ui.learn.page import LearnPage
from quizapp.ui.library.page import LibraryPage
from quizapp.ui.question.highlight import HighlightedText, Mark
from quizapp.ui.question.rows import Fold
from quizapp.ui.settings.controller import SettingsController
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.widgets.buttons import Button
from quizapp.ui.widgets.dialogs import MessageDialog, NoteDialog
from quizapp.ui.widgets.reading import ReadingText
from tests.program import Program
from tests.ui.screen import clear_away, cut_off, settle, to_front, unplain

HOSTILE = (
    *("<b>bold</b>", "<img src='file://{pipe}'>", "<a href='https://example.invalid'>link</a>", "<!-- x"),
    *("&amp;", "&", "&&", "&File", "%s %1 %n %", "{count}", "{0}", "{}", "}{", "{title!r}", "[*]", "$x"),
    *(
        "\\n",
        "a\tb",
        "a\u00a0b",
        "a  b",
        "e\u0301\u0323",
        "👩\u200d🔧",
        "עברית",
        "مرحبا \u200f",
        "\u2067x\u2069",
    ),
    *("x" * 150, "](y)", "`z`", "'; DROP TABLE attempt; --"),
)
FILE = "a & b <b>{count}<b> %s.yaml"
SIDES = ("product", "service")


def nasty(mark: str, folder: Path) -> str:
    """All that is hostile, behind a mark by which the text is found again."""
    return f"¤{mark}¤ " + " ".join(HOSTILE).replace("{pipe}", str(folder / "pipe"))


class Hostile:
    """A bank in which every text is hostile.

    Attributes:
        texts: the texts by their marks.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.texts: dict[str, str] = {}
        os.mkfifo(folder / "pipe")  # whoever opened it would wait for ever
        self.path = folder / FILE
        content = {"bank": self._head(), "vocabulary": self._vocabulary(), "questions": self._questions()}
        self.path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")

    def _text(self, mark: str) -> str:
        self.texts[mark] = nasty(mark, self._folder)
        return self.texts[mark]

    def _head(self) -> dict[str, str]:
        texts = {name: self._text(name) for name in ("title", "author", "licence", "reviewed", "notice")}
        return {"id": "hostile", **texts}

    def _vocabulary(self) -> dict[str, object]:
        parts = ("name", "asks", "for_product", "for_service")
        return {
            "source": {name: self._text(f"source-{name}") for name in ("title", "author", "publisher")},
            "claims": {"A1": self._text("claim")},
            "cues": {
                cue: {part: self._text(f"{cue}-{part}") for part in parts} | {"claims": ["A1"]}
                for cue in ("runs", "owns")
            },
            "misconceptions": {
                name: {part: self._text(f"{name}-{part}") for part in ("name", "because")}
                for name in ("touch", "price", "label")
            },
        }

    def _questions(self) -> list[dict[str, object]]:
        twins = [self._verdict(f"twin-{side}", side) | {"pair": f"twin-{other}"} for side, other in _pairs()]
        cases = {f"case_for_{side}": self._text(f"case-{side}") for side in SIDES}
        arguable = self._verdict("arguable", "service") | cases | {"strength": "arguable"}
        owned = {"text": self._text("arguable-owned"), "for": "product", "quote": "&amp;", "cue": "owns"}
        arguable["reasons"] += [owned | {"why": self._text("arguable-owned-why")}]  # type: ignore[operator]
        return [*twins, arguable, self._choice()]

    def _verdict(self, name: str, side: str) -> dict[str, object]:
        return {
            "id": name,
            "scenario": self._text(name),
            "prompt": self._text(f"{name}-prompt"),
            "answer": side,
            "offer": self._text(f"{name}-offer"),
            "reasons": [
                {"text": self._text(f"{name}-fact"), "for": side, "cue": "runs", "quote": "&File"}
                | {"why": self._text(f"{name}-fact-why")},
                *(
                    {
                        "text": self._text(f"{name}-is-{each}"),
                        "cue": each,
                        "why": self._text(f"{name}-{each}"),
                    }
                    for each in ("touch", "price", "label")
                ),
            ],
            "why": self._text(f"{name}-why"),
            "flips": self._text(f"{name}-flips"),
            "claims": ["A1"],
            "topics": [self._text(f"topic-{name}")],
        }

    def _choice(self) -> dict[str, object]:
        options = [
            {"text": self._text(f"option-{n}"), "why": self._text(f"because-{n}")}
            | ({"correct": "yes"} if n == 1 else {})
            for n in range(4)
        ]
        return {"id": "choice", "prompt": self._text("choice"), "options": options, "claims": ["A1"]}


def _pairs() -> tuple[tuple[str, str], ...]:
    return ("product", "service"), ("service", "product")


def words(top: QWidget) -> list[str]:
    """Every visible text as Qt shows it, as the widget has it, and as it is read aloud."""
    settle()
    parts = [part for part in (top, *top.findChildren(QWidget)) if part.isVisibleTo(top)]
    told = [said for part in parts for said in (part.accessibleName(), part.accessibleDescription())]
    for part in parts:
        if isinstance(part, QLabel):
            told += [part.text(), QLabel.text(part).replace("\u200b", "")]  # long words may break anywhere
        if isinstance(part, QTextBrowser):
            told.append(part.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n"))
        if isinstance(part, QComboBox):
            told += [part.itemText(index) for index in range(part.count())]
        if isinstance(part, QAbstractButton):
            told.append(QAccessible.queryAccessibleInterface(part).text(QAccessible.Text.Name))
    return told


@pytest.fixture
def hostile(tmp_path: Path) -> Hostile:
    return Hostile(tmp_path)


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, tmp_path: Path, hostile: Hostile) -> Iterator[Program]:
    program = Program(qapp, tmp_path / "data", [hostile.path])
    to_front(qtbot, program.window)
    qtbot.waitUntil(lambda: program.quiz.bank is not None and program.quiz.bank.id == "hostile")
    qtbot.waitUntil(lambda: not program.navigation.banks.loading.is_busy)
    yield program
    program.close()


def check(hostile: Hostile, top: QWidget | str, *marks: str) -> None:
    """See that the texts of these marks are there, and that each that is there is there as a whole."""
    told = [top] if isinstance(top, str) else words(top)
    missing = {mark for mark in marks if not any(hostile.texts[mark] in each for each in told)}
    assert missing == set()
    for mark, text in hostile.texts.items():
        assert [each for each in told if f"¤{mark}¤" in each and text not in each] == []
    if isinstance(top, QWidget):
        assert unplain(top) == []


PAGES = {
    "today": ["title"],
    "learn": [
        *("claim", "source-title", "source-author", "source-publisher", "label-name", "label-because"),
        *("runs-name", "runs-asks", "runs-for_product", "runs-for_service", "owns-name", "twin-product"),
    ],
    "practice": ["title", "topic-twin-product", "topic-twin-service", "topic-arguable"],
    "banks": ["title", "author", "licence", "reviewed", "notice", "topic-arguable"],
    "settings": ["title"],
}


@pytest.mark.parametrize("name", PAGES)
def test_on_the_pages_of_the_sidebar(program: Program, hostile: Hostile, name: str) -> None:
    program.window.entry_requested.emit(name)
    while isinstance(page := program.window.page, LearnPage) and page._timer.isActive():
        settle()
    for button in program.window.findChildren(Button):
        if button.text() == "About this bank" and button.isVisible():
            button.click()
    check(hostile, program.window, *PAGES[name])
    if name == "banks":
        assert any(FILE in each for each in words(program.window))


def test_in_the_library(program: Program, hostile: Hostile) -> None:
    program.window.entry_requested.emit("library")
    page = program.window.page
    assert isinstance(page, LibraryPage)
    line = page.questions.findChildren(QLineEdit)[0]
    for name in ("twin-product", "arguable", "choice"):
        line.setText(f"¤{name}¤")
        line.textEdited.emit(line.text())
        told = [mark for mark in EXPLAINED[name] if not mark.startswith("source")]
        topics = [f"topic-{name}"] if name != "choice" else []
        check(hostile, program.window, "title", *told, *topics)
        assert cut_off(program.window) == []
    page.questions.note_requested.emit(page.questions._shown)
    [note] = [each for each in program.window.findChildren(NoteDialog) if each.isVisible()]
    check(hostile, note, "title")
    typed = " ".join(HOSTILE).replace("\u00a0", " ")  # Qt's editor gives no other blank
    note.editor.setPlainText(typed)
    note.save.click()
    clear_away()
    page.show_panel(page.notes)
    check(hostile, program.window, "choice", "title")
    assert any(typed in each for each in words(program.window))
    assert cut_off(program.window) == []


EXPLAINED = {
    "choice": [
        *("choice", "option-0", "option-1", "option-2", "option-3", "claim", "source-title"),
        *("because-0", "because-1", "because-2", "because-3"),
    ],
    "arguable": [
        *("arguable", "arguable-why", "case-product", "case-service", "claim"),
        *("arguable-fact", "arguable-owned", "arguable-is-touch", "arguable-touch"),
    ],
    **{
        twin: [
            *(twin, f"{twin}-why", f"{twin}-flips", f"{twin}-fact", f"{twin}-is-touch", f"{twin}-touch"),
            *(f"{twin}-is-price", f"{twin}-price", "claim"),
        ]
        for twin in ("twin-product", "twin-service")
    },
}


def now(program: Program) -> Session:
    session = program.navigation.sessions._session
    assert session is not None
    return session


def open_folds(program: Program) -> None:
    """Show what an explanation folds away."""
    for fold in program.window.findChildren(Fold):
        if fold.isVisible() and not fold.isChecked():
            fold.click()


def check_step(program: Program, hostile: Hostile) -> None:
    """See that the step in front, and what is copied there, show what they have to show."""
    session = now(program)
    name = session.current.question.id
    prompts = [f"{name}-prompt"] if f"{name}-prompt" in hostile.texts else []
    shown = [name, *(prompts if session.step is Step.ANSWER else [])]
    copied = [name, *(prompts if session.step is not Step.EXPLANATION else [])]
    facts = [f"{name}-fact"] if f"{name}-fact" in hostile.texts else []
    told = {Step.EXPLANATION: EXPLAINED[name], Step.REASON: facts, Step.ANSWER: []}[session.step]
    open_folds(program)
    check(hostile, program.window, *shown, *told)
    program.navigation.sessions.page.copy_requested.emit()
    check(hostile, QGuiApplication.clipboard().text(), "title", *copied, *told)


def test_in_a_session_its_summary_and_when_looking_back(program: Program, hostile: Hostile) -> None:
    controller = program.navigation.sessions
    controller.start(Selection(4711, 4))
    while not now(program).is_finished:
        check_step(program, hostile)
        match now(program).step:
            case Step.ANSWER:
                controller.page.answer_requested.emit("service" if now(program).current.reasons else "0")
            case Step.REASON:
                controller.page.reason_requested.emit(now(program).current.reasons[0].id)
            case _:
                controller.page.next_requested.emit()
    check(hostile, program.window, *EXPLAINED, "topic-arguable", "runs-name")
    controller.summary.explanation_requested.emit(0)
    check(hostile, program.window, now(program).asked[0].question.id)


def test_in_a_paper_its_result_and_when_looking_back(program: Program, hostile: Hostile) -> None:
    title, note = "<b>{count}</b> &File %s", "<img src='x'> {0} && & %1"
    preset = {"id": "x", "title": title, "note": note, "minutes": 5, "banks": ["hostile"]}
    preset["blueprint"] = [{"questions": 2, "kind": "scenario"}, {"questions": 1}]
    own = program.quiz.papers.own_presets
    own.write_text(json.dumps({"papers": [preset, {"id": "<b>&File"}]}), encoding="utf-8")
    papers = program.navigation.papers
    program.window.entry_requested.emit("papers")
    papers.page.preset_requested.emit(len(program.quiz.papers.presets().presets) - 1)
    for words_there in (title, note, str(own)):
        assert any(words_there in each for each in words(program.window))
    papers.page.start_requested.emit(False)
    for position in range(3):
        papers.exam.question_requested.emit(position)
        asked = program.quiz.running_papers()[0].current
        name = asked.question.id
        check(
            hostile, program.window, *([name, "option-0"] if name == "choice" else [name, f"{name}-prompt"])
        )
        if position:
            papers.exam.answer_requested.emit(asked.offered[-1])
    program.navigation.show_today()
    assert any(title in each for each in words(program.window))
    paper_id = program.quiz.running_papers()[0].start.id
    papers.resume(paper_id)
    QTimer.singleShot(0, agree)
    papers.exam.hand_in_requested.emit()
    check(hostile, program.window)
    for position in range(3):
        papers.result.explanation_requested.emit(position)
        check(
            hostile,
            program.window,
            program.quiz.papers.past_paper(paper_id).session.asked[position].ref.question_id,
        )
    program.window.entry_requested.emit("papers")
    assert any(title in each for each in words(program.window))


def agree() -> None:
    """Press the button of the question in front that does what is asked about."""
    box = QApplication.activeModalWidget()
    assert isinstance(box, MessageDialog)
    next(each for each in box.findChildren(QAbstractButton) if each.text() == "Hand in").click()


def settings_of(program: Program) -> SettingsController:
    settings = program.navigation.controller("settings")
    assert isinstance(settings, SettingsController)
    return settings


def test_in_the_windows_over_the_main_one(program: Program, hostile: Hostile) -> None:
    program.window.menus.about_requested.emit()
    about = program.window.findChild(AboutDialog)
    assert isinstance(about, AboutDialog)
    check(hostile, about, "notice")
    about.accept()
    program.navigation.sessions.start(Selection(4711, 4))
    program.navigation.sessions.page.note_requested.emit()
    note = program.window.findChild(NoteDialog)
    assert isinstance(note, NoteDialog)
    check(hostile, note, "title")
    typed = hostile.texts["notice"].replace("\u00a0", " ")  # Qt's editor gives no other blank
    note.editor.setPlainText(typed)
    note.findChildren(QRadioButton)[-1].click()  # what is wrong with a question is copied, no other note
    note.save.click()
    clear_away()
    settings_of(program).page.data.notes_copy_requested.emit()
    copied = QGuiApplication.clipboard().text()
    assert typed in copied
    assert hostile.texts["title"] in copied


def test_in_questions_and_trouble_that_are_told(program: Program, hostile: Hostile) -> None:
    said: list[str] = []
    unsound: list[str] = []

    def leave() -> None:
        for box in program.window.findChildren(MessageDialog):
            said.append("\n".join([box.text(), *words(box)]))
            unsound.extend(unplain(box))
            box.reject()

    QTimer.singleShot(0, leave)
    settings_of(program).page.data.reset_requested.emit("hostile")
    program.navigation.errors.show(hostile.texts["notice"])
    leave()
    assert len(said) >= 2
    assert unsound == []
    check(hostile, "\n".join(said), "title", "notice")


def test_in_the_notice_of_what_was_opened(program: Program, hostile: Hostile) -> None:
    program.navigation.banks.use("hostile")
    program.navigation.banks.use("product-or-service")
    program.navigation.banks.close("hostile")
    program.window.entry_requested.emit("banks")
    check(hostile, program.window, "title")
    program.navigation.today.note(hostile.texts["title"])
    program.window.entry_requested.emit("today")
    check(hostile, program.window, "title")


@pytest.mark.parametrize("text", [*HOSTILE, "\n".join(HOSTILE)])
def test_in_documents_with_and_without_marks(qtbot: QtBot, appearance: Appearance, text: str) -> None:
    marked = HighlightedText(appearance, "scenario", "Scenario")
    plain = ReadingText("scenario", "Scenario")
    for document in (plain, marked):
        qtbot.addWidget(document)
        document.setText(text)
        document.resize(400, document.heightForWidth(400))
        document.show()
    marked.show_marks([Mark(0, len(text), Side.PRODUCT)])
    for document in (plain, marked):
        assert any(text in each for each in words(document))
        document.selectAll()
        document.copy()
        assert QGuiApplication.clipboard().text().replace("\u00a0", " ") == text.replace("\u00a0", " ")
