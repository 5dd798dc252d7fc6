"""What is said of a bank that was opened, changed, or refused."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject

from quizapp.domain.bank import Bank
from quizapp.domain.directions import isolated
from quizapp.domain.merging import Changes
from quizapp.domain.problem import Problem, Reading, Severity
from quizapp.ui.wording import FontWords

_LONGEST = 120  # letters of a problem in a notice


class BankNotices(QObject):
    """Words for what happens to banks. Each count is a sentence of its own, so that it can be translated."""

    def opened(self, bank: Bank, *, stands_in: bool) -> str:
        """A bank that somebody asked for is there."""
        told = self.tr("“{title}” is open, and the next sessions come from it.").format(
            title=isolated(bank.title)
        )
        if stands_in:
            told += " " + self.tr("It stands in for the built-in bank of the same id.")
        return f"{told} {FontWords(self).missing(bank)}".rstrip()

    def mended(self, bank: Bank) -> str:
        """A file of which nothing could be used was mended."""
        return self.tr("“{title}” can be used now. It is listed under Banks.").format(
            title=isolated(bank.title)
        )

    def used(self, bank: Bank) -> str:
        """Another one of the open banks was chosen."""
        return self.tr("The next sessions come from “{title}”.").format(title=isolated(bank.title))

    def closed(self, bank: Bank) -> str:
        """A bank is open no longer."""
        return self.tr("“{title}” is closed. What you answered in it stays saved.").format(
            title=isolated(bank.title)
        )

    def vocabulary(self, path: Path) -> str:
        """A file that is sound, but no bank."""
        return self.tr("{file} is a vocabulary; it holds no questions.").format(file=isolated(path.name))

    def unusable(self, path: Path) -> str:
        """The bank of last time gives nothing to ask."""
        sentence = self.tr("The bank {path} cannot be used now. What to fix is listed under Banks.")
        return sentence.format(path=isolated(str(path)))

    def refreshed(self, path: Path, told: Changes, reading: Reading) -> str:
        """What came of a file that changed while its bank was open."""
        if reading.bank is None:
            sentence = self.tr(
                "{file} changed and cannot be used as it is; all its questions stay as they were"
            )
            return sentence.format(file=isolated(path.name)) + self._where(reading)
        counts = self._counts(told)
        if told.kept:
            counts[-1] += self._where(reading)
        counts = counts or [self.tr("no question is another one")]
        text = self.tr("{file} changed: {counts}").format(file=isolated(path.name), counts=", ".join(counts))
        return text if told.kept else text + "."

    def _counts(self, told: Changes) -> list[str]:
        """What is to be said of each count that is not zero; what was kept comes last."""
        words = (
            (told.updated, self.tr("1 question updated"), self.tr("{n} questions updated")),
            (told.added, self.tr("1 question added"), self.tr("{n} questions added")),
            (told.removed, self.tr("1 question taken out"), self.tr("{n} questions taken out")),
            (told.kept, self.tr("1 left as it was"), self.tr("{n} left as they were")),
        )
        return [one if count == 1 else many.format(n=count) for count, one, many in words if count]

    def _where(self, reading: Reading) -> str:
        """The first error with its line, in brackets, and the full stop."""
        if not reading.errors:
            return "."
        first = reading.errors[0]
        message = first.message if len(first.message) <= _LONGEST else first.message[:_LONGEST] + " …"
        if first.line is None:
            return f" ({message})."
        return " " + self.tr("(line {line}: {message})").format(line=first.line, message=message) + "."

    def refused(self, reading: Reading, bank: Bank, holder: Path) -> Reading:
        """The reading of a bank whose id another open file has: nothing of it is used."""
        problem = Problem(
            path=reading.path,
            line=None,
            column=None,
            severity=Severity.ERROR,
            code="duplicate-id",
            message=self.tr("The bank id “{id}” is taken by {holder}, which is open as well.").format(
                id=bank.id, holder=isolated(str(holder))
            ),
            hint=self.tr("Close that bank first, or give this one another id."),
        )
        return replace(reading, bank=None, problems=(problem, *reading.problems))
