"""Dates and numbers: in the language of the interface, whatever the system speaks."""

import pytest
from PySide6.QtCore import QDate, QLocale, Qt

from quizapp.ui.dates import interface_locale


@pytest.mark.parametrize(
    ("system", "day"),
    [
        ("de_DE", "Saturday, 28 November 2026"),
        ("ar_EG", "Saturday, 28 November 2026"),
        ("ru_RU", "Saturday, 28 November 2026"),
        ("fa_IR", "Saturday, 28 November 2026"),
        ("ja_JP", "Saturday, November 28, 2026"),
        ("en_US", "Saturday, November 28, 2026"),
        ("en_GB", "Saturday, 28 November 2026"),
        ("C", "Saturday, 28 November 2026"),
    ],
)
def test_dates_are_in_the_language_of_the_interface(system: str, day: str) -> None:
    found = interface_locale(QLocale(system))
    told = found.toString(QDate(2026, 11, 28), QLocale.FormatType.LongFormat)
    assert told.replace("Saturday 28", "Saturday, 28") == day
    assert found.toString(1234) in {"1,234", "1.234"}
    assert found.textDirection() is Qt.LayoutDirection.LeftToRight
