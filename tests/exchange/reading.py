"""A page read as a browser reads it: its elements, their texts, and what would be fetched."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from itertools import pairwise

VOID = {"meta", "br"}
UNSEEN = {"style", "title"}
BLOCKS = {"p", "h1", "h2", "h3", "caption", "th", "td", "li"}


@dataclass
class Read(HTMLParser):
    """An HTML document, taken in element by element; what is not closed in its turn fails."""

    text: str = ""
    tags: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    declarations: list[str] = field(default_factory=list)
    _open: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_decl(self, decl: str) -> None:
        self.declarations.append(decl)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag
        if tag in BLOCKS:
            self.text += "\n"

    def handle_data(self, data: str) -> None:
        if not UNSEEN & set(self._open):
            self.text += data

    def names(self, *wanted: str) -> list[str]:
        """The elements in order, or those of some names."""
        return [tag for tag, _ in self.tags if not wanted or tag in wanted]

    @property
    def is_whole(self) -> bool:
        return not self._open


def read(html: str) -> Read:
    page = Read()
    page.feed(html)
    page.close()
    assert page.is_whole
    return page


def faults(html: str) -> list[str]:
    """What a checker of accessibility would see without a screen."""
    page = read(html)
    found = []
    levels = [int(tag[1]) for tag in page.names("h1", "h2", "h3", "h4")]
    if levels[:1] != [1] or any(there > here + 1 for here, there in pairwise(levels)):
        found.append(f"headings out of order: {levels}")
    if page.declarations != ["DOCTYPE html"] or not dict(page.tags).get("html", {}).get("lang"):
        found.append("no document type, or no language")
    if any(tag == "th" and "scope" not in attributes for tag, attributes in page.tags):
        found.append("a head without scope")
    if len(page.names("table")) != len(page.names("caption")):
        found.append("a table without caption")
    fetched = {"src", "href", "action", "srcset", "onerror", "onload", "onclick", "style"}
    found += [f"{tag} {attributes}" for tag, attributes in page.tags if fetched & set(attributes)]
    return found
