"""The open banks, what each holds, the files opened lately, and what has to be mended in any of them."""

from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.ui.action_button import ActionButton
from quizapp.ui.bank_card import BankCard
from quizapp.ui.banks_view import BanksView
from quizapp.ui.card import Card
from quizapp.ui.card_list import CardList
from quizapp.ui.look import Look
from quizapp.ui.notice_line import NoticeLine
from quizapp.ui.overriding import override
from quizapp.ui.painting import INSET
from quizapp.ui.problems_card import ProblemsCard
from quizapp.ui.recent_row import RecentRow
from quizapp.ui.rows import HeadRow, ReachingColumn
from quizapp.ui.scroll_page import ScrollPage
from quizapp.ui.text import Text


class BanksPage(ScrollPage):
    """Shows what is open, and takes every wish about it.

    Signals:
        open_requested: choose a bank file.
        file_requested: open a file of the list; carries its path.
        forget_requested: take a file off the list; carries its path.
        dismiss_requested: list the problems of a file no longer; carries its path.
        use_requested: draw the coming sets from a bank; carries its id.
        close_requested: close a bank; carries its id.
        notice_closed: what has happened last need not be shown any more.
        came_up: the page is seen again, and wants to show things as they are now.
    """

    open_requested = Signal()
    file_requested = Signal(object)
    forget_requested = Signal(object)
    dismiss_requested = Signal(object)
    use_requested = Signal(object)
    close_requested = Signal(object)
    notice_closed = Signal()
    came_up = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self._look = look
        self._notice = NoticeLine(look)
        self._reading = Text(look, "body_strong")
        self._nothing = Card(look, padding=(22, 18))
        self._recent = Card(look, padding=(22, 18))
        self._open = ActionButton(
            look, self.tr("Open a bank\u00a0…"), "filled", key="Ctrl+O", icon="folder-open"
        )
        self._open.clicked.connect(self.open_requested)
        self._build()
        self.show_banks(BanksView())
        self.show_reading(1.0)

    # -- building ------------------------------------------------------------------------------

    def _build(self) -> None:
        head = QHBoxLayout()  # the button's edge ends where those of the cards do
        head.setContentsMargins(0, 12, 0, 4)
        head.addWidget(Text(self._look, "title", self.tr("Banks"), inset=INSET), 1)
        head.addWidget(self._open)
        self.column.addLayout(head)
        below = HeadRow(self._look, above=0)
        words = QVBoxLayout()
        words.setSpacing(6)
        drop = self.tr("You can also drop bank files anywhere on this window.")
        for text in (Text(self._look, "body", drop, "muted"), self._reading):
            words.addWidget(text)
        below.addLayout(words)
        self.column.addLayout(below)
        self.column.addWidget(self._notice)
        self._notice.closed.connect(self.notice_closed)
        self._used = CardList[BankCard](self._section())
        self._problems = CardList[ProblemsCard](self._section())
        self._others = CardList[BankCard](self._section())
        self._nothing.body.addWidget(Text(self._look, "section", self.tr("No bank is open")))
        self._nothing.body.addWidget(Text(self._look, "body", self.tr("Open one to practise."), "muted"))
        self.column.addWidget(self._nothing)
        self._recent.body.addWidget(Text(self._look, "caption", self.tr("Opened lately"), "muted"))
        rows = ReachingColumn(self._look)
        rows.setSpacing(16)
        self._recent.body.addLayout(rows)
        self._files = CardList[RecentRow](rows)
        self.column.addWidget(self._recent)
        self.column.addStretch(1)

    def _section(self) -> QVBoxLayout:
        """Room for cards that come later, a part of its own so that they are read where they stand."""
        section = QWidget()
        column = QVBoxLayout(section)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self.column.addWidget(section)
        return column

    def _new_bank(self) -> BankCard:
        card = BankCard(self._look)
        card.use_requested.connect(self.use_requested)
        card.close_requested.connect(self.close_requested)
        return card

    def _new_problems(self) -> ProblemsCard:
        card = ProblemsCard(self._look)
        card.dismiss_requested.connect(self.dismiss_requested)
        return card

    def _new_file(self) -> RecentRow:
        row = RecentRow(self._look)
        row.open_requested.connect(self.file_requested)
        row.forget_requested.connect(self.forget_requested)
        return row

    # -- showing -------------------------------------------------------------------------------

    def show_banks(self, view: BanksView) -> None:
        """Show what is open, what was, and what has to be mended."""
        self._notice.show_notice(view.notice)
        apart = {Path(file.reading.path): file for file in view.problems}
        for cards, is_used in ((self._used, True), (self._others, False)):
            banks = [bank for bank in view.banks if bank.is_used is is_used]
            for card, bank in zip(cards.resized(len(banks), self._new_bank), banks, strict=True):
                card.show_bank(bank, apart.pop(bank.path, None))
        problems = self._problems.resized(len(apart), self._new_problems)
        for faults, file in zip(problems, apart.values(), strict=True):
            faults.show_problems(file)
        files = self._files.resized(len(view.recent), self._new_file)
        for row, recent in zip(files, view.recent, strict=True):
            row.show_file(recent)
        self._nothing.setVisible(not view.banks)
        self._recent.setVisible(bool(view.recent))
        for before, after in pairwise(self.findChildren(ActionButton)):
            self.setTabOrder(before, after)  # cards that came late are reached where they stand

    def take_focus(self) -> None:
        """Begin at the top: let Tab go to the first button."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.verticalScrollBar().setValue(0)

    def show_reading(self, part: float) -> None:
        """Say how far a file has been read, 0 to 1; nothing any more once it is read."""
        self._reading.setVisible(part < 1)
        self._reading.setText(self.tr("Reading the file, {percent} %").format(percent=round(100 * part)))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Ask for what may have changed while another page was in front."""
        super().showEvent(event)
        self.came_up.emit()
