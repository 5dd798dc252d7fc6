"""Fields to type a line or a number in, with the edge of every control."""

from PySide6.QtCore import QLocale, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from quizapp.ui.field_box import FieldBox
from quizapp.ui.look import Look

_HEIGHT, _DIGITS = 44, 72  # px at 100 % text


class TextField(FieldBox):
    """One line of text.

    Args:
        look: the look in force.
        name: what screen readers call it.
        most: the most letters it takes.
        parent: the owner.

    Signals:
        changed: somebody typed.
    """

    changed = Signal()

    def __init__(self, look: Look, name: str, most: int = 200, parent: QWidget | None = None) -> None:
        self.line = QLineEdit()
        super().__init__(look, self.line, parent=parent)
        self.line.setFrame(False)
        self.line.setMaxLength(most)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_name(name)
        self.setFocusProxy(self.line)
        self.line.textEdited.connect(self.changed)

    def set_name(self, name: str) -> None:
        """Tell screen readers what is typed here."""
        self.line.setAccessibleName(name)

    @property
    def text(self) -> str:
        """What was typed, with single spaces."""
        return " ".join(self.line.text().split())

    def show_text(self, text: str) -> None:
        """Show a text, unless it is the one that stands there."""
        if text != self.line.text():
            self.line.setText(text)
            self.line.setCursorPosition(0)

    def relook(self) -> None:
        """Take font and lengths from the look."""
        super().relook()
        self.line.setMinimumHeight(self._look.px(_HEIGHT - 2))


class CountField(TextField):
    """A whole number; an empty field is 0.

    Args:
        look: the look in force.
        name: what screen readers call it.
        most: the largest number it takes.
        parent: the owner.
    """

    def __init__(self, look: Look, name: str, most: int, parent: QWidget | None = None) -> None:
        super().__init__(look, name, len(str(most)), parent)
        digits = QIntValidator(0, most, self)
        plain = QLocale.c()
        plain.setNumberOptions(QLocale.NumberOption.RejectGroupSeparator)
        digits.setLocale(plain)
        self.line.setValidator(digits)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def value(self) -> int:
        """The number."""
        digits = self.line.text()
        return int(digits) if digits else 0

    def show_value(self, value: int) -> None:
        """Show a number; 0 leaves the field empty."""
        self.show_text(str(value) if value else "")

    def relook(self) -> None:
        """Take font and lengths from the look."""
        super().relook()
        self.line.setFixedWidth(self._look.px(_DIGITS))
