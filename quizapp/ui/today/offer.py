"""What to do now: go on with a session, begin on what is due, or practise."""

from PySide6.QtCore import QDate, QElapsedTimer, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from quizapp.ui.compat import override
from quizapp.ui.counting import Counting
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.style.type import scaled
from quizapp.ui.today.cards import SteadyText
from quizapp.ui.today.stopped import StoppedView, StoppedWords
from quizapp.ui.today.view import TodayView
from quizapp.ui.widgets.buttons import Button
from quizapp.ui.widgets.cards import Card
from quizapp.ui.widgets.layouts import FlowLayout
from quizapp.ui.widgets.signs import Logo

_USUAL = 20  # questions
_NARROW = 300  # the width of the offer below which its buttons spare what they can


class OfferedCard(Card):
    """What to do now, beside the logo: go on with a stopped session, begin on what is due, or practise.

    Attributes:
        logo: hidden where words need the room.
        resume: goes on with the session.
        start: begins what is offered.
        choose: leads to Practice, the last control of the card.

    Signals:
        start_requested: begin the set that is offered.
        practice_requested: choose what to practise.
        banks_requested: show the banks, for none is open.
        resume_requested: go on with the stopped session; carries its id.
        discard_requested: offer that session no longer; carries its id.
    """

    start_requested = Signal()
    practice_requested = Signal()
    banks_requested = Signal()
    resume_requested = Signal(object)
    discard_requested = Signal(object)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=(22, 20))
        self._words, self._counting = StoppedWords(self), Counting(self)
        self._kept: StoppedView | None = None
        self._is_second, self._shows_banks = False, False
        self._since_discard = QElapsedTimer()
        self._heading, self._lead = SteadyText("hero", ""), SteadyText("lead", "", "muted")
        self.logo = Logo(appearance)
        self.resume = Button(
            self.tr("Resume"), "filled", key="Enter", icon="arrow-right", after=True, large=True
        )
        self.start = Button("", "filled", key="Enter", icon="arrow-right", after=True, large=True)
        self.new = Button("", "quiet", key="N", large=True)
        self.choose = Button(self.tr("Choose your own questions"), "quiet", large=True)
        self.discard = Button("", "quiet", icon="x", small=True)
        self.discard.setAccessibleName(self.tr("Discard"))
        self.discard.setToolTip(self.tr("Discard"))
        self._build()
        self._connect_signals()

    def _build(self) -> None:
        buttons = FlowLayout()
        for button in (self.resume, self.start, self.new, self.choose):
            buttons.addWidget(button)
        top = QHBoxLayout()
        top.addWidget(self._heading, 1)
        top.addWidget(self.discard, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(8)
        words.addWidget(self._lead)
        words.addSpacing(4)
        words.addStretch(1)
        words.addLayout(buttons)
        row = QHBoxLayout()
        row.setSpacing(24)
        row.addLayout(words, 1)
        row.addWidget(self.logo, 0, Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(top)
        self.body.addLayout(row, 1)

    def _connect_signals(self) -> None:
        self.start.clicked.connect(self._ask_to_start)
        self.new.clicked.connect(self.start_requested)
        self.choose.clicked.connect(self.practice_requested)
        self.resume.clicked.connect(self._ask_to_resume)
        self.discard.clicked.connect(self._ask_to_discard)
        for key, button in (("R", self.resume), ("N", self.new)):
            shortcut = QShortcut(QKeySequence(key), button)  # a button's own shortcut clicks 100 ms late
            shortcut.activated.connect(button.click)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keys, and words that can be spared, are the first things to go where the room is short."""
        is_narrow = event.size().width() < scaled(_NARROW)
        self._show_keys(is_narrow=is_narrow)
        whole = self.tr("Choose your own questions")
        self.choose.setText(self.tr("Choose your own") if is_narrow else whole)
        self.choose.setAccessibleName(whole)
        super().resizeEvent(event)

    def _show_keys(self, *, is_narrow: bool) -> None:
        enter = "" if self._is_second else "Enter"
        for button, key in ((self.resume, enter), (self.start, enter), (self.new, "N")):
            if button.key != ("" if is_narrow else key):
                button.set_key("" if is_narrow else key)

    def stand_second(self, *, is_second: bool) -> None:
        """Leave Enter and the filled button to what is more pressing, or have them."""
        self._is_second = is_second
        for button in (self.resume, self.start):
            button.set_kind("outline" if is_second else "filled")
        self._show_keys(is_narrow=self.width() < scaled(_NARROW))

    @property
    def primary(self) -> Button:
        """The one that Enter presses, unless something stands before it."""
        return self.start if self._kept is None else self.resume

    def show_offer(self, view: TodayView, kept: StoppedView | None, today: QDate) -> None:
        """Offer to go on with a session, what is due, or a set from the bank."""
        self._kept, self._shows_banks = kept, view.is_empty
        length = self._length(view)
        for button in (self.start, self.new):
            button.setText(self._start_words(view, length))
            button.setEnabled(length > 0 or view.is_empty)
        if kept is None:
            self._heading.setText(self._what_now(view, length))
            self._lead.setText(self._what_follows(view))
        else:
            self._heading.setText(self._words.heading(kept))
            self._lead.setText(self._words.lead(kept, today))
        is_open = kept is None and view.is_looking  # what takes the place of its words is about as long as
        self._heading.keep_room_for(self._so_many(_USUAL) if is_open else "")
        self._lead.keep_room_for(self._what_is_due(_USUAL, _USUAL) if is_open else "")
        self.start.setVisible(kept is None)
        self.choose.setVisible(kept is None and not view.is_empty)
        for button in (self.resume, self.discard):
            button.setVisible(kept is not None)
        self.new.setVisible(kept is not None and not view.is_empty)

    def _length(self, view: TodayView) -> int:
        """How many questions the next session has."""
        if view.is_due and view.study is not None:
            return view.study.at_once
        return min(view.first, view.questions) if view.bank else view.first

    def _start_words(self, view: TodayView, length: int) -> str:
        if view.is_empty:
            return self.tr("Show banks")
        if view.is_looking:
            return self.tr("Start questions")  # about as long as with a number
        if view.is_done:
            return self.tr("Practise {count}").format(count=self._counting.word(length))
        questions = self._counting.questions_in_words(length).lower()
        return self.tr("Start {questions}").format(questions=questions)

    def _what_now(self, view: TodayView, length: int) -> str:
        if view.is_empty:
            return self.tr("No bank is open")
        if view.is_looking:
            return self.tr("Your next questions")
        if view.is_done:
            return self.tr("Nothing more is due today")
        if view.is_due and view.today > length:
            return self._of_today(length, view.today)
        return self._so_many(length)

    def _so_many(self, length: int) -> str:
        return f"{self._counting.questions_in_words(length)}, {self._counting.duration(length)}"

    def _of_today(self, length: int, today: int) -> str:
        """What begins with a part of what is due or new today."""
        sentence = self.tr("{count} of today’s {all} questions, {duration}")
        return sentence.format(count=length, all=today, duration=self._counting.duration(length))

    def _what_follows(self, view: TodayView) -> str:
        if view.is_empty:
            return self.tr("Open one, and its questions are offered here. What you answered stays saved.")
        if view.is_looking:
            return self.tr("What is due comes first, then new questions.")
        if view.is_done:
            return self.tr("Practice has all questions, if you would like more.")
        if view.is_due and view.study is not None:
            return self._what_is_due(view.study.due, view.study.fresh)
        if view.met:
            return self.tr("New questions first, then your mistakes.")
        return self._how_it_goes(view)

    def _how_it_goes(self, view: TodayView) -> str:
        """What a question asks, for somebody who has seen none."""
        if not view.scenarios:
            return self.tr(
                "Choose the one right option. The reasons for and against each follow every answer."
            )
        return self.tr(
            "Each shows a small scenario. Decide whether it is a product or a service, "
            "then say what decides it. The reasons follow every answer."
        )

    def _what_is_due(self, due: int, fresh: int) -> str:
        if not fresh:
            if due == 1:
                return self.tr("It comes again today, so that you keep what you know.")
            return self.tr("They come again today, so that you keep what you know.")
        if not due:
            if fresh == 1:
                return self.tr("It is new. Nothing is due again today.")
            return self.tr("All are new. Nothing is due again today.")
        again = self.tr("One comes again") if due == 1 else self.tr("{count} come again")
        new = self.tr("one is new.") if fresh == 1 else self.tr("{count} are new.")
        again = again.format(count=self._counting.capital(due))
        return f"{again}, {new.format(count=self._counting.word(fresh))}"

    def _ask_to_start(self) -> None:
        (self.banks_requested if self._shows_banks else self.start_requested).emit()

    def _ask_to_resume(self) -> None:
        if self._kept is not None:
            self.resume_requested.emit(self._kept.id)

    def _ask_to_discard(self) -> None:
        """A double click discards one session, not the next one as well that stands in its place."""
        is_second = (
            self._since_discard.isValid()
            and self._since_discard.elapsed() < QApplication.doubleClickInterval()
        )
        if self._kept is not None and not is_second:
            self._since_discard.start()
            self.discard_requested.emit(self._kept.id)
