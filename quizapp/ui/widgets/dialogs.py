"""Message, reading and note dialogs."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QShortcut,
    QShowEvent,
    QTextCursor,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QDialog,
    QFrame,
    QGridLayout,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from quizapp.ui.compat import override
from quizapp.ui.style.type import scaled
from quizapp.ui.widgets.buttons import ENTER, Button
from quizapp.ui.widgets.keycaps import KeyNames
from quizapp.ui.widgets.layouts import FlowLayout
from quizapp.ui.widgets.page import Footer, ScrollPage, lay_out_with_footer
from quizapp.ui.widgets.reading import ReadingText
from quizapp.ui.widgets.text import Text

_MESSAGE_WIDTH, _SHARE = 560, 0.9  # px at 100 % text; of the screen at most
_BELOW = 12
_PAGING = (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class MessageDialog(QDialog):
    """Says something and waits for a button; Esc, and closing the window, press none.

    Args:
        title: its heading; empty for none.
        sentence: what it says, in paragraphs divided by blank lines.
        parent: the window it lies over.

    Attributes:
        chosen: the button that was pressed, None before and for Esc.
        page: what scrolls where the screen is too small for it.
    """

    def __init__(self, title: str, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = "\n\n".join(each for each in (title, sentence) if each)
        self.chosen: QAbstractButton | None = None
        self._default: Button | None = None
        self._group = QButtonGroup(self)
        self.page = ScrollPage()
        self._foot = Footer()
        self._buttons = FlowLayout()
        self.setWindowTitle(title or self.tr("Product or Service?"))
        self.setAccessibleName(self.windowTitle())
        self.setAccessibleDescription(sentence)
        self._build(title, sentence)

    def _build(self, title: str, sentence: str) -> None:
        if title:
            self.page.column.addWidget(Text("section", title))
        words = ReadingText("body" if title else "lead", title or self.windowTitle())
        words.setText(sentence)
        self.page.column.addWidget(words)
        self._foot.row.addLayout(self._buttons)
        lay_out_with_footer(self, self.page, self._foot, _BELOW)
        self._group.setExclusive(False)
        self._group.buttonClicked.connect(self._choose)

    def text(self) -> str:
        """All that it says."""
        return self._words

    def buttons(self) -> list[QAbstractButton]:
        """The buttons in reading order."""
        return self._group.buttons()

    def add_button(self, words: str, kind: str = "outline", key: str = "") -> Button:
        """Offer an answer; the one that is filled has the focus, and Enter presses it."""
        button = Button(words, kind, key)
        self._group.addButton(button)
        self._buttons.addWidget(button)
        if kind == "filled":
            self._default = button
            button.setFocus()
        return button

    def _choose(self, button: QAbstractButton) -> None:
        self.chosen = button
        self.accept()

    def _fit(self) -> None:
        """As high as its words, and never larger than the screen: then they scroll."""
        room = self.screen().availableSize() * _SHARE
        width = min(scaled(_MESSAGE_WIDTH), room.width())
        self.page.resize(width, self.page.height())  # its words are laid out in the width it has
        content = self.page.widget()
        words = content.heightForWidth(width) if content is not None else 0
        foot = max(self._foot.row.totalHeightForWidth(width), self._foot.minimumHeight())
        self.resize(QSize(width, words + foot + _BELOW).boundedTo(room))

    @override
    def setVisible(self, visible: bool) -> None:  # noqa: FBT001 - Qt's own signature
        """Take the size its words need before it is seen."""
        if visible and not self.isVisible():
            self._fit()
        super().setVisible(visible)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Have screen readers read it out."""
        super().showEvent(event)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter wherever the focus is; Page Up and Down scroll; copying takes all words."""
        if event.key() in ENTER and self._default is not None:
            self._default.click()
        elif event.key() in _PAGING:
            self.page.keyPressEvent(event)
        elif event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self._words)
        else:
            super().keyPressEvent(event)


_WIDTH, _HEIGHT = 620, 520  # px at 100 % text


class ReadingDialog(QDialog):
    """A titled window with scrolling text and one button that closes it.

    Actions of the window below with the property `over_dialogs` keep their keys.
    """

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.page = ScrollPage()
        self.page.column.setSpacing(10)
        self.page.column.addWidget(Text("hero", title))
        close = Button(self.tr("Close"), "filled", key="Esc")
        close.clicked.connect(self.accept)
        foot = Footer()
        foot.row.addStretch(1)
        foot.row.addWidget(close)
        lay_out_with_footer(self, self.page, foot, _BELOW)
        self.resize(QSize(scaled(_WIDTH), scaled(_HEIGHT)).boundedTo(self.screen().availableSize() * 0.9))
        close.setFocus()
        below = parent.window().actions() if parent is not None else []
        self.addActions([action for action in below if action.property("over_dialogs")])


_NOTE_WIDTH, _NOTE_HEIGHT, _NOTE_MARGIN = 580, 360, 16  # px at 100 % text


class NoteDialog(QDialog):
    """Asks for a note, in words of one's own.

    Args:
        title: of the window.
        question: what is asked; it stands above the field.
        about: what the note is about, such as bank and question.
        parent: the window it lies over.
        draft: what was written before.
        kept: the note there is; an empty one takes it back.

    Attributes:
        editor: the field.
        save: the button that saves the note; nothing need be saved that is kept already.
        column: what stands above each other: heading, what it is about, field, buttons.

    Signals:
        note_written: carries the note to be kept; whoever has kept it accepts the dialog.
    """

    note_written = Signal(object)

    def __init__(
        self,
        title: str,
        question: str,
        about: str,
        parent: QWidget | None = None,
        draft: str = "",
        kept: str = "",
    ) -> None:
        super().__init__(parent)
        self._kept = kept
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.editor = QPlainTextEdit(draft or kept)
        self.editor.setFrameShape(QFrame.Shape.NoFrame)
        self.editor.setTabChangesFocus(True)
        self.editor.setAccessibleName(question)
        self.editor.moveCursor(QTextCursor.MoveOperation.End)
        self.save = Button(self.tr("Save the note"), "filled", key="Ctrl+Enter")
        self._build(question, about)
        self.editor.textChanged.connect(self._update_save)
        self.save.clicked.connect(self._write)
        self._update_save()
        size = QSize(scaled(_NOTE_WIDTH), scaled(_NOTE_HEIGHT))
        self.resize(size.boundedTo(self.screen().availableSize() * _SHARE))
        self.editor.setFocus()

    def _build(self, question: str, about: str) -> None:
        cancel = Button(self.tr("Cancel"), "quiet", key="Esc")
        cancel.clicked.connect(self.reject)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self).activated.connect(self.save.click)
        buttons = FlowLayout(spread=True)  # each on a line of its own rather than its words on two
        buttons.addWidget(cancel)
        buttons.addWidget(self.save)
        self.column = column = QVBoxLayout(self)
        column.setContentsMargins(_NOTE_MARGIN, _NOTE_MARGIN, _NOTE_MARGIN, _NOTE_MARGIN)
        column.addWidget(Text("section", question))
        column.addWidget(Text("label", about, "muted"))
        column.addWidget(self.editor, 1)
        column.addLayout(buttons)

    @property
    def note(self) -> str:
        """What is written so far, without blanks around it."""
        return self.editor.toPlainText().strip()

    def _update_save(self) -> None:
        self.save.setEnabled(self.note != self._kept)
        takes_back = bool(self._kept) and not self.note
        self.save.setText(self.tr("Take it back") if takes_back else self.tr("Save the note"))

    def _write(self) -> None:
        self.note_written.emit(self.note)


class KeysDialog(ReadingDialog):
    """All keys on one page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Keyboard shortcuts"), parent)
        self.page.column.addLayout(self._table(self._keys()))
        self.page.column.addSpacing(10)
        self.page.column.addWidget(Text("section", self.tr("In a paper")))
        self.page.column.addLayout(self._table(self._paper_keys()))
        self.page.column.addSpacing(10)
        self.page.column.addWidget(Text("section", self.tr("In a round with a room")))
        self.page.column.addLayout(self._table(self._round_keys()))
        self.page.column.addStretch(1)

    def _table(self, rows: list[tuple[str, str]]) -> QGridLayout:
        """Keys, and what they do."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)
        for row, (keys, meaning) in enumerate(rows):
            names, words = KeyNames(keys), Text("label", meaning)
            words.setAccessibleName(
                self.tr("{keys}: {meaning}").format(keys=names.accessibleName(), meaning=meaning)
            )
            grid.addWidget(names, row, 0)
            grid.addWidget(words, row, 1)
        return grid

    def _keys(self) -> list[tuple[str, str]]:
        return [
            (self.tr("[P] [S]"), self.tr("Product, Service")),
            (self.tr("[E]"), self.tr("either can be argued, where that is an answer")),
            (self.tr("[←] [→]"), self.tr("the answer on that side, while an answer has the focus")),
            (self.tr("[←] [→]"), self.tr("looking back: the question before, the next one")),
            (self.tr("[1] to [6] or [A] to [F]"), self.tr("choose this option or reason")),
            (self.tr("[0]"), self.tr("not sure what decides it")),
            (self.tr("[1] to [3]"), self.tr("how sure you are of your answer, where that is asked")),
            (self.tr("[U] or [Ctrl+Z]"), self.tr("undo, until the next question")),
            (self.tr("[D]"), self.tr("what the words mean")),
            (self.tr("[A] [O]"), self.tr("the article, the other facts: in an explanation")),
            (self.tr("[F]"), self.tr("flag this question")),
            (self.tr("[Q]"), self.tr("read the question again, with a screen reader")),
            (self.tr("[C]"), self.tr("copy the question with its reasons")),
            (self.tr("[N]"), self.tr("a note: for yourself, or on what is wrong with this question")),
            (self.tr("[Enter] or [Space]"), self.tr("press what has the focus; go on")),
            (self.tr("[Esc]"), self.tr("leave; everything is saved")),
            (self.tr("[Tab]"), self.tr("move the focus")),
            (self.tr("[↑] [↓] [Page Up] [Page Down]"), self.tr("scroll a long explanation")),
            (self.tr("[↑] [↓] [Home] [End]"), self.tr("in Learn: another reason, another heading")),
            (self.tr("[Alt+↓]"), self.tr("the calendar of a date")),
            (self.tr("[R] [N]"), self.tr("on Today: resume, start a new session instead")),
            (self.tr("[Ctrl+N]"), self.tr("start a session")),
            (self.tr("[Ctrl+O]"), self.tr("open a bank")),
            (self.tr("[Ctrl+F]"), self.tr("find words, in the Library")),
            (self.tr("[T]"), self.tr("tables in place of plots, on Progress")),
            (self.tr("[←] [→] [Home] [End]"), self.tr("the points of a plot that has the focus")),
            (
                self.tr("[Ctrl+1] to [Ctrl+8]"),
                self.tr("Today, Learn, Practice, Papers, Progress, Library, Rounds, Banks"),
            ),
            (self.tr("[Ctrl+,]"), self.tr("Settings")),
            (self.tr("[Ctrl++] [Ctrl+−] [Ctrl+0]"), self.tr("larger text, smaller text, reset text size")),
            (self.tr("[F11]"), self.tr("full screen")),
            (self.tr("[F1] or [?]"), self.tr("this page")),
        ]

    def _paper_keys(self) -> list[tuple[str, str]]:
        return [
            (self.tr("[A] to [F], [P] [S]"), self.tr("answer, or change the answer")),
            (self.tr("[←] [→]"), self.tr("the question before, the next one")),
            (self.tr("[F]"), self.tr("flag for later, where there is no option F")),
            (self.tr("[Ctrl+Enter]"), self.tr("hand in, after a question")),
            (self.tr("[Esc]"), self.tr("go to Today; the time runs on")),
            (self.tr("[Ctrl+E]"), self.tr("resume the paper, on Today")),
        ]

    def _round_keys(self) -> list[tuple[str, str]]:
        return [
            (
                self.tr("[Space] or [Page Down]"),
                self.tr("the next step; after a lock what the plan says"),
            ),
            (self.tr("[D] [R]"), self.tr("discuss, reveal")),
            (self.tr("[Page Up] or [⌫]"), self.tr("back by one step")),
            (self.tr("[B] or [.]"), self.tr("the wall turns black, and back")),
            (self.tr("[L] [N] [V] [X]"), self.tr("unlock, skip, void, accept both")),
            (self.tr("[T] [Ctrl+P]"), self.tr("ten seconds more, pause")),
            (self.tr("[K]"), self.tr("held: peek at votes and answer")),
            (
                self.tr("[G] [S] [U] [W]"),
                self.tr("show the first vote, scores, disputed, turn the wall’s page"),
            ),
            (self.tr("[0] to [9]"), self.tr("type hands, or select a team; then [P] or [S], [A] to [F]")),
            (self.tr("[H]"), self.tr("the sheets of paper")),
            (self.tr("[C] [M] [E]"), self.tr("correct the votes, swap screens, finish")),
            (self.tr("[Ctrl] with a letter"), self.tr("the same in a buzz, where letters are the teams’")),
        ]
