"""A button whose words change while nothing beside it moves."""

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QSize
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QWidget

from quizapp.ui.action_button import ActionButton
from quizapp.ui.layouts import wrapped_hint
from quizapp.ui.look import Look
from quizapp.ui.overriding import override


class SteadyButton(ActionButton):
    """The filled button of a round, as wide as the longest of its words.

    Args:
        look: the look in force.
        texts: all that it may say; the first is what it says now.
        key: the key's name.
        parent: the owner.
    """

    def __init__(self, look: Look, texts: Sequence[str], key: str, parent: QWidget | None = None) -> None:
        self._texts = tuple(texts)
        super().__init__(look, self._texts[0], "filled", key, "arrow-right", parent=parent)

    @override
    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(self._font())
        widest = max(metrics.horizontalAdvance(text) for text in self._texts)
        return wrapped_hint(self, ceil(widest + self._beside_words()) + 1)
