"""From text to a tree: a walk over the parse events of libyaml that takes every scalar as text."""

import re
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NoReturn

import yaml
from yaml import events as ev

from quizapp.domain.errors import QuizError
from quizapp.domain.problem import Severity
from quizapp.storage.banks import characters, messages, slips
from quizapp.storage.banks.characters import shown
from quizapp.storage.banks.problems import Code, Fault, Findings, Place, Progress
from quizapp.storage.banks.schema import MAX_ENTRIES, MAX_QUESTIONS
from quizapp.storage.banks.tree import HIDDEN, Fields, Items, Node, Tree

MAX_TEXT = 20_000

_QUOTES = "Put the text in quotes if it is meant to begin so"

EMPTY_NAME = Fault(
    Code.ODD_FIELD_NAME, "The name of this field is empty.", "Write the name before the colon."
)
NO_NAME = Fault(
    Code.ODD_FIELD_NAME,
    "A list or fields stand where the name of a field is expected.",
    "Put the text in quotes if it is meant to begin with a bracket.",
)
MERGE_KEY = Fault(Code.MERGE_KEY, "“<<” merges other fields, which a bank may not do.", "Write them out.")
TOO_DEEP = Fault(
    Code.TOO_DEEP, "Lists and fields are nested too deep here.", "Twelve levels are allowed, three are usual."
)
TOO_MANY_PARTS = Fault(
    Code.TOO_MANY_PARTS, "The file has more parts than can be read.", "Split the bank into several files."
)
TOO_MANY_ENTRIES = Fault(
    Code.TOO_MANY_PARTS,
    f"A list or fields may have {MAX_ENTRIES:,} entries; the file is not read from here on.",
    "Delete what is too much.",
)
TOO_MANY_QUESTIONS = Fault(
    Code.TOO_MANY_QUESTIONS,
    f"A bank may have {MAX_QUESTIONS:,} questions; the file is not read from here on.",
    "Split the bank.",
)
TAG_DIRECTIVE = Fault(Code.TAG, "“%TAG” prepares for tags, which a bank may not use.", "Delete the line.")
SECOND_DOCUMENT = Fault(
    Code.SECOND_DOCUMENT,
    "A second document begins here.",
    "Make a file of each, and delete the line with three hyphens.",
)


def node_faults(event: Any) -> Iterator[Fault]:
    """What is wrong with a scalar, or with the start of a list or of fields."""
    if event.anchor is not None:
        message = f"The anchor {shown('&' + event.anchor)} may not stand in a bank."
        yield Fault(Code.ANCHOR, message, f"{_QUOTES}; otherwise delete it.")
    if event.tag is not None:
        yield Fault(Code.TAG, "A “!” begins a tag, which may not stand in a bank.", f"{_QUOTES}.")
    length = len(getattr(event, "value", ""))
    if length > MAX_TEXT:
        message = f"This text has {length:,} characters; {MAX_TEXT:,} are allowed."
        yield Fault(Code.TOO_LONG, message, "Shorten it.")


def alias_fault(name: str) -> Fault:
    """What is wrong with an alias."""
    message = f"The alias {shown('*' + name)} may not stand in a bank."
    return Fault(Code.ALIAS, message, f"{_QUOTES}; otherwise write out what it stands for.")


def repeated_name(name: str, first_line: int) -> Fault:
    """A field that is there already."""
    message = f"The field {shown(name)} is there twice; the first stands in line {first_line}."
    return Fault(Code.DUPLICATE_FIELD, message, "Delete one of the two, or mend its name.")


QUESTIONS = "questions:\n"
"""What a question is walked behind when it is walked alone."""

MAX_DEPTH = 12
MAX_NODES = 750_000
MAX_CONTAINERS = 300_000
MAX_FAULTS = 10_000

_HOPELESS_DEPTH = 100  # libyaml needs quadratic time for nested brackets
_REPORT_EVERY = 4096
_ENTRY_IN_TEXT = re.compile(r"\n *- +[\"']?(?:id|scenario|prompt)[\"']? *:")
_NAMES_SHARED = 1000
_MERGE = "<<"
_ODD_BEGINNINGS = frozenset({"", _MERGE[0], HIDDEN})

_Event = Any  # the stubs do not know that libyaml's events always have marks


class MissingLibyamlError(QuizError):
    """PyYAML was installed without libyaml; the text is a sentence for people."""


class CutError(Exception):
    """A walk ends here; what came before counts."""


@dataclass
class StrayError(Exception):
    """Something stands where it belongs to nothing."""

    fault: Fault
    place: Place


class EventWalk:
    """The state of one walk: the container being filled, and the field that waits for its value.

    What is walked is the whole text, or a piece of it, whose lines are counted from `_line`.
    """

    def __init__(self, text: str, findings: Findings, progress: Progress | None) -> None:
        self._whole = text
        self._text = text
        self._line = 0
        self._findings = findings
        self._progress = progress
        self._done = 0
        self._report_at = _REPORT_EVERY
        self._parser = yaml.CBaseLoader(text)  # only its events are used
        self._hashes = characters.has_hashes(text)
        self._may_have_tags = "%TAG" in text
        self._tree = Tree(None, array("Q"), array("Q"), cut=False)
        self._marks = self._tree.marks
        self._names: dict[str, str] = {}
        self._containers = 0
        self._document = Items(0)
        self._stack: list[Items | Fields] = []
        self._node: Any = self._document
        self._name: str | None = None

    def _events(self) -> None:
        handlers = {
            ev.ScalarEvent: self._scalar,
            ev.MappingStartEvent: self._open,
            ev.SequenceStartEvent: self._open,
            ev.MappingEndEvent: self._close,
            ev.SequenceEndEvent: self._close,
            ev.AliasEvent: self._alias,
            ev.DocumentStartEvent: self._begin_document,
            ev.DocumentEndEvent: self._end_document,
        }
        get, handler_of = self._parser.get_event, handlers.get
        while (kind := (event := get()).__class__) is not ev.StreamEndEvent:
            handler = handler_of(kind)
            if handler is not None:
                handler(event)

    def _scalar(self, event: _Event) -> None:
        mark = event.start_mark
        marks = self._marks
        marks.append((mark.line + self._line) << 32 | mark.column)
        if len(marks) >= self._report_at:
            self._report_progress(mark.index)
        value: str = event.value
        style = event.style
        if event.anchor is not None or event.tag is not None or len(value) > MAX_TEXT:
            self._report_node(event)
        if style == '"' or (self._hashes and not style):
            self._look_for_losses(event)
        if (style == '"' or style == "'") and event.end_mark.line > mark.line:  # noqa: PLR1714 - quicker so
            self._look_for_entry(event)
        node = self._node
        if len(node) >= MAX_ENTRIES:
            self._check_room()
        if node.__class__ is Items:
            node.append(value)
        elif self._name is None:
            if value in node or value[:1] in _ODD_BEGINNINGS:
                value = self._odd_name(value, event)
            self._name = self._names.get(value) or self._shared(value)
        else:
            node[self._name] = value
            self._name = None

    def _open(self, event: _Event) -> None:
        mark = event.start_mark
        self._marks.append((mark.line + self._line) << 32 | mark.column)
        if event.anchor is not None or event.tag is not None:
            self._report_node(event)
        self._check_room()
        number = len(self._marks) - 1
        if len(self._stack) >= MAX_DEPTH:
            self._report(TOO_DEEP)
            self._swallow()
            self._attach("")
        elif self._node.__class__ is Fields and self._name is None:
            if len(self._stack) == 1:  # it may go on to the end of the file
                raise StrayError(NO_NAME, self._sign_before(mark.index))
            self._report(NO_NAME)
            self._swallow()
            self._name = self._hidden()
        else:
            self._count_container()
            new = Fields(number) if event.__class__ is ev.MappingStartEvent else Items(number)
            self._attach(new)
            self._stack.append(self._node)
            self._node = new

    def _sign_before(self, index: int) -> Place:
        """Where the question mark stands that begins an odd name, which itself begins at `index`."""
        at = max(0, self._text.rfind("?", 0, index))
        return self._text.count("\n", 0, at) + self._line + 1, at - self._text.rfind("\n", 0, at)

    def _close(self, _event: _Event) -> None:
        self._node.end = len(self._marks)
        self._node = self._stack.pop()
        if self._text is not self._whole and len(self._stack) == 1:
            self._check_margin()

    def _check_margin(self) -> None:
        """Sees that nothing follows a question but the end of its piece."""
        if self._text.startswith(QUESTIONS) and not self._parser.check_event(ev.MappingEndEvent):
            event: _Event = self._parser.peek_event()
            mark = event.start_mark
            slip = slips.find_slip(self._text, (mark.line, mark.column), mark.line, self._line)
            fault = slip[0] if slip else messages.MARGIN.fault()
            raise StrayError(fault, (mark.line + self._line + 1, mark.column + 1))

    def _alias(self, event: _Event) -> None:
        mark = event.start_mark
        self._marks.append((mark.line + self._line) << 32 | mark.column)
        self._check_room()
        self._report(alias_fault(event.anchor))
        if self._node.__class__ is Fields and self._name is None:
            self._name = self._hidden()
        else:
            self._attach("")

    def _begin_document(self, event: _Event) -> None:
        if self._document:
            mark = event.start_mark
            self._findings.add(SECOND_DOCUMENT, (mark.line + self._line + 1, mark.column + 1))
            raise CutError

    def _end_document(self, event: _Event) -> None:
        self._check_directives(self._text.rfind("\n", 0, event.end_mark.index) + 1)

    def _check_directives(self, start: int) -> None:
        """Stops before a %TAG that would be read from here on: libyaml needs quadratic time for many."""
        if self._may_have_tags and (found := characters.tag_directive(self._text, start)) is not None:
            self._findings.add(TAG_DIRECTIVE, (self._text.count("\n", 0, found) + self._line + 1, 1))
            raise CutError

    def _check_room(self) -> None:
        """Stops where the newest node is one entry too many; a name's value is none of its own."""
        node = self._node
        if len(node) < MAX_ENTRIES or self._name is not None:
            return
        root = self._document[0] if len(self._stack) == 2 else None  # noqa: PLR2004 - document and root
        is_questions = isinstance(root, Fields) and root.get("questions") is node
        self._report(TOO_MANY_QUESTIONS if is_questions else TOO_MANY_ENTRIES)
        raise CutError

    def _attach(self, value: Node) -> None:
        """Puts a value where it belongs."""
        if self._node.__class__ is Items:
            self._node.append(value)
        else:
            self._node[self._name] = value
            self._name = None

    def _swallow(self) -> None:
        """Skips a container that has just begun."""
        depth = 1
        while depth:
            event = self._parser.get_event()
            self._count_container()
            if isinstance(event, ev.CollectionStartEvent):
                depth += 1
            elif isinstance(event, ev.CollectionEndEvent):
                depth -= 1
            if depth > _HOPELESS_DEPTH:
                raise CutError

    def _odd_name(self, name: str, event: _Event) -> str:
        """Reports a field name that cannot be used, and gives one to keep the value under."""
        if not name:
            self._report(EMPTY_NAME)
        elif name == _MERGE and not event.style:
            self._report(MERGE_KEY)
        elif name in self._node:
            self._report(repeated_name(name, self._first_place(name)[0]))
        elif not name.startswith(HIDDEN):
            return name
        return self._hidden()

    def _shared(self, name: str) -> str:
        """The same name for every field of that name, so that it takes room once; odd files have too many."""
        return self._names.setdefault(name, name) if len(self._names) < _NAMES_SHARED else name

    def _first_place(self, name: str) -> Place:
        """Where a field of this name stands already; looked for only while somebody will read it."""
        if not self._findings.wants():
            return 0, 0
        return self._tree.place(self._tree.number_of(self._node, (name,), name=True))

    def _hidden(self) -> str:
        return f"{HIDDEN}{len(self._marks)}"

    def _look_for_losses(self, event: _Event) -> None:
        """Looks for what was typed in a text and did not arrive."""
        end = event.end_mark.index
        if event.style:
            raw = self._text[event.start_mark.index : end]
            if "\\" in raw and len(event.value) <= MAX_TEXT:
                for fault in characters.faults_of_quoted(event.value, raw):
                    self._report(fault)
        elif (at := characters.lost_behind(self._text, end)) is not None:
            mark = event.end_mark
            place = mark.line + self._line + 1, mark.column + 1 + at - end
            self._findings.add(characters.lost_comment(), place)

    def _look_for_entry(self, event: _Event) -> None:
        """Notes a quoted text in which a question seems to begin: its quote may close that of another."""
        if _ENTRY_IN_TEXT.search(self._text, event.start_mark.index, event.end_mark.index):
            self._tree.doubtful.append(len(self._marks) - 1)
            self._report(messages.ENTRY_IN_TEXT.fault())
        if fault := slips.conflict_in(self._text[event.start_mark.index : event.end_mark.index]):
            self._report(fault)

    def _report_node(self, event: _Event) -> None:
        for fault in node_faults(event):
            self._report(fault)

    def _report(self, fault: Fault) -> None:
        """Adds a fault of the newest node."""
        number = len(self._marks) - 1
        self._findings.add(fault, self._tree.place(number))
        if fault.severity is Severity.ERROR:
            self._tree.broken.append(number)
            if len(self._tree.broken) > MAX_FAULTS:
                raise CutError

    def _count_container(self) -> None:
        """Counts what takes most room or time: containers, and everything skipped."""
        self._containers += 1
        if self._containers > MAX_CONTAINERS:
            self._give_up()

    def _give_up(self) -> NoReturn:
        self._report(TOO_MANY_PARTS)
        raise CutError

    def _report_progress(self, index: int) -> None:
        if len(self._marks) > MAX_NODES:
            self._give_up()
        self._report_at = len(self._marks) + _REPORT_EVERY
        if self._progress is not None:
            self._progress(min(1.0, (self._done + index) / len(self._whole)))
