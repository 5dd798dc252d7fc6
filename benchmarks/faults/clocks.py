"""Starts the program with clocks years ahead or behind, now and then: names and copies stay as promised."""

import random
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from benchmarks.faults import deeds
from benchmarks.table import Line
from quizapp import paths
from quizapp.domain.bank import Bank
from quizapp.domain.round_events import Close
from quizapp.domain.round_plan import RoundPlan
from quizapp.domain.session import refer
from quizapp.quiz import Clock, Profile, Profiles, Quiz
from quizapp.storage.answers.backup import newest_first
from quizapp.storage.banks.repository import BankRepository
from quizapp.storage.rounds.names import KEPT_FOR, RoundNames

_STARTS = 12  # of each computer
_COPIES = 5  # made last, which stay whatever the clock said
_NAMES = {"t1": "Zyxwvutsrq"}


def measure(folder: Path, count: int) -> Iterator[tuple[str, list[Line]]]:
    """So many starts, twelve on each computer; never do two wrong clocks follow each other."""
    repository = BankRepository(folder / "kept", paths.questions_dir() / "vocabulary.yaml")
    bank = repository.open(repository.shipped()[0]).bank
    assert bank is not None
    chance, seen = random.Random(20261128), Counter[str]()
    for number in range(max(1, count // _STARTS)):
        computer = _Computer(folder / str(number), repository, bank, chance)
        for _ in range(_STARTS):
            computer.start()
        seen += computer.seen
    detail = f"{seen['starts']} starts, {seen['ahead']} with a clock ahead, {seen['behind']} behind"
    yield (
        "Clocks ahead and behind",
        [
            Line("names of running rounds deleted", 0, seen["running lost"], "", detail),
            Line("names of closed rounds deleted before their time", 0, seen["closed lost"], ""),
            Line("names still there at the second right start after it", 0, seen["overdue"], ""),
            Line("answers that the newest copy lacks", 0, seen["not copied"], ""),
            Line("copies made last that are gone", 0, seen["copies gone"], ""),
        ],
    )


@dataclass
class _Computer:
    """A data folder, the time that it really is, and what should be there.

    Attributes:
        seen: how often which thing was seen.
    """

    folder: Path
    repository: BankRepository
    bank: Bank
    chance: random.Random
    seen: Counter[str] = field(default_factory=Counter)
    _now: datetime = datetime(2027, 1, 1, tzinfo=UTC)  # after all deeds
    _is_wrong: bool = False
    _running: list[str] = field(default_factory=list)
    _closed: dict[str, datetime] = field(default_factory=dict)
    _overdue: set[str] = field(default_factory=set)
    _copies: list[Path] = field(default_factory=list)
    _answered: int = 0

    def start(self) -> None:
        """Let some days pass, start with a clock that is right or wrong, and look."""
        self._now += timedelta(days=self.chance.choice((0, 0.1, 1, 7, 20, 40)))
        self._is_wrong = not self._is_wrong and self.chance.random() < 0.5
        shift = self.chance.choice((-1, 1)) * timedelta(days=self.chance.choice((1, 29, 31, 65, 400, 9000)))
        told = self._now + shift * self._is_wrong
        self.seen["starts"] += 1
        self.seen["ahead" if shift.days > 0 else "behind"] += self._is_wrong
        profiles = Profiles(self.folder, lambda: told)
        clock = Clock(lambda: told, lambda: 0.0)
        with closing(Quiz(profiles, self.repository, clock, self.chance)) as quiz:
            quiz.rounds.forget_old_names()
            self._look_at_names(quiz)
            if not self._is_wrong:
                self._go_on(quiz)
            self._answer(profiles, told)

    def _look_at_names(self, quiz: Quiz) -> None:
        """Compare; what is overdue at a right start goes at the next one, if that is right, too."""
        names = RoundNames(self.folder / "rounds")
        if self._is_wrong:
            self._overdue.clear()
        self.seen["running lost"] += sum(not names.load(each) for each in self._running)
        for each, closed in list(self._closed.items()):
            is_there, is_over = bool(names.load(each)), self._now > closed + KEPT_FOR
            self.seen["closed lost"] += not is_there and not is_over
            if not is_there:
                del self._closed[each]
            elif is_over:
                self.seen["overdue"] += each in self._overdue
                self._overdue |= set() if self._is_wrong else {each}
        assert len(quiz.rounds.unfinished()) == len(self._running)

    def _go_on(self, quiz: Quiz) -> None:
        """Begin a round, or close one."""
        if self._running and self.chance.random() < 0.5:
            closing_ = quiz.rounds.load(self._running.pop())
            quiz.rounds.apply(closing_, Close())
            self._closed[closing_.id] = self._now
        else:
            plan = RoundPlan("plan", "Friday", (refer(self.bank, self.bank.questions[0]),))
            self._running.append(quiz.rounds.begin(plan, self.bank, _NAMES).id)

    def _answer(self, profiles: Profiles, told: datetime) -> None:
        """Answer a question, which is dated by the deeds, have the day copied, and look at the copies."""
        path, name = profiles.path(Profile.OWN), f"s{self._answered}"
        self._answered += 1
        with closing(profiles.open(Profile.OWN)) as store:
            for deed in deeds.session(name, 1):
                deed.keep(store)
            made = store.back_up_if_due(told, again=True)
        copies = [each.path for each in newest_first(path)]
        assert made is not None
        self._copies.append(made)
        self.seen["not copied"] += deeds.found(copies[0], name) != deeds.expected(deeds.session(name, 1))
        self.seen["copies gone"] += sum(each not in copies for each in self._copies[-_COPIES:])
