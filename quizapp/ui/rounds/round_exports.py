"""Writing what can be taken home from a round, and what can be printed before one."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QSaveFile, Signal

from quizapp.domain.bank import Bank
from quizapp.domain.errors import QuizError
from quizapp.domain.question import Choice, Verdict
from quizapp.domain.round_plan import RoundPlan
from quizapp.domain.round_record import RoundRecord
from quizapp.exchange import handout, results, results_xlsx, sheets, xapi
from quizapp.exchange.statistics import statistics_csv
from quizapp.ui.asking import Asking
from quizapp.ui.printing import PrintingError, pdf_of
from quizapp.ui.rounds.card_sheet import cards
from quizapp.ui.rounds.rounds_view import Export, Material

_ENDINGS = {
    Export.HANDOUT_PDF: "pdf",
    Export.HANDOUT_HTML: "html",
    Export.RESULTS_CSV: "csv",
    Export.RESULTS_XLSX: "xlsx",
    Export.XAPI: "json",
}
_TEXTS: Mapping[Export, Callable[[RoundRecord], str]] = {
    Export.HANDOUT_HTML: handout.handout_html,
    Export.RESULTS_CSV: results.results_csv,
    Export.XAPI: xapi.statements,
}
_SHEETS: Mapping[Material, Callable[[RoundPlan, Bank], str]] = {
    Material.QUESTIONS: sheets.question_sheet,
    Material.ANSWERS: sheets.answer_sheet,
    Material.KEY: sheets.key_sheet,
}


class RoundExports(QObject):
    """Asks where, and writes there; a file is whole in its place or not there at all.

    Signals:
        written: a file was written; carries a sentence.
        troubled: carries what went wrong.
    """

    written = Signal(object)
    troubled = Signal(object)

    def __init__(self, asking: Asking, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._asking = asking

    def export(self, record: RoundRecord, kind: Export) -> None:
        """Write results of a round."""
        ending = _ENDINGS[kind]
        name = f"{_file_name(record.round.plan.title)}-{kind.value.partition('-')[0]}.{ending}"
        self._write(name, ending, lambda target: _export(record, kind, target))

    def export_statistics(self, records: Sequence[RoundRecord], title: str) -> None:
        """Write what all rounds on a bank say about its questions."""
        name = f"{_file_name(title)}-statistics.csv"
        self._write(name, "csv", lambda target: _save(target, statistics_csv(records).encode("utf-8")))

    def print_material(self, plan: RoundPlan, bank: Bank, kind: Material) -> None:
        """Write something to be printed before a round."""
        name = f"{_file_name(plan.title)}-{kind.value}.pdf"
        self._write(name, "pdf", lambda target: _print(plan, bank, kind, target))

    def _write(self, name: str, ending: str, write: Callable[[Path], None]) -> None:
        target = self._asking.save_file(name, self.tr("{kind} files").format(kind=ending.upper()), ending)
        if target is None:
            return
        try:
            write(target)
        except QuizError as error:
            self.troubled.emit(error)
        else:
            self.written.emit(self.tr("{file} was written.").format(file=target.name))


def _export(record: RoundRecord, kind: Export, target: Path) -> None:
    match kind:
        case Export.HANDOUT_PDF:
            pdf_of(handout.handout_html(record), target, title=record.round.plan.title)
        case Export.RESULTS_XLSX:
            _save(target, results_xlsx.results_xlsx(record))
        case _:
            _save(target, _TEXTS[kind](record).encode("utf-8", "backslashreplace"))


def _print(plan: RoundPlan, bank: Bank, kind: Material, target: Path) -> None:
    if kind is not Material.CARDS:
        pdf_of(_SHEETS[kind](plan, bank), target, title=plan.title)
        return
    asked = [bank.question(each.question_id) for each in plan.questions]
    options = max((len(each.options) for each in asked if isinstance(each, Choice)), default=0)
    cards(target, sides=any(isinstance(each, Verdict) for each in asked), letters=options)


def _save(target: Path, content: bytes) -> None:
    """Write a file aside and put it in its place whole."""
    file = QSaveFile(str(target))
    whole = file.open(QSaveFile.OpenModeFlag.WriteOnly) and file.write(content) == len(content)
    if not (whole and file.commit()):
        raise PrintingError(f"{target} could not be written: {file.errorString()}.")


def _file_name(title: str) -> str:
    """A title as the beginning of a file name."""
    words = "".join(letter if letter.isalnum() else " " for letter in title).split()
    return "-".join(words)[:60] or "round"
