"""A small screen reader: it runs on the system's Python, which has libatspi, and answers one line a request.

A request is a JSON list of a command and what it needs, an answer is one JSON value.
"""

import json
import sys
import time
from collections.abc import Iterator
from typing import Any

import gi  # type: ignore[import-not-found]

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # type: ignore[import-not-found]  # noqa: E402 - see above

_PROGRAM = "product-or-service"
_EVENTS = (
    "window:activate",
    "object:state-changed:focused",
    "object:announcement",
    "object:text-caret-moved",
    "object:property-change:accessible-name",
    "object:property-change:accessible-description",
    "object:text-changed",
)
_STATES = ("FOCUSABLE", "FOCUSED", "SHOWING", "CHECKED", "CHECKABLE", "ENABLED", "SELECTED", "EXPANDED")
_KEYS = {"Tab": 0xFF09, "Return": 0xFF0D, "Escape": 0xFF1B, "Down": 0xFF54, "Right": 0xFF53, "F1": 0xFFBE}
_KEYS |= {"BackSpace": 0xFF08}
_HELD = {"Ctrl": 0xFFE3, "Shift": 0xFFE1, "Alt": 0xFFE9}
_QUIET, _MOST = 0.15, 5.0  # s without an event before an answer; s in all
_UNIT = {"word": Atspi.TextGranularity.WORD, "line": Atspi.TextGranularity.LINE}


class Reader:
    """Listens to the program, presses keys and walks the tree."""

    def __init__(self) -> None:
        _switch_on()
        Atspi.init()
        self._heard: list[dict[str, Any]] = []
        self._focus: Any = None
        self._listener = Atspi.EventListener.new(self._on_event)
        for name in _EVENTS:
            self._listener.register(name)

    def _on_event(self, event: Any) -> None:
        try:
            source = event.source
            if event.type.startswith("object:state-changed:focused") and event.detail1:
                if not source.get_state_set().contains(Atspi.StateType.FOCUSED):
                    return  # it had it for a moment: readers pass over that
                self._focus = source
            data = event.any_data if isinstance(event.any_data, str) else ""
            self._heard.append(
                {
                    "type": event.type,
                    "on": event.detail1,
                    "role": source.get_role_name(),
                    "name": source.get_name(),
                    "description": source.get_description(),
                    "data": data,
                }
            )
        except GLib.Error:  # it is gone already
            return

    def settle(self) -> list[dict[str, Any]]:
        """Wait until nothing more happens; returns what was heard since the last time."""
        context, begun = GLib.MainContext.default(), time.monotonic()
        last, count = begun, len(self._heard)
        while (now := time.monotonic()) - last < _QUIET and now - begun < _MOST:
            while context.pending():
                context.iteration(False)
            if len(self._heard) != count:
                last, count = now, len(self._heard)
            time.sleep(0.005)
        heard, self._heard = self._heard, []
        return heard

    def press(self, keys: str) -> list[dict[str, Any]]:
        """Press keys as `xdotool` would, "Ctrl+r" or "Tab"; returns what was heard."""
        *held, key = keys.split("+")
        for each in held:
            Atspi.generate_keyboard_event(_keycode(_HELD[each]), None, Atspi.KeySynthType.PRESS)
        Atspi.generate_keyboard_event(_KEYS.get(key) or ord(key), None, Atspi.KeySynthType.SYM)
        for each in reversed(held):
            Atspi.generate_keyboard_event(_keycode(_HELD[each]), None, Atspi.KeySynthType.RELEASE)
        return self.settle()

    def text(self, unit: str) -> dict[str, Any] | None:
        """What stands at the caret of what has the focus; None where it is no text."""
        text = self._focus.get_text_iface() if self._focus is not None else None
        if text is None:
            return None
        caret = text.get_caret_offset()
        at = text.get_string_at_offset(caret, _UNIT[unit]).content
        return {"caret": caret, "at": at, "all": text.get_text(0, text.get_character_count())}


def _switch_on() -> None:
    """Say that a screen reader is there, as desktops do: programs need not say anything before."""
    bus = Gio.bus_get_sync(Gio.BusType.SESSION, None)
    place = ("org.a11y.Bus", "/org/a11y/bus", "org.freedesktop.DBus.Properties", "Set")
    for name in ("IsEnabled", "ScreenReaderEnabled"):
        value = GLib.Variant("(ssv)", ("org.a11y.Status", name, GLib.Variant("b", True)))
        bus.call_sync(*place, value, None, Gio.DBusCallFlags.NONE, -1, None)


def _keycode(keysym: int) -> int:
    """The key of a US keyboard under X that holds a modifier."""
    return {0xFFE3: 37, 0xFFE1: 50, 0xFFE9: 64}[keysym]


def _program() -> Any:
    """The program, once it is on the bus; None before."""
    desktop = Atspi.get_desktop(0)
    children = (desktop.get_child_at_index(at) for at in range(desktop.get_child_count()))
    return next((each for each in children if each is not None and each.get_name() == _PROGRAM), None)


def _walk(node: Any, depth: int = 0, *, hidden: bool = False) -> Iterator[dict[str, Any]]:
    """A node and what is in it, in reading order; hidden parts too where they are asked for."""
    states = node.get_state_set()
    if not hidden and depth > 1 and not states.contains(Atspi.StateType.SHOWING):
        return
    interfaces = node.get_interfaces()
    text = node.get_text_iface() if "Text" in interfaces else None
    yield {
        "depth": depth,
        "role": node.get_role_name(),
        "name": node.get_name(),
        "description": node.get_description(),
        "states": [name for name in _STATES if states.contains(getattr(Atspi.StateType, name))],
        "text": text.get_text(0, text.get_character_count()) if text is not None else None,
    }
    for at in range(node.get_child_count()):
        child = node.get_child_at_index(at)
        if child is not None:
            yield from _walk(child, depth + 1, hidden=hidden)


def main() -> None:
    """Answer requests until there are no more."""
    reader = Reader()
    for line in sys.stdin:
        command, *rest = json.loads(line)
        answer: object
        match command:
            case "ready":
                reader.settle()
                program = _program()
                answer = program is not None and program.get_child_count() > 0
            case "press":
                answer = reader.press(*rest)
            case "settle":
                answer = reader.settle()
            case "tree":
                answer = list(_walk(_program(), hidden=rest[0]))
            case "text":
                answer = reader.text(*rest)
            case _:
                answer = None
        print(json.dumps(answer), flush=True)  # noqa: T201 - it is how it answers


if __name__ == "__main__":
    main()
