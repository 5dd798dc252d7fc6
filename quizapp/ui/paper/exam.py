"""A paper while it is sat: one question, all questions at a glance, the time left, and the hand-in."""

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QHideEvent,
    QKeySequence,
    QPaintEvent,
    QResizeEvent,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from quizapp.domain.paper import Paper
from quizapp.domain.question import Choice, Question, Side, Verdict
from quizapp.ui.compat import override
from quizapp.ui.counting import Counting
from quizapp.ui.keyboard import SideArrows
from quizapp.ui.paper.matrix import Matrix
from quizapp.ui.question.choice_rows import RowPanel
from quizapp.ui.question.highlight import HighlightedText
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.style.painting import paint_box, painter_on
from quizapp.ui.style.sheet import RING
from quizapp.ui.style.type import scaled
from quizapp.ui.widgets.buttons import Button, quiet_inset
from quizapp.ui.widgets.cards import Card, Rule
from quizapp.ui.widgets.layouts import TwoColumns
from quizapp.ui.widgets.page import WIDE, Footer, ScrollPage, add_paging_keys, column_margin
from quizapp.ui.widgets.reading import Paragraph
from quizapp.ui.widgets.signs import IconLabel
from quizapp.ui.widgets.text import Text, announce
from quizapp.ui.wording import LETTERS, Wording, prompt_of

_SIDE_KEYS = "PS"
_SIDE_SIGNS = {Side.PRODUCT: "◆", Side.SERVICE: "●"}
_WARNINGS = (600, 300, 60)  # seconds left at which it is said
_BESIDE_FROM, _SHARES = 760, (64, 36)  # px at 100 % text that question and matrix side by side need
_WIDE_BAR, _THICK = 180, 5
_ABOVE = 6  # px above the cards
_COMPACT_BELOW = 640  # px at 100 % text: in a page this low the question is set smaller
_ONE_LINE_FROM = 620  # px at 100 % text of a page whose head has room for the rules
_ZOOMS = ((3000, 1800, 2.0), (1500, 900, 1.25))  # as a session is enlarged in windows of this size
_MINUTE, _PERCENT = 60, 100


def clock_words(seconds: float) -> str:
    """Seconds as minutes and seconds, as `41:20`; the last one begun counts whole."""
    whole = ceil(max(0.0, seconds))
    return f"{whole // _MINUTE:02d}:{whole % _MINUTE:02d}"


class TimeBar(QProgressBar):
    """How much of the time is left, as a bar that empties."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance, self._share = appearance, 1.0
        self.setRange(0, _PERCENT)
        self.setAccessibleName(self.tr("Share of the time that is left"))
        appearance.changed.connect(self.updateGeometry)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_share(self, share: float) -> None:
        """Show the share left, 0 to 1."""
        self._share = min(1.0, max(0.0, share))
        self.setValue(round(_PERCENT * self._share))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(round(self._appearance.px(_WIDE_BAR)), round(self._appearance.px(_THICK)))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(round(self._appearance.px(60)), self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, whole = self._appearance.theme, QRectF(self.rect())
        left = QRectF(whole)
        left.setWidth(whole.width() * self._share)
        if self.isRightToLeft():
            left.moveRight(whole.right())
        with painter_on(self) as painter:
            edge = theme.ink if theme.is_flat else None
            paint_box(painter, whole, whole.height() / 2, theme.line, edge)
            paint_box(painter, left, whole.height() / 2, theme.ink)


class TimeLeft(QWidget):
    """The time left in figures, when it ends, and a bar."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._figures, self._until = Text("tile"), Text("label", tone="muted")
        for part in (self._figures, self._until):
            part.setWordWrap(False)
        self._bar = TimeBar(appearance)
        self._last: float | None = None
        figures = QHBoxLayout()
        figures.setSpacing(2)
        figures.addWidget(IconLabel("timer", edge=22))
        figures.addWidget(self._figures)
        figures.addWidget(self._until)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(figures)
        column.addWidget(self._bar)
        self._reserve_width()

    def show_time(self, seconds: float, allowed: float, until: str) -> None:
        """Show the time left; at ten, five and one minute it is said.

        Args:
            seconds: how much is left.
            allowed: how much there was.
            until: the time of day at which it ends.
        """
        words = clock_words(seconds)
        if words != self._figures.text():
            self._figures.setText(words)
            self._figures.setAccessibleName(self.tr("Time left: {time}").format(time=words))
        self._until.setText(self.tr("until {time}").format(time=until))
        self._bar.show_share(seconds / allowed if allowed else 0.0)
        last, self._last = self._last, seconds
        if last is not None and any(seconds <= each < last for each in _WARNINGS):
            minutes = ceil(seconds / _MINUTE)
            one, more = self.tr("One minute is left."), self.tr("{n} minutes are left.")
            announce(self, one if minutes <= 1 else more.format(n=minutes))

    def forget(self) -> None:
        """Take the time that is shown next as that of another paper."""
        self._last = None

    def _reserve_width(self) -> None:
        """Keep room for the widest figures, so that nothing beside them moves."""
        self._figures.ensurePolished()
        metrics = QFontMetricsF(self._figures.font())
        widest = max(metrics.horizontalAdvance(digit) for digit in "0123456789")
        wide = 4 * widest + metrics.horizontalAdvance(":")
        self._figures.setMinimumWidth(ceil(wide) + 1 + 2 * RING)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._reserve_width()


class QuestionCard(Card):
    """One question of a paper with what can be answered; nothing tells what is right.

    Args:
        appearance: the appearance in force.
        page: the owner, whose requests it makes.
    """

    def __init__(self, appearance: Appearance, page: "ExamPage") -> None:
        super().__init__(padding=(28, 14))
        self._page = page
        self._offered: tuple[str, ...] = ()
        self._shown: Question | None = None
        self._use = "scenario"
        self._wording = Wording(self)
        self._number = Text("label_strong", tone="muted")
        mark, marked = self.tr("Flag for later"), self.tr("Flagged")
        self._flag = Button(mark, "quiet", key="F", icon="flag", room_for=(mark, marked))
        self._flag.setCheckable(True)
        self._stem = HighlightedText(appearance, "scenario", self.tr("Question"))
        self._prompt = Text("prompt")
        self._options, self._sides = RowPanel(appearance, LETTERS), RowPanel(appearance, _SIDE_KEYS)
        for rows in (self._options, self._sides):
            rows.setAccessibleName(self.tr("Your answer"))
            rows.set_compact(compact=True)
            rows.chosen.connect(self._choose)
        self._flag_key = QShortcut(QKeySequence("F"), self)
        self._flag_key.setAutoRepeat(False)
        self._flag_key.activated.connect(page.flag_requested)
        self._flag.clicked.connect(page.flag_requested)
        self._build()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._number, 1)
        head.addWidget(self._flag)
        self.body.setSpacing(4)
        self.body.addLayout(head)
        self.body.addWidget(self._stem)
        self.body.addWidget(self._prompt)
        self.body.addSpacing(4)
        self.body.addWidget(self._options)
        self.body.addWidget(self._sides)
        self.body.addStretch(1)

    def show_question(self, paper: Paper) -> None:
        """Show the question in front with the answer that stands."""
        item, position = paper.current, paper.position
        self._number.setText(self.tr("Question {n}").format(n=position + 1))
        self._show_flag(flagged=position in paper.flagged)
        if self._shown is not item.question:
            self._shown, self._offered = item.question, item.offered
            self._show_stem(item.question)
            self._show_rows(item.question, item.order)
        given = paper.answers.get(position)
        self._rows.choose(self._offered.index(given) if given in self._offered else None)

    @property
    def _rows(self) -> RowPanel:
        return self._options if isinstance(self._shown, Choice) else self._sides

    def _show_flag(self, *, flagged: bool) -> None:
        self._flag.setChecked(flagged)
        self._flag.setText(self.tr("Flagged") if flagged else self.tr("Flag for later"))
        self._flag.set_icon("flag-filled" if flagged else "flag")

    def _show_stem(self, question: Question) -> None:
        if isinstance(question, Verdict):
            self._stem.set_paragraphs([Paragraph(line, self._use) for line in question.scenario.split("\n")])
            self._prompt.setText(prompt_of(question))
        else:
            numbered = (f"{number}. {text}" for number, text in enumerate(question.statements, 1))
            self._stem.set_paragraphs(
                [
                    *(Paragraph(line, self._use) for line in question.prompt.split("\n")),
                    *(Paragraph(each, "lead", above=0 if at else 8) for at, each in enumerate(numbered)),
                ]
            )
            self._prompt.setText("")
        self._prompt.setVisible(bool(self._prompt.text()))

    def set_compact(self, *, compact: bool) -> None:
        """Set the question smaller, so that its answers fit below it in a low window."""
        use = "lead" if compact else "scenario"
        if use != self._use:
            self._use = use
            if self._shown is not None:
                self._show_stem(self._shown)

    def _show_rows(self, question: Question, order: Sequence[int]) -> None:
        """Offer the answers; F flags unless it is the letter of a sixth option."""
        if isinstance(question, Choice):
            self._options.set_rows([question.options[index].text for index in order])
        else:
            self._sides.set_rows([f"{_SIDE_SIGNS[side]} {self._wording.side(side)}" for side in Side])
        self._options.setVisible(isinstance(question, Choice))
        self._sides.setVisible(not isinstance(question, Choice))
        takes_f = len(order) == len(LETTERS)
        self._flag_key.setEnabled(not takes_f)
        self._flag.set_key("" if takes_f else "F")

    def take_focus(self) -> None:
        """Let the keyboard begin before the first answer."""
        self._rows.take_focus()

    def _choose(self, index: object) -> None:
        if isinstance(index, int):
            self._page.answer_requested.emit(self._offered[index])


class ExamPage(QWidget):
    """A paper under exam conditions.

    Signals:
        answer_requested: give this answer to the question in front.
        flag_requested: flag it, or flag it no longer.
        question_requested: bring the question of this position to the front.
        hand_in_requested: end the paper.
        leave_requested: go elsewhere; the time runs on.
    """

    answer_requested = Signal(object)
    flag_requested = Signal()
    question_requested = Signal(object)
    hand_in_requested = Signal()
    leave_requested = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._counting = Counting(self)
        self._paper: Paper | None = None
        self._title, self._rules = Text("section"), Text("label", tone="muted")
        self._time, self._told = TimeLeft(appearance), Text("label", tone="muted")
        self._rules_again = Text("label", tone="muted")  # where the head has no room for them
        self._leave = Button(self.tr("Leave"), "quiet", icon="x")
        self._question, self._matrix = QuestionCard(appearance, self), Matrix(appearance)
        self._hand_in = Button("", "outline")
        self._reminder = Text("label", tone="muted")
        self._back = Button(self.tr("Back"), "outline", key="←")
        self._next = Button(self.tr("Next"), "filled", key="→")
        self._page = ScrollPage(WIDE, above=_ABOVE)
        self._footer = Footer()
        self._words, self._head = QWidget(), QHBoxLayout()
        self._build()
        self._connect_signals()

    def _build(self) -> None:
        self.setAccessibleName(self.tr("Paper under exam conditions"))
        words = QVBoxLayout(self._words)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._rules)
        self._head.addWidget(self._leave, 0, Qt.AlignmentFlag.AlignVCenter)
        self._head.addWidget(self._words)
        self._head.addStretch(1)
        self._head.addWidget(self._time, 0)
        cards = TwoColumns(4, 4, shares=_SHARES, least=_BESIDE_FROM)
        cards.addWidget(self._question)
        cards.addWidget(self._matrix_card())
        self._page.column.addLayout(cards, 1)
        self._footer.set_column(WIDE)
        self._footer.put(self._reminder, self._hand_in, self._back, self._next)
        self._footer.track_scrolling(self._page.verticalScrollBar())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._head)
        layout.addWidget(self._page, 1)
        layout.addWidget(self._footer)

    def _matrix_card(self) -> Card:
        """All questions at a glance, and the rules below them."""
        card = Card(padding=(14 + RING, 16))
        card.body.addWidget(Text("section", self.tr("All questions")))
        card.body.addWidget(self._matrix)
        card.body.addWidget(Rule())
        card.body.addWidget(self._told)
        card.body.addWidget(self._rules_again)
        card.body.addStretch(1)
        return card

    def _connect_signals(self) -> None:
        add_paging_keys(self, self._page)
        arrows = SideArrows(self)
        arrows.back_pressed.connect(self._go_back)
        arrows.on_pressed.connect(self._go_on)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self).activated.connect(self.leave_requested)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.hand_in_requested)
        self._leave.clicked.connect(self.leave_requested)
        self._back.clicked.connect(self._go_back)
        self._next.clicked.connect(self._go_on)
        self._hand_in.clicked.connect(self.hand_in_requested)
        self._appearance.changed.connect(self._fit_window)
        self._matrix.question_requested.connect(self.question_requested)

    # -- showing -------------------------------------------------------------------------------

    def show_paper(self, paper: Paper) -> None:
        """Show the question in front, how all stand, and the rules."""
        old, self._paper = self._paper, paper
        is_other = old is None or old.start.id != paper.start.id
        has_moved = is_other or old is None or old.position != paper.position
        total, open_count = len(paper.items), len(paper.unanswered)
        self._title.setText(self.tr("Paper under exam conditions"))
        for rules in (self._rules, self._rules_again):
            rules.setText(self._rules_of(paper))
        self._question.show_question(paper)
        self._matrix.show_questions(total, paper.answers.keys(), paper.flagged, paper.position)
        words = self.tr("Hand in, {n} still open").format(n=open_count) if open_count else self.tr("Hand in")
        self._hand_in.setText(words)
        self._back.setEnabled(paper.position > 0)
        self._next.setEnabled(paper.position < total - 1)
        if is_other:
            self._time.forget()
        if old is not None and not has_moved:
            self._tell_change(old, paper)
        if has_moved:
            self._come_to(paper, keeps=old is not None and self._matrix.has_focus)

    def _tell_change(self, old: Paper, paper: Paper) -> None:
        """Have it read out that an answer or a flag is saved: the focus may be elsewhere."""
        if old.answers != paper.answers:
            announce(self, self.tr("Saved. {n} still open.").format(n=len(paper.unanswered)))
        elif old.flagged != paper.flagged:
            is_flagged = paper.position in paper.flagged
            announce(self, self.tr("Flagged.") if is_flagged else self.tr("Flag removed."))

    def _come_to(self, paper: Paper, *, keeps: bool) -> None:
        """Begin at the top of another question; the keyboard stays on the cells where it is there."""
        self._page.verticalScrollBar().setValue(0)
        if keeps:
            self._matrix.take_focus(paper.position)
        else:
            self._question.take_focus()
        stem = paper.current.question
        text = stem.scenario if isinstance(stem, Verdict) else stem.prompt
        announce(self, self.tr("Question {n}. {text}").format(n=paper.position + 1, text=text))

    def show_time(self, seconds: float, allowed: float, until: str) -> None:
        """Show the time left, and when the paper hands itself in."""
        self._time.show_time(seconds, allowed, until)
        told = self.tr(
            "Move freely and change answers until you hand in. Explanations come afterwards. At {time} the "
            "paper hands itself in."
        )
        self._told.setText(told.format(time=until))

    def _rules_of(self, paper: Paper) -> str:
        parts = [
            paper.preset.title,
            self._counting.questions(len(paper.items)),
            self.tr("{n} minutes").format(n=paper.minutes),
        ]
        if paper.preset.pass_mark:
            parts.append(self.tr("{n} to pass").format(n=paper.preset.pass_mark))
        return " · ".join(parts)

    # -- moving --------------------------------------------------------------------------------

    def _go_back(self) -> None:
        if self._paper is not None:
            self.question_requested.emit(self._paper.position - 1)

    def _go_on(self) -> None:
        if self._paper is not None:
            self.question_requested.emit(self._paper.position + 1)

    # -- the room there is ---------------------------------------------------------------------

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit_window()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """Leave the text size as it was to the page that comes; a window only put away keeps it."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._appearance.leave_zoom(self)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_window()

    def _fit_window(self) -> None:
        """Have larger letters in large windows, a short head in small ones, and cards as high as the page."""
        if not self.isVisible():
            return
        window, text = self.window(), self._appearance.text_size
        room = window.width() / text, window.height() / text
        zooms = (zoom for width, height, zoom in _ZOOMS if room[0] >= width and room[1] >= height)
        self._appearance.set_zoom(next(zooms, 1.0), self)
        self._question.set_compact(compact=self.height() < self._appearance.px(_COMPACT_BELOW))
        across = max(0, column_margin(self.width(), WIDE) - RING)
        self._head.setContentsMargins(max(0, across - quiet_inset()), 8, across + RING, 0)
        fits = self.width() >= scaled(_ONE_LINE_FROM)
        self._words.setVisible(fits)
        self._rules_again.setVisible(not fits)
        beside = self.width() - 2 * across >= scaled(_BESIDE_FROM)
        self._question.setMinimumHeight(max(0, self._page.height() - _ABOVE) if beside else 0)
