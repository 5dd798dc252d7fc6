"""What a room may see on the wall. Before the verdict it depends on no key, no reason and no vote."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from quizapp.domain.ballot import Ballot
from quizapp.domain.bank import Bank, Vocabulary
from quizapp.domain.question import Choice, Question, Reason, Side, Strength, Verdict
from quizapp.domain.reasons import deciding_fact
from quizapp.domain.round import Item, Phase, Round, Ruling
from quizapp.domain.round_plan import AnsweringMode, ScoreShowing
from quizapp.domain.round_scores import Standing, is_scored, numbers_of, right_answers, standings

PROMPTS = 2
"""Questions that the wall puts to people who talk."""

_ASKED = frozenset({Phase.ASK, Phase.OPEN, Phase.LOCKED, Phase.DISCUSS, Phase.REVEAL, Phase.EXPLAIN})
_TOLD = frozenset({Phase.REVEAL, Phase.EXPLAIN})
_UNKNOWN_YET = frozenset({AnsweringMode.HANDS, AnsweringMode.PAPER})


@dataclass(frozen=True, slots=True)
class Sign:
    """A team on the wall: its name, and whether its answer is in."""

    name: str
    is_in: bool


@dataclass(frozen=True, slots=True)
class Split:
    """How many gave each answer, in the order of the question's answers."""

    numbers: tuple[int, ...]

    @property
    def total(self) -> int:
        """How many answered."""
        return sum(self.numbers)


@dataclass(frozen=True, slots=True)
class Revealed:
    """What is shown from the verdict on.

    Attributes:
        key: the index of the right answer among the question's; of an arguable verdict the side it leans to.
        side: the answer of a verdict; None for a choice.
        strength: how firmly it stands; None for a choice.
        ruling: what the trainer ruled.
        fact: the fact that decides it, of which `why` is the reason; None for a choice, for an arguable
            verdict, and where the author names none.
        why: why that fact decides; without one why the answer fits.
        cases: both cases of an arguable verdict, product first.
        before: the first vote; None where nobody voted.
        after: the vote after talking; None without one.
        winner: the name of the team that was right in a buzz; empty otherwise.
    """

    key: int
    side: Side | None
    strength: Strength | None
    ruling: Ruling
    fact: Reason | None
    why: str
    cases: tuple[str, ...]
    before: Split | None
    after: Split | None
    winner: str = ""


@dataclass(frozen=True, slots=True)
class WallView:
    """One picture for the wall.

    Attributes:
        phase: where the round stands.
        position: the question in front, from 1; 0 where none is.
        total: how many questions there are.
        title: what the round is called.
        mode: how the room answers.
        is_paused: whether it stands still.
        is_warm_up: whether the question in front is worth nothing.
        is_unscored: whether others are, and this one is not: told from the verdict on, since only what can
            be argued has no points.
        stem: the scenario, or the prompt of a choice.
        prompt: what is asked about a scenario; empty for a choice.
        statements: those of a choice in list style.
        answers: what can be answered: empty for a verdict, else the options' texts in the bank's order.
        number_in: how many have answered; None where nobody knows, as with hands and paper.
        number_of: how many are there to answer.
        teams: the teams, where they answer.
        turn: the name of the team whose turn it is in a buzz.
        talk: what to talk about.
        released: the first vote, once the trainer has released it to a room that talks.
        revealed: what is shown from the verdict on.
        standings: the scores with names, where they are shown.
    """

    phase: Phase
    position: int
    total: int
    title: str = ""
    mode: AnsweringMode = AnsweringMode.HANDS
    is_paused: bool = False
    is_warm_up: bool = False
    is_unscored: bool = False
    stem: str = ""
    prompt: str = ""
    statements: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()
    number_in: int | None = None
    number_of: int | None = None
    teams: tuple[Sign, ...] = ()
    turn: str = ""
    talk: tuple[str, ...] = ()
    released: Split | None = None
    revealed: Revealed | None = None
    standings: tuple[tuple[str, Standing], ...] = ()


def wall_view(round_: Round, bank: Bank, names: Mapping[str, str]) -> WallView:
    """The picture for the wall.

    Args:
        round_: the round as it stands.
        bank: where its questions are.
        names: what the voters are called, by their ids.
    """
    view = WallView(
        phase=round_.phase,
        position=round_.position + 1,
        total=len(round_.items),
        title=round_.plan.title,
        mode=round_.mode,
        is_paused=round_.is_paused,
    )
    if round_.phase in {Phase.SCORES, Phase.WRAP_UP}:
        return replace(view, standings=_standings(round_, bank, names))
    if round_.phase not in _ASKED:
        return view
    question = bank.question(round_.item.question.question_id)
    view = _with_question(replace(view, is_warm_up=round_.is_warm_up(round_.position)), question)
    if round_.phase in _TOLD:
        told = _revealed(question, round_.item, bank.vocabulary)
        told = replace(told, winner=_winner(question, round_, names))
        return replace(view, revealed=told, is_unscored=_is_unscored(round_, question))
    view = _with_attendance(view, round_, names)
    if round_.phase is Phase.DISCUSS:
        released = _split(question, round_.item.ballots[0]) if round_.item.is_split_released else None
        return replace(view, talk=_talk(bank, round_.position), released=released)
    return view


def asked_view(question: Question, title: str, mode: AnsweringMode) -> WallView:
    """The picture of a question while the room answers, before there is a round."""
    return _with_question(WallView(Phase.OPEN, 1, 1, title=title, mode=mode), question)


def _with_question(view: WallView, question: Question) -> WallView:
    if isinstance(question, Choice):
        answers = tuple(option.text for option in question.options)
        return replace(view, stem=question.prompt, statements=question.statements, answers=answers)
    return replace(view, stem=question.scenario, prompt=question.prompt)


def _with_attendance(view: WallView, round_: Round, names: Mapping[str, str]) -> WallView:
    """Who has answered, without what."""
    ballot = round_.ballot
    if round_.mode in _UNKNOWN_YET:
        return view
    voted = ballot.votes if ballot else {}
    signs = tuple(Sign(names.get(each.id, each.id), each.id in voted) for each in round_.expected)
    view = replace(view, number_in=sum(sign.is_in for sign in signs), number_of=len(signs), teams=signs)
    if round_.mode is AnsweringMode.BUZZ and ballot and ballot.holder:
        view = replace(view, turn=names.get(ballot.holder, ballot.holder))
    return view


def _talk(bank: Bank, position: int) -> tuple[str, ...]:
    """Questions of the vocabulary in turn: those of the question itself would give its reasons away."""
    asks = [cue.asks for cue in bank.vocabulary.cues.values() if cue.asks]
    return tuple(asks[(position * PROMPTS + each) % len(asks)] for each in range(min(PROMPTS, len(asks))))


def _split(question: Question, ballot: Ballot) -> Split | None:
    numbers = numbers_of(question, ballot)
    return Split(numbers) if sum(numbers) else None


def _revealed(question: Question, item: Item, vocabulary: Vocabulary) -> Revealed:
    before = _split(question, item.ballots[0]) if item.ballots else None
    after = _split(question, item.ballots[1]) if len(item.ballots) > 1 else None
    if isinstance(question, Choice):
        why = question.options[question.key].why
        return Revealed(question.key, None, None, item.ruling, None, why, (), before, after)
    fact = deciding_fact(question, vocabulary)
    return Revealed(
        key=list(Side).index(question.answer),
        side=question.answer,
        strength=question.strength,
        ruling=item.ruling,
        fact=fact,
        why=fact.why if fact else question.why,
        cases=_cases(question),
        before=before,
        after=after,
    )


def _is_unscored(round_: Round, question: Question) -> bool:
    """Whether a round that has scores gives none for the question in front."""
    has_scores = round_.plan.scores is not ScoreShowing.OFF and bool(round_.voters)
    is_warm_up = round_.is_warm_up(round_.position)
    return has_scores and not is_warm_up and not is_scored(question, round_.item)


def _winner(question: Question, round_: Round, names: Mapping[str, str]) -> str:
    """The team that buzzed and was right."""
    ballot = round_.ballot
    if ballot is None or ballot.mode is not AnsweringMode.BUZZ:
        return ""
    right = right_answers(question, round_.item)
    found = (voter for voter, answer in ballot.valid_votes.items() if answer in right)
    return next((names.get(voter, voter) for voter in found), "")


def _cases(verdict: Verdict) -> tuple[str, ...]:
    if verdict.strength is not Strength.ARGUABLE:
        return ()
    return tuple(verdict.case_for(side) for side in Side)


def _standings(round_: Round, bank: Bank, names: Mapping[str, str]) -> tuple[tuple[str, Standing], ...]:
    if round_.plan.scores is ScoreShowing.OFF or (
        round_.plan.scores is ScoreShowing.END and round_.phase is not Phase.WRAP_UP
    ):
        return ()
    return tuple((names.get(each.voter, each.voter), each) for each in standings(round_, bank) if each.seen)
