"""Open banks, recent files, problems."""

from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.domain.bank import Bank
from quizapp.domain.problem import Problem, Reading, Severity
from quizapp.domain.question import Verdict
from quizapp.ui.compat import override
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.style.painting import INSET
from quizapp.ui.widgets.buttons import Button
from quizapp.ui.widgets.cards import Card, CardList
from quizapp.ui.widgets.layouts import FlowLayout, TwoColumns, clear
from quizapp.ui.widgets.page import NoticeLine, ScrollPage
from quizapp.ui.widgets.signs import IconLabel
from quizapp.ui.widgets.text import Text
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
    """All of it; `notice` is what has just happened, as a sentence."""

    banks: tuple[BankView, ...] = ()
    recent: tuple[RecentView, ...] = ()
    problems: tuple[ProblemsView, ...] = ()
    notice: str = ""


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

    It belongs in a `ReachingColumn`.

    Attributes:
        buttons: the row below, for what else can be done.
    """

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._reading: Reading | None = None
        self._shows_all = False
        self._lead = Text("body", tone="muted")
        self._rows = QVBoxLayout()
        self._all = Button("", "outline")
        self._copy = Button(self.tr("Copy all"), "outline")
        self.buttons = FlowLayout(gap=4)
        self._build()
        self._all.clicked.connect(self._show_all)
        self._copy.clicked.connect(self._copy_all)

    def _build(self) -> None:
        problems = QWidget()  # a part of its own, so that what comes later is read where it stands
        problems.setLayout(self._rows)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(10)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self._lead, problems):
            column.addWidget(part)
        column.addLayout(self.buttons)
        for button in (self._all, self._copy):
            self.buttons.addWidget(button)

    def show_problems(self, view: ProblemsView) -> None:
        """Show the problems that reading a file has found."""
        if self._reading is not None and self._reading.path != view.reading.path:
            self._shows_all = False
        is_another = self._reading != view.reading
        self._reading = view.reading
        self._lead.setText(f"{self._consequence(view)}\n{view.reading.path}")
        for button in (self._all, self._copy):
            button.setAccessibleDescription(view.reading.path)
        if is_another:
            self._fill(view.reading)

    def _fill(self, reading: Reading) -> None:
        clear(self._rows)
        problems = reading.problems if self._shows_all else reading.problems[:SHOWN_FIRST]
        for problem in problems:
            self._rows.addWidget(self._row(problem))
        self._all.setVisible(len(problems) < len(reading.problems))
        self._all.setText(self.tr("Show all {n}").format(n=len(reading.problems)))

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
                "Once it is mended and saved, it opens by itself."
            )
        if view.reading.errors:
            return self.tr(
                "Questions with an error were left out, or stay as they were before; all others are ready."
            )
        return self.tr("All questions are ready; look these over when there is time.")

    def _row(self, problem: Problem) -> QWidget:
        row = QWidget()
        layout = QVBoxLayout(row)
        layout.setContentsMargins(self._appearance.px(INSET), 0, self._appearance.px(INSET), 0)
        layout.setSpacing(0)
        error = problem.severity is Severity.ERROR
        severity = self.tr("Error") if error else self.tr("Warning")
        position = self.tr("whole file")
        if problem.line is not None:
            position = self.tr("line {line}, column {column}").format(
                line=problem.line, column=problem.column
            )
        head = QHBoxLayout()
        head.setSpacing(self._appearance.px(6))
        if error:
            head.addWidget(IconLabel("triangle-alert"))
        head.addWidget(Text("caption", f"{severity} · {position}", "ink" if error else "muted"), 1)
        layout.addLayout(head)
        layout.addWidget(Text("body_strong", problem.message))
        if problem.hint:
            layout.addWidget(Text("body", problem.hint))
        return row

    def _show_all(self) -> None:
        self._shows_all = True
        if self._reading is not None:
            self._fill(self._reading)

    def _copy_all(self) -> None:
        if self._reading is not None:
            text = "\n".join(in_one_line(problem) for problem in self._reading.problems)
            QGuiApplication.clipboard().setText(text)


class FoldedProblems(QWidget):
    """Counts the problems, and lists them: errors at once, mere warnings when somebody asks.

    It belongs in a `ReachingColumn`.
    """

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path = ""
        self._counts = Text("body_strong")
        self._list = ProblemList(appearance)
        self._show = Button("", "quiet")
        line = QHBoxLayout()
        line.setContentsMargins(appearance.px(INSET), 0, 0, 0)
        line.setSpacing(appearance.px(8))
        line.addWidget(IconLabel("triangle-alert"), 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self._counts, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self._show)
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

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=(22, 18))
        self._bank_id = ""
        self._counting = Counting(self)
        self._state = Text("caption", tone="muted")
        self._title = Text("section")
        self._holds = Text("body")
        self._topics = Text("body", tone="muted")
        self._credits = Text("body", tone="muted")
        self._place = Text("label", tone="muted")
        self._problems = FoldedProblems(appearance)
        self._use = Button(self.tr("Use this one"), "outline")
        self._close = Button(self.tr("Close"), "outline")
        for text in (self._state, self._title, self._holds, self._topics, self._credits, self._place):
            self.body.addWidget(text)
        column = QVBoxLayout()
        column.addWidget(self._problems)
        self.body.addLayout(column)
        self._buttons = FlowLayout()
        self._buttons.addWidget(self._use)
        self._buttons.addWidget(self._close)
        self.body.addLayout(self._buttons)
        self._use.clicked.connect(self._ask_to_use)
        self._close.clicked.connect(self._ask_to_close)

    def show_bank(self, view: BankView, problems: ProblemsView | None = None) -> None:
        """Show another bank, or the same one changed, and what has to be mended in its file."""
        bank = view.bank
        self._bank_id = bank.id
        self._state.setText(
            self.tr("In use: the next sets come from it") if view.is_used else self.tr("Open")
        )
        self._title.setText(bank.title)
        self._holds.setText(self._contents(bank))
        self._topics.setText(self._named_topics(bank))
        self._credits.setText("\n".join(text for text in self._credited(bank) if text))
        came = self.tr("It came with the program.")
        self._place.setText(came if view.is_shipped else str(view.path))
        self._use.setVisible(not view.is_used)
        self._close.setVisible(not view.is_shipped)
        self._problems.show_problems(problems)
        for button in (self._use, self._close):
            button.setAccessibleDescription(bank.title)
        for text in (self._topics, self._credits):
            text.setVisible(bool(text.text()))

    def _contents(self, bank: Bank) -> str:
        scenarios = sum(isinstance(question, Verdict) for question in bank.questions)
        choices = len(bank.questions) - scenarios
        count = self._counting.questions(len(bank.questions))
        if not choices:
            return count
        return self.tr("{count}: {scenarios} with a scenario, {choices} with options").format(
            count=count, scenarios=scenarios, choices=choices
        )

    def _named_topics(self, bank: Bank) -> str:
        topics = [shown_topic(topic) for topic in topics_of(bank)]
        return self.tr("Topics: {topics}").format(topics=", ".join(topics)) if topics else ""

    def _credited(self, bank: Bank) -> list[str]:
        """By whom, in which version, under which terms; a line each."""
        version = self.tr("Version {version}").format(version=bank.version) if bank.version else ""
        edition = " · ".join(text for text in (version, bank.licence) if text)
        return [bank.author, bank.reviewed, edition, bank.notice]

    def _ask_to_use(self) -> None:
        self.use_requested.emit(self._bank_id)

    def _ask_to_close(self) -> None:
        self.close_requested.emit(self._bank_id)


class RecentRow(QWidget):
    """One file: its name, its folder, and whether it is there now. It belongs in a `ReachingColumn`.

    Signals:
        open_requested: open it; carries its path.
        forget_requested: take it off the list; carries its path.
    """

    open_requested = Signal(object)
    forget_requested = Signal(object)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path = Path()
        self._name = Text("body_strong")
        self._folder = Text("label", tone="muted")
        gone = self.tr("Not there now; perhaps its disk is not connected.")
        self._missing = Text("label", gone)
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
        row = FlowLayout(buttons, gap=4)
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

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=(22, 18))
        self._path = Path()
        self._title = Text("section")
        self._list = ProblemList(appearance)
        self._dismiss = Button(self.tr("Do not list this file"), "quiet")
        self._list.buttons.addWidget(self._dismiss)
        self.body.addWidget(self._title)
        column = QVBoxLayout()
        column.addWidget(self._list)
        self.body.addLayout(column)
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

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._appearance = appearance
        self._notice = NoticeLine()
        self._reading = Text("body_strong")
        self._nothing = Card(padding=(22, 18))
        self._recent = Card(padding=(22, 18))
        self._open = Button(self.tr("Open a bank\u00a0…"), "filled", key="Ctrl+O", icon="folder-open")
        self._open.clicked.connect(self.open_requested)
        self._build()
        self.show_banks(BanksView())
        self.show_reading(1.0)

    # -- building ------------------------------------------------------------------------------

    def _build(self) -> None:
        head = QHBoxLayout()  # the button's edge ends where those of the cards do
        head.setContentsMargins(0, 12, 0, 4)
        head.addWidget(Text("title", self.tr("Banks")), 1)
        head.addWidget(self._open)
        self.column.addLayout(head)
        below = QHBoxLayout()
        words = QVBoxLayout()
        words.setSpacing(6)
        drop = self.tr("You can also drop bank files anywhere on this window.")
        for text in (Text("body", drop, "muted"), self._reading):
            words.addWidget(text)
        below.addLayout(words)
        self.column.addLayout(below)
        self.column.addWidget(self._notice)
        self._notice.closed.connect(self.notice_closed)
        self._used = CardList[BankCard](self._section())
        self._problems = CardList[ProblemsCard](self._section())
        self._others = CardList[BankCard](self._section())
        self._nothing.body.addWidget(Text("section", self.tr("No bank is open")))
        self._nothing.body.addWidget(Text("body", self.tr("Open one to practise."), "muted"))
        self.column.addWidget(self._nothing)
        self._recent.body.addWidget(Text("caption", self.tr("Opened lately"), "muted"))
        rows = QVBoxLayout()
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
        card = BankCard(self._appearance)
        card.use_requested.connect(self.use_requested)
        card.close_requested.connect(self.close_requested)
        return card

    def _new_problems(self) -> ProblemsCard:
        card = ProblemsCard(self._appearance)
        card.dismiss_requested.connect(self.dismiss_requested)
        return card

    def _new_file(self) -> RecentRow:
        row = RecentRow(self._appearance)
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
        for before, after in pairwise(self.findChildren(Button)):
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
