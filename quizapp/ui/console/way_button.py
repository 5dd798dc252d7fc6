"""The button that tells how the room answers, and changes it."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from quizapp.domain.round_plan import Answering
from quizapp.ui.console.words import ConsoleWords
from quizapp.ui.look import Look
from quizapp.ui.small_button import SmallButton


class WayButton(SmallButton):
    """Opens a menu of the ways.

    Args:
        look: the look in force.
        parent: the card.

    Signals:
        way_requested: carries the `Answering` chosen.
    """

    way_requested = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "", "outline", icon="chevron-down", parent=parent)
        self.set_icon("chevron-down", after=True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._names = ConsoleWords(self).ways()
        self._menu = QMenu(self)
        self._group = QActionGroup(self)
        self._actions: dict[Answering, QAction] = {}
        for way, name in self._names.items():
            action = self._menu.addAction(name)
            action.setCheckable(True)
            action.setData(way.value)
            self._group.addAction(action)
            self._actions[way] = action
        self._group.triggered.connect(self._choose)
        self.clicked.connect(self._open)
        self.show_way(Answering.HANDS)

    @property
    def menu(self) -> QMenu:
        """The ways to choose from."""
        return self._menu

    def show_way(self, way: Answering) -> None:
        """Name the way in force."""
        self._way = way
        self._actions[way].setChecked(True)
        self.setText(self._names[way])
        self.setAccessibleName(self.tr("The room answers with: {way}").format(way=self._names[way]))

    def _open(self) -> None:
        self._menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    def _choose(self, action: QAction) -> None:
        way = Answering(action.data())
        self.show_way(self._way)  # the round will tell whether it has changed
        if way is not self._way:
            self.way_requested.emit(way)
