"""The line above a session: leave, how far one has come, help."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from quizapp.ui.action_button import ActionButton
from quizapp.ui.look import Look
from quizapp.ui.progress_strip import ProgressStrip
from quizapp.ui.text import Text


class SessionBar(QWidget):
    """Leave, progress, shortcuts.

    Signals:
        leave_requested: back to where one came from; nothing is lost.
        shortcuts_requested: show the overview of keys.
    """

    leave_requested = Signal()
    shortcuts_requested = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._leave = ActionButton(look, self.tr("Leave"), "quiet", icon="x")
        self._strip = ProgressStrip(look)
        self._count = Text(look, "label_strong")
        self._help = ActionButton(look, self.tr("Keys"), "quiet", key="?")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(24, 6, 24, 0)
        layout.setSpacing(16)
        layout.addWidget(self._leave)
        layout.addWidget(self._strip, 1)
        layout.addWidget(self._count)
        layout.addWidget(self._help)
        self._leave.clicked.connect(self.leave_requested)
        self._help.clicked.connect(self.shortcuts_requested)

    def show_progress(self, position: int, total: int, part: float) -> None:
        """Show the place in the session; `part` is how much of the current question is done, 0 to 1."""
        self._strip.show_progress(position, total, part)
        self._strip.show()
        self._count.setText(self.tr("{place} of {total}").format(place=position + 1, total=total))

    def show_title(self, title: str) -> None:
        """Show a title instead of the progress, for looking back at one question."""
        self._strip.hide()
        self._count.setText(title)
