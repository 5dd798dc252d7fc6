"""One question at its step: answer, options, certainty, reason, explanation."""

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QHideEvent,
    QKeyEvent,
    QKeySequence,
    QPaintEvent,
    QResizeEvent,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.domain.attempt import PAPER, Step
from quizapp.domain.bank import Definition
from quizapp.domain.certainty import LEVELS
from quizapp.domain.question import Choice, Side, Verdict, is_made_of_definition
from quizapp.domain.reasons import NOT_SURE
from quizapp.domain.selection import is_first_set
from quizapp.domain.session import Session, SessionItem, Turn
from quizapp.ui.compat import override
from quizapp.ui.keyboard import SideArrows
from quizapp.ui.question.scenario import ScenarioCard
from quizapp.ui.session.answer_tile import AnswerPanel
from quizapp.ui.session.bars import SessionBar
from quizapp.ui.session.columns import WIDE_COLUMN, SessionColumns
from quizapp.ui.session.footer import SessionFooter
from quizapp.ui.session.panels import SessionPanels
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.style.marks import BadgeKind
from quizapp.ui.widgets.layouts import suspend_layout
from quizapp.ui.widgets.page import COLUMN, PassingNote, add_paging_keys
from quizapp.ui.wording import BADGES, LETTERS, Wording

if TYPE_CHECKING:
    from quizapp.domain.explanation import Explanation
    from quizapp.ui.question.explanation import ExplanationPanel
    from quizapp.ui.question.options import OptionsExplanation
    from quizapp.ui.session.rows import StepPanel

_ZOOMS = ((3000, 1800, 2.0), (1500, 900, 1.25))
"""From which size in px at 100 % text a window has room for two columns, and how much they are enlarged."""
_LARGE_FROM = 1800, 1000  # px at 100 % text: from here on the scenario is larger still
_COMPACT_BELOW = 640  # px at 100 % text: a page this low has rows as low as they can be
_ABOVE_VERDICT = 12  # px above the card on which the page rests
_LOW = 0.6  # of what is visible
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PARTS = {Step.ANSWER: 0.0, Step.CERTAINTY: 0.25, Step.REASON: 0.5, Step.EXPLANATION: 1.0}


class SessionPage(QWidget):
    """Shows a session at its step, or one question of it again.

    Signals:
        answer_requested: record this answer.
        certainty_requested: record how sure one is, as in `LEVELS`.
        reason_requested: record this reason.
        next_requested: the explanation is read.
        undo_requested: take the last step back.
        leave_requested: back to where one came from.
        previous_requested: look back at the question before.
        twin_requested: see the explanation of the twin of the question looked at.
        flag_requested: flag the question, or flag it no longer.
        copy_requested: copy the question as text.
        note_requested: write a note on the question.
        shortcuts_requested: show the overview of keys.
        folds_changed: what is folded away was opened or closed; carries the keys of what is open.
    """

    answer_requested = Signal(object)
    certainty_requested = Signal(object)
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
    folds_changed = Signal(object)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._wording = Wording(self)
        self._bar = SessionBar(appearance)
        self._card = ScenarioCard(appearance)
        self._answer = AnswerPanel(appearance)
        self._was_painted = False
        self._footer = SessionFooter()
        self._scroll = SessionColumns(appearance, self._card, self._answer)
        self._panels = SessionPanels(
            self, appearance, self._wording, self._answer, self._scroll, self._footer
        )
        self._note = PassingNote(self)
        self._arrows = SideArrows(self)
        self._shown: tuple[str, SessionItem] | None = None
        self._words: Sequence[Definition] = ()
        self._build()
        self._connect_signals()

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._bar)
        layout.addWidget(self._scroll, 1)
        layout.addWidget(self._footer)
        self._footer.track_scrolling(self._scroll.verticalScrollBar())

    def _connect_signals(self) -> None:
        add_paging_keys(self, self._scroll)
        self._arrows.back_pressed.connect(self.previous_requested)
        self._arrows.on_pressed.connect(self.next_requested)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self).activated.connect(self.leave_requested)
        self._answer.answered.connect(self.answer_requested)
        footer, bar, menu = self._footer, self._bar, self._bar.menu
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
        self._appearance.changed.connect(self.fit_window)
        self.addActions(menu.actions())  # their keys work while the menu is closed

    def build_panels(self) -> None:
        """Have what follows an answer ready before anybody has answered."""
        self._panels.build_all()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            self._panels.build_soon()

    # -- the room there is ---------------------------------------------------------------------

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.fit_window()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """Leave the text size as it was to the page that comes; a window only put away keeps it."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._appearance.leave_zoom(self)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_window()
        self._scroll.fit_words()

    def fit_window(self) -> None:
        """Have two columns and larger letters where the window has the room for them."""
        if not self.isVisible():
            return
        zoom = next((zoom for width, height, zoom in _ZOOMS if self._has_room(width, height)), 1.0)
        self._panels.set_compact(compact=self.height() < self._appearance.px(_COMPACT_BELOW))
        self._card.set_use("scenario_wide" if self._has_room(*_LARGE_FROM) else "scenario")
        if (zoom > 1.0) is not self._scroll.is_wide:
            self._set_wide(wide=zoom > 1.0)
        self._appearance.set_zoom(zoom, self)

    def _has_room(self, width: int, height: int) -> bool:
        """Whether the window is as wide and high as this, in px at 100 % text."""
        window, text = self.window(), self._appearance.text_size
        return window.width() >= width * text and window.height() >= height * text

    def _set_wide(self, *, wide: bool) -> None:
        self._scroll.set_wide(wide=wide)
        self._card.set_wide(wide=wide)
        self._panels.set_filling(filling=wide)
        self._footer.set_column(WIDE_COLUMN if wide else COLUMN)
        self._footer.hints.allow_words(allowed=not wide)
        self._bar.set_column(WIDE_COLUMN if wide else COLUMN)

    # -- showing -------------------------------------------------------------------------------

    def show_session(self, session: Session) -> None:
        """Show the current question at its step."""
        self._release_focus()
        self._arrows.allow(previous=False, following=False)
        with suspend_layout(self):
            self._show_step(session)
        self._scroll.fit_words()
        self._rest_on_verdict()

    def _show_step(self, session: Session) -> None:
        self._show_stem(session, session.position)
        self._bar.show_progress(session.position, len(session.asked), _PARTS[session.step])
        self._bar.menu.allow_undo(allowed=session.can_undo)
        has_previous = session.position > 0 and session.step not in (Step.CERTAINTY, Step.REASON)
        self._bar.menu.allow_previous(allowed=has_previous)
        is_asking = session.step is Step.ANSWER
        self._bar.menu.leave_keys(LETTERS[: len(session.current.order)] if is_asking else "")
        match session.step:
            case Step.ANSWER:
                self._ask(session)
            case Step.CERTAINTY:
                self._ask_certainty(session)
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
        back: str = "",
        in_paper: bool = False,
    ) -> None:
        """Show one question with its explanation, to look back at it from the summary or in the session.

        Args:
            session: the session.
            position: the question's.
            has_twin: whether its twin was answered as well.
            previous: whether there is one before it to look at.
            following: whether there is one after it; else the way on leads back.
            back: what the page is called that one came from; empty for session and summary.
            in_paper: whether it was flagged while the paper was sat.
        """
        self._release_focus()
        self._arrows.allow(previous=previous, following=following)
        with suspend_layout(self):
            marks, outcome = self._show_past(session, position, back, in_paper=in_paper)
            self._bar.menu.allow_previous(allowed=previous)
            label = self._way_on(session, back, following=following)
            self._footer.show_way_back(
                label, marks, outcome, has_twin=has_twin, previous=previous, following=following
            )
        self._rest_on_verdict()

    def _show_past(self, session: Session, position: int, back: str, *, in_paper: bool) -> tuple[str, str]:
        """Show a question again; returns what `_explain` does."""
        self._shown = None
        self._bar.menu.allow_undo(allowed=False)
        self._bar.menu.leave_keys("")
        self._show_stem(session, position)
        title = self.tr("Question {position} of {total}")
        if in_paper:
            title = self.tr("Question {position} of {total}, flagged in the paper")
        usual = self.tr("Summary") if session.is_finished else self.tr("Back")
        self._bar.show_title(title.format(position=position + 1, total=len(session.asked)), back or usual)
        return self._explain(session, position)

    def _way_on(self, session: Session, back: str, *, following: bool) -> str:
        """What leads on from a question that is looked at again."""
        if back:
            end = self.tr("Back to {page}").format(page=back)
            return self.tr("Next question") if following else end
        if following:
            return self.tr("Next missed one")
        if session.is_finished:
            return self.tr("Back to the summary")
        return self.tr("Back to question {number}").format(number=session.position + 1)

    def _rest_on_verdict(self) -> None:
        """Scroll to an explanation that begins so far down that nothing of it could be read."""
        panel = next((each for each in self._panels.explaining if not each.isHidden()), None)
        if panel is None:
            return
        self._scroll.settle()
        if panel.y() > _LOW * self._scroll.viewport().height():
            self._scroll.verticalScrollBar().setValue(panel.y() - _ABOVE_VERDICT)

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

    def set_folds(self, keys: Collection[str]) -> None:
        """Open what is folded away below explanations, by keys, and close the rest."""
        self._panels.set_folds(keys)

    def show_flag(self, *, flagged: bool) -> None:
        """Show whether the question is flagged."""
        self._bar.show_flag(flagged=flagged)

    def show_message(self, sentence: str) -> None:
        """Say what has just been done, for a moment."""
        self._note.show_message(sentence, self._footer, self._bar.message_area)

    def _show_words(self) -> None:
        """Show what the words mean; the question waits as it is."""
        if self._scroll.toggle_words():
            return
        from quizapp.ui.session.definitions import DefinitionsDialog  # noqa: PLC0415 - few ask for it

        DefinitionsDialog(self._appearance, self._words, self.window()).open()

    def _show_stem(self, session: Session, position: int) -> None:
        """Show the stem, unless it stands there already: then not a pixel of it moves."""
        asked = session.asked[position]
        # A question made of a definition must not have it beside it.
        is_asked_for = is_made_of_definition(asked.question.id)
        self._words = () if is_asked_for else asked.vocabulary.definitions
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
        words = bool(self._words) and "D" not in LETTERS[: len(asked.order)]
        self._scroll.show_words(self._words, has_key=words)
        if isinstance(asked.question, Choice):
            self._panels.options.show_options(asked.question, asked.order)
            self._show_panel(self._panels.options)
        else:
            self._answer.offer(either=asked.three_answers)
            self._show_panel(self._answer)
        self._card.read_out()  # the keyboard starts before the answers: a second Enter must not answer
        self._footer.show_hints(words=words, previous=session.position > 0)

    def _ask_certainty(self, session: Session) -> None:
        answer = session.turns[session.position].answer or ""
        self._panels.certainty.show_answer(session.current.question, answer)
        self._ask_more(self._panels.certainty, len(LEVELS), not_sure=False)

    def _ask_reason(self, session: Session) -> None:
        turn, reasons = session.turns[session.position], session.current.reasons
        side = Side(turn.answer or Side.PRODUCT)
        self._panels.reason.show_reasons(side, reasons, certainty=turn.certainty is not None)
        self._ask_more(self._panels.reason, len(reasons), not_sure=True)

    def _ask_more(self, panel: "StepPanel", rows: int, *, not_sure: bool) -> None:
        """Ask something more of an answer; so many rows are offered."""
        self._scroll.show_words(self._words, has_key=True)
        self._show_panel(panel)
        self._footer.show_hints(rows=rows, not_sure=not_sure, words=bool(self._words), previous=False)
        panel.take_focus()

    def _explain(self, session: Session, position: int) -> tuple[str, str]:
        """Show an explanation; returns what is to be said of its marks, and what is to be announced."""
        asked, turn, outcome = session.asked[position], session.turns[position], session.outcome(position)
        if outcome is None or turn.answer is None:
            return self._explain_open(asked) if turn.read else ("", "")
        certainty = self._certainty_told(session, position)
        if isinstance(asked.question, Verdict):
            told = _told(asked, asked.question, turn)
            sentence = self._panels.explanation.show_explanation(
                asked.question,
                asked.vocabulary,
                told,
                turn.answer,
                BADGES[outcome.kind],
                newcomer=is_first_set(session.start.seed),
            )
            self._show_explaining(self._panels.explanation, certainty)
            self._card.show_facts(told.marked(asked.question))
        else:
            sentence = self._panels.option_reasons.show_explanation(
                asked.question, asked.vocabulary, asked.order, int(turn.answer), outcome
            )
            self._show_explaining(self._panels.option_reasons, certainty)
        is_paper = session.start.rules.which == PAPER
        sentence = f"{sentence} {certainty}".strip()
        marks = self._wording.marks(
            outcome,
            reasoned=bool(turn.reason),
            again=turn.after_explanation,
            by_certainty=session.marks_by_certainty(position),
        )
        return self._wording.paper_marks(outcome) if is_paper else marks, sentence

    def _certainty_told(self, session: Session, position: int) -> str:
        """What it came to how sure one was; empty where that was not asked."""
        level = session.turns[position].certainty
        if level is None:
            return ""
        return self._panels.certainty_words.outcome(level, session.marks_by_certainty(position))

    def _explain_open(self, asked: SessionItem) -> tuple[str, str]:
        """The same for a question that was left open in a paper."""
        question, vocabulary = asked.question, asked.vocabulary
        if isinstance(question, Verdict):
            told = _told(asked, question, Turn())
            sentence = self._panels.explanation.show_explanation(
                question, vocabulary, told, question.answer, BadgeKind.NOT_THIS, left_open=True
            )
            self._show_explaining(self._panels.explanation)
            self._card.show_facts(told.marked(question))
        else:
            sentence = self._panels.option_reasons.show_open(question, vocabulary, asked.order)
            self._show_explaining(self._panels.option_reasons)
        return self._wording.paper_marks(None), sentence

    def _show_explaining(self, panel: "ExplanationPanel | OptionsExplanation", certainty: str = "") -> None:
        panel.show_certainty(certainty)
        self._show_panel(panel)

    def _show_panel(self, panel: QWidget) -> None:
        self._card.show_prompt(shown=panel is self._answer)
        self._scroll.show_panel(panel)


def _told(asked: SessionItem, verdict: Verdict, turn: Turn) -> "Explanation":
    """What is to be said of the answer to a verdict, or of one that was left open."""
    from quizapp.domain.explanation import explain  # noqa: PLC0415 - the first question explains nothing

    if turn.answer is None:
        return explain(verdict, asked.vocabulary, verdict.answer, None, ())
    chosen = asked.reason(turn.reason or NOT_SURE)
    return explain(
        verdict, asked.vocabulary, turn.answer, chosen, asked.reasons, of_three=asked.three_answers
    )
