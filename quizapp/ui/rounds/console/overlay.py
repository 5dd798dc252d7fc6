"""What lies over the wall: black, or the mark of a rehearsal."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPaintEvent
from PySide6.QtWidgets import QWidget

from quizapp.ui.compat import override
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.style.painting import paint_box, painter_on

_DESIGN, _TEXT, _TOP, _AROUND = 720, 22, 18, 16  # px in a wall of that height


class WallOverlay(QWidget):
    """Lies over the frame of a wall, and in its preview.

    Args:
        appearance: typeface and colours.
        frame: what the room sees.
    """

    def __init__(self, appearance: Appearance, frame: QWidget) -> None:
        super().__init__(frame)
        self._appearance = appearance
        self._is_black = self._is_rehearsal = False
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        frame.installEventFilter(self)
        self.hide()

    def show_state(self, *, is_black: bool, is_rehearsal: bool) -> None:
        """Show black, the mark of a rehearsal, or nothing."""
        self._is_black, self._is_rehearsal = is_black, is_rehearsal
        self.setAccessibleName(self.tr("The wall is black") if is_black else self._word())
        self._fill()
        self.setVisible(is_black or is_rehearsal)
        self.raise_()
        self.update()

    def _word(self) -> str:
        return self.tr("Rehearsal") if self._is_rehearsal else ""

    def _fill(self) -> None:
        frame = self.parentWidget()
        if frame is not None:
            self.setGeometry(frame.rect())

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the wall."""
        if event.type() == QEvent.Type.Resize:
            self._fill()
        return super().eventFilter(watched, event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            if self._is_black:
                painter.fillRect(self.rect(), QColor(Qt.GlobalColor.black))
                return
            theme, scale = self._appearance.theme, self.height() / _DESIGN
            font = self._appearance.font("label_strong")
            font.setPixelSize(max(8, round(_TEXT * scale)))
            painter.setFont(font)
            word = QFontMetricsF(font).boundingRect(self._word())
            box = QRectF(0, 0, word.width() + 2 * _AROUND * scale, word.height() + _AROUND * scale)
            box.moveCenter(QRectF(self.rect()).center())
            box.moveTop(_TOP * scale)
            paint_box(painter, box, box.height() / 2, theme.ink)
            painter.setPen(QColor(theme.on_ink))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._word())
