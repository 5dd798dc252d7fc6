"""One thing that can be set: its name and what it means, and the controls beside that."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.ui.flow_layout import FlowLayout
from quizapp.ui.layouts import let_wrap
from quizapp.ui.look import Look
from quizapp.ui.overriding import override
from quizapp.ui.painting import INSET
from quizapp.ui.text import Text

_BESIDE_FROM, _NAME, _GAP = 640, 220, 24  # px at 100 % text
_LEVEL, _MOST = 7, 10  # px at 100 % text that a name stands lower: beside words, and beside a button


class _NameAndControls(FlowLayout):
    """Two widgets beside each other where the width allows it, else one below the other."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    @override
    def sizeHint(self) -> QSize:
        """Both beside each other."""
        px = self._look.px
        width = px(_NAME + _GAP) + self._items[1].sizeHint().width()
        return QSize(width, self.heightForWidth(max(width, px(_BESIDE_FROM))))

    @override
    def _flow(self, rect: QRect, *, place: bool) -> int:
        px, width = self._look.px, rect.width()
        if width >= px(_BESIDE_FROM):
            left = px(_NAME + _GAP)
            spans = [(0, px(_NAME)), (left, width - left)]
            heights = [self._height(at, across) for at, (_, across) in enumerate(spans)]
            places = [QRect(left, 0, across, max(heights)) for left, across in spans]
        else:
            first, second = (self._height(at, width) for at in range(2))
            places = [QRect(0, 0, width, first), QRect(0, first, width, second)]
        if place:
            for item, part in zip(self._items, places, strict=True):
                item.setGeometry(self._mirrored(part.translated(rect.topLeft()), rect))
        return max(part.top() + part.height() for part in places)

    def _height(self, index: int, width: int) -> int:
        """The px one of the two needs within a width."""
        item = self._items[index]
        return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()


class SettingRow(QWidget):
    """A name and controls.

    Attributes:
        controls: the column that takes them.

    Args:
        look: the look in force.
        name: what is set.
        note: what that means, in a sentence.
        parent: the owner.
    """

    def __init__(self, look: Look, name: str, note: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._first: QWidget | None = None
        words, side = QWidget(self), QWidget(self)
        self.controls = QVBoxLayout(side)
        self.controls.setContentsMargins(0, 0, 0, 0)
        self.controls.setSpacing(0)
        self._words = QVBoxLayout(words)
        self._words.setSpacing(2)
        self._words.addWidget(Text(look, "choice_strong", name))
        if note:
            self._words.addWidget(Text(look, "label", note, "muted"))
        self._words.addStretch(1)
        both = _NameAndControls(look, self)
        for part in (words, side):
            let_wrap(part)
            both.addWidget(part)
        let_wrap(self)
        look.changed.connect(self._relook)
        self._relook()

    def _relook(self) -> None:
        """Bring the name level with the words of the first control."""
        inset, lower = self._look.px(INSET), self._look.px(_LEVEL)
        if self._first is not None:
            spare = self._first.sizeHint().height() - self._look.line_step("choice_strong")
            lower = max(0, min(spare // 2 - inset, self._look.px(_MOST)))
        self._words.setContentsMargins(inset, inset + lower, inset, 0)

    def add(self, control: QWidget) -> None:
        """Add a control below those there are; the name stands level with the first."""
        self._first = self._first or control
        self.controls.addWidget(control)
        self._relook()
