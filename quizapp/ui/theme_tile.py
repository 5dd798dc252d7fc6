"""A theme to choose: a small picture of a page in its colours, and its name."""

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from quizapp.domain.question import Side
from quizapp.ui.flow_layout import FlowLayout
from quizapp.ui.look import Look
from quizapp.ui.marks import paint_mark
from quizapp.ui.overriding import override
from quizapp.ui.painting import (
    CONTROL_RADIUS,
    INSET,
    is_flat,
    paint_box,
    paint_focus_ring,
    painter_on,
    visible_rect,
)
from quizapp.ui.pick import Pick
from quizapp.ui.plain import button_text
from quizapp.ui.theme import DARK, LIGHT, THEMES, Theme

_WIDTH, _HEIGHT, _NAME = 104, 58, 30  # px at 100 % text: the picture, and the room of the name below
_MARGIN = 8


def shown_themes(name: str) -> tuple[Theme, ...]:
    """The themes a picture shows side by side: one, or both that the system may ask for."""
    return (THEMES[name],) if name in THEMES else (LIGHT, DARK)


class ThemeTile(Pick):
    """One of the themes; the picture is only for the eye.

    Args:
        look: the look in force.
        name: the theme's name, or `system`.
        words: what people call it.
        parent: the owner.
    """

    def __init__(self, look: Look, name: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, one_of=True)
        self.name = name
        self._look = look
        self._words = words
        self.setText(button_text(words))
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._relook)

    def _relook(self) -> None:
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        px = self._look.px
        words = QFontMetricsF(self._look.font("label_strong")).horizontalAdvance(self._words)
        width = max(px(_WIDTH), ceil(words)) + 2 * px(_MARGIN + INSET)
        return QSize(width, px(_HEIGHT + _NAME + _MARGIN + 2 * INSET))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look, rect, theme = self._look, visible_rect(self, self._look), self._look.theme
        chosen, held = self.isChecked(), self.isDown() or self.underMouse()
        heavy = (4.0 if is_flat(theme) else 2.5) * look.scale
        with painter_on(self) as painter:
            fill = theme.sunken if chosen or held else theme.surface
            edge, width = (theme.ink, heavy) if chosen else (theme.border, 1.0)
            paint_box(painter, rect, look.px(CONTROL_RADIUS), fill, edge, width)
            margin = look.px(_MARGIN)
            picture = rect.adjusted(margin, margin, -margin, -look.px(_NAME))
            self._paint_picture(painter, picture)
            painter.setFont(look.font("label_strong" if chosen else "label"))
            painter.setPen(QPen(QColor(theme.ink)))
            below = QRectF(rect.left(), picture.bottom(), rect.width(), rect.bottom() - picture.bottom())
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, self._words)
            if self.hasFocus():
                paint_focus_ring(painter, rect, look)

    def _paint_picture(self, painter: QPainter, rect: QRectF) -> None:
        """The same small page in each of the themes it shows, each in its share of the width."""
        themes = shown_themes(self.name)
        outline = QPainterPath()
        outline.addRoundedRect(rect, self._look.px(6), self._look.px(6))
        share = rect.width() / len(themes)
        for place, theme in enumerate(themes):
            part = QRectF(rect.left() + place * share, rect.top(), share, rect.height())
            painter.save()
            clip = QPainterPath()
            clip.addRect(part)
            painter.setClipPath(outline.intersected(clip))
            self._paint_page(painter, rect, theme)
            painter.restore()
        paint_box(painter, rect, self._look.px(6), None, self._look.theme.border)

    def _paint_page(self, painter: QPainter, rect: QRectF, theme: Theme) -> None:
        """A card with two lines of text, and both marks."""
        px = self._look.px
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
        room, two = QRect(rect), 2 * max((item.sizeHint().width() for item in self._shown()), default=0)
        if two <= rect.width() < self.sizeHint().width():
            room.setWidth(two)
            room = self._mirrored(room, rect)
        return super()._flow(room, place=place)


class ThemeTiles(QWidget):
    """Tiles of which exactly one is chosen.

    Args:
        look: the look in force.
        label: what screen readers call the group.
        themes: name and words of each.
        parent: the owner.

    Signals:
        chosen: somebody chose a theme; carries its name.
    """

    chosen = Signal(object)

    def __init__(
        self, look: Look, label: str, themes: Sequence[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(label)
        layout = _TwoByTwo(self)
        self.tiles = [ThemeTile(look, name, words, self) for name, words in themes]
        for tile in self.tiles:
            tile.clicked.connect(self._choose)
            layout.addWidget(tile)

    def show_theme(self, name: str) -> None:
        """Mark the theme that is chosen."""
        for tile in self.tiles:
            tile.setChecked(tile.name == name)

    def _choose(self) -> None:
        self.chosen.emit(next(tile.name for tile in self.tiles if tile.isChecked()))
