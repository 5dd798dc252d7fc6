"""The card of the key and of how the answers split."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from quizapp.domain.chance import ENOUGH, wilson
from quizapp.domain.movement import movement
from quizapp.domain.question import Choice, Side
from quizapp.domain.round_record import RoundRecord
from quizapp.domain.round_scores import answers_of, numbers_of
from quizapp.ui.compat import override
from quizapp.ui.rounds.console.cards import PADDING, CardHead, Covered
from quizapp.ui.rounds.console.wording import ConsoleWords
from quizapp.ui.rounds.wording import RoundWords
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.style.marks import paint_mark
from quizapp.ui.style.painting import paint_box, painter_on
from quizapp.ui.style.sheet import RING
from quizapp.ui.style.theme import mix
from quizapp.ui.style.type import scaled
from quizapp.ui.widgets.buttons import Button
from quizapp.ui.widgets.cards import Card
from quizapp.ui.widgets.signs import PaintedLabel
from quizapp.ui.widgets.text import Text

_LINE, _TRACK, _ROW_GAP, _SPLIT_GAP = 20, 8, 6, 10  # px at 100 % text
_MARK = 14


@dataclass(frozen=True, slots=True)
class SplitRow:
    """One answer: its name, its side where it has one, and how many gave it."""

    name: str
    side: Side | None
    number: int


class SplitRows(PaintedLabel):
    """One row an answer: name and figures, and the share with its interval.

    The bar stands below the words; between them where all names are letters, so that six rows have room.

    Args:
        appearance: the appearance in force.
        parent: the owner.
    """

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        self._rows: tuple[SplitRow, ...] = ()
        self.setContentsMargins(RING, 0, RING, 0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_rows(self, rows: tuple[SplitRow, ...]) -> None:
        """Show a vote."""
        self._rows = rows
        self.setAccessibleName("; ".join(f"{row.name}: {self._figures(row)}" for row in rows))
        self._apply_style()

    @property
    def _is_compact(self) -> bool:
        return all(row.side is None for row in self._rows)

    @property
    def _total(self) -> int:
        return sum(row.number for row in self._rows)

    def _interval(self, row: SplitRow) -> tuple[float, float, float]:
        """The share, and its lower and upper bound, each 0 to 1."""
        total = self._total
        return row.number / total if total else 0.0, *wilson(row.number, total)

    def _figures(self, row: SplitRow) -> str:
        if not self._total:
            return "0"
        share, low, high = (round(100 * each) for each in self._interval(row))
        if self._total < ENOUGH:
            return self.tr("{n} of {total}").format(n=row.number, total=self._total)
        return self.tr("{n} · {share} % ({low}–{high})").format(n=row.number, share=share, low=low, high=high)

    def _advance(self, words: str) -> float:
        return QFontMetricsF(self._appearance.font("label_strong")).horizontalAdvance(words)

    def _step(self) -> int:
        return scaled(_LINE + _ROW_GAP + (0 if self._is_compact else _TRACK))

    @override
    def sizeHint(self) -> QSize:
        return QSize(scaled(200), len(self._rows) * self._step())

    @override
    def minimumSizeHint(self) -> QSize:
        widths = (self._advance(f"{row.name} {self._figures(row)}") for row in self._rows)
        return QSize(round(max(widths, default=0)) + scaled(2 * _MARK) + 2 * RING, self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        across, line = self.contentsRect(), scaled(_LINE)
        with painter_on(self) as painter:
            for position, row in enumerate(self._rows):
                words = QRectF(across.left(), position * self._step(), across.width(), line)
                self._paint_words(painter, row, words)
                self._paint_bar(painter, row, self._track(words))

    def _track(self, words: QRectF) -> QRectF:
        """Where a row's bar lies: below its words, or between name and figures."""
        track = QRectF(words.left(), words.bottom(), words.width(), scaled(_TRACK))
        if self._is_compact:
            near = max(self._advance(row.name) for row in self._rows) + scaled(_SPLIT_GAP)
            far = max(self._advance(self._figures(row)) for row in self._rows) + scaled(_SPLIT_GAP)
            track.moveTop(words.center().y() - track.height() / 2)
            mirrored = self.isRightToLeft()
            track.adjust(far if mirrored else near, 0, -near if mirrored else -far, 0)
        return track

    def _paint_words(self, painter: QPainter, row: SplitRow, line: QRectF) -> None:
        appearance, is_mirrored = self._appearance, self.isRightToLeft()
        near, far = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        if is_mirrored:
            near, far = far, near
        middle, words = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute, QRectF(line)
        colour = QColor(appearance.theme.ink)
        if row.side is not None:
            edge = scaled(_MARK)
            x = line.right() - edge / 2 if is_mirrored else line.left() + edge / 2
            centre = QPointF(x, line.center().y())
            paint_mark(painter, row.side, centre, edge * 0.85, appearance.theme.mark(row.side))
            words.adjust(0 if is_mirrored else 1.6 * edge, 0, -1.6 * edge if is_mirrored else 0, 0)
            colour = appearance.theme.word(row.side)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # else "42 %" is set as "% 42"
        painter.setFont(appearance.font("label_strong"))
        painter.setPen(QPen(colour))
        painter.drawText(words, int(near | middle), row.name)
        painter.setPen(QPen(QColor(appearance.theme.ink)))
        painter.drawText(line, int(far | middle), self._figures(row))

    def _paint_bar(self, painter: QPainter, row: SplitRow, track: QRectF) -> None:
        """The share as a tick, its interval as a band."""
        theme, radius, half = self._appearance.theme, track.height() / 2, scaled(2)
        if track.width() < 2 * half:
            return
        edge = theme.line if theme.is_flat else None
        paint_box(painter, track, radius, theme.sunken, edge)
        if not self._total:
            return
        share, low, high = self._interval(row)
        if self._total >= ENOUGH:
            paint_box(painter, self._span(low, high, track), radius, mix(theme.sunken, theme.ink, 0.45))
        at = self._span(share, share, track.adjusted(half, 0, -half, 0)).center().x()
        tick = QRectF(at - half, track.top() - half, 2 * half, track.height() + 2 * half)
        paint_box(painter, tick, half, theme.ink)

    def _span(self, low: float, high: float, track: QRectF) -> QRectF:
        """The part of a track from one share to another, mirrored where reading starts at the right."""
        if self.isRightToLeft():
            low, high = 1 - high, 1 - low
        left = track.left() + low * track.width()
        return QRectF(left, track.top(), (high - low) * track.width(), track.height())


class SplitCard(Card):
    """Covered until it is peeked at, open from the verdict on.

    Args:
        appearance: the appearance in force.
        parent: the page.

    Signals:
        held: carries whether the button that peeks is held down.
    """

    held = Signal(object)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=PADDING)
        self.setProperty("group", True)
        self.setAccessibleName(self.tr("Votes and answer"))
        self.body.setSpacing(0)
        self._words, self._roster = ConsoleWords(self), RoundWords(self)
        self._peek = Button(self.tr("Peek"), "outline", "K", small=True)
        self._peek.setAccessibleName(self.tr("Hold to peek"))
        self._peek.setToolTip(self.tr("Only here, never on the wall"))
        self._peek.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._covered = Covered(appearance, self.accessibleName())
        self._key = Text("body_strong")
        self._rows = SplitRows(appearance)
        self._moved = Text("label")
        self._build()

    def _build(self) -> None:
        head = CardHead("eye-off", self.accessibleName())
        head.put(self._peek)
        self.body.addWidget(head)
        self.body.addLayout(self._covered, 1)
        for part in (self._key, self._rows, self._moved):
            self._covered.column.addWidget(part)
        self._covered.column.addStretch(1)
        self._peek.pressed.connect(self._hold)
        self._peek.released.connect(self._let_go)

    def show_record(self, record: RoundRecord) -> None:
        """Show the newest vote on the question in front."""
        question, ballot = record.question, record.round.ballot
        numbers = numbers_of(question, ballot) if ballot else (0,) * len(answers_of(question))
        rows = zip(answers_of(question), numbers, strict=True)
        is_choice = isinstance(question, Choice)
        self._rows.show_rows(
            tuple(
                SplitRow(self._roster.answer(answer), None if is_choice else Side(answer), number)
                for answer, number in rows
            )
        )
        self._key.setText(self._words.key(question))
        moved = movement(record.round.item, question)
        told = [self._words.change(moved), self._words.moves(moved)] if moved else []
        self._moved.setText("\n".join(each for each in told if each))
        self._moved.setVisible(bool(told))

    @property
    def said(self) -> str:
        """Key and votes in words."""
        return f"{self._key.text()}. {self._rows.accessibleName()}"

    def set_key(self, key: str) -> None:
        """Name the key that peeks."""
        self._peek.set_key(key)

    def cover(self, *, covered: bool, may_peek: bool) -> None:
        """Cover it or not; the button waits where there is nothing to peek at."""
        self._covered.cover(covered=covered)
        self._peek.setEnabled(may_peek)

    def _hold(self) -> None:
        self.held.emit(True)

    def _let_go(self) -> None:
        self.held.emit(False)
