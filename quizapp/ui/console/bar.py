"""The console's buttons: the next natural thing and what is often needed, and a row of what is rarer."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from quizapp.domain.round import Round, Ruling
from quizapp.domain.round_plan import Answering
from quizapp.ui.action_button import ActionButton
from quizapp.ui.console.acts import Step, is_possible, next_step
from quizapp.ui.console.keys import Act, key_name
from quizapp.ui.console.steady_button import SteadyButton
from quizapp.ui.console.words import ConsoleWords
from quizapp.ui.flow_layout import FlowLayout
from quizapp.ui.look import Look
from quizapp.ui.small_button import SmallButton

OFTEN = (Act.MORE_TIME, Act.PAUSE, Act.DISCUSS, Act.REVEAL)
RARELY = (
    Act.BACK,
    Act.SKIP,
    Act.UNLOCK,
    Act.RELEASE,
    Act.SCORES,
    Act.VOID,
    Act.BOTH,
    Act.DISPUTE,
    Act.EXPORT,
)
ICONS = {
    Act.MORE_TIME: "plus",
    Act.PAUSE: "pause",
    Act.DISCUSS: "messages-square",
}
STEP_ICONS = {Step.LOCK: "lock", Step.RESUME: "play"}


class ActButtons(QObject):
    """Buttons by their acts: enabled while the act can happen, never hidden, so that nothing shifts.

    Tab reaches them and a click does not take the keyboard along: Space stays the next natural thing.

    Signals:
        acted: a button was pressed; carries its `Act`.
    """

    acted = Signal(object)

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner)
        self._words = ConsoleWords(self)
        self._buttons: dict[Act, ActionButton] = {}

    def add(self, act: Act, button: ActionButton) -> ActionButton:
        """Take a button for an act."""
        self._buttons[act] = button
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setToolTip(self._words.meanings().get(act, ""))
        button.clicked.connect(self._tell)
        return button

    def _tell(self) -> None:
        """Tell which was pressed. No QButtonGroup does: in one, Tab passes by what can be checked."""
        pressed = self.sender()
        act = next(act for act, button in self._buttons.items() if button is pressed)
        if self._buttons[act].isCheckable():
            self._buttons[act].toggle()  # whether it is done will be told by the round
        self.acted.emit(act)

    def show_round(self, round_: Round) -> None:
        """Show what can be done as the round stands."""
        for act, button in self._buttons.items():
            button.set_key(key_name(act, round_.way))
            button.setEnabled(is_possible(round_, act))
        ruling = round_.item.ruling if round_.place >= 0 else Ruling.NONE
        self._press(Act.VOID, pressed=ruling is Ruling.VOID)
        self._press(Act.BOTH, pressed=ruling is Ruling.BOTH)
        self._press(Act.PAUSE, pressed=round_.is_paused)
        self._press(Act.DISPUTE, pressed=round_.place >= 0 and bool(round_.item.dispute))
        if Act.NEXT in self._buttons:
            self._show_step(next_step(round_))

    def _press(self, act: Act, *, pressed: bool) -> None:
        """Show that what an act does is done already."""
        if (button := self._buttons.get(act)) is not None:
            button.setCheckable(True)
            button.setChecked(pressed)

    def _show_step(self, step: Step) -> None:
        button = self._buttons[Act.NEXT]
        button.setText(self._words.steps()[step])
        button.set_icon(STEP_ICONS.get(step, "arrow-right"))

    def __getitem__(self, act: Act) -> ActionButton:
        """The button of an act."""
        return self._buttons[act]


class ConsoleBar(QWidget):
    """What is needed often.

    Args:
        look: the look in force.
        acts: takes the buttons.
        parent: the page.
    """

    def __init__(self, look: Look, acts: ActButtons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = ConsoleWords(self)
        row = FlowLayout(self)
        steps = list(words.steps().values())
        row.addWidget(acts.add(Act.NEXT, SteadyButton(look, steps, key_name(Act.NEXT, Answering.HANDS))))
        for act in OFTEN:
            button = ActionButton(look, words.acts()[act], "outline", icon=ICONS.get(act, ""))
            row.addWidget(acts.add(act, button))


class RareRow(QWidget):
    """What is needed now and then.

    Args:
        look: the look in force.
        acts: takes the buttons.
        shown: which acts; those of `RARELY` if not given.
        parent: the page.
    """

    def __init__(
        self, look: Look, acts: ActButtons, shown: Iterable[Act] = RARELY, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        words = ConsoleWords(self)
        row = FlowLayout(self)
        for act in shown:
            row.addWidget(acts.add(act, SmallButton(look, words.acts()[act], "quiet")))
