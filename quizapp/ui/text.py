"""Text on a page: plain, wrapped, with a fixed line step, never elided."""

from math import ceil

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QWidget

from quizapp.ui.layouts import wrapped_hint
from quizapp.ui.look import Look
from quizapp.ui.overriding import override
from quizapp.ui.painting import painter_on
from quizapp.ui.text_layout import ShapedText, TextBlock, shape

_MEASURE, _LEAST = 640, 96

_WIDTHS_KEPT = 16  # more than one round of layouts tries; a window that is dragged tries hundreds


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
        self._names: frozenset[str] = frozenset()
        self._shaped: ShapedText | None = None
        self._blocks: dict[int, TextBlock] = {}
        self._broken_at = 0  # the width of the block that has its lines
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setText(text)
        self._restyle()
        look.changed.connect(self._restyle)

    @override
    def setText(self, text: str) -> None:
        """Show another text; it is also the accessible name."""
        if text == self.text():
            return  # nothing around it need be laid out anew
        super().setText(text)
        self.setAccessibleName(text)
        self._lay_out_anew()

    def set_names(self, names: frozenset[str]) -> None:
        """Set these lines of it heavier: each is the name of what follows."""
        if names != self._names:
            self._names = names
            self._lay_out_anew()

    def set_colour(self, token: str) -> None:
        """Take the colour of another token of the theme."""
        self._colour = token
        self.update()

    def set_use(self, use: str) -> None:
        """Take the font and line step of another use."""
        if use != self._use:
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
        self._shaped = None
        self._blocks.clear()
        self.updateGeometry()
        self.update()

    def _block(self, width: float) -> TextBlock:
        """The text at a width in px, ready to be drawn: the block asked for last has the lines."""
        key = int(width)
        if key != self._broken_at or key not in self._blocks:
            if len(self._blocks) >= _WIDTHS_KEPT:
                self._blocks.clear()
            self._blocks[key] = self._shape().broken(width)
            self._broken_at = key
        return self._blocks[key]

    def _measured(self, width: float) -> TextBlock:
        """How large the text is at a width in px, whatever width its lines have now."""
        return self._blocks.get(int(width)) or self._block(width)

    def _shape(self) -> ShapedText:
        if self._shaped is None:
            font, step = self._look.font(self._use), self._look.line_step(self._use)
            fonts = {name: self._look.font("label_strong") for name in self._names}
            self._shaped = shape(
                self.text(), font, step, self.alignment(), self.layoutDirection(), fonts=fonts
            )
        return self._shaped

    def _natural(self) -> int:
        """The px the text would take on one line; every block knows it, also one that is needed anyhow."""
        block = next(iter(self._blocks.values()), None) or self._block(self.width() - self._sides())
        return ceil(block.natural)

    def _sides(self) -> int:
        margins = self.contentsMargins()
        return margins.left() + margins.right()

    @override
    def heightForWidth(self, width: int) -> int:
        margins = self.contentsMargins()
        across, down = margins.left() + margins.right(), margins.top() + margins.bottom()
        return ceil(self._measured(width - across).height) + down

    @override
    def sizeHint(self) -> QSize:
        return wrapped_hint(self, min(self._natural(), self._look.px(_MEASURE)) + self._sides())

    @override
    def minimumSizeHint(self) -> QSize:
        least = min(self._natural(), self._look.px(_LEAST)) + self._sides()
        return QSize(least, self._look.line_step(self._use) if self.text() else 0)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._lay_out_anew()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        area = self.contentsRect()
        block = self._block(area.width())
        top = 0.0
        if (spare := area.height() - block.height) > 0:
            top = self._above(spare)
        with painter_on(self) as painter:
            painter.setPen(QPen(self.colour()))
            block.draw(painter, QPointF(area.left(), area.top() + round(top)))

    def _above(self, spare: float) -> float:
        """How many of the px that the text does not need lie above it."""
        if self.alignment() & Qt.AlignmentFlag.AlignVCenter:
            return spare / 2
        return spare if self.alignment() & Qt.AlignmentFlag.AlignBottom else 0.0
