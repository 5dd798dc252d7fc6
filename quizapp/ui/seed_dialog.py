"""Asks for the seed of a set."""

from PySide6.QtCore import QEvent, QLocale, QObject
from PySide6.QtGui import QIntValidator, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from quizapp.domain.selection import FIRST_SEEDS, SEEDS
from quizapp.ui.look import Look
from quizapp.ui.message_dialog import MessageDialog
from quizapp.ui.overriding import override
from quizapp.ui.painting import (
    CONTROL_RADIUS,
    INSET,
    paint_box,
    paint_focus_ring,
    painter_on,
    visible_rect,
)

_WIDTH, _HEIGHT = 160, 42  # px at 100 % text


class _Box(QWidget):
    """A field for digits, with the edge and the ring of every control."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._look = look
        self.field = QLineEdit()
        self.field.setFrame(False)
        self.field.setAccessibleName(name)
        self.field.setFont(look.font("choice"))
        self.field.setMinimumHeight(look.px(_HEIGHT))
        self.field.setFixedWidth(look.px(_WIDTH))
        self.field.installEventFilter(self)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        across, down = look.px(INSET + 10), look.px(INSET + 1)
        row.setContentsMargins(across, down, across, down)
        row.addWidget(self.field)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show the ring while the field has the focus."""
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self.update()
        return super().eventFilter(watched, event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look, rect = self._look, visible_rect(self, self._look)
        with painter_on(self) as painter:
            paint_box(painter, rect, look.px(CONTROL_RADIUS), look.theme.surface, look.theme.border)
            if self.field.hasFocus():
                paint_focus_ring(painter, rect, look)


class SeedDialog(MessageDialog):
    """Takes a seed that is printed somewhere; only one that could be printed starts a set."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        sentence = self.tr(
            "With the same bank, a seed gives everybody the same questions. It stands on the summary of a "
            "set: a number from {first} to {last}."
        )
        told = sentence.format(first=FIRST_SEEDS.start, last=SEEDS.stop - 1)
        super().__init__(look, self.tr("Start a set by its seed"), told, parent)
        box = _Box(look, self.tr("Seed"))
        self._field = box.field
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

    def _follow(self) -> None:
        self._start.setEnabled(self._field.hasAcceptableInput())

    def seed(self) -> int | None:
        """The seed that was typed in, once it is to be started."""
        return int(self._field.text()) if self.chosen is self._start else None
