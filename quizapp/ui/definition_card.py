"""What one side's word means, in the wordings of several texts."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.domain.bank import Definition
from quizapp.domain.question import Side
from quizapp.ui.card import Card
from quizapp.ui.look import Look
from quizapp.ui.mark_signs import MarkLabel
from quizapp.ui.text import Text


class DefinitionCard(Card):
    """A side's name, and below it each wording with its label: whose it is, and what to mind about it.

    Args:
        look: the look in force.
        side: the side defined.
        definitions: its wordings, in the order shown.
        exam: the exam the person prepares for, see `Definition.exams`; empty for none.
        parent: the owner.
    """

    def __init__(
        self,
        look: Look,
        side: Side,
        definitions: Sequence[Definition],
        exam: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, parent, (22, 18))
        self.body.addWidget(MarkLabel(look, side, "", "section", self))
        for definition in definitions:
            self.body.addLayout(self._wording(look, definition, is_asked=exam in definition.exams))
        if not definitions:
            self.body.addWidget(Text(look, "body", self.tr("No definition is given."), "muted"))
        self.body.addStretch(1)

    def _wording(self, look: Look, definition: Definition, *, is_asked: bool) -> QVBoxLayout:
        origin = self.tr("{origin} – your exam") if is_asked else "{origin}"
        column = QVBoxLayout()
        column.setContentsMargins(0, look.px(8), 0, 0)
        column.setSpacing(look.px(4))
        column.addWidget(Text(look, "caption", origin.format(origin=definition.origin), "muted"))
        column.addWidget(Text(look, "lead", self.tr("“{text}”").format(text=definition.text)))
        if definition.note:
            column.addWidget(Text(look, "body", definition.note, "muted"))
        return column
