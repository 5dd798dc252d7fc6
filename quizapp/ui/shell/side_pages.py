"""Learn, Practice and Settings: each is built when somebody first goes there."""

from functools import cached_property

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from quizapp.quiz import Quiz
from quizapp.ui.dialogs import Dialogs
from quizapp.ui.learn.controller import LearnController
from quizapp.ui.learn.page import LearnPage
from quizapp.ui.practice.controller import PracticeController
from quizapp.ui.practice.page import PracticePage
from quizapp.ui.preferences import Preferences
from quizapp.ui.settings.controller import SettingsController
from quizapp.ui.settings.page import SettingsPage
from quizapp.ui.shell.main_window import MainWindow
from quizapp.ui.style.appearance import Appearance, AppearanceController


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
        appearance: Appearance,
        appearance_controller: AppearanceController,
        preferences: Preferences,
        window: MainWindow,
        dialogs: Dialogs,
    ) -> None:
        super().__init__(window)
        self._quiz = quiz
        self._appearance = appearance
        self._appearance_controller = appearance_controller
        self._preferences = preferences
        self._window = window
        self._dialogs = dialogs

    @cached_property
    def learn(self) -> LearnController:
        """What there is to read."""
        controller = LearnController(self._quiz, self._preferences, LearnPage(self._appearance), self)
        controller.start_requested.connect(self.start_requested)
        controller.troubled.connect(self.troubled)
        return controller

    @cached_property
    def practice(self) -> PracticeController:
        """What can be practised."""
        controller = PracticeController(self._quiz, PracticePage(), self)
        controller.page.show_reason_step(is_asked=self._preferences.reason_step)
        controller.start_requested.connect(self.start_requested)
        controller.banks_requested.connect(self.banks_requested)
        controller.troubled.connect(self.troubled)
        return controller

    @cached_property
    def settings(self) -> SettingsController:
        """What can be set."""
        page = SettingsPage()
        controller = SettingsController(
            self._quiz, self._preferences, self._appearance_controller, page, self._dialogs
        )
        controller.reason_step_changed.connect(self._take_reason_step)
        controller.history_changed.connect(self.history_changed)
        controller.troubled.connect(self.troubled)
        return controller

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
            controller = vars(self).get(name)  # as far as they are built
            if controller is not None and controller.page is page:
                controller.refresh()

    def _take_reason_step(self) -> None:
        """Practice begins with what Settings says of the reason step."""
        if "practice" in vars(self):  # else it asks when it is built
            self.practice.page.show_reason_step(is_asked=self._preferences.reason_step)
