"""What the words mean, to be read at any step of a question."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from quizapp.domain.bank import Definition
from quizapp.domain.question import Side
from quizapp.ui.question.definitions import DefinitionCard
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.widgets.dialogs import ReadingDialog


class DefinitionsDialog(ReadingDialog):
    """Both labels, each in the wordings that the bank gives.

    Args:
        appearance: the appearance in force.
        definitions: the wordings, in the order shown.
        parent: the window it lies over.
    """

    def __init__(
        self, appearance: Appearance, definitions: Sequence[Definition], parent: QWidget | None = None
    ) -> None:
        super().__init__(self.tr("What the words mean"), parent)
        for side in Side:
            wordings = [each for each in definitions if each.of == side]
            self.page.column.addWidget(DefinitionCard(appearance, side, wordings))
        self.page.column.addStretch(1)
