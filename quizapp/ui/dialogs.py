"""Two windows to read: the overview of keys, and what this program is."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QVBoxLayout, QWidget

from quizapp import __version__
from quizapp.ui.action_button import ActionButton
from quizapp.ui.look import Look
from quizapp.ui.scroll_page import ScrollPage
from quizapp.ui.text import Text

_WIDTH, _HEIGHT = 620, 520


class ReadingDialog(QDialog):
    """A titled window with scrolling text and one button that closes it."""

    def __init__(self, look: Look, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.page = ScrollPage(look, 560)
        self.page.column.setSpacing(10)
        self.page.column.addWidget(Text(look, "hero", title))
        close = ActionButton(look, self.tr("Close"), "filled", key="Esc")
        close.clicked.connect(self.accept)
        layout = QVBoxLayout(self)
        layout.addWidget(self.page, 1)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignTrailing)
        self.resize(look.px(_WIDTH), look.px(_HEIGHT))
        close.setFocus()


class KeysDialog(ReadingDialog):
    """All keys on one page."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, self.tr("Keys"), parent)
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for row, (keys, meaning) in enumerate(self._keys()):
            grid.addWidget(Text(look, "label_strong", keys), row, 0)
            grid.addWidget(Text(look, "label", meaning), row, 1)
        self.page.column.addLayout(grid)
        self.page.column.addStretch(1)

    def _keys(self) -> list[tuple[str, str]]:
        return [
            (self.tr("P or ←"), self.tr("Product")),
            (self.tr("S or →"), self.tr("Service")),
            (self.tr("1 to 6, A to F"), self.tr("choose this option or reason")),
            (self.tr("0"), self.tr("not sure what decides it")),
            (self.tr("Enter or Space"), self.tr("press what has the focus; go on")),
            (self.tr("Tab"), self.tr("move the focus")),
            (self.tr("↑ ↓, Page Up, Page Down"), self.tr("scroll a long explanation")),
            (self.tr("R"), self.tr("resume, on Today")),
            (self.tr("Ctrl+N"), self.tr("start a set")),
            (self.tr("Ctrl+O"), self.tr("open a bank")),
            (self.tr("Ctrl + and Ctrl −, Ctrl 0"), self.tr("larger, smaller, usual text")),
            (self.tr("F11"), self.tr("full screen")),
            (self.tr("F1 or ?"), self.tr("this page")),
        ]


class AboutDialog(ReadingDialog):
    """What this is, whose argument it explains, and whose marks it names."""

    def __init__(self, look: Look, notice: str, parent: QWidget | None = None) -> None:
        super().__init__(look, self.tr("Product or Service?"), parent)
        paragraphs = [
            self.tr("Version {version}. Revision practice for ITIL® Foundation.").format(version=__version__),
            self.tr(
                "The questions explain themselves with the arguments of the article “Product or Service?” "
                "by Trevor Wilson, ITSM Assist Limited, in our own words."
            ),
            self.tr(
                "Independent study aid: not produced, endorsed or approved by PeopleCert or AXELOS. "
                "ITIL® is a registered trade mark of its owner. The questions are original."
            ),
            notice,
            self.tr("Nothing leaves this computer: no account, no network, no statistics sent."),
            self.tr(
                "Free software under the MIT licence. It uses Qt and PySide6 (LGPL), Inter (OFL), Lucide "
                "icons (ISC), PyYAML, pydantic and platformdirs (MIT); see THIRD-PARTY-NOTICES.md."
            ),
        ]
        for text in paragraphs:
            if text:
                self.page.column.addWidget(Text(look, "body", text))
        self.page.column.addStretch(1)
