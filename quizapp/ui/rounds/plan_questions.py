"""The questions of a plan: found, chosen, drawn and put in order."""

from collections.abc import Sequence
from random import Random

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.domain.bank import Bank
from quizapp.domain.mixing import twin_of
from quizapp.domain.pool import Person, pool
from quizapp.domain.question import Choice, Question, Side, Strength, Verdict
from quizapp.domain.selection import SEEDS, USUAL_LENGTH, Selection, Which, draw
from quizapp.ui.question.answer_view import first_sentence
from quizapp.ui.rounds.question_list import QuestionList, QuestionRow
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.widgets.buttons import Button
from quizapp.ui.widgets.cards import SettingRow
from quizapp.ui.widgets.choices import ChipGroup, OptionRow
from quizapp.ui.widgets.fields import CountField, OptionalCountField, TextField
from quizapp.ui.widgets.layouts import FlowLayout, TwoColumns, enable_height_for_width
from quizapp.ui.widgets.text import Text, announce
from quizapp.ui.wording import shown_topic, topics_of

MOST_QUESTIONS = 99


class DrawRow(SettingRow):
    """How many to draw, by which seed, and whether in pairs.

    Args:
        chance: what seeds come from where none is typed in.
        parent: the owner.

    Signals:
        draw_requested: somebody wants questions drawn.
    """

    draw_requested = Signal()

    def __init__(self, chance: Random, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Draw at random"),
            self.tr("From the questions listed. A seed draws the same ones again."),
            parent,
        )
        self._chance = chance
        self.count = CountField(self.tr("How many to draw"), MOST_QUESTIONS)
        self.seed = OptionalCountField(self.tr("Seed; may be left empty"), SEEDS.stop - 1)
        self.pairs = OptionRow()
        self.button = Button(self.tr("Draw"), "outline")
        self._build()
        self.count.show_value(USUAL_LENGTH)
        self.button.clicked.connect(self.draw_requested)

    def _build(self) -> None:
        fields = QWidget()
        row = FlowLayout(fields, gap=8)
        enable_height_for_width(fields)
        for words, field in ((self.tr("How many"), self.count), (self.tr("Seed"), self.seed)):
            row.addWidget(self._labelled(words, field))
        row.addWidget(self.button)
        note = self.tr("Two scenarios that differ in one fact; both are drawn.")
        self.pairs.show_option(self.tr("Twins only"), note)
        self.add(fields)
        self.controls.addWidget(self.pairs)

    def _labelled(self, words: str, field: CountField) -> QWidget:
        """A field with its name before it."""
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(Text("label", words, "muted"))
        row.addWidget(field)
        return both

    def clear(self) -> None:
        """Draw as for the first time: another plan has nothing to do with the seed of the last."""
        self.count.show_value(USUAL_LENGTH)
        self.seed.show_value(0)
        self.pairs.setChecked(False)

    def drawn(self, questions: Sequence[Question]) -> list[Question]:
        """Questions drawn from these; the seed stands in its field afterwards."""
        seed = self.seed.value() or self._chance.choice(SEEDS)
        self.seed.show_value(seed)
        which = Which.PAIRS if self.pairs.isChecked() else Which.ALL
        selection = Selection(seed, self.count.value(), which=which)
        return draw(pool(questions, selection, Person()), selection)


LONGEST_ON_WALL = 90
"""Words above which a question takes more than one page on the wall."""


def asked_text(question: Question) -> str:
    """What is put to the room: the scenario, or the prompt of a choice with its statements."""
    if isinstance(question, Choice):
        return "\n".join((question.prompt, *question.statements))
    return question.scenario


def word_count(question: Question) -> int:
    """How many words the room reads: all that is asked, with the options of a choice."""
    if isinstance(question, Choice):
        texts = (question.prompt, *question.statements, *(option.text for option in question.options))
    else:
        texts = (question.scenario, question.prompt)
    return sum(len(text.split()) for text in texts)


def kind_of(question: Question) -> Strength | None:
    """How firmly the answer of a verdict stands; None for a choice."""
    return None if isinstance(question, Choice) else question.strength


def kinds_of(questions: Sequence[Question]) -> tuple[Strength | None, ...]:
    """The kinds there are among questions, the firmest first and choices last."""
    there = {kind_of(question) for question in questions}
    return tuple(kind for kind in (*Strength, None) if kind in there)


class QuestionFacts(QObject):
    """The words for key, strength and length of a question."""

    def side(self, side: Side) -> str:
        """The name of a side."""
        return self.tr("Product") if side is Side.PRODUCT else self.tr("Service")

    def key(self, question: Question) -> str:
        """The right answer in a word: a side, or the letter of an option."""
        if isinstance(question, Choice):
            return self.tr("Option {letter}").format(letter="ABCDEF"[question.key])
        return self.side(question.answer)

    def kind(self, question: Question) -> str:
        """How firmly the key stands, or how many options there are."""
        if isinstance(question, Choice):
            return self.tr("{count} options").format(count=len(question.options))
        return self.strength(question.strength)

    def kind_name(self, kind: Strength | None) -> str:
        """A kind as a chip says it."""
        return self.tr("Several options") if kind is None else self.strength(kind).capitalize()

    def strength(self, strength: Strength) -> str:
        """How firmly an answer stands, in a word."""
        words = {
            Strength.CLEAR: self.tr("clear"),
            Strength.LEANING: self.tr("leaning"),
            Strength.ARGUABLE: self.tr("arguable"),
        }
        return words[strength]

    def length(self, question: Question) -> str:
        """How many words it has, and whether they are too many for one page on the wall."""
        words = word_count(question)
        if words > LONGEST_ON_WALL:
            return self.tr("{count} words: long for the wall").format(count=words)
        return self.tr("{count} words").format(count=words)

    def summary(self, question: Question) -> str:
        """All but the key, on one line."""
        facts = [self.kind(question), self.length(question)]
        if twin_of(question):
            facts.append(self.tr("has a twin"))
        return " · ".join(facts)


_LEAST = 620  # px at 100 % text: less, and the lists stand one below the other


class PlanQuestions(QWidget):
    """Two lists; Enter on the left puts a question in or takes it out, the right one is put in order.

    Args:
        appearance: the appearance in force.
        chance: what seeds come from.
        parent: the owner.

    Signals:
        changed: other questions are chosen, or in another order.
        preview_requested: somebody wants to see a question as the wall will show it; carries it.
    """

    changed = Signal()
    preview_requested = Signal(object)

    def __init__(self, appearance: Appearance, chance: Random, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts = QuestionFacts(self)
        self._bank: Bank | None = None
        self._topics_of: tuple[str, ...] = ()
        self._kinds_of: tuple[Strength | None, ...] = ()
        self._chosen: list[str] = []
        self.search = TextField(self.tr("Search the questions"))
        self.topics = ChipGroup(self.tr("Topics"))
        self.kinds = ChipGroup(self.tr("How firmly the answer stands"))
        self.listed = QuestionList(appearance, self.tr("Questions of the bank"))
        self.picked = QuestionList(appearance, self.tr("Questions of this round, in order"))
        self.draw_row = DrawRow(chance)
        self._listed_head = Text("body_strong")
        self._picked_head = Text("body_strong")
        self.put = Button(self.tr("Add"), "outline", key="Enter")
        self.up = Button("", "outline", key="Alt+↑", icon="chevron-up")
        self.down = Button("", "outline", key="Alt+↓", icon="chevron-down")
        self.take = Button(self.tr("Remove"), "outline", key="Del")
        self.preview = Button(self.tr("See it on the wall"), "outline", key="Alt+W")
        self._looked_at = self.listed  # the list whose current question is meant
        self._build()
        self._connect_signals()

    # -- building ------------------------------------------------------------------------------

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.search.setPlaceholderText(self.tr("Search the questions"))
        self.up.setAccessibleName(self.tr("Move up"))
        self.down.setAccessibleName(self.tr("Move down"))
        lists = TwoColumns(gap=8, row_gap=8, least=_LEAST)
        lists.addWidget(self._side(self._listed_head, self.listed, self.put, self.preview))
        lists.addWidget(self._side(self._picked_head, self.picked, self.up, self.down, self.take))
        column.addWidget(self.search)
        column.addWidget(self.topics)
        column.addWidget(self.kinds)
        column.addSpacing(6)
        column.addLayout(lists)
        column.addSpacing(6)
        column.addWidget(self.draw_row)
        enable_height_for_width(self)

    def _side(self, head: Text, rows: QuestionList, *buttons: Button) -> QWidget:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(head)
        column.addWidget(rows)
        row = FlowLayout(gap=0)
        for button in buttons:
            row.addWidget(button)
        column.addLayout(row)
        column.addStretch(1)
        enable_height_for_width(side)
        return side

    def _connect_signals(self) -> None:
        self.search.changed.connect(self._show_listed)
        self.topics.changed.connect(self._show_listed)
        self.kinds.changed.connect(self._show_listed)
        self.listed.pressed_on.connect(self._toggle)
        self.listed.current_changed.connect(self._look_at_listed)
        self.picked.current_changed.connect(self._look_at_picked)
        self.preview.clicked.connect(self._ask_to_preview)
        shortcut = QShortcut(QKeySequence("Alt+W"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.preview.click)
        self.picked.remove_requested.connect(self._remove)
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
            self._list_all()
        self._bank = bank
        self._topics_of = topics_of(bank)
        self.topics.show_chips([shown_topic(topic) for topic in self._topics_of])
        self.topics.setVisible(len(self._topics_of) > 1)
        self._kinds_of = kinds_of(bank.questions)
        self.kinds.show_chips([self._facts.kind_name(kind) for kind in self._kinds_of])
        self.kinds.setVisible(len(self._kinds_of) > 1)
        known = {question.id for question in bank.questions}
        self._chosen = [each for each in dict.fromkeys(chosen) if each in known]
        self._show_all()

    def begin_anew(self) -> None:
        """Forget what was searched and drawn for the plan before."""
        self._list_all()
        self.draw_row.clear()

    def _list_all(self) -> None:
        self.search.show_text("")
        self.topics.choose(())
        self.kinds.choose(())

    def _fitting(self) -> list[Question]:
        """The bank's questions that fit search, topics and kinds, in its order."""
        if self._bank is None:
            return []
        words = self.search.words.casefold().split()
        topics = {self._topics_of[position] for position in self.topics.chosen}
        kinds = {self._kinds_of[position] for position in self.kinds.chosen}
        return [
            question
            for question in self._bank.questions
            if (not topics or topics.intersection(question.topics))
            and (not kinds or kind_of(question) in kinds)
            and all(word in asked_text(question).casefold() for word in words)
        ]

    def _row(self, question: Question, position: int | None = None) -> QuestionRow:
        """A question for one of the lists; `position` is that in the round, from 0."""
        is_chosen = question.id in self._chosen
        chosen = self.tr("Chosen") if is_chosen and position is None else ""
        return QuestionRow(
            id=question.id,
            text=asked_text(question),
            brief=first_sentence(question),
            key=self._facts.key(question),
            side=question.answer if isinstance(question, Verdict) else None,
            facts=self._facts.summary(question),
            number="" if position is None else str(position + 1),
            is_chosen=is_chosen,
            state=chosen,
        )

    def _show_all(self) -> None:
        self.picked.show_rows(
            [self._row(question, position) for position, question in enumerate(self.chosen)]
        )
        self._show_listed()

    def _show_listed(self) -> None:
        fitting = self._fitting()
        self.listed.show_rows([self._row(question) for question in fitting])
        total = len(self._bank.questions) if self._bank else 0
        some, every = self.tr("In the bank: {count} of {total}"), self.tr("In the bank: {total}")
        words = every if len(fitting) == total else some
        self._listed_head.setText(words.format(count=len(fitting), total=total))
        self._picked_head.setText(self.tr("In this round: {count}").format(count=len(self._chosen)))
        self._update_buttons()

    def _look_at_listed(self) -> None:
        self._looked_at = self.listed
        self._update_buttons()

    def _look_at_picked(self) -> None:
        self._looked_at = self.picked
        self._update_buttons()

    def _ask_to_preview(self) -> None:
        if self._bank is not None and self._looked_at.current:
            self.preview_requested.emit(self._bank.question(self._looked_at.current))

    def _update_buttons(self) -> None:
        """Bring the buttons in line with what is current."""
        self.preview.setEnabled(bool(self._looked_at.current))
        is_in = self.listed.current in self._chosen
        self.put.setText(self.tr("Take out") if is_in else self.tr("Add"))
        self.put.setEnabled(bool(self.listed.current))
        position = self._position()
        self.take.setEnabled(position >= 0)
        self.up.setEnabled(position > 0)
        self.down.setEnabled(0 <= position < len(self._chosen) - 1)
        self.draw_row.button.setEnabled(bool(self._fitting()))

    def _position(self) -> int:
        """Where the current question of the round stands; -1 where none is current."""
        return self._chosen.index(self.picked.current) if self.picked.current in self._chosen else -1

    # -- choosing ------------------------------------------------------------------------------

    def _toggle_current(self) -> None:
        self._toggle(self.listed.current)

    def _toggle(self, question_id: object) -> None:
        if question_id in self._chosen:
            self._remove(question_id)
            return
        self._chosen.append(str(question_id))
        self._show_change(
            str(question_id), self.tr("Added as number {position}.").format(position=len(self._chosen))
        )

    def _take_current(self) -> None:
        self._remove(self.picked.current)

    def _remove(self, question_id: object) -> None:
        if question_id in self._chosen:
            self._chosen.remove(str(question_id))
            self._show_change("", self.tr("Removed."))

    def _move_up(self) -> None:
        self._move(-1)

    def _move_down(self) -> None:
        self._move(1)

    def _move(self, step: object) -> None:
        position = self._position()
        to = position + (step if isinstance(step, int) else 0)
        if position >= 0 and 0 <= to < len(self._chosen):
            moved = self._chosen.pop(position)
            self._chosen.insert(to, moved)
            self._show_change(moved, self.tr("Now number {position}.").format(position=to + 1))

    def _draw(self) -> None:
        """Put what is drawn behind what is there."""
        left = [question for question in self._fitting() if question.id not in self._chosen]
        drawn = [question.id for question in self.draw_row.drawn(left)]
        self._chosen.extend(drawn)
        self._show_change(drawn[0] if drawn else "", self.tr("{count} drawn.").format(count=len(drawn)))

    def _show_change(self, current: str, sentence: str) -> None:
        """Show what is chosen now, and have it read out."""
        self._show_all()
        if current:
            self.picked.make_current(current)
        announce(self, sentence)
        self.changed.emit()
