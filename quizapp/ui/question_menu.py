"""The "…" button above a question, and what can be done with the question beside answering it."""

from PySide6.QtCore import QPoint, Signal, SignalInstance
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from quizapp.ui.action_button import ActionButton
from quizapp.ui.look import Look


class QuestionMenu(QMenu):
    """Its entries hold the keys: a page that adds them as its own actions answers to these keys.

    Signals:
        copy_requested: the question as text.
        flag_requested: flag it, or flag it no longer.
        undo_requested: take the last step back.
        note_requested: something is wrong with it.
        shortcuts_requested: show the overview of keys.
    """

    copy_requested = Signal()
    flag_requested = Signal()
    undo_requested = Signal()
    note_requested = Signal()
    shortcuts_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys: dict[QAction, tuple[str, ...]] = {}
        self._undo = self._add(self.tr("Undo"), self.undo_requested, "U", "Ctrl+Z")
        self._add(self.tr("Copy the question"), self.copy_requested, "C")
        self._flag = self._add("", self.flag_requested, "F")
        self._add(self.tr("Something is wrong with this question …"), self.note_requested, "N")
        self.addSeparator()
        # The window's own menu holds this key; two would be none.
        self._add(self.tr("Keys") + "\t?", self.shortcuts_requested)
        self.show_flag(flagged=False)

    def _add(self, text: str, wish: SignalInstance, *keys: str) -> QAction:
        action = self.addAction(text)
        action.setShortcuts([QKeySequence(key) for key in keys])
        self._keys[action] = keys
        action.setAutoRepeat(False)
        action.triggered.connect(wish)
        return action

    def show_flag(self, *, flagged: bool) -> None:
        """Offer what can be done with the flag."""
        self._flag.setText(self.tr("Remove the flag") if flagged else self.tr("Flag this question"))

    def leave_keys(self, letters: str) -> None:
        """Leave these letters to the options in front, and take back those of the last ones.

        A key that two things wait for would do neither.
        """
        for action, keys in self._keys.items():
            action.setShortcuts([QKeySequence(key) for key in keys if key not in letters])

    def allow_undo(self, *, allowed: bool) -> None:
        """Offer to take a step back, or not."""
        self._undo.setEnabled(allowed)


class MoreButton(ActionButton):
    """Opens a menu below itself."""

    def __init__(self, look: Look, menu: QMenu, parent: QWidget | None = None) -> None:
        super().__init__(look, "", "quiet", icon="ellipsis", parent=parent)
        self._menu = menu
        self.setAccessibleName(self.tr("More"))
        self.setAccessibleDescription(self.tr("Opens a menu"))
        self.clicked.connect(self._open)

    def _open(self) -> None:
        corner = QPoint(self.width() - self._menu.sizeHint().width(), self.height())
        if self.isRightToLeft():
            corner.setX(0)
        self._menu.popup(self.mapToGlobal(corner))
