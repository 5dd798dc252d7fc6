"""Which banks are among the files somebody drags over the window."""

from collections.abc import Iterable
from itertools import islice
from pathlib import Path

from PySide6.QtCore import QMimeData

MOST_FILES = 50
SUFFIXES = (".yaml", ".yml")

_MOST_ENTRIES = 5000  # looked at, in a folder or among what is dragged


def dragged_files(data: QMimeData) -> tuple[Path, ...]:
    """The banks in what is dragged: YAML files of this computer, and those that lie in its folders.

    Folders within folders are not looked into; there are at most `MOST_FILES`.
    """
    urls = data.urls()[:_MOST_ENTRIES]
    places = (Path(url.toLocalFile()) for url in urls if url.isLocalFile() and url.toLocalFile())
    found = (path for place in places for path in _banks_at(place))
    return tuple(islice(dict.fromkeys(found), MOST_FILES))


def _banks_at(place: Path) -> Iterable[Path]:
    if not place.is_dir():
        return [place] if _is_yaml(place) else []
    try:
        return sorted(path for path in islice(place.iterdir(), _MOST_ENTRIES) if _is_yaml(path))
    except OSError:  # nobody may look into it
        return []


def _is_yaml(path: Path) -> bool:
    return path.suffix.lower() in SUFFIXES and not path.name.startswith(".") and not path.is_dir()
