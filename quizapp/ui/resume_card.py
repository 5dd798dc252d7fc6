"""A session left in the middle, to go on with or to leave."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from quizapp.ui.action_button import ActionButton
from quizapp.ui.look import Look
from quizapp.ui.offer_card import OfferCard
from quizapp.ui.text import Text


class ResumeCard(OfferCard):
    """Says where a session stopped.

    Signals:
        resume_requested: go on with it.
        set_aside_requested: stop offering it.
    """

    resume_requested = Signal()
    set_aside_requested = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent, padding=(22, 14))
        self._title = Text(look, "choice_strong")
        self.words.addWidget(self._title)
        self.words.addWidget(Text(look, "label", self.tr("Nothing was lost."), "muted"))
        not_now = ActionButton(look, self.tr("Not now"), "quiet")
        go_on = ActionButton(look, self.tr("Resume"), "outline", key="R")
        shortcut = QShortcut(QKeySequence("R"), go_on)  # a button's own shortcut clicks 100 ms late
        shortcut.activated.connect(go_on.click)
        self.buttons.addWidget(not_now)
        self.buttons.addWidget(go_on)
        not_now.clicked.connect(self.set_aside_requested)
        go_on.clicked.connect(self.resume_requested)

    def show_session(self, sentence: str) -> None:
        """Offer the session that this sentence describes; none hides the card."""
        self._title.setText(sentence)
        self.setVisible(bool(sentence))
