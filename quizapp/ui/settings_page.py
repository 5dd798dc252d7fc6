"""Everything that can be set, on one page; each change is in force at once."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from quizapp.ui.data_card import DataCard
from quizapp.ui.look import Look
from quizapp.ui.look_card import LookCard
from quizapp.ui.passing_note import PassingNote
from quizapp.ui.profile_card import ProfileCard
from quizapp.ui.revision_card import RevisionCard
from quizapp.ui.rows import HeadRow
from quizapp.ui.scroll_page import ScrollPage
from quizapp.ui.settings_view import SettingsView
from quizapp.ui.text import Text


class SettingsPage(ScrollPage):
    """The cards utter the wishes: `looks`, `revision`, `people` and `data`."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self.setAccessibleName(self.tr("Settings"))  # it has the focus at first
        self.looks = LookCard(look)
        self.revision = RevisionCard(look)
        self.people = ProfileCard(look)
        self.data = DataCard(look)
        self._foot = QWidget(self)
        self._note = PassingNote(look, self)
        head = HeadRow(look)
        head.addWidget(Text(look, "title", self.tr("Settings")), 1)
        self.column.addLayout(head)
        for card in (self.looks, self.revision, self.people, self.data):
            self.column.addWidget(card)
        self.column.addStretch(1)

    def show_settings(self, view: SettingsView) -> None:
        """Show what is set and what is kept."""
        for card in (self.looks, self.revision, self.people, self.data):
            card.show_settings(view)

    def take_focus(self) -> None:
        """Begin at the top: let Tab go to the first setting."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.verticalScrollBar().setValue(0)

    def say(self, sentence: str) -> None:
        """Say what was done, for a moment, at the foot of the page."""
        self._foot.setGeometry(0, self.height() - 1, 1, 1)
        self._note.tell(sentence, self._foot)
