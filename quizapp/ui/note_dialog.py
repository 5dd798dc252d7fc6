"""A small window for a note that something is wrong with a question."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import QDialog, QFrame, QPlainTextEdit, QVBoxLayout, QWidget

from quizapp.ui.action_button import ActionButton
from quizapp.ui.field_box import FieldBox
from quizapp.ui.flow_layout import FlowLayout
from quizapp.ui.look import Look
from quizapp.ui.painting import INSET
from quizapp.ui.text import Text

_WIDTH, _HEIGHT, _MARGIN = 580, 380, 16


class NoteDialog(QDialog):
    """Asks what is wrong with a question.

    Args:
        look: the look in force.
        about: bank and question, as a person would name them to its author.
        parent: the window it belongs to.
        draft: what was written before and not saved.

    Signals:
        note_written: carries the text to be kept; whoever has kept it accepts the dialog.
    """

    note_written = Signal(object)

    def __init__(self, look: Look, about: str, parent: QWidget | None = None, draft: str = "") -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Something is wrong with this question"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        question = Text(look, "section", self.tr("What is wrong with this question?"), inset=INSET)
        self._editor = QPlainTextEdit()
        self._editor.setFrameShape(QFrame.Shape.NoFrame)
        self._editor.setTabChangesFocus(True)
        self._field = FieldBox(look, self._editor, "body", (9, 9))
        self._editor.setAccessibleName(question.text())
        self._save = ActionButton(look, self.tr("Save the note"), key="Ctrl+Enter")
        cancel = ActionButton(look, self.tr("Cancel"), "quiet", key="Esc")
        buttons = FlowLayout(spread=True)  # each on a line of its own rather than its words on two
        buttons.addWidget(cancel)
        buttons.addWidget(self._save)
        layout = QVBoxLayout(self)
        margin = look.px(_MARGIN)
        layout.setContentsMargins(margin, margin, margin, margin)
        layout.addWidget(question)
        layout.addWidget(Text(look, "label", about, "muted", inset=INSET))
        layout.addWidget(self._field, 1)
        layout.addLayout(buttons)
        cancel.clicked.connect(self.reject)
        self._editor.setPlainText(draft)
        self._editor.moveCursor(QTextCursor.MoveOperation.End)
        self._prepare(look)

    def draft(self) -> str:
        """What is written so far."""
        return self._editor.toPlainText()

    def _prepare(self, look: Look) -> None:
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self).activated.connect(self._save.click)
        self._save.clicked.connect(self._keep)
        self._editor.textChanged.connect(self._follow)
        self._follow()
        self.resize(QSize(look.px(_WIDTH), look.px(_HEIGHT)).boundedTo(self.screen().availableSize() * 0.9))
        self._editor.setFocus()

    def _follow(self) -> None:
        """An empty note cannot be saved."""
        self._save.setEnabled(bool(self._editor.toPlainText().strip()))

    def _keep(self) -> None:
        self.note_written.emit(self._editor.toPlainText().strip())
