"""Marks, badges, the verdict scale and the blocks of an explanation."""

import gc
import weakref
from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from quizapp.domain.question import Side, Strength
from quizapp.ui.question.choice_rows import ChoiceRow
from quizapp.ui.question.claims import ClaimBlock
from quizapp.ui.question.explanation import CaseBlock, VerdictScale, stop
from quizapp.ui.question.labels import MarkLabel
from quizapp.ui.question.rows import FactRow
from quizapp.ui.question.scenario import ScenarioCard
from quizapp.ui.question.tally import TallyRow
from quizapp.ui.session.answer_tile import AnswerTile
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.style.marks import BadgeKind, mark_path, paint_badge, paint_logo
from quizapp.ui.style.sheet import RING
from quizapp.ui.style.theme import THEMES
from quizapp.ui.widgets.interval_band import IntervalBand
from quizapp.ui.widgets.reading import ReadingText
from quizapp.ui.widgets.signs import Logo, OutcomeBadge
from tests.ui.screen import settle, texts

LEFTWARDS = Qt.LayoutDirection.RightToLeft


def filled_row(appearance: Appearance) -> FactRow:
    row = FactRow(appearance)
    row.show_row("What decides it", "Since.", "The supplier runs it.", marks=[Side.SERVICE])
    return row


WIDGETS: dict[str, Callable[[Appearance], QWidget]] = {
    "tile": lambda appearance: AnswerTile(appearance, Side.SERVICE),
    "case": lambda appearance: CaseBlock(appearance, Side.PRODUCT),
    "row": lambda appearance: ChoiceRow(appearance, "1", "A reason"),
    "mark": lambda appearance: MarkLabel(appearance, Side.SERVICE),
    "badge": lambda appearance: OutcomeBadge(appearance, BadgeKind.RIGHT),
    "claims": lambda _: ClaimBlock(),
    "fact": filled_row,
    "band": IntervalBand,
    "logo": Logo,
    "tally": lambda appearance: TallyRow(appearance, "A kind", [BadgeKind.RIGHT], "1 of 1", ["1 of 1"]),
    "scenario": ScenarioCard,
    "scale": VerdictScale,
}


PADDED = {"case", "claims", "row", "scenario"}
"""Their words grow, and the room around them does not."""


@pytest.fixture(autouse=True)
def _still(appearance: Appearance) -> None:
    appearance.reduced_motion = True


def drawn(paint: Callable[[QPainter], None], width: int, height: int) -> QImage:
    """What a function paints on nothing."""
    image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    with QPainter(image) as painter:
        paint(painter)
    return image


def shape(image: QImage) -> bytes:
    """The painted spots without their colours."""
    return bytes(image.constBits())[3::4]


def test_both_marks_weigh_about_the_same() -> None:
    sizes = [mark_path(side, QPointF(0, 0), 100).boundingRect() for side in Side]
    assert sizes[0].width() == pytest.approx(112, abs=1)
    assert sizes[1].width() == pytest.approx(100, abs=1)
    assert sizes[0].center().manhattanLength() < 1e-9


@pytest.mark.parametrize("size", [18, 46])
def test_every_badge_has_a_silhouette_of_its_own(appearance: Appearance, size: int) -> None:
    box = QRectF(0, 0, size, size)
    images = [
        drawn(partial(paint_badge, kind=kind, rect=box, appearance=appearance), size, size)
        for kind in BadgeKind
    ]
    assert len({shape(image) for image in images}) == len(BadgeKind)


@pytest.mark.parametrize("kind", BadgeKind)
@pytest.mark.parametrize("size", [18, 46])
def test_a_badge_is_never_cropped(appearance: Appearance, kind: BadgeKind, size: int) -> None:
    box = QRectF(10, 10, size, size)
    image = drawn(partial(paint_badge, kind=kind, rect=box, appearance=appearance), size + 20, size + 20)
    whole = shape(image)
    inner = shape(image.copy(10, 10, size, size))
    assert len(whole) - whole.count(0) == len(inner) - inner.count(0)


@pytest.mark.parametrize(("width", "height"), [(246, 157), (44, 28), (100, 20), (20, 100)])
def test_the_logo_is_never_cropped(appearance: Appearance, width: int, height: int) -> None:
    paint = partial(paint_logo, rect=QRectF(1, 1, width, height), appearance=appearance)
    tight, wide = drawn(paint, width + 2, height + 2), drawn(paint, 400, 400)
    inked = [len(shape(image)) - shape(image).count(0) for image in (tight, wide)]
    assert inked[0] == inked[1] > 0


def test_a_mark_is_never_without_its_word(qtbot: QtBot, appearance: Appearance) -> None:
    label = MarkLabel(appearance, Side.SERVICE)
    qtbot.addWidget(label)
    assert label.accessibleName() == "Service"
    label.set_side(Side.PRODUCT, "The case for Product")
    assert label.accessibleName() == "The case for Product"


def test_a_badge_says_the_outcome(qtbot: QtBot, appearance: Appearance) -> None:
    badge = OutcomeBadge(appearance, BadgeKind.RIGHT)
    qtbot.addWidget(badge)
    names = []
    for kind in BadgeKind:
        badge.set_kind(kind)
        names.append(badge.accessibleName())
    assert names == ["Right", "Right for another reason", "Not quite", "Arguable"]


@pytest.mark.parametrize(
    ("side", "strength", "position", "name"),
    [
        (Side.PRODUCT, Strength.CLEAR, 0, "Verdict: Clearly Product"),
        (Side.PRODUCT, Strength.LEANING, 1, "Verdict: Leans to Product"),
        (Side.PRODUCT, Strength.ARGUABLE, 2, "Verdict: Arguable"),
        (Side.SERVICE, Strength.ARGUABLE, 2, "Verdict: Arguable"),
        (Side.SERVICE, Strength.LEANING, 3, "Verdict: Leans to Service"),
        (Side.SERVICE, Strength.CLEAR, 4, "Verdict: Clearly Service"),
    ],
)
def test_the_scale_says_side_and_strength(
    qtbot: QtBot, appearance: Appearance, side: Side, strength: Strength, position: int, name: str
) -> None:
    scale = VerdictScale(appearance)
    qtbot.addWidget(scale)
    scale.show_verdict(side, strength)
    assert stop(side, strength) == position
    assert scale.accessibleName() == name


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, LEFTWARDS])
def test_product_stands_first_on_the_scale(
    qtbot: QtBot, appearance: Appearance, direction: Qt.LayoutDirection
) -> None:
    scale = VerdictScale(appearance)
    qtbot.addWidget(scale)
    scale.setLayoutDirection(direction)
    scale.resize(scale.sizeHint())
    scale.show_verdict(Side.SERVICE, Strength.CLEAR)
    image = scale.grab().toImage()
    first, last = image.pixelColor(10, 13), image.pixelColor(image.width() - 11, 13)
    expected = [appearance.theme.mark(Side.PRODUCT), appearance.theme.mark(Side.SERVICE)]
    assert [first, last] == (expected[::-1] if direction is LEFTWARDS else expected)


def test_the_marker_slides_where_motion_is_wanted(qtbot: QtBot, appearance: Appearance) -> None:
    appearance.reduced_motion = False
    scale = VerdictScale(appearance)
    qtbot.addWidget(scale)
    scale.resize(scale.sizeHint())
    scale.show_verdict(Side.SERVICE, Strength.CLEAR)
    start = scale.grab().toImage()
    qtbot.waitUntil(lambda: scale._place == stop(Side.SERVICE, Strength.CLEAR))
    assert scale.grab().toImage() != start


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, LEFTWARDS])
def test_the_stripe_stands_at_the_leading_edge(
    qtbot: QtBot, appearance: Appearance, direction: Qt.LayoutDirection
) -> None:
    block = ClaimBlock()
    qtbot.addWidget(block)
    block.setLayoutDirection(direction)
    block.set_claims("The article argues", ["It will likely call this a service."], "Our words")
    block.resize(400, 120)
    image = block.grab().toImage()
    inked = [
        all(image.pixelColor(x, y) == QColor(appearance.theme.ink) for y in (30, 60, 90))
        for x in range(image.width())
    ]
    assert inked.count(True) in {2, 3, 4}
    assert (inked.index(True) > 200) is (direction is LEFTWARDS)


def test_claims_are_read_with_their_credit(qtbot: QtBot) -> None:
    block = ClaimBlock()
    qtbot.addWidget(block)
    block.set_claims("The article argues", ["One.", "Two."], "In our words")
    (document,) = block.findChildren(ReadingText)
    assert document.accessibleName() == "The article argues"
    assert texts(block) == ["The article argues\nOne.\nTwo.\nIn our words"]
    block.show()
    tall = block.heightForWidth(400)
    block.set_claims("The article argues", ["One."], "In our words")
    settle()
    assert block.heightForWidth(400) < tall


@pytest.mark.parametrize("theme", THEMES)
def test_the_learners_own_case_is_told_by_edge_and_word(
    qtbot: QtBot, appearance: Appearance, theme: str
) -> None:
    appearance.set_theme(THEMES[theme])
    block = CaseBlock(appearance, Side.PRODUCT)
    qtbot.addWidget(block)
    block.resize(400, 150)
    block.set_case("The case for Product", "The agency is gone.", yours=False)
    other = block.grab().toImage().pixelColor(RING, 75)
    assert block.accessibleName() == "The case for Product"
    block.set_case("The case for Product", "The agency is gone.", yours=True)
    assert block.grab().toImage().pixelColor(RING, 75) == appearance.theme.mark(Side.PRODUCT) != other
    assert block.accessibleName() == "The case for Product (Your answer)"


@pytest.mark.parametrize("name", WIDGETS)
def test_the_look_keeps_no_dropped_widget_alive(appearance: Appearance, name: str) -> None:
    dropped = WIDGETS[name](appearance)
    appearance.set_scale(1.5)
    known = weakref.ref(dropped)
    dropped.deleteLater()
    del dropped
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert known() is None
    appearance.set_scale(1.0)


@pytest.mark.parametrize("name", WIDGETS)
def test_every_widget_grows_with_the_text(qtbot: QtBot, appearance: Appearance, name: str) -> None:
    widget = WIDGETS[name](appearance)
    qtbot.addWidget(widget)
    widget.show()
    before = widget.sizeHint().height()
    appearance.set_scale(2.0)
    QCoreApplication.sendPostedEvents()  # layouts within layouts hear of it by events
    least = 1.2 if name in PADDED else 1.8
    assert widget.sizeHint().height() >= least * before
