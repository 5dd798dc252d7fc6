"""The small windows over the main one: questions to the person, things to read, trouble."""

from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from quizapp.ui.look import Look


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
        from quizapp.ui.seed_dialog import SeedDialog  # noqa: PLC0415 - no start needs it

        dialog = SeedDialog(self._look, self._window)
        dialog.exec()
        dialog.deleteLater()
        return dialog.seed()

    def save_file(self, suggested: str, kind: str = "", ending: str = "txt") -> Path | None:
        """Where somebody wants something to be saved; the dialog asks before it replaces a file.

        Args:
            suggested: a file name to begin with.
            kind: what such files are called; empty for texts.
            ending: how their names end, without the dot; a name typed without any gets it.
        """
        from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415 - no start needs it

        kinds = self.tr("{kind} (*.{ending});;All files (*)").format(
            kind=kind or self.tr("Texts"), ending=ending
        )
        name, _ = QFileDialog.getSaveFileName(self._window, self.tr("Save as"), suggested, kinds)
        path = Path(name) if name else None
        return path.with_suffix(f".{ending}") if path and not path.suffix else path

    def confirm(self, title: str, sentence: str, verb: str) -> bool:
        """Whether somebody wants what cannot be taken back; Enter and Esc leave everything as it is.

        Args:
            title: what is asked about.
            sentence: what would happen.
            verb: what the button says that does it.
        """
        from quizapp.ui.message_dialog import MessageDialog  # noqa: PLC0415 - no start needs it

        box = MessageDialog(self._look, title, sentence, self._window)
        box.add_button(self.tr("Leave as it is"), "filled", "Esc")
        do = box.add_button(verb)
        box.exec()
        box.deleteLater()
        return box.chosen is do

    def agree(self, title: str, sentence: str, verb: str) -> bool:
        """Whether somebody takes an offer that costs nothing; Enter takes it, Esc leaves all as it is.

        Args:
            title: what is offered.
            sentence: what would happen.
            verb: what the button says that does it.
        """
        from quizapp.ui.message_dialog import MessageDialog  # noqa: PLC0415 - no start needs it

        box = MessageDialog(self._look, title, sentence, self._window)
        do = box.add_button(verb, "filled")
        box.add_button(self.tr("Not now"), key="Esc")
        box.exec()
        box.deleteLater()
        return box.chosen is do

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
        from quizapp.ui.message_dialog import MessageDialog  # noqa: PLC0415 - no start needs it

        open_boxes = self._window.findChildren(MessageDialog)
        if any(box.text() == str(sentence) for box in open_boxes if box.isVisible()):
            return
        box = MessageDialog(self._look, "", str(sentence), self._window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.add_button(self.tr("Close"), "filled", "Esc")
        box.open()
