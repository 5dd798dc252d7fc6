"""How much of an explanation a screen holds, measured on the page of a session."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QSize
from PySide6.QtWidgets import QApplication, QScrollArea

from quizapp.domain.attempt import Step
from quizapp.domain.bank import Bank
from quizapp.domain.explanation import Explanation, explain
from quizapp.domain.question import Reason, Side, Verdict
from quizapp.domain.session import open_session
from quizapp.ui.question.explanation import ExplanationPanel
from quizapp.ui.question.rows import FactRow
from quizapp.ui.session.page import SessionPage
from quizapp.ui.style.marks import BadgeKind
from quizapp.ui.style.sheet import RING
from tests.content import shipped
from tests.domain.examples import bank, start
from tests.ui.sessions import TOLD

USUAL, SMALL = QSize(1100, 720), QSize(1024, 600)


@dataclass(frozen=True)
class Fit:
    """How the tallest explanation of a verdict stands on a screen.

    Attributes:
        beyond: px of the page that scrolling alone brings into view.
        hidden: px of the reason chosen and of what decides that lie below the edge at first.
    """

    beyond: int
    hidden: int


def fit(page: SessionPage, verdict: Verdict, of: Bank) -> Fit:
    """Show the tallest explanation of a verdict, and measure it."""
    only = bank(verdict, vocabulary=of.vocabulary)
    session = open_session(start(only), only).answered(str(verdict.answer))
    page.show_session(session if session.step is Step.EXPLANATION else session.reasoned(""))
    _settle()
    [panel] = page.findChildren(ExplanationPanel)

    def show(case: tuple[str, Explanation]) -> int:
        answer, told = case
        panel.show_explanation(verdict, of.vocabulary, told, answer, BadgeKind.RIGHT)
        return panel.heightForWidth(panel.width())

    show(max(_cases(verdict, of), key=show))
    return _measure(page, panel)


def _measure(page: SessionPage, panel: ExplanationPanel) -> Fit:
    _settle()
    area = next(each for each in page.findChildren(QScrollArea) if each.isAncestorOf(panel))
    rows = [row for row in panel.findChildren(FactRow) if not row.isHidden()][:2]
    edge = max((row.mapTo(area, QPoint(0, row.height() - RING)).y() for row in rows), default=0)
    return Fit(area.verticalScrollBar().maximum(), max(0, edge - area.viewport().height()))


def fit_case(page: SessionPage, verdict: Verdict, answer: Side, chosen: Reason | None) -> Fit:
    """Show what is said of one answer to a verdict and one reason for it, and measure it."""
    only = bank(verdict, vocabulary=TOLD)
    session = open_session(start(only), only)
    page.show_session(session.answered(str(answer)).reasoned(chosen.id if chosen is not None else ""))
    _settle()
    [panel] = page.findChildren(ExplanationPanel)
    told = explain(verdict, TOLD, answer, chosen, session.current.reasons)
    panel.show_explanation(verdict, TOLD, told, str(answer), BadgeKind.RIGHT)
    return _measure(page, panel)


def shipped_fits(page: SessionPage, size: QSize) -> dict[str, Fit]:
    """How each shipped verdict stands on a screen of this size, by name."""
    page.resize(size)
    of = shipped.bank(shipped.SCENARIOS)
    return {verdict.id: fit(page, verdict, of) for verdict in shipped.verdicts()}


def _cases(verdict: Verdict, of: Bank) -> Iterator[tuple[str, Explanation]]:
    """Every explanation there is of a verdict whose reasons were asked for."""
    chosen: tuple[Reason | None, ...] = (*verdict.reasons, None)
    for side in (verdict.answer, verdict.answer.other):
        for reason in chosen:
            yield (
                str(side),
                explain(verdict, of.vocabulary, side, reason, verdict.reasons),
            )


def _settle() -> None:
    for _ in range(3):
        QApplication.processEvents()
