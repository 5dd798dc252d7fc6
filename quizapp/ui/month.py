"""The month that drops down from a date field, in the look in force."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPalette, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QToolButton, QWidget

from quizapp.ui import icons
from quizapp.ui.look import Look

_ACROSS, _DOWN = 44, 36  # px of a day at 100 % text
_ROWS = 8  # the head, the names of the days, and six weeks
_ARROW = 20


class Month(QCalendarWidget):
    """A calendar with days large enough to press, and arrows in the theme's colours.

    Args:
        look: the look in force.
        parent: the owner.
    """

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):  # Qt has them red
            self.setWeekdayTextFormat(day, QTextCharFormat())
        look.changed.connect(self._relook)
        self._relook()

    def _relook(self) -> None:
        """Take font, sizes and colours from the look."""
        px, theme = self._look.px, self._look.theme
        self.setFont(self._look.font("label"))
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
                button.setIconSize(QSize(px(_ARROW), px(_ARROW)))

    def _arrow(self, name: str) -> QIcon:
        """An arrow on the bar, and on the button that appears under the pointer."""
        theme, edge, ratio = self._look.theme, self._look.px(_ARROW), self.devicePixelRatioF()
        made = QIcon(icons.pixmap(name, QColor(theme.on_ink), edge, ratio))
        made.addPixmap(icons.pixmap(name, QColor(theme.ink), edge, ratio), QIcon.Mode.Active)
        return made
