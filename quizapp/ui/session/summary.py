"""The last page of a session: points, kinds of reason, the missed ones and the twins."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from quizapp.domain.question import Verdict
from quizapp.domain.selection import is_first_set, is_printed
from quizapp.domain.session import Session
from quizapp.domain.summary import Summary
from quizapp.ui.counting import Counting
from quizapp.ui.question.answer_view import AnswerView, AnswerViews, TwinsView
from quizapp.ui.question.labels import MarkLabel
from quizapp.ui.question.tally import TopicsCard
from quizapp.ui.session.score_cards import CertaintyCard, ScoreCard, TallyCard
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.style.sheet import RING
from quizapp.ui.style.type import scaled
from quizapp.ui.widgets.buttons import Button, RowButton
from quizapp.ui.widgets.cards import Card, InsetRule
from quizapp.ui.widgets.layouts import FlowLayout, TwoColumns, clear, scroll_to, set_tab_order
from quizapp.ui.widgets.page import WIDE, Footer, ScrollPage, add_paging_keys
from quizapp.ui.widgets.reading import ReadingText
from quizapp.ui.widgets.signs import IconLabel, OutcomeBadge
from quizapp.ui.widgets.text import Text
from quizapp.ui.wording import Wording

_ACROSS = 12  # px from a row's side to what lies on it, its ring included
_HEAD = _ACROSS - RING  # words above rows begin where those on them do
_GAP, _DOWN, _KEY = 14, 8, 90
_LEAST_MISSED, _LEAST_TWINS, _LEAST_PAGE = 420, 680, 760  # px at 100 % text that two columns need
_SHARES = (3, 2)


def key_of(appearance: Appearance, view: AnswerView) -> QWidget | None:
    """What an answered question turned out to be: a side with its mark, or a word; nothing for a choice."""
    if view.side is not None:
        return MarkLabel(appearance, view.side)
    return Text("label_strong", view.key) if view.key else None


class AnswerRow(RowButton):
    """Opens an explanation; what lies on it is added by its kinds.

    Args:
        appearance: paints the badge.
        view: the answered question.
        contents: the layout of what lies on it.
        parent: the owner.

    Attributes:
        position: the question's place in the session.
        badge: what came of the answer, for its kinds to lay out.
    """

    def __init__(
        self, appearance: Appearance, view: AnswerView, contents: QLayout, parent: QWidget | None = None
    ) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(_HEAD, _DOWN, _HEAD, _DOWN)
        row.setSpacing(8)
        super().__init__("row", row, parent)
        row.addLayout(contents, 1)
        row.addWidget(IconLabel("chevron-right"))
        row.addSpacing(RING)
        self.position = view.position
        self.badge = OutcomeBadge(appearance, view.badge, 24)
        said = self.tr("{said}, flagged").format(said=view.said) if view.is_flagged else view.said
        outcome = self.badge.accessibleName()
        told = [f"{outcome}:", view.stem, f"{view.key}." if view.key not in ("", outcome) else "", f"{said}."]
        self.setAccessibleName(" ".join(part for part in told if part))
        self.setAccessibleDescription(self.tr("Show the explanation"))


class MissedRow(AnswerRow):
    """A row of the list of missed questions; its two columns are as wide in every row."""

    def __init__(self, appearance: Appearance, view: AnswerView, parent: QWidget | None = None) -> None:
        row = QHBoxLayout()
        row.setSpacing(_GAP)
        super().__init__(appearance, view, row, parent)
        columns = TwoColumns(_GAP, 2, shares=_SHARES, least=_LEAST_MISSED)
        row.addSpacing(RING)
        row.addWidget(self.badge)
        middle = QVBoxLayout()
        middle.addStretch(1)
        middle.addLayout(columns)
        middle.addStretch(1)
        row.addLayout(middle, 1)
        columns.addWidget(Text("body", view.stem))
        columns.addWidget(_Answer(appearance, view))
        self.pass_mouse_through()


class _Answer(QWidget):
    """The key, what was said, and the flag."""

    def __init__(self, appearance: Appearance, view: AnswerView) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        if (key := key_of(appearance, view)) is not None:
            key.setMinimumWidth(scaled(_KEY))  # what was said begins at one line
            row.addWidget(key)
        row.addWidget(Text("label", view.said, "muted"), 1)
        if view.is_flagged:
            row.addWidget(IconLabel("flag", self.tr("Flagged")))
            row.addSpacing(_GAP)


class TwinTile(AnswerRow):
    """One of two twins: answer, the sentence that tells it from the other, what was said."""

    def __init__(self, appearance: Appearance, view: AnswerView, parent: QWidget | None = None) -> None:
        column = QVBoxLayout()
        column.setSpacing(4)
        super().__init__(appearance, view, column, parent)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addSpacing(RING)
        head.addWidget(self.badge)
        if (key := key_of(appearance, view)) is not None:
            head.addWidget(key)
        head.addWidget(Text("label", view.said, "muted"), 1)
        if view.is_flagged:
            head.addWidget(IconLabel("flag", self.tr("Flagged")))
        column.addLayout(head)
        column.addWidget(Text("body", view.stem))
        column.addStretch(1)
        self.pass_mouse_through()


class PairRow(QWidget):
    """How both twins begin, and below it the two; one below the other where the width is short.

    Attributes:
        tiles: the two, from left to right.

    Signals:
        explanation_requested: carries the position of the twin that was pressed.
    """

    explanation_requested = Signal(object)

    def __init__(self, appearance: Appearance, view: TwinsView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(0)
        if view.shared:
            shared = QVBoxLayout()
            shared.setContentsMargins(_HEAD, 0, _HEAD, 0)
            shared.addWidget(Text("body", view.shared, "muted"))
            column.addLayout(shared)
        columns = TwoColumns(0, 0, least=_LEAST_TWINS)
        column.addLayout(columns)
        self.tiles = [TwinTile(appearance, answer, self) for answer in view.answers]
        for tile in self.tiles:
            columns.addWidget(tile)
            tile.clicked.connect(self._explain)

    def _explain(self) -> None:
        sender = self.sender()
        if isinstance(sender, TwinTile):
            self.explanation_requested.emit(sender.position)


class ListCard(Card):
    """A heading, and rows whose rings reach into its padding.

    Attributes:
        heading: what the rows are about.
        order: in which order they stand, beside the heading.
        rows: the column of rows.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=(22 - _HEAD, 14))
        self.heading, self.order = Text("section"), Text("label", tone="muted")
        head, inset = FlowLayout(), QVBoxLayout()
        for words in (self.heading, self.order):
            head.addWidget(words)
        inset.setContentsMargins(_HEAD, 0, _HEAD, 0)
        inset.addLayout(head)
        self.rows = QVBoxLayout()
        self.rows.setSpacing(0)
        self.body.setSpacing(4)
        self.body.addLayout(inset)
        self.body.addLayout(self.rows)


class DeviceCard(Card):
    """Says after a first session what ITIL says of the two words, and what the choice between them is for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        heading = self.tr("Good to know")
        self.body.setSpacing(2)
        self.body.addWidget(Text("section", heading))
        text = self.tr(
            "In ITIL, products and services are not opposites: services are built on products. What is "
            "handed over for good, often called a product here, is called goods there. Choosing one of the "
            "two words is a way to practise the difference. The exam does not ask it in this form."
        )
        words = ReadingText("body", heading)
        words.setText(text)
        self.body.addWidget(words)


class SummaryPage(QWidget):
    """The last page of a session.

    Signals:
        done_requested: back to Today.
        practise_requested: ask the missed questions again.
        explanation_requested: look back at the question at this position.
    """

    done_requested = Signal()
    practise_requested = Signal()
    explanation_requested = Signal(object)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._wording = Wording(self)
        self._counting = Counting(self)
        self._title = Text("title")
        self._seed = Text("choice", tone="muted")
        self._score = ScoreCard(appearance)
        self._tally = TallyCard(appearance)
        self._certainty = CertaintyCard(appearance)
        self._missed = ListCard()
        self._twins = ListCard()
        self._topics = TopicsCard(appearance)
        self._device = DeviceCard()
        self._has_missed = False
        self._done = Button(self.tr("Done"), "quiet", key="Esc")
        self._practise = Button("", "filled", key="Enter", icon="arrow-right", after=True)
        self._build()

    def _build(self) -> None:
        page = ScrollPage(wide=WIDE)
        head = FlowLayout(spread=True)
        head.addWidget(self._title)
        head.addWidget(self._seed)
        cards = TwoColumns(6, 6, shares=(2, 3), least=_LEAST_PAGE)
        cards.addWidget(self._score)
        cards.addWidget(self._tally)
        page.column.setSpacing(6)
        page.column.addLayout(head)
        page.column.addLayout(cards)
        for card in (self._device, self._missed, self._certainty, self._twins, self._topics):
            page.column.addWidget(card)
        page.column.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(page, 1)
        layout.addWidget(self._footer(page))
        add_paging_keys(self, page)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self).activated.connect(self.done_requested)

    def _footer(self, page: ScrollPage) -> Footer:
        footer = Footer(wide=WIDE)
        saved = Text("label", self.tr("Saved on this computer."), "muted")
        footer.put(saved, self._done, self._practise)
        footer.track_scrolling(page.verticalScrollBar())
        self._done.clicked.connect(self.done_requested)
        self._practise.clicked.connect(self._go_on)
        return footer

    def show_summary(self, session: Session, summary: Summary, flagged: frozenset[int] = frozenset()) -> None:
        """Show what a session came to.

        Args:
            session: the session.
            summary: what it came to.
            flagged: the positions of its flagged questions.
        """
        count = self._counting.questions_in_words(len(session.asked))
        self._title.setText(self.tr("{questions} answered").format(questions=count))
        seed = session.start.seed
        self._seed.setText(self.tr("Session number {seed}").format(seed=seed) if is_printed(seed) else "")
        again = sum(turn.after_explanation for turn in session.turns)
        self._score.show_score(summary.score, summary.right_reason, again)
        self._certainty.show_levels(summary.by_certainty)
        told = f"{self._title.text()}. {self._score.said} {self._certainty.said}".strip()
        self._practise.setAccessibleDescription(told)
        self._tally.show_summary(summary, reason_step=session.start.rules.reason_step)
        topics = summary.by_topic if summary.by_cue else ()  # else they stand above
        self._topics.show_topics(topics, summary.kinds.total())
        views = AnswerViews(session, self._wording, flagged)
        has_verdicts = any(isinstance(asked.question, Verdict) for asked in session.asked)
        self._device.setVisible(is_first_set(seed) and has_verdicts)
        self._show_missed(views, summary.missed, surest_first=bool(summary.by_certainty))
        self._show_twins(views)
        self._set_tab_order()

    def _show_missed(self, views: AnswerViews, missed: tuple[int, ...], *, surest_first: bool) -> None:
        clear(self._missed.rows)
        self._has_missed = bool(missed)
        self._missed.setVisible(self._has_missed)
        word, only = self._counting.word(len(missed)), len(missed) == 1
        title = self.tr("The one to look at again") if only else self.tr("The {count} to look at again")
        self._missed.heading.setText(title.format(count=word))
        self._missed.order.setText(self.tr("surest first") if surest_first and not only else "")
        for position in missed:
            row = MissedRow(self._appearance, views.answer(position), self)
            row.clicked.connect(self._explain)
            self._missed.rows.addWidget(InsetRule(_HEAD))
            self._missed.rows.addWidget(row)
        these = self.tr("Practise this one") if only else self.tr("Practise these {count}")
        self._practise.setText(these.format(count=word) if missed else self.tr("Done"))
        self._practise.set_icon("arrow-right" if missed else "", after=True)
        self._done.setVisible(self._has_missed)

    def _show_twins(self, views: AnswerViews) -> None:
        clear(self._twins.rows)
        pairs = views.twins()
        self._twins.setVisible(bool(pairs))
        self._twins.heading.setText(self.tr("Twins: one fact apart"))
        for pair in pairs:
            row = PairRow(self._appearance, pair, self)
            row.explanation_requested.connect(self._open)
            self._twins.rows.addWidget(row)

    def _set_tab_order(self) -> None:
        """Have Tab go down the page and then through the line below it."""
        set_tab_order((self._score.last_control, *self._rows(), self._done, self._practise))

    def _rows(self) -> list[AnswerRow]:
        """All rows that open an explanation, from above."""
        rows: list[AnswerRow] = []
        for column in (self._missed.rows, self._twins.rows):
            for index in range(column.count()):
                item = column.itemAt(index)
                part = item.widget() if item is not None else None
                if isinstance(part, PairRow):
                    rows += part.tiles
                elif isinstance(part, AnswerRow):
                    rows.append(part)
        return rows

    def take_focus(self, position: int | None = None) -> None:
        """Let Enter go on, or stand on the question at this position, which was looked at."""
        row = next((row for row in self._rows() if row.position == position), None)
        (row or self._practise).setFocus(Qt.FocusReason.OtherFocusReason)
        if row is not None:
            scroll_to(row)

    def _explain(self) -> None:
        sender = self.sender()
        if isinstance(sender, MissedRow):
            self._open(sender.position)

    def _open(self, position: object) -> None:
        """Ask for the explanation of a question."""
        self.explanation_requested.emit(position)

    def _go_on(self) -> None:
        if self._has_missed:
            self.practise_requested.emit()
        else:
            self.done_requested.emit()
