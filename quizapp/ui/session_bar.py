"""The line above a session: leave, how far one has come, and what can be done with the question."""

from math import ceil
from string import digits

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from quizapp.ui.action_button import ActionButton
from quizapp.ui.flag_button import FlagButton
from quizapp.ui.look import Look
from quizapp.ui.overriding import override
from quizapp.ui.progress_strip import ProgressStrip
from quizapp.ui.question_menu import MoreButton, QuestionMenu
from quizapp.ui.scroll_page import COLUMN
from quizapp.ui.text import Text

_MARGIN = 24
_WIDEST = COLUMN + 6 * _MARGIN  # it reaches over the column, as far on every screen


class SessionBar(QWidget):
    """Leave, progress, flag, and a menu with everything else.

    Signals:
        leave_requested: back to where one came from; nothing is lost.
        flag_requested: flag the question, or flag it no longer.
    """

    leave_requested = Signal()
    flag_requested = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._total = 0
        self._leave = ActionButton(look, self.tr("Leave"), "quiet", icon="x")
        self._strip = ProgressStrip(look)
        self._count = Text(look, "label_strong")
        self._flag = FlagButton(look)
        self.menu = QuestionMenu(self)
        self._more = MoreButton(look, self.menu)
        self._row = layout = QHBoxLayout(self)
        layout.setSpacing(16)
        layout.addWidget(self._leave)
        layout.addWidget(self._strip, 1)
        layout.addWidget(self._count)
        layout.addWidget(self._flag)
        layout.addWidget(self._more)
        look.changed.connect(self._restyle)
        self._restyle()
        self._leave.clicked.connect(self.leave_requested)
        self._flag.clicked.connect(self.flag_requested)
        self.menu.flag_requested.connect(self.flag_requested)

    def _restyle(self) -> None:
        across = max(_MARGIN, (self.width() - self._look.px(_WIDEST)) // 2)
        self._row.setContentsMargins(across, 6, across, 0)
        if self._total:
            self._keep_room(self._total)

    @override
    def minimumSizeHint(self) -> QSize:
        """The least, whatever the margins are now: a wide window can become a small one at once."""
        margins = self._row.contentsMargins()
        return super().minimumSizeHint() - QSize(margins.left() + margins.right() - 2 * _MARGIN, 0)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._restyle()

    def show_progress(self, position: int, total: int, part: float) -> None:
        """Show the place in the session; `part` is how much of the current question is done, 0 to 1."""
        self._row.setStretchFactor(self._count, 0)
        self._count.setText(self.tr("{place} of {total}").format(place=position + 1, total=total))
        self._strip.show_progress(position, total, part)
        self._leave.setText(self.tr("Leave"))
        self._leave.set_icon("x")
        self._keep_room(total)
        self._strip.show()  # last: beside the title it would widen the window

    def _keep_room(self, total: int) -> None:
        """Keep room for the widest count, so that the strip beside it never moves."""
        self._total = total
        metrics = QFontMetricsF(self._look.font("label_strong"))
        count, places = self.tr("{place} of {total}"), len(str(total))
        widest = max(
            metrics.horizontalAdvance(count.format(place=digit * places, total=total)) for digit in digits
        )
        self._count.setMinimumWidth(ceil(widest) + 1)

    def show_title(self, title: str) -> None:
        """Show a title instead of the progress, for looking back at one question."""
        self._leave.setText(self.tr("Summary"))
        self._leave.set_icon("arrow-left")
        self._total = 0
        self._count.setMinimumWidth(0)
        self._strip.hide()
        self._row.setStretchFactor(self._count, 1)
        self._count.setText(title)

    def show_flag(self, *, flagged: bool) -> None:
        """Show whether the question is flagged."""
        self._flag.show_flag(flagged=flagged)
        self.menu.show_flag(flagged=flagged)
