"""What can be done with the question on the screen beside answering it: copy, flag, note."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from quizapp.domain.attempt import QuestionRef, Step
from quizapp.domain.errors import QuizError
from quizapp.domain.session import Asked, Session
from quizapp.quiz import Quiz
from quizapp.ui.look import Look
from quizapp.ui.session_page import SessionPage

if TYPE_CHECKING:
    from quizapp.ui.note_dialog import NoteDialog
    from quizapp.ui.question_text import QuestionText


class QuestionFlow(QObject):
    """Serves one page of questions; the first question does not wait for what few wish for.

    Signals:
        troubled: something expected went wrong; carries the error.
    """

    troubled = Signal(object)

    def __init__(self, quiz: Quiz, look: Look, page: SessionPage, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._quiz, self._look, self._page = quiz, look, page
        self._asked: Asked | None = None
        self._step = Step.ANSWER
        self._dialog: NoteDialog | None = None
        self._noted: QuestionRef | None = None
        self._drafts: dict[QuestionRef, str] = {}  # of notes whose window was closed
        page.copy_requested.connect(self._copy)
        page.flag_requested.connect(self._toggle_flag)
        page.note_requested.connect(self._ask_note)

    @cached_property
    def _text(self) -> "QuestionText":
        from quizapp.ui.question_text import QuestionText  # noqa: PLC0415 - see the class

        return QuestionText(self)

    def follow(self, session: Session, position: int) -> None:
        """Take the question that is shown now, and show whether it is flagged."""
        self._asked = session.asked[position]
        self._step = Step.EXPLANATION if session.outcome(position) else session.step
        self._page.show_flag(flagged=self._is_flagged(self._asked))

    def flagged(self, session: Session) -> frozenset[int]:
        """The positions of the flagged questions of a session."""
        flags = {bank: self._flags(bank) for bank in {asked.ref.bank_id for asked in session.asked}}
        return frozenset(
            place
            for place, asked in enumerate(session.asked)
            if asked.ref.question_id in flags[asked.ref.bank_id]
        )

    def _flags(self, bank_id: str) -> frozenset[str]:
        """The flagged questions of a bank; none where they cannot be read."""
        try:
            return self._quiz.flags(bank_id)
        except QuizError as error:
            self.troubled.emit(error)
            return frozenset()

    def _is_flagged(self, asked: Asked) -> bool:
        return asked.ref.question_id in self._flags(asked.ref.bank_id)

    def _bank_title(self, asked: Asked) -> str:
        titles = {bank.id: bank.title for bank in self._quiz.banks}
        return titles.get(asked.ref.bank_id, asked.ref.bank_id)

    def _copy(self) -> None:
        asked = self._asked
        if asked is not None:
            text = self._text.write(asked, self._bank_title(asked), self._step)
            QGuiApplication.clipboard().setText(text)
            self._page.tell(self.tr("Copied."))

    def _toggle_flag(self) -> None:
        asked = self._asked
        if asked is None:
            return
        flagged = not self._is_flagged(asked)
        try:
            self._quiz.set_flag(asked.ref, flagged=flagged)
        except QuizError as error:
            self.troubled.emit(error)
        else:
            self._page.tell(self.tr("Flagged.") if flagged else self.tr("Flag removed."))
        self._page.show_flag(flagged=self._is_flagged(asked))

    def _ask_note(self) -> None:
        from quizapp.ui.note_dialog import NoteDialog  # noqa: PLC0415 - see the class

        asked = self._asked
        if asked is not None:
            about = self.tr("{title}, question {id}").format(
                title=self._bank_title(asked), id=asked.question.id
            )
            draft = self._drafts.get(asked.ref, "")
            self._dialog = NoteDialog(self._look, about, self._page.window(), draft)
            self._dialog.rejected.connect(self._keep_draft)
            self._noted = asked.ref  # the wording on the screen: its bank may change meanwhile
            self._dialog.note_written.connect(self._keep_note)
            self._dialog.open()

    def _keep_draft(self) -> None:
        """A slip of Esc costs no words: they stand there again at the next time."""
        if self._noted is not None and self._dialog is not None:
            self._drafts[self._noted] = self._dialog.draft()

    def _keep_note(self, text: object) -> None:
        """Keep a note; its window stays open, and the text with it, where that fails."""
        noted, dialog = self._noted, self._dialog
        if noted is None or dialog is None:
            return
        try:
            self._quiz.add_note(noted, str(text))
        except QuizError as error:
            self.troubled.emit(error)
        else:
            self._drafts.pop(noted, None)
            dialog.accept()
            self._page.tell(self.tr("Noted. You find your notes under Settings."))
