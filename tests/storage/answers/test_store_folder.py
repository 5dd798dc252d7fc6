import errno
import os
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from quizapp.storage.answers import whole_files as folders
from quizapp.storage.answers.errors import StoreError, StoreFullError
from quizapp.storage.answers.store import AttemptStore
from quizapp.storage.answers.whole_files import make_folder, refusal
from tests.storage.attempts import NOON


def test_opening_makes_the_folder_for_its_owner_alone(tmp_path: Path) -> None:
    for _ in range(2):
        with closing(AttemptStore(tmp_path / "new" / "data" / "answers.db")):
            assert (tmp_path / "new" / "data").stat().st_mode & 0o777 == 0o700


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such modes")
@pytest.mark.parametrize(
    ("beside", "mode"), [((), 0o700), (("window.lock", "backups"), 0o700), (("a.txt",), 0o755)]
)
def test_a_folder_that_holds_nothing_else_is_closed_to_others(
    tmp_path: Path, beside: tuple[str, ...], mode: int
) -> None:
    for name in beside:
        (tmp_path / name).touch()
    tmp_path.chmod(0o755)
    make_folder(tmp_path)
    assert tmp_path.stat().st_mode & 0o777 == mode


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such modes")
def test_only_their_owner_reads_the_answers_and_their_copies(tmp_path: Path) -> None:
    path = tmp_path / "answers.db"
    with closing(AttemptStore(path)):
        path.chmod(0o644)
    with closing(AttemptStore(path)) as store:
        copy = store.back_up_if_due(NOON)
    assert copy is not None
    assert [each.stat().st_mode & 0o777 for each in (path, copy, copy.parent)] == [0o600, 0o600, 0o700]


def file(place: Path) -> None:
    place.write_text("mine")


def link_to_nowhere(place: Path) -> None:
    place.symlink_to("nowhere")


@pytest.mark.parametrize("put", [file, link_to_nowhere])
@pytest.mark.parametrize(
    ("below", "error", "sentence"),
    [
        ("", folders.NotAFolderError, r"/data should be the folder .*, but it is no folder.*--data-dir\.$"),
        ("a", folders.UnderAFileError, r"/data/a for .* because [^ ]*/data is no folder.*--data-dir\.$"),
        ("a/b", folders.UnderAFileError, r"/data/a/b for .* because [^ ]*/data is no folder.*--data-dir\.$"),
    ],
)
def test_what_is_in_the_way_is_named_and_left_alone(
    tmp_path: Path, put: Callable[[Path], None], below: str, error: type[StoreError], sentence: str
) -> None:
    put(tmp_path / "data")
    with pytest.raises(error, match=sentence):
        AttemptStore(tmp_path / "data" / below / "answers.db")
    assert [path.name for path in tmp_path.iterdir()] == ["data"]


@pytest.mark.parametrize("mode", [0o500, 0o000])
@pytest.mark.parametrize("below", ["data", "data/deep"])
def test_where_one_may_not_write_is_named(folder_of_nobody: Path, mode: int, below: str) -> None:
    folder_of_nobody.chmod(mode)
    with pytest.raises(folders.FolderForbiddenError, match=f"may not write in {folder_of_nobody}"):
        AttemptStore(folder_of_nobody / below / "answers.db")
    folder_of_nobody.chmod(0o700)


@pytest.mark.parametrize("mode", [0o500, 0o000])
def test_a_folder_that_lets_nobody_in_is_told(folder_of_nobody: Path, mode: int) -> None:
    folder_of_nobody.chmod(mode)
    with pytest.raises(StoreError, match=r"answers\.db cannot be written to\. Allow writing"):
        AttemptStore(folder_of_nobody / "answers.db")
    folder_of_nobody.chmod(0o700)


def test_any_other_refusal_is_a_sentence_without_codes(tmp_path: Path) -> None:
    with pytest.raises(folders.FolderError, match=r"cannot be made\. Check its name") as caught:
        AttemptStore(tmp_path / ("n" * 300) / "answers.db")
    assert caught.value.detail


@pytest.mark.parametrize(
    ("number", "error"),
    [
        (errno.EROFS, folders.ReadOnlyDiskError),
        (errno.EACCES, folders.FolderForbiddenError),
        (errno.EPERM, folders.FolderForbiddenError),
        (errno.ENOSPC, StoreFullError),
        (errno.EDQUOT, StoreFullError),
        (errno.EIO, folders.FolderError),
    ],
)
def test_each_refusal_of_the_system_has_its_sentence(number: int, error: type[StoreError]) -> None:
    told = refusal(Path("/data/mine"), OSError(number, os.strerror(number), "/data/mine"))
    assert type(told) is error
    assert "/data/mine" in str(told)
    assert os.strerror(number) not in str(told)
