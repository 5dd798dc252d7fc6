"""The tokens of the appearance: one frozen value for each theme, and the palette made of it.

Contrast of every pair that is used is measured in tests/ui/style/test_theme.py.
"""

from typing import NamedTuple

from PySide6.QtGui import QColor, QPalette

from quizapp.domain.side import Side


class Theme(NamedTuple):
    """Colours by what they are for, as `#RRGGBB`."""

    name: str
    dark: bool
    bg: str
    surface: str
    sunken: str
    line: str
    border: str
    ink: str
    muted: str
    on_ink: str
    product: str
    product_mark: str
    product_soft: str
    on_product: str
    service: str
    service_mark: str
    service_soft: str
    on_service: str
    right: str
    right_soft: str
    wrong: str
    wrong_soft: str
    focus: str

    @property
    def is_flat(self) -> bool:
        """Whether fills vanish, as in high contrast, so that a state must show by its edge or shape."""
        return self.sunken == self.surface

    def word(self, side: Side) -> QColor:
        """The colour of a side's word, and of a tile filled with it."""
        return QColor(self.product if side is Side.PRODUCT else self.service)

    def mark(self, side: Side) -> QColor:
        """The colour of a side's shape: ◆, ●, edges and underlines."""
        return QColor(self.product_mark if side is Side.PRODUCT else self.service_mark)

    def soft(self, side: Side) -> QColor:
        """The tint behind a side's words."""
        return QColor(self.product_soft if side is Side.PRODUCT else self.service_soft)

    def on(self, side: Side) -> QColor:
        """Text upon a tile filled with the side's word colour."""
        return QColor(self.on_product if side is Side.PRODUCT else self.on_service)


LIGHT = Theme(
    name="light", dark=False,
    bg="#F5F3EE", surface="#FFFFFF", sunken="#EDEAE3", line="#E0DCD2", border="#817C70",
    ink="#1A1E29", muted="#545966", on_ink="#FFFFFF",
    product="#8A4000", product_mark="#BF5600", product_soft="#FCEFDF", on_product="#FFFFFF",
    service="#194FAA", service_mark="#1F5FD0", service_soft="#E6EEFC", on_service="#FFFFFF",
    right="#0B6957", right_soft="#DFF1EC", wrong="#96295B", wrong_soft="#F8E7EE", focus="#1A1E29",
)  # fmt: skip

DARK = Theme(
    name="dark", dark=True,
    bg="#111319", surface="#1A1D25", sunken="#242832", line="#2F3440", border="#7D8595",
    ink="#F3F0EA", muted="#AFB3BE", on_ink="#14171E",
    product="#F3AC62", product_mark="#F3AC62", product_soft="#33261A", on_product="#1E1206",
    service="#92B8FF", service_mark="#92B8FF", service_soft="#1D2A44", on_service="#0A1426",
    right="#62CDB5", right_soft="#17322E", wrong="#F095B9", wrong_soft="#3A202D", focus="#F3F0EA",
)  # fmt: skip

CONTRAST = Theme(
    name="contrast", dark=True,
    bg="#000000", surface="#000000", sunken="#000000", line="#FFFFFF", border="#FFFFFF",
    ink="#FFFFFF", muted="#FFFFFF", on_ink="#000000",
    product="#FFC456", product_mark="#FFC456", product_soft="#000000", on_product="#000000",
    service="#8CC8FF", service_mark="#8CC8FF", service_soft="#000000", on_service="#000000",
    right="#74E8CB", right_soft="#000000", wrong="#FFA6CB", wrong_soft="#000000", focus="#FFEE32",
)  # fmt: skip

THEMES = {theme.name: theme for theme in (LIGHT, DARK, CONTRAST)}


def palette(theme: Theme) -> QPalette:
    """The palette that gives every standard widget the theme's colours."""
    made = QPalette()
    role = QPalette.ColorRole
    for colour, roles in (
        (theme.bg, (role.Window,)),
        (theme.surface, (role.Base, role.Button, role.ToolTipBase)),
        (theme.sunken, (role.AlternateBase, role.Midlight)),
        (
            theme.ink,
            (role.WindowText, role.Text, role.ButtonText, role.ToolTipText, role.Highlight, role.Link),
        ),
        (theme.on_ink, (role.HighlightedText, role.BrightText)),
        (theme.border, (role.Mid, role.Dark)),
        (theme.line, (role.Light,)),
        (theme.muted, (role.PlaceholderText,)),
    ):
        for each in roles:
            made.setColor(each, QColor(colour))
    for each in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, each, QColor(theme.muted))
    return made


def mix(colour: str | QColor, other: str | QColor, share: float) -> QColor:
    """A colour moved towards another; a share of 0 leaves it, 1 replaces it."""
    here, there = QColor(colour), QColor(other)
    return QColor.fromRgbF(
        here.redF() + (there.redF() - here.redF()) * share,
        here.greenF() + (there.greenF() - here.greenF()) * share,
        here.blueF() + (there.blueF() - here.blueF()) * share,
    )
