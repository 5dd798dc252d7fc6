"""The door when files fail it: whoever's answers are affected, the others are not, and a store stays open."""

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from quizapp.domain.errors import QuizError
from quizapp.quiz import Profile
from tests.desk import Desk, go_through
from tests.domain.examples import arguable, bank, choice, verdict


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """One answer, and a copy of it."""
    desk = Desk(tmp_path)
    desk.quiz.use_bank(bank(choice()))
    go_through(desk.quiz, desk.quiz.start(desk.quiz.suggestion()))
    desk.quiz.keeping.look_over()
    yield desk
    desk.quiz.close()


def damage_guest(desk: Desk) -> Path:
    file = desk.profiles.path(Profile.GUEST)
    file.parent.mkdir()
    file.write_bytes(b"SQLite format 3\0" + b"\xff" * 5000)
    return file


def test_a_damaged_guest_leaves_the_owner_alone(desk: Desk) -> None:
    damage_guest(desk)
    with pytest.raises(QuizError):
        desk.quiz.keeping.use(Profile.GUEST)
    assert (desk.quiz.keeping.profile, desk.quiz.answered("demo")) == (Profile.OWN, 1)


def test_a_copy_that_went_bad_changes_nothing(desk: Desk) -> None:
    backup = desk.profiles.newest_good(Profile.OWN)
    assert backup is not None
    content = desk.file.read_bytes()
    with pytest.raises(QuizError):
        desk.quiz.keeping.replace(replace(backup, attempts=7))
    assert desk.file.read_bytes() == content
    assert desk.quiz.answered("demo") == 1
    go_through(desk.quiz, desk.quiz.start(desk.quiz.suggestion()))


def test_a_guests_folder_that_is_a_link_is_not_followed(desk: Desk, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "mine.txt").write_text("mine")
    (tmp_path / "guest").symlink_to(elsewhere)
    with pytest.raises(QuizError, match="cannot be deleted"):
        desk.quiz.keeping.forget_guest()
    assert (elsewhere / "mine.txt").exists()


@pytest.mark.skipif(os.name != "posix", reason="the system's own rights are tried")
def test_what_nobody_may_look_at_is_not_lost(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(_path: Path) -> bool:
        raise PermissionError

    monkeypatch.setattr(Path, "exists", forbidden)
    assert not desk.profiles.is_lost(Profile.OWN)


def test_at_the_end_of_a_day_its_copy_holds_all_of_it(desk: Desk) -> None:
    go_through(desk.quiz, desk.quiz.start(desk.quiz.suggestion()))
    desk.quiz.keeping.look_over()
    first = desk.profiles.newest_good(Profile.OWN)
    desk.quiz.keeping.look_over(at_the_end=True)
    last = desk.profiles.newest_good(Profile.OWN)
    assert first is not None
    assert last is not None
    assert (first.attempts, last.attempts) == (1, 2)


def test_a_copy_without_answers_is_not_offered(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.quiz.keeping.look_over()
    assert desk.profiles.newest_good(Profile.OWN) is None
    desk.quiz.close()


def test_questions_count_once_whatever_their_wordings(desk: Desk) -> None:
    desk.quiz.use_bank(bank(replace(choice(), prompt="Which one?")))
    go_through(desk.quiz, desk.quiz.start(desk.quiz.suggestion()))
    assert desk.quiz.answered("demo") == 1


def test_answers_without_their_reasons_say_nothing_of_a_cue(desk: Desk) -> None:
    questions = [*(verdict(name=f"v{n}") for n in range(3)), *(arguable(name=f"a{n}") for n in range(3))]
    desk.quiz.use_bank(bank(*questions))
    go_through(desk.quiz, desk.quiz.start(replace(desk.quiz.suggestion(), reason_step=False)))
    assert desk.quiz.weakest_cue() is None


def test_a_file_that_goes_while_it_is_open_is_not_read_on(desk: Desk) -> None:
    desk.file.unlink()
    with pytest.raises(QuizError, match="deleted"):
        desk.quiz.unfinished()
