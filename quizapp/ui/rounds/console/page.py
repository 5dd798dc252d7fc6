"""The trainer’s page and its buttons."""

from collections.abc import Iterable, Sequence
from math import ceil

from PySide6.QtCore import QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QHideEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from quizapp.domain.round import Phase, Round, Ruling
from quizapp.domain.round_plan import AnsweringMode, ScoreShowing
from quizapp.domain.round_record import RoundRecord
from quizapp.ui.compat import override
from quizapp.ui.rounds.console.cards import AdviceCard, AttendanceCard, PreviewCard, SplitCard
from quizapp.ui.rounds.console.commands import Command, NextStep, is_possible, key_name, next_step, step_of
from quizapp.ui.rounds.console.input import RoundInput, RoundKeys
from quizapp.ui.rounds.console.wording import ConsoleWords
from quizapp.ui.rounds.entry.panel import EntryPanel
from quizapp.ui.style import icons
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.style.painting import INSET, paint_box, painter_on
from quizapp.ui.widgets.buttons import Button
from quizapp.ui.widgets.layouts import FlowLayout, enable_height_for_width, wrapped_hint
from quizapp.ui.widgets.page import PassingNote
from quizapp.ui.widgets.signs import PaintedLabel
from quizapp.ui.widgets.text import Text, announce

_BODY_MARGIN, _ABOVE, _GAP = 24, 6, 2
_WIDE_FROM = 860  # px at 100 % text
_WALL, _PRIVATE, _ATTENDANCE = 150, 150, 300
"""Least heights in px at 100 % text: of the wall, of the cards below it, and of the room on its own."""


class ConsoleBody(QScrollArea):
    """A head, four cards, and what a short window has no fixed place for.

    Args:
        appearance: lengths.
        head: stands above the cards.
        wall: the large card.
        private: the two cards below it.
        attendance: the card beside them.
        parent: the page.
    """

    def __init__(
        self,
        appearance: Appearance,
        head: QWidget,
        wall: QWidget,
        private: tuple[QWidget, QWidget],
        attendance: QWidget,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._wall, self._private, self._attendance = wall, private, attendance
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        content = QWidget()
        self.column = QVBoxLayout(content)
        self.column.setSpacing(4)
        self._grid = QGridLayout()
        self._grid.setSpacing(_GAP)
        self.column.addWidget(head)
        self.column.addLayout(self._grid, 1)
        self.setWidget(content)
        appearance.changed.connect(self._arrange)
        self._arrange()

    def _arrange(self) -> None:
        """Put the cards where they have room."""
        px, inset = self._appearance.px, self._appearance.px(INSET)
        self.column.setContentsMargins(
            _BODY_MARGIN - min(inset, _BODY_MARGIN), px(_ABOVE), _BODY_MARGIN - min(inset, _BODY_MARGIN), 0
        )
        is_wide = self.width() >= px(_WIDE_FROM)
        first, second = self._private
        if is_wide:
            self._put(self._wall, 0, 0, 1, 2)
            self._put(first, 1, 0)
            self._put(second, 1, 1)
            self._put(self._attendance, 0, 2, 2, 1)
        else:
            for row, card in enumerate((self._wall, first, second, self._attendance)):
                self._put(card, row, 0, 1, 3)
        for column, share in enumerate((5, 5, 6) if is_wide else (1, 0, 0)):
            self._grid.setColumnStretch(column, share)
        for row, share in enumerate((3, 2, 0, 0) if is_wide else (3, 2, 2, 3)):
            self._grid.setRowStretch(row, share)
        self._set_heights(_ATTENDANCE if not is_wide else 0)

    def _put(self, card: QWidget, row: int, column: int, rows: int = 1, columns: int = 1) -> None:
        self._grid.addWidget(card, row, column, rows, columns)

    def _set_heights(self, attendance: int) -> None:
        self._wall.setMinimumHeight(self._appearance.px(_WALL))
        self._attendance.setMinimumHeight(self._appearance.px(attendance))
        for card in self._private:
            card.setMinimumHeight(self._appearance.px(_PRIVATE))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()


OFTEN = (Command.MORE_TIME, Command.PAUSE, Command.DISCUSS, Command.REVEAL)
RARELY = (
    Command.BACK,
    Command.SKIP,
    Command.UNLOCK,
    Command.RELEASE,
    Command.SCORES,
    Command.VOID,
    Command.BOTH,
    Command.DISPUTE,
    Command.EXPORT,
)
ICONS = {
    Command.MORE_TIME: "plus",
    Command.PAUSE: "pause",
    Command.DISCUSS: "messages-square",
}
STEP_ICONS = {NextStep.LOCK: "lock", NextStep.RESUME: "play"}


class CommandButtons(QObject):
    """Buttons by their commands: enabled while the command can happen, never hidden, so that nothing shifts.

    Tab reaches them and a click does not take the keyboard along: Space stays the next natural thing.

    Signals:
        triggered: a button was pressed; carries its `Command`.
    """

    triggered = Signal(object)

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner)
        self._words = ConsoleWords(self)
        self._buttons: dict[Command, Button] = {}

    def add(self, command: Command, button: Button) -> Button:
        """Take a button for an act."""
        self._buttons[command] = button
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setToolTip(self._words.meanings().get(command, ""))
        button.clicked.connect(self._on_clicked)
        return button

    def _on_clicked(self) -> None:
        """Tell which was pressed. No QButtonGroup does: in one, Tab passes by what can be checked."""
        pressed = self.sender()
        command = next(command for command, button in self._buttons.items() if button is pressed)
        if self._buttons[command].isCheckable():
            self._buttons[command].toggle()  # whether it is done will be told by the round
        self.triggered.emit(command)

    def show_round(self, round_: Round) -> None:
        """Show what can be done as the round stands."""
        for command, button in self._buttons.items():
            button.set_key(key_name(command, round_.mode))
            button.setEnabled(is_possible(round_, command))
        ruling = round_.item.ruling if round_.position >= 0 else Ruling.NONE
        self._press(Command.VOID, pressed=ruling is Ruling.VOID)
        self._press(Command.BOTH, pressed=ruling is Ruling.BOTH)
        self._press(Command.PAUSE, pressed=round_.is_paused)
        self._press(Command.DISPUTE, pressed=round_.position >= 0 and bool(round_.item.dispute))
        if Command.NEXT in self._buttons:
            self._show_step(next_step(round_))

    def _press(self, command: Command, *, pressed: bool) -> None:
        """Show that what a command does is done already."""
        if (button := self._buttons.get(command)) is not None:
            button.setCheckable(True)
            button.setChecked(pressed)

    def _show_step(self, step: NextStep) -> None:
        button = self._buttons[Command.NEXT]
        button.setText(self._words.steps()[step])
        button.set_icon(STEP_ICONS.get(step, "arrow-right"))

    def __getitem__(self, command: Command) -> Button:
        """The button of an act."""
        return self._buttons[command]


class ConsoleBar(QWidget):
    """What is needed often.

    Args:
        appearance: the appearance in force.
        commands: takes the buttons.
        parent: the page.
    """

    def __init__(
        self, appearance: Appearance, commands: CommandButtons, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        words = ConsoleWords(self)
        row = FlowLayout(self)
        steps = list(words.steps().values())
        row.addWidget(
            commands.add(
                Command.NEXT,
                Button(
                    steps[0],
                    "filled",
                    key_name(Command.NEXT, AnsweringMode.HANDS),
                    "arrow-right",
                    room_for=steps,
                ),
            )
        )
        for command in OFTEN:
            button = Button(words.commands()[command], "outline", icon=ICONS.get(command, ""))
            row.addWidget(commands.add(command, button))


class RareRow(QWidget):
    """What is needed now and then.

    Args:
        appearance: the appearance in force.
        commands: takes the buttons.
        shown: which commands; those of `RARELY` if not given.
        parent: the page.
    """

    def __init__(
        self,
        appearance: Appearance,
        commands: CommandButtons,
        shown: Iterable[Command] = RARELY,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        words = ConsoleWords(self)
        row = FlowLayout(self)
        for command in shown:
            row.addWidget(commands.add(command, Button(words.commands()[command], "quiet")))


_HEIGHT, _PADDING, _ARROW, _LINE_GAP = 30, 12, 14, 4


class PhasePath(PaintedLabel):
    """Names with arrows between them; it breaks before a name where the width is short.

    Args:
        appearance: the appearance in force.
        parent: the owner.
    """

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        self._names: tuple[str, ...] = ()
        self._current = -1
        enable_height_for_width(self, down=QSizePolicy.Policy.Fixed)

    def show_path(self, names: Sequence[str], current: int) -> None:
        """Show a path.

        Args:
            names: of the phases, in order.
            current: the index of the one in force; -1 for none.
        """
        self._names, self._current = tuple(names), current
        if current >= 0:
            here = self.tr("Phase: {name}, {position} of {total}")
            self.setAccessibleName(here.format(name=names[current], position=current + 1, total=len(names)))
        else:
            self.setAccessibleName(self.tr("Phases: {names}").format(names=", ".join(names)))
        self._apply_style()

    def _width(self, name: str) -> int:
        font = self._appearance.font("label_strong")
        return ceil(QFontMetricsF(font).horizontalAdvance(name)) + 2 * self._appearance.px(_PADDING)

    def _placed(self, width: float) -> list[QRectF]:
        """Where the names lie in a width, read from the left."""
        px, left, top, boxes = self._appearance.px, 0, 0, []
        for name in self._names:
            taken = self._width(name)
            if left and left + taken > width:
                left, top = 0, top + px(_HEIGHT + _LINE_GAP)
            boxes.append(QRectF(left, top, taken, px(_HEIGHT)))
            left += taken + px(_ARROW)
        return boxes

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return ceil(max((box.bottom() for box in self._placed(width)), default=0))

    @override
    def sizeHint(self) -> QSize:
        widths = sum(self._width(name) for name in self._names)
        return wrapped_hint(self, widths + self._appearance.px(_ARROW) * max(0, len(self._names) - 1))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(
            max((self._width(name) for name in self._names), default=0), self._appearance.px(_HEIGHT)
        )

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        boxes = self._placed(self.width())
        with painter_on(self) as painter:
            for position, box in enumerate(boxes):
                self._paint_name(painter, position, self._mirrored(box))
                follows = boxes[position + 1] if position + 1 < len(boxes) else box
                if follows.left() > box.left():
                    self._paint_arrow(painter, box)

    def _paint_name(self, painter: QPainter, position: int, box: QRectF) -> None:
        theme = self._appearance.theme
        is_current = position == self._current
        if is_current:
            paint_box(painter, box, box.height() / 2, theme.ink)
        painter.setFont(self._appearance.font("label_strong" if is_current else "label"))
        painter.setPen(QPen(QColor(theme.on_ink if is_current else theme.muted)))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, self._names[position])

    def _paint_arrow(self, painter: QPainter, box: QRectF) -> None:
        edge = self._appearance.px(_ARROW)
        arrow = QRectF(box.right(), box.center().y() - edge / 2, edge, edge)
        icons.paint(painter, self._mirrored(arrow), "chevron-right", QColor(self._appearance.theme.muted))

    def _mirrored(self, box: QRectF) -> QRectF:
        if self.layoutDirection() == Qt.LayoutDirection.LeftToRight:
            return box
        return QRectF(self.width() - box.right(), box.top(), box.width(), box.height())


_HEAD_HEIGHT, _ONE_LINE_FROM = 44, 820  # px at 100 % text
_STEPS = (Phase.LOBBY, Phase.ASK, Phase.OPEN, Phase.LOCKED, Phase.DISCUSS, Phase.REVEAL)


class ConsoleHead(QWidget):
    """Title, path, time, and the way out.

    Args:
        appearance: the appearance in force.
        commands: takes the button that leaves.
        parent: the page.
    """

    def __init__(
        self, appearance: Appearance, commands: CommandButtons, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._words = ConsoleWords(self)
        self._place = Text("label", tone="muted")
        self._path = PhasePath(appearance)
        self._time = Text("label_strong")
        leave = Button(self._words.commands()[Command.LEAVE], "quiet")
        title = self._beside(Text("section", self.tr("Round")), self._place)
        path = self._beside(self._path)
        end = self._beside(self._time, commands.add(Command.LEAVE, leave))
        flow = FlowLayout(gap=16, spread=True)
        self._parts = (title, path, end)
        for part in self._parts:
            flow.addWidget(part)
        row = QHBoxLayout(self)
        row.setContentsMargins(INSET, 0, INSET, 0)
        row.addLayout(flow)
        appearance.changed.connect(self._apply_style)
        self._apply_style()

    def _apply_style(self) -> None:
        """Have all parts of one height where they have room on one line."""
        height = (
            self._appearance.px(_HEAD_HEIGHT) if self.width() >= self._appearance.px(_ONE_LINE_FROM) else 0
        )
        for part in self._parts:
            part.setMinimumHeight(height)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._apply_style()

    @staticmethod
    def _beside(*parts: QWidget) -> QWidget:
        """Some parts in one row that is never broken."""
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        for part in parts:
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        return holder

    def show_round(self, round_: Round) -> None:
        """Show where the round stands."""
        self._place.setText(self._words.position(round_))
        steps = [*_STEPS, Phase.SCORES] if round_.plan.scores is ScoreShowing.ALWAYS else list(_STEPS)
        phase = Phase.REVEAL if round_.phase is Phase.EXPLAIN else round_.phase
        names = [self._words.phase(step) for step in steps]
        self._path.show_path(names, steps.index(phase) if phase in steps else -1)
        if round_.is_paused:
            self.show_words(self.tr("Paused"))

    def show_words(self, words: str) -> None:
        """Show the time left, or that the round stands still."""
        self._time.setText(words)


_MARGIN, _BELOW = 24, 6
_TALL_FROM = 520  # px at 100 % text: in less the rarer buttons scroll with the cards
_ARROWS = {Qt.Key.Key_Down: 0.4, Qt.Key.Key_Up: -0.4}
"""How far an arrow scrolls what is peeked at, as a share of what is visible."""


class ConsolePage(QWidget):
    """Shows a round to its trainer.

    Args:
        appearance: the appearance in force.
        parent: the window.

    Signals:
        event_requested: carries what shall happen, one of `quizapp.domain.round_events`.
        mode_requested: the room shall answer in another mode; carries an `AnsweringMode`.
        peek_changed: carries whether key and split are being peeked at.
        export_requested: results are wanted.
        leave_requested: the trainer wants to leave; nothing has been asked yet.
        turn_requested: the wall's next page is wanted.
    """

    event_requested = Signal(object)
    mode_requested = Signal(object)
    peek_changed = Signal(object)
    export_requested = Signal()
    leave_requested = Signal()
    turn_requested = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._words = ConsoleWords(self)
        self._commands = CommandButtons(self)
        self._input = RoundInput(appearance, self)
        self._keys = RoundKeys(self)
        self._head = ConsoleHead(appearance, self._commands)
        self._wall = PreviewCard(appearance)
        self._split = SplitCard(appearance)
        self._advice = AdviceCard(appearance)
        self._attendance = AttendanceCard(appearance)
        self._body = ConsoleBody(
            appearance, self._head, self._wall, (self._split, self._advice), self._attendance
        )
        self._bar = ConsoleBar(appearance, self._commands)
        self._rare = RareRow(appearance, self._commands)
        self._note = PassingNote(self)
        self._record: RoundRecord | None = None
        self._is_peeking = False
        self._build()
        self._connect_signals()
        appearance.changed.connect(self._arrange)

    def _build(self) -> None:
        self._layout = layout = QVBoxLayout(self)
        layout.setSpacing(0)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._body, 1)
        self._foot = QVBoxLayout()
        self._foot.setSpacing(0)
        self._foot.addWidget(self._bar)
        layout.addLayout(self._foot)
        self._arrange()

    def _connect_signals(self) -> None:
        self._commands.triggered.connect(self._input.do)
        self._keys.triggered.connect(self._input.do)
        self._keys.peeked.connect(self._peek)
        self._split.held.connect(self._peek)
        self._attendance.mode_requested.connect(self.mode_requested)
        self._input.event_requested.connect(self.event_requested)
        self._input.export_requested.connect(self.export_requested)
        self._input.leave_requested.connect(self.leave_requested)
        self._input.turn_requested.connect(self.turn_requested)
        self._wall.turn_requested.connect(self.turn_requested)
        self._input.message_requested.connect(self.show_message)

    def _arrange(self) -> None:
        """Keep the rarer buttons in sight where there is height for them."""
        across = max(0, _MARGIN - self._appearance.px(INSET))
        self._foot.setContentsMargins(across, 0, across, self._appearance.px(_BELOW))
        home = self._foot if self.height() >= self._appearance.px(_TALL_FROM) else self._body.column
        if home.indexOf(self._rare) < 0:
            home.addWidget(self._rare)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    # -- showing -------------------------------------------------------------------------------

    def show_record(self, record: RoundRecord) -> None:
        """Show the round as it stands."""
        before, self._record = self._record, record
        round_ = record.round
        is_other_step = before is None or step_of(before.round) != step_of(round_)
        if is_other_step:
            self._note.hide()  # it was said of what is over
            self.setFocus(Qt.FocusReason.OtherFocusReason)  # before what has it may be disabled
        self._keys.update_from(record)
        self._input.show_record(record)
        self._head.show_round(round_)
        self._commands.show_round(round_)
        self._split.show_record(record)
        self._split.set_key(key_name(Command.PEEK, round_.mode))
        self._advice.show_record(record)
        self._attendance.show_record(record)
        self._attendance.allow_switching(allowed=not round_.is_paused and round_.phase is not Phase.CLOSED)
        self._cover()
        if is_other_step:
            self.take_focus()
            announce(self, f"{self._words.phase(round_.phase)}. {self._words.position(round_)}")

    def take_focus(self) -> None:
        """Let the keyboard rest on the next natural thing."""
        following = self._commands[Command.NEXT]
        rest = following if following.isEnabled() else self
        rest.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_preview(self, picture: QPixmap, name: str = "") -> None:
        """Show the wall's own frame.

        Args:
            picture: the frame, of any size.
            name: the picture in words, for screen readers.
        """
        self._wall.show_preview(picture, name)

    def show_pages(self, page: int, count: int) -> None:
        """Say which page of a long text is on the wall, from 1."""
        mode = self._record.round.mode if self._record is not None else AnsweringMode.HANDS
        self._wall.show_pages(page, count, key_name(Command.TURN, mode))
        self._input.show_pages(count)

    def show_screen(self, words: str) -> None:
        """Say on which screen the wall is."""
        self._wall.show_screen(words)

    def show_time(self, seconds: int | None) -> None:
        """Show the seconds left of a vote; None where no time runs."""
        if self._record is None or not self._record.round.is_paused:
            self._head.show_words(self._words.time_left(seconds))

    def set_entry(self, entry: EntryPanel) -> None:
        """Have answers entered in the room's card; it is given every key first."""
        self._attendance.set_entry(entry)
        self._input.set_entry(entry)
        self._keys.set_entry(entry)

    def show_message(self, sentence: str) -> None:
        """Say something for a moment."""
        self._note.show_message(sentence, self._bar)

    # -- keys and peeking ----------------------------------------------------------------------

    def take_key(self, event: QKeyEvent) -> bool:
        """Do what a key pressed elsewhere means, as on the wall; returns whether it means anything."""
        return self._keys.take_key(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll what is peeked at: all other keys have been taken before."""
        if event.key() in _ARROWS and self._is_peeking:
            self._advice.scroll_by(_ARROWS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """A page that comes back comes back covered."""
        super().hideEvent(event)
        self._peek(False)

    def _peek(self, is_peeking: bool) -> None:  # noqa: FBT001 - a slot
        if is_peeking != self._is_peeking:
            self._is_peeking = is_peeking
            self._cover()
            self.peek_changed.emit(is_peeking)

    def _cover(self) -> None:
        """Cover what only the trainer may see, until the verdict or while it is peeked at."""
        is_told = self._record is not None and self._record.round.item.is_revealed
        if is_told and self._is_peeking:
            self._keys.let_go()
            self._peek(False)  # what is still held shall not uncover the next question
        is_covered = not is_told and not self._is_peeking
        self._split.cover(covered=is_covered, may_peek=not is_told)
        self._advice.cover(covered=is_covered)
