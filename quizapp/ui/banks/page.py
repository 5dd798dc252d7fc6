"""Open banks, recent files, problems."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.domain.bank import Bank
from quizapp.domain.problem import Problem, Reading, Severity
from quizapp.domain.question import Verdict
from quizapp.ui.compat import override
from quizapp.ui.style.sheet import RING
from quizapp.ui.widgets.buttons import Button
from quizapp.ui.widgets.cards import Card, CardList
from quizapp.ui.widgets.layouts import FlowLayout, TwoColumns, set_tab_order
from quizapp.ui.widgets.page import NoticeLine, ScrollPage
from quizapp.ui.widgets.signs import IconLabel
from quizapp.ui.widgets.text import Paragraph, ReadingText, Text
from quizapp.ui.wording import Counting, shown_topic, topics_of


@dataclass(frozen=True, slots=True)
class BankView:
    """An open bank, and where it comes from."""

    bank: Bank
    path: Path
    is_used: bool
    is_shipped: bool


@dataclass(frozen=True, slots=True)
class RecentView:
    """A file opened some time ago; `is_there` says whether it can be seen now."""

    path: Path
    is_there: bool = True


@dataclass(frozen=True, slots=True)
class ProblemsView:
    """What is to be mended in a file; `is_open` says whether a bank of it is open all the same."""

    reading: Reading
    is_open: bool


@dataclass(frozen=True, slots=True)
class BanksView:
    """All of it; `notice` is what has just happened, as a sentence.

    `is_reading` says whether banks are still to be read.
    """

    banks: tuple[BankView, ...] = ()
    recent: tuple[RecentView, ...] = ()
    problems: tuple[ProblemsView, ...] = ()
    notice: str = ""
    is_reading: bool = False


SHOWN_FIRST = 8


def in_one_line(problem: Problem) -> str:
    """A problem as the command line prints it, with its hint."""
    position = ":".join(
        str(part) for part in (problem.path, problem.line, problem.column) if part is not None
    )
    hint = f"\n    {problem.hint}" if problem.hint else ""
    return f"{position}: {problem.severity} {problem.code}: {problem.message}{hint}"


class ProblemList(QWidget):
    """What has to be mended in a file and what that means, the first few at once.

    All of it is one document: a file may have hundreds of problems.

    Args:
        parent: the owner.
        names_file: whether it says where the file is.

    Attributes:
        buttons: the row below, for what else can be done.
    """

    def __init__(self, parent: QWidget | None = None, *, names_file: bool = True) -> None:
        super().__init__(parent)
        self._names_file = names_file
        self._view: ProblemsView | None = None
        self._shows_all = False
        self._words = ReadingText("body", self.tr("Problems"))
        self._all = Button("", "outline")
        self._copy = Button(self.tr("Copy all"), "outline")
        self.buttons = FlowLayout()
        for button in (self._all, self._copy):
            self.buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._words)
        column.addLayout(self.buttons)
        self._all.clicked.connect(self._show_all)
        self._copy.clicked.connect(self._copy_all)

    def show_problems(self, view: ProblemsView) -> None:
        """Show the problems that reading a file has found."""
        if self._view is not None and self._view.reading.path != view.reading.path:
            self._shows_all = False
        self._view = view
        for button in (self._all, self._copy):
            button.setAccessibleDescription(view.reading.path)
        self._fill(view)

    def _fill(self, view: ProblemsView) -> None:
        found = view.reading.problems
        shown = found if self._shows_all else found[:SHOWN_FIRST]
        told = [Paragraph(self._consequence(view), tone="muted")]
        if self._names_file:
            told.append(Paragraph(view.reading.path, "label", "muted", above=2))
        self._words.set_paragraphs(
            [*told, *(part for each in shown for part in self._problem_paragraphs(each))]
        )
        self._all.setVisible(len(shown) < len(found))
        self._all.setText(self.tr("Show all {n}").format(n=len(found)))

    def counted(self, reading: Reading) -> str:
        """`2 errors, 1 warning`."""
        errors, warnings = len(reading.errors), len(reading.warnings)
        parts = []
        if errors:
            parts.append(self.tr("1 error") if errors == 1 else self.tr("{n} errors").format(n=errors))
        if warnings:
            parts.append(
                self.tr("1 warning") if warnings == 1 else self.tr("{n} warnings").format(n=warnings)
            )
        return ", ".join(parts)

    def _consequence(self, view: ProblemsView) -> str:
        """What the problems mean for the person."""
        if view.reading.bank is None and view.is_open:
            return self.tr("Nothing of the file as it is now can be used; its questions stay as they were.")
        if view.reading.bank is None:
            return self.tr(
                "Nothing of this file can be used yet; the bank that was open stays open. "
                "Fix and save the file; it then opens by itself."
            )
        if view.reading.errors:
            return self.tr(
                "Questions with an error were left out, or stay as they were before; all others are ready."
            )
        return self.tr("All questions are ready; look these over when there is time.")

    def _problem_paragraphs(self, problem: Problem) -> Iterator[Paragraph]:
        """A problem: how grave it is and where it stands, what is wrong, and how to mend it."""
        is_error = problem.severity is Severity.ERROR
        severity = self.tr("Error") if is_error else self.tr("Warning")
        position = self.tr("whole file")
        if problem.line is not None:
            position = self.tr("line {line}, column {column}").format(
                line=problem.line, column=problem.column
            )
        yield Paragraph(f"{severity} · {position}", "caption", "ink" if is_error else "muted", above=12)
        yield Paragraph(problem.message, "body_strong")
        if problem.hint:
            yield Paragraph(problem.hint)

    def _show_all(self) -> None:
        self._shows_all = True
        if self._view is not None:
            self._fill(self._view)

    def _copy_all(self) -> None:
        if self._view is not None:
            text = "\n".join(in_one_line(problem) for problem in self._view.reading.problems)
            QGuiApplication.clipboard().setText(text)


class FoldedProblems(QWidget):
    """Counts the problems, and lists them: errors at once, mere warnings when somebody asks."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path = ""
        self._counts = Text("body_strong")
        self._list = ProblemList(names_file=False)  # its card does
        self._show = Button("", "quiet")
        line = QHBoxLayout()
        line.setSpacing(RING)
        line.addSpacing(RING)
        for part in (IconLabel("triangle-alert"), self._counts, self._show):
            line.addWidget(part)
        line.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(line)
        column.addWidget(self._list)
        self._show.clicked.connect(self._toggle)
        self._fold(folded=True)

    def show_problems(self, view: ProblemsView | None) -> None:
        """Count the problems of a file; none hides the line."""
        self.setVisible(view is not None)
        if view is None:
            return
        if view.reading.path != self._path:
            self._fold(folded=not view.reading.errors)
        self._path = view.reading.path
        self._list.show_problems(view)
        self._counts.setText(self._list.counted(view.reading))
        self._show.setAccessibleDescription(f"{self._counts.text()}, {self._path}")

    def _toggle(self) -> None:
        self._fold(folded=not self._list.isHidden())

    def _fold(self, *, folded: bool) -> None:
        self._list.setHidden(folded)
        self._show.setText(self.tr("Show") if folded else self.tr("Hide"))


class BankCard(Card):
    """Shows one open bank.

    Signals:
        use_requested: draw the coming sets from it; carries its id.
        close_requested: close it; carries its id.
    """

    use_requested = Signal(object)
    close_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bank_id = ""
        self._counting = Counting(self)
        self._state = Text("caption", tone="muted")
        self._title = Text("section")
        self._words = ReadingText("body", "")
        self._problems = FoldedProblems()
        self._use = Button(self.tr("Use this one"), "outline")
        self._close = Button(self.tr("Close"), "outline")
        self.body.setSpacing(4)
        for part in (self._state, self._title, self._words, self._problems):
            self.body.addWidget(part)
        buttons = FlowLayout()
        buttons.addWidget(self._use)
        buttons.addWidget(self._close)
        self.body.addLayout(buttons)
        self._use.clicked.connect(self._ask_to_use)
        self._close.clicked.connect(self._ask_to_close)

    def show_bank(self, view: BankView, problems: ProblemsView | None = None) -> None:
        """Show another bank, or the same one changed, and what has to be mended in its file."""
        bank = view.bank
        self._bank_id = bank.id
        self._state.setText(
            self.tr("Current bank: the next sessions come from it") if view.is_used else self.tr("Open")
        )
        self._title.setText(bank.title)
        self._words.setAccessibleName(bank.title)
        came = self.tr("It came with the program.")
        place = Paragraph(came if view.is_shipped else str(view.path), "label", "muted", above=6)
        told = [Paragraph(self._contents(bank)), *self._bank_paragraphs(bank), place]
        self._words.set_paragraphs(told)
        self._use.setVisible(not view.is_used)
        self._close.setVisible(not view.is_shipped)
        self._problems.show_problems(problems)
        for button in (self._use, self._close):
            button.setAccessibleDescription(bank.title)

    def _contents(self, bank: Bank) -> str:
        scenarios = sum(isinstance(question, Verdict) for question in bank.questions)
        choices = len(bank.questions) - scenarios
        count = self._counting.questions(len(bank.questions))
        if not choices:
            return count
        return self.tr("{count}: {scenarios} with a scenario, {choices} with options").format(
            count=count, scenarios=scenarios, choices=choices
        )

    def _bank_paragraphs(self, bank: Bank) -> Iterator[Paragraph]:
        """Its topics; by whom it is, in which version, under which terms."""
        topics = ", ".join(shown_topic(topic) for topic in topics_of(bank))
        if topics:
            words = self.tr("Topics: {topics}").format(topics=topics)
            yield Paragraph(words, tone="muted", above=6)
        version = self.tr("Version {version}").format(version=bank.version) if bank.version else ""
        edition = " · ".join(text for text in (version, bank.licence) if text)
        credited = [text for text in (bank.author, bank.reviewed, edition, bank.notice) if text]
        if credited:
            yield Paragraph("\n".join(credited), tone="muted", above=6)

    def _ask_to_use(self) -> None:
        self.use_requested.emit(self._bank_id)

    def _ask_to_close(self) -> None:
        self.close_requested.emit(self._bank_id)


class RecentRow(QWidget):
    """One file: its name, its folder, and whether it is there now.

    Signals:
        open_requested: open it; carries its path.
        forget_requested: take it off the list; carries its path.
    """

    open_requested = Signal(object)
    forget_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path = Path()
        self._name = Text("body_strong")
        self._folder = Text("label", tone="muted")
        self._missing = Text("label", self.tr("Not there now; perhaps its disk is not connected."))
        self._open = Button(self.tr("Open"), "outline")
        self._forget = Button(self.tr("Remove from the list"), "quiet")
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
        self.open_requested.emit(self._path)

    def _ask_to_forget(self) -> None:
        self.forget_requested.emit(self._path)


class ProblemsCard(Card):
    """Names the file, and lists its problems.

    Signals:
        dismiss_requested: list it no longer; carries the path of the file.
    """

    dismiss_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path = Path()
        self._title = Text("section")
        self._list = ProblemList()
        self._dismiss = Button(self.tr("Do not list this file"), "quiet")
        self._list.buttons.addWidget(self._dismiss)
        self.body.addWidget(self._title)
        self.body.addWidget(self._list)
        self._dismiss.clicked.connect(self._ask_to_dismiss)

    def show_problems(self, view: ProblemsView) -> None:
        """Show the problems that reading a file has found."""
        self._path = Path(view.reading.path)
        counts = self._list.counted(view.reading)
        self._title.setText(self.tr("{counts} in {file}").format(counts=counts, file=self._path.name))
        self._list.show_problems(view)
        self._dismiss.setVisible(not view.is_open)
        self._dismiss.setAccessibleDescription(view.reading.path)

    def _ask_to_dismiss(self) -> None:
        self.dismiss_requested.emit(self._path)


class BanksPage(ScrollPage):
    """Shows what is open, and emits every request about it.

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

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._open = Button(self.tr("Open a bank\u00a0…"), "filled", key="Ctrl+O")
        self._reading = Text("body_strong")
        self._notice = NoticeLine()
        self._nothing = Card()
        self._none, self._advice = Text("section"), Text("body", self.tr("Open one to practise."), "muted")
        self._recent = Card()
        self._sections: list[tuple[QWidget, QVBoxLayout]] = []
        self._open.clicked.connect(self.open_requested)
        self._notice.closed.connect(self.notice_closed)
        self._add_head()
        self._used = CardList[BankCard](self._section())
        self._problems = CardList[ProblemsCard](self._section())
        self._others = CardList[BankCard](self._section())
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

    def _section(self) -> QVBoxLayout:
        """Room for cards that come later, a part of its own so that they are read where they stand."""
        section = QWidget()
        column = QVBoxLayout(section)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.column.spacing())
        self.column.addWidget(section)
        self._sections.append((section, column))
        return column

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
        card = BankCard()
        card.use_requested.connect(self.use_requested)
        card.close_requested.connect(self.close_requested)
        return card

    def _new_problems(self) -> ProblemsCard:
        card = ProblemsCard()
        card.dismiss_requested.connect(self.dismiss_requested)
        return card

    def _new_file(self) -> RecentRow:
        row = RecentRow()
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
        for section, column in self._sections:
            section.setVisible(column.count() > 0)
        self._nothing.setVisible(not view.banks)
        reading, none = self.tr("Reading the banks …"), self.tr("No bank is open")
        self._none.setText(reading if view.is_reading else none)
        self._advice.setVisible(not view.is_reading)
        self._recent.setVisible(bool(view.recent))
        parts = self.findChildren(QWidget)  # cards that came late are reached where they stand
        set_tab_order(part for part in parts if part.focusPolicy() & Qt.FocusPolicy.TabFocus)

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
