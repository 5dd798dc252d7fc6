"""A quiet notice above a page: something to know, nothing to do at once."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from quizapp.ui.action_button import ActionButton
from quizapp.ui.announce import announce
from quizapp.ui.card import Card
from quizapp.ui.look import Look
from quizapp.ui.overriding import override
from quizapp.ui.text import Text


class NoticeLine(Card):
    """A sentence that stays until it is closed.

    Signals:
        closed: somebody has read it and closed it.
    """

    closed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent, padding=(22, 4))
        self._sentence = Text(look, "body")
        self._heard = ""
        self._close = ActionButton(look, "", "quiet", icon="x")
        self._close.setAccessibleName(self.tr("Close this notice"))
        row = QHBoxLayout()
        row.addWidget(self._sentence, 1)
        row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(row)
        self._close.clicked.connect(self._be_closed)
        self.show_notice("")

    def show_notice(self, sentence: str) -> None:
        """Show a sentence; none hides the line."""
        self._sentence.setText(sentence)
        self.setVisible(bool(sentence))
        if self.isVisible():
            self._read_out()

    def _read_out(self) -> None:
        """Have a new sentence read out once; on a page that is hidden it waits, as it does for the eye."""
        sentence, heard = self._sentence.text(), self._heard
        self._heard = sentence
        if sentence and sentence != heard:
            announce(self, sentence)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._read_out()

    def _be_closed(self) -> None:
        self.show_notice("")
        self.closed.emit()
