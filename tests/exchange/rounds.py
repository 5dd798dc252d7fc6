"""Small rounds with their votes, for tests of what is made of them."""

from collections.abc import Mapping
from dataclasses import replace

from quizapp.domain.ballot import Ballot
from quizapp.domain.bank import Bank, Source
from quizapp.domain.question import Question
from quizapp.domain.round import Item, Phase, Round, Voter
from quizapp.domain.round_plan import AnsweringMode, RoundPlan
from quizapp.domain.round_record import RoundRecord
from quizapp.domain.session import refer
from tests.domain.examples import NOON, VOCABULARY, bank

NAMES = {"t1": "Ada’s team", "t2": "Zuse’s team"}
SOURCE = Source("Product or Service?", "Trevor Wilson", "ITSM Assist Limited", "https://www.itsmassist.com")


def hands(**counts: int) -> Ballot:
    return Ballot(
        AnsweringMode.HANDS, counts={name.removeprefix("_"): number for name, number in counts.items()}
    )


def teams(**votes: str) -> Ballot:
    return Ballot(AnsweringMode.TEAMS, votes=votes)


def told(question: Question, *ballots: Ballot) -> Item:
    """A question whose verdict was shown."""
    return Item(refer(bank(question), question), ballots, is_revealed=True)


def record(
    *items: tuple[Question, Item], warm_up: bool = False, names: Mapping[str, str] = NAMES
) -> RoundRecord:
    """A round of two teams that is over."""
    asked = replace(bank(*(question for question, _ in items)), notice="A bank’s notice.")
    refs = tuple(item.question for _, item in items)
    plan = RoundPlan("plan", "Tuesday’s round", refs, AnsweringMode.TEAMS, teams=2, warm_up=warm_up)
    round_ = Round(
        plan,
        tuple(item for _, item in items),
        (Voter("t1"), Voter("t2")),
        AnsweringMode.TEAMS,
        Phase.CLOSED,
        len(items) - 1,
    )
    return RoundRecord("r1", round_, _sourced(asked), names, NOON, NOON)


def one(question: Question, *ballots: Ballot) -> RoundRecord:
    """A round of one question."""
    return record((question, told(question, *ballots)))


def changed(made: RoundRecord, position: int = 0, **changes: object) -> RoundRecord:
    """The round with something about one question changed."""
    item = replace(made.round.items[position], **changes)  # type: ignore[arg-type]
    return replace(made, round=made.round.with_item(position, item))


def _sourced(of: Bank) -> Bank:
    return replace(of, vocabulary=replace(VOCABULARY, source=SOURCE))
