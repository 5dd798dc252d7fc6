"""One choice of several: a key, its words, and after answering what it was."""

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSpacerItem, QWidget

from quizapp.ui.look import Look
from quizapp.ui.marks import SealKind
from quizapp.ui.overriding import override
from quizapp.ui.painting import CONTROL_RADIUS, INSET, paint_box, paint_focus_ring, painter_on, visible_rect
from quizapp.ui.pressable import Pressable
from quizapp.ui.seal import Seal
from quizapp.ui.text import Text

_KEY, _KEY_RADIUS, _SEAL = 30, 8, 22  # px at 100 % text


class _Words(Text):
    """Words that stay ink where they say what a choice was, though nothing can be pressed any more."""

    stays_ink = False

    @override
    def colour(self) -> QColor:
        """The colour they are painted in now."""
        return QColor(self._look.theme.ink) if self.stays_ink else super().colour()


class ChoiceRow(Pressable):
    """A row that can be chosen, one among those of its parent.

    Args:
        look: the look in force.
        key: the letter or digit that chooses it.
        text: its words; they wrap.
        parent: the owner.
    """

    def __init__(self, look: Look, key: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._key = look, key
        self._words = _Words(look, "choice", text, "ink", self)
        self._seal = Seal(look, SealKind.RIGHT, _SEAL, self)
        self._verdict = _Words(look, "label_strong", "", "ink", self)
        self._row = QHBoxLayout(self)
        self._room = QSpacerItem(0, 0)  # for the key
        self._row.addItem(self._room)
        self._row.addWidget(self._words, 1)
        self._row.addWidget(self._seal)
        self._row.addWidget(self._verdict)
        for part in (self._words, self._seal, self._verdict):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._kind: SealKind | None = None
        self._is_told = False
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.toggled.connect(self._follow)
        look.changed.connect(self._relook)
        self._seal.hide()
        self._verdict.hide()
        self._follow()
        self._relook()

    def offer(self, text: str) -> None:
        """Offer other words, not chosen yet; where several exclude each other, their group lets it go."""
        self._words.setText(text)
        self.setChecked(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # Qt took Tab from all but the one that had the focus
        self._be_named()

    def tell(self, kind: SealKind | None = None, word: str = "") -> None:
        """Say what the choice was: it can be pressed no more, and stays as legible as it was.

        Args:
            kind: the seal at the trailing edge, or None for no seal.
            word: such as "Right" or "Your answer"; empty for no word.
        """
        self._kind, self._is_told = kind, True
        for part in (self._words, self._verdict):
            part.stays_ink = True
        if kind is not None:
            self._seal.set_kind(kind)
        self._seal.setVisible(kind is not None)
        self._verdict.setText(word)
        self._verdict.setVisible(bool(word))
        self.setEnabled(False)
        self._follow()

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow being switched on and off."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange:
            self._follow()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the row in its present state."""
        body = visible_rect(self, self._look)
        with painter_on(self) as painter:
            self._paint_body(painter, body)
            self._paint_key(painter, body)
            if self.hasFocus():
                paint_focus_ring(painter, body, self._look, CONTROL_RADIUS)

    def _paint_body(self, painter: QPainter, body: QRectF) -> None:
        theme, heavy = self._look.theme, 2.5 * self._look.scale
        fill, edge, width = theme.surface, theme.border, 1.0
        if self._is_chosen():
            fill, edge, width = theme.sunken, theme.ink, heavy
        elif not self.isEnabled():
            fill, edge = (theme.surface if self._is_told else theme.sunken), theme.line
        elif self.underMouse():
            # Where sunken is no other colour, the heavier edge still tells.
            fill, width = theme.sunken, (heavy if theme.sunken == theme.surface else 1.0)
        off = not (self.isEnabled() or self._is_told or self._is_chosen())
        bare = off and theme.line == theme.ink
        style = Qt.PenStyle.DashLine if bare else Qt.PenStyle.SolidLine
        paint_box(painter, body, self._look.px(CONTROL_RADIUS), fill, edge, width, style)

    def _paint_key(self, painter: QPainter, body: QRectF) -> None:
        """The key, level with the first line of words; filled when chosen."""
        theme, size = self._look.theme, self._look.px(_KEY)
        x = body.left() + self._look.px(14)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            x = body.right() - self._look.px(14) - size
        first_line = self._words.y() + self._look.line_step("choice") / 2
        box = QRectF(round(x), round(first_line - size / 2), size, size)
        colour = QColor(theme.ink if self.isEnabled() or self._is_told else theme.muted)
        if self._is_chosen():
            paint_box(painter, box, self._look.px(_KEY_RADIUS), theme.ink)
            colour = QColor(theme.on_ink)
        else:
            paint_box(
                painter, box, self._look.px(_KEY_RADIUS), None, theme.border, max(1.0, self._look.scale)
            )
        font = self._look.font("label_strong")
        font.setWeight(QFont.Weight.Bold)
        painter.setFont(font)
        painter.setPen(colour)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), self._key)

    def _is_chosen(self) -> bool:
        return self.isChecked() or self.isDown()

    def _follow(self) -> None:
        """Bring weights and names in line with the state."""
        self._words.set_use("choice_strong" if self._is_chosen() else "choice")
        self._be_named()
        self.update()

    def _be_named(self) -> None:
        """Be read with the key, and after answering with what it was."""
        word = self._verdict.text()
        self.setAccessibleName(f"{self._key}. {self._words.text()}")
        seal = self._seal.accessibleName() if self._kind is not None else ""
        parts = (word,) if word.startswith(seal) else (seal, word)  # "Right" is said once
        self.setAccessibleDescription(", ".join(part for part in parts if part))

    def _relook(self) -> None:
        px, inset = self._look.px, self._look.px(INSET)
        self._room.changeSize(px(_KEY + 15), 0)
        self._row.setContentsMargins(inset + px(14), inset + px(17), inset + px(14), inset + px(17))
        self._row.setSpacing(px(12))
        self.update()
