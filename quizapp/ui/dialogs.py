"""The questions asked over the window: confirm, save as, seed, about."""

import atexit
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, QSettings, QStandardPaths, Qt
from PySide6.QtGui import QGuiApplication, QIntValidator
from PySide6.QtWidgets import QWidget

from quizapp import __version__
from quizapp.domain.directions import isolated
from quizapp.domain.selection import FIRST_SEEDS, SEEDS
from quizapp.ui.preferences import PreferencesFile
from quizapp.ui.style.type import scaled
from quizapp.ui.widgets.buttons import Button
from quizapp.ui.widgets.dialogs import KeysDialog, MessageDialog, ReadingDialog
from quizapp.ui.widgets.reading import Paragraph, ReadingText
from quizapp.ui.widgets.text import Text, announce

if TYPE_CHECKING:
    from PySide6.QtWidgets import QFileDialog


@cache
def file_dialog() -> "type[QFileDialog]":
    """The dialog that asks for a file; Qt keeps nothing of it beyond the end of the program.

    Qt would write the folders that were visited into `QtProject.conf` among the person's settings. It gets
    an empty folder instead, not that of the person's data: see `PreferencesFile` on what such a file may
    hold.
    """
    from tempfile import TemporaryDirectory  # noqa: PLC0415 - no start needs them

    from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415

    try:
        passing = TemporaryDirectory(prefix="product-or-service-", ignore_cleanup_errors=True)
    except OSError:  # a full disk; what is saved may go to another one
        return QFileDialog
    atexit.register(passing.cleanup)
    for form in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
        QSettings.setPath(form, QSettings.Scope.UserScope, passing.name)
    return QFileDialog


class Dialogs(QObject):
    """Opens dialogs."""

    def __init__(self, window: QWidget, preferences: PreferencesFile | None = None) -> None:
        """Open dialogs over a window.

        Args:
            window: the window.
            preferences: remember the folder that was used last; without them it is forgotten at the end.
        """
        super().__init__(window)
        self._window = window
        self._preferences = preferences
        self._folder: Path | None = None

    def bank_file(self) -> Path | None:
        """The bank file that somebody chooses."""
        dialog = file_dialog()
        name, _ = dialog.getOpenFileName(
            self._window,
            self.tr("Open a bank"),
            str(self._usual_folder()),
            self.tr("Banks (*.yaml *.yml);;All files (*)"),
        )
        return self._remembered(Path(name)) if name else None

    def open_file(self, title: str, kind: str, ending: str) -> Path | None:
        """The file that somebody chooses to be read.

        Args:
            title: what for.
            kind: what such files are called.
            ending: how their names end, without the dot.
        """
        dialog = file_dialog()
        kinds = self.tr("{kind} (*.{ending});;All files (*)").format(kind=kind, ending=ending)
        name, _ = dialog.getOpenFileName(self._window, title, str(self._usual_folder()), kinds)
        return self._remembered(Path(name)) if name else None

    def _usual_folder(self) -> Path:
        """The folder used last, or that of the person's documents."""
        used = self._folder or (self._preferences.now.folder if self._preferences else None)
        if used is not None and used.is_dir():
            return used
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        return Path(documents) if documents and Path(documents).is_dir() else Path.home()

    def _remembered(self, path: Path) -> Path:
        self._folder = path.parent
        if self._preferences is not None:
            self._preferences.change(folder=path.parent)
        return path

    def seed(self) -> int | None:
        """The seed of a set that somebody types in."""
        dialog = SeedDialog(self._window)
        dialog.exec()
        dialog.deleteLater()
        return dialog.seed()

    def save_file(self, suggested: str, kind: str = "", ending: str = "txt") -> Path | None:
        """Where somebody wants something to be saved; it is asked about before a file is replaced.

        Args:
            suggested: a file name to begin with.
            kind: what such files are called; empty for texts.
            ending: how their names end, without the dot; a name typed without it gets it.
        """
        dialog = file_dialog()
        kinds = self.tr("{kind} (*.{ending});;All files (*)").format(
            kind=kind or self.tr("Texts"), ending=ending
        )
        while True:
            place = str(self._usual_folder() / suggested)
            name, _ = dialog.getSaveFileName(self._window, self.tr("Save as"), place, kinds)
            if not name:
                return None
            path = self._remembered(Path(name))
            if path.suffix.lower() == f".{ending}":
                return path  # the dialog has asked about this very name
            path = path.with_name(f"{path.name}.{ending}")
            if not path.exists() or self._may_replace(path):
                return path
            suggested = path.name

    def _may_replace(self, path: Path) -> bool:
        sentence = self.tr("{name} is there already. If you replace it, what it holds now is gone.")
        return self.confirm(self.tr("Save as"), sentence.format(name=isolated(path.name)), self.tr("Replace"))

    def confirm(self, title: str, sentence: str, verb: str, stay: str = "") -> bool:
        """Whether somebody wants what cannot be taken back; Enter and Esc leave everything as it is.

        Args:
            title: what is asked about.
            sentence: what would happen.
            verb: what the button says that does it.
            stay: what the other button says, where that is more than leaving things as they are.
        """
        box = MessageDialog(title, sentence, self._window)
        box.add_button(stay or self.tr("Leave as it is"), "filled", "Esc")
        do = box.add_button(verb)
        box.exec()
        box.deleteLater()
        return box.chosen is do

    def offer(self, title: str, sentence: str, verb: str) -> bool:
        """Whether somebody takes an offer that costs nothing; Enter takes it, Esc leaves all as it is.

        Args:
            title: what is offered.
            sentence: what would happen.
            verb: what the button says that does it.
        """
        box = MessageDialog(title, sentence, self._window)
        do = box.add_button(verb, "filled")
        box.add_button(self.tr("Not now"), key="Esc")
        box.exec()
        box.deleteLater()
        return box.chosen is do

    def show_text(self, title: str, paragraphs: Sequence[str]) -> None:
        """Show a text to read in a window of its own."""
        TextDialog(title, paragraphs, self._window).open()

    def show_keys(self) -> None:
        """Show the overview of keys."""
        KeysDialog(self._window).open()

    def show_about(self, notice: str, diagnostics: str = "") -> None:
        """Show what this program is.

        Args:
            notice: the notice of the open bank, empty for none.
            diagnostics: what the dialog offers to copy, see `diagnostics.diagnostics`.
        """
        AboutDialog(notice, diagnostics, self._window).open()

    def show_error(self, sentence: object) -> None:
        """Say what went wrong, once, without stopping the program."""
        open_boxes = self._window.findChildren(MessageDialog)
        if any(box.text() == str(sentence) for box in open_boxes if box.isVisible()):
            return
        box = MessageDialog("", str(sentence), self._window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.add_button(self.tr("Close"), "filled", "Esc")
        box.open()


_WIDTH = 160  # px at 100 % text
_ABOVE = 8  # px between paragraphs


class SeedDialog(MessageDialog):
    """Takes a seed that is printed somewhere; only one that could be printed starts a set."""

    def __init__(self, parent: QWidget | None = None) -> None:
        sentence = self.tr(
            "With the same bank, a session number gives everybody the same questions. It stands on the "
            "summary of a session: a number from {first} to {last}."
        )
        from quizapp.ui.widgets.fields import TextField  # noqa: PLC0415 - fields of all kinds load slowly

        told = sentence.format(first=FIRST_SEEDS.start, last=SEEDS.stop - 1)
        super().__init__(self.tr("Repeat a session by number"), told, parent)
        self._field = TextField(self.tr("Session number"))
        self._field.setFixedWidth(scaled(_WIDTH))
        self._field.setValidator(self._printed())
        self.page.column.addWidget(self._field, 0, Qt.AlignmentFlag.AlignLeading)
        self._start = self.add_button(self.tr("Start this session"), "filled", "Enter")
        self.add_button(self.tr("Cancel"), "quiet", "Esc")
        self._field.textChanged.connect(self._update_start)
        self._update_start()
        self._field.setFocus()

    def _printed(self) -> QIntValidator:
        """Takes seeds as they are printed: without a sign between thousands."""
        digits = QIntValidator(FIRST_SEEDS.start, SEEDS.stop - 1, self)
        printed = QLocale.c()
        printed.setNumberOptions(QLocale.NumberOption.RejectGroupSeparator)
        digits.setLocale(printed)
        return digits

    def _update_start(self) -> None:
        self._start.setEnabled(self._field.hasAcceptableInput())

    def seed(self) -> int | None:
        """The seed that was typed in, once it is to be started."""
        return int(self._field.text()) if self.chosen is self._start else None


class TextDialog(ReadingDialog):
    """A text to read, paragraph by paragraph."""

    def __init__(self, title: str, paragraphs: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        words = ReadingText("body", title)
        words.set_paragraphs([Paragraph(text, above=2 * _ABOVE) for text in paragraphs])
        self.page.column.addWidget(words)
        self.page.column.addStretch(1)


class AboutDialog(ReadingDialog):
    """Version, credit, marks and licences; below them what helps to mend a mistake.

    Args:
        notice: the notice of the open bank, empty for none.
        diagnostics: what can be copied, and is shown before; empty leaves that out.
        parent: the window it lies over.
    """

    def __init__(self, notice: str, diagnostics: str = "", parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Product or Service?"), parent)
        self._diagnostics = diagnostics
        self._copy = Button(self.tr("Copy diagnostics"), "outline")
        self._copy.clicked.connect(self._copy_diagnostics)
        texts = [text for text in (*self._sentences(), notice) if text]
        self._add_document(self.windowTitle(), [Paragraph(text, above=_ABOVE) for text in texts])
        self._add_licences()
        if diagnostics:
            self._add_diagnostics()
        self.page.column.addStretch(1)

    def _sentences(self) -> tuple[str, ...]:
        return (
            self.tr("Version {version}. Revision practice for ITIL® Foundation.").format(version=__version__),
            self.tr(
                "The questions explain themselves with the arguments of the article “Product or Service?” "
                "by Trevor Wilson, ITSM Assist Limited, in our own words."
            ),
            self.tr(
                "Independent study aid: not produced, endorsed or approved by PeopleCert or AXELOS. "
                "ITIL® is a registered trade mark of its owner. The questions are original."
            ),
            self.tr("Nothing leaves this computer: no account, no network, no statistics sent."),
        )

    def _add_licences(self) -> None:
        licences = (
            self.tr("This program: MIT, the Product or Service? project"),
            self.tr("Qt, PySide6: LGPL 3.0, The Qt Company"),
            self.tr("Inter: SIL Open Font License 1.1, Rasmus Andersson"),
            self.tr("Lucide icons: ISC, some MIT, Lucide and Cole Bemis"),
            self.tr("PyYAML: MIT, Kirill Simonov and others"),
            self.tr("pydantic: MIT, Pydantic Services"),
            self.tr("platformdirs: MIT, its developers"),
            self.tr("fsrs: MIT, Open Spaced Repetition"),
        )
        rest = self.tr("All of them: THIRD-PARTY-NOTICES.md, which comes with the program.")
        heading = self._add_heading(self.tr("Licences"))
        told = [*(Paragraph(each) for each in licences), Paragraph(rest, tone="muted", above=_ABOVE)]
        self._add_document(heading, told)

    def _add_diagnostics(self) -> None:
        told = self.tr(
            "If something goes wrong, these lines help to mend it: versions, screens, folders, how many "
            "questions the open banks hold, and the last lines of the error log. No answers and no notes "
            "are among them. Read them before you send them."
        )
        heading = self._add_heading(self.tr("Diagnostics"))
        self._add_document(heading, [Paragraph(told)])
        self.page.column.addWidget(self._copy, 0, Qt.AlignmentFlag.AlignLeading)
        self._add_document(heading, [Paragraph(self._diagnostics, "label", "muted")])

    def _add_heading(self, words: str) -> str:
        self.page.column.addSpacing(_ABOVE)
        self.page.column.addWidget(Text("section", words))
        return words

    def _add_document(self, name: str, paragraphs: Sequence[Paragraph]) -> None:
        document = ReadingText("body", name)
        document.set_paragraphs(paragraphs)
        self.page.column.addWidget(document)

    def _copy_diagnostics(self) -> None:
        QGuiApplication.clipboard().setText(self._diagnostics)
        self._copy.setText(self.tr("Copied"))
        announce(self, self.tr("Copied"))
