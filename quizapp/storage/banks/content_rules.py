"""Warnings about content: what the format allows and an author will want to look at."""

from collections.abc import Iterator, Sequence

from quizapp.domain import content
from quizapp.domain.bank import Bank, Vocabulary
from quizapp.domain.problem import Severity
from quizapp.domain.question import Choice, Question, Side, Verdict
from quizapp.storage.banks import messages
from quizapp.storage.banks.characters import shown
from quizapp.storage.banks.problems import Code, Fault, Path

Remark = tuple[str, Path, Fault]
"""The id of the question meant (empty for the bank), the way from there to the part, and the warning."""


def remarks(bank: Bank) -> Iterator[Remark]:
    """Everything about a bank's content that its author should look at."""
    verdicts = content.verdicts_of(bank.questions)
    if content.leans(verdicts):
        yield "", ("questions",), _leaning(content.share_of_products(verdicts), len(verdicts))
    for word in content.giveaways(verdicts):
        yield "", ("questions",), _giveaway(word)
    yield from (("", ("questions",), fault) for fault in _telling_kinds(bank, verdicts))
    for question, other in content.near_duplicates(bank.questions):
        yield question.id, (_stem(question),), _near(question, other)
    for question in bank.questions:
        if isinstance(question, Choice) and content.key_length(question) >= content.TELLING_LENGTH:
            yield question.id, ("options", question.key, "text"), _long_key(content.key_length(question))
        if isinstance(question, Verdict):
            for path, fault in _of_verdict(question, bank.vocabulary):
                yield question.id, path, fault
        for path, text in _prose(question):
            for sentence, number in content.long_sentences(text):
                yield question.id, path, _long_sentence(sentence, number)


def _telling_kinds(bank: Bank, verdicts: Sequence[Verdict]) -> Iterator[Fault]:
    """Kinds of reason that can be taken or left out without reading the scenario."""
    known = bank.vocabulary
    apart = {*known.misconceptions, *(cue.id for cue in known.cues.values() if cue.supports_only)}
    for kind in content.kinds_that_tell(verdicts, apart):
        wording = messages.ALWAYS_DECIDES if kind.deciding else messages.NEVER_DECIDES
        yield wording.fault(number=kind.number, kind=shown(kind.kind))


def _of_verdict(verdict: Verdict, vocabulary: Vocabulary) -> Iterator[tuple[Path, Fault]]:
    """Texts that are too long for one screen, and misconceptions."""
    for name, room in content.ROOM.items():
        text = getattr(verdict, name)
        if not content.fits(text, room):
            yield (name,), _too_long(name, text, room)
    for index, reason in enumerate(verdict.reasons):
        for name, room in content.REASON_ROOM.items():
            text = getattr(reason, name)
            if not content.fits(text, room):
                yield ("reasons", index, name), _too_long(name, text, room)
    wrong = [index for index, each in enumerate(verdict.reasons) if each.cue in vocabulary.misconceptions]
    if len(wrong) > 1:
        yield ("reasons", wrong[1], "cue"), messages.MISCONCEPTIONS.fault(number=len(wrong))


def _too_long(name: str, text: str, room: content.Room) -> Fault:
    return messages.LONG_TEXT.fault(
        name=shown(name),
        words=len(text.split()),
        characters=len(text),
        most_words=room.words,
        most_characters=room.characters,
    )


def _prose(question: Question) -> Iterator[tuple[Path, str]]:
    """The texts people read, each with the way to it."""
    for name in ("scenario", "prompt", "why", "flips", "case_for_product", "case_for_service"):
        yield (name,), getattr(question, name, "")
    if isinstance(question, Verdict):
        for index, reason in enumerate(question.reasons):
            yield ("reasons", index, "text"), reason.text
            yield ("reasons", index, "why"), reason.why
        return
    for index, statement in enumerate(question.statements):
        yield ("statements", index), statement
    for index, option in enumerate(question.options):
        yield ("options", index, "text"), option.text
        yield ("options", index, "why"), option.why


def _stem(question: Question) -> str:
    return "scenario" if isinstance(question, Verdict) else "prompt"


def _leaning(share: float, number: int) -> Fault:
    side, part = (Side.PRODUCT, share) if share > 1 / 2 else (Side.SERVICE, 1 - share)
    message = f"{part:.0%} of the {number} verdicts have the answer {side}; who always says so does well."
    hint = "Add scenarios with the other answer until each has 40 to 60 %."
    return _warning(Code.LEANING_KEY, message, hint)


def _giveaway(word: content.WordShare) -> Fault:
    message = (
        f"The word {shown(word.word)} stands in {word.support} scenarios, "
        f"and {word.share:.0%} of them have the answer {word.side}."
    )
    hint = "Let it occur with the other answer as well, by balancing what happens in the scenarios."
    return _warning(Code.GIVEAWAY, message, hint)


def _near(question: Question, other: Question) -> Fault:
    message = f"This {_stem(question)} reads almost like that of {shown(other.id)}."
    hint = "Delete one of the two, or name them as a pair when one fact turns the verdict."
    if isinstance(question, Choice):
        hint = "Delete one of the two, or ask something else."
    return _warning(Code.NEAR_DUPLICATE, message, hint)


def _long_key(ratio: float) -> Fault:
    message = f"The right option is {ratio:.1f} times as long as the others are on average."
    hint = "Shorten it, or say as much in the others: people take the longest when they do not know."
    return _warning(Code.LONG_KEY, message, hint)


def _long_sentence(sentence: str, number: int) -> Fault:
    message = f"A sentence of {number} words begins with {shown(' '.join(sentence.split()[:5]))}."
    hint = f"Make two of it: up to {content.LONGEST_SENTENCE} words are read with ease."
    return _warning(Code.LONG_SENTENCE, message, hint)


def _warning(code: Code, message: str, hint: str) -> Fault:
    return Fault(code, message, hint, Severity.WARNING)
