"""Verdict, cases, claims."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEasingCurve, QPointF, QRectF, QSize, Qt, QVariantAnimation
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from quizapp.domain.bank import Vocabulary
from quizapp.domain.question import Question, Side, Strength, Verdict
from quizapp.domain.scoring import Outcome
from quizapp.ui.compat import override
from quizapp.ui.question.labels import MarkLabel
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.style.marks import BadgeKind, paint_mark
from quizapp.ui.style.painting import paint_box, painter_on
from quizapp.ui.style.sheet import RING
from quizapp.ui.widgets.cards import Card, Rule
from quizapp.ui.widgets.layouts import FlowLayout
from quizapp.ui.widgets.signs import IconLabel, OutcomeBadge, PaintedLabel
from quizapp.ui.widgets.text import Paragraph, ReadingText, Text
from quizapp.ui.wording import BADGES, Block, VerdictResponse, Wording, claims, credit

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

    def show_claims_of(self, question: Question, vocabulary: Vocabulary) -> None:
        """Show what the article argues about a question; the block hides where that is nothing."""
        texts = claims(question, vocabulary)
        self.setVisible(bool(texts))
        words = self.tr("{credit} – in our words").format(credit=credit(vocabulary))
        self.set_claims(self.tr("The article argues"), texts, words)

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


class BlockColumn(ReadingText):
    """Headed paragraphs, one below the other, in one document."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("body", "", parent)
        self.setAccessibleName(self.tr("Explanation"))

    def set_blocks(self, blocks: Sequence[Block]) -> None:
        """Show these blocks instead of the ones before."""
        paragraphs = []
        for block in blocks:
            paragraphs.append(Paragraph(block.heading, "body_strong", above=12))
            paragraphs += [Paragraph(line, "body", above=2) for line in block.text.split("\n")]
        self.set_paragraphs(paragraphs)
        self.setVisible(bool(blocks))


class ExplanationPanel(Card):
    """Explains an answered verdict. Never a bare "wrong", and no winner where both can be argued."""

    def __init__(self, appearance: Appearance, wording: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=(36, 18))
        self._wording = wording
        self._row = VerdictRow(appearance)
        self._cases = {side: CaseBlock(appearance, side) for side in Side}
        self._left, self._right = BlockColumn(), BlockColumn()
        self._claims = ClaimBlock()
        self.body.setSpacing(12)
        self.body.addWidget(self._row)
        self.body.addWidget(Rule())
        self.body.addLayout(self._case_row())
        self.body.addLayout(self._columns())
        self.body.addStretch(1)

    def _case_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        for case in self._cases.values():
            row.addWidget(case, 1)
        return row

    def _columns(self) -> QHBoxLayout:
        right = QVBoxLayout()
        right.setSpacing(12)
        right.addWidget(self._claims)
        right.addWidget(self._right)
        right.addStretch(1)
        left = QVBoxLayout()
        left.setContentsMargins(0, 4, 16, 0)  # the blocks share the gutter of cases and answer tiles
        left.addWidget(self._left)
        left.addStretch(1)
        columns = QHBoxLayout()
        columns.setSpacing(8)
        columns.addLayout(left, 1)
        columns.addLayout(right, 1)
        return columns

    def show_explanation(
        self, verdict: Verdict, vocabulary: Vocabulary, said: VerdictResponse, outcome: Outcome
    ) -> str:
        """Explain the outcome; returns the sentence to be announced to screen readers."""
        reasoned = said.reason is not None
        headline = self._wording.headline(verdict, outcome.kind, reasoned=reasoned)
        repeated = self._wording.said(said)
        self._row.show_outcome(BADGES[outcome.kind], headline, repeated)
        self._row.show_verdict(verdict)
        self._claims.show_claims_of(verdict, vocabulary)
        arguable = verdict.strength is Strength.ARGUABLE
        for side, case in self._cases.items():
            case.setVisible(arguable)
            if arguable:
                heading = self.tr("The case for {side}").format(side=self._wording.side(side))
                case.set_case(heading, verdict.case_for(side), yours=side is said.side)
        if arguable:
            blocks = [self._wording.settles(verdict), self._wording.arguable_why(verdict)]
            left, right = (
                [block for block in blocks if block.text],
                [block for block in (self._wording.other_facts(verdict),) if block.text],
            )
        else:
            left, right = self._wording.story(verdict, said, outcome.kind)
        self._left.set_blocks(left)
        self._right.set_blocks(right)
        return f"{headline}. {repeated}"
