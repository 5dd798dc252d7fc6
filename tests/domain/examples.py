"""Small questions and vocabularies for tests of the rules."""

from datetime import UTC, datetime

from quizapp.domain.attempt import SessionRules, SessionStart
from quizapp.domain.bank import Bank, Cue, Misconception, Vocabulary
from quizapp.domain.question import Choice, Evidence, Option, Question, Side, Strength, Tempting, Verdict
from quizapp.domain.session import refer

CUES = ("involvement", "value", "direction", "runs", "owns")
MISCONCEPTIONS = ("label", "tangibility", "price", "cloud")
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)

VOCABULARY = Vocabulary(
    cues={cue: Cue(cue, f"Cue {cue}", "for product", "for service") for cue in CUES},
    misconceptions={each: Misconception(each, f"Idea {each}", "because") for each in MISCONCEPTIONS},
    claims={"A1": "It is complicated."},
)


def verdict(
    answer: Side = Side.SERVICE,
    name: str = "q",
    strength: Strength = Strength.CLEAR,
    evidence: tuple[Evidence, ...] | None = None,
    tempting: tuple[str, ...] = ("tangibility",),
    not_deciding: tuple[str, ...] = (),
) -> Verdict:
    if evidence is None:
        evidence = (Evidence("runs it", "runs", answer),)
    return Verdict(
        id=name,
        scenario="A supplier runs it.",
        answer=answer,
        why="Because.",
        strength=strength,
        evidence=evidence,
        tempting=tuple(Tempting(each, "It tempts.") for each in tempting),
        not_deciding=not_deciding,
        topics=("cloud",),
    )


def arguable(answer: Side = Side.PRODUCT, name: str = "arguable") -> Verdict:
    evidence = (Evidence("A supplier", "owns", Side.PRODUCT), Evidence("runs it", "runs", Side.SERVICE))
    return verdict(answer, name, Strength.ARGUABLE, evidence)


def choice(key: int = 0, options: int = 4, name: str = "choice") -> Choice:
    return Choice(
        name,
        "Which?",
        tuple(Option(f"Option {n}", "Because.", n == key) for n in range(options)),
        topics=("terms",),
    )


def bank(*questions: Question, vocabulary: Vocabulary = VOCABULARY) -> Bank:
    return Bank("demo", "Demo", questions, vocabulary)


def start(of: Bank, seed: int = 1, *, reason_step: bool = True) -> SessionStart:
    refs = tuple(refer(of, question) for question in of.questions)
    return SessionStart("s", seed, SessionRules(len(refs), reason_step), refs, NOON)
