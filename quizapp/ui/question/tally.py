"""How it went by kind of reason or by topic: a table with badges and counts."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.domain.summary import Tally
from quizapp.ui.compat import override
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.style.marks import BadgeKind, paint_badge
from quizapp.ui.style.painting import painter_on
from quizapp.ui.style.sheet import RING
from quizapp.ui.widgets.cards import Card, Rule
from quizapp.ui.widgets.layouts import TwoColumns, clear
from quizapp.ui.widgets.text import Text
from quizapp.ui.wording import BADGES, shown_topic

_BADGE, _BADGE_GAP, _COUNT_GAP, _ROW_DOWN = 16, 4, 14, 5  # px at 100 % text
_MOST_BADGES = 8
"""Badges in a row; where a name came up more often, the counts alone are clearer."""


class TallyRow(Text):
    """A name, the badges of its answers and a count: one label, and one name for screen readers.

    Args:
        appearance: the appearance in force.
        name: what is counted.
        badges: those of its answers; empty for counts alone.
        count: how many of how many.
        room_for: the counts of all rows, so that badges end at one line.
        parent: the owner.
    """

    def __init__(
        self,
        appearance: Appearance,
        name: str,
        badges: Sequence[BadgeKind],
        count: str,
        room_for: Sequence[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("body", name, parent=parent)
        self._appearance, self._badges, self._count = appearance, tuple(badges), count
        self._room_for = tuple(room_for)
        self.setAccessibleName(self.tr("{name}: {count}").format(name=name, count=count))
        self._make_room()
        appearance.changed.connect(self._make_room)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._make_room()

    def _count_width(self) -> int:
        metrics = QFontMetricsF(self._appearance.font("label_strong"))
        return round(max(metrics.horizontalAdvance(count) for count in self._room_for)) + 2

    def _make_room(self) -> None:
        """Keep the name clear of badges and count, as far from the edge as other labels."""
        self.ensurePolished()  # or the padding of the sheet comes on top of these margins
        px, down = self._appearance.px, self._appearance.px(_ROW_DOWN)
        end = len(self._badges) * px(_BADGE + _BADGE_GAP) + px(2 * _COUNT_GAP) + self._count_width() + RING
        left, right = (end, RING) if self.isRightToLeft() else (RING, end)
        self.setContentsMargins(left, down, right, down)

    @override
    def sizeHint(self) -> QSize:
        """As wide as all of it on one line."""
        margins = self.contentsMargins()
        width = super().sizeHint().width() + margins.left() + margins.right()
        shown = self.width() if self.testAttribute(Qt.WidgetAttribute.WA_Resized) else width
        return QSize(width, self.heightForWidth(shown))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the name, then badges and count at the end of the row."""
        super().paintEvent(event)
        px, width = self._appearance.px, self._count_width()
        x = float(self.width() - RING - width)
        with painter_on(self) as painter:
            self._paint_count(painter, QRectF(x, 0, width, self.height()))
            x -= px(_COUNT_GAP)
            for badge in reversed(self._badges):
                box = QRectF(x - px(_BADGE), (self.height() - px(_BADGE)) / 2, px(_BADGE), px(_BADGE))
                paint_badge(painter, badge, self._mirrored(box), self._appearance)
                x -= px(_BADGE + _BADGE_GAP)

    def _paint_count(self, painter: QPainter, box: QRectF) -> None:
        side = Qt.AlignmentFlag.AlignLeft if self.isRightToLeft() else Qt.AlignmentFlag.AlignRight
        painter.save()
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)  # as its own words are read
        painter.setFont(self._appearance.font("label_strong"))
        painter.setPen(QColor(self._appearance.theme.ink))
        painter.drawText(self._mirrored(box), int(side | Qt.AlignmentFlag.AlignVCenter), self._count)
        painter.restore()

    def _mirrored(self, box: QRectF) -> QRectF:
        """The same box where reading begins at the right."""
        left = self.width() - box.right() if self.isRightToLeft() else box.left()
        return QRectF(left, box.top(), box.width(), box.height())


def has_room_for_badges(tallies: Sequence[Tally]) -> bool:
    """Whether each answer may have its badge in a table, or the counts alone are clearer."""
    return all(len(tally.outcomes) <= _MOST_BADGES for tally in tallies)


def counts_twice(tallies: Sequence[Tally], questions: int) -> bool:
    """Whether tallies of so many questions come to more than these: some belong to several."""
    return sum(len(tally.outcomes) for tally in tallies) > questions


class TallyTable(QWidget):
    """One row for each kind of reason or topic, with hairlines between them.

    Args:
        appearance: the appearance in force.
        tallies: what is counted.
        parent: the owner.
        reasons: whether right reasons are counted, not points.
        among: all that is counted, where this is a part: all parts are set alike; empty for this alone.
    """

    def __init__(
        self,
        appearance: Appearance,
        tallies: Sequence[Tally],
        parent: QWidget | None = None,
        *,
        reasons: bool = False,
        among: Sequence[Tally] = (),
    ) -> None:
        super().__init__(parent)
        with_badges = has_room_for_badges(among or tallies)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        counts = [self._count(tally, reasons=reasons) for tally in among or tallies]
        for tally in tallies:
            count = self._count(tally, reasons=reasons)
            if column.count():
                column.addWidget(Rule())
            shown = [BADGES[outcome.kind] for outcome in tally.outcomes] if with_badges else []
            column.addWidget(TallyRow(appearance, shown_topic(tally.name), shown, count, counts))
        column.addStretch(1)

    def _count(self, tally: Tally, *, reasons: bool) -> str:
        earned, of = (tally.right_reason, len(tally.outcomes)) if reasons else (tally.earned, tally.marked)
        if not of:
            return self.tr("no points")
        return self.tr("{earned} of {marked}").format(earned=earned, marked=of)


class Caption(QWidget):
    """What a table counts at its start, and what its figures mean above them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._what, self._figures = Text("label_strong"), Text("label", tone="muted")
        self._what.setProperty("heading", True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._what)
        row.addStretch(1)
        row.addWidget(self._figures)

    def show_words(self, what: str, figures: str) -> None:
        """Name what is counted, and what its figures mean."""
        self._what.setText(what)
        self._figures.setText(figures)


_LEAST_TALLY, _GUTTER, _ROW_GAP = 680, 36, 4  # px at 100 % text


class TopicsCard(Card):
    """How it went by topic, in two columns where there is room.

    Args:
        appearance: the appearance in force.
        parent: the owner.
        figures: what is counted; empty for points.
    """

    def __init__(self, appearance: Appearance, parent: QWidget | None = None, *, figures: str = "") -> None:
        super().__init__(parent, padding=(22, 18))
        self._appearance = appearance
        self._tables = TwoColumns(_GUTTER, _ROW_GAP, least=_LEAST_TALLY)
        caption = Caption()
        caption.show_words(self.tr("By topic"), figures or self.tr("points"))
        several = self.tr("A question of several topics counts in each of them.")
        self._several = Text("label", several, "muted")
        self.body.addWidget(caption)
        self.body.addWidget(self._several)
        self.body.addLayout(self._tables)

    def show_topics(self, tallies: Sequence[Tally], questions: int) -> None:
        """Show the tallies of so many questions; the card hides where there are none."""
        clear(self._tables)
        self._several.setVisible(counts_twice(tallies, questions))
        self.setVisible(bool(tallies))
        half = (len(tallies) + 1) // 2
        for part in (tallies[:half], tallies[half:]):
            if part:
                self._tables.addWidget(TallyTable(self._appearance, part, self, among=tallies))
