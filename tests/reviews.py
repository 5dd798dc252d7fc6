"""What is due, asked of a quiz day by day."""

from datetime import date
from random import Random

from quizapp.domain.attempt import SessionRules
from quizapp.domain.session import Session
from quizapp.quiz.open_banks import NothingToAskError
from quizapp.quiz.reviews import ReviewOverview
from tests.quiz_rig import QuizRig, go_through

DAY = 86_400
RULES = SessionRules(reason_step=False)


def local_day(rig: QuizRig) -> date:
    return rig.now().astimezone().date()


def overview(rig: QuizRig, exam: date | None = None, new_a_day: int | None = None) -> ReviewOverview:
    return rig.quiz.reviews.overview(local_day(rig), exam, new_a_day)


def begin(rig: QuizRig, exam: date | None = None, new_a_day: int | None = None) -> Session:
    return rig.quiz.reviews.start(local_day(rig), exam, new_a_day, RULES)


def ids(session: Session) -> list[str]:
    return [ref.question_id for ref in session.start.questions]


def all_of_today(
    rig: QuizRig,
    exam: date | None = None,
    new_a_day: int | None = None,
    chance: Random | None = None,
    ability: float = 1.0,
) -> list[str]:
    """Do what a day offers; the questions that were answered, each known with a probability."""
    done: list[str] = []
    while True:
        try:
            session = begin(rig, exam, new_a_day)
        except NothingToAskError:
            return done
        missed = frozenset(each for each in ids(session) if chance and chance.random() > ability)
        go_through(rig.quiz, session, missed)
        done += ids(session)
