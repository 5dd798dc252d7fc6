"""A small window for a note that something is wrong with a question."""

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QPaintEvent, QShortcut, QTextCursor
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from quizapp.ui.action_button import ActionButton
from quizapp.ui.flow_layout import FlowLayout
from quizapp.ui.look import Look
from quizapp.ui.overriding import override
from quizapp.ui.painting import CONTROL_RADIUS, INSET, paint_box, paint_focus_ring, painter_on, visible_rect
from quizapp.ui.text import Text

_WIDTH, _HEIGHT, _MARGIN = 580, 380, 16


class _Field(QFrame):
    """A field for several lines, with the edge and the ring of every control."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.editor = QPlainTextEdit(self)
        self.editor.setFrameShape(QFrame.Shape.NoFrame)
        self.editor.setTabChangesFocus(True)
        self.editor.setFont(look.font("body"))
        self.editor.installEventFilter(self)
        room = look.px(14)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(room, room, room, room)
        layout.addWidget(self.editor)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show the ring while the editor has the focus."""
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self.update()
        return False

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the paper, its edge, and the ring."""
        box, radius, theme = visible_rect(self, self._look), self._look.px(CONTROL_RADIUS), self._look.theme
        with painter_on(self) as painter:
            paint_box(painter, QRectF(box), radius, theme.surface, theme.border)
            if self.editor.hasFocus():
                paint_focus_ring(painter, box, self._look)


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
        self._field = _Field(look)
        self._editor = self._field.editor
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
