"""The sentences of rounds: voters, modes, counts, exports, and what became of questions."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from quizapp.domain.ballot import Ballot
from quizapp.domain.chance import ENOUGH
from quizapp.domain.directions import isolated
from quizapp.domain.question import Question, Side, Verdict, is_arguable
from quizapp.domain.round import Item, Ruling
from quizapp.domain.round_plan import AnsweringMode, RoundPlan, ScoreShowing
from quizapp.domain.round_record import RoundRecord
from quizapp.domain.round_scores import Standing, is_scored, key_of
from quizapp.domain.wrap_up import FirstVote
from quizapp.ui.counting import Counting
from quizapp.ui.rounds.views import Export, Material
from quizapp.ui.wording import LETTERS


def is_team(voter: str) -> bool:
    """Whether an id is that of a team, not of a person."""
    return voter.startswith("t")


def number_of(voter: str) -> int:
    """The number in a voter's id."""
    return int(voter[1:])


MINUTES_A_QUESTION = 2.5
"""What a question takes with a vote and its reasons; talking takes about as much again."""


class RoundWords(QObject):
    """The words for voters, modes, counts, files and results, in one place, so that they sound alike."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._counting = Counting(self)

    # -- voters --------------------------------------------------------------------------------

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

    # -- modes, counts and files ---------------------------------------------------------------

    def mode(self, mode: AnsweringMode) -> str:
        """How the room answers, in a word."""
        words = {
            AnsweringMode.HANDS: self.tr("Hands"),
            AnsweringMode.TEAMS: self.tr("Teams"),
            AnsweringMode.BUZZ: self.tr("Buzz"),
            AnsweringMode.PAPER: self.tr("Paper"),
        }
        return words[mode]

    def mode_meaning(self, mode: AnsweringMode) -> str:
        """What that means, in a sentence."""
        words = {
            AnsweringMode.HANDS: self.tr("You count the hands or cards. Nobody has a score."),
            AnsweringMode.TEAMS: self.tr(
                "Each team has one answer, which you key in. The wall shows who is in."
            ),
            AnsweringMode.BUZZ: self.tr(
                "The first team to buzz answers. If it is wrong, the turn passes on."
            ),
            AnsweringMode.PAPER: self.tr("Everybody fills in a sheet. You enter the sheets when you like."),
        }
        return words[mode]

    def questions(self, count: int) -> str:
        """`12 questions`."""
        return self._counting.questions(count)

    def rounds(self, count: int) -> str:
        """`2 rounds`; empty for none."""
        some = self.tr("1 round") if count == 1 else self.tr("{count} rounds").format(count=count)
        return some if count else ""

    def plans(self, count: int) -> str:
        """`2 plans`; empty for none."""
        some = self.tr("1 plan") if count == 1 else self.tr("{count} plans").format(count=count)
        return some if count else ""

    def duration(self, count: int) -> str:
        """How long a round of so many questions takes, if nobody debates."""
        return self._counting.minutes(max(1, round(count * MINUTES_A_QUESTION)))

    def unscored(self, plan: RoundPlan, questions: Sequence[Question]) -> str:
        """How many of a plan's questions score nothing where others do; empty for none."""
        has_scores = plan.scores is not ScoreShowing.OFF and plan.answering is not AnsweringMode.HANDS
        count = sum(is_arguable(question) for question in questions) if has_scores else 0
        some = self.tr("1 can be argued and gives no points")
        if count > 1:
            some = self.tr("{count} can be argued and give no points").format(count=count)
        return some if count else ""

    def first_vote(self, vote: FirstVote) -> str:
        """`9 of 23 right, likely 22 to 59 %`; of few votes no interval, which would say nothing."""
        if vote.number < ENOUGH:
            return self.tr("{right} of {number} right (few votes)").format(
                right=vote.right, number=vote.number
            )
        low, high = vote.interval
        return self.tr("{right} of {number} right, likely {low} to {high}\u00a0%").format(
            right=vote.right, number=vote.number, low=round(100 * low), high=round(100 * high)
        )

    def back_to(self, position: int) -> str:
        """Where a round goes back to from its end; -1 is the lobby."""
        if position < 0:
            return self.tr("Back to the lobby")
        return self.tr("Back to question {position}").format(position=position + 1)

    def exports(self) -> list[tuple[object, str]]:
        """What can be taken home, and the words for it."""
        return [
            (Export.HANDOUT_PDF, self.tr("Handout, PDF")),
            (Export.HANDOUT_HTML, self.tr("Handout, HTML")),
            (Export.RESULTS_XLSX, self.tr("Results, XLSX")),
            (Export.QUESTIONS_CSV, self.tr("Questions, CSV")),
            (Export.SCORES_CSV, self.tr("Scores, CSV")),
            (Export.ANSWERS_CSV, self.tr("Answers, CSV")),
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

    # -- results -------------------------------------------------------------------------------

    def cue(self, name: str, vote: FirstVote) -> str:
        """How the scenarios went that a cue decides."""
        went = self.first_vote(vote)
        return self.tr("{name}: {went}, at the first vote.").format(name=isolated(name), went=went)

    def standing(self, standing: Standing) -> str:
        """`7 of 9 right`."""
        return self.tr("{right} of {seen} right").format(right=standing.right, seen=standing.seen)

    def went(self, record: RoundRecord, position: int) -> str:
        """What became of a question."""
        item = record.round.items[position]
        question = record.bank.question(item.question.question_id)
        if item.is_skipped:
            return self.tr("left out")
        if not item.is_revealed:
            return self.tr("not shown yet") if item.ballots else self.tr("not asked")
        parts = [self._ruling(item), *(self._vote(question, item, ballot) for ballot in item.ballots)]
        said = self.tr(", then ").join(part for part in parts[1:] if part)
        corrected = self.tr("votes corrected") if item.corrected else ""
        return "; ".join(part for part in (parts[0], said or self.tr("nobody voted"), corrected) if part)

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
