"""Sessions left in the middle: what they are called, and the card that lists them."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QDate, QLocale, QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.domain.directions import isolated
from quizapp.ui.counting import Counting
from quizapp.ui.widgets.buttons import Button
from quizapp.ui.widgets.cards import Card, CardList, Rule
from quizapp.ui.widgets.layouts import set_tab_order
from quizapp.ui.widgets.text import Text

_WEEK = 7  # days
_SHOWN_FIRST = 3


class StoppedView(NamedTuple):
    """A session left in the middle.

    Attributes:
        id: names it.
        name: what it asks, such as its topics, or its bank.
        bank: the title of its bank; empty where that is its name already.
        position: its current question, from 1.
        total: how many questions it has.
        left: the day it was left.
    """

    id: str
    name: str
    bank: str
    position: int
    total: int
    left: QDate


class StoppedWords(QObject):
    """Says of a session where and when it was left."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._counting = Counting(self)

    def heading(self, view: StoppedView) -> str:
        """Which session it is, and at which question it stopped."""
        ends = view.name.endswith(("?", "!", "."))
        place = (
            self.tr("{name} Question {position} of {total}")
            if ends
            else self.tr("{name}, question {position} of {total}")
        )
        return place.format(name=isolated(view.name), position=view.position, total=view.total)

    def lead(self, view: StoppedView, today: QDate) -> str:
        """When it was left, and how much of it there is to do."""
        left = view.total - view.position + 1
        ago, day = view.left.daysTo(today), self._weekday(view.left, today)
        if view.bank:
            on, near = self.tr("From “{bank}”, stopped on {day}."), self.tr("From “{bank}”, stopped {day}.")
        else:
            on, near = self.tr("Stopped on {day}."), self.tr("Stopped {day}.")
        stopped = (near if ago in {0, 1} else on).format(bank=isolated(view.bank), day=day)
        if left == 1:
            rest = self.tr("One question is left.")
        else:
            rest = self.tr("{count} questions are left, {minutes}.").format(
                count=self._counting.capital(left), minutes=self._counting.duration(left)
            )
        return f"{stopped} {rest}"

    def line(self, view: StoppedView, today: QDate) -> str:
        """The same as short as a list wants it."""
        place = self.tr("{position} of {total}, {day}").format(
            position=view.position, total=view.total, day=self._weekday(view.left, today)
        )
        return f"{place} · {view.bank}" if view.bank else place

    def discarded(self, view: StoppedView) -> str:
        """What is said once it is offered no longer."""
        sentence = self.tr("Discarded: {session}. Its answers stay saved.")
        return sentence.format(session=self.heading(view))

    def _weekday(self, day: QDate, today: QDate) -> str:
        """A day as it stands inside a sentence: a weekday of the last seven, else the date."""
        ago = day.daysTo(today)
        if ago == 0:
            return self.tr("today")
        if ago == 1:
            return self.tr("yesterday")
        if 0 < ago < _WEEK:  # a weekday would else be another week's; or the clock went back
            return QLocale().toString(day, "dddd")
        return QLocale().toString(day, "d MMMM" if day.year() == today.year() else "d MMMM yyyy")


class StoppedRow(QWidget):
    """One of the sessions that wait.

    Signals:
        resume_requested: go on with it; carries its id.
        discard_requested: offer it no longer; carries its id.
    """

    resume_requested = Signal(object)
    discard_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._id = ""
        self.rule = Rule()
        self._name, self._line = Text("body_strong"), Text("label", tone="muted")
        self.resume = Button(self.tr("Resume"), small=True)
        self.discard = Button("", "quiet", icon="x", small=True)
        self._build()
        self.resume.clicked.connect(self._ask_to_resume)
        self.discard.clicked.connect(self._ask_to_discard)

    def _build(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._name)
        words.addWidget(self._line)
        row = QHBoxLayout()
        row.setSpacing(2)
        row.addLayout(words, 1)
        row.addWidget(self.resume)
        row.addWidget(self.discard)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.rule)
        column.addLayout(row)

    def show_session(self, view: StoppedView, words: StoppedWords, today: QDate) -> None:
        """Show another session, or the same one changed."""
        self._id = view.id
        self._name.setText(view.name)
        self._line.setText(words.line(view, today))
        told = self.tr("{name}, {line}").format(name=view.name, line=words.line(view, today))
        self.resume.setAccessibleName(self.tr("Resume {session}").format(session=told))
        self.discard.setAccessibleName(self.tr("Discard {session}").format(session=told))
        self.discard.setToolTip(self.tr("Discard"))

    def _ask_to_resume(self) -> None:
        self.resume_requested.emit(self._id)

    def _ask_to_discard(self) -> None:
        self.discard_requested.emit(self._id)


class WaitingCard(Card):
    """Lists the stopped sessions behind the newest one: the first few, and all on request.

    Attributes:
        tab_after: from where Tab leads to the list; None for wherever it stands.

    Signals:
        resume_requested: go on with one; carries its id.
        discard_requested: offer one no longer; carries its id.
    """

    resume_requested = Signal(object)
    discard_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = StoppedWords(self)
        self._views: tuple[StoppedView, ...] = ()
        self._today = QDate()
        self._shows_all = False
        self._all = Button("", "quiet", small=True)
        self.tab_after: QWidget | None = None
        listed = QWidget()  # a part of its own, so that rows made later are read where they stand
        rows = QVBoxLayout(listed)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        self.body.setSpacing(4)
        self.body.addWidget(Text("label_strong", self.tr("Also waiting"), "muted"))
        self.body.addWidget(listed)
        self.body.addWidget(self._all)
        self.body.addStretch(1)
        self._rows = CardList[StoppedRow](rows)
        self._all.clicked.connect(self._show_all)

    def show_sessions(self, views: Sequence[StoppedView], today: QDate) -> None:
        """List these; none hides the card."""
        self._views, self._today = tuple(views), today
        self.setVisible(bool(views))
        self._fill()

    def _fill(self) -> None:
        shown = self._views if self._shows_all else self._views[:_SHOWN_FIRST]
        rows = self._rows.resized(len(shown), self._new_row)
        for row, view in zip(rows, shown, strict=True):
            row.show_session(view, self._words, self._today)
            row.rule.setVisible(row is not rows[0])
        self._all.setVisible(len(shown) < len(self._views))
        self._all.setText(self.tr("Show all {n}").format(n=len(self._views)))
        before = [self.tab_after] if self.tab_after is not None else []
        buttons = [button for row in rows for button in (row.resume, row.discard)]
        set_tab_order([*before, *buttons, self._all])

    def _new_row(self) -> StoppedRow:
        row = StoppedRow()
        row.resume_requested.connect(self.resume_requested)
        row.discard_requested.connect(self.discard_requested)
        return row

    def _show_all(self) -> None:
        self._shows_all = True
        self._fill()
