"""The pages, one in front."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedWidget, QWidget

from quizapp.ui.overriding import override


class PageStack(QStackedWidget):
    """Asks for the room of the page in front alone: a hidden one must not widen the window."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.currentChanged.connect(self.updateGeometry)

    @override
    def minimumSizeHint(self) -> QSize:
        page = self.currentWidget()
        return page.minimumSizeHint() if page is not None else QSize()

    def bring(self, page: QWidget) -> None:
        """Bring a page to the front, added when it is new."""
        if self.indexOf(page) < 0:
            self.addWidget(page)
        self.setCurrentWidget(page)
