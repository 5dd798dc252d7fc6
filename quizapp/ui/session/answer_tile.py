"""The large answers: ◆ Product, ● Service, and between them either can be argued."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QVariantAnimation, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from quizapp.domain.question import EITHER, Side
from quizapp.ui.compat import override
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.style.marks import paint_mark
from quizapp.ui.style.painting import CARD_RADIUS, paint_box, painter_on
from quizapp.ui.style.sheet import RING
from quizapp.ui.style.theme import mix
from quizapp.ui.widgets.buttons import PaintedButton
from quizapp.ui.widgets.keycaps import paint_cap
from quizapp.ui.widgets.layouts import set_tab_order

_LEAST, _MOST, _FLAT_BELOW, _MARK = 96, 520, 160, 90  # px at 100 % text
_KEYCAP, _KEYCAP_GAP, _CORNER = 22, 5, 12
_BESIDE = 150  # what mark and keys take beside the words
_ANY = 16_777_215  # Qt's own for "as high as you like"
_FILL = 90  # ms
_FOCUS = 2.5  # px, the focus ring’s width
_PAIR = 0.66  # the diameter of each of two marks, as a share of that of one
_LETTERS = {Side.PRODUCT: "P", Side.SERVICE: "S", EITHER: "E"}


class AnswerTile(PaintedButton):
    """One answer. It fills while it is pressed, and stays filled once it is chosen.

    Args:
        appearance: the appearance in force.
        answer: the answer it gives: a side, or `EITHER`.
        parent: the owner.

    Signals:
        focus_moved: the focus came or went.
        down_pressed: the arrow down was pressed on it, while that answers.
    """

    focus_moved = Signal()
    down_pressed = Signal()

    def __init__(self, appearance: Appearance, answer: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance, self._answer = appearance, answer
        self._side = None if answer == EITHER else Side(answer)
        self._lines = self._name().split("\n")
        self._arrow = ""
        self._takes_down = self._is_tall = False
        self._filled = 0.0
        self._chosen = False
        self._fill = QVariantAnimation(self)
        self._fill.valueChanged.connect(self._show_fill)
        self.setText(" ".join(self._lines))
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.pressed.connect(self._animate_fill)
        self.released.connect(self._animate_fill)
        appearance.changed.connect(self._apply_style)
        self._apply_style()

    def _name(self) -> str:
        if self._side is None:
            return self.tr("Either can\nbe argued")
        return self.tr("Product") if self._side is Side.PRODUCT else self.tr("Service")

    def show_arrow(self, arrow: str) -> None:
        """Show the arrow that presses it beside its letter; empty while none does."""
        self._arrow = arrow
        self.update()

    def take_down(self, *, takes: bool) -> None:
        """Take the arrow down while it has the focus, or leave it to the page, which scrolls."""
        self._takes_down = takes

    def set_tall(self, *, tall: bool) -> None:
        """Take all the height there is, and as little width as the words need."""
        self._is_tall = tall
        self._apply_style()

    @override
    def event(self, event: QEvent) -> bool:
        """Claim the arrow down from the page."""
        is_asked = event.type() == QEvent.Type.ShortcutOverride
        if is_asked and isinstance(event, QKeyEvent) and self._answers_to(event):
            event.accept()
            return True
        return super().event(event)

    def _answers_to(self, event: QKeyEvent) -> bool:
        return self._takes_down and event.key() == Qt.Key.Key_Down

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._answers_to(event):
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self.down_pressed.emit()

    def set_chosen(self, chosen: bool) -> None:  # noqa: FBT001 - Qt's setters take one boolean
        """Mark it as the learner's answer, or take the mark away; a click alone does neither."""
        self._chosen = chosen
        self.setAccessibleDescription(self.tr("Your answer") if chosen else "")
        self._animate_fill()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focus_moved.emit()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focus_moved.emit()

    @override
    def sizeHint(self) -> QSize:
        """A tile that a hurried pointer hits."""
        return QSize(self._appearance.px(440), self.minimumSizeHint().height())

    @override
    def minimumSizeHint(self) -> QSize:
        """Mark, word and keys side by side, or one below the other in a tall one."""
        beside = self._appearance.px(_CORNER * 4 if self._is_tall else _BESIDE)
        return QSize(round(self._widest()) + beside, self._appearance.px(_LEAST) + 2 * RING)

    def _widest(self) -> float:
        """The width of its widest line of words in px."""
        metrics = QFontMetricsF(self._appearance.font("tile"))
        return max(metrics.horizontalAdvance(line) for line in self._lines)

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
        hovered, side = self.underMouse(), self._side
        if side is None:
            soft, hue, full = QColor(theme.surface), QColor(theme.border), QColor(theme.ink)
        else:
            soft, hue, full = theme.soft(side), theme.mark(side), theme.word(side)
        fill = mix(mix(soft, hue, 0.10 if hovered else 0.0), full, self._filled)
        edge = mix(hue, full, self._filled)
        paint_box(painter, body, radius, fill, edge, (2.5 if hovered else 1.5) * self._appearance.scale)

    def _paint_content(self, painter: QPainter, body: QRectF) -> None:
        """Mark and words: the words below the mark, or beside it in a low tile."""
        metrics = QFontMetricsF(self._appearance.font("tile"))
        width, cap = self._widest(), metrics.capHeight()
        step = self._appearance.line_step("tile")
        if body.height() < self._appearance.px(_FLAT_BELOW):
            mark, word, diameter = self._side_by_side(body, width, cap)
            word -= QPointF(0, (len(self._lines) - 1) * step / 2)
        else:
            height = min(body.height(), self._appearance.px(_MOST) * 0.75)
            diameter, gap = min(self._appearance.px(_MARK), height * 0.34), height * 0.12
            top = (diameter + gap + cap) / 2
            mark = body.center() - QPointF(0, top - diameter / 2)
            word = body.center() + QPointF(-width / 2, top)
        self._paint_marks(painter, mark, diameter)
        painter.setFont(self._appearance.font("tile"))
        painter.setPen(self._colour(QColor(self._appearance.theme.ink)))
        for number, line in enumerate(self._lines):
            inset = (width - metrics.horizontalAdvance(line)) / 2
            painter.drawText(word + QPointF(inset, number * step), line)

    def _paint_marks(self, painter: QPainter, centre: QPointF, diameter: float) -> None:
        """The mark of its side, or those of both, each smaller."""
        theme = self._appearance.theme
        sides = tuple(Side) if self._side is None else (self._side,)
        each = diameter if len(sides) == 1 else diameter * _PAIR
        apart = each * 1.3 if self.layoutDirection() == Qt.LayoutDirection.LeftToRight else -each * 1.3
        for number, side in enumerate(sides):
            place = centre + QPointF(apart * (number - (len(sides) - 1) / 2), 0)
            hue = QColor(theme.border) if self._is_off() else self._colour(theme.mark(side))
            paint_mark(painter, side, place, each, hue)

    def _side_by_side(self, body: QRectF, width: float, cap: float) -> tuple[QPointF, QPointF, float]:
        """The mark's centre, the word's start and the mark's diameter in a low tile.

        They move up where they would touch what stands in the lower corners.
        """
        px, gap = self._appearance.px, self._appearance.px(22 if self._side is not None else 36)
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
        """The keys that give this answer now, at the lower trailing corner."""
        px, size = self._appearance.px, self._appearance.px(_KEYCAP)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        keys = [_LETTERS[self._answer], *([self._arrow] if self._arrow else [])]
        colour = self._colour(QColor(self._appearance.theme.muted))
        across = len(keys) * size + px(_KEYCAP_GAP) * (len(keys) - 1)
        x = body.left() + px(_CORNER) if mirrored else body.right() - px(_CORNER) - across
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
        theme = self._appearance.theme
        full = QColor(theme.surface) if self._side is None else theme.on(self._side)
        return mix(at_rest, full, self._filled)

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
        self.setMaximumHeight(_ANY if self._is_tall else self._appearance.px(_MOST) + 2 * RING)
        self.updateGeometry()
        self.update()


class AnswerPanel(QWidget):
    """Asks for a verdict.

    Signals:
        answered: an answer was chosen; carries it: a side, or `EITHER`.
    """

    answered = Signal(object)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.setAccessibleName(self.tr("Your answer"))
        self.setProperty("group", True)
        self._tiles: dict[str, AnswerTile] = {}
        self._is_filling = False
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._layout, 1)
        column.addStretch()  # takes what the tiles leave on a tall screen
        self._layout.setSpacing(8)
        for side in Side:
            self._add_tile(side, self._layout.count())

    def _add_tile(self, answer: str, place: int) -> None:
        """Make the tile of an answer, with its letter, and the arrows that answer while it has the focus."""
        tile = AnswerTile(self._appearance, answer, self)
        self._tiles[answer] = tile
        tile.set_tall(tall=self._is_filling)
        tile.down_pressed.connect(self._click_either)
        self._layout.insertWidget(place, tile, 1)
        tile.clicked.connect(lambda: self.answered.emit(answer))
        tile.focus_moved.connect(self._show_arrows)
        letter = QShortcut(QKeySequence(_LETTERS[answer]), tile)
        letter.setAutoRepeat(False)
        letter.activated.connect(tile.click)
        for key, press in ((Qt.Key.Key_Left, self._click_left), (Qt.Key.Key_Right, self._click_right)):
            arrow = QShortcut(QKeySequence(key), tile)
            arrow.setContext(Qt.ShortcutContext.WidgetShortcut)
            arrow.setAutoRepeat(False)
            arrow.activated.connect(press)

    def offer(self, *, either: bool) -> None:
        """Offer two answers, or that either can be argued between them."""
        if either and EITHER not in self._tiles:
            self._add_tile(EITHER, 1)
            set_tab_order([self, *(self._tiles[answer] for answer in (Side.PRODUCT, EITHER, Side.SERVICE))])
        if EITHER in self._tiles:
            self._tiles[EITHER].setVisible(either)
        for tile in self._tiles.values():
            tile.take_down(takes=either)
        self._arrange()

    def set_filling(self, *, filling: bool) -> None:
        """Have the tiles take all the height there is, however much."""
        self._is_filling = filling
        for tile in self._tiles.values():
            tile.set_tall(tall=filling)
        self._arrange()

    @property
    def last_tile(self) -> AnswerTile:
        """The one that Tab reaches last."""
        return self._tiles[Side.SERVICE]

    def _shown(self) -> list[AnswerTile]:
        return [tile for tile in self._tiles.values() if not tile.isHidden()]

    def _left(self) -> Side:
        return Side.SERVICE if self.isRightToLeft() else Side.PRODUCT

    def _click_left(self) -> None:
        self._tiles[self._left()].click()

    def _click_right(self) -> None:
        self._tiles[self._left().other].click()

    def _click_either(self) -> None:
        self._tiles[EITHER].click()

    def _show_arrows(self) -> None:
        """Show the arrows on the tiles while they answer: while one of the tiles has the focus."""
        answer_now = any(tile.hasFocus() for tile in self._tiles.values())
        self._tiles[self._left()].show_arrow("←" if answer_now else "")
        self._tiles[self._left().other].show_arrow("→" if answer_now else "")
        if EITHER in self._tiles:
            self._tiles[EITHER].show_arrow("↓" if answer_now else "")

    @override
    def minimumSizeHint(self) -> QSize:
        """One tile's width: they stand one above the other where they do not fit side by side."""
        return QSize(self._widest(), super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()
        super().resizeEvent(event)

    def _arrange(self) -> None:
        fits = self.width() >= len(self._shown()) * self._widest()
        direction = QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom
        self._layout.setDirection(direction)

    def _widest(self) -> int:
        return max(tile.minimumSizeHint().width() for tile in self._shown())
