"""HTML that cannot be broken from within: whatever is not markup already is text, and is escaped."""

import re
from html import escape

_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_LINE_ENDS = re.compile("\r\n|[\r\n\u2028\u2029]")


class Markup(str):
    """HTML as it stands. Joined with ordinary text it becomes ordinary text, and is escaped in its turn."""

    __slots__ = ()


def text(words: str) -> Markup:
    """Words as HTML."""
    return words if isinstance(words, Markup) else Markup(escape(showable(words)))


def showable(words: str) -> str:
    """Words whose characters every document can hold; what none can becomes the replacement character."""
    return _CONTROLS.sub("\ufffd", words)


def element(tag: str, *content: str, **attributes: str) -> Markup:
    """An element with its content.

    Args:
        tag: its name.
        content: markup is taken as it is, everything else is text.
        attributes: by their names, a dash written as an underscore, one at the end left away; empty ones
            are left out.
    """
    return Markup(f"<{tag}{_written(attributes)}>{joined(*content)}</{tag}>")


def joined(*parts: str) -> Markup:
    """Parts one after the other; markup is taken as it is, everything else is text."""
    return Markup("".join(map(text, parts)))


def lines_of(words: str) -> list[str]:
    """The lines of a text that hold anything."""
    return [line.strip() for line in _LINE_ENDS.split(words) if line.strip()]


def table(caption: str, head: tuple[str, ...], *rows: tuple[str, ...], **attributes: str) -> Markup:
    """A table with a caption, whose first row and first column head the others.

    Args:
        caption: what it shows.
        head: the heads of its columns.
        rows: their cells.
        attributes: of the table.
    """
    heads = element("tr", *(element("th", each, scope="col") for each in head))
    body = (
        element("tr", element("th", first, scope="row"), *(element("td", each) for each in rest))
        for first, *rest in rows
    )
    parts = (element("caption", caption), element("thead", heads), element("tbody", *body))
    return element("table", *parts, **attributes)


def _written(attributes: dict[str, str]) -> str:
    return "".join(
        f' {name.rstrip("_").replace("_", "-")}="{escape(showable(value))}"'
        for name, value in attributes.items()
        if value
    )
