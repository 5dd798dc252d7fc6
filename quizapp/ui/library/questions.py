"""All questions of the open banks, found by words and by what is known of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.domain.item_analysis import ItemAnalysis
from quizapp.domain.library import (
    CHOICE,
    NOTHING_KNOWN,
    Entry,
    Found,
    Key,
    Standing,
    State,
    Wanted,
    key_of,
)
from quizapp.domain.mixing import twin_of
from quizapp.domain.question import Strength
from quizapp.ui.dates import long_date
from quizapp.ui.library.panel import ChoiceField, DetailCard, LookupPanel
from quizapp.ui.library.tables import LookupTable, QuestionModel
from quizapp.ui.question.told import QuestionTold
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.widgets.buttons import Button
from quizapp.ui.widgets.cards import Rule
from quizapp.ui.widgets.reading import Paragraph, ReadingText
from quizapp.ui.widgets.text import announce
from quizapp.ui.wording import shown_topic


@dataclass(frozen=True, slots=True)
class QuestionsView:
    """What can be looked for.

    Attributes:
        banks: the open banks by id and title.
        topics: their topics, those of most questions first.
        total: how many questions they hold.
        is_reading: whether banks are still to be read.
        held: how many more stay hidden while a paper that asks them runs.
    """

    banks: tuple[tuple[str, str], ...] = ()
    topics: tuple[str, ...] = ()
    total: int = 0
    is_reading: bool = False
    held: int = 0


class _Told(QWidget):
    """A question with its explanation, and below it what is known of it."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self.question = QuestionTold(appearance)
        self.known = ReadingText("label", self.tr("What is known of it"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.question)
        column.addWidget(Rule())
        column.addWidget(self.known)


class QuestionsPanel(LookupPanel):
    """Questions.

    Signals:
        wanted_changed: look for something else; carries a `Wanted`.
        answer_requested: answer the selected question; carries its `Entry`, as all below do.
        flag_requested: flag it, or flag it no longer.
        note_requested: write a note on it.
        twin_requested: show its twin.
    """

    wanted_changed = Signal(object)
    answer_requested = Signal(object)
    flag_requested = Signal(object)
    note_requested = Signal(object)
    twin_requested = Signal(object)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        self._model = QuestionModel(appearance)
        self._told = _Told(appearance)
        detail = DetailCard(self._told)
        super().__init__(LookupTable(self._model, self.tr("List of questions")), detail, parent)
        self._model.setParent(self)
        self._detail = detail
        self._view = QuestionsView()
        self._standings: Mapping[Key, Standing] = {}
        self._shown: Entry | None = None
        self._search = self.add_search(self.tr("Find words in questions and explanations"))
        self._bank = ChoiceField(self.tr("Bank"))
        self._topic = ChoiceField(self.tr("Topic"))
        self._strength = ChoiceField(self.tr("How firm the answer is"))
        self._state = ChoiceField(self.tr("What you did with it"))
        self._answer = Button(self.tr("Answer it"), small=True)
        self._twin = Button(self.tr("Its twin"), "quiet", icon="arrow-left-right", small=True)
        flag, flagged = self.tr("Flag"), self.tr("Flagged")
        self._flag = Button(flag, "quiet", icon="flag", small=True, room_for=(flag, flagged))
        self._note = Button(self.tr("Write a note"), "quiet", small=True)
        self._build()

    def _build(self) -> None:
        for field in self._fields:
            self.controls.addWidget(field)
            field.changed.connect(self._want)
        self._search.changed.connect(self._want)
        self._strength.offer(
            (
                ("", self.tr("Any answer")),
                (Strength.CLEAR, self.tr("Clear answer")),
                (Strength.LEANING, self.tr("Leaning answer")),
                (Strength.ARGUABLE, self.tr("Arguable")),
                (CHOICE, self.tr("Exam style")),
            )
        )
        self._state.offer(
            (
                (State.ANY, self.tr("Answered or not")),
                (State.ANSWERED, self.tr("Answered")),
                (State.UNANSWERED, self.tr("Not answered")),
                (State.MISSED, self.tr("Missed last time")),
                (State.FLAGGED, self.tr("Flagged")),
                (State.NOTED, self.tr("With a note")),
            )
        )
        for button, slot in (
            (self._answer, self._request_answer),
            (self._twin, self._request_twin),
            (self._flag, self._request_flag),
            (self._note, self._request_note),
        ):
            self._detail.buttons.addWidget(button)
            button.clicked.connect(slot)
        self.table.opened.connect(self._request_answer)

    @property
    def _fields(self) -> tuple[ChoiceField, ...]:
        """What narrows the list beside words."""
        return self._bank, self._topic, self._strength, self._state

    # -- showing -------------------------------------------------------------------------------

    def show_choices(self, view: QuestionsView) -> None:
        """Offer what can be looked for; a bank only where several are open."""
        self._view = view
        self._bank.offer((("", self.tr("All banks")), *view.banks))
        self._bank.setVisible(len(view.banks) > 1)
        topics = ((topic, shown_topic(topic)) for topic in view.topics)
        self._topic.offer((("", self.tr("All topics")), *topics))
        self._arrange()

    @property
    def wanted(self) -> Wanted:
        """What is looked for now."""
        state = State(self._state.value or State.ANY)
        chosen = self._topic.value, self._strength.value, state, self._bank.value
        return Wanted(self._search.text(), *chosen)

    def show_found(self, found: Found, standings: Mapping[Key, Standing]) -> None:
        """Show what was found; the selected question stays selected, or the first one is."""
        shown = self._shown
        self._standings = standings
        self._shown = None
        self._model.show_entries(found.entries, standings)
        instead = ", ".join(f"“{word}”" for word in found.instead.values())
        self.show_remark(self.tr("Found by {words}.").format(words=instead) if instead else "")
        self.show_empty("" if found.entries else self._lack())
        self.set_count(self._counted(len(found.entries)))
        places = {key_of(entry.ref): row for row, entry in enumerate(found.entries)} if shown else {}
        self.table.select(places.get(key_of(shown.ref), 0) if shown else 0)

    def show_entry(self, entry: Entry) -> bool:
        """Select a question, if it is among those found."""
        keys = [key_of(each.ref) for each in self._model.entries]
        if key_of(entry.ref) not in keys:
            return False
        self.table.select(keys.index(key_of(entry.ref)))
        return True

    def clear_wanted(self) -> None:
        """Look for nothing in particular."""
        self._search.show_text("")
        for field in self._fields:
            field.choose("")

    def _lack(self) -> str:
        """Why nothing is shown."""
        if self._view.is_reading:
            return self.tr("Reading the banks …")
        if not self._view.total:
            return self.tr("No bank is open. Open one under Banks, and its questions stand here.")
        if self._search.text().strip():
            return self.tr("No question has all these words. Leave one out, or look in all banks and topics.")
        return self.tr("No question fits. Choose another bank or topic, or all questions.")

    def _counted(self, count: int) -> str:
        total = self._view.total
        told = self.tr("{count} of {total} questions").format(count=count, total=total)
        if count == total:
            told = self.tr("1 question") if total == 1 else self.tr("{count} questions").format(count=total)
        if self._view.held:
            told += self.tr("; the {held} of your paper stay hidden").format(held=self._view.held)
        return told

    def show_row(self, row: int) -> None:
        """Tell all of a question."""
        entries: Sequence[Entry] = self._model.entries
        entry = entries[row] if 0 <= row < len(entries) else None
        if entry is None:
            self._shown = None
            return
        standing = self._standings.get(key_of(entry.ref), NOTHING_KNOWN)
        if self._shown is not entry:
            self._told.question.show_question(entry.question, entry.vocabulary)
            self._detail.to_top()
        self._shown = entry
        self._told.known.set_paragraphs([Paragraph(each, "label", "muted") for each in self._known(entry)])
        self._twin.setVisible(bool(twin_of(entry.question)))
        self._flag.setText(self.tr("Flagged") if standing.is_flagged else self.tr("Flag"))
        self._flag.set_icon("flag-filled" if standing.is_flagged else "flag")
        self._answer.setText(self.tr("Answer it again") if standing.past else self.tr("Answer it"))

    def _known(self, entry: Entry) -> list[str]:
        """What is known of a question, a sentence each."""
        standing, told = self._standings.get(key_of(entry.ref), NOTHING_KNOWN), []
        if standing.past is not None:
            told.append(self._answered(standing.past.times, long_date(standing.past.last_at)))
        if standing.analysis is not None:
            told.append(self._measured(standing.analysis))
        if standing.notes:
            one, several = self.tr("1 note on it."), self.tr("{count} notes on it.")
            told.append(one if standing.notes == 1 else several.format(count=standing.notes))
        topics = ", ".join(shown_topic(topic) for topic in entry.question.topics)
        titles = dict(self._view.banks)
        bank = titles.get(entry.ref.bank_id, entry.ref.bank_id)
        where = self.tr("{bank}, question {id}").format(bank=bank, id=entry.question.id)
        return [*told, *([topics] if topics else []), where]

    def _answered(self, times: int, date: str) -> str:
        if times == 1:
            return self.tr("Answered once, on {date}.").format(date=date)
        return self.tr("Answered in {count} sessions, last on {date}.").format(count=times, date=date)

    def _measured(self, analysis: ItemAnalysis) -> str:
        """Facility and discrimination, never without their numbers."""
        low, high = (round(100 * share) for share in analysis.interval)
        told = self.tr("Rounds and papers: {right} of {count} right at first ({low} to {high} %).").format(
            right=analysis.right, count=analysis.number, low=low, high=high
        )
        if analysis.discrimination is None:
            few = self.tr("Too few voters are known ({count}) to say how well it tells them apart.")
            return f"{told} {few.format(count=analysis.voters)}"
        index = f"{analysis.discrimination:.2f}".replace("-", "−")
        words = self.tr("Discrimination {index}, n {count}.").format(index=index, count=analysis.voters)
        hint = self.tr("With fewer than 50 that is but a hint.")
        return f"{told} {words} {hint}" if analysis.is_indicative else f"{told} {words}"

    # -- requests ------------------------------------------------------------------------------

    def _want(self) -> None:
        self.wanted_changed.emit(self.wanted)
        announce(self, self.count)

    def _request_answer(self) -> None:
        if self._shown is not None:
            self.answer_requested.emit(self._shown)

    def _request_flag(self) -> None:
        if self._shown is not None:
            self.flag_requested.emit(self._shown)

    def _request_note(self) -> None:
        if self._shown is not None:
            self.note_requested.emit(self._shown)

    def _request_twin(self) -> None:
        if self._shown is not None:
            self.twin_requested.emit(self._shown)
