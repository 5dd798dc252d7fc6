"""Starts papers, keeps their time, hands them in, and shows what they came to."""

from collections.abc import Callable
from functools import cached_property
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from quizapp.domain.bank import Bank
from quizapp.domain.errors import QuizError
from quizapp.domain.paper import Paper, UnknownPaperError
from quizapp.domain.paper_preset import Preset
from quizapp.domain.session import Session
from quizapp.exchange.paper_sheet import paper_html
from quizapp.quiz import Quiz
from quizapp.quiz.papers import PaperOffer, PastPaper
from quizapp.ui.dates import time_of_day
from quizapp.ui.dialogs import Dialogs
from quizapp.ui.errors import ErrorPresenter
from quizapp.ui.files import file_name
from quizapp.ui.paper.exam import ExamPage
from quizapp.ui.paper.page import PapersPage, PapersView
from quizapp.ui.paper.result import ResultPage
from quizapp.ui.preferences import PreferencesFile
from quizapp.ui.printing import pdf_of
from quizapp.ui.running_paper import paper_view
from quizapp.ui.style.appearance import Appearance

_TICK = 250  # ms
_AGAIN = 15_000  # ms after which a hand-in that could not be written is tried again


class PapersController(QObject):
    """Runs one paper at a time; its time runs whatever page is in front.

    Signals:
        exam_shown: the page of a paper should stand in front; carries it.
        result_shown: the page of a result should; carries it.
        review_requested: look at a question of a paper; carries the `PastPaper`, the position, and the
            positions of the questions that are listed with it.
        practise_requested: practise questions of a paper; carries its session and their positions.
        handed_in_meanwhile: a paper handed itself in while another page was in front; carries a sentence.
        list_requested: Papers should stand in front.
        library_requested: the Library should, from where a result was asked for.
        left: Today should.

    Attributes:
        page: the page of the papers to choose from.
    """

    exam_shown = Signal(object)
    result_shown = Signal(object)
    review_requested = Signal(object, object, object)
    practise_requested = Signal(object, object)
    handed_in_meanwhile = Signal(object)
    list_requested = Signal()
    library_requested = Signal()
    left = Signal()

    def __init__(
        self,
        quiz: Quiz,
        appearance: Appearance,
        preferences: PreferencesFile,
        dialogs: Dialogs,
        errors: ErrorPresenter,
        is_reading: Callable[[], bool] = lambda: False,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._quiz, self._appearance, self._preferences = quiz, appearance, preferences
        self._dialogs, self._errors, self._is_reading = dialogs, errors, is_reading
        self._chosen = ""  # the id of a preset
        self._offers: tuple[PaperOffer, ...] = ()
        self._paper: Paper | None = None
        self._profile = quiz.archive.profile  # whose paper it is
        self._past: PastPaper | None = None
        self._is_from_library = False  # its result was asked for there
        self._is_asking = False  # whether to hand in
        self._timer = QTimer(self, interval=_TICK)
        self._timer.timeout.connect(self.tick)
        self.page = PapersPage()
        self.page.show_extra_time(wanted=preferences.now.extra_time)
        self.page.preset_requested.connect(self._choose)
        self.page.extra_time_changed.connect(self._remember_extra_time)
        self.page.start_requested.connect(self._start)
        self.page.print_requested.connect(self._print)
        self.page.resume_requested.connect(self.resume)
        self.page.give_up_requested.connect(self._give_up)
        self.page.result_requested.connect(self.show_result_of)

    @cached_property
    def exam(self) -> ExamPage:
        """The page of a paper that is sat, built when the first one is."""
        exam = ExamPage(self._appearance)
        exam.answer_requested.connect(self._answer)
        exam.flag_requested.connect(self._flag)
        exam.question_requested.connect(self._go_to)
        exam.hand_in_requested.connect(self._ask_to_hand_in)
        exam.leave_requested.connect(self.left)
        return exam

    @cached_property
    def result(self) -> ResultPage:
        """The page of a result, built when the first one is due."""
        result = ResultPage(self._appearance)
        result.done_requested.connect(self._leave_result)
        result.practise_requested.connect(self._practise)
        result.explanation_requested.connect(self._review)
        result.print_requested.connect(self._print_again)
        return result

    # -- choosing ------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Show what can be sat now, what is being sat and what was."""
        with self._errors.shown():
            self.page.show_papers(self._view())

    def _view(self) -> PapersView:
        papers = self._quiz.papers
        listed = papers.presets()
        self._offers = papers.offers(listed.presets)
        running = papers.running()
        return PapersView(
            self._offers,
            self._index(),
            paper_view(running[0], self._quiz.papers.ends_at(running[0])) if running else None,
            papers.past(),
            listed.problems,
            str(papers.own_presets),
            self._is_reading(),
        )

    def _index(self) -> int:
        """The paper that is chosen, else the one like the person's own exam."""
        exam = self._preferences.now.exam
        ids = [each.preset.id for each in self._offers]
        if self._chosen in ids:
            return ids.index(self._chosen)
        own = (place for place, each in enumerate(self._offers) if exam and each.preset.exam == exam)
        return next(own, 0)

    @property
    def _preset(self) -> Preset | None:
        return self._offers[self._index()].preset if self._offers else None

    def _choose(self, index: object) -> None:
        if isinstance(index, int):
            self._chosen = self._offers[index].preset.id
            self.refresh()

    def _remember_extra_time(self, wanted: bool) -> None:  # noqa: FBT001 - the signal's own
        self._preferences.change(extra_time=wanted)

    # -- a paper -------------------------------------------------------------------------------

    def _start(self, extra_time: object) -> None:
        preset = self._preset
        if preset is not None:
            with self._errors.shown():
                self._sit(self._quiz.papers.start(preset, extra_time=bool(extra_time)))

    def resume(self, paper_id: object) -> None:
        """Go on with the paper of this id; where its time is up by now, show its result."""
        with self._errors.shown():
            found = [each for each in self._quiz.papers.running() if each.start.id == paper_id]
            if found:
                self._sit(self._quiz.papers.resume(found[0]))
            else:
                self._show_result(self._quiz.papers.past_paper(str(paper_id)))

    def _sit(self, paper: Paper) -> None:
        self._paper, self._profile = paper, self._quiz.archive.profile
        self._timer.start(_TICK)
        self.exam_shown.emit(self.exam)
        self.exam.show_paper(paper)
        self._show_time(paper)

    def _answer(self, response: object) -> None:
        self._change(lambda paper: self._quiz.papers.answer(paper, str(response)))

    def _flag(self) -> None:
        self._change(lambda paper: self._quiz.papers.flag(paper, flagged=paper.position not in paper.flagged))

    def _go_to(self, position: object) -> None:
        if isinstance(position, int):
            self._change(lambda paper: self._quiz.papers.go_to(paper, position))

    def _change(self, step: Callable[[Paper], Paper]) -> None:
        """Take a step and show what it leads to; when it fails, all stays as it was."""
        paper = self._paper
        if paper is None:
            return
        try:
            self._paper = step(paper)
        except QuizError as error:
            self.exam.show_paper(paper)  # nothing looks chosen that is not kept
            self._errors.show(error)
            return
        self.exam.show_paper(self._paper)
        self._show_time(self._paper)
        if self._paper.timer.is_over:
            self._hand_in()

    def tick(self) -> None:
        """Look at the time: show it, and hand the paper in once it is up."""
        paper = self._paper
        if paper is None or self._quiz.archive.profile is not self._profile:
            self._paper = None  # another's answers are in use: the paper waits among those it belongs to
            self._timer.stop()
            return
        self._paper = self._quiz.papers.timed(paper)
        if self._paper.timer.is_over:
            self._hand_in()
        else:
            self._timer.setInterval(_TICK)
            self._show_time(self._paper)

    def _show_time(self, paper: Paper) -> None:
        until = time_of_day(self._quiz.papers.ends_at(paper))
        self.exam.show_time(paper.timer.left, 60.0 * paper.minutes, until)

    def _ask_to_hand_in(self) -> None:
        paper = self._paper
        if paper is None:
            return
        left = len(paper.unanswered)
        none, one = self.tr("All questions are answered."), self.tr("One question is still open.")
        more = self.tr("{n} questions are still open; what is open earns nothing.").format(n=left)
        told = more if left > 1 else one if left else none
        sentence = self.tr("{open} After this nothing can be changed.").format(open=told)
        self._is_asking = True
        agrees = self._dialogs.confirm(
            self.tr("Hand in?"), sentence, self.tr("Hand in"), self.tr("Go on working")
        )
        self._is_asking = False
        if agrees:
            self._hand_in()

    def _hand_in(self) -> None:
        """End the paper in front, or one that runs behind another page, which says so."""
        paper = self._paper
        if paper is None:  # it handed itself in while the question stood over it
            return
        try:
            past = self._quiz.papers.hand_in(paper)
        except UnknownPaperError:  # it was given up elsewhere, or another file of answers is in use now
            self._paper = None
            if self.exam.isVisible():
                self.left.emit()
            return
        except QuizError as error:
            self._timer.setInterval(_AGAIN)
            self._errors.show(error)
            return
        self._paper = None
        self._timer.stop()
        self._close_question()
        if self.exam.isVisible():
            self._show_result(past)
        else:
            self.handed_in_meanwhile.emit(self.handed_in_words(past))

    def _close_question(self) -> None:
        """Take away the question whether to hand in, once the time has answered it."""
        question = QApplication.activeModalWidget() if self._is_asking else None
        if question is not None:
            question.close()

    def handed_in_words(self, past: PastPaper) -> str:
        """What is said of a paper that handed itself in while nobody looked."""
        sentence = self.tr("Time was up: “{title}” handed itself in at {time}. Papers has its result.")
        return sentence.format(title=past.preset.title, time=time_of_day(past.ended_at))

    def _give_up(self, paper_id: object) -> None:
        sentence = self.tr("Its answers count for nothing then, and it is not handed in.")
        if not self._dialogs.confirm(self.tr("Give the paper up?"), sentence, self.tr("Give it up")):
            return
        with self._errors.shown():
            for paper in self._quiz.papers.running():
                if paper.start.id == paper_id:
                    self._quiz.papers.give_up(paper)
                    self._paper = None
        self.refresh()

    # -- afterwards ----------------------------------------------------------------------------

    def show_result_of(self, paper_id: object, back: str = "") -> None:
        """Show what a paper that was handed in came to.

        Args:
            paper_id: names it.
            back: what the Library is called where it was asked for there; empty for Papers.
        """
        with self._errors.shown():
            self._show_result(self._quiz.papers.past_paper(str(paper_id)), back)

    def _show_result(self, past: PastPaper, back: str = "") -> None:
        self._past, self._is_from_library = past, bool(back)
        self.result.show_paper(past, back)
        self.result_shown.emit(self.result)
        self.result.take_focus()

    def show_result_again(self, position: int | None = None) -> None:
        """Come back to the result from a question that was looked at."""
        if self._past is not None:
            self.result_shown.emit(self.result)
            self.result.take_focus(position)

    def _leave_result(self) -> None:
        (self.library_requested if self._is_from_library else self.list_requested).emit()

    def _review(self, position: object) -> None:
        if self._past is not None and isinstance(position, int):
            self.review_requested.emit(self._past, position, self.result.listed)

    def _practise(self) -> None:
        if self._past is not None:
            self.practise_requested.emit(self._past.session, self._past.result.missed)

    # -- printing ------------------------------------------------------------------------------

    def _print(self) -> None:
        """Save a paper that is drawn for it alone: nothing of it is kept here."""
        preset = self._preset
        if preset is None:
            return
        with self._errors.shown():
            session, banks = self._quiz.papers.sheet(preset)
            self._save(session, preset, banks)

    def _print_again(self) -> None:
        if self._past is not None:
            with self._errors.shown():
                self._save(self._past.session, self._past.preset, self._past.banks)

    def _save(self, session: Session, preset: Preset, banks: tuple[Bank, ...]) -> None:
        name = file_name(preset.title, "paper")
        target: Path | None = self._dialogs.save_file(f"{name}.pdf", self.tr("PDF files"), "pdf")
        if target is not None:
            html = paper_html(session, preset, {bank.id: bank for bank in banks})
            pdf_of(html, target, title=preset.title)
