"""The low button for what is done now and then: 34 px high, and narrow."""

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QSize
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget

from quizapp.ui.action_button import ActionButton
from quizapp.ui.look import Look
from quizapp.ui.overriding import override
from quizapp.ui.painting import side_room

_HEIGHT, _PADDING, _QUIET_PADDING, _GAP = 34, 10, 7, 8


class SmallButton(ActionButton):
    """An action button for rows of many.

    Args:
        look: the look in force.
        text: what it does.
        kind: "filled", "outline" or "quiet".
        key: the key's name; the page binds it.
        icon: an icon's name.
        parent: the owner.
        room_for: all that it may say, so that nothing beside it moves.
    """

    def __init__(
        self,
        look: Look,
        text: str,
        kind: str = "outline",
        key: str = "",
        icon: str = "",
        parent: QWidget | None = None,
        *,
        room_for: Sequence[str] = (),
    ) -> None:
        self._room_for = tuple(room_for)
        super().__init__(look, text, kind, key, icon, parent=parent)

    @override
    def _font(self) -> QFont:
        return self._look.font("label_strong")

    @override
    def heightForWidth(self, width: int) -> int:
        words = self._block(width - self._beside_words()).height + 2 * self._look.px(4)
        return max(self._look.px(_HEIGHT), ceil(words)) + 2 * self.inset

    @override
    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        words = max((self._advance(text) for text in self._room_for), default=0.0)
        return QSize(max(hint.width(), ceil(words + self._beside_words()) + 1), hint.height())

    @override
    def _gap(self) -> int:
        return side_room(self._look, _GAP) if self._words else 0

    @override
    def _beside_words(self) -> float:
        if not self._beside:
            taken = sum(size.width() + self._gap() for size in self._adornments())
            padding = _QUIET_PADDING if self._kind == "quiet" else _PADDING
            self._beside = taken + 2 * (side_room(self._look, padding) + self.inset)
        return self._beside
