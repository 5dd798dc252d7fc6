"""Radio buttons and check boxes whose words wrap: Qt's own have one line."""

from math import ceil

from PySide6.QtCore import (
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QFocusEvent, QFont, QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QRadioButton,
    QStyle,
    QStyleOptionButton,
    QWidget,
)

from quizapp.ui.compat import override
from quizapp.ui.style.text_layout import wrapped
from quizapp.ui.style.type import scaled
from quizapp.ui.widgets.layouts import (
    enable_height_for_width,
    follow_width,
    scroll_to,
)
from quizapp.ui.widgets.text import button_text

_INDICATOR, _LEAST = 20, 100  # px at 100 % text

_ONE_LINE = 16_000_000  # px that no words reach


class _Words:
    """The words of a radio button or a check box, on as many lines as they need: Qt's own have one line.

    Args:
        button: the button.
        part: where its style puts the words.
    """

    def __init__(self, button: QAbstractButton, part: QStyle.SubElement) -> None:
        self._button, self._part = button, part
        self.text = ""
        enable_height_for_width(button)

    def size(self, width: int) -> QSize:
        """The px the button takes with its words within a width."""
        around, metrics = self._around(), QFontMetricsF(self._font())
        lines = wrapped(self.text, self._font(), width - around.width())
        across = max(metrics.horizontalAdvance(line) for line in lines)
        down = max(len(lines) * metrics.lineSpacing(), scaled(_INDICATOR))
        return QSize(ceil(across) + 1, ceil(down)) + around

    def set_lines(self) -> None:
        """Break the words for the width the button has."""
        lines = wrapped(self.text, self._font(), self._button.width() - self._around().width())
        if (text := button_text("\n".join(lines))) != self._button.text():
            self._button.setText(text)

    def _font(self) -> QFont:
        """That of a chosen one, which is heavier: no line breaks anew when it is chosen."""
        self._button.ensurePolished()
        font = QFont(self._button.font())
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def _around(self) -> QSize:
        """What border, padding and indicator take."""
        option = QStyleOptionButton()
        option.initFrom(self._button)
        option.rect = QRect(0, 0, 1000, 1000)
        return (
            option.rect.size() - self._button.style().subElementRect(self._part, option, self._button).size()
        )


class WrappingRadioButton(QRadioButton):
    """A radio button whose words wrap."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.words = _Words(self, QStyle.SubElement.SE_RadioButtonContents)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Come into view: pages follow Tab by themselves, but not the arrow keys."""
        super().focusInEvent(event)
        if event.reason() is not Qt.FocusReason.MouseFocusReason:
            scroll_to(self)

    @override
    def heightForWidth(self, width: int) -> int:
        return self.words.size(width).height()

    @override
    def sizeHint(self) -> QSize:
        return self.words.size(_ONE_LINE)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.words.size(scaled(_LEAST))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.words.set_lines()
        follow_width(self, event)


class WrappingCheckBox(QCheckBox):
    """A check box whose words wrap."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.words = _Words(self, QStyle.SubElement.SE_CheckBoxContents)

    @override
    def heightForWidth(self, width: int) -> int:
        return self.words.size(width).height()

    @override
    def sizeHint(self) -> QSize:
        return self.words.size(_ONE_LINE)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.words.size(scaled(_LEAST))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.words.set_lines()
        follow_width(self, event)
