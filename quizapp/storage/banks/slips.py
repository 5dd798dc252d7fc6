"""Slips that people make when they type, paste or merge a bank: told by the lines around a syntax error."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from quizapp.storage.banks import schema
from quizapp.storage.banks.characters import name_of
from quizapp.storage.banks.problems import Code, Fault, Place

_DASHES = "\u2010-\u2015\u2212\u2043\ufe58\ufe63\uff0d"
_BULLETS = (
    "\u00a7\u00b7\u2022\u2023\u2219\u25a0\u25a1\u25aa\u25ab\u25ba\u25cb\u25cf\u25e6"
    "\u2756\u27a2\uf0a7\uf0b7\uf0d8"
)
LIST_SIGN = re.compile(
    rf"([{_DASHES}{_BULLETS}*+]|[0-9]+[.)]|o(?=[\t\u00a0]))[ \t\u00a0\u2000-\u200a\u202f]*"
)
"""What stands for the hyphen of a list in a text from a word processor, and the blanks behind it."""

OPENING = "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2018\u2019\u201a\u201b\u2039\u203a\u300c\u300e\uff02\uff07"
"""Quotes that open a text in some language, and none to YAML."""

_CONFLICT = re.compile(r"(?:<{7}|>{7}|\|{7})(?: |$)|={7}$")
_CONFLICT_WITHIN = re.compile(r"^(?:<{7}|>{7}) ", re.MULTILINE)
_FENCE = re.compile(r"(?:```|~~~)[\w-]*$")
_RULE = re.compile(r"[ ]*([-=*_#~\u2013\u2014\u2500])\1{3,}[ ]*$")
_ODD_BLANK = re.compile("[ \t]*-?([\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000])")
_STUCK_HYPHEN = re.compile(r"([ ]*)-(?=[A-Za-z_]+: )")
_ODD_SIGN = re.compile(r"[ ]*(?:- )?([A-Za-z_]+)[ ]*([=;\u2192\u2013\u2014])(?: |$)")
_ODD_COLON_BLANK = re.compile(r"[ ]*(?:- )?[A-Za-z_]+:([\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000])")
_QUOTED = re.compile(rf"[ ]*(?:- )?(?:[\w-]+:)?[ ]*([{OPENING}])")
_FIELD = re.compile(r"([ ]*(?:- +)?)([A-Za-z_]+):(?= |$)")
_ENTRY = re.compile(r"([ ]*)-(?= |$)")
_MIXED = re.compile(rf"([{OPENING}])[ ]*$")
_NAMES = frozenset(schema.QUESTION_FIELDS).union(
    *map(
        schema.names_of,
        (
            schema.ReasonEntry,
            schema.OptionEntry,
            schema.BankEntry,
            schema.CueEntry,
            schema.MisconceptionEntry,
        ),
    )
)
"""The fields that stand anywhere below the top."""

_FAR, _NEAR = 400, 20  # lines that are looked at
_COLUMNS = 3  # farther off nobody means the same column

_HYPHEN_HINT = "Type an ordinary hyphen and a blank: “- ”. Word processors put other signs for it."
_BLANKS_HINT = "Delete it and type ordinary blanks; text from web pages often brings such ones along."
_STRAIGHT = (
    "Type straight quotes around the text, \" or ', or write >- and put it, indented, on the next line."
)
_CONFLICT_FAULT = Fault(
    Code.SYNTAX,
    "A mark of a conflict that Git left in the file stands here.",
    "Keep one of the two versions, and delete the other and the lines with <<<<<<<, ======= and >>>>>>>.",
)
_FENCE_FAULT = Fault(
    Code.SYNTAX,
    "This line begins or ends a block of code in Markdown; it does not belong to the bank.",
    "Delete the line, and the other one of this sort.",
)
_RULE_FAULT = Fault(
    Code.SYNTAX, "This line of signs does not belong to the bank.", "Delete it, or begin it with “# ”."
)
_HYPHEN_FAULT = Fault(Code.SYNTAX, "A blank is missing behind the hyphen.", "Write “- ” before each entry.")

Slip = tuple[Fault, Place]
"""What is wrong, and where: line and column from 1."""


@dataclass(frozen=True, slots=True)
class _Spot:
    """A line of a text, and the column where libyaml gave up if it did so there."""

    lines: list[str]
    line: int
    column: int | None
    before: int

    @property
    def text(self) -> str:
        return self.lines[self.line]

    def above(self, number: int) -> Iterator[tuple[int, str]]:
        """The lines before, the nearest first."""
        for line in range(self.line - 1, max(-1, self.line - 1 - number), -1):
            yield line, self.lines[line]

    def at(self, column: int) -> Place:
        return self.line + 1, column + 1


def find_slip(text: str, place: Place, opened: int, before: int = 0) -> Slip | None:
    """The slip behind a syntax error, when the lines tell one.

    Args:
        text: the text that was parsed.
        place: where it could not be parsed further; line and column from 0, as all places here.
        opened: the line where what could not be parsed begins.
        before: how many lines of the file stand before the text, to name others rightly.
    """
    lines = text.split("\n")
    for at in dict.fromkeys((place[0], opened)):
        if at >= len(lines):
            continue
        spot = _Spot(lines, at, place[1] if at == place[0] else None, before)
        for look in _LOOKS:
            if slip := look(spot):
                return slip
    return None


def ends_short(text: str, line: int) -> bool:
    """Whether a text ends in the middle of this line, counted from 0, or right behind it."""
    return not text.endswith("\n") and text.count("\n") <= line + 1


def wrong_quote(value: str) -> str:
    """What to do about a text in quotes that are none to YAML; nothing when it is in no such ones."""
    if len(value) > 1 and value[0] in OPENING and value[-1] in OPENING:
        both = f"{value[0]} and {value[-1]}"
        return f"Delete the quotes {both}: all but straight ones, \" and ', are part of the text."
    return ""


def wrong_list_sign(value: str) -> str:
    """What to do about a text that begins with a sign for a list that is none; nothing for other texts."""
    found = LIST_SIGN.match(value)
    if not found or found.end() == len(found[1]):
        return ""
    return f"{_named(found[1])} begins no entry of a list. {_HYPHEN_HINT}"


def conflict_in(text: str) -> Fault | None:
    """What to say when a text of several lines has marks of a conflict in it."""
    return _CONFLICT_FAULT if _CONFLICT_WITHIN.search(text) else None


def _named(sign: str) -> str:
    """A sign as a message has it, with its code unless it is on every keyboard."""
    if sign.isascii():
        return f"“{sign}”"
    if "\ue000" <= sign <= "\uf8ff":  # of a font's own
        return f"The bullet {name_of(sign)}"
    return f"{sign} ({name_of(sign)})"


def _marks(spot: _Spot) -> Slip | None:
    """Lines that no person wrote into the bank on purpose."""
    for pattern, fault in ((_CONFLICT, _CONFLICT_FAULT), (_FENCE, _FENCE_FAULT), (_RULE, _RULE_FAULT)):
        if pattern.match(spot.text):
            return fault, spot.at(0)
    if spot.line and _CONFLICT.match(spot.lines[spot.line - 1]):
        return _CONFLICT_FAULT, (spot.line, 1)
    return None


def _list_sign(spot: _Spot) -> Slip | None:
    """A dash or a bullet instead of the hyphen: on the line itself, or on that where its entry begins."""
    for line, text in ((spot.line, spot.text), *spot.above(_NEAR)):
        start = len(text) - len(text.lstrip(" \t"))
        found = LIST_SIGN.match(text, start)
        if found and _is_entry_like(spot, found, line):
            message = f"{_named(found[1])} begins no entry of a list; only a hyphen does."
            return Fault(Code.SYNTAX, message, _HYPHEN_HINT), (line + 1, start + 1)
        if _ENTRY.match(text) or text[:1].isalpha():
            return None
    return None


def _is_entry_like(spot: _Spot, found: "re.Match[str]", line: int) -> bool:
    """Whether a line seems meant as an entry: a field follows its sign, or entries stand before it."""
    if (field := _FIELD.match(found.string, found.end())) and field[2] in _NAMES:
        return True
    if line != spot.line or found.end() == found.end(1):
        return False
    near = next((text for _, text in spot.above(_NEAR) if text.strip()), "")
    return near.rstrip().endswith(":") or _ENTRY.match(near) is not None


def _odd_blank(spot: _Spot) -> Slip | None:
    found = _ODD_BLANK.match(spot.text) or _ODD_COLON_BLANK.match(spot.text)
    if not found:
        return None
    message = f"The blank here is {name_of(found[1])}; YAML knows ordinary ones alone."
    return Fault(Code.SYNTAX, message, _BLANKS_HINT), spot.at(found.start(1))


def _hyphen(spot: _Spot) -> Slip | None:
    found = _STUCK_HYPHEN.match(spot.text)
    return (_HYPHEN_FAULT, spot.at(len(found[1]))) if found else None


def _sign(spot: _Spot) -> Slip | None:
    found = _ODD_SIGN.match(spot.text)
    if not found or found[1] not in _NAMES:
        return None
    hint = "Write “name: value”, with a blank behind the colon."
    message = f"“{found[2]}” stands where the colon behind the name of a field belongs."
    return Fault(Code.SYNTAX, message, hint), spot.at(found.start(2))


def _quote(spot: _Spot) -> Slip | None:
    """A typographic quote that was meant to hold a text together."""
    if found := _QUOTED.match(spot.text):
        message = f"{_named(found[1])} is no quote to YAML, so the text is in none."
        return Fault(Code.SYNTAX, message, _STRAIGHT), spot.at(found.start(1))
    end = _MIXED.search(spot.text)
    if end and re.search(r": +[\"'](?=[^\"']*$)", spot.text):
        message = f"{_named(end[1])} closes no text that a straight quote opens."
        return Fault(Code.UNCLOSED, message, "Type the straight quote at the end too."), spot.at(end.start(1))
    return None


def _offset(spot: _Spot) -> Slip | None:
    """A line that begins some columns beside those that it belongs with."""
    field, entry = _FIELD.match(spot.text), _ENTRY.match(spot.text)
    if entry and spot.column is not None and (slip := _beside(spot, _ENTRY, len(entry[1]), "This hyphen")):
        return slip
    if field is None or not field[1] or field[2] not in _NAMES:
        return None
    if spot.column not in {len(field[1]), field.end() - 1}:
        return None  # not the line, but a text in it is to blame
    return _beside(spot, _FIELD, len(field[1]), f"“{field[2]}”")


def _beside(spot: _Spot, pattern: "re.Pattern[str]", column: int, what: str) -> Slip | None:
    found = [(line, match) for line, text in spot.above(_FAR) if (match := pattern.match(text))]
    beside = [(abs(column - len(match[1])), -line, match) for line, match in found]
    if not beside or (nearest := min(beside, key=lambda each: each[:2]))[0] not in range(1, _COLUMNS + 1):
        return None
    meant, there = len(nearest[2][1]), spot.before - nearest[1] + 1
    like = "that" if pattern is _ENTRY else f"“{nearest[2][2]}”"
    message = f"{what} stands in column {column + 1}, but {like} in line {there} in column {meant + 1}."
    turn = "Delete" if column > meant else "Add"
    number = abs(column - meant)
    blanks = "one blank" if number == 1 else f"{number} blanks"
    hint = f"{turn} {blanks} before it: what belongs together begins in the same column."
    return Fault(Code.SYNTAX, message, hint), spot.at(column)


_LOOKS: tuple[Callable[[_Spot], Slip | None], ...] = (
    _marks,
    _list_sign,
    _odd_blank,
    _hyphen,
    _sign,
    _quote,
    _offset,
)
