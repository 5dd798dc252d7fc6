"""The button that flags a question, pressed in while the flag stands."""

from math import ceil

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from quizapp.ui.action_button import ActionButton
from quizapp.ui.look import Look
from quizapp.ui.overriding import override


class FlagButton(ActionButton):
    """Says "Flag" or "Flagged", and is as wide for both: nothing beside it moves."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "", "quiet", key="F", icon="flag", parent=parent)
        self.setCheckable(True)
        self.show_flag(flagged=False)

    def _text(self, *, flagged: bool) -> str:
        return self.tr("Flagged") if flagged else self.tr("Flag")

    def show_flag(self, *, flagged: bool) -> None:
        """Show whether the question is flagged."""
        self.setText(self._text(flagged=flagged))
        self.setAccessibleName(self.tr("Flagged") if flagged else self.tr("Flag this question"))
        self.setChecked(flagged)

    @override
    def sizeHint(self) -> QSize:
        widest = max(self._advance(self._text(flagged=flagged)) for flagged in (True, False))
        return QSize(ceil(widest + self._beside_words()), super().sizeHint().height())
