"""The cue most worth practising, with the doubt in that."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from quizapp.domain.history import CueScore
from quizapp.ui.action_button import ActionButton
from quizapp.ui.card import Card
from quizapp.ui.control_row import ControlRow
from quizapp.ui.interval_band import IntervalBand
from quizapp.ui.look import Look
from quizapp.ui.text import Text


class WeakestCard(Card):
    """Names the cue, its score and the score's interval, and offers to practise it.

    Signals:
        practise_requested: begin a set on this cue.
    """

    practise_requested = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent, padding=(22, 18))
        self._name = Text(look, "section")
        self._band = IntervalBand(look)
        self._score = Text(look, "body", colour="muted")
        practise = ActionButton(look, self.tr("Practise it"), "outline")
        buttons = ControlRow(look)
        buttons.addWidget(practise)
        self.body.setSpacing(4)
        self.body.addWidget(Text(look, "caption", self.tr("Weakest cue"), "muted"))
        self.body.addWidget(self._name)
        self.body.addWidget(self._band)
        self.body.addWidget(self._score)
        self.body.addStretch(1)
        self.body.addLayout(buttons)
        practise.clicked.connect(self.practise_requested)

    def show_cue(self, score: CueScore | None) -> None:
        """Show a cue; none hides the card."""
        self.setVisible(score is not None)
        if score is None:
            return
        self._name.setText(score.name)
        self._band.show_interval(score.low, score.high, score.earned / max(1, score.asked), None)
        sentence = self.tr("{earned} of {asked} right for the right reason.")
        self._score.setText(sentence.format(earned=score.earned, asked=score.asked))
