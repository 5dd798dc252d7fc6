"""Characters a bank may not hold, those nobody can see, and text lost on the way from the keyboard."""

import re
import unicodedata
from array import array
from collections.abc import Collection, Iterator

from quizapp.domain.directions import isolated
from quizapp.domain.problem import Severity
from quizapp.storage.banks.problems import Code, Fault, Findings, Place

_PLANE_ENDS = "".join(f"{chr(plane << 16 | 0xFFFE)}{chr(plane << 16 | 0xFFFF)}" for plane in range(17))

FORBIDDEN = re.compile(
    rf"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef{_PLANE_ENDS}]"
)
"""Control characters but tab and line ends, separators, surrogates and noncharacters."""

INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f"
    "\u3164\ufe00-\ufe0d\ufeff\uffa0\ufff9-\ufffb\U0001d173-\U0001d17a\U000e0000-\U000e00ff\U000e01f0-\U000e0fff]"
    # Joiners belong to Persian, Indic scripts and emoji; beside Latin letters nobody expects them.
    "|(?<=[\x00-\u024f])[\u200c\u200d]|[\u200c\u200d](?=[\x00-\u024f])"
)
"""Characters that take no room or turn the direction of the text."""

SUBSTITUTE = "\ufffd"

_SHOWN = 60
_LOOK_ALIKES = str.maketrans(
    "авекмнорстухіјѕԁɡһԛѡοαντρυικ’‘“”–—－＿",  # noqa: RUF001 - the look-alikes themselves
    "abekmhopctyxijsdghqwoavtpuik''\"\"---_",
)


def name_of(character: str) -> str:
    """The code point and name of a character, such as `U+200B ZERO WIDTH SPACE`."""
    name = unicodedata.name(character, "")
    return f"U+{ord(character):04X} {name}".rstrip()


def visible(text: str) -> str:
    r"""The text with everything unprintable as an escape: a line break as `\n`, a surrogate as `\udcff`."""
    if text.isprintable():
        return text
    return "".join(letter if letter.isprintable() else _escape(letter) for letter in text)


def shown(text: str) -> str:
    """The text in quotation marks for a message, cut short and with nothing hidden in it."""
    cut = text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
    return isolated(f"“{visible(cut)}”")


def skeleton(text: str) -> str:
    """What a reader sees in a word: no case, no blanks at the ends, no look-alike letters, `-` for `_`."""
    folded = unicodedata.normalize("NFKC", text).casefold().translate(_LOOK_ALIKES)
    return "".join(letter for letter in folded if letter.isprintable()).strip().replace("_", "-")


def _escape(letter: str) -> str:
    return letter.encode("unicode_escape").decode("ascii")


_BYTE_ORDER_MARK = "\ufeff"
_JOINERS = frozenset("\u200c\u200d")
_RAW_FAULTS = re.compile(f"{FORBIDDEN.pattern}|{_BYTE_ORDER_MARK}")
_HASH = re.compile(r"#(?<=[ \t]#)(?=[^\s#])")
_HASH_BEHIND = re.compile(r"[ \t]+#(?=[^\s#])")
# Possessive, since ways back would take room for each line.
_TAG_DIRECTIVE = re.compile(r"(?:(?:%(?!TAG)[^\n]*+|[ \t]*+(?:\.\.\.[ \t]*+)?+(?:#[^\n]*+)?+)\n)*+(?=%TAG)")
_LOST_ESCAPE = re.compile(r"(?:(?<![^\W\d_])[A-Za-z]:|\\\\[^\s\\]+)\\[ntr]")

_KINDS = {"Cn": "noncharacter", "Cs": "surrogate", "Zl": "separator", "Zp": "separator"}
_RETYPE = "Delete it and type the place anew; pasted text often brings such characters along."


def scan(text: str, findings: Findings) -> tuple[str, "array[int]"]:
    """Looks for characters that do not belong anywhere in a file, its comments included.

    Returns:
        The text with a substitute for each forbidden character, and the marks of those
        (line and column from 0, as `line << 32 | column`), rising.
    """
    marks = array("Q")
    if text.startswith(_BYTE_ORDER_MARK):  # one of them is dropped on the way from the bytes
        findings.add(_stray_mark(), (1, 1))
        text = text.lstrip(_BYTE_ORDER_MARK)
    letters = "".join(set(text))  # far fewer to search than the text has
    hidden = set(INVISIBLE.findall(letters)) | (_JOINERS & set(letters))
    for (line, column), letter in _one_a_line(hidden - {_BYTE_ORDER_MARK}, text, INVISIBLE):
        findings.add(_invisible(letter), (line, column))
    forbidden = set(_RAW_FAULTS.findall(letters))
    for (line, column), letter in _one_a_line(forbidden, text, _RAW_FAULTS):
        marks.append((line - 1) << 32 | (column - 1))
        findings.add(_stray_mark() if letter == _BYTE_ORDER_MARK else _control(letter), (line, column))
    for letter in forbidden:
        text = text.replace(letter, SUBSTITUTE)
    return text, marks


def faults_of_quoted(value: str, raw: str) -> Iterator[Fault]:
    """What escapes in double quotes have brought about; `raw` is the text as it stands in the file."""
    if bad := FORBIDDEN.search(value):
        yield _control(bad[0])
    hidden = INVISIBLE.search(value)
    if hidden and not INVISIBLE.search(raw):
        yield _invisible(hidden[0])
    if lost := _LOST_ESCAPE.search(raw):
        message = (
            f"In double quotes, “{lost[0][-2:]}” is not shown as typed: it stands for another character."
        )
        hint = "Use single quotes around a text with backslashes, or none."
        yield Fault(Code.LOST_TEXT, message, hint, Severity.WARNING)


def has_hashes(text: str) -> bool:
    """Whether a `#` anywhere in a file may have turned text into a comment."""
    return _HASH.search(text) is not None


def tag_directive(text: str, start: int) -> int | None:
    """Where a %TAG stands, with only directives and comments between `start`, a line's begin, and it."""
    found = _TAG_DIRECTIVE.match(text, start)
    return found.end() if found else None


def lost_behind(text: str, end: int) -> int | None:
    """Where the `#` stands, if text behind an unquoted text that ends at `end` was taken for a comment."""
    found = _HASH_BEHIND.match(text, end)
    return found.end() - 1 if found else None


def lost_comment() -> Fault:
    """What to say about a `#` with a blank before it and none behind it."""
    message = "What follows this “#” is not part of the text: it is taken for a comment."
    hint = "Put the whole text in quotes; or, if it is a comment, a blank behind the “#”."
    return Fault(Code.LOST_TEXT, message, hint, Severity.WARNING)


def _one_a_line(
    letters: Collection[str], text: str, wanted: "re.Pattern[str]"
) -> Iterator[tuple[Place, str]]:
    """The first of some letters on each line that is wanted where it stands, with its place."""
    if not letters:
        return
    line, begin, end = 1, 0, -1
    for found in re.finditer(f"[{re.escape(''.join(letters))}]", text):
        at = found.start()
        if at < end or not wanted.match(text, at):
            continue
        line += text.count("\n", begin, at)
        begin = text.rfind("\n", 0, at) + 1
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        yield (line, at - begin + 1), found[0]


def _control(letter: str) -> Fault:
    kind = _KINDS.get(unicodedata.category(letter), "control character")
    return Fault(Code.CONTROL_CHARACTER, f"The {kind} {name_of(letter)} may not stand here.", _RETYPE)


def _stray_mark() -> Fault:
    message = "A byte order mark (U+FEFF) too many stands in the file."
    return Fault(
        Code.STRAY_BYTE_ORDER_MARK, message, "It is left over where two files were joined: delete it."
    )


def _invisible(letter: str) -> Fault:
    message = f"An invisible character stands here: {name_of(letter)}."
    return Fault(Code.INVISIBLE_CHARACTER, message, _RETYPE, Severity.WARNING)
