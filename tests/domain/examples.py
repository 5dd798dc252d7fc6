"""Small questions and vocabularies for tests of the rules."""

from datetime import UTC, datetime

from quizapp.domain.attempt import SessionRules, SessionStart
from quizapp.domain.bank import Bank, Cue, Misconception, Vocabulary
from quizapp.domain.question import Choice, Option, Question, Reason, Side, Strength, Verdict
from quizapp.domain.session import refer

CUES = ("involvement", "value", "direction", "runs", "owns")
MISCONCEPTIONS = ("label", "tangibility", "price", "cloud")
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)

VOCABULARY = Vocabulary(
    cues={cue: Cue(cue, f"Cue {cue}", "for product", "for service") for cue in CUES},
    misconceptions={each: Misconception(each, f"Idea {each}", "because") for each in MISCONCEPTIONS},
    claims={"A1": "It is complicated."},
)


def fact(text: str, side: Side | None = None, cue: str = "", *quotes: str) -> Reason:
    """A fact of a scenario."""
    return Reason(text, "Since.", side, cue, quotes)


OWNS = fact("The supplier owns it.", Side.PRODUCT, "owns", "A supplier")
IDLE = (
    fact("It weighs a ton.", None, "tangibility"),
    fact("There is a bill.", None, "value"),
    fact("It is red."),
    fact("It has a name.", None, "label"),
)


def runs(side: Side = Side.SERVICE) -> Reason:
    """The fact that decides the usual scenario."""
    return fact("The supplier runs it.", side, "runs", "runs it")


RUNS = runs()


def verdict(
    answer: Side = Side.SERVICE,
    name: str = "q",
    strength: Strength = Strength.CLEAR,
    reasons: tuple[Reason, ...] | None = None,
    idle: tuple[Reason, ...] = IDLE,
) -> Verdict:
    """A verdict with a reason for its answer and some that decide nothing."""
    deciding = (runs(answer),) if reasons is None else reasons
    return Verdict(
        id=name,
        scenario="A supplier runs it.",
        answer=answer,
        why="Because.",
        strength=strength,
        reasons=deciding + idle,
        topics=("cloud",),
    )


def arguable(answer: Side = Side.PRODUCT, name: str = "arguable") -> Verdict:
    """A verdict with a reason for each side."""
    return verdict(answer, name, Strength.ARGUABLE, (OWNS, RUNS))


def choice(key: int = 0, options: int = 4, name: str = "choice") -> Choice:
    return Choice(
        name,
        "Which?",
        tuple(Option(f"Option {n}", "Because.", n == key) for n in range(options)),
        topics=("terms",),
    )


def bank(*questions: Question, vocabulary: Vocabulary = VOCABULARY) -> Bank:
    return Bank("demo", "Demo", questions, vocabulary)


def start(
    of: Bank,
    seed: int = 1,
    *,
    reason_step: bool = True,
    three_answers: bool = False,
    certainty: bool = False,
) -> SessionStart:
    refs = tuple(refer(of, question) for question in of.questions)
    rules = SessionRules(len(refs), reason_step, three_answers, certainty=certainty)
    return SessionStart("s", seed, rules, refs, NOON)
