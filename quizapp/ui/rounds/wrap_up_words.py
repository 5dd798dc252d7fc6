"""How the questions of a round went, in sentences."""

from PySide6.QtCore import QObject

from quizapp.domain.ballot import Ballot
from quizapp.domain.question import Question, Side, Verdict
from quizapp.domain.round import Item, Ruling
from quizapp.domain.round_record import RoundRecord
from quizapp.domain.round_scores import Standing, is_scored, key_of
from quizapp.domain.wrap_up import FirstVote
from quizapp.ui.rounds.round_words import RoundWords


class WrapUpWords(QObject):
    """All of them in one place, so that they sound alike."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = RoundWords(self)

    def first_vote(self, vote: FirstVote) -> str:
        """How a first vote went, with its interval."""
        return self._words.first_vote(vote)

    def cue(self, name: str, vote: FirstVote) -> str:
        """How the scenarios went that a cue decides."""
        went = self._words.first_vote(vote)
        return self.tr("{name}: {went}, at the first vote.").format(name=name, went=went)

    def standing(self, standing: Standing) -> str:
        """`7 of 9 right`."""
        return self.tr("{right} of {seen} right").format(right=standing.right, seen=standing.seen)

    def went(self, record: RoundRecord, place: int) -> str:
        """What became of a question."""
        item = record.round.items[place]
        question = record.bank.question(item.question.question_id)
        if item.is_skipped:
            return self.tr("left out")
        if not item.is_revealed:
            return self.tr("not shown yet") if item.ballots else self.tr("not asked")
        parts = [self._ruling(item), *(self._vote(question, item, ballot) for ballot in item.ballots)]
        said = self.tr(", then ").join(part for part in parts[1:] if part)
        return "; ".join(part for part in (parts[0], said or self.tr("nobody voted")) if part)

    def _ruling(self, item: Item) -> str:
        words = {
            Ruling.NONE: "",
            Ruling.VOID: self.tr("void"),
            Ruling.BOTH: self.tr("every answer accepted"),
        }
        return words[item.ruling]

    def _vote(self, question: Question, item: Item, ballot: Ballot) -> str:
        """One vote in figures; the sides where none of them is right alone."""
        if not ballot.number:
            return ""
        has_one_key = is_scored(question, item) and item.ruling is not Ruling.BOTH
        if isinstance(question, Verdict) and not has_one_key:
            return self.tr("{product} Product, {service} Service").format(
                product=ballot.split.get(Side.PRODUCT, 0), service=ballot.split.get(Side.SERVICE, 0)
            )
        right = ballot.split.get(key_of(question), 0)
        return self.tr("{right} of {number} right").format(right=right, number=ballot.number)
