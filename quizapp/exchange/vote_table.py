"""How a room voted on one question: a small table, in numbers and shares, and what to make of it."""

from quizapp.domain.ballot import Ballot
from quizapp.domain.chance import ENOUGH, wilson
from quizapp.domain.question import Question, Side, Verdict, is_arguable
from quizapp.domain.round import Item, Ruling, Voter
from quizapp.domain.round_plan import AnsweringMode
from quizapp.domain.round_scores import answers_of, key_of, numbers_of
from quizapp.exchange.bank_text import named
from quizapp.exchange.markup import Markup, element, joined, table
from quizapp.exchange.words import share_words, short_answer

_BLOCKS = 16
_NAMES = ("First vote", "After talking")


def votes(question: Question, item: Item) -> Markup:
    """The votes on a question, the first and the one after talking; a sentence where nobody voted."""
    splits = [numbers_of(question, ballot) for ballot in item.ballots]
    if not any(sum(split) for split in splits):
        return element("p", "Nobody voted.", class_="quiet")
    rows = [
        (_answer(question, answer), *(_cell(split[position], sum(split)) for split in splits))
        for position, answer in enumerate(answers_of(question))
    ]
    counted = [_counted(ballot, sum(split)) for ballot, split in zip(item.ballots, splits, strict=True)]
    heads = tuple(f"{name} ({number})" for name, number in zip(_NAMES, counted, strict=False))
    sentences = [
        _sentence(name, question, ballot)
        for name, ballot in zip(_NAMES, item.ballots, strict=False)
        if is_judged(question, item, ballot)
    ]
    told = element("p", " ".join(sentences), class_="quiet") if sentences else Markup()
    return joined(table("How the room voted", ("Answer", *heads), *rows), told)


def _answer(question: Question, answer: str) -> Markup:
    if isinstance(question, Verdict):
        return named(Side(answer))
    return joined(short_answer(question, answer), " (right)" if answer == key_of(question) else "")


def _cell(number: int, total: int) -> Markup:
    """A number, its share, and a bar for the eye alone."""
    if not total:
        return joined("0")
    bar = element("span", "■" * round(_BLOCKS * number / total), class_="bar", aria_hidden="true")
    return joined(f"{number} ({share_words(number, total)})\u00a0 ", bar)


def is_judged(question: Question, item: Item, ballot: Ballot) -> bool:
    """Whether a share right says anything: not of what is arguable or void, nor of one team that buzzed."""
    can_be_right = not is_arguable(question) and item.ruling is Ruling.NONE
    return can_be_right and ballot.mode is not AnsweringMode.BUZZ and any(numbers_of(question, ballot))


def _counted(ballot: Ballot, number: int) -> str:
    """How many hands, teams or people a vote is of: a team's vote is not one person's."""
    are_teams = {Voter(each).is_team for each in ballot.valid_votes}
    if ballot.mode is AnsweringMode.HANDS:
        one, several = "hand", "hands"
    elif len(are_teams) == 1:
        one, several = ("team", "teams") if True in are_teams else ("person", "people")
    else:
        one, several = "vote", "votes"
    return f"{number} {one if number == 1 else several}"


def _sentence(name: str, question: Question, ballot: Ballot) -> str:
    """The share right with its interval: a small room says little about others."""
    right, total = ballot.split.get(key_of(question), 0), sum(numbers_of(question, ballot))
    low, high = (f"{bound * 100:.0f}" for bound in wilson(right, total))
    doubt = f"could be {low}–{high}\u00a0%" if total >= ENOUGH else "few votes"
    return f"{name}: {right} of {total} right, {share_words(right, total)} ({doubt})."
