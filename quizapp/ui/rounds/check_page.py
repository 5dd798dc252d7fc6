"""A look around before the room comes in: which screen is the wall, and can the back row read it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.ui.action_button import ActionButton
from quizapp.ui.card import Card
from quizapp.ui.footer import Footer
from quizapp.ui.icon_sign import IconSign
from quizapp.ui.layouts import clear
from quizapp.ui.look import Look
from quizapp.ui.option_list import Option, OptionList
from quizapp.ui.option_row import REACH
from quizapp.ui.overriding import override
from quizapp.ui.painting import INSET
from quizapp.ui.pressable import ENTER
from quizapp.ui.rounds.check_words import CheckWords
from quizapp.ui.rounds.round_words import RoundWords
from quizapp.ui.rounds.rounds_view import CheckView, ScreenView
from quizapp.ui.rows import HeadRow, ReachingColumn
from quizapp.ui.scroll_page import ScrollPage
from quizapp.ui.text import Text

ONE_SCREEN = ""
"""The name that stands for one screen for console and wall."""


class CheckPage(QWidget):
    """While it is in front, the wall shows the line that the back row shall read.

    Signals:
        screen_chosen: which screen is the wall; carries its name, `ONE_SCREEN` for none of its own.
        begin_requested: open the lobby.
        left: somebody goes back.
    """

    screen_chosen = Signal(object)
    begin_requested = Signal()
    left = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._sentences = CheckWords(self)
        self._words = RoundWords(self)
        self._names: list[str] = []
        self._title = Text(look, "title")
        self._about = Text(look, "body", colour="muted")
        self.screens = OptionList(look, self.tr("Screen of the wall"))
        self._alone = Text(look, "body")
        self._sight = Text(look, "body", colour="muted")
        self._warnings = QVBoxLayout()
        self._outcome = Text(look, "label", colour="muted", inset=INSET)
        self._back = ActionButton(look, self.tr("Back"), "quiet", key="Esc")
        self._begin = ActionButton(
            look, self.tr("Open the lobby"), "filled", key="Enter", icon="arrow-right", icon_after=True
        )
        self._build()
        self._connect_signals()

    # -- building ------------------------------------------------------------------------------

    def _build(self) -> None:
        self.setAccessibleName(self.tr("Before the room comes in"))
        scroll = self._scroll = ScrollPage(self._look)
        scroll.column.setSpacing(6)
        head = HeadRow(self._look, below=0)
        head.addWidget(self._title)
        scroll.column.addLayout(head)
        below = HeadRow(self._look, above=0)
        below.addWidget(self._about)
        scroll.column.addLayout(below)
        for card in (self._screen_card(), self._sight_card(), self._warning_card()):
            scroll.column.addWidget(card)
        scroll.column.addStretch(1)
        footer = Footer(self._look)
        footer.put(self._outcome, self._back, self._begin)
        footer.follow(scroll.verticalScrollBar())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(scroll, 1)
        layout.addWidget(footer)

    def _card(self, title: str) -> Card:
        card = Card(self._look, padding=(22, 14))
        card.body.setSpacing(4)
        card.body.addWidget(Text(self._look, "section", title))
        return card

    def _screen_card(self) -> Card:
        card = self._card(self.tr("The wall"))
        card.body.addWidget(self._alone)
        column = ReachingColumn(self._look, REACH, sideways=True)
        column.addWidget(self.screens)
        card.body.addLayout(column)
        return card

    def _sight_card(self) -> Card:
        card = self._card(self.tr("Can the back row read this line?"))
        card.body.addWidget(self._sight)
        return card

    def _warning_card(self) -> Card:
        card = self._card(self.tr("Worth a look"))
        self._warnings.setSpacing(6)
        card.body.addLayout(self._warnings)
        return card

    def _connect_signals(self) -> None:
        self.screens.chosen.connect(self._choose)
        self._back.clicked.connect(self.left)
        self._begin.clicked.connect(self.begin_requested)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the lobby, unless a button has the focus; Esc goes back."""
        if event.key() in ENTER and not event.isAutoRepeat():
            self._begin.click()
        elif event.key() == Qt.Key.Key_Escape:
            self._back.click()
        else:
            super().keyPressEvent(event)

    # -- showing -------------------------------------------------------------------------------

    def show_check(self, view: CheckView) -> None:
        """Show a plan that is about to begin; a screen may come or go meanwhile."""
        self._title.setText(self.tr("Before the room comes in"))
        self._about.setText(view.plan.title)
        count = len(view.plan.questions)
        facts = [self._words.questions(count), self._words.way(view.plan.answering)]
        facts.append(self._words.duration(count))
        kept = [self.tr("A rehearsal: nothing of it is kept.")] if view.is_rehearsal else []
        self._outcome.setText("\n".join([" · ".join(facts), *kept]))
        self._show_screens(view)
        self._show_warnings(self._sentences.warnings(view))

    def _show_screens(self, view: CheckView) -> None:
        self._names = [*(screen.name for screen in view.screens), ONE_SCREEN]
        one = Option(self.tr("This screen only"), self.tr("Key and votes stay covered until the verdict."))
        place = self._names.index(view.screen) if view.screen in self._names else len(self._names) - 1
        self.screens.show_options([*map(self._option, view.screens), one], place)
        self.screens.setVisible(bool(view.screens))
        self._alone.setVisible(not view.screens)
        self._alone.setText(
            self.tr(
                "No second screen was found, so the round runs on this one: key and votes stay covered "
                "until the verdict. A projector that is plugged in now, and not mirrored, is offered here."
            )
        )
        self._sight.setText(
            self.tr("The wall shows it now, in its smallest letters. If not: zoom in, or darken the room.")
            if self._names[place]
            else self.tr("The smallest letters of the round are about as large as this line above.")
        )

    def _option(self, screen: ScreenView) -> Option:
        size = self.tr("{width} × {height}").format(width=screen.width, height=screen.height)
        return Option(screen.name, size)

    def _show_warnings(self, sentences: list[str]) -> None:
        clear(self._warnings)
        for sentence in sentences:
            line = QWidget()
            row = QHBoxLayout(line)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(10)
            row.addWidget(IconSign(self._look, "triangle-alert"), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(Text(self._look, "body", sentence), 1)
            self._warnings.addWidget(line)
        if not sentences:
            self._warnings.addWidget(Text(self._look, "body", self.tr("Nothing. All is ready."), "muted"))

    def take_focus(self) -> None:
        """Begin at the top: let Enter open the lobby."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._scroll.verticalScrollBar().setValue(0)

    def _choose(self, place: object) -> None:
        if isinstance(place, int):
            self.screen_chosen.emit(self._names[place])
