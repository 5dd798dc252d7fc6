"""One question at a time: the scenario stays, and answer, reason and explanation follow below it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.domain.attempt import Step
from quizapp.domain.question import Choice, Side, Verdict
from quizapp.domain.session import Asked, Session
from quizapp.ui.announce import announce
from quizapp.ui.answer_panel import AnswerPanel
from quizapp.ui.card import Card
from quizapp.ui.explanation_panel import ExplanationPanel
from quizapp.ui.layouts import held
from quizapp.ui.look import Look
from quizapp.ui.options_panel import OptionsExplanation, OptionsPanel
from quizapp.ui.overriding import override
from quizapp.ui.paging import add_paging_keys
from quizapp.ui.passing_note import PassingNote
from quizapp.ui.reason_panel import ReasonPanel
from quizapp.ui.row_panel import LETTERS
from quizapp.ui.scenario_card import ScenarioCard
from quizapp.ui.scroll_page import ScrollPage
from quizapp.ui.session_bar import SessionBar
from quizapp.ui.session_footer import SessionFooter
from quizapp.ui.wording import Said, Wording

_PARTS = {Step.ANSWER: 0.0, Step.REASON: 0.5, Step.EXPLANATION: 1.0}


class SessionPage(QWidget):
    """Shows a session at its step, or one question of it again.

    Signals:
        answer_requested: record this answer.
        reason_requested: record this reason.
        next_requested: the explanation is read.
        undo_requested: take the last step back.
        leave_requested: back to where one came from.
        twin_requested: see the explanation of the twin of the question looked at.
        flag_requested: flag the question, or flag it no longer.
        copy_requested: copy the question as text.
        note_requested: something is wrong with the question.
        shortcuts_requested: show the overview of keys.
    """

    answer_requested = Signal(object)
    reason_requested = Signal(object)
    next_requested = Signal()
    undo_requested = Signal()
    leave_requested = Signal()
    twin_requested = Signal()
    flag_requested = Signal()
    copy_requested = Signal()
    note_requested = Signal()
    shortcuts_requested = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wording = Wording(self)
        self._bar = SessionBar(look)
        self._card = ScenarioCard(look)
        self._answer = AnswerPanel(look)
        self._options = OptionsPanel(look)
        self._reason = ReasonPanel(look)
        self._explanation = ExplanationPanel(look, self._wording)
        self._option_reasons = OptionsExplanation(look, self._wording)
        self._footer = SessionFooter(look)
        self._scroll = ScrollPage(look, above=8)
        self._note = PassingNote(look, self)
        self._shown: tuple[str, Asked] | None = None
        self._build()
        self._connect_signals()

    @property
    def _panels(self) -> tuple[QWidget, ...]:
        return (self._answer, self._options, self._reason, self._explanation, self._option_reasons)

    def _build(self) -> None:
        self._scroll.column.addWidget(self._card)
        for panel in self._panels:
            cards = isinstance(panel, Card)  # as high as its words; the others take what is left
            top = Qt.AlignmentFlag.AlignTop if cards else Qt.AlignmentFlag(0)
            self._scroll.column.addWidget(panel, 1, top)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._bar)
        layout.addWidget(self._scroll, 1)
        layout.addWidget(self._footer)
        self._footer.follow(self._scroll.verticalScrollBar())

    def _connect_signals(self) -> None:
        add_paging_keys(self, self._scroll)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self).activated.connect(self.leave_requested)
        self._answer.answered.connect(self.answer_requested)
        self._options.option_chosen.connect(self.answer_requested)
        self._reason.reason_given.connect(self.reason_requested)
        footer, bar, menu = self._footer, self._bar, self._bar.menu
        footer.not_sure_requested.connect(self._reason.give_none)
        footer.next_requested.connect(self.next_requested)
        footer.undo_requested.connect(self.undo_requested)
        footer.twin_requested.connect(self.twin_requested)
        bar.leave_requested.connect(self.leave_requested)
        bar.flag_requested.connect(self.flag_requested)
        menu.undo_requested.connect(self.undo_requested)
        menu.copy_requested.connect(self.copy_requested)
        menu.note_requested.connect(self.note_requested)
        menu.shortcuts_requested.connect(self.shortcuts_requested)
        self.addActions(menu.actions())  # their keys work while the menu is closed

    # -- showing -------------------------------------------------------------------------------

    def show_session(self, session: Session) -> None:
        """Show the current question at its step."""
        self._take_focus()
        with held(self):
            self._show_step(session)

    def _show_step(self, session: Session) -> None:
        self._show_stem(session, session.position)
        self._bar.show_progress(session.position, len(session.asked), _PARTS[session.step])
        self._bar.menu.allow_undo(allowed=session.can_undo)
        is_asking = session.step is Step.ANSWER
        self._bar.menu.leave_keys(LETTERS[: len(session.current.order)] if is_asking else "")
        match session.step:
            case Step.ANSWER:
                self._ask(session)
            case Step.REASON:
                self._ask_reason(session)
            case Step.EXPLANATION:
                last = session.position == len(session.asked) - 1
                label = self.tr("See the summary") if last else self.tr("Next question")
                marks, sentence = self._explain(session, session.position)
                self._footer.show_next(label, marks)
                announce(self, sentence)

    def show_again(self, session: Session, position: int, *, has_twin: bool = False) -> None:
        """Show one question of a session with its explanation, to look back at it."""
        self._take_focus()
        with held(self):
            self._show_past(session, position, has_twin=has_twin)

    def _show_past(self, session: Session, position: int, *, has_twin: bool) -> None:
        self._shown = None
        self._bar.menu.allow_undo(allowed=False)
        self._bar.menu.leave_keys("")
        self._show_stem(session, position)
        self._bar.show_title(
            self.tr("Question {place} of {total}").format(place=position + 1, total=len(session.asked))
        )
        marks, sentence = self._explain(session, position)
        self._footer.show_way_back(self.tr("Back to the summary"), marks, has_twin=has_twin)
        announce(self, sentence)

    def _take_focus(self) -> None:
        """Have the focus before what has it is hidden: it would hop from control to control, read aloud."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Paint nothing: the focus rests here but for a moment, and Qt would paint the whole page anew."""

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        """See `focusInEvent`."""

    def show_flag(self, *, flagged: bool) -> None:
        """Show whether the question is flagged."""
        self._bar.show_flag(flagged=flagged)

    def tell(self, sentence: str) -> None:
        """Say what has just been done, for a moment."""
        self._note.tell(sentence, self._footer)

    def _show_stem(self, session: Session, position: int) -> None:
        """Show the stem, unless it stands there already: then not a pixel of it moves."""
        asked = session.asked[position]
        if self._shown != (session.start.id, asked):
            self._shown = (session.start.id, asked)
            self._card.show_question(asked.question, asked.vocabulary)
        elif session.outcome(position) is None:  # its explanation was taken back
            self._card.reveal(shown=False, animate=False)

    def _ask(self, session: Session) -> None:
        asked = session.current
        if isinstance(asked.question, Choice):
            self._options.show_options(asked.question, asked.order)
            self._show_panel(self._options)
            self._options.take_focus()
        else:
            self._show_panel(self._answer)
            self._answer.take_focus()
        letters = tuple(LETTERS[: len(asked.order)])
        self._footer.show_question_keys(letters or ("P", "S"))

    def _ask_reason(self, session: Session) -> None:
        side = Side(session.turns[session.position].answer or Side.PRODUCT)
        self._reason.show_reasons(side, session.current.reasons)
        self._show_panel(self._reason)
        self._footer.show_reason_keys()
        self._reason.take_focus()

    def _explain(self, session: Session, position: int) -> tuple[str, str]:
        """Show an explanation; returns what is to be said of its marks, and what is to be announced."""
        asked, turn, outcome = session.asked[position], session.turns[position], session.outcome(position)
        if outcome is None or turn.answer is None:
            return "", ""
        if isinstance(asked.question, Verdict):
            said = Said(Side(turn.answer), asked.reason(turn.reason or ""), bool(asked.reasons))
            sentence = self._explanation.show_explanation(asked.question, asked.vocabulary, said, outcome)
            self._show_panel(self._explanation)
        else:
            sentence = self._option_reasons.show_explanation(
                asked.question, asked.vocabulary, asked.order, int(turn.answer), outcome
            )
            self._show_panel(self._option_reasons)
        self._card.reveal(shown=True)
        marks = self._wording.marks(outcome, reasoned=bool(turn.reason), again=turn.after_explanation)
        return marks, sentence

    def _show_panel(self, panel: QWidget) -> None:
        for each in self._panels:
            if each is not panel:
                each.hide()
        panel.show()
        self._scroll.verticalScrollBar().setValue(0)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
