"""Text on a page: plain, wrapped, with a fixed line step, never elided."""

from math import ceil

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from quizapp.ui.layouts import follow_width, let_wrap, wrapped_hint
from quizapp.ui.look import Look
from quizapp.ui.overriding import override
from quizapp.ui.painting import painter_on
from quizapp.ui.text_layout import UNBOUNDED, TextBlock, lay_out

_MEASURE, _LEAST = 640, 96

_WIDTHS_KEPT = 16
"""Widths that one round of layouts tries: natural, hinted, of every nested layout, with and without bar."""


class Text(QLabel):
    """A text of one use, see `look.TYPE`, in one colour token.

    Newlines start a line, blank lines a paragraph. Its contents margins are honoured, so a text
    beside painted controls can be indented by their inset with `inset`.
    """

    def __init__(
        self,
        look: Look,
        use: str,
        text: str = "",
        colour: str = "ink",
        parent: QWidget | None = None,
        *,
        inset: float = 0,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._use = use
        self._colour = colour
        self._inset = inset
        self._blocks: dict[int, TextBlock] = {}
        self.setTextFormat(Qt.TextFormat.PlainText)
        let_wrap(self)
        self.setText(text)
        self._restyle()
        look.changed.connect(self._restyle)

    @override
    def setText(self, text: str) -> None:
        """Show another text; it is also the accessible name."""
        super().setText(text)
        self.setAccessibleName(text)
        self._lay_out_anew()

    def set_colour(self, token: str) -> None:
        """Take the colour of another token of the theme."""
        self._colour = token
        self.update()

    def set_use(self, use: str) -> None:
        """Take the font and line step of another use."""
        self._use = use
        self._restyle()

    def colour(self) -> QColor:
        """The colour the text is painted in now; a disabled text is muted."""
        token = self._colour if self.isEnabled() else "muted"
        return QColor(str(getattr(self._look.theme, token)))

    def _restyle(self) -> None:
        """Take font and margins from the look."""
        inset = self._look.px(self._inset)
        if inset:
            self.setContentsMargins(inset, 0, inset, 0)
        self.setFont(self._look.font(self._use))
        self._lay_out_anew()

    def _lay_out_anew(self) -> None:
        self._blocks.clear()
        self.updateGeometry()
        self.update()

    def _block(self, width: float) -> TextBlock:
        """The text laid out at a width in px; the last few widths are kept."""
        key = int(width)
        if key not in self._blocks:
            if len(self._blocks) >= _WIDTHS_KEPT:
                self._blocks.clear()
            look = self._look
            self._blocks[key] = lay_out(
                self.text(),
                look.font(self._use),
                look.line_step(self._use),
                width,
                self.alignment(),
                self.layoutDirection(),
            )
        return self._blocks[key]

    def _sides(self) -> int:
        margins = self.contentsMargins()
        return margins.left() + margins.right()

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        margins = self.contentsMargins()
        return ceil(self._block(width - self._sides()).height) + margins.top() + margins.bottom()

    @override
    def sizeHint(self) -> QSize:
        measure = self._look.px(_MEASURE)
        natural = ceil(self._block(UNBOUNDED).widest)
        width = min(natural, measure) + self._sides()
        return wrapped_hint(self, width)

    @override
    def minimumSizeHint(self) -> QSize:
        natural = ceil(self._block(UNBOUNDED).widest)
        least = min(natural, self._look.px(_LEAST)) + self._sides()
        return QSize(least, self._look.line_step(self._use) if self.text() else 0)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        follow_width(self, event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._lay_out_anew()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        area = self.contentsRect()
        block = self._block(area.width())
        spare = max(0.0, area.height() - block.height)
        top = 0.0
        if self.alignment() & Qt.AlignmentFlag.AlignVCenter:
            top = spare / 2
        elif self.alignment() & Qt.AlignmentFlag.AlignBottom:
            top = spare
        with painter_on(self) as painter:
            painter.setPen(QPen(self.colour()))
            block.draw(painter, QPointF(area.left(), area.top() + round(top)))
