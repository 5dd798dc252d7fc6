"""What a paper came to: marks with their doubt, topics, and every question with its explanation."""

from collections.abc import Collection

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.domain.paper import PaperResult, outcome_at
from quizapp.domain.question import Verdict
from quizapp.domain.session import Session
from quizapp.quiz.papers import PastPaper
from quizapp.ui.counting import Counting
from quizapp.ui.dates import long_moment
from quizapp.ui.question.answer_view import first_sentence
from quizapp.ui.question.tally import TopicsCard
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.style.sheet import RING
from quizapp.ui.widgets.buttons import Button, RowButton
from quizapp.ui.widgets.cards import Card, InsetRule
from quizapp.ui.widgets.choices import ChipGroup
from quizapp.ui.widgets.interval_band import IntervalBand
from quizapp.ui.widgets.layouts import TwoColumns, clear, scroll_to, set_tab_order
from quizapp.ui.widgets.page import WIDE, Footer, ScrollPage, add_paging_keys
from quizapp.ui.widgets.signs import IconLabel, OutcomeBadge
from quizapp.ui.widgets.text import Text, announce
from quizapp.ui.wording import BADGES, Wording

_HEAD, _DOWN, _GAP, _NUMBER = 12 - RING, 6, 12, 30  # px of a row; the width of its number at 100 % text
_LEAST_ROW, _SHARES = 460, (3, 2)
_LEAST_CARDS = 720
_ALL, _MISSED, _FLAGGED = range(3)


def said_of(session: Session, position: int, wording: Wording) -> str:
    """What was answered in a paper, and what is right, as short as a list wants it."""
    question, answer = session.asked[position].question, session.turns[position].answer
    if answer is None:
        return wording.open_in_a_list(question)
    return wording.in_a_list(question, answer, outcome_at(session, position).kind)


class PaperScoreCard(Card):
    """Marks, whether they pass where that can be said, and how far they can be trusted."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number, self._of = Text("hero_number"), Text("lead", tone="muted")
        self._passed = Text("choice_strong")
        self._band = IntervalBand(appearance)
        self._meaning, self._scope = Text("body"), Text("label", tone="muted")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self._of)
        words.addWidget(self._passed)
        words.addStretch(1)
        marks = QHBoxLayout()
        marks.addWidget(self._number)
        marks.addLayout(words, 1)
        band = QHBoxLayout()
        band.setContentsMargins(RING, 0, RING, 0)
        band.addWidget(self._band)
        self.body.setSpacing(6)
        self.body.addLayout(marks)
        self.body.addLayout(band)
        self.body.addWidget(self._meaning)
        self.body.addWidget(self._scope)
        self.body.addStretch(1)

    def show_paper(self, past: PastPaper) -> str:
        """Show what a paper came to; returns what is said of it first."""
        told = past.result
        score = told.score
        self._number.setText(str(score.earned))
        of = self.tr("of {n} marks").format(n=score.marked)
        self._of.setText(of)
        passed = self._passed_of(told)
        self._passed.setText(passed)
        self._passed.setVisible(bool(passed))
        share = score.earned / score.marked if score.marked else 0.0
        self._band.show_interval(score.low, score.high, share, score.luck_share)
        self._meaning.setText("\n".join(self._meanings(past)))
        scope = self.tr(
            "This paper asks about products, services and the terms around them. The exam asks about all "
            "of ITIL, so this is no forecast of it."
        )
        self._scope.setText(scope)
        self._scope.setVisible(bool(past.preset.exam))
        return f"{score.earned} {of}. {passed}".strip()

    def _passed_of(self, told: PaperResult) -> str:
        if told.has_passed is None:
            return ""
        words = (
            self.tr("Passed: {n} marks pass.") if told.has_passed else self.tr("Not passed: {n} marks pass.")
        )
        return words.format(n=told.pass_mark)

    def _meanings(self, past: PastPaper) -> list[str]:
        """What the marks say, a sentence a line."""
        told, lines = past.result, []
        lines.append(self._doubt_of(told))
        if told.has_passed is None and any(isinstance(each.question, Verdict) for each in past.session.asked):
            lines.append(
                self.tr("Questions of two answers can be guessed too often for a pass mark: {luck}.").format(
                    luck=self._luck_of(told)
                )
            )
        left = told.score.marked - told.answered
        if left:
            one, more = (
                self.tr("One was left open and earned nothing."),
                self.tr("{n} were left open and earned nothing."),
            )
            lines.append(one if left == 1 else more.format(n=left))
        known = told.score.marked - past.fresh
        if known > 0:
            sentence = self.tr("You had answered {n} of the {total} questions before, which helps.")
            lines.append(sentence.format(n=known, total=told.score.marked))
        return lines

    def _doubt_of(self, told: PaperResult) -> str:
        low, high = round(100 * told.score.low), round(100 * told.score.high)
        level = self.tr("Your level is likely between {low} % and {high} %: the grey band.").format(
            low=low, high=high
        )
        if told.has_passed is None:
            return level
        mark = round(100 * told.pass_mark / told.score.marked)
        if told.is_close:
            more = self.tr("It reaches over the pass mark of {mark} %: another paper could go either way.")
        elif told.has_passed:
            more = self.tr("All of it lies above the pass mark of {mark} %.")
        else:
            more = self.tr("All of it lies below the pass mark of {mark} %.")
        return f"{level} {more.format(mark=mark)}"

    def _luck_of(self, told: PaperResult) -> str:
        """How often guessing does as well."""
        luck = told.score.luck
        if luck < 0.001:  # noqa: PLR2004 - fewer than one in a thousand
            return self.tr("guessing alone does as well in fewer than one paper of 1,000")
        return self.tr("guessing alone does as well in {percent} % of papers").format(
            percent=f"{100 * luck:.1f}" if luck < 0.1 else round(100 * luck)  # noqa: PLR2004
        )


class QuestionRow(RowButton):
    """A question of the paper; a press shows its explanation.

    Attributes:
        position: its place in the paper.
    """

    def __init__(
        self, appearance: Appearance, session: Session, position: int, said: str, *, flagged: bool
    ) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(_HEAD, _DOWN, _HEAD, _DOWN)
        row.setSpacing(_GAP)
        super().__init__("row", row)
        self.position = position
        number = Text("label_strong", str(position + 1), "muted")
        number.setMinimumWidth(round(appearance.px(_NUMBER)))
        badge = OutcomeBadge(appearance, BADGES[outcome_at(session, position).kind], 22)
        stem = first_sentence(session.asked[position].question)
        columns = TwoColumns(_GAP, 2, shares=_SHARES, least=_LEAST_ROW)
        columns.addWidget(Text("body", stem))
        columns.addWidget(Text("label", said, "muted"))
        row.addWidget(number)
        row.addWidget(badge)
        row.addLayout(columns, 1)
        flag = IconLabel("flag", self.tr("Flagged"))
        kept = flag.sizePolicy()
        kept.setRetainSizeWhenHidden(True)  # so that the words of all rows line up
        flag.setSizePolicy(kept)
        row.addWidget(flag)
        if not flagged:
            flag.hide()
        row.addWidget(IconLabel("chevron-right"))
        row.addSpacing(RING)
        self.pass_mouse_through()
        told = [f"{position + 1}.", stem, f"{badge.accessibleName()}.", f"{said}."]
        self.setAccessibleName(" ".join([*told, *([self.tr("Flagged.")] if flagged else [])]))
        self.setAccessibleDescription(self.tr("Show the explanation"))


class QuestionsCard(Card):
    """Every question of the paper, or those that were missed or flagged.

    Attributes:
        print: saves the paper with its key.

    Signals:
        explanation_requested: carries the position of the question that was pressed.
    """

    explanation_requested = Signal(object)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=(22 - _HEAD, 14))
        self._appearance = appearance
        self._wording = Wording(self)
        self._session: Session | None = None
        self._flagged: Collection[int] = ()
        self._shown: tuple[tuple[int, ...], ...] = ((), (), ())
        self.print = Button(self.tr("Save as PDF"), small=True)
        self._which = ChipGroup(self.tr("Which questions"), one_of=True)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self._which.setContentsMargins(_HEAD, 0, 0, 0)
        heading = QHBoxLayout()
        heading.setContentsMargins(_HEAD, 0, _HEAD, 0)
        heading.addWidget(Text("section", self.tr("Questions and explanations")), 1)
        heading.addWidget(self.print)
        self.body.setSpacing(4)
        self.body.addLayout(heading)
        self.body.addWidget(self._which)
        self.body.addLayout(self._rows)
        self._which.changed.connect(self._fill)

    def show_paper(self, past: PastPaper) -> None:
        """Show all questions of a paper."""
        everything = tuple(range(len(past.session.asked)))
        self._session, self._flagged = past.session, past.flagged
        self._shown = (everything, past.result.missed, tuple(sorted(past.flagged)))
        words = (self.tr("All {n}"), self.tr("Missed {n}"), self.tr("Flagged {n}"))
        self._which.show_chips(
            [each.format(n=len(shown)) for each, shown in zip(words, self._shown, strict=True)]
        )
        for chip, shown in zip(self._which.chips, self._shown, strict=True):
            chip.setEnabled(bool(shown))
        self._which.choose([_MISSED if past.result.missed else _ALL])
        self._fill()

    def _fill(self) -> None:
        clear(self._rows)
        session = self._session
        if session is None:
            return
        for position in self.listed:
            said = said_of(session, position, self._wording)
            row = QuestionRow(self._appearance, session, position, said, flagged=position in self._flagged)
            row.clicked.connect(self._explain)
            self._rows.addWidget(InsetRule(_HEAD))
            self._rows.addWidget(row)
        set_tab_order([*self._which.chips, *self.rows])

    @property
    def listed(self) -> tuple[int, ...]:
        """The positions of the questions that are listed, from above."""
        return self._shown[next(iter(self._which.chosen), _ALL)]

    @property
    def rows(self) -> list[QuestionRow]:
        """The rows that are listed, from above."""
        found = (self._rows.itemAt(index) for index in range(self._rows.count()))
        widgets = (item.widget() for item in found if item is not None)
        return [each for each in widgets if isinstance(each, QuestionRow)]

    def row_of(self, position: int) -> QuestionRow | None:
        """The row of a question, if it is listed."""
        return next((row for row in self.rows if row.position == position), None)

    def _explain(self) -> None:
        sender = self.sender()
        if isinstance(sender, QuestionRow):
            self.explanation_requested.emit(sender.position)


class ResultPage(QWidget):
    """The last page of a paper.

    Signals:
        done_requested: back to where one came from.
        practise_requested: ask the missed questions again.
        explanation_requested: look at the question at this position.
        print_requested: save the paper with its key.
    """

    done_requested = Signal()
    practise_requested = Signal()
    explanation_requested = Signal(object)
    print_requested = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counting = Counting(self)
        self._has_missed = False
        self._title, self._when = Text("title"), Text("choice", tone="muted")
        self._score, self._topics = (
            PaperScoreCard(appearance),
            TopicsCard(appearance, figures=self.tr("marks")),
        )
        self._questions = QuestionsCard(appearance)
        self._done = Button(self.tr("Done"), "quiet", key="Esc")
        self._practise = Button("", "filled", key="Enter", icon="arrow-right", after=True)
        self._page = ScrollPage(wide=WIDE)
        self._build()
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self).activated.connect(self.done_requested)
        self._done.clicked.connect(self.done_requested)
        self._questions.print.clicked.connect(self.print_requested)
        self._practise.clicked.connect(self._go_on)
        self._questions.explanation_requested.connect(self.explanation_requested)

    def _build(self) -> None:
        column = self._page.column
        column.setSpacing(6)
        column.addWidget(self._title)
        column.addWidget(self._when)
        cards = TwoColumns(6, 6, shares=(2, 3), least=_LEAST_CARDS)
        cards.addWidget(self._score)
        cards.addWidget(self._topics)
        column.addLayout(cards)
        column.addWidget(self._questions)
        column.addStretch(1)
        footer = Footer(wide=WIDE)
        saved = Text("label", self.tr("Saved on this computer."), "muted")
        footer.put(saved, self._done, self._practise)
        footer.track_scrolling(self._page.verticalScrollBar())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._page, 1)
        layout.addWidget(footer)
        add_paging_keys(self, self._page)

    def show_paper(self, past: PastPaper, back: str = "") -> None:
        """Show what a paper came to.

        Args:
            past: it.
            back: what the page is called that one came from; empty for Papers.
        """
        done = self.tr("Back to {page}").format(page=back) if back else self.tr("Done")
        self._title.setText(self.tr("Your paper: {title}").format(title=past.preset.title))
        how = self.tr("Time was up: the paper handed itself in. {when}")
        told = how if past.by_time else self.tr("Handed in. {when}")
        self._when.setText(told.format(when=long_moment(past.ended_at)))
        result = self._score.show_paper(past)
        self._topics.show_topics(past.result.by_topic, len(past.session.asked))
        self._questions.show_paper(past)
        missed = len(past.result.missed)
        self._has_missed = missed > 0
        one, more = self.tr("Practise the missed one"), self.tr("Practise the {n} missed")
        words = one if missed == 1 else more.format(n=self._counting.word(missed))
        self._done.setText(done)
        self._practise.setText(words if missed else done)
        self._practise.set_icon("arrow-right" if missed else "", after=True)
        self._done.setVisible(self._has_missed)
        self._page.verticalScrollBar().setValue(0)
        announce(self, result)

    @property
    def listed(self) -> tuple[int, ...]:
        """The positions of the questions that are listed, from above."""
        return self._questions.listed

    def take_focus(self, position: int | None = None) -> None:
        """Let Enter go on, or stand on the question that was looked at."""
        row = self._questions.row_of(position) if position is not None else None
        (row or self._practise).setFocus(Qt.FocusReason.OtherFocusReason)
        if row is not None:
            scroll_to(row)

    def _go_on(self) -> None:
        (self.practise_requested if self._has_missed else self.done_requested).emit()
