"""Past sessions, each with its questions to look back at."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from quizapp.domain.chance import wilson
from quizapp.domain.library import has_words
from quizapp.domain.question import EITHER, Side, Verdict
from quizapp.domain.session import Session
from quizapp.domain.summary import summarise
from quizapp.ui.library.panel import LookupPanel
from quizapp.ui.library.tables import Cell, LookupTable, RowsModel
from quizapp.ui.question.answer_view import AnswerViews, is_told
from quizapp.ui.question.certainty import CertaintyWords
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.style.marks import BadgeKind
from quizapp.ui.widgets.buttons import Button
from quizapp.ui.widgets.cards import Card
from quizapp.ui.widgets.layouts import FlowLayout, enable_height_for_width
from quizapp.ui.widgets.reading import Paragraph, ReadingText
from quizapp.ui.widgets.text import announce
from quizapp.ui.wording import BADGES, LETTERS, Wording


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
        topics: the topics that were chosen for it, in one text.
    """

    id: str
    name: str
    when: str
    at: str
    answered: str
    earned: int
    marked: int
    is_paper: bool = False
    topics: str = ""


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
        self._wording, self._certainty = Wording(self), CertaintyWords(self)
        self._positions: Sequence[int] = ()
        self._session: Session | None = None
        self._about = ReadingText("body", self.tr("The session"))
        self._model = RowsModel((self.tr("Question"), self.tr("You said")), appearance, self)
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
        self._session = session
        self._positions = range(len(session.asked)) if session is not None else ()
        told = self._told(row, session) if session is not None else trouble
        self._paper = row.id if row.is_paper else ""
        self._result.setVisible(row.is_paper)
        head = Paragraph(row.name, "body_strong")
        self._about.set_paragraphs([head, Paragraph(row.at, "label", "muted"), Paragraph(told, above=6)])
        self._model.show_rows(self._rows(session) if session is not None else [])
        self._table.setVisible(bool(self._positions))
        self._all.setVisible(bool(self._positions))
        self._table.select(0)

    def _rows(self, session: Session) -> list[tuple[Cell, Cell]]:
        """A row for each question, those left open among them."""
        views = AnswerViews(session, self._wording, frozenset())
        return [
            (Cell(views.stem(position), badge_at(session, position), has_sign=True), Cell(said))
            for position, said in enumerate(self._said(session, position) for position in self._positions)
        ]

    def _said(self, session: Session, position: int) -> str:
        """What was answered, a label or a letter, how sure of it, and the letter of what is right instead."""
        item, turn = session.asked[position], session.turns[position]
        if turn.answer is None:
            return self.tr("Left open")
        right = ""
        if isinstance(item.question, Verdict):
            said = self.tr("Either") if turn.answer == EITHER else self._wording.side(Side(turn.answer))
        else:
            said, right = (
                LETTERS[item.order.index(index)] for index in (int(turn.answer), item.question.key)
            )
        sure = self._certainty.in_a_list(said, turn.certainty)
        return sure if right in ("", said) else self.tr("{said}, right: {key}").format(said=sure, key=right)

    def _told(self, row: SessionRow, session: Session) -> str:
        """Points with their interval, or marks of a paper, those for certainty, and what is not shown."""
        told = []
        if row.marked:
            points = self.tr("{earned} of {marked} points, likely {low}–{high} %.")
            if row.is_paper:
                points = self.tr("{earned} of {marked} marks, likely {low}–{high} %.")
            low, high = (round(100 * share) for share in wilson(row.earned, row.marked))
            told.append(points.format(earned=row.earned, marked=row.marked, low=low, high=high))
        if sure := summarise(session).by_certainty:
            plain = sum(each.right for each in sure), sum(each.answers for each in sure)
            is_known = plain == (row.earned, row.marked)
            told.append(self._certainty.alone(sure) if is_known else self._certainty.total(sure))
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
        """Look back at the selected question, or at the next one that is explained."""
        session, row = self._session, max(0, self._table.row)
        if session is not None:
            later = (each for each in self._positions[row:] if is_told(session, each))
            self.review_requested.emit(next(later, row))


def badge_at(session: Session, position: int) -> BadgeKind | None:
    """The sign of what came of a question: none where it was left open and can earn nothing any more."""
    outcome = session.outcome(position)
    if outcome is not None:
        return BADGES[outcome.kind]
    return BadgeKind.NOT_THIS if is_told(session, position) else None


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
        self._every: Sequence[SessionRow] = ()
        self._rows: Sequence[SessionRow] = ()  # those that are listed
        self._shown = ""
        self._search = self.add_search(self.tr("Find a session by bank, topic or day"))
        self._search.changed.connect(self._narrow)
        self._card.review_requested.connect(self.review_requested)
        self._card.result_requested.connect(self.result_requested)
        self.table.opened.connect(self._open)

    def show_sessions(self, rows: Sequence[SessionRow]) -> None:
        """List sessions; the selected one stays selected, or the first one is."""
        self._every = rows
        self._find()

    def _narrow(self) -> None:
        self._find()
        announce(self, self.count)

    def _find(self) -> None:
        """List the sessions in whose bank, topics and day all words stand."""
        shown, words = self._shown, self._search.text()
        self._rows = rows = [row for row in self._every if has_words(_text(row), words)]
        self._model.show_rows([[Cell(text) for text in self._cells(row)] for row in rows])
        none = self.tr("None yet. Every session you answer can be reopened here, with all its explanations.")
        lack = self.tr("No session has all these words.") if self._every else none
        self.show_empty("" if rows else lack)
        self.set_count(self._counted(len(rows)))
        ids = [row.id for row in rows]
        self.table.select(ids.index(shown) if shown in ids else 0)

    def _counted(self, count: int) -> str:
        total = len(self._every)
        if count < total:
            return self.tr("{count} of {total} sessions").format(count=count, total=total)
        one, more = self.tr("1 session"), self.tr("{count} sessions")
        return (one if count == 1 else more.format(count=count)) if count else ""

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


def _text(row: SessionRow) -> str:
    """Where the words that are looked for may stand."""
    return f"{row.name}\n{row.when}\n{row.at}\n{row.topics}"
