"""What the words of a question mean, beside it in a window with two columns."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.domain.bank import Definition
from quizapp.domain.question import Side
from quizapp.ui.question.labels import MarkLabel
from quizapp.ui.question.rows import ASIDE, Fold, FoldCard
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.widgets.reading import Paragraph, ReadingText


class WordsCard(FoldCard):
    """What the words mean, in the first wording that is given of each.

    Args:
        appearance: the appearance in force.
        parent: the owner.
    """

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        content = QWidget()
        self._fold = Fold(self.tr("What the words mean"), "D", content, binds=False)
        self._wanted: bool | None = None  # open or closed, once somebody has pressed it
        self._origin = ReadingText("label", self.tr("Whose words they are"))
        self._texts = {side: ReadingText("body", "") for side in Side}
        column = QVBoxLayout(content)
        column.setContentsMargins(ASIDE, 8, ASIDE, 0)
        column.setSpacing(0)
        for side, text in self._texts.items():
            mark = MarkLabel(appearance, side, "", "choice_strong", tone="ink")
            text.setAccessibleName(mark.accessibleName())
            column.addWidget(mark)
            column.addWidget(text)
            column.addSpacing(12)
        column.addWidget(self._origin)
        self.take(self._fold, content)
        self._fold.toggled.connect(self._keep)

    def show_words(self, definitions: Sequence[Definition], *, has_key: bool) -> None:
        """Show what the words mean, and the key unless it chooses an option now."""
        shown = [next((each for each in definitions if each.of == side), None) for side in Side]
        for text, definition in zip(self._texts.values(), shown, strict=True):
            words = self.tr("“{text}”").format(text=definition.text) if definition is not None else ""
            text.setText(words or self.tr("No definition is given."))
        origins = ", ".join(dict.fromkeys(each.origin for each in shown if each is not None))
        words = self.tr("{origin}. Learn has every wording.").format(origin=origins)
        self._origin.set_paragraphs([Paragraph(words, "label", "muted")])
        self._fold.show_key(shown=has_key)

    def toggle(self) -> None:
        """Open or close it, as a press does."""
        self._fold.click()

    def fit(self, width: int, room: int) -> None:
        """Lie open where it fits into this much room, unless somebody has decided otherwise."""
        is_open = self._wanted
        if is_open is None:
            self._fold.set_open(is_open=True)
            is_open = self.heightForWidth(width) <= room
        self._fold.set_open(is_open=is_open)

    def _keep(self, is_open: bool) -> None:  # noqa: FBT001 - the signal's own
        self._wanted = is_open
