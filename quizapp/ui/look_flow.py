"""Puts the look a person has set into force, on start and whenever it changes."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from quizapp.ui.look import Look
from quizapp.ui.preferences import SCALES, Preferences
from quizapp.ui.theme import DARK, LIGHT, THEMES, Theme, palette, stylesheet


class LookFlow(QObject):
    """Dresses the application: palette, style sheet, text size."""

    def __init__(self, app: QApplication, look: Look, preferences: Preferences) -> None:
        super().__init__(look)
        self._app = app
        self._look = look
        self._preferences = preferences
        app.setStyle("Fusion")
        look.set_scale(preferences.scale)
        app.styleHints().colorSchemeChanged.connect(self._follow_system)
        self.dress()

    def set_theme(self, name: object) -> None:
        """Change to a theme by its name, or to the system's."""
        self._preferences.theme = str(name)
        self.dress()

    def grow(self) -> None:
        """One step larger."""
        self._set_scale(min((scale for scale in SCALES if scale > self._look.scale), default=SCALES[-1]))

    def shrink(self) -> None:
        """One step smaller."""
        self._set_scale(max((scale for scale in SCALES if scale < self._look.scale), default=SCALES[0]))

    def reset_size(self) -> None:
        """The usual text size."""
        self._set_scale(SCALES[0])

    def dress(self) -> None:
        """Put theme and text size into force."""
        theme = self._theme()
        self._app.setPalette(palette(theme))
        self._app.setStyleSheet(stylesheet(theme))
        self._app.setFont(self._look.font("label"))
        self._look.set_theme(theme)

    def _theme(self) -> Theme:
        name = self._preferences.theme
        if name in THEMES:
            return THEMES[name]
        return DARK if self._app.styleHints().colorScheme() is Qt.ColorScheme.Dark else LIGHT

    def _set_scale(self, scale: float) -> None:
        self._preferences.scale = scale
        self._look.set_scale(scale)
        self._app.setFont(self._look.font("label"))

    def _follow_system(self) -> None:
        if self._preferences.theme == "system":
            self.dress()
