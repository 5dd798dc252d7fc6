"""Open, use, close, refresh; which file each bank is from."""

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from quizapp.domain.bank import Bank
from quizapp.domain.merging import changes
from quizapp.domain.problem import Reading
from quizapp.quiz import Quiz
from quizapp.ui.banks.files import BankFile, BankFiles, is_there
from quizapp.ui.banks.loading import BankLoading, BankWatch
from quizapp.ui.banks.notices import BankNotices
from quizapp.ui.errors import ErrorPresenter
from quizapp.ui.preferences import PreferencesFile

if TYPE_CHECKING:
    from quizapp.ui.banks.page import BanksPage


class BanksController(QObject):
    """Opens banks, keeps them as their files are on disk, and shows problems where there are any.

    Ids are unique among open banks: a file whose bank has the id of another open file is refused,
    but for one that has the id of a bank that came with the program; it stands in for that bank.

    Signals:
        bank_opened: another bank is in use; carries its `Reading`.
        bank_refreshed: the file of an open bank has changed; carries its `Reading`.
        noticed: something happened that nobody need act on; carries a sentence.
        outdated: a sentence that was noticed is true no longer; carries it.
        problems_found: a file that somebody asked for has errors; carries its `Reading`.

    Attributes:
        loading: reads the files.
    """

    bank_opened = Signal(object)
    bank_refreshed = Signal(object)
    noticed = Signal(object)
    outdated = Signal(object)
    problems_found = Signal(object)

    def __init__(
        self,
        quiz: Quiz,
        preferences: PreferencesFile,
        make_page: "Callable[[], BanksPage]",
        errors: ErrorPresenter,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._quiz = quiz
        self._preferences = preferences
        self._errors = errors
        self._make_page = make_page
        self._files = BankFiles(quiz)
        self._notices = BankNotices(self)
        self._notice = ""
        self._told_in_use = ("", "")  # the id of the bank of which it was said, and the sentence
        self._has_begun = False
        self._asked_for: set[Path] = set()
        self._wanted: set[Path] = set()  # though nobody asked for them now
        self.loading = BankLoading(quiz.read_bank, errors, self)
        self.loading.loaded.connect(self._on_loaded)
        self.loading.finished.connect(self.refresh)
        self._watch = BankWatch(self)
        self._watch.changed.connect(self.loading.load)

    @cached_property
    def page(self) -> "BanksPage":
        """The page it fills, made when somebody first goes there."""
        page = self._make_page()
        page.use_requested.connect(self.use)
        page.close_requested.connect(self.close)
        page.file_requested.connect(self.open)
        page.dismiss_requested.connect(self._dismiss)
        page.forget_requested.connect(self._forget)
        page.notice_closed.connect(self._forget_notice)
        page.came_up.connect(self.refresh)
        return page

    def show_reading(self, part: float) -> None:
        """Say how far a file has been read, 0 to 1, where somebody may look at that."""
        if "page" in vars(self):
            self.page.show_reading(part)

    @property
    def errors(self) -> int:
        """How many errors the file of the bank in use has."""
        file = self._files.used()
        return len(file.reading.errors) if file else 0

    def problems(self, bank_id: str) -> int:
        """How many errors and warnings the file of an open bank has."""
        file = self._files.holder(bank_id)
        return len(file.reading.problems) if file else 0

    # -- requests ------------------------------------------------------------------------------

    def begin(self, files: list[Path]) -> None:
        """Read the bank used last, the files named, those that came with the program, and those left open.

        One that was left open and is not there now is listed with those opened lately, and looked for
        again at the next start.
        """
        self._has_begun = True
        used, shipped = self._preferences.now.bank, self._preferences.now.shipped_bank
        if used is not None:
            self._want(self._files.known(used))
        self.open_all(tuple(files))
        for path in sorted(self._files.shipped, key=lambda path: path.name != shipped):
            self._want(path)
        for path in self._preferences.now.open_banks:
            if path != used and is_there(path):
                self._want(self._files.known(path))
        self.refresh()

    @property
    def is_reading(self) -> bool:
        """Whether banks are still to be read, so that none need be open yet."""
        return not self._has_begun or self.loading.is_busy

    def open(self, path: object) -> None:
        """Read a file that somebody asked for, and use its bank."""
        if isinstance(path, Path):
            known = self._files.known(path)
            self._asked_for.add(known)
            self._load(known)

    def open_all(self, paths: object) -> None:
        """Read several files, such as those dropped on the window; the last bank among them is used."""
        for path in paths if isinstance(paths, tuple) else ():
            self.open(path)

    def use(self, bank_id: object) -> None:
        """Draw the coming sets from an open bank, and begin with it the next time."""
        if (bank := self._files.bank(bank_id)) is not None:
            self._put_in_use(bank)
            self._remember_use()
            self._notice = self._notices.used(bank)
            self._take_back()
            self.refresh()

    def close(self, bank_id: object) -> None:
        """Close a bank that did not come with the program; the one it stood in for comes back."""
        file, bank = self._files.holder(bank_id), self._files.bank(bank_id)
        if file is None or bank is None or self._files.is_shipped(file.path):
            return
        self._drop(file)
        if self._preferences.now.bank == file.path:
            self._remember_use()
        self._fill_free_ids()
        self._notice = self._notices.closed(bank)
        self._take_back()
        self.refresh()

    def _fill_free_ids(self) -> None:
        """An id is free again: a file may have been refused for it, or a shipped bank have given way."""
        for other in self._files:
            if not other.bank_id:
                self._load(other.path)
        for path in self._files.shipped:
            if self._files.get(path) is None:
                self._want(path)

    def _dismiss(self, path: object) -> None:
        """List a file no longer of which nothing can be used."""
        file = self._files.get(path) if isinstance(path, Path) else None
        if file is not None and not file.bank_id:
            self._drop(file)
            self.refresh()

    def _forget(self, path: object) -> None:
        if isinstance(path, Path):
            self._preferences.forget_bank(path)
            self.refresh()

    def _forget_notice(self) -> None:
        self._notice = ""

    # -- reading -------------------------------------------------------------------------------

    def _want(self, path: Path) -> None:
        self._wanted.add(path)
        self._load(path)

    def _load(self, path: Path) -> None:
        self._watch.watch(path)  # before it is read: what changes meanwhile is read again
        self.loading.load(path)

    def _on_loaded(self, reading: object) -> None:
        if not isinstance(reading, Reading):
            return
        self.show_reading(1.0)
        path = Path(reading.path)
        asked, file = path in self._asked_for, self._files.get(path)
        if file is None and not asked and path not in self._wanted:
            return  # closed since
        self._asked_for.discard(path)
        self._wanted.discard(path)
        if file is not None and file.bank_id:
            reading = self._refreshed(file, reading)
            if asked:
                self._remember(path)
                self.use(self._files.id_of(path))
        else:
            reading = self._opened(path, reading, asked=asked, mended=file is not None)
        if asked and reading.errors:
            self.problems_found.emit(reading)

    def _opened(self, path: Path, reading: Reading, *, asked: bool, mended: bool) -> Reading:
        """Open what a file gave that was not open so far; gives the reading as it is listed.

        A file that was mended meanwhile opens, but takes no other bank's place.
        """
        bank = reading.bank
        holder = self._files.holder(bank.id) if bank else None
        if holder is not None and self._files.is_shipped(path):
            return reading  # something stands in for it
        if bank is not None and holder is not None and not self._files.is_shipped(holder.path):
            reading, bank = self._notices.refused(reading, bank, holder.path), None
        if bank is None:
            self._do_without(path, reading, asked=asked or mended)
            return reading
        if holder is not None:
            self._drop(holder)
        self._files.put(BankFile(path, reading, bank.id))
        self._quiz.add_bank(bank)
        if asked or mended:
            self._remember(path)
        if asked:
            self.use(bank.id)
            self._say_opened(bank, stands_in=holder is not None)
            return reading
        if mended:
            self._say(self._notices.mended(bank))
        if self._files.used() is None or path == self._preferences.now.bank:
            self._put_in_use(bank)
        return reading

    def _do_without(self, path: Path, reading: Reading, *, asked: bool) -> None:
        """A file gave nothing to ask: list it, and wait for it to be mended."""
        if reading.vocabulary is not None:
            self._drop(BankFile(path, reading))
            self._say(self._notices.vocabulary(path))
            return
        self._files.put(BankFile(path, reading))
        if not asked and path == self._preferences.now.bank:
            self._errors.show(self._notices.unusable(path))

    def _refreshed(self, file: BankFile, reading: Reading) -> Reading:
        """Take over what has changed in the file of an open bank; gives the reading as it is listed."""
        old = self._files.bank(file.bank_id)
        if old is None or (reading.digest and reading.digest == file.reading.digest):
            return file.reading
        if reading.bank is not None and reading.bank.id != old.id:
            holder = self._files.holder(reading.bank.id)
            if holder is None:
                return self._renamed(file, reading, reading.bank)
            reading = self._notices.refused(reading, reading.bank, holder.path)
        new = self._quiz.refresh_bank(old.id, reading)
        self._files.put(file._replace(reading=reading))
        self._say(self._notices.refreshed(file.path, changes(old, new, reading), reading))
        self.bank_refreshed.emit(reading)
        return reading

    def _renamed(self, file: BankFile, reading: Reading, bank: Bank) -> Reading:
        """The same file has a bank of another id now."""
        was_used = self._files.used() is file
        self._quiz.close_bank(file.bank_id)
        self._files.put(BankFile(file.path, reading, bank.id))
        self._quiz.add_bank(bank)
        if was_used:
            self._put_in_use(bank)
            self._say_opened(bank, stands_in=False)
        else:
            self._say(self._notices.mended(bank))
        self._fill_free_ids()
        return reading

    # -- inside --------------------------------------------------------------------------------

    def _remember(self, path: Path) -> None:
        """A file that somebody wanted is listed, and open again at the next start."""
        if not self._files.is_shipped(path):
            self._preferences.remember_bank(path)
            is_open = dict.fromkeys((*self._preferences.now.open_banks, path))
            self._preferences.change(open_banks=tuple(is_open))

    def _remember_use(self) -> None:
        """The bank in use is in use at the next start."""
        used = self._files.used()
        is_shipped = used is not None and self._files.is_shipped(used.path)
        name = used.path.name if used is not None and is_shipped else ""
        self._preferences.change(bank=self._files.own_in_use(), shipped_bank=name)

    def _put_in_use(self, bank: Bank) -> None:
        self._quiz.use_bank(bank)
        if (file := self._files.used()) is not None:
            self.bank_opened.emit(file.reading)

    def _drop(self, file: BankFile) -> None:
        """Close the bank of a file, if it has one, and forget the file; another bank is in use then."""
        was_used = self._files.used() is file
        left = tuple(path for path in self._preferences.now.open_banks if path != file.path)
        self._preferences.change(open_banks=left)
        self._files.drop(file.path)
        self._watch.unwatch(file.path)
        if file.bank_id:
            self._quiz.close_bank(file.bank_id)
        if was_used and self._quiz.bank is not None:
            self._put_in_use(self._quiz.bank)

    def _say(self, sentence: str) -> None:
        """Tell of something that happened while somebody perhaps looked elsewhere."""
        self._notice = sentence
        self.noticed.emit(sentence)

    def _say_opened(self, bank: Bank, *, stands_in: bool) -> None:
        """Tell that a bank is open and in use, until it is so no longer."""
        self._say(self._notices.opened(bank, stands_in=stands_in))
        self._told_in_use = (bank.id, self._notice)

    def _take_back(self) -> None:
        """A bank of which it was said that the next sessions come from it is perhaps in use no longer."""
        bank_id, sentence = self._told_in_use
        if sentence and (self._quiz.bank is None or self._quiz.bank.id != bank_id):
            self._told_in_use = ("", "")
            self.outdated.emit(sentence)

    def refresh(self) -> None:
        """Bring the page up to date, unless it is hidden, or more files are to be read first."""
        is_seen = "page" in vars(self) and self.page.isVisible()
        if is_seen and (not self.is_reading or not self._quiz.banks):
            view = self._files.view(self._preferences.now.recent_banks, self._notice)
            self.page.show_banks(view._replace(is_reading=self.is_reading))
