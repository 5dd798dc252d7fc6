"""The buttons of a round's commands, and the lines in which they stand."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from quizapp.domain.round import Ruling
from quizapp.domain.round_plan import AnsweringMode
from quizapp.domain.round_record import RoundRecord
from quizapp.ui.rounds.console.commands import (
    Command,
    NextStep,
    is_possible,
    key_name,
    shown_step,
)
from quizapp.ui.rounds.console.wording import ConsoleWords
from quizapp.ui.widgets.buttons import Button
from quizapp.ui.widgets.layouts import FlowLayout

MARGIN, QUIET_MARGIN = 20, 10
"""px at the sides: cards and buttons keep 4 more, and before the words of a quiet button are 10 more."""

OFTEN = (Command.MORE_TIME, Command.PAUSE, Command.DISCUSS, Command.REVEAL)

RARELY = (
    Command.BACK,
    Command.SKIP,
    Command.UNLOCK,
    Command.RELEASE,
    Command.SCORES,
    Command.VOID,
    Command.BOTH,
    Command.DISPUTE,
    Command.CORRECT,
    Command.FINISH,
)

STEP_ICONS = {NextStep.LOCK: "lock", NextStep.RESUME: "play"}


class CommandButtons(QObject):
    """Buttons by their commands: enabled while the command can happen, never hidden, so that nothing shifts.

    Tab reaches them and a click does not take the keyboard along: Space stays the next step.

    Signals:
        triggered: a button was pressed; carries its `Command`.
    """

    triggered = Signal(object)

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner)
        self._words = ConsoleWords(self)
        self._buttons: dict[Command, Button] = {}

    def add(self, command: Command, button: Button) -> Button:
        """Take the button of a command."""
        self._buttons[command] = button
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setToolTip(self._words.meanings().get(command, ""))
        button.clicked.connect(self._on_clicked)
        return button

    def _on_clicked(self) -> None:
        """Tell which was pressed. No QButtonGroup does: in one, Tab passes by what can be checked."""
        pressed = self.sender()
        command = next(command for command, button in self._buttons.items() if button is pressed)
        if self._buttons[command].isCheckable():
            self._buttons[command].toggle()  # whether it is done will be told by the round
        self.triggered.emit(command)

    def show_record(self, record: RoundRecord, *, is_private: bool = True) -> None:
        """Show what can be done as the round stands.

        Args:
            record: the round.
            is_private: whether the room does not see it: what follows a lock by the plan rests on the votes.
        """
        round_ = record.round
        for command, button in self._buttons.items():
            button.set_key(key_name(command, round_.mode))
            button.setEnabled(is_possible(record, command))
        ruling = round_.item.ruling if round_.position >= 0 else Ruling.NONE
        self._press(Command.VOID, pressed=ruling is Ruling.VOID)
        self._press(Command.BOTH, pressed=ruling is Ruling.BOTH)
        self._press(Command.PAUSE, pressed=round_.is_paused)
        self._press(Command.DISPUTE, pressed=round_.position >= 0 and bool(round_.item.dispute))
        if Command.NEXT in self._buttons:
            self._show_step(shown_step(record, is_private=is_private))

    def _press(self, command: Command, *, pressed: bool) -> None:
        """Show that what a command does is done already."""
        if (button := self._buttons.get(command)) is not None:
            button.setCheckable(True)
            button.setChecked(pressed)

    def _show_step(self, step: NextStep) -> None:
        button = self._buttons[Command.NEXT]
        button.setText(self._words.steps()[step])
        button.set_icon(STEP_ICONS.get(step, "arrow-right"))

    def __getitem__(self, command: Command) -> Button:
        """The button of a command."""
        return self._buttons[command]


class ConsoleBar(QWidget):
    """What is needed often.

    Args:
        commands: takes the buttons.
        parent: the page.
    """

    def __init__(self, commands: CommandButtons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = ConsoleWords(self)
        self.setContentsMargins(MARGIN, 0, MARGIN, 0)
        row = FlowLayout(self, gap=2)
        row.addWidget(commands.add(Command.NEXT, next_button(words)))
        for command in OFTEN:
            row.addWidget(commands.add(command, Button(words.commands()[command], "outline")))


def next_button(words: ConsoleWords, *, small: bool = False) -> Button:
    """The filled button, with room for all that it says in a round."""
    steps = tuple(words.steps().values())
    key = key_name(Command.NEXT, AnsweringMode.HANDS)
    return Button(steps[0], "filled", key, "arrow-right", small=small, room_for=steps)


class RareRow(QWidget):
    """What is needed now and then.

    Args:
        commands: takes the buttons.
        parent: the page.
    """

    def __init__(self, commands: CommandButtons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = ConsoleWords(self)
        self.setContentsMargins(QUIET_MARGIN, 0, 0, 0)
        row = FlowLayout(self, gap=0)
        for command in RARELY:
            row.addWidget(commands.add(command, Button(words.commands()[command], "quiet", small=True)))
