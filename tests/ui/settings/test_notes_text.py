"""Notes as a text to send."""

from quizapp.domain.attempt import QuestionRef
from quizapp.domain.history import Note, NoteKind
from quizapp.ui.settings.controller import notes_text
from tests.domain.examples import NOON

FIRST = Note(1, QuestionRef("demo", "payroll", "1a2b"), "Who owns it?\nIt says both.\n", NOON)
SECOND = Note(2, QuestionRef("gone", "desk", "3c4d"), "<b>Typo</b> & more", NOON)


def test_a_note_names_bank_question_revision_and_date() -> None:
    date = NOON.astimezone().strftime("%Y-%m-%d %H:%M")
    assert notes_text([FIRST], {"demo": "Demo bank"}).splitlines()[6:] == [
        "Bank: Demo bank (demo)",
        "Question: payroll, revision 1a2b",
        f"Date: {date}",
        "",
        "Who owns it?",
        "It says both.",
    ]


def test_notes_for_oneself_stand_apart() -> None:
    own = Note(3, FIRST.question, "Who runs it?", NOON, NoteKind.OWN)
    text = notes_text([own, SECOND], {})
    order = ("Something is wrong with these questions", SECOND.text, "For yourself", own.text)
    assert sorted(order, key=text.index) == list(order)
    assert "For yourself" not in notes_text([SECOND], {})


def test_every_note_is_there_in_its_order_word_for_word() -> None:
    text = notes_text([FIRST, SECOND], {"demo": "Demo bank"})
    assert text.index("Who owns it?") < text.index("Bank: gone (not open now)") < text.index(SECOND.text)
