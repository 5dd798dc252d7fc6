"""The two large answers: ◆ Product and ● Service."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QVariantAnimation
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from quizapp.domain.question import Side
from quizapp.ui.compat import override
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.style.marks import paint_mark
from quizapp.ui.style.painting import CARD_RADIUS, paint_box, painter_on
from quizapp.ui.style.sheet import RING
from quizapp.ui.style.theme import mix
from quizapp.ui.widgets.buttons import PaintedButton
from quizapp.ui.widgets.keycaps import paint_cap

_LEAST, _MOST, _FLAT_BELOW, _MARK = 96, 520, 160, 90  # px at 100 % text
_KEYCAP, _KEYCAP_GAP, _CORNER = 22, 5, 12
_FILL = 90  # ms
_FOCUS = 2.5  # px, the focus ring’s width


class AnswerTile(PaintedButton):
    """One answer. It fills while it is pressed, and stays filled once it is chosen.

    Args:
        appearance: the appearance in force.
        side: the answer it gives.
        parent: the owner.
    """

    def __init__(self, appearance: Appearance, side: Side, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance, self._side = appearance, side
        self._filled = 0.0
        self._chosen = False
        self._fill = QVariantAnimation(self)
        self._fill.valueChanged.connect(self._show_fill)
        self.setText(self.tr("Product") if side is Side.PRODUCT else self.tr("Service"))
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.pressed.connect(self._animate_fill)
        self.released.connect(self._animate_fill)
        appearance.changed.connect(self._apply_style)
        self._apply_style()

    def set_chosen(self, chosen: bool) -> None:  # noqa: FBT001 - Qt's setters take one boolean
        """Mark it as the learner's answer, or take the mark away; a click alone does neither."""
        self._chosen = chosen
        self.setAccessibleDescription(self.tr("Your answer") if chosen else "")
        self._animate_fill()

    @override
    def sizeHint(self) -> QSize:
        """A tile that a hurried pointer hits."""
        return QSize(self._appearance.px(440), self.minimumSizeHint().height())

    @override
    def minimumSizeHint(self) -> QSize:
        """Mark, word and keys side by side."""
        word = QFontMetricsF(self._appearance.font("tile")).horizontalAdvance(self.text())
        return QSize(round(word) + self._appearance.px(150), self._appearance.px(_LEAST) + 2 * RING)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the tile in its present state."""
        body = QRectF(self.rect()).adjusted(RING, RING, -RING, -RING)
        with painter_on(self) as painter:
            self._paint_body(painter, body)
            self._paint_content(painter, body)
            self._paint_keys(painter, body)
            if self._chosen:
                self._paint_chosen(painter, body)
            if self.hasFocus():
                radius = self._appearance.px(CARD_RADIUS) + RING
                paint_box(painter, QRectF(self.rect()), radius, None, self._appearance.theme.focus, _FOCUS)

    def _paint_body(self, painter: QPainter, body: QRectF) -> None:
        theme, radius = self._appearance.theme, self._appearance.px(CARD_RADIUS)
        if self._is_off():
            # Where every edge is white, a broken one tells what cannot be pressed.
            bare = theme.line == theme.ink
            style = Qt.PenStyle.DashLine if bare else Qt.PenStyle.SolidLine
            paint_box(painter, body, radius, theme.surface, theme.line, 1.5 * self._appearance.scale, style)
            return
        hue, hovered = theme.mark(self._side), self.underMouse()
        fill = mix(theme.soft(self._side), hue, 0.10 if hovered else 0.0)
        fill = mix(fill, theme.word(self._side), self._filled)
        edge = mix(hue, theme.word(self._side), self._filled)
        paint_box(painter, body, radius, fill, edge, (2.5 if hovered else 1.5) * self._appearance.scale)

    def _paint_content(self, painter: QPainter, body: QRectF) -> None:
        """Mark and word: the word below the mark, or beside it in a low tile."""
        metrics = QFontMetricsF(self._appearance.font("tile"))
        width, cap = metrics.horizontalAdvance(self.text()), metrics.capHeight()
        if body.height() < self._appearance.px(_FLAT_BELOW):
            mark, word, diameter = self._side_by_side(body, width, cap)
        else:
            height = min(body.height(), self._appearance.px(_MOST) * 0.75)
            diameter, gap = min(self._appearance.px(_MARK), height * 0.34), height * 0.12
            top = (diameter + gap + cap) / 2
            mark = body.center() - QPointF(0, top - diameter / 2)
            word = body.center() + QPointF(-width / 2, top)
        rest = self._appearance.theme.mark(self._side)
        hue = QColor(self._appearance.theme.border) if self._is_off() else self._colour(rest)
        paint_mark(painter, self._side, mark, diameter, hue)
        painter.setFont(self._appearance.font("tile"))
        painter.setPen(self._colour(QColor(self._appearance.theme.ink)))
        painter.drawText(word, self.text())

    def _side_by_side(self, body: QRectF, width: float, cap: float) -> tuple[QPointF, QPointF, float]:
        """The mark's centre, the word's start and the mark's diameter in a low tile.

        They move up where they would touch what stands in the lower corners.
        """
        px, gap = self._appearance.px, self._appearance.px(22)
        area, diameter = QRectF(body), min(px(52), body.height() * 0.5)
        corner = QFontMetricsF(self._appearance.font("caption")).horizontalAdvance(self.tr("Your answer"))
        if width + gap + diameter + 2 * (corner + px(2 * _CORNER)) > body.width():
            area.setBottom(body.bottom() - px(_KEYCAP + _CORNER / 2))
            diameter = min(diameter, area.height() * 0.6)
        lead = -1 if self.layoutDirection() == Qt.LayoutDirection.LeftToRight else 1
        mark = area.center() + QPointF(lead * (width + gap) / 2, 0)
        word = area.center() + QPointF(-lead * (diameter + gap) / 2 - width / 2, cap / 2)
        return mark, word, diameter

    def _paint_keys(self, painter: QPainter, body: QRectF) -> None:
        """The keys that give this answer, at the lower trailing corner."""
        px, size = self._appearance.px, self._appearance.px(_KEYCAP)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        letter, stands_left = ("P", not mirrored) if self._side is Side.PRODUCT else ("S", mirrored)
        keys = (letter, "←" if stands_left else "→")
        colour = self._colour(QColor(self._appearance.theme.muted))
        x = body.left() + px(_CORNER) if mirrored else body.right() - px(_CORNER) - 2 * size - px(_KEYCAP_GAP)
        for key in reversed(keys) if mirrored else keys:
            box = QRectF(round(x), round(body.bottom() - px(_CORNER) - size), size, size)
            paint_cap(painter, box, key, colour)
            x += size + px(_KEYCAP_GAP)

    def _paint_chosen(self, painter: QPainter, body: QRectF) -> None:
        """The words "Your answer" at the lower leading corner."""
        px = self._appearance.px
        box = body.adjusted(px(_CORNER + 4), 0, -px(_CORNER + 4), -px(_CORNER))
        box.setTop(box.bottom() - px(_KEYCAP))
        painter.setFont(self._appearance.font("caption"))
        painter.setPen(self._colour(QColor(self._appearance.theme.ink)))
        painter.setLayoutDirection(self.layoutDirection())
        painter.drawText(
            box, int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter), self.tr("Your answer")
        )

    def _colour(self, at_rest: QColor) -> QColor:
        """A colour on the tile: as at rest, on the way to the fill's own, or muted."""
        if self._is_off():
            return QColor(self._appearance.theme.muted)
        return mix(at_rest, self._appearance.theme.on(self._side), self._filled)

    def _is_off(self) -> bool:
        """Whether it cannot be pressed; the learner's own answer stays filled all the same."""
        return not self.isEnabled() and not self._chosen

    def _animate_fill(self) -> None:
        """Fill or empty the tile as it is pressed, chosen or neither."""
        target = 1.0 if self.isDown() or self._chosen else 0.0
        self._fill.stop()
        self._fill.setStartValue(self._filled)
        self._fill.setEndValue(target)
        self._fill.setDuration(self._appearance.duration(_FILL))
        self._fill.start()

    def _show_fill(self, filled: float) -> None:
        self._filled = filled
        self.update()

    def _apply_style(self) -> None:
        self.setMaximumHeight(self._appearance.px(_MOST) + 2 * RING)
        self.updateGeometry()
        self.update()
