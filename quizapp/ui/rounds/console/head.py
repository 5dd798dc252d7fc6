"""The head of the console: title, question, the phases, and the time left."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from quizapp.domain.round import Phase, Round
from quizapp.domain.round_plan import ScoreShowing
from quizapp.ui.compat import override
from quizapp.ui.rounds.console.buttons import MARGIN, QUIET_MARGIN, CommandButtons
from quizapp.ui.rounds.console.commands import (
    Command,
)
from quizapp.ui.rounds.console.wording import ConsoleWords
from quizapp.ui.widgets.buttons import Button
from quizapp.ui.widgets.layouts import FlowLayout, clear, enable_height_for_width
from quizapp.ui.widgets.signs import IconLabel
from quizapp.ui.widgets.text import Text

_ARROW = 14  # px at 100 % text

_STEPS = (Phase.LOBBY, Phase.ASK, Phase.OPEN, Phase.LOCKED, Phase.DISCUSS, Phase.REVEAL)


class PhasePath(QWidget):
    """Names with arrows between them, the one in force filled; it breaks where the width is short.

    Args:
        parent: the owner.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: tuple[str, ...] = ()
        self._labels: list[QLabel] = []
        self._flow = FlowLayout(self, gap=2, row_gap=2)
        self.setProperty("group", True)
        enable_height_for_width(self, down=QSizePolicy.Policy.Fixed)

    def show_path(self, names: Sequence[str], current: int) -> None:
        """Show a path.

        Args:
            names: of the phases, in order.
            current: the index of the one in force; -1 for none.
        """
        if tuple(names) != self._names:
            self._names = tuple(names)
            self._make_labels()
        for index, label in enumerate(self._labels):
            label.setProperty("current", index == current)
            label.setProperty("use", "label_strong" if index == current else "label")
            _dress(label)
        if current >= 0:
            here = self.tr("Phase: {name}, {position} of {total}")
            self.setAccessibleName(here.format(name=names[current], position=current + 1, total=len(names)))
        else:
            self.setAccessibleName(self.tr("Phases: {names}").format(names=", ".join(names)))

    def _make_labels(self) -> None:
        """Put names and arrows in a row; an arrow stays with the name behind which it stands."""
        clear(self._flow)
        self._labels = [QLabel(name) for name in self._names]
        for label in self._labels:
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            for name, value in (("use", "label_strong"), ("tone", "muted"), ("pill", True)):
                label.setProperty(name, value)
            parts = [label] if label is self._labels[-1] else [label, IconLabel("chevron-right", edge=_ARROW)]
            self._flow.addWidget(beside(*parts, gap=2))
        self._keep_widths()

    def _keep_widths(self) -> None:
        """Give each name the width it takes in force, so that nothing moves from phase to phase."""
        for label in self._labels:
            use = label.property("use")
            label.setProperty("use", "label_strong")
            _dress(label)
            label.setMinimumWidth(0)
            label.setMinimumWidth(label.sizeHint().width())
            label.setProperty("use", use)
            _dress(label)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:  # the sheet comes last
            self._keep_widths()


def _dress(label: QLabel) -> None:
    """Have the style sheet read a label's properties again."""
    label.style().unpolish(label)
    label.style().polish(label)


def beside(*parts: QWidget, gap: int = 10) -> QWidget:
    """Some parts in one row that is never broken."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(gap)
    for part in parts:
        row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
    return holder


class MomentText(Text):
    """What is special about the moment: a rehearsal, a pause, or the time that is left."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("label_strong", parent=parent)
        self._words = ConsoleWords(self)
        self._seconds: int | None = None
        self._is_paused = self._is_rehearsal = False

    def show_time(self, seconds: int | None) -> None:
        """Show the seconds left of a vote; None where no time runs."""
        self._seconds = seconds
        self._show()

    def show_rehearsal(self, *, is_rehearsal: bool) -> None:
        """Say that nothing of the round is kept, or not."""
        self._is_rehearsal = is_rehearsal
        self._show()

    def show_pause(self, *, is_paused: bool) -> None:
        """Say that the round pauses, or not."""
        self._is_paused = is_paused
        self._show()

    def _show(self) -> None:
        state = self.tr("Paused") if self._is_paused else self._words.time_left(self._seconds)
        parts = (self.tr("Rehearsal") if self._is_rehearsal else "", state)
        self.setText(" · ".join(part for part in parts if part))


class ConsoleHead(QWidget):
    """Title, path, time, and the way out.

    Args:
        commands: takes the button that leaves.
        parent: the page.

    Attributes:
        moment: what is special about the moment.
    """

    def __init__(self, commands: CommandButtons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ConsoleWords(self)
        self._place = Text("label", tone="muted")
        self._path = PhasePath()
        self.moment = MomentText()
        leave = Button(self._words.commands()[Command.LEAVE], "quiet", small=True)
        self.setContentsMargins(MARGIN, 0, QUIET_MARGIN, 0)
        flow = FlowLayout(self, gap=12, spread=True)
        flow.addWidget(beside(Text("section", self.tr("Round")), self._place, gap=2))
        flow.addWidget(self._path)
        flow.addWidget(beside(self.moment, commands.add(Command.LEAVE, leave)))

    def show_round(self, round_: Round) -> None:
        """Show where the round stands."""
        self._place.setText(self._words.position(round_))
        steps = [*_STEPS, Phase.SCORES] if round_.plan.scores is ScoreShowing.ALWAYS else list(_STEPS)
        phase = Phase.REVEAL if round_.phase is Phase.EXPLAIN else round_.phase
        names = [self._words.phase(step) for step in steps]
        self._path.show_path(names, steps.index(phase) if phase in steps else -1)
        self.moment.show_pause(is_paused=round_.is_paused)
