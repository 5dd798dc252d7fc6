"""What a question must keep to beyond its form: rules over domain values, each one function."""

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from quizapp.domain.bank import Vocabulary
from quizapp.domain.problem import Severity
from quizapp.domain.question import Choice, ChoiceStyle, Side, Strength, Verdict
from quizapp.domain.quotes import folded
from quizapp.domain.reasons import LEAST_OTHERS, can_ask
from quizapp.storage.banks import messages
from quizapp.storage.banks.characters import shown, skeleton, visible
from quizapp.storage.banks.problems import Code, Fault, Path
from quizapp.storage.banks.suggestions import did_you_mean, nearest_or_all
from quizapp.storage.banks.tree import Fields


@dataclass(frozen=True, slots=True)
class Known:
    """The ids of a vocabulary; None where they are not known, so that nothing can be said about them."""

    cues: Collection[str] | None = None
    claims: Collection[str] | None = None
    misconceptions: Collection[str] | None = None
    supports_only: Collection[str] = frozenset()

    def kind(self, name: str) -> Fault | None:
        """What is wrong with a reference to a kind of reason: a cue or a misconception."""
        if self.cues is None or self.misconceptions is None:
            return None
        return _unknown(Code.UNKNOWN_CUE, "cue or misconception", name, [*self.cues, *self.misconceptions])

    def claim(self, name: str) -> Fault | None:
        """What is wrong with a reference to a claim."""
        return _unknown(Code.UNKNOWN_CLAIM, "claim", name, self.claims)


def known_of(vocabulary: Vocabulary) -> Known:
    """The ids of a vocabulary."""
    supporting = frozenset(name for name, cue in vocabulary.cues.items() if cue.supports_only)
    return Known(vocabulary.cues, vocabulary.claims, vocabulary.misconceptions, supporting)


def _unknown(code: Code, noun: str, name: str, known: Collection[str] | None) -> Fault | None:
    if known is None or name in known:
        return None
    return Fault(code, f"The vocabulary has no {noun} {shown(name)}.", partial(nearest_or_all, name, known))


_COPY = "Copy the words from the scenario."
_TYPEWRITER = str.maketrans("‘’‚“”„–—‑\xa0", "'''\"\"\"--- ")  # noqa: RUF001 - what word processors put in


def quote_fault(quote: str, scenario: str, prompt: str) -> Fault | None:
    """What is wrong with a quote.

    Args:
        quote: the words, as typed.
        scenario: the scenario, already folded.
        prompt: the prompt of the question, where a quote does not count.
    """
    words = folded(quote)
    first = scenario.find(words)
    if first < 0:
        message = f"The words {shown(words)} do not occur in the scenario."
        return Fault(Code.QUOTE_NOT_FOUND, message, partial(_near_match, words, scenario, prompt))
    if scenario.find(words, first + 1) >= 0:
        message = f"The words {shown(words)} occur more than once in the scenario."
        return Fault(Code.QUOTE_NOT_UNIQUE, message, "Quote some words more, so that the place is clear.")
    return None


def _near_match(words: str, scenario: str, prompt: str) -> str:
    """How the scenario differs from the quote, as far as that can be said."""
    at = scenario.translate(_TYPEWRITER).find(words.translate(_TYPEWRITER))
    if at >= 0:
        return f"There it has other quotes or dashes: {shown(scenario[at : at + len(words)])}. {_COPY}"
    if unicodedata.normalize("NFC", words) in unicodedata.normalize("NFC", scenario):
        return f"It looks the same, but the accents are stored in another way. {_COPY}"
    if _printable(words) in _printable(scenario):
        return f"It looks the same, but an invisible character stands in one of them. {_COPY}"
    if skeleton(words) in skeleton(scenario):
        return f"It nearly does: capital letters or look-alike letters differ. {_COPY}"
    if words in folded(prompt):
        return "They stand in the prompt, but quotes are taken from the scenario."
    return _where_it_leaves(words, scenario)


def _printable(text: str) -> str:
    return "".join(letter for letter in text if letter.isprintable())


def _where_it_leaves(words: str, scenario: str) -> str:
    """Names the longest beginning of the quote that does occur, in whole words."""
    pieces = words.split(" ")
    low, high = 0, len(pieces) - 1
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if " ".join(pieces[:middle]) in scenario else (low, middle - 1)
    if not low:
        return _COPY
    return f"It does as far as {shown(' '.join(pieces[:low]))}. {_COPY}"


_BOTH = "Two questions of a pair name each other."
_SIDES = frozenset(side.value for side in Side)


def pair_faults(
    questions: Sequence[Fields],
    by_id: Mapping[str, Fields],
    lost: Collection[str] = frozenset(),
    *,
    is_whole: bool,
) -> Iterator[tuple[Fields, Fault]]:
    """Everything that is wrong with the pairs of a bank; the place of each is the field `pair`.

    Args:
        questions: all questions as they stand in the file.
        by_id: the first question of each id.
        lost: ids that questions may have which could not be read.
        is_whole: whether the whole file was read, so that a question that is not there is nowhere.
    """
    seen: set[str] = set()
    for question in questions:
        name, pair = text_of(question, "id"), text_of(question, "pair")
        if not pair or "options" in question:
            continue
        other = by_id.get(pair)
        if other is None:
            if is_whole and pair not in lost:
                yield question, _unknown_pair(pair, by_id)
        elif (fault := _mismatch(name, pair, other)) is not None:
            yield question, fault
        elif pair in seen and text_of(other, "answer") == text_of(question, "answer") in _SIDES:
            yield question, _agreement(pair)
        seen.add(name)


def text_of(question: Fields, name: str) -> str:
    """The text of a field; empty when there is none."""
    value = question.get(name)
    return value if isinstance(value, str) and not value.isspace() else ""


def _unknown_pair(pair: str, by_id: Mapping[str, Fields]) -> Fault:
    message = f"This bank has no question {shown(pair)}."
    return Fault(Code.UNKNOWN_PAIR, message, lambda: did_you_mean(pair, by_id) or _BOTH)


def _mismatch(name: str, pair: str, other: Fields) -> Fault | None:
    if name == pair:
        return Fault(Code.UNKNOWN_PAIR, "The question names itself as its pair.", _BOTH)
    if "options" in other:
        return Fault(Code.UNKNOWN_PAIR, f"{shown(pair)} is a choice; only verdicts make pairs.", _BOTH)
    if isinstance(other.get("pair", ""), str) and text_of(other, "pair") != name:
        hint = f"{_BOTH} Add “pair: {visible(name)}” there, or delete this one." if name else _BOTH
        return Fault(Code.ONE_SIDED_PAIR, f"{shown(pair)} does not name this question as its pair.", hint)
    return None


def _agreement(pair: str) -> Fault:
    message = f"This question and its pair {shown(pair)} have the same answer."
    hint = "The one fact that differs should turn the verdict."
    return Fault(Code.TWINS_AGREE, message, hint, Severity.WARNING)


Finds = Iterator[tuple[Path, Fault]]

_GAP = "[?]"
_NEGATION = re.compile(r"\b(?:NOT|LEAST)\b")
_NUMBER = re.compile(r"\d+")
_STATEMENTS = 4


def verdict_faults(verdict: Verdict, known: Known, lost: frozenset[str] = frozenset()) -> Finds:
    """Everything that is wrong with a verdict, with the path to each place.

    Args:
        verdict: the verdict.
        known: the ids it may refer to.
        lost: fields of which something was left out for a fault of its own; rules that need the
            whole of them are not applied.
    """
    yield from _references(verdict, known)
    for needed, rule in _VERDICT_RULES:
        if not needed & lost:
            yield from rule(verdict)
    if not lost & {"strength", "reasons", "answer"}:
        yield from _weak_reasons(verdict, known)


def choice_faults(choice: Choice, known: Known, lost: frozenset[str] = frozenset()) -> Finds:
    """Everything that is wrong with a choice, with the path to each place; `lost` as for verdicts."""
    yield from _claims(choice, known)
    for needed, rule in _CHOICE_RULES:
        if not needed & lost:
            yield from rule(choice)


def _references(verdict: Verdict, known: Known) -> Finds:
    for index, reason in enumerate(verdict.reasons):
        if reason.cue and (fault := known.kind(reason.cue)):
            yield ("reasons", index, "cue"), fault
        elif reason.side and reason.cue in (known.misconceptions or ()):
            fault = messages.MISCONCEPTION_FOR.fault(kind=shown(reason.cue), side=reason.side)
            yield ("reasons", index, "for"), fault
    yield from _claims(verdict, known)


def _claims(question: Verdict | Choice, known: Known) -> Finds:
    for index, claim in enumerate(question.claims):
        if fault := known.claim(claim):
            yield ("claims", index), fault


def _quotes(verdict: Verdict) -> Finds:
    scenario = folded(verdict.scenario)
    for index, reason in enumerate(verdict.reasons):
        for number, quote in enumerate(reason.quotes):
            if fault := quote_fault(quote, scenario, verdict.prompt):
                yield ("reasons", index, "quote", number), fault


def _same_reasons(verdict: Verdict) -> Finds:
    for index, earlier in _repeated(reason.text for reason in verdict.reasons):
        yield ("reasons", index, "text"), messages.SAME_REASON.fault(first=earlier + 1, second=index + 1)


def _repeated(texts: Iterable[str]) -> Iterator[tuple[int, int]]:
    """The positions of texts that look like an earlier one, each with that of the earlier one."""
    first: dict[str, int] = {}
    for index, text in enumerate(texts):
        earlier = first.setdefault(folded(unicodedata.normalize("NFC", text)), index)
        if earlier != index:
            yield index, earlier


def _cases(verdict: Verdict) -> Finds:
    if verdict.strength is not Strength.ARGUABLE:
        return
    for side in Side:
        if not verdict.case_for(side):
            message = f"The question is arguable, but the case for a {side} is missing."
            yield ("strength",), Fault(Code.MISSING_CASE, message, f"Add “case_for_{side}: …”.")


def _reasons(verdict: Verdict) -> Finds:
    """Whether the reasons support the answer, and whether the reason step can be asked."""
    lacking = [side for side in verdict.sides if not verdict.reasons_for(side)]
    if verdict.strength is Strength.ARGUABLE:
        for side in lacking:
            yield ("strength",), messages.ONE_SIDED.fault(side=side)
    elif not verdict.reasons:
        yield (), messages.NO_REASONS.fault(answer=verdict.answer)
    elif lacking:
        yield ("reasons",), messages.NO_DECIDING_REASON.fault(answer=verdict.answer)
    if verdict.reasons and not lacking and not can_ask(verdict):
        yield ("reasons",), _few(verdict)


def _few(verdict: Verdict) -> Fault:
    if verdict.strength is Strength.ARGUABLE:
        return messages.NO_IDLE_REASON.fault()
    return messages.FEW_REASONS.fault(number=len(verdict.others), least=LEAST_OTHERS)


def _weak_reasons(verdict: Verdict, known: Known) -> Finds:
    """Labels for which only kinds of reason speak that never decide alone."""
    for side in verdict.sides:
        kinds = dict.fromkeys(reason.cue for reason in verdict.reasons_for(side))
        if kinds and all(kind in known.supports_only for kind in kinds):
            told = ", ".join(shown(kind) for kind in kinds)
            yield ("reasons",), messages.SUPPORTS_ONLY.fault(side=side, kind=told)


def _one_correct(choice: Choice) -> Finds:
    correct = [index for index, option in enumerate(choice.options) if option.correct]
    if not correct:
        message = "No option is marked as the correct one."
        yield ("options",), Fault(Code.CORRECT_OPTIONS, message, "Add “correct: yes” to one.")
    for index in correct[1:]:
        message = "A second option is marked as correct; exactly one may be."
        yield (
            ("options", index),
            Fault(Code.CORRECT_OPTIONS, message, "Delete “correct: yes” in one of them."),
        )


def _same_text(choice: Choice) -> Finds:
    for index, earlier in _repeated(option.text for option in choice.options):
        message = f"Options {earlier + 1} and {index + 1} say the same."
        yield ("options", index, "text"), Fault(Code.SAME_OPTION, message, "Change or delete one of them.")


def _gap(choice: Choice) -> Finds:
    if choice.style is ChoiceStyle.MISSING_WORD and choice.prompt.count(_GAP) != 1:
        message = "A missing-word question has “[?]” exactly once in its prompt."
        yield ("prompt",), Fault(Code.STYLE, message, "Write [?] in the place of the missing word.")


def _negation(choice: Choice) -> Finds:
    if choice.style is ChoiceStyle.NEGATIVE and not _NEGATION.search(choice.prompt):
        message = "A negative question has NOT or LEAST in capital letters in its prompt."
        yield ("prompt",), Fault(Code.STYLE, message, "Write the word in capitals, so that nobody misses it.")


def _statements(choice: Choice) -> Finds:
    if choice.style is not ChoiceStyle.LIST:
        if choice.statements:
            message = "Only a question of the list style has statements."
            yield ("statements",), Fault(Code.STYLE, message, "Add “style: list”, or delete the statements.")
        return
    if len(choice.statements) != _STATEMENTS:
        message = f"A list question has four statements; here are {len(choice.statements)}."
        yield ("statements",), Fault(Code.STYLE, message, "Write four statements, two of them right.")


def _statement_numbers(choice: Choice) -> Finds:
    if choice.style is not ChoiceStyle.LIST:
        return
    pairs: dict[frozenset[str], int] = {}
    for index, option in enumerate(choice.options):
        numbers = _NUMBER.findall(option.text)
        named = frozenset(numbers)
        if not (len(numbers) == len(named) == 2 and named <= {"1", "2", "3", "4"}):  # noqa: PLR2004 - a pair
            message = "An option of a list question names two of the statements by their numbers."
            yield ("options", index, "text"), Fault(Code.STYLE, message, "Write, for example, “1 and 3”.")
        elif pairs.setdefault(named, index) != index:
            message = f"Options {pairs[named] + 1} and {index + 1} name the same two statements."
            yield ("options", index, "text"), Fault(Code.SAME_OPTION, message, "Change one of them.")


_VERDICT_RULES: tuple[tuple[frozenset[str], Callable[[Verdict], Finds]], ...] = (
    (frozenset({"scenario"}), _quotes),
    (frozenset(), _same_reasons),
    (frozenset({"strength", "case_for_product", "case_for_service"}), _cases),
    (frozenset({"strength", "reasons", "answer"}), _reasons),
)
_CHOICE_RULES: tuple[tuple[frozenset[str], Callable[[Choice], Finds]], ...] = (
    (frozenset({"options"}), _one_correct),
    (frozenset(), _same_text),
    (frozenset({"prompt", "style"}), _gap),
    (frozenset({"prompt", "style"}), _negation),
    (frozenset({"statements", "style"}), _statements),
    (frozenset({"style"}), _statement_numbers),
)
