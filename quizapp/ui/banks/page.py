"""Open banks, recent files, problems."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.domain.bank import Bank
from quizapp.domain.directions import isolated
from quizapp.domain.question import Verdict
from quizapp.ui.banks.problems import FoldedProblems, ProblemsCard
from quizapp.ui.banks.views import BanksView, BankView, ProblemsView, RecentView
from quizapp.ui.compat import override
from quizapp.ui.counting import Counting
from quizapp.ui.widgets.buttons import Button
from quizapp.ui.widgets.cards import Card, CardList, WarningLine
from quizapp.ui.widgets.layouts import ColumnsLayout, FlowLayout, TwoColumns, scroll_to, set_tab_order
from quizapp.ui.widgets.notice import NoticeLine
from quizapp.ui.widgets.page import BROAD, ScrollPage
from quizapp.ui.widgets.reading import Paragraph, ReadingText
from quizapp.ui.widgets.text import Text
from quizapp.ui.wording import FontWords, shown_topic, topics_of


class BankCard(Card):
    """Shows one open bank.

    Args:
        page: the owner, whose requests it makes.
    """

    def __init__(self, page: "BanksPage") -> None:
        super().__init__()
        self._page = page
        self._bank_id = ""
        self._counting = Counting(self)
        self._state = Text("caption", tone="muted")
        self._title = Text("section")
        self._words, self._credits = ReadingText("body", ""), ReadingText("label", "")
        self._fonts = FontWords(self)
        self._boxes = WarningLine()
        self._problems = FoldedProblems()
        self._practise = Button(self.tr("Practise"), "outline")
        self._use = Button(self.tr("Use this one"), "outline")
        self._close = Button(self.tr("Close"), "outline")
        self.body.setSpacing(4)
        self._about = Button(self.tr("About this bank"), "quiet")
        for part in (self._state, self._title, self._words, self._boxes, self._problems, self._credits):
            self.body.addWidget(part)
        self.body.addStretch(1)
        buttons = FlowLayout()
        for button in (self._practise, self._use, self._close, self._about):
            buttons.addWidget(button)
        self.body.addLayout(buttons)
        self._credits.hide()
        self._about.clicked.connect(self._toggle_credits)
        self._practise.clicked.connect(self._ask_to_practise)
        self._use.clicked.connect(self._ask_to_use)
        self._close.clicked.connect(self._ask_to_close)

    def show_bank(self, view: BankView, problems: ProblemsView | None = None) -> None:
        """Show another bank, or the same one changed, and what has to be mended in its file."""
        bank = view.bank
        self._bank_id = bank.id
        self._state.setText(self.tr("Current bank") if view.is_used else self.tr("Open"))
        self._title.setText(bank.title)
        self._words.setAccessibleName(bank.title)
        came = self.tr("Built in")
        place = Paragraph(came if view.is_shipped else str(view.path), "label", "muted", above=6)
        self._words.set_paragraphs([Paragraph(self._contents(bank)), *self._topics(bank), place])
        credited = self._credited(bank)
        self._credits.setAccessibleName(self.tr("About {bank}").format(bank=isolated(bank.title)))
        self._credits.set_paragraphs([Paragraph(text, "label", "muted", above=4) for text in credited])
        self._about.setVisible(bool(credited))
        self._boxes.show_warning(self._fonts.bank(bank))
        self._practise.setVisible(bool(bank.questions))
        self._use.setVisible(not view.is_used)
        self._close.setVisible(not view.is_shipped)
        self._problems.show_problems(problems)
        for button in (self._practise, self._use, self._close, self._about):
            button.setAccessibleDescription(bank.title)

    def _contents(self, bank: Bank) -> str:
        scenarios = sum(isinstance(question, Verdict) for question in bank.questions)
        choices = len(bank.questions) - scenarios
        count = self._counting.questions(len(bank.questions))
        if not choices:
            return count
        if not scenarios:
            return self._counting.choices(choices)
        return self.tr("{count}: {scenarios} scenarios, {choices}").format(
            count=count, scenarios=scenarios, choices=self._counting.choices(choices)
        )

    def _topics(self, bank: Bank) -> Iterator[Paragraph]:
        topics = ", ".join(shown_topic(topic) for topic in topics_of(bank))
        if topics:
            words = self.tr("Topics: {topics}").format(topics=topics)
            yield Paragraph(words, tone="muted", above=6)

    def _credited(self, bank: Bank) -> list[str]:
        """By whom it is, in which version, under which terms."""
        version = self.tr("Version {version}").format(version=bank.version) if bank.version else ""
        edition = " · ".join(isolated(text) for text in (version, bank.licence) if text)
        return [text for text in (bank.author, bank.reviewed, edition, bank.notice) if text]

    def _toggle_credits(self) -> None:
        self._credits.setHidden(not self._credits.isHidden())
        is_open = not self._credits.isHidden()
        self._about.setText(self.tr("Hide") if is_open else self.tr("About this bank"))
        if is_open:
            QTimer.singleShot(0, self._credits, partial(scroll_to, self._credits))  # once it is laid out

    def _ask_to_practise(self) -> None:
        self._page.practise_requested.emit(self._bank_id)

    def _ask_to_use(self) -> None:
        self._page.use_requested.emit(self._bank_id)

    def _ask_to_close(self) -> None:
        self._page.close_requested.emit(self._bank_id)


class RecentRow(QWidget):
    """One file: its name, its folder, and whether it is there now.

    Args:
        page: the owner, whose requests it makes.
    """

    def __init__(self, page: "BanksPage") -> None:
        super().__init__()
        self._page = page
        self._path = Path()
        self._name = Text("body_strong")
        self._folder = Text("label", tone="muted")
        self._missing = Text("label", self.tr("Not there now; perhaps its disk is not connected."))
        self._open = Button(self.tr("Open"), "outline")
        self._forget = Button(self.tr("Remove from list"), "quiet")
        columns = TwoColumns(gap=16, row_gap=0, shares=(5, 4), least=680)
        self.setLayout(columns)
        columns.addWidget(self._words())
        columns.addWidget(self._buttons())
        self._open.clicked.connect(self._ask_to_open)
        self._forget.clicked.connect(self._ask_to_forget)

    def _words(self) -> QWidget:
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for text in (self._name, self._folder, self._missing):
            column.addWidget(text)
        column.addStretch(1)
        return words

    def _buttons(self) -> QWidget:
        buttons = QWidget()
        row = FlowLayout(buttons)
        row.addWidget(self._open)
        row.addWidget(self._forget)
        return buttons

    def show_file(self, view: RecentView) -> None:
        """Show another file, or the same one changed."""
        self._path = view.path
        self._name.setText(view.path.name)
        self._folder.setText(str(view.path.parent))
        self._missing.setVisible(not view.is_there)
        for button in (self._open, self._forget):
            button.setAccessibleDescription(str(view.path))

    def _ask_to_open(self) -> None:
        self._page.file_requested.emit(self._path)

    def _ask_to_forget(self) -> None:
        self._page.forget_requested.emit(self._path)


_ABREAST = 560  # px at 100 % text: the least width of a card beside another


class BanksPage(ScrollPage):
    """Shows what is open, and emits every request about it.

    Signals:
        open_requested: choose a bank file.
        file_requested: open a file of the list; carries its path.
        forget_requested: take a file off the list; carries its path.
        dismiss_requested: list the problems of a file no longer; carries its path.
        practise_requested: choose what to practise of a bank; carries its id.
        use_requested: draw the coming sets from a bank; carries its id.
        close_requested: close a bank; carries its id.
        notice_closed: what has happened last need not be shown any more.
        came_up: the page is seen again, and wants to show things as they are now.
    """

    open_requested = Signal()
    file_requested = Signal(object)
    forget_requested = Signal(object)
    dismiss_requested = Signal(object)
    practise_requested = Signal(object)
    use_requested = Signal(object)
    close_requested = Signal(object)
    notice_closed = Signal()
    came_up = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(BROAD, parent)
        self.setAccessibleName(self.tr("Banks"))  # it has the focus at first
        self._open = Button(self.tr("Open a bank\u00a0…"), "filled", key="Ctrl+O")
        self._reading = Text("body_strong")
        self._notice = NoticeLine()
        self._nothing = Card()
        self._none, self._advice = Text("section"), Text("body", self.tr("Open one to practise."), "muted")
        self._recent = Card()
        self._sections: list[tuple[QWidget, ColumnsLayout]] = []
        self._open.clicked.connect(self.open_requested)
        self._notice.closed.connect(self.notice_closed)
        self._add_head()
        self._problems = CardList[ProblemsCard](self._section())
        self._banks = CardList[BankCard](self._section())
        self._files = CardList[RecentRow](self._add_rest())
        self.show_banks(BanksView())
        self.show_reading(1.0)

    # -- building ------------------------------------------------------------------------------

    def _add_head(self) -> None:
        head = FlowLayout(spread=True)
        head.addWidget(Text("title", self.tr("Banks")))
        head.addWidget(self._open)
        drop = self.tr("You can also drop bank files anywhere on this window.")
        self.column.addLayout(head)
        self.column.addWidget(Text("body", drop, "muted"))
        self.column.addWidget(self._reading)
        self.column.addWidget(self._notice)

    def _section(self) -> ColumnsLayout:
        """Room for cards that come later, a part of its own so that they are read where they stand."""
        section = QWidget()
        columns = ColumnsLayout(2, _ABREAST, section, gap=self.column.spacing())
        self.column.addWidget(section)
        self._sections.append((section, columns))
        return columns

    def _add_rest(self) -> QVBoxLayout:
        """What is said where no bank is open, and the files of before, for which it gives the column."""
        for words in (self._none, self._advice):
            self._nothing.body.addWidget(words)
        self._recent.body.addWidget(Text("caption", self.tr("Opened lately"), "muted"))
        rows = QVBoxLayout()
        rows.setSpacing(12)
        self._recent.body.addLayout(rows)
        self.column.addWidget(self._nothing)
        self.column.addWidget(self._recent)
        self.column.addStretch(1)
        return rows

    def _new_bank(self) -> BankCard:
        return BankCard(self)

    def _new_problems(self) -> ProblemsCard:
        card = ProblemsCard()
        card.dismiss_requested.connect(self.dismiss_requested)
        return card

    def _new_file(self) -> RecentRow:
        return RecentRow(self)

    # -- showing -------------------------------------------------------------------------------

    def show_banks(self, view: BanksView) -> None:
        """Show what is open, what was, and what has to be mended."""
        self._notice.show_notice(view.notice)
        apart = {Path(file.reading.path): file for file in view.problems}
        banks = sorted(view.banks, key=lambda bank: not bank.is_used)
        for card, bank in zip(self._banks.resized(len(banks), self._new_bank), banks, strict=True):
            card.show_bank(bank, apart.pop(bank.path, None))
        problems = self._problems.resized(len(apart), self._new_problems)
        for faults, file in zip(problems, apart.values(), strict=True):
            faults.show_problems(file)
        files = self._files.resized(len(view.recent), self._new_file)
        for row, recent in zip(files, view.recent, strict=True):
            row.show_file(recent)
        for section, column in self._sections:
            section.setVisible(column.count() > 0)
        self._nothing.setVisible(not view.banks)
        reading, none = self.tr("Reading the banks …"), self.tr("No bank is open")
        self._none.setText(reading if view.is_reading else none)
        self._advice.setVisible(not view.is_reading)
        self._recent.setVisible(bool(view.recent))
        parts = self.findChildren(QWidget)  # cards that came late are reached where they stand
        set_tab_order(part for part in parts if part.focusPolicy() & Qt.FocusPolicy.TabFocus)

    def show_reading(self, part: float) -> None:
        """Say how far a file has been read, 0 to 1; nothing any more once it is read."""
        self._reading.setVisible(part < 1)
        self._reading.setText(self.tr("Reading the file, {percent} %").format(percent=round(100 * part)))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Ask for what may have changed while another page was in front."""
        super().showEvent(event)
        self.came_up.emit()
