"""Fills Progress with what is kept, and saves its figures as files."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from quizapp.domain.directions import isolated
from quizapp.domain.errors import QuizError
from quizapp.domain.progress import ProgressRecord
from quizapp.quiz import Quiz
from quizapp.ui.dialogs import Dialogs
from quizapp.ui.errors import ErrorPresenter
from quizapp.ui.files import file_name, save_whole
from quizapp.ui.preferences import PreferencesFile
from quizapp.ui.progress.cards import FigureCard, Format
from quizapp.ui.progress.export import csv_of
from quizapp.ui.progress.page import ProgressPage, ProgressView

_DAYS, _MOST_DAYS = 14, 60  # of the forecast: without an exam, and to one that is far away


class NotSavedError(QuizError):
    """A figure could not be saved."""


class ProgressController(QObject):
    """Keeps Progress up to date.

    Signals:
        practice_requested: go to Practice.

    Attributes:
        page: the page it fills.
    """

    practice_requested = Signal()

    def __init__(
        self,
        quiz: Quiz,
        preferences: PreferencesFile,
        page: ProgressPage,
        dialogs: Dialogs,
        errors: ErrorPresenter,
        is_reading: Callable[[], bool] = lambda: False,
    ) -> None:
        """Fill a page.

        Args:
            quiz: has what is kept.
            preferences: tell the day of the exam.
            page: the page.
            dialogs: ask where to save.
            errors: how expected trouble reaches people.
            is_reading: whether banks are still to be read.
        """
        super().__init__(page)
        self._quiz, self._preferences, self._dialogs, self._errors = quiz, preferences, dialogs, errors
        self._is_reading = is_reading
        self.page = page
        self._record = ProgressRecord()
        self._forecast: tuple[int, ...] = ()
        page.period_changed.connect(self._show)
        page.practice_requested.connect(self.practice_requested)
        page.save_requested.connect(self._save)

    def refresh(self) -> None:
        """Show what is on record now."""
        self._record, self._forecast = ProgressRecord(), ()
        with self._errors.shown():
            self._record = self._quiz.progress.record()
            days, _ = self._days()
            self._forecast = self._quiz.progress.forecast(self._exam(), days)
        self._show()

    def _show(self) -> None:
        progress = self._quiz.progress
        _, to_exam = self._days()
        self.page.show_progress(
            ProgressView(
                progress.report(self._record, self.page.period),
                bool(self._record.sessions),
                progress.today(),
                self._forecast,
                to_exam=to_exam,
                is_reading=self._is_reading(),
            )
        )

    def _exam(self) -> date | None:
        day = self._preferences.now.exam_date
        return date(day.year(), day.month(), day.day()) if day is not None else None

    def _days(self) -> tuple[int, bool]:
        """How many days a forecast has, and whether it ends the day before the exam."""
        exam, today = self._exam(), self._quiz.progress.today()
        left = (exam - today) // timedelta(1) if exam is not None else 0
        return (left, True) if 0 < left <= _MOST_DAYS else (_DAYS, False)

    # -- files -----------------------------------------------------------------------------------

    def _save(self, card: FigureCard, kind: Format) -> None:
        """Ask where, write there, and say so."""
        kinds = {
            Format.PNG: self.tr("Pictures"),
            Format.SVG: self.tr("Drawings"),
            Format.CSV: self.tr("Tables"),
        }
        name = f"{file_name(card.heading, 'progress')}.{kind}"
        target = self._dialogs.save_file(name, kinds[kind], kind.value)
        if target is None:
            return
        with self._errors.shown():
            self._write(target, _content(card, kind))
            self.page.show_message(self.tr("{file} was written.").format(file=isolated(target.name)))

    def _write(self, target: Path, content: bytes) -> None:
        if trouble := save_whole(target, content):
            sentence = self.tr(
                "{file} could not be saved: {trouble}. Choose another folder or free some space."
            )
            raise NotSavedError(sentence.format(file=isolated(str(target)), trouble=trouble.rstrip(".")))


def _content(card: FigureCard, kind: Format) -> bytes:
    match kind:
        case Format.PNG:
            return card.picture().png()
        case Format.SVG:
            return card.picture().svg()
        case Format.CSV:
            return csv_of(card.data)
