"""Words that Qt shall take as they are: it guesses rich text, and `&` as a mnemonic, wherever it may."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMessageBox, QWidget


def label(text: str, parent: QWidget | None = None) -> QLabel:
    """A label that shows its text letter by letter."""
    made = QLabel(parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setText(text)
    return made


def button_text(text: str) -> str:
    """The text as a button or menu must get it to show every `&`."""
    return text.replace("&", "&&")


def message(parent: QWidget | None, title: str, text: str, details: str = "") -> QMessageBox:
    """A message box with plain text; the caller shows it.

    Args:
        parent: the window it belongs to.
        title: the window's title.
        text: the sentence people read first.
        details: what is shown on request; empty means no such button.

    Returns:
        The box, not yet shown.
    """
    box = QMessageBox(parent)
    box.setOption(QMessageBox.Option.DontUseNativeDialog)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle(title)
    box.setText(text)
    if details:
        box.setDetailedText(details)
    return box
