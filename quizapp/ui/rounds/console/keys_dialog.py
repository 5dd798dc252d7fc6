"""The keys of the moment: those that do something as the round stands, and no others."""

from collections.abc import Iterable

from PySide6.QtWidgets import QGridLayout, QWidget

from quizapp.domain.round import Phase
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
    """What can be pressed now.

    Args:
        record: the round as it stands.
        parent: the window.
        is_private: whether the room does not see it: what follows a lock rests on the votes.
        has_pages: whether what is on the wall takes several pages.
    """

    def __init__(
        self,
        record: RoundRecord,
        parent: QWidget | None = None,
        *,
        is_private: bool = True,
        has_pages: bool = True,
    ) -> None:
        super().__init__(self.tr("Keys in this round"), parent)
        self._words = ConsoleWords(self)
        self._record, self._is_private, self._has_pages = record, is_private, has_pages
        names = self._words.commands()
        now = [each for each in names if is_possible(record, each) and self._is_here(each)]
        self._add(self.tr("Now"), (*self._next(), *self._rows(now)))
        if record.round.phase is Phase.OPEN and not record.round.is_paused:
            self._add(self.tr("Answers of the room"), self._entering())
        self._add(self.tr("Always"), self._always())
        self.page.column.addStretch(1)

    def _is_here(self, command: Command) -> bool:
        """Whether a command has something to do on these screens."""
        return self._is_private or command is not Command.SWAP

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
                    (self.tr("[F2]"), self.tr("rename the team in turn, or the one that came last")),
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
        remote = self.tr("a presenter remote: next, one step back, black")
        rows = [(self.tr("[Page Down] [Page Up] [.]"), remote)]
        if self._is_private and not (
            self._record.round.position >= 0 and self._record.round.item.is_revealed
        ):
            rows.append((f"[{key_name(Command.PEEK, mode)}]", self.tr("held: peek at votes and answer")))
        if self._has_pages:
            rows.append((f"[{key_name(Command.TURN, mode)}]", self.tr("turn the wall’s page")))
        return [*rows, (self.tr("[F1] or [?]"), self.tr("this page"))]
