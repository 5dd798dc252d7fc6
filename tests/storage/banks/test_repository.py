import hashlib
import subprocess
import sys
from pathlib import Path

import pytest

from quizapp import paths
from quizapp.storage.banks.repository import BankRepository

BANK = """\
bank: {id: mine, title: Mine}
questions:
  - id: q1
    scenario: A tester rents virtual machines by the hour.
    answer: service
    why: The provider goes on running them.
"""
VOCABULARY = """\
cues:
  effort: {name: Effort, for_product: It ends., for_service: It goes on.}
  choice: {name: Choice, for_product: Mine., for_service: Theirs.}
"""


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    path = tmp_path / "mine.yaml"
    path.write_text(BANK)
    return path


@pytest.fixture
def repository(tmp_path: Path) -> BankRepository:
    (tmp_path / "vocabulary.yaml").write_text(VOCABULARY)
    return BankRepository(tmp_path / "cache", tmp_path / "vocabulary.yaml")


def test_an_unchanged_bank_is_not_read_twice(repository: BankRepository, bank: Path) -> None:
    told: list[float] = []
    first = repository.open(bank, told.append)
    told_while_reading = len(told)
    assert repository.open(bank, told.append) == first
    assert len(told) == told_while_reading
    assert first.digest == hashlib.sha256(bank.read_bytes()).hexdigest()


def test_a_kept_bank_needs_neither_parser_nor_validator(repository: BankRepository, bank: Path) -> None:
    repository.open(bank)
    code = (
        "import sys, pathlib; from quizapp.storage.banks.repository import BankRepository\n"
        "folder = pathlib.Path(sys.argv[1])\n"
        "BankRepository(folder / 'cache', folder / 'vocabulary.yaml').open(folder / 'mine.yaml')\n"
        "print(*{'yaml', 'pydantic'} & set(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, bank.parent], check=True, capture_output=True, text=True
    )
    assert done.stdout.strip() == ""


def test_a_changed_bank_is_read_anew(repository: BankRepository, bank: Path) -> None:
    repository.open(bank)
    bank.write_text(BANK.replace("by the hour", "by the day"))
    changed = repository.open(bank).bank
    assert changed is not None
    assert "by the day" in str(changed.questions[0])


def test_a_changed_vocabulary_reaches_the_banks_that_use_it(repository: BankRepository, bank: Path) -> None:
    repository.open(bank)
    vocabulary = bank.with_name("vocabulary.yaml")
    vocabulary.write_text(VOCABULARY.replace("Effort", "Whose effort"))
    changed = repository.open(bank).bank
    assert changed is not None
    assert changed.vocabulary.cues["effort"].name == "Whose effort"


def test_a_moved_bank_is_known_by_its_new_path(repository: BankRepository, bank: Path) -> None:
    repository.open(bank)
    moved = bank.rename(bank.with_name("moved.yaml"))
    reading = repository.open(moved)
    assert {reading.path, *(problem.path for problem in reading.problems)} == {str(moved)}


@pytest.mark.parametrize("name", ["missing.yaml", "cache"])
def test_what_cannot_be_read_is_a_problem_and_not_kept(
    repository: BankRepository, tmp_path: Path, name: str
) -> None:
    (tmp_path / "cache").mkdir()
    assert repository.open(tmp_path / name).errors
    assert list((tmp_path / "cache").iterdir()) == []


def test_the_shipped_banks_are_all_but_the_vocabulary(tmp_path: Path) -> None:
    vocabulary = paths.questions_dir() / "vocabulary.yaml"
    shipped = BankRepository(tmp_path, vocabulary).shipped()
    assert vocabulary not in shipped
    assert {*shipped, vocabulary} == set(paths.questions_dir().glob("*.yaml"))
