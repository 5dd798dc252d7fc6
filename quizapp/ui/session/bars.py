"""Progress, flag and menu above a question."""

from math import ceil
from string import digits

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QAction, QFont, QFontMetricsF, QKeySequence, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QProgressBar, QSizePolicy, QSpacerItem, QWidget

from quizapp.ui.compat import override
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.style.painting import paint_box, painter_on
from quizapp.ui.style.sheet import RING
from quizapp.ui.style.theme import mix
from quizapp.ui.style.type import scaled
from quizapp.ui.widgets.buttons import Button, RowButton
from quizapp.ui.widgets.keycaps import keycap
from quizapp.ui.widgets.page import COLUMN
from quizapp.ui.widgets.signs import IconLabel
from quizapp.ui.widgets.text import Text

_THICK, _CURRENT_THICK, _EDGE = 6, 8, 1.5
_WIDE_SEGMENT, _LEAST_SEGMENT = 16, 5


class ProgressStrip(QProgressBar):
    """Done questions filled, the current one outlined and part-filled, the rest grey."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._done, self._total, self._part = 0, 1, 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Progress"))
        appearance.changed.connect(self._relayout)

    def show_progress(self, done: int, total: int, part: float = 0.0) -> None:
        """Show where the session stands.

        Args:
            done: questions that are finished.
            total: questions in all, at least 1.
            part: how far the current question is, 0 to 1.
        """
        self._done, self._total, self._part = done, total, part
        self.setUpdatesEnabled(False)  # Qt would paint the window on the spot, before it is laid out
        self.setRange(0, total)
        self.setValue(min(done + 1, total))
        self.setUpdatesEnabled(True)  # and has it painted with all else
        self.setAccessibleDescription(self.text())

    @override
    def text(self) -> str:
        """Where the session stands in words, such as "4 of 10"."""
        return self.tr("{number} of {total}").format(
            number=min(self._done + 1, self._total), total=self._total
        )

    def _relayout(self) -> None:
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._appearance.px(320), self._appearance.px(_CURRENT_THICK + 4))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._appearance.px(80), self._appearance.px(_CURRENT_THICK + 4))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        segment = self._segment()
        with painter_on(self) as painter:
            if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
                painter.translate(self.width(), 0)
                painter.scale(-1, 1)
            if segment is None:
                self._paint_whole(painter)
                return
            width, gap = segment
            for index in range(self._total):
                self._paint_segment(painter, index, index * (width + gap), width)

    def _length(self) -> int:
        """How long the strip is in px: its ends line up with the controls' visible edges."""
        return self.width() - 2 * RING

    def _segment(self) -> tuple[float, float] | None:
        """Width and gap of the segments in px, or None where they would be too short to tell apart."""
        appearance = self._appearance
        for gap, least in (
            (appearance.px(6), appearance.px(_WIDE_SEGMENT)),
            (appearance.px(2), appearance.px(_LEAST_SEGMENT)),
        ):
            width = (self._length() - gap * (self._total - 1)) / self._total
            if width >= least:
                return width, gap
        return None

    def _paint_segment(self, painter: QPainter, index: int, left: float, width: float) -> None:
        theme = self._appearance.theme
        if index == self._done:
            self._paint_current(painter, self._bar(left, width, _CURRENT_THICK), self._part)
            return
        fill = theme.ink if index < self._done else mix(theme.bg, theme.border, 0.45)
        bar = self._bar(left, width, _THICK)
        paint_box(painter, bar, bar.height() / 2, fill)

    def _paint_whole(self, painter: QPainter) -> None:
        """One bar for all questions."""
        share = (self._done + self._part) / self._total
        self._paint_current(painter, self._bar(0, self._length(), _CURRENT_THICK), share)

    def _paint_current(self, painter: QPainter, bar: QRectF, part: float) -> None:
        theme = self._appearance.theme
        painter.save()
        painter.setClipRect(QRectF(bar.left(), bar.top(), bar.width() * part, bar.height()))
        paint_box(painter, bar, bar.height() / 2, theme.ink)
        painter.restore()
        paint_box(painter, bar, bar.height() / 2, None, theme.ink, _EDGE * self._appearance.scale)

    def _bar(self, left: float, width: float, thickness: float) -> QRectF:
        """A bar in the middle of the height."""
        thick = self._appearance.px(thickness)
        return QRectF(left + RING, (self.height() - thick) / 2, width, thick)


class QuestionMenu(QMenu):
    """Its entries hold the keys: a page that adds them as its own actions answers to these keys.

    Signals:
        copy_requested: the question as text.
        flag_requested: flag it, or flag it no longer.
        undo_requested: take the last step back.
        previous_requested: look back at the question before.
        words_requested: show what the words mean.
        note_requested: write a note on it.
        reading_requested: have screen readers read the question again.
        shortcuts_requested: show the overview of keys.
    """

    copy_requested = Signal()
    flag_requested = Signal()
    undo_requested = Signal()
    previous_requested = Signal()
    words_requested = Signal()
    note_requested = Signal()
    reading_requested = Signal()
    shortcuts_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys: dict[QAction, tuple[str, ...]] = {}
        self._undo = self._add(self.tr("Undo"), self.undo_requested, "U", "Ctrl+Z")
        self._previous = self._add(self.tr("Previous question"), self.previous_requested)
        self._words = self._add(self.tr("What the words mean"), self.words_requested, "D")
        self._add(self.tr("Read the question again"), self.reading_requested, "Q")
        self._add(self.tr("Copy the question"), self.copy_requested, "C")
        self._flag = self._add("", self.flag_requested, "F")
        self._add(self.tr("Write a note …"), self.note_requested, "N")
        self.addSeparator()
        # The window's own menu holds this key; two would be none.
        self._add(self.tr("Keyboard shortcuts") + "\t?", self.shortcuts_requested)
        self.show_flag(flagged=False)

    def _add(self, text: str, signal: SignalInstance, *keys: str) -> QAction:
        action = self.addAction(text)
        action.setShortcuts([QKeySequence(key) for key in keys])
        self._keys[action] = keys
        action.setAutoRepeat(False)
        action.triggered.connect(signal)
        return action

    def show_flag(self, *, flagged: bool) -> None:
        """Offer what can be done with the flag."""
        self._flag.setText(self.tr("Remove the flag") if flagged else self.tr("Flag this question"))

    def leave_keys(self, letters: str) -> None:
        """Leave these letters to the options in front, and take back those of the last ones.

        A key that two things wait for would do neither.
        """
        for action, keys in self._keys.items():
            action.setShortcuts([QKeySequence(key) for key in keys if key not in letters])

    def allow_undo(self, *, allowed: bool) -> None:
        """Offer to take a step back, or not."""
        self._undo.setEnabled(allowed)

    def allow_previous(self, *, allowed: bool) -> None:
        """Offer to look back at the question before, or not."""
        self._previous.setEnabled(allowed)

    def allow_words(self, *, allowed: bool) -> None:
        """Offer to show what the words mean, or not."""
        self._words.setEnabled(allowed)


class FlagButton(RowButton):
    """Flags the question, or flags it no longer; while it stands its sign is filled, its word strong."""

    def __init__(self, parent: QWidget | None = None) -> None:
        row = QHBoxLayout()
        super().__init__("flag", row, parent)
        self._sign = IconLabel("flag")
        self._words = Text("choice")
        self._words.setWordWrap(False)
        self._room = QSpacerItem(0, 0)  # for all that it may say: nothing beside it moves
        row.setContentsMargins(16, RING, 14, RING)
        row.setSpacing(4)
        row.addWidget(self._sign)
        row.addWidget(self._words)
        self._keycap = keycap("F")
        row.addWidget(self._keycap)
        row.addItem(self._room)
        self.pass_mouse_through()
        self.setCheckable(True)
        self.setAccessibleDescription(self.tr("Key: {key}").format(key="F"))
        self._shows: bool | None = None
        self.show_flag(flagged=False)

    def show_flag(self, *, flagged: bool) -> None:
        """Show whether the question is flagged."""
        self.setChecked(flagged)  # a click has changed it before the answer is known
        if flagged == self._shows:
            return  # to lay the bar out anew takes time at every step
        self._shows = flagged
        self.setAccessibleName(self.tr("Flagged") if flagged else self.tr("Flag this question"))
        self._sign.set_icon("flag-filled" if flagged else "flag")
        self._words.set_use("choice_strong" if flagged else "choice")
        self._words.setText(self.tr("Flagged") if flagged else self.tr("Flag"))
        self._reserve_width()

    def show_words(self, *, wanted: bool) -> None:
        """Show its word and its key, or its sign alone where the room is short."""
        if wanted is not self._words.isHidden():
            return
        for part in (self._words, self._keycap):
            part.setVisible(wanted)
        self._reserve_width()

    def _reserve_width(self) -> None:
        """Be as wide as with the longer of its words, in their heavier weight."""
        if self._words.isHidden():
            self._room.changeSize(0, 0)
            self._contents.invalidate()
            return
        self.ensurePolished()
        self._words.ensurePolished()
        font = QFont(self._words.font())
        font.setWeight(QFont.Weight.DemiBold)
        wide = ceil(QFontMetricsF(font).horizontalAdvance(self.tr("Flagged"))) + 1 + 2 * RING
        self._room.changeSize(max(0, wide - self._words.sizeHint().width()), 0)
        self._contents.invalidate()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._reserve_width()


_MARGIN = 24
_INSET = 13  # px at 100 % text from the edge of its outer buttons to what is on them
_BEYOND = 3 * _MARGIN  # it reaches so far over the column of usual windows, on every screen
_WORDS_FROM = 440  # px at 100 % text: in less width the flag is its sign alone


class SessionBar(QWidget):
    """Leave, progress, flag, and a menu with everything else.

    Signals:
        leave_requested: back to where one came from; nothing is lost.
        flag_requested: flag the question, or flag it no longer.
    """

    leave_requested = Signal()
    flag_requested = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._total = 0
        self._column = COLUMN + 2 * _BEYOND
        self._leave = Button(self.tr("Leave"), "quiet", icon="x")
        self._strip = ProgressStrip(appearance)
        self._count = Text("label_strong")
        self._flag = FlagButton()
        self.menu = QuestionMenu(self)
        self._more = Button("", "quiet", icon="ellipsis")
        self._more.setMenu(self.menu)
        self._more.setAccessibleName(self.tr("More"))
        self._more.setAccessibleDescription(self.tr("Opens a menu"))
        self._row = layout = QHBoxLayout(self)
        layout.setSpacing(16)
        layout.addWidget(self._leave)
        layout.addWidget(self._strip, 1)
        layout.addWidget(self._count)
        layout.addWidget(self._flag)
        layout.addWidget(self._more)
        self._restyle()
        self._leave.clicked.connect(self.leave_requested)
        self._flag.clicked.connect(self.flag_requested)
        self.menu.flag_requested.connect(self.flag_requested)

    def _restyle(self) -> None:
        self._flag.show_words(wanted=self.width() >= scaled(_WORDS_FROM))
        across = max(_MARGIN, (self.width() - scaled(self._column)) // 2)
        self._row.setContentsMargins(across, 6, across, 0)
        if self._total:
            self._reserve_width(self._total)
            self._show_strip()

    def _show_strip(self) -> None:
        """Show the strip where there is room for it; the count beside it says the same."""
        has_room = self.width() >= scaled(_WORDS_FROM)
        self._strip.setVisible(has_room)
        self._row.setStretchFactor(self._count, 0 if has_room else 1)

    def set_column(self, column: int) -> None:
        """End where a column of this width ends, in px at 100 % text, or well beyond it in usual windows."""
        self._column = column + (2 * _BEYOND if column == COLUMN else 2 * _INSET)
        self._restyle()

    @override
    def minimumSizeHint(self) -> QSize:
        """The least, whatever the margins are now: a wide window can become a small one at once."""
        margins = self._row.contentsMargins()
        return super().minimumSizeHint() - QSize(margins.left() + margins.right() - 2 * _MARGIN, 0)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._restyle()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._restyle()

    def show_progress(self, position: int, total: int, part: float) -> None:
        """Show the place in the session; `part` is how much of the current question is done, 0 to 1."""
        self._count.setText(self.tr("{position} of {total}").format(position=position + 1, total=total))
        self._strip.show_progress(position, total, part)
        self._leave.setText(self.tr("Leave"))
        self._leave.set_icon("x")
        self._reserve_width(total)
        self._show_strip()  # last: beside the title it would widen the window

    def _reserve_width(self, total: int) -> None:
        """Keep room for the widest count, so that the strip beside it never moves."""
        self._total = total
        self._count.ensurePolished()
        metrics = QFontMetricsF(self._count.font())
        count, positions = self.tr("{position} of {total}"), len(str(total))
        widest = max(
            metrics.horizontalAdvance(count.format(position=digit * positions, total=total))
            for digit in digits
        )
        self._count.setMinimumWidth(ceil(widest) + 1 + 2 * RING)

    def show_title(self, title: str, back: str) -> None:
        """Show a title instead of the progress, for looking back at one question.

        Args:
            title: which question it is.
            back: where the way back leads.
        """
        self._leave.setText(back)
        self._leave.set_icon("arrow-left")
        self._total = 0
        self._count.setMinimumWidth(0)
        self._strip.hide()
        self._row.setStretchFactor(self._count, 1)
        self._count.setText(title)

    @property
    def message_area(self) -> QWidget:
        """Where a passing message covers no word to read: the end of the progress, or of the title's line."""
        return self._count if self._strip.isHidden() else self._strip

    def show_flag(self, *, flagged: bool) -> None:
        """Show whether the question is flagged."""
        self._flag.show_flag(flagged=flagged)
        self.menu.show_flag(flagged=flagged)
