"""The Library over a real store: what is found, reopened, noted and asked again."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from quizapp.domain.attempt import Step
from quizapp.domain.bank import Bank, Definition
from quizapp.domain.history import NoteKind
from quizapp.domain.library import State
from quizapp.domain.paper_preset import BlueprintRow, Preset
from quizapp.domain.question import Side
from quizapp.domain.selection import Selection
from quizapp.ui.dialogs import Dialogs
from quizapp.ui.library.controller import LibraryController, Review
from quizapp.ui.library.page import LibraryPage
from quizapp.ui.preferences import PreferencesFile
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.widgets.dialogs import NoteDialog
from tests.domain.examples import VOCABULARY, bank, choice, verdict
from tests.quiz_rig import QuizRig, go_through
from tests.ui.presented import Presented
from tests.ui.screen import clear_away, seen, to_front

ONE = replace(verdict(Side.PRODUCT, "one"), scenario="A baker buys an oven.", pair="two")
TWO = replace(verdict(Side.SERVICE, "two"), scenario="A baker rents an oven.", pair="one")
BANK = replace(
    bank(ONE, TWO, choice(2, name="c")),
    vocabulary=replace(VOCABULARY, definitions=(Definition("service", "Value.", "ITIL 4"),)),
)


class Person(Dialogs):
    """Somebody who confirms everything."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.heard = ""

    def confirm(self, title: str, sentence: str, verb: str, stay: str = "") -> bool:  # noqa: ARG002
        self.heard = sentence
        return True


class LibraryRig:
    """The Library with everything behind it, and a session of three questions answered."""

    def __init__(self, appearance: Appearance, folder: Path) -> None:
        self.quiz_rig = QuizRig(folder)
        self.quiz = self.quiz_rig.quiz
        self.quiz.use_bank(BANK)
        go_through(self.quiz, self.quiz.start(Selection(1, length=3)), frozenset({"one"}))
        self.page = LibraryPage(appearance)
        self.person, self.errors = Person(self.page), Presented()
        self.controller = LibraryController(
            self.quiz, PreferencesFile(folder), self.page, self.person, self.errors
        )
        self.controller.refresh()

    def shown(self) -> str:
        """The question that is told of."""
        panel = self.page.questions
        return str(panel.table.currentIndex().siblingAtColumn(0).data())

    def look_for(self, state: State) -> None:
        fields = self.page.questions._state
        fields.choose(state)
        fields.activated.emit(fields.currentIndex())

    def write(self, text: str) -> None:
        """Write into the note that is open, and save it."""
        [dialog] = [each for each in self.page.findChildren(NoteDialog) if each.isVisible()]
        dialog.editor.setPlainText(text)
        dialog.save.click()
        clear_away()


@pytest.fixture
def rig(qtbot: QtBot, appearance: Appearance, tmp_path: Path) -> Iterator[LibraryRig]:
    rig = LibraryRig(appearance, tmp_path)
    qtbot.addWidget(rig.page)
    to_front(qtbot, rig.page)
    yield rig
    rig.quiz_rig.store.close()
    rig.quiz.close()


def test_missed_flagged_and_noted_questions_are_found(rig: LibraryRig) -> None:
    assert rig.page.questions.count == "3 questions"
    rig.look_for(State.MISSED)
    assert rig.page.questions.count == "1 of 3 questions"
    assert rig.shown() == "A baker buys an oven."
    rig.look_for(State.FLAGGED)
    assert "No question fits." in seen(rig.page)
    rig.look_for(State.ANY)
    rig.page.questions._flag.click()
    rig.look_for(State.FLAGGED)
    assert rig.shown() == "A baker buys an oven."
    assert rig.quiz.flags("demo") == {"one"}
    rig.page.questions._flag.click()
    assert rig.quiz.flags("demo") == frozenset()


def test_its_twin_is_shown_whatever_was_looked_for(rig: LibraryRig) -> None:
    rig.look_for(State.MISSED)
    rig.page.questions._twin.click()
    assert rig.shown() == "A baker rents an oven."
    assert rig.page.questions.count == "3 questions"


def test_a_question_is_asked_alone(qtbot: QtBot, rig: LibraryRig) -> None:
    with qtbot.waitSignal(rig.controller.answer_requested) as heard:
        rig.page.questions._answer.click()
    session = rig.quiz.start_on(heard.args[0])
    assert [asked.question.id for asked in session.asked] == ["one"]
    assert session.step is Step.ANSWER
    assert rig.quiz.unfinished()[0].start == session.start


def test_a_note_is_written_changed_and_deleted(rig: LibraryRig) -> None:
    rig.page.questions._note.click()
    rig.write("Ask <b>who</b> owns it.")
    assert [(note.text, note.kind) for note in rig.quiz.notes()] == [
        ("Ask <b>who</b> owns it.", NoteKind.OWN)
    ]
    rig.page.show_panel(rig.page.notes)
    assert "A baker buys an oven." in seen(rig.page)
    rig.page.notes.table.opened.emit(0)
    rig.write("Who keeps it running?")
    assert [note.text for note in rig.quiz.notes()] == ["Who keeps it running?"]
    rig.page.notes._question.click()
    assert rig.page.panel is rig.page.questions
    assert "1 note on it." in seen(rig.page)
    rig.page.show_panel(rig.page.notes)
    rig.page.notes.table.delete_requested.emit(0)
    assert "Who keeps it running?" in rig.person.heard
    assert rig.quiz.notes() == ()


def test_taking_all_words_out_of_a_note_deletes_it(rig: LibraryRig) -> None:
    rig.quiz.add_note(rig.quiz_rig.kept()[0].question, "Gone soon", NoteKind.OWN)
    rig.controller.refresh()
    rig.page.notes.table.opened.emit(0)
    rig.write("")
    assert rig.quiz.notes() == ()


def test_a_past_session_is_looked_through(qtbot: QtBot, rig: LibraryRig) -> None:
    rig.page.show_panel(rig.page.sessions)
    words = seen(rig.page)
    assert "2 of 3 points, likely 21–94 %." in words
    with qtbot.waitSignal(rig.controller.review_requested) as heard:
        rig.page.sessions.table.opened.emit(0)
    review = heard.args[0]
    assert isinstance(review, Review)
    assert review.session.is_finished
    assert review.session.outcome(review.position) is not None


def test_what_changed_since_is_told_and_left_out(rig: LibraryRig) -> None:
    rig.page.show_panel(rig.page.sessions)
    reworded: Bank = replace(BANK, questions=(replace(ONE, scenario="Another oven."), *BANK.questions[1:]))
    rig.quiz.use_bank(reworded)
    rig.controller.refresh()
    assert "1 question is not open any more in the wording you answered." in seen(rig.page)
    rig.quiz.close_bank("demo")
    rig.controller.refresh()
    assert "None of its questions is open" in seen(rig.page)
    assert rig.errors.told == []


def test_the_glossary_is_that_of_the_open_banks(rig: LibraryRig) -> None:
    rig.page.show_panel(rig.page.words)
    assert "Value." in seen(rig.page)
    rig.quiz.close_bank("demo")
    rig.controller.refresh()
    assert "No bank that is open defines a term." in seen(rig.page)


def test_a_bank_that_changes_is_searched_anew(rig: LibraryRig) -> None:
    first = rig.quiz.library.catalogue()
    assert rig.quiz.library.catalogue() is first
    rig.quiz.use_bank(replace(BANK, questions=BANK.questions[:1]))
    assert len(rig.quiz.library.catalogue().entries) == 1


def test_the_questions_of_a_running_paper_stay_hidden_until_it_is_handed_in(rig: LibraryRig) -> None:
    paper = rig.quiz.papers.start(Preset("one", "One", 15, (BlueprintRow(1),)))
    rig.controller.refresh()
    assert "2 questions; the 1 of your paper stay hidden" in seen(rig.page)
    rig.quiz.papers.hand_in(paper)
    rig.controller.refresh()
    assert "3 questions" in seen(rig.page)
    assert "stay hidden" not in seen(rig.page)
