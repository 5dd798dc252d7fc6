"""A person's own data: out of one computer, into another, and gone."""

import csv
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest

from quizapp.domain.attempt import Step
from quizapp.domain.errors import QuizError
from quizapp.domain.history import NoteKind
from quizapp.domain.saved import Added
from quizapp.domain.selection import Selection
from quizapp.domain.session import Session
from quizapp.exchange.answers import answers_csv
from quizapp.quiz import Profile
from tests.domain.examples import RUNS
from tests.quiz_rig import MIXED, QuizRig, go_through


@pytest.fixture
def home(tmp_path: Path) -> Iterator[QuizRig]:
    yield from rig_in(tmp_path / "home", 7)


@pytest.fixture
def away(tmp_path: Path) -> Iterator[QuizRig]:
    yield from rig_in(tmp_path / "away", 8)


def rig_in(folder: Path, seed: int) -> Iterator[QuizRig]:
    rig = QuizRig(folder, seed)
    rig.quiz.use_bank(MIXED)
    yield rig
    rig.quiz.close()
    rig.store.close()


def practise(rig: QuizRig, missed: frozenset[str] = frozenset()) -> None:
    go_through(rig.quiz, rig.quiz.start(Selection()), missed)


def last_marks(rig: QuizRig) -> dict[str, float | None]:
    return {each.question.question_id: each.marks for each in rig.quiz.archive.store.past("demo")}


def test_what_was_answered_elsewhere_counts_here_once(home: QuizRig, away: QuizRig) -> None:
    practise(home)
    home.quiz.set_flag(home.kept()[0].question, flagged=True)
    home.quiz.add_note(home.kept()[0].question, "Mine", NoteKind.OWN)
    content = home.quiz.archive.export()
    added = Added(answers=len(home.kept()), sessions=1, flags=1, notes=1)
    assert away.quiz.archive.take_in(content) == added
    assert away.quiz.archive.take_in(content) == Added()
    assert away.quiz.met() == 3
    assert away.quiz.flags("demo") == home.quiz.flags("demo")
    assert [note.text for note in away.quiz.notes()] == ["Mine"]
    assert [each.answered for each in away.quiz.library.sessions()] == [3]
    practise(away)  # and one goes on
    assert len(away.quiz.library.sessions()) == 2


@pytest.mark.parametrize("home_first", [True, False])
def test_the_answer_given_last_by_the_clock_is_the_last_answer(
    home: QuizRig, away: QuizRig, *, home_first: bool
) -> None:
    home.seconds, away.seconds = (0, 3600) if home_first else (3600, 0)
    practise(home, missed=frozenset("vc"))
    practise(away)
    away.quiz.archive.take_in(home.quiz.archive.export())
    marks = last_marks(away)
    assert (marks["v"], marks["c"]) == ((1, 1) if home_first else (0, 0))


def test_a_session_left_in_the_middle_is_gone_on_with_elsewhere_and_comes_back(
    home: QuizRig, away: QuizRig
) -> None:
    session = home.quiz.start(Selection())
    go_one(home, session)
    away.quiz.archive.take_in(home.quiz.archive.export())
    [kept] = away.quiz.unfinished()
    away.seconds = 60
    go_through(away.quiz, away.quiz.resume(kept))
    assert away.quiz.unfinished() == ()
    added = home.quiz.archive.take_in(away.quiz.archive.export())
    assert added.sessions == 0
    assert home.quiz.unfinished() == ()
    assert home.quiz.met() == 3


def test_what_is_no_export_changes_nothing(home: QuizRig) -> None:
    practise(home)
    before = home.file.read_bytes()
    with pytest.raises(QuizError, match="does not hold answers"):
        home.quiz.archive.take_in(b"{}")
    assert home.file.read_bytes() == before
    assert home.quiz.met() == 3


def test_the_file_as_it_was_lies_beside_it(home: QuizRig, away: QuizRig) -> None:
    practise(home)
    practise(away)
    away.quiz.archive.take_in(home.quiz.archive.export())
    assert [each.name for each in away.file.parent.glob("*before-import*")] != []


def test_everything_deleted_is_deleted(home: QuizRig, away: QuizRig) -> None:
    practise(home)
    home.quiz.archive.check_and_back_up()
    home.quiz.archive.start_afresh()
    practise(home)
    practise(away)
    home.quiz.archive.take_in(away.quiz.archive.export())
    folder = home.file.parent
    (folder / "preferences.json").write_text("{}")
    (folder / "rounds").mkdir()
    (folder / "rounds" / "r.names.json").write_text("{}")
    home.store.close()
    home.quiz.archive.delete_everything()
    assert home.quiz.met() == 0
    assert home.quiz.library.sessions() == ()
    left = [each for each in folder.rglob("*") if each.is_file() and each.parent.name != "cache"]
    assert sorted(each.name for each in left) == ["attempts.sqlite", "preferences.json"]
    practise(home)
    assert home.quiz.met() == 3


def test_each_answer_is_a_row_with_its_reason(home: QuizRig) -> None:
    session = home.quiz.start(Selection())
    while session.current.question.id != "v":
        session = go_one(home, session)
    session = home.quiz.answer(session, "product")
    session = home.quiz.undo(session)
    session = home.quiz.give_reason(home.quiz.answer(session, "service"), RUNS.id)
    rows = list(csv.DictReader(StringIO(answers_csv(home.quiz.archive.saved(), [MIXED]).lstrip("\ufeff"))))
    first, second = [row for row in rows if row["question"] == "v"]
    assert (first["answer"], first["taken back"], first["reason"]) == ("product", "yes", "")
    assert (second["answer"], second["points"]) == ("service", "1.0")
    assert (second["reason"], second["reason points"]) == ("The supplier runs it.", "")
    assert (second["taken back"], second["after explanation"]) == ("", "yes")
    assert second["text"] == "A supplier runs it."


def test_answers_to_questions_that_are_not_open_are_told_by_ids(home: QuizRig) -> None:
    practise(home)
    rows = list(csv.DictReader(StringIO(answers_csv(home.quiz.archive.saved(), []).lstrip("\ufeff"))))
    assert {row["question"] for row in rows} == {"v", "c", "a"}
    assert {row["text"] for row in rows} == {""}
    assert {row["reason"] for row in rows} == {"not sure", ""}


def go_one(rig: QuizRig, session: Session) -> Session:
    """Answer and read one question."""
    answer = "0" if session.current.question.id == "c" else "service"
    session = rig.quiz.answer(session, answer)
    if session.step is Step.REASON:
        session = rig.quiz.give_reason(session, "")
    return rig.quiz.move_on(session)


def test_a_sudden_end_in_the_middle_loses_nothing(home: QuizRig, away: QuizRig) -> None:
    """The old file is aside and the new one not yet there: a copy of the old one is offered then."""
    practise(home)
    practise(away)
    away.quiz.archive.take_in(home.quiz.archive.export())
    away.store.close()
    away.file.unlink()
    assert away.profiles.is_lost(Profile.OWN)
    newest = away.profiles.newest_good(Profile.OWN)
    assert newest is not None
    assert newest.attempts == len(home.kept())
