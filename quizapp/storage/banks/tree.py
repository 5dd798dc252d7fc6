"""What the event walk leaves: texts, lists and fields, and where each of them stands in the file."""

from array import array
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from quizapp.storage.banks.problems import Fault, Findings, Path, Place, Step

HIDDEN = "\ufdd0"
"""Begins the name under which a field with a fault of its own is kept; a noncharacter."""


class Items(list[Any]):
    """A list of the file. `start` is its number among all nodes, `end` that of the first node behind it."""

    __slots__ = ("end", "start")

    start: int
    end: int

    def __init__(self, start: int) -> None:
        super().__init__()
        self.start = start
        self.end = 0


class Fields(dict[str, Any]):
    """Names with their values; `start` and `end` as for lists."""

    __slots__ = ("end", "start")

    start: int
    end: int

    def __init__(self, start: int) -> None:
        super().__init__()
        self.start = start
        self.end = 0


Node = str | Items | Fields


@dataclass(slots=True)
class Tree:
    """A file's first document.

    Nodes are numbered as they come: a container before its parts, a field's name before its value.

    Attributes:
        root: the document, None when there is none.
        marks: for each node its line and column, both from 0, as `line << 32 | column`.
        broken: the numbers of nodes that have a fault of their own, rising.
        cut: whether the end of the file was not reached.
        unread: the lines, first and last, of each part that could not be read.
        gaps: where containers start that lack such a part.
        lost_ids: the ids of questions that could not be read; an empty one for those whose id is not known.
        lost_words: all that could be an id in what was not read.
        doubtful: quoted texts in which a question seems to begin.
    """

    root: Node | None
    marks: "array[int]"
    broken: "array[int]"
    cut: bool
    unread: list[tuple[int, int]] = field(default_factory=list)
    gaps: set[int] = field(default_factory=set)
    lost_ids: set[str] = field(default_factory=set)
    lost_words: set[str] = field(default_factory=set)
    doubtful: list[int] = field(default_factory=list)

    def place(self, number: int) -> Place:
        """Line and column of a node, from 1."""
        mark = self.marks[number]
        return (mark >> 32) + 1, (mark & 0xFFFFFFFF) + 1

    def is_unfinished(self, node: Items | Fields) -> bool:
        """Whether parts of a container may be lacking."""
        return self.is_cut(node) or node.start in self.gaps

    def is_cut(self, node: Items | Fields) -> bool:
        """Whether the walk broke off inside a container or right behind it."""
        return self.cut and node.end in (0, len(self.marks))

    def number_of(self, node: Node, path: Path, *, name: bool = False) -> int:
        """The number of the part that a path leads to, or of the last part on the way that is there.

        Args:
            node: a container of this tree.
            path: field names and positions in lists.
            name: whether the number of the field's name is wanted instead of its value.
        """
        number = start_of(node)
        for step in path:
            part = _part(node, step)
            if part is None:
                return number
            number, node = part
        return number - 1 if name and path else number

    def places_of_names(self, node: Fields) -> Iterator[Place]:
        """Where the names of some fields stand, in their order."""
        number = node.start + 1
        for value in node.values():
            yield self.place(number)
            number = _after(number + 1, (value,))


def start_of(node: Node) -> int:
    """The number of a container; a text does not know its own."""
    return 0 if isinstance(node, str) else node.start


def _part(node: Node, step: Step) -> tuple[int, Node] | None:
    """A part with its number; None when there is no such part."""
    if isinstance(node, Items) and isinstance(step, int) and step < len(node):
        part: Node = node[step]
        return (_after(node.start + 1, node[:step]) if isinstance(part, str) else part.start), part
    if isinstance(node, Fields) and step in node:
        number = node.start + 2
        for field, value in node.items():
            if field == step:
                return number, value
            number = _after(number, (value,)) + 1
    return None


def _after(number: int, parts: Iterable[Node]) -> int:
    """The number behind some parts that begin at `number`."""
    for part in parts:
        number = number + 1 if isinstance(part, str) else part.end
    return number


_END_OF_FILE = 1 << 63


class FaultReporter:
    """Joins faults of parts of a tree with their places in the file.

    Args:
        tree: the file.
        findings: takes the problems.
        substitutes: the marks of characters that were forbidden, as `tree.marks` has them, rising.
    """

    def __init__(self, tree: Tree, findings: Findings, substitutes: "array[int]") -> None:
        self._tree = tree
        self._findings = findings
        self._substitutes = substitutes
        self._broken = frozenset(tree.broken)

    def report(self, fault: Fault, node: Node, path: Path = (), *, name: bool = False) -> None:
        """Reports a fault of the part that a path from a node leads to, unless the walk did so already."""
        if not self._findings.wants(fault.severity):
            self.skip()
            return
        number = self._tree.number_of(node, path, name=name)
        if number not in self._broken:
            self._findings.add(fault, self._tree.place(number))

    def wants_errors(self) -> bool:
        """Whether one more error would be shown; when not, its words need not be found."""
        return self._findings.wants()

    def skip(self) -> None:
        """Counts a fault that is not shown."""
        self._findings.skip()

    def place(self, node: Node, path: Path = ()) -> Place:
        """Where the part that a path from a node leads to stands."""
        return self._tree.place(self._tree.number_of(node, path))

    def is_unfinished(self, node: Fields | Items) -> bool:
        """Whether the end of a part was never read."""
        return self._tree.is_unfinished(node)

    def is_cut(self, node: Fields | Items) -> bool:
        """Whether the walk broke off inside a part or right behind it, so that nobody knows what it lacks."""
        return self._tree.is_cut(node)

    @property
    def lost_ids(self) -> Collection[str]:
        """The ids of the questions that could not be read, see `Tree`."""
        return self._tree.lost_ids

    @property
    def lost_words(self) -> Collection[str]:
        """All that could be an id in what was not read."""
        return self._tree.lost_words

    def is_doubtful(self, node: Fields) -> bool:
        """Whether a question seems to begin inside a quoted text of a part."""
        return any(node.start <= number < node.end for number in self._tree.doubtful)

    def is_broken(self, node: Fields | Items) -> bool:
        """Whether the walk found something wrong inside a part, or did not come to its end."""
        has_faults = _holds(self._tree.broken, node.start, node.end)
        return has_faults or self.is_unfinished(node) or self.has_substitutes(node)

    def has_substitutes(self, node: Fields | Items) -> bool:
        """Whether a forbidden character stands in a part, or behind it before the next one."""
        marks = self._tree.marks
        end = marks[node.end] if node.end < len(marks) else _END_OF_FILE
        return _holds(self._substitutes, marks[node.start], end)


def _holds(rising: "array[int]", low: int, high: int) -> bool:
    """Whether any of some rising numbers is in the half-open range."""
    return bisect_left(rising, low) < bisect_left(rising, high)
