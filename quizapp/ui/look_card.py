"""Settings: theme, text size and motion."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from quizapp.ui.chip_group import ChipGroup
from quizapp.ui.look import Look
from quizapp.ui.option_row import OptionRow
from quizapp.ui.preferences import SCALES
from quizapp.ui.setting_card import SettingCard
from quizapp.ui.settings_view import SettingsView
from quizapp.ui.theme_tile import ThemeTiles


class LookCard(SettingCard):
    """How everything looks; each change is seen at once.

    Signals:
        theme_requested: carries a theme's name, or `system`.
        scale_requested: carries one of `SCALES`.
        motion_requested: carries whether motion shall be reduced.
    """

    theme_requested = Signal(object)
    scale_requested = Signal(object)
    motion_requested = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, self.tr("Look"), parent=parent)
        names = (
            ("system", self.tr("System")),
            ("light", self.tr("Light")),
            ("dark", self.tr("Dark")),
            ("contrast", self.tr("High contrast")),
        )
        self._themes = ThemeTiles(look, self.tr("Theme"), names)
        self._sizes = ChipGroup(look, self.tr("Text size"), one_of=True)
        self._motion = OptionRow(look)
        self._build()

    def _build(self) -> None:
        sizes = [f"{round(100 * scale)} %" for scale in SCALES]
        self._sizes.show_chips(sizes, [self.tr("Text size {size}").format(size=size) for size in sizes])
        self._motion.show_option(
            self.tr("Reduce motion"), self.tr("Nothing slides or fades; every panel is there at once.")
        )
        self.add_row(self.tr("Theme"), "", self._themes)
        self.add_row(self.tr("Text size"), self.tr("Ctrl + and Ctrl − change it on every page."), self._sizes)
        self.add_option(self._motion)
        self._themes.chosen.connect(self.theme_requested)
        self._sizes.changed.connect(self._request_scale)
        self._motion.clicked.connect(self._request_motion)

    def show_settings(self, view: SettingsView) -> None:
        """Show what is in force."""
        self._themes.show_theme(view.theme)
        self._sizes.choose([place for place, scale in enumerate(SCALES) if scale == view.scale])
        self._motion.setChecked(view.reduced_motion)

    def _request_scale(self) -> None:
        for place in self._sizes.chosen:
            self.scale_requested.emit(SCALES[place])

    def _request_motion(self) -> None:
        self.motion_requested.emit(self._motion.isChecked())
