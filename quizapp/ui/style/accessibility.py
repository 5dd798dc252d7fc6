"""What screen readers are told a widget is: headings, groups, charts, which Qt takes for text and filler."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QFrame, QScrollArea, QStackedWidget, QWidget

_ROLES = {
    "heading": QAccessible.Role.Heading,
    "group": QAccessible.Role.Grouping,
    "chart": QAccessible.Role.Chart,
}
"""By property; a heading has its words as accessible name."""

_CONTAINERS = (QWidget, QFrame, QScrollArea)
"""Where they have a name they are groups."""

_is_installed = False


def install_roles() -> None:
    """Give widgets with the property `heading`, `group` or `chart` that role; once a process is enough."""
    global _is_installed  # noqa: PLW0603 - Qt has one list of factories a process, and takes one many times
    if not _is_installed:
        QAccessible.installFactory(_interface)
        _is_installed = True


def _interface(_class_name: str, thing: QObject | None) -> QAccessibleInterface | None:
    """The interface of a heading, a group, a chart, or a stack of pages; None leaves a widget to Qt."""
    if not isinstance(thing, QWidget):
        return None
    if isinstance(thing, QStackedWidget):
        return QAccessibleWidget(thing, QAccessible.Role.Client)  # Orca says Qt's own "layered pane" aloud
    for name, role in _ROLES.items():
        if thing.property(name):
            return QAccessibleWidget(thing, role)  # Qt owns it, and asks the widget for its name each time
    if thing.accessibleName() and _qt_class(thing) in _CONTAINERS:
        return QAccessibleWidget(thing, QAccessible.Role.Grouping)  # a page has the focus at first
    return None


def _qt_class(widget: QWidget) -> type:
    """The class of Qt's that a widget is made from."""
    return next(each for each in type(widget).__mro__ if each.__module__.startswith("PySide6"))
