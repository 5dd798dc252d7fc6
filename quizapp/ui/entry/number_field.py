"""A field for a small number, which leaves every other key to the page."""

from PySide6.QtCore import QEvent, QRegularExpression, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QRegularExpressionValidator
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from quizapp.ui.entry.keys import digit_of, is_word
from quizapp.ui.field_box import FieldBox
from quizapp.ui.look import Look
from quizapp.ui.overriding import override

_WIDTH, _HEIGHT = 64, 36  # px at 100 % text


class NumberField(QLineEdit):
    """Takes up to three digits; letters, Space, Enter and Escape go on to the page.

    Signals:
        left: the keyboard went elsewhere.
    """

    left = Signal()

    _LEFT_ALONE = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)

    def __init__(self) -> None:
        super().__init__()
        self.setFrame(False)
        self.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        self.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        self.setValidator(QRegularExpressionValidator(QRegularExpression("[0-9]{0,3}"), self))

    @property
    def number(self) -> int | None:
        """What stands in it; None where nothing does."""
        return int(self.text()) if self.text() else None

    def type_digit(self, digit: int) -> None:
        """Take a digit as if it had been typed, over what is selected."""
        self.insert(str(digit))

    @override
    def event(self, event: QEvent) -> bool:
        # Qt asks it before a command's key is carried out, and it would claim all that can be written.
        is_asked = event.type() == QEvent.Type.ShortcutOverride
        if is_asked and isinstance(event, QKeyEvent) and self._is_for_page(event):
            event.ignore()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._is_for_page(event):
            event.ignore()
        elif (digit := digit_of(event)) is not None:
            self.type_digit(digit)
        else:
            super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def _is_for_page(self, event: QKeyEvent) -> bool:
        return event.key() in self._LEFT_ALONE or (is_word(event) and digit_of(event) is None)


class NumberBox(FieldBox):
    """A number field within the edge of every control.

    Attributes:
        field: the number field.
    """

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        self.field = NumberField()
        super().__init__(look, self.field, "choice_strong", parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def relook(self) -> None:
        self.field.setFixedSize(self._look.px(_WIDTH), self._look.px(_HEIGHT))
        super().relook()
