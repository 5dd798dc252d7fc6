"""From a plan to the lobby: planning, and the check before the room comes in."""

from collections.abc import Mapping
from functools import cached_property

from PySide6.QtCore import QObject, Signal

from quizapp.domain.bank import Bank
from quizapp.domain.round_plan import RoundPlan
from quizapp.quiz import Quiz
from quizapp.ui.dialogs import Dialogs
from quizapp.ui.errors import ErrorPresenter
from quizapp.ui.rounds.check_page import ONE_SCREEN, CheckPage
from quizapp.ui.rounds.plan_page import PlanPage
from quizapp.ui.rounds.views import CheckView, PlanDraft, PlanView
from quizapp.ui.rounds.wall.window import WallControl
from quizapp.ui.rounds.wording import RoundWords
from quizapp.ui.style.appearance import Appearance


class PlanController(QObject):
    """Makes plans, keeps them, and begins rounds with them.

    Signals:
        page_shown: a page should stand in front alone; carries it.
        left: the list of rounds should stand in front; carries a sentence about what was done, or nothing.
        begun: a round has begun; carries its record and the name of the wall's screen.
    """

    page_shown = Signal(object)
    left = Signal(object)
    begun = Signal(object)

    def __init__(
        self,
        quiz: Quiz,
        appearance: Appearance,
        wall: WallControl,
        dialogs: Dialogs,
        errors: ErrorPresenter,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._quiz = quiz
        self._dialogs = dialogs
        self._errors = errors
        self._appearance = appearance
        self._wall = wall
        self._words = RoundWords(self)
        self._draft: PlanDraft | None = None  # what is being checked
        self._is_rehearsal = False
        self._screen = ""
        self._wants_one = False  # somebody wants one screen for both, whatever is there
        self._names: dict[str, Mapping[str, str]] = {}  # of teams, by the plan they were typed for
        wall.screens_changed.connect(self._show_check)

    @cached_property
    def plan_page(self) -> PlanPage:
        """Where a plan is made."""
        page = PlanPage(self._appearance)
        page.save_requested.connect(self._save)
        page.start_requested.connect(self._save_and_check)
        page.rehearse_requested.connect(self._save_and_rehearse)
        page.left.connect(self._leave_plan)
        return page

    @cached_property
    def check_page(self) -> CheckPage:
        """Before the room comes in."""
        page = CheckPage()
        page.screen_chosen.connect(self._choose_screen)
        page.begin_requested.connect(self.begin)
        page.left.connect(self._leave_check)
        return page

    # -- a plan --------------------------------------------------------------------------------

    def plan(self, plan_id: object) -> RoundPlan | None:
        """A plan that is kept."""
        with self._errors.shown():
            return next((plan for plan in self._quiz.rounds.plans() if plan.id == plan_id), None)
        return None

    def bank_of(self, plan: RoundPlan) -> Bank | None:
        """The open bank of a plan's questions."""
        ids = {each.bank_id for each in plan.questions}
        return next((bank for bank in self._quiz.banks if {bank.id} == ids), None)

    def plan_anew(self) -> None:
        """Make a plan."""
        self._show_plan(RoundPlan(self._quiz.rounds.new_plan_id(), "", ()), is_new=True)

    def edit(self, plan_id: object) -> None:
        """Change a plan."""
        plan = self.plan(plan_id)
        if plan is not None:
            self._show_plan(plan, is_new=False)

    def _show_plan(self, plan: RoundPlan, *, is_new: bool) -> None:
        banks = tuple(bank for bank in self._quiz.banks if bank.questions)
        used = self._quiz.bank.id if self._quiz.bank else ""
        names = self._names.get(plan.id, {})
        self.plan_page.show_plan(PlanView(plan, banks, used, names, is_new=is_new))
        self.page_shown.emit(self.plan_page)
        self.plan_page.take_focus()

    def _save(self, draft: object) -> None:
        if isinstance(draft, PlanDraft) and self._is_kept(draft):
            self.left.emit(self.tr("{title} is saved.").format(title=draft.plan.title))

    def _save_and_check(self, draft: object) -> None:
        """A plan that is begun is in the list afterwards, whether it was saved before or not."""
        if isinstance(draft, PlanDraft) and self._is_kept(draft):
            self.check(draft)

    def _save_and_rehearse(self, draft: object) -> None:
        if isinstance(draft, PlanDraft) and self._is_kept(draft):
            self.check_rehearsal(draft)

    def _is_kept(self, draft: PlanDraft) -> bool:
        """Keep a plan, and tell whether that could be done."""

        def keep() -> None:
            self._quiz.rounds.save_plan(draft.plan)
            self._names[draft.plan.id] = draft.names  # kept nowhere: they may be those of people

        return self._errors.tries(keep)

    def _leave_plan(self) -> None:
        if self.may_leave():
            self.left.emit("")

    def may_leave(self) -> bool:
        """Whether nothing would be lost that somebody has planned, or may be lost."""
        page = vars(self).get("plan_page")
        if page is None or not page.isVisible() or not page.is_changed:
            return True
        lost = self.tr("This plan was changed and not saved.")
        if not page.fault:
            lost = self.tr("This plan was changed and not saved. Ctrl+S saves it.")
        return self._dialogs.confirm(
            self.tr("Discard the changes?"),
            lost,
            self.tr("Discard the changes"),
            self.tr("Stay with the plan"),
        )

    # -- the check -----------------------------------------------------------------------------

    def check(self, draft: object) -> None:
        """Look at everything before a round; carries a `PlanDraft`."""
        self._look_before(draft, is_rehearsal=False)

    def check_rehearsal(self, draft: object) -> None:
        """The same before a rehearsal, of which nothing is kept."""
        self._look_before(draft, is_rehearsal=True)

    def _look_before(self, draft: object, *, is_rehearsal: bool) -> None:
        if not isinstance(draft, PlanDraft):
            return
        if trouble := self._trouble_with(draft.plan):
            self._errors.show(trouble)
            return
        self._draft, self._is_rehearsal = PlanDraft(draft.plan, self._all_names(draft)), is_rehearsal
        self._screen, self._wants_one = self._wall.best_screen(), False
        self._wall.show_test_card(self._screen)
        self._show_check()
        self.page_shown.emit(self.check_page)
        self.check_page.take_focus()

    def _trouble_with(self, plan: RoundPlan) -> str:
        """Why a plan cannot be begun; empty where it can."""
        bank = self.bank_of(plan)
        if bank is None:
            return self.tr("The bank of this plan is not open. Open it under Banks, and start again.")
        if not {each.question_id for each in plan.questions} <= {each.id for each in bank.questions}:
            return self.tr("The bank has lost some questions of this plan. Edit the plan, and start again.")
        return ""

    def _all_names(self, draft: PlanDraft) -> dict[str, str]:
        """What the teams are called; those without a name go by their numbers."""
        names = draft.names or self._names.get(draft.plan.id, {})
        teams = (f"t{number}" for number in range(1, draft.plan.teams + 1))
        return {team: names.get(team) or self._words.nameless(team) for team in teams}

    def _show_check(self) -> None:
        """Show what there is to look at; screens may come and go meanwhile."""
        draft = self._draft
        bank = self.bank_of(draft.plan) if draft else None
        if draft is None or bank is None or self._trouble_with(draft.plan):
            return  # the bank has changed meanwhile, as beginning the round will tell
        screens = self._wall.screens()
        if not self._wants_one and self._screen not in {screen.name for screen in screens}:
            self._screen = self._wall.best_screen()
            self._wall.show_test_card(self._screen)
        self.check_page.show_check(CheckView(draft.plan, bank, screens, self._screen, self._is_rehearsal))

    def _choose_screen(self, name: object) -> None:
        self._screen = str(name)
        self._wants_one = self._screen == ONE_SCREEN
        self._wall.show_test_card(self._screen)
        self._show_check()

    def _leave_check(self) -> None:
        self._draft = None
        self._wall.end()
        self.left.emit("")

    def begin(self) -> None:
        """Begin the round that was checked."""
        draft = self._draft
        bank = self.bank_of(draft.plan) if draft else None
        if draft is None or bank is None:
            return

        def begin() -> None:
            record = self._quiz.rounds.begin(draft.plan, bank, draft.names, is_rehearsal=self._is_rehearsal)
            self._draft = None
            self.begun.emit((record, self._screen))

        if not self._errors.tries(begin):
            self._leave_check()
