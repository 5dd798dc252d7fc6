"""Pictures for the wall in every state, short and long, for tests of the wall."""

from dataclasses import replace

from quizapp.domain.bank import Cue, Vocabulary
from quizapp.domain.question import Reason, Side, Strength
from quizapp.domain.round import Phase, Ruling
from quizapp.domain.round_scores import Standing
from quizapp.domain.wall_view import Revealed, Sign, Split, WallView

SENTENCE = "The supplier takes support calls and manages the storage that the pay data sits on. "
SHORT = "A firm moves its payroll to a cloud solution. " + SENTENCE.strip()
LONG = (SENTENCE * 5).strip()  # 75 words, as long as shipped ones are
VOCABULARY = Vocabulary({"runs": Cue("runs", "Who keeps it running from day to day", "", "")})
TALK = ("Who keeps it running, from day to day and at night?", "When something fails, whose problem is it?")
FACT = Reason(
    "The supplier takes calls and manages the storage.",
    "With each call and each backup the supplier is still taking part.",
    Side.SERVICE,
    "runs",
    ("takes support calls", "manages the storage"),
)
OPTIONS = tuple(f"An option of some ten words that says one thing, number {n}" for n in range(4))
TEAMS = tuple(Sign(name, name != "Blue") for name in ("Red team", "Blue", "The Auditors", "Service Desk"))
WHY = "With each call and each backup the supplier is still taking part, so it will call this a service. "


def asked(phase: Phase = Phase.OPEN, stem: str = SHORT) -> WallView:
    return WallView(phase, 6, 12, "Evening class", stem=stem, prompt="Which label fits the payroll better?")


def chosen(phase: Phase = Phase.OPEN) -> WallView:
    return WallView(phase, 6, 12, "Evening class", stem=SHORT, answers=OPTIONS)


def revealed(strength: Strength = Strength.CLEAR, words: int = 3) -> Revealed:
    cases = (WHY * 2, WHY * 2) if strength is Strength.ARGUABLE else ()
    return Revealed(
        key=1,
        side=Side.SERVICE,
        strength=strength,
        ruling=Ruling.NONE,
        fact=None if strength is Strength.ARGUABLE else FACT,
        why=WHY * words,
        cases=cases,
        before=Split((16, 11)),
        after=Split((5, 22)),
    )


TOLD_CHOICE = replace(
    revealed(), side=None, strength=None, fact=None, before=Split((1, 2, 3, 4)), after=Split((0, 9, 1, 0))
)
_STANDINGS = tuple(
    (f"Team {n}" if n else "The Worshipful Company of Auditors", Standing(f"t{n}", 9, 10, 1 + n // 2 * 2))
    for n in range(30)
)

VIEWS = {
    "lobby": WallView(Phase.LOBBY, 0, 12, "Evening class"),
    "ask": asked(Phase.ASK),
    "hands": replace(asked(), is_warm_up=True),
    "count": replace(asked(stem=LONG), number_in=23, number_of=27),
    "crowd": replace(asked(), number_in=123, number_of=500),
    "teams": replace(asked(stem=LONG), number_in=3, number_of=4, teams=TEAMS),
    "turn": replace(asked(stem=LONG), number_in=0, number_of=4, teams=TEAMS, turn="The Auditors"),
    "locked": replace(asked(Phase.LOCKED, LONG), number_in=23, number_of=27),
    "discuss": replace(asked(Phase.DISCUSS), talk=TALK),
    "released": replace(asked(Phase.DISCUSS, LONG), talk=TALK, released=Split((16, 11))),
    "reveal": replace(asked(Phase.REVEAL), revealed=revealed()),
    "reveal long": replace(asked(Phase.REVEAL, LONG), revealed=revealed()),
    "explain": replace(asked(Phase.EXPLAIN), revealed=revealed(words=1)),
    "explain long": replace(asked(Phase.EXPLAIN, LONG), revealed=replace(revealed(), ruling=Ruling.VOID)),
    "arguable": replace(
        asked(Phase.EXPLAIN, LONG), revealed=replace(revealed(Strength.ARGUABLE), after=None)
    ),
    "choice": replace(chosen(), number_in=3, number_of=4, teams=TEAMS),
    "choice list": replace(chosen(Phase.ASK), statements=OPTIONS, answers=("1 and 2", "1 and 3", "2 and 4")),
    "choice talk": replace(chosen(Phase.DISCUSS), talk=TALK, released=Split((1, 2, 3, 4))),
    "choice told": replace(chosen(Phase.EXPLAIN), revealed=TOLD_CHOICE),
    "scores": WallView(Phase.SCORES, 6, 12, "Evening class", standings=_STANDINGS[:4]),
    "end": WallView(Phase.WRAP_UP, 12, 12, "Evening class", standings=_STANDINGS),
    "thanks": WallView(Phase.WRAP_UP, 12, 12, "Evening class"),
    "closed": WallView(Phase.CLOSED, 12, 12, ""),
    "paused": replace(asked(), is_paused=True),
}
