"""Notes as a text to send."""

from quizapp.domain.attempt import QuestionRef
from quizapp.domain.history import Note
from quizapp.ui.settings.controller import notes_text
from tests.domain.examples import NOON

FIRST = Note(1, QuestionRef("demo", "payroll", "1a2b"), "Who owns it?\nIt says both.\n", NOON)
SECOND = Note(2, QuestionRef("gone", "desk", "3c4d"), "<b>Typo</b> & more", NOON)


def test_a_note_names_bank_question_revision_and_date() -> None:
    date = NOON.astimezone().strftime("%Y-%m-%d %H:%M")
    assert notes_text([FIRST], {"demo": "Demo bank"}).splitlines()[3:] == [
        "Bank: Demo bank (demo)",
        "Question: payroll, revision 1a2b",
        f"Date: {date}",
        "",
        "Who owns it?",
        "It says both.",
    ]


def test_every_note_is_there_in_its_order_word_for_word() -> None:
    text = notes_text([FIRST, SECOND], {"demo": "Demo bank"})
    assert text.index("Who owns it?") < text.index("Bank: gone (not open now)") < text.index(SECOND.text)
