"""A day that can be set, changed and cleared."""

from PySide6.QtCore import QDate, QLocale, QRectF, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QColor, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QDateEdit, QHBoxLayout, QSizePolicy, QWidget

from quizapp.ui import icons
from quizapp.ui.action_button import ActionButton
from quizapp.ui.field_box import FieldBox
from quizapp.ui.look import Look
from quizapp.ui.month import Month
from quizapp.ui.overriding import override
from quizapp.ui.painting import painter_on

_FIRST_GUESS = 28  # days from today
_ARROW = 18  # px at any text size: the room that Qt leaves for it
_HEIGHT = 38  # px at 100 % text


class _Day(QDateEdit):
    """A date edit that paints only its arrow, and leaves the wheel to the page unless somebody is in it."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setFrame(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setLayoutDirection(QLocale().textDirection())  # Qt would turn day, month and year round
        self.setDisplayFormat("d MMMM yyyy")
        self.setKeyboardTracking(False)  # a day half typed is no day
        self.setCalendarPopup(True)
        self.setCalendarWidget(Month(look))

    def name(self, name: str) -> None:
        """Tell screen readers what day this is."""
        for part in (self, self.lineEdit(), self.calendarWidget()):
            part.setAccessibleName(name)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the arrow that opens the calendar; the words are the line edit's."""
        left = 0 if self.isRightToLeft() else self.width() - _ARROW
        rect = QRectF(left, (self.height() - _ARROW) // 2, _ARROW, _ARROW)
        with painter_on(self) as painter:
            icons.paint(painter, rect, "chevron-down", QColor(self._look.theme.muted))

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class DayBox(FieldBox):
    """A day within the edge of every control.

    Attributes:
        day: the date edit.
    """

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        self.day = _Day(look)
        super().__init__(look, self.day, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def relook(self) -> None:
        self.day.setMinimumHeight(self._look.px(_HEIGHT - 2))
        super().relook()


class DateField(QWidget):
    """A button while no day is set; then the day, and a button that clears it.

    Args:
        look: the look in force.
        name: what screen readers call the day.
        parent: the owner.

    Signals:
        changed: carries the day as `QDate`, or None when it was cleared.
    """

    changed = Signal(object)

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._set = ActionButton(look, self.tr("Set a date"), "outline")
        self._box = DayBox(look)
        self._day = self._box.day
        self._clear = ActionButton(look, self.tr("Clear"), "quiet")
        self._clear.setAccessibleName(self.tr("Clear the date"))
        self._row = QHBoxLayout(self)
        self._build(name)
        self._set.clicked.connect(self._begin)
        self._clear.clicked.connect(self._end)
        self._day.dateChanged.connect(self._change)
        self.show_date(None)

    def _build(self, name: str) -> None:
        self._day.name(name)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        for part in (self._set, self._box, self._clear):
            self._row.addWidget(part)
        self._row.addStretch(1)

    @property
    def date(self) -> QDate | None:
        """The day that is shown."""
        return None if self._box.isHidden() else self._day.date()

    def show_date(self, date: QDate | None) -> None:
        """Show a day, or that none is set."""
        if date is not None and date != self._day.date():
            with QSignalBlocker(self._day):
                self._day.setDate(date)
        self._set.setVisible(date is None)
        self._box.setVisible(date is not None)
        self._clear.setVisible(date is not None)

    def _begin(self) -> None:
        self.show_date(QDate.currentDate().addDays(_FIRST_GUESS))
        self._day.setFocus(Qt.FocusReason.OtherFocusReason)
        self._change()

    def _change(self) -> None:
        self.changed.emit(self._day.date())

    def _end(self) -> None:
        self.show_date(None)
        self._set.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit(None)
