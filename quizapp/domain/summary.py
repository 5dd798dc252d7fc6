"""What a session came to, never without its doubt."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from quizapp.domain.certainty import LevelTally, by_level
from quizapp.domain.chance import chance_of_reaching, wilson
from quizapp.domain.history import deciding_cues
from quizapp.domain.scoring import Outcome, OutcomeKind
from quizapp.domain.session import Session


@dataclass(frozen=True, slots=True)
class Score:
    """Marks earned, with what they are worth.

    Attributes:
        earned: marks earned.
        marked: questions that could earn one.
        low: lower bound of the 95 % Wilson interval, 0 to 1.
        high: upper bound.
        luck: the chance of earning at least as much by guessing every question, 0 to 1.
        chances: each marked question's own chance of being earned by a guess.
    """

    earned: int
    marked: int
    low: float
    high: float
    luck: float
    chances: tuple[float, ...]

    @property
    def luck_share(self) -> float:
        """The share of marks that guessing earns on average, 0 to 1; 0 when nothing was marked."""
        return sum(self.chances) / self.marked if self.marked else 0.0


_RIGHT_REASON = frozenset({OutcomeKind.RIGHT_REASON, OutcomeKind.ARGUED})
_REASON_TOLD = _RIGHT_REASON | {OutcomeKind.OTHER_REASON, OutcomeKind.NOT_ARGUED}


@dataclass(frozen=True, slots=True)
class Tally:
    """Outcomes of the questions that share a kind of reason or a topic, in the order asked."""

    name: str
    outcomes: tuple[Outcome, ...]

    @property
    def earned(self) -> int:
        """Marks earned."""
        return sum(outcome.marks or 0 for outcome in self.outcomes)

    @property
    def marked(self) -> int:
        """Questions that could earn one."""
        return sum(outcome.marks is not None for outcome in self.outcomes)

    @property
    def right_reason(self) -> int:
        """Questions answered right and for a reason that decides; the measure of `CueScore` too."""
        return sum(outcome.kind in _RIGHT_REASON for outcome in self.outcomes)


@dataclass(frozen=True, slots=True)
class Summary:
    """The result of a session: `missed` holds positions in it, `kinds` how often each kind came up.

    `by_cue` counts answers that were followed by the reason step: others say nothing of a kind of reason.
    `missed` has those first of which the person was surest, then the order asked. `by_certainty` counts
    marked answers, and is empty where it was not asked how sure one is.
    """

    score: Score
    kinds: Counter[OutcomeKind]
    by_cue: tuple[Tally, ...]
    by_topic: tuple[Tally, ...]
    missed: tuple[int, ...]
    by_certainty: tuple[LevelTally, ...] = ()

    @property
    def right_reason(self) -> int | None:
        """Points earned for a reason that decides; None where no outcome tells of a reason."""
        if not any(self.kinds[kind] for kind in _REASON_TOLD):
            return None
        return sum(self.kinds[kind] for kind in _RIGHT_REASON)


def score(outcomes: Iterable[Outcome]) -> Score:
    """The score of some outcomes; unmarked ones do not count."""
    marked = [outcome for outcome in outcomes if outcome.marks is not None and outcome.chance is not None]
    earned = sum(outcome.marks or 0 for outcome in marked)
    chances = tuple(outcome.chance or 0.0 for outcome in marked)
    low, high = wilson(earned, len(marked))
    return Score(earned, len(marked), low, high, chance_of_reaching(earned, chances), chances)


def summarise(session: Session) -> Summary:
    """What the answered questions of a session came to, finished or not; others do not count."""
    outcomes = {
        position: outcome
        for position in range(len(session.asked))
        if (outcome := session.outcome(position)) is not None
    }
    return Summary(
        score(outcomes.values()),
        Counter(outcome.kind for outcome in outcomes.values()),
        tallies((cue, outcome) for position, outcome in outcomes.items() for cue in _cues(session, position)),
        tallies(
            (topic, outcome)
            for position, outcome in outcomes.items()
            for topic in session.asked[position].question.topics
        ),
        _surest_first(session, [position for position, outcome in outcomes.items() if outcome.is_missed]),
        _by_certainty(session, outcomes),
    )


def _surest_first(session: Session, missed: list[int]) -> tuple[int, ...]:
    return tuple(sorted(missed, key=lambda position: -(session.turns[position].certainty or 0)))


def _by_certainty(session: Session, outcomes: Mapping[int, Outcome]) -> tuple[LevelTally, ...]:
    """The marked answers by how sure the person was of them; empty where that was not asked of any."""
    said = [
        (certainty, bool(outcome.marks))
        for position, outcome in outcomes.items()
        if (certainty := session.turns[position].certainty) is not None and outcome.marks is not None
    ]
    return by_level(said) if said else ()


def _cues(session: Session, position: int) -> list[str]:
    """The names of the kinds of reason that decide a question; none where no reason was asked for."""
    asked, answer = session.asked[position], session.turns[position].answer
    if answer is None or not asked.asks_reason(answer):
        return []
    known = asked.vocabulary.cues
    return [known[cue].name if cue in known else cue for cue in deciding_cues(asked.question)]


def tallies(pairs: Iterable[tuple[str, Outcome]]) -> tuple[Tally, ...]:
    """One tally a name, those asked most often first."""
    groups: dict[str, list[Outcome]] = {}
    for name, outcome in pairs:
        groups.setdefault(name, []).append(outcome)
    made = [Tally(name, tuple(group)) for name, group in groups.items()]
    return tuple(sorted(made, key=lambda tally: -len(tally.outcomes)))
