"""The pages of the sidebar, in one table."""

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication


class Entry(NamedTuple):
    """A page of the sidebar.

    Args:
        title: what it is called there.
        icon: an icon's name.
        asks_itself: whether the page asks for what it shows each time it comes up.
    """

    title: str
    icon: str
    asks_itself: bool = False


LAST = "settings"
"""The entry at the foot of the sidebar."""


def entries() -> dict[str, Entry]:
    """The entries by their names, from above."""
    translate = QCoreApplication.translate
    return {
        "today": Entry(translate("Navigation", "Today"), "house"),
        "learn": Entry(translate("Navigation", "Learn"), "file-text"),
        "practice": Entry(translate("Navigation", "Practice"), "target", asks_itself=True),
        "papers": Entry(translate("Navigation", "Papers"), "timer"),
        "progress": Entry(translate("Navigation", "Progress"), "chart-column"),
        "library": Entry(translate("Navigation", "Library"), "book"),
        "rounds": Entry(translate("Navigation", "Rounds"), "users", asks_itself=True),
        "banks": Entry(translate("Navigation", "Banks"), "library", asks_itself=True),
        LAST: Entry(translate("Navigation", "Settings"), "settings"),
    }
