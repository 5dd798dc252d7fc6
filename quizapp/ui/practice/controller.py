"""Carries requests of the Practice page to the quiz, and what can be chosen from back to the page."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject

from quizapp.domain.bank import has_scenarios
from quizapp.domain.selection import Selection
from quizapp.quiz import Quiz
from quizapp.ui.errors import ErrorPresenter
from quizapp.ui.practice.page import BankChoice, PracticePage, PracticeView
from quizapp.ui.preferences import PreferencesFile
from quizapp.ui.wording import topics_of


class PracticeController(QObject):
    """Answers how many questions fit, each time the page asks.

    Whether sessions ask how sure one is, is one setting with that of Settings.

    Attributes:
        page: the page it fills.
    """

    def __init__(
        self,
        quiz: Quiz,
        preferences: PreferencesFile,
        page: PracticePage,
        errors: ErrorPresenter,
        is_reading: Callable[[], bool] = lambda: False,
    ) -> None:
        """Fill a page.

        Args:
            quiz: has the banks.
            preferences: what is set.
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
        page.looked_at.connect(self._look_up)
        page.certainty_chosen.connect(self._keep_certainty)

    def refresh(self) -> None:
        """Show the page what there is now, as after a bank was opened."""
        self._look_up(self.page.selection)

    def _look_up(self, selection: object) -> None:
        if not isinstance(selection, Selection):
            return
        self.page.show_certainty(is_asked=self._preferences.now.certainty)
        with self._errors.shown():
            self.page.show_practice(self._view(selection))

    def _keep_certainty(self, wanted: object) -> None:
        """Have the next sessions ask how sure one is, or not, wherever they begin."""
        self._preferences.change(certainty=bool(wanted))

    def _view(self, selection: Selection) -> PracticeView:
        """What can be chosen from once this is chosen."""
        banks = {bank.id: bank for bank in self._quiz.banks if bank.questions}
        used = self._quiz.bank
        bank = banks.get(used.id if used else "") or next(iter(banks.values()), None)
        if bank is None:
            return PracticeView(is_reading=self._is_reading())
        topics = topics_of(bank)
        wanted = tuple(topic for topic in selection.topics if topic in topics)
        return PracticeView(
            tuple(BankChoice(each.id, each.title, len(each.questions)) for each in banks.values()),
            bank.id,
            topics,
            self._quiz.counts(replace(selection, bank_id=bank.id, topics=wanted)),
            self._quiz.weakest_cue(bank.id),
            has_scenarios(bank),
        )
