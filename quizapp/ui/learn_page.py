"""To be read before or after: what the words mean, what decides a case, and what only seems to."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.domain.bank import Vocabulary
from quizapp.domain.lessons import Lesson
from quizapp.domain.question import Side
from quizapp.ui.action_button import ActionButton
from quizapp.ui.cue_card import CueCard
from quizapp.ui.definition_card import DefinitionCard
from quizapp.ui.flow_layout import FlowLayout
from quizapp.ui.itil_card import ItilCard
from quizapp.ui.look import Look
from quizapp.ui.misconceptions_card import MisconceptionsCard
from quizapp.ui.painting import INSET
from quizapp.ui.rows import HeadRow
from quizapp.ui.scroll_page import ScrollPage
from quizapp.ui.section_heading import SectionHeading
from quizapp.ui.text import Text
from quizapp.ui.two_columns import TwoColumns

_CARD_GAP, _SECTION_ROOM = 6, 20
_AT_ONCE = 2  # parts: they fill a screen


@dataclass(frozen=True, slots=True)
class LearnView:
    """What there is to read.

    Attributes:
        vocabulary: of the open bank.
        lessons: its cues with their examples.
        exam: the exam whose wording comes first, see `Definition.exams`; empty for none.
    """

    vocabulary: Vocabulary
    lessons: tuple[Lesson, ...] = ()
    exam: str = ""


class LearnPage(ScrollPage):
    """A page to read, with a line of contents that leads to its sections.

    Signals:
        practise_cue_requested: ask what a cue decides; carries the cue's id.
    """

    practise_cue_requested = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self.setAccessibleName(self.tr("Learn"))  # it has the focus at first
        self._look = look
        self._view: LearnView | None = None
        self._headings: dict[QWidget, SectionHeading] = {}  # by the entry that leads there
        self._aim: QWidget | None = None  # the entry that was pressed
        self._left_at = 0  # where the page was before it was made anew, in px
        self._coming: Iterator[None] = iter(())
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._build_on)
        self._lead = Text(look, "lead", colour="muted", inset=INSET)
        self._body = QWidget()
        head = HeadRow(look)
        head.addWidget(Text(look, "title", self.tr("Learn")), 1)
        self.column.addLayout(head)
        self.column.addWidget(self._lead)
        self.column.addWidget(self._body)
        self.column.addStretch(1)
        self.show_lesson(None)

    def show_lesson(self, view: LearnView | None) -> None:
        """Show what there is to read; None while no bank is open. The same view again changes nothing.

        What a screen holds is there at once, the rest follows while nothing else is to be done. Where
        only the examples are others, the page stays where it was left.
        """
        empty = self.tr("No bank is open. Open one under Banks, and what it rests on stands here.")
        told = self.tr("What the two words mean, what decides a case, and what only seems to.")
        self._lead.setText(empty if view is None else told)
        if view == self._view:
            return
        goes_on = view is not None and self._view is not None and view.vocabulary == self._view.vocabulary
        self._left_at = self.verticalScrollBar().value() if goes_on else 0
        self._view, self._aim = view, None
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

    def take_focus(self) -> None:
        """Let Tab go to the contents; the page stays where it was left."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- building ------------------------------------------------------------------------------

    def _build_on(self) -> None:
        """Build one part more; when all is there, go where somebody wants to go, or was."""
        for _ in self._coming:
            return
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
        for entry, title, parts in sections:
            heading = self._headings[entry] = SectionHeading(self._look, title, self._body)
            body.addSpacing(_SECTION_ROOM)
            body.addWidget(heading, 0, Qt.AlignmentFlag.AlignLeading)
            for part in parts:
                body.addWidget(part)
                yield
        yield  # a last step for the layout: nobody goes to a section before it has its place

    def _entry(self, contents: FlowLayout, title: str) -> ActionButton:
        """The button in the contents that leads to a section."""
        button = ActionButton(self._look, title, "outline", parent=self._body)
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
        if any(definition.exams for definition in vocabulary.definitions):
            yield self.tr("How ITIL sees it"), self._itil(view)

    def _definitions(self, view: LearnView) -> Iterator[QWidget]:
        both = QWidget()
        row = TwoColumns(self._look, _CARD_GAP, _CARD_GAP)
        both.setLayout(row)
        for side in Side:
            wordings = [each for each in view.vocabulary.definitions if each.of is side]
            wordings.sort(key=lambda each: view.exam not in each.exams)
            row.addWidget(DefinitionCard(self._look, side, wordings, view.exam))
        yield both

    def _cues(self, view: LearnView) -> Iterator[QWidget]:
        for lesson in view.lessons:
            card = CueCard(self._look, lesson, view.vocabulary)
            card.practise_requested.connect(self.practise_cue_requested)
            yield card

    def _misconceptions(self, view: LearnView) -> Iterator[QWidget]:
        yield MisconceptionsCard(self._look, view.vocabulary)

    def _itil(self, view: LearnView) -> Iterator[QWidget]:
        yield ItilCard(self._look, view.vocabulary)
