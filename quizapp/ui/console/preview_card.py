"""What stands on the wall now: the real frame, made small, never a second drawing."""

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from quizapp.ui.card import Card
from quizapp.ui.console.card_head import CardHead
from quizapp.ui.console.keys import LETTERS, Act
from quizapp.ui.look import Look
from quizapp.ui.overriding import override
from quizapp.ui.painted import Painted
from quizapp.ui.painting import paint_box, painter_on
from quizapp.ui.small_button import SmallButton

_LEAST = QSize(160, 90)  # px at 100 % text


class Preview(Painted):
    """A picture as large as it fits, with an edge around it."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
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
        return QSize(self._look.px(_LEAST.width()), self._look.px(_LEAST.height()))

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
        frame, theme = self.frame(), self._look.theme
        with painter_on(self) as painter:
            if self._picture.isNull():
                paint_box(painter, frame, self._look.px(6), theme.sunken, theme.border)
                return
            ratio = self.devicePixelRatioF()
            small = self._picture.scaled(
                (frame.size() * ratio).toSize(),
                Qt.AspectRatioMode.IgnoreAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            painter.drawPixmap(frame, small, QRectF(small.rect()))
            paint_box(painter, frame, self._look.px(4), None, theme.border, max(1.0, self._look.scale))


class PreviewCard(Card):
    """The wall, and on which screen it is.

    Args:
        look: the look in force.
        parent: the page.

    Signals:
        turn_requested: the wall's next page is wanted.
    """

    turn_requested = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent, padding=(18, 12))
        self.setAccessibleName(self.tr("On the wall now"))
        self._head = CardHead(look, "monitor", self.tr("On the wall now"))
        self._turn = SmallButton(look, "", "outline", key=LETTERS[Act.TURN])
        self._turn.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._turn.clicked.connect(self.turn_requested)
        self._turn.hide()
        self._head.put(self._turn)
        self._preview = Preview(look)
        self.body.addWidget(self._head)
        self.body.addWidget(self._preview, 1)

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
