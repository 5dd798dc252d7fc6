"""Sessions at every step, for tests of the pages."""

from dataclasses import replace

from pytestqt.qtbot import QtBot

from quizapp.domain.bank import Definition, Source
from quizapp.domain.certainty import LEVELS
from quizapp.domain.question import Choice, Side, Strength, Verdict
from quizapp.domain.session import Session, open_session
from quizapp.ui.session.page import SessionPage
from quizapp.ui.style.appearance import Appearance
from tests.domain.examples import VOCABULARY, arguable, bank, choice, start, verdict
from tests.ui.screen import seen, to_front

TOLD = replace(
    VOCABULARY,
    source=Source("Product or Service?", "Trevor Wilson", "ITSM Assist Limited"),
    definitions=(
        Definition("product", "What is handed over.", "The article", "In short."),
        Definition("product", "A configuration of resources.", "The exam"),
        Definition("service", "What goes on.", "The article"),
    ),
)


def full(question: Verdict) -> Verdict:
    """A verdict with every text that an explanation can show."""
    return replace(question, why="WHY-TEXT.", flips="FLIP-TEXT.", claims=("A1",))


def both_cases(question: Verdict) -> Verdict:
    return replace(full(question), case_for_product="CASE-P.", case_for_service="CASE-S.")


QUESTIONS: dict[str, Verdict | Choice] = {
    "clear": full(verdict(name="clear")),
    "leaning": full(verdict(name="leaning", strength=Strength.LEANING)),
    "arguable": both_cases(arguable()),
    "choice": choice(2),
}

TWINS = (
    replace(
        full(verdict(Side.PRODUCT, "twin-p")),
        pair="twin-s",
        scenario="A firm needs a database. It runs it itself.",
    ),
    replace(
        full(verdict(Side.SERVICE, "twin-s")),
        pair="twin-p",
        scenario="A firm needs a database. A supplier runs it.",
    ),
)


def session_on(
    name: str, *, reason_step: bool = True, three_answers: bool = False, certainty: bool = False
) -> Session:
    """A session of one question, at its first step."""
    only = bank(QUESTIONS[name], vocabulary=TOLD)
    rules = start(only, reason_step=reason_step, three_answers=three_answers, certainty=certainty)
    return open_session(rules, only)


def all_sure(level: str = "") -> Session:
    """A finished session of all kinds of questions and twins that asked how sure one is.

    Args:
        level: what is said of each; empty for the three levels in turn.
    """
    every = bank(*TWINS, *QUESTIONS.values(), vocabulary=TOLD)
    session = open_session(start(every, certainty=True), every)
    while not session.is_finished:
        said = level or LEVELS[-1 - session.position % len(LEVELS)]
        session = session.answered(answer_for(session.current.question)).with_certainty(said)
        session = (session.reasoned("") if session.current.reasons else session).moved_on()
    return session


def session_of_all(answered: int) -> Session:
    """A session of all kinds of questions, so many of them read to the end."""
    every = bank(*QUESTIONS.values(), vocabulary=TOLD)
    session = open_session(start(every), every)
    for _ in range(answered):
        session = session.answered(answer_for(session.current.question))
        session = (session.reasoned("") if session.current.reasons else session).moved_on()
    return session


def explained(name: str, answer: str, reason: str | None = "") -> Session:
    """A session whose one question is answered."""
    session = session_on(name, reason_step=reason is not None).answered(answer)
    return session if reason is None else session.reasoned(reason)


def answer_for(question: Verdict | Choice) -> str:
    """Any answer."""
    return "0" if isinstance(question, Choice) else str(Side.SERVICE)


def twins_told() -> Session:
    """A finished session that asked both twins, and a choice between them."""
    three = bank(TWINS[1], QUESTIONS["choice"], TWINS[0], vocabulary=TOLD)
    session = open_session(start(three), three)
    while not session.is_finished:
        session = session.answered(answer_for(session.current.question)).reasoned("").moved_on()
    return session


def open_page(qtbot: QtBot, appearance: Appearance) -> SessionPage:
    """The page of a session, in front, in the window's usual size."""
    page = SessionPage(appearance)
    qtbot.addWidget(page)
    page.resize(1100, 720)
    to_front(qtbot, page)
    return page


def show(page: SessionPage, session: Session) -> str:
    """Show a session, and tell what is read there then."""
    page.show_session(session)
    return seen(page)
