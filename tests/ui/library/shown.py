"""A Library page filled with values alone."""

from dataclasses import replace
from datetime import timedelta

from quizapp.domain.bank import Definition
from quizapp.domain.history import Note, NoteKind, Past
from quizapp.domain.item_analysis import ItemAnalysis
from quizapp.domain.library import Found, Key, Standing, Wanted, catalogue_of, found, key_of
from quizapp.domain.session import Session
from quizapp.ui.library.page import LibraryPage
from quizapp.ui.library.past import SessionRow
from quizapp.ui.library.questions import QuestionsView
from quizapp.ui.library.words import NoteView
from tests.domain.examples import NOON, bank
from tests.ui.sessions import QUESTIONS, TOLD, TWINS

LONG_TITLE = "A bank with a long title, by a colleague who teaches in the evenings"
BANK = replace(bank(*TWINS, *QUESTIONS.values(), vocabulary=TOLD), title=LONG_TITLE)
CATALOGUE = catalogue_of(BANK)
VIEW = QuestionsView(
    ((BANK.id, BANK.title), ("other", "Other & <b>bold</b>")),
    ("cloud", "service level agreements"),
    len(CATALOGUE.entries),
)
WORDS = (
    Definition("product", "A configuration of resources.", "ITIL 4", "Glossary.", ("itil4",)),
    Definition("product", "Anything that is sold.", "The article", "Quoted there."),
    Definition("service relationship management", "Joint activities.", "ITIL 4, in our words"),
)
SESSIONS = (
    SessionRow(
        "s1",
        f"Weakest kind of reason. {LONG_TITLE}",
        "22/11/2026\n13:00",
        "22 November",
        "10 of 20",
        7,
        9,
        topics="cloud",
    ),
    SessionRow("s2", "Paper. Another", "21/11/2026\n09:00", "21 November", "40 of 40", 30, 40, is_paper=True),
)
_REF = CATALOGUE.entries[0].ref
NOTES = (
    NoteView(
        Note(1, _REF, "Remember this.\n\nAnd <b>that</b>.", NOON, NoteKind.OWN),
        "A scenario.",
        "Demo, q",
        True,
    ),
    NoteView(
        Note(2, _REF, "A note of many words " * 12, NOON), "Its bank is not open.", "gone, q", can_show=False
    ),
)


def standings() -> dict[Key, Standing]:
    """Something is known of every other question, in each of the ways there are."""
    known = {}
    for number, entry in enumerate(CATALOGUE.entries):
        marks = (1.0, 0.0, None)[number % 3]
        past = Past(entry.ref, 1 + number % 2, NOON - timedelta(days=number), marks, marks, "service", "")
        index = (0.31, None, -0.07)[number % 3]
        analysis = ItemAnalysis(entry.ref, 12, 24, 24, index)
        known[key_of(entry.ref)] = Standing(past if number % 4 else None, number % 2 == 0, number, analysis)
    return known


def hits(words: str = "") -> Found:
    return found(CATALOGUE, Wanted(words), standings())


def fill(page: LibraryPage, session: Session | None = None) -> None:
    """Fill all parts of a page."""
    page.questions.show_choices(VIEW)
    page.questions.show_found(hits(), standings())
    page.sessions.show_sessions(SESSIONS)
    trouble = "" if session else "None of its questions is open in the wording you answered."
    page.sessions.show_session(session, trouble)
    page.words.show_words(WORDS, "itil4")
    page.notes.show_notes(NOTES)


def empty(page: LibraryPage) -> None:
    """Show that there is nothing."""
    page.questions.show_choices(QuestionsView())
    page.questions.show_found(Found((), {}), {})
    page.sessions.show_sessions(())
    page.words.show_words((), "")
    page.notes.show_notes(())
