"""Counts in words, as screens share them."""

from PySide6.QtCore import QObject

MINUTES_A_QUESTION = 0.8


class Counting(QObject):
    """Counts in words. Each count is a sentence of its own, so that it can be translated."""

    def questions(self, count: int) -> str:
        """`1 question`, `12 questions`."""
        return self.tr("1 question") if count == 1 else self.tr("{count} questions").format(count=count)

    def choices(self, count: int) -> str:
        """`1 multiple-choice question`, `64 multiple-choice questions`."""
        if count == 1:
            return self.tr("1 multiple-choice question")
        return self.tr("{count} multiple-choice questions").format(count=count)

    def problems(self, count: int) -> str:
        """`1 problem to fix`, `3 problems to fix`."""
        if count == 1:
            return self.tr("1 problem to fix")
        return self.tr("{count} problems to fix").format(count=count)

    def duration(self, questions: int) -> str:
        """How long so many questions take: `about eight minutes`."""
        return self.minutes(max(1, round(questions * MINUTES_A_QUESTION)))

    def minutes(self, count: int) -> str:
        """`about eight minutes`."""
        if count == 1:
            return self.tr("about one minute")
        return self.tr("about {count} minutes").format(count=self.word(count))

    def word(self, count: int) -> str:
        """A number up to ten as a word, a larger one in figures."""
        words = (
            self.tr("no"), self.tr("one"), self.tr("two"), self.tr("three"), self.tr("four"), self.tr("five"),
            self.tr("six"), self.tr("seven"), self.tr("eight"), self.tr("nine"), self.tr("ten"),
        )  # fmt: skip
        return words[count] if 0 <= count < len(words) else str(count)

    def capital(self, count: int) -> str:
        """The same at the beginning of a sentence."""
        return self.word(count)[:1].upper() + self.word(count)[1:]

    def questions_in_words(self, count: int) -> str:
        """`Ten questions`, `One question`."""
        if count == 1:
            return self.tr("One question")
        return self.tr("{count} questions").format(count=self.capital(count))
