"""Past sessions, each with its questions to look back at."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from quizapp.domain.chance import wilson
from quizapp.domain.session import Session
from quizapp.ui.library.panel import LookupPanel
from quizapp.ui.library.tables import Cell, LookupTable, RowsModel
from quizapp.ui.question.answer_view import AnswerViews
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.widgets.buttons import Button
from quizapp.ui.widgets.cards import Card
from quizapp.ui.widgets.layouts import FlowLayout, enable_height_for_width
from quizapp.ui.widgets.reading import Paragraph, ReadingText
from quizapp.ui.wording import Wording


@dataclass(frozen=True, slots=True)
class SessionRow:
    """A past session in the list.

    Attributes:
        id: names it.
        name: what was asked.
        when: day and time, on a line each.
        at: the same in words.
        answered: how many of how many questions were answered.
        earned: points earned.
        marked: points there were to earn.
        is_paper: whether it was a paper.
    """

    id: str
    name: str
    when: str
    at: str
    answered: str
    earned: int
    marked: int
    is_paper: bool = False


class SessionCard(Card):
    """What came of a session, and its questions.

    Signals:
        review_requested: look back at the question at this position.
        result_requested: show the result of this paper; carries its id.
    """

    review_requested = Signal(object)
    result_requested = Signal(object)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=(16, 12))
        self._wording = Wording(self)
        self._positions: Sequence[int] = ()
        self._about = ReadingText("body", self.tr("The session"))
        self._model = RowsModel((self.tr("Question"), self.tr("Answer")), appearance, self)
        self._table = LookupTable(self._model, self.tr("Its questions"))
        self._all = Button(self.tr("Look through it"), small=True)
        self._result = Button(self.tr("See its result"), "quiet", small=True)
        self._paper = ""
        self.body.addWidget(self._about)
        self.body.addWidget(self._table, 1)
        holder = QWidget()
        buttons = FlowLayout(holder)
        buttons.addWidget(self._all)
        buttons.addWidget(self._result)
        enable_height_for_width(holder)
        self.body.addWidget(holder)
        self._table.opened.connect(self._open)
        self._all.clicked.connect(self.review)
        self._result.clicked.connect(self._request_result)

    def show_session(self, row: SessionRow, session: Session | None, trouble: str = "") -> None:
        """Show what came of a session, or why that cannot be shown.

        Args:
            row: its row in the list.
            session: it, as far as its questions can be asked today; None for none of them.
            trouble: why there is none.
        """
        views = AnswerViews(session, self._wording, frozenset()) if session is not None else None
        self._positions = _answered(session)
        told = self._told(row, session) if session is not None else trouble
        self._paper = row.id if row.is_paper else ""
        self._result.setVisible(row.is_paper)
        head = Paragraph(row.name, "body_strong")
        self._about.set_paragraphs([head, Paragraph(row.at, "label", "muted"), Paragraph(told, above=6)])
        answers = [views.answer(position) for position in self._positions] if views is not None else []
        self._model.show_rows(
            [(Cell(each.stem, each.badge, has_sign=True), Cell(each.key or "–")) for each in answers]
        )
        self._table.setVisible(bool(answers))
        self._all.setVisible(bool(answers))
        self._table.select(0)

    def _told(self, row: SessionRow, session: Session) -> str:
        """Points with their interval, and what is not shown."""
        told = []
        if row.marked:
            points = self.tr("{earned} of {marked} points (95 %: {low} to {high} %).")
            low, high = (round(100 * share) for share in wilson(row.earned, row.marked))
            told.append(points.format(earned=row.earned, marked=row.marked, low=low, high=high))
        gone = len(session.start.questions) - len(session.asked)
        if gone == 1:
            told.append(self.tr("1 question is not open any more in the wording you answered."))
        elif gone:
            more = self.tr("{count} questions are not open any more in the wording you answered.")
            told.append(more.format(count=gone))
        return " ".join(told)

    def _open(self, row: object) -> None:
        if isinstance(row, int) and 0 <= row < len(self._positions):
            self.review_requested.emit(self._positions[row])

    def _request_result(self) -> None:
        self.result_requested.emit(self._paper)

    def review(self) -> None:
        """Look back at the selected question."""
        self._open(max(0, self._table.row))


def _answered(session: Session | None) -> Sequence[int]:
    """The positions of the questions that were answered to their end."""
    if session is None:
        return ()
    return [position for position in range(len(session.asked)) if session.outcome(position) is not None]


class SessionsPanel(LookupPanel):
    """Past sessions, the newest first.

    Signals:
        session_wanted: tell of a session; carries its id.
        review_requested: look back at a question; carries its position in the session told of.
        result_requested: show the result of a paper; carries its id.
    """

    session_wanted = Signal(object)
    review_requested = Signal(object)
    result_requested = Signal(object)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        self._card = SessionCard(appearance)
        heads = (self.tr("Session"), self.tr("When"), self.tr("Points"), self.tr("Answered"))
        self._model = RowsModel(heads, appearance)
        table = LookupTable(self._model, self.tr("List of past sessions"))
        super().__init__(table, self._card, parent, shares=(1, 1))
        self._model.setParent(self)
        self._rows: Sequence[SessionRow] = ()
        self._shown = ""
        self._card.review_requested.connect(self.review_requested)
        self._card.result_requested.connect(self.result_requested)
        self.table.opened.connect(self._open)

    def show_sessions(self, rows: Sequence[SessionRow]) -> None:
        """List sessions; the selected one stays selected, or the first one is."""
        shown = self._shown
        self._rows = rows
        self._model.show_rows([[Cell(text) for text in self._cells(row)] for row in rows])
        none = self.tr("None yet. Every session you answer can be reopened here, with all its explanations.")
        self.show_empty("" if rows else none)
        count = self.tr("1 session") if len(rows) == 1 else self.tr("{count} sessions")
        self.set_count(count.format(count=len(rows)) if rows else "")
        ids = [row.id for row in rows]
        self.table.select(ids.index(shown) if shown in ids else 0)

    def show_session(self, session: Session | None, trouble: str = "") -> None:
        """Tell of the selected session, or why nothing can be told."""
        row = next((row for row in self._rows if row.id == self._shown), None)
        if row is not None:
            self._card.show_session(row, session, trouble)

    def show_row(self, row: int) -> None:
        """Tell of a session."""
        self._shown = self._rows[row].id if 0 <= row < len(self._rows) else ""
        if self._shown:
            self.session_wanted.emit(self._shown)

    def _open(self) -> None:
        self._card.review()

    def _cells(self, row: SessionRow) -> tuple[str, ...]:
        points = self.tr("{earned} of {marked}").format(earned=row.earned, marked=row.marked)
        return row.name, row.when, points if row.marked else "–", row.answered
