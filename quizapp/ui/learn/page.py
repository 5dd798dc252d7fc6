"""Definitions, cues, misconceptions."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from quizapp.domain.bank import Definition, Vocabulary
from quizapp.domain.directions import isolated
from quizapp.domain.lessons import Example, Lesson
from quizapp.domain.question import Side, Strength
from quizapp.domain.quotes import spans
from quizapp.ui.compat import override
from quizapp.ui.question.claims import ArticleBlock
from quizapp.ui.question.definitions import DefinitionCard
from quizapp.ui.question.highlight import HighlightedText, Mark
from quizapp.ui.question.labels import MarkLabel
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.style.type import scaled
from quizapp.ui.widgets.buttons import Button
from quizapp.ui.widgets.cards import Card
from quizapp.ui.widgets.layouts import ColumnsLayout, FlowLayout, TwoColumns
from quizapp.ui.widgets.page import BROAD, ScrollPage
from quizapp.ui.widgets.reading import Paragraph, ReadingText
from quizapp.ui.widgets.roving import RovingFocus, tab_stops
from quizapp.ui.widgets.text import Text

_RING_ROOM = 3  # px
_GUTTER, _ROW_GAP = 24, 12  # px at 100 % text between texts beside each other, and below each other


def _list_heading(use: str, words: str) -> Text:
    """The heading of a part of a list, with px above and below for the ring of the focus."""
    heading = Text(use, words)
    heading.setProperty("heading", True)
    heading.setContentsMargins(0, _RING_ROOM, 0, _RING_ROOM)
    return heading


class CueCard(Card):
    """Teaches one cue.

    Attributes:
        name: the cue's name, the heading.

    Signals:
        practise_requested: ask what this cue decides; carries its id.
    """

    practise_requested = Signal(object)

    def __init__(
        self, appearance: Appearance, lesson: Lesson, vocabulary: Vocabulary, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._cue = cue = lesson.cue
        self.name = _list_heading("prompt", cue.name)
        self.body.addWidget(self.name, 0, Qt.AlignmentFlag.AlignLeading)
        if cue.asks:
            self.body.addWidget(Text("lead", cue.asks, "muted"))
        sides = TwoColumns(_GUTTER, _ROW_GAP)
        self.body.addLayout(sides)
        for side in Side:
            sides.addWidget(CueSide(appearance, side, cue.speaks(side), lesson.examples.get(side)))
        self.body.addWidget(ArticleBlock(cue.claims, vocabulary))
        if cue.origin:
            words = self.tr("Where it comes from: {origin}.").format(origin=isolated(cue.origin.rstrip(".")))
            self.body.addWidget(Text("label", words, "muted"))
        self.body.addStretch(1)  # the card beside it may be higher
        if lesson.examples:
            self.body.addWidget(self._practice(), 0, Qt.AlignmentFlag.AlignLeading)

    def _practice(self) -> Button:
        button = Button(self.tr("Practise it"), "outline")
        button.setAccessibleName(f"{button.text()}: {self._cue.name}")
        button.clicked.connect(self._practise)
        return button

    def _practise(self) -> None:
        self.practise_requested.emit(self._cue.id)


class CueSide(QWidget):
    """How a cue looks when it speaks for one side, and a scenario in which it does."""

    def __init__(
        self,
        appearance: Appearance,
        side: Side,
        speaks: str,
        example: Example | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        mark = MarkLabel(appearance, side)
        self._words = HighlightedText(appearance, "body", f"{mark.accessibleName()}: {speaks}")
        self._show_words(side, speaks, example)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(2)
        column.addWidget(mark)
        column.addWidget(self._words)
        column.addStretch(1)

    def _show_words(self, side: Side, speaks: str, example: Example | None) -> None:
        """What the cue says for the side, and the scenario with the words that say it marked."""
        says = Paragraph(speaks, "body_strong")
        if example is None:
            none = self.tr("No scenario in this bank.")
            self._words.set_paragraphs([says, Paragraph(none, "label", "muted", above=6)])
            return
        scenario = example.verdict.scenario
        note = Paragraph(self._strength_note(example), "label", "muted", above=6)
        self._words.set_paragraphs([says, Paragraph(scenario, above=6), note])
        quotes = (quote for each in example.reasons for quote in each.quotes)
        found = (place for quote in quotes for place in spans(scenario, quote)[:1])
        before = len(speaks) + 1
        self._words.show_marks([Mark(before + start, before + end, side) for start, end in found])

    def _strength_note(self, example: Example) -> str:
        """How firm the scenario's answer is, and whether reading it gives something away."""
        met = (
            self.tr("You have answered this one.") if example.is_met else self.tr("This one is in the bank.")
        )
        match example.verdict.strength:
            case Strength.LEANING:
                return f"{met} {self.tr('Its answer only leans to this side.')}"
            case Strength.ARGUABLE:
                return f"{met} {self.tr('It is arguable: other words in it speak for the other side.')}"
            case _:
                return met


_BESIDE_FROM = 1000  # px at 100 % text: the least width of a text with the article's words beside it
_NO_CLEAR_ANSWER = ("A1", "A2")  # the article says so before it defines anything


class ItilCard(Card):
    """How ITIL sees the two, and how far the article itself trusts the choice."""

    def __init__(self, vocabulary: Vocabulary, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = ReadingText("lead", self.tr("How ITIL sees it"))
        words.setText(
            self.tr(
                "In ITIL, products and services are not opposites: services are built on products, and one "
                "product can stand behind many services. The choice between the two words is a teaching "
                "device of this quiz. It makes you look at what the provider still does once something has "
                "been supplied. An examination asks for the definitions and for what follows from them in a "
                "short case."
            )
        )
        beside = TwoColumns(_GUTTER, _ROW_GAP, least=_BESIDE_FROM)
        beside.addWidget(words)
        beside.addWidget(ArticleBlock(_NO_CLEAR_ANSWER, vocabulary))
        self.body.addLayout(beside)


_ENTRY = 270  # px at 100 % text: the least width of a misconception beside another


class MisconceptionsCard(Card):
    """Every misconception with why it decides nothing, and once what the article has to say to them."""

    def __init__(self, vocabulary: Vocabulary, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        known = vocabulary.misconceptions.values()
        entries = ColumnsLayout(4, _ENTRY)
        entries.set_gaps(_GUTTER, _ROW_GAP)
        self.body.addLayout(entries)
        roving = RovingFocus(self)
        for each in known:
            name, words = _list_heading("body_strong", each.name), ReadingText("body", each.name)
            words.setText(each.because)
            entry = QWidget()
            column = QVBoxLayout(entry)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(0)
            column.addWidget(name, 0, Qt.AlignmentFlag.AlignLeading)
            column.addWidget(words)
            column.addStretch(1)
            entries.addWidget(entry)
            roving.add(name, words)
        claims = [claim for each in known for claim in each.claims]
        self.body.addWidget(ArticleBlock(claims, vocabulary))


class TermsCard(Card):
    """All other terms by the alphabet, each with its wordings."""

    def __init__(self, terms: Sequence[Definition], exam: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = ReadingText("body", self.tr("Terms"))
        ordered = sorted(terms, key=lambda each: (each.of.casefold(), exam not in each.exams))
        known = ["", *(each.of for each in ordered)]
        parts = [
            part
            for each, before in zip(ordered, known, strict=False)
            for part in self._told(each, is_new=each.of != before)
        ]
        words.set_paragraphs(parts)
        self.body.addWidget(words)

    def _told(self, definition: Definition, *, is_new: bool) -> Iterator[Paragraph]:
        """A term, unless it stands above, and one wording of it."""
        if is_new:
            yield Paragraph(definition.of[:1].upper() + definition.of[1:], "body_strong", above=14)
        yield Paragraph(definition.text, "body", above=2)
        note = f"{definition.origin}. {definition.note}" if definition.note else definition.origin
        yield Paragraph(note, "label", "muted", above=2)


class SectionHeading(Text):
    """A heading that takes the focus when it is jumped to: Tab goes on from there."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__("section", text, parent=parent)

    def jump(self, page: QScrollArea) -> None:
        """Bring the heading to the top of its page, as far as the page goes, and focus it."""
        bar = page.verticalScrollBar()
        bar.setValue(bar.value() + self.mapTo(page.viewport(), QPoint()).y() - scaled(12))
        self.setFocus(Qt.FocusReason.OtherFocusReason)


_CARD_GAP, _SECTION_SPACING = 6, 20
_ABREAST = 690  # px at 100 % text: the least width of a card beside another
_MOST_WAITS = 3
_AT_ONCE = 2  # parts: they fill a screen


@dataclass(frozen=True, slots=True)
class LearnView:
    """What there is to read.

    Attributes:
        vocabulary: of the open bank.
        lessons: its cues with their examples.
        exam: the exam whose wording comes first, see `Definition.exams`; empty for none.
        terms: the definitions of all other terms that the open banks give.
    """

    vocabulary: Vocabulary
    lessons: tuple[Lesson, ...] = ()
    exam: str = ""
    terms: tuple[Definition, ...] = ()


class LearnPage(ScrollPage):
    """A page to read, with a line of contents that leads to its sections.

    Signals:
        practise_cue_requested: ask what a cue decides; carries the cue's id.
    """

    practise_cue_requested = Signal(object)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(BROAD, parent)
        self.setAccessibleName(self.tr("Learn"))  # it has the focus at first
        self._appearance = appearance
        self._view: LearnView | None = None
        self._headings: dict[QWidget, SectionHeading] = {}  # by the entry that leads there
        self._aim: QWidget | None = None  # the entry that was pressed
        self._left_at = 0  # where the page was before it was made anew, in px
        self._waits = 0  # steps to wait at most until it is as long again
        self._coming: Iterator[None] = iter(())
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._build_on)
        self._lead = Text("lead", tone="muted")
        self._body = QWidget()
        self.column.addWidget(Text("title", self.tr("Learn")))
        self.column.addWidget(self._lead)
        self.column.addWidget(self._body)
        self.column.addStretch(1)
        self.show_lesson(None)

    def show_lesson(self, view: LearnView | None, *, is_reading: bool = False) -> None:
        """Show what there is to read; None while no bank is open. The same view again changes nothing.

        What a screen holds is there at once, the rest follows while nothing else is to be done. Where
        only the examples are others, the page stays where it was left.
        """
        empty = self.tr("No bank is open. Open one under Banks, and what it rests on stands here.")
        if is_reading:
            empty = self.tr("Reading the banks …")
        told = self.tr("What the two words mean, what decides a case, and what only seems to.")
        self._lead.setText(empty if view is None else told)
        if view == self._view:
            return
        goes_on = view is not None and self._view is not None and view.vocabulary == self._view.vocabulary
        self._left_at = self.verticalScrollBar().value() if goes_on else 0
        self._view, self._aim, self._waits = view, None, _MOST_WAITS
        old, self._body = self._body, QWidget()
        self.column.replaceWidget(old, self._body)
        old.hide()
        old.deleteLater()
        self._headings = {}
        self._coming = iter(()) if view is None else self._parts(QVBoxLayout(self._body), view)
        for _ in islice(self._coming, None if self._left_at else _AT_ONCE):
            pass
        self._timer.start()
        self.verticalScrollBar().setValue(0)

    @override
    def take_focus(self) -> None:
        """Let Tab go to the contents; the page stays where it was left."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- building ------------------------------------------------------------------------------

    def _build_on(self) -> None:
        """Build one part more; when all is there, go where somebody wants to go, or was."""
        for _ in self._coming:
            return
        if self.verticalScrollBar().maximum() < self._left_at and self._waits > 0:
            self._waits -= 1
            return  # cards within cards take a step more to be laid out
        self._timer.stop()
        if self._left_at:
            self.verticalScrollBar().setValue(self._left_at)
            self._left_at = 0
        if self._aim is not None:
            self._headings[self._aim].jump(self)
            self._aim = None

    def _parts(self, body: QVBoxLayout, view: LearnView) -> Iterator[None]:
        """Build the page from top to bottom, one part at each step."""
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(_CARD_GAP)
        contents = FlowLayout()
        body.addLayout(contents)
        sections = [(self._entry(contents, title), title, parts) for title, parts in self._sections(view)]
        roving = RovingFocus(self._body)
        for entry, _, _ in sections:
            roving.add(entry)
        for entry, title, parts in sections:
            heading = self._headings[entry] = SectionHeading(title, self._body)
            body.addSpacing(_SECTION_SPACING)
            body.addWidget(heading, 0, Qt.AlignmentFlag.AlignLeading)
            abreast = ColumnsLayout(2, _ABREAST, gap=_CARD_GAP)
            body.addLayout(abreast)
            for part in parts:
                abreast.addWidget(part)
                yield
        yield  # a last step for the layout: nobody goes to a section before it has its place

    def _entry(self, contents: FlowLayout, title: str) -> Button:
        """The button in the contents that leads to a section."""
        button = Button(title, "outline", parent=self._body)
        button.clicked.connect(self._jump)
        contents.addWidget(button)
        return button

    def _jump(self) -> None:
        """Go to a section as soon as the page is complete: nothing moves afterwards."""
        sender = self.sender()
        if isinstance(sender, QWidget):
            self._aim = sender
            self._timer.start()

    # -- sections: each part is built when it is asked for -------------------------------------

    def _sections(self, view: LearnView) -> Iterator[tuple[str, Iterator[QWidget]]]:
        vocabulary = view.vocabulary
        if vocabulary.definitions:
            yield self.tr("Definitions"), self._definitions(view)
        yield self.tr("What decides it"), self._cues(view)
        if vocabulary.misconceptions:
            yield self.tr("What only seems to decide"), self._misconceptions(view)
        if view.terms:
            yield self.tr("Terms"), iter([TermsCard(view.terms, view.exam)])
        if any(definition.exams for definition in vocabulary.definitions):
            yield self.tr("How ITIL sees it"), self._itil(view)

    def _definitions(self, view: LearnView) -> Iterator[QWidget]:
        both = QWidget()
        row = TwoColumns(_CARD_GAP, _CARD_GAP)
        both.setLayout(row)
        for side in Side:
            wordings = [each for each in view.vocabulary.definitions if each.of == side]
            wordings.sort(key=lambda each: view.exam not in each.exams)
            row.addWidget(DefinitionCard(self._appearance, side, wordings, view.exam))
        yield both

    def _cues(self, view: LearnView) -> Iterator[QWidget]:
        roving = RovingFocus(self._body)
        for lesson in view.lessons:
            card = CueCard(self._appearance, lesson, view.vocabulary)
            roving.add(card.name, *tab_stops(card))
            card.practise_requested.connect(self.practise_cue_requested)
            yield card

    def _misconceptions(self, view: LearnView) -> Iterator[QWidget]:
        yield MisconceptionsCard(view.vocabulary)

    def _itil(self, view: LearnView) -> Iterator[QWidget]:
        yield ItilCard(view.vocabulary)
