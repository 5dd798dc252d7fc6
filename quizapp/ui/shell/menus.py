"""The menu bar, and what its entries request."""

from PySide6.QtCore import QEvent, Qt, Signal, SignalInstance
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from quizapp.ui.compat import override


class Menus(QMenuBar):
    """Standard actions with their standard keys.

    Signals:
        start_requested: begin the set that is offered.
        seed_requested: begin the set with a printed seed.
        open_requested: choose a bank file.
        page_requested: show a page; carries its name, as in the sidebar.
        theme_requested: change the theme; carries its name, or `system`.
        bigger_requested, smaller_requested, usual_requested: change the text size.
        full_screen_requested: fill the screen, or leave that.
        shortcuts_requested: show the overview of keys.
        about_requested: show what this is.
        quit_requested: close the window.
    """

    start_requested = Signal()
    seed_requested = Signal()
    open_requested = Signal()
    page_requested = Signal(object)
    theme_requested = Signal(object)
    bigger_requested = Signal()
    smaller_requested = Signal()
    usual_requested = Signal()
    full_screen_requested = Signal()
    shortcuts_requested = Signal()
    about_requested = Signal()
    quit_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes: dict[str, QAction] = {}
        self._pages = QActionGroup(self)
        self._pages.setExclusionPolicy(QActionGroup.ExclusionPolicy.None_)
        self._pages.triggered.connect(self._request_page)
        self._build_quiz()
        self._build_go()
        self._build_view()
        self._build_help()

    def all_actions(self) -> list[QAction]:
        """The entries of all menus."""
        # not by `QAction.menu`: before PySide6 6.11.2 it gives a menu that counts as deleted
        menus = self.findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly)
        return [entry for menu in menus for entry in menu.actions()]

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Pass a text size on to Qt's own menu for what finds no room on the bar, which would miss it."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            for menu in self.findChildren(QMenu):
                menu.setFont(self.font())

    def allow_starting(self, *, allowed: bool) -> None:
        """A session in front is not replaced, by a set or a page, by a slip of a key."""
        for action in (*self._starting, *self._pages.actions()):
            action.setEnabled(allowed)

    def show_theme(self, name: object) -> None:
        """Tick the theme in force."""
        self._themes[str(name)].setChecked(True)

    def _build_quiz(self) -> None:
        menu = self.addMenu(self.tr("&Quiz"))
        self._starting = (
            self._add(menu, self.tr("&Start a session"), "Ctrl+N", self.start_requested),
            self._add(menu, self.tr("&Repeat a session by number …"), "", self.seed_requested),
        )
        self._add_page(menu, self.tr("&Practice"), "practice", "")
        menu.addSeparator()
        self._add(menu, self.tr("&Open a bank …"), QKeySequence.StandardKey.Open, self.open_requested)
        menu.addSeparator()
        leave = self._add(menu, self.tr("&Quit"), QKeySequence.StandardKey.Quit, self.quit_requested)
        leave.setMenuRole(QAction.MenuRole.QuitRole)

    def _build_go(self) -> None:
        menu = self.addMenu(self.tr("&Go"))
        pages = (
            ("today", self.tr("&Today")),
            ("learn", self.tr("&Learn")),
            ("practice", self.tr("&Practice")),
            ("papers", self.tr("Pap&ers")),
            ("progress", self.tr("Pr&ogress")),
            ("library", self.tr("Librar&y")),
            ("rounds", self.tr("&Rounds")),
            ("banks", self.tr("&Banks")),
        )
        for number, (name, text) in enumerate(pages, start=1):
            self._add_page(menu, text, name, f"Ctrl+{number}")
        menu.addSeparator()
        settings = self._add_page(menu, self.tr("&Settings"), "settings", "Ctrl+,")
        settings.setMenuRole(QAction.MenuRole.PreferencesRole)

    def _build_view(self) -> None:
        menu = self.addMenu(self.tr("&View"))
        group = QActionGroup(self)
        names = {
            "system": self.tr("Use &system theme"),
            "light": self.tr("&Light"),
            "dark": self.tr("&Dark"),
            "contrast": self.tr("&High contrast"),
        }
        for name, text in names.items():
            action = menu.addAction(text)
            action.setCheckable(True)
            action.setData(name)
            group.addAction(action)
            self._themes[name] = action
        group.triggered.connect(self._request_theme)
        menu.addSeparator()
        bigger = self._add(menu, self.tr("Lar&ger text"), "", self.bigger_requested)
        bigger.setShortcuts([QKeySequence("Ctrl++"), QKeySequence("Ctrl+=")])
        smaller = self._add(menu, self.tr("S&maller text"), "Ctrl+-", self.smaller_requested)
        usual = self._add(menu, self.tr("&Reset text size"), "Ctrl+0", self.usual_requested)
        for action in (bigger, smaller, usual):
            action.setProperty("over_dialogs", True)  # what is read in a dialog can be made larger as well
        menu.addSeparator()
        self._add(menu, self.tr("&Full screen"), "F11", self.full_screen_requested)

    def _build_help(self) -> None:
        menu = self.addMenu(self.tr("&Help"))
        keys = self._add(menu, self.tr("&Keyboard shortcuts"), "", self.shortcuts_requested)
        keys.setShortcuts([QKeySequence("F1"), QKeySequence("?")])
        about = self._add(menu, self.tr("&About this program"), "", self.about_requested)
        about.setMenuRole(QAction.MenuRole.AboutRole)

    @staticmethod
    def _add(menu: QMenu, text: str, key: str | QKeySequence.StandardKey, signal: SignalInstance) -> QAction:
        action = menu.addAction(text)
        if key:
            action.setShortcut(QKeySequence(key))
        action.triggered.connect(signal)
        return action

    def _add_page(self, menu: QMenu, text: str, name: str, key: str) -> QAction:
        action = menu.addAction(text)
        action.setData(name)
        action.setShortcut(QKeySequence(key))
        self._pages.addAction(action)
        return action

    def _request_page(self, action: QAction) -> None:
        self.page_requested.emit(action.data())

    def _request_theme(self, action: QAction) -> None:
        self.theme_requested.emit(action.data())
