"""Line, number and date fields."""

from PySide6.QtCore import QDate, QEvent, QLocale, QObject, QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QIntValidator, QPaintEvent, QPalette, QTextCharFormat, QWheelEvent
from PySide6.QtWidgets import (
    QCalendarWidget,
    QDateEdit,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from quizapp.ui.compat import override
from quizapp.ui.style import icons
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.style.painting import (
    CONTROL_RADIUS,
    INSET,
    paint_box,
    paint_focus_ring,
    painter_on,
    visible_rect,
)
from quizapp.ui.widgets.buttons import ActionButton


class FieldBox(QWidget):
    """Gives a standard field, without a frame of its own, the look of every control.

    Args:
        appearance: the appearance in force.
        field: what is typed in; it takes the focus.
        use: the use of type in it, see `look.TYPE`.
        padding: room between edge and field in px at 100 % text, across and down.
        parent: the owner.
    """

    def __init__(
        self,
        appearance: Appearance,
        field: QWidget,
        use: str = "choice",
        padding: tuple[int, int] = (10, 1),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._appearance, self._field, self._use, self._padding = appearance, field, use, padding
        field.installEventFilter(self)
        self._row = QHBoxLayout(self)
        self._row.addWidget(field)
        appearance.changed.connect(self.apply_style)
        self.apply_style()

    def apply_style(self) -> None:
        """Take font and lengths from the appearance."""
        across, down = (self._appearance.px(INSET + each) for each in self._padding)
        self._row.setContentsMargins(across, down, across, down)
        self._field.setFont(self._appearance.font(self._use))
        self.update()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show the ring while the field has the focus."""
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self.update()
        return super().eventFilter(watched, event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the paper, its edge, and the ring."""
        appearance, rect = self._appearance, visible_rect(self, self._appearance)
        with painter_on(self) as painter:
            paint_box(
                painter,
                rect,
                appearance.px(CONTROL_RADIUS),
                appearance.theme.surface,
                appearance.theme.border,
            )
            if self._field.hasFocus():
                paint_focus_ring(painter, rect, appearance)


_ACROSS, _DOWN = 44, 36  # px of a day at 100 % text
_ROWS = 8  # the head, the names of the days, and six weeks
_MONTH_ARROW = 20


class Month(QCalendarWidget):
    """A calendar with days large enough to press, and arrows in the theme's colours.

    Args:
        appearance: the appearance in force.
        parent: the owner.
    """

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):  # Qt has them red
            self.setWeekdayTextFormat(day, QTextCharFormat())
        appearance.changed.connect(self._apply_style)
        self._apply_style()

    def _apply_style(self) -> None:
        """Take font, sizes and colours from the appearance."""
        px, theme = self._appearance.px, self._appearance.theme
        self.setFont(self._appearance.font("label"))
        self.setMinimumSize(px(7 * _ACROSS), px(_ROWS * _DOWN))
        colours = self.palette()
        colours.setColor(QPalette.ColorRole.Highlight, QColor(theme.ink))
        colours.setColor(QPalette.ColorRole.HighlightedText, QColor(theme.on_ink))
        self.setPalette(colours)
        names = QTextCharFormat()
        names.setForeground(QColor(theme.muted))
        names.setBackground(QColor(theme.surface))
        self.setHeaderTextFormat(names)
        arrows = ("arrow-right", "arrow-left") if self.isRightToLeft() else ("arrow-left", "arrow-right")
        for part, arrow in zip(("prev", "next"), arrows, strict=True):
            button = self.findChild(QToolButton, f"qt_calendar_{part}month")
            if isinstance(button, QToolButton):
                button.setIcon(self._arrow(arrow))
                button.setIconSize(QSize(px(_MONTH_ARROW), px(_MONTH_ARROW)))

    def _arrow(self, name: str) -> QIcon:
        """An arrow on the bar, and on the button that appears under the pointer."""
        theme, edge, ratio = (
            self._appearance.theme,
            self._appearance.px(_MONTH_ARROW),
            self.devicePixelRatioF(),
        )
        made = QIcon(icons.pixmap(name, QColor(theme.on_ink), edge, ratio))
        made.addPixmap(icons.pixmap(name, QColor(theme.ink), edge, ratio), QIcon.Mode.Active)
        return made


_FIRST_GUESS = 28  # days from today
_ARROW = 18  # px at any text size: the room that Qt leaves for it
_HEIGHT = 38  # px at 100 % text


class _Day(QDateEdit):
    """A date edit that paints only its arrow, and leaves the wheel to the page unless somebody is in it."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self.setFrame(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setLayoutDirection(QLocale().textDirection())  # Qt would turn day, month and year round
        self.setDisplayFormat("d MMMM yyyy")
        self.setKeyboardTracking(False)  # a day half typed is no day
        self.setCalendarPopup(True)
        self.setCalendarWidget(Month(appearance))

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
            icons.paint(painter, rect, "chevron-down", QColor(self._appearance.theme.muted))

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

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        self.day = _Day(appearance)
        super().__init__(appearance, self.day, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def apply_style(self) -> None:
        self.day.setMinimumHeight(self._appearance.px(_HEIGHT - 2))
        super().apply_style()


class DateField(QWidget):
    """A button while no day is set; then the day, and a button that clears it.

    Args:
        appearance: the appearance in force.
        name: what screen readers call the day.
        parent: the owner.

    Signals:
        changed: carries the day as `QDate`, or None when it was cleared.
    """

    changed = Signal(object)

    def __init__(self, appearance: Appearance, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._set = ActionButton(appearance, self.tr("Set a date"), "outline")
        self._box = DayBox(appearance)
        self._day = self._box.day
        self._clear = ActionButton(appearance, self.tr("Clear"), "quiet")
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


_PLAN_HEIGHT, _DIGITS = 44, 72  # px at 100 % text


class TextField(FieldBox):
    """One line of text.

    Args:
        appearance: the appearance in force.
        name: what screen readers call it.
        most: the most letters it takes.
        parent: the owner.

    Signals:
        changed: somebody typed.
    """

    changed = Signal()

    def __init__(
        self, appearance: Appearance, name: str, most: int = 200, parent: QWidget | None = None
    ) -> None:
        self.line = QLineEdit()
        super().__init__(appearance, self.line, parent=parent)
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

    def apply_style(self) -> None:
        """Take font and lengths from the appearance."""
        super().apply_style()
        self.line.setMinimumHeight(self._appearance.px(_PLAN_HEIGHT - 2))


class CountField(TextField):
    """A whole number; an empty field is 0.

    Args:
        appearance: the appearance in force.
        name: what screen readers call it.
        most: the largest number it takes.
        parent: the owner.
    """

    def __init__(self, appearance: Appearance, name: str, most: int, parent: QWidget | None = None) -> None:
        super().__init__(appearance, name, len(str(most)), parent)
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

    def apply_style(self) -> None:
        """Take font and lengths from the appearance."""
        super().apply_style()
        self.line.setFixedWidth(self._appearance.px(_DIGITS))
