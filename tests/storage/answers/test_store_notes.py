"""Flags, notes and banks begun anew."""

from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from quizapp.domain.attempt import QuestionRef
from quizapp.domain.history import Note, NoteKind
from quizapp.storage.answers.store import AttemptStore
from tests.storage.attempts import NOON, REFS, answer, start


@pytest.fixture
def store(tmp_path: Path) -> Iterator[AttemptStore]:
    with closing(AttemptStore(tmp_path / "answers.db")) as opened:
        yield opened


def flag(store: AttemptStore, question: str, bank: str = "bank", *, flagged: bool = True) -> None:
    store.set_flag(bank, question, NOON, flagged=flagged)


def test_the_last_word_on_a_question_decides_whether_it_is_flagged(store: AttemptStore) -> None:
    for question, words in (("q1", [True]), ("q2", [True, True, False]), ("q3", [False, True]), ("q4", [])):
        for flagged in words:
            flag(store, question, flagged=flagged)
    assert store.flags("bank") == {"q1", "q3"}
    assert store.flags("other") == frozenset()


def test_flags_and_notes_are_there_after_the_window_was_closed(tmp_path: Path, store: AttemptStore) -> None:
    later = NOON + timedelta(days=1)
    flag(store, "q1")
    store.add_note(REFS[0], "The cue is <b>wrong</b>.\nSee \x01 above 😀", NOON)
    store.add_note(REFS[0], "", later, NoteKind.OWN)
    with closing(AttemptStore(tmp_path / "answers.db")) as again:
        assert again.flags("bank") == {"q1"}
        assert again.notes() == (
            Note(1, REFS[0], "The cue is <b>wrong</b>.\nSee \x01 above 😀", NOON),
            Note(2, REFS[0], "", later, NoteKind.OWN),
        )


def test_a_note_that_cannot_be_read_leaves_the_others(store: AttemptStore) -> None:
    for text in ("first", "second"):
        store.add_note(REFS[0], text, NOON)
    store._access.database.rows("UPDATE note SET at = 'noon' WHERE number = 1")
    assert [note.text for note in store.notes()] == ["second"]


def test_a_bank_begun_anew_has_no_past_and_no_flags(store: AttemptStore) -> None:
    other = QuestionRef("other", "q9", "0" * 12)
    for name, ref in (("s1", REFS[0]), ("s2", other)):
        store.begin(start(name, (ref,)))
        store.append(answer(0, start(name, (ref,))))
        flag(store, ref.question_id, ref.bank_id)
    store.start_afresh("bank", NOON)
    assert (store.past("bank"), store.flags("bank")) == ((), frozenset())
    assert [past.question for past in store.past("other")] == [other]
    assert store.flags("other") == {"q9"}
    assert len(list(store.attempts())) == 2


def test_what_is_done_after_the_fresh_start_counts_again(store: AttemptStore) -> None:
    for name in ("s1", "s2"):
        store.start_afresh("bank", NOON)
        store.begin(start(name))
        store.append(answer(0, start(name)))
        flag(store, "q0")
    (past,) = store.past("bank")
    assert past.times == 1
    assert store.flags("bank") == {"q0"}


def test_only_sessions_of_that_bank_alone_are_set_aside(store: AttemptStore) -> None:
    other = QuestionRef("other", "q9", "0" * 12)
    for name, refs in (("mixed", (REFS[0], other)), ("ended", REFS), ("own", REFS)):
        store.begin(start(name, refs))
    store.finish("ended", NOON)
    store.start_afresh("bank", NOON)
    kept = store.unfinished()[0]
    assert kept.start.id == "mixed"
    endings = store._access.database.rows("SELECT session, kind FROM ending ORDER BY session")
    assert endings == [(2, "finished"), (3, "set-aside")]
