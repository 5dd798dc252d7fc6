"""Cards, and rows of settings in them."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from quizapp.ui.compat import override
from quizapp.ui.style.sheet import RING
from quizapp.ui.style.type import scaled
from quizapp.ui.widgets.layouts import FlowLayout, TwoColumns, enable_height_for_width, filled_hint
from quizapp.ui.widgets.signs import IconLabel
from quizapp.ui.widgets.text import Text

if TYPE_CHECKING:
    from quizapp.ui.widgets.choices import OptionRow

_WORDS = 260  # px at 100 % text that words keep beside buttons
_BESIDE_FROM = 640  # px at 100 % text: in less width controls stand below their name
_NAME_AND_CONTROLS = (31, 69)  # how they share the width


class Card(QFrame):
    """A rounded surface with a column of contents, dressed by the style sheet.

    Args:
        parent: the widget it lies on.
        padding: px between its edge and its words, across and down.
        kind: "true" for the usual card, "sunken" for a quiet block.
    """

    def __init__(
        self, parent: QWidget | None = None, padding: tuple[int, int] = (22, 18), kind: str = "true"
    ) -> None:
        super().__init__(parent)
        self.setProperty("card", kind)
        self.body = QVBoxLayout(self)
        across = padding[0] - RING
        self.body.setContentsMargins(across, padding[1], across, padding[1])
        self.body.setSpacing(8)

    @override
    def sizeHint(self) -> QSize:
        """As high as its width demands: Qt would lay out all words in the hinted width as well."""
        return filled_hint(self, self.body)


class Rule(QFrame):
    """A hairline between the rows of a card."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("rule", True)


class InsetRule(QWidget):
    """A hairline above a row, as wide as the words on it.

    Args:
        inset: px from its sides to the line, without what labels keep free at theirs.
        parent: the owner.
    """

    def __init__(self, inset: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(inset, 0, inset, 0)
        column.addWidget(Rule())


class WarningLine(QWidget):
    """A sentence behind a triangle, for what is worth a look and stops nobody; hidden without a sentence."""

    def __init__(self, sentence: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sentence = Text("body")
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(IconLabel("triangle-alert"), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._sentence, 1)
        enable_height_for_width(self)
        self.show_warning(sentence)

    def show_warning(self, sentence: str) -> None:
        """Say this, or nothing."""
        self._sentence.setText(sentence)
        self.setHidden(not sentence)

    def text(self) -> str:
        """The sentence; empty for none."""
        return self._sentence.text()


class OfferCard(Card):
    """Its buttons stand beside the words, or below where the card is narrow.

    Args:
        parent: the widget it lies on.
        padding: as for a card.

    Attributes:
        words: the column of words.
        buttons: the row of buttons.
    """

    def __init__(self, parent: QWidget | None = None, padding: tuple[int, int] = (22, 18)) -> None:
        super().__init__(parent, padding)
        self.words = QVBoxLayout()
        self.words.setSpacing(4)
        self.buttons = FlowLayout()
        self._middle = QVBoxLayout()  # the words beside the middle of the buttons
        self._middle.addStretch(1)
        self._middle.addLayout(self.words)
        self._middle.addStretch(1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.addLayout(self._middle, 1)
        self._row.addLayout(self.buttons)
        self._row.setAlignment(self.buttons, Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(self._row)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons where there is room for them."""
        beside = event.size().width() >= scaled(_WORDS) + self.buttons.sizeHint().width()
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
        self._middle.setStretch(0, int(beside))
        super().resizeEvent(event)


class SettingRow(QWidget):
    """A name with a sentence, and controls beside it, or below it where the row is narrow.

    Args:
        name: what is set.
        note: what that means, in a sentence.
        parent: the owner.

    Attributes:
        controls: the column that takes them.
        rule: the hairline above it; None for a first row.
    """

    def __init__(self, name: str, note: str = "", parent: QWidget | None = None) -> None:
        self.rule: Rule | None = None
        super().__init__(parent)
        self._words = QWidget()
        words = QVBoxLayout(self._words)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(2)
        self._name = Text("choice_strong", name)
        words.addWidget(self._name)
        if note:
            words.addWidget(Text("label", note, "muted"))
        column = QWidget()
        self._column = QVBoxLayout(column)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.controls = QVBoxLayout()
        self._column.addStretch(1)
        self._column.addLayout(self.controls)
        self._column.addStretch(1)
        self._row = TwoColumns(8, 2, _NAME_AND_CONTROLS, _BESIDE_FROM)
        self._row.addWidget(self._words)
        self._row.addWidget(column)
        self._row.setAlignment(self._words, Qt.AlignmentFlag.AlignVCenter)
        self.setContentsMargins(0, 6, 0, 6)
        self.setLayout(self._row)

    def add(self, control: QWidget) -> None:
        """Add a control below those there are; the name stands beside one, or the first of several."""
        from PySide6.QtWidgets import QAbstractSpinBox, QComboBox  # noqa: PLC0415 - no start needs them

        is_field = isinstance(control, QComboBox | QAbstractSpinBox)
        side = Qt.AlignmentFlag.AlignLeft if is_field else Qt.AlignmentFlag(0)
        self.controls.addWidget(control, 0, side)
        if self.controls.count() == 1:
            self._name.setBuddy(control)  # on Linux a combo box is named by its label alone
        else:
            self.align_top()

    @override
    def setVisible(self, visible: bool) -> None:  # noqa: FBT001 - as Qt's own
        """A row that is not shown has no hairline above it either."""
        super().setVisible(visible)
        if self.rule is not None:
            self.rule.setVisible(visible)

    def align_top(self) -> None:
        """Have the name stand beside the first line of the controls."""
        self._row.setAlignment(self._words, Qt.AlignmentFlag.AlignTop)
        self._column.setStretch(0, 0)


class SettingCard(Card):
    """A heading, a sentence where one is needed, and rows with hairlines between them.

    Args:
        heading: what the rows are about.
        lead: a sentence below it.
        parent: the page.
    """

    def __init__(self, heading: str, lead: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._has_rows = False
        self.setProperty("group", True)
        self.setAccessibleName(heading)
        self.body.setSpacing(4)
        self.body.addWidget(Text("section", heading))
        if lead:
            self.body.addWidget(Text("body", lead, "muted"))

    def add_row(self, name: str, note: str, *controls: QWidget) -> SettingRow:
        """Add a setting: its name, what it means, and what sets it."""
        row = SettingRow(name, note)
        if self._has_rows:
            row.rule = Rule()
            self.body.addWidget(row.rule)
        self._has_rows = True
        for control in controls:
            row.add(control)
        self.body.addWidget(row)
        return row

    def add_wide(self, control: QWidget) -> None:
        """Add what sets something and takes the whole width; a row below it has a hairline above."""
        self._has_rows = True
        self.body.addWidget(control)
        self.body.addSpacing(6)

    def add_option(self, option: "OptionRow") -> None:
        """Add what is on or off."""
        self.body.addWidget(option)


W = TypeVar("W", bound=QWidget)


class CardList(Generic[W]):
    """Keeps as many widgets as are needed, so that the focus stays where it is when one is shown anew.

    Args:
        column: where they stand, and nothing else.
    """

    def __init__(self, column: QLayout) -> None:
        self._column = column
        self._widgets: list[W] = []

    def resized(self, count: int, make: Callable[[], W]) -> list[W]:
        """The widgets, as many as asked for; further ones are made and connected by `make`."""
        while len(self._widgets) < count:
            widget = make()
            self._widgets.append(widget)
            self._column.addWidget(widget)
        for widget in self._widgets[count:]:
            self._column.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        del self._widgets[count:]
        return self._widgets
