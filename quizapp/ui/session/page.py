"""One question at its step: answer, options, reason."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.domain.attempt import Step
from quizapp.domain.bank import Definition
from quizapp.domain.explanation import explain
from quizapp.domain.question import Choice, Reason, Side, Verdict
from quizapp.domain.reasons import NOT_SURE
from quizapp.domain.selection import is_first_set
from quizapp.domain.session import Session, SessionItem
from quizapp.ui.compat import override
from quizapp.ui.question.explanation import ExplanationPanel
from quizapp.ui.question.labels import MarkLabel
from quizapp.ui.question.options import OptionsExplanation
from quizapp.ui.question.scenario import ScenarioCard
from quizapp.ui.session.answer_tile import AnswerPanel
from quizapp.ui.session.bars import SessionBar
from quizapp.ui.session.footer import SessionFooter
from quizapp.ui.session.rows import RowPanel
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.widgets.buttons import Button
from quizapp.ui.widgets.cards import Card
from quizapp.ui.widgets.layouts import suspend_layout
from quizapp.ui.widgets.page import PassingNote, ScrollPage, add_paging_keys
from quizapp.ui.widgets.text import Text
from quizapp.ui.wording import BADGES, LETTERS, NUMBERS, Wording


class OptionsPanel(QWidget):
    """Asks for one of two to six options.

    Signals:
        option_chosen: carries the option's index in the order of the bank, as text.
    """

    option_chosen = Signal(object)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._order: tuple[int, ...] = ()
        self._rows = RowPanel(appearance, LETTERS)
        self._rows.setAccessibleName(self.tr("Your answer"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._rows)
        layout.addStretch(1)
        self._rows.chosen.connect(self._choose)

    def show_options(self, choice: Choice, order: tuple[int, ...]) -> None:
        """Offer the options in this order."""
        self._order = order
        self._rows.set_rows([choice.options[index].text for index in order])

    def _choose(self, index: object) -> None:
        if isinstance(index, int):
            self.option_chosen.emit(str(self._order[index]))


class ReasonPanel(QWidget):
    """Asks for the reason of a verdict.

    Signals:
        reason_given: carries the id of the reason chosen, empty for "not sure".
        change_requested: take the answer back.
    """

    reason_given = Signal(object)
    change_requested = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reasons: Sequence[Reason] = ()
        self._said = MarkLabel(appearance, Side.PRODUCT, use="choice_strong")
        self._rows = RowPanel(appearance, NUMBERS)
        self._rows.setAccessibleName(self.tr("What decides it here?"))
        head = QHBoxLayout()
        head.addWidget(Text("section", self.tr("What decides it here?")), 1)
        head.addWidget(Text("choice", self.tr("You said"), "muted"))
        head.addWidget(self._said)
        self._change = Button(self.tr("Change"), "quiet", key="U")
        head.addWidget(self._change)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(head)
        layout.addWidget(self._rows)
        layout.addStretch(1)
        self._connect_signals()

    def _connect_signals(self) -> None:
        self._rows.chosen.connect(self._choose)
        self._change.clicked.connect(self.change_requested)
        shortcut = QShortcut(QKeySequence("0"), self)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(self.give_none)

    def show_reasons(self, side: Side, reasons: Sequence[Reason]) -> None:
        """Offer these reasons for the side chosen."""
        self._reasons = reasons
        self._said.set_side(side)
        self._rows.setAccessibleDescription(
            self.tr("You said {answer}.").format(answer=self._said.accessibleName())
        )
        self._rows.set_rows([reason.text for reason in reasons])

    def take_focus(self) -> None:
        """Let the keyboard start at the first reason."""
        self._rows.take_focus()

    def _choose(self, index: object) -> None:
        if isinstance(index, int):
            self.reason_given.emit(self._reasons[index].id)

    def give_none(self) -> None:
        """Say that one is not sure."""
        self.reason_given.emit(NOT_SURE)


_LOW = 0.7  # of what is visible
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PARTS = {Step.ANSWER: 0.0, Step.REASON: 0.5, Step.EXPLANATION: 1.0}


class SessionPage(QWidget):
    """Shows a session at its step, or one question of it again.

    Signals:
        answer_requested: record this answer.
        reason_requested: record this reason.
        next_requested: the explanation is read.
        undo_requested: take the last step back.
        leave_requested: back to where one came from.
        previous_requested: look back at the question before.
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
    previous_requested = Signal()
    twin_requested = Signal()
    flag_requested = Signal()
    copy_requested = Signal()
    note_requested = Signal()
    shortcuts_requested = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._wording = Wording(self)
        self._bar = SessionBar(appearance)
        self._card = ScenarioCard(appearance)
        self._answer = AnswerPanel(appearance)
        self._options = OptionsPanel(appearance)
        self._reason = ReasonPanel(appearance)
        self._explanation = ExplanationPanel(appearance, self._wording)
        self._option_reasons = OptionsExplanation(appearance, self._wording)
        self._footer = SessionFooter()
        self._scroll = ScrollPage(above=8)
        self._note = PassingNote(self)
        self._shown: tuple[str, SessionItem] | None = None
        self._words: Sequence[Definition] = ()
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
        self._footer.track_scrolling(self._scroll.verticalScrollBar())

    def _connect_signals(self) -> None:
        add_paging_keys(self, self._scroll)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self).activated.connect(self.leave_requested)
        self._answer.answered.connect(self.answer_requested)
        self._options.option_chosen.connect(self.answer_requested)
        self._reason.reason_given.connect(self.reason_requested)
        self._reason.change_requested.connect(self.undo_requested)
        footer, bar, menu = self._footer, self._bar, self._bar.menu
        footer.hints.not_sure_requested.connect(self._reason.give_none)
        footer.hints.words_requested.connect(self._show_words)
        footer.previous_requested.connect(self.previous_requested)
        footer.next_requested.connect(self.next_requested)
        footer.undo_requested.connect(self.undo_requested)
        footer.twin_requested.connect(self.twin_requested)
        bar.leave_requested.connect(self.leave_requested)
        bar.flag_requested.connect(self.flag_requested)
        menu.undo_requested.connect(self.undo_requested)
        menu.previous_requested.connect(self.previous_requested)
        menu.words_requested.connect(self._show_words)
        menu.copy_requested.connect(self.copy_requested)
        menu.note_requested.connect(self.note_requested)
        menu.reading_requested.connect(self._card.read_out)
        menu.shortcuts_requested.connect(self.shortcuts_requested)
        self.addActions(menu.actions())  # their keys work while the menu is closed

    # -- showing -------------------------------------------------------------------------------

    def show_session(self, session: Session) -> None:
        """Show the current question at its step."""
        self._release_focus()
        with suspend_layout(self):
            self._show_step(session)
        self._rest_on_verdict()

    def _show_step(self, session: Session) -> None:
        self._show_stem(session, session.position)
        self._bar.show_progress(session.position, len(session.asked), _PARTS[session.step])
        self._bar.menu.allow_undo(allowed=session.can_undo)
        has_previous = session.position > 0 and session.step is not Step.REASON
        self._bar.menu.allow_previous(allowed=has_previous)
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
                marks, outcome = self._explain(session, session.position)
                self._footer.show_next(label, marks, outcome, previous=has_previous)

    def show_again(
        self,
        session: Session,
        position: int,
        *,
        has_twin: bool = False,
        previous: bool = False,
        following: bool = False,
    ) -> None:
        """Show one question with its explanation, to look back at it from the summary or in the session.

        Args:
            session: the session.
            position: the question's.
            has_twin: whether its twin was answered as well.
            previous: whether there is one before it to look at.
            following: whether there is one after it; else the way on leads back.
        """
        self._release_focus()
        with suspend_layout(self):
            marks, outcome = self._show_past(session, position)
            self._bar.menu.allow_previous(allowed=previous)
            label = self._way_on(session, following=following)
            self._footer.show_way_back(
                label, marks, outcome, has_twin=has_twin, previous=previous, following=following
            )
        self._rest_on_verdict()

    def _show_past(self, session: Session, position: int) -> tuple[str, str]:
        """Show a question again; returns what `_explain` does."""
        self._shown = None
        self._bar.menu.allow_undo(allowed=False)
        self._bar.menu.leave_keys("")
        self._show_stem(session, position)
        title = self.tr("Question {position} of {total}")
        back = self.tr("Summary") if session.is_finished else self.tr("Back")
        self._bar.show_title(title.format(position=position + 1, total=len(session.asked)), back)
        return self._explain(session, position)

    def _way_on(self, session: Session, *, following: bool) -> str:
        """What leads on from a question that is looked at again."""
        if following:
            return self.tr("Next missed one")
        if session.is_finished:
            return self.tr("Back to the summary")
        return self.tr("Back to question {number}").format(number=session.position + 1)

    def _rest_on_verdict(self) -> None:
        """Scroll to an explanation that begins so far down that nothing of it could be read."""
        panel = next(
            (each for each in (self._explanation, self._option_reasons) if not each.isHidden()), None
        )
        if panel is not None and panel.y() > _LOW * self._scroll.viewport().height():
            self._scroll.verticalScrollBar().setValue(panel.y())

    def _release_focus(self) -> None:
        """Take the focus from what is to be hidden: it would hop from control to control, read aloud."""
        focus = self.window().focusWidget()
        if self.isAncestorOf(focus):  # of none it is not
            focus.clearFocus()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with Enter from the question as well, where somebody had it read again."""
        pressed = event.key() in _ENTER and not event.isAutoRepeat()
        if pressed and self._card.hasFocus() and (way_on := self._footer.way_on) is not None:
            way_on.click()
        else:
            super().keyPressEvent(event)

    def show_flag(self, *, flagged: bool) -> None:
        """Show whether the question is flagged."""
        self._bar.show_flag(flagged=flagged)

    def show_message(self, sentence: str) -> None:
        """Say what has just been done, for a moment."""
        self._note.show_message(sentence, self._footer)

    def _show_words(self) -> None:
        """Show what the words mean; the question waits as it is."""
        from quizapp.ui.session.definitions import DefinitionsDialog  # noqa: PLC0415 - few ask for it

        DefinitionsDialog(self._appearance, self._words, self.window()).open()

    def _show_stem(self, session: Session, position: int) -> None:
        """Show the stem, unless it stands there already: then not a pixel of it moves."""
        asked = session.asked[position]
        self._words = asked.vocabulary.definitions
        place = self.tr("Question {position} of {total}")
        self._card.setAccessibleName(place.format(position=position + 1, total=len(session.asked)))
        self._bar.menu.allow_words(allowed=bool(self._words))
        if self._shown != (session.start.id, asked):
            self._shown = (session.start.id, asked)
            self._card.show_question(asked.question)
        elif session.outcome(position) is None:  # its explanation was taken back
            self._card.show_facts(())

    def _ask(self, session: Session) -> None:
        asked = session.current
        if isinstance(asked.question, Choice):
            self._options.show_options(asked.question, asked.order)
            self._show_panel(self._options)
        else:
            self._answer.offer(either=asked.three_answers)
            self._show_panel(self._answer)
        self._card.read_out()  # the keyboard starts before the answers: a second Enter must not answer
        words = bool(self._words) and "D" not in LETTERS[: len(asked.order)]
        self._footer.show_hints(reasons=0, words=words, previous=session.position > 0)

    def _ask_reason(self, session: Session) -> None:
        side = Side(session.turns[session.position].answer or Side.PRODUCT)
        reasons = session.current.reasons
        self._reason.show_reasons(side, reasons)
        self._show_panel(self._reason)
        self._footer.show_hints(reasons=len(reasons), words=bool(self._words), previous=False)
        self._reason.take_focus()

    def _explain(self, session: Session, position: int) -> tuple[str, str]:
        """Show an explanation; returns what is to be said of its marks, and what is to be announced."""
        asked, turn, outcome = session.asked[position], session.turns[position], session.outcome(position)
        if outcome is None or turn.answer is None:
            return "", ""
        if isinstance(asked.question, Verdict):
            chosen = asked.reason(turn.reason or NOT_SURE)
            told = explain(
                asked.question,
                asked.vocabulary,
                turn.answer,
                chosen,
                asked.reasons,
                of_three=asked.three_answers,
            )
            sentence = self._explanation.show_explanation(
                asked.question,
                asked.vocabulary,
                told,
                turn.answer,
                BADGES[outcome.kind],
                newcomer=is_first_set(session.start.seed),
            )
            self._show_panel(self._explanation)
            self._card.show_facts(told.marked(asked.question))
        else:
            sentence = self._option_reasons.show_explanation(
                asked.question, asked.vocabulary, asked.order, int(turn.answer), outcome
            )
            self._show_panel(self._option_reasons)
        marks = self._wording.marks(outcome, reasoned=bool(turn.reason), again=turn.after_explanation)
        return marks, sentence

    def _show_panel(self, panel: QWidget) -> None:
        self._card.show_prompt(shown=panel is self._answer)
        for each in self._panels:
            if each is not panel:
                each.hide()
        panel.show()
        self._scroll.verticalScrollBar().setValue(0)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
