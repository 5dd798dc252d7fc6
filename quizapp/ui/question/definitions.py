"""What a label means, in each wording that a bank gives."""

from collections.abc import Iterator, Sequence

from PySide6.QtWidgets import QWidget

from quizapp.domain.bank import Definition
from quizapp.domain.directions import isolated
from quizapp.domain.question import Side
from quizapp.ui.question.labels import MarkLabel
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.widgets.cards import Card
from quizapp.ui.widgets.reading import Paragraph, ReadingText


class DefinitionCard(Card):
    """A side's name, and below it each wording with its label: whose it is, and what to mind about it.

    Args:
        appearance: the appearance in force.
        side: the side defined.
        definitions: its wordings, in the order shown.
        exam: the exam the person prepares for, see `Definition.exams`; empty for none.
        parent: the owner.
    """

    def __init__(
        self,
        appearance: Appearance,
        side: Side,
        definitions: Sequence[Definition],
        exam: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        mark = MarkLabel(appearance, side, "", "section")
        words = ReadingText("body", mark.accessibleName())
        none = Paragraph(self.tr("No definition is given."), "body", "muted")
        wordings = (self._wording(each, is_asked=exam in each.exams) for each in definitions)
        words.set_paragraphs([part for wording in wordings for part in wording] or [none])
        self.body.addWidget(mark)
        self.body.addWidget(words)
        self.body.addStretch(1)

    def _wording(self, definition: Definition, *, is_asked: bool) -> Iterator[Paragraph]:
        origin = self.tr("{origin} – your exam") if is_asked else "{origin}"
        yield Paragraph(origin.format(origin=isolated(definition.origin)), "caption", "muted", above=16)
        yield Paragraph(self.tr("“{text}”").format(text=definition.text), "lead", above=2)
        if definition.note:
            yield Paragraph(definition.note, "body", "muted", above=4)
