"""Chips side by side: any number of them chosen, or exactly one."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from quizapp.ui.choice_chip import ChoiceChip
from quizapp.ui.flow_layout import FlowLayout
from quizapp.ui.layouts import clear, in_turn
from quizapp.ui.look import Look


class ChipGroup(QWidget):
    """Chips on as many lines as they need.

    Args:
        look: the look in force.
        name: what screen readers call the group.
        parent: the owner.
        one_of: whether exactly one is chosen.

    Signals:
        changed: somebody chose a chip, or took one back.
    """

    changed = Signal()

    def __init__(self, look: Look, name: str, parent: QWidget | None = None, *, one_of: bool = False) -> None:
        super().__init__(parent)
        self._look, self._one_of = look, one_of
        self.chips: list[ChoiceChip] = []
        self._layout = FlowLayout(self)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # without one Tab would come to its chips last

    def show_chips(self, words: Sequence[str], says: Sequence[str] = ()) -> None:
        """Show a chip for each; those that are there already stay, with what is chosen of them.

        Args:
            words: what stands on them.
            says: what screen readers hear in their place.
        """
        if len(words) != len(self.chips):
            self._make_chips(len(words))
        for chip, word, said in zip(self.chips, words, says or words, strict=True):
            chip.set_words(word, said)

    def choose(self, places: Sequence[int]) -> None:
        """Choose the chips at these places, and no others."""
        for place, chip in enumerate(self.chips):
            chip.setChecked(place in places)

    @property
    def chosen(self) -> tuple[int, ...]:
        """The places of the chosen chips."""
        return tuple(place for place, chip in enumerate(self.chips) if chip.isChecked())

    def _make_chips(self, count: int) -> None:
        clear(self._layout)
        self.chips = [ChoiceChip(self._look, "", self, one_of=self._one_of) for _ in range(count)]
        for chip in self.chips:
            chip.clicked.connect(self.changed)
            self._layout.addWidget(chip)
        in_turn((self, *self.chips))
