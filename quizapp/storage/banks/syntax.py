"""The scanner's and the parser's messages in plain words, pointing at what is to be mended."""

import re
from dataclasses import dataclass, replace

import yaml

from quizapp.storage.banks.characters import name_of
from quizapp.storage.banks.problems import Code, Fault, Place
from quizapp.storage.banks.slips import ends_short, find_slip

_QUOTE = "Put the whole text in quotes, or write >- and put the text, indented, on the next line."
_INDENT = "Use the same number of blanks as the lines above that belong with it."
_LOOK_BACK = 80
_AT_PROBLEM, _AT_CONTEXT = False, True


@dataclass(frozen=True, slots=True)
class _Saying:
    """How one of libyaml's messages is told: `at_context` points at where the trouble opens."""

    problem: str
    code: Code
    message: str
    hint: str
    at_context: bool = _AT_PROBLEM
    context: str = ""


_SAYINGS = (
    _Saying(
        "unexpected (end of stream|document indicator)",
        Code.UNCLOSED,
        "The quote that opens here is never closed.",
        "Put the same quote at the end of the text; inside single quotes write an apostrophe twice.",
        _AT_CONTEXT,
    ),
    _Saying(
        r"expected ',' or '[\]}]'",
        Code.UNCLOSED,
        "This bracket is not closed, or a comma is missing inside.",
        "Look for a missing “]” or “}”, a missing comma, or a text that needs quotes.",
        _AT_CONTEXT,
    ),
    _Saying(
        "could not find expected ':'",
        Code.SYNTAX,
        "A field name with a colon and a blank behind it is expected here.",
        "Write “name: value”. A text that goes on over several lines is indented deeper than its name.",
        _AT_CONTEXT,
    ),
    _Saying(
        "tab character",
        Code.TAB,
        "A tab indents this line.",
        "Use blanks: most editors can put blanks for tabs.",
    ),
    _Saying(
        "block sequence entries are not allowed",
        Code.SYNTAX,
        "A hyphen with a blank begins an entry of a list, which cannot stand here.",
        "If the text begins with a hyphen, put it in quotes; a list begins on the next line.",
    ),
    _Saying(
        "mapping values are not allowed",
        Code.SYNTAX,
        "A colon with a blank cannot stand here.",
        "If it belongs to the text, put the whole text in quotes; if a field begins here, indent it rightly.",
    ),
    _Saying(
        "comment or line break",
        Code.SYNTAX,
        "“>” or “|” begins a text that goes on in the next line; nothing else may follow it.",
        "Put the text in quotes if it begins with this sign, or move it to the next line and indent it.",
    ),
    _Saying(
        "alphabetic or numeric character",
        Code.ALIAS,
        "A text cannot begin with “*” or “&”.",
        "Put the whole text in quotes.",
    ),
    _Saying(
        "undefined tag handle|while (parsing|scanning) a (tag|%TAG)|expected.*(tag|URI)",
        Code.TAG,
        "A “!” begins a tag, which a bank may not use.",
        "Put the text in quotes if it is meant to begin so.",
    ),
    _Saying(
        "unknown escape|hexdecimal number|escape character code",
        Code.SYNTAX,
        "In double quotes a backslash begins an escape, and this is none.",
        "Use single quotes around a text with backslashes, or none.",
    ),
    _Saying(
        "expected '-' indicator",
        Code.SYNTAX,
        "This line is indented differently from the list it seems to belong to.",
        _INDENT,
    ),
    _Saying(
        "expected <document start>",
        Code.SYNTAX,
        "The file goes on here although it seemed to be at its end.",
        f"Perhaps this line is indented too little, or stands behind “...”. {_INDENT}",
    ),
    _Saying(
        "expected node content",
        Code.SYNTAX,
        "Something is missing before this sign.",
        "Look for two commas in a row, or put the text in quotes.",
    ),
    _Saying(
        "YAML document|YAML directive|directive",
        Code.SYNTAX,
        "A line that begins with “%” is an instruction to the program, and this one is not understood.",
        "Delete the line.",
    ),
)

_GENERAL = _Saying("", Code.SYNTAX, "The file cannot be understood from here on.", _QUOTE)
_ESCAPE = 2  # letters of “\\u”
_HALF = re.compile(r"(?<=\\u)[dD][89a-fA-F][0-9a-fA-F]{2}")
_HALVES = Fault(
    Code.SYNTAX,
    "In YAML no character is written as two escapes, as JSON may write an emoji.",
    "Type the character itself. A program that writes the file shall write UTF-8 (ensure_ascii=False).",
)
_OWN_CAUSES = frozenset({Code.TAB, Code.TAG, Code.ODD_FIELD_NAME})
_CUT_OFF = frozenset({Code.SYNTAX, Code.UNCLOSED})
_CUT_HINT = "The file ends without a line end: perhaps the rest of it is missing."
_STUCK_COLON = re.compile(r"[ \t-]*[\w-]+([:\uff1a])(?! |$)")


def explain(error: Exception, text: str, before: int = 0) -> tuple[Fault, Place | None]:
    """What to tell the author about an error of libyaml, and where; only the words are ours.

    Args:
        error: what the parser raised.
        text: the text that was parsed.
        before: how many lines of the file stand before the text; places are told within it.
    """
    if not isinstance(error, yaml.MarkedYAMLError):
        return Fault(Code.SYNTAX, _GENERAL.message, _GENERAL.hint), None
    fault, place = _told(error, text)
    mark, begin = error.problem_mark, error.context_mark or error.problem_mark
    if mark is None or begin is None or fault.code in _OWN_CAUSES:
        return fault, place
    opened = begin.line if fault.code is Code.UNCLOSED or place == _place(begin) else mark.line
    if slip := find_slip(text, (mark.line, mark.column), opened, before):
        return slip
    if ends_short(text, mark.line) and fault.code in _CUT_OFF:
        return replace(fault, hint=f"{fault.hint} {_CUT_HINT}"), place
    return fault, place


def _told(error: yaml.MarkedYAMLError, text: str) -> tuple[Fault, Place | None]:
    """What libyaml found, in our words."""
    problem = f"{error.context or ''} {error.problem or ''}"
    if "cannot start any token" in problem:
        return _bad_start(_letter_at(error, text)), _place(error.problem_mark)
    if problem.endswith("expected key"):
        return _no_field(error, text), _place(error.problem_mark)
    if _HALF.match(text, _index(error, text)):
        return _HALVES, _place(error.problem_mark, _ESCAPE)
    saying = next((known for known in _SAYINGS if re.search(known.problem, problem)), _GENERAL)
    mark = error.context_mark if saying.at_context and error.context_mark else error.problem_mark
    hint = _colon_hint(text, mark.line) or saying.hint if saying.code is Code.SYNTAX and mark else saying.hint
    return Fault(saying.code, saying.message, hint), _place(mark)


def _place(mark: "yaml.Mark | None", behind: int = 0) -> Place | None:
    """The place of a mark, or one that it is some letters behind."""
    return (mark.line + 1, mark.column + 1 - behind) if mark else None


def _index(error: yaml.MarkedYAMLError, text: str) -> int:
    return error.problem_mark.index if error.problem_mark else len(text)


def _letter_at(error: yaml.MarkedYAMLError, text: str, back: int = 0) -> str:
    """The letter where the problem is, or the last one before it that is no blank."""
    index = _index(error, text)
    return text[index : index + 1] if not back else text[max(index - back, 0) : index].rstrip(" ")[-1:]


def _bad_start(letter: str) -> Fault:
    if letter == "\t":
        return Fault(Code.TAB, "A tab stands where only blanks may stand.", "Use a blank instead.")
    sign = f"“{letter}”" if letter.isprintable() else name_of(letter)
    return Fault(Code.SYNTAX, f"A text cannot begin with {sign}.", _QUOTE)


def _no_field(error: yaml.MarkedYAMLError, text: str) -> Fault:
    """Something stands where the next field of the same part should begin."""
    if _letter_at(error, text) == ":":
        return Fault(
            Code.ODD_FIELD_NAME, "The name before this colon is missing.", "Write it, or delete the line."
        )
    match _letter_at(error, text, _LOOK_BACK):
        case "'":
            hint = "Inside single quotes write an apostrophe twice, or put the whole text in double quotes."
            return Fault(Code.SYNTAX, "The text goes on behind the quote that closes it.", hint)
        case '"':
            hint = "Put the whole text in single quotes; then double quotes may stand inside."
            return Fault(Code.SYNTAX, "The text goes on behind the quote that closes it.", hint)
        case "]" | "}":
            return Fault(Code.SYNTAX, "The text goes on behind the bracket that closes it.", _QUOTE)
        case _:
            return Fault(Code.SYNTAX, "A new field is expected here.", f"{_INDENT} {_QUOTE}")


def _colon_hint(text: str, line: int) -> str:
    """Says so when the line has a field name whose colon is glued to the value or of another alphabet."""
    lines = text.split("\n", line + 1)
    found = _STUCK_COLON.match(lines[line]) if line < len(lines) else None
    if not found:
        return ""
    if found[1] == ":":
        return "Put a blank behind the colon."
    return f"This colon is {name_of(found[1])}: type an ordinary one, with a blank behind it."
