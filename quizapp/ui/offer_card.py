"""A card that offers something: words, and what can be done about them."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from quizapp.ui.card import Card
from quizapp.ui.control_row import ControlRow
from quizapp.ui.look import Look
from quizapp.ui.overriding import override

_WORDS = 260  # px at 100 % text that words keep beside buttons


class _Buttons(ControlRow):
    """Buttons that stay on one line while they stand beside words: words wrap better."""

    beside = True

    @override
    def minimumSize(self) -> QSize:
        """All on one line, or the widest."""
        return self.sizeHint() if self.beside else super().minimumSize()


class OfferCard(Card):
    """Its buttons stand beside the words, or below where the card is narrow.

    Args:
        look: the look in force.
        parent: the widget it lies on.
        padding: as for a card.

    Attributes:
        words: the column of words.
        buttons: the row of buttons.
    """

    def __init__(
        self, look: Look, parent: QWidget | None = None, padding: tuple[int, int] = (22, 18)
    ) -> None:
        super().__init__(look, parent, padding)
        self.words = QVBoxLayout()
        self.words.setSpacing(4)
        self.buttons = _Buttons(look)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.addLayout(self.words, 1)
        self._row.addLayout(self.buttons)
        self._row.setAlignment(self.buttons, Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(self._row)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons where there is room for them."""
        beside = event.size().width() >= self._look.px(_WORDS) + self.buttons.sizeHint().width()
        direction = QBoxLayout.Direction
        self.buttons.beside = beside
        self._row.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
        super().resizeEvent(event)
