"""The one style sheet of the program: standard widgets dressed in the colours of a theme and a text size.

`@token` stands for a colour of the theme, `12u` for 12 px at 100 % text. Every control, label and card
keeps `RING` px free at its sides, where the focus ring is drawn: visible edges and words line up.
"""

import re
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from quizapp.ui.style.theme import Theme, mix
from quizapp.ui.style.type import TYPE, letter_spacing

RING = 4
"""px at the sides of every control, label and card: a focus ring's width and its gap."""

_ACCENTED_FROM = 20  # px: from here on an accent on a capital reaches above the line

_TOKEN = re.compile(r"@(\w+)")
_UNITS = re.compile(r"(?<![\w.])(\d+(?:\.\d+)?)u\b")

_BASE = """
QToolTip { background: @surface; color: @ink; border: 1px solid @border; padding: 4px; }
QMenuBar { background: @bg; color: @ink; border: none; padding: 2px 8px; }
QMenuBar::item { background: transparent; padding: 4px 10px; border-radius: 6px; }
QMenuBar::item:selected { background: @sunken; color: @ink; }
QMenu { background: @surface; color: @ink; border: 1px solid @border; padding: 6px; }
QMenu::item { padding: 6px 28px 6px 24px; border-radius: 6px; }
QMenu::item:selected { background: @ink; color: @on_ink; }
QMenu::item:disabled { color: @muted; }
QMenu::separator { height: 1px; background: @line; margin: 6px 8px; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 3px; }
QScrollBar::handle:vertical { background: @border; border-radius: 3px; min-height: 32px; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 3px; }
QScrollBar::handle:horizontal { background: @border; border-radius: 3px; min-width: 32px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QScrollArea, QScrollArea > QWidget > QWidget[page="true"] { background: transparent; border: none; }
QFrame[fade="top"] { border: none;
    background: qlineargradient(x1: 0, y1: 0, x2: 0, y2: 1, stop: 0 @bg, stop: 1 @bg_clear); }
QFrame[fade="bottom"] { border: none;
    background: qlineargradient(x1: 0, y1: 0, x2: 0, y2: 1, stop: 0 @bg_clear, stop: 1 @bg); }
QScrollArea[part="true"] { border: 2.5px solid transparent; border-radius: 10u; }
QScrollArea[part="true"]:focus { border-color: @focus; }
"""

_WORDS = """
QLabel[use] { color: @ink; background: transparent; padding: 0 4px; }
QLabel[use][heading="true"]:focus { border: 2.5px solid @focus; border-radius: 8px; padding: 0 1.5px; }
QLabel[tone="muted"], QLabel[use]:disabled { color: @muted; }
QLabel[use][pill="true"] { padding: 6u 12px; border-radius: 14u; }
QLabel[use][pill="true"][current="true"] { background: @ink; color: @on_ink; }
QLabel[tone="always_ink"], QLabel[tone="always_ink"]:disabled { color: @ink; }
QLabel[tone="on_ink"] { color: @on_ink; }
QLabel[tone="product"] { color: @product; }
QLabel[tone="service"] { color: @service; }
QLabel[tone="right"] { color: @right; }
QLabel[tone="wrong"] { color: @wrong; }
QTextBrowser { background: transparent; color: @ink; border: 2.5px solid transparent; border-radius: 8px;
    selection-background-color: @ink; selection-color: @on_ink; }
QTextBrowser:focus { border-color: @focus; }
QTextBrowser[marked="true"] { border: none; }
"""

_CARDS = """
QFrame[card="true"] { background: @surface; border: 1px solid @line; border-radius: 16u; margin: 4px; }
QFrame[card="sunken"] { background: @sunken; border: 1px solid @sunken; border-radius: 12u; margin: 4px; }
QFrame[card="product"], QFrame[card="service"] { border-radius: 12u; margin: 4px; }
QFrame[card="product"] { background: @product_soft; border: 1px solid @product_soft; }
QFrame[card="service"] { background: @service_soft; border: 1px solid @service_soft; }
QFrame[card="product"][own="true"] { border: 2px solid @product_mark; }
QFrame[card="service"][own="true"] { border: 2px solid @service_mark; }
QFrame[stripe="true"] { background: @ink; border: none; border-radius: 2px; min-width: 4px; max-width: 4px; }
QLabel[key="true"] { color: @muted; border: 1px solid @border; border-radius: 6u; padding: 0 6px;
    min-height: 20u; font-size: 12u; font-weight: 600; }
QFrame[card="toast"] { background: @ink; border: none; border-radius: 12u; }
QFrame[rule="true"] { background: @line; border: none; max-height: 1px; min-height: 1px; margin: 0 4px; }
"""

_BUTTONS = """
QPushButton[kind], QPushButton[entry="true"], QRadioButton, QCheckBox { outline: none; }
QPushButton { background: @surface; color: @ink; border: 1px solid @border; border-radius: 12u;
    margin: 4px; padding: 0; min-height: 42u; font-size: 16u; font-weight: 600;
    background-clip: border; background-origin: border; }
QPushButton:hover { background: @sunken; }
QPushButton:pressed, QPushButton:checked { background: @sunken; border: 2.5px solid @ink; margin: 2.5px; }
QPushButton:disabled { background: @sunken; color: @muted; border-color: @line; }
QPushButton:checked:disabled { border-color: @muted; }
QPushButton[small="true"] { min-height: 32u; font-size: 14u; }
QPushButton[large="true"] { min-height: 52u; }
QPushButton[kind="filled"] { background: @ink; color: @on_ink; border-color: @ink; }
QPushButton[kind="filled"]:hover { background: @ink_hover; border-color: @ink_hover; }
QPushButton[kind="filled"]:pressed { background: @ink_down; border-color: @ink_down; }
QPushButton[kind="filled"]:disabled { background: @sunken; color: @muted; border: 1px solid @line; }
QPushButton[kind="quiet"] { background: transparent; border-color: transparent; font-weight: 500; }
QPushButton[kind="quiet"]:hover { background: @sunken; }
QPushButton[kind="quiet"]:pressed { background: @sunken; border: 1px solid @border; margin: 4px; }
QPushButton[kind="quiet"]:checked { background: @sunken; border: 1px solid @border; margin: 4px;
    font-weight: 600; }
QPushButton[kind="flag"], QPushButton[kind="flag"]:checked { background: transparent;
    border: 1px solid transparent; margin: 4px; font-weight: 500; }
QPushButton[kind="flag"]:hover, QPushButton[kind="flag"]:pressed { background: @sunken; }
QPushButton[kind="quiet"]:disabled { background: transparent; }
QPushButton[fold="true"]:checked { background: transparent; border-color: transparent; }
QPushButton[fold="true"]:checked:hover { background: @sunken; }
QPushButton[kind="chip"] { border-radius: 16u; min-height: 32u; font-size: 14u; font-weight: 500; }
QPushButton[kind="chip"]:checked { font-weight: 600; }
QPushButton[kind="row"] { background: transparent; border-color: transparent; min-height: 0; }
QPushButton[kind="row"]:hover { background: @sunken; }
QPushButton[kind="row"]:disabled { background: transparent; border-color: transparent; }
QPushButton[kind="choice"] { min-height: 0; }
QPushButton[kind="choice"][told="true"]:disabled { background: @surface; }
QPushButton[kind="choice"][told="true"]:checked:disabled { background: @sunken; border-color: @ink; }
QLabel[cap] { color: @ink; border: 1px solid @border; border-radius: 8u; font-size: 14u; font-weight: 700;
    min-width: 28u; max-width: 28u; min-height: 28u; max-height: 28u; }
QLabel[cap="open"]:disabled { color: @muted; }
QLabel[cap="chosen"] { background: @ink; color: @on_ink; border-color: @ink; }
QPushButton[kind]:focus { border: 2.5px solid @focus; margin: 0; border-radius: 15u;
    background-clip: content; background-origin: content; }
QPushButton[kind="chip"]:focus { border-radius: 17.5u; }
QPushButton::menu-indicator { image: url("@icons/chevron-down.svg"); width: 16u; height: 16u;
    subcontrol-position: right center; right: 12px; }
QPushButton[wordless="true"]::menu-indicator { image: none; width: 0; }
"""

_CHOICES = """
QRadioButton, QCheckBox { color: @ink; background: transparent; border: 2.5px solid transparent;
    border-radius: 10u; padding: 4px 2px; spacing: 12u; font-size: 16u; font-weight: 500; }
QRadioButton:checked, QCheckBox:checked { font-weight: 600; }
QRadioButton:disabled, QCheckBox:disabled { color: @muted; }
QRadioButton:focus, QCheckBox:focus { border-color: @focus; }
QRadioButton::indicator, QCheckBox::indicator { width: 20u; height: 20u;
    subcontrol-position: left top; }
"""

_FIELDS = """
QLineEdit, QPlainTextEdit, QSpinBox, QDateEdit, QComboBox { background: @surface; color: @ink;
    border: 1px solid @border; border-radius: 12u; margin: 4px; padding: 0 10px; font-size: 16u;
    font-weight: 500; selection-background-color: @ink; selection-color: @on_ink; }
QLineEdit, QSpinBox, QDateEdit, QComboBox { min-height: 40u; }
QLineEdit[small="true"], QSpinBox[small="true"] { min-height: 32u; font-size: 14u; }
QPlainTextEdit { padding: 6px; }
QLineEdit:hover, QPlainTextEdit:hover, QSpinBox:hover, QDateEdit:hover, QComboBox:hover {
    border-color: @ink; }
QLineEdit:focus, QPlainTextEdit:focus, QSpinBox:focus, QDateEdit:focus, QComboBox:focus {
    border: 2.5px solid @focus; margin: 2px; border-radius: 13u; }
QLineEdit:disabled, QPlainTextEdit:disabled, QSpinBox:disabled, QDateEdit:disabled, QComboBox:disabled {
    background: @sunken; color: @muted; border-color: @line; }
QAbstractSpinBox QLineEdit, QComboBox QLineEdit { border: none; margin: 0; padding: 0; min-height: 0;
    background: transparent; }
QComboBox::drop-down, QDateEdit::drop-down { subcontrol-origin: border; subcontrol-position: center right;
    width: 34u; border: none; }
QComboBox::down-arrow, QDateEdit::down-arrow { image: url("@icons/chevron-down.svg"); width: 18u;
    height: 18u; }
QComboBox QAbstractItemView { background: @surface; color: @ink; border: 1px solid @border; padding: 4px;
    selection-background-color: @ink; selection-color: @on_ink; }
QSpinBox::up-button, QSpinBox::down-button { subcontrol-origin: border; width: 28u; height: 20u;
    border: none; background: transparent; }
QSpinBox::up-button { subcontrol-position: top right; }
QSpinBox::down-button { subcontrol-position: bottom right; }
QSpinBox::up-arrow { image: url("@icons/chevron-up.svg"); width: 16u; height: 16u; top: 2px; }
QSpinBox::down-arrow { image: url("@icons/chevron-down.svg"); width: 16u; height: 16u; bottom: 2px; }
QCalendarWidget QWidget { alternate-background-color: @sunken; }
QCalendarWidget QAbstractItemView { background: @surface; color: @ink; selection-background-color: @ink;
    selection-color: @on_ink; outline: none; border: none; }
QCalendarWidget QToolButton { background: transparent; color: @ink; border: none; border-radius: 8px;
    padding: 6px 10px; font-size: 15u; font-weight: 600; }
QCalendarWidget QToolButton:hover { background: @sunken; }
QCalendarWidget QToolButton::menu-indicator { image: none; }
QCalendarWidget QWidget#qt_calendar_navigationbar { background: @surface; }
QCalendarWidget #qt_calendar_prevmonth { qproperty-icon: url("@icons/chevron-left.svg"); }
QCalendarWidget #qt_calendar_nextmonth { qproperty-icon: url("@icons/chevron-right.svg"); }
"""

_LISTS = """
QTableView, QListView { background: @surface; color: @ink; border: 1px solid @line; border-radius: 12u;
    gridline-color: transparent; outline: none; font-size: 15u; font-weight: 400;
    selection-background-color: @sunken; selection-color: @ink; }
QTableView:focus, QListView:focus { border: 2.5px solid @focus; }
QTableView::item { border-bottom: 1px solid @line; padding: 0 8px; }
QTableView::item:selected { background: @sunken; color: @ink; }
QListView[plain="true"], QTableView[plain="true"] { background: transparent; border: none; }
QTableView[figure="true"] { background: transparent; border: 2.5px solid transparent; }
QTableView[figure="true"]:focus { border-color: @focus; }
QTableView[box="true"] { border-radius: 16u; margin: 4px; padding: 6u 10u; }
QTableView[box="true"]:focus { margin: 2.5px; }
QListView[box="true"] { border-color: @border; margin: 4px; padding: 5px; }
QListView[box="true"]:focus { border-color: @focus; margin: 2.5px; }
QListView[box="true"]::item { border-bottom: 1px solid @line; }
QListView[box="true"]::item:selected { background: @sunken; color: @ink; }
QListView::indicator { width: 20u; height: 20u; }
QTableView[plain="true"] QHeaderView, QTableView[plain="true"] QHeaderView::section {
    background: transparent; border: none; padding: 0 1px; }
QTableView[plain="true"] QHeaderView::section:vertical { color: @ink; font-size: 14u; font-weight: 500; }
QHeaderView { background: @surface; border: none; }
QHeaderView::section { background: @surface; color: @muted; border: none; border-bottom: 1px solid @border;
    padding: 8px 11px; font-size: 13u; font-weight: 600; }
QTableCornerButton::section { background: @surface; border: none; }
"""

_SIDEBAR = """
QFrame[sidebar="true"] { background: @bg; border: none; }
QPushButton[entry="true"] { color: @muted; background: transparent; border: 2.5px solid transparent;
    border-radius: 12u; margin: 0; padding: 9px 11px; min-height: 0; text-align: left;
    font-size: 15u; font-weight: 500; }
QPushButton[entry="true"]:hover { background: @sunken; }
QPushButton[entry="true"]:pressed, QPushButton[entry="true"]:checked { background: @surface; color: @ink;
    border-color: transparent; margin: 0; font-weight: 600; }
QPushButton[entry="true"]:focus { border-color: @focus; }
"""

_FLAT = """
QFrame[card="sunken"], QFrame[card="product"][own="false"], QFrame[card="service"][own="false"] {
    border-color: @line; }
QFrame[card="product"][own="true"], QFrame[card="service"][own="true"] { border-width: 3px; }
QPushButton[kind="quiet"] { border: 1px solid @border; }
QPushButton[kind="flag"], QPushButton[kind="flag"]:checked { border: 1px solid @border; margin: 4px; }
QPushButton:hover { border: 2.5px solid @ink; margin: 2.5px; }
QPushButton[kind="row"]:hover { border: 1px solid @ink; margin: 4px; }
QPushButton[kind="quiet"]:hover { border: 2.5px solid @ink; margin: 2.5px; }
QPushButton:checked, QPushButton:pressed { border: 4px solid @ink; margin: 1px; }
QPushButton[kind="quiet"]:checked, QPushButton[kind="quiet"]:pressed { border: 4px solid @ink;
    margin: 1px; }
QPushButton[fold="true"]:checked { border: 1px solid @border; margin: 4px; }
QPushButton[fold="true"]:checked:hover { border: 2.5px solid @ink; margin: 2.5px; }
QPushButton[kind="filled"]:hover { border-color: @focus; }
QPushButton[kind="filled"]:pressed { border-color: @focus; color: @ink; background: @surface; }
QPushButton[kind]:disabled { border: 1px dashed @line; margin: 4px; }
QPushButton[kind]:checked:disabled { border: 2.5px dashed @line; margin: 2.5px; }
QPushButton[told="true"]:disabled { border: 1px solid @line; margin: 4px; }
QPushButton[kind]:focus { border: 2.5px solid @focus; margin: 0; }
QPushButton[kind]:checked:focus { border-width: 4px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QSpinBox:disabled, QDateEdit:disabled, QComboBox:disabled {
    border-style: dashed; }
QPushButton[entry="true"]:hover { border: 2.5px dotted @line; margin: 0; }
QPushButton[entry="true"]:checked { border: 2.5px solid @ink; }
QPushButton[entry="true"]:focus { border: 2.5px solid @focus; }
QTableView::item:selected, QListView[box="true"]::item:selected { border-top: 2px solid @focus;
    border-bottom: 2px solid @focus; }
"""
"""What fills show in the other themes is shown by edges where fills vanish; it stands last."""


def look_again(widget: QWidget) -> None:
    """Have the sheet look at a widget whose properties have changed; one that was never looked at will be.

    The first of them that asks for its style costs a start 6 ms: PySide6 then makes all classes of styles.
    """
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def style_sheet(theme: Theme, scale: float, indicators: Path) -> str:
    """The sheet of a theme at a text size.

    Args:
        theme: its colours.
        scale: the text size, 1.0 for 100 %.
        indicators: the folder that holds the pictures of radio buttons, check boxes and arrows by theme.
    """
    icons = (indicators / theme.name).as_posix()
    parts = [_BASE, _WORDS, _type_rules(scale), _CARDS, _BUTTONS, _CHOICES, _indicator_rules(), _FIELDS]
    parts += [_LISTS, _SIDEBAR, _FLAT if theme.is_flat else ""]
    colours = {name: str(value) for name, value in theme._asdict().items()}
    colours["ink_hover"] = mix(theme.ink, theme.surface, 0.14).name()
    colours["ink_down"] = mix(theme.ink, theme.surface, 0.26).name()
    clear = QColor(theme.bg)
    colours["bg_clear"] = f"rgba({clear.red()}, {clear.green()}, {clear.blue()}, 0)"
    colours["icons"] = icons
    sheet = _TOKEN.sub(lambda found: colours[found[1]], "".join(parts))
    return _UNITS.sub(lambda found: f"{max(1, round(float(found[1]) * scale))}px", sheet)


def _type_rules(scale: float) -> str:
    """Size, weight and letter spacing of a label by what it is used for."""
    return "".join(
        f'QLabel[use="{use}"] {{ font-size: {step.size}u; font-weight: {step.weight};'
        f" letter-spacing: {letter_spacing(step.size) * scale:.2f}px;"
        f" padding: {'1u' if step.size >= _ACCENTED_FROM else '0'} 4px 0 4px; }}\n"
        for use, step in TYPE.items()
    )


def _indicator_rules() -> str:
    """The pictures of radio buttons and check boxes, by state."""
    rules = []
    for widget, name in (("QRadioButton", "radio"), ("QCheckBox", "check"), ("QListView", "check")):
        for state, picture in (
            (":unchecked", "off"),
            (":unchecked:hover", "hover"),
            (":checked", "on"),
            (":unchecked:disabled", "off-disabled"),
            (":checked:disabled", "on-disabled"),
        ):
            rules.append(f'{widget}::indicator{state} {{ image: url("@icons/{name}-{picture}.svg"); }}\n')
    return "".join(rules)
