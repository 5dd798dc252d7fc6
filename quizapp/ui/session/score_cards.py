"""Score, interval, reasons, tallies."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QLineF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from quizapp.domain.scoring import OutcomeKind
from quizapp.domain.summary import Score, Summary, Tally
from quizapp.ui.compat import override
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.style.marks import BadgeKind
from quizapp.ui.style.painting import paint_box, painter_on
from quizapp.ui.style.sheet import RING
from quizapp.ui.style.type import scaled
from quizapp.ui.widgets.buttons import Button
from quizapp.ui.widgets.cards import Card
from quizapp.ui.widgets.interval_band import IntervalBand
from quizapp.ui.widgets.layouts import FlowLayout, TwoColumns, clear
from quizapp.ui.widgets.signs import OutcomeBadge, PaintedLabel
from quizapp.ui.widgets.text import Text
from quizapp.ui.wording import BADGES, Counting, shown_topic


class ScoreCard(Card):
    """Marks, interval, luck line, and "why this score"."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=(22, 18))
        self._counting = Counting(self)
        self._number = Text("hero_number")
        self._of = Text("section", tone="muted")
        self._band = IntervalBand(appearance)
        self._doubt = Text("body")
        self._why = Button(self.tr("Why this score"), "outline", icon="chevron-down", after=True)
        self._formula = Text("label")
        self._again = Text("label", tone="muted")
        numbers = QHBoxLayout()
        numbers.setSpacing(4)
        numbers.addWidget(self._number, 0, Qt.AlignmentFlag.AlignBottom)
        numbers.addWidget(self._of, 1, Qt.AlignmentFlag.AlignBottom)
        self.body.setSpacing(4)
        self.body.addWidget(Text("caption", self.tr("Score"), "muted"))
        self.body.addLayout(numbers)
        band = QHBoxLayout()
        band.setContentsMargins(RING, 0, RING, 0)  # it begins where the words do
        band.addWidget(self._band)
        self.body.addLayout(band)
        self.body.addWidget(self._doubt)
        self.body.addWidget(self._again)
        row = FlowLayout()
        row.addWidget(self._why)
        self.body.addLayout(row)
        self.body.addWidget(self._formula)
        self.body.addStretch(1)
        self._align_numbers()
        self._show_formula(shown=False)
        self._why.clicked.connect(self._toggle)

    def _align_numbers(self) -> None:
        """Have both stand on one line: the larger has more room below its figures."""
        self._of.setContentsMargins(0, 0, 0, scaled(8))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._align_numbers()

    @property
    def last_control(self) -> QWidget:
        """The control after which Tab leaves the card."""
        return self._why

    def show_score(self, score: Score, again: int = 0) -> None:
        """Show a score; with nothing marked there is none.

        Args:
            score: of all questions of the session.
            again: how many of them were answered again after their explanation.
        """
        self._again.setText(self._again_of(again) if again else "")
        self._again.setVisible(again > 0)
        marked = score.marked > 0
        self._number.setText(str(score.earned) if marked else "–")
        self._of.setText(self.tr("of {marked} right").format(marked=score.marked) if marked else "")
        self._band.setVisible(marked)
        self._why.setVisible(marked)
        self._show_formula(shown=False)
        if not marked:
            self._doubt.setText(self.tr("Nothing in this set was marked."))
            return
        self._band.show_interval(score.low, score.high, score.earned / score.marked, score.luck_share)
        self._doubt.setText(self._doubt_of(score))
        self._formula.setText(self._formula_of(score))

    def _doubt_of(self, score: Score) -> str:
        level = self.tr("Somewhere between {low:.0%} and {high:.0%} is your likely level (95 % interval).")
        level = level.format(low=score.low, high=score.high).replace("%", " %").replace("  %", " %")
        return f"{level} {self._luck_of(score)}"

    def _again_of(self, count: int) -> str:
        if count == 1:
            return self.tr(
                "One was answered again after its explanation: it counts here, not in your statistics."
            )
        return self.tr(
            "{count} were answered again after their explanation: they count here, not in your statistics."
        ).format(count=self._counting.capital(count))

    def _luck_of(self, score: Score) -> str:
        """Whether the score could be luck, in words anybody can check."""
        if score.earned == 0:
            return self.tr("Guessing alone does at least as well every time.")
        percent = f"{100 * score.luck:.1f} %" if score.luck >= 0.001 else self.tr("less than 0.1 %")  # noqa: PLR2004
        once = self.tr("Guessing alone reaches {earned} or more with a chance of {percent}").format(
            earned=score.earned, percent=percent
        )
        if score.luck > 0.05:  # noqa: PLR2004 - the usual one in twenty
            return self.tr("{once}, so this set cannot tell it from luck yet.").format(once=once)
        return self.tr("{once}, so this is hardly luck.").format(once=once)

    def _formula_of(self, score: Score) -> str:
        share, n = score.earned / score.marked, score.marked
        counted = Counter(round(chance, 4) for chance in score.chances)
        chances = ", ".join(
            f"{count} × {chance:g}" for chance, count in sorted(counted.items(), reverse=True)
        )
        return "\n\n".join(
            (
                self.tr("Score: {earned} marks ÷ {n} marked questions = {share:.2f}.").format(
                    earned=score.earned, n=n, share=share
                ),
                self.tr(
                    "Interval (Wilson, z = 1.96): (p + z²/2n ± z·√(p(1−p)/n + z²/4n²)) ÷ (1 + z²/n), "
                    "with p = {share:.2f} and n = {n}: {low:.3f} to {high:.3f}."
                ).format(share=share, n=n, low=score.low, high=score.high),
                self.tr(
                    "Luck (Poisson-binomial): each question has its own chance of being guessed: {chances}. "
                    "On average guessing earns {mean:.1f}; P(at least {earned}) = {luck:.4f}."
                ).format(chances=chances, mean=sum(score.chances), earned=score.earned, luck=score.luck),
                self.tr("No pass mark: a set this short, with two answers to choose from, cannot carry one."),
            )
        )

    def _toggle(self) -> None:
        self._show_formula(shown=not self._formula.isVisible())

    def _show_formula(self, *, shown: bool) -> None:
        self._formula.setVisible(shown)
        self._why.set_icon("chevron-up" if shown else "chevron-down", after=True)
        self._why.setAccessibleDescription(
            self.tr("Hides the formulas") if shown else self.tr("Shows the formulas")
        )


_BADGE = 16  # px at 100 % text
_MOST_BADGES = 8
"""Badges in a row; where a name came up more often, the counts alone are clearer."""


class TallyTable(QWidget):
    """One row for each cue or topic."""

    def __init__(
        self, appearance: Appearance, tallies: Sequence[Tally], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._with_badges = all(len(tally.outcomes) <= _MOST_BADGES for tally in tallies)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        for row, tally in enumerate(tallies):
            grid.addLayout(self._row(tally), row, 0)
            count = self.tr("{earned} of {marked}").format(earned=tally.earned, marked=tally.marked)
            grid.addWidget(Text("label", count, "muted"), row, 1, Qt.AlignmentFlag.AlignTrailing)
        grid.setRowStretch(len(tallies), 1)

    def _row(self, tally: Tally) -> QHBoxLayout:
        """A name, which takes the width that its own badges leave."""
        row = QHBoxLayout()
        row.setSpacing(3)
        row.addWidget(Text("label", shown_topic(tally.name)), 1)
        if self._with_badges:
            row.addSpacing(9)
            for outcome in tally.outcomes:
                row.addWidget(OutcomeBadge(self._appearance, BADGES[outcome.kind], _BADGE))
        return row


_HEIGHT, _RADIUS, _GAP, _LEAST = 28, 8, 4, 28  # px at 100 % text
_KINDS = (BadgeKind.RIGHT, BadgeKind.OTHER_REASON, BadgeKind.NOT_THIS, BadgeKind.ARGUABLE)

Counts = tuple[int, int, int, int]


class _Bar(PaintedLabel):
    """The bar alone: filled, hatched, outlined, and in dashes."""

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(appearance, parent)
        self._counts: Counts = (0, 0, 0, 0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_counts(self, counts: Counts) -> None:
        """Share the width among the counts."""
        self._counts = counts
        self._apply_style()

    @override
    def sizeHint(self) -> QSize:
        """As wide as a card's column."""
        return QSize(self._appearance.px(360), self._appearance.px(_HEIGHT))

    @override
    def minimumSizeHint(self) -> QSize:
        """Room for every count."""
        return QSize(len(_KINDS) * (self._least() + self._appearance.px(_GAP)), self._appearance.px(_HEIGHT))

    def _least(self) -> int:
        """The px the smallest segment takes so that its count fits."""
        widest = QFontMetricsF(self._font()).horizontalAdvance(str(max(self._counts)))
        return max(self._appearance.px(_LEAST), round(widest) + self._appearance.px(14))

    def _font(self) -> QFont:
        font = self._appearance.font("label_strong")
        font.setWeight(QFont.Weight.Bold)
        return font

    def segments(self) -> list[tuple[BadgeKind, int, QRectF]]:
        """Each count above nought with its box, in reading order."""
        shown = [(kind, count) for kind, count in zip(_KINDS, self._counts, strict=True) if count]
        if not shown:
            return []
        gap, least = self._appearance.px(_GAP), self._least()
        available = self.width() - gap * (len(shown) - 1) - least * len(shown)
        total, x, found = sum(self._counts), 0.0, []
        for kind, count in shown:
            width = least + available * count / total
            left = self.width() - x - width if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else x
            found.append((kind, count, QRectF(round(left), 0, round(width), self.height())))
            x += width + gap
        return found

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the segments, or an empty track."""
        with painter_on(self) as painter:
            if not any(self._counts):
                paint_box(
                    painter,
                    QRectF(self.rect()),
                    self._appearance.px(_RADIUS),
                    None,
                    self._appearance.theme.line,
                )
            for kind, count, box in self.segments():
                self._paint_segment(painter, kind, box)
                self._paint_count(painter, kind, count, box)

    def _paint_segment(self, painter: QPainter, kind: BadgeKind, box: QRectF) -> None:
        colour, radius = _colour(self._appearance, kind), self._appearance.px(_RADIUS)
        if kind is BadgeKind.OTHER_REASON:
            self._paint_hatching(painter, box, colour)
        fill = colour if kind is BadgeKind.RIGHT else None
        style = Qt.PenStyle.DashLine if kind is BadgeKind.ARGUABLE else Qt.PenStyle.SolidLine
        paint_box(painter, box, radius, fill, colour, 1.75 * self._appearance.scale, style)

    def _paint_hatching(self, painter: QPainter, box: QRectF, colour: QColor) -> None:
        """Slanted lines clipped to the segment; a brush pattern would be coarse on fine screens."""
        clip = QPainterPath()
        clip.addRoundedRect(box, self._appearance.px(_RADIUS), self._appearance.px(_RADIUS))
        painter.save()
        painter.setClipPath(clip)
        painter.fillPath(clip, QColor(self._appearance.theme.right_soft))
        painter.setPen(QPen(colour, self._appearance.px(1.5)))
        step, height = max(1, self._appearance.px(7)), int(box.height())
        for x in range(int(box.left()) - height, int(box.right()) + height, step):
            painter.drawLine(QLineF(x, box.bottom(), x + box.height(), box.top()))
        painter.restore()

    def _paint_count(self, painter: QPainter, kind: BadgeKind, count: int, box: QRectF) -> None:
        theme, font = self._appearance.theme, self._font()
        if kind is BadgeKind.OTHER_REASON:
            wide = QFontMetricsF(font).horizontalAdvance(str(count)) + self._appearance.px(12)
            chip = QRectF(0, 0, wide, self._appearance.px(18))
            chip.moveCenter(box.center())
            paint_box(painter, chip, self._appearance.px(4), theme.right_soft)
        painter.setFont(font)
        painter.setPen(QColor(theme.surface) if kind is BadgeKind.RIGHT else _colour(self._appearance, kind))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip), str(count))


def _colour(appearance: Appearance, kind: BadgeKind) -> QColor:
    """The colour of a segment: where both sides can be argued it is ink."""
    theme = appearance.theme
    if kind is BadgeKind.ARGUABLE:
        return QColor(theme.ink)
    return QColor(theme.wrong if kind is BadgeKind.NOT_THIS else theme.right)


class ReasonBar(QWidget):
    """The bar and its legend, which uses the same badges as everything else.

    Args:
        appearance: the appearance in force.
        parent: the owner.
    """

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bar = _Bar(appearance, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(RING, 0, RING, 0)  # as words have it
        column.setSpacing(8)
        column.addWidget(self._bar)
        self._legend = FlowLayout(gap=16, row_gap=6)
        column.addLayout(self._legend)
        self._arguable = Text("label", "", "ink", self)
        texts = [*(Text("label", word, "ink", self) for word in self._words()), self._arguable]
        self._entries = [
            _entry(appearance, kind, text, self) for kind, text in zip(_KINDS, texts, strict=True)
        ]
        for entry in self._entries:
            self._legend.addWidget(entry)

    def show_counts(
        self, right_reason: int, other_reason: int, not_yet: int, arguable: int = 0, held: int = 0
    ) -> None:
        """Show how many answers were right for the right reason, for another, and not yet right.

        Args:
            right_reason: right for the right reason.
            other_reason: right for another reason, or for none.
            not_yet: not right.
            arguable: to questions of which both sides can be argued.
            held: of those, how many were carried by their reason.
        """
        self._bar.show_counts((right_reason, other_reason, not_yet, arguable))
        counts = (right_reason, other_reason, not_yet)
        words = [f"{word} {count}" for word, count in zip(self._words(), counts, strict=True)]
        argued = self.tr("arguable: your reason held in {held} of {n}").format(held=held, n=arguable)
        self._arguable.setText(argued)
        self._entries[-1].setVisible(arguable > 0)
        told = ", ".join([*words, argued] if arguable else words)
        self._bar.setAccessibleName(told)
        self.setAccessibleName(told)

    def _words(self) -> tuple[str, str, str]:
        return self.tr("right reason"), self.tr("another reason or none"), self.tr("not yet")


def _entry(appearance: Appearance, kind: BadgeKind, text: Text, parent: QWidget) -> QWidget:
    """A small badge and what it stands for."""
    entry = QWidget(parent)
    row = QHBoxLayout(entry)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(2)
    row.addWidget(OutcomeBadge(appearance, kind, 18, entry), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(text, 1)
    return entry


_LEAST_TALLY, _GUTTER, _ROW_GAP = 680, 36, 4
_WITH_REASON = (
    OutcomeKind.RIGHT_REASON,
    OutcomeKind.OTHER_REASON,
    OutcomeKind.ARGUED,
    OutcomeKind.NOT_ARGUED,
)

_TOLD_ALONE = (OutcomeKind.RIGHT_REASON, OutcomeKind.OTHER_REASON, OutcomeKind.NOT_THIS)


class TallyCard(Card):
    """The reasons behind the score."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=(22, 18))
        self._appearance = appearance
        self._bar = ReasonBar(appearance)
        self._heading = Text("caption", tone="muted")
        self._unasked = Text("label", tone="muted")
        self._cues = QVBoxLayout()
        self.body.setSpacing(6)
        self.body.addWidget(self._heading)
        self.body.addWidget(self._bar)
        self.body.addWidget(self._unasked)
        self.body.addLayout(self._cues)
        self.body.addStretch(1)

    def show_summary(self, summary: Summary, *, reason_step: bool = True) -> None:
        """Show the counts of a session; arguable verdicts stand for themselves.

        Args:
            summary: of the session.
            reason_step: whether the session asked what decides its verdicts.
        """
        kinds = summary.kinds
        held = kinds[OutcomeKind.ARGUED]
        right, other, missed = (kinds[kind] for kind in _TOLD_ALONE)
        self._bar.show_counts(right, other, missed, held + kinds[OutcomeKind.NOT_ARGUED], held)
        self._bar.setVisible(reason_step and any(kinds[kind] for kind in _WITH_REASON))
        heading = self.tr("Right for the right reason") if reason_step else self.tr("Reasons")
        self._heading.setText(heading)
        words = self._unasked_of(kinds[OutcomeKind.RIGHT], reason_step=reason_step)
        self._unasked.setText(words)
        self._unasked.setVisible(bool(words))
        clear(self._cues)
        tallies = summary.by_cue or summary.by_topic
        if tallies:
            caption = self.tr("By cue") if summary.by_cue else self.tr("By topic")
            self._cues.setContentsMargins(0, 6, 0, 0)
            self._cues.addWidget(Text("caption", caption, "muted", self))
            self._cues.addWidget(TallyTable(self._appearance, tallies, self))

    def _unasked_of(self, right: int, *, reason_step: bool) -> str:
        if not reason_step:
            return self.tr("This set asked for the answers only, not for what decides them.")
        return self.tr("{n} right where no reason was asked for").format(n=right) if right else ""


class TopicsCard(Card):
    """How it went by topic, in two columns where there is room."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=(22, 18))
        self._appearance = appearance
        self._tables = TwoColumns(_GUTTER, _ROW_GAP, least=_LEAST_TALLY)
        self.body.addWidget(Text("caption", self.tr("By topic"), "muted"))
        self.body.addLayout(self._tables)

    def show_topics(self, tallies: Sequence[Tally]) -> None:
        """Show the tallies; the card hides where there are none."""
        clear(self._tables)
        self.setVisible(bool(tallies))
        half = (len(tallies) + 1) // 2
        for part in (tallies[:half], tallies[half:]):
            if part:
                self._tables.addWidget(TallyTable(self._appearance, part, self))
