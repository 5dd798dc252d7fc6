"""Windows to read, and one of them: the overview of keys."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QVBoxLayout, QWidget

from quizapp.ui.action_button import ActionButton
from quizapp.ui.footer import Footer
from quizapp.ui.key_names import KeyNames
from quizapp.ui.look import Look
from quizapp.ui.painting import INSET
from quizapp.ui.scroll_page import ScrollPage
from quizapp.ui.text import Text

_WIDTH, _HEIGHT = 620, 520  # px at 100 % text
_BELOW = 12


class ReadingDialog(QDialog):
    """A titled window with scrolling text and one button that closes it."""

    def __init__(self, look: Look, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.page = ScrollPage(look)
        self.page.column.setContentsMargins(look.px(INSET), 0, look.px(INSET), 0)
        self.page.column.setSpacing(10)
        self.page.column.addWidget(Text(look, "hero", title))
        self.page.column.addSpacing(look.px(8))
        close = ActionButton(look, self.tr("Close"), "filled", key="Esc")
        close.clicked.connect(self.accept)
        layout = QVBoxLayout(self)
        foot = Footer(look)
        foot.follow(self.page.verticalScrollBar())
        foot.row.addStretch(1)
        foot.row.addWidget(close)
        layout.setContentsMargins(0, 0, 0, look.px(_BELOW))
        layout.setSpacing(0)
        layout.addWidget(self.page, 1)
        layout.addWidget(foot)
        self.resize(QSize(look.px(_WIDTH), look.px(_HEIGHT)).boundedTo(self.screen().availableSize() * 0.9))
        close.setFocus()


class KeysDialog(ReadingDialog):
    """All keys on one page."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, self.tr("Keys"), parent)
        self.page.column.addLayout(self._table(look, self._keys()))
        self.page.column.addSpacing(look.px(10))
        self.page.column.addWidget(Text(look, "section", self.tr("In a round with a room")))
        self.page.column.addLayout(self._table(look, self._round_keys()))
        self.page.column.addStretch(1)

    def _table(self, look: Look, rows: list[tuple[str, str]]) -> QGridLayout:
        """Keys, and what they do."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)
        for row, (keys, meaning) in enumerate(rows):
            grid.addWidget(KeyNames(look, keys), row, 0)
            grid.addWidget(Text(look, "label", meaning), row, 1)
        return grid

    def _keys(self) -> list[tuple[str, str]]:
        arrows = ("→", "←") if self.isRightToLeft() else ("←", "→")  # as the tiles lie
        return [
            (self.tr("[P] or [{arrow}]").format(arrow=arrows[0]), self.tr("Product")),
            (self.tr("[S] or [{arrow}]").format(arrow=arrows[1]), self.tr("Service")),
            (self.tr("[1] to [6] or [A] to [F]"), self.tr("choose this option or reason")),
            (self.tr("[0]"), self.tr("not sure what decides it")),
            (self.tr("[U] or [Ctrl+Z]"), self.tr("undo, until the next question")),
            (self.tr("[F]"), self.tr("flag this question")),
            (self.tr("[C]"), self.tr("copy the question with its reasons")),
            (self.tr("[N]"), self.tr("something is wrong with this question")),
            (self.tr("[Enter] or [Space]"), self.tr("press what has the focus; go on")),
            (self.tr("[Esc]"), self.tr("leave; everything is saved")),
            (self.tr("[Tab]"), self.tr("move the focus")),
            (self.tr("[↑] [↓] [Page Up] [Page Down]"), self.tr("scroll a long explanation")),
            (self.tr("[R]"), self.tr("resume, on Today")),
            (self.tr("[Ctrl+N]"), self.tr("start a set")),
            (self.tr("[Ctrl+O]"), self.tr("open a bank")),
            (self.tr("[Ctrl+1] to [Ctrl+5]"), self.tr("Today, Learn, Practice, Rounds, Banks")),
            (self.tr("[Ctrl+,]"), self.tr("Settings")),
            (self.tr("[Ctrl++] [Ctrl+−] [Ctrl+0]"), self.tr("larger, smaller, usual text")),
            (self.tr("[F11]"), self.tr("full screen")),
            (self.tr("[F1] or [?]"), self.tr("this page")),
        ]

    def _round_keys(self) -> list[tuple[str, str]]:
        return [
            (
                self.tr("[Space] or [Page Down]"),
                self.tr("the next natural thing; after a lock it only points"),
            ),
            (self.tr("[D] [R]"), self.tr("discuss, reveal")),
            (self.tr("[B] or [Page Up]"), self.tr("back")),
            (self.tr("[L] [N] [V] [X]"), self.tr("unlock, skip, void, accept both")),
            (self.tr("[T] [Ctrl+P]"), self.tr("ten seconds more, pause")),
            (self.tr("[K]"), self.tr("held: peek at key and votes")),
            (
                self.tr("[G] [S] [U] [W]"),
                self.tr("show the first vote, scores, disputed, turn the wall’s page"),
            ),
            (self.tr("[1] to [9]"), self.tr("type hands, or turn a team’s answer")),
            (self.tr("[H]"), self.tr("sheets of paper, on one screen")),
            (self.tr("[Ctrl] with a letter"), self.tr("the same in a buzz, where letters are the teams’")),
        ]
