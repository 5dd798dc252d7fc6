"""List, exports, deleting."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from quizapp.domain.bank import Bank
from quizapp.domain.directions import isolated
from quizapp.domain.question import Choice, Verdict
from quizapp.domain.round_events import Close, Resume
from quizapp.domain.round_plan import RoundPlan
from quizapp.domain.round_record import RoundRecord
from quizapp.exchange import handout, results, results_xlsx, sheets, xapi
from quizapp.exchange.statistics import statistics_csv
from quizapp.quiz import Quiz
from quizapp.quiz.rounds import LostRounds
from quizapp.ui.dates import long_date
from quizapp.ui.dialogs import Dialogs
from quizapp.ui.errors import ErrorPresenter
from quizapp.ui.files import file_name, save_whole
from quizapp.ui.printing import PrintingError, pdf_of
from quizapp.ui.rounds.card_sheet import cards
from quizapp.ui.rounds.overview_page import RoundsPage
from quizapp.ui.rounds.plan_controller import PlanController
from quizapp.ui.rounds.running import RoundRunner
from quizapp.ui.rounds.views import Export, KeptPlan, Material, PlanDraft, RoundsView, RunningRound
from quizapp.ui.rounds.wording import RoundWords
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.wording import FontWords

_ENDINGS = {
    Export.HANDOUT_PDF: "pdf",
    Export.HANDOUT_HTML: "html",
    Export.HANDOUT_NOTES_PDF: "pdf",
    Export.HANDOUT_NOTES_HTML: "html",
    Export.QUESTIONS_CSV: "csv",
    Export.SCORES_CSV: "csv",
    Export.ANSWERS_CSV: "csv",
    Export.RESULTS_XLSX: "xlsx",
    Export.XAPI: "json",
}
_WITH_NOTES = {Export.HANDOUT_NOTES_PDF, Export.HANDOUT_NOTES_HTML}
_TEXTS: Mapping[Export, Callable[[RoundRecord], str]] = {
    Export.QUESTIONS_CSV: results.questions_csv,
    Export.SCORES_CSV: results.scores_csv,
    Export.ANSWERS_CSV: results.answers_csv,
    Export.XAPI: xapi.statements,
}
_SHEETS: Mapping[Material, Callable[[RoundPlan, Bank], str]] = {
    Material.QUESTIONS: sheets.question_sheet,
    Material.ANSWERS: sheets.answer_sheet,
    Material.KEY: sheets.key_sheet,
}


_UNNAMED = "round"


class RoundExports(QObject):
    """Asks where, and writes there; a file is whole in its place or not there at all.

    Signals:
        written: a file was written; carries a sentence.
    """

    written = Signal(object)

    def __init__(self, dialogs: Dialogs, errors: ErrorPresenter, parent: QObject) -> None:
        super().__init__(parent)
        self._dialogs = dialogs
        self._errors = errors
        self._fonts = FontWords(self)

    def export(self, record: RoundRecord, kind: Export) -> None:
        """Write results of a round."""
        ending = _ENDINGS[kind]
        title = file_name(record.round.plan.title, _UNNAMED)
        name = f"{title}-{kind.value.partition('-')[0]}.{ending}"
        shown = record if ending == "pdf" else ()
        self._write(name, ending, lambda target: _export(record, kind, target), shown)

    def export_statistics(self, records: Sequence[RoundRecord], title: str) -> None:
        """Write what all rounds on a bank say about its questions."""
        name = f"{file_name(title, _UNNAMED)}-statistics.csv"
        self._write(name, "csv", lambda target: _save(target, statistics_csv(records).encode("utf-8")))

    def print_material(self, plan: RoundPlan, bank: Bank, kind: Material) -> None:
        """Write something to be printed before a round."""
        name = f"{file_name(plan.title, _UNNAMED)}-{kind.value}.pdf"
        asked = [bank.question(each.question_id) for each in plan.questions]
        self._write(name, "pdf", lambda target: _print(plan, bank, kind, target), (plan.title, asked))

    def _write(self, name: str, ending: str, write: Callable[[Path], None], printed: object = ()) -> None:
        """Ask where, write there, and say so; `printed` are the texts that need a font here."""
        target = self._dialogs.save_file(name, self.tr("{kind} files").format(kind=ending.upper()), ending)
        if target is None:
            return
        with self._errors.shown():
            write(target)
            written = self.tr("{file} was written.").format(file=isolated(target.name))
            self.written.emit(f"{written} {self._fonts.missing(printed)}".rstrip())


def _export(record: RoundRecord, kind: Export, target: Path) -> None:
    match kind:
        case Export.HANDOUT_PDF | Export.HANDOUT_NOTES_PDF:
            pdf_of(_handout(record, kind), target, title=record.round.plan.title)
        case Export.HANDOUT_HTML | Export.HANDOUT_NOTES_HTML:
            _save(target, _handout(record, kind).encode("utf-8", "backslashreplace"))
        case Export.RESULTS_XLSX:
            _save(target, results_xlsx.results_xlsx(record))
        case _:
            _save(target, _TEXTS[kind](record).encode("utf-8", "backslashreplace"))


def _handout(record: RoundRecord, kind: Export) -> str:
    return handout.handout_html(record, with_notes=kind in _WITH_NOTES)


def _print(plan: RoundPlan, bank: Bank, kind: Material, target: Path) -> None:
    if kind is not Material.CARDS:
        pdf_of(_SHEETS[kind](plan, bank), target, title=plan.title)
        return
    asked = [bank.question(each.question_id) for each in plan.questions]
    options = max((len(each.options) for each in asked if isinstance(each, Choice)), default=0)
    cards(target, sides=any(isinstance(each, Verdict) for each in asked), letters=options)


def _save(target: Path, content: bytes) -> None:
    """Write a file whole or not at all."""
    if trouble := save_whole(target, content):
        raise PrintingError(f"{target} could not be written: {trouble}.")


class RoundsController(QObject):
    """Carries out the requests of the list of rounds.

    Attributes:
        page: the list.
        plans: from a plan to the lobby.
        running: the round in front.

    Signals:
        list_wanted: the list of rounds should stand in front.
    """

    list_wanted = Signal()

    def __init__(
        self,
        quiz: Quiz,
        appearance: Appearance,
        dialogs: Dialogs,
        errors: ErrorPresenter,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._quiz = quiz
        self._dialogs = dialogs
        self._errors = errors
        self._notice = ""
        self._lost_known = LostRounds()  # what was read of what cannot be read
        self._words = RoundWords(self)
        self.page = RoundsPage()
        self.running = RoundRunner(quiz, appearance, dialogs, errors, window)
        self.plans = PlanController(quiz, appearance, self.running.wall, dialogs, errors, self)
        self._exports = RoundExports(dialogs, errors, self)
        self._connect_page()
        self._connect_controllers()

    def _connect_page(self) -> None:
        page = self.page
        page.plan_requested.connect(self.plans.plan_anew)
        page.edit_requested.connect(self.plans.edit)
        page.start_requested.connect(self._start)
        page.rehearse_requested.connect(self._rehearse)
        page.delete_requested.connect(self._delete)
        page.print_requested.connect(self._print)
        page.resume_requested.connect(self.resume)
        page.close_requested.connect(self._close_running)
        page.look_back_requested.connect(self._look_back)
        page.export_requested.connect(self._export_kept)
        page.forget_requested.connect(self._forget)
        page.notice_closed.connect(self._close_notice)
        page.came_up.connect(self.refresh)

    def _connect_controllers(self) -> None:
        self.plans.left.connect(self._come_back)
        self.plans.begun.connect(self._run)
        self.running.export_requested.connect(self._export)
        self.running.left.connect(self.list_wanted)
        self._exports.written.connect(self._note)

    def may_close(self) -> bool:
        """Whether the program may end: a class, or a plan, may be in the middle."""
        return self.running.may_close() and self.plans.may_leave()

    # -- the list ------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Show all rounds as they are now; names whose time is over go."""
        self._errors.tries(self._show_list)
        self._errors.tries(self._quiz.purge_expired_names)

    def _show_list(self) -> None:
        rounds = self._quiz.rounds
        self.page.show_rounds(
            RoundsView(
                running=tuple(map(_running, rounds.unfinished())),
                plans=tuple(self._kept(plan) for plan in rounds.plans()),
                past=tuple(head for head in rounds.past() if head.ended_at),
                has_bank=self._quiz.bank is not None,
                notice=self._notice or self._lost_words(rounds.lost()),
            )
        )

    def _lost_words(self, lost: LostRounds) -> str:
        """What the lists leave out because it cannot be read, and where it still is."""
        if lost == self._lost_known:
            return ""
        counts = (self._words.rounds(lost.rounds), self._words.plans(lost.plans))
        what = self.tr(" and ").join(count for count in counts if count)
        if lost.copy is None:
            return self.tr("{what} cannot be read; the file was left as it is.").format(what=what)
        day = long_date(lost.copy)
        return self.tr("{what} cannot be read; the copy of {day} has it all.").format(what=what, day=day)

    def _kept(self, plan: RoundPlan) -> KeptPlan:
        bank = self.plans.bank_of(plan)
        title = bank.title if bank else ""
        return KeptPlan(plan.id, plan.title, title, len(plan.questions), plan.answering)

    def _note(self, sentence: object) -> None:
        """Say what was written on the page somebody looks at."""
        if self.page.isVisible():
            self.page.show_message(str(sentence))
        else:
            self.running.show_message(str(sentence))

    def _close_notice(self) -> None:
        if not self._notice:
            self._lost_known = self._quiz.rounds.lost()
        self._notice = ""
        self.refresh()

    def _come_back(self, sentence: object) -> None:
        self._notice = str(sentence)
        self.list_wanted.emit()

    # -- plans ---------------------------------------------------------------------------------

    def _start(self, plan_id: object) -> None:
        plan = self.plans.plan(plan_id)
        if plan is not None:
            self.plans.check(PlanDraft(plan, {}))

    def _rehearse(self, plan_id: object) -> None:
        plan = self.plans.plan(plan_id)
        if plan is not None:
            self.plans.check_rehearsal(PlanDraft(plan, {}))

    def _delete(self, plan_id: object) -> None:
        if self._dialogs.confirm(
            self.tr("Delete this plan?"),
            self.tr("Rounds that were run with it stay."),
            self.tr("Delete the plan"),
        ):
            self._errors.tries(lambda: self._quiz.rounds.delete_plan(str(plan_id)))
            self.refresh()

    def _print(self, request: object) -> None:
        if not isinstance(request, tuple):
            return
        plan_id, kind = request
        plan = self.plans.plan(plan_id)
        bank = self.plans.bank_of(plan) if plan else None
        if plan is not None and bank is not None and isinstance(kind, Material):
            self._errors.tries(lambda: self._exports.print_material(plan, bank, kind))

    # -- rounds --------------------------------------------------------------------------------

    def _run(self, begun: object) -> None:
        match begun:
            case (RoundRecord() as record, str() as screen):
                self.running.run(record, screen)

    def resume(self, round_id: object) -> None:
        """Go on with a round that was not closed."""

        def resume() -> None:
            record = self._quiz.rounds.load(str(round_id))
            self.running.run(record, self.running.wall.best_screen())

        self._errors.tries(resume)

    def _close_running(self, round_id: object) -> None:
        if not self.running.agrees_to_close():
            return

        def close() -> None:
            record = self._quiz.rounds.load(str(round_id))
            if record.round.is_paused:  # nothing else happens in a pause
                record = self._quiz.rounds.apply(record, Resume())
            self._quiz.rounds.apply(record, Close())

        self._errors.tries(close)
        self.refresh()

    def _look_back(self, round_id: object) -> None:
        self._errors.tries(lambda: self.running.look_back(self._quiz.rounds.load(str(round_id))))

    def _forget(self, round_id: object) -> None:
        if self._dialogs.confirm(
            self.tr("Delete the names?"),
            self.tr("Results keep their numbers. The names cannot be brought back."),
            self.tr("Delete names"),
        ):
            self._errors.tries(lambda: self._quiz.rounds.forget_names(str(round_id)))
            self.refresh()

    # -- taking home ---------------------------------------------------------------------------

    def _export_kept(self, request: object) -> None:
        if isinstance(request, tuple):
            round_id, kind = request
            self._errors.tries(lambda: self._export((self._quiz.rounds.load(str(round_id)), kind)))

    def _export(self, request: object) -> None:
        match request:
            case (RoundRecord() as record, Export.STATISTICS):
                self._errors.tries(lambda: self._export_statistics(record))
            case (RoundRecord() as record, Export() as kind):
                self._exports.export(record, kind)

    def _export_statistics(self, record: RoundRecord) -> None:
        """All closed rounds on the bank of a round, and that round itself while it runs."""
        records = self._quiz.rounds.first_votes(record.bank.id)
        if record.id not in {each.id for each in records} and not self._quiz.rounds.is_rehearsal(record):
            records = (*records, record)
        self._exports.export_statistics(records, record.bank.title)


def _running(record: RoundRecord) -> RunningRound:
    round_ = record.round
    return RunningRound(
        record.id, round_.plan.title, round_.position + 1, len(round_.items), record.started_at
    )
