"""The quiz when files fail it: whoever's answers are affected, the others are not, and a store stays open."""

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from quizapp.domain.errors import QuizError
from quizapp.quiz import Profile
from tests.domain.examples import arguable, bank, choice, verdict
from tests.quiz_rig import QuizRig, go_through


@pytest.fixture
def rig(tmp_path: Path) -> Iterator[QuizRig]:
    """One answer, and a copy of it."""
    rig = QuizRig(tmp_path)
    rig.quiz.use_bank(bank(choice()))
    go_through(rig.quiz, rig.quiz.start(rig.quiz.suggestion()))
    rig.quiz.archive.check_and_back_up()
    yield rig
    rig.quiz.close()


def damage_guest(rig: QuizRig) -> Path:
    file = rig.profiles.path(Profile.GUEST)
    file.parent.mkdir()
    file.write_bytes(b"SQLite format 3\0" + b"\xff" * 5000)
    return file


def test_a_damaged_guest_leaves_the_owner_alone(rig: QuizRig) -> None:
    damage_guest(rig)
    with pytest.raises(QuizError):
        rig.quiz.archive.use(Profile.GUEST)
    assert (rig.quiz.archive.profile, rig.quiz.answered("demo")) == (Profile.OWN, 1)


def test_a_copy_that_went_bad_changes_nothing(rig: QuizRig) -> None:
    backup = rig.profiles.newest_good(Profile.OWN)
    assert backup is not None
    content = rig.file.read_bytes()
    with pytest.raises(QuizError):
        rig.quiz.archive.replace(replace(backup, attempts=7))
    assert rig.file.read_bytes() == content
    assert rig.quiz.answered("demo") == 1
    go_through(rig.quiz, rig.quiz.start(rig.quiz.suggestion()))


def test_a_guests_folder_that_is_a_link_is_not_followed(rig: QuizRig, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "mine.txt").write_text("mine")
    (tmp_path / "guest").symlink_to(elsewhere)
    with pytest.raises(QuizError, match="cannot be deleted"):
        rig.quiz.archive.forget_guest()
    assert (elsewhere / "mine.txt").exists()


@pytest.mark.skipif(os.name != "posix", reason="the system's own rights are tried")
def test_what_nobody_may_look_at_is_not_lost(rig: QuizRig, monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(_path: Path) -> bool:
        raise PermissionError

    monkeypatch.setattr(Path, "exists", forbidden)
    assert not rig.profiles.is_lost(Profile.OWN)


def test_at_the_end_of_a_day_its_copy_holds_all_of_it(rig: QuizRig) -> None:
    go_through(rig.quiz, rig.quiz.start(rig.quiz.suggestion()))
    rig.quiz.archive.check_and_back_up()
    first = rig.profiles.newest_good(Profile.OWN)
    rig.quiz.archive.check_and_back_up(at_the_end=True)
    last = rig.profiles.newest_good(Profile.OWN)
    assert first is not None
    assert last is not None
    assert (first.attempts, last.attempts) == (1, 2)


def test_a_copy_without_answers_is_not_offered(tmp_path: Path) -> None:
    rig = QuizRig(tmp_path)
    rig.quiz.archive.check_and_back_up()
    assert rig.profiles.newest_good(Profile.OWN) is None
    rig.quiz.close()


def test_questions_count_once_whatever_their_wordings(rig: QuizRig) -> None:
    rig.quiz.use_bank(bank(replace(choice(), prompt="Which one?")))
    go_through(rig.quiz, rig.quiz.start(rig.quiz.suggestion()))
    assert rig.quiz.answered("demo") == 1


def test_answers_without_their_reasons_say_nothing_of_a_cue(rig: QuizRig) -> None:
    questions = [*(verdict(name=f"v{n}") for n in range(3)), *(arguable(name=f"a{n}") for n in range(3))]
    rig.quiz.use_bank(bank(*questions))
    go_through(rig.quiz, rig.quiz.start(replace(rig.quiz.suggestion(), reason_step=False)))
    assert rig.quiz.weakest_cue() is None


def test_a_file_that_goes_while_it_is_open_is_not_read_on(rig: QuizRig) -> None:
    rig.file.unlink()
    with pytest.raises(QuizError, match="deleted"):
        rig.quiz.unfinished()
