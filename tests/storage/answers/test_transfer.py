"""All that is kept, out of one file of answers and into another; what comes in may be anything."""

import json
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from quizapp.domain.attempt import Step
from quizapp.domain.history import NoteKind
from quizapp.domain.saved import PaperEvent, Saved, SavedPaper
from quizapp.storage.answers import transfer
from quizapp.storage.answers.errors import StoreError
from quizapp.storage.answers.store import AttemptStore
from quizapp.storage.answers.transfer import (
    NewerExportError,
    NotAnExportError,
    from_json,
    rebuild,
    to_json,
)
from tests.storage.attempts import NOON, REFS, answer, certainty, reason, start
from tests.storage.rounds.round_script import BANK, PLAN, SCRIPT

LATER = NOON + timedelta(hours=1)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[AttemptStore]:
    """A store with something in every table but those of papers."""
    with closing(AttemptStore(tmp_path / "answers.sqlite")) as opened:
        opened.begin(start())
        opened.append(answer(0))
        opened.append(reason(answer(0)))
        opened.retract("s1", 0, Step.REASON, NOON, after_explanation=True)
        opened.append(replace(reason(answer(0, minute=1)), after_explanation=True))
        opened.note_read("s1", 0, NOON)
        opened.begin(start("s2"))
        opened.append(answer(1, start("s2"), minute=2))
        opened.append(certainty(answer(1, start("s2"), minute=2)))
        opened.append(answer(2, minute=3))  # and once more when its bank was begun anew
        opened.set_discarded("s2", NOON, discarded=True)
        opened.start_afresh("bank", LATER)
        opened.append(answer(2, start("s2"), minute=90))
        opened.finish("s2", LATER)
        opened.begin(start("s3"))
        opened.set_flag("bank", "q1", LATER, flagged=True)
        opened.add_note(REFS[0], "Größe: \x01 “<b>” 😀", NOON, NoteKind.OWN)
        for name in ("r1", "r2"):
            opened.rounds.begin(name, PLAN, BANK, NOON)
        opened.rounds.append("r1", 0, SCRIPT, LATER)
        opened.rounds.append("r2", 0, SCRIPT[:3], LATER)
        opened.rounds.save_plan(PLAN, NOON)
        opened.rounds.delete_plan(PLAN.id, LATER)
        yield opened


@pytest.fixture
def saved(store: AttemptStore) -> Saved:
    """The same with a paper."""
    events = (PaperEvent("answer", 0, "1", 2.5, 3000.0, NOON.isoformat(timespec="microseconds")),)
    paper = SavedPaper("{}", "[]", LATER.isoformat(timespec="microseconds"), events)
    kept = store.saved()
    first, second, *rest = kept.sessions
    return replace(kept, sessions=(first, replace(second, paper=paper), *rest))


def test_a_new_file_holds_exactly_the_same(store: AttemptStore, saved: Saved, tmp_path: Path) -> None:
    path = tmp_path / "answers.sqlite"
    before = store.past("bank"), store.flags("bank"), store.notes(), store.unfinished()
    store.close()
    aside = rebuild(path, saved, LATER)
    with closing(AttemptStore(path)) as new, closing(AttemptStore(aside)) as old:
        assert new.saved() == saved
        assert (new.past("bank"), new.flags("bank"), new.notes(), new.unfinished()) == before
        assert old.flags("bank") == new.flags("bank")
        assert new.rounds.load("r1").ended_at == LATER
        assert new.rounds.load("r2").number == 3
        new.check()


def test_json_gives_back_what_went_in(saved: Saved) -> None:
    assert from_json(to_json(saved, NOON)) == saved


def test_no_table_is_forgotten(store: AttemptStore, saved: Saved, tmp_path: Path) -> None:
    """A table that comes with a later version has to be thought of here."""
    store.close()
    path = tmp_path / "answers.sqlite"
    rebuild(path, saved, LATER)
    with closing(AttemptStore(path)) as new, new._access.reading() as connection:
        names = [
            name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
        ]
        empty = [
            name
            for name in names
            if not connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0]  # noqa: S608
        ]
    assert len(names) >= 14
    assert set(empty) == {"review_card", "review_reset"}  # which follow from the others once banks are open


def altered(content: bytes, **changes: object) -> bytes:
    return json.dumps({**json.loads(content), **changes}).encode()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b"{}",
        b"\xff\xfe",
        b'{"format": "something else", "version": 1}',
        b'{"format": "product-or-service answers", "version": 1, "sessions": 7}',
        b'{"format": "product-or-service answers", "version": 1, "sessions": [{}]}',
        b"[" * 100_000,
    ],
)
def test_what_is_no_export_is_refused(content: bytes) -> None:
    with pytest.raises(NotAnExportError):
        from_json(content)


def test_an_export_of_a_newer_version_is_refused(saved: Saved) -> None:
    with pytest.raises(NewerExportError):
        from_json(altered(to_json(saved, NOON), version=2))


@pytest.mark.parametrize(
    "at", ["noon", "2026-11-22", "2026-11-22T12:00:00Z", "", "9999-12-31T00:00:00+00:00"]
)
def test_a_time_in_another_form_is_refused(saved: Saved, at: str) -> None:
    flags = (replace(saved.flags[0], at=at),)
    with pytest.raises(NotAnExportError):
        from_json(to_json(replace(saved, flags=flags), NOON))


def test_a_file_cut_off_anywhere_is_refused(saved: Saved) -> None:
    content = to_json(saved, NOON)
    for end in range(0, len(content) - 1, 97):
        with pytest.raises(NotAnExportError):
            from_json(content[:end])


def test_a_new_file_that_cannot_be_put_there_leaves_the_old_one(
    store: AttemptStore, saved: Saved, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.close()
    path = tmp_path / "answers.sqlite"
    before = path.read_bytes()

    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(transfer, "put", refuse)
    with pytest.raises(StoreError):
        rebuild(path, saved, LATER)
    assert path.read_bytes() == before
    assert list(tmp_path.glob("*before-import*.sqlite")) == []


def test_what_contradicts_itself_changes_nothing(store: AttemptStore, saved: Saved, tmp_path: Path) -> None:
    path = tmp_path / "answers.sqlite"
    store.close()
    first = saved.sessions[0]
    twice = replace(first, attempts=(first.attempts[0], replace(first.attempts[0], number=99)))
    beyond = replace(first, attempts=(replace(first.attempts[0], position=50),))
    odd = replace(first, endings=(("exploded", first.started_at),))
    before = path.read_bytes()
    for bad in (twice, beyond, odd):
        with pytest.raises(NotAnExportError):
            rebuild(path, replace(saved, sessions=(bad, *saved.sessions[1:])), LATER)
    with pytest.raises(NotAnExportError):
        rebuild(path, replace(saved, sessions=(first, first)), LATER)
    assert path.read_bytes() == before
    assert {each.name.removesuffix("-journal") for each in tmp_path.iterdir()} == {"answers.sqlite"}
