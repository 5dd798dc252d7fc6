"""What voters are called where nobody gave them a name, and what answers are called."""

from PySide6.QtCore import QObject

from quizapp.domain.question import Side
from quizapp.domain.round_record import RoundRecord
from quizapp.ui.row_panel import LETTERS


def is_team(voter: str) -> bool:
    """Whether an id is that of a team, not of a person."""
    return voter.startswith("t")


def number_of(voter: str) -> int:
    """The number in a voter's id."""
    return int(voter[1:])


class RosterWords(QObject):
    """The words for voters and their answers, in one place, so that they sound alike."""

    def name(self, record: RoundRecord, voter: str) -> str:
        """The name of a voter, or the kind and number where there is none."""
        return record.names.get(voter, "") or self.nameless(voter)

    def nameless(self, voter: str) -> str:
        """What a voter without a name is called."""
        words = self.tr("Team {n}") if is_team(voter) else self.tr("Sheet {n}")
        return words.format(n=number_of(voter))

    def answer(self, answer: str) -> str:
        """An answer as ballots have it, in a word or letter; an empty one is no answer yet."""
        match answer:
            case "":
                return self.tr("not yet")
            case Side.PRODUCT:
                return self.tr("Product")
            case Side.SERVICE:
                return self.tr("Service")
            case _:
                return LETTERS[int(answer)]
