"""What follows the first picture of a session: options, the steps after an answer, and explanations."""

from collections.abc import Collection, Iterator
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from quizapp.ui.session.answer_tile import AnswerPanel
from quizapp.ui.session.columns import SessionColumns
from quizapp.ui.session.footer import SessionFooter
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.widgets.layouts import reorder_tabs
from quizapp.ui.wording import Wording

if TYPE_CHECKING:
    from quizapp.ui.question.certainty import CertaintyWords
    from quizapp.ui.question.explanation import ExplanationCard, ExplanationPanel
    from quizapp.ui.question.options import OptionsExplanation
    from quizapp.ui.session.page import SessionPage
    from quizapp.ui.session.rows import CertaintyPanel, OptionsPanel, ReasonPanel, StepPanel

_A_MOMENT = 100  # ms from the first picture of a question until what follows is built: nobody reads faster


class SessionPanels(QObject):
    """The panels of a session beside that of answers, each built when it is first wanted or in idle time.

    What they are asked for is requested of the page.

    Args:
        page: the page they stand on.
        appearance: the appearance in force.
        wording: what explanations say in common.
        answer: the panel of answers; by Tab the others are reached from where it stands.
        columns: shows one panel at a time.
        footer: what Tab reaches after them.

    Attributes:
        explaining: the explanations that are built.
    """

    def __init__(
        self,
        page: "SessionPage",
        appearance: Appearance,
        wording: Wording,
        answer: AnswerPanel,
        columns: SessionColumns,
        footer: SessionFooter,
    ) -> None:
        super().__init__(page)
        self._page = page
        self._appearance = appearance
        self._wording = wording
        self._answer = answer
        self._columns = columns
        self._footer = footer
        self.explaining: list[ExplanationCard] = []
        self._steps: list[StepPanel] = []
        self._filling: list[AnswerPanel | OptionsPanel | StepPanel] = [answer]
        self._open_folds: tuple[str, ...] = ()
        self._later = self._build_later()

    # -- building ------------------------------------------------------------------------------

    @cached_property
    def options(self) -> "OptionsPanel":
        """The options of a choice."""
        from quizapp.ui.session.rows import OptionsPanel  # noqa: PLC0415 - see above

        panel = OptionsPanel(self._appearance)
        panel.option_chosen.connect(self._page.answer_requested)
        self._columns.add_panel(panel)
        self._fill(panel)
        return panel

    @cached_property
    def reason(self) -> "ReasonPanel":
        """What decides it."""
        from quizapp.ui.session.rows import ReasonPanel  # noqa: PLC0415 - see above

        panel = ReasonPanel(self._appearance)
        panel.reason_given.connect(self._page.reason_requested)
        self._footer.hints.not_sure_requested.connect(panel.give_none)
        self._add_step(panel)
        return panel

    @cached_property
    def certainty(self) -> "CertaintyPanel":
        """How sure one is."""
        from quizapp.ui.session.rows import CertaintyPanel  # noqa: PLC0415 - see above

        panel = CertaintyPanel(self._appearance)
        panel.certainty_given.connect(self._page.certainty_requested)
        self._add_step(panel)
        return panel

    @cached_property
    def certainty_words(self) -> "CertaintyWords":
        """What is said of how sure one was."""
        from quizapp.ui.question.certainty import CertaintyWords  # noqa: PLC0415 - see above

        return CertaintyWords(self)

    @cached_property
    def explanation(self) -> "ExplanationPanel":
        """The explanation of a verdict."""
        from quizapp.ui.question.explanation import ExplanationPanel  # noqa: PLC0415 - see above

        panel = ExplanationPanel(self._appearance, self._wording)
        self._add_explaining(panel)
        return panel

    @cached_property
    def option_reasons(self) -> "OptionsExplanation":
        """The explanation of a choice."""
        from quizapp.ui.question.options import OptionsExplanation  # noqa: PLC0415 - see above

        panel = OptionsExplanation(self._appearance, self._wording)
        self._add_explaining(panel)
        return panel

    def build_all(self) -> None:
        """Build what is not built yet, certainty apart, which few ask for."""
        for _ in self._later:
            pass

    def build_soon(self) -> None:
        """Do so in a moment, one piece after the other: keys and the mouse come first."""
        QTimer.singleShot(_A_MOMENT, self, self._build_next)

    def _build_later(self) -> Iterator[object]:
        yield self.reason, self.options
        yield self.explanation
        yield self.option_reasons

    def _build_next(self) -> None:
        if next(self._later, None) is not None:
            QTimer.singleShot(0, self, self._build_next)

    def _add_step(self, panel: "StepPanel") -> None:
        panel.change_requested.connect(self._page.undo_requested)
        self._columns.add_step(panel)
        self._steps.append(panel)
        self._fill(panel)
        self._page.fit_window()

    def _fill(self, panel: "OptionsPanel | StepPanel") -> None:
        """Have a panel made late fill wide windows as well, and be reached by Tab where it stands."""
        panel.set_filling(filling=self._columns.is_wide)
        panel.stand_after(self._answer.last_tile)
        self._filling.append(panel)

    def _add_explaining(self, panel: "ExplanationCard") -> None:
        folds = panel.folds
        folds.set_usually_open(self._open_folds)
        folds.pressed.connect(partial(self._tell_folds, panel))
        self.explaining.append(panel)
        self._columns.add_explaining(panel)
        reorder_tabs(self._page, folds.facts_card, panel, folds.article_card, self._footer)

    # -- all of them ---------------------------------------------------------------------------

    def set_compact(self, *, compact: bool) -> None:
        """Have the steps after an answer take as little height as they can, or no longer."""
        for step in self._steps:
            step.set_compact(compact=compact)

    def set_filling(self, *, filling: bool) -> None:
        """Have what is asked fill the height of a wide window, or no longer."""
        for panel in self._filling:
            panel.set_filling(filling=filling)

    def set_folds(self, keys: Collection[str]) -> None:
        """Open what is folded away below explanations, by keys, and close the rest."""
        self._open_folds = tuple(keys)
        for panel in self.explaining:
            panel.folds.set_usually_open(keys)

    def _tell_folds(self, panel: "ExplanationCard") -> None:
        keys = panel.folds.usually_open
        self.set_folds(keys)  # those of the other kind of question follow
        self._page.folds_changed.emit(keys)
