"""Choosing a paper, going on with one, and looking back at those that were handed in."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.domain.paper_preset import Lack, PaperKind
from quizapp.quiz.papers import PaperHead, PaperOffer
from quizapp.ui.counting import Counting
from quizapp.ui.dates import long_moment
from quizapp.ui.running_paper import PaperView, RunningPaperCard
from quizapp.ui.widgets.buttons import Button, RowButton
from quizapp.ui.widgets.cards import Card, Rule
from quizapp.ui.widgets.choices import Option, OptionList, OptionRow
from quizapp.ui.widgets.layouts import FlowLayout, clear, set_tab_order
from quizapp.ui.widgets.page import Footer, ScrollPage, lay_out_with_footer
from quizapp.ui.widgets.signs import IconLabel
from quizapp.ui.widgets.text import Text
from quizapp.ui.wording import shown_topic

_GAP = 6  # px between cards, besides the px they keep free at their sides
_SHOWN_FIRST = 8
"""Papers that were handed in and are listed before one asks for all."""
_STARTING = ("Return", "Enter", "Ctrl+Return", "Ctrl+Enter")


@dataclass(frozen=True, slots=True)
class PapersView:
    """What the page shows.

    Attributes:
        offers: the papers to choose from, in the order shown.
        chosen: the index of the one that is chosen.
        running: a paper whose time runs; None where there is none.
        past: the papers that were handed in, the newest first.
        problems: a sentence for each fault in the files of papers.
        own: the file for papers of one's own.
        is_reading: whether banks are still to be read.
    """

    offers: tuple[PaperOffer, ...] = ()
    chosen: int = 0
    running: PaperView | None = None
    past: tuple[PaperHead, ...] = ()
    problems: tuple[str, ...] = ()
    own: str = ""
    is_reading: bool = False


class PaperWords(QObject):
    """All sentences about papers to choose from, in one place, so that they sound alike."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._counting = Counting(self)

    def option(self, offer: PaperOffer) -> Option:
        """A paper among others."""
        preset = offer.preset
        parts = [
            self._counting.questions(preset.questions),
            self.tr("{n} minutes").format(n=preset.minutes),
        ]
        if preset.pass_mark:
            parts.append(self.tr("{n} to pass").format(n=preset.pass_mark))
        return Option(preset.title, " · ".join(parts))

    def lacks(self, offer: PaperOffer) -> str:
        """What is missing to fill a paper; empty where nothing is."""
        if not offer.lacks:
            return ""
        told = self.tr("The open banks have too few questions for this paper. Missing: {lacks}.")
        return told.format(lacks="; ".join(self._lack(each) for each in offer.lacks))

    def _lack(self, lack: Lack) -> str:
        kinds = {
            PaperKind.CHOICE: self.tr("{n} of {wanted} choices"),
            PaperKind.SCENARIO: self.tr("{n} of {wanted} scenarios"),
            PaperKind.ANY: self.tr("{n} of {wanted} questions"),
        }
        row = lack.row
        words = kinds[row.kind].format(n=lack.missing, wanted=row.questions)
        if row.level:
            words = self.tr("{words} of level {level}").format(words=words, level=row.level)
        if row.topics:
            topics = ", ".join(shown_topic(topic) for topic in row.topics)
            words = self.tr("{words} on {topics}").format(words=words, topics=topics)
        return words

    def outcome(self, offer: PaperOffer) -> str:
        """What comes of starting it."""
        if offer.lacks:
            return self.tr("This paper cannot be filled yet.")
        if offer.fresh == offer.found:
            return self.tr("All questions are new to you.")
        return self.tr("{fresh} of {n} questions are new to you.").format(fresh=offer.fresh, n=offer.found)

    def past(self, past: PaperHead) -> str:
        """What an earlier paper came to."""
        words = self.tr("{earned} of {n}").format(earned=past.marks, n=past.questions)
        if past.has_passed is None:
            return words
        passed = self.tr("{marks}, passed") if past.has_passed else self.tr("{marks}, not passed")
        return passed.format(marks=words)


class RunningCard(RunningPaperCard):
    """Offers to go on with a paper whose time runs, or to give it up.

    Args:
        page: the owner, whose requests it makes.
    """

    def __init__(self, page: "PapersPage") -> None:
        super().__init__()
        self._page = page
        give_up, self.resume = Button(self.tr("Give it up"), "quiet"), Button(self.tr("Resume the paper"))
        self.buttons.addWidget(give_up)
        self.buttons.addWidget(self.resume)
        give_up.clicked.connect(self._give_up)
        self.resume.clicked.connect(self._resume)

    def _resume(self) -> None:
        self._page.resume_requested.emit(self.paper_id)

    def _give_up(self) -> None:
        self._page.give_up_requested.emit(self.paper_id)


class PastRow(RowButton):
    """A paper that was handed in; a press shows its result."""

    def __init__(self, words: PaperWords, past: PaperHead) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(12, 6, 12, 6)
        super().__init__("row", row)
        self.id = past.id
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(Text("body_strong", past.title))
        texts.addWidget(Text("label", long_moment(past.ended_at), "muted"))
        result = words.past(past)
        row.addLayout(texts, 1)
        row.addWidget(Text("choice", result))
        row.addWidget(IconLabel("chevron-right"))
        self.pass_mouse_through()
        self.setAccessibleName(f"{past.title}, {long_moment(past.ended_at)}, {result}")
        self.setAccessibleDescription(self.tr("Show the result"))


class PapersPage(QWidget):
    """Papers.

    Signals:
        preset_requested: a paper was chosen; carries its index.
        start_requested: begin the chosen paper; carries whether with extra time.
        extra_time_changed: somebody wants extra time from now on, or no longer; carries which.
        print_requested: save a paper like the chosen one, with its key, as a PDF.
        resume_requested: go on with the paper of this id.
        give_up_requested: let the paper of this id count for nothing.
        result_requested: show the result of the paper of this id.
        banks_requested: show the banks.
    """

    preset_requested = Signal(object)
    start_requested = Signal(object)
    extra_time_changed = Signal(bool)
    print_requested = Signal()
    resume_requested = Signal(object)
    give_up_requested = Signal(object)
    result_requested = Signal(object)
    banks_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = PaperWords(self)
        self._view = PapersView()
        self._running = RunningCard(self)
        self._presets, self._extra = OptionList(self.tr("Which paper")), OptionRow()
        self._note, self._lacks = Text("label", tone="muted"), Text("body")
        self._banks = Button(self.tr("Show banks"), small=True)
        self._problems, self._own = Text("body"), Text("label", tone="muted")
        self._past_card, self._past = Card(padding=(12, 14)), QVBoxLayout()
        self._all, self._shows_all = Button("", "quiet", small=True), False
        self._outcome = Text("label", tone="muted")
        self._print = Button(self.tr("Print it"), "quiet")
        self._start = Button("", "filled", key="Enter", icon="arrow-right", after=True)
        self._scroll = ScrollPage()
        self._footer = Footer()
        self._build()
        self._connect_signals()
        self.show_papers(PapersView())

    # -- building ------------------------------------------------------------------------------

    def _build(self) -> None:
        self.setAccessibleName(self.tr("Papers"))
        column = self._scroll.column
        column.setSpacing(_GAP)
        column.addWidget(Text("title", self.tr("Papers")))
        for card in (self._running, self._choice_card(), self._conditions_card(), self._past_card):
            column.addWidget(card)
        self._fill_past_card()
        column.addWidget(self._own)
        column.addStretch(1)
        self._footer.put(self._outcome, self._print, self._start)
        lay_out_with_footer(self, self._scroll, self._footer)

    def _choice_card(self) -> Card:
        card = Card(padding=(22, 14))
        card.body.setSpacing(4)
        card.body.addWidget(Text("label_strong", self.tr("Which paper"), "muted"))
        banks = FlowLayout()
        banks.addWidget(self._banks)
        for part in (self._presets, self._extra, self._note, self._lacks):
            card.body.addWidget(part)
        card.body.addLayout(banks)
        card.body.addWidget(self._problems)
        return card

    def _conditions_card(self) -> Card:
        card = Card(padding=(22, 14))
        card.body.setSpacing(4)
        card.body.addWidget(Text("label_strong", self.tr("Under exam conditions"), "muted"))
        told = self.tr(
            "Nothing is explained before the end. Move freely, flag questions and change answers; when the "
            "time is up, the paper hands itself in. The time runs on while you are away, while the computer "
            "sleeps and while the program is closed; what you answered stays."
        )
        card.body.addWidget(Text("body", told))
        return card

    def _fill_past_card(self) -> None:
        heading = Text("label_strong", self.tr("Handed in"), "muted")
        heading.setContentsMargins(10, 0, 0, 0)
        self._past.setSpacing(0)
        self._past_card.body.setSpacing(4)
        self._past_card.body.addWidget(heading)
        self._past_card.body.addLayout(self._past)
        self._past_card.body.addWidget(self._all, 0, Qt.AlignmentFlag.AlignLeading)

    def _connect_signals(self) -> None:
        self._presets.chosen.connect(self.preset_requested)
        self._extra.clicked.connect(self._tell_extra_time)
        self._banks.clicked.connect(self.banks_requested)
        self._print.clicked.connect(self.print_requested)
        self._start.clicked.connect(self._ask_to_start)
        self._all.clicked.connect(self._show_all)
        for keys in _STARTING:
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(self._press)

    # -- showing -------------------------------------------------------------------------------

    def show_papers(self, view: PapersView) -> None:
        """Show what can be sat, what is being sat and what was."""
        self._view = view
        self._running.show_paper(view.running)
        self._presets.show_options([self._words.option(each) for each in view.offers], view.chosen)
        self._show_offer(view.offers[view.chosen] if view.offers else None)
        self._problems.setText("\n".join(view.problems))
        self._problems.setVisible(bool(view.problems))
        own = self.tr("Papers of your own stand in a file that you write: {file}")
        self._own.setText(own.format(file=view.own) if view.own else "")
        self._own.setVisible(bool(view.own))
        self._show_past(view.past)

    def show_extra_time(self, *, wanted: bool) -> None:
        """Show whether papers that allow it are sat with extra time."""
        self._extra.setChecked(wanted)

    def _tell_extra_time(self) -> None:
        self.extra_time_changed.emit(self._extra.isChecked())

    def _show_offer(self, offer: PaperOffer | None) -> None:
        can_start = offer is not None and not offer.lacks and self._view.running is None
        lacks = self._words.lacks(offer) if offer is not None else ""
        if self._view.is_reading and lacks:
            lacks = self.tr("Reading the banks …")
        self._lacks.setText(lacks)
        for part in (self._lacks, self._banks):
            part.setVisible(bool(lacks))
        preset = offer.preset if offer is not None else None
        self._note.setText(preset.note if preset is not None else "")
        self._note.setVisible(bool(self._note.text()))
        minutes = preset.extra_minutes if preset is not None else 0
        self._extra.setVisible(minutes > 0)
        self._extra.show_option(
            self.tr("With extra time: {n} minutes").format(n=minutes),
            self.tr("For those whose own or working language is another one."),
        )
        self._start.setText(self.tr("Start the paper"))
        self._start.setEnabled(can_start)
        self._print.setEnabled(offer is not None and not offer.lacks)
        told = self._words.outcome(offer) if offer is not None and not self._view.is_reading else ""
        if self._view.running is not None:
            told = self.tr("A paper is running: go on with it first.")
        self._outcome.setText(told)

    def _show_past(self, past: Sequence[PaperHead]) -> None:
        clear(self._past)
        self._past_card.setVisible(bool(past))
        rows: list[PastRow] = []
        shown = past if self._shows_all else past[:_SHOWN_FIRST]
        for each in shown:
            row = PastRow(self._words, each)
            row.clicked.connect(self._ask_for_result)
            if rows:
                self._past.addWidget(Rule())
            self._past.addWidget(row)
            rows.append(row)
        self._all.setText(self.tr("Show all {n}").format(n=len(past)))
        self._all.setVisible(len(shown) < len(past))
        self._all.raise_()  # screen readers read in the order of stacking
        set_tab_order([self._extra.button, self._banks, *rows, self._all])

    def _show_all(self) -> None:
        self._shows_all = True
        self._show_past(self._view.past)

    def take_focus(self) -> None:
        """Begin at the top: Enter goes on with a paper that runs, else starts the one that is chosen."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._scroll.verticalScrollBar().setValue(0)

    def _press(self) -> None:
        (self._running.resume if self._view.running is not None else self._start).click()

    def _ask_to_start(self) -> None:
        preset = self._view.offers[self._view.chosen].preset
        self.start_requested.emit(self._extra.isChecked() and preset.extra_minutes > 0)

    def _ask_for_result(self) -> None:
        sender = self.sender()
        if isinstance(sender, PastRow):
            self.result_requested.emit(sender.id)
