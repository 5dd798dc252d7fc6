"""Preview, split, advice, room."""

from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QActionGroup,
    QColor,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMenu,
    QScrollArea,
    QSizePolicy,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from quizapp.domain.advice import advice
from quizapp.domain.bank import Vocabulary
from quizapp.domain.chance import wilson
from quizapp.domain.movement import movement
from quizapp.domain.question import Choice, Question, Side, Verdict
from quizapp.domain.round import Phase, Voter
from quizapp.domain.round_plan import AnsweringMode
from quizapp.domain.round_record import RoundRecord
from quizapp.domain.round_scores import answers_of, numbers_of
from quizapp.ui.compat import override
from quizapp.ui.rounds.console.commands import LETTERS, Command
from quizapp.ui.rounds.console.wording import ConsoleWords
from quizapp.ui.rounds.entry.panel import EntryPanel
from quizapp.ui.rounds.wording import RosterWords, is_team
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.style.marks import paint_mark
from quizapp.ui.style.painting import INSET, is_flat, mix, paint_box, paint_focus_ring, painter_on
from quizapp.ui.widgets.buttons import SmallButton
from quizapp.ui.widgets.cards import Card
from quizapp.ui.widgets.layouts import (
    HeadRow,
    ReachingColumn,
    enable_height_for_width,
    set_tab_order,
    wrapped_hint,
)
from quizapp.ui.widgets.signs import IconSign, PaintedLabel
from quizapp.ui.widgets.text import Text

_CONTROL = 44  # px at 100 % text


class CardHead(QWidget):
    """Icon, heading, and a note or a control.

    Args:
        appearance: the appearance in force.
        icon: an icon's name.
        heading: what the card is.
        parent: the card.
        tall: whether it is as high as a control, as that of the card beside it may be.
    """

    def __init__(
        self,
        appearance: Appearance,
        icon: str,
        heading: str,
        parent: QWidget | None = None,
        *,
        tall: bool = False,
    ) -> None:
        super().__init__(parent)
        self._appearance, self._is_tall = appearance, tall
        self._note = Text(appearance, "label", colour="muted")
        self._note.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._note.hide()
        self._words = Text(appearance, "label_strong", heading, "muted")
        self._words.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._sign = IconSign(appearance, icon)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._sign)
        row.addWidget(self._words, 1)
        row.addWidget(self._note, 1)
        appearance.changed.connect(self._apply_style)
        self._apply_style()

    def _apply_style(self) -> None:
        self.setMinimumHeight(self._appearance.px(_CONTROL) if self._is_tall else 0)

    def show_note(self, words: str) -> None:
        """Say something at the far end."""
        self._note.setText(words)
        self._note.setVisible(bool(words))

    def put(self, control: QWidget) -> None:
        """Have a control at the far end."""
        self._row.addWidget(control)


_LEAST_PREVIEW = QSize(160, 90)  # px at 100 % text


class Preview(PaintedLabel):
    """A picture as large as it fits, with an edge around it."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        self._picture = QPixmap()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Nothing is on the wall"))

    def show_picture(self, picture: QPixmap, name: str) -> None:
        """Show another picture; the name says in words what is on it."""
        self._picture = picture
        self.setAccessibleName(name or self.tr("The wall as the room sees it"))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(
            self._appearance.px(_LEAST_PREVIEW.width()), self._appearance.px(_LEAST_PREVIEW.height())
        )

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def frame(self) -> QRectF:
        """Where the picture lies: in the middle, with its own proportions."""
        size = QSizeF(self._picture.size() if not self._picture.isNull() else QSize(16, 9))
        fitted = QRectF(0, 0, 1, 1)
        fitted.setSize(size.scaled(QSizeF(self.size()), Qt.AspectRatioMode.KeepAspectRatio))
        fitted.moveCenter(QRectF(self.rect()).center())
        return fitted.toAlignedRect().toRectF() & QRectF(self.rect())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        frame, theme = self.frame(), self._appearance.theme
        with painter_on(self) as painter:
            if self._picture.isNull():
                paint_box(painter, frame, self._appearance.px(6), theme.sunken, theme.border)
                return
            ratio = self.devicePixelRatioF()
            small = self._picture.scaled(
                (frame.size() * ratio).toSize(),
                Qt.AspectRatioMode.IgnoreAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            painter.drawPixmap(frame, small, QRectF(small.rect()))
            paint_box(
                painter, frame, self._appearance.px(4), None, theme.border, max(1.0, self._appearance.scale)
            )


class PreviewCard(Card):
    """The wall, and on which screen it is.

    Args:
        appearance: the appearance in force.
        parent: the page.

    Signals:
        turn_requested: the wall's next page is wanted.
    """

    turn_requested = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent, padding=(18, 12))
        self.setAccessibleName(self.tr("On the wall now"))
        self._head = CardHead(appearance, "monitor", self.tr("On the wall now"))
        self._turn = SmallButton(appearance, "", "outline", key=LETTERS[Command.TURN])
        self._turn.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._turn.clicked.connect(self.turn_requested)
        self._turn.hide()
        self._head.put(self._turn)
        self._preview = Preview(appearance)
        self.body.addWidget(self._head)
        self.body.addWidget(self._preview, 1)

    def show_preview(self, picture: QPixmap, name: str = "") -> None:
        """Show a picture of the wall.

        Args:
            picture: the wall's own frame, of any size.
            name: the picture in words, for screen readers.
        """
        self._preview.show_picture(picture, name)

    def show_pages(self, page: int, count: int, key: str) -> None:
        """Say which page of a long text is on the wall, from 1; there is nothing to say of one alone."""
        self._turn.setText(self.tr("Page {page} of {count}").format(page=page, count=count))
        self._turn.set_key(key)
        self._turn.setVisible(count > 1)

    def show_screen(self, words: str) -> None:
        """Say on which screen the wall is."""
        self._head.show_note(words)


_LINE, _TRACK, _SPLIT_GAP = 20, 8, 6  # px at 100 % text
_MARK = 14


@dataclass(frozen=True, slots=True)
class SplitRow:
    """One answer: its name, its side where it has one, and how many gave it."""

    name: str
    side: Side | None
    number: int


class SplitRows(PaintedLabel):
    """One row an answer: name and figures, and under them the share with its interval.

    Args:
        appearance: the appearance in force.
        parent: the owner.
    """

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        self._rows: tuple[SplitRow, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_rows(self, rows: tuple[SplitRow, ...]) -> None:
        """Show a vote."""
        self._rows = rows
        self.setAccessibleName("; ".join(f"{row.name}: {self._figures(row)}" for row in rows))
        self._apply_style()

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
        return self.tr("{n} · {share} % ({low}–{high})").format(n=row.number, share=share, low=low, high=high)

    def _step(self) -> int:
        return self._appearance.px(_LINE) + self._appearance.px(_TRACK) + self._appearance.px(_SPLIT_GAP)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._appearance.px(200), len(self._rows) * self._step())

    @override
    def minimumSizeHint(self) -> QSize:
        advance = QFontMetricsF(self._appearance.font("label_strong")).horizontalAdvance
        widths = (advance(f"{row.name} {self._figures(row)}") for row in self._rows)
        return QSize(
            round(max(widths, default=0)) + self._appearance.px(2 * _MARK), len(self._rows) * self._step()
        )

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            for position, row in enumerate(self._rows):
                top = position * self._step()
                self._paint_words(painter, row, QRectF(0, top, self.width(), self._appearance.px(_LINE)))
                track = QRectF(0, top + self._appearance.px(_LINE), self.width(), self._appearance.px(_TRACK))
                self._paint_bar(painter, row, track)

    def _paint_words(self, painter: QPainter, row: SplitRow, line: QRectF) -> None:
        appearance, is_mirrored = self._appearance, self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        near, far = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        if is_mirrored:
            near, far = far, near
        middle, words = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute, QRectF(line)
        colour = QColor(appearance.theme.ink)
        if row.side is not None:
            edge = appearance.px(_MARK)
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
        theme, radius = self._appearance.theme, track.height() / 2
        edge = theme.line if theme.sunken == theme.surface else None
        paint_box(painter, track, radius, theme.sunken, edge)
        if not self._total:
            return
        share, low, high = self._interval(row)
        band = self._span(low, high, track)
        paint_box(painter, band, radius, mix(theme.sunken, theme.ink, 0.45))
        half = self._appearance.px(2)
        at = self._span(share, share, track.adjusted(half, 0, -half, 0)).center().x()
        tick = QRectF(
            at - half, track.top() - self._appearance.px(2), 2 * half, track.height() + self._appearance.px(4)
        )
        paint_box(painter, tick, half, theme.ink)

    def _span(self, low: float, high: float, track: QRectF) -> QRectF:
        """The part of a track from one share to another, mirrored where reading starts at the right."""
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            low, high = 1 - high, 1 - low
        left = track.left() + low * track.width()
        return QRectF(left, track.top(), (high - low) * track.width(), track.height())


_RADIUS, _STEP, _LEAST_COVER = 10, 12, 44
_PILL_ACROSS, _PILL = 14, 28


class Cover(PaintedLabel):
    """The hatched paper over it."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        self.setAccessibleName(self.tr("Covered"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @override
    def sizeHint(self) -> QSize:
        """A word's room; it takes what there is."""
        words = QFontMetricsF(self._appearance.font("label_strong")).horizontalAdvance(self.tr("Covered"))
        return QSize(round(words) + self._appearance.px(3 * _PILL_ACROSS), self._appearance.px(_LEAST_COVER))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, rect = self._appearance.theme, QRectF(self.rect())
        fill = QColor(theme.surface) if is_flat(theme) else QColor(theme.sunken)
        with painter_on(self) as painter:
            paint_box(painter, rect, self._appearance.px(_RADIUS), fill, theme.border)
            self._hatch(painter, rect, mix(theme.sunken, theme.border, 0.6 if is_flat(theme) else 0.3))
            self._paint_word(painter, rect, fill)

    def _hatch(self, painter: QPainter, rect: QRectF, colour: QColor) -> None:
        painter.save()
        path = QPainterPath()
        inner, radius = rect.adjusted(1, 1, -1, -1), self._appearance.px(_RADIUS)
        path.addRoundedRect(inner, radius, radius)
        painter.setClipPath(path)
        painter.setPen(QPen(colour, self._appearance.scale))
        x, step = rect.left() - rect.height(), self._appearance.px(_STEP)
        while x < rect.right():
            painter.drawLine(round(x), round(rect.bottom()), round(x + rect.height()), round(rect.top()))
            x += step
        painter.restore()

    def _paint_word(self, painter: QPainter, rect: QRectF, fill: QColor) -> None:
        words, px = self.tr("Covered"), self._appearance.px
        across = QFontMetricsF(self._appearance.font("label_strong")).horizontalAdvance(words)
        pill = QRectF(0, 0, across + 2 * px(_PILL_ACROSS), px(_PILL))
        pill.moveCenter(rect.center())
        paint_box(painter, pill, px(6), fill)
        painter.setFont(self._appearance.font("label_strong"))
        painter.setPen(QPen(QColor(self._appearance.theme.muted)))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, words)


class QuietScroll(QScrollArea):
    """A column that scrolls down where it must; Tab reaches it only then, and arrows scroll it.

    Args:
        name: what is in it, for screen readers.
        parent: the owner.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        content = QWidget()
        content.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        self.column = QVBoxLayout(content)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(4)
        self.setWidget(content)
        content.setAutoFillBackground(False)  # setWidget has switched it on
        self._update_focus_policy()
        self.verticalScrollBar().rangeChanged.connect(self._update_focus_policy)

    def _update_focus_policy(self) -> None:
        """Be reached by Tab while there is something to scroll."""
        scrolls = self.verticalScrollBar().maximum() > 0
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if scrolls else Qt.FocusPolicy.NoFocus)

    def scroll_by(self, share: float) -> None:
        """Scroll by a share of what is visible."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + round(share * self.viewport().height()))

    @override
    def minimumSizeHint(self) -> QSize:
        """As narrow as what is in it, and low: it scrolls."""
        content = self.widget()
        across = content.minimumSizeHint().width() if content is not None else 0
        return QSize(across + self.verticalScrollBar().sizeHint().width(), 2 * self.fontMetrics().height())


class Covered(QWidget):
    """A scrolling column under a cover; it starts covered.

    Args:
        appearance: the appearance in force.
        name: what is in it, for screen readers.
        parent: the owner.
    """

    def __init__(self, appearance: Appearance, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._scroll = QuietScroll(name)
        self._scroll.installEventFilter(self)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(Cover(appearance))
        self._stack.addWidget(self._scroll)

    @property
    def column(self) -> QVBoxLayout:
        """Where what is covered stands."""
        return self._scroll.column

    @property
    def is_covered(self) -> bool:
        """Whether nothing of it can be seen."""
        return self._stack.currentIndex() == 0

    def cover(self, *, covered: bool) -> None:
        """Cover it, or take the cover off."""
        if covered != self.is_covered:
            self._stack.setCurrentIndex(0 if covered else 1)

    def scroll_by(self, share: float) -> None:
        """Scroll by a share of what is visible, while it is."""
        if not self.is_covered:
            self._scroll.scroll_by(share)

    def to_top(self) -> None:
        """Show its beginning."""
        self._scroll.verticalScrollBar().setValue(0)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show the ring while the column has the focus."""
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self.update()
        return super().eventFilter(watched, event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ring, inside: the column leaves room for it."""
        if self._scroll.hasFocus():
            edge = self._appearance.px(INSET)
            rect = QRectF(self.rect()).adjusted(edge, edge, -edge, -edge)
            with painter_on(self) as painter:
                paint_focus_ring(painter, rect, self._appearance, _RADIUS)


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
        super().__init__(appearance, parent, padding=(18, 12))
        self.setAccessibleName(self.tr("Split and key"))
        self._words, self._roster = ConsoleWords(self), RosterWords(self)
        self._peek = SmallButton(appearance, self.tr("Peek"), "outline", key="K", icon="eye")
        self._peek.setAccessibleName(self.tr("Hold to peek"))
        self._peek.setToolTip(self.tr("Only here, never on the wall"))
        self._peek.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._covered = Covered(appearance, self.accessibleName())
        self._key = Text(appearance, "body_strong")
        self._rows = SplitRows(appearance)
        self._moved = Text(appearance, "label")
        self._build(appearance)

    def _build(self, appearance: Appearance) -> None:
        head = CardHead(appearance, "eye-off", self.accessibleName())
        head.put(self._peek)
        self.body.addWidget(head)
        self.body.addWidget(self._covered, 1)
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


_ADVISED = frozenset({Phase.LOCKED, Phase.DISCUSS})


class AdviceCard(Card):
    """Private like the key: it rests on it.

    Args:
        appearance: the appearance in force.
        parent: the page.
    """

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent, padding=(18, 12))
        self.setAccessibleName(self.tr("Advice and notes"))
        self._words = ConsoleWords(self)
        self._covered = Covered(appearance, self.accessibleName())
        self._advice = Text(appearance, "body_strong")
        self._ground = Text(appearance, "label")
        self._source = Text(appearance, "smallest", colour="muted")
        self._ask_heading = Text(appearance, "caption", self.tr("To ask the room"), "muted")
        self._asks = Text(appearance, "label")
        self._notes_heading = Text(appearance, "caption", self.tr("Notes"), "muted")
        self._notes = Text(appearance, "label")
        self._nothing = Text(appearance, "label", self.tr("This question has no notes."), "muted")
        self._shown: tuple[str, int] | None = None
        self._build(appearance)

    def _build(self, appearance: Appearance) -> None:
        self.body.addWidget(CardHead(appearance, "lightbulb", self.accessibleName(), tall=True))
        self.body.addWidget(self._covered, 1)
        parts = (self._advice, self._ground, self._source, self._ask_heading, self._asks)
        for part in (*parts, self._notes_heading, self._notes, self._nothing):
            self._covered.column.addWidget(part)
        self._covered.column.addStretch(1)

    def show_record(self, record: RoundRecord) -> None:
        """Show what can be said about the question in front."""
        self._show_advice(record)
        asks, notes = prompts(record.question, record.bank.vocabulary), record.question.notes
        self._asks.setText("\n".join(asks))
        self._notes.setText(notes)
        for part in (self._ask_heading, self._asks):
            part.setVisible(bool(asks))
        for part in (self._notes_heading, self._notes):
            part.setVisible(bool(notes))
        self._nothing.setVisible(not asks and not notes)
        if self._shown != (record.id, record.round.position):
            self._shown = (record.id, record.round.position)
            self._covered.to_top()

    def _show_advice(self, record: RoundRecord) -> None:
        is_advised = record.round.phase in _ADVISED
        for part in (self._advice, self._ground, self._source):
            part.setVisible(is_advised)
        if is_advised:
            given = advice(record.round, record.question)
            self._advice.setText(self._words.advice(given))
            self._ground.setText(self._words.ground(given))
            self._source.setText(self._words.source(record.round.plan, record.question))

    def cover(self, *, covered: bool) -> None:
        """Cover it, or take the cover off."""
        self._covered.cover(covered=covered)

    def scroll_by(self, share: float) -> None:
        """Scroll by a share of what is visible, while it is."""
        self._covered.scroll_by(share)


def prompts(question: Question, vocabulary: Vocabulary) -> list[str]:
    """What the kinds of a question's own reasons ask; a choice has none."""
    if not isinstance(question, Verdict):
        return []
    cues = dict.fromkeys(reason.cue for side in Side for reason in question.reasons_for(side))
    known = (vocabulary.cues[cue] for cue in cues if cue in vocabulary.cues)
    return [cue.asks for cue in known if cue.asks]


_ROW, _SIGN, _LIST_GAP = 30, 16, 12  # px at 100 % text


@dataclass(frozen=True, slots=True)
class Attendance:
    """One voter: the name, and whether the answer is in; `state` says it in a word."""

    name: str
    is_in: bool
    state: str


class AttendanceList(PaintedLabel):
    """Names in columns, read downwards, as many side by side as have room.

    Args:
        appearance: the appearance in force.
        parent: the owner.
    """

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        self._rows: tuple[Attendance, ...] = ()
        self._widest = 0
        enable_height_for_width(self, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_rows(self, rows: tuple[Attendance, ...]) -> None:
        """Show these voters, in this order."""
        self._rows = rows
        self.setAccessibleName("; ".join(f"{row.name}: {row.state}" for row in rows))
        self._apply_style()

    @override
    def _apply_style(self) -> None:
        self._widest = 0
        super()._apply_style()

    def _column(self) -> int:
        """The px that the widest row needs."""
        if not self._widest:
            strong = QFontMetricsF(self._appearance.font("choice_strong")).horizontalAdvance
            label = QFontMetricsF(self._appearance.font("label")).horizontalAdvance
            words = max((strong(row.name) + label(row.state) for row in self._rows), default=0)
            self._widest = ceil(words) + self._appearance.px(_SIGN + 3 * _LIST_GAP)
        return self._widest

    def _deep(self, width: int) -> int:
        """How many rows stand below one another."""
        columns = max(1, (width - 2 * self._appearance.px(INSET)) // max(1, self._column()))
        return ceil(len(self._rows) / columns)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return self._deep(width) * self._appearance.px(_ROW)

    @override
    def sizeHint(self) -> QSize:
        return wrapped_hint(self, self._column())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(
            min(self._column(), self._appearance.px(200)), self._appearance.px(_ROW) if self._rows else 0
        )

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._rows:
            return
        deep, height = self._deep(self.width()), self._appearance.px(_ROW)
        inset = self._appearance.px(INSET)
        across = (self.width() - 2 * inset) / ceil(len(self._rows) / deep)
        with painter_on(self) as painter:
            for position, row in enumerate(self._rows):
                box = QRectF(inset + position // deep * across, position % deep * height, across, height)
                if box.toAlignedRect().intersects(event.rect()) or self.isRightToLeft():
                    self._paint_row(painter, row, box)

    def _paint_row(self, painter: QPainter, row: Attendance, box: QRectF) -> None:
        appearance, edge, gap = self._appearance, self._appearance.px(_SIGN), self._appearance.px(_LIST_GAP)
        sign = QRectF(box.left(), box.center().y() - edge / 2, edge, edge)
        self._paint_sign(painter, self._mirrored(sign), is_in=row.is_in)
        words = box.adjusted(edge + gap, 0, -gap, 0)
        mirrored = self.isRightToLeft()
        near = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        far = Qt.AlignmentFlag.AlignLeft if mirrored else Qt.AlignmentFlag.AlignRight
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        painter.setFont(appearance.font("choice" if row.is_in else "choice_strong"))
        painter.setPen(QPen(QColor(appearance.theme.ink)))
        painter.drawText(self._mirrored(words), int(near | middle), row.name)
        painter.setFont(appearance.font("label"))
        painter.setPen(QPen(QColor(appearance.theme.muted)))
        painter.drawText(self._mirrored(words), int(far | middle), row.state)

    def _paint_sign(self, painter: QPainter, box: QRectF, *, is_in: bool) -> None:
        theme, line = self._appearance.theme, 1.4 * self._appearance.scale
        painter.setBrush(QColor(theme.ink) if is_in else Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(theme.ink if is_in else theme.border), line))
        painter.drawEllipse(box.adjusted(line / 2, line / 2, -line / 2, -line / 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if is_in:
            painter.setPen(QPen(QColor(theme.on_ink), line, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            steps = ((-0.22, 0.02), (-0.06, 0.17), (0.22, -0.15))
            painter.drawPolyline([box.center() + QPointF(x, y) * box.width() for x, y in steps])

    def _mirrored(self, box: QRectF) -> QRectF:
        if not self.isRightToLeft():
            return box
        return QRectF(self.width() - box.right(), box.top(), box.width(), box.height())


class ModeButton(SmallButton):
    """Opens a menu of the modes.

    Args:
        appearance: the appearance in force.
        parent: the card.

    Signals:
        mode_requested: carries the `AnsweringMode` chosen.
    """

    mode_requested = Signal(object)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, "", "outline", icon="chevron-down", parent=parent)
        self.set_icon("chevron-down", after=True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._names = ConsoleWords(self).modes()
        self._menu = QMenu(self)
        self._group = QActionGroup(self)
        self._actions: dict[AnsweringMode, QAction] = {}
        for mode, name in self._names.items():
            action = self._menu.addAction(name)
            action.setCheckable(True)
            action.setData(mode.value)
            self._group.addAction(action)
            self._actions[mode] = action
        self._group.triggered.connect(self._choose)
        self.clicked.connect(self._open)
        self.show_mode(AnsweringMode.HANDS)

    @property
    def menu(self) -> QMenu:
        """The modes to choose from."""
        return self._menu

    def show_mode(self, mode: AnsweringMode) -> None:
        """Name the mode in force."""
        self._mode = mode
        self._actions[mode].setChecked(True)
        self.setText(self._names[mode])
        self.setAccessibleName(self.tr("The room answers with: {mode}").format(mode=self._names[mode]))

    def _open(self) -> None:
        self._menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    def _choose(self, action: QAction) -> None:
        mode = AnsweringMode(action.data())
        self.show_mode(self._mode)  # the round will tell whether it has changed
        if mode is not self._mode:
            self.mode_requested.emit(mode)


_FEW = 4  # missing teams that are named; more would push their tiles down


class AttendanceCard(Card):
    """The roster of a round, or for hands how many were counted.

    Args:
        appearance: the appearance in force.
        parent: the page.

    Signals:
        mode_requested: the room shall answer in another mode; carries an `AnsweringMode`.
    """

    mode_requested = Signal(object)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent, padding=(18, 12))
        self.setAccessibleName(self.tr("Room"))
        self._words, self._roster = ConsoleWords(self), RosterWords(self)
        self._mode = ModeButton(appearance)
        self._scroll = QuietScroll(self.accessibleName())
        self._number = Text(appearance, "body_strong")
        self._list = AttendanceList(appearance)
        head = CardHead(appearance, "users", self.accessibleName())
        head.put(self._mode)
        self.body.addWidget(head)
        reaching = ReachingColumn(appearance)
        reaching.addWidget(self._scroll)
        self.body.addLayout(reaching, 1)
        indented = HeadRow(appearance, 0, 0)
        indented.addWidget(self._number)
        self._scroll.column.addLayout(indented)
        self._scroll.column.addWidget(self._list)
        self._scroll.column.addStretch(1)
        self._mode.mode_requested.connect(self.mode_requested)

    def set_entry(self, entry: EntryPanel) -> None:
        """Have answers entered here, where what they are can be seen."""
        entry.cover(covered=False)
        self._scroll.column.insertWidget(self._scroll.column.indexOf(self._list) + 1, entry)
        fields = entry.findChildren(QWidget)
        set_tab_order(
            (self._scroll, *(each for each in fields if each.focusPolicy() & Qt.FocusPolicy.TabFocus))
        )

    def show_record(self, record: RoundRecord) -> None:
        """Show who is there and whose answer is in."""
        round_ = record.round
        self._mode.show_mode(round_.mode)
        self._number.setText(self._attendance_text(record))
        has_people = any(not is_team(voter.id) for voter in round_.present)
        self._list.setVisible(has_people and round_.mode is not AnsweringMode.HANDS)
        self._list.show_rows(self._rows(record))

    def _attendance_text(self, record: RoundRecord) -> str:
        """How many are in; of teams, whose answers are entered below, which are missing once they are few."""
        round_ = record.round
        missing = [self._name(record, each) for each in round_.missing if is_team(each.id)]
        if round_.ballot is None or round_.mode is not AnsweringMode.TEAMS or not 0 < len(missing) <= _FEW:
            return self._words.present(round_)
        return self.tr("Missing: {names}").format(names=", ".join(missing))

    def allow_switching(self, *, allowed: bool) -> None:
        """Offer the other modes, or not."""
        self._mode.setEnabled(allowed)

    def _rows(self, record: RoundRecord) -> tuple[Attendance, ...]:
        """Those missing first, then those who are in, each in the order they joined."""
        round_ = record.round
        if round_.ballot is None:
            return tuple(
                Attendance(self._name(record, each), is_in=True, state="") for each in round_.present
            )
        missing = {voter.id for voter in round_.missing}
        ordered = sorted(round_.present, key=lambda voter: voter.id not in missing)
        words = {True: self.tr("in"), False: self.tr("not yet")}
        return tuple(
            Attendance(self._name(record, each), each.id not in missing, words[each.id not in missing])
            for each in ordered
        )

    def _name(self, record: RoundRecord, voter: Voter) -> str:
        return self._roster.name(record, voter.id)
