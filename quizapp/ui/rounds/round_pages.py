"""The pages of a round that runs, and which of them is in front; each is built when it is first due."""

from functools import cached_property

from PySide6.QtCore import QObject, Signal

from quizapp.domain.round import Phase
from quizapp.domain.round_record import RoundRecord
from quizapp.ui.console.page import ConsolePage
from quizapp.ui.console.stage_page import StagePage
from quizapp.ui.entry.panel import EntryPanel
from quizapp.ui.look import Look
from quizapp.ui.rounds.wrap_up_page import WrapUpPage
from quizapp.ui.wall.control import WallControl


class RoundPages(QObject):
    """Shows a round to its trainer: on a console, on the one screen, or wrapped up.

    Signals:
        front_changed: another page should stand in front; carries it.
        event_requested: something shall happen in the round; carries a domain event.
        way_requested: the room shall answer in another way; carries an `Answering`.
        name_changed: carries a voter's id and name.
        export_requested: carries an `Export`.
        forget_requested: delete the names.
        wrap_up_requested: go to the end of the round, where results are.
        leave_requested: the trainer wants to leave.
    """

    front_changed = Signal(object)
    event_requested = Signal(object)
    way_requested = Signal(object)
    name_changed = Signal(object)
    export_requested = Signal(object)
    forget_requested = Signal()
    wrap_up_requested = Signal()
    leave_requested = Signal()

    def __init__(self, look: Look, wall: WallControl, parent: QObject) -> None:
        super().__init__(parent)
        self._look = look
        self._wall = wall
        self._record: RoundRecord | None = None
        wall.repainted.connect(self._show_wall)

    # -- building ------------------------------------------------------------------------------

    @cached_property
    def console(self) -> ConsolePage:
        """The trainer's page where the wall has a screen of its own."""
        page = ConsolePage(self._look)
        page.event_requested.connect(self.event_requested)
        page.way_requested.connect(self.way_requested)
        page.peek_changed.connect(self._cover_entry)
        page.export_requested.connect(self.wrap_up_requested)
        page.leave_requested.connect(self.leave_requested)
        page.turn_requested.connect(self._turn)
        page.set_entry(self.entry)
        self._wall.key_pressed.connect(page.take_key)
        return page

    @cached_property
    def stage(self) -> StagePage:
        """The page of both where there is one screen."""
        page = StagePage(self._look)
        page.event_requested.connect(self.event_requested)
        page.export_requested.connect(self.wrap_up_requested)
        page.leave_requested.connect(self.leave_requested)
        page.turn_requested.connect(self._turn)
        page.set_wall(self._wall.own_frame)
        page.set_entry(self.stage_entry)
        return page

    @cached_property
    def wrap_up(self) -> WrapUpPage:
        """What is left of a round."""
        page = WrapUpPage(self._look)
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
    def stage_entry(self) -> EntryPanel:
        """Where answers are entered on the one screen."""
        return self._new_entry()

    def _new_entry(self) -> EntryPanel:
        entry = EntryPanel(self._look)
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
            self.stage_entry.show_record(record)
            self.stage.show_record(record)
            self._bring(self.stage)

    def show_time(self, seconds: int | None) -> None:
        """Show the seconds left of a vote; None where no time runs."""
        self._page.show_time(seconds)

    def tell(self, sentence: str) -> None:
        """Say something for a moment."""
        if "wrap_up" in vars(self) and self.wrap_up.isVisible():
            self.wrap_up.tell(sentence)
        else:
            self._page.tell(sentence)

    def keep(self) -> None:
        """Have kept what was typed and not kept yet, if it can be."""
        (self.entry if self._wall.is_apart else self.stage_entry).keep()

    def forget(self) -> None:
        """Show no round any more."""
        self._record = None

    @property
    def _page(self) -> ConsolePage | StagePage:
        return self.console if self._wall.is_apart else self.stage

    def _bring(self, page: ConsolePage | StagePage | WrapUpPage) -> None:
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
