"""Terms with their wordings, and one's own notes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from quizapp.domain.bank import Definition
from quizapp.domain.history import Note, NoteKind
from quizapp.domain.library import has_words, matching_definitions
from quizapp.ui.dates import long_date, short_date
from quizapp.ui.library.panel import ChoiceField, DetailCard, LookupPanel
from quizapp.ui.library.tables import Cell, LookupTable, RowsModel
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.widgets.buttons import Button
from quizapp.ui.widgets.reading import Paragraph, ReadingText
from quizapp.ui.widgets.text import announce

_HEAD = 90  # letters of a note that stand in the table


class WordsPanel(LookupPanel):
    """What the open banks define, wording by wording."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        self._told = ReadingText("body", self.tr("The term"))
        self._model = RowsModel((self.tr("Term"), self.tr("Wording of")), appearance)
        detail = DetailCard(self._told)
        super().__init__(LookupTable(self._model, self.tr("List of words")), detail, parent)
        self._model.setParent(self)
        self._detail = detail
        self._every: Sequence[Definition] = ()
        self._shown: Sequence[Definition] = ()
        self._exam = ""
        self._search = self.add_search(self.tr("Find a term or words in its wordings"))
        self._wording = ChoiceField(self.tr("Exam"))
        self._wording.offer(
            (("", self.tr("All exams")), ("itil4", self.tr("ITIL 4")), ("v5", self.tr("ITIL (Version 5)")))
        )
        self.controls.addWidget(self._wording)
        self._search.changed.connect(self._narrow)
        self._wording.changed.connect(self._narrow)

    def show_words(self, definitions: Sequence[Definition], exam: str) -> None:
        """Show what is defined; the wordings of one's exam stand before others of a term."""
        self._every, self._exam = definitions, exam
        self._find()

    def _narrow(self) -> None:
        self._find()
        announce(self, self.count)

    def _find(self) -> None:
        self._shown = matching_definitions(self._every, self._search.text(), self._wording.value)
        self._model.show_rows([(Cell(_capital(each.of)), Cell(each.origin)) for each in self._shown])
        none = self.tr("No bank that is open defines a term.")
        lack = self.tr("No term has all these words.") if self._every else none
        self.show_empty("" if self._shown else lack)
        one = len(self._shown) == 1
        count = self.tr("1 wording") if one else self.tr("{count} wordings")
        self.set_count(count.format(count=len(self._shown)) if self._shown else "")
        self.table.select(0)

    def show_row(self, row: int) -> None:
        """Tell what a term means, first in the wording that was selected."""
        if not 0 <= row < len(self._shown):
            return
        chosen = self._shown[row]
        others = [each for each in self._every if each.of == chosen.of and each is not chosen]
        others.sort(key=lambda each: self._exam not in each.exams)
        parts = [part for each in (chosen, *others) for part in self._wordings(each)]
        self._told.set_paragraphs([Paragraph(_capital(chosen.of), "section"), *parts])
        self._detail.to_top()

    def _wordings(self, definition: Definition) -> Iterator[Paragraph]:
        origin = self.tr("{origin} – your exam") if self._exam in definition.exams else "{origin}"
        yield Paragraph(origin.format(origin=definition.origin), "caption", "muted", above=12)
        yield Paragraph(definition.text, above=2)
        if definition.note:
            yield Paragraph(definition.note, "label", "muted", above=2)


@dataclass(frozen=True, slots=True)
class NoteView:
    """A note in the list.

    Attributes:
        note: the note.
        about: the question it is on, by its first sentence where its bank is open, else by its id.
        where: bank and question, as a person would name them.
        can_show: whether the question can be shown.
    """

    note: Note
    about: str
    where: str
    can_show: bool


class NotesPanel(LookupPanel):
    """One's own notes, the newest first.

    Signals:
        edit_requested: write a note anew; carries its `NoteView`, as all below do.
        delete_requested: delete it.
        question_requested: show its question.
    """

    edit_requested = Signal(object)
    delete_requested = Signal(object)
    question_requested = Signal(object)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        self._told = ReadingText("body", self.tr("The note"))
        heads = (self.tr("Note"), self.tr("Kind"), self.tr("Day"))
        self._model = RowsModel(heads, appearance)
        detail = DetailCard(self._told)
        super().__init__(LookupTable(self._model, self.tr("List of my notes")), detail, parent)
        self._model.setParent(self)
        self._every: Sequence[NoteView] = ()
        self._views: Sequence[NoteView] = ()  # those that are listed
        self._search = self.add_search(self.tr("Find words in my notes"))
        self._search.changed.connect(self._narrow)
        self._shown: NoteView | None = None
        self._question = Button(self.tr("Show the question"), "quiet", small=True)
        edit = Button(self.tr("Change it …"), small=True)
        delete = Button(self.tr("Delete it …"), "quiet", small=True)
        for button, slot in (
            (edit, self._request_edit),
            (delete, self._request_delete),
            (self._question, self._request_question),
        ):
            detail.buttons.addWidget(button)
            button.clicked.connect(slot)
        self.table.opened.connect(self._request_edit)
        self.table.delete_requested.connect(self._request_delete)

    def show_notes(self, views: Sequence[NoteView]) -> None:
        """List notes; the selected one stays selected, or the one that comes into its place is."""
        self._every = views
        self._find()

    def _narrow(self) -> None:
        self._find()
        announce(self, self.count)

    def _find(self) -> None:
        """List the notes in which all words stand, or in the beginning of their question."""
        words = self._search.text()
        self._views = views = [each for each in self._every if has_words(self._text(each), words)]
        numbers, row = [view.note.number for view in views], max(0, self.table.row)
        if self._shown is not None and self._shown.note.number in numbers:
            row = numbers.index(self._shown.note.number)
        self._model.show_rows([self._cells(view.note) for view in views])
        none = self.tr("None yet. “Write a note” at a question makes one, and N in a session.")
        lack = self.tr("No note has all these words.") if self._every else none
        self.show_empty("" if views else lack)
        self.set_count(self._counted(len(views)))
        self.table.select(min(row, len(views) - 1))

    def _counted(self, count: int) -> str:
        total = len(self._every)
        if count < total:
            return self.tr("{count} of {total} notes").format(count=count, total=total)
        one, more = self.tr("1 note"), self.tr("{count} notes")
        return (one if count == 1 else more.format(count=count)) if count else ""

    def _cells(self, note: Note) -> tuple[Cell, ...]:
        return Cell(_begin(note.text)), Cell(self._kind(note.kind)), Cell(short_date(note.at))

    def _text(self, view: NoteView) -> str:
        """Where the words that are looked for may stand."""
        note = view.note
        return "\n".join((note.text, self._kind(note.kind), view.about, view.where, long_date(note.at)))

    def _kind(self, kind: NoteKind) -> str:
        return self.tr("For myself") if kind is NoteKind.OWN else self.tr("On a mistake")

    def show_row(self, row: int) -> None:
        """Tell all of a note."""
        self._shown = view = self._views[row] if 0 <= row < len(self._views) else None
        if view is None:
            return
        head = Paragraph(f"{self._kind(view.note.kind)}, {long_date(view.note.at)}", "label", "muted")
        lines = [Paragraph(line, above=6 if not at else 0) for at, line in enumerate(_lines(view.note.text))]
        about = Paragraph(view.about, "body", "muted", 14)
        self._told.set_paragraphs([head, *lines, about, Paragraph(view.where, "label", "muted", 4)])
        self._question.setVisible(view.can_show)

    def _request_edit(self) -> None:
        if self._shown is not None:
            self.edit_requested.emit(self._shown)

    def _request_delete(self) -> None:
        if self._shown is not None:
            self.delete_requested.emit(self._shown)

    def _request_question(self) -> None:
        if self._shown is not None:
            self.question_requested.emit(self._shown)


def _lines(text: str) -> list[str]:
    return text.strip().split("\n")


def _begin(text: str) -> str:
    """How a note begins, on one line."""
    words = " ".join(text.split())
    return words if len(words) <= _HEAD else f"{words[:_HEAD].rstrip()} …"


def _capital(term: str) -> str:
    return term[:1].upper() + term[1:]
