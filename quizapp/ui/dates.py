"""Days and times of day in the words of the interface."""

from datetime import date, datetime

from PySide6.QtCore import QDate, QLocale, QTime


def interface_locale(system: QLocale) -> QLocale:
    """How dates and numbers are written: in the language of the interface, by the customs of the place.

    Args:
        system: what the system is set to; its language is not the interface's.
    """
    here = QLocale(QLocale.Language.English, system.territory())
    if here.territory() == system.territory():
        return here
    return QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)


def qt_date(day: date) -> QDate:
    """The same day as Qt has it."""
    return QDate(day.year, day.month, day.day)


def local_date(at: datetime) -> QDate:
    """The day of a moment where the person is."""
    return qt_date(at.astimezone().date())


def long_date(at: datetime) -> str:
    """That day in the words of the interface."""
    return QLocale().toString(local_date(at), QLocale.FormatType.LongFormat)


def short_date(at: datetime) -> str:
    """The same in figures, for a column of days."""
    return QLocale().toString(local_date(at), QLocale.FormatType.ShortFormat)


def long_moment(at: datetime) -> str:
    """The day and the time of day of a moment, likewise."""
    return f"{long_date(at)}, {short_time(at)}"


def short_time(at: datetime) -> str:
    """The time of day of a moment where the person is."""
    here = at.astimezone()
    return QLocale().toString(QTime(here.hour, here.minute), QLocale.FormatType.ShortFormat)


def time_of_day(at: datetime) -> str:
    """The time of day of a moment where the person is."""
    here = at.astimezone()
    return QLocale().toString(QTime(here.hour, here.minute), QLocale.FormatType.ShortFormat)
