"""The keys of the moment: what each does as the round stands, then what it does at other times."""

from collections.abc import Iterable

from PySide6.QtWidgets import QGridLayout, QWidget

from quizapp.domain.round_plan import AnsweringMode
from quizapp.domain.round_record import RoundRecord
from quizapp.ui.rounds.console.commands import LETTERS, Command, is_possible, key_name, shown_step
from quizapp.ui.rounds.console.wording import ConsoleWords
from quizapp.ui.widgets.dialogs import ReadingDialog
from quizapp.ui.widgets.keycaps import KeyNames
from quizapp.ui.widgets.text import Text

_APART = 10  # px above a heading
_SPECIAL = frozenset({Command.NEXT, Command.TURN, Command.PEEK, Command.SHEETS, Command.KEYS})


class RoundKeysDialog(ReadingDialog):
    """What can be pressed now stands first.

    Args:
        record: the round as it stands.
        parent: the window.
        is_private: whether the room does not see it: what follows a lock rests on the votes.
    """

    def __init__(
        self, record: RoundRecord, parent: QWidget | None = None, *, is_private: bool = True
    ) -> None:
        super().__init__(self.tr("Keys in this round"), parent)
        self._words = ConsoleWords(self)
        self._record, self._is_private = record, is_private
        names = self._words.commands()
        now = [each for each in names if is_possible(record, each)]
        later = [each for each in names if each not in now]
        self._add(self.tr("Now"), (*self._next(), *self._entering(), *self._rows(now)))
        self._add(self.tr("At other times"), self._rows(later))
        self._add(self.tr("Always"), self._always())
        self.page.column.addStretch(1)

    def _add(self, heading: str, rows: Iterable[tuple[str, str]]) -> None:
        """A heading with keys and what they do below it."""
        self.page.column.addSpacing(_APART)
        self.page.column.addWidget(Text("section", heading))
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)
        for row, (keys, meaning) in enumerate(rows):
            grid.addWidget(KeyNames(keys), row, 0)
            grid.addWidget(Text("label", meaning), row, 1)
        self.page.column.addLayout(grid)

    def _next(self) -> list[tuple[str, str]]:
        step = shown_step(self._record, is_private=self._is_private)
        return [(self.tr("[Space] or [Page Down]"), self._words.steps()[step])]

    def _rows(self, commands: Iterable[Command]) -> list[tuple[str, str]]:
        mode = self._record.round.mode
        names, meanings = self._words.commands(), self._words.meanings()
        return [
            (f"[{key_name(each, mode)}]", meanings.get(each, names[each]))
            for each in commands
            if each not in _SPECIAL
        ]

    def _entering(self) -> list[tuple[str, str]]:
        """How answers are entered in the mode in force."""
        match self._record.round.mode:
            case AnsweringMode.HANDS:
                return [
                    (self.tr("[0] to [9], [Tab], [Enter]"), self.tr("hands for each answer, next, save")),
                    (self.tr("[+]"), self.tr("more people are here than were counted")),
                ]
            case AnsweringMode.TEAMS:
                return [
                    (self.tr("[1] to [9]"), self.tr("select a team")),
                    (self.tr("[P] [S] or [A] to [F]"), self.tr("its answer; [0] takes it back")),
                    (self.tr("[F2] [Del]"), self.tr("rename or remove the selected team")),
                    (self.tr("[+]"), self.tr("one more team")),
                ]
            case AnsweringMode.BUZZ:
                return [
                    (self.tr("[A] [S] [D] … [L]"), self.tr("teams 1 to 9 buzz; commands need [Ctrl]")),
                    (self.tr("[1] to [6]"), self.tr("the answer of the team whose turn it is")),
                    (self.tr("[⌫]"), self.tr("pass on to the next team")),
                    (self.tr("[+]"), self.tr("one more team")),
                ]
            case _:
                return [
                    (f"[{LETTERS[Command.SHEETS]}]", self.tr("go to the sheets; [Esc] leaves them")),
                    (
                        self.tr("[P] [S] or [A] to [F]"),
                        self.tr("the answer on this sheet, then the next sheet"),
                    ),
                    (self.tr("[Tab]"), self.tr("the next question of the same sheet")),
                    (self.tr("[⌫] [Del]"), self.tr("clear; remove an empty sheet")),
                ]

    def _always(self) -> list[tuple[str, str]]:
        mode = self._record.round.mode
        return [
            (self.tr("[Page Down] [Page Up] [.]"), self.tr("a presenter remote: next, one step back, black")),
            (f"[{key_name(Command.PEEK, mode)}]", self.tr("held: peek at votes and answer")),
            (f"[{key_name(Command.TURN, mode)}]", self.tr("turn the wall’s page")),
            (self.tr("[F1] or [?]"), self.tr("this page")),
        ]
