"""Hourly check and backup of the answers file, and recovery from a backup."""

from collections.abc import Callable
from contextlib import suppress
from enum import StrEnum
from threading import Thread

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from quizapp.domain.errors import QuizError
from quizapp.domain.history import Backup
from quizapp.quiz import Profile, Profiles, Quiz
from quizapp.ui.dates import long_date
from quizapp.ui.errors import ErrorPresenter

_HOUR = 3_600_000  # ms
_A_WHILE = 20_000  # ms: no start waits for what is not urgent


class _Check:
    """Checks and backs up in a thread of its own, which knows nothing of Qt; keeps what went wrong."""

    def __init__(self, work: Callable[[], None]) -> None:
        self._work = work
        self._thread = Thread(target=self._run, name="check and backup", daemon=True)
        self.trouble: Exception | None = None

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    @property
    def is_done(self) -> bool:
        """Whether it has come to its end."""
        return not self._thread.is_alive()

    def wait(self) -> None:
        """Wait for its end."""
        self._thread.join()

    def _run(self) -> None:
        """Do it; trouble is carried to the window's thread."""
        try:
            self._work()
        except Exception as error:  # noqa: BLE001 - raised again in Maintenance._look
            self.trouble = error


_LOOK = 50  # ms between looks at the thread that checks


class Maintenance(QObject):
    """Checks and backs up the kept answers when the window is up, every hour from then on, and at the end."""

    def __init__(self, quiz: Quiz, errors: ErrorPresenter, parent: QObject) -> None:
        super().__init__(parent)
        self._quiz = quiz
        self._errors = errors
        self._hours = QTimer(self)
        self._hours.timeout.connect(self.check_and_back_up)
        self._hours.timeout.connect(self.purge_expired_names)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self.purge_expired_names)
        self._looks = QTimer(self)
        self._looks.setInterval(_LOOK)
        self._looks.timeout.connect(self._look)
        self._check: _Check | None = None

    def begin(self) -> None:
        """Check at once, and every hour; purge names a little later."""
        self.check_and_back_up()
        self._hours.start(_HOUR)
        self._later.start(_A_WHILE)

    def check_and_back_up(self) -> None:
        """See that the stored answers are sound, and copy them where due, while the window goes on."""
        if self._check is None:
            self._check = _Check(self._quiz.archive.check_and_back_up_apart())
            self._check.start()
            self._looks.start()

    def _look(self) -> None:
        """Say what went wrong, once the check is done; a bug is raised here, where it is heard."""
        if self._check is None or not self._check.is_done:
            return
        check, self._check = self._check, None
        self._looks.stop()
        with self._errors.shown():
            if check.trouble is not None:
                raise check.trouble

    def purge_expired_names(self) -> None:
        """Delete what is kept only for a time."""
        with self._errors.shown():
            self._quiz.purge_expired_names()

    def copy_at_the_end(self) -> None:
        """Have the copy of today hold all of today; what prevents it is said at the next start."""
        with suppress(QuizError):
            self._quiz.archive.check_and_back_up(at_the_end=True)
        if self._check is not None:
            self._check.wait()


class Remedy(StrEnum):
    """What to put in the place of a file of answers that cannot be used."""

    BACKUP = "backup"
    EMPTY = "empty"
    NONE = "none"


class Recovery(QObject):
    """Offers the newest good copy, or an empty file; the damaged one is always kept beside it."""

    def __init__(self, profiles: Profiles, window: QWidget | None = None) -> None:
        super().__init__(window)
        self._profiles = profiles
        self._window = window

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
                remedy = self.ask(None, trouble, backup)
                if remedy is Remedy.NONE:
                    return None
                self._profiles.replace(profile, backup if remedy is Remedy.BACKUP else None)
            try:
                return make()
            except QuizError as error:
                if not error.can_be_replaced:
                    raise
                trouble = error.cause or str(error)

    def mend(self, quiz: Quiz, error: QuizError, window: QWidget) -> bool:
        """Offer the same while the program runs.

        Returns:
            Whether another file is in its place now.
        """
        backup = self._profiles.newest_good(quiz.archive.profile)
        remedy = self.ask(window, error.cause or str(error), backup)
        if remedy is Remedy.NONE:
            return False
        quiz.archive.replace(backup if remedy is Remedy.BACKUP else None)
        return True

    def _lost_words(self, profile: Profile) -> str:
        sentence = self.tr("The file with your answers, {path}, is gone, but there is a copy of it.")
        return sentence.format(path=self._profiles.path(profile))

    def _copy_words(self, backup: Backup) -> str:
        """Which copy there is; not on its button, which large text would widen beyond the screen."""
        sentence = self.tr("The newest good copy was made on {day} (answers: {count}, rounds: {rounds}).")
        if not backup.rounds:
            sentence = self.tr("The newest good copy was made on {day} (answers: {count}).")
        day = long_date(backup.at)
        return sentence.format(day=day, count=backup.attempts, rounds=backup.rounds)

    def ask(self, window: QWidget | None, sentence: str, backup: Backup | None) -> Remedy:
        """What the person wants in the place of the file.

        Args:
            window: the one of the program that runs; without one it ends where nothing is wanted.
            sentence: what is wrong with the file.
            backup: the newest good copy.
        """
        from quizapp.ui.widgets.dialogs import MessageDialog  # noqa: PLC0415 - hardly any start needs it

        kept = self.tr(
            "Whatever you choose, nothing is deleted: a file that is there gets a name with the date."
        )
        told = [sentence, self._copy_words(backup), kept] if backup else [sentence, kept]
        box = MessageDialog(self.tr("Your answers"), "\n\n".join(told), window or self._window)
        leave = self.tr("Leave it as it is") if window else self.tr("Quit")
        copy = box.add_button(self.tr("Use the copy"), "filled", "Enter") if backup else None
        empty = box.add_button(self.tr("Begin without answers"))
        box.add_button(leave, "quiet" if backup else "filled", "Esc")
        box.exec()
        box.deleteLater()
        if box.chosen is None:
            return Remedy.NONE
        return Remedy.BACKUP if box.chosen is copy else Remedy.EMPTY if box.chosen is empty else Remedy.NONE
