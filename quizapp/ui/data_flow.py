"""What a person does with the data as a whole: notes to a file, one bank anew, everything anew."""

from pathlib import Path

from PySide6.QtCore import QIODevice, QObject, QSaveFile, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication

from quizapp.domain.errors import QuizError
from quizapp.quiz import Quiz
from quizapp.ui.asking import Asking
from quizapp.ui.notes_text import notes_text
from quizapp.ui.settings_page import SettingsPage


class DataFlow(QObject):
    """Answers the wishes of the card "Your data".

    Signals:
        history_changed: other answers count from now on.
        troubled: something could not be done; carries a sentence, or the `QuizError` that says it.
    """

    history_changed = Signal()
    troubled = Signal(object)

    def __init__(self, quiz: Quiz, page: SettingsPage, asking: Asking, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._quiz = quiz
        self._page = page
        self._asking = asking
        card = page.data
        card.folder_requested.connect(self._open_folder)
        card.path_copy_requested.connect(self._copy_path)
        card.export_requested.connect(self._export_notes)
        card.notes_copy_requested.connect(self._copy_notes)
        card.reset_requested.connect(self._reset_bank)
        card.afresh_requested.connect(self._start_afresh)

    # -- the folder ----------------------------------------------------------------------------

    def _open_folder(self) -> None:
        folder = self._quiz.keeping.folder
        if not (folder.is_dir() and QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))):
            self.troubled.emit(
                self.tr("The folder {folder} cannot be opened from here.").format(folder=folder)
            )

    def _copy_path(self) -> None:
        self._copy(str(self._quiz.keeping.folder))

    def _copy(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self._page.say(self.tr("Copied."))

    # -- notes ---------------------------------------------------------------------------------

    def _copy_notes(self) -> None:
        text = self._notes()
        if text:
            self._copy(text)

    def _export_notes(self) -> None:
        text = self._notes()
        path = self._asking.save_file(self.tr("Notes on questions.txt")) if text else None
        if path is None:
            return
        trouble = _write(path, text)
        if trouble:
            sentence = self.tr("The notes could not be saved as {path}: {reason}. Nothing of them is lost.")
            self.troubled.emit(sentence.format(path=path, reason=trouble))
        else:
            self._page.say(self.tr("Saved as {name}.").format(name=path.name))

    def _notes(self) -> str:
        """All notes as a text; empty when there is none, or they cannot be read."""
        try:
            notes = self._quiz.notes()
        except QuizError as error:
            self.troubled.emit(error)
            return ""
        return notes_text(notes, {bank.id: bank.title for bank in self._quiz.banks}) if notes else ""

    # -- beginning anew ------------------------------------------------------------------------

    def _reset_bank(self, bank_id: object) -> None:
        bank = next((bank for bank in self._quiz.banks if bank.id == bank_id), None)
        if bank is None:
            return
        try:
            count = self._quiz.answered(bank.id)
            title = self.tr("Reset “{bank}”?").format(bank=bank.title)
            if self._asking.confirm(title, self._consequence(count), self.tr("Reset this bank")):
                self._quiz.reset_bank(bank.id)
                self._page.say(self.tr("All its questions count as new."))
                self.history_changed.emit()
        except QuizError as error:
            self.troubled.emit(error)

    def _consequence(self, count: int) -> str:
        """What a reset means."""
        if count == 1:
            return self.tr(
                "1 question you have answered will count as not met, and flags are taken off. "
                "Nothing is deleted; other banks stay as they are."
            )
        return self.tr(
            "{count} questions you have answered will count as not met, and flags are taken off. "
            "Nothing is deleted; other banks stay as they are."
        ).format(count=count)

    def _start_afresh(self) -> None:
        sentence = self.tr(
            "You begin without any answers, flags and notes, in all banks. "
            "The old ones are kept in a file of their own, with the date."
        )
        if not self._asking.confirm(self.tr("Start all afresh?"), sentence, self.tr("Start all afresh")):
            return
        try:
            kept = self._quiz.keeping.start_afresh()
            self._asking.tell(self.tr("You start afresh. Your old answers lie in {path}.").format(path=kept))
        except QuizError as error:
            self.troubled.emit(error)
        self.history_changed.emit()


def _write(path: Path, text: str) -> str:
    """Write a text whole or not at all; returns what the system says against it, or nothing."""
    file = QSaveFile(str(path))
    if file.open(QIODevice.OpenModeFlag.WriteOnly):
        file.write(text.encode())
        if file.commit():
            return ""
    return file.errorString()
