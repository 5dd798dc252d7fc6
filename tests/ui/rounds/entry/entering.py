"""A room that is entered by hand: what a page requests happens, and is shown at once."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from quizapp.domain.question import Question
from quizapp.domain.round import begun
from quizapp.domain.round_events import Event, Next, Reveal
from quizapp.domain.round_plan import AnsweringMode, RoundPlan
from quizapp.domain.round_record import RoundRecord
from quizapp.domain.round_rules import applied
from quizapp.domain.session import refer
from quizapp.ui.rounds.entry.panel import EntryPanel
from quizapp.ui.style.appearance import Appearance
from tests.domain.examples import NOON, bank, choice, verdict
from tests.ui.screen import settle, to_front

KEYS = {"\t": Qt.Key.Key_Tab, "\n": Qt.Key.Key_Return, "<": Qt.Key.Key_Backspace, "^": Qt.Key.Key_Escape}
"""How keys without a letter are written in what is typed."""


def two_questions() -> tuple[Question, Question]:
    """A verdict, and a choice of four."""
    return verdict(name="v"), choice(1, 4, name="c")


class EntryRig:
    """A round with the panel that enters it.

    Attributes:
        record: how the round stands.
        events: what the panel has requested.
        named: the names it has requested.
        panel: the panel, alone in a window.
    """

    def __init__(
        self,
        qtbot: QtBot,
        appearance: Appearance,
        mode: AnsweringMode,
        *,
        headcount: int = 12,
        teams: int = 6,
    ) -> None:
        asked = bank(*two_questions(), choice(0, 6, name="six"))
        refs = tuple(refer(asked, question) for question in asked.questions)
        plan = RoundPlan("plan", "Title", refs, mode, headcount, teams)
        self.record = RoundRecord("round", begun(plan), asked, {}, NOON)
        self.events: list[Event] = []
        self.named: list[tuple[str, str]] = []
        self.window = QWidget()
        self.panel = EntryPanel(appearance)
        column = QVBoxLayout(self.window)
        column.addWidget(self.panel)
        self.panel.requests.event_requested.connect(self._on_event)
        self.panel.requests.name_changed.connect(self.named.append)
        qtbot.addWidget(self.window)
        self.window.resize(420, 640)
        self.do()
        to_front(qtbot, self.window)
        self.panel.setFocus()

    def _on_event(self, event: Event) -> None:
        self.events.append(event)
        self.do(event)

    def do(self, *events: Event) -> None:
        """Let things happen, and show how the round stands then."""
        round_ = self.record.round
        for event in events:
            round_ = applied(round_, event)
        self.record = replace(self.record, round=round_)
        self.panel.show_record(self.record)
        settle()

    def open(self, position: int = 0) -> "EntryRig":
        """Open the vote on a question; those before it are revealed."""
        self.do(Next(), Next())
        for _ in range(position):
            self.do(Next(), Reveal(), Next(), Next(), Next())
        return self

    def name(self, names: Mapping[str, str]) -> None:
        """Call voters by these names."""
        self.record = replace(self.record, names=names)
        self.do()

    def type(self, keys: str) -> list[Event]:
        """Type, where the keyboard is; tells what was requested."""
        before = len(self.events)
        for key in keys:
            where = self.window.focusWidget()
            if key in KEYS:
                QTest.keyClick(where, KEYS[key])
            else:
                QTest.keyClicks(where, key)
        return self.events[before:]
