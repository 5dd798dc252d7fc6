"""Appearance, revision, profile, data."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from pathlib import Path

from PySide6.QtCore import QDate, QDateTime, QLocale, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from quizapp.domain.question import Side
from quizapp.ui.compat import override
from quizapp.ui.preferences import EXAMS, SCALES
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.style.marks import paint_mark
from quizapp.ui.style.painting import (
    CONTROL_RADIUS,
    INSET,
    paint_box,
    paint_focus_ring,
    painter_on,
    visible_rect,
)
from quizapp.ui.style.theme import DARK, LIGHT, THEMES, Theme
from quizapp.ui.widgets.buttons import Button, PaintedButton
from quizapp.ui.widgets.cards import SettingCard
from quizapp.ui.widgets.choices import ChipGroup, OptionRow
from quizapp.ui.widgets.fields import DateField
from quizapp.ui.widgets.layouts import FlowLayout, clear, set_tab_order
from quizapp.ui.widgets.page import PassingNote, ScrollPage
from quizapp.ui.widgets.text import Text, button_text


@dataclass(frozen=True, slots=True)
class BankAnswers:
    """An open bank, and how many of its questions have an answer that counts."""

    id: str
    title: str
    answered: int


@dataclass(frozen=True, slots=True)
class SettingsView:
    """Everything that is set, and what is kept; names as in `preferences`.

    Attributes:
        theme: the theme's name.
        scale: the text size, 1.0 for 100 %.
        reduced_motion: whether nothing moves.
        exam: the exam's name, empty for none.
        exam_date: its day, if set.
        today: the day it is counted from.
        reason_step: whether sessions ask what decides it.
        guest: whether a guest's answers are kept now.
        folder: where the data lies.
        backup: when the newest copy was made, in local time; None without one.
        notes: how many notes on questions there are.
        banks: the open banks.
    """

    theme: str
    scale: float
    reduced_motion: bool
    exam: str
    exam_date: QDate | None
    today: QDate
    reason_step: bool
    guest: bool
    folder: Path
    backup: QDateTime | None = None
    notes: int = 0
    banks: tuple[BankAnswers, ...] = ()


_WIDTH, _HEIGHT, _NAME = 104, 58, 30  # px at 100 % text: the picture, and the height of the name below
_MARGIN = 8


def shown_themes(name: str) -> tuple[Theme, ...]:
    """The themes a picture shows side by side: one, or both that the system may ask for."""
    return (THEMES[name],) if name in THEMES else (LIGHT, DARK)


class ThemeTile(PaintedButton):
    """One of the themes; the picture is only for the eye.

    Args:
        appearance: the appearance in force.
        name: the theme's name, or `system`.
        words: what people call it.
        parent: the owner.
    """

    def __init__(self, appearance: Appearance, name: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.name = name
        self._appearance = appearance
        self._words = words
        self.setText(button_text(words))
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        appearance.changed.connect(self._apply_style)

    def _apply_style(self) -> None:
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        px = self._appearance.px
        words = QFontMetricsF(self._appearance.font("label_strong")).horizontalAdvance(self._words)
        width = max(px(_WIDTH), ceil(words)) + 2 * px(_MARGIN + INSET)
        return QSize(width, px(_HEIGHT + _NAME + _MARGIN + 2 * INSET))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        appearance, rect, theme = (
            self._appearance,
            visible_rect(self, self._appearance),
            self._appearance.theme,
        )
        chosen, held = self.isChecked(), self.isDown() or self.underMouse()
        heavy = (4.0 if theme.is_flat else 2.5) * appearance.scale
        with painter_on(self) as painter:
            fill = theme.sunken if chosen or held else theme.surface
            edge, width = (theme.ink, heavy) if chosen else (theme.border, 1.0)
            paint_box(painter, rect, appearance.px(CONTROL_RADIUS), fill, edge, width)
            margin = appearance.px(_MARGIN)
            picture = rect.adjusted(margin, margin, -margin, -appearance.px(_NAME))
            self._paint_picture(painter, picture)
            painter.setFont(appearance.font("label_strong" if chosen else "label"))
            painter.setPen(QPen(QColor(theme.ink)))
            below = QRectF(rect.left(), picture.bottom(), rect.width(), rect.bottom() - picture.bottom())
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, self._words)
            if self.hasFocus():
                paint_focus_ring(painter, rect, appearance)

    def _paint_picture(self, painter: QPainter, rect: QRectF) -> None:
        """The same small page in each of the themes it shows, each in its share of the width."""
        themes = shown_themes(self.name)
        outline = QPainterPath()
        outline.addRoundedRect(rect, self._appearance.px(6), self._appearance.px(6))
        share = rect.width() / len(themes)
        for index, theme in enumerate(themes):
            part = QRectF(rect.left() + index * share, rect.top(), share, rect.height())
            painter.save()
            clip = QPainterPath()
            clip.addRect(part)
            painter.setClipPath(outline.intersected(clip))
            self._paint_page(painter, rect, theme)
            painter.restore()
        paint_box(painter, rect, self._appearance.px(6), None, self._appearance.theme.border)

    def _paint_page(self, painter: QPainter, rect: QRectF, theme: Theme) -> None:
        """A card with two lines of text, and both marks."""
        px = self._appearance.px
        painter.fillRect(rect, QColor(theme.bg))
        card = rect.adjusted(px(14), px(9), -px(14), -px(9))
        paint_box(painter, card, px(5), theme.surface, theme.line)
        for row, part in enumerate((0.62, 0.4)):
            line = QRectF(card.left() + px(8), card.top() + px(8 + 7 * row), card.width() * part, px(3))
            paint_box(painter, line, px(1), theme.ink if row == 0 else theme.muted)
        middle, size = card.bottom() - px(11), px(11)
        first, second = card.left() + px(14), card.right() - px(14)
        paint_mark(painter, Side.PRODUCT, QPointF(first, middle), size, theme.mark(Side.PRODUCT))
        paint_mark(painter, Side.SERVICE, QPointF(second, middle), size, theme.mark(Side.SERVICE))


class _TwoByTwo(FlowLayout):
    """All tiles in one row, or two in each."""

    @override
    def _flow(self, rect: QRect, *, place: bool) -> int:
        area, two = QRect(rect), 2 * max((item.sizeHint().width() for item in self._shown()), default=0)
        if two <= rect.width() < self.sizeHint().width():
            area.setWidth(two)
            area = self._mirrored(area, rect)
        return super()._flow(area, place=place)


class ThemeTiles(QWidget):
    """Tiles of which exactly one is chosen.

    Args:
        appearance: the appearance in force.
        label: what screen readers call the group.
        themes: name and words of each.
        parent: the owner.

    Signals:
        chosen: somebody chose a theme; carries its name.
    """

    chosen = Signal(object)

    def __init__(
        self,
        appearance: Appearance,
        label: str,
        themes: Sequence[tuple[str, str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(label)
        layout = _TwoByTwo(self)
        self.tiles = [ThemeTile(appearance, name, words, self) for name, words in themes]
        for tile in self.tiles:
            tile.clicked.connect(self._choose)
            layout.addWidget(tile)

    def show_theme(self, name: str) -> None:
        """Mark the theme that is chosen."""
        for tile in self.tiles:
            tile.setChecked(tile.name == name)

    def _choose(self) -> None:
        self.chosen.emit(next(tile.name for tile in self.tiles if tile.isChecked()))


class AppearanceCard(SettingCard):
    """How everything looks; each change is seen at once.

    Signals:
        theme_requested: carries a theme's name, or `system`.
        scale_requested: carries one of `SCALES`.
        motion_requested: carries whether motion shall be reduced.
    """

    theme_requested = Signal(object)
    scale_requested = Signal(object)
    motion_requested = Signal(object)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Look"), parent=parent)
        names = (
            ("system", self.tr("System")),
            ("light", self.tr("Light")),
            ("dark", self.tr("Dark")),
            ("contrast", self.tr("High contrast")),
        )
        self._themes = ThemeTiles(appearance, self.tr("Theme"), names)
        self._sizes = ChipGroup(self.tr("Text size"), one_of=True)
        self._motion = OptionRow()
        self._build()

    def _build(self) -> None:
        sizes = [f"{round(100 * scale)} %" for scale in SCALES]
        self._sizes.show_chips(sizes, [self.tr("Text size {size}").format(size=size) for size in sizes])
        self._motion.show_option(
            self.tr("Reduce motion"), self.tr("Nothing slides or fades; every panel is there at once.")
        )
        self.add_row(self.tr("Theme"), "", self._themes)
        self.add_row(self.tr("Text size"), self.tr("Ctrl + and Ctrl − change it on every page."), self._sizes)
        self.add_option(self._motion)
        self._themes.chosen.connect(self.theme_requested)
        self._sizes.changed.connect(self._request_scale)
        self._motion.clicked.connect(self._request_motion)

    def show_settings(self, view: SettingsView) -> None:
        """Show what is in force."""
        self._themes.show_theme(view.theme)
        self._sizes.choose([index for index, scale in enumerate(SCALES) if scale == view.scale])
        self._motion.setChecked(view.reduced_motion)

    def _request_scale(self) -> None:
        for index in self._sizes.chosen:
            self.scale_requested.emit(SCALES[index])

    def _request_motion(self) -> None:
        self.motion_requested.emit(self._motion.isChecked())


class RevisionCard(SettingCard):
    """The exam, its day, and the reason step.

    Signals:
        exam_requested: carries one of `EXAMS`.
        date_requested: carries the day as `QDate`, or None.
        reason_step_requested: carries whether sessions shall ask what decides it.
    """

    exam_requested = Signal(object)
    date_requested = Signal(object)
    reason_step_requested = Signal(object)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("My revision"), parent=parent)
        self._exams = ChipGroup(self.tr("My exam"), one_of=True)
        self._date = DateField(self.tr("Date of my exam"))
        self._away = Text("label", tone="muted")
        self._reasons = OptionRow()
        self._build()

    def _build(self) -> None:
        self._exams.show_chips((self.tr("Not set"), self.tr("ITIL 4"), self.tr("Version 5")))
        self._reasons.show_option(
            self.tr("Ask what decides it"),
            self.tr("After your answer you choose the reason. Practice can leave it out for one set."),
        )
        self.add_row(self.tr("My exam"), self.tr("Its wording comes first on Learn."), self._exams)
        self.add_row(self.tr("Date of my exam"), self.tr("Today counts the days."), self._date, self._away)
        self.add_option(self._reasons)
        self._exams.changed.connect(self._request_exam)
        self._date.changed.connect(self.date_requested)
        self._reasons.clicked.connect(self._request_reasons)

    def show_settings(self, view: SettingsView) -> None:
        """Show what is set."""
        self._exams.choose([EXAMS.index(view.exam)])
        self._date.show_date(view.exam_date)
        self._away.setText(self._distance(view.today, view.exam_date))
        self._away.setVisible(view.exam_date is not None)
        self._reasons.setChecked(view.reason_step)

    def _distance(self, today: QDate, date: QDate | None) -> str:
        """How far away the exam is."""
        days = today.daysTo(date) if date is not None else 0
        if days < 0:
            return self.tr("This day has passed.")
        if days == 0:
            return self.tr("That is today.")
        return self.tr("That is tomorrow.") if days == 1 else self.tr("In {days} days.").format(days=days)

    def _request_exam(self) -> None:
        for index in self._exams.chosen:
            self.exam_requested.emit(EXAMS[index])

    def _request_reasons(self) -> None:
        self.reason_step_requested.emit(self._reasons.isChecked())


class ProfileCard(SettingCard):
    """Lends the program to a guest without mixing answers.

    Signals:
        guest_requested: keep a guest's answers from now on.
        own_requested: keep the owner's again.
        forget_requested: delete what is kept of the guest.
    """

    guest_requested = Signal()
    own_requested = Signal()
    forget_requested = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Who is practising"), parent=parent)
        self._who = Text("body")
        self._guest = Button(self.tr("Practise as a guest"), "outline")
        self._own = Button(self.tr("Back to my own answers"), "outline")
        self._forget = Button(self.tr("Forget the guest’s answers …"), "quiet")
        self.body.addWidget(self._who)
        row = FlowLayout()
        for button in (self._guest, self._own, self._forget):
            row.addWidget(button)
        self.body.addLayout(row)
        self._guest.clicked.connect(self.guest_requested)
        self._own.clicked.connect(self.own_requested)
        self._forget.clicked.connect(self.forget_requested)

    def show_settings(self, view: SettingsView) -> None:
        """Show whose answers are kept; the keyboard stays where it was."""
        held = self._guest.hasFocus() or self._own.hasFocus()
        self._who.setText(
            self.tr("A guest is practising: these answers are kept apart from yours.")
            if view.guest
            else self.tr("Your own answers are kept. A guest’s are kept apart and never mix with them.")
        )
        self._guest.setVisible(not view.guest)
        self._own.setVisible(view.guest)
        if held:
            (self._own if view.guest else self._guest).setFocus()


class ResetRow(QWidget):
    """One bank.

    Signals:
        requested: carries the bank's id.
    """

    requested = Signal(object)

    def __init__(self, appearance: Appearance, bank: BankAnswers, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance, self._bank = appearance, bank
        words = QWidget()  # both of them are read before the button beside them
        self._words = QVBoxLayout(words)
        self._words.setSpacing(0)
        self._words.addWidget(Text("body_strong", bank.title))
        self._words.addWidget(Text("label", self._answered(), "muted"))
        self._words.addStretch(1)
        reset = Button(self.tr("Reset …"), "outline")
        reset.setAccessibleName(self.tr("Reset {bank}").format(bank=bank.title))
        reset.setEnabled(bank.answered > 0)
        reset.clicked.connect(self._request)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(words, 1)
        row.addWidget(reset, 0, Qt.AlignmentFlag.AlignTop)
        appearance.changed.connect(self._apply_style)
        self._apply_style()

    def _answered(self) -> str:
        if self._bank.answered == 0:
            return self.tr("nothing answered yet")
        if self._bank.answered == 1:
            return self.tr("1 question answered")
        return self.tr("{count} questions answered").format(count=self._bank.answered)

    def _apply_style(self) -> None:
        self._words.setContentsMargins(0, 13, 0, self._appearance.px(4))

    def _request(self) -> None:
        self.requested.emit(self._bank.id)


class ResetRows(QWidget):
    """A row for each open bank.

    Signals:
        requested: carries the id of the bank to reset.
    """

    requested = Signal(object)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._banks: Sequence[BankAnswers] | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_banks(self, banks: Sequence[BankAnswers]) -> None:
        """Show these banks, or that none is open; the rows stay where nothing has changed."""
        if banks == self._banks:
            return
        self._banks = banks
        clear(self._column)
        for bank in banks:
            row = ResetRow(self._appearance, bank)
            row.requested.connect(self.requested)
            self._column.addWidget(row)
        if not banks:
            self._column.addWidget(Text("body", self.tr("No bank is open.")))


class DataCard(SettingCard):
    """What is kept, and what a person can do with it.

    Signals:
        folder_requested: open the folder of the data.
        path_copy_requested: copy its path.
        export_requested: save the notes as a text.
        notes_copy_requested: copy the notes.
        reset_requested: let the answers of a bank count no more; carries its id.
        afresh_requested: begin with no answers at all.
    """

    folder_requested = Signal()
    path_copy_requested = Signal()
    export_requested = Signal()
    notes_copy_requested = Signal()
    reset_requested = Signal(object)
    afresh_requested = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        lead = self.tr("Nothing leaves this computer: no account, no network, no statistics sent.")
        super().__init__(self.tr("Your data"), lead, parent)
        self._path = Text("body")
        self._backup = Text("body")
        self._notes = Text("body")
        self._export = Button(self.tr("Export notes …"), "outline")
        self._copy = Button(self.tr("Copy notes"), "quiet")
        self._resets = ResetRows(appearance)
        self._levels: list[QVBoxLayout] = []
        self._build()
        appearance.changed.connect(self._bring_level)
        self._bring_level()

    def _build(self) -> None:
        folder = Button(self.tr("Open the folder"), "outline", icon="folder-open")
        path = Button(self.tr("Copy its path"), "quiet")
        afresh = Button(self.tr("Start all afresh …"), "outline")
        self._add(
            self.tr("Folder"), self.tr("Answers, settings and copies lie here."), self._path, folder, path
        )
        self._add(self.tr("Newest copy"), self.tr("One is made on each day with new answers."), self._backup)
        self._add(
            self.tr("Notes on questions"),
            self.tr("Send them to whoever looks after the bank."),
            self._notes,
            self._export,
            self._copy,
        )
        resets = self.tr("Its answers and flags no longer count; nothing is deleted.")
        self.add_row(self.tr("Reset one bank"), resets).controls.addWidget(self._resets)
        self._add(
            self.tr("Everything"), self.tr("The old file of answers is kept, with its date."), None, afresh
        )
        for button, signal in (
            (folder, self.folder_requested),
            (path, self.path_copy_requested),
            (self._export, self.export_requested),
            (self._copy, self.notes_copy_requested),
            (afresh, self.afresh_requested),
        ):
            button.clicked.connect(signal)
        self._resets.requested.connect(self.reset_requested)

    def _add(self, name: str, note: str, words: Text | None, *buttons: Button) -> None:
        """A row of words with buttons below them."""
        column = self.add_row(name, note).controls
        if words is not None:
            level = QVBoxLayout()
            self._levels.append(level)
            level.addWidget(words)
            column.addLayout(level)
        if buttons:
            row = FlowLayout(gap=4)
            for button in buttons:
                row.addWidget(button)
            column.addLayout(row)
        column.addStretch(1)

    def _bring_level(self) -> None:
        """Have words begin where the names beside them do."""
        for level in self._levels:
            level.setContentsMargins(0, 13, 0, 0)

    def show_settings(self, view: SettingsView) -> None:
        """Show what is kept."""
        self._path.setText(str(view.folder))
        self._backup.setText(self._when(view.backup))
        self._notes.setText(self._count(view.notes))
        self._export.setEnabled(view.notes > 0)
        self._copy.setEnabled(view.notes > 0)
        self._resets.show_banks(view.banks)
        set_tab_order(self.findChildren(Button))

    def _when(self, backup: QDateTime | None) -> str:
        if backup is None:
            return self.tr("None yet.")
        date = QLocale().toString(backup.date(), QLocale.FormatType.LongFormat)
        time = QLocale().toString(backup.time(), QLocale.FormatType.ShortFormat)
        return self.tr("{date}, {time}").format(date=date, time=time)

    def _count(self, notes: int) -> str:
        if notes == 0:
            return self.tr("None yet. N in a session makes one.")
        return self.tr("1 note") if notes == 1 else self.tr("{count} notes").format(count=notes)


class SettingsPage(ScrollPage):
    """The cards emit the requests: `appearance`, `revision`, `people` and `data`."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setAccessibleName(self.tr("Settings"))  # it has the focus at first
        self.appearance = AppearanceCard(appearance)
        self.revision = RevisionCard(appearance)
        self.people = ProfileCard(appearance)
        self.data = DataCard(appearance)
        self._foot = QWidget(self)
        self._note = PassingNote(self)
        head = QHBoxLayout()
        head.addWidget(Text("title", self.tr("Settings")), 1)
        self.column.addLayout(head)
        for card in (self.appearance, self.revision, self.people, self.data):
            self.column.addWidget(card)
        self.column.addStretch(1)

    def show_settings(self, view: SettingsView) -> None:
        """Show what is set and what is kept."""
        for card in (self.appearance, self.revision, self.people, self.data):
            card.show_settings(view)

    def take_focus(self) -> None:
        """Begin at the top: let Tab go to the first setting."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.verticalScrollBar().setValue(0)

    def say(self, sentence: str) -> None:
        """Say what was done, for a moment, at the foot of the page."""
        self._foot.setGeometry(0, self.height() - 1, 1, 1)
        self._note.show_message(sentence, self._foot)
