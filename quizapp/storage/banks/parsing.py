"""From text to a tree: a walk over the parse events of libyaml that takes every scalar as text.

A syntax error loses the question it stands in and no other: what stands behind it is walked piece by piece.
"""

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NoReturn

import yaml
from yaml import events as ev

from quizapp.domain.errors import QuizError
from quizapp.domain.problem import Severity
from quizapp.storage.banks import characters, messages, syntax
from quizapp.storage.banks.characters import shown
from quizapp.storage.banks.layout import Kind, Layout, Piece
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


MAX_DEPTH = 12
MAX_NODES = 750_000
MAX_CONTAINERS = 300_000
MAX_FAULTS = 10_000

_HOPELESS_DEPTH = 100  # libyaml needs quadratic time for nested brackets
_REPORT_EVERY = 4096
_ENTRY_IN_TEXT = re.compile(r"\n *- +[\"']?(?:id|scenario|prompt)[\"']? *:")
_QUESTIONS = "questions:\n"
_NAMES_SHARED = 1000
_MERGE = "<<"
_ODD_BEGINNINGS = frozenset({"", _MERGE[0], HIDDEN})

_Event = Any  # the stubs do not know that libyaml's events always have marks


class MissingLibyamlError(QuizError):
    """PyYAML was installed without libyaml; the text is a sentence for people."""


class _CutError(Exception):
    """The walk ends here; what came before counts."""


@dataclass
class _StrayError(Exception):
    """Something stands where it belongs to nothing."""

    fault: Fault
    place: Place


def walk(
    text: str, findings: Findings, progress: Progress | None = None, *, suspect: Place | None = None
) -> Tree:
    """Walks over a text; what is wrong with it goes to the findings.

    Args:
        text: the file, with line feeds at the ends of lines and without forbidden characters.
        findings: takes the problems.
        progress: is told now and then which part of the text is read, from 0 to 1.
        suspect: where a question begins from which on the text is walked piece by piece, even if it can
            be parsed whole.

    Raises:
        MissingLibyamlError: when PyYAML was installed without libyaml.
    """
    if not yaml.__with_libyaml__:
        raise MissingLibyamlError("PyYAML is installed without libyaml; install one that has it.")
    return _Walk(text, findings, progress).run(suspect)


class _Walk:
    """The state of one walk: the container being filled, and the field that waits for its value.

    What is walked now is the whole text, or later a piece of it, whose lines are counted from `_line`.
    """

    def __init__(self, text: str, findings: Findings, progress: Progress | None) -> None:
        self._whole = text
        self._text = text
        self._line = 0
        self._findings = findings
        self._since = findings.checkpoint()
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
        self._list: Items | None = None

    def run(self, suspect: Place | None) -> Tree:
        """The whole walk."""
        tree = self._tree
        try:
            self._run(suspect)
        except _CutError:
            tree.cut = True
        tree.root = self._document[0] if self._document else None
        return tree

    def _run(self, suspect: Place | None) -> None:
        try:
            self._check_directives(0)
            self._events()
        except (yaml.YAMLError, ValueError, OverflowError) as error:
            self._recover(error)
        else:
            if suspect is not None:
                self._go_on(Layout(self._whole), self._index(suspect))

    # -- after a syntax error --------------------------------------------------------------------

    def _recover(self, error: Exception) -> None:
        """Goes on behind the piece of the file that cannot be read."""
        layout = Layout(self._whole)
        fault, place = syntax.explain(error, self._text)
        root = self._document[0] if self._document else None
        if not layout.pieces or not isinstance(root, Fields | None):
            last = self._whole.count("\n") + (not self._whole.endswith("\n"))
            self._report_unread(fault, place, (min(place[0], last) if place else 1, last))
            raise _CutError
        at = min(self._index(place), self._index(self._open_place())) if place else 0
        if not self._go_on(layout, at, (fault, place)):
            self._lose(layout, fault, place)

    def _open_place(self) -> Place | None:
        """Where the question that was being read begins, or the field on top if it was no question."""
        containers = [*self._stack, self._node][2:4]
        if not containers:
            return None
        is_question = self._document[0].get("questions") is containers[0]
        return self._tree.place(containers[-1 if is_question else 0].start)

    def _index(self, place: Place | None) -> int:
        """Where the line of a place begins in the whole text; its end when there is no place."""
        if place is None:
            return len(self._whole)
        index = 0
        for _ in range(place[0] - 1):
            index = self._whole.find("\n", index) + 1
        return index

    def _go_on(self, layout: Layout, index: int, known: tuple[Fault, Place | None] | None = None) -> bool:
        """Walks the pieces of the file one by one from the one at `index`.

        Args:
            layout: the pieces.
            index: a place in the text.
            known: what was wrong when the text was walked as a whole.

        Returns:
            Whether any piece cannot be read.
        """
        first = layout.piece_at(index)
        if first and layout.pieces[first - 1].kind is Kind.QUESTIONS:  # their list begins with the first
            first -= 1
        self._rewind(layout.pieces[first].line)
        is_sound = True
        for piece in layout.pieces[first:]:
            self._done = piece.start
            try:
                self._walk_piece(layout, piece)
            except _StrayError as error:
                self._lose(layout, error.fault, error.place, piece)
                is_sound = False
            except (yaml.YAMLError, ValueError, OverflowError) as error:
                fault, place = syntax.explain(error, self._text)
                place = (place[0] + self._line, place[1]) if place else None
                if (
                    known
                    and piece.kind is Kind.SECTION
                    and self._index(known[1]) in range(piece.start, piece.end)
                ):
                    fault, place = known  # more was known of what stands before
                self._lose(layout, fault, place, piece)
                is_sound = False
        return not is_sound

    def _rewind(self, line: int) -> None:
        """Forgets all that was read from a line on, counted from 0."""
        self._findings.forget(self._since, line + 1)
        if not self._document:
            self._marks.append(line << 32)
            self._document.append(Fields(0))
        root = self._document[0]
        number = max(1, bisect_left(self._marks, line << 32))
        for name in reversed(list(root)):
            if self._tree.number_of(root, (name,)) >= number:
                del root[name]
        questions = root.get("questions")
        while isinstance(questions, Items) and questions:
            if self._tree.number_of(questions, (len(questions) - 1,)) < number:
                break
            questions.pop()
        self._shorten(number)

    def _shorten(self, number: int) -> None:
        """Forgets the nodes from a number on."""
        del self._marks[number:]
        del self._tree.broken[bisect_left(self._tree.broken, number) :]

    def _walk_piece(self, layout: Layout, piece: Piece) -> None:
        """Walks a piece; when it cannot be read, nothing of it is left in the tree."""
        if piece.kind is Kind.QUESTIONS:
            self._begin_questions(layout, piece)
            return
        root, number = self._document[0], len(self._marks)
        fields, entries = list(root), len(self._questions)
        try:
            self._walk_part(piece)
        except (yaml.YAMLError, ValueError, OverflowError, _StrayError):
            for name in set(root) - set(fields):
                del root[name]
            del self._questions[entries:]
            self._shorten(number)
            raise

    @property
    def _questions(self) -> Items:
        """The list that takes the questions of the pieces: that of the file, or one that is there twice."""
        if self._list is None:
            questions = self._document[0].get("questions")
            self._list = questions if isinstance(questions, Items) else Items(0)
        return self._list

    def _begin_questions(self, layout: Layout, piece: Piece) -> None:
        """Puts the list of questions in its place, and looks at what else stands before the first."""
        root, number = self._document[0], len(self._marks)
        mark = piece.line << 32
        self._marks.extend((mark, mark))
        if "questions" in root:
            first = self._tree.place(self._tree.number_of(root, ("questions",), name=True))
            self._report(repeated_name("questions", first[0]))
        self._list = Items(number + 1)
        root[self._hidden() if "questions" in root else "questions"] = self._list
        if (place := layout.stray_place(piece)) is not None:
            self._point(self._whole[piece.start : piece.end], piece.line)
            while not isinstance(self._parser.get_event(), ev.StreamEndEvent):
                pass
            raise _StrayError(messages.BEFORE_QUESTIONS.fault(), place)

    def _walk_part(self, piece: Piece) -> None:
        """Walks a question, or a field on top with all that is below it."""
        text, is_entry = self._whole[piece.start : piece.end], piece.kind is Kind.ENTRY
        self._point(f"{_QUESTIONS}{text}" if is_entry else text, piece.line - is_entry)
        for _ in range(5 if is_entry else 3):  # stream, document and fields; the name and its list
            self._parser.get_event()
        self._stack = [self._document]
        self._node = self._document[0]
        self._name = None
        if is_entry:
            self._stack.append(self._node)
            self._node = self._questions
        self._events()

    def _point(self, text: str, line: int) -> None:
        """Makes a text that begins in a line, counted from 0, the one that is walked."""
        self._text = text
        self._line = line
        self._parser = yaml.CBaseLoader(text)

    def _lose(self, layout: Layout, fault: Fault, place: Place | None, piece: Piece | None = None) -> None:
        """Reports what makes a piece unreadable; without one that in which it seems to stand is lost."""
        if piece is None:
            piece = layout.pieces[layout.piece_at(self._index(place))]
            low, high = layout.lines_of(piece)
            self._questions[:] = [each for each in self._questions if not self._stands_in(each, low, high)]
        tree, root = self._tree, self._document[0]
        self._report_unread(fault, place, layout.lines_of(piece))
        if piece.kind is Kind.SECTION:
            tree.gaps.add(root.start)
            return
        tree.lost_ids |= layout.ids_of(piece) - ({""} if piece.kind is Kind.QUESTIONS else set())
        tree.lost_words |= layout.words_of(piece)
        tree.gaps.add(self._questions.start)

    def _stands_in(self, node: Node, low: int, high: int) -> bool:
        return not isinstance(node, str) and low <= self._tree.place(node.start)[0] <= high

    def _report_unread(self, fault: Fault, place: Place | None, lines: tuple[int, int]) -> None:
        self._findings.add(messages.unread(fault, *lines), place or (lines[0], 1))
        self._tree.unread.append(lines)

    # -- the events ------------------------------------------------------------------------------

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
            self._report(NO_NAME)
            self._swallow()
            self._name = self._hidden()
        else:
            self._count_container()
            new = Fields(number) if event.__class__ is ev.MappingStartEvent else Items(number)
            self._attach(new)
            self._stack.append(self._node)
            self._node = new

    def _close(self, _event: _Event) -> None:
        self._node.end = len(self._marks)
        self._node = self._stack.pop()
        if self._text is not self._whole and len(self._stack) == 1:
            self._check_margin()

    def _check_margin(self) -> None:
        """Sees that nothing follows a question but the end of its piece."""
        if self._text.startswith(_QUESTIONS) and not self._parser.check_event(ev.MappingEndEvent):
            event: _Event = self._parser.peek_event()
            mark = event.start_mark
            raise _StrayError(messages.MARGIN.fault(), (mark.line + self._line + 1, mark.column + 1))

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
            raise _CutError

    def _end_document(self, event: _Event) -> None:
        self._check_directives(self._text.rfind("\n", 0, event.end_mark.index) + 1)

    def _check_directives(self, start: int) -> None:
        """Stops before a %TAG that would be read from here on: libyaml needs quadratic time for many."""
        if self._may_have_tags and (found := characters.tag_directive(self._text, start)) is not None:
            self._findings.add(TAG_DIRECTIVE, (self._text.count("\n", 0, found) + self._line + 1, 1))
            raise _CutError

    def _check_room(self) -> None:
        """Stops where the newest node is one entry too many; a name's value is none of its own."""
        node = self._node
        if len(node) < MAX_ENTRIES or self._name is not None:
            return
        root = self._document[0] if len(self._stack) == 2 else None  # noqa: PLR2004 - document and root
        is_questions = isinstance(root, Fields) and root.get("questions") is node
        self._report(TOO_MANY_QUESTIONS if is_questions else TOO_MANY_ENTRIES)
        raise _CutError

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
                raise _CutError

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
                raise _CutError

    def _count_container(self) -> None:
        """Counts what takes most room or time: containers, and everything skipped."""
        self._containers += 1
        if self._containers > MAX_CONTAINERS:
            self._give_up()

    def _give_up(self) -> NoReturn:
        self._report(TOO_MANY_PARTS)
        raise _CutError

    def _report_progress(self, index: int) -> None:
        if len(self._marks) > MAX_NODES:
            self._give_up()
        self._report_at = len(self._marks) + _REPORT_EVERY
        if self._progress is not None:
            self._progress(min(1.0, (self._done + index) / len(self._whole)))
