"""Two large answers: ◆ Product, ● Service."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from quizapp.domain.question import Side
from quizapp.ui.answer_tile import AnswerTile
from quizapp.ui.look import Look
from quizapp.ui.overriding import override


class AnswerPanel(QWidget):
    """Asks for a verdict.

    Signals:
        answered: a side was chosen; carries it.
    """

    answered = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Your answer"))
        self._tiles = {side: AnswerTile(look, side, self) for side in Side}
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._layout, 1)
        column.addStretch()  # takes what the tiles leave on a tall screen
        self._layout.setSpacing(6)
        for tile in self._tiles.values():
            self._layout.addWidget(tile, 1)
        self._connect_signals()

    def _connect_signals(self) -> None:
        self._tiles[Side.PRODUCT].clicked.connect(self._choose_product)
        self._tiles[Side.SERVICE].clicked.connect(self._choose_service)
        for key, answer in (
            (Qt.Key.Key_P, self._tiles[Side.PRODUCT].click),
            (Qt.Key.Key_S, self._tiles[Side.SERVICE].click),
            (Qt.Key.Key_Left, self._click_left),
            (Qt.Key.Key_Right, self._click_right),
        ):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(answer)

    def _click_left(self) -> None:
        self._tiles[Side.SERVICE if self.isRightToLeft() else Side.PRODUCT].click()

    def _click_right(self) -> None:
        self._tiles[Side.PRODUCT if self.isRightToLeft() else Side.SERVICE].click()

    @override
    def minimumSizeHint(self) -> QSize:
        """One tile's width: they stand one above the other where two do not fit."""
        return QSize(self._widest(), super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        fits = self.width() >= len(self._tiles) * self._widest()
        direction = QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom
        self._layout.setDirection(direction)
        super().resizeEvent(event)

    def _widest(self) -> int:
        return max(tile.minimumSizeHint().width() for tile in self._tiles.values())

    def take_focus(self) -> None:
        """Let the keyboard start before the first answer: a second Enter must not answer."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose_product(self) -> None:
        self.answered.emit(Side.PRODUCT)

    def _choose_service(self) -> None:
        self.answered.emit(Side.SERVICE)
