"""The explanation of an answered verdict: outcome, rows that answer it, cases, and two folds."""

from collections.abc import Sequence
from itertools import zip_longest

from PySide6.QtCore import QCoreApplication, QEasingCurve, QPointF, QRectF, QSize, Qt, QVariantAnimation
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from quizapp.domain.bank import Vocabulary
from quizapp.domain.explanation import Explanation, Row, RowKind
from quizapp.domain.question import Reason, Side, Strength, Verdict
from quizapp.ui.compat import override
from quizapp.ui.question.labels import MarkLabel
from quizapp.ui.question.rows import ASIDE, FactRow, Folds
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.style.marks import BadgeKind, paint_mark
from quizapp.ui.style.painting import paint_box, painter_on
from quizapp.ui.style.sheet import RING, look_again
from quizapp.ui.widgets.cards import Card, Rule
from quizapp.ui.widgets.layouts import FlowLayout
from quizapp.ui.widgets.reading import Paragraph, ReadingText
from quizapp.ui.widgets.signs import OutcomeBadge, PaintedLabel
from quizapp.ui.widgets.text import Text
from quizapp.ui.wording import Wording

_SLIDE = 220  # ms
_STOPS = 5
_STEPS_FROM_MIDDLE = {Strength.CLEAR: 2, Strength.LEANING: 1, Strength.ARGUABLE: 0}
_WIDTH, _LEAST, _SCALE_HEIGHT, _GAP = 232, 156, 26, 2  # px at 100 % text
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
        self.setAccessibleName(self.tr("Verdict: {words}").format(words=self._word()))
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
        if self._strength is Strength.ARGUABLE:
            return self.tr("Arguable")
        sides = {Side.PRODUCT: self.tr("Product"), Side.SERVICE: self.tr("Service")}
        clear = self._strength is Strength.CLEAR
        words = self.tr("Clearly {side}") if clear else self.tr("Leans to {side}")
        return words.format(side=sides[self._side])

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
        super().__init__(parent, padding=(18, 6), kind=side.value)
        self._side = side
        self._heading = MarkLabel(appearance, side, "", "body_strong", tone="ink")
        self._text = ReadingText("body", "")
        self._own = Text("label", self.tr("Your answer"), "muted")
        head = FlowLayout(gap=16, row_gap=2, spread=True)
        head.addWidget(self._heading)
        head.addWidget(self._own)
        self.setProperty("group", True)
        self.body.setSpacing(1)
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
            look_again(self)


_BESIDE_FROM = 560
"""The width in px at 100 % text from which the scale has room beside the words."""


class VerdictRow(QWidget):
    """The first line of every explanation."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._badge = OutcomeBadge(appearance, BadgeKind.RIGHT)
        self._headline = Text("section")
        self._certainty = Text("label", tone="muted")
        self._certainty.hide()
        self._scale = VerdictScale(appearance)
        self._layout = layout = QGridLayout(self)
        layout.setContentsMargins(RING, 0, RING, 0)  # badge and scale begin where words do
        layout.setHorizontalSpacing(12)
        layout.setColumnStretch(1, 1)
        layout.addWidget(self._badge, 0, 0)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self._headline)
        words.addWidget(self._certainty)
        words.addStretch(1)
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
            self._layout.addWidget(self._scale, 1, 0, 1, 2, Qt.AlignmentFlag.AlignLeading)

    def show_outcome(self, badge: BadgeKind, headline: str) -> None:
        """Say what came of the answer."""
        self._badge.set_kind(badge)
        self._headline.setText(headline)

    def show_certainty(self, words: str) -> None:
        """Say below it what it came to how sure one was; empty for nothing."""
        self._certainty.setText(words)
        self._certainty.setVisible(bool(words))

    def show_verdict(self, verdict: Verdict | None) -> None:
        """Put the marker on the scale; a choice has none."""
        self._scale.setVisible(verdict is not None)
        if verdict is not None:
            self._scale.show_verdict(verdict.answer, verdict.strength)


_MOST_ROWS = 3
_ACROSS, _ABOVE, _BELOW = (36, 48), (15, 22), 3  # px of padding, in usual and wide windows; below folds
_GAPS, _ROW_GAPS = (9, 18), (4, 20)  # px between parts, and between rows, whose documents have room anyway


class ExplanationCard(Card):
    """What every explanation consists of: outcome, rows, and at its foot what is folded away.

    Args:
        appearance: the appearance in force.
        others: what the second fold opens.
        parent: the owner.

    Attributes:
        folds: the article and the others.
    """

    def __init__(self, appearance: Appearance, others: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = VerdictRow(appearance)
        self._rows = [FactRow(appearance) for _ in range(_MOST_ROWS)]
        self.folds = Folds(others)  # they go in last: parts are read in the order in which they are put in
        self._parts, self._stack = QVBoxLayout(), QVBoxLayout()
        self._parts.addWidget(self._row)
        self._parts.addWidget(Rule())
        self._parts.addLayout(self._stack)
        for row in self._rows:
            self._stack.addWidget(row)
        self.body.addLayout(self._parts)
        self.body.setSpacing(0)
        self._set_distances(wide=False)

    def show_certainty(self, words: str) -> None:
        """Say below the outcome what it came to how sure one was; empty for nothing."""
        self._row.show_certainty(words)

    def _add_folds(self) -> None:
        """Put the folds at the foot, once all else is there."""
        self.body.addStretch(1)
        self.body.addWidget(self.folds)

    def set_wide(self, *, wide: bool) -> None:
        """Take more room between the parts, and have the folds stand in cards of their own."""
        self.folds.set_wide(wide=wide)
        self._set_distances(wide=wide)

    def _set_distances(self, *, wide: bool) -> None:
        across, above, gap = _ACROSS[wide] - RING - ASIDE, _ABOVE[wide], _GAPS[wide]
        self.body.setContentsMargins(across, above, across, _BELOW)
        self._parts.setContentsMargins(ASIDE, 0, ASIDE, gap)
        self._parts.setSpacing(gap)
        self._stack.setContentsMargins(0, 1, 0, 0)
        self._stack.setSpacing(_ROW_GAPS[wide])


class ExplanationPanel(ExplanationCard):
    """Answers the very answer that was given to a verdict, on one screen.

    Args:
        appearance: the appearance in force.
        wording: the sentences.
        parent: the owner.
    """

    def __init__(self, appearance: Appearance, wording: Wording, parent: QWidget | None = None) -> None:
        super().__init__(
            appearance, QCoreApplication.translate("ExplanationPanel", "The other facts"), parent
        )
        self._wording = wording
        self._cases = {side: CaseBlock(appearance, side) for side in Side}
        self._line = ReadingText("body", self.tr("Why both can be argued"))
        self._case_row = QHBoxLayout()
        self._case_row.setSpacing(8)
        for case in self._cases.values():
            self._case_row.addWidget(case, 1)
        self._parts.addLayout(self._case_row)
        self._parts.addWidget(self._line)
        self._add_folds()

    def show_explanation(
        self,
        verdict: Verdict,
        vocabulary: Vocabulary,
        told: Explanation,
        answer: str,
        badge: BadgeKind,
        *,
        newcomer: bool = False,
        left_open: bool = False,
    ) -> str:
        """Explain an answered verdict.

        Args:
            verdict: the question.
            vocabulary: holds the claims it cites.
            told: what is to be said, see `quizapp.domain.explanation`.
            answer: a side, or `EITHER`.
            badge: the sign of the outcome.
            newcomer: whether to say what "can be argued" means.
            left_open: whether it was left open in a paper; the answer is the right one then.

        Returns:
            What screen readers say of it: the outcome, the learner's reason, and what is said of that.
        """
        headline = self._wording.explained(told.headline, verdict, answer)
        if left_open:
            headline = self._wording.left_open(self._wording.side(verdict.answer))
        self._row.show_outcome(badge, headline)
        self._row.show_verdict(verdict)
        for row, shown in zip_longest(self._rows, told.rows):
            row.setVisible(shown is not None)
            if shown is not None:
                self._show_row(row, shown, verdict, answer)
        self._show_cases(verdict, told, answer, newcomer=newcomer)
        self.folds.show_folds(verdict, vocabulary, [part for fact in told.others for part in _told(fact)])
        return " ".join([headline, *self._first_row(verdict, told.rows)])

    def _first_row(self, verdict: Verdict, rows: Sequence[Row]) -> list[str]:
        """The first row in words; empty where there is none."""
        if not rows:
            return []
        label, fact = self._wording.row_label(rows[0].kind, verdict), rows[0].fact
        if fact is None:
            return [rows[0].text]
        said = self.tr("{label}: {fact}.").format(label=label, fact=fact.text.removesuffix("."))
        return [said, rows[0].text] if rows[0].text else [said]

    def _show_row(self, row: FactRow, shown: Row, verdict: Verdict, answer: str) -> None:
        label, fact = self._wording.row_label(shown.kind, verdict), shown.fact
        if fact is None:
            row.show_row(label, shown.text)
            return
        own = shown.kind is RowKind.YOUR_REASON and answer in tuple(Side)
        below = self.tr("for {side}").format(side=self._wording.side(Side(answer))) if own else ""
        text = f"{self._wording.decides_for_other(verdict)}\n{shown.text}" if shown.decides else shown.text
        row.show_row(label, text, fact.text, below, [fact.side if fact in verdict.deciding else None])

    def _show_cases(self, verdict: Verdict, told: Explanation, answer: str, *, newcomer: bool) -> None:
        """Both cases side by side, and below them why the verdict is arguable, and what that means."""
        for side, case in self._cases.items():
            case.setVisible(bool(told.cases))
            if told.cases:
                heading = self.tr("The case for {side}").format(side=self._wording.side(side))
                case.set_case(heading, verdict.case_for(side), yours=side == answer)
        for side in told.cases:  # the first stands first
            self._case_row.removeWidget(self._cases[side])
            self._case_row.addWidget(self._cases[side], 1)
        meaning = self.tr(
            "“Can be argued” means: there are good reasons for both labels, and neither is wrong."
        )
        lines = [verdict.why, meaning] if newcomer else [verdict.why]
        shown = [Paragraph(line, "body", "muted") for line in lines if line and told.cases]
        self._line.set_paragraphs(shown)
        self._line.setVisible(bool(shown))


def _told(fact: Reason) -> list[Paragraph]:
    """A fact, and what is said of it."""
    return [Paragraph(fact.text, "body_strong", above=10), Paragraph(fact.why, above=2)]
