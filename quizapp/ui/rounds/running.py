"""Runs a round: keep the event, then show console and wall."""

from functools import cached_property

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from quizapp.domain.directions import isolated
from quizapp.domain.errors import QuizError
from quizapp.domain.round import NotNowError, Phase, Ruling
from quizapp.domain.round_events import Close, Event, Join, Next, Pause, Resume, Rule, Switch, WrapUp
from quizapp.domain.round_plan import AnsweringMode
from quizapp.domain.round_record import RoundRecord
from quizapp.domain.wall_view import wall_view
from quizapp.quiz import Quiz
from quizapp.ui.dialogs import Dialogs
from quizapp.ui.errors import ErrorPresenter
from quizapp.ui.rounds.clock import RoundClock
from quizapp.ui.rounds.console.commands import Command, step_of
from quizapp.ui.rounds.console.keys_dialog import RoundKeysDialog
from quizapp.ui.rounds.console.overlay import WallOverlay
from quizapp.ui.rounds.console.page import ConsolePage
from quizapp.ui.rounds.console.single_screen import SingleScreenPage
from quizapp.ui.rounds.console.wording import ConsoleWords
from quizapp.ui.rounds.entry.panel import EntryPanel
from quizapp.ui.rounds.stay_awake import StayAwake
from quizapp.ui.rounds.wall.window import WallControl
from quizapp.ui.rounds.wording import RoundWords, is_team
from quizapp.ui.rounds.wrap_up_page import WrapUpPage
from quizapp.ui.style.appearance import Appearance


class RoundRunner(QObject):
    """One round at a time, on the pages its trainer sees.

    Signals:
        page_shown: a page should stand in front alone; carries it.
        export_requested: results are wanted; carries the record and an `Export`.
        left: the round is over, or was left; the list of rounds should stand in front.

    Attributes:
        record: the round in front; None while there is none.
        wall: what the room sees.
        clock: the time left of a vote.
    """

    page_shown = Signal(object)
    export_requested = Signal(object)
    left = Signal()

    def __init__(
        self,
        quiz: Quiz,
        appearance: Appearance,
        dialogs: Dialogs,
        errors: ErrorPresenter,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._quiz, self._window = quiz, window
        self._appearance = appearance
        self._dialogs = dialogs
        self._errors = errors
        self._words, self._console_words = RoundWords(self), ConsoleWords(self)
        self._awake = StayAwake()
        self._offered = ""  # the screen that came last
        self._had_screen = False  # whether the wall had one of its own in this round
        self._is_black = False
        self._overlay: WallOverlay | None = None
        self.record: RoundRecord | None = None
        self.wall = WallControl(appearance, window)
        self.clock = RoundClock(self)
        self.clock.ticked.connect(self._show_time)
        self.clock.ran_out.connect(self._lock_in_time)
        self.wall.lost.connect(self._lose_wall)
        self.wall.offered.connect(self._offer_wall)
        self.wall.repainted.connect(self._show_wall)

    # -- the pages, each built when it is first wanted -------------------------------------------------

    @cached_property
    def console(self) -> ConsolePage:
        """The trainer's page where the wall has a screen of its own."""
        page = ConsolePage(self._appearance)
        page.input.event_requested.connect(self.apply)
        page.input.command_requested.connect(self.do)
        page.mode_requested.connect(self.switch)
        page.set_entry(self.entry)
        self.wall.key_pressed.connect(page.take_key)
        return page

    @cached_property
    def single_screen(self) -> SingleScreenPage:
        """The page of both where there is one screen."""
        page = SingleScreenPage()
        page.input.event_requested.connect(self.apply)
        page.input.command_requested.connect(self.do)
        page.set_wall(self.wall.own_frame)
        page.set_entry(self.single_screen_entry)
        return page

    @cached_property
    def wrap_up_page(self) -> WrapUpPage:
        """What is left of a round."""
        page = WrapUpPage(self._appearance)
        page.event_requested.connect(self.apply)
        page.export_requested.connect(self._export)
        page.forget_requested.connect(self._forget_names)
        page.left.connect(self.leave)
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
        entry.requests.event_requested.connect(self.apply)
        entry.requests.correction_requested.connect(self._correct)
        entry.requests.name_changed.connect(self._rename)
        return entry

    @property
    def _entry(self) -> EntryPanel:
        """Where answers are entered now."""
        return self.entry if self.wall.is_apart else self.single_screen_entry

    @property
    def _page(self) -> ConsolePage | SingleScreenPage:
        return self.console if self.wall.is_apart else self.single_screen

    # -- beginning and ending --------------------------------------------------------------------------

    def run(self, record: RoundRecord, screen: str = "") -> None:
        """Go on with a round from where it stands.

        Args:
            record: the round.
            screen: the name of the screen for the wall; empty for one screen for both.
        """
        self.record = record
        self._had_screen, self._is_black = bool(screen), False
        self.wall.begin(screen)
        self._awake.begin(self.tr("A round with a class is running"))
        self._show()

    def look_back(self, record: RoundRecord) -> None:
        """Show what is left of a round that is over."""
        self.record = record
        self._show_record(record)
        self.wrap_up_page.take_focus()

    @property
    def is_running(self) -> bool:
        """Whether a round is in front that was not closed."""
        return self.record is not None and self.record.round.phase is not Phase.CLOSED

    def leave(self) -> None:
        """Leave the round, after a question where it may be gone on with later."""
        if self.is_running and not self._dialogs.confirm(
            self.tr("Leave the round?"),
            self._what_stays(),
            self.tr("Leave") if self._is_rehearsal else self.tr("Leave; resume later"),
            self.tr("Stay in the round"),
        ):
            return
        self.end()
        self.left.emit()

    def may_close(self) -> bool:
        """Whether the program may end: a class may be in the middle of a round."""
        return not self.is_running or self._dialogs.confirm(
            self.tr("Close in the middle of a round?"),
            self._what_stays(),
            self.tr("Close the program"),
            self.tr("Stay in the round"),
        )

    @property
    def _is_rehearsal(self) -> bool:
        return self.record is not None and self._quiz.rounds.is_rehearsal(self.record)

    def _what_stays(self) -> str:
        if self._is_rehearsal:
            return self.tr("This is a rehearsal: nothing of it is saved.")
        return self.tr("Everything is saved. You can go on with it under Rounds, from where it stands.")

    def end(self) -> None:
        """Take the wall away and let the computer sleep again; the round stays as it is."""
        self.record = None
        self._is_black = False
        self._lay_over()
        self.wall.end()
        self._awake.end()
        self.clock.stop()

    # -- what happens ----------------------------------------------------------------------------------

    def apply(self, event: object) -> None:
        """Let something happen, and show what came of it."""
        if self.record is None or not isinstance(event, Event):
            return
        if not self._agrees(event):
            return
        before = self.record
        try:
            self.record = self._quiz.rounds.apply(before, event)
        except NotNowError as error:
            self.show_message(str(error))
        except QuizError as error:
            self._show()  # nothing looks as if it had happened that was not kept
            self._errors.show(error)
        else:
            self._is_black = self._is_black and step_of(before.round) == step_of(self.record.round)
            self._go_on()
            self._follow_up(event)
            if self.is_running and (told := self._console_words.told(before.round, event)):
                self.show_message(told)

    def _agrees(self, event: Event) -> bool:
        """Whether the trainer means what cannot be taken back by the next key."""
        match event:
            case Close():
                return self.agrees_to_close()
            case Rule(ruling=Ruling.VOID):
                return self._dialogs.confirm(
                    self.tr("Void question {n}?").format(n=event.position + 1),
                    self.tr("It then counts for nothing. The same key lets it count again."),
                    self.tr("Void"),
                    self.tr("Let it count"),
                )
            case _:
                return True

    def _follow_up(self, event: Event) -> None:
        """Do what an event brings along once it is shown."""
        if isinstance(event, Resume) and self._had_screen:
            self._offer_wall(self.wall.best_screen())
        if isinstance(event, Join) and is_team(event.voter) and self.record is not None:
            if event.voter not in self.record.names:  # else each export would call it something else
                self._take_names(dict(self.record.names) | {event.voter: self._words.nameless(event.voter)})
            name = self._words.name(self.record, event.voter)
            is_buzz = self.record.round.mode is AnsweringMode.BUZZ
            named = self.tr("{team} takes part. F2 gives it a name.")
            told = named if is_buzz else self.tr("{team} takes part. Its number and F2 give it a name.")
            self.show_message(told.format(team=isolated(name)))

    def agrees_to_close(self) -> bool:
        """Whether a round is to be closed, which cannot be taken back."""
        return self._dialogs.confirm(
            self.tr("End this round?"),
            self.tr("Its results stay under Rounds. No more votes or changes."),
            self.tr("End this round"),
            self.tr("Stay in the round"),
        )

    def _go_on(self) -> None:
        if self.is_running:
            self._show()
        else:
            self.end()
            self.left.emit()

    def do(self, command: object) -> None:
        """Do what a command asks for that is none of the round's events."""
        acts = {
            Command.LEAVE: self.leave,
            Command.FINISH: self.finish,
            Command.TURN: self._turn,
            Command.BLACK: self._turn_black,
            Command.SWAP: self._swap,
            Command.CORRECT: self._correct_in_front,
            Command.KEYS: self._show_keys,
        }
        if self.record is not None and isinstance(command, Command):
            acts[command]()

    def finish(self) -> None:
        """Go to the end of the round, where results are, after a question: the wall says goodbye there."""
        record = self.record
        if record is None:
            return
        left = sum(not item.was_asked for item in record.round.items)
        told = self.tr("The wall shows the end. You can still go back to question {n}.")
        sentence = told.format(n=record.round.position + 1)
        if left:
            sentence = self.tr("Not asked yet: {left}. {sentence}").format(left=left, sentence=sentence)
        if self._dialogs.confirm(
            self.tr("Finish the round?"), sentence, self.tr("Finish"), self.tr("Stay in the round")
        ):
            self.apply(WrapUp())

    def _show_keys(self) -> None:
        """Show the keys of the moment; the time of a vote waits for it."""
        if self.record is not None:
            has_pages = self.wall.pages[1] > 1
            dialog = RoundKeysDialog(
                self.record, self._window, is_private=self.wall.is_apart, has_pages=has_pages
            )
            dialog.open()

    # -- correcting ------------------------------------------------------------------------------------

    def _correct_in_front(self) -> None:
        if self.record is not None:
            self._correct(self.record.round.position)

    def _correct(self, position: object) -> None:
        """Allow the votes on a question to be changed after its verdict, where the trainer means it."""
        if self.record is None or not isinstance(position, int):
            return
        agreed = self._dialogs.confirm(
            self.tr("Correct the votes on question {n}?").format(n=position + 1),
            self.tr(
                "Its verdict was shown. Scores are counted again, and the round keeps that it was corrected."
            ),
            self.tr("Correct them"),
        )
        if agreed:
            self._entry.correct(position)
            if not self.wall.is_apart and self._entry.is_correcting:
                self.single_screen.correct()

    def switch(self, mode: object) -> None:
        """Let the room answer in another mode."""
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
            self._entry.keep()  # what is typed by now was shown in time
            self.apply(Next())
            if remark := self._entry.take_remark():
                self.show_message(remark)

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
        with self._errors.shown():
            self.record = self._quiz.rounds.rename(record, names)
            if not names:
                self._quiz.rounds.forget_names(record.id)
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
        if self.record is None:
            return
        if "wrap_up_page" in vars(self) and self.wrap_up_page.isVisible():
            self.wrap_up_page.show_message(sentence)
        else:
            self._page.show_message(sentence)

    def _show(self) -> None:
        record = self.record
        if record is None:
            return
        if self.is_running:
            self.clock.update_from(record.round)
            names = {voter.id: self._words.name(record, voter.id) for voter in record.round.voters}
            left = self.clock.left if record.round.phase is Phase.OPEN else None
            self.wall.show_view(wall_view(record.round, record.bank, names), left)
            self._lay_over()
        self._show_record(record)

    def _show_record(self, record: RoundRecord) -> None:
        """Show the trainer how a round stands: on the console, on the one screen, or wrapped up."""
        if record.round.phase in {Phase.WRAP_UP, Phase.CLOSED} and not record.round.is_paused:
            self.wrap_up_page.show_record(record, is_private=self.wall.is_apart)
            self._bring(self.wrap_up_page)
        elif self.wall.is_apart:
            self.entry.show_record(record)
            self.console.show_screen(self.wall.words)
            self.console.show_rehearsal(is_rehearsal=self._is_rehearsal)
            self.console.show_record(record)
            self._bring(self.console)
        else:
            self.single_screen_entry.show_record(record)
            self.single_screen.show_rehearsal(is_rehearsal=self._is_rehearsal)
            self.single_screen.show_record(record)
            self._bring(self.single_screen)

    def _bring(self, page: ConsolePage | SingleScreenPage | WrapUpPage) -> None:
        if not page.isVisible():
            self.page_shown.emit(page)
            page.take_focus()  # else it is at the page's first button, which leaves the round

    def _turn(self) -> None:
        self.wall.turn()
        self._show_wall()

    def _show_wall(self) -> None:
        """Show the trainer what is on the wall, once that has its size."""
        if not self.is_running:
            return
        self._page.show_pages(*self.wall.pages)
        if self.wall.is_apart:
            self.console.show_screen(self.wall.words)
            self.console.show_preview(self.wall.picture(), self.wall.frame.accessibleName())

    # -- black, and the other screen -------------------------------------------------------------------

    def _turn_black(self) -> None:
        """Have the wall black, or show it again."""
        self._is_black = not self._is_black
        self._lay_over()
        self._show_wall()
        if self._is_black:
            self.show_message(self.tr("The wall is black. B, . or Space shows it again."))

    def _lay_over(self) -> None:
        """Have over the wall what belongs there, on whichever screen it is."""
        frame = self.wall.frame
        if self._overlay is None or not isValid(self._overlay) or self._overlay.parentWidget() is not frame:
            if self._overlay is not None and isValid(self._overlay):
                self._overlay.deleteLater()  # else it went with the window of the wall
            self._overlay = WallOverlay(self._appearance, frame)
        if self.record is not None:
            self._page.show_black(is_black=self._is_black)
        self._overlay.show_state(is_black=self._is_black, is_rehearsal=self._is_rehearsal)

    def _swap(self) -> None:
        """Have wall and console change screens."""
        if self.wall.swap():
            self._show()
        else:
            self.show_message(self.tr("There is one screen: nothing to swap."))

    def _show_time(self, seconds: object) -> None:
        left = seconds if isinstance(seconds, int) else None
        self.wall.show_seconds(left)
        self._page.show_time(left)
