"""Moments as dates of the person's own calendar."""

from datetime import datetime

from PySide6.QtCore import QDate, QLocale


def local_date(at: datetime) -> QDate:
    """The day of a moment where the person is."""
    day = at.astimezone().date()
    return QDate(day.year, day.month, day.day)


def long_date(at: datetime) -> str:
    """That day in the words of the person's language."""
    return QLocale().toString(local_date(at), QLocale.FormatType.LongFormat)
