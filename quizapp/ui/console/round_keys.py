"""Carries keys to a round's page before whatever has the keyboard takes them."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from quizapp.domain.round import Phase
from quizapp.domain.round_plan import Answering
from quizapp.domain.round_record import RoundRecord
from quizapp.ui.console.keys import Act, act_for
from quizapp.ui.entry.panel import EntryPanel
from quizapp.ui.overriding import override

TakeKey = Callable[[QKeyEvent], bool]
"""Takes a key, and tells whether it meant anything."""


class RoundKeys(QObject):
    """Watches what has the focus on a page: answers are entered first, then come the acts.

    A key that is held acts once. Space presses a button that Tab has gone to, as anywhere.

    Args:
        page: the page watched.

    Signals:
        acted: carries an `Act`, never `PEEK`.
        peeked: the key that peeks went down or up; carries whether it is down.
    """

    acted = Signal(object)
    peeked = Signal(object)

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._way, self._phase = Answering.HANDS, Phase.LOBBY
        self._entry: EntryPanel | None = None
        self._enter: TakeKey | None = None
        self._is_peeking = False
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow_focus)

    def follow(self, record: RoundRecord) -> None:
        """Mean what keys mean as the round stands."""
        self._way, self._phase = record.round.way, record.round.phase

    def set_entry(self, entry: EntryPanel, take_key: TakeKey | None = None) -> None:
        """Have answers entered here; another may take its keys for it."""
        self._entry, self._enter = entry, take_key or entry.take_key

    def take_key(self, event: QKeyEvent) -> bool:
        """Do what a key that went down or up means; returns whether it means anything."""
        if event.type() == QEvent.Type.KeyRelease:
            return self._release(event)
        if self._enter is not None and self._enter(event):
            return True
        act = self._act(event)
        if act is None:
            return False
        if not event.isAutoRepeat():
            self._do(act)
        return True

    def let_go(self) -> None:
        """Peek no longer."""
        if self._is_peeking:
            self._is_peeking = False
            self.peeked.emit(False)

    def _do(self, act: Act) -> None:
        if act is not Act.PEEK:
            self.acted.emit(act)
        elif not self._is_peeking:
            self._is_peeking = True
            self.peeked.emit(True)

    def _release(self, event: QKeyEvent) -> bool:
        if event.key() != Qt.Key.Key_K or not self._is_peeking:
            return False
        if not event.isAutoRepeat():
            self.let_go()
        return True

    def _act(self, event: QKeyEvent) -> Act | None:
        is_typing = self._entry is not None and self._entry.is_typing
        return act_for(self._way, self._phase, event.key(), event.modifiers(), is_typing=is_typing)

    def _follow_focus(self, old: QWidget | None, new: QWidget | None) -> None:
        if old is not None:
            old.removeEventFilter(self)
        if new is not None and (new is self._page or self._page.isAncestorOf(new)):
            new.installEventFilter(self)
        else:
            self.let_go()  # the key's release will go elsewhere

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take keys before the watched widget does, and claim them from menus."""
        if not isinstance(event, QKeyEvent):
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            if self._act(event) is None:
                return False
            event.accept()
            return True
        if event.key() == Qt.Key.Key_Space and _is_at_button(watched):
            return False
        return self.take_key(event)


def _is_at_button(widget: QObject) -> bool:
    """Whether it is a button that has the keyboard because Tab went there, not by a click."""
    return isinstance(widget, QAbstractButton) and not widget.focusPolicy() & Qt.FocusPolicy.ClickFocus
