"""Holding a part of the file against its model; every difference is reported, and the rest is kept."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from quizapp.storage.bank_schema import Entry, names_of
from quizapp.storage.desk import Desk
from quizapp.storage.findings import Path
from quizapp.storage.forms import Form
from quizapp.storage.shape_words import missing, unfit
from quizapp.storage.tree import HIDDEN, Fields, Items, Node

E = TypeVar("E", bound=Entry)

_NAME = "[key]"  # how pydantic marks an error about a name itself


@dataclass(frozen=True, slots=True)
class Checked(Generic[E]):
    """What holding a part against its model gave.

    Attributes:
        entry: the part, without what was wrong with it; None when too little is left.
        lost: the fields of which something was left out or made up.
        kept: for lists with lost entries, the position each remaining one had in the file.
    """

    entry: E | None
    lost: frozenset[str] = frozenset()
    kept: Mapping[str, list[int]] = field(default_factory=dict)

    @property
    def is_sound(self) -> bool:
        """Whether nothing was wrong."""
        return self.entry is not None and not self.lost


def check(form: Form[E], node: Fields, desk: Desk) -> Checked[E]:
    """Holds a part of the file against a form."""
    try:
        return Checked(form.model.model_validate(node))
    except ValidationError as error:
        details = error.errors(include_url=False, include_input=False)
    for detail in details:
        if not _is_told_already(detail):
            _report(form, node, detail, desk)
    return _salvaged(form, node, [detail["loc"] for detail in details])


def _is_told_already(detail: ErrorDetails) -> bool:
    """Whether it is about a field that the event walk has set aside."""
    return any(isinstance(step, str) and step.startswith(HIDDEN) for step in detail["loc"])


def _report(form: Form[E], node: Fields, detail: ErrorDetails, desk: Desk) -> None:
    if not desk.wants_errors():
        desk.skip()
        return
    steps = detail["loc"]
    path = steps[:-1] if steps[-1] == _NAME else steps
    if detail["type"] == "missing":
        holder = _at(node, path[:-1])
        is_there = isinstance(holder, Fields) and path[-1] in holder
        if not (isinstance(holder, Fields) and desk.is_unfinished(holder)):
            desk.report(missing(form, path, is_there=is_there), node, path)
        return
    is_about_name = detail["type"] == "extra_forbidden" or steps[-1] == _NAME
    value = path[-1] if steps[-1] == _NAME else _at(node, path)
    desk.report(unfit(form, path, detail, value), node, path, name=is_about_name)


def _at(node: Node, path: Path) -> Node:
    """The part at a path that pydantic has walked."""
    for step in path:
        match node, step:
            case Items(), int():
                node = node[step]
            case Fields(), str():
                node = node[step]
    return node


def _salvaged(form: Form[E], node: Fields, places: list[Path]) -> Checked[E]:
    """What is left of a part without what is wrong with it, so that one fault does not hide another."""
    damaged = frozenset(str(place[0]) for place in places)
    rest: dict[str, object] = {
        name: node[name] for name in names_of(form.model) if name in node and name not in damaged
    }
    rest |= {name: value for name, value in form.stand_ins.items() if name in damaged}
    kept: dict[str, list[int]] = {}
    for name in damaged & node.keys():
        value = node[name]
        bad = {place[1] for place in places if place[0] == name and len(place) > 1}
        if isinstance(value, Items) and bad:
            kept[name] = [index for index in range(len(value)) if index not in bad]
            rest[name] = [value[index] for index in kept[name]]
    try:
        return Checked(form.model.model_validate(rest), damaged, kept)
    except ValidationError:
        return Checked(None, damaged)
