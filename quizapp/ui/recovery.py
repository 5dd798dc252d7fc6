"""When the file of answers cannot be used: what can be done about it, for the person to choose."""

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMessageBox, QWidget

from quizapp.domain.errors import QuizError
from quizapp.domain.history import Backup
from quizapp.quiz import Profile, Profiles, Quiz
from quizapp.ui.local_time import long_date
from quizapp.ui.plain import button_text, message


class Remedy(StrEnum):
    """What to put in the place of a file of answers that cannot be used."""

    BACKUP = "backup"
    EMPTY = "empty"
    NONE = "none"


class Recovery(QObject):
    """Offers the newest good copy, or an empty file; the damaged one is always kept beside it."""

    def __init__(self, profiles: Profiles, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._profiles = profiles

    def open(self, make: Callable[[], Quiz], profile: Profile) -> Quiz | None:
        """Open the quiz, mending its file of answers where the person wants that.

        Args:
            make: opens it, and may raise a `QuizError`.
            profile: whose answers it opens.

        Returns:
            The quiz; None when the person chose to leave it as it is.

        Raises:
            QuizError: when no other file would help.
        """
        trouble = self._lost_words(profile) if self._profiles.is_lost(profile) else ""
        while True:
            if trouble:
                backup = self._profiles.newest_good(profile)
                remedy = self._ask(None, trouble, backup)
                if remedy is Remedy.NONE:
                    return None
                self._profiles.replace(profile, backup if remedy is Remedy.BACKUP else None)
            try:
                return make()
            except QuizError as error:
                if not error.can_be_replaced:
                    raise
                trouble = str(error)

    def mend(self, quiz: Quiz, error: QuizError, window: QWidget) -> bool:
        """Offer the same while the program runs.

        Returns:
            Whether another file is in its place now.
        """
        backup = self._profiles.newest_good(quiz.profile)
        remedy = self._ask(window, str(error), backup)
        if remedy is Remedy.NONE:
            return False
        quiz.replace_store(backup if remedy is Remedy.BACKUP else None)
        return True

    def _lost_words(self, profile: Profile) -> str:
        sentence = self.tr("The file with your answers, {path}, is gone, but there is a copy of it.")
        return sentence.format(path=self._profiles.path(profile))

    def _ask(self, window: QWidget | None, sentence: str, backup: Backup | None) -> Remedy:
        kept = self.tr(
            "Whatever you choose, nothing is deleted: a file that is there gets a name with the date."
        )
        box = message(window, self.tr("Product or Service?"), f"{sentence}\n\n{kept}")
        buttons = {}
        if backup is not None:
            words = self.tr("Use the copy of {day} (answers: {count})")
            words = words.format(day=long_date(backup.at), count=backup.attempts)
            buttons[box.addButton(button_text(words), QMessageBox.ButtonRole.AcceptRole)] = Remedy.BACKUP
        empty = box.addButton(self.tr("Begin without answers"), QMessageBox.ButtonRole.DestructiveRole)
        buttons[empty] = Remedy.EMPTY
        leave = box.addButton(
            self.tr("Leave it as it is") if window else self.tr("Quit"), QMessageBox.ButtonRole.RejectRole
        )
        box.setDefaultButton(leave if backup is None else next(iter(buttons)))
        box.setEscapeButton(leave)
        box.exec()
        return next((buttons[each] for each in buttons if each is box.clickedButton()), Remedy.NONE)
