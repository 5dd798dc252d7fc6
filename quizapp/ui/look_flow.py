"""Puts the look a person has set into force, on start and whenever it changes."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from quizapp.ui.look import Look
from quizapp.ui.preferences import SCALES, Preferences
from quizapp.ui.theme import DARK, LIGHT, THEMES, Theme, palette, stylesheet


class LookFlow(QObject):
    """Dresses the application: palette, style sheet, text size, motion.

    Attributes:
        look: the look it puts into force.

    Signals:
        theme_chosen: another theme was chosen; carries its name, or `system`.
    """

    theme_chosen = Signal(object)

    def __init__(self, app: QApplication, look: Look, preferences: Preferences) -> None:
        super().__init__(look)
        self._app = app
        self.look = look
        self._preferences = preferences
        app.setStyle("Fusion")
        look.set_scale(preferences.scale)
        if preferences.reduced_motion:
            look.set_reduced_motion(True)
        app.styleHints().colorSchemeChanged.connect(self._follow_system)
        self.dress()

    def set_theme(self, name: object) -> None:
        """Change to a theme by its name, or to the system's."""
        self._preferences.theme = str(name)
        self.dress()
        self.theme_chosen.emit(name)

    def set_scale(self, scale: float) -> None:
        """Change the text size to one of `SCALES`."""
        self._preferences.scale = scale
        self.look.set_scale(scale)
        self._app.setFont(self.look.font("label"))
        self._app.setStyleSheet(stylesheet(self.look.theme))  # menus take their font as they are dressed

    def set_reduced_motion(self, *, reduced: bool) -> None:
        """Switch all motion off or on."""
        self._preferences.reduced_motion = reduced
        self.look.set_reduced_motion(reduced)

    def grow(self) -> None:
        """One step larger."""
        self.set_scale(min((scale for scale in SCALES if scale > self.look.scale), default=SCALES[-1]))

    def shrink(self) -> None:
        """One step smaller."""
        self.set_scale(max((scale for scale in SCALES if scale < self.look.scale), default=SCALES[0]))

    def reset_size(self) -> None:
        """The usual text size."""
        self.set_scale(SCALES[0])

    def dress(self) -> None:
        """Put theme and text size into force."""
        theme = self._theme()
        self._app.setPalette(palette(theme))
        self._app.setFont(self.look.font("label"))
        self._app.setStyleSheet(stylesheet(theme))
        self.look.set_theme(theme)

    def _theme(self) -> Theme:
        name = self._preferences.theme
        if name in THEMES:
            return THEMES[name]
        return DARK if self._app.styleHints().colorScheme() is Qt.ColorScheme.Dark else LIGHT

    def _follow_system(self) -> None:
        if self._preferences.theme == "system":
            self.dress()
