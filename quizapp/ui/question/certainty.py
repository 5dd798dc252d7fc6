"""The words for how sure somebody is: never without their percentages where one chooses among them."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from quizapp.domain.certainty import Certainty, LevelTally


class CertaintyWords(QObject):
    """All sentences about certainty, in one place, so that they sound alike."""

    def level(self, level: Certainty) -> str:
        """A level to choose, with its percentages."""
        words = {
            Certainty.LOW: self.tr("Not so sure: {share}"),
            Certainty.MIDDLE: self.tr("Fairly sure: {share}"),
            Certainty.HIGH: self.tr("Very sure: {share}"),
        }
        return words[level].format(share=self._share(level))

    def stakes(self, level: Certainty) -> str:
        """What a level earns and costs, as it stands beside it."""
        sentence = self.tr("{right} points if right, {wrong} if wrong")
        if level is Certainty.LOW:
            sentence = self.tr("{right} point if right, {wrong} if wrong")
        right, wrong = (level.marks(is_right=is_right) for is_right in (True, False))
        return sentence.format(right=right, wrong=_signed(wrong))

    def in_a_list(self, said: str, level: Certainty | None) -> str:
        """What somebody said, and how sure they were of it, as short as a list wants it."""
        words = {
            Certainty.LOW: self.tr("{said}, not so sure"),
            Certainty.MIDDLE: self.tr("{said}, fairly sure"),
            Certainty.HIGH: self.tr("{said}, very sure"),
        }
        return said if level is None else words[level].format(said=said)

    def outcome(self, level: Certainty, marks: int | None) -> str:
        """What it came to how sure somebody was of an answer.

        Args:
            level: how sure they were.
            marks: its marks by certainty; None where the answer is not marked.
        """
        said = self._said(level)
        if marks is None:
            return self.tr("{said}: no points of either kind here.").format(said=said)
        if marks > 1:
            return self.tr("{said}: {marks} points for certainty.").format(said=said, marks=marks)
        if marks > 0:
            return self.tr("{said}, and it was right: 1 point for certainty.").format(said=said)
        if marks == 0:
            return self.tr("{said}: that costs nothing.").format(said=said)
        return self.tr("{said}: that costs {marks} points for certainty.").format(said=said, marks=-marks)

    def of(self, right: int, answers: int) -> str:
        """How many answers of a level are right."""
        return self.tr("{right} of {answers}").format(right=right, answers=answers) if answers else "–"

    def total(self, tallies: Sequence[LevelTally]) -> str:
        """The sum of the marks by certainty beside the plain points."""
        marks = sum(each.marks for each in tallies)
        right, answers = sum(each.right for each in tallies), sum(each.answers for each in tallies)
        plain = self.tr("{right} of 1 point") if answers == 1 else self.tr("{right} of {answers} points")
        sentence = self.tr("{marks} points for certainty, beside {plain}.")
        if marks in (1, -1):
            sentence = self.tr("{marks} point for certainty, beside {plain}.")
        return sentence.format(marks=_signed(marks), plain=plain.format(right=right, answers=answers))

    def alone(self, tallies: Sequence[LevelTally]) -> str:
        """The same where the plain points are told already."""
        marks = sum(each.marks for each in tallies)
        one, more = self.tr("{marks} point for certainty."), self.tr("{marks} points for certainty.")
        return (one if marks in (1, -1) else more).format(marks=_signed(marks))

    def _said(self, level: Certainty) -> str:
        words = {
            Certainty.LOW: self.tr("You were not so sure ({share})"),
            Certainty.MIDDLE: self.tr("You were fairly sure ({share})"),
            Certainty.HIGH: self.tr("You were very sure ({share})"),
        }
        return words[level].format(share=self._share(level))

    def _share(self, level: Certainty) -> str:
        """The chance of being right for which a level is meant, to the full percent."""
        low, high = (round(100 * share) for share in level.window)
        if level is Certainty.LOW:
            return self.tr("under {high} %").format(high=high)
        if level is Certainty.HIGH:
            return self.tr("over {low} %").format(low=low)
        return self.tr("{low} to {high} %").format(low=low, high=high)


def _signed(marks: int) -> str:
    """A number with the sign that is as wide as a digit."""
    return f"−{-marks}" if marks < 0 else str(marks)
