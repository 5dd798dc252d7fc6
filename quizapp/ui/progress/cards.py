"""The cards of Progress: a figure, the table behind it, and what both are called."""

from collections.abc import Callable, Sequence
from enum import StrEnum

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.domain.progress import ENOUGH_EACH, NamedShare, Share, Timeline
from quizapp.ui.counting import Counting
from quizapp.ui.progress.export import Picture
from quizapp.ui.progress.table import FigureTable, TableView
from quizapp.ui.progress.wording import ProgressWords, days_below, percent, range_of
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.style.sheet import RING
from quizapp.ui.widgets.buttons import MenuButton
from quizapp.ui.widgets.cards import Card
from quizapp.ui.widgets.interval_band import IntervalBand
from quizapp.ui.widgets.layouts import FlowLayout, TwoColumns, clear, enable_height_for_width
from quizapp.ui.widgets.plots import LinePlot, LinePoint
from quizapp.ui.widgets.text import Text
from quizapp.ui.wording import shown_topic

MOST_ROWS = 10
"""Rows of a figure; the table has all of them."""

_LEAST_ROW, _SHARES = 402, (6, 7)  # px at 100 % text from which name and band stand abreast, and how
_COUNT = 64  # px at 100 % text of a count at the end of a row


class Format(StrEnum):
    """What a figure can be saved as; the value is how the file's name ends."""

    PNG = "png"
    SVG = "svg"
    CSV = "csv"


class FigureCard(Card):
    """A heading, and below it a figure or its table.

    Args:
        appearance: the appearance in force.
        heading: what is shown.
        note: what its figures mean.
        figure: shows it.
        parent: the owner.
        legend: what lines of the figure mean; a table has none of them.

    Attributes:
        heading: what is shown.
        figure: shows it.
        table: the same as a table.

    Signals:
        save_requested: carries the `Format`.
    """

    save_requested = Signal(object)

    def __init__(
        self,
        appearance: Appearance,
        heading: str,
        note: str,
        figure: QWidget,
        parent: QWidget | None = None,
        *,
        legend: str = "",
    ) -> None:
        super().__init__(parent, padding=(20, 12))
        self.appearance, self.heading, self.figure = appearance, heading, figure
        self.words = ProgressWords(self)
        self.table = TableView(heading)
        self._make: Callable[[], FigureTable] = FigureTable
        self._meaning, self._legend = note, legend
        self._note, self._head = Text("label", tone="muted"), Text("body_strong", heading)
        self._head.setProperty("heading", True)
        self.setProperty("group", True)
        self.setAccessibleName(heading)
        self.save = self._save_button()
        self.save.chosen.connect(self.save_requested)
        self._build()
        self.show_as_table(shown=False)

    def _save_button(self) -> MenuButton:
        entries = (
            (Format.PNG, self.tr("Save as picture (PNG) …")),
            (Format.SVG, self.tr("Save as drawing (SVG) …")),
            (Format.CSV, self.tr("Save the figures (CSV) …")),
        )
        button = MenuButton("", entries, icon="ellipsis", small=True)
        button.setAccessibleName(self.tr("Save: {heading}").format(heading=self.heading))
        button.setToolTip(self.tr("Save"))
        return button

    def _build(self) -> None:
        words, holder = FlowLayout(gap=4), QWidget()
        holder.setLayout(words)
        enable_height_for_width(holder)
        words.addWidget(self._head)
        words.addWidget(self._note)
        head = QHBoxLayout()
        head.setSpacing(0)
        head.addWidget(holder, 1, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.save, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(head)
        self.body.addWidget(self.figure)
        self.body.addWidget(self.table)

    @property
    def note(self) -> str:
        """What its figures mean, and the lines of the figure."""
        return "; ".join(each for each in (self._meaning, self._legend) if each)

    def show_note(self, note: str) -> None:
        """Say otherwise what the figures mean."""
        self._meaning = note
        self._say_note()

    def _say_note(self) -> None:
        note = self.note if self.table.isHidden() else self._meaning
        self._note.setText(note)
        self._note.setVisible(bool(note))

    def set_table(self, make: Callable[[], FigureTable]) -> None:
        """Have another table; it is made once it is looked at."""
        self._make = make
        if not self.table.isHidden():
            self.table.show_table(make())

    def show_as_table(self, *, shown: bool) -> None:
        """Show the table in place of the figure, or the figure."""
        if shown and self.table.isHidden():
            self.table.show_table(self._make())
        self.figure.setHidden(shown)
        self.table.setHidden(not shown)
        self._say_note()

    @property
    def data(self) -> FigureTable:
        """What the figure shows."""
        return self._make()

    def picture(self) -> Picture:
        """The figure, in the width it has or would have."""
        if self.figure.isHidden():
            wide = max(self.table.width(), self.figure.minimumSizeHint().width())
            fits = self.figure.hasHeightForWidth()
            high = self.figure.heightForWidth(wide) if fits else self.figure.sizeHint().height()
            self.figure.resize(QSize(wide, high))
        return Picture(self.appearance, self.heading, self.note, self.figure)


class TimelineCard(FigureCard):
    """Right answers over time with their interval."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        self._plot = LinePlot(appearance, "")
        super().__init__(appearance, self.tr("Right answers"), "", self._plot, parent)
        self._plot.setAccessibleName(self.tr("Right answers over time, a plot"))

    def show_timeline(self, timeline: Timeline) -> None:
        """Show points in time; there is one at least."""
        points, is_daily = timeline.points, timeline.is_daily
        by = self.tr("per day") if is_daily else self.tr("per session")
        self.show_note(self.tr("{by}, in per cent, with the 95 % interval").format(by=by))
        labels, last = days_below([each.at for each in points]), points[-1].share
        self._plot.show_points(
            [LinePoint(each.share.value, *each.share.interval, each.share.luck or 0.0) for each in points],
            labels.__getitem__,
            lambda index: self.words.point(points[index], is_daily=is_daily),
            (self.tr("{share} %").format(share=percent(last.value)), self.words.doubt(last)),
        )
        keys = self.tr("Left and Right go from point to point.")
        self._plot.setAccessibleDescription(f"{self.words.over_time(points, is_daily=is_daily)}. {keys}")
        self.set_table(lambda: self._table(timeline))

    def _table(self, timeline: Timeline) -> FigureTable:
        rows, values = [], []
        for each in timeline.points:
            when, _ = self.words.point(each, is_daily=timeline.is_daily).split("\n")
            luck = percent(each.share.luck or 0.0)
            rows.append([when, *share_cells(each.share), str(luck)])
            values.append([each.at.isoformat(), each.sessions, *share_values(each.share)])
        return FigureTable(
            (self.tr("When"), *share_heads(self), self.tr("Luck")),
            rows,
            ("until", "sessions", *FIELDS),
            values,
        )


FIELDS = ("right", "number", "percent", "low_percent", "high_percent", "luck_percent")
"""What the columns of a share are called in a file."""


def share_heads(owner: QWidget) -> tuple[str, ...]:
    """What stands above the columns of a share."""
    return owner.tr("Right"), owner.tr("Per cent"), owner.tr("95 % interval")


def share_cells(share: Share) -> tuple[str, ...]:
    """The cells of a share as they are read."""
    return f"{share.right} / {share.number}", str(percent(share.value)), range_of(share)


def share_values(share: Share) -> list[int | float | None]:
    """The cells of a share in a file."""
    low, high = share.interval
    luck = None if share.luck is None else round(100 * share.luck, 1)
    return [share.right, share.number, *(round(100 * each, 1) for each in (share.value, low, high)), luck]


class ShareRow(QWidget):
    """A name, its share with the interval, and how many of how many."""

    def __init__(
        self, appearance: Appearance, name: str, share: Share, count: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        band = IntervalBand(appearance, ends=False, names_luck=False)
        band.show_interval(*share.interval, share.value, share.luck)
        figure = Text("caption", count)
        figure.setMinimumWidth(appearance.px(_COUNT))
        figure.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        beside = QHBoxLayout()
        beside.setSpacing(4)
        beside.addWidget(band, 1, Qt.AlignmentFlag.AlignVCenter)
        beside.addWidget(figure)
        values = QWidget()
        beside.setContentsMargins(RING, 0, 0, 0)
        values.setLayout(beside)
        enable_height_for_width(values)
        row = TwoColumns(8, 0, _SHARES, _LEAST_ROW)
        self.setLayout(row)
        named = Text("body", name)
        named.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(named)
        row.addWidget(values)
        enable_height_for_width(self)


class SharesCard(FigureCard):
    """Shares by kind of reason, or by topic: the weakest first.

    Args:
        appearance: the appearance in force.
        heading: what the rows are.
        note: what their figures mean, but for the dotted line of luck.
        column: the same for a column of a table.
        field: and for a column of a file.
        parent: the owner.
    """

    def __init__(
        self,
        appearance: Appearance,
        heading: str,
        note: str,
        column: str,
        field: str,
        parent: QWidget | None = None,
    ) -> None:
        self._rows, figure = QVBoxLayout(), QWidget()
        legend = self.tr("dotted: luck")
        super().__init__(appearance, heading, note, figure, parent, legend=legend)
        self._column, self._field = column, field
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(4)
        figure.setLayout(self._rows)
        enable_height_for_width(figure)

    def show_shares(self, shares: Sequence[NamedShare]) -> None:
        """Show shares; the card hides where there are none."""
        clear(self._rows)
        self.setVisible(bool(shares))
        enough = [each for each in shares if each.share.number >= ENOUGH_EACH]
        for each in enough[:MOST_ROWS]:
            count = self.tr("{right} of {number}").format(right=each.share.right, number=each.share.number)
            self._rows.addWidget(ShareRow(self.appearance, shown_topic(each.name), each.share, count))
        if left := self._left_out(len(enough), len(shares)):
            self._rows.addWidget(Text("label", left, "muted"))
        self.set_table(lambda: self._table(shares))

    def _left_out(self, enough: int, all_of_them: int) -> str:
        """What has no row, and where it is."""
        few = all_of_them - enough
        told = []
        if enough > MOST_ROWS:
            more = self.tr("The {n} weakest of {all}; the table (T) has all of them.")
            told.append(more.format(n=MOST_ROWS, all=enough))
        if few:
            told.append(self._too_few(few, more=enough > 0))
        return " ".join(told)

    def _too_few(self, few: int, *, more: bool) -> str:
        """That some have no row, as their interval would span nearly all; `more` where others have one."""
        counting = Counting(self)
        least, number = counting.word(ENOUGH_EACH), counting.capital(few)
        if few == 1:
            sentence = self.tr("{n} was answered fewer than {least} times: too few to show.")
            if more:
                sentence = self.tr("{n} more was answered fewer than {least} times: too few to show.")
        else:
            sentence = self.tr("{n} were answered fewer than {least} times: too few to show.")
            if more:
                sentence = self.tr("{n} more were answered fewer than {least} times: too few to show.")
        return sentence.format(n=number, least=least)

    def _table(self, shares: Sequence[NamedShare]) -> FigureTable:
        rows = [[shown_topic(each.name), *share_cells(each.share), _luck(each.share)] for each in shares]
        return FigureTable(
            (self._column, *share_heads(self), self.tr("Luck")),
            rows,
            (self._field, *FIELDS),
            [[each.name, *share_values(each.share)] for each in shares],
        )


def _luck(share: Share) -> str:
    return "–" if share.luck is None else str(percent(share.luck))
