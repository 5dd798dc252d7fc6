"""Where things lie: the shipped folders and the user's own."""

import os
from functools import cache
from pathlib import Path

_HERE = Path(__file__).resolve().parent


def questions_dir() -> Path:
    """The folder of the shipped banks and their vocabulary.

    Raises:
        FileNotFoundError: when the installation is incomplete; its text is a sentence for people.
    """
    return shipped_dir("questions")


@cache  # asked for each icon
def resources_dir() -> Path:
    """The folder of the shipped theme, icons, fonts and schema.

    Raises:
        FileNotFoundError: when the installation is incomplete; its text is a sentence for people.
    """
    return shipped_dir("resources")


def shipped_dir(name: str, package: Path = _HERE) -> Path:
    """A folder that came with the program: in the package (installed), or beside it (source tree).

    Args:
        name: the folder's name.
        package: the folder of the package.

    Raises:
        FileNotFoundError: when it is in neither place; its text is a sentence for people.
    """
    places = (package / name, package.parent / name)
    for place in places:
        if place.is_dir():
            return place
    looked = " and ".join(str(place) for place in places)
    raise FileNotFoundError(
        f"The folder “{name}” that belongs to the program is missing (looked for {looked}). "
        "Please install the program again."
    )


def data_dir(override: str | os.PathLike[str] | None = None) -> Path:
    """The folder of the user's own data, as an absolute path; it need not exist yet.

    Args:
        override: a folder named by the user instead of the usual one of the system.
    """
    if override:
        return Path(override).absolute()
    # Imported here: it costs 15 ms, and many callers only look for what was shipped.
    from platformdirs import user_data_dir  # noqa: PLC0415

    return Path(user_data_dir("product-or-service", appauthor=False))
