"""An answered question as a summary shows it, and the twins among them."""

import re
from dataclasses import dataclass

from quizapp.domain.mixing import twin_of
from quizapp.domain.question import Question, Side, Strength, Verdict
from quizapp.domain.session import Session
from quizapp.ui.question.certainty import CertaintyWords
from quizapp.ui.style.marks import BadgeKind
from quizapp.ui.wording import BADGES, Wording

_RECOGNISED = 40  # letters
_SENTENCE = re.compile(r"\S.*?(?:[.!?…](?=\s|$)|\Z)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class AnswerView:
    """One answered question.

    Attributes:
        position: its place in the session, from 0.
        badge: what came of the answer.
        stem: a sentence by which it is recognised.
        key: what it turned out to be, in one word; empty for a choice.
        side: the key's side; None for a choice, and where both can be argued.
        said: what the person said, and how sure of it they were where that was asked.
        is_flagged: whether it is flagged.
    """

    position: int
    badge: BadgeKind
    stem: str
    key: str
    side: Side | None
    said: str
    is_flagged: bool = False


@dataclass(frozen=True, slots=True)
class TwinsView:
    """Two scenarios that differ by one fact; `shared` is how both begin, empty where they differ at once."""

    shared: str
    answers: tuple[AnswerView, AnswerView]


def sentences(text: str) -> list[str]:
    """The sentences of a text, in order."""
    return _SENTENCE.findall(text.strip())


_TELLING = 22  # letters: fewer hardly say what a question is about


def first_sentence(question: Question) -> str:
    """How a question begins: its first sentence, with the next ones where that is but a word or two."""
    told = ""
    for each in sentences(_stem(question)):
        told = f"{told} {each}".strip()
        if len(told) >= _TELLING:
            break
    return told


def beginning(question: Question) -> str:
    """The first sentences of what is asked: as many as it takes to recognise it."""
    told = ""
    for sentence in sentences(_stem(question)):
        told = f"{told} {sentence}".strip()
        if len(told) >= _RECOGNISED:
            break
    return told


def telling_sentence(question: Question, twin: Question) -> str:
    """The first sentence of a question that its twin has not."""
    shared = set(sentences(_stem(twin)))
    return next((each for each in sentences(_stem(question)) if each not in shared), first_sentence(question))


def twin_at(session: Session, position: int) -> int | None:
    """The position of a question's twin in the session; None where it was not asked or not answered."""
    here = session.asked[position]
    wanted = here.ref.bank_id, twin_of(here.question)
    for other, asked in enumerate(session.asked):
        if (asked.ref.bank_id, asked.ref.question_id) == wanted and session.outcome(other) is not None:
            return other
    return None


def is_told(session: Session, position: int) -> bool:
    """Whether a question is explained: it was answered to its end, or left open in a paper."""
    return session.turns[position].read or session.outcome(position) is not None


def twins(session: Session) -> list[tuple[int, int]]:
    """The positions of the answered twins of a session: of a pair, the product stands first."""
    pairs = []
    positions = {
        (asked.ref.bank_id, asked.ref.question_id): position
        for position, asked in enumerate(session.asked)
        if session.outcome(position) is not None
    }
    for (bank_id, _), position in positions.items():
        other = positions.get((bank_id, twin_of(session.asked[position].question)))
        if other is not None and other > position:
            second_leads = _leans_to_product(session.asked[other].question)
            pairs.append((other, position) if second_leads else (position, other))
    return pairs


class AnswerViews:
    """Makes the views of one session's answers."""

    def __init__(self, session: Session, wording: Wording, flagged: frozenset[int]) -> None:
        self._session, self._wording, self._flagged = session, wording, flagged
        self._certainty = CertaintyWords()

    def answer(self, position: int) -> AnswerView:
        """One answer; its stem is the question's first sentence, or what tells it from a twin asked with it.

        Raises:
            ValueError: when the question was not answered to the end.
        """
        asked, turn = self._session.asked[position], self._session.turns[position]
        outcome = self._session.outcome(position)
        if outcome is None or turn.answer is None:
            raise ValueError(f"Question {position} was not answered.")
        reasoned = bool(turn.reason)
        said = self._wording.in_a_list(asked.question, turn.answer, outcome.kind, reasoned=reasoned)
        return AnswerView(
            position,
            BADGES[outcome.kind],
            self.stem(position),
            self._wording.key(asked.question),
            _side(asked.question),
            self._certainty.in_a_list(said, turn.certainty),
            position in self._flagged,
        )

    def stem(self, position: int) -> str:
        """A sentence by which a question is recognised, answered or not."""
        question, twin = self._session.asked[position].question, twin_at(self._session, position)
        if twin is None:
            return first_sentence(question)
        return telling_sentence(question, self._session.asked[twin].question)

    def twins(self) -> list[TwinsView]:
        """All twins, each told by the sentence in which it differs."""
        return [self._twins(*pair) for pair in twins(self._session)]

    def _twins(self, here: int, there: int) -> TwinsView:
        one, other = self._session.asked[here].question, self._session.asked[there].question
        opening = first_sentence(one)
        return TwinsView(
            opening if opening == first_sentence(other) else "",
            (self.answer(here), self.answer(there)),
        )


def _stem(question: Question) -> str:
    return question.scenario if isinstance(question, Verdict) else question.prompt


def _side(question: Question) -> Side | None:
    is_arguable = isinstance(question, Verdict) and question.strength is Strength.ARGUABLE
    return question.answer if isinstance(question, Verdict) and not is_arguable else None


def _leans_to_product(question: Question) -> bool:
    return isinstance(question, Verdict) and question.answer is Side.PRODUCT
