"""A round with all that is needed to show it, run it and report on it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from quizapp.domain.bank import Bank
from quizapp.domain.question import Question
from quizapp.domain.round import Round


@dataclass(frozen=True, slots=True)
class RoundRecord:
    """A round as it is kept.

    Attributes:
        id: names it among all rounds.
        round: how it stands.
        bank: the questions asked, in the wording in which they were asked, with their vocabulary.
        names: what voters are called, by their ids; those whose names were deleted are not in it.
        started_at: when it began, in UTC.
        ended_at: when it was closed, in UTC; None while it runs.
    """

    id: str
    round: Round
    bank: Bank
    names: Mapping[str, str]
    started_at: datetime
    ended_at: datetime | None = None

    @property
    def question(self) -> Question:
        """The question in front; in the lobby the first."""
        return self.bank.question(self.round.item.question.question_id)

    def name(self, voter: str) -> str:
        """What a voter is called: the name, or the kind and number where there is none."""
        return self.names.get(voter) or nameless(voter)


def nameless(voter: str) -> str:
    """What a voter without a name is called: `Team 5` for `t5`, `Sheet 5` for `p5`."""
    kind = "Team" if voter.startswith("t") else "Sheet"
    return f"{kind} {voter[1:]}"
