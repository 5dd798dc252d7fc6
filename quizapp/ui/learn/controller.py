"""Gives the Learn page what there is to read, with examples the person has met before new ones."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from quizapp.domain.bank import Bank, Definition, has_scenarios
from quizapp.domain.lessons import lessons
from quizapp.domain.question import Side
from quizapp.domain.selection import Selection
from quizapp.quiz import Quiz
from quizapp.ui.errors import ErrorPresenter
from quizapp.ui.learn.page import LearnPage, LearnView
from quizapp.ui.preferences import PreferencesFile


class LearnController(QObject):
    """Keeps Learn up to date.

    Signals:
        start_requested: begin a set on a cue; carries its `Selection`.

    Attributes:
        page: the page it fills.
    """

    start_requested = Signal(object)

    def __init__(
        self,
        quiz: Quiz,
        preferences: PreferencesFile,
        page: LearnPage,
        errors: ErrorPresenter,
        is_reading: Callable[[], bool] = lambda: False,
    ) -> None:
        """Fill a page.

        Args:
            quiz: has the banks.
            preferences: tell which exam's wordings come first.
            page: the page.
            errors: how expected trouble reaches people.
            is_reading: whether banks are still to be read.
        """
        super().__init__(page)
        self._is_reading = is_reading
        self._quiz = quiz
        self._preferences = preferences
        self._errors = errors
        self.page = page
        self._taught = ""  # the bank whose scenarios are the examples
        page.practise_cue_requested.connect(self._practise)

    def refresh(self) -> None:
        """Show what the bank in use rests on."""
        bank = self._with_scenarios()
        if bank is None:
            self.page.show_lesson(None, is_reading=self._is_reading())
            return
        self._taught = bank.id
        met: frozenset[str] = frozenset()
        with self._errors.shown():
            met = self._quiz.met_questions(bank.id)
        exam = self._preferences.now.exam
        view = LearnView(bank.vocabulary, lessons(bank, met), exam, self._terms())
        self.page.show_lesson(view)

    def _with_scenarios(self) -> Bank | None:
        """The bank in use; where it asks for choices alone, one on the same article that has scenarios."""
        bank = self._quiz.bank
        if bank is None or has_scenarios(bank):
            return bank
        others = (other for other in self._quiz.banks if other.vocabulary.cues == bank.vocabulary.cues)
        return next(filter(has_scenarios, others), bank)

    def _terms(self) -> tuple[Definition, ...]:
        """What all open banks define besides the two labels, each wording once."""
        found = (each for bank in self._quiz.banks for each in bank.vocabulary.definitions)
        return tuple(dict.fromkeys(each for each in found if each.of not in tuple(Side)))

    def _practise(self, cue: object) -> None:
        usual = self._preferences.now
        self.start_requested.emit(
            Selection(
                bank_id=self._taught,
                cue=str(cue),
                reason_step=usual.reason_step,
                certainty=usual.certainty,
            )
        )
