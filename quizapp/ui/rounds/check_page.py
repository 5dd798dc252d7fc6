"""The page before the room comes in: which screen is the wall, and what is worth a look."""

import sys

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.domain.mixing import TWIN_GAP, twin_of
from quizapp.domain.question import Question
from quizapp.domain.round_plan import AfterLock, AnsweringMode
from quizapp.ui.compat import override
from quizapp.ui.rounds.plan_questions import LONGEST_ON_WALL, word_count
from quizapp.ui.rounds.views import CheckView, ScreenView
from quizapp.ui.rounds.wording import RoundWords
from quizapp.ui.widgets.buttons import ENTER, Button
from quizapp.ui.widgets.cards import Card, WarningLine
from quizapp.ui.widgets.choices import Option, OptionList
from quizapp.ui.widgets.layouts import FlowLayout, TwoColumns, clear, enable_height_for_width
from quizapp.ui.widgets.page import WIDE, Footer, ScrollPage, lay_out_with_footer
from quizapp.ui.widgets.text import Text
from quizapp.ui.wording import FontWords

_BESIDE_FROM = 1200  # px at 100 % text: less, and all cards stand one below the other
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

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = RoundWords(self)
        self._fonts = FontWords(self)
        self._names: list[str] = []
        self._title = Text("title")
        self._about = Text("body", tone="muted")
        self.screens = OptionList(self.tr("Screen of the wall"))
        self._alone = Text("body")
        self._sight = Text("body", tone="muted")
        self._warnings = QVBoxLayout()
        self._outcome = Text("label", tone="muted")
        self.back = Button(self.tr("Back"), "quiet", key="Esc")
        self.begin = Button(self.tr("Open the lobby"), "filled", key="Enter", icon="arrow-right", after=True)
        self._build()
        self._connect_signals()

    # -- building ------------------------------------------------------------------------------

    def _build(self) -> None:
        self.setAccessibleName(self.tr("Before the room comes in"))
        scroll = self._scroll = ScrollPage(wide=WIDE)
        scroll.column.addWidget(self._title)
        scroll.column.addWidget(self._about)
        beside = TwoColumns(gap=8, row_gap=8, least=_BESIDE_FROM)
        beside.addWidget(self._screen_card())
        beside.addWidget(self._what_to_look_at())
        scroll.column.addLayout(beside)
        scroll.column.addStretch(1)
        footer = Footer(wide=WIDE)
        footer.put(self._outcome, self._buttons())
        lay_out_with_footer(self, scroll, footer)

    def _buttons(self) -> QWidget:
        """Back and on, on two lines where the width is short."""
        buttons = QWidget()
        row = FlowLayout(buttons)
        enable_height_for_width(buttons)
        row.addWidget(self.back)
        row.addWidget(self.begin)
        return buttons

    def _what_to_look_at(self) -> QWidget:
        """The cards beside that of the screens, or below it."""
        both = QWidget()
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._sight_card())
        column.addWidget(self._warning_card(), 1)
        return both

    def _card(self, title: str) -> Card:
        card = Card(padding=(22, 14))
        card.body.setSpacing(4)
        card.setProperty("group", True)
        card.setAccessibleName(title)
        card.body.addWidget(Text("section", title))
        return card

    def _screen_card(self) -> Card:
        card = self._card(self.tr("The wall"))
        card.body.addWidget(self._alone)
        card.body.addWidget(self.screens)
        card.body.addStretch(1)
        return card

    def _sight_card(self) -> Card:
        card = self._card(self.tr("Can the back row read this line?"))
        card.body.addWidget(self._sight)
        card.body.addStretch(1)
        return card

    def _warning_card(self) -> Card:
        card = self._card(self.tr("Checks"))
        self._warnings.setSpacing(6)
        card.body.addLayout(self._warnings)
        card.body.addStretch(1)
        return card

    def _connect_signals(self) -> None:
        self.screens.chosen.connect(self._choose)
        self.back.clicked.connect(self.left)
        self.begin.clicked.connect(self.begin_requested)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the lobby, unless a button has the focus; Esc goes back."""
        if event.key() in ENTER and not event.isAutoRepeat():
            self.begin.click()
        elif event.key() == Qt.Key.Key_Escape:
            self.back.click()
        else:
            super().keyPressEvent(event)

    # -- showing -------------------------------------------------------------------------------

    def show_check(self, view: CheckView) -> None:
        """Show a plan that is about to begin; a screen may come or go meanwhile."""
        self._title.setText(self.tr("Before the room comes in"))
        self._about.setText(view.plan.title)
        count = len(view.plan.questions)
        facts = [self._words.questions(count), self._words.mode(view.plan.answering)]
        facts.append(self._words.duration(count))
        kept = [self.tr("A rehearsal: nothing of it is saved.")] if view.is_rehearsal else []
        self._outcome.setText("\n".join([" · ".join(facts), *kept]))
        self._show_screens(view)
        self._show_warnings(self._warnings_of(view))

    def _show_screens(self, view: CheckView) -> None:
        self._names = [*(screen.name for screen in view.screens), ONE_SCREEN]
        one = Option(self.tr("This screen only"), self.tr("Key and votes stay covered until the verdict."))
        position = self._names.index(view.screen) if view.screen in self._names else len(self._names) - 1
        self.screens.show_options([*map(self._option, view.screens), one], position)
        self.screens.setVisible(bool(view.screens))
        self._alone.setVisible(not view.screens)
        self._alone.setText(
            self.tr(
                "There is one screen, or all show the same picture. So the round runs on this one: key and "
                "votes stay covered until the verdict.\n\nIs a projector connected? Extend the screens "
                "instead of mirroring them: {how}. It is then offered here."
            ).format(how=self._how_to_extend())
        )
        self._sight.setText(
            self.tr("The wall shows it now, in its smallest letters. If not: zoom in, or darken the room.")
            if self._names[position]
            else self.tr("The smallest letters of the round are about as large as this line above.")
        )

    def _how_to_extend(self) -> str:
        """Where this system has the setting that makes two screens of two."""
        if sys.platform == "win32":
            return self.tr("press Windows and P, and choose Extend")
        if sys.platform == "darwin":
            return self.tr("under Displays in System Settings, use the projector as an extended display")
        return self.tr("in the display settings, choose to extend or join the displays")

    def _option(self, screen: ScreenView) -> Option:
        size = self.tr("{width} × {height}").format(width=screen.width, height=screen.height)
        return Option(screen.name, size)

    def _show_warnings(self, sentences: list[str]) -> None:
        clear(self._warnings)
        for sentence in sentences:
            self._warnings.addWidget(WarningLine(sentence))
        if not sentences:
            self._warnings.addWidget(Text("body", self.tr("All ready."), "muted"))

    def take_focus(self) -> None:
        """Begin at the top: let Enter open the lobby."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._scroll.verticalScrollBar().setValue(0)

    def _choose(self, position: object) -> None:
        if isinstance(position, int):
            self.screen_chosen.emit(self._names[position])

    # -- warnings, none of which keeps a round from starting --------------------------------------

    def _warnings_of(self, view: CheckView) -> list[str]:
        """All that is worth a look in a plan."""
        questions = [view.bank.question(ref.question_id) for ref in view.plan.questions]
        said = [
            self._long_texts(questions),
            self._close_twins(questions),
            self._missing_headcount(view),
            self._only_warm_up(view),
            self._without_remote(view),
            self._without_points(view, questions),
            self._fonts.missing([view.plan.title, *questions]),
        ]
        return [sentence for sentence in said if sentence]

    def _long_texts(self, questions: list[Question]) -> str:
        positions = [
            position for position, each in enumerate(questions, 1) if word_count(each) > LONGEST_ON_WALL
        ]
        if not positions:
            return ""
        if len(positions) == 1:
            return self.tr("Question {position} has over {most} words: the wall shows it in pages.").format(
                position=positions[0], most=LONGEST_ON_WALL
            )
        return self.tr("Questions {positions} have over {most} words: the wall shows them in pages.").format(
            positions=", ".join(map(str, positions)), most=LONGEST_ON_WALL
        )

    def _close_twins(self, questions: list[Question]) -> str:
        """The first two twins so close to each other that one may give the other away."""
        positions = {question.id: position for position, question in enumerate(questions, 1)}
        for position, question in enumerate(questions, 1):
            twin = positions.get(twin_of(question), 0)
            if position < twin < position + TWIN_GAP:
                return self.tr("Questions {one} and {other} are twins: one may give the other away.").format(
                    one=position, other=twin
                )
        return ""

    def _missing_headcount(self, view: CheckView) -> str:
        if view.plan.answering is not AnsweringMode.HANDS or view.plan.headcount:
            return ""
        return self.tr("Nobody counted the room, so nobody will know how many did not vote.")

    def _only_warm_up(self, view: CheckView) -> str:
        only = view.plan.warm_up and len(view.plan.questions) == 1
        return self.tr("The only question is a warm-up, without points.") if only else ""

    def _without_remote(self, view: CheckView) -> str:
        if view.plan.after_lock is not AfterLock.ASK:
            return ""
        return self.tr("A remote cannot choose after the lock; choose what follows on the plan.")

    def _without_points(self, view: CheckView, questions: list[Question]) -> str:
        said = self._words.unscored(view.plan, questions)
        return self.tr("Of the questions {said}.").format(said=said) if said else ""
