"""What painted widgets share: colours between two, and that the appearance keeps none of them alive."""

import gc
import weakref
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QWidget

from quizapp.ui.session.bars import ProgressStrip
from quizapp.ui.shell.sidebar import Sidebar
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.style.painting import mix
from quizapp.ui.widgets.buttons import ActionButton
from quizapp.ui.widgets.cards import Card
from quizapp.ui.widgets.keycaps import KeyHints
from quizapp.ui.widgets.page import ScrollPage
from quizapp.ui.widgets.text import Text

COLOURS = st.builds(QColor.fromRgb, *[st.integers(0, 255)] * 3)


@given(one=COLOURS, other=COLOURS, share=st.floats(0, 1))
def test_a_mix_starts_at_one_colour_and_ends_at_the_other(one: QColor, other: QColor, share: float) -> None:
    assert mix(one, other, 0).name() == one.name()
    assert mix(one, other, 1).name() == other.name()
    lowest, highest = sorted((one.red(), other.red()))
    assert lowest <= mix(one, other, share).red() <= highest


MAKERS: list[Callable[[Appearance], QWidget]] = [
    Card,
    KeyHints,
    ProgressStrip,
    ScrollPage,
    Sidebar,
    lambda appearance: Text(appearance, "body", "words"),
    lambda appearance: ActionButton(appearance, "words"),
]


@pytest.mark.parametrize("make", MAKERS)
def test_a_widget_dies_while_the_look_lives_on(
    qapp: QApplication, appearance: Appearance, make: Callable[[Appearance], QWidget]
) -> None:
    assert qapp is not None
    made = make(appearance)
    watched = weakref.ref(made)
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    del made
    gc.collect()
    assert watched() is None
    appearance.set_scale(2.0)
