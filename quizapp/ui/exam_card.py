"""The days to the exam."""

from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from quizapp.ui.card import Card
from quizapp.ui.look import Look
from quizapp.ui.text import Text


class ExamCard(Card):
    """Counts down to a date, and says nothing once it is past."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent, padding=(22, 18))
        self._days = Text(look, "number")
        self._left = Text(look, "choice", colour="muted")
        self._date = Text(look, "body", colour="muted")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._days, 0)
        row.addWidget(self._left, 1, Qt.AlignmentFlag.AlignBottom)
        self.body.setSpacing(4)
        self.body.addWidget(Text(look, "caption", self.tr("Your exam"), "muted"))
        self.body.addLayout(row)
        self.body.addWidget(self._date)
        self.body.addStretch(1)

    def show_exam(self, date: QDate | None, today: QDate) -> None:
        """Show how far an exam is away; none, or one that is past, hides the card."""
        days = today.daysTo(date) if date is not None else -1
        self.setVisible(days >= 0)
        if date is None or days < 0:
            return
        self._days.setText(str(days) if days else self.tr("Today"))
        left = self.tr("day left") if days == 1 else self.tr("days left")
        self._left.setText(left if days else "")
        self._date.setText(QLocale().toString(date, QLocale.FormatType.LongFormat))
