"""What a question must keep to beyond its form: rules over domain values, each one function."""

import re
from collections.abc import Callable, Iterator

from quizapp.domain.problem import Severity
from quizapp.domain.question import Choice, ChoiceStyle, Side, Strength, Verdict
from quizapp.domain.quotes import folded
from quizapp.storage.characters import shown
from quizapp.storage.codes import Code
from quizapp.storage.evidence_rules import quote_fault
from quizapp.storage.findings import Fault, Path
from quizapp.storage.known import Known

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


def choice_faults(choice: Choice, known: Known, lost: frozenset[str] = frozenset()) -> Finds:
    """Everything that is wrong with a choice, with the path to each place; `lost` as for verdicts."""
    yield from _claims(choice, known)
    for needed, rule in _CHOICE_RULES:
        if not needed & lost:
            yield from rule(choice)


def _references(verdict: Verdict, known: Known) -> Finds:
    for index, evidence in enumerate(verdict.evidence):
        if fault := known.cue(evidence.cue):
            yield ("evidence", index, "cue"), fault
    for index, cue in enumerate(verdict.not_deciding):
        if fault := known.cue(cue):
            yield ("not_deciding", index), fault
    for index, tempting in enumerate(verdict.tempting):
        if fault := known.misconception(tempting.misconception):
            yield ("tempting", index, "misconception"), fault
    yield from _claims(verdict, known)


def _claims(question: Verdict | Choice, known: Known) -> Finds:
    for index, claim in enumerate(question.claims):
        if fault := known.claim(claim):
            yield ("claims", index), fault


def _quotes(verdict: Verdict) -> Finds:
    scenario = folded(verdict.scenario)
    for index, evidence in enumerate(verdict.evidence):
        if fault := quote_fault(evidence.quote, scenario, verdict.prompt):
            yield ("evidence", index, "quote"), fault


def _cues_on_both_sides(verdict: Verdict) -> Finds:
    deciding = {evidence.cue for evidence in verdict.evidence}
    for index, cue in enumerate(verdict.not_deciding):
        if cue in deciding:
            message = f"The cue {shown(cue)} is evidence here; it cannot be among those that do not decide."
            yield (
                ("not_deciding", index),
                Fault(Code.CUE_ON_BOTH_SIDES, message, "Delete it in one of the two."),
            )


def _cases(verdict: Verdict) -> Finds:
    if verdict.strength is not Strength.ARGUABLE:
        return
    for side in Side:
        if not verdict.case_for(side):
            message = f"The question is arguable, but the case for a {side} is missing."
            yield ("strength",), Fault(Code.MISSING_CASE, message, f"Add “case_for_{side}: …”.")


def _sides(verdict: Verdict) -> Finds:
    sides = {evidence.side for evidence in verdict.evidence}
    if verdict.strength is Strength.ARGUABLE:
        for side in Side:
            if side not in sides:
                message = f"The question is arguable, but no evidence speaks for a {side}."
                hint = f"Add evidence, with “for: {side}” where that is not the answer."
                yield ("strength",), Fault(Code.ONE_SIDED, message, hint)
    elif not sides:
        message = "No evidence says which words of the scenario decide it."
        hint = "Add “evidence:” with entries such as {quote: words of the scenario, cue: id of a cue}."
        yield (), Fault(Code.NO_EVIDENCE, message, hint, Severity.WARNING)
    elif verdict.strength is Strength.CLEAR and verdict.answer not in sides:
        message = f"All evidence speaks for a {verdict.answer.other}, and the answer is {verdict.answer}."
        hint = "Mend the answer, or add evidence for it; or call the question arguable."
        yield ("evidence",), Fault(Code.CONTRARY_EVIDENCE, message, hint)


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
    first: dict[str, int] = {}
    for index, option in enumerate(choice.options):
        earlier = first.setdefault(folded(option.text).casefold(), index)
        if earlier != index:
            message = f"Options {earlier + 1} and {index + 1} say the same."
            yield (
                ("options", index, "text"),
                Fault(Code.SAME_OPTION, message, "Change or delete one of them."),
            )


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
    (frozenset(), _cues_on_both_sides),
    (frozenset({"strength", "case_for_product", "case_for_service"}), _cases),
    (frozenset({"strength", "evidence", "answer"}), _sides),
)
_CHOICE_RULES: tuple[tuple[frozenset[str], Callable[[Choice], Finds]], ...] = (
    (frozenset({"options"}), _one_correct),
    (frozenset(), _same_text),
    (frozenset({"prompt", "style"}), _gap),
    (frozenset({"prompt", "style"}), _negation),
    (frozenset({"statements", "style"}), _statements),
    (frozenset({"style"}), _statement_numbers),
)
