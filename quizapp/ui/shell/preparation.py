"""Loads and builds what nobody has opened yet, while the window has time."""

from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from quizapp.ui.shell.entries import Entry
from quizapp.ui.shell.main_window import MainWindow

if TYPE_CHECKING:
    from quizapp.ui.session.controller import SessionController

_BREATH = 150  # ms between two pieces that are prepared: keys and the mouse come first
_PIECES = (
    "quizapp.ui.dialogs",
    "quizapp.ui.widgets.fields",
    "quizapp.ui.question.explanation",
    "quizapp.ui.session.page",
    "quizapp.ui.session.controller",
    "quizapp.ui.session.summary",
    "quizapp.ui.practice.page",
    "quizapp.ui.paper.page",
    "quizapp.ui.paper.exam",
    "quizapp.ui.paper.controller",
    "quizapp.ui.progress.page",
    "quizapp.ui.progress.controller",
    "quizapp.quiz.progress",
    "quizapp.storage.answers.progress",
    "quizapp.ui.library.page",
    "quizapp.ui.library.controller",
    "quizapp.ui.settings.page",
    "quizapp.ui.banks.page",
    "quizapp.ui.learn.page",
    "quizapp.quiz.rounds",
    "quizapp.exchange.results",
    "quizapp.ui.rounds.overview_page",
    "quizapp.ui.rounds.plan_page",
    "quizapp.ui.rounds.wall.window",
    "quizapp.ui.rounds.console.page",
    "quizapp.ui.rounds.controller",
)
"""What pages need, in pieces none of which holds the window up for long."""


class Preparable(Protocol):
    """The controller of a page of the sidebar."""

    @property
    def page(self) -> QWidget:
        """Its page."""

    def refresh(self) -> None:
        """Fill the page."""


class Preparation(QObject):
    """Does a piece at a time, while the sidebar is there: nobody is answering then."""

    def __init__(
        self,
        window: MainWindow,
        sessions: "Callable[[], SessionController]",
        entries: Mapping[str, Entry],
        controller: Callable[[str], Preparable],
        parent: QObject,
    ) -> None:
        """Be ready to begin.

        Args:
            window: keeps the pages.
            sessions: builds what runs sessions.
            entries: the pages of the sidebar.
            controller: builds the controller of one of them.
            parent: the owner.
        """
        super().__init__(parent)
        self._window, self._sessions = window, sessions
        self._entries, self._controller = entries, controller
        self._pieces = self._made()
        self._timer = QTimer(self, interval=_BREATH)
        self._timer.timeout.connect(self._prepare_next)

    def begin(self) -> None:
        """Begin, and stop once all is there."""
        self._timer.start()

    def _prepare_next(self) -> None:
        if self._window.has_sidebar and not next(self._pieces, False):
            self._timer.stop()

    def _made(self) -> Iterator[bool]:
        """Makes a piece at each step; True while more may come."""
        for name in _PIECES:
            import_module(name)
            yield True
        sessions = self._sessions()
        for make in (lambda: sessions.page, lambda: sessions.summary):
            page: QWidget = make()
            yield True
            self._window.keep_page(page)
            yield True
        sessions.page.build_panels()
        yield True
        for name, entry in self._entries.items():
            page = self._controller(name).page
            yield True
            self._window.keep_page(page)
            yield True
            if entry.asks_itself:  # the others are filled whenever they come up
                self._controller(name).refresh()
                yield True
