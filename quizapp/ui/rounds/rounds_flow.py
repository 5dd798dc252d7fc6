"""Rounds as a whole: the list, a plan, the check before it begins, and what is taken home."""

from collections.abc import Callable
from functools import cached_property

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from quizapp.domain.bank import Bank
from quizapp.domain.errors import QuizError
from quizapp.domain.round_events import Close
from quizapp.domain.round_plan import RoundPlan
from quizapp.domain.round_record import RoundRecord
from quizapp.quiz import Quiz
from quizapp.ui.asking import Asking
from quizapp.ui.look import Look
from quizapp.ui.rounds.check_page import CheckPage
from quizapp.ui.rounds.plan_page import PlanPage
from quizapp.ui.rounds.roster_words import RosterWords
from quizapp.ui.rounds.round_exports import RoundExports
from quizapp.ui.rounds.round_flow import RoundFlow
from quizapp.ui.rounds.rounds_page import RoundsPage
from quizapp.ui.rounds.rounds_view import (
    CheckView,
    Export,
    KeptPlan,
    Material,
    PastRound,
    PlanDraft,
    PlanView,
    RoundsView,
    RunningRound,
)


class RoundsFlow(QObject):
    """Carries the wishes of the pages around a round to the quiz.

    Signals:
        page_shown: a page should stand in front alone; carries it.
        list_wanted: the list of rounds should stand in front.
        troubled: something expected went wrong; carries the error.
    """

    page_shown = Signal(object)
    list_wanted = Signal()
    troubled = Signal(object)

    def __init__(self, quiz: Quiz, look: Look, asking: Asking, window: QWidget) -> None:
        super().__init__(window)
        self._quiz = quiz
        self._look = look
        self._asking = asking
        self.page = RoundsPage(look)
        self.running = RoundFlow(quiz, look, asking, window)
        self._exports = RoundExports(asking, self)
        self._words = RosterWords(self)
        self._draft: PlanDraft | None = None
        self._is_rehearsal = False
        self._screen = ""
        self._notice = ""
        self._connect_signals()

    def _connect_signals(self) -> None:
        page = self.page
        page.plan_requested.connect(self._plan_anew)
        page.edit_requested.connect(self._edit)
        page.start_requested.connect(self._start_kept)
        page.rehearse_requested.connect(self._rehearse_kept)
        page.delete_requested.connect(self._delete)
        page.print_requested.connect(self._print)
        page.resume_requested.connect(self.resume)
        page.close_requested.connect(self._close_running)
        page.look_requested.connect(self._look_back)
        page.export_requested.connect(self._export_kept)
        page.forget_requested.connect(self._forget)
        page.notice_closed.connect(self._close_notice)
        page.came_up.connect(self.refresh)
        self.running.page_shown.connect(self.page_shown)
        self.running.export_requested.connect(self._export)
        self.running.left.connect(self.list_wanted)
        self.running.troubled.connect(self.troubled)
        self.running.wall.screens_changed.connect(self._show_check)
        self._exports.written.connect(self._note)
        self._exports.troubled.connect(self.troubled)

    @cached_property
    def plan_page(self) -> PlanPage:
        """Where a plan is made."""
        page = PlanPage(self._look)
        page.save_requested.connect(self._save)
        page.start_requested.connect(self._check)
        page.rehearse_requested.connect(self._check_rehearsal)
        page.left.connect(self.list_wanted)
        return page

    @cached_property
    def check_page(self) -> CheckPage:
        """Before the room comes in."""
        page = CheckPage(self._look)
        page.screen_chosen.connect(self._choose_screen)
        page.begin_requested.connect(self._begin)
        page.left.connect(self._leave_check)
        return page

    # -- the list ------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Show all rounds as they are now; names whose time is over go first."""
        self._do(self._show_list)

    def _show_list(self) -> None:
        rounds = self._quiz.rounds
        rounds.forget_old_names()
        running = rounds.unfinished()
        self.page.show_rounds(
            RoundsView(
                running=_running(running) if running else None,
                plans=tuple(self._kept(plan) for plan in rounds.plans()),
                past=tuple(
                    PastRound(head.id, head.title, head.started_at, head.questions, head.names_until)
                    for head in rounds.past()
                    if head.ended_at
                ),
                has_bank=self._quiz.bank is not None,
                notice=self._notice,
            )
        )

    def _kept(self, plan: RoundPlan) -> KeptPlan:
        bank = self._bank_of(plan)
        return KeptPlan(plan.id, plan.title, bank.title if bank else "", len(plan.questions), plan.answering)

    def _note(self, sentence: object) -> None:
        self._notice = str(sentence)
        self.refresh()

    def _close_notice(self) -> None:
        self._note("")

    def _look_back(self, round_id: object) -> None:
        self._do(lambda: self.running.look_back(self._quiz.rounds.load(str(round_id))))

    def _forget(self, round_id: object) -> None:
        if self._asking.confirm(
            self.tr("Delete the names?"),
            self.tr("Results keep their numbers. The names cannot be brought back."),
            self.tr("Delete names"),
        ):
            self._do(lambda: self._quiz.rounds.forget_names(str(round_id)))
            self.refresh()

    def _close_running(self) -> None:
        def close() -> None:
            record = self._quiz.rounds.unfinished()
            if record is not None:
                self._quiz.rounds.act(record, Close())

        self._do(close)
        self.refresh()

    # -- a plan --------------------------------------------------------------------------------

    def _plan_anew(self) -> None:
        self._show_plan(RoundPlan(self._quiz.rounds.new_plan_id(), "", ()), is_new=True)

    def _edit(self, plan_id: object) -> None:
        plan = self._plan(plan_id)
        if plan is not None:
            self._show_plan(plan, is_new=False)

    def _show_plan(self, plan: RoundPlan, *, is_new: bool) -> None:
        banks = tuple(bank for bank in self._quiz.banks if bank.questions)
        used = self._quiz.bank.id if self._quiz.bank else ""
        self.plan_page.show_plan(PlanView(plan, banks, used, is_new=is_new))
        self.page_shown.emit(self.plan_page)
        self.plan_page.take_focus()

    def _save(self, draft: object) -> None:
        if isinstance(draft, PlanDraft) and self._do(lambda: self._quiz.rounds.save_plan(draft.plan)):
            self._notice = self.tr("{title} is kept.").format(title=draft.plan.title)
            self.list_wanted.emit()

    def _delete(self, plan_id: object) -> None:
        if self._asking.confirm(
            self.tr("Delete this plan?"),
            self.tr("Rounds that were run with it stay."),
            self.tr("Delete the plan"),
        ):
            self._do(lambda: self._quiz.rounds.delete_plan(str(plan_id)))
            self.refresh()

    def _print(self, wish: object) -> None:
        if not isinstance(wish, tuple):
            return
        plan_id, kind = wish
        plan = self._plan(plan_id)
        bank = self._bank_of(plan) if plan else None
        if plan is not None and bank is not None and isinstance(kind, Material):
            self._do(lambda: self._exports.print_material(plan, bank, kind))

    # -- beginning -----------------------------------------------------------------------------

    def _start_kept(self, plan_id: object) -> None:
        plan = self._plan(plan_id)
        if plan is not None:
            self._check(PlanDraft(plan, {}))

    def _rehearse_kept(self, plan_id: object) -> None:
        plan = self._plan(plan_id)
        if plan is not None:
            self._check_rehearsal(PlanDraft(plan, {}))

    def _check(self, draft: object) -> None:
        self._look_before(draft, is_rehearsal=False)

    def _check_rehearsal(self, draft: object) -> None:
        self._look_before(draft, is_rehearsal=True)

    def _look_before(self, draft: object, *, is_rehearsal: bool) -> None:
        if not isinstance(draft, PlanDraft):
            return
        if self._bank_of(draft.plan) is None:
            self.troubled.emit(
                self.tr("The bank of this plan is not open. Open it under Banks, and start again.")
            )
            return
        self._draft, self._is_rehearsal = PlanDraft(draft.plan, self._names(draft)), is_rehearsal
        self._screen = self.running.wall.best_screen()
        self.running.wall.show_test_card(self._screen)
        self._show_check()
        self.page_shown.emit(self.check_page)
        self.check_page.take_focus()

    def _names(self, draft: PlanDraft) -> dict[str, str]:
        """What the teams are called; those without a name go by their numbers."""
        teams = (f"t{number}" for number in range(1, draft.plan.teams + 1))
        return {team: draft.names.get(team) or self._words.nameless(team) for team in teams}

    def _show_check(self) -> None:
        """Show what there is to look at; screens may come and go meanwhile."""
        draft = self._draft
        bank = self._bank_of(draft.plan) if draft else None
        if draft is None or bank is None:
            return
        screens = self.running.wall.screens()
        if self._screen not in {screen.name for screen in screens}:
            self._screen = self.running.wall.best_screen()
            self.running.wall.show_test_card(self._screen)
        self.check_page.show_check(CheckView(draft.plan, bank, screens, self._screen, self._is_rehearsal))

    def _choose_screen(self, name: object) -> None:
        self._screen = str(name)
        self.running.wall.show_test_card(self._screen)
        self._show_check()

    def _leave_check(self) -> None:
        self._draft = None
        self.running.wall.end()
        self.list_wanted.emit()

    def _begin(self) -> None:
        draft = self._draft
        bank = self._bank_of(draft.plan) if draft else None
        if draft is None or bank is None:
            return

        def begin() -> None:
            record = self._quiz.rounds.begin(draft.plan, bank, draft.names, is_rehearsal=self._is_rehearsal)
            self._draft = None
            self.running.run(record, self._screen)

        self._do(begin)

    def resume(self) -> None:
        """Go on with the round that was not closed."""

        def resume() -> None:
            record = self._quiz.rounds.unfinished()
            if record is not None:
                self.running.run(record, self.running.wall.best_screen())

        self._do(resume)

    # -- taking home ---------------------------------------------------------------------------

    def _export_kept(self, wish: object) -> None:
        if isinstance(wish, tuple):
            round_id, kind = wish
            self._do(lambda: self._export((self._quiz.rounds.load(str(round_id)), kind)))

    def _export(self, wish: object) -> None:
        match wish:
            case (RoundRecord() as record, Export() as kind):
                self._exports.export(record, kind)

    # -- helpers -------------------------------------------------------------------------------

    def _plan(self, plan_id: object) -> RoundPlan | None:
        return next((plan for plan in self._quiz.rounds.plans() if plan.id == plan_id), None)

    def _bank_of(self, plan: RoundPlan) -> Bank | None:
        """The open bank of a plan's questions."""
        ids = {each.bank_id for each in plan.questions}
        return next((bank for bank in self._quiz.banks if {bank.id} == ids), None)

    def _do(self, act: Callable[[], None]) -> bool:
        """Whether something could be done; what prevented it is told."""
        try:
            act()
        except QuizError as error:
            self.troubled.emit(error)
            return False
        return True


def _running(record: RoundRecord) -> RunningRound:
    round_ = record.round
    return RunningRound(round_.plan.title, round_.place + 1, len(round_.items))
