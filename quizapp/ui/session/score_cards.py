"""Points and what they mean, and how it went by kind of reason, by topic and by certainty."""

from collections import Counter
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget

from quizapp.domain.certainty import LevelTally
from quizapp.domain.scoring import OutcomeKind
from quizapp.domain.summary import Score, Summary
from quizapp.ui.counting import Counting
from quizapp.ui.question.certainty import CertaintyWords
from quizapp.ui.question.rows import ASIDE, Fold
from quizapp.ui.question.tally import Caption, TallyRow, TallyTable, counts_twice
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.style.marks import BadgeKind
from quizapp.ui.style.sheet import RING
from quizapp.ui.widgets.cards import Card, Rule
from quizapp.ui.widgets.interval_band import IntervalBand
from quizapp.ui.widgets.layouts import FlowLayout, TwoColumns, clear, scroll_to
from quizapp.ui.widgets.signs import OutcomeBadge
from quizapp.ui.widgets.text import Text

_USUALLY_LUCK, _HARDLY_LUCK = 0.5, 0.05  # chances of doing as well by guessing


class ScoreCard(Card):
    """Points, what they mean in plain words, and behind a key how that is worked out."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=(22 - ASIDE, 18))  # the fold reaches into it
        self._counting = Counting(self)
        self._number = Text("hero_number")
        self._of = Text("lead", tone="muted")
        self._reasons = Text("choice_strong")
        self._band = IntervalBand(appearance, ends=False)
        self._meaning = Text("body")
        self._again = Text("label", tone="muted")
        self._formula = Text("label")
        self._fold = Fold(self.tr("How this is worked out"), "W", self._formula)
        self._build()

    def _build(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self._of)
        words.addWidget(self._reasons)
        words.addStretch(1)
        points = QHBoxLayout()
        points.setSpacing(8)
        points.addWidget(self._number)
        points.addLayout(words, 1)
        band = QHBoxLayout()
        band.setContentsMargins(RING, 0, RING, 0)  # it begins where the words do
        band.addWidget(self._band)
        fold = FlowLayout()
        fold.addWidget(self._fold)
        above, below = QVBoxLayout(), QVBoxLayout()
        for column in (above, below):
            column.setContentsMargins(ASIDE, 0, ASIDE, 0)
            column.setSpacing(6)
        above.addLayout(points)
        above.addLayout(band)
        above.addWidget(self._meaning)
        above.addWidget(self._again)
        below.addWidget(self._formula)
        self.body.setSpacing(6)
        for part in (above, fold, below):
            self.body.addLayout(part)
        self.body.addStretch(1)
        self._fold.toggled.connect(self._bring_into_view)

    def _bring_into_view(self, is_open: bool) -> None:  # noqa: FBT001 - the signal's own
        """Scroll to the formulas where they open below what is visible; the button stays in view."""
        for part in (self._formula, self._fold) if is_open else ():
            QTimer.singleShot(0, part, partial(scroll_to, part))  # once they are laid out

    @property
    def last_control(self) -> QAbstractButton:
        """The control after which Tab leaves the card."""
        return self._fold

    @property
    def said(self) -> str:
        """What it shows, in one go."""
        shown = (self._number, self._of, self._reasons, self._meaning)
        points = " ".join(part.text() for part in shown[:2] if part.text())
        reasons = "" if self._reasons.isHidden() else self._reasons.text()
        return " ".join(f"{part.rstrip('.')}." for part in (points, reasons, self._meaning.text()) if part)

    def show_score(self, score: Score, right_reason: int | None = None, again: int = 0) -> None:
        """Show the points of a session; where none were to be had it says so.

        Args:
            score: of all questions of the session.
            right_reason: how many points were earned for the right reason; None where none was asked for.
            again: how many questions were answered again after their explanation.
        """
        has_points = score.marked > 0
        self._again.setText(self._again_of(again) if again else "")
        self._again.setVisible(again > 0)
        self._number.setText(str(score.earned) if has_points else "–")
        self._of.setText(self._of_all(score.marked) if has_points else "")
        self._reasons.setText(
            self._reasons_of(score.earned, right_reason) if right_reason is not None else ""
        )
        self._reasons.setVisible(right_reason is not None and score.earned > 0)
        self._band.setVisible(has_points)
        self._fold.offer(anything=has_points)
        if has_points:
            self._band.show_interval(score.low, score.high, score.earned / score.marked, score.luck_share)
        nothing = self.tr("No question of this session could earn a point.")
        self._meaning.setText(self._meaning_of(score) if has_points else nothing)
        self._formula.setText(self._formula_of(score) if has_points else "")

    def _of_all(self, marked: int) -> str:
        return self.tr("of 1 point") if marked == 1 else self.tr("of {n} points").format(n=marked)

    def _reasons_of(self, earned: int, right_reason: int) -> str:
        """For how many of the points the reason was the right one."""
        if right_reason == earned:
            one = self.tr("for the right reason")
            return one if earned == 1 else self.tr("all of them for the right reason")
        if right_reason == 0:
            return self.tr("none of them for the right reason")
        return self.tr("{n} of them for the right reason").format(n=right_reason)

    def _again_of(self, count: int) -> str:
        if count == 1:
            return self.tr(
                "One was answered again after its explanation: it counts here, not in your statistics."
            )
        return self.tr(
            "{count} were answered again after their explanation: they count here, not in your statistics."
        ).format(count=self._counting.capital(count))

    # -- what it means -------------------------------------------------------------------------

    def _meaning_of(self, score: Score) -> str:
        """What the points say, in words anybody can check."""
        if score.earned == 0:
            return self.tr("No points this time. Guessing alone always does as well.")
        level, often = self._level_of(score), self._often(score.luck)
        if score.luck > _USUALLY_LUCK:
            sentence = self.tr("{level}. Guessing alone does as well in {often}.")
        elif score.luck <= _HARDLY_LUCK:
            sentence = self.tr("{level}, and hardly by luck: guessing alone does as well in {often}.")
        elif 2 * score.earned > score.marked:
            sentence = self.tr("{level}, but {few} to rule out luck: guessing alone does as well in {often}.")
        else:
            sentence = self.tr("{level}, and {few} to rule out luck: guessing alone does as well in {often}.")
        return sentence.format(level=level, often=often, few=self._few(score.marked))

    def _few(self, marked: int) -> str:
        if marked == 1:
            return self.tr("one question is too few")
        return self.tr("{count} questions are too few").format(count=self._counting.word(marked))

    def _level_of(self, score: Score) -> str:
        if score.earned == score.marked:
            return self.tr("All points")
        if 2 * score.earned == score.marked:
            return self.tr("Half of the points")
        more = 2 * score.earned > score.marked
        return self.tr("More than half of the points") if more else self.tr("Less than half of the points")

    def _often(self, chance: float) -> str:
        """In how many sessions something of this chance happens."""
        if chance >= 0.95:  # noqa: PLR2004 - it rounds to ten out of ten
            return self.tr("nearly every session")
        if chance >= 0.25:  # noqa: PLR2004 - from here on tenths say more
            tenths = self._counting.word(round(10 * chance))
            return self.tr("{n} sessions out of ten").format(n=tenths)
        if chance >= 0.001:  # noqa: PLR2004
            return self.tr("one session out of {n}").format(n=self._counting.word(round(1 / chance)))
        return self.tr("fewer than one session out of 1,000")

    def _formula_of(self, score: Score) -> str:
        share, n = score.earned / score.marked, score.marked
        counted = Counter(round(chance, 4) for chance in score.chances)
        chances = ", ".join(
            f"{count} × {chance:g}" for chance, count in sorted(counted.items(), reverse=True)
        )
        level = self.tr("Your level is likely between {low} % and {high} %: the grey band.")
        return "\n\n".join(
            (
                level.format(low=round(100 * score.low), high=round(100 * score.high)),
                self.tr("Points: {earned} ÷ {n} that could be earned = {share:.2f}.").format(
                    earned=score.earned, n=n, share=share
                ),
                self.tr(
                    "Band (95 % interval by Wilson, z = 1.96): (p + z²/2n ± z·√(p(1−p)/n + z²/4n²)) ÷ "
                    "(1 + z²/n), with p = {share:.2f} and n = {n}: {low:.3f} to {high:.3f}."
                ).format(share=share, n=n, low=score.low, high=score.high),
                self.tr(
                    "Luck (Poisson-binomial): each question has its own chance of being guessed: {chances}. "
                    "On average guessing earns {mean:.1f}; P(at least {earned}) = {luck:.4f}."
                ).format(chances=chances, mean=sum(score.chances), earned=score.earned, luck=score.luck),
                self.tr("There is no pass mark: a session this short cannot support one."),
            )
        )


class Legend(QWidget):
    """The badges of a session, what each stands for, and how often it came up.

    Args:
        appearance: the appearance in force.
        parent: the owner.
    """

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._entries = FlowLayout(gap=16, row_gap=4)
        column = QVBoxLayout(self)
        column.setContentsMargins(RING, 6, RING, 0)  # as words have it
        column.addLayout(self._entries)

    def show_kinds(self, kinds: Counter[OutcomeKind]) -> None:
        """Show what came up; nothing else is explained."""
        clear(self._entries)
        for badge, words, count in self._counts(kinds):
            if count:
                text = self.tr("{words} {n}").format(words=words, n=count)
                self._entries.addWidget(_entry(self._appearance, badge, text, self))

    def _counts(self, kinds: Counter[OutcomeKind]) -> list[tuple[BadgeKind, str, int]]:
        """Every answer is counted once."""
        kind = OutcomeKind
        return [
            (BadgeKind.RIGHT, self.tr("right reason"), kinds[kind.RIGHT_REASON]),
            (BadgeKind.OTHER_REASON, self.tr("wrong or no reason"), kinds[kind.OTHER_REASON]),
            (BadgeKind.RIGHT, self.tr("right, no reason asked for"), kinds[kind.RIGHT] + kinds[kind.EITHER]),
            (BadgeKind.NOT_THIS, self.tr("not right"), kinds[kind.NOT_THIS] + kinds[kind.CLOSE]),
            (BadgeKind.ARGUABLE, self.tr("arguable, supported by your reason"), kinds[kind.ARGUED]),
            (BadgeKind.ARGUABLE, self.tr("arguable, not supported"), kinds[kind.NOT_ARGUED]),
            (BadgeKind.ARGUABLE, self.tr("arguable"), kinds[kind.SHOWN] + kinds[kind.ONE_SIDE]),
        ]


def _entry(appearance: Appearance, kind: BadgeKind, words: str, parent: QWidget) -> QWidget:
    """A small badge and what it stands for."""
    entry = QWidget(parent)
    row = QHBoxLayout(entry)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(2)
    row.addWidget(OutcomeBadge(appearance, kind, 16, entry), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(Text("label", words, "muted", entry), 1)
    return entry


class TallyCard(Card):
    """How it went by kind of reason, or by topic where no reasons were asked for."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=(22, 18))
        self._appearance = appearance
        self._caption, self._several = Caption(), Text("label", tone="muted")
        self._unasked = Text(
            "label", self.tr("This session asked for answers only, not for reasons."), "muted"
        )
        self._rows = QVBoxLayout()
        self._legend = Legend(appearance)
        self.body.setSpacing(4)
        self.body.addWidget(self._caption)
        self.body.addWidget(self._several)
        self.body.addLayout(self._rows)
        self.body.addWidget(self._legend)
        self.body.addWidget(self._unasked)
        self.body.addStretch(1)

    def show_summary(self, summary: Summary, *, reason_step: bool = True) -> None:
        """Show how a session went; the card hides where there is neither a kind of reason nor a topic.

        Args:
            summary: of the session.
            reason_step: whether the session asked what decides its verdicts.
        """
        clear(self._rows)
        reasons, tallies = bool(summary.by_cue), summary.by_cue or summary.by_topic
        if tallies:
            self._rows.addWidget(TallyTable(self._appearance, tallies, self, reasons=reasons))
        for below in (self._legend, self._unasked):
            below.raise_()  # screen readers read in the order of stacking
        if reasons:
            self._caption.show_words(
                self.tr("By kind of reason"), self.tr("this session, for the right reason")
            )
            several = self.tr("A question that several kinds decide counts in each of them.")
        else:
            self._caption.show_words(self.tr("By topic"), self.tr("points"))
            several = self.tr("A question of several topics counts in each of them.")
        self._several.setText(several)
        self._several.setVisible(counts_twice(tallies, summary.kinds.total()))
        self.setVisible(bool(tallies))
        self._unasked.setVisible(not reason_step)
        self._legend.show_kinds(summary.kinds)


_GUTTER, _LEAST_CERTAINTY = 36, 680  # px at 100 % text


class CertaintyCard(Card):
    """How it went by how sure one was, and what that came to beside the points.

    Args:
        appearance: the appearance in force.
        parent: the owner.
    """

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=(22, 18))
        self._appearance, self._words = appearance, CertaintyWords(self)
        caption = Caption()
        caption.show_words(self.tr("By how sure you were"), self.tr("right"))
        self._rows, self._total = QVBoxLayout(), Text("body_strong")
        marks = self.tr(
            "A right answer earns 1, 2 or 3 of these points, a wrong one costs 0, 2 or 6. You earn the most "
            "by saying how sure you really are."
        )
        table, sums = QVBoxLayout(), QVBoxLayout()
        table.addWidget(caption)
        table.addLayout(self._rows)
        sums.addWidget(self._total)
        sums.addWidget(Text("label", marks, "muted"))
        columns = TwoColumns(_GUTTER, 8, shares=(3, 2), least=_LEAST_CERTAINTY)
        for column in (table, sums):
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(4)
            column.addStretch(1)
            part = QWidget()
            part.setLayout(column)
            columns.addWidget(part)
        self._rows.setSpacing(0)
        self.body.addLayout(columns)

    @property
    def said(self) -> str:
        """What it came to in one sentence; empty while the card is hidden."""
        return "" if self.isHidden() else self._total.text()

    def show_levels(self, tallies: Sequence[LevelTally]) -> None:
        """Show each level, the surest first; the card hides where there are none."""
        clear(self._rows)
        self.setVisible(bool(tallies))
        if not tallies:
            return
        counts = [self._words.of(each.right, each.answers) for each in tallies]
        for tally, count in reversed(list(zip(tallies, counts, strict=True))):
            if self._rows.count():
                self._rows.addWidget(Rule())
            name = self._words.level(tally.level)
            self._rows.addWidget(TallyRow(self._appearance, name, (), count, counts))
        self._total.setText(self._words.total(tallies))
