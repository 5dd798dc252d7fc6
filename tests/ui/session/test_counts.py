"""The interval band and the reason bar: what they say, and that nothing in them overlaps."""

from itertools import combinations, pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRectF, Qt
from pytestqt.qtbot import QtBot

from quizapp.ui.session.score_cards import ReasonBar
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.style.marks import BadgeKind
from quizapp.ui.widgets.interval_band import IntervalBand

SHARES = st.floats(0, 1)


@pytest.fixture
def band(qtbot: QtBot, appearance: Appearance) -> IntervalBand:
    made = IntervalBand(appearance)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def bar(qtbot: QtBot, appearance: Appearance) -> ReasonBar:
    made = ReasonBar(appearance)
    qtbot.addWidget(made)
    made.resize(400, made.heightForWidth(400))
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


@given(st.tuples(st.integers(0, 500), st.integers(0, 500), st.integers(0, 500)), st.integers(140, 800))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_segments_follow_the_counts(bar: ReasonBar, counts: tuple[int, int, int], width: int) -> None:
    bar._bar.resize(width, 28)
    bar.show_counts(*counts)
    segments = bar._bar.segments()
    assert [count for _kind, count, _box in segments] == [count for count in counts if count]
    boxes = [box for _kind, _count, box in segments]
    assert all(left.right() < right.left() for left, right in pairwise(boxes))
    assert all(box.width() >= 28 and box.right() <= width + 1 for box in boxes)
    ordered = sorted(segments, key=lambda each: each[1])
    assert all(less[2].width() <= more[2].width() + 1 for less, more in pairwise(ordered))


def test_a_bar_says_its_counts_with_the_words_of_its_legend(bar: ReasonBar) -> None:
    bar.show_counts(5, 2, 3)
    assert bar.accessibleName() == "right reason 5, another reason or none 2, not yet 3"


def test_a_bar_starts_at_the_right_in_right_to_left_layouts(bar: ReasonBar) -> None:
    bar.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    bar.show_counts(5, 2, 3)
    kind, _count, box = bar._bar.segments()[0]
    assert kind is BadgeKind.RIGHT
    assert box.right() == pytest.approx(bar._bar.width(), abs=1)


def test_arguable_ones_have_a_segment_and_words_of_their_own(bar: ReasonBar) -> None:
    bar.show_counts(5, 2, 0, 3, 1)
    assert [(kind, count) for kind, count, _box in bar._bar.segments()][-1] == (BadgeKind.ARGUABLE, 3)
    assert bar.accessibleName().endswith("not yet 0, arguable: your reason held in 1 of 3")
