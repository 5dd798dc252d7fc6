"""The explanation of an answered verdict: outcome, rows that answer it, cases, and two folds."""

from collections.abc import Iterable, Sequence
from itertools import zip_longest

from PySide6.QtCore import QEasingCurve, QPointF, QRectF, QSize, Qt, QVariantAnimation
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from quizapp.domain.bank import Vocabulary
from quizapp.domain.explanation import Explanation, Row, RowKind
from quizapp.domain.question import Question, Reason, Side, Strength, Verdict
from quizapp.ui.compat import override
from quizapp.ui.question.highlight import HighlightedText, Mark
from quizapp.ui.question.labels import MarkLabel
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.style.marks import BadgeKind, paint_mark
from quizapp.ui.style.painting import paint_box, painter_on
from quizapp.ui.style.sheet import RING
from quizapp.ui.style.type import scaled
from quizapp.ui.widgets.buttons import Button
from quizapp.ui.widgets.cards import Card, Rule
from quizapp.ui.widgets.layouts import FlowLayout
from quizapp.ui.widgets.signs import IconLabel, OutcomeBadge, PaintedLabel
from quizapp.ui.widgets.text import Paragraph, ReadingText, Text
from quizapp.ui.wording import Wording, claims, credit

_SLIDE = 220  # ms
_STOPS = 5
_STEPS_FROM_MIDDLE = {Strength.CLEAR: 2, Strength.LEANING: 1, Strength.ARGUABLE: 0}
_WIDTH, _LEAST, _SCALE_HEIGHT, _GAP = 232, 156, 26, 4  # px at 100 % text
_MARK, _MARKER_WIDTH, _MARKER_HEIGHT, _TICK = 17, 12, 22, 10
_ENDS = 32  # px from the widget's edge to the first stop


def stop(side: Side, strength: Strength) -> int:
    """Where a verdict stands on the scale: 0 (clear Product) to 4 (clear Service)."""
    steps = _STEPS_FROM_MIDDLE[strength]
    return _STOPS // 2 + (steps if side is Side.SERVICE else -steps)


class VerdictScale(PaintedLabel):
    """Shows which side an answer lies on and how firmly, by place and by word.

    Args:
        appearance: the appearance in force.
        parent: the owner.
    """

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        self._side, self._strength = Side.PRODUCT, Strength.ARGUABLE
        self._place = float(_STOPS // 2)
        self._slide = QVariantAnimation(self)
        self._slide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._slide.valueChanged.connect(self._move)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def show_verdict(self, side: Side, strength: Strength) -> None:
        """Slide the marker to a verdict and name it."""
        self._side, self._strength = side, strength
        sides = {Side.PRODUCT: self.tr("Product"), Side.SERVICE: self.tr("Service")}
        name = self.tr("Verdict: arguable")
        if strength is not Strength.ARGUABLE:
            name = self.tr("Verdict: {side}, {strength}").format(
                side=sides[side], strength=self._word().lower()
            )
        self.setAccessibleName(name)
        self._slide.stop()
        self._slide.setStartValue(self._place)
        self._slide.setEndValue(float(stop(side, strength)))
        self._slide.setDuration(self._appearance.duration(_SLIDE))
        self._slide.start()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """Room for the scale and one line of words."""
        height = self._appearance.px(_SCALE_HEIGHT + _GAP) + self._appearance.line_step("caption")
        return QSize(self._appearance.px(_WIDTH), height)

    @override
    def minimumSizeHint(self) -> QSize:
        """It moves its stops together rather than push words away."""
        return QSize(self._appearance.px(_LEAST), self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint marks, line, stops, marker and word."""
        with painter_on(self) as painter:
            middle = self._appearance.px(_SCALE_HEIGHT) / 2
            self._paint_ends(painter, middle)
            self._paint_line(painter, middle)
            self._paint_marker(painter, middle)
            self._paint_word(painter)

    def _x(self, position: float) -> float:
        """Where a place between 0 and 4 lies, mirrored in right-to-left layouts."""
        ends = self._appearance.px(_ENDS)
        x = ends + position * (self.width() - 2 * ends) / (_STOPS - 1)
        return x if self.layoutDirection() == Qt.LayoutDirection.LeftToRight else self.width() - x

    def _paint_ends(self, painter: QPainter, middle: float) -> None:
        out = self._appearance.px(_ENDS - 0.56 * _MARK) / (
            (self.width() - 2 * self._appearance.px(_ENDS)) / (_STOPS - 1)
        )
        for side, position in ((Side.PRODUCT, -out), (Side.SERVICE, _STOPS - 1 + out)):
            centre = QPointF(self._x(position), middle)
            paint_mark(painter, side, centre, self._appearance.px(_MARK), self._appearance.theme.mark(side))

    def _paint_line(self, painter: QPainter, middle: float) -> None:
        """The line and its ticks, open around the marker."""
        pen = QPen(
            QColor(self._appearance.theme.border),
            self._appearance.px(1.5),
            Qt.PenStyle.SolidLine,
            Qt.PenCapStyle.FlatCap,
        )
        painter.setPen(pen)
        x, gap = self._x(self._place), self._appearance.px(_MARKER_WIDTH / 2 + 3)
        first, last = sorted((self._x(0), self._x(_STOPS - 1)))
        for start, end in ((first, min(x - gap, last)), (max(x + gap, first), last)):
            if end > start:
                painter.drawLine(QPointF(start, middle), QPointF(end, middle))
        half = self._appearance.px(_TICK) / 2
        for tick in (self._x(position) for position in range(_STOPS)):
            if abs(tick - x) >= gap:
                painter.drawLine(QPointF(tick, middle - half), QPointF(tick, middle + half))

    def _paint_marker(self, painter: QPainter, middle: float) -> None:
        width, height = self._appearance.px(_MARKER_WIDTH), self._appearance.px(_MARKER_HEIGHT)
        box = QRectF(self._x(self._place) - width / 2, middle - height / 2, width, height)
        paint_box(painter, box, self._appearance.px(4), self._colour())

    def _paint_word(self, painter: QPainter) -> None:
        font = self._appearance.font("caption")
        width = QFontMetricsF(font).horizontalAdvance(self._word())
        centre = self._x(stop(self._side, self._strength))
        left = min(max(centre - width / 2, 0), self.width() - width)
        top = self._appearance.px(_SCALE_HEIGHT + _GAP)
        painter.setFont(font)
        painter.setPen(self._colour())
        box = QRectF(left - 1, top, width + 2, self._appearance.line_step("caption"))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip), self._word())

    def _colour(self) -> QColor:
        if self._strength is Strength.ARGUABLE:
            return QColor(self._appearance.theme.ink)
        return self._appearance.theme.word(self._side)

    def _word(self) -> str:
        words = {
            Strength.CLEAR: self.tr("Clear"),
            Strength.LEANING: self.tr("Leaning"),
            Strength.ARGUABLE: self.tr("Arguable"),
        }
        return words[self._strength]

    def _move(self, position: float) -> None:
        self._place = position
        self.update()


class CaseBlock(Card):
    """A heading with the side's mark, and the case for it; the learner's own is outlined and says so.

    Args:
        appearance: the appearance in force.
        side: whose case it is.
        parent: the owner.
    """

    def __init__(self, appearance: Appearance, side: Side, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=(18, 12), kind=side.value)
        self._side = side
        self._heading = MarkLabel(appearance, side, "", "body_strong")
        self._text = ReadingText("body", "")
        self._own = QWidget()
        own = QHBoxLayout(self._own)
        own.setContentsMargins(0, 0, 0, 0)
        own.setSpacing(2)
        own.addWidget(IconLabel("check", edge=14))
        own.addWidget(Text("caption", self.tr("Your answer")))
        head = FlowLayout(gap=16, row_gap=2, spread=True)
        head.addWidget(self._heading)
        head.addWidget(self._own)
        self.setProperty("group", True)
        self.body.setSpacing(4)
        self.body.addLayout(head)
        self.body.addWidget(self._text)
        self.body.addStretch(1)
        self.set_case("", "", yours=False)

    def set_case(self, heading: str, text: str, *, yours: bool) -> None:
        """Show the case.

        Args:
            heading: such as "The case for Product".
            text: the case.
            yours: whether the learner answered with this side.
        """
        self._heading.set_side(self._side, heading)
        self._text.setAccessibleName(heading)
        self._text.setText(text)
        self._own.setVisible(yours)
        self.setAccessibleName(f"{heading} ({self.tr('Your answer')})" if yours else heading)
        if self.property("own") != yours:
            self.setProperty("own", yours)
            self.style().unpolish(self)
            self.style().polish(self)


class ClaimBlock(Card):
    """A heading, one paragraph for each claim, and whose claims they are.

    Args:
        parent: the owner.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=(14, 12), kind="sunken")
        stripe = QFrame()
        stripe.setProperty("stripe", True)
        self._text = ReadingText("body", "")
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(stripe)
        row.addWidget(self._text, 1)
        self.body.addLayout(row)

    def show_claims_of(self, question: Question, vocabulary: Vocabulary, *, most: int | None = None) -> int:
        """Show what the article argues about a question; the block hides where that is nothing.

        Args:
            question: it cites the claims.
            vocabulary: holds their texts.
            most: how many are shown; all of them without it.

        Returns:
            How many claims the question cites.
        """
        cited = claims(question, vocabulary)
        texts = cited[:most]
        self.setVisible(bool(texts))
        words = self.tr("{credit} – in our words").format(credit=credit(vocabulary))
        self.set_claims(self.tr("The article argues"), texts, words)
        return len(cited)

    def set_claims(self, heading: str, texts: Sequence[str], credit: str) -> None:
        """Show claims.

        Args:
            heading: such as "The article argues".
            texts: the claims, in our words.
            credit: author and title, and that the words are ours.
        """
        self._text.setAccessibleName(heading)
        self._text.set_paragraphs(
            [
                Paragraph(heading, "body_strong"),
                *(Paragraph(text, "body", above=2) for text in texts),
                Paragraph(credit, "smallest", "muted", above=4),
            ]
        )


class ArticleBlock(ClaimBlock):
    """Some claims, each once, credited once; hidden where there are none.

    Args:
        claims: the ids of the claims; unknown ones are left out.
        vocabulary: holds their texts and the source.
        parent: the owner.
    """

    def __init__(self, claims: Iterable[str], vocabulary: Vocabulary, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        texts = [vocabulary.claims[each] for each in dict.fromkeys(claims) if each in vocabulary.claims]
        source = credit(vocabulary)
        words = self.tr("{credit} – in our words").format(credit=source)
        self.set_claims(self.tr("The article argues"), texts, words if source else self.tr("In our words"))
        if not texts:
            self.hide()


_BESIDE_FROM = 560
"""The width in px at 100 % text from which the scale has room beside the words."""


class VerdictRow(QWidget):
    """The first line of every explanation."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._badge = OutcomeBadge(appearance, BadgeKind.RIGHT)
        self._headline = Text("section")
        self._said = Text("choice", tone="muted")
        self._scale = VerdictScale(appearance)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._headline)
        words.addWidget(self._said)
        self._layout = layout = QGridLayout(self)
        layout.setContentsMargins(RING, 0, RING, 0)  # badge and scale begin where words do
        layout.setHorizontalSpacing(12)
        layout.setColumnStretch(1, 1)
        layout.addWidget(self._badge, 0, 0)
        layout.addLayout(words, 0, 1)
        layout.addWidget(self._scale, 0, 2)
        appearance.changed.connect(self._place)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        """Put the scale beside the words, or below them where they would be left too little room."""
        if self.width() >= self._appearance.px(_BESIDE_FROM):
            self._layout.addWidget(self._scale, 0, 2)
        else:
            self._layout.addWidget(self._scale, 1, 1, Qt.AlignmentFlag.AlignLeading)

    def show_outcome(self, badge: BadgeKind, headline: str, said: str) -> None:
        """Say what came of the answer."""
        self._badge.set_kind(badge)
        self._headline.setText(headline)
        self._said.setText(said)
        self._said.setVisible(bool(said))

    def show_verdict(self, verdict: Verdict | None) -> None:
        """Put the marker on the scale; a choice has none."""
        self._scale.setVisible(verdict is not None)
        if verdict is not None:
            self._scale.show_verdict(verdict.answer, verdict.strength)


class FactRow(QWidget):
    """A label, and one document beside it: a fact as the scenario's marks have it, and what is said of it.

    Args:
        appearance: the appearance in force.
        parent: the owner.
    """

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = Text("label_strong", tone="muted")
        self._below = Text("caption", tone="muted")
        self._text = HighlightedText(appearance, "body", "")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._label)
        words.addWidget(self._below)
        words.addStretch(1)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(0)
        self._grid.setVerticalSpacing(2)
        self._grid.addLayout(words, 0, 0)
        self._words = words
        self._is_beside = False
        self._place()

    def show_row(self, label: str, below: str, fact: str, text: str, side: Side | None) -> None:
        """Show a row.

        Args:
            label: what it is about.
            below: a word below that; empty for none.
            fact: the fact it speaks of; empty for none.
            text: what is said of it.
            side: the label the fact decides for; None for one that decides nothing.
        """
        self._label.setText(label)
        self._below.setText(below)
        self._below.setVisible(bool(below))
        self._text.setAccessibleName(label)
        head = [Paragraph(fact, "body_strong")] if fact else []
        lines = [Paragraph(line, "body") for line in text.split("\n") if line]
        self._text.set_paragraphs([*head, *lines])
        self._text.show_marks([Mark(0, len(fact), side)] if fact else [])

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        """Put the label beside the document, or above it where the row is narrow."""
        is_beside = self.width() >= scaled(_LABEL_BESIDE_FROM)
        if is_beside == self._is_beside and self._grid.count() > 1:
            return
        self._is_beside = is_beside
        self._grid.setColumnMinimumWidth(0, scaled(_LABEL) if is_beside else 0)
        self._grid.setColumnStretch(1 if is_beside else 0, 1)
        self._grid.setColumnStretch(0 if is_beside else 1, 0)
        self._grid.addWidget(self._text, 0 if is_beside else 1, 1 if is_beside else 0)


_LABEL, _LABEL_BESIDE_FROM = 172, 620  # px at 100 % text
_CLAIMS = 2  # so many of a question's claims are shown at first


class Fold(Button):
    """A button that opens and closes what lies below it.

    Args:
        words: what it opens.
        key: the key that presses it while the explanation is shown.
        content: what it opens.
    """

    def __init__(self, words: str, key: str, content: QWidget) -> None:
        super().__init__(words, "quiet", key, "chevron-down", small=True)
        self._content = content
        self.setCheckable(True)
        self.toggled.connect(self._on_toggled)
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(self.click)
        content.hide()

    def offer(self, *, anything: bool) -> None:
        """Show the button where there is anything to open; what was open stays open."""
        self.setVisible(anything)
        self._content.setVisible(anything and self.isChecked())

    def _on_toggled(self, is_open: bool) -> None:  # noqa: FBT001 - the signal's own
        self.set_icon("chevron-up" if is_open else "chevron-down")
        self._content.setVisible(is_open)


class ExplanationPanel(Card):
    """Answers the very answer that was given to a verdict, on one screen.

    Args:
        appearance: the appearance in force.
        wording: the sentences.
        parent: the owner.
    """

    def __init__(self, appearance: Appearance, wording: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=(36, 16))
        self._wording = wording
        self._row = VerdictRow(appearance)
        self._rows = [FactRow(appearance) for _ in range(_MOST_ROWS)]
        self._cases = {side: CaseBlock(appearance, side) for side in Side}
        self._line = Text("body", tone="muted")
        self._claims, self._others = ClaimBlock(), ReadingText("body", self.tr("The other facts"))
        self._more = Button(self.tr("More of the article"), "quiet", small=True)
        article = QWidget()
        self._article = Fold(self.tr("The article"), "A", article)
        self._facts = Fold(self.tr("The other facts"), "O", self._others)
        self._question: tuple[Verdict, Vocabulary] | None = None
        self._case_row = QHBoxLayout()
        self._build(article)
        self._more.clicked.connect(self._show_all_claims)

    def _build(self, article: QWidget) -> None:
        self.body.setSpacing(9)
        self.body.addWidget(self._row)
        self.body.addWidget(Rule())
        for row in self._rows:
            self.body.addWidget(row)
        self._case_row.setSpacing(8)
        for case in self._cases.values():
            self._case_row.addWidget(case, 1)
        self.body.addLayout(self._case_row)
        self.body.addWidget(self._line)
        self.body.addStretch(1)
        self.body.addWidget(Rule())
        folds = FlowLayout(gap=16)
        folds.addWidget(self._article)
        folds.addWidget(self._facts)
        self.body.addLayout(folds)
        column = QVBoxLayout(article)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._claims)
        column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeading)
        self.body.addWidget(article)
        self.body.addWidget(self._others)

    def show_explanation(
        self, verdict: Verdict, vocabulary: Vocabulary, told: Explanation, answer: str, badge: BadgeKind
    ) -> str:
        """Explain an answered verdict.

        Args:
            verdict: the question.
            vocabulary: holds the claims it cites.
            told: what is to be said, see `quizapp.domain.explanation`.
            answer: a side, or `EITHER`.
            badge: the sign of the outcome.

        Returns:
            The sentence to be announced to screen readers.
        """
        headline = self._wording.explained(told.headline, verdict, answer)
        self._row.show_outcome(badge, headline, "")
        self._row.show_verdict(verdict)
        for row, shown in zip_longest(self._rows, told.rows):
            row.setVisible(shown is not None)
            if shown is not None:
                self._show_row(row, shown, verdict, answer)
        self._show_cases(verdict, told, answer)
        self._question = (verdict, vocabulary)
        count = self._claims.show_claims_of(verdict, vocabulary, most=_CLAIMS)
        self._more.setVisible(count > _CLAIMS)
        self._article.offer(anything=count > 0)
        others = [part for fact in told.others for part in _told(fact)]
        self._others.set_paragraphs(others)
        self._facts.offer(anything=bool(others))
        return f"{headline} {told.rows[0].text if told.rows else ''}".strip()

    def _show_row(self, row: FactRow, shown: Row, verdict: Verdict, answer: str) -> None:
        own = shown.kind is RowKind.YOUR_REASON
        below = ""
        if own and answer in tuple(Side):
            below = self.tr("for {side}").format(side=self._wording.side(Side(answer)))
        fact = shown.fact
        side = fact.side if fact is not None and fact in verdict.deciding else None
        text = f"{self._wording.decides_for_other(verdict)}\n{shown.text}" if shown.decides else shown.text
        label = self._wording.row_label(shown.kind, verdict)
        row.show_row(label, below, fact.text if fact is not None else "", text, side)

    def _show_cases(self, verdict: Verdict, told: Explanation, answer: str) -> None:
        """Both cases side by side, and below them why the verdict is arguable."""
        for side, case in self._cases.items():
            case.setVisible(bool(told.cases))
            if told.cases:
                heading = self.tr("The case for {side}").format(side=self._wording.side(side))
                case.set_case(heading, verdict.case_for(side), yours=side == answer)
        for side in told.cases:  # the first stands first
            self._case_row.removeWidget(self._cases[side])
            self._case_row.addWidget(self._cases[side], 1)
        self._line.setText(verdict.why if told.cases else "")
        self._line.setVisible(bool(told.cases))

    def _show_all_claims(self) -> None:
        if self._question is not None:
            self._claims.show_claims_of(*self._question)
            self._more.hide()


_MOST_ROWS = 3


def _told(fact: Reason) -> list[Paragraph]:
    """A fact, and what is said of it."""
    return [Paragraph(fact.text, "body_strong", above=10), Paragraph(fact.why)]
