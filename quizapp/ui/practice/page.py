"""Choosing a session, with its sentences."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.domain.cue_score import CueScore
from quizapp.domain.directions import isolated
from quizapp.domain.selection import ALL_THAT_FIT, Selection, Which
from quizapp.ui.compat import override
from quizapp.ui.counting import Counting
from quizapp.ui.widgets.buttons import Button
from quizapp.ui.widgets.cards import Card
from quizapp.ui.widgets.choices import ChipGroup, Option, OptionList, OptionRow
from quizapp.ui.widgets.layouts import ColumnsLayout, FlowLayout, TwoColumns
from quizapp.ui.widgets.page import BROAD, Footer, ScrollPage, lay_out_with_footer
from quizapp.ui.widgets.text import Text, announce
from quizapp.ui.wording import shown_topic


@dataclass(frozen=True, slots=True)
class BankChoice:
    """An open bank that can be practised."""

    id: str
    title: str
    questions: int


@dataclass(frozen=True, slots=True)
class PracticeView:
    """What can be chosen from; without banks there is nothing to practise.

    Attributes:
        banks: the open banks that hold questions.
        bank_id: the one looked at.
        topics: all of its topics, in the order shown.
        counts: how many of its questions on the topics chosen fit each choice.
        weakest: its weakest cue; None while none stands out.
        scenarios: whether it asks for verdicts, not for choices alone.
        is_reading: whether banks are still to be read.
    """

    banks: tuple[BankChoice, ...] = ()
    bank_id: str = ""
    topics: tuple[str, ...] = ()
    counts: Mapping[Which, int] = field(default_factory=dict)
    weakest: CueScore | None = None
    scenarios: bool = True
    is_reading: bool = False


_LENGTHS = (5, 10, 20, 40)


class PracticeWords(QObject):
    """All of them in one place, so that they sound alike."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._counting = Counting(self)

    def bank(self, bank: BankChoice) -> Option:
        """An open bank among others."""
        return Option(bank.title, self._counting.questions(bank.questions))

    def which(self, which: Which, view: PracticeView, *, narrowed: bool) -> Option:
        """One choice of questions, with how many fit it, or with the reason why none does.

        Args:
            which: the choice.
            view: what is known of the bank.
            narrowed: whether only some topics are wanted.
        """
        fit = view.counts.get(which, 0)
        if fit:
            note = self._meaning(which, view.weakest)
        else:
            note = self._lack(which, view.weakest, narrowed=narrowed)
        return Option(self._name(which), note, str(fit), enabled=fit > 0)

    def _name(self, which: Which) -> str:
        names = {
            Which.ALL: self.tr("All questions"),
            Which.UNSEEN: self.tr("New"),
            Which.MISTAKES: self.tr("Missed"),
            Which.FLAGGED: self.tr("Flagged"),
            Which.WEAKEST_CUE: self.tr("Weakest kind of reason"),
            Which.PAIRS: self.tr("Twins"),
        }
        return names[which]

    def _meaning(self, which: Which, weakest: CueScore | None) -> str:
        meanings = {
            Which.ALL: self.tr("Whether you have answered them or not."),
            Which.UNSEEN: self.tr("You have not answered these before."),
            Which.MISTAKES: self.tr("Not right when you last answered them."),
            Which.FLAGGED: self.tr("You flagged these yourself."),
            Which.WEAKEST_CUE: self.cue(weakest) if weakest else "",
            Which.PAIRS: self.tr(
                "Two scenarios that differ in one fact. The summary shows them side by side."
            ),
        }
        return meanings[which]

    def _lack(self, which: Which, weakest: CueScore | None, *, narrowed: bool) -> str:
        if narrowed and (which is not Which.WEAKEST_CUE or weakest):
            return self.tr("None on the topics chosen.")
        lacks = {
            Which.ALL: self.tr("This bank has no questions."),
            Which.UNSEEN: self.tr("You have answered them all."),
            Which.MISTAKES: self.tr("Nothing missed so far."),
            Which.FLAGGED: self.tr("None yet. F flags a question while it is asked."),
            Which.WEAKEST_CUE: self.tr("None stands out yet. That takes a few answers."),
            Which.PAIRS: self.tr("This bank has none."),
        }
        return lacks[which]

    def cue(self, score: CueScore) -> str:
        """A cue with its score and the doubt in it."""
        sentence = self.tr(
            "{name}: {earned} of {asked} right for the right reason, over all sessions. "
            "Your level is likely between {low} % and {high} %."
        )
        return sentence.format(
            name=isolated(score.name),
            earned=score.earned,
            asked=score.asked,
            low=round(100 * score.low),
            high=round(100 * score.high),
        )

    def length(self, length: int, fit: int) -> tuple[str, str]:
        """What stands on the chip of a length, and what is read out in its place."""
        if length == ALL_THAT_FIT:
            words = self.tr("All {count}").format(count=fit)
            return words, self.tr("{words} questions that fit").format(words=words)
        return str(length), self._counting.questions(length)

    def start(self, count: int) -> str:
        """What stands on the button."""
        if not count:
            return self.tr("Start")
        return self.tr("Start {questions}").format(questions=self._counting.questions_in_words(count).lower())

    def outcome(self, fit: int, count: int) -> str:
        """What comes of the choices: how many fit, how many of them are asked, and how long it takes."""
        if not count:
            return self.tr("None match. Choose other questions or topics.")
        if count < fit:
            sentence = self.tr("{fit} match. You will get {count}, {minutes}.")
        elif fit == 1:
            sentence = self.tr("One matches, {minutes}.")
        else:
            sentence = self.tr("{fit} match. You will get them all, {minutes}.")
        return sentence.format(fit=fit, count=count, minutes=self._counting.duration(count))


def lengths_for(fit: int) -> tuple[int, ...]:
    """The lengths worth choosing among where so many questions fit: those that leave some out, and all."""
    return *(length for length in _LENGTHS if length < fit), ALL_THAT_FIT


def asked(which: Which, length: int, fit: int) -> int:
    """How many questions a session will have: pairs are never torn apart."""
    count = min(length, fit)
    return count - count % 2 if which is Which.PAIRS else count


_GAP = 6  # px between cards, besides the px they keep free at their sides
# px at 100 % text: the least width of a card beside another, and of the page with all of them abreast
_COLUMN, _BESIDE_FROM = 360, 1120
_STARTING = ("Return", "Enter", "Ctrl+Return", "Ctrl+Enter")


class PracticePage(QWidget):
    """What was chosen stays chosen while the program runs; the bank is the one in use on every page.

    Signals:
        start_requested: begin a session; carries its `Selection`.
        bank_requested: use another bank; carries its id.
        looked_at: topics were chosen, or the page was opened; carries a `Selection` whose counts should
            be shown.
        banks_requested: show the banks, for none is open.
        certainty_chosen: carries whether sessions shall ask how sure one is, here and elsewhere.
    """

    start_requested = Signal(object)
    bank_requested = Signal(object)
    looked_at = Signal(object)
    banks_requested = Signal()
    certainty_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = PracticeWords(self)
        self._view = PracticeView()
        self._wanted = Selection()
        self._lengths = lengths_for(0)
        self._banks = OptionList(self.tr("Bank"))
        self._topics = ChipGroup(self.tr("Topics"))
        self._which = OptionList(self.tr("Which questions"))
        self._length = ChipGroup(self.tr("How many"), one_of=True)
        self._reason, self._three, self._certainty = OptionRow(), OptionRow(), OptionRow()
        self._outcome = Text("label", tone="muted")
        self._start = Button("", "filled", key="Enter", icon="arrow-right", after=True)
        self._open = Button(self.tr("Show banks"), "filled", key="Enter")
        self._none = Text("hero")
        lead = self.tr("Open one under Banks, and choose here what to practise of it.")
        self._advice = Text("lead", lead, "muted")
        self._build()
        self._connect_signals()
        self.show_practice(PracticeView())

    # -- building ------------------------------------------------------------------------------

    def _build(self) -> None:
        self.setProperty("group", True)  # it has the focus at first
        self.setAccessibleName(self.tr("Practice"))
        self._scroll = scroll = ScrollPage(BROAD)
        hint = self.tr("Choose none to include all.")
        self._bank_card = _choice_card(self.tr("Bank"), "", self._banks)
        self._which_card = _choice_card(self.tr("Which questions"), "", self._which)
        self._topic_card = _choice_card(self.tr("Topics"), hint, self._topics)
        steps = (self._reason, self._three, self._certainty)
        self._set_card = _choice_card(self.tr("How many"), "", self._length, *steps)
        self._empty = self._empty_card()
        self._show_step_options()
        scroll.column.setSpacing(_GAP)
        scroll.column.addWidget(Text("title", self.tr("Practice")))
        scroll.column.addLayout(self._choices())
        scroll.column.addWidget(self._empty)
        scroll.column.addStretch(1)
        self._footer = Footer(column=BROAD)
        self._footer.put(self._outcome, self._start)
        lay_out_with_footer(self, scroll, self._footer)

    def _choices(self) -> TwoColumns:
        """What is asked, and beside it, or below, of which topics and how."""
        what, how = QWidget(), QWidget()
        asked = QVBoxLayout(what)
        asked.setContentsMargins(0, 0, 0, 0)
        asked.setSpacing(_GAP)
        asked.addWidget(self._bank_card)
        asked.addWidget(self._which_card, 1)
        beside = ColumnsLayout(2, _COLUMN, how, gap=_GAP)
        beside.addWidget(self._topic_card)
        beside.addWidget(self._set_card)
        both = TwoColumns(_GAP, _GAP, least=_BESIDE_FROM)
        both.addWidget(what)
        both.addWidget(how)
        return both

    def _show_step_options(self) -> None:
        self._show_reason_option()
        self._reason.setChecked(True)
        note = self.tr(
            "A third answer beside Product and Service. Where it is right, a label alone earns no point."
        )
        self._three.show_option(self.tr("Offer “Either can be argued” as an answer"), note)
        note = self.tr(
            "After each answer, before its explanation. It earns points for certainty beside the usual "
            "points: to be very sure of a wrong answer costs most."
        )
        self._certainty.show_option(self.tr("Ask how sure I am"), note)

    def _show_reason_option(self) -> None:
        """Say what the reason step is for: of three answers, none needs a reason to earn its point."""
        note = self.tr(
            "With it, an arguable scenario is marked by the reason you give. "
            "Without it, such a scenario is shown and not marked."
        )
        if self._three.isChecked():
            note = self.tr("With it, you also name the fact that decides for your answer.")
        self._reason.show_option(self.tr("Ask “What decides it here?” after each answer"), note)

    def _empty_card(self) -> Card:
        card = Card(padding=(22, 18))
        card.body.addWidget(self._none)
        card.body.addWidget(self._advice)
        card.body.addSpacing(16)
        buttons = FlowLayout()
        buttons.addWidget(self._open)
        card.body.addLayout(buttons)
        return card

    def _connect_signals(self) -> None:
        self._banks.chosen.connect(self._choose_bank)
        self._topics.changed.connect(self._choose_topics)
        self._which.chosen.connect(self._choose_which)
        self._length.changed.connect(self._choose_length)
        self._reason.clicked.connect(self._choose_reason_step)
        self._three.clicked.connect(self._choose_three_answers)
        self._certainty.clicked.connect(self._choose_certainty)
        self._start.clicked.connect(self._go)
        self._open.clicked.connect(self.banks_requested)
        for keys in _STARTING:
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(self._press)

    # -- showing -------------------------------------------------------------------------------

    @property
    def selection(self) -> Selection:
        """What the choices come to; where nothing fits them any more, all questions are meant."""
        chosen = replace(self._wanted, bank_id=self._view.bank_id)
        return chosen if self._view.counts.get(chosen.which, 0) else replace(chosen, which=Which.ALL)

    def show_practice(self, view: PracticeView) -> None:
        """Show what can be chosen from; topics that are gone are no longer chosen."""
        self._view = view
        topics = tuple(topic for topic in self._wanted.topics if topic in view.topics)
        self._wanted = replace(self._wanted, topics=topics)
        ids = [bank.id for bank in view.banks]
        self._banks.show_options([self._words.bank(bank) for bank in view.banks], _place(ids, view.bank_id))
        self._topics.show_chips([shown_topic(topic) for topic in view.topics])
        self._topics.choose([view.topics.index(topic) for topic in topics])
        self._footer.setVisible(bool(ids))
        self._bank_card.setVisible(len(ids) > 1)
        self._topic_card.setVisible(bool(ids and view.topics))
        for card in (self._which_card, self._set_card):
            card.setVisible(bool(ids))
        for step in (self._reason, self._three):
            step.setVisible(view.scenarios)
        self._empty.setVisible(not ids)
        reading, none = self.tr("Reading the banks …"), self.tr("No bank is open")
        self._none.setText(reading if view.is_reading else none)
        for part in (self._advice, self._open):
            part.setVisible(not view.is_reading)
        self._show_choices()

    def show_reason_step(self, *, is_asked: bool) -> None:
        """Choose whether reasons are asked for, as it was chosen elsewhere."""
        self._reason.setChecked(is_asked)
        self._choose_reason_step()

    def show_certainty(self, *, is_asked: bool) -> None:
        """Choose whether sessions ask how sure one is, as it was chosen before."""
        self._certainty.setChecked(is_asked)
        self._wanted = replace(self._wanted, certainty=is_asked)

    def _show_choices(self) -> None:
        """Bring counts, lengths, button and outcome in line with what is chosen."""
        chosen, narrowed = self.selection, bool(self._wanted.topics)
        options = [self._words.which(which, self._view, narrowed=narrowed) for which in Which]
        self._which.show_options(options, list(Which).index(chosen.which))
        fit = self._view.counts.get(chosen.which, 0)
        self._lengths = lengths_for(fit)
        lengths = [self._words.length(length, fit) for length in self._lengths]
        self._length.show_chips([words for words, _ in lengths], [says for _, says in lengths])
        wanted = chosen.length if chosen.length in self._lengths else ALL_THAT_FIT
        self._length.choose([self._lengths.index(wanted)])
        count = asked(chosen.which, chosen.length, fit)
        self._start.setText(self._words.start(count))
        self._start.setEnabled(count > 0)
        outcome = self._words.outcome(fit, count)
        if outcome != self._outcome.text() and self.isVisible():
            announce(self, outcome)
        self._outcome.setText(outcome)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Ask for fresh counts: much may have been answered since."""
        super().showEvent(event)
        self.looked_at.emit(self._wanted)

    def take_focus(self) -> None:
        """Begin at the top: let Enter start, and Tab go to the first choice."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._scroll.verticalScrollBar().setValue(0)

    # -- choosing ------------------------------------------------------------------------------

    def _choose_bank(self, index: object) -> None:
        if isinstance(index, int):
            self.bank_requested.emit(self._view.banks[index].id)

    def _choose_topics(self) -> None:
        topics = tuple(self._view.topics[index] for index in self._topics.chosen)
        self._wanted = replace(self._wanted, topics=topics)
        self.looked_at.emit(self._wanted)

    def _choose_which(self, index: object) -> None:
        if isinstance(index, int):
            self._wanted = replace(self._wanted, which=list(Which)[index])
            self._show_choices()

    def _choose_length(self) -> None:
        for index in self._length.chosen:
            self._wanted = replace(self._wanted, length=self._lengths[index])
        self._show_choices()

    def _choose_reason_step(self) -> None:
        self._wanted = replace(self._wanted, reason_step=self._reason.isChecked())

    def _choose_three_answers(self) -> None:
        self._wanted = replace(self._wanted, three_answers=self._three.isChecked())
        self._show_reason_option()

    def _choose_certainty(self) -> None:
        self._wanted = replace(self._wanted, certainty=self._certainty.isChecked())
        self.certainty_chosen.emit(self._certainty.isChecked())

    def _press(self) -> None:
        (self._start if self._view.banks else self._open).click()

    def _go(self) -> None:
        self.start_requested.emit(self.selection)


def _choice_card(title: str, hint: str, *controls: QWidget) -> Card:
    """A card with its title, a hint beside it where one is needed, and what is chosen there."""
    card = Card(padding=(22, 14))
    card.body.setSpacing(4)
    heading = FlowLayout(gap=4)
    heading.addWidget(Text("label_strong", title, "muted"))
    if hint:
        heading.addWidget(Text("label", hint, "muted"))
    card.body.addLayout(heading)
    for control in controls:
        card.body.addWidget(control)
    card.body.addStretch(1)
    return card


def _place(of: Sequence[object], wanted: object) -> int:
    """Where something stands in a list; the first place where it is not in it."""
    return next((index for index, each in enumerate(of) if each == wanted), 0)
