"""The button that flags a question, pressed in while the flag stands."""

from math import ceil

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QFont, QFontMetricsF
from PySide6.QtWidgets import QWidget

from quizapp.ui.action_button import ActionButton, ButtonColours
from quizapp.ui.look import Look
from quizapp.ui.overriding import override


class FlagButton(ActionButton):
    """Says "Flag" or "Flagged", and is as wide for both: nothing beside it moves.

    While the flag stands the flag is filled and the word heavier; the heavy edge is left to the focus.
    """

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
        self.set_icon("flag-filled" if flagged else "flag")

    @override
    def _font(self) -> QFont:
        return self._look.font("choice_strong" if self.isChecked() else "choice")

    @override
    def _colours(self) -> ButtonColours:
        if not self.isChecked() or self.isDown():
            return super()._colours()
        theme = self._look.theme
        return ButtonColours(QColor(theme.ink), QColor(theme.sunken), QColor(theme.border))

    @override
    def sizeHint(self) -> QSize:
        strong = QFontMetricsF(self._look.font("choice_strong"))
        widest = max(strong.horizontalAdvance(self._text(flagged=flagged)) for flagged in (True, False))
        return QSize(ceil(widest + self._beside_words()), super().sizeHint().height())
