"""The real window, driven by its keys without a rest, until somebody kills it.

Tells on stdout, a JSON object a line: `at`, the place it begins at and whether that was resumed; before
each key `will`, the rows it shall leave, with `to`, the place it shall lead to; and `shown`, once that
is painted. Arguments: a seed, and `leave` to close the window as soon as it has told where it is.
"""

import json
import os
import random
import sys
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.children import probed
from quizapp.domain.attempt import Step
from quizapp.domain.session import Session, SessionItem
from quizapp.ui.question.explanation import ExplanationCard
from quizapp.ui.session.answer_tile import AnswerPanel
from quizapp.ui.session.bars import FlagButton
from quizapp.ui.session.page import SessionPage
from quizapp.ui.session.rows import OptionsPanel, ReasonPanel
from quizapp.ui.session.summary import SummaryPage
from quizapp.ui.shell.main_window import MainWindow
from quizapp.ui.widgets.dialogs import NoteDialog
from quizapp.ui.widgets.page import PassingNote

Row = list[object]
Place = tuple[int, Step]


@dataclass(frozen=True, slots=True)
class Deed:
    """A key, the rows it leaves, where it leads (None is the summary), and the note that says it is done."""

    key: Qt.Key
    rows: list[Row]
    to: Place | None
    is_noted: bool = False
    modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier


class Paints(QObject):
    """Notes which widgets were painted since it was last cleared."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.seen: set[QObject] = set()
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """The event comes before the painting, which is done when the loop is back."""
        if event.type() is QEvent.Type.Paint:
            self.seen.add(watched)
        return False


class Driver:
    """Answers, errs, undoes, flags and notes at random."""

    def __init__(self, window: MainWindow, seed: int) -> None:
        self._window = window
        self._navigation = probed.navigation(window)
        self._chance = random.Random(seed)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self._paints = Paints(app)

    def begin(self) -> None:
        """Take up the session left in the middle, where Today offers one."""
        probed.wait_for(lambda: self._navigation._quiz.bank)  # noqa: SLF001 - a probe looks inside
        probed.wait_for(self._window.isActiveWindow)
        resumes = self._navigation.today.page._offer.resume.isVisible()  # noqa: SLF001
        if resumes:
            self._press(Qt.Key.Key_R)
            probed.wait_for(lambda: self._shown() is not self._window)
        say({"at": self._place() if resumes else None, "resumed": resumes})

    def go_on(self) -> None:
        """One deed after the other."""
        while True:
            if isinstance(self._shown(), SessionPage):
                self._do(self._next())
            elif self._window.has_sidebar:
                self._do(Deed(Qt.Key.Key_Return, [["session", 10]], (0, Step.ANSWER)))
            else:
                self._press(Qt.Key.Key_Escape)
                probed.wait_for(lambda: self._window.has_sidebar)

    # -- what is on the screen ---------------------------------------------------------------------

    @property
    def _session(self) -> Session:
        session = self._navigation.sessions._session  # noqa: SLF001
        assert session is not None
        return session

    def _shown(self) -> QWidget:
        """The page of a session or of its summary; the window while neither stands in front."""
        page = self._window.page
        return page if isinstance(page, SessionPage | SummaryPage) else self._window

    def _place(self) -> Place | None:
        """What the page itself says of question and step."""
        page = self._shown()
        if not isinstance(page, SessionPage):
            return None
        shown = [type(each) for each in _panels(page)]
        asks = AnswerPanel in shown or OptionsPanel in shown
        step = Step.ANSWER if asks else Step.REASON if ReasonPanel in shown else Step.EXPLANATION
        return int(page._bar._count.text().split()[0]) - 1, step  # noqa: SLF001

    # -- deeds -------------------------------------------------------------------------------------

    def _next(self) -> Deed:
        asked, place = self._session.current, self._place()
        assert place is not None
        luck = self._chance.random()
        if luck < 0.12:
            page = self._navigation.sessions.page
            flagged = not page.findChildren(FlagButton)[0].isChecked()
            return Deed(Qt.Key.Key_F, [["flag", asked.ref.question_id, int(flagged)]], place, is_noted=True)
        if luck < 0.2:
            return self._note(place)
        if luck < 0.4 and place[1] is not Step.ANSWER:
            return self._undo(place)
        return self._step(asked, place)

    def _step(self, asked: SessionItem, place: Place) -> Deed:
        position, step = place
        seen = int(self._session.turns[position].after_explanation)
        if step is Step.EXPLANATION:
            last = position == len(self._session.asked) - 1
            rows: list[Row] = [["explanation_read", position]]
            rows += [["ending", "finished"]] if last else []
            return Deed(Qt.Key.Key_Return, rows, None if last else (position + 1, Step.ANSWER))
        if step is Step.REASON:
            number = self._chance.randint(0, len(asked.reasons))
            said = asked.reasons[number - 1].id if number else ""
            key = Qt.Key(Qt.Key.Key_0 + number)
            return Deed(key, [["attempt", position, step, said, seen]], (position, Step.EXPLANATION))
        keys = [Qt.Key(Qt.Key.Key_1 + number) for number in range(len(asked.order))]
        at = self._chance.randrange(len(asked.offered))
        key = (keys or [Qt.Key.Key_P, Qt.Key.Key_S])[at]
        follows = Step.REASON if asked.reasons else Step.EXPLANATION
        return Deed(key, [["attempt", position, step, asked.offered[at], seen]], (position, follows))

    def _undo(self, place: Place) -> Deed:
        position, step = place
        turn = self._session.turns[position]
        seen = 1  # the reasons, or the explanation
        taken = Step.REASON if step is Step.EXPLANATION and turn.reason is not None else Step.ANSWER
        return Deed(Qt.Key.Key_U, [["retraction", position, taken, seen]], (position, taken))

    def _note(self, place: Place) -> Deed:
        self._press(Qt.Key.Key_N)
        dialog = self._window.findChildren(NoteDialog)[-1]
        probed.wait_for(dialog.isActiveWindow)
        text = f"note {self._chance.randrange(10**6)}"
        QTest.keyClicks(dialog.focusWidget(), text)
        control = Qt.KeyboardModifier.ControlModifier
        return Deed(Qt.Key.Key_Return, [["note", text]], place, is_noted=True, modifier=control)

    def _do(self, deed: Deed) -> None:
        say({"will": deed.rows, "to": deed.to})
        for earlier in self._shown().findChildren(PassingNote):
            earlier.hide()  # or one that says the same is not painted anew
        self._paints.seen.clear()
        self._press(deed.key, deed.modifier)
        probed.wait_for(lambda: self._is_painted(deed))
        say({"shown": self._place()})
        self._window.activateWindow()  # no window manager does so when the dialog goes
        probed.wait_for(self._window.isActiveWindow)

    def _is_painted(self, deed: Deed) -> bool:
        page = self._shown()
        if self._place() != deed.to or page is self._window:
            return False
        if deed.is_noted:
            awaited: list[QWidget] = [each for each in page.findChildren(PassingNote) if each.isVisible()]
        elif isinstance(page, SessionPage):
            awaited = _panels(page)
        else:
            awaited = [page]
        return bool(awaited) and self._paints.seen.issuperset(awaited)

    def _press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        top = QApplication.activeWindow() or self._window
        QTest.keyClick(top.focusWidget(), key, modifier)


def _panels(page: SessionPage) -> list[QWidget]:
    """What is asked or said of a question now."""
    kinds = (AnswerPanel, OptionsPanel, ReasonPanel, ExplanationCard)
    return [each for kind in kinds for each in page.findChildren(kind) if each.isVisible()]


def say(told: dict[str, object]) -> None:
    """Tell it at once, in one piece."""
    os.write(1, json.dumps(told).encode() + b"\n")


def drive(window: MainWindow) -> None:
    """Begin, and go on until the end."""
    probed.navigation(window)._appearance.set_reduced_motion(True)  # noqa: SLF001
    driver = Driver(window, int(sys.argv[1]))
    driver.begin()
    if "leave" in sys.argv:
        QTimer.singleShot(0, window.close)  # once the loop runs that it ends
    else:
        driver.go_on()


if __name__ == "__main__":
    probed.run(drive)
