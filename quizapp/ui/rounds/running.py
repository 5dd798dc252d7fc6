"""Runs a round: keep the event, then show console and wall."""

from functools import cached_property

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from quizapp.domain.errors import QuizError
from quizapp.domain.round import NotNowError, Phase
from quizapp.domain.round_events import Close, Event, Join, Next, Pause, Resume, Switch, WrapUp
from quizapp.domain.round_plan import AnsweringMode
from quizapp.domain.round_record import RoundRecord
from quizapp.domain.wall_view import wall_view
from quizapp.quiz import Quiz
from quizapp.ui.dialogs import Dialogs
from quizapp.ui.rounds.clock import RoundClock
from quizapp.ui.rounds.console.page import ConsolePage
from quizapp.ui.rounds.console.single_screen import SingleScreenPage
from quizapp.ui.rounds.entry.panel import EntryPanel
from quizapp.ui.rounds.stay_awake import StayAwake
from quizapp.ui.rounds.wall.window import WallControl
from quizapp.ui.rounds.wording import RosterWords
from quizapp.ui.rounds.wrap_up_page import WrapUpPage
from quizapp.ui.style.appearance import Appearance


class RoundPages(QObject):
    """Shows a round to its trainer: on a console, on the one screen, or wrapped up.

    Signals:
        front_changed: another page should stand in front; carries it.
        event_requested: something shall happen in the round; carries a domain event.
        mode_requested: the room shall answer in another mode; carries an `AnsweringMode`.
        name_changed: carries a voter's id and name.
        export_requested: carries an `Export`.
        forget_requested: delete the names.
        wrap_up_requested: go to the end of the round, where results are.
        leave_requested: the trainer wants to leave.
    """

    front_changed = Signal(object)
    event_requested = Signal(object)
    mode_requested = Signal(object)
    name_changed = Signal(object)
    export_requested = Signal(object)
    forget_requested = Signal()
    wrap_up_requested = Signal()
    leave_requested = Signal()

    def __init__(self, appearance: Appearance, wall: WallControl, parent: QObject) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._wall = wall
        self._record: RoundRecord | None = None
        wall.repainted.connect(self._show_wall)

    # -- building ------------------------------------------------------------------------------

    @cached_property
    def console(self) -> ConsolePage:
        """The trainer's page where the wall has a screen of its own."""
        page = ConsolePage(self._appearance)
        page.event_requested.connect(self.event_requested)
        page.mode_requested.connect(self.mode_requested)
        page.peek_changed.connect(self._cover_entry)
        page.export_requested.connect(self.wrap_up_requested)
        page.leave_requested.connect(self.leave_requested)
        page.turn_requested.connect(self._turn)
        page.set_entry(self.entry)
        self._wall.key_pressed.connect(page.take_key)
        return page

    @cached_property
    def single_screen(self) -> SingleScreenPage:
        """The page of both where there is one screen."""
        page = SingleScreenPage(self._appearance)
        page.event_requested.connect(self.event_requested)
        page.export_requested.connect(self.wrap_up_requested)
        page.leave_requested.connect(self.leave_requested)
        page.turn_requested.connect(self._turn)
        page.set_wall(self._wall.own_frame)
        page.set_entry(self.single_screen_entry)
        return page

    @cached_property
    def wrap_up(self) -> WrapUpPage:
        """What is left of a round."""
        page = WrapUpPage(self._appearance)
        page.event_requested.connect(self.event_requested)
        page.export_requested.connect(self.export_requested)
        page.forget_requested.connect(self.forget_requested)
        page.left.connect(self.leave_requested)
        return page

    @cached_property
    def entry(self) -> EntryPanel:
        """Where answers are entered on the console."""
        return self._new_entry()

    @cached_property
    def single_screen_entry(self) -> EntryPanel:
        """Where answers are entered on the one screen."""
        return self._new_entry()

    def _new_entry(self) -> EntryPanel:
        entry = EntryPanel(self._appearance)
        entry.event_requested.connect(self.event_requested)
        entry.name_changed.connect(self.name_changed)
        return entry

    # -- showing -------------------------------------------------------------------------------

    def show_record(self, record: RoundRecord) -> None:
        """Show how a round stands."""
        self._record = record
        if record.round.phase in {Phase.WRAP_UP, Phase.CLOSED} and not record.round.is_paused:
            self.wrap_up.show_record(record)
            self._bring(self.wrap_up)
        elif self._wall.is_apart:
            self.entry.show_record(record)
            self.console.show_screen(self._wall.words)
            self.console.show_record(record)
            self._cover_entry(is_peeking=False)
            self._bring(self.console)
        else:
            self.single_screen_entry.show_record(record)
            self.single_screen.show_record(record)
            self._bring(self.single_screen)

    def show_time(self, seconds: int | None) -> None:
        """Show the seconds left of a vote; None where no time runs."""
        self._page.show_time(seconds)

    def show_message(self, sentence: str) -> None:
        """Say something for a moment."""
        if "wrap_up" in vars(self) and self.wrap_up.isVisible():
            self.wrap_up.show_message(sentence)
        else:
            self._page.show_message(sentence)

    def keep(self) -> None:
        """Have kept what was typed and not kept yet, if it can be."""
        (self.entry if self._wall.is_apart else self.single_screen_entry).keep()

    def clear(self) -> None:
        """Show no round any more."""
        self._record = None

    @property
    def _page(self) -> ConsolePage | SingleScreenPage:
        return self.console if self._wall.is_apart else self.single_screen

    def _bring(self, page: ConsolePage | SingleScreenPage | WrapUpPage) -> None:
        if not page.isVisible():
            self.front_changed.emit(page)
            page.take_focus()  # else it is at the page's first button, which leaves the round

    def _turn(self) -> None:
        self._wall.turn()
        self._show_wall()

    def _show_wall(self) -> None:
        """Show the console what is on the wall, once that has its size."""
        if self._record is None or self._record.round.phase is Phase.CLOSED:
            return
        self._page.show_pages(*self._wall.pages)
        if self._wall.is_apart:
            self.console.show_preview(self._wall.picture(), self._wall.frame.accessibleName())

    def _cover_entry(self, is_peeking: bool) -> None:  # noqa: FBT001 - a slot
        record = self._record
        if record is not None:
            self.entry.cover(covered=not is_peeking and not record.round.item.is_revealed)


class RoundRunner(QObject):
    """One round at a time.

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

    def __init__(self, quiz: Quiz, appearance: Appearance, dialogs: Dialogs, window: QWidget) -> None:
        super().__init__(window)
        self._quiz = quiz
        self._dialogs = dialogs
        self._words = RosterWords(self)
        self._awake = StayAwake()
        self._offered = ""  # the screen that came last
        self._had_screen = False  # whether the wall had one of its own in this round
        self.record: RoundRecord | None = None
        self.wall = WallControl(appearance, window)
        self.clock = RoundClock(self)
        self.pages = RoundPages(appearance, self.wall, self)
        self._connect_signals()

    def _connect_signals(self) -> None:
        self.pages.front_changed.connect(self.page_shown)
        self.pages.event_requested.connect(self.apply)
        self.pages.mode_requested.connect(self._switch)
        self.pages.name_changed.connect(self._rename)
        self.pages.export_requested.connect(self._export)
        self.pages.forget_requested.connect(self._forget_names)
        self.pages.wrap_up_requested.connect(self.wrap_up)
        self.pages.leave_requested.connect(self.leave)
        self.clock.ticked.connect(self._show_time)
        self.clock.ran_out.connect(self._lock_in_time)
        self.wall.lost.connect(self._lose_wall)
        self.wall.offered.connect(self._offer_wall)

    # -- beginning and ending --------------------------------------------------------------------------

    def run(self, record: RoundRecord, screen: str = "") -> None:
        """Go on with a round from where it stands.

        Args:
            record: the round.
            screen: the name of the screen for the wall; empty for one screen for both.
        """
        self.record = record
        self._had_screen = bool(screen)
        self.wall.begin(record.bank.vocabulary, screen)
        self._awake.begin(self.tr("A round with a class is running"))
        self._show()

    def look_back(self, record: RoundRecord) -> None:
        """Show what is left of a round that is over."""
        self.record = record
        self.pages.show_record(record)
        self.pages.wrap_up.take_focus()

    @property
    def is_running(self) -> bool:
        """Whether a round is in front that was not closed."""
        return self.record is not None and self.record.round.phase is not Phase.CLOSED

    def leave(self) -> None:
        """Leave the round, after a question where it may be gone on with later."""
        if self.is_running and not self._dialogs.confirm(
            self.tr("Leave the round?"), self._what_stays(), self.tr("Leave for now")
        ):
            return
        self.end()
        self.left.emit()

    def may_close(self) -> bool:
        """Whether the program may end: a class may be in the middle of a round."""
        return not self.is_running or self._dialogs.confirm(
            self.tr("Close in the middle of a round?"), self._what_stays(), self.tr("Close the program")
        )

    def _what_stays(self) -> str:
        if self.record is not None and self._quiz.rounds.is_rehearsal(self.record):
            return self.tr("This is a rehearsal: nothing of it is kept.")
        return self.tr("Everything is kept. You can go on with it under Rounds, from where it stands.")

    def end(self) -> None:
        """Take the wall away and let the computer sleep again; the round stays as it is."""
        self.record = None
        self.pages.clear()
        self.wall.end()
        self._awake.end()
        self.clock.stop()

    # -- what happens ----------------------------------------------------------------------------------

    def apply(self, event: object) -> None:
        """Let something happen, and show what came of it."""
        if self.record is None or not isinstance(event, Event):
            return
        if isinstance(event, Close) and not self.agrees_to_close():
            return
        try:
            self.record = self._quiz.rounds.apply(self.record, event)
        except NotNowError as error:
            self.show_message(str(error))
        except QuizError as error:
            self._show()  # nothing looks as if it had happened that was not kept
            self.troubled.emit(error)
        else:
            self._go_on()
            if isinstance(event, Resume) and self._had_screen:
                self._offer_wall(self.wall.best_screen())

    def agrees_to_close(self) -> bool:
        """Whether a round is to be closed, which cannot be taken back."""
        return self._dialogs.confirm(
            self.tr("Close the round?"),
            self.tr("Its results stay under Rounds. Nothing can be voted on or ruled any more."),
            self.tr("Close the round"),
        )

    def _go_on(self) -> None:
        if self.is_running:
            self._show()
        else:
            self.end()
            self.left.emit()

    def wrap_up(self) -> None:
        """Go to the end of the round, where results are."""
        self.apply(WrapUp())

    def _switch(self, mode: object) -> None:
        record = self.record
        if record is None or not isinstance(mode, AnsweringMode):
            return
        teams = [voter for voter in record.round.present if voter.is_team]
        self.apply(Switch(mode))
        if mode in {AnsweringMode.TEAMS, AnsweringMode.BUZZ} and not teams:
            for team in ("t1", "t2"):
                self.apply(Join(team))
            self.show_message(self.tr("Two teams take part now. Press + for each one more."))

    def _lock_in_time(self) -> None:
        record = self.record
        if record is not None and record.round.plan.is_hard and record.round.phase is Phase.OPEN:
            self.pages.keep()  # what is typed by now was shown in time
            self.apply(Next())

    # -- names -----------------------------------------------------------------------------------------

    def _rename(self, change: object) -> None:
        """Call a voter something else; carries an id and a name."""
        if self.record is not None and isinstance(change, tuple):
            voter, name = change
            self._take_names(dict(self.record.names) | {voter: name})

    def _take_names(self, names: dict[str, str]) -> None:
        record = self.record
        if record is None:
            return
        try:
            self.record = self._quiz.rounds.rename(record, names)
            if not names:
                self._quiz.rounds.forget_names(record.id)
        except QuizError as error:
            self.troubled.emit(error)
        self._show()

    def _forget_names(self) -> None:
        if self._dialogs.confirm(
            self.tr("Delete the names?"),
            self.tr("Results keep their numbers. The names cannot be brought back."),
            self.tr("Delete names"),
        ):
            self._take_names({})

    def _export(self, kind: object) -> None:
        if self.record is not None:
            self.export_requested.emit((self.record, kind))

    # -- the wall --------------------------------------------------------------------------------------

    def _lose_wall(self) -> None:
        """The projector is gone: stand still, and show the wall on this screen."""
        if self.record is None:
            return
        if self.is_running and not self.record.round.is_paused:
            self.apply(Pause())
        else:
            self._show()
        self.show_message(
            self.tr("The wall’s screen is gone. The round is paused, and this screen is the wall.")
        )

    def _offer_wall(self, name: object) -> None:
        """A projector has come: ask whether the wall should go there."""
        self._offered = str(name)
        QTimer.singleShot(0, self._ask_for_wall)  # not from inside Qt's own news

    def _ask_for_wall(self) -> None:
        if not self._offered or not self.is_running or self.wall.is_apart:
            return
        told = self.tr("{name} is there. The wall can go to it; this screen becomes your console.")
        if self._dialogs.offer(
            self.tr("Use the other screen?"), told.format(name=self._offered), self.tr("Put the wall there")
        ):
            self._had_screen = True
            self.wall.move_to(self._offered)
            self._show()

    # -- showing ---------------------------------------------------------------------------------------

    def show_message(self, sentence: str) -> None:
        """Say something for a moment, while a round is in front."""
        if self.record is not None:
            self.pages.show_message(sentence)

    def _show(self) -> None:
        record = self.record
        if record is None:
            return
        if self.is_running:
            self.clock.update_from(record.round)
            names = {voter.id: self._words.name(record, voter.id) for voter in record.round.voters}
            left = self.clock.left if record.round.phase is Phase.OPEN else None
            self.wall.show_view(wall_view(record.round, record.bank, names), left)
        self.pages.show_record(record)

    def _show_time(self, seconds: object) -> None:
        left = seconds if isinstance(seconds, int) else None
        self.wall.show_seconds(left)
        self.pages.show_time(left)
