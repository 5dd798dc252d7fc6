"""Choosing the questions of a round: the bank's on the left, those chosen on the right in their order."""

from collections.abc import Sequence
from random import Random

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.domain.bank import Bank
from quizapp.domain.question import Question, Verdict
from quizapp.ui.action_button import ActionButton
from quizapp.ui.announce import announce
from quizapp.ui.answer_view import first_sentence
from quizapp.ui.chip_group import ChipGroup
from quizapp.ui.field_box import FieldBox
from quizapp.ui.flow_layout import FlowLayout
from quizapp.ui.layouts import let_wrap
from quizapp.ui.look import Look
from quizapp.ui.painting import INSET
from quizapp.ui.rounds.draw_row import DrawRow
from quizapp.ui.rounds.plan_fields import TextField
from quizapp.ui.rounds.question_facts import QuestionFacts, asked_text
from quizapp.ui.rounds.question_list import QuestionList
from quizapp.ui.rounds.question_rows import QuestionRow
from quizapp.ui.text import Text
from quizapp.ui.topics import shown_topic, topics_of
from quizapp.ui.two_columns import TwoColumns

_LEAST = 620  # px at 100 % text: less, and the lists stand one below the other


class PlanQuestions(QWidget):
    """Two lists; Enter on the left puts a question in or takes it out, the right one is put in order.

    Args:
        look: the look in force.
        chance: what seeds come from.
        parent: the owner.

    Signals:
        changed: other questions are chosen, or in another order.
    """

    changed = Signal()

    def __init__(self, look: Look, chance: Random, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._facts = QuestionFacts(self)
        self._bank: Bank | None = None
        self._topics_of: tuple[str, ...] = ()
        self._chosen: list[str] = []
        self.search = TextField(look, self.tr("Search the questions"))
        self.topics = ChipGroup(look, self.tr("Topics"))
        self.listed = QuestionList(look, self.tr("Questions of the bank"))
        self.picked = QuestionList(look, self.tr("Questions of this round, in order"))
        self.draw_row = DrawRow(look, chance)
        self._listed_head = Text(look, "body_strong", inset=INSET)
        self._picked_head = Text(look, "body_strong", inset=INSET)
        self.put = ActionButton(look, self.tr("Add"), "outline", key="Enter")
        self.up = ActionButton(look, "", "outline", key="Alt+↑", icon="chevron-up")
        self.down = ActionButton(look, "", "outline", key="Alt+↓", icon="chevron-down")
        self.take = ActionButton(look, self.tr("Remove"), "outline", key="Del")
        self._build()
        self._connect_signals()

    # -- building ------------------------------------------------------------------------------

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.search.line.setPlaceholderText(self.tr("Search the questions"))
        self.up.setAccessibleName(self.tr("Move up"))
        self.down.setAccessibleName(self.tr("Move down"))
        lists = TwoColumns(self._look, gap=8, row_gap=8, least=_LEAST)
        lists.addWidget(self._side(self._listed_head, self.listed, self.put))
        lists.addWidget(self._side(self._picked_head, self.picked, self.up, self.down, self.take))
        column.addWidget(self.search)
        column.addWidget(self.topics)
        column.addSpacing(6)
        column.addLayout(lists)
        column.addSpacing(6)
        column.addWidget(self.draw_row)
        let_wrap(self)

    def _side(self, head: Text, rows: QuestionList, *buttons: ActionButton) -> QWidget:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(head)
        column.addWidget(FieldBox(self._look, rows, "label", (0, 0)))
        row = FlowLayout(gap=0)
        for button in buttons:
            row.addWidget(button)
        column.addLayout(row)
        column.addStretch(1)
        let_wrap(side)
        return side

    def _connect_signals(self) -> None:
        self.search.changed.connect(self._show_listed)
        self.topics.changed.connect(self._show_listed)
        self.listed.pressed_on.connect(self._toggle)
        self.listed.current_changed.connect(self._follow)
        self.picked.current_changed.connect(self._follow)
        self.picked.remove_requested.connect(self._take)
        self.picked.move_requested.connect(self._move)
        self.put.clicked.connect(self._toggle_current)
        self.take.clicked.connect(self._take_current)
        self.up.clicked.connect(self._move_up)
        self.down.clicked.connect(self._move_down)
        self.draw_row.draw_requested.connect(self._draw)

    # -- showing -------------------------------------------------------------------------------

    @property
    def chosen(self) -> tuple[Question, ...]:
        """The questions of the round, in order."""
        return tuple(self._bank.question(each) for each in self._chosen) if self._bank else ()

    def show_bank(self, bank: Bank, chosen: Sequence[str]) -> None:
        """Choose from a bank.

        Args:
            bank: the bank.
            chosen: the ids of its questions that the round has, in order.
        """
        if self._bank is None or bank.id != self._bank.id:
            self.search.show_text("")
            self.topics.choose(())
        self._bank = bank
        self._topics_of = topics_of(bank)
        self.topics.show_chips([shown_topic(topic) for topic in self._topics_of])
        self.topics.setVisible(len(self._topics_of) > 1)
        held = {question.id for question in bank.questions}
        self._chosen = [each for each in dict.fromkeys(chosen) if each in held]
        self._show_all()

    def _fitting(self) -> list[Question]:
        """The bank's questions that fit search and topics, in its order."""
        if self._bank is None:
            return []
        words = self.search.text.casefold().split()
        topics = {self._topics_of[place] for place in self.topics.chosen}
        return [
            question
            for question in self._bank.questions
            if (not topics or topics.intersection(question.topics))
            and all(word in asked_text(question).casefold() for word in words)
        ]

    def _row(self, question: Question, place: int | None = None) -> QuestionRow:
        """A question for one of the lists; `place` is that in the round, from 0."""
        is_chosen = question.id in self._chosen
        chosen = self.tr("Chosen") if is_chosen and place is None else ""
        return QuestionRow(
            question.id,
            asked_text(question),
            first_sentence(question),
            self._facts.key(question),
            question.answer if isinstance(question, Verdict) else None,
            self._facts.summary(question),
            "" if place is None else str(place + 1),
            is_chosen,
            chosen,
        )

    def _show_all(self) -> None:
        self.picked.show_rows([self._row(question, place) for place, question in enumerate(self.chosen)])
        self._show_listed()

    def _show_listed(self) -> None:
        fitting = self._fitting()
        self.listed.show_rows([self._row(question) for question in fitting])
        total = len(self._bank.questions) if self._bank else 0
        some, every = self.tr("In the bank: {count} of {total}"), self.tr("In the bank: {total}")
        words = every if len(fitting) == total else some
        self._listed_head.setText(words.format(count=len(fitting), total=total))
        self._picked_head.setText(self.tr("In this round: {count}").format(count=len(self._chosen)))
        self._follow()

    def _follow(self) -> None:
        """Bring the buttons in line with what is current."""
        is_in = self.listed.current in self._chosen
        self.put.setText(self.tr("Take out") if is_in else self.tr("Add"))
        self.put.setEnabled(bool(self.listed.current))
        place = self._place()
        self.take.setEnabled(place >= 0)
        self.up.setEnabled(place > 0)
        self.down.setEnabled(0 <= place < len(self._chosen) - 1)
        self.draw_row.button.setEnabled(bool(self._fitting()))

    def _place(self) -> int:
        """Where the current question of the round stands; -1 where none is current."""
        return self._chosen.index(self.picked.current) if self.picked.current in self._chosen else -1

    # -- choosing ------------------------------------------------------------------------------

    def _toggle_current(self) -> None:
        self._toggle(self.listed.current)

    def _toggle(self, question_id: object) -> None:
        if question_id in self._chosen:
            self._take(question_id)
            return
        self._chosen.append(str(question_id))
        self._settle(str(question_id), self.tr("Added as number {place}.").format(place=len(self._chosen)))

    def _take_current(self) -> None:
        self._take(self.picked.current)

    def _take(self, question_id: object) -> None:
        if question_id in self._chosen:
            self._chosen.remove(str(question_id))
            self._settle("", self.tr("Removed."))

    def _move_up(self) -> None:
        self._move(-1)

    def _move_down(self) -> None:
        self._move(1)

    def _move(self, step: object) -> None:
        place = self._place()
        to = place + (step if isinstance(step, int) else 0)
        if place >= 0 and 0 <= to < len(self._chosen):
            moved = self._chosen.pop(place)
            self._chosen.insert(to, moved)
            self._settle(moved, self.tr("Now number {place}.").format(place=to + 1))

    def _draw(self) -> None:
        """Put what is drawn behind what is there."""
        left = [question for question in self._fitting() if question.id not in self._chosen]
        drawn = [question.id for question in self.draw_row.drawn(left)]
        self._chosen.extend(drawn)
        self._settle(drawn[0] if drawn else "", self.tr("{count} drawn.").format(count=len(drawn)))

    def _settle(self, current: str, said: str) -> None:
        """Show what is chosen now, and tell."""
        self._show_all()
        if current:
            self.picked.make_current(current)
        announce(self, said)
        self.changed.emit()
