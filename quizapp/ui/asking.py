"""The small windows over the main one: questions to the person, things to read, trouble."""

from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from quizapp.domain.selection import FIRST_SEEDS, SEEDS
from quizapp.ui.look import Look
from quizapp.ui.plain import button_text, message


class Asking(QObject):
    """Opens dialogs; what they need is loaded when the first of its kind opens."""

    def __init__(self, look: Look, window: QWidget) -> None:
        super().__init__(window)
        self._look = look
        self._window = window

    def bank_file(self) -> Path | None:
        """The bank file that somebody chooses."""
        from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415 - no start needs it

        name, _ = QFileDialog.getOpenFileName(
            self._window, self.tr("Open a bank"), "", self.tr("Banks (*.yaml *.yml);;All files (*)")
        )
        return Path(name) if name else None

    def seed(self) -> int | None:
        """The seed of a set that somebody types in."""
        from PySide6.QtWidgets import QInputDialog  # noqa: PLC0415 - no start needs it

        seed, wanted = QInputDialog.getInt(
            self._window,
            self.tr("Start a set by its seed"),
            self.tr("The seed printed on the summary of a set:"),
            SEEDS.start,
            FIRST_SEEDS.start,
            SEEDS.stop - 1,
        )
        return seed if wanted else None

    def save_file(self, suggested: str) -> Path | None:
        """Where somebody wants a text to be saved; the dialog asks before it replaces a file.

        Args:
            suggested: a file name to begin with.
        """
        from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415 - no start needs it

        name, _ = QFileDialog.getSaveFileName(
            self._window, self.tr("Save as"), suggested, self.tr("Texts (*.txt);;All files (*)")
        )
        return Path(name) if name else None

    def confirm(self, title: str, sentence: str, verb: str) -> bool:
        """Whether somebody wants what cannot be taken back; Enter and Esc leave everything as it is.

        Args:
            title: what is asked about.
            sentence: what would happen.
            verb: what the button says that does it.
        """
        # Both in the text: some systems show no title, and Qt reads its smaller text as markup.
        box = message(self._window, title, f"{title}\n\n{sentence}")
        do = box.addButton(button_text(verb), QMessageBox.ButtonRole.AcceptRole)
        leave = box.addButton(self.tr("Leave as it is"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(leave)
        box.setEscapeButton(leave)
        box.exec()
        chosen = box.clickedButton() is do
        box.deleteLater()
        return chosen

    def show_keys(self) -> None:
        """Show the overview of keys."""
        from quizapp.ui.dialogs import KeysDialog  # noqa: PLC0415 - no start needs it

        KeysDialog(self._look, self._window).open()

    def show_about(self, notice: str, diagnostics: str = "") -> None:
        """Show what this program is.

        Args:
            notice: the notice of the open bank, empty for none.
            diagnostics: what the dialog offers to copy, see `diagnostics.diagnostics`.
        """
        from quizapp.ui.about_dialog import AboutDialog  # noqa: PLC0415 - no start needs it

        AboutDialog(self._look, notice, diagnostics, self._window).open()

    def tell(self, sentence: object) -> None:
        """Say what went wrong, once, without stopping the program."""
        open_boxes = self._window.findChildren(QMessageBox)
        if all(box.text() != str(sentence) for box in open_boxes if box.isVisible()):
            box = message(self._window, self.tr("Product or Service?"), str(sentence))
            box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            box.open()
