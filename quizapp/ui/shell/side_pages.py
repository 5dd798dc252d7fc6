"""Learn, Practice and Settings: each is built when somebody first goes there."""

from functools import cached_property

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from quizapp.quiz import Quiz
from quizapp.ui.dialogs import Asking
from quizapp.ui.learn.controller import LearnFlow
from quizapp.ui.learn.page import LearnPage
from quizapp.ui.practice.controller import PracticeFlow
from quizapp.ui.practice.page import PracticePage
from quizapp.ui.preferences import Preferences
from quizapp.ui.settings.controller import SettingsFlow
from quizapp.ui.settings.page import SettingsPage
from quizapp.ui.shell.main_window import MainWindow
from quizapp.ui.style.appearance import Look, LookFlow


class SidePages(QObject):
    """Brings these pages to the front, up to date.

    Signals:
        start_requested: begin a set; carries its `Selection`.
        banks_requested: show the banks.
        history_changed: other answers count from now on.
        troubled: something expected went wrong; carries the error or a sentence.
    """

    start_requested = Signal(object)
    banks_requested = Signal()
    history_changed = Signal()
    troubled = Signal(object)

    def __init__(
        self,
        quiz: Quiz,
        look: Look,
        looks: LookFlow,
        preferences: Preferences,
        window: MainWindow,
        asking: Asking,
    ) -> None:
        super().__init__(window)
        self._quiz = quiz
        self._look = look
        self._looks = looks
        self._preferences = preferences
        self._window = window
        self._asking = asking

    @cached_property
    def learn(self) -> LearnFlow:
        """What there is to read."""
        flow = LearnFlow(self._quiz, self._preferences, LearnPage(self._look), self)
        flow.start_requested.connect(self.start_requested)
        flow.troubled.connect(self.troubled)
        return flow

    @cached_property
    def practice(self) -> PracticeFlow:
        """What can be practised."""
        flow = PracticeFlow(self._quiz, PracticePage(self._look), self)
        flow.page.show_reason_step(is_asked=self._preferences.reason_step)
        flow.start_requested.connect(self.start_requested)
        flow.banks_requested.connect(self.banks_requested)
        flow.troubled.connect(self.troubled)
        return flow

    @cached_property
    def settings(self) -> SettingsFlow:
        """What can be set."""
        page = SettingsPage(self._look)
        flow = SettingsFlow(self._quiz, self._preferences, self._looks, page, self._asking)
        flow.reason_step_changed.connect(self._take_reason_step)
        flow.history_changed.connect(self.history_changed)
        flow.troubled.connect(self.troubled)
        return flow

    def show_learn(self) -> None:
        """Bring Learn to the front."""
        self.learn.refresh()
        self._window.show_page(self.learn.page, "learn")
        self.learn.page.take_focus()

    def show_practice(self) -> None:
        """Bring Practice to the front; it asks for its counts as it is shown."""
        page = self.practice.page
        self._window.show_page(page, "practice")
        page.take_focus()

    def show_settings(self) -> None:
        """Bring Settings to the front."""
        self.settings.refresh()
        self._window.show_page(self.settings.page, "settings")
        self.settings.page.take_focus()

    def refresh(self, page: QWidget | None) -> None:
        """Bring the page in front up to date, if it is one of these, as after a bank was read."""
        for name in ("learn", "practice", "settings"):
            flow = vars(self).get(name)  # as far as they are built
            if flow is not None and flow.page is page:
                flow.refresh()

    def _take_reason_step(self) -> None:
        """Practice begins with what Settings says of the reason step."""
        if "practice" in vars(self):  # else it asks when it is built
            self.practice.page.show_reason_step(is_asked=self._preferences.reason_step)
