"""A paper whose time runs, as Today and Papers offer it."""

from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QWidget

from quizapp.ui.dates import time_of_day
from quizapp.ui.widgets.cards import OfferCard
from quizapp.ui.widgets.text import Text

if TYPE_CHECKING:
    from quizapp.domain.paper import Paper


class PaperView(NamedTuple):
    """A paper whose time runs.

    Attributes:
        id: names it.
        title: what it is called.
        answered: how many of its questions are answered.
        total: how many it has.
        until: the time of day at which it hands itself in.
    """

    id: str
    title: str
    answered: int
    total: int
    until: str


def paper_view(paper: "Paper", ends_at: datetime) -> PaperView:
    """What is shown of a paper that hands itself in at a moment, in UTC."""
    until = time_of_day(ends_at)
    return PaperView(paper.start.id, paper.preset.title, len(paper.answers), len(paper.items), until)


class RunningPaperCard(OfferCard):
    """Says that a paper is running, beside buttons of those who show it.

    Attributes:
        paper_id: names the paper shown last; empty for none yet.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=(22, 14))
        self.paper_id = ""
        self._title, self._rest = Text("choice_strong"), Text("label", tone="muted")
        self.words.addWidget(self._title)
        self.words.addWidget(self._rest)

    def show_paper(self, view: PaperView | None) -> None:
        """Offer this paper; none hides the card."""
        self.setVisible(view is not None)
        if view is None:
            return
        self.paper_id = view.id
        self._title.setText(self.tr("Your paper is running: {title}").format(title=view.title))
        told = self.tr("{n} of {total} answered. At {time} it hands itself in.")
        self._rest.setText(told.format(n=view.answered, total=view.total, time=view.until))
