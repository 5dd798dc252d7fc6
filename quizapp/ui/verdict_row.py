"""The outcome, drawn and said: seal, sentence, what the person said, and the scale of the verdict."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from quizapp.domain.question import Verdict
from quizapp.ui.layouts import filled_hint
from quizapp.ui.look import Look
from quizapp.ui.marks import SealKind
from quizapp.ui.overriding import override
from quizapp.ui.seal import Seal
from quizapp.ui.text import Text
from quizapp.ui.verdict_scale import VerdictScale

_BESIDE_FROM = 560
"""The width in px at 100 % text from which the scale has room beside the words."""


class VerdictRow(QWidget):
    """The first line of every explanation."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._seal = Seal(look, SealKind.RIGHT)
        self._headline = Text(look, "section")
        self._said = Text(look, "choice", colour="muted")
        self._scale = VerdictScale(look)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._headline)
        words.addWidget(self._said)
        self._layout = layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(16)
        layout.setColumnStretch(1, 1)
        layout.addWidget(self._seal, 0, 0)
        layout.addLayout(words, 0, 1)
        layout.addWidget(self._scale, 0, 2)
        look.changed.connect(self._place)

    @override
    def sizeHint(self) -> QSize:
        return filled_hint(self, self._layout)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        """Put the scale beside the words, or below them where they would be left too little room."""
        if self.width() >= self._look.px(_BESIDE_FROM):
            self._layout.addWidget(self._scale, 0, 2)
        else:
            self._layout.addWidget(self._scale, 1, 1, Qt.AlignmentFlag.AlignLeading)

    def show_outcome(self, seal: SealKind, headline: str, said: str) -> None:
        """Say what came of the answer."""
        self._seal.set_kind(seal)
        self._headline.setText(headline)
        self._said.setText(said)
        self._said.setVisible(bool(said))

    def show_verdict(self, verdict: Verdict | None) -> None:
        """Put the marker on the scale; a choice has none."""
        self._scale.setVisible(verdict is not None)
        if verdict is not None:
            self._scale.show_verdict(verdict.answer, verdict.strength)
