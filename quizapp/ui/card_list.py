"""A column of equal widgets, one for each entry of a list that may change at any time."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

W = TypeVar("W", bound=QWidget)


class CardList(Generic[W]):
    """Keeps as many widgets as are needed, so that the focus stays where it is when one is shown anew.

    Args:
        column: where they stand, and nothing else.
    """

    def __init__(self, column: QVBoxLayout) -> None:
        self._column = column
        self._widgets: list[W] = []

    def resized(self, count: int, make: Callable[[], W]) -> list[W]:
        """The widgets, as many as asked for; further ones are made and connected by `make`."""
        while len(self._widgets) < count:
            widget = make()
            self._widgets.append(widget)
            self._column.addWidget(widget)
        for widget in self._widgets[count:]:
            self._column.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        del self._widgets[count:]
        return self._widgets
