"""What this program is, whose argument it explains, and what it may tell about this computer."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from quizapp import __version__
from quizapp.ui.action_button import ActionButton
from quizapp.ui.announce import announce
from quizapp.ui.control_row import ControlRow
from quizapp.ui.dialogs import ReadingDialog
from quizapp.ui.look import Look
from quizapp.ui.text import Text


class AboutDialog(ReadingDialog):
    """Version, credit, marks and licences; below them what helps to mend a mistake.

    Args:
        look: the look in force.
        notice: the notice of the open bank, empty for none.
        diagnostics: what can be copied, and is shown before; empty leaves that out.
        parent: the window it lies over.
    """

    def __init__(self, look: Look, notice: str, diagnostics: str = "", parent: QWidget | None = None) -> None:
        super().__init__(look, self.tr("Product or Service?"), parent)
        self._look = look
        self._diagnostics = diagnostics
        self._copy = ActionButton(look, self.tr("Copy diagnostics"), "outline")
        self._copy.clicked.connect(self._copy_diagnostics)
        for text in (*self._paragraphs(), notice):
            if text:
                self.page.column.addWidget(Text(look, "body", text))
        self._add_licences()
        if diagnostics:
            self._add_diagnostics()
        self.page.column.addStretch(1)

    def _paragraphs(self) -> tuple[str, ...]:
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
        )
        self._add_heading(self.tr("Licences"))
        self.page.column.addWidget(Text(self._look, "body", "\n".join(licences)))
        rest = self.tr("All of them: THIRD-PARTY-NOTICES.md, which comes with the program.")
        self.page.column.addWidget(Text(self._look, "body", rest, "muted"))

    def _add_diagnostics(self) -> None:
        told = self.tr(
            "If something goes wrong, these lines help to mend it: versions, screens, folders, how many "
            "questions the open banks hold, and the last lines of the error log. No answers and no notes "
            "are among them. Read them before you send them."
        )
        self._add_heading(self.tr("Diagnostics"))
        self.page.column.addWidget(Text(self._look, "body", told))
        row = ControlRow(self._look)
        row.addWidget(self._copy)
        self.page.column.addLayout(row)
        self.page.column.addWidget(Text(self._look, "label", self._diagnostics, "muted"))

    def _add_heading(self, words: str) -> None:
        self.page.column.addSpacing(self._look.px(8))
        self.page.column.addWidget(Text(self._look, "section", words))

    def _copy_diagnostics(self) -> None:
        QGuiApplication.clipboard().setText(self._diagnostics)
        self._copy.setText(self.tr("Copied"))
        announce(self, self.tr("Copied"))
