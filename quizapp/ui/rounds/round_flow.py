"""Runs a round: what happens is kept first, and then shown on the console and on the wall."""

from functools import cached_property

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from quizapp.domain.errors import QuizError
from quizapp.domain.round import NotNowError, Phase
from quizapp.domain.round_events import Close, Event, Next, Pause, Switch, WrapUp
from quizapp.domain.round_plan import Answering
from quizapp.domain.round_record import RoundRecord
from quizapp.domain.wall_view import wall_view
from quizapp.quiz import Quiz
from quizapp.ui.asking import Asking
from quizapp.ui.console.page import ConsolePage
from quizapp.ui.console.stage_page import StagePage
from quizapp.ui.entry.panel import EntryPanel
from quizapp.ui.look import Look
from quizapp.ui.rounds.roster_words import RosterWords
from quizapp.ui.rounds.round_clock import RoundClock
from quizapp.ui.rounds.stay_awake import StayAwake
from quizapp.ui.rounds.wrap_up_page import WrapUpPage
from quizapp.ui.wall.control import WallControl


class RoundFlow(QObject):
    """One round at a time, on pages of its own.

    Signals:
        page_shown: a page should stand in front alone; carries it.
        export_requested: results are wanted; carries the record and an `Export`.
        left: the round is over, or was left; the list of rounds should stand in front.
        troubled: something expected went wrong; carries the error. Nothing happened in the round.
    """

    page_shown = Signal(object)
    export_requested = Signal(object)
    left = Signal()
    troubled = Signal(object)

    def __init__(self, quiz: Quiz, look: Look, asking: Asking, window: QWidget) -> None:
        super().__init__(window)
        self._quiz = quiz
        self._look = look
        self._asking = asking
        self._words = RosterWords(self)
        self._awake = StayAwake()
        self.wall = WallControl(look, window)
        self.clock = RoundClock(self)
        self.record: RoundRecord | None = None
        self._is_looking_back = False
        self._offered = ""  # the screen that came last
        self._connect_signals()

    def _connect_signals(self) -> None:
        self.clock.ticked.connect(self._show_time)
        self.clock.ran_out.connect(self._lock_in_time)
        self.wall.lost.connect(self._lose_wall)
        self.wall.offered.connect(self._offer_wall)
        self.wall.repainted.connect(self._show_preview)

    # -- pages, built when they are first due ------------------------------------------------------

    @cached_property
    def console(self) -> ConsolePage:
        """The trainer's page where the wall has a screen of its own."""
        page = ConsolePage(self._look)
        page.event_requested.connect(self.act)
        page.way_requested.connect(self._switch)
        page.peek_changed.connect(self._cover_entry)
        page.export_requested.connect(self.show_wrap_up)
        page.leave_requested.connect(self.leave)
        page.turn_requested.connect(self._turn)
        page.set_entry(self.entry)
        self.wall.key_pressed.connect(page.take_key)
        return page

    @cached_property
    def stage(self) -> StagePage:
        """The page of both where there is one screen."""
        page = StagePage(self._look)
        page.event_requested.connect(self.act)
        page.export_requested.connect(self.show_wrap_up)
        page.leave_requested.connect(self.leave)
        page.set_wall(self.wall.own_frame)
        page.turn_requested.connect(self._turn)
        page.set_entry(self.stage_entry)
        return page

    @cached_property
    def entry(self) -> EntryPanel:
        """Where answers are entered on the console."""
        return self._new_entry()

    @cached_property
    def stage_entry(self) -> EntryPanel:
        """Where answers are entered on the one screen."""
        return self._new_entry()

    @cached_property
    def wrap_up(self) -> WrapUpPage:
        """What is left of a round."""
        page = WrapUpPage(self._look)
        page.event_requested.connect(self.act)
        page.export_requested.connect(self._export)
        page.forget_requested.connect(self._forget_names)
        page.left.connect(self._leave_wrap_up)
        return page

    def _new_entry(self) -> EntryPanel:
        entry = EntryPanel(self._look)
        entry.event_requested.connect(self.act)
        entry.name_changed.connect(self._rename)
        return entry

    # -- beginning and ending --------------------------------------------------------------------------

    def run(self, record: RoundRecord, screen: str = "") -> None:
        """Go on with a round from where it stands.

        Args:
            record: the round.
            screen: the name of the screen for the wall; empty for one screen for both.
        """
        self.record = record
        self._is_looking_back = False
        self.wall.begin(record.bank.vocabulary, screen)
        self._awake.begin(self.tr("A round with a class is running"))
        self._show()

    def look_back(self, record: RoundRecord) -> None:
        """Show what is left of a round that is over."""
        self.record = record
        self._is_looking_back = True
        self.wrap_up.show_record(record)
        self.page_shown.emit(self.wrap_up)
        self.wrap_up.take_focus()

    def leave(self) -> None:
        """Ask, and leave a round that may be gone on with later."""
        if self.is_running and not self._asking.confirm(
            self.tr("Leave the round?"),
            self.tr("Everything is kept. You can go on with it under Rounds, from where it stands."),
            self.tr("Leave for now"),
        ):
            return
        self.end()
        self.left.emit()

    def may_close(self) -> bool:
        """Whether the program may end: a class may be in the middle of a round."""
        return not self.is_running or self._asking.confirm(
            self.tr("Close in the middle of a round?"),
            self.tr("Everything is kept. At the next start you can go on with it under Rounds."),
            self.tr("Close the program"),
        )

    def end(self) -> None:
        """Take the wall away and let the computer sleep again; the round stays as it is."""
        self.record = None
        self.wall.end()
        self._awake.end()
        self.clock.stop()

    @property
    def is_running(self) -> bool:
        """Whether a round is in front that was not closed."""
        record = self.record
        return record is not None and not self._is_looking_back and record.round.phase is not Phase.CLOSED

    # -- what happens ----------------------------------------------------------------------------------

    def act(self, event: object) -> None:
        """Let something happen, and show what came of it."""
        if self.record is None or not isinstance(event, Event):
            return
        try:
            self.record = self._quiz.rounds.act(self.record, event)
        except NotNowError as error:
            self._tell(str(error))
        except QuizError as error:
            self.troubled.emit(error)
        else:
            if isinstance(event, Close):
                self._close()
            else:
                self._show()

    def _close(self) -> None:
        self.end()
        self.left.emit()

    def _switch(self, way: object) -> None:
        if isinstance(way, Answering):
            self.act(Switch(way))

    def _lock_in_time(self) -> None:
        record = self.record
        if record is not None and record.round.plan.is_hard and record.round.phase is Phase.OPEN:
            self.act(Next())

    def _rename(self, change: object) -> None:
        """Call a voter something else; carries an id and a name."""
        if self.record is not None and isinstance(change, tuple):
            voter, name = change
            self._take_names(dict(self.record.names) | {voter: name})

    def _take_names(self, names: dict[str, str]) -> None:
        if self.record is None:
            return
        try:
            self.record = self._quiz.rounds.rename(self.record, names)
        except QuizError as error:
            self.troubled.emit(error)
        else:
            self._show()

    def _forget_names(self) -> None:
        record = self.record
        if record is None or not self._asking.confirm(
            self.tr("Delete the names?"),
            self.tr("Results keep their numbers. The names cannot be brought back."),
            self.tr("Delete names"),
        ):
            return
        self._take_names({})
        try:
            self._quiz.rounds.forget_names(record.id)
        except QuizError as error:
            self.troubled.emit(error)

    def _export(self, kind: object) -> None:
        if self.record is not None:
            self.export_requested.emit((self.record, kind))

    # -- the wall --------------------------------------------------------------------------------------

    def _lose_wall(self) -> None:
        """The projector is gone: stand still, and show the wall on this screen."""
        if self.is_running and self.record is not None and not self.record.round.is_paused:
            self.act(Pause())
        else:
            self._show()
        self._tell(self.tr("The projector is gone. The round is paused, and this screen is the wall."))

    def _offer_wall(self, name: object) -> None:
        """A projector has come: ask whether the wall should go there."""
        self._offered = str(name)
        QTimer.singleShot(0, self._ask_for_wall)  # not from inside Qt's own news

    def _ask_for_wall(self) -> None:
        name = self._offered
        if (
            self.is_running
            and not self.wall.is_apart
            and self._asking.agree(
                self.tr("Use the other screen?"),
                self.tr(
                    "{name} was plugged in. The wall can go there; this screen becomes your console."
                ).format(name=name),
                self.tr("Put the wall there"),
            )
        ):
            self.wall.move_to(name)
            self._show()

    # -- showing ---------------------------------------------------------------------------------------

    def show_wrap_up(self) -> None:
        """Go to the end of the round, where results are."""
        if self.record is not None and self.record.round.phase is not Phase.WRAP_UP:
            self.act(WrapUp())

    def _show(self) -> None:
        record = self.record
        if record is None:
            return
        if self._is_looking_back:
            self.wrap_up.show_record(record)
            return
        self.clock.follow(record.round)
        self._show_wall()
        if record.round.phase is Phase.WRAP_UP and not record.round.is_paused:
            self.wrap_up.show_record(record)
            self._bring(self.wrap_up)
        elif self.wall.is_apart:
            self.entry.show_record(record)
            self.console.show_screen(self.wall.words)
            self.console.show_record(record)
            self._cover_entry(is_peeking=False)
            self._bring(self.console)
        else:
            self.stage_entry.show_record(record)
            self.stage.show_record(record)
            self._bring(self.stage)

    def _bring(self, page: QWidget) -> None:
        if not page.isVisible():
            self.page_shown.emit(page)

    def _show_wall(self) -> None:
        record = self.record
        if record is not None:
            names = {voter.id: self._words.name(record, voter.id) for voter in record.round.voters}
            left = self.clock.left if record.round.phase is Phase.OPEN else None
            self.wall.show_view(wall_view(record.round, record.bank, names), left)

    def _turn(self) -> None:
        self.wall.turn()
        self._show_pages()

    def _show_pages(self) -> None:
        """Say which page of a long text is on the wall, once it has its size."""
        (self.console if self.wall.is_apart else self.stage).show_pages(*self.wall.pages)

    def _show_time(self, seconds: object) -> None:
        left = seconds if isinstance(seconds, int) else None
        self.wall.show_seconds(left)
        (self.console if self.wall.is_apart else self.stage).show_time(left)

    def _show_preview(self) -> None:
        if self.record is None or self._is_looking_back:
            return
        self._show_pages()
        if self.wall.is_apart:
            self.console.show_preview(self.wall.picture(), self.wall.frame.accessibleName())

    def _cover_entry(self, is_peeking: bool) -> None:  # noqa: FBT001 - a slot
        record = self.record
        if record is not None:
            self.entry.cover(covered=not is_peeking and not record.round.item.is_revealed)

    def _tell(self, sentence: str) -> None:
        (self.console if self.wall.is_apart else self.stage).tell(sentence)

    def _leave_wrap_up(self) -> None:
        if self._is_looking_back:
            self.end()
            self.left.emit()
        else:
            self.leave()
