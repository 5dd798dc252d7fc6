"""The two answers of a verdict."""

from enum import StrEnum


class Side(StrEnum):
    """The two answers of a verdict. Product always stands first."""

    PRODUCT = "product"
    SERVICE = "service"

    @property
    def other(self) -> "Side":
        """The opposite side."""
        return Side.SERVICE if self is Side.PRODUCT else Side.PRODUCT
