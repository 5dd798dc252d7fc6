"""The sentences of the Practice page: what each choice means, and what comes of all of them."""

from PySide6.QtCore import QObject

from quizapp.domain.history import CueScore
from quizapp.domain.selection import ALL_THAT_FIT, Which
from quizapp.ui.counting import Counting
from quizapp.ui.option_list import Option
from quizapp.ui.practice_view import BankChoice, PracticeView

_LENGTHS = (5, 10, 20, 40)


class PracticeWords(QObject):
    """All of them in one place, so that they sound alike."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._counting = Counting(self)

    def bank(self, bank: BankChoice) -> Option:
        """An open bank among others."""
        return Option(bank.title, self._counting.questions(bank.questions))

    def which(self, which: Which, view: PracticeView, *, narrowed: bool) -> Option:
        """One choice of questions, with how many fit it, or with the reason why none does.

        Args:
            which: the choice.
            view: what is known of the bank.
            narrowed: whether only some topics are wanted.
        """
        fit = view.counts.get(which, 0)
        if fit:
            note = self._meaning(which, view.weakest)
        else:
            note = self._lack(which, view.weakest, narrowed=narrowed)
        return Option(self._name(which), note, str(fit), enabled=fit > 0)

    def _name(self, which: Which) -> str:
        names = {
            Which.ALL: self.tr("All questions"),
            Which.UNSEEN: self.tr("Not met yet"),
            Which.MISTAKES: self.tr("Missed"),
            Which.FLAGGED: self.tr("Flagged"),
            Which.WEAKEST_CUE: self.tr("Weakest cue"),
            Which.PAIRS: self.tr("Contrast pairs"),
        }
        return names[which]

    def _meaning(self, which: Which, weakest: CueScore | None) -> str:
        meanings = {
            Which.ALL: self.tr("Whether you have met them or not."),
            Which.UNSEEN: self.tr("You have not answered these before."),
            Which.MISTAKES: self.tr("Not right when you last met them."),
            Which.FLAGGED: self.tr("You flagged these yourself."),
            Which.WEAKEST_CUE: self.cue(weakest) if weakest else "",
            Which.PAIRS: self.tr(
                "Two scenarios that differ in one fact. The summary sets them side by side."
            ),
        }
        return meanings[which]

    def _lack(self, which: Which, weakest: CueScore | None, *, narrowed: bool) -> str:
        if narrowed and (which is not Which.WEAKEST_CUE or weakest):
            return self.tr("None on the topics chosen.")
        lacks = {
            Which.ALL: self.tr("This bank has no questions."),
            Which.UNSEEN: self.tr("You have met them all."),
            Which.MISTAKES: self.tr("Nothing missed so far."),
            Which.FLAGGED: self.tr("None yet. F flags a question while it is asked."),
            Which.WEAKEST_CUE: self.tr("None stands out yet. That takes a few answers."),
            Which.PAIRS: self.tr("This bank has none."),
        }
        return lacks[which]

    def cue(self, score: CueScore) -> str:
        """A cue with its score and the doubt in it."""
        sentence = self.tr(
            "{name}: {earned} of {asked} right for the right reason, likely {low} to {high} %."
        )
        return sentence.format(
            name=score.name,
            earned=score.earned,
            asked=score.asked,
            low=round(100 * score.low),
            high=round(100 * score.high),
        )

    def length(self, length: int, fit: int) -> tuple[str, str]:
        """What stands on the chip of a length, and what is read out in its place."""
        if length == ALL_THAT_FIT:
            words = self.tr("All {count}").format(count=fit)
            return words, self.tr("{words} questions that fit").format(words=words)
        return str(length), self._counting.questions(length)

    def start(self, count: int) -> str:
        """What stands on the button."""
        if not count:
            return self.tr("Start")
        return self.tr("Start {questions}").format(questions=self._counting.questions_in_words(count).lower())

    def outcome(self, fit: int, count: int) -> str:
        """What comes of the choices: how many fit, how many of them are asked, and how long it takes."""
        if not count:
            return self.tr("None fit. Choose other questions or topics.")
        if count < fit:
            sentence = self.tr("{fit} fit; you get {count} of them, {minutes}.")
        elif fit == 1:
            sentence = self.tr("One fits, {minutes}.")
        else:
            sentence = self.tr("{fit} fit; you get them all, {minutes}.")
        return sentence.format(fit=fit, count=count, minutes=self._counting.duration(count))


def lengths_for(fit: int) -> tuple[int, ...]:
    """The lengths worth choosing among where so many questions fit: those that leave some out, and all."""
    return *(length for length in _LENGTHS if length < fit), ALL_THAT_FIT


def asked(which: Which, length: int, fit: int) -> int:
    """How many questions a set will have: pairs are never torn apart."""
    count = min(length, fit)
    return count - count % 2 if which is Which.PAIRS else count
