"""The cards of Today: a paper and a round to go on with, the weakest kind of reason, the bank."""

from collections.abc import Sequence
from math import ceil
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.domain.directions import isolated
from quizapp.ui.compat import override
from quizapp.ui.running_paper import RunningPaperCard
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.style.sheet import RING
from quizapp.ui.style.type import scaled
from quizapp.ui.widgets.buttons import Button
from quizapp.ui.widgets.cards import Card, CardList, OfferCard
from quizapp.ui.widgets.interval_band import IntervalBand
from quizapp.ui.widgets.text import Text

if TYPE_CHECKING:
    from quizapp.domain.cue_score import CueScore

_ROUND_KEY, _PAPER_KEY = "Ctrl+R", "Ctrl+E"
_KEY_FROM = 260  # px at 100 % text: the least width of a card with a button that shows its key


_MOST_CUES = 3


class RoundView(NamedTuple):
    """A round that was left in the middle.

    Attributes:
        id: names it.
        title: what it is called.
        position: its question in front, from 1; 0 in the lobby.
        total: how many it asks.
        others: how many more rounds were left in the middle.
    """

    id: str
    title: str
    position: int
    total: int
    others: int = 0


class RoundCard(OfferCard):
    """Says where a round with a class stopped: people may be waiting, so Enter goes on with it.

    Only the time of a paper, which runs, is more pressing.

    Attributes:
        primary: the button that goes on.

    Signals:
        resume_requested: go on with it; carries its id.
        rounds_requested: show all rounds.
    """

    resume_requested = Signal(object)
    rounds_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=(22, 14))
        self._id, self._is_second = "", False
        self._title, self._others = Text("choice_strong"), Text("label", tone="muted")
        self.words.addWidget(self._title)
        self.words.addWidget(self._others)
        show_all = Button(self.tr("Show rounds"), "quiet")
        self.primary = go_on = Button(
            self.tr("Resume the round"), "filled", key="Enter", icon="arrow-right", after=True
        )
        shortcut = QShortcut(QKeySequence(_ROUND_KEY), go_on)
        shortcut.activated.connect(go_on.click)
        self.buttons.addWidget(show_all)
        self.buttons.addWidget(go_on)
        show_all.clicked.connect(self.rounds_requested)
        go_on.clicked.connect(self._ask_to_resume)

    def show_round(self, view: RoundView | None) -> None:
        """Offer this round; none hides the card."""
        self.setVisible(view is not None)
        if view is None:
            return
        self._id = view.id
        stopped = self.tr("The round “{title}” stopped at question {position} of {total}")
        if not view.position:
            stopped = self.tr("The round “{title}” stopped in the lobby")
        self._title.setText(
            stopped.format(title=isolated(view.title), position=view.position, total=view.total)
        )
        kept = self.tr("What was saved is here.")
        if view.others:
            more = self.tr("Rounds also lists {count} more that were not ended.").format(count=view.others)
            kept = f"{kept} {more}"
        self._others.setText(kept)

    def _ask_to_resume(self) -> None:
        self.resume_requested.emit(self._id)

    def stand_second(self, *, is_second: bool) -> None:
        """Leave Enter and the filled button to what is more pressing, or have them."""
        self._is_second = is_second
        self.primary.set_kind("outline" if is_second else "filled")
        self._show_key(self.width())

    def _show_key(self, width: int) -> None:
        """The key on the button is the first thing to go where its words need the room."""
        key = _ROUND_KEY if self._is_second else "Enter"
        self.primary.set_key(key if width >= scaled(_KEY_FROM) else "")

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._show_key(event.size().width())
        super().resizeEvent(event)


class PaperCard(RunningPaperCard):
    """Says that a paper is running, which nothing on this page stops: Enter goes on with it.

    Attributes:
        primary: the button that goes on.

    Signals:
        resume_requested: go on with it; carries its id.
    """

    resume_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.primary = go_on = Button(
            self.tr("Resume the paper"), "filled", key="Enter", icon="arrow-right", after=True
        )
        shortcut = QShortcut(QKeySequence(_PAPER_KEY), go_on)
        shortcut.activated.connect(go_on.click)
        self.buttons.addWidget(go_on)
        go_on.clicked.connect(self._ask_to_resume)

    def _ask_to_resume(self) -> None:
        self.resume_requested.emit(self.paper_id)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """The key on the button is the first thing to go where its words need the room."""
        self.primary.set_key("Enter" if event.size().width() >= scaled(_KEY_FROM) else "")
        super().resizeEvent(event)


class SmallCard(Card):
    """One thing worth knowing: a caption, what it says, and a button at the foot where there is one.

    Args:
        caption: what the card is about.
        parts: what it says, from above.
        button: what can be done about it.
        parent: the page.

    Attributes:
        caption: what it is about.
    """

    def __init__(
        self, caption: str, *parts: QWidget, button: Button | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.body.setSpacing(4)
        self.caption = Text("label_strong", caption, "muted")
        self.body.addWidget(self.caption)
        for part in parts:
            self.body.addWidget(part)
        self.body.addStretch(1)
        if button is not None:
            self.body.addSpacing(4)
            self.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)


class SteadyText(Text):
    """A text that keeps room for what it usually says, so that nothing below it moves once that is known.

    Args:
        use: as for a text.
        room_for: what it usually says.
        tone: as for a text.
        parent: the owner.
    """

    def __init__(self, use: str, room_for: str, tone: str = "ink", parent: QWidget | None = None) -> None:
        self._room_for = room_for
        super().__init__(use, "", tone, parent)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)  # as in the card beside it

    def keep_room_for(self, usual: str) -> None:
        """Keep room for something else; for nothing where that is empty."""
        if usual != self._room_for:
            self._room_for = usual
            self.updateGeometry()

    @override
    def heightForWidth(self, width: int) -> int:
        """The px that the longer of both needs."""
        box = QRect(0, 0, max(1, width - 2 * RING), 0)
        usual = self.fontMetrics().boundingRect(box, int(Qt.TextFlag.TextWordWrap), self._room_for)
        return max(super().heightForWidth(width), usual.height())


class CountRow(QWidget):
    """A large number, and what it counts behind it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number, self._words = Text("number"), Text("choice", tone="muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._number)
        row.addWidget(self._words, 1, Qt.AlignmentFlag.AlignBottom)

    def show_count(self, number: str, words: str) -> None:
        """Show another number."""
        self._number.setText(number)
        self._words.setText(words)


class _CountText(Text):
    """A count with room for the widest of several: what stands before them ends at one line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._counts: tuple[str, ...] = ()
        super().__init__("body", "", "muted", parent)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def show_count(self, count: str, counts: Sequence[str]) -> None:
        """Show one of these counts."""
        self._counts = tuple(counts)
        self.setText(count)
        self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        hint, metrics = super().sizeHint(), QFontMetricsF(self.font())
        widest = max((metrics.horizontalAdvance(count) for count in self._counts), default=0.0)
        return QSize(max(hint.width(), ceil(widest) + 1 + 2 * RING), hint.height())


class CueRow(QWidget):
    """A kind of reason with its score, and the doubt in it as a band."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._count = Text("body_strong"), _CountText()
        self._band = IntervalBand(appearance, ends=False)
        line = QHBoxLayout()
        line.setContentsMargins(RING, 0, 0, 0)  # the band begins where words do
        line.addWidget(self._band, 1)
        line.addWidget(self._count)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(2)
        column.addWidget(self._name)
        column.addLayout(line)

    def show_score(self, score: "CueScore", count: str, counts: Sequence[str]) -> None:
        """Show another score, with as much room for its count as the widest of all needs."""
        self._name.setText(score.name)
        self._count.show_count(count, counts)
        self._band.show_interval(score.low, score.high, score.earned / max(1, score.asked), None)


class WeakestCard(SmallCard):
    """Names the weakest kind of reason, its score and the score's interval, and offers to practise it.

    Signals:
        practise_requested: begin a set on this cue.
    """

    practise_requested = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        self._appearance = appearance
        self._scores: tuple[CueScore, ...] = ()
        self._has_room = False
        self._score, column = Text("body", tone="muted"), QWidget()
        rows = QVBoxLayout(column)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        self._rows = CardList[CueRow](rows)
        self._practise = Button("", small=True)
        super().__init__("", column, self._score, button=self._practise, parent=parent)
        self._practise.clicked.connect(self.practise_requested)

    def show_cues(self, scores: "Sequence[CueScore]") -> None:
        """Show the weakest, the weakest first; none hides the card."""
        self._scores = tuple(scores)
        self._fill()

    def show_more(self, *, wanted: bool) -> None:
        """Show the next weakest as well, where there is room."""
        if wanted is not self._has_room:
            self._has_room = wanted
            self._fill()

    def _fill(self) -> None:
        self.setVisible(bool(self._scores))
        shown = self._scores[: _MOST_CUES if self._has_room else 1]
        counts = [self._count(score) for score in shown]
        rows = self._rows.resized(len(shown), self._new_row)
        for row, score, count in zip(rows, shown, counts, strict=True):
            row.show_score(score, count, counts)
        if not shown:
            return
        is_one = len(shown) == 1
        self.caption.setText(
            self.tr("Weakest kind of reason") if is_one else self.tr("Weakest kinds of reason")
        )
        self._practise.setText(self.tr("Practise it") if is_one else self.tr("Practise the weakest"))
        self._score.setText(self._sentence(shown[0]))

    def _count(self, score: "CueScore") -> str:
        return self.tr("{earned} of {asked}").format(earned=score.earned, asked=score.asked)

    def _new_row(self) -> CueRow:
        return CueRow(self._appearance)

    def _sentence(self, score: "CueScore") -> str:
        """What the figures count, and what the band means."""
        sentence = self.tr(
            "Right for the right reason, over all sessions. Your level is likely between {low} % and "
            "{high} %: the grey band."
        )
        if len(self._scores) > 1 and self._has_room:
            sentence = self.tr(
                "Right for the right reason, over all sessions. The grey band is where your level likely is: "
                "for the weakest between {low} % and {high} %."
            )
        return sentence.format(low=round(100 * score.low), high=round(100 * score.high))


class UsedBankCard(SmallCard):
    """Its title and what it holds, with a way to the banks.

    Signals:
        banks_requested: show the banks.
    """

    banks_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self._title, self._holds = Text("section"), Text("body", tone="muted")
        show = Button(self.tr("Show banks"), small=True)
        super().__init__(self.tr("Your bank"), self._title, self._holds, button=show, parent=parent)
        show.clicked.connect(self.banks_requested)

    def show_bank(self, title: str, holds: str) -> None:
        """Show a bank's title, and what it holds in words."""
        self._title.setText(title)
        self._holds.setText(holds)

    def show_title(self, title: str) -> None:
        """Show something else in place of the title."""
        self._title.setText(title)
