"""Asks for the seed of a set."""

from PySide6.QtCore import QLocale
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from quizapp.domain.selection import FIRST_SEEDS, SEEDS
from quizapp.ui.field_box import FieldBox
from quizapp.ui.look import Look
from quizapp.ui.message_dialog import MessageDialog

_WIDTH, _HEIGHT = 160, 42  # px at 100 % text


class SeedDialog(MessageDialog):
    """Takes a seed that is printed somewhere; only one that could be printed starts a set."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        sentence = self.tr(
            "With the same bank, a seed gives everybody the same questions. It stands on the summary of a "
            "set: a number from {first} to {last}."
        )
        told = sentence.format(first=FIRST_SEEDS.start, last=SEEDS.stop - 1)
        super().__init__(look, self.tr("Start a set by its seed"), told, parent)
        self._field = self._make_field(look)
        box = FieldBox(look, self._field)
        box.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        digits = QIntValidator(FIRST_SEEDS.start, SEEDS.stop - 1, self)
        printed = QLocale.c()
        printed.setNumberOptions(QLocale.NumberOption.RejectGroupSeparator)
        digits.setLocale(printed)
        self._field.setValidator(digits)
        self.page.column.addSpacing(look.px(8))
        self.page.column.addWidget(box)
        self._start = self.add_button(self.tr("Start this set"), "filled", "Enter")
        self.add_button(self.tr("Cancel"), "quiet", "Esc")
        self._field.textChanged.connect(self._follow)
        self._follow()
        self._field.setFocus()

    def _make_field(self, look: Look) -> QLineEdit:
        field = QLineEdit()
        field.setFrame(False)
        field.setAccessibleName(self.tr("Seed"))
        field.setMinimumHeight(look.px(_HEIGHT))
        field.setFixedWidth(look.px(_WIDTH))
        return field

    def _follow(self) -> None:
        self._start.setEnabled(self._field.hasAcceptableInput())

    def seed(self) -> int | None:
        """The seed that was typed in, once it is to be started."""
        return int(self._field.text()) if self.chosen is self._start else None
