"""A sentence on a page that stays until it is closed."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QWidget,
)

from quizapp.ui.compat import override
from quizapp.ui.widgets.buttons import Button
from quizapp.ui.widgets.cards import Card
from quizapp.ui.widgets.layouts import set_tab_order
from quizapp.ui.widgets.text import announce

if TYPE_CHECKING:
    from quizapp.ui.widgets.reading import ReadingText


class NoticeLine(Card):
    """A sentence that stays until it is closed; it can be selected and copied.

    Args:
        parent: the page.
        action: what a button beside it says; empty for no button.

    Signals:
        closed: somebody has read it and closed it.
        action_requested: the button was pressed.
    """

    closed = Signal()
    action_requested = Signal()

    def __init__(self, parent: QWidget | None = None, action: str = "") -> None:
        super().__init__(parent, padding=(22, 6))
        self._action = action
        self._sentence: ReadingText | None = None  # most starts have nothing to say
        self._close: Button | None = None
        self._offered: Button | None = None
        self._heard = ""
        self.hide()

    def _build(self) -> "ReadingText":
        from quizapp.ui.widgets.reading import ReadingText  # noqa: PLC0415 - most starts have nothing to say

        sentence = ReadingText("body", self.tr("Notice"))
        self._close = close = Button("", "quiet", icon="x", small=True)
        close.setAccessibleName(self.tr("Close this notice"))
        row = QHBoxLayout()
        row.addWidget(sentence, 1, Qt.AlignmentFlag.AlignVCenter)
        parts: list[QWidget] = [self, sentence]
        if self._action:
            self._offered = offered = Button(self._action, "outline", small=True)
            offered.clicked.connect(self.action_requested)
            row.addWidget(offered, 0, Qt.AlignmentFlag.AlignTop)
            parts.append(offered)
        row.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(row)
        close.clicked.connect(self._on_closed)
        set_tab_order((*parts, close))  # where the line stands, however late they come
        return sentence

    def take_focus(self) -> None:
        """Let the keyboard stand on what the button offers."""
        if self._offered is not None:
            self._offered.setFocus()

    def text(self) -> str:
        """The sentence that stands there; empty for none."""
        return self._sentence.text() if self._sentence is not None else ""

    def show_notice(self, sentence: str) -> None:
        """Show a sentence; none hides the line."""
        if sentence and self._sentence is None:
            self._sentence = self._build()
        if self._sentence is not None:
            self._sentence.setText(sentence)
        if self._close is not None:
            self._close.setAccessibleDescription(sentence)  # which of two notices it closes
        self.setVisible(bool(sentence))
        if self.isVisible():
            self._read_out()

    def _read_out(self) -> None:
        """Have a new sentence read out once; on a page that is hidden it waits, as it does for the eye."""
        sentence, heard = self.text(), self._heard
        self._heard = sentence
        if sentence and sentence != heard:
            announce(self, sentence)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._read_out()

    def _on_closed(self) -> None:
        self.show_notice("")
        self.closed.emit()
