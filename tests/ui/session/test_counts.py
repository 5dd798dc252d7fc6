"""The interval band and the legend: what they say, and that nothing in them overlaps."""

from collections import Counter
from itertools import combinations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRectF, Qt
from pytestqt.qtbot import QtBot

from quizapp.domain.scoring import OutcomeKind
from quizapp.ui.session.score_cards import Legend
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.widgets.interval_band import IntervalBand
from tests.ui.screen import settle, texts

SHARES = st.floats(0, 1)


@pytest.fixture
def band(qtbot: QtBot, appearance: Appearance) -> IntervalBand:
    made = IntervalBand(appearance)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def legend(qtbot: QtBot, appearance: Appearance) -> Legend:
    made = Legend(appearance)
    qtbot.addWidget(made)
    made.show()
    return made


@given(
    shares=st.lists(SHARES, min_size=3, max_size=3).map(sorted),
    luck=st.none() | SHARES,
    width=st.integers(140, 700),
    direction=st.sampled_from([Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft]),
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_labels_never_overlap_and_stay_inside(
    band: IntervalBand, shares: list[float], luck: float | None, width: int, direction: Qt.LayoutDirection
) -> None:
    band.setLayoutDirection(direction)
    band.show_interval(shares[0], shares[2], shares[1], luck)
    boxes = [box for box, _text in band.labels(width)]
    assert not any(one.intersects(other) for one, other in combinations(boxes, 2))
    inside = QRectF(0, 0, width, band.heightForWidth(width)).adjusted(-0.5, -0.5, 0.5, 0.5)
    assert all(inside.contains(box) for box in boxes)


def test_a_band_says_what_it_shows(band: IntervalBand) -> None:
    band.show_interval(0.4, 0.89, 0.7, None)
    assert band.accessibleName() == "70 %, likely between 40 % and 89 %"
    band.show_interval(0.4, 0.89, 0.7, 0.5)
    assert band.accessibleName() == "70 %, likely between 40 % and 89 %; luck alone gives 50 %"


def test_ends_of_a_band_that_round_alike_are_labelled_once(band: IntervalBand) -> None:
    band.show_interval(0.5, 0.5, 0.5, None)
    assert [text for _box, text in band.labels(300)] == ["50 %"]


def test_the_ends_of_a_band_may_go_without_labels(qtbot: QtBot, appearance: Appearance) -> None:
    band = IntervalBand(appearance, ends=False)
    qtbot.addWidget(band)
    band.show_interval(0.4, 0.89, 0.7, 0.5)
    assert [text for _box, text in band.labels(300)] == ["luck"]
    assert band.accessibleName() == "70 %, likely between 40 % and 89 %; luck alone gives 50 %"


KINDS = st.dictionaries(st.sampled_from(OutcomeKind), st.integers(1, 500))


@given(KINDS)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_legend_counts_every_answer_once(legend: Legend, kinds: dict[OutcomeKind, int]) -> None:
    legend.show_kinds(Counter(kinds))
    settle()
    counts = [int(text.split()[-1]) for text in texts(legend)]
    assert sum(counts) == sum(kinds.values())
    assert 0 not in counts


def test_a_legend_says_what_the_badges_of_a_session_stand_for(legend: Legend) -> None:
    kind = OutcomeKind
    legend.show_kinds(Counter({kind.RIGHT_REASON: 5, kind.OTHER_REASON: 2, kind.NOT_THIS: 3}))
    settle()
    assert texts(legend) == ["right reason 5", "wrong or no reason 2", "not right 3"]
    legend.show_kinds(Counter({kind.ARGUED: 1, kind.NOT_ARGUED: 2}))
    settle()
    assert texts(legend) == ["arguable, supported by your reason 1", "arguable, not supported 2"]
