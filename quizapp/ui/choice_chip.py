"""A chip: a word in a pill that is chosen or not."""

from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from quizapp.ui.action_button import ButtonColours, disabled_colours
from quizapp.ui.layouts import follow_width, let_wrap, wrapped_hint
from quizapp.ui.look import Look
from quizapp.ui.overriding import override
from quizapp.ui.painting import (
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
from quizapp.ui.text_layout import UNBOUNDED, TextBlock, lay_out

_HEIGHT, _PADDING = 34, 15  # px at 100 % text
_USES = _USE, _CHOSEN_USE = "label", "label_strong"


class ChoiceChip(Pick):
    """Its words wrap where the width is short, and choosing it never changes its size.

    Args:
        look: the look in force.
        text: its words.
        parent: the owner.
        one_of: whether exactly one of the owner's chips is chosen.
        says: what screen readers hear where the words alone say too little.
    """

    def __init__(
        self, look: Look, text: str, parent: QWidget | None = None, *, one_of: bool = False, says: str = ""
    ) -> None:
        super().__init__(parent, one_of=one_of)
        self._look = look
        self._words = ""
        let_wrap(self)
        self.set_words(text, says)
        look.changed.connect(self._relayout)

    def set_words(self, text: str, says: str = "") -> None:
        """Show other words; `says` as for the chip itself."""
        self.setText(button_text(text))
        self._words = text
        self.setAccessibleName(says or text)
        self._relayout()

    def _relayout(self) -> None:
        self.updateGeometry()
        self.update()

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        look = self._look
        wrapped = max(self._block(width - self._beside_words(), use).height for use in _USES)
        return max(look.px(_HEIGHT), ceil(wrapped) + look.px(10)) + 2 * look.px(INSET)

    @override
    def sizeHint(self) -> QSize:
        widest = max(self._block(UNBOUNDED, use).widest for use in _USES)
        return wrapped_hint(self, ceil(widest) + 1 + self._beside_words())

    @override
    def minimumSizeHint(self) -> QSize:
        metrics = [QFontMetricsF(self._look.font(use)) for use in _USES]
        words = self._words.split()
        longest = max((each.horizontalAdvance(word) for each in metrics for word in words), default=0.0)
        width = ceil(longest) + 1 + self._beside_words()
        return QSize(width, self.heightForWidth(self.sizeHint().width()))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        follow_width(self, event)

    def _beside_words(self) -> int:
        """The width that is not the words', in px."""
        return 2 * (side_room(self._look, _PADDING) + self._look.px(INSET))

    def _block(self, width: float, use: str) -> TextBlock:
        """The words laid out; there is always room for them as they are chosen and as they are not."""
        step = self._look.line_step(_USE)
        return lay_out(
            self._words, self._look.font(use), step, max(1.0, width), Qt.AlignmentFlag.AlignHCenter
        )

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look, rect = self._look, visible_rect(self, self._look)
        radius = min(rect.height(), look.px(_HEIGHT)) / 2
        colours = self._colours()
        block = self._block(self.width() - self._beside_words(), _CHOSEN_USE if self.isChecked() else _USE)
        left, top = (self.width() - self._words_width()) / 2, (self.height() - block.height) / 2
        with painter_on(self) as painter:
            width = colours.width * look.scale
            paint_box(painter, rect, radius, colours.fill, colours.edge, width, colours.style)
            painter.setPen(QPen(colours.text))
            block.draw(painter, QPointF(left, round(top)))
            if self.hasFocus():
                paint_focus_ring(painter, QRectF(rect), look, radius / look.scale)

    def _words_width(self) -> int:
        return self.width() - self._beside_words()

    def _colours(self) -> ButtonColours:
        theme, flat = self._look.theme, is_flat(self._look.theme)
        if not self.isEnabled():
            return disabled_colours(theme, quiet=False)
        ink = QColor(theme.ink)
        if self.isChecked() or self.isDown():
            return ButtonColours(ink, QColor(theme.sunken), ink, 4.0 if flat else 2.5)
        fill = theme.sunken if self.underMouse() else theme.surface
        return ButtonColours(
            ink, QColor(fill), QColor(theme.border), 2.5 if self.underMouse() and flat else 1.0
        )
