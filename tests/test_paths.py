import subprocess
import sys
from pathlib import Path

import pytest

from quizapp import paths


@pytest.mark.parametrize("place", ["quizapp", "."])
def test_a_shipped_folder_is_found_in_the_package_and_beside_it(tmp_path: Path, place: str) -> None:
    package = tmp_path / "quizapp"
    folder = tmp_path / place / "questions"
    folder.mkdir(parents=True)
    package.mkdir(exist_ok=True)
    assert paths.shipped_dir("questions", package) == package.parent / place / "questions"


def test_what_is_shipped_is_here() -> None:
    assert (paths.questions_dir() / "vocabulary.yaml").is_file()
    assert paths.resources_dir().is_dir()


def test_the_folder_in_the_package_comes_first(tmp_path: Path) -> None:
    for folder in ("quizapp/resources", "resources"):
        (tmp_path / folder).mkdir(parents=True)
    assert paths.shipped_dir("resources", tmp_path / "quizapp") == tmp_path / "quizapp" / "resources"


def test_a_missing_folder_is_a_sentence_that_says_where_and_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"“questions”.* is missing .*install the program again\."):
        paths.shipped_dir("questions", tmp_path / "quizapp")


def test_the_current_folder_plays_no_part(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "questions").mkdir()
    monkeypatch.chdir(tmp_path)
    with pytest.raises(FileNotFoundError):
        paths.shipped_dir("questions", Path("/nowhere/quizapp"))


def test_the_user_may_name_the_data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert paths.data_dir("mine") == tmp_path / "mine"
    assert not (tmp_path / "mine").exists()


@pytest.mark.parametrize("override", [None, ""])
def test_otherwise_the_system_says_where(override: str | None) -> None:
    folder = paths.data_dir(override)
    assert folder.is_absolute()
    assert "product-or-service" in folder.parts


def test_finding_paths_stays_cheap() -> None:
    code = "import sys, quizapp.paths; print(*{'platformdirs', 'PySide6', 'yaml'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == ""
