"""What can be looked up: questions, past sessions, terms and notes."""

from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from quizapp.domain.bank import Bank, Definition
from quizapp.domain.errors import QuizError
from quizapp.domain.history import Note, PastSession
from quizapp.domain.item_analysis import ItemAnalysis, Sheet, analysed
from quizapp.domain.library import (
    Catalogue,
    Key,
    Standing,
    catalogue_of,
    glossary,
    joined,
    key_of,
)
from quizapp.domain.question import is_arguable
from quizapp.domain.round_record import RoundRecord
from quizapp.domain.session import Session, refer, resumed
from quizapp.quiz.answer_archive import AnswerArchive
from quizapp.quiz.choosing import history_of
from quizapp.quiz.open_banks import NothingToAskError, OpenBanks

if TYPE_CHECKING:
    from quizapp.quiz.rounds import Rounds


class Library:
    """Looks things up in the open banks and in what is kept.

    Methods that read what is kept may raise a `QuizError`, whose text is for people.
    """

    def __init__(self, archive: AnswerArchive, banks: OpenBanks, rounds: "Rounds") -> None:
        self._archive = archive
        self._banks = banks
        self._rounds = rounds
        self._catalogues: dict[str, tuple[Bank, Catalogue]] = {}  # a bank is made ready once
        self._joined: tuple[tuple[Catalogue, ...], Catalogue] = (), Catalogue()

    # -- questions -----------------------------------------------------------------------------

    def catalogue(self) -> Catalogue:
        """The questions of the open banks, made ready to be searched."""
        parts = tuple(self._catalogue(bank) for bank in self._banks)
        self._catalogues = {bank.id: self._catalogues[bank.id] for bank in self._banks}
        if tuple(map(id, parts)) != tuple(map(id, self._joined[0])):
            self._joined = parts, joined(parts)
        return self._joined[1]

    def _catalogue(self, bank: Bank) -> Catalogue:
        known = self._catalogues.get(bank.id)
        if known is None or known[0] is not bank:
            known = self._catalogues[bank.id] = bank, catalogue_of(bank)
        return known[1]

    def standings(self) -> Mapping[Key, Standing]:
        """What is known of the questions of the open banks, where anything is."""
        noted = Counter(key_of(note.question) for note in self._archive.store.notes())
        found: dict[Key, Standing] = {}
        sheets = self._sheets()
        for bank in self._banks:
            past, flags = history_of(bank, self._archive.store), self._archive.store.flags(bank.id)
            measured = self._measured(bank, sheets)
            numbers = {key[1]: count for key, count in noted.items() if key[0] == bank.id}
            for name in {*past, *flags, *measured, *numbers}:
                found[bank.id, name] = Standing(
                    past.get(name), name in flags, numbers.get(name, 0), measured.get(name)
                )
        return found

    def _sheets(self) -> list[Sheet]:
        """The papers that were handed in, without what can be argued either way: nothing is right there."""
        arguable = {
            (bank.id, each.id) for bank in self._banks for each in bank.questions if is_arguable(each)
        }
        return [
            {ref: mark for ref, mark in sheet.items() if key_of(ref) not in arguable}
            for sheet in self._archive.store.sheets()
        ]

    def _measured(self, bank: Bank, sheets: Sequence[Sheet]) -> Mapping[str, ItemAnalysis]:
        """By question id what rounds and papers say about its present wording."""
        records: Sequence[RoundRecord] = ()
        with suppress(QuizError):  # of rounds that cannot be read their own page tells
            records = self._rounds.first_votes(bank.id)
        found = {ref: each for ref, each in analysed(records, sheets).items() if ref.bank_id == bank.id}
        asked = {ref.question_id for ref in found}
        refs = (refer(bank, each) for each in bank.questions if each.id in asked)
        return {ref.question_id: found[ref] for ref in refs if ref in found}

    # -- past sessions -------------------------------------------------------------------------

    def sessions(self) -> tuple[PastSession, ...]:
        """The sessions in which anything was answered, the newest first."""
        return self._archive.store.answered()

    def session(self, past: PastSession) -> Session:
        """A past session that is no paper, as far as its questions are there as they were answered.

        Raises:
            NothingToAskError: when none of them is.
        """
        session = resumed(self._archive.store.session(past.id), self._banks.by_id)
        if not any(turn.answer is not None for turn in session.turns):
            raise NothingToAskError(
                "None of its questions is open in the wording you answered. Open their bank under Banks."
            )
        return session

    # -- words and notes -----------------------------------------------------------------------

    def glossary(self) -> tuple[Definition, ...]:
        """What the open banks define, each wording once."""
        return glossary(self._banks)

    def notes(self) -> tuple[Note, ...]:
        """All notes, the newest first."""
        return tuple(reversed(self._archive.store.notes()))

    def change_note(self, note: Note, text: str) -> None:
        """Have other words stand in a note; none at all delete it."""
        self._archive.store.change_note(note.number, text.strip())
