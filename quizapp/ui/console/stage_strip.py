"""The slim strip under the wall on a single screen: what comes next, what else there is, and the time."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from quizapp.domain.round import Round
from quizapp.domain.round_plan import Answering
from quizapp.ui.console.bar import ActButtons
from quizapp.ui.console.keys import Act, key_name
from quizapp.ui.console.words import ConsoleWords
from quizapp.ui.flow_layout import FlowLayout
from quizapp.ui.look import Look
from quizapp.ui.overriding import override
from quizapp.ui.small_button import SmallButton
from quizapp.ui.text import Text

_SHOWN = (Act.DISCUSS, Act.REVEAL, Act.MORE_TIME, Act.PAUSE, Act.LEAVE)
_BY_KEY_ALONE = (Act.MORE_TIME, Act.PAUSE)
_ROOMY, _ROOMY_WITH_PAGES, _MARGIN = 800, 1090, 12  # px at 100 % text


class StageStrip(QWidget):
    """One line, or two where the text is large; the wall keeps the rest.

    Args:
        look: the look in force.
        acts: takes the buttons.
        parent: the page.

    Signals:
        turn_requested: the wall's next page is wanted.
    """

    turn_requested = Signal()

    def __init__(self, look: Look, acts: ActButtons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._acts = look, acts
        self._words = ConsoleWords(self)
        self._way = Answering.HANDS
        self._phase, self._time = Text(look, "label", colour="muted"), Text(look, "label_strong")
        self._turn = SmallButton(look, "", "quiet")
        self._turn.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._turn.hide()
        self._turn.clicked.connect(self.turn_requested)
        self._row = FlowLayout(self, gap=2, spread=True)
        self._build(look)
        look.changed.connect(self._fit)

    def _build(self, look: Look) -> None:
        steps = list(self._words.steps().values())
        following = SmallButton(look, steps[0], "filled", icon="arrow-right", room_for=steps)
        self._row.addWidget(self._acts.add(Act.NEXT, following))
        for act in _SHOWN:
            self._row.addWidget(self._acts.add(act, SmallButton(look, self._words.acts()[act], "quiet")))
        self._row.addWidget(self._turn)
        told = QWidget()
        words = QHBoxLayout(told)
        words.setContentsMargins(_MARGIN, 0, _MARGIN, 0)
        words.setSpacing(_MARGIN)
        words.addWidget(self._phase, 0, Qt.AlignmentFlag.AlignVCenter)
        words.addWidget(self._time, 0, Qt.AlignmentFlag.AlignVCenter)
        self._told = told
        self._row.addWidget(told)
        self._fit()

    def _fit(self) -> None:
        """Leave what has a key and is not needed to go on to its key where the width is short."""
        is_roomy = self.width() >= self._look.px(_ROOMY)
        for act in _BY_KEY_ALONE:
            self._acts[act].setVisible(is_roomy)
        # The wall says the phase too; a second line would make it jump when a text takes several pages.
        is_short = self._look.px(_ROOMY) <= self.width() < self._look.px(_ROOMY_WITH_PAGES)
        self._phase.setVisible(self._turn.isHidden() or not is_short)
        self._told.setMinimumHeight(self._acts[Act.NEXT].sizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def show_round(self, round_: Round) -> None:
        """Show where the round stands, and what can be done."""
        self._way = round_.way
        self._acts.show_round(round_)
        self._phase.setText(self._words.phase(round_.phase))
        if round_.is_paused:
            self._time.setText(self.tr("Paused"))

    def show_time(self, seconds: int | None) -> None:
        """Show the seconds left of a vote; None where no time runs."""
        self._time.setText(self._words.time_left(seconds))

    def show_pages(self, page: int, count: int) -> None:
        """Say which page of a long text is on the wall, from 1; there is nothing to say of one alone."""
        self._turn.setText(self.tr("Page {page} of {count}").format(page=page, count=count))
        self._turn.set_key(key_name(Act.TURN, self._way))
        self._turn.setVisible(count > 1)
        self._fit()
