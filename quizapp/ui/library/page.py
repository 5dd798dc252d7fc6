"""The Library: questions, past sessions, words and notes, one of them in front."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from quizapp.ui.compat import override
from quizapp.ui.library.panel import LookupPanel
from quizapp.ui.library.past import SessionsPanel
from quizapp.ui.library.questions import QuestionsPanel
from quizapp.ui.library.words import NotesPanel, WordsPanel
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.widgets.choices import ChipGroup
from quizapp.ui.widgets.layouts import set_tab_order
from quizapp.ui.widgets.page import BROAD, PassingNote, ScrollPage
from quizapp.ui.widgets.text import Text


class LibraryPage(ScrollPage):
    """Shows one part of the Library; the parts emit the requests.

    Attributes:
        questions: all questions of the open banks.
        sessions: past sessions.
        words: what is defined.
        notes: one's own notes.
    """

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(BROAD, parent)
        self.setAccessibleName(self.tr("Library"))
        self.questions = QuestionsPanel(appearance)
        self.sessions = SessionsPanel(appearance)
        self.words = WordsPanel(appearance)
        self.notes = NotesPanel(appearance)
        self._panels: tuple[LookupPanel, ...] = (self.questions, self.sessions, self.words, self.notes)
        self._count = Text("lead", tone="muted")
        self._count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._tabs = ChipGroup(self.tr("Parts of the Library"), one_of=True)
        self._tabs.show_chips(
            (self.tr("Questions"), self.tr("Past sessions"), self.tr("Words"), self.tr("My notes"))
        )
        self._note = PassingNote(self)
        self._build()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(Text("title", self.tr("Library")), 1)
        head.addWidget(self._count)
        self.column.addLayout(head)
        self.column.addWidget(self._tabs)
        for panel in self._panels:
            self.column.addWidget(panel, 1)
            panel.count_changed.connect(self._show_count)
        self._tabs.changed.connect(self._change_panel)
        set_tab_order(
            (self._tabs, *self._tabs.chips, *(stop for panel in self._panels for stop in panel.stops))
        )
        self.show_panel(self.questions)

    @property
    def panel(self) -> LookupPanel:
        """The part in front."""
        return self._panels[next(iter(self._tabs.chosen), 0)]

    def show_panel(self, panel: LookupPanel) -> None:
        """Bring a part to the front."""
        self._tabs.choose((self._panels.index(panel),))
        self._change_panel()

    def _change_panel(self) -> None:
        shown = self.panel
        for panel in self._panels:
            if panel is not shown:
                panel.hide()
        shown.show()
        self._show_count()

    def _show_count(self) -> None:
        self._count.setText(self.panel.count)

    @override
    def take_focus(self) -> None:
        """Let people type what they look for; the page stays as it was left."""
        if not self.panel.take_focus():
            self._tabs.chips[self._panels.index(self.panel)].setFocus(Qt.FocusReason.OtherFocusReason)

    def show_message(self, sentence: str) -> None:
        """Say what was done, for a moment, at the foot of the page."""
        self._note.show_message(sentence)
