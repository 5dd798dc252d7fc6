"""The scenario, and its deciding words revealed."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QTextCharFormat,
    QTextLayout,
)
from PySide6.QtWidgets import QSizePolicy, QStackedLayout, QWidget

from quizapp.domain.question import Choice, Question, Side, Verdict
from quizapp.domain.quotes import spans
from quizapp.ui.compat import override
from quizapp.ui.question.highlight import (
    CueLegend,
    Highlight,
    TaggedLines,
    TaggedText,
    paint_tag,
    styled,
    tag_centre,
)
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.style.painting import paint_box, painter_on
from quizapp.ui.widgets.cards import Card
from quizapp.ui.widgets.layouts import enable_height_for_width, wrapped_hint
from quizapp.ui.widgets.signs import PaintedLabel
from quizapp.ui.widgets.text import Text
from quizapp.ui.wording import shown_topic

__all__ = ["Highlight", "ScenarioText"]

_STEP = 80  # ms from one highlight to the next
_KEPT = 8  # settings of one text for different widths
_WIDTH = 640  # px at 100 % text, before a layout has spoken


class ScenarioText(PaintedLabel):
    """The scenario, selectable, whose deciding words can be revealed.

    The height of the tagged text is reserved from the start, and every word keeps its line.
    Copying yields the original text.

    Args:
        appearance: the appearance in force.
        parent: the owner.
    """

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        self._original = ""
        self._tagged = TaggedText("")
        self._revealed, self._visible_marks = False, 0
        self._selection = (0, 0)  # anchor and cursor, in UTF-16 units of the shown text
        self._settings: dict[tuple[bool, int], TaggedLines] = {}
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._show_next)
        enable_height_for_width(self)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setCursor(Qt.CursorShape.IBeamCursor)

    def set_scenario(self, text: str, highlights: Sequence[Highlight] = ()) -> None:
        """Show a text, its deciding words not yet revealed.

        Args:
            text: plain text; line ends make paragraphs.
            highlights: they may overlap; one outside the text is left out.
        """
        self._original = text
        self._tagged, self._selection = TaggedText(text, highlights), (0, 0)
        self.setAccessibleName(text)
        self.reveal(False)
        self._apply_style()

    def reveal(self, shown: bool, animate: bool = True) -> None:  # noqa: FBT001, FBT002 - Qt's setters take booleans
        """Show or hide the deciding words; animated, they appear one after another."""
        if not (shown or self._revealed):
            return  # it stands there as it should, and need not be painted anew
        self._timer.stop()
        self._revealed, self._selection = shown, (0, 0)
        step = self._appearance.duration(_STEP) if animate and self._tagged.highlights else 0
        self._visible_marks = 0 if step else len(self._tagged.highlights)
        if shown and step:
            self._timer.start(step)
        self.setAccessibleDescription(self._described() if shown else "")
        self.update()

    def selected_text(self) -> str:
        """The selected part of the original text."""
        start, end = sorted(self._selection)
        return self._current().tagged.original(start, end)

    @override
    def hasHeightForWidth(self) -> bool:
        """Less width makes more lines."""
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        """The px the text takes with or without tags, whichever is more."""
        return max(self._setting(tagged=tagged, width=width).height for tagged in (False, True))

    @override
    def sizeHint(self) -> QSize:
        """As high as its present width demands, or else a customary one."""
        return wrapped_hint(self, self._appearance.px(_WIDTH))

    @override
    def minimumSizeHint(self) -> QSize:
        """Wide enough for a few words."""
        return QSize(self._appearance.px(160), self._appearance.line_step("scenario"))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint tints, text, underlines and tags, in this order."""
        setting = self._current()
        marks = range(self._visible_marks if self._revealed else 0)
        with painter_on(self) as painter:
            for index in marks:
                self._paint_tint(painter, setting, index)
            painter.setPen(QColor(self._appearance.theme.ink))
            setting.layout.draw(painter, QPointF(0, 0), self._selected_ranges(), QRectF(event.rect()))
            for index in marks:
                self._paint_signs(painter, setting, index)

    def _paint_tint(self, painter: QPainter, setting: TaggedLines, index: int) -> None:
        px = self._appearance.px
        for piece in setting.pieces(index):
            tint = piece.adjusted(-px(2), px(3), px(2), -px(4)) & QRectF(self.rect())
            paint_box(painter, tint, px(5), self._appearance.theme.soft(self._tagged.highlights[index].side))

    def _paint_signs(self, painter: QPainter, setting: TaggedLines, index: int) -> None:
        """The underline, solid for Service and dashed for Product, and the tag."""
        px, each = self._appearance.px, self._tagged.highlights[index]
        pen = QPen(
            self._appearance.theme.mark(each.side), px(2), Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap
        )
        if each.side is Side.PRODUCT:
            pen.setDashPattern([2.5, 1.5])
        painter.setPen(pen)
        for piece in setting.pieces(index):
            y = round(piece.top()) + px(32) + px(3.5) * self._tagged.lanes[index]
            painter.drawLine(QPointF(round(piece.left()), y), QPointF(round(piece.right()), y))
        spacing = setting.tag_piece(index)
        if spacing.width() > 0:
            offset = tag_centre(self._appearance)
            leftwards = setting.layout.textOption().textDirection() == Qt.LayoutDirection.RightToLeft
            x = spacing.right() - offset if leftwards else spacing.left() + offset
            paint_tag(painter, each.number, each.side, QPointF(x, spacing.center().y()), self._appearance)

    def _selected_ranges(self) -> list[QTextLayout.FormatRange]:
        start, end = sorted(self._selection)
        if start == end:
            return []
        style = QTextCharFormat()
        style.setBackground(QColor(self._appearance.theme.ink))
        style.setForeground(QColor(self._appearance.theme.on_ink))
        return [styled(start, end, style)]

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Start to select."""
        if event.button() == Qt.MouseButton.LeftButton:
            position = self._current().position(event.position())
            self._select(position, position)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Select up to the pointer."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._select(self._selection[0], self._current().position(event.position()))

    @override
    def event(self, event: QEvent) -> bool:
        """Claim the keys for copying before a menu does."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and (
                event.matches(QKeySequence.StandardKey.Copy)
                or event.matches(QKeySequence.StandardKey.SelectAll)
            )
        ):
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy the selected words, if there are any, or select all."""
        if event.matches(QKeySequence.StandardKey.Copy):
            if selected := self.selected_text():
                QGuiApplication.clipboard().setText(selected)
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self._select(0, self._current().tagged.length)
        else:
            super().keyPressEvent(event)

    def _select(self, anchor: int, cursor: int) -> None:
        self._selection = (anchor, cursor)
        self.update()

    def _show_next(self) -> None:
        self._visible_marks += 1
        if self._visible_marks >= len(self._tagged.highlights):
            self._timer.stop()
        self.update()

    def _described(self) -> str:
        """The deciding words, each after its cue's number."""
        words = (f"{each.number} {self._original[each.start : each.end]}" for each in self._tagged.highlights)
        listed = ", ".join(words)
        return self.tr("Deciding words: {words}").format(words=listed) if listed else ""

    def _current(self) -> TaggedLines:
        return self._setting(tagged=self._revealed, width=self.width())

    def _setting(self, *, tagged: bool, width: int) -> TaggedLines:
        """The text set for a width; the last few are kept."""
        key = (tagged, width)
        if key not in self._settings:
            if len(self._settings) >= _KEPT:
                self._settings.clear()
            text = self._tagged if tagged or not self._tagged.highlights else self._untagged(width)
            self._settings[key] = TaggedLines(text, width, self._appearance, self.layoutDirection())
        return self._settings[key]

    def _untagged(self, width: int) -> TaggedText:
        """The text without its tags, its lines ending where they will end once the tags have come."""
        ends = self._setting(tagged=True, width=width).ends()
        return TaggedText(self._original, breaks=[len(self._tagged.original(0, end)) for end in ends])

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._apply_style()

    @override
    def _apply_style(self) -> None:
        self._settings.clear()
        super()._apply_style()


Legend = list[tuple[int, Side, str]]


def deciding_words(verdict: Verdict) -> tuple[list[Highlight], Legend]:
    """The words of the facts that support a label, in reading order, and the legend of those facts."""
    found = sorted(
        (position[0], side, reason.text)
        for side in Side
        for reason in verdict.reasons_for(side)
        for quote in reason.quotes
        if (position := spans(verdict.scenario, quote))
    )
    numbers: dict[tuple[str, Side], int] = {}
    highlights = []
    for (start, end), side, text in found:
        number = numbers.setdefault((text, side), len(numbers) + 1)
        highlights.append(Highlight(start, end, side, number))
    return highlights, [(number, side, text) for (text, side), number in numbers.items()]


class ScenarioCard(Card):
    """Shows the stem of a question; the answer changes nothing in it but the marks."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        self._topics = Text(appearance, "caption", colour="muted")
        self._scenario = ScenarioText(appearance)
        self._statements = Text(appearance, "lead")
        self._prompt = Text(appearance, "prompt")
        self._prompt.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._legend = CueLegend(appearance)
        self._entries: Legend = []
        self._below = QWidget()
        self._turn = QStackedLayout(self._below)  # as high as the higher of the two: nothing jumps
        for part in (self._topics, self._scenario, self._statements, self._below):
            self.body.addWidget(part)
        for part in (self._prompt, self._legend):
            self._turn.addWidget(part)
        self.body.setSpacing(10)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def show_question(self, question: Question) -> None:
        """Show a new stem, nothing marked."""
        self._topics.setText(" · ".join(shown_topic(topic) for topic in question.topics))
        self._topics.setVisible(bool(question.topics))
        if isinstance(question, Choice):
            self._show_choice(question)
        else:
            highlights, self._entries = deciding_words(question)
            self._scenario.set_scenario(question.scenario, highlights)
            self._prompt.setText(question.prompt)
            self._statements.hide()
        self._legend.set_entries(self._entries)
        self._below.setVisible(bool(self._entries or self._prompt.text()))
        self.reveal(shown=False, animate=False)

    def _show_choice(self, choice: Choice) -> None:
        self._entries = []
        self._scenario.set_scenario(choice.prompt, [])
        numbered = [f"{number}. {text}" for number, text in enumerate(choice.statements, 1)]
        self._statements.setText("\n".join(numbered))
        self._statements.setVisible(bool(numbered))
        self._prompt.setText("")

    def reveal(self, *, shown: bool, animate: bool = True) -> None:
        """Mark the deciding words, and put their legend where the prompt stood."""
        self._scenario.reveal(shown, animate)
        self._turn.setCurrentWidget(self._legend if shown and self._entries else self._prompt)
