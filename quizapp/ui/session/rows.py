"""What is asked in rows with a key each: the options of a choice, how sure one is, and the reasons."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLayout, QSpacerItem, QVBoxLayout, QWidget

from quizapp.domain.certainty import LEVELS, Certainty
from quizapp.domain.directions import isolated
from quizapp.domain.question import Choice, Question, Reason, Side
from quizapp.domain.reasons import NOT_SURE
from quizapp.ui.compat import override
from quizapp.ui.question.certainty import CertaintyWords
from quizapp.ui.question.choice_rows import RowPanel
from quizapp.ui.question.labels import MarkLabel
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.style.type import scaled
from quizapp.ui.widgets.buttons import Button
from quizapp.ui.widgets.layouts import set_tab_order
from quizapp.ui.widgets.text import Text
from quizapp.ui.wording import LETTERS, NUMBERS


class OptionsPanel(QWidget):
    """Asks for one of two to six options.

    Signals:
        option_chosen: carries the option's index in the order of the bank, as text.
    """

    option_chosen = Signal(object)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._order: tuple[int, ...] = ()
        self._rows = RowPanel(appearance, LETTERS)
        self._rows.setAccessibleName(self.tr("Your answer"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._rows)
        layout.addStretch(1)
        self._rows.chosen.connect(self._choose)

    def set_filling(self, *, filling: bool) -> None:
        """Have the options share the height there is, or stand close together at the top."""
        _fill(self.layout(), self._rows, filling=filling)

    def stand_after(self, other: QWidget) -> None:
        """Be reached by Tab after the other: a panel made late would come last."""
        set_tab_order((other, self._rows))

    def show_options(self, choice: Choice, order: tuple[int, ...]) -> None:
        """Offer the options in this order."""
        self._order = order
        self._rows.set_rows([choice.options[index].text for index in order])

    def _choose(self, index: object) -> None:
        if isinstance(index, int):
            self.option_chosen.emit(str(self._order[index]))


class StepPanel(QWidget):
    """Asks something more of an answer: a question, what was answered and can be changed, and rows.

    Args:
        appearance: the appearance in force.
        question: what is asked.
        keys: the key of each row, in order.
        parent: the owner.

    Signals:
        change_requested: take the last step back.
    """

    change_requested = Signal()

    def __init__(
        self, appearance: Appearance, question: str, keys: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._you_said = Text("choice", self.tr("You said"), "muted")
        self._said = MarkLabel(appearance, Side.PRODUCT, use="choice_strong")
        self._rows = RowPanel(appearance, keys)
        self._rows.setAccessibleName(question)
        self._head = QHBoxLayout()
        self._head.addWidget(Text("section", question), 1)
        self._head.addWidget(self._you_said)
        self._head.addWidget(self._said)
        self._change = Button(self.tr("Change"), "quiet", key="U")
        self._head.addWidget(self._change)
        self._column = QHBoxLayout()
        self._column.setSpacing(0)
        self._column.addWidget(self._rows)
        self._overhang = QSpacerItem(0, 0)
        self._column.addItem(self._overhang)
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(0)
        self._lines.addLayout(self._head)
        self._lines.addLayout(self._column)
        self._lines.addStretch(1)
        self._change.clicked.connect(self.change_requested)

    def set_overhang(self, overhang: int) -> None:
        """Have the rows end where the key of the button above ends, which reaches so many px further."""
        self._overhang.changeSize(overhang, 0)
        self._column.invalidate()

    def set_filling(self, *, filling: bool) -> None:
        """Have the rows share the height there is, or stand close together at the top."""
        _fill(self.layout(), self._rows, filling=filling)

    def set_compact(self, *, compact: bool) -> None:
        """Have the rows take as little height as they can."""
        self._rows.set_compact(compact=compact)

    def stand_after(self, other: QWidget) -> None:
        """Be reached by Tab after the other: a panel made late would come last."""
        set_tab_order((other, self._change, self._rows))

    def take_focus(self) -> None:
        """Let the keyboard start before the first row."""
        self._rows.take_focus()

    def _show_side(self, side: Side) -> None:
        """Show the side that was chosen."""
        self._said.set_side(side)
        self._rows.setAccessibleDescription(
            self.tr("You said {answer}.").format(answer=self._said.accessibleName())
        )


class ReasonPanel(StepPanel):
    """Asks for the reason of a verdict.

    Signals:
        reason_given: carries the id of the reason chosen, empty for "not sure".
    """

    reason_given = Signal(object)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        question = QCoreApplication.translate("ReasonPanel", "What decides it here?")
        super().__init__(appearance, question, NUMBERS, parent)
        self._reasons: Sequence[Reason] = ()
        self._rows.chosen.connect(self._choose)
        shortcut = QShortcut(QKeySequence("0"), self)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(self.give_none)

    def show_reasons(self, side: Side, reasons: Sequence[Reason], *, certainty: bool = False) -> None:
        """Offer these reasons for the side chosen.

        Args:
            side: the answer.
            reasons: what can be chosen.
            certainty: whether how sure one is was said last, so that this is what can be taken back.
        """
        self._reasons = reasons
        self._show_side(side)
        self._change.setText(self.tr("Undo") if certainty else self.tr("Change"))
        self._rows.set_rows([reason.text for reason in reasons])

    def _choose(self, index: object) -> None:
        if isinstance(index, int):
            self.reason_given.emit(self._reasons[index].id)

    def give_none(self) -> None:
        """Say that one is not sure."""
        self.reason_given.emit(NOT_SURE)


_BELOW_OPTION = 8  # px
_REASONS = 4  # rows of the step that follows
_NOTES_FROM = 560  # px at 100 % text: in less width what a level earns stands among its words


class CertaintyPanel(StepPanel):
    """Asks how sure somebody is of an answer.

    Signals:
        certainty_given: carries the level chosen, as in `LEVELS`.
    """

    certainty_given = Signal(object)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        question = QCoreApplication.translate("CertaintyPanel", "How sure are you?")
        super().__init__(appearance, question, NUMBERS[: len(LEVELS)], parent)
        self._words = CertaintyWords(self)
        self._other = Text("choice_strong", self.tr("Either"))
        self._option = Text("choice", tone="muted")
        self._option.setContentsMargins(0, 0, 0, _BELOW_OPTION)
        self._head.insertWidget(self._head.indexOf(self._change), self._other)
        self._lines.insertWidget(1, self._option)
        self._rows.raise_()  # screen readers read in the order of stacking
        self._has_notes: bool | None = None
        self._rows.chosen.connect(self._choose)

    @override
    def set_filling(self, *, filling: bool) -> None:
        """Have the rows be as high as those of four reasons, which may stand in their place next."""
        super().set_filling(filling=filling)
        if filling:
            last = self._lines.count() - 1
            self._lines.setStretch(last - 1, len(LEVELS))
            self._lines.setStretch(last, _REASONS - len(LEVELS))

    def show_answer(self, question: Question, answer: str) -> None:
        """Ask how sure somebody is of this answer, in the form it is stored."""
        is_side, is_option = answer in tuple(Side), isinstance(question, Choice)
        self._you_said.setVisible(not is_option)
        self._said.setVisible(is_side)
        self._other.setVisible(not is_side and not is_option)
        self._option.setVisible(is_option)
        if is_side:
            self._show_side(Side(answer))
        else:
            said = self.tr("You said either can be argued.")
            if isinstance(question, Choice):
                text = isolated(question.options[int(answer)].text.rstrip("."))
                said = self.tr("You said “{answer}”.").format(answer=text)
            self._option.setText(said)
            self._rows.setAccessibleDescription(said)
        self._has_notes = None
        self._offer()

    def _offer(self) -> None:
        """Offer the levels, each with what it earns beside its words or after them."""
        has_notes = self.width() >= scaled(_NOTES_FROM)
        if has_notes == self._has_notes:
            return
        self._has_notes = has_notes
        texts = [self._words.level(level) for level in Certainty]
        notes = [self._words.stakes(level) for level in Certainty]
        if has_notes:
            self._rows.set_rows(texts, notes)
        else:
            self._rows.set_rows([f"{text}. {note}" for text, note in zip(texts, notes, strict=True)])

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._offer()

    def _choose(self, index: object) -> None:
        if isinstance(index, int):
            self.certainty_given.emit(LEVELS[index])


def _fill(layout: QLayout | None, rows: RowPanel, *, filling: bool) -> None:
    """Give the height that is left to the rows, or to what stands last in the layout."""
    if isinstance(layout, QBoxLayout):
        last = layout.count() - 1
        layout.setStretch(last - 1, int(filling))
        layout.setStretch(last, int(not filling))
    rows.set_filling(filling=filling)
