"""What stands on the sheets of paper: a row for each sheet, a column for each question."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from quizapp.domain.question import Question
from quizapp.domain.round_plan import Answering
from quizapp.domain.round_record import RoundRecord
from quizapp.domain.round_scores import answers_of
from quizapp.ui.overriding import override
from quizapp.ui.rounds.roster_words import RosterWords, is_team
from quizapp.ui.row_panel import LETTERS

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_KEYS = {"P": "product", "S": "service"}


class PaperModel(QAbstractTableModel):
    """Reads a round; it changes nothing.

    Attributes:
        people: the ids of the sheets, row by row.
        places: how many questions have a column.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = RosterWords(self)
        self._record: RoundRecord | None = None
        self.people: Sequence[str] = ()
        self.places = 0

    def show_record(self, record: RoundRecord) -> None:
        """Show how the round stands; rows and columns are laid out anew only where there are others."""
        people = [voter.id for voter in record.round.present if not is_team(voter.id)]
        asked = [place for place, item in enumerate(record.round.items) if item.ballots]
        places = max([*asked, record.round.place], default=-1) + 1
        if (people, places) == (self.people, self.places):
            self._record = record
            if not people or not places:
                return
            self.dataChanged.emit(self.index(0, 0), self.index(len(people) - 1, places - 1))
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, len(people) - 1)
            return
        self.beginResetModel()
        self._record, self.people, self.places = record, people, places
        self.endResetModel()

    # -- one cell --------------------------------------------------------------------------------

    def question(self, place: int) -> Question | None:
        """What a column asks."""
        if self._record is None:
            return None
        return self._record.bank.question(self._record.round.items[place].question.question_id)

    def answer(self, index: Index) -> str:
        """The answer in a cell, as ballots have it; empty for none."""
        if self._record is None or not self.is_open(index.column()):
            return ""
        votes = self._record.round.items[index.column()].ballots[-1].votes
        return votes.get(self.people[index.row()], "")

    def letter(self, answer: str) -> str:
        """The letter or word of an answer; empty for none."""
        return self._words.answer(answer) if answer else ""

    def is_open(self, place: int) -> bool:
        """Whether sheets were collected for a question, so that answers can be entered."""
        if self._record is None or not 0 <= place < self.places:
            return False
        ballots = self._record.round.items[place].ballots
        return bool(ballots) and ballots[-1].way is Answering.PAPER

    @property
    def first_open(self) -> int:
        """The first question for which sheets were collected; the first of all where there is none."""
        return next((place for place in range(self.places) if self.is_open(place)), 0)

    def meant(self, place: int, letter: str) -> str:
        """The answer that a capital means for a question; empty where it means none."""
        question = self.question(place)
        answers = answers_of(question) if question else ()
        answer = _KEYS.get(letter) or (str(LETTERS.index(letter)) if letter in LETTERS else "")
        return answer if answer in answers else ""

    # -- as Qt asks ------------------------------------------------------------------------------

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return len(self.people)

    @override
    def columnCount(self, parent: Index = _ROOT) -> int:
        return self.places

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.told(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return self.letter(self.answer(index))
        return None

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return None
        return self.name(section) if orientation is Qt.Orientation.Vertical else str(section + 1)

    def name(self, row: int) -> str:
        """What the sheet of a row is called."""
        return self._words.name(self._record, self.people[row]) if self._record else ""

    def told(self, index: Index) -> str:
        """A cell in words: whose, which question, and the answer."""
        answer = self.answer(index)
        said = self._words.answer(answer) if answer else self.tr("no answer")
        if not self.is_open(index.column()):
            said = self.tr("no sheets for this question")
        sentence = self.tr("{name}, question {n}: {said}")
        return sentence.format(name=self.name(index.row()), n=index.column() + 1, said=said)
