"""The first line of a card on the console: an icon, what the card is, and at the far end one thing more."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from quizapp.ui.icon_sign import IconSign
from quizapp.ui.look import Look
from quizapp.ui.text import Text

_CONTROL = 44  # px at 100 % text


class CardHead(QWidget):
    """Icon, heading, and a note or a control.

    Args:
        look: the look in force.
        icon: an icon's name.
        heading: what the card is.
        parent: the card.
        tall: whether it is as high as a control, as that of the card beside it may be.
    """

    def __init__(
        self, look: Look, icon: str, heading: str, parent: QWidget | None = None, *, tall: bool = False
    ) -> None:
        super().__init__(parent)
        self._look, self._is_tall = look, tall
        self._note = Text(look, "label", colour="muted")
        self._note.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._note.hide()
        self._words = Text(look, "label_strong", heading, "muted")
        self._words.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._sign = IconSign(look, icon)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._sign)
        row.addWidget(self._words, 1)
        row.addWidget(self._note, 1)
        look.changed.connect(self._relook)
        self._relook()

    def _relook(self) -> None:
        self.setMinimumHeight(self._look.px(_CONTROL) if self._is_tall else 0)

    def show_note(self, words: str) -> None:
        """Say something at the far end."""
        self._note.setText(words)
        self._note.setVisible(bool(words))

    def put(self, control: QWidget) -> None:
        """Have a control at the far end."""
        self._row.addWidget(control)
