"""Between the pages of papers and a quiz on a real store, with a clock that is set by hand."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QCheckBox, QWidget
from pytestqt.qtbot import QtBot

from quizapp.domain.paper import Paper, handed_in
from quizapp.domain.question import Choice
from quizapp.domain.session import Session
from quizapp.exchange.paper_sheet import paper_html
from quizapp.quiz import Profile
from quizapp.ui.dialogs import Dialogs
from quizapp.ui.paper.controller import PapersController
from quizapp.ui.paper.page import PastRow
from quizapp.ui.preferences import PreferencesFile
from quizapp.ui.printing import pdf_of
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.widgets.buttons import Button
from tests.domain.examples import bank, verdict
from tests.quiz_rig import QuizRig
from tests.test_papers import forty
from tests.ui import papers
from tests.ui.presented import Presented
from tests.ui.screen import seen

EXAM, SHORT, SCENARIOS = 0, 2, 3  # places among the shipped presets


class Answering(Dialogs):
    """Answers every question the same, and saves where it is told to."""

    def __init__(self, window: QWidget, target: Path) -> None:
        super().__init__(window)
        self.agrees = True
        self.asked: list[str] = []
        self.target: Path | None = target

    def confirm(self, title: str, sentence: str, verb: str, stay: str = "") -> bool:
        self.asked.append(f"{title} {sentence} {verb} {stay}")
        return self.agrees

    def save_file(self, suggested: str, kind: str = "", ending: str = "txt") -> Path | None:
        self.asked.append(suggested)
        assert (kind, ending) == ("PDF files", "pdf")
        return self.target


class Rig:
    """The controller, and which of its pages was shown last."""

    def __init__(self, qtbot: QtBot, folder: Path, appearance: Appearance) -> None:
        self.quiz_rig = QuizRig(folder)
        self.quiz = self.quiz_rig.quiz
        self.errors = Presented()
        self.front: QWidget | None = None
        self.told: list[object] = []
        owner = QWidget()
        qtbot.addWidget(owner)
        self.dialogs = Answering(owner, folder / "paper.pdf")
        self.preferences = PreferencesFile(folder)
        self.controller = PapersController(
            self.quiz, appearance, self.preferences, self.dialogs, self.errors, parent=owner
        )
        for page in (self.controller.page, self.controller.exam, self.controller.result):
            qtbot.addWidget(page)
        self.controller.exam_shown.connect(self._bring)
        self.controller.result_shown.connect(self._bring)
        self.controller.handed_in_meanwhile.connect(self.told.append)

    def _bring(self, page: object) -> None:
        assert isinstance(page, QWidget)
        if self.front is not None:
            self.front.hide()
        self.front = page
        page.show()

    def shows(self, page: QWidget) -> bool:
        return self.front is page

    def list_papers(self) -> str:
        self.controller.refresh()
        self._bring(self.controller.page)
        return seen(self.controller.page)

    def start(self, place: int = EXAM, *, extra_time: bool = False) -> Paper:
        self.list_papers()
        self.controller.page.preset_requested.emit(place)
        self.controller.page.start_requested.emit(extra_time)
        assert self.errors.sentences == []
        (paper,) = self.quiz.running_papers()
        return paper

    def running(self) -> Paper:
        (paper,) = self.quiz.running_papers()
        return paper

    def pass_time(self, seconds: float) -> None:
        self.quiz_rig.seconds += seconds
        self.controller.tick()


@pytest.fixture
def rig(qtbot: QtBot, tmp_path: Path, appearance: Appearance) -> Iterator[Rig]:
    rig = Rig(qtbot, tmp_path, appearance)
    rig.quiz.use_bank(forty())
    yield rig
    rig.quiz.close()


def answer(rig: Rig, count: int, right: int = 0) -> None:
    exam = rig.controller.exam
    for position, item in enumerate(rig.running().items[:count]):
        assert isinstance(item.question, Choice)
        key = item.question.key
        exam.question_requested.emit(position)
        exam.answer_requested.emit(str(key if position < right else (key + 1) % 4))


# -- choosing --------------------------------------------------------------------------------------


def test_without_a_bank_it_says_what_is_missing(qtbot: QtBot, tmp_path: Path, appearance: Appearance) -> None:
    rig = Rig(qtbot, tmp_path, appearance)
    shown = rig.list_papers()
    assert "Missing: 9 of 9 choices of level 1; 31 of 31 choices of level 2." in shown
    assert "This paper cannot be filled yet." in shown
    rig.quiz.close()


def test_the_paper_like_my_exam_is_chosen(rig: Rig) -> None:
    rig.preferences.change(exam="v5")
    rig.list_papers()
    assert rig.controller.page._view.chosen == 1


def test_what_the_banks_lack_is_said_and_nothing_starts(rig: Rig) -> None:
    rig.list_papers()
    rig.controller.page.preset_requested.emit(SCENARIOS)
    assert "Missing: 40 of 40 scenarios." in seen(rig.controller.page)
    (start,) = (each for each in rig.controller.page.findChildren(Button) if each.text() == "Start the paper")
    assert not start.isEnabled()


def test_extra_time_is_remembered(qtbot: QtBot, tmp_path: Path, appearance: Appearance, rig: Rig) -> None:
    rig.list_papers()
    [extra] = rig.controller.page.findChildren(QCheckBox)
    assert not extra.isChecked()
    extra.click()
    assert PreferencesFile(tmp_path).now.extra_time
    again = PapersController(rig.quiz, appearance, PreferencesFile(tmp_path), rig.dialogs, rig.errors)
    qtbot.addWidget(again.page)
    again.refresh()
    assert again.page.findChildren(QCheckBox)[0].isChecked()


def test_faults_of_own_papers_are_listed(rig: Rig) -> None:
    rig.quiz.papers.own_presets.write_text("papers: [{id: x}]", "utf-8")
    assert "papers.yaml: Paper 1: " in rig.list_papers()


# -- sitting ---------------------------------------------------------------------------------------


def test_each_change_is_kept_before_it_is_shown(rig: Rig) -> None:
    rig.start(extra_time=True)
    exam = rig.controller.exam
    assert rig.shows(exam)
    assert "75:00" in seen(exam)
    exam.question_requested.emit(3)
    exam.answer_requested.emit("2")
    exam.answer_requested.emit("1")
    exam.flag_requested.emit()
    kept = rig.running()
    assert (dict(kept.answers), kept.position, kept.minutes) == ({3: "1"}, 3, 75)
    assert kept.flagged == {3}
    exam.flag_requested.emit()
    assert rig.running().flagged == frozenset()
    assert "Hand in, 39 still open" in seen(exam)


def test_a_change_that_cannot_be_kept_is_not_shown(rig: Rig) -> None:
    rig.start()
    rig.quiz_rig.file.rename(rig.quiz_rig.file.with_suffix(".away"))
    rig.controller.exam.answer_requested.emit("1")
    assert rig.errors.sentences
    assert "40 open" in seen(rig.controller.exam)


def test_handing_in_warns_of_what_is_open_and_shows_the_result(rig: Rig) -> None:
    rig.start()
    answer(rig, 38, 30)
    rig.dialogs.agrees = False
    rig.controller.exam.hand_in_requested.emit()
    assert "2 questions are still open; what is open earns nothing." in rig.dialogs.asked[-1]
    assert rig.shows(rig.controller.exam)
    rig.dialogs.agrees = True
    rig.controller.exam.hand_in_requested.emit()
    assert rig.shows(rig.controller.result)
    shown = seen(rig.controller.result)
    assert "Passed: 26 marks pass." in shown
    assert len(rig.quiz_rig.kept()) == 38
    assert rig.quiz.running_papers() == ()


def test_the_time_runs_out_in_front(rig: Rig) -> None:
    rig.start()
    answer(rig, 5, 5)
    rig.pass_time(3599)
    assert rig.shows(rig.controller.exam)
    assert "00:01" in seen(rig.controller.exam)
    rig.pass_time(1)
    assert rig.shows(rig.controller.result)
    assert "Time was up: the paper handed itself in." in seen(rig.controller.result)
    assert len(rig.quiz_rig.kept()) == 5


def test_the_time_runs_out_behind_another_page(rig: Rig) -> None:
    rig.start()
    answer(rig, 5, 5)
    rig.list_papers()
    rig.pass_time(7200)
    assert rig.shows(rig.controller.page)
    assert rig.told == [
        "Time was up: “ITIL 4 Foundation” handed itself in at " + _local() + ". Papers has its result."
    ]
    assert len(rig.quiz_rig.kept()) == 5


def _local() -> str:
    from quizapp.ui.dates import time_of_day  # noqa: PLC0415
    from tests.quiz_rig import at  # noqa: PLC0415

    return time_of_day(at(3600))


def test_the_question_whether_to_hand_in_goes_with_the_time(
    rig: Rig, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    rig.start()
    window = QWidget()
    qtbot.addWidget(window)
    monkeypatch.setattr(Answering, "confirm", lambda _self, *words: Dialogs(window).confirm(*words))

    def run_out() -> None:
        assert QApplication.activeModalWidget() is not None
        rig.pass_time(3600)

    QTimer.singleShot(50, run_out)
    rig.controller.exam.hand_in_requested.emit()  # comes back once the question is gone
    assert rig.shows(rig.controller.result)
    assert "Time was up" in seen(rig.controller.result)


def test_an_answer_after_the_last_second_does_not_count(rig: Rig) -> None:
    rig.start()
    rig.quiz_rig.seconds += 3601  # no tick has come since
    rig.controller.exam.answer_requested.emit("1")
    assert rig.shows(rig.controller.result)
    assert rig.quiz_rig.kept() == []


def test_a_hand_in_that_cannot_be_written_is_tried_again(rig: Rig) -> None:
    rig.start()
    answer(rig, 5, 5)
    away = rig.quiz_rig.file.with_suffix(".away")
    rig.quiz_rig.file.rename(away)
    rig.pass_time(3600)
    assert rig.errors.sentences
    assert rig.shows(rig.controller.exam)
    away.rename(rig.quiz_rig.file)
    rig.pass_time(15)
    assert rig.shows(rig.controller.result)
    assert len(rig.quiz_rig.kept()) == 5


def test_another_profile_lets_the_paper_wait(rig: Rig) -> None:
    paper = rig.start()
    rig.quiz.archive.use(Profile.GUEST)
    rig.pass_time(60)
    assert rig.quiz.running_papers() == ()
    rig.quiz.archive.use(Profile.OWN)
    assert rig.running().start.id == paper.start.id
    assert rig.errors.sentences == []


def test_resuming_shows_where_it_was_or_its_result(rig: Rig) -> None:
    paper = rig.start()
    rig.controller.exam.question_requested.emit(7)
    assert "ITIL 4 Foundation" in rig.list_papers()
    rig.controller.page.resume_requested.emit(paper.start.id)
    assert rig.shows(rig.controller.exam)
    assert "Question 8" in seen(rig.controller.exam)
    rig.list_papers()
    rig.quiz_rig.seconds += 9999
    rig.controller.page.resume_requested.emit(paper.start.id)
    assert rig.shows(rig.controller.result)


def test_while_a_paper_runs_no_other_starts(rig: Rig) -> None:
    rig.start()
    shown = rig.list_papers()
    assert "A paper is running: go on with it first." in shown


def test_giving_up_is_asked_about(rig: Rig) -> None:
    paper = rig.start()
    rig.dialogs.agrees = False
    rig.controller.page.give_up_requested.emit(paper.start.id)
    assert rig.running().start.id == paper.start.id
    rig.dialogs.agrees = True
    rig.controller.page.give_up_requested.emit(paper.start.id)
    assert rig.quiz.running_papers() == ()
    rig.pass_time(9999)
    assert rig.quiz_rig.kept() == []


# -- afterwards ------------------------------------------------------------------------------------


def test_what_was_handed_in_is_listed_and_opens(rig: Rig) -> None:
    rig.start(SHORT)
    answer(rig, 10, 7)
    rig.controller.exam.hand_in_requested.emit()
    assert "7 of 10" in rig.list_papers()
    rig.controller.page.findChildren(PastRow)[0].click()
    assert rig.shows(rig.controller.result)
    assert "of 10 marks" in seen(rig.controller.result)


def test_missed_ones_and_explanations_are_asked_for(rig: Rig, qtbot: QtBot) -> None:
    rig.start(SHORT)
    answer(rig, 9, 7)
    rig.controller.exam.hand_in_requested.emit()
    with qtbot.waitSignal(rig.controller.practise_requested) as heard:
        rig.controller.result.practise_requested.emit()
    session, positions = heard.args
    assert isinstance(session, Session)
    assert positions == (7, 8, 9)
    with qtbot.waitSignal(rig.controller.review_requested) as heard:
        rig.controller.result.explanation_requested.emit(8)
    past, position, listed = heard.args
    assert (past.session, position, listed) == (session, 8, (7, 8, 9))


@pytest.mark.parametrize("place", [EXAM, SHORT])
def test_a_paper_is_printed_and_nothing_of_it_is_kept(rig: Rig, place: int) -> None:
    rig.list_papers()
    rig.controller.page.preset_requested.emit(place)
    rig.controller.page.print_requested.emit()
    assert rig.dialogs.target is not None
    assert rig.dialogs.target.read_bytes().startswith(b"%PDF")
    assert rig.quiz.running_papers() == ()
    assert rig.errors.sentences == []


def test_a_paper_that_was_sat_is_printed_as_it_was(rig: Rig) -> None:
    rig.start(SHORT)
    rig.controller.exam.hand_in_requested.emit()
    rig.quiz.use_bank(bank(verdict(name="other")))  # its questions are gone
    rig.controller.result.print_requested.emit()
    assert rig.dialogs.target is not None
    assert rig.dialogs.target.read_bytes().startswith(b"%PDF")
    assert rig.errors.sentences == []


def test_scenarios_can_be_sat(rig: Rig) -> None:
    rig.quiz.use_bank(bank(*(replace(verdict(name=f"v{n}"), pair="") for n in range(41))))
    rig.start(SCENARIOS)
    rig.controller.exam.answer_requested.emit("service")
    rig.controller.exam.hand_in_requested.emit()
    assert "1\nof 40 marks" in seen(rig.controller.result)


def test_a_printed_key_begins_on_a_page_of_its_own(tmp_path: Path, appearance: Appearance) -> None:
    assert appearance is not None  # its typeface is loaded
    sheet = papers.paper(bank(verdict(name="v")))
    html = paper_html(handed_in(sheet), papers.SHORT, {"demo": bank(verdict(name="v"))})
    pdf_of(html, tmp_path / "paper.pdf", title="")
    assert len(re.findall(rb"/Type /Page\b[^s]", (tmp_path / "paper.pdf").read_bytes())) == 2
