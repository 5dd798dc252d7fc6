"""A small window over the main one: what it says, and the buttons that answer it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QGuiApplication, QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QDialog, QVBoxLayout, QWidget

from quizapp.ui.action_button import ActionButton
from quizapp.ui.flow_layout import FlowLayout
from quizapp.ui.footer import Footer
from quizapp.ui.look import Look
from quizapp.ui.overriding import override
from quizapp.ui.painting import INSET
from quizapp.ui.scroll_page import ScrollPage
from quizapp.ui.text import Text
from quizapp.ui.theme import palette

_WIDTH, _SHARE = 560, 0.9  # px at 100 % text; of the screen at most
_BELOW = 12
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PAGING = (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class MessageDialog(QDialog):
    """Says something and waits for a button; Esc, and closing the window, press none.

    Args:
        look: the look in force.
        title: its heading; empty for none.
        sentence: what it says, in paragraphs divided by blank lines.
        parent: the window it lies over.

    Attributes:
        chosen: the button that was pressed, None before and for Esc.
        page: what scrolls where the screen is too small for it.
    """

    def __init__(self, look: Look, title: str, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._told = "\n\n".join(each for each in (title, sentence) if each)
        self.chosen: QAbstractButton | None = None
        self._default: ActionButton | None = None
        self._group = QButtonGroup(self)
        self.page = ScrollPage(look)
        self._foot = Footer(look)
        self._buttons = FlowLayout()
        self._layout = QVBoxLayout(self)
        self.setWindowTitle(title or self.tr("Product or Service?"))
        self.setAccessibleName(self.windowTitle())
        self.setAccessibleDescription(sentence)
        self._build(title, sentence)
        look.changed.connect(self._dress)
        self._dress()

    def _build(self, title: str, sentence: str) -> None:
        if title:
            self.page.column.addWidget(Text(self._look, "section", title, inset=INSET))
            self.page.column.addSpacing(self._look.px(4))
        self.page.column.addWidget(Text(self._look, "body" if title else "lead", sentence, inset=INSET))
        self._foot.row.addLayout(self._buttons)
        self._foot.follow(self.page.verticalScrollBar())
        self._layout.setSpacing(0)
        self._layout.addWidget(self.page, 1)
        self._layout.addWidget(self._foot)
        self._group.setExclusive(False)
        self._group.buttonClicked.connect(self._choose)

    def _dress(self) -> None:
        """Its own palette: it may be needed before the program is dressed in its look."""
        self.setPalette(palette(self._look.theme))
        self._layout.setContentsMargins(0, 0, 0, self._look.px(_BELOW))

    def text(self) -> str:
        """All that it says."""
        return self._told

    def buttons(self) -> list[QAbstractButton]:
        """The buttons in reading order."""
        return self._group.buttons()

    def add_button(self, words: str, kind: str = "outline", key: str = "") -> ActionButton:
        """Offer an answer; the one that is filled has the focus, and Enter presses it."""
        button = ActionButton(self._look, words, kind, key=key)
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
        look, room = self._look, self.screen().availableSize() * _SHARE
        width = min(look.px(_WIDTH), room.width())
        self.page.resize(width, self.page.height())  # its words are laid out in the width it has
        content = self.page.widget()
        words = content.heightForWidth(width) if content is not None else 0
        foot = max(self._foot.row.totalHeightForWidth(width), self._foot.minimumHeight())
        self.resize(QSize(width, words + foot + look.px(_BELOW)).boundedTo(room))

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
        if event.key() in _ENTER and self._default is not None:
            self._default.click()
        elif event.key() in _PAGING:
            self.page.keyPressEvent(event)
        elif event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self._told)
        else:
            super().keyPressEvent(event)
