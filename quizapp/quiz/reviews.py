"""What is due again, what is new today, and how far that leads before an exam."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import pairwise
from random import Random
from time import perf_counter
from typing import TYPE_CHECKING

from quizapp.domain.attempt import DUE, KeptSession, SessionRules
from quizapp.domain.bank import Bank
from quizapp.domain.cards import Card, cards_of_all, in_order, next_question, untold
from quizapp.domain.goal import midnight
from quizapp.domain.mixing import mixed
from quizapp.domain.question import Question, is_made_of_definition
from quizapp.domain.selection import OWN_SEEDS
from quizapp.domain.session import Session, refer, resumed
from quizapp.domain.study_plan import (
    LAST_DAYS,
    Progress,
    ReviewOverview,
    StudyPlan,
    evened,
    fresh_today,
    pace,
    study_days,
    study_plan,
)
from quizapp.quiz.answer_archive import AnswerArchive
from quizapp.quiz.open_banks import NothingToAskError, OpenBanks
from quizapp.storage.answers.errors import StoreLockedError
from quizapp.storage.answers.reviews import Key, Late
from quizapp.storage.answers.rows import time_text

if TYPE_CHECKING:
    from quizapp.storage.answers.reviews import ReviewStore
    from quizapp.storage.answers.store import AttemptStore

__all__ = ["AT_MOST", "ReviewOverview", "Reviews", "StudyPlan"]

AT_MOST = 20
"""Questions of one session; the others stay due."""

WEEK = 7
"""The days of an overview, today among them."""

_A_LITTLE = 0.02  # s
_LOOKED_AT = 3 * AT_MOST  # cards due: some may have to wait for another session
_FARTHEST = 36_500  # days to an exam beyond which there might as well be none


class Reviews:
    """Tells what is due and asks it.

    Days are those of this computer's time zone, given as dates. Every method may raise a `QuizError`, whose
    text is for people.

    Args:
        archive: has the answers.
        banks: the open banks.
        chance: orders questions.
        exam: the exam whose wordings of terms are asked; empty for those of all.
        held: the questions of papers whose time runs: nobody learns their answers before the end.

    Attributes:
        is_behind: whether `advance` left anything to be done when it was last called.
        is_blocked: whether that was because another program had the file: a while later it may not.
    """

    def __init__(
        self,
        archive: AnswerArchive,
        banks: OpenBanks,
        chance: Random,
        exam: Callable[[], str],
        held: Callable[[], frozenset[Key]] = frozenset,
    ) -> None:
        self._archive = archive
        self._held = held
        self._exam = exam
        self._banks = banks
        self._chance = chance
        self._shuffled_by = chance.random()
        self.is_behind = self.is_blocked = False
        # what the cards were made of
        self._made: tuple[AttemptStore | None, tuple[Bank, ...], str] = None, (), ""
        self._cards: Mapping[str, Sequence[Card]] = {}
        self._by_question: Mapping[Key, Card] = {}
        self._by_key: Mapping[Key, Card] = {}

    @property
    def _store(self) -> "ReviewStore":
        return self._archive.store.reviews

    @property
    def _bank_ids(self) -> list[str]:
        return list(self._cards)

    # -- bringing up to date -------------------------------------------------------------------

    def synchronise(self) -> None:
        """Take over what has changed in the open banks; cheap when nothing has.

        Cards whose questions were reworded begin anew, which `ReviewOverview.reset` tells.
        """
        banks, exam, store = tuple(self._banks), self._exam(), self._archive.store
        known_store, known, known_exam = self._made
        is_same = exam == known_exam and len(banks) == len(known) and all(map(_is, banks, known))
        if is_same and store is known_store:
            return
        self._made = None, (), ""
        answered = store.reviews.answered([bank.id for bank in banks]) if len(banks) > 1 else ()
        self._cards = cards_of_all(banks, exam, answered)
        every = [card for cards in self._cards.values() for card in cards]
        self._by_key = {(card.bank_id, card.id): card for card in every}
        self._by_question = {
            (card.bank_id, question.id): card for card in every for question in card.questions
        }
        store.reviews.synchronise(self._cards)
        self._made = store, banks, exam

    def advance(self) -> bool:
        """Bring cards up to date for some 20 ms; what is asked here else waits until all are.

        After answers that is hardly anything. It is more when a new version of the program opens what was
        answered with an older one, or when what was answered elsewhere has come in.

        Returns:
            Whether all are up to date. Where another program has the file they are not, and it takes 0.1 s.
        """
        self.is_behind, self.is_blocked = True, False
        begun = perf_counter()
        try:
            with self._store.impatient():
                self.synchronise()
                is_done = self._store.catch_up(
                    self._by_question, self._cards, lambda: perf_counter() - begun > _A_LITTLE
                )
        except StoreLockedError:
            self.is_blocked = True
            return False
        self.is_behind = not is_done
        return is_done

    def _bring_up_to_date(self) -> None:
        self.synchronise()
        self._store.catch_up(self._by_question, self._cards)

    def acknowledge_reset(self) -> None:
        """Tell no more of the cards that began anew so far."""
        self.synchronise()
        self._store.acknowledge_resets(self._bank_ids)

    # -- looking ahead -------------------------------------------------------------------------

    def overview(self, today: date, exam: date | None, new_a_day: int | None) -> ReviewOverview:
        """What is to be done.

        Args:
            today: the day here.
            exam: the day of the exam; None without one, and one that is over is none.
            new_a_day: new questions a day; None leaves that to the program, see `pace`.
        """
        self._bring_up_to_date()
        progress, held = self._progress(today), self._held()
        days = self._forecast(today, exam, WEEK)
        fresh = fresh_today(progress, pace(progress, study_days(today, exam), new_a_day))
        if held:
            number = len(_without(held, self._due_cards(today, exam, days[0])))
            days, fresh = (number, *days[1:]), min(fresh, len(_without(held, self._unmet())))
        cards = sum(map(len, self._cards.values()))
        return ReviewOverview(
            due=days[0],
            fresh=fresh,
            days=days,
            cards=cards,
            met=cards - progress.unmet,
            reset=self._store.resets(self._bank_ids),
            plan=study_plan(today, exam, progress, new_a_day),
            at_once=len(self._next(today, exam, new_a_day)) if days[0] or fresh else 0,
        )

    def forecast(self, today: date, exam: date | None, days: int) -> tuple[int, ...]:
        """The cards due on each of some days, today first, with all that is overdue.

        Before an exam nothing is due on its day or later. What would be is asked once more in the last days
        before it, which are filled evenly, unless it was seen twice and lastly in these days. From the day of
        the exam on all is due as without one.
        """
        self._bring_up_to_date()
        return self._forecast(today, exam, days)

    def _progress(self, today: date) -> Progress:
        counts = self._store.counts(self._bank_ids, *_day(today))
        cards = sum(map(len, self._cards.values()))
        return Progress(cards - counts.met, counts.once, counts.begun)

    def _forecast(self, today: date, exam: date | None, days: int) -> tuple[int, ...]:
        left = _days_left(today, exam)
        if not left:
            return tuple(self._due_on(today, 0, days))
        found = self._due_on(today, 0, min(days, left)) + [0] * max(0, days - left)
        for place, more in self._brought_forward(today, left).items():
            if place < days:
                found[place] += more
        return tuple(found)

    def _due_on(self, today: date, first: int, end: int) -> list[int]:
        """The cards due by themselves on days counted from today; today has all that is overdue."""
        dues = self._store.dues(self._bank_ids, midnight(_later(today, end)))
        places = [bisect_left(dues, time_text(midnight(_later(today, day)))) for day in range(first, end + 1)]
        if first == 0:
            places[0] = 0
        return [end - start for start, end in pairwise(places)]

    def _brought_forward(self, today: date, left: int) -> dict[int, int]:
        """By days counted from today, how many cards are asked there because they are due too late.

        What was answered today is of today's load: after every session today would have a share again.
        """
        first = max(0, left - LAST_DAYS)
        loads = self._due_on(today, first, left)
        if first == 0:
            loads[0] += self._store.seen_between(self._bank_ids, *_day(today))
        found = dict.fromkeys(range(first, left), 0)
        for late, start in self._late(today, left):
            more = evened(loads[start - first :], self._store.count_late(self._bank_ids, late))
            for place, number in enumerate(more, start):
                found[place] += number
                loads[place - first] += number
        return found

    def _late(self, today: date, left: int) -> list[tuple[Late, int]]:
        """What is due too late, and from which day on, counted from today, it is asked instead.

        What was seen today is not asked again today, and so comes first: it has the fewest days.
        """
        day, exam = _day(today), midnight(_later(today, left))
        last_days = midnight(today + timedelta(days=left - LAST_DAYS))
        first = max(0, left - LAST_DAYS)
        here = [(Late(exam, day, False, last_days), first)]
        if first > 0 or left > 1:
            here.insert(0, (Late(exam, day, True, last_days), max(1, first)))
        return here

    # -- asking --------------------------------------------------------------------------------

    def start(self, today: date, exam: date | None, new_a_day: int | None, rules: SessionRules) -> Session:
        """Begin a session on what is due, and then on new questions; of each card one question.

        What a term means is asked before anything else tells it, and else not in this session, but in one of
        the next. While a paper runs its questions are left out.

        Args:
            today: the day here.
            exam: as for `overview`.
            new_a_day: as for `overview`.
            rules: how it is run; what it asks is put in their place.

        Raises:
            NothingToAskError: when nothing is due and nothing new is offered today.
        """
        self._bring_up_to_date()
        seed = self._chance.choice(OWN_SEEDS)
        cards = self._next(today, exam, new_a_day)
        if not cards:
            raise NothingToAskError(
                "Nothing is due today, and no new question is left for today. Practice has all of them."
            )
        asked = [(card, next_question(card, self._store.last_seen(card))) for card in cards]
        return self._begin(asked, seed, rules)

    def _next(self, today: date, exam: date | None, new_a_day: int | None) -> list[Card]:
        """The cards of the session that would begin now, those due before those never met."""
        held, progress = self._held(), self._progress(today)
        due = untold(_without(held, self._due_cards(today, exam, _LOOKED_AT)), AT_MOST)
        fresh = fresh_today(progress, pace(progress, study_days(today, exam), new_a_day))
        number = min(AT_MOST, len(due) + fresh)
        return untold(_without(held, self._unmet()), number, due) if number > len(due) else due

    def _due_cards(self, today: date, exam: date | None, limit: int) -> list[Card]:
        left = _days_left(today, exam)
        keys = self._store.due(self._bank_ids, midnight(_later(today, 1)), limit)
        if left and len(keys) < limit:
            number = min(self._brought_forward(today, left).get(0, 0), limit - len(keys))
            for late, first in self._late(today, left):
                if first == 0:
                    keys += self._store.late(self._bank_ids, late, number)
        return [self._by_key[key] for key in keys if key in self._by_key]

    def _unmet(self) -> list[Card]:
        """Cards never met, in an order of chance, what is examined before what is not."""
        met = self._store.met(self._bank_ids)
        unmet = [card for key, card in self._by_key.items() if key not in met]
        Random(self._shuffled_by).shuffle(unmet)
        return sorted(unmet, key=lambda card: card.is_background)

    def _begin(self, asked: Sequence[tuple[Card, Question]], seed: int, rules: SessionRules) -> Session:
        """Keep that a session on some questions of some banks began."""
        banks = self._banks.by_id
        of_bank = {id(question): banks[card.bank_id] for card, question in asked}
        terms = in_order((card for card, _ in asked), Random(seed))
        asked_of = {id(card): question for card, question in asked}
        of_terms = iter([asked_of[id(card)] for card in terms])
        order = [
            next(of_terms) if is_made_of_definition(each.id) else each
            for each in mixed([question for _, question in asked], Random(seed))
        ]
        refs = tuple(refer(of_bank[id(question)], question) for question in order)
        rules = replace(rules, length=len(refs), which=DUE, topics=(), cue="")
        start = self._archive.recorder.new_start(seed, refs, rules)
        return self._archive.recorder.begin(resumed(KeptSession(start, (), frozenset()), banks))


def _without(held: frozenset[Key], cards: Iterable[Card]) -> list[Card]:
    """The cards of which no question is held back: twins tell of each other."""
    return [card for card in cards if not held & {(card.bank_id, question.id) for question in card.questions}]


def _is(one: object, other: object) -> bool:
    return one is other


def _days_left(today: date, exam: date | None) -> int:
    """The days from today to the day before an exam; 0 without one that is near enough to count."""
    days = study_days(today, exam)
    return days if days <= _FARTHEST else 0


def _later(day: date, days: int) -> date:
    return day + timedelta(days=days)


def _day(day: date) -> tuple[datetime, datetime]:
    """When a day begins here, and when the next one does."""
    return midnight(day), midnight(_later(day, 1))
