"""What problems are called: one wording for each code, with places for what differs from case to case.

A problem carries its code and what was filled in, so that it can be worded in another language.
"""

from dataclasses import dataclass

from quizapp.domain.problem import Severity
from quizapp.storage.banks.problems import Code, Fault


@dataclass(frozen=True, slots=True)
class Wording:
    """How a problem is worded: `{name}` stands for a parameter."""

    code: Code
    message: str
    hint: str
    severity: Severity = Severity.ERROR

    def fault(self, **parameters: object) -> Fault:
        """The problem with its parameters filled in."""
        told = {name: str(value) for name, value in parameters.items()}
        message, hint = self.message.format(**told), self.hint.format(**told)
        return Fault(self.code, message, hint, self.severity, told)


NO_REASONS = Wording(
    Code.NO_REASONS,
    "No reasons say which facts of the scenario decide it.",
    "Add “reasons:” with entries such as {{text: a fact, for: {answer}, quote: its words, why: …}}.",
    Severity.WARNING,
)
FEW_REASONS = Wording(
    Code.FEW_REASONS,
    "People cannot be asked what decides this: {number} of the reasons here are not for the answer.",
    "Add facts of the scenario that do not decide it, without “for:”, until there are at least {least}.",
    Severity.WARNING,
)
NO_IDLE_REASON = Wording(
    Code.NO_IDLE_REASON,
    "People cannot be asked what decides this: no reason here decides nothing.",
    "Add a fact of the scenario without “for:”, and say in its “why” what it does not show.",
    Severity.WARNING,
)
NO_DECIDING_REASON = Wording(
    Code.NO_DECIDING_REASON,
    "No reason is for the answer, {answer}.",
    "Write “for: {answer}” in the reasons that support it, or mend the answer.",
)
ONE_SIDED = Wording(
    Code.ONE_SIDED,
    "The question is arguable, but no reason is for a {side}.",
    "Add a reason with “for: {side}”.",
)
SUPPORTS_ONLY = Wording(
    Code.SUPPORTS_ONLY,
    "The only reasons for a {side} are of a kind that never decides alone: {kind}.",
    "Add a reason of another kind for a {side}.",
    Severity.WARNING,
)
MISCONCEPTION_FOR = Wording(
    Code.MISCONCEPTION_FOR,
    "{kind} is a misconception, which decides nothing; so it cannot be for a {side}.",
    "Delete the line “for: {side}”, or name a cue instead.",
)
SAME_REASON = Wording(
    Code.SAME_REASON, "Reasons {first} and {second} say the same.", "Change or delete one of them."
)
SHARED_ID = Wording(
    Code.SHARED_ID,
    "The id {kind} names a cue and a misconception; a reason could not tell which it means.",
    "Change one of the two ids.",
)
MARGIN = Wording(
    Code.MARGIN,
    "This line stands at the margin, where no question goes on.",
    "If it belongs to the question above, indent it like the other fields there.",
)
BEFORE_QUESTIONS = Wording(
    Code.BEFORE_QUESTIONS,
    "Something stands between “questions:” and the questions that does not belong to them.",
    "Delete it; or, if it is a question, indent it like the others.",
)
ENTRY_IN_TEXT = Wording(
    Code.ENTRY_IN_TEXT,
    "A question seems to begin inside this quoted text.",
    "If it is not meant so, close the quote where the text ends.",
    Severity.WARNING,
)
LONG_TEXT = Wording(
    Code.LONG_TEXT,
    "{name} has {words} words and {characters} characters; up to {most_words} and {most_characters} fit.",
    "Shorten it: with longer texts, people have to scroll while they read.",
    Severity.WARNING,
)
MISCONCEPTIONS = Wording(
    Code.MISCONCEPTIONS,
    "{number} reasons of this question are misconceptions; people learn to leave those out.",
    "Keep at most one, and take facts of kinds that decide elsewhere for the others.",
    Severity.WARNING,
)
ALWAYS_DECIDES = Wording(
    Code.ALWAYS_DECIDES,
    "All {number} reasons of the kind {kind} decide; people learn to take it wherever they see it.",
    "Add facts of this kind that do not decide, in other questions.",
    Severity.WARNING,
)
NEVER_DECIDES = Wording(
    Code.NEVER_DECIDES,
    "None of the {number} reasons of the kind {kind} decides; people learn to leave it out.",
    "Let facts of this kind decide in some questions.",
    Severity.WARNING,
)
WORDINGS = tuple(each for each in globals().copy().values() if isinstance(each, Wording))
"""All of them."""

_OLD = "Since version 0.2 this stands under “reasons:”."
OLD_FIELDS = {
    "evidence": f"{_OLD} There each entry is a fact: {{text: …, for: …, cue: …, quote: …, why: …}}.",
    "tempting": f"{_OLD} There each entry is a true fact without “for:”, its “cue:” the misconception.",
    "not_deciding": f"{_OLD} There each entry is a true fact without “for:”, with this cue and a “why:”.",
}
"""Where the content of fields of before 0.2 belongs now, by their names."""

ONE_LINE_UNREAD, LINES_UNREAD = "Line {first} was not read.", "Lines {first}–{last} were not read."
"""What is said behind the message of a syntax error about what it costs."""


def unread(fault: Fault, first: int, last: int) -> Fault:
    """A syntax error with the lines that it kept from being read."""
    lines = {"first": str(first), "last": str(last)}
    told = (ONE_LINE_UNREAD if first == last else LINES_UNREAD).format(**lines)
    message = f"{fault.message} {told}"
    return Fault(fault.code, message, fault.hint, fault.severity, {**fault.parameters, **lines})
