"""Button(QPushButton): kinds, icon, key hint."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from quizapp.ui.compat import override
from quizapp.ui.style import icons
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.style.painting import (
    CONTROL_RADIUS,
    INSET,
    is_flat,
    mix,
    paint_box,
    paint_focus_ring,
    painter_on,
    side_spacing,
    visible_rect,
)
from quizapp.ui.style.theme import Theme
from quizapp.ui.widgets.keycaps import keycap_size, paint_keycap
from quizapp.ui.widgets.layouts import enable_height_for_width, follow_width, wrapped_hint
from quizapp.ui.widgets.text import UNBOUNDED, TextBlock, button_text, lay_out

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Pressable(QAbstractButton):
    """A button that Enter presses as well as Space; a key held down presses once."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in ENTER:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self.click()


_HEIGHT, _LARGE_HEIGHT = 44, 54
_PADDING, _GAP, _ICON = 18, 12, 18
_WIDTHS_KEPT = 8


@dataclass(frozen=True, slots=True)
class ButtonColours:
    """How a button is painted in one state; None leaves fill or edge out."""

    text: QColor
    fill: QColor | None = None
    edge: QColor | None = None
    width: float = 1.0
    style: Qt.PenStyle = Qt.PenStyle.SolidLine


def disabled_colours(theme: Theme, *, quiet: bool) -> ButtonColours:
    """Muted words; dashes take the place of a fill that the theme cannot show."""
    muted = QColor(theme.muted)
    if is_flat(theme):
        return ButtonColours(muted, None, QColor(theme.line), style=Qt.PenStyle.DashLine)
    return ButtonColours(muted, None if quiet else QColor(theme.sunken))


class ActionButton(Pressable):
    """A painted button with an optional icon and the key that presses it.

    Args:
        appearance: colours, font and lengths.
        text: what it does; wraps where the width is short, and is never cut.
        kind: "filled" (one a page), "outline" or "quiet".
        key: the key's name, painted as a keycap; the page binds it.
        icon: an icon's name, see `icons.pixmap`.
        icon_after: whether the icon stands behind the text.
        parent: the widget it lies on.
        large: 54 px instead of 44 px high.
    """

    def __init__(
        self,
        appearance: Appearance,
        text: str,
        kind: str = "filled",
        key: str = "",
        icon: str = "",
        icon_after: bool = False,  # noqa: FBT001, FBT002 - one of the button's few plain options
        parent: QWidget | None = None,
        *,
        large: bool = False,
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._kind = kind
        self._key = ""
        self._icon = icon
        self._icon_after = icon_after
        self._large = large
        self._words = ""
        self._blocks: dict[float, TextBlock] = {}
        self._beside = 0.0
        enable_height_for_width(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setText(text)
        self.set_key(key)
        appearance.changed.connect(self._relayout)

    @property
    def inset(self) -> int:
        """How far the visible edge lies inside the widget, in px."""
        return self._appearance.px(INSET)

    @override
    def setText(self, text: str) -> None:
        """Name what the button does, letter by letter; it is also the accessible name."""
        if text == self._words and text:
            return  # nothing around it need be laid out anew
        super().setText(button_text(text))
        self._words = text
        self.setAccessibleName(text)
        self._relayout()

    def set_key(self, key: str) -> None:
        """Show another key on it; empty shows none."""
        if key == self._key:
            return
        self._key = key
        self.setAccessibleDescription(self.tr("Key: {key}").format(key=key) if key else "")
        self._relayout()

    def set_icon(self, icon: str, *, after: bool = False) -> None:
        """Show another icon before or after the words; empty shows none."""
        if (icon, after) == (self._icon, self._icon_after):
            return
        self._icon, self._icon_after = icon, after
        self._relayout()

    def _relayout(self) -> None:
        self._blocks.clear()
        self._beside = 0.0
        self.updateGeometry()
        self.update()

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        appearance = self._appearance
        least = appearance.px(_LARGE_HEIGHT if self._large else _HEIGHT)
        wrapped = self._block(width - self._beside_words()).height + 2 * appearance.px(8)
        return max(least, ceil(wrapped)) + 2 * self.inset

    @override
    def sizeHint(self) -> QSize:
        width = ceil(self._block(UNBOUNDED).widest + self._beside_words())
        return wrapped_hint(self, width)

    @override
    def minimumSizeHint(self) -> QSize:
        longest = max((self._advance(word) for word in self._words.split()), default=0.0)
        width = ceil(longest + self._beside_words())
        return QSize(width, self.heightForWidth(self.sizeHint().width()))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        follow_width(self, event)

    def _gap(self) -> int:
        """The room between words, icon and keycap, in px."""
        return side_spacing(self._appearance, _GAP) if self._words else 0

    def _advance(self, text: str) -> float:
        return QFontMetricsF(self._font()).horizontalAdvance(text)

    def _font(self) -> QFont:
        """The appearance's own: the widget's would stay behind when the style sheet is applied anew."""
        return self._appearance.font("choice" if self._kind == "quiet" else "choice_strong")

    def _block(self, width: float) -> TextBlock:
        """The words at a width in px, laid out once: layouts ask again and again."""
        if width not in self._blocks:
            if len(self._blocks) >= _WIDTHS_KEPT:
                self._blocks.clear()
            self._blocks[width] = lay_out(
                self._words, self._font(), self._appearance.line_step("choice"), width
            )
        return self._blocks[width]

    def _adornments(self) -> list[QSizeF]:
        """The sizes of icon and keycap, as far as there are any."""
        edge = self._appearance.px(_ICON)
        sizes = [QSizeF(edge, edge)] if self._icon else []
        return [*sizes, keycap_size(self._key, self._appearance)] if self._key else sizes

    def _beside_words(self) -> float:
        """The width that is not the words', in px."""
        if not self._beside:
            gap = self._gap()
            taken = sum(size.width() + gap for size in self._adornments())
            around = side_spacing(self._appearance, _PADDING if self._words else _GAP) + self.inset
            self._beside = taken + 2 * around
        return self._beside

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        appearance, rect = self._appearance, visible_rect(self, self._appearance)
        colours = self._colours()
        with painter_on(self) as painter:
            width = colours.width * appearance.scale
            paint_box(
                painter, rect, appearance.px(CONTROL_RADIUS), colours.fill, colours.edge, width, colours.style
            )
            self._paint_contents(painter, colours)
            if self.hasFocus():
                paint_focus_ring(painter, rect, appearance)

    def _colours(self) -> ButtonColours:
        theme, flat = self._appearance.theme, is_flat(self._appearance.theme)
        if not self.isEnabled():
            return disabled_colours(theme, quiet=self._kind == "quiet")
        down, hover = self.isDown() or self.isChecked(), self.underMouse()
        if self._kind == "filled":
            share = 0.26 if down else 0.14 if hover else 0.0
            return ButtonColours(QColor(theme.on_ink), mix(theme.ink, theme.surface, share))
        ink = QColor(theme.ink)
        if down:
            return ButtonColours(ink, QColor(theme.sunken), ink, 4.0 if flat else 2.5)
        if self._kind == "quiet":
            edge = QColor(theme.border) if flat else None
            return ButtonColours(ink, QColor(theme.sunken), edge) if hover else ButtonColours(ink)
        fill = theme.sunken if hover else theme.surface
        return ButtonColours(ink, QColor(fill), QColor(theme.border), 2.5 if hover and flat else 1.0)

    def _paint_contents(self, painter: QPainter, colours: ButtonColours) -> None:
        """Icon, words and keycap in a row, centred; from the right in right-to-left layouts."""
        gap = self._gap()
        block = self._block(self.width() - self._beside_words())
        words = QSizeF(ceil(block.widest), block.height)
        parts = [("words", words)] if self._words else []
        if self._icon:
            edge = self._appearance.px(_ICON)
            parts.insert(len(parts) if self._icon_after else 0, ("icon", QSizeF(edge, edge)))
        if self._key:
            parts.append(("key", keycap_size(self._key, self._appearance)))
        left = (self.width() - sum(size.width() + gap for _, size in parts) + gap) / 2
        for part, size in parts:
            self._paint_part(painter, part, self._placed(left, size), colours)
            left += size.width() + gap

    def _placed(self, left: float, size: QSizeF) -> QRectF:
        """A part in the middle of the height, mirrored where reading starts at the right."""
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            left = self.width() - left - size.width()
        return QRectF(QPointF(round(left), round((self.height() - size.height()) / 2)), size)

    def _paint_part(self, painter: QPainter, part: str, rect: QRectF, colours: ButtonColours) -> None:
        appearance = self._appearance
        if part == "words":
            painter.setPen(QPen(colours.text))
            self._block(rect.width()).draw(painter, rect.topLeft())
        elif part == "icon":
            icons.paint(painter, rect, self._icon, colours.text)
        else:
            edge = mix(colours.text, colours.fill, 0.5) if colours.fill and self._kind == "filled" else None
            paint_keycap(painter, rect, self._key, appearance, colour=colours.text, edge=edge)


_SMALL_HEIGHT, _SMALL_PADDING, _QUIET_PADDING, _SMALL_GAP = 34, 10, 7, 8


class SmallButton(ActionButton):
    """An action button for rows of many.

    Args:
        appearance: the appearance in force.
        text: what it does.
        kind: "filled", "outline" or "quiet".
        key: the key's name; the page binds it.
        icon: an icon's name.
        parent: the owner.
        reserve_for: all that it may say, so that nothing beside it moves.
    """

    def __init__(
        self,
        appearance: Appearance,
        text: str,
        kind: str = "outline",
        key: str = "",
        icon: str = "",
        parent: QWidget | None = None,
        *,
        reserve_for: Sequence[str] = (),
    ) -> None:
        self._reserve_for = tuple(reserve_for)
        super().__init__(appearance, text, kind, key, icon, parent=parent)

    @override
    def _font(self) -> QFont:
        return self._appearance.font("label_strong")

    @override
    def heightForWidth(self, width: int) -> int:
        words = self._block(width - self._beside_words()).height + 2 * self._appearance.px(4)
        return max(self._appearance.px(_SMALL_HEIGHT), ceil(words)) + 2 * self.inset

    @override
    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        words = max((self._advance(text) for text in self._reserve_for), default=0.0)
        return QSize(max(hint.width(), ceil(words + self._beside_words()) + 1), hint.height())

    @override
    def _gap(self) -> int:
        return side_spacing(self._appearance, _SMALL_GAP) if self._words else 0

    @override
    def _beside_words(self) -> float:
        if not self._beside:
            taken = sum(size.width() + self._gap() for size in self._adornments())
            padding = _QUIET_PADDING if self._kind == "quiet" else _SMALL_PADDING
            self._beside = taken + 2 * (side_spacing(self._appearance, padding) + self.inset)
        return self._beside


class FlagButton(ActionButton):
    """Says "Flag" or "Flagged", and is as wide for both: nothing beside it moves.

    While the flag stands the flag is filled and the word heavier; the heavy edge is left to the focus.
    """

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, "", "quiet", key="F", icon="flag", parent=parent)
        self.setCheckable(True)
        self.show_flag(flagged=False)

    def _text(self, *, flagged: bool) -> str:
        return self.tr("Flagged") if flagged else self.tr("Flag")

    def show_flag(self, *, flagged: bool) -> None:
        """Show whether the question is flagged."""
        self.setText(self._text(flagged=flagged))
        self.setAccessibleName(self.tr("Flagged") if flagged else self.tr("Flag this question"))
        self.setChecked(flagged)
        self.set_icon("flag-filled" if flagged else "flag")

    @override
    def _font(self) -> QFont:
        return self._appearance.font("choice_strong" if self.isChecked() else "choice")

    @override
    def _colours(self) -> ButtonColours:
        if not self.isChecked() or self.isDown():
            return super()._colours()
        theme = self._appearance.theme
        return ButtonColours(QColor(theme.ink), QColor(theme.sunken), QColor(theme.border))

    @override
    def sizeHint(self) -> QSize:
        strong = QFontMetricsF(self._appearance.font("choice_strong"))
        widest = max(strong.horizontalAdvance(self._text(flagged=flagged)) for flagged in (True, False))
        return QSize(ceil(widest + self._beside_words()), super().sizeHint().height())


class SteadyButton(ActionButton):
    """The filled button of a round, as wide as the longest of its words.

    Args:
        appearance: the appearance in force.
        texts: all that it may say; the first is what it says now.
        key: the key's name.
        parent: the owner.
    """

    def __init__(
        self, appearance: Appearance, texts: Sequence[str], key: str, parent: QWidget | None = None
    ) -> None:
        self._texts = tuple(texts)
        super().__init__(appearance, self._texts[0], "filled", key, "arrow-right", parent=parent)

    @override
    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(self._font())
        widest = max(metrics.horizontalAdvance(text) for text in self._texts)
        return wrapped_hint(self, ceil(widest + self._beside_words()) + 1)
