"""The cards of Today: a round to go on with, the weakest kind of reason, the exam, the bank."""

from dataclasses import dataclass

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from quizapp.domain.history import CueScore
from quizapp.ui.compat import override
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.style.type import scaled
from quizapp.ui.widgets.buttons import Button
from quizapp.ui.widgets.cards import Card, OfferCard
from quizapp.ui.widgets.interval_band import IntervalBand
from quizapp.ui.widgets.text import Text
from quizapp.ui.wording import Counting

_ROUND_KEY, _PAPER_KEY = "Ctrl+R", "Ctrl+E"
_KEY_FROM = 260  # px at 100 % text: the least width of a card with a button that shows its key


@dataclass(frozen=True, slots=True)
class RoundView:
    """A round that was left in the middle.

    Attributes:
        id: names it.
        title: what it is called.
        position: its question in front, from 1; 0 in the lobby.
        total: how many it asks.
        others: how many more rounds were left in the middle.
    """

    id: str
    title: str
    position: int
    total: int
    others: int = 0


class RoundCard(OfferCard):
    """Says where a round with a class stopped: people may be waiting.

    Signals:
        resume_requested: go on with it; carries its id.
        rounds_requested: show all rounds.
    """

    resume_requested = Signal(object)
    rounds_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=(22, 14))
        self._id = ""
        self._title, self._others = Text("choice_strong"), Text("label", tone="muted")
        self.words.addWidget(self._title)
        self.words.addWidget(self._others)
        show_all = Button(self.tr("Show rounds"), "quiet")
        self._go_on = go_on = Button(self.tr("Resume the round"), key=_ROUND_KEY)
        shortcut = QShortcut(QKeySequence(_ROUND_KEY), go_on)
        shortcut.activated.connect(go_on.click)
        self.buttons.addWidget(show_all)
        self.buttons.addWidget(go_on)
        show_all.clicked.connect(self.rounds_requested)
        go_on.clicked.connect(self._ask_to_resume)

    def show_round(self, view: RoundView | None) -> None:
        """Offer this round; none hides the card."""
        self.setVisible(view is not None)
        if view is None:
            return
        self._id = view.id
        stopped = self.tr("The round “{title}” stopped at question {position} of {total}")
        if not view.position:
            stopped = self.tr("The round “{title}” stopped in the lobby")
        self._title.setText(stopped.format(title=view.title, position=view.position, total=view.total))
        kept = self.tr("Nothing was lost.")
        if view.others:
            more = self.tr("Rounds also lists {count} more that were not ended.").format(count=view.others)
            kept = f"{kept} {more}"
        self._others.setText(kept)

    def _ask_to_resume(self) -> None:
        self.resume_requested.emit(self._id)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """The key on the button is the first thing to go where its words need the room."""
        self._go_on.set_key(_ROUND_KEY if event.size().width() >= scaled(_KEY_FROM) else "")
        super().resizeEvent(event)


@dataclass(frozen=True, slots=True)
class PaperView:
    """A paper whose time runs.

    Attributes:
        id: names it.
        title: what it is called.
        answered: how many of its questions are answered.
        total: how many it has.
        until: the time of day at which it hands itself in.
    """

    id: str
    title: str
    answered: int
    total: int
    until: str


class PaperCard(OfferCard):
    """Says that a paper is running, which nothing on this page stops.

    Signals:
        resume_requested: go on with it; carries its id.
    """

    resume_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=(22, 14))
        self._id = ""
        self._title, self._rest = Text("choice_strong"), Text("label", tone="muted")
        self.words.addWidget(self._title)
        self.words.addWidget(self._rest)
        self._go_on = go_on = Button(self.tr("Resume the paper"), key=_PAPER_KEY)
        shortcut = QShortcut(QKeySequence(_PAPER_KEY), go_on)
        shortcut.activated.connect(go_on.click)
        self.buttons.addWidget(go_on)
        go_on.clicked.connect(self._ask_to_resume)

    def show_paper(self, view: PaperView | None) -> None:
        """Offer this paper; none hides the card."""
        self.setVisible(view is not None)
        if view is None:
            return
        self._id = view.id
        self._title.setText(self.tr("Your paper is running: {title}").format(title=view.title))
        told = self.tr("{n} of {total} answered. At {time} it hands itself in.")
        self._rest.setText(told.format(n=view.answered, total=view.total, time=view.until))

    def _ask_to_resume(self) -> None:
        self.resume_requested.emit(self._id)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """The key on the button is the first thing to go where its words need the room."""
        self._go_on.set_key(_PAPER_KEY if event.size().width() >= scaled(_KEY_FROM) else "")
        super().resizeEvent(event)


class SmallCard(Card):
    """One thing worth knowing: a caption, what it says, and a button at the foot where there is one.

    Args:
        caption: what the card is about.
        parts: what it says, from above.
        button: what can be done about it.
        parent: the page.
    """

    def __init__(
        self, caption: str, *parts: QWidget, button: Button | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.body.setSpacing(4)
        self.body.addWidget(Text("label_strong", caption, "muted"))
        for part in parts:
            self.body.addWidget(part)
        self.body.addStretch(1)
        if button is not None:
            self.body.addSpacing(4)
            self.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)


class ExamCard(SmallCard):
    """Counts down to a date, says how far one has got, and nothing once the date is past."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._days, self._left = Text("number"), Text("choice", tone="muted")
        self._date, self._pace = Text("body", tone="muted"), Text("body")
        self._counting = Counting()
        count = QWidget()
        row = QHBoxLayout(count)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._days)
        row.addWidget(self._left, 1, Qt.AlignmentFlag.AlignBottom)
        super().__init__(self.tr("Your exam"), count, self._date, self._pace, parent=parent)

    def show_exam(self, date: QDate | None, today: QDate, met: int = 0, questions: int = 0) -> None:
        """Show how far an exam is away; none, or one that is past, hides the card.

        Args:
            date: its day.
            today: this day.
            met: how many questions of the bank in use were answered.
            questions: how many it holds; 0 before it is read.
        """
        days = today.daysTo(date) if date is not None else -1
        self.setVisible(days >= 0)
        if date is None or days < 0:
            return
        self._days.setText(str(days) if days else self.tr("Today"))
        left = self.tr("day left") if days == 1 else self.tr("days left")
        self._left.setText(left if days else "")
        self._date.setText(QLocale().toString(date, QLocale.FormatType.LongFormat))
        self._pace.setText(self._pace_of(days, met, questions))
        self._pace.setVisible(questions > 0)

    def _pace_of(self, days: int, met: int, questions: int) -> str:
        """How many questions are answered, and how many a day answer the rest in time."""
        left = questions - met
        if left <= 0:
            return self.tr("All {count} questions answered.").format(count=questions)
        answered = self.tr("{met} of {count} questions answered.").format(met=met, count=questions)
        if not days:
            return answered
        rate = -(-left // days)
        pace = self.tr("{rate} new a day answers them all in time.")
        return f"{answered} {pace.format(rate=self._counting.capital(rate))}"


class WeakestCard(SmallCard):
    """Names the cue, its score and the score's interval, and offers to practise it.

    Signals:
        practise_requested: begin a set on this cue.
    """

    practise_requested = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        self._name, self._score = Text("section"), Text("body", tone="muted")
        self._band = IntervalBand(appearance, ends=False)
        practise = Button(self.tr("Practise it"), small=True)
        caption = self.tr("Weakest kind of reason")
        super().__init__(caption, self._name, self._band, self._score, button=practise, parent=parent)
        practise.clicked.connect(self.practise_requested)

    def show_cue(self, score: CueScore | None) -> None:
        """Show a cue; none hides the card."""
        self.setVisible(score is not None)
        if score is None:
            return
        self._name.setText(score.name)
        self._band.show_interval(score.low, score.high, score.earned / max(1, score.asked), None)
        sentence = self.tr(
            "{earned} of {asked} right for the right reason, over all sessions. Your level is likely between "
            "{low} % and {high} %: the grey band."
        )
        low, high = round(100 * score.low), round(100 * score.high)
        self._score.setText(sentence.format(earned=score.earned, asked=score.asked, low=low, high=high))


class UsedBankCard(SmallCard):
    """Its title and what it holds, with a way to the banks.

    Signals:
        banks_requested: show the banks.
    """

    banks_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self._title, self._holds = Text("section"), Text("body", tone="muted")
        show = Button(self.tr("Show banks"), small=True)
        super().__init__(self.tr("Your bank"), self._title, self._holds, button=show, parent=parent)
        show.clicked.connect(self.banks_requested)

    def show_bank(self, title: str, holds: str) -> None:
        """Show a bank's title, and what it holds in words."""
        self._title.setText(title)
        self._holds.setText(holds)

    def show_title(self, title: str) -> None:
        """Show something else in place of the title."""
        self._title.setText(title)
