"""What the Settings page has to show."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QDate, QDateTime


@dataclass(frozen=True, slots=True)
class BankAnswers:
    """An open bank, and how many of its questions have an answer that counts."""

    id: str
    title: str
    answered: int


@dataclass(frozen=True, slots=True)
class SettingsView:
    """Everything that is set, and what is kept; names as in `preferences`.

    Attributes:
        theme: the theme's name.
        scale: the text size, 1.0 for 100 %.
        reduced_motion: whether nothing moves.
        exam: the exam's name, empty for none.
        exam_date: its day, if set.
        today: the day it is counted from.
        reason_step: whether sessions ask what decides it.
        guest: whether a guest's answers are kept now.
        folder: where the data lies.
        backup: when the newest copy was made, in local time; None without one.
        notes: how many notes on questions there are.
        banks: the open banks.
    """

    theme: str
    scale: float
    reduced_motion: bool
    exam: str
    exam_date: QDate | None
    today: QDate
    reason_step: bool
    guest: bool
    folder: Path
    backup: QDateTime | None = None
    notes: int = 0
    banks: tuple[BankAnswers, ...] = ()
