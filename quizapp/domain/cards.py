"""Cards: what is reviewed as one. Twins stand in for each other, and so do the two questions on a term."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from random import Random

from quizapp.domain.bank import Bank
from quizapp.domain.digest import hex_digest
from quizapp.domain.mixing import twin_of
from quizapp.domain.question import MEANING_OF, Choice, Question, Verdict, is_made_of_definition, revision
from quizapp.domain.reasons import NOT_SURE, by_id
from quizapp.domain.scheduling import Evidence, Memory, after_all, grade
from quizapp.domain.terms import questions_of


@dataclass(frozen=True, slots=True)
class Card:
    """What is reviewed as one.

    Attributes:
        bank_id: its bank.
        id: names it in its bank, however the bank orders its questions.
        questions: the questions that stand in for each other, 1 or 2.
        term: what names the term that is asked for, see `Term.name`; empty for other cards.
        tells: the terms whose meanings its explanations name, its own among them.
    """

    bank_id: str
    id: str
    questions: tuple[Question, ...]
    term: str = ""
    tells: frozenset[str] = frozenset()

    @property
    def is_background(self) -> bool:
        """Whether it is worth knowing but not examined."""
        return all(question.background for question in self.questions)

    @property
    def basis(self) -> str:
        """Sixteen hexadecimal digits that change when its reviews have to be computed anew.

        They stand for its wordings and for the reasons, by which answers are graded.
        """
        parts: list[object] = [self.id]
        for question in self.questions:
            parts += [question.id, *_graded_by(question)]
        text = "\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass")
        return hex_digest(text)[:16]

    @property
    def revisions(self) -> Mapping[str, str]:
        """The present wordings of its questions, by their ids."""
        return {question.id: revision(question) for question in self.questions}


def _graded_by(question: Question) -> Iterable[object]:
    if isinstance(question, Choice):
        if is_made_of_definition(question.id):
            return question.prompt, question.options[question.key].text
        options = (option.text for option in question.options)
        return question.prompt, *question.statements, *options, question.key
    reasons = (part for reason in question.reasons for part in (reason.text, reason.side))
    asked = question.scenario, question.own_prompt, question.offer
    return *asked, question.answer, question.strength, *reasons


def cards_of(bank: Bank, exam: str = "") -> tuple[Card, ...]:
    """The cards of a bank in its order: twins, lone verdicts, choices, then the terms that it defines.

    Args:
        bank: the bank.
        exam: the exam whose wording of a term is asked where others have another; empty for all of them.
    """
    by_question = {question.id: question for question in bank.questions}
    found: dict[str, Card] = {}
    for question in bank.questions:
        both = _with_twin(question, by_question)
        card_id = min(each.id for each in both)
        found.setdefault(card_id, Card(bank.id, card_id, both))
    terms = questions_of(bank.vocabulary.definitions)
    asked = (
        Card(bank.id, term.id, questions, term.name, term.tells)
        for term, questions in terms
        if questions and term.is_for(exam)
    )
    return *found.values(), *asked


def cards_of_all(
    banks: Sequence[Bank], exam: str = "", answered: Collection[tuple[str, str]] = ()
) -> dict[str, tuple[Card, ...]]:
    """The cards of some banks by the ids of the banks.

    A term that several of them define is asked by one in which it was answered, so that nobody begins anew
    because a bank was opened; of those by the one that defines most terms, for it offers the most to choose
    from; by the first of their ids where several do.

    Args:
        banks: the banks.
        exam: the exam whose wordings of terms are asked; empty for those of all.
        answered: the questions that were answered, by the ids of their banks and their own.
    """
    every = {bank.id: cards_of(bank, exam) for bank in banks}
    asked_by: dict[str, str] = {}
    in_turn = sorted(every.items(), key=lambda each: (-_terms_in(each[1]), each[0]))
    terms = [card for _, cards in in_turn for card in cards if _is_term(card)]
    met = [card for card in terms if any((card.bank_id, each.id) in answered for each in card.questions)]
    for card in (*met, *terms):
        asked_by.setdefault(card.id, card.bank_id)
    return {
        bank_id: tuple(card for card in cards if not _is_term(card) or asked_by[card.id] == bank_id)
        for bank_id, cards in every.items()
    }


def _is_term(card: Card) -> bool:
    return card.id.startswith(MEANING_OF)


def _terms_in(cards: Iterable[Card]) -> int:
    return sum(map(_is_term, cards))


def _with_twin(question: Question, by_id_: Mapping[str, Question]) -> tuple[Question, ...]:
    twin = by_id_.get(twin_of(question))
    if twin is None or twin is question or twin_of(twin) != question.id:
        return (question,)
    return tuple(sorted((question, twin), key=lambda each: each.id))


def next_question(card: Card, last_seen: Mapping[str, int]) -> Question:
    """The question of a card that is asked next: the one seen least recently, one never seen first.

    Args:
        card: the card.
        last_seen: by the ids of questions, a number that is the higher the later they were seen.
    """
    return min(card.questions, key=lambda question: last_seen.get(question.id, 0))


def untold(cards: Iterable[Card], at_most: int, begun: Sequence[Card] = ()) -> list[Card]:
    """The first of some cards that one session can ask so that none is told by an earlier one; others wait.

    Args:
        cards: the cards, those first that matter most.
        at_most: how many it asks.
        begun: cards that are chosen already and stand first.
    """
    chosen = list(begun)
    told = {term for card in chosen for term in card.tells}
    for card in cards:
        if len(chosen) >= at_most:
            break
        if card.term not in told or in_order((*chosen, card)):
            chosen.append(card)
            told |= card.tells
    return chosen


def in_order(cards: Iterable[Card], chance: Random | None = None) -> list[Card]:
    """The cards of terms, each before those whose explanations name what it asks for.

    Args:
        cards: the cards; those of no term are left out.
        chance: chooses among the orders; None takes any.

    Returns:
        Their order; empty where there is none, as of two terms that tell each other.
    """
    left = [card for card in cards if card.term]
    if chance is not None:
        chance.shuffle(left)
    order: list[Card] = []
    while left:
        asked = Counter(card.term for card in left)
        first = next((card for card in left if not _tells_another(card, asked)), None)
        if first is None:
            return []
        left.remove(first)
        order.append(first)
    return order


def _tells_another(card: Card, asked: Mapping[str, int]) -> bool:
    return any(asked.get(term, 0) > (term == card.term) for term in card.tells)


@dataclass(frozen=True, slots=True)
class Answer:
    """The first answer to a question in one session, given before anything told the right one.

    Attributes:
        question_id: the question, in its present wording.
        number: counts the answers in the order of writing.
        at: when, in UTC.
        response: a side, `EITHER`, or the index of an option.
        marks: what it earned, None where it earns none.
        reason: the id of the reason given, empty for "not sure"; None where none was given or asked for.
        reason_marks: what the reason earned, None where it earns none.
        certainty: how sure the person was, 1 to 3; None where that was not asked.
    """

    question_id: str
    number: int
    at: datetime
    response: str
    marks: float | None
    reason: str | None = None
    reason_marks: float | None = None
    certainty: int | None = None


def evidence(question: Question, answer: Answer) -> Evidence:
    """What an answer says of what was known, judged by the reasons the question has today.

    A reason that is no longer among them says nothing.
    """
    earned = answer.reason_marks if answer.marks is None else answer.marks
    return Evidence(earned, _reason_holds(question, answer), answer.certainty)


def _reason_holds(question: Question, answer: Answer) -> bool | None:
    if not isinstance(question, Verdict) or answer.reason is None:
        return None
    if answer.reason == NOT_SURE:
        return False
    reason = by_id(question, answer.reason)
    return None if reason is None else reason.side is not None and reason.side == answer.response


def after_answers(card: Card, memory: Memory | None, answers: Iterable[Answer]) -> Memory | None:
    """What is known of a card after more answers to its questions, in their order."""
    asked = {question.id: question for question in card.questions}
    graded = ((grade(evidence(asked[each.question_id], each)), each.at) for each in answers)
    return after_all(memory, graded)
