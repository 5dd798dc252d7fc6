"""A question as the room will see it, while a round is planned."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from quizapp.domain.wall_view import WallView
from quizapp.ui.rounds.wall.drawing import HEIGHT, WIDTH
from quizapp.ui.rounds.wall.frame import WallFrame
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.widgets.buttons import Button
from quizapp.ui.widgets.text import Text

_WIDTH, _SHARE = 960, 0.9  # px; of the screen at most


class WallPreview(QDialog):
    """Shows the wall itself, small; Space turns the page, Esc and Enter close it.

    Args:
        appearance: the appearance in force.
        view: what the wall would show.
        parent: the window it lies over.

    Attributes:
        frame: the wall.
    """

    def __init__(self, appearance: Appearance, view: WallView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("As the wall will show it"))
        self.frame = WallFrame(appearance)
        self._page = Text("label", tone="muted")
        self.turn = Button(self.tr("Next page"), "outline", key="Space")
        self.close_it = Button(self.tr("Close"), "filled", key="Esc")
        self._build()
        self.frame.show_view(view)
        self._update_page()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.addWidget(self.frame, 1)
        row = QHBoxLayout()
        row.addWidget(self._page, 1)
        row.addWidget(self.turn)
        row.addWidget(self.close_it)
        column.addLayout(row)
        most = self.screen().availableSize() * _SHARE
        width = min(_WIDTH, most.width(), round((most.height() - 90) * WIDTH / HEIGHT))
        self.frame.setFixedSize(QSize(width, round(width * HEIGHT / WIDTH)))
        self.turn.clicked.connect(self._turn)
        self.close_it.clicked.connect(self.accept)
        # As shortcuts: else Space would press the button that has the focus.
        for key, button in (("Space", self.turn), ("PgDown", self.turn), ("Return", self.close_it)):
            QShortcut(QKeySequence(key), self).activated.connect(button.click)
        self.close_it.setFocus()

    def _turn(self) -> None:
        self.frame.next_page()
        self._update_page()

    def _update_page(self) -> None:
        count = self.frame.page_count()
        words = self.tr("Page {page} of {count}").format(page=self.frame.page + 1, count=count)
        self._page.setText(words if count > 1 else self.tr("It fits on one page."))
        self.turn.setEnabled(count > 1)
