"""A row that is chosen or not: its mark, its words, what it means, and a figure."""

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSpacerItem, QVBoxLayout, QWidget

from quizapp.ui import icons
from quizapp.ui.layouts import follow_width, let_wrap
from quizapp.ui.look import Look
from quizapp.ui.overriding import override
from quizapp.ui.painting import (
    CONTROL_RADIUS,
    INSET,
    is_flat,
    paint_box,
    paint_focus_ring,
    painter_on,
    side_room,
    visible_rect,
)
from quizapp.ui.pick import Pick
from quizapp.ui.plain import button_text
from quizapp.ui.text import Text

REACH = 12 + INSET
"""Room in px from a row's side to its mark; a column of rows reaches as far over the text above it."""

_MARK, _GAP, _DOWN = 20, 12, 6  # px at 100 % text


class OptionRow(Pick):
    """A round mark where one of several is chosen, a square one where it stands for itself.

    Args:
        look: the look in force.
        parent: the owner.
        one_of: whether exactly one of the owner's rows is chosen.
    """

    def __init__(self, look: Look, parent: QWidget | None = None, *, one_of: bool = False) -> None:
        super().__init__(parent, one_of=one_of)
        self._look = look
        self._title = Text(look, "choice", parent=self)  # in the order they are read
        self._figure = Text(look, "choice", colour="muted", parent=self)
        self._note = Text(look, "label", colour="muted", parent=self)
        self._room = QSpacerItem(0, 0)  # for the mark
        self._row = QHBoxLayout(self)
        self._words = QVBoxLayout()
        self._build()
        let_wrap(self)
        self.toggled.connect(self._follow)
        look.changed.connect(self._relook)
        self._relook()

    def _build(self) -> None:
        self._words.setSpacing(1)
        self._words.addWidget(self._title)
        self._words.addWidget(self._note)
        self._words.addStretch(1)
        self._row.setSpacing(0)
        self._row.addItem(self._room)
        self._row.addLayout(self._words, 1)
        self._row.addWidget(self._figure, 0, Qt.AlignmentFlag.AlignTop)
        for part in (self._title, self._note, self._figure):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_option(self, title: str, note: str = "", figure: str = "") -> None:
        """Say what is chosen here: its name, a sentence below it, a number at the far end."""
        self.setText(button_text(title))
        self.setAccessibleName(f"{title}, {figure}" if figure else title)
        self.setAccessibleDescription(note)
        self._title.setText(title)
        for part, words in ((self._note, note), (self._figure, figure)):
            part.setText(words)
            part.setVisible(bool(words))
        self.updateGeometry()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        follow_width(self, event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._relook()

    def _follow(self) -> None:
        self._title.set_use("choice_strong" if self.isChecked() else "choice")
        self.update()

    def _relook(self) -> None:
        px, across = self._look.px, side_room(self._look, REACH)
        down = px(_DOWN + INSET)
        self._room.changeSize(px(_MARK) + side_room(self._look, _GAP), 0)
        self._row.setContentsMargins(across, down, across, down)
        self._row.invalidate()
        self.updateGeometry()
        self.update()

    # -- painting ------------------------------------------------------------------------------

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look, rect = self._look, visible_rect(self, self._look)
        with painter_on(self) as painter:
            self._paint_ground(painter, rect)
            self._paint_mark(painter, self._mark_box())
            if self.hasFocus():
                paint_focus_ring(painter, rect, look)

    def _paint_ground(self, painter: QPainter, rect: QRectF) -> None:
        """A quiet block behind what is chosen or under the pointer; an edge where blocks cannot be seen."""
        theme, radius = self._look.theme, self._look.px(CONTROL_RADIUS)
        held = self.isEnabled() and (self.underMouse() or self.isDown())
        if (self.isChecked() and self.autoExclusive()) or held:
            edge = theme.border if is_flat(theme) else None
            paint_box(painter, rect, radius, theme.sunken, edge, 2.5 if self.isChecked() else 1.0)

    def _mark_box(self) -> QRectF:
        """Where the mark stands: level with the first line of words."""
        edge, side = self._look.px(_MARK), side_room(self._look, REACH)
        left = self.width() - side - edge if self.isRightToLeft() else side
        middle = self._title.y() + self._look.line_step("choice") / 2
        return QRectF(round(left), round(middle - edge / 2), edge, edge)

    def _paint_mark(self, painter: QPainter, box: QRectF) -> None:
        look, theme = self._look, self._look.theme
        radius = box.height() / 2 if self.autoExclusive() else look.px(6)
        if not self.isChecked():
            usable = self.isEnabled()
            style = Qt.PenStyle.SolidLine if usable else Qt.PenStyle.DotLine
            edge = theme.border if usable else theme.muted
            paint_box(painter, box, radius, theme.surface, edge, 1.5 * look.scale, style)
            return
        colour = theme.ink if self.isEnabled() else theme.muted
        paint_box(painter, box, radius, colour)
        if self.autoExclusive():
            painter.setBrush(QColor(theme.surface))
            painter.drawEllipse(QPointF(box.center()), look.px(4), look.px(4))
        else:
            inner = look.px(3)
            tick = box.adjusted(inner, inner, -inner, -inner)
            icons.paint(painter, tick, "check", QColor(theme.surface), current=True)
