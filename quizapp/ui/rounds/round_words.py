"""Words that several pages around a round share."""

from PySide6.QtCore import QObject

from quizapp.domain.round_plan import Answering
from quizapp.domain.wrap_up import FirstVote
from quizapp.ui.counting import Counting
from quizapp.ui.rounds.rounds_view import Export, Material

MINUTES_A_QUESTION = 2.5
"""What a question takes with a vote and its reasons; talking takes about as much again."""


class RoundWords(QObject):
    """All of them in one place, so that they sound alike."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._counting = Counting(self)

    def way(self, way: Answering) -> str:
        """How the room answers, in a word."""
        words = {
            Answering.HANDS: self.tr("Hands"),
            Answering.TEAMS: self.tr("Teams"),
            Answering.BUZZ: self.tr("Buzz"),
            Answering.PAPER: self.tr("Paper"),
        }
        return words[way]

    def way_meant(self, way: Answering) -> str:
        """What that means, in a sentence."""
        words = {
            Answering.HANDS: self.tr("You count the hands or cards. Nobody has a score."),
            Answering.TEAMS: self.tr("Each team has one answer, which you key in. The wall shows who is in."),
            Answering.BUZZ: self.tr("The first team to buzz answers. If it is wrong, the turn passes on."),
            Answering.PAPER: self.tr("Everybody fills in a sheet. You enter the sheets when you like."),
        }
        return words[way]

    def questions(self, count: int) -> str:
        """`12 questions`."""
        return self._counting.questions(count)

    def duration(self, count: int) -> str:
        """How long a round of so many questions takes, if nobody debates."""
        return self._counting.minutes(max(1, round(count * MINUTES_A_QUESTION)))

    def first_vote(self, vote: FirstVote) -> str:
        """`9 of 23 right, likely 22 to 59 %`."""
        low, high = vote.interval
        return self.tr("{right} of {number} right, likely {low} to {high}\u00a0%").format(
            right=vote.right, number=vote.number, low=round(100 * low), high=round(100 * high)
        )

    def exports(self) -> list[tuple[object, str]]:
        """What can be taken home, and the words for it."""
        return [
            (Export.HANDOUT_PDF, self.tr("Handout, PDF")),
            (Export.HANDOUT_HTML, self.tr("Handout, HTML")),
            (Export.RESULTS_CSV, self.tr("Results, CSV")),
            (Export.RESULTS_XLSX, self.tr("Results, XLSX")),
            (Export.XAPI, self.tr("xAPI statements")),
            (Export.STATISTICS, self.tr("All rounds on this bank, CSV")),
        ]

    def materials(self) -> list[tuple[object, str]]:
        """What can be printed, and the words for it."""
        return [
            (Material.CARDS, self.tr("Cards to hold up")),
            (Material.QUESTIONS, self.tr("Question sheet")),
            (Material.ANSWERS, self.tr("Answer sheet")),
            (Material.KEY, self.tr("Key with reasons")),
        ]
