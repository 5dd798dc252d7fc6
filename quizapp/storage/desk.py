"""Where the checks of one file put what they find."""

from array import array
from bisect import bisect_left

from quizapp.storage.findings import Fault, Findings, Path, Place
from quizapp.storage.tree import Fields, Items, Node, Tree

_END_OF_FILE = 1 << 63


class Desk:
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
