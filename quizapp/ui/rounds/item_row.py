"""A question of a round in a list: what it asks, its key, and how it went; a press goes back to it."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from quizapp.domain.question import Question, Strength, Verdict
from quizapp.ui import icons
from quizapp.ui.answer_view import first_sentence
from quizapp.ui.flow_layout import FlowLayout
from quizapp.ui.layouts import let_wrap
from quizapp.ui.look import Look
from quizapp.ui.mark_signs import MarkLabel
from quizapp.ui.overriding import override
from quizapp.ui.painting import (
    CONTROL_RADIUS,
    is_flat,
    paint_box,
    paint_focus_ring,
    painter_on,
    side_room,
    visible_rect,
)
from quizapp.ui.pressable import Pressable
from quizapp.ui.rounds.question_facts import QuestionFacts
from quizapp.ui.text import Text
from quizapp.ui.two_columns import TwoColumns

ROW_PADDING = 14
_DOWN, _GAP, _LEAST, _NUMBER = 9, 14, 420, 26  # px at 100 % text
_CHEVRON = 18


class ItemRow(Pressable):
    """One question.

    Args:
        look: the look in force.
        place: its place in the round, from 0.
        question: what is asked.
        went: how it went, in a sentence.
        is_open: whether somebody can go back to it.
        parent: the owner.

    Signals:
        place_chosen: carries its place.
    """

    place_chosen = Signal(object)

    def __init__(
        self,
        look: Look,
        place: int,
        question: Question,
        went: str,
        *,
        is_open: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._place, self._is_open = look, place, is_open
        self._facts = QuestionFacts(self)
        self._row = QHBoxLayout(self)
        self._number = Text(look, "label_strong", str(place + 1), "muted")
        columns = TwoColumns(look, _GAP, 2, shares=(5, 4), least=_LEAST)
        self._row.addWidget(self._number, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(columns, 1)
        stem = first_sentence(question)
        words = Text(look, "label_strong", stem)
        words.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        columns.addWidget(words)
        columns.addWidget(self._outcome(question, went))
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._be_named(f"{place + 1}. {stem} {self._facts.key(question)}. {went}")
        look.changed.connect(self._relook)
        self._relook()

    def _be_named(self, name: str) -> None:
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if self._is_open else Qt.FocusPolicy.NoFocus)
        if self._is_open:
            self.setAccessibleDescription(self.tr("Go back to this question"))
            self.setAttribute(Qt.WidgetAttribute.WA_Hover)
            self.clicked.connect(self._choose)

    def _outcome(self, question: Question, went: str) -> QWidget:
        """The key, and how it went."""
        both = QWidget()
        row = FlowLayout(both, gap=_GAP, row_gap=2)
        let_wrap(both)
        if isinstance(question, Verdict) and question.strength is not Strength.ARGUABLE:
            row.addWidget(MarkLabel(self._look, question.answer))
        elif isinstance(question, Verdict):
            row.addWidget(Text(self._look, "label_strong", self.tr("Arguable")))
        else:
            row.addWidget(Text(self._look, "label_strong", self._facts.key(question)))
        row.addWidget(Text(self._look, "label", went, "muted"))
        return both

    def _relook(self) -> None:
        self._number.setMinimumWidth(self._look.px(_NUMBER))
        self._row.setSpacing(side_room(self._look, _GAP))
        side, down = side_room(self._look, ROW_PADDING), self._look.px(_DOWN)
        after = side + self._look.px(_CHEVRON + 8) if self._is_open else side
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left, right = (after, side) if mirrored else (side, after)
        self._row.setContentsMargins(left, down, right, down)
        self.update()

    def _choose(self) -> None:
        self.place_chosen.emit(self._place)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """A quiet block under the mouse, the arrow, and the ring when it has the focus."""
        if not self._is_open:
            return
        look, theme = self._look, self._look.theme
        edge, side = look.px(_CHEVRON), side_room(look, ROW_PADDING)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x = side if mirrored else self.width() - side - edge
        with painter_on(self) as painter:
            rect = visible_rect(self, look)
            if self.underMouse() or self.isDown():
                rim = theme.border if is_flat(theme) else None  # where no fill shows
                paint_box(painter, rect, look.px(CONTROL_RADIUS), theme.sunken, rim)
            box = QRectF(x, round((self.height() - edge) / 2), edge, edge)
            icons.paint(painter, box, "chevron-right", QColor(theme.muted))
            if self.hasFocus():
                paint_focus_ring(painter, rect, look)
