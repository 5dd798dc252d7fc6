"""A round played on a page: what the page requests happens, and is shown again."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from quizapp.domain import round_events as events
from quizapp.domain.attempt import QuestionRef
from quizapp.domain.bank import Bank, Cue, Vocabulary
from quizapp.domain.question import Question, Side, revision
from quizapp.domain.round_plan import AnsweringMode, RoundPlan
from quizapp.domain.round_record import RoundRecord
from quizapp.domain.round_rules import applied, replayed
from quizapp.ui.rounds.console.commands import Command
from quizapp.ui.rounds.console.page import ConsolePage
from quizapp.ui.rounds.console.single_screen import SingleScreenPage
from quizapp.ui.rounds.console.wording import ConsoleWords
from quizapp.ui.rounds.entry.panel import EntryPanel
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.widgets.cards import Card
from tests.domain.examples import arguable, choice, verdict
from tests.ui.screen import settle

NEXT = events.Next()
OPEN = (NEXT, NEXT)
LOCKED = (*OPEN, events.Count(0, 0, {"product": 6, "service": 14}), NEXT)
TOLD = (*LOCKED, events.Reveal())
NAMES = {f"t{number}": name for number, name in enumerate(("Amber", "Basalt", "Cedar"), 1)}
QUESTIONS: tuple[Question, ...] = (
    replace(verdict(Side.SERVICE, "first"), notes="Canary notes."),
    choice(key=2, name="second"),
    arguable(Side.PRODUCT, "third"),
)
CUES = {"runs": Cue("runs", "Who runs it", "ends", "goes on", asks="Who runs it, canary?")}
BANK = Bank("b", "Bank", QUESTIONS, Vocabulary(CUES))
PLAN = RoundPlan(
    "p", "Kick-off", tuple(QuestionRef("b", each.id, revision(each)) for each in QUESTIONS), headcount=27
)


def record(*happened: events.Event, plan: RoundPlan = PLAN, names: Mapping[str, str] = NAMES) -> RoundRecord:
    return RoundRecord("r", replayed(plan, happened), BANK, names, datetime(2026, 11, 23, tzinfo=UTC))


def teams(*happened: events.Event, mode: AnsweringMode = AnsweringMode.TEAMS) -> RoundRecord:
    return record(*happened, plan=replace(PLAN, answering=mode, teams=3))


def focus_of(page: QWidget) -> QWidget:
    """What has the keyboard in a page's window, the page where nothing has."""
    focus: QWidget | None = page.window().focusWidget()
    return page if focus is None else focus


def button(page: QWidget, name: str) -> QPushButton:
    """A button by what screen readers call it."""
    return next(each for each in page.findChildren(QPushButton) if each.accessibleName() == name)


def command_button(page: QWidget, command: Command) -> QPushButton:
    """The button of a command, whatever it says at this step."""
    words = ConsoleWords()
    names = words.steps().values() if command is Command.NEXT else [words.commands()[command]]
    return next(each for each in page.findChildren(QPushButton) if each.accessibleName() in names)


def card(page: QWidget, name: str) -> Card:
    """A card by its heading."""
    return next(each for each in page.findChildren(Card) if each.accessibleName() == name)


def peek(page: ConsolePage | SingleScreenPage, *, down: bool = True) -> None:
    """Press the key that peeks, or let it go."""
    page.take_key(key_event(Qt.Key.Key_K, up=not down))
    settle()


class Played:
    """A page with its entry, on which a round goes on as wished."""

    def __init__(
        self, page: ConsolePage | SingleScreenPage, appearance: Appearance, start: RoundRecord
    ) -> None:
        self.page, self.record = page, start
        self.happened: list[object] = []
        self.entry = EntryPanel(appearance)
        page.set_entry(self.entry)
        page.input.event_requested.connect(self.happen)
        self.entry.requests.event_requested.connect(self.happen)
        self.show()

    def happen(self, event: events.Event) -> None:
        self.happened.append(event)
        self.record = replace(self.record, round=applied(self.record.round, event))
        self.show()

    def show(self) -> None:
        self.entry.show_record(self.record)
        self.page.show_record(self.record)

    def press(self, *keys: Qt.Key, ctrl: bool = False) -> None:
        """Press keys one after the other where the keyboard is."""
        held = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
        for key in keys:
            QTest.keyClick(focus_of(self.page), key, held)
            settle()


def key_event(key: Qt.Key, *, up: bool = False, again: bool = False) -> QKeyEvent:
    """A key going down or up, or repeated because it is held."""
    kind = QEvent.Type.KeyRelease if up else QEvent.Type.KeyPress
    return QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, "", again)
