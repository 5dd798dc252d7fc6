"""Line, number and date fields: Qt's own; the wheel turns a value only where the focus is."""

from PySide6.QtCore import (
    QCoreApplication,
    QDate,
    QEvent,
    QLocale,
    QObject,
    QPointF,
    QSignalBlocker,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QTextCharFormat, QValidator
from PySide6.QtWidgets import (
    QCalendarWidget,
    QComboBox,
    QDateEdit,
    QLineEdit,
    QSpinBox,
    QStyle,
    QStyleOptionComboBox,
    QWidget,
)

from quizapp.ui.compat import override
from quizapp.ui.style.type import scaled
from quizapp.ui.widgets.buttons import Button
from quizapp.ui.widgets.layouts import FlowLayout, enable_height_for_width

_FIRST_GUESS = 28  # days from today
_ARROWS = 28  # px at 100 % text
_DAY_ACROSS, _DAY_DOWN, _CALENDAR_ROWS = 44, 36, 8


class _WheelFilter(QObject):
    """Leaves the wheel to the page while nobody is in the field."""

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Wheel and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()
            return True
        return super().eventFilter(watched, event)


def ignore_wheel_without_focus(field: QWidget) -> None:
    """Have a field turn its value by the wheel only where it has the focus: else the page scrolls."""
    field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    field.installEventFilter(_WheelFilter(field))


class ComboBox(QComboBox):
    """One of several words."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        ignore_wheel_without_focus(self)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)


class SpinBox(QSpinBox):
    """A whole number.

    Args:
        name: what screen readers call it.
        least: the smallest number.
        most: the largest number.
        parent: the owner.
    """

    def __init__(self, name: str, least: int, most: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        ignore_wheel_without_focus(self)
        self.setRange(least, most)
        self._set_margins()

    def _set_margins(self) -> None:
        """Padding around the number: with arrows in the sheet the field's own is ignored."""
        self.lineEdit().setTextMargins(10, 0, scaled(_ARROWS), 0)

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Keep the number clear of arrows that grow with the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._set_margins()


class CountField(SpinBox):
    """A whole number from 0 that people type or step.

    Args:
        name: what screen readers call it.
        most: the largest number it takes.
        parent: the owner.

    Signals:
        changed: somebody typed or stepped.
    """

    changed = Signal()

    def __init__(self, name: str, most: int, parent: QWidget | None = None) -> None:
        super().__init__(name, 0, most, parent)
        self.valueChanged.connect(self._on_value)

    def show_value(self, value: int) -> None:
        """Show a number; nobody has changed it."""
        with QSignalBlocker(self):
            self.setValue(value)

    def _on_value(self) -> None:
        self.changed.emit()


class OptionalCountField(CountField):
    """A whole number that may be left out: 0 is an empty field."""

    @override
    def textFromValue(self, value: int) -> str:
        return str(value) if value else ""

    @override
    def valueFromText(self, text: str) -> int:
        return int(text) if text.strip() else 0

    @override
    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        return super().validate(text, position) if text else (QValidator.State.Acceptable, text, position)


class _DateEdit(QDateEdit):
    """A date edit with a calendar."""

    def __init__(self) -> None:
        super().__init__()
        ignore_wheel_without_focus(self)
        self.setLayoutDirection(QLocale().textDirection())  # Qt would turn day, month and year round
        self.setDisplayFormat("d MMMM yyyy")
        # each day that is typed counts at once: a key for another page fills that before the focus leaves
        self.setKeyboardTracking(True)
        self.setCalendarPopup(True)
        self._dress_calendar(self.calendarWidget())
        self._fit_calendar()

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Have days as large as the text size asks for."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_calendar()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the calendar with Alt and Down, or F4, as lists are opened."""
        down = event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier
        if down or event.key() == Qt.Key.Key_F4:
            self._open_calendar()
        else:
            super().keyPressEvent(event)

    def _open_calendar(self) -> None:
        """Press its arrow: Qt opens the calendar for nothing else."""
        option = QStyleOptionComboBox()
        option.initFrom(self)
        option.editable = True
        part, style = QStyle.SubControl.SC_ComboBoxArrow, self.style()
        arrow = style.subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, self).center()
        left = Qt.MouseButton.LeftButton
        for kind, held in (
            (QEvent.Type.MouseButtonPress, left),
            (QEvent.Type.MouseButtonRelease, Qt.MouseButton.NoButton),
        ):
            there = QPointF(self.mapToGlobal(arrow))
            press = QMouseEvent(kind, QPointF(arrow), there, left, held, Qt.KeyboardModifier.NoModifier)
            QCoreApplication.sendEvent(self, press)

    def _fit_calendar(self) -> None:
        across, down = scaled(7 * _DAY_ACROSS), scaled(_CALENDAR_ROWS * _DAY_DOWN)
        self.calendarWidget().setMinimumSize(across, down)

    def _dress_calendar(self, calendar: QCalendarWidget) -> None:
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):  # Qt has them red
            calendar.setWeekdayTextFormat(day, QTextCharFormat())

    def name(self, name: str) -> None:
        """Tell screen readers what day this is."""
        for part in (self, self.lineEdit(), self.calendarWidget()):
            part.setAccessibleName(name)


class DateField(QWidget):
    """A button while no day is set; then the day, and a button that clears it.

    Args:
        name: what screen readers call the day.
        guess: how many days from today is proposed at first.
        parent: the owner.

    Signals:
        changed: carries the day as `QDate`, or None when it was cleared.
    """

    changed = Signal(object)

    def __init__(self, name: str, guess: int = _FIRST_GUESS, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._guess = guess
        self._set = Button(self.tr("Set a date"), small=True)
        self._day = _DateEdit()
        self._clear = Button(self.tr("Clear"), "quiet", small=True)
        self._clear.setAccessibleName(self.tr("Clear the date"))
        self._day.name(name)
        row = FlowLayout(self)
        for part in (self._set, self._day, self._clear):
            row.addWidget(part)
        enable_height_for_width(self)
        self._set.clicked.connect(self._begin)
        self._clear.clicked.connect(self._end)
        self._day.dateChanged.connect(self._change)
        self.show_date(None)

    @property
    def date(self) -> QDate | None:
        """The day that is shown."""
        return None if self._day.isHidden() else self._day.date()

    def show_date(self, date: QDate | None) -> None:
        """Show a day, or that none is set."""
        if date is not None and date != self._day.date():
            with QSignalBlocker(self._day):
                self._day.setDate(date)
        self._set.setVisible(date is None)
        self._day.setVisible(date is not None)
        self._clear.setVisible(date is not None)

    def take_focus(self) -> None:
        """Have the keyboard on the day, or on the button that sets one."""
        (self._set if self.date is None else self._day).setFocus(Qt.FocusReason.OtherFocusReason)

    def _begin(self) -> None:
        self.show_date(QDate.currentDate().addDays(self._guess))
        self.take_focus()
        self._change()

    def _change(self) -> None:
        self.changed.emit(self._day.date())

    def _end(self) -> None:
        self.show_date(None)
        self.take_focus()
        self.changed.emit(None)


class TextField(QLineEdit):
    """One line of text.

    Args:
        name: what screen readers call it.
        most: the most letters it takes.
        parent: the owner.

    Signals:
        changed: somebody typed.
    """

    changed = Signal()

    def __init__(self, name: str, most: int = 200, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaxLength(most)
        self.setAccessibleName(name)
        self.textEdited.connect(self.changed)

    @property
    def words(self) -> str:
        """What was typed, with single spaces."""
        return " ".join(self.text().split())

    def show_text(self, text: str) -> None:
        """Show a text, unless it is the one that stands there."""
        if text != self.text():
            self.setText(text)
            self.setCursorPosition(0)
