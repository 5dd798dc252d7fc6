"""The top line of the console: which question, how far along it is, and the time left."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from quizapp.domain.round import Phase, Round
from quizapp.domain.round_plan import ScoreShowing
from quizapp.ui.console.bar import ActButtons
from quizapp.ui.console.keys import Act
from quizapp.ui.console.phase_path import PhasePath
from quizapp.ui.console.words import ConsoleWords
from quizapp.ui.flow_layout import FlowLayout
from quizapp.ui.look import Look
from quizapp.ui.overriding import override
from quizapp.ui.painting import INSET
from quizapp.ui.small_button import SmallButton
from quizapp.ui.text import Text

_HEIGHT, _ONE_LINE_FROM = 44, 820  # px at 100 % text
_STEPS = (Phase.LOBBY, Phase.ASK, Phase.OPEN, Phase.LOCKED, Phase.DISCUSS, Phase.REVEAL)


class ConsoleHead(QWidget):
    """Title, path, time, and the way out.

    Args:
        look: the look in force.
        acts: takes the button that leaves.
        parent: the page.
    """

    def __init__(self, look: Look, acts: ActButtons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._words = ConsoleWords(self)
        self._place = Text(look, "label", colour="muted")
        self._path = PhasePath(look)
        self._time = Text(look, "label_strong")
        leave = SmallButton(look, self._words.acts()[Act.LEAVE], "quiet")
        title = self._beside(Text(look, "section", self.tr("Round")), self._place)
        path = self._beside(self._path)
        end = self._beside(self._time, acts.add(Act.LEAVE, leave))
        flow = FlowLayout(gap=16, spread=True)
        self._parts = (title, path, end)
        for part in self._parts:
            flow.addWidget(part)
        row = QHBoxLayout(self)
        row.setContentsMargins(INSET, 0, INSET, 0)
        row.addLayout(flow)
        look.changed.connect(self._relook)
        self._relook()

    def _relook(self) -> None:
        """Have all parts of one height where they have room on one line."""
        height = self._look.px(_HEIGHT) if self.width() >= self._look.px(_ONE_LINE_FROM) else 0
        for part in self._parts:
            part.setMinimumHeight(height)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._relook()

    @staticmethod
    def _beside(*parts: QWidget) -> QWidget:
        """Some parts in one row that is never broken."""
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        for part in parts:
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        return holder

    def show_round(self, round_: Round) -> None:
        """Show where the round stands."""
        self._place.setText(self._words.place(round_))
        steps = [*_STEPS, Phase.SCORES] if round_.plan.scores is ScoreShowing.ALWAYS else list(_STEPS)
        phase = Phase.REVEAL if round_.phase is Phase.EXPLAIN else round_.phase
        names = [self._words.phase(step) for step in steps]
        self._path.show_path(names, steps.index(phase) if phase in steps else -1)
        if round_.is_paused:
            self.show_words(self.tr("Paused"))

    def show_words(self, words: str) -> None:
        """Show the time left, or that the round stands still."""
        self._time.setText(words)
