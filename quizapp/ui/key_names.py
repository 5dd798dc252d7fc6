"""The keys that do one thing, as caps with words between them."""

import re
from collections.abc import Iterator
from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from quizapp.ui.keycaps import keycap_size, paint_keycap
from quizapp.ui.layouts import let_wrap, wrapped_hint
from quizapp.ui.look import Look
from quizapp.ui.overriding import override
from quizapp.ui.painted import Painted
from quizapp.ui.painting import painter_on

_HEIGHT, _GAP, _LINE_GAP = 22, 6, 4
_PARTS = re.compile(r"\[(?P<key>[^\]]+)\]|(?P<word>[^\[]+)")


class KeyNames(Painted):
    """Caps and words on one line, on more where the width is short.

    Args:
        look: the look in force.
        text: what is read, with every key in brackets, such as `[P] or [←]`.
        parent: the owner.
    """

    def __init__(self, look: Look, text: str, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        found = [(match["key"], match["word"]) for match in _PARTS.finditer(text)]
        self._parts = [(key or word.strip(), key is not None) for key, word in found if key or word.strip()]
        self.setAccessibleName(text.replace("[", "").replace("]", ""))
        let_wrap(self, down=QSizePolicy.Policy.Fixed)

    def _width(self, text: str, *, is_key: bool) -> int:
        if is_key:
            return ceil(keycap_size(text, self._look).width())
        return ceil(QFontMetricsF(self._look.font("label")).horizontalAdvance(text))

    def _placed(self, width: int) -> Iterator[tuple[str, bool, QRectF]]:
        """Every part, and where it lies in a width in px, read from the left."""
        px, left, top = self._look.px, 0, 0
        for text, is_key in self._parts:
            taken = self._width(text, is_key=is_key)
            if left and left + taken > width:
                left, top = 0, top + px(_HEIGHT) + px(_LINE_GAP)
            yield text, is_key, QRectF(left, top, taken, px(_HEIGHT))
            left += taken + px(_GAP)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return ceil(max((rect.bottom() for *_, rect in self._placed(width)), default=0))

    @override
    def sizeHint(self) -> QSize:
        widths = [self._width(text, is_key=is_key) + self._look.px(_GAP) for text, is_key in self._parts]
        return wrapped_hint(self, sum(widths))

    @override
    def minimumSizeHint(self) -> QSize:
        widths = [self._width(text, is_key=is_key) for text, is_key in self._parts]
        return QSize(max(widths, default=0), self._look.px(_HEIGHT))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._look.theme
        with painter_on(self) as painter:
            for text, is_key, rect in self._placed(self.width()):
                if self.isRightToLeft():
                    rect.moveRight(self.width() - rect.left())
                if is_key:
                    paint_keycap(painter, rect, text, self._look, colour=QColor(theme.ink))
                    continue
                painter.setFont(self._look.font("label"))
                painter.setPen(QPen(QColor(theme.muted)))
                painter.drawText(rect, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, text)
