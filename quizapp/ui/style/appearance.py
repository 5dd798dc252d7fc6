"""Theme, text size, motion now in force; applies them to the application."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from quizapp.paths import resources_dir
from quizapp.ui.preferences import SCALES, PreferencesFile
from quizapp.ui.style.accessibility import install_roles
from quizapp.ui.style.fonts import make_font
from quizapp.ui.style.sheet import style_sheet
from quizapp.ui.style.theme import DARK, LIGHT, THEMES, Theme, palette
from quizapp.ui.style.type import TYPE, TypeStep, letter_spacing


class Appearance(QObject):
    """What widgets that paint themselves ask for colours, fonts and lengths; all others have the style sheet.

    Attributes:
        theme: the colours.
        text_size: the text size that is set; 1.0 is 100 %.
        zoom: by how much the page in front enlarges that.
        reduced_motion: whether nothing moves.

    Signals:
        changed: theme, text size or motion have changed; those widgets lay out and paint anew.
    """

    changed = Signal()

    def __init__(self, family: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.family = family
        self.theme: Theme = LIGHT
        self.text_size = 1.0
        self.zoom = 1.0
        self._zooms: QObject | None = None  # the page that decides of it
        self.reduced_motion = False
        self._fonts: dict[str, QFont] = {}  # hundreds are asked for at every step of a session

    @property
    def scale(self) -> float:
        """What all sizes are multiplied by: the text size, enlarged."""
        return self.text_size * self.zoom

    def set_look(self, theme: Theme, scale: float) -> None:
        """Change colours and text size together."""
        self.theme, self.text_size = theme, scale
        self._fonts.clear()
        self.changed.emit()

    def set_theme(self, theme: Theme) -> None:
        """Change the colours."""
        self.theme = theme
        self.changed.emit()

    def set_scale(self, scale: float) -> None:
        """Change the text size; 1.0 is 100 %."""
        self.text_size = scale
        self._fonts.clear()
        self.changed.emit()

    def set_zoom(self, zoom: float, of: QObject | None = None) -> None:
        """Enlarge everything while a page has the room for it; 1.0 leaves the text size as it is set.

        Of two pages that are shown at once, in windows of their own, the first decides until it lets go:
        else each would follow the other without end.

        Args:
            zoom: by how much.
            of: the page, which lets go by `leave_zoom`; None decides at once and for nobody.
        """
        held = self._zooms is not None and isValid(self._zooms)
        if held and of is not None and of is not self._zooms:
            return
        self._zooms = of
        if zoom != self.zoom:
            self.zoom = zoom
            self._fonts.clear()
            self.changed.emit()

    def leave_zoom(self, of: QObject) -> None:
        """Have the text size as it is set, unless it is another page that enlarges it."""
        if self._zooms is of:
            self.set_zoom(1.0)

    def set_reduced_motion(self, reduced: bool) -> None:  # noqa: FBT001 - Qt's setters take one boolean
        """Switch all motion off or on."""
        self.reduced_motion = reduced
        self.changed.emit()

    def px(self, length: float) -> int:
        """A length in px that grows with the text."""
        return round(length * self.scale)

    def duration(self, milliseconds: int) -> int:
        """How long a motion lasts: 0 ms when motion is reduced."""
        return 0 if self.reduced_motion else milliseconds

    def line_step(self, use: str) -> int:
        """The distance from line to line, in px."""
        return self.px(TYPE[use].line)

    def font(self, use: str) -> QFont:
        """The font for one use, see `TYPE`."""
        font = self._fonts.get(use)
        if font is None:
            font = self._fonts[use] = self._make_font(TYPE[use])
        return QFont(font)

    def app_font(self) -> QFont:
        """The font of the application: without a style name, so that the sheet can set the weight."""
        font = QFont(self.family)
        font.setPixelSize(max(1, self.px(TYPE["label"].size)))
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return font

    def _make_font(self, step: TypeStep) -> QFont:
        font = make_font(self.family, max(1, self.px(step.size)), step.weight)
        if spacing := letter_spacing(step.size):
            font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, spacing * self.scale)
        return font


def apply_appearance(app: QApplication, appearance: Appearance) -> None:
    """Give an application the palette, the font and the style sheet of an appearance."""
    install_roles()
    theme = appearance.theme
    sheet = style_sheet(theme, appearance.scale, resources_dir() / "indicators")
    if (app.styleSheet(), app.font().family()) == (sheet, appearance.family):
        return  # to set them again would restyle every widget
    app.setStyleSheet("")  # a sheet in the place of another would restyle each widget many times over
    app.setPalette(palette(theme))
    app.setFont(appearance.app_font())
    app.setStyleSheet(sheet)


class AppearanceController(QObject):
    """Applies palette, style sheet, text size and motion to the application.

    Attributes:
        appearance: the appearance it puts into force.

    Signals:
        theme_chosen: another theme was chosen; carries its name, or `system`.
    """

    theme_chosen = Signal(object)

    def __init__(self, app: QApplication, appearance: Appearance, preferences: PreferencesFile) -> None:
        super().__init__(appearance)
        self._app = app
        self.appearance = appearance
        self._preferences = preferences
        if preferences.now.reduced_motion:
            appearance.set_reduced_motion(True)
        app.styleHints().colorSchemeChanged.connect(self._follow_system)
        appearance.changed.connect(self._dress)  # before all that lays itself out anew
        self.apply()

    def set_theme(self, name: object) -> None:
        """Change to a theme by its name, or to the system's."""
        self._preferences.change(theme=str(name))
        self.apply()
        self.theme_chosen.emit(name)

    def set_scale(self, scale: float) -> None:
        """Change the text size to one of `SCALES`."""
        self._preferences.change(scale=scale)
        self.apply()

    def set_reduced_motion(self, *, reduced: bool) -> None:
        """Switch all motion off or on."""
        self._preferences.change(reduced_motion=reduced)
        self.appearance.set_reduced_motion(reduced)

    def grow(self) -> None:
        """One step larger."""
        now = self.appearance.text_size
        self.set_scale(min((scale for scale in SCALES if scale > now), default=SCALES[-1]))

    def shrink(self) -> None:
        """One step smaller."""
        now = self.appearance.text_size
        self.set_scale(max((scale for scale in SCALES if scale < now), default=SCALES[0]))

    def reset_size(self) -> None:
        """The usual text size."""
        self.set_scale(SCALES[0])

    def apply(self) -> None:
        """Put theme and text size into force: the application first, then what paints itself."""
        self._app.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            self.appearance.set_look(self._theme(), self._preferences.now.scale)
        finally:
            self._app.restoreOverrideCursor()

    def _dress(self) -> None:
        apply_appearance(self._app, self.appearance)

    def _theme(self) -> Theme:
        name = self._preferences.now.theme
        if name in THEMES:
            return THEMES[name]
        return DARK if self._app.styleHints().colorScheme() is Qt.ColorScheme.Dark else LIGHT

    def _follow_system(self) -> None:
        if self._preferences.now.theme == "system":
            self.apply()
