"""Cards of the console: what is on the wall, and advice; what cards are made of, and their cover."""

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from quizapp.domain.advice import advice
from quizapp.domain.bank import Vocabulary
from quizapp.domain.question import Question, Side, Verdict
from quizapp.domain.round import Phase
from quizapp.domain.round_record import RoundRecord
from quizapp.ui.compat import override
from quizapp.ui.rounds.console.commands import LETTERS, Command
from quizapp.ui.rounds.console.wording import ConsoleWords
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.style.painting import paint_box, painter_on
from quizapp.ui.style.sheet import RING
from quizapp.ui.style.theme import mix
from quizapp.ui.style.type import scaled
from quizapp.ui.widgets.buttons import Button
from quizapp.ui.widgets.cards import Card
from quizapp.ui.widgets.signs import IconLabel, PaintedLabel
from quizapp.ui.widgets.text import Text

PADDING = (16, 8)
"""Padding of a card: what scrolls in it keeps room for its focus ring besides."""

_BUTTON = 34  # px at 100 % text: a small button


class CardHead(QWidget):
    """Icon, heading, and a note or a control; as high as a small button, so that cards line up.

    Args:
        icon: an icon's name.
        heading: what the card is.
        parent: the card.
    """

    def __init__(self, icon: str, heading: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._note = Text("label", tone="muted")
        self._note.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(RING + 2, 0, 2, 0)
        row.setSpacing(4)
        row.addWidget(IconLabel(icon))
        row.addWidget(Text("label_strong", heading, "muted"))
        row.addStretch(1)
        row.addWidget(self._note)
        self._note.hide()
        self._update_height()

    def _update_height(self) -> None:
        self.setMinimumHeight(scaled(_BUTTON) + 2 * RING)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._update_height()

    def show_note(self, words: str) -> None:
        """Say something at the far end."""
        self._note.setText(words)
        self._note.setVisible(bool(words))

    def put(self, control: QWidget) -> None:
        """Have a control at the far end."""
        self._row.addWidget(control)


class CardScroll(QScrollArea):
    """A column in a card that scrolls down where it must; Tab reaches it only then, and arrows scroll it.

    Args:
        name: what is in it, for screen readers.
        parent: the owner.

    Attributes:
        column: what scrolls.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_whole = False
        self.setProperty("part", True)
        self.setAccessibleName(name)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        content = QWidget()
        self.column = QVBoxLayout(content)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(4)
        self.setWidget(content)
        for each in (content, self.viewport()):
            each.setAutoFillBackground(False)
        self._update_focus_policy()
        self.verticalScrollBar().rangeChanged.connect(self._update_focus_policy)

    def show_whole(self, *, whole: bool) -> None:
        """Be as high as what is in it, where the page itself scrolls; else scroll it."""
        self._is_whole = whole
        self.updateGeometry()

    def _update_focus_policy(self) -> None:
        """Be reached by Tab while there is something to scroll."""
        scrolls = self.verticalScrollBar().maximum() > 0
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if scrolls else Qt.FocusPolicy.NoFocus)

    def scroll_by(self, share: float) -> None:
        """Scroll by a share of what is visible."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + round(share * self.viewport().height()))

    @override
    def minimumSizeHint(self) -> QSize:
        """As narrow as what is in it, and low where it scrolls."""
        across = self.column.minimumSize().width() + self.verticalScrollBar().sizeHint().width()
        frame = self.height() - self.viewport().height()
        if self._is_whole:
            needed = self.column.totalHeightForWidth(self.viewport().width())
            return QSize(across, max(needed, self.column.totalMinimumSize().height()) + frame)
        return QSize(across, 2 * self.fontMetrics().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._is_whole:
            self.updateGeometry()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow what is in it when its height changes."""
        if event.type() == QEvent.Type.LayoutRequest and self._is_whole:
            self.updateGeometry()
        return super().eventFilter(watched, event)


_LEAST_PREVIEW = QSize(160, 90)  # px at 100 % text


class Preview(PaintedLabel):
    """A picture as large as it fits, with an edge around it."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        self._picture = QPixmap()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Nothing is on the wall"))

    def show_picture(self, picture: QPixmap, name: str) -> None:
        """Show another picture; the name says in words what is on it."""
        self._picture = picture
        self.setAccessibleName(name or self.tr("The wall as the room sees it"))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(scaled(_LEAST_PREVIEW.width()), scaled(_LEAST_PREVIEW.height()))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def frame(self) -> QRectF:
        """Where the picture lies: in the middle, with its own proportions."""
        size = QSizeF(self._picture.size() if not self._picture.isNull() else QSize(16, 9))
        fitted = QRectF(0, 0, 1, 1)
        fitted.setSize(size.scaled(QSizeF(self.size()), Qt.AspectRatioMode.KeepAspectRatio))
        fitted.moveCenter(QRectF(self.rect()).center())
        return fitted.toAlignedRect().toRectF() & QRectF(self.rect())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        frame, theme = self.frame(), self._appearance.theme
        with painter_on(self) as painter:
            if self._picture.isNull():
                paint_box(painter, frame, scaled(6), theme.sunken, theme.border)
                return
            ratio = self.devicePixelRatioF()
            small = self._picture.scaled(
                (frame.size() * ratio).toSize(),
                Qt.AspectRatioMode.IgnoreAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            painter.drawPixmap(frame, small, QRectF(small.rect()))
            paint_box(painter, frame, scaled(4), None, theme.border, max(1.0, self._appearance.scale))


class PreviewCard(Card):
    """The wall, and on which screen it is.

    Args:
        appearance: the appearance in force.
        parent: the page.

    Signals:
        turn_requested: the wall's next page is wanted.
    """

    turn_requested = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=PADDING)
        self.setProperty("group", True)
        self.setAccessibleName(self.tr("On the wall now"))
        self._head = CardHead("monitor", self.accessibleName())
        self._turn = Button("", "outline", LETTERS[Command.TURN], small=True)
        self._turn.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._turn.clicked.connect(self.turn_requested)
        self._turn.hide()
        self._head.put(self._turn)
        self._preview = Preview(appearance)
        self.body.addWidget(self._head)
        self.body.addWidget(self._preview, 1)
        self.body.setSpacing(0)

    def put(self, control: QWidget) -> None:
        """Have a control in its head."""
        self._head.put(control)

    def show_preview(self, picture: QPixmap, name: str = "") -> None:
        """Show a picture of the wall.

        Args:
            picture: the wall's own frame, of any size.
            name: the picture in words, for screen readers.
        """
        self._preview.show_picture(picture, name)

    def show_pages(self, page: int, count: int, key: str) -> None:
        """Say which page of a long text is on the wall, from 1; there is nothing to say of one alone."""
        self._turn.setText(self.tr("Page {page} of {count}").format(page=page, count=count))
        self._turn.set_key(key)
        self._turn.setVisible(count > 1)

    def show_screen(self, words: str) -> None:
        """Say on which screen the wall is."""
        self._head.show_note(words)


_RADIUS, _STEP = 10, 12  # px at 100 % text


class Cover(QWidget):
    """A hatched area with a word in its middle.

    Args:
        appearance: the appearance in force.
        parent: the owner.
    """

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._word = Text("label_strong", self.tr("Covered"), "muted")
        row = QHBoxLayout(self)
        row.addWidget(self._word, 0, Qt.AlignmentFlag.AlignCenter)
        appearance.changed.connect(self.update)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, radius = self._appearance.theme, scaled(_RADIUS)
        rect = QRectF(self.rect()).adjusted(RING, RING, -RING, -RING)
        with painter_on(self) as painter:
            paint_box(painter, rect, radius, theme.sunken, theme.border)
            colour = mix(theme.sunken, theme.border, 0.6 if theme.is_flat else 0.3)
            self._hatch(painter, rect.adjusted(1, 1, -1, -1), colour)
            word = QRectF(self._word.geometry()).adjusted(-_RADIUS, -_RADIUS / 2, _RADIUS, _RADIUS / 2)
            paint_box(painter, word, radius, theme.sunken)

    def _hatch(self, painter: QPainter, rect: QRectF, colour: QColor) -> None:
        painter.save()
        path = QPainterPath()
        path.addRoundedRect(rect, scaled(_RADIUS), scaled(_RADIUS))
        painter.setClipPath(path)
        painter.setPen(QPen(colour, max(1, scaled(1))))
        x = rect.left() - rect.height()
        while x < rect.right():
            painter.drawLine(QPointF(x, rect.bottom()), QPointF(x + rect.height(), rect.top()))
            x += scaled(_STEP)
        painter.restore()


class Covered(QStackedLayout):
    """A scrolling column under a cover; it starts covered.

    Args:
        appearance: the appearance in force.
        name: what is in it, for screen readers.

    Attributes:
        scroll: what is covered.
    """

    def __init__(self, appearance: Appearance, name: str) -> None:
        super().__init__()
        self.scroll = CardScroll(name)
        self.addWidget(Cover(appearance))
        self.addWidget(self.scroll)

    @property
    def column(self) -> QVBoxLayout:
        """Where what is covered stands."""
        return self.scroll.column

    def cover(self, *, covered: bool) -> None:
        """Cover it, or take the cover off."""
        self.setCurrentIndex(0 if covered else 1)


_ADVISED = frozenset({Phase.LOCKED, Phase.DISCUSS})


class AdviceCard(Card):
    """In sight at every moment: it stands on a screen that the trainer alone sees.

    Args:
        parent: the page.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=PADDING)
        self.setProperty("group", True)
        self.setAccessibleName(self.tr("Advice and notes"))
        self.body.setSpacing(0)
        self._words = ConsoleWords(self)
        self._scroll = CardScroll(self.accessibleName())
        self._advice = Text("body_strong")
        self._ground = Text("label")
        self._source = Text("smallest", tone="muted")
        self._ask_heading = Text("caption", self.tr("To ask the room"), "muted")
        self._asks = Text("label")
        self._notes_heading = Text("caption", self.tr("Notes"), "muted")
        self._notes = Text("label")
        self._nothing = Text("label", self.tr("This question has no notes."), "muted")
        self._shown: tuple[str, int] | None = None
        self._build()

    def _build(self) -> None:
        self.body.addWidget(CardHead("lightbulb", self.accessibleName()))
        self.body.addWidget(self._scroll, 1)
        parts = (self._advice, self._ground, self._ask_heading, self._asks, self._notes_heading)
        for part in (*parts, self._notes, self._nothing, self._source):
            self._scroll.column.addWidget(part)
        self._scroll.column.addStretch(1)

    def show_record(self, record: RoundRecord) -> None:
        """Show what can be said about the question in front."""
        self._show_advice(record)
        asks, notes = prompts(record.question, record.bank.vocabulary), record.question.notes
        self._asks.setText("\n".join(asks))
        self._notes.setText(notes)
        for part in (self._ask_heading, self._asks):
            part.setVisible(bool(asks))
        for part in (self._notes_heading, self._notes):
            part.setVisible(bool(notes))
        self._nothing.setVisible(not asks and not notes)
        if self._shown != (record.id, record.round.position):
            self._shown = (record.id, record.round.position)
            self._scroll.verticalScrollBar().setValue(0)

    def _show_advice(self, record: RoundRecord) -> None:
        is_advised = record.round.phase in _ADVISED
        for part in (self._advice, self._ground, self._source):
            part.setVisible(is_advised)
        if is_advised:
            given = advice(record.round, record.question)
            self._advice.setText(self._words.advice(given))
            self._ground.setText(self._words.ground(given))
            self._source.setText(self._words.source(record.round.plan, record.question))

    def scroll_by(self, share: float) -> None:
        """Scroll by a share of what is visible."""
        self._scroll.scroll_by(share)


def prompts(question: Question, vocabulary: Vocabulary) -> list[str]:
    """What the kinds of a question's own reasons ask; a choice has none."""
    if not isinstance(question, Verdict):
        return []
    cues = dict.fromkeys(reason.cue for side in Side for reason in question.reasons_for(side))
    known = (vocabulary.cues[cue] for cue in cues if cue in vocabulary.cues)
    return [cue.asks for cue in known if cue.asks]
