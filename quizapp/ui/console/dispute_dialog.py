"""A small window for why the room disputes a question."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import QDialog, QFrame, QPlainTextEdit, QVBoxLayout, QWidget

from quizapp.ui.action_button import ActionButton
from quizapp.ui.field_box import FieldBox
from quizapp.ui.flow_layout import FlowLayout
from quizapp.ui.look import Look
from quizapp.ui.painting import INSET
from quizapp.ui.text import Text

_WIDTH, _HEIGHT, _MARGIN = 560, 320, 16


class DisputeDialog(QDialog):
    """Asks why; an empty note takes the dispute back.

    Args:
        look: the look in force.
        about: which question it is.
        kept: the note there is.
        parent: the page.

    Signals:
        note_written: carries the note; whoever has kept it accepts the dialog.
    """

    note_written = Signal(object)

    def __init__(self, look: Look, about: str, kept: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Disputed"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._kept = kept
        self._editor = QPlainTextEdit()
        self._save = ActionButton(look, self.tr("Save the note"), key="Ctrl+Enter")
        self._cancel = ActionButton(look, self.tr("Cancel"), "quiet", key="Esc")
        self._build(look, about)
        self._editor.setPlainText(kept)
        self._editor.moveCursor(QTextCursor.MoveOperation.End)
        self._connect_signals()
        self.resize(QSize(look.px(_WIDTH), look.px(_HEIGHT)).boundedTo(self.screen().availableSize() * 0.9))
        self._editor.setFocus()

    def _build(self, look: Look, about: str) -> None:
        question = Text(look, "section", self.tr("What does the room dispute?"), inset=INSET)
        self._editor.setFrameShape(QFrame.Shape.NoFrame)
        self._editor.setTabChangesFocus(True)
        self._editor.setAccessibleName(question.text())
        buttons = FlowLayout(spread=True)
        buttons.addWidget(self._cancel)
        buttons.addWidget(self._save)
        layout = QVBoxLayout(self)
        margin = look.px(_MARGIN)
        layout.setContentsMargins(margin, margin, margin, margin)
        layout.addWidget(question)
        layout.addWidget(Text(look, "label", about, "muted", inset=INSET))
        layout.addWidget(FieldBox(look, self._editor, "body", (9, 9)), 1)
        layout.addLayout(buttons)

    def _connect_signals(self) -> None:
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self).activated.connect(self._save.click)
        self._cancel.clicked.connect(self.reject)
        self._save.clicked.connect(self._keep)
        self._editor.textChanged.connect(self._follow)
        self._follow()

    @property
    def note(self) -> str:
        """What is written so far."""
        return self._editor.toPlainText().strip()

    def _follow(self) -> None:
        """Nothing need be saved that is kept already."""
        self._save.setEnabled(self.note != self._kept)
        takes_back = bool(self._kept) and not self.note
        self._save.setText(self.tr("Take it back") if takes_back else self.tr("Save the note"))

    def _keep(self) -> None:
        self.note_written.emit(self.note)
