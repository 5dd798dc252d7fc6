"""Whose answers are kept."""

from enum import StrEnum


class Profile(StrEnum):
    """Whose answers are kept now."""

    OWN = "own"
    GUEST = "guest"
