"""A round as xAPI 1.0.3 statements: who answered what, for a learning record store.

Ids of people and of activities are made from the round's own ids under a host name that is reserved to
belong to nobody, so that no statement claims an address of somebody else's.
"""

import json
from collections.abc import Iterator
from datetime import UTC
from typing import Any
from urllib.parse import quote
from uuid import NAMESPACE_URL, UUID, uuid5

from quizapp.domain.ballot import Ballot
from quizapp.domain.question import Choice, Question, Side
from quizapp.domain.round import Item, Voter
from quizapp.domain.round_record import RoundRecord
from quizapp.domain.round_scores import answers_of, is_scored, right_answers
from quizapp.exchange.bank_text import language_of
from quizapp.exchange.words import SIDES, short_answer, stem, was_told

_HOME = "https://example.invalid"
_VERB = {"id": "http://adlnet.gov/expapi/verbs/answered", "display": {"en": "answered"}}
_INTERACTION = "http://adlnet.gov/expapi/activities/cmi.interaction"
_ASSESSMENT = "http://adlnet.gov/expapi/activities/assessment"


def statements(record: RoundRecord) -> str:
    """The answers of a round as a JSON list of statements, in the order of questions, votes and voters.

    Only questions whose verdict was shown are in it. Hands are nobody's, and give none. The same round gives
    the same ids, so that a store that gets them twice keeps them once.
    """
    made = [
        _statement(record, position, vote, voter)
        for position, item in enumerate(record.round.items)
        if was_told(item)
        for vote, ballot in enumerate(item.ballots)
        for voter in _who_answered(record, ballot)
    ]
    return json.dumps(made, ensure_ascii=False, indent=1)


def _who_answered(record: RoundRecord, ballot: Ballot) -> Iterator[Voter]:
    return (voter for voter in record.round.voters if voter.id in ballot.valid_votes)


def _statement(record: RoundRecord, position: int, vote: int, voter: Voter) -> dict[str, Any]:
    item = record.round.items[position]
    question = record.bank.question(item.question.question_id)
    result = _result(record, position, vote, voter.id)
    registration = _registration(record)
    told = json.dumps([position, vote, voter.id, result], sort_keys=True)
    return {
        "id": str(uuid5(registration, told)),
        "actor": _actor(record, voter),
        "verb": _VERB,
        "object": _activity(record, position, question),
        "result": result,
        "context": _context(record, registration, vote),
        "timestamp": record.started_at.astimezone(UTC).isoformat().replace("+00:00", "Z"),
    }


def _actor(record: RoundRecord, voter: Voter) -> dict[str, Any]:
    """A team is a group, a person an agent; each has an account in this round alone."""
    account = {"homePage": _round_address(record), "name": voter.id}
    actor = {"objectType": "Group" if voter.is_team else "Agent", "account": account}
    return actor | ({"name": record.names[voter.id]} if record.names.get(voter.id) else {})


def _activity(record: RoundRecord, position: int, question: Question) -> dict[str, Any]:
    language, asked = language_of(record.bank), record.round.items[position].question
    definition = {
        "type": _INTERACTION,
        "name": {"en-GB": f"Question {position + 1}"},
        "description": {language: stem(question)},
        "interactionType": "choice",
        "choices": _choices(question, language),
    }
    pattern = right_answers(question, Item(asked, is_revealed=True))
    if pattern:
        definition["correctResponsesPattern"] = [short_answer(question, answer) for answer in pattern]
    parts = (asked.bank_id, "questions", asked.question_id, "revisions", asked.revision)
    return {"objectType": "Activity", "id": _address("banks", *parts), "definition": definition}


def _choices(question: Question, language: str) -> list[dict[str, Any]]:
    if isinstance(question, Choice):
        texts = {language: [option.text for option in question.options]}
    else:
        texts = {"en-GB": [SIDES[side] for side in Side]}
    ids = [short_answer(question, answer) for answer in answers_of(question)]
    [(tag, told)] = texts.items()
    return [{"id": name, "description": {tag: words}} for name, words in zip(ids, told, strict=True)]


def _result(record: RoundRecord, position: int, vote: int, voter: str) -> dict[str, Any]:
    """The answer, whether it is right where anything is, and the mark where it was the voter's last."""
    item = record.round.items[position]
    question, answer = record.bank.question(item.question.question_id), item.ballots[vote].valid_votes[voter]
    result: dict[str, Any] = {"response": short_answer(question, answer)}
    if not is_scored(question, item):
        return result
    is_right = answer in right_answers(question, item)
    result["success"] = is_right
    is_last = not any(voter in ballot.valid_votes for ballot in item.ballots[vote + 1 :])
    if is_last and not record.round.is_warm_up(position):
        result["score"] = {"scaled": float(is_right), "raw": float(is_right), "min": 0.0, "max": 1.0}
    return result


def _context(record: RoundRecord, registration: UUID, vote: int) -> dict[str, Any]:
    title, bank = record.round.plan.title, record.bank
    definition = {"type": _ASSESSMENT} | ({"name": {"und": title}} if title else {})
    parent = {"id": _round_address(record), "definition": definition}
    grouping = {"id": _address("banks", bank.id), "definition": {"name": {language_of(bank): bank.title}}}
    return {
        "registration": str(registration),
        "contextActivities": {"parent": [parent], "grouping": [grouping]},
        "platform": "Product or Service?",
        "language": language_of(bank),
        "extensions": {_address("extensions", "vote"): vote + 1},
    }


def _registration(record: RoundRecord) -> UUID:
    """The round's id as a UUID (RFC 4122, version 4) if it can be one, else one made of it."""
    try:
        return UUID(record.id, version=4)
    except ValueError:
        return uuid5(NAMESPACE_URL, _round_address(record))


def _round_address(record: RoundRecord) -> str:
    return _address("rounds", record.id)


def _address(*parts: str) -> str:
    return "/".join((_HOME, *(quote(part.encode("utf-8", "replace"), safe="") for part in parts)))
