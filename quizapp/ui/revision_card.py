"""Settings: which exam somebody prepares for, and when; and whether sessions ask for reasons."""

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QWidget

from quizapp.ui.chip_group import ChipGroup
from quizapp.ui.date_field import DateField
from quizapp.ui.look import Look
from quizapp.ui.option_row import OptionRow
from quizapp.ui.painting import INSET
from quizapp.ui.preferences import EXAMS
from quizapp.ui.setting_card import SettingCard
from quizapp.ui.settings_view import SettingsView
from quizapp.ui.text import Text


class RevisionCard(SettingCard):
    """The exam, its day, and the reason step.

    Signals:
        exam_requested: carries one of `EXAMS`.
        date_requested: carries the day as `QDate`, or None.
        reason_step_requested: carries whether sessions shall ask what decides it.
    """

    exam_requested = Signal(object)
    date_requested = Signal(object)
    reason_step_requested = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, self.tr("My revision"), parent=parent)
        self._exams = ChipGroup(look, self.tr("My exam"), one_of=True)
        self._date = DateField(look, self.tr("Date of my exam"))
        self._away = Text(look, "label", colour="muted", inset=INSET)
        self._reasons = OptionRow(look)
        self._build()

    def _build(self) -> None:
        self._exams.show_chips((self.tr("Not set"), self.tr("ITIL 4"), self.tr("Version 5")))
        self._reasons.show_option(
            self.tr("Ask what decides it"),
            self.tr("After your answer you choose the reason. Practice can leave it out for one set."),
        )
        self.add_row(self.tr("My exam"), self.tr("Its wording comes first on Learn."), self._exams)
        self.add_row(self.tr("Date of my exam"), self.tr("Today counts the days."), self._date, self._away)
        self.add_option(self._reasons)
        self._exams.changed.connect(self._request_exam)
        self._date.changed.connect(self.date_requested)
        self._reasons.clicked.connect(self._request_reasons)

    def show_settings(self, view: SettingsView) -> None:
        """Show what is set."""
        self._exams.choose([EXAMS.index(view.exam)])
        self._date.show_date(view.exam_date)
        self._away.setText(self._distance(view.today, view.exam_date))
        self._away.setVisible(view.exam_date is not None)
        self._reasons.setChecked(view.reason_step)

    def _distance(self, today: QDate, date: QDate | None) -> str:
        """How far away the exam is."""
        days = today.daysTo(date) if date is not None else 0
        if days < 0:
            return self.tr("This day has passed.")
        if days == 0:
            return self.tr("That is today.")
        return self.tr("That is tomorrow.") if days == 1 else self.tr("In {days} days.").format(days=days)

    def _request_exam(self) -> None:
        for place in self._exams.chosen:
            self.exam_requested.emit(EXAMS[place])

    def _request_reasons(self) -> None:
        self.reason_step_requested.emit(self._reasons.isChecked())
