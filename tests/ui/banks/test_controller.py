"""Which banks are open and which is in use, when files come, change, clash and go."""

import time
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from pytestqt.qtbot import QtBot

from quizapp import paths
from quizapp.domain.problem import Reading
from quizapp.domain.question import Verdict
from quizapp.quiz import Clock, Profiles, Quiz
from quizapp.storage.banks.repository import BankRepository
from quizapp.ui.banks.controller import BanksController
from quizapp.ui.banks.page import BanksPage
from quizapp.ui.banks.views import BanksView
from quizapp.ui.preferences import PreferencesFile
from tests.domain.examples import NOON
from tests.ui.presented import Presented
from tests.ui.screen import seen

QUESTION = "  - {{id: {0}, scenario: It runs., answer: service, why: {1}}}\n"


class FakeRepository(BankRepository):
    """A repository whose shipped bank lies in a folder of the test."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder / "cache", paths.questions_dir() / "vocabulary.yaml")
        self._folder = folder

    def shipped(self) -> list[Path]:
        return [self._folder / "shipped.yaml"]


class Page(BanksPage):
    """A page that remembers what it was given to show last."""

    view = BanksView()

    def show_banks(self, view: BanksView) -> None:
        self.view = view
        super().show_banks(view)


class BanksRig:
    """A controller over banks in a folder, and what it said."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self._qtbot, self.folder = qtbot, folder
        for name in ("shipped", "mine", "other"):
            self.write(name)
        (folder / "broken.yaml").write_text("bank: [", encoding="utf-8")
        repository, clock = FakeRepository(folder), Clock(lambda: NOON, time.monotonic)
        self.quiz = Quiz(Profiles(folder, lambda: NOON), repository, clock, Random(1))
        self.preferences = PreferencesFile(folder)
        self.page = Page()
        qtbot.addWidget(self.page)
        self.page.show()
        self.errors = Presented()
        self.controller = BanksController(
            self.quiz, self.preferences, lambda: self.page, self.errors, self.page
        )
        assert self.controller.page is self.page
        self.found: list[Reading] = []
        self.controller.problems_found.connect(self.found.append)
        self.outdated: list[str] = []
        self.controller.outdated.connect(self.outdated.append)

    def path(self, name: str) -> Path:
        return self.folder / f"{name}.yaml"

    def write(self, name: str, bank_id: str = "", why: str = "So.", questions: str = "qr") -> Path:
        text = "".join(QUESTION.format(each, why) for each in questions)
        head = f"bank: {{id: {bank_id or name}, title: The {name} bank}}\nquestions:\n"
        self.path(name).write_text(head + text, encoding="utf-8")
        return self.path(name)

    def begin(self, *names: str) -> str:
        self.controller.begin([self.path(name) for name in names])
        return self.settle()

    def open(self, name: str) -> str:
        self.controller.open(self.path(name))
        return self.settle()

    def settle(self) -> str:
        """Wait until all is read; the name of the bank in use then."""
        self._qtbot.waitUntil(lambda: not self.controller.loading.is_busy)
        return self.quiz.bank.id if self.quiz.bank else ""

    def until(self, notice: str) -> None:
        self._qtbot.waitUntil(lambda: notice in self.page.view.notice)

    def until_used(self, bank_id: str) -> None:
        self._qtbot.waitUntil(lambda: self.quiz.bank is not None and self.quiz.bank.id == bank_id)

    def open_ids(self) -> list[str]:
        return [view.bank.id for view in self.page.view.banks]

    def listed(self) -> list[str]:
        return [Path(view.reading.path).stem for view in self.page.view.problems if view.reading.errors]

    def why(self, name: str) -> str:
        assert self.quiz.bank is not None
        question = self.quiz.bank.question(name)
        assert isinstance(question, Verdict)
        return question.why


@pytest.fixture
def rig(qtbot: QtBot, tmp_path: Path) -> Iterator[BanksRig]:
    rig = BanksRig(qtbot, tmp_path)
    yield rig
    rig.controller.loading.stop()
    rig.controller.deleteLater()
    rig.quiz.close()


@pytest.mark.parametrize(
    ("last", "files", "used", "remembered", "listed"),
    [
        ("", [], "shipped", "", []),
        ("mine", [], "mine", "mine", []),
        ("gone", [], "shipped", "gone", ["gone"]),
        ("broken", [], "shipped", "broken", ["broken"]),
        ("", ["mine"], "mine", "mine", []),
        ("mine", ["other"], "other", "other", []),
        ("mine", ["broken"], "mine", "mine", ["broken"]),
        ("", ["broken"], "shipped", "", ["broken"]),
        ("", ["broken", "mine", "broken"], "mine", "mine", ["broken"]),
    ],
)
def test_the_bank_of_last_time_then_those_named_and_the_shipped_one_in_any_case(
    rig: BanksRig, last: str, files: list[str], used: str, remembered: str, listed: list[str]
) -> None:
    rig.preferences.change(bank=rig.path(last) if last else None)
    assert rig.begin(*files) == used
    assert "shipped" in rig.open_ids()
    assert rig.listed() == listed
    assert rig.preferences.now.bank == (rig.path(remembered) if remembered else None)
    assert len(rig.errors.told) == (last in {"gone", "broken"})


def test_a_shipped_bank_that_cannot_be_used_is_listed_and_nothing_is_open(rig: BanksRig) -> None:
    rig.path("shipped").write_text("bank: [", encoding="utf-8")
    assert rig.begin() == ""
    assert (rig.listed(), rig.open_ids()) == (["shipped"], [])
    assert rig.open("mine") == "mine"


def test_problems_are_brought_to_the_front_only_for_a_file_somebody_asked_for(rig: BanksRig) -> None:
    rig.preferences.change(bank=rig.path("broken"))
    rig.begin()
    assert rig.found == []
    rig.open("broken")
    assert [each.path for each in rig.found] == [str(rig.path("broken"))]


def test_several_are_open_and_one_is_used(rig: BanksRig) -> None:
    rig.begin()
    rig.controller.open_all((rig.path("mine"), rig.path("other")))
    assert rig.settle() == "other"
    assert rig.open_ids() == ["shipped", "mine", "other"]
    for bank_id, remembered in (("mine", rig.path("mine")), ("shipped", None)):
        rig.page.use_requested.emit(bank_id)
        assert (rig.settle(), rig.preferences.now.bank) == (bank_id, remembered)
        assert [view.bank.id for view in rig.page.view.banks if view.is_used] == [bank_id]


def test_what_is_closed_is_among_the_recent_ones_and_another_is_used(rig: BanksRig) -> None:
    rig.begin("mine", "other")
    assert list(rig.page.view.recent) == []
    rig.page.close_requested.emit("other")
    assert (rig.settle(), rig.preferences.now.bank) == ("mine", rig.path("mine"))
    assert [recent.path.stem for recent in rig.page.view.recent] == ["other"]
    rig.page.close_requested.emit("shipped")
    assert rig.open_ids() == ["mine", "shipped"]
    rig.path("other").unlink()
    rig.page.came_up.emit()
    assert [recent.is_there for recent in rig.page.view.recent] == [False]
    rig.page.forget_requested.emit(rig.path("other"))
    assert list(rig.page.view.recent) == []


def test_an_id_that_is_taken_is_refused_until_it_is_free(rig: BanksRig) -> None:
    rig.begin("mine")
    rig.write("other", bank_id="mine")
    assert rig.open("other") == "mine"
    message = rig.found[-1].errors[0].message
    assert str(rig.path("mine")) in message
    assert rig.listed() == ["other"]
    rig.page.close_requested.emit("mine")
    assert rig.settle() == "shipped"  # it was refused once; now it waits to be chosen
    assert rig.open_ids() == ["shipped", "mine"]
    assert rig.listed() == []
    assert "can be used now" in rig.page.view.notice or "is closed" in rig.page.view.notice


def test_a_bank_that_is_mended_takes_no_other_ones_place(rig: BanksRig) -> None:
    rig.begin()
    rig.path("broken").write_text("bank: [", encoding="utf-8")
    rig.open("broken")
    assert rig.open("mine") == "mine"
    rig.write("broken", bank_id="mended")
    rig.until("can be used now")
    assert rig.settle() == "mine"
    assert "mended" in rig.open_ids()
    assert rig.preferences.now.bank == rig.path("mine")


def test_a_stand_in_that_is_renamed_gives_the_shipped_bank_back(rig: BanksRig) -> None:
    rig.begin()
    rig.write("mine", bank_id="shipped", why="Mine.")
    rig.open("mine")
    rig.write("mine", bank_id="renamed")
    rig.until_used("renamed")
    assert rig.settle() == "renamed"
    assert set(rig.open_ids()) == {"renamed", "shipped"}


def test_opening_a_file_whose_id_has_changed_uses_it(rig: BanksRig) -> None:
    rig.begin("mine", "other")
    rig.write("mine", bank_id="renamed")
    assert rig.open("mine") == "renamed"
    assert rig.preferences.now.recent_banks[0].stem == "mine"


def test_a_file_may_stand_in_for_the_shipped_bank_of_its_id(rig: BanksRig) -> None:
    rig.begin()
    rig.write("mine", bank_id="shipped", why="Mine.")
    assert (rig.open("mine"), rig.why("q"), rig.open_ids()) == ("shipped", "Mine.", ["shipped"])
    assert "stands in" in rig.page.view.notice
    rig.page.close_requested.emit("shipped")
    assert (rig.settle(), rig.why("q")) == ("shipped", "So.")


def test_the_same_file_by_another_way_is_the_same(rig: BanksRig) -> None:
    rig.begin("mine")
    (rig.folder / "link.yaml").symlink_to(rig.path("mine"))
    assert rig.open("link") == "mine"
    rig.controller.open(rig.folder / "cache" / ".." / "mine.yaml")
    assert (rig.settle(), rig.listed(), rig.found) == ("mine", [], [])


def test_a_file_that_changes_is_read_again_and_faulty_questions_stay(qtbot: QtBot, rig: BanksRig) -> None:
    rig.begin("mine")
    text = rig.path("mine").read_text(encoding="utf-8").replace("id: r, scenario: It runs.", "id: r")
    with qtbot.waitSignal(rig.controller.bank_refreshed):
        rig.path("mine").write_text(text.replace("So.", "Newer."), encoding="utf-8")
    assert (rig.why("q"), rig.why("r")) == ("Newer.", "So.")
    assert rig.page.view.notice.startswith(
        "mine.yaml changed: 1 question updated, 1 left as it was (line 4: "
    )
    assert (rig.controller.errors, rig.listed(), rig.found) == (1, ["mine"], [])
    assert (rig.controller.problems("mine"), rig.controller.problems("gone")) == (3, 0)
    rig.write("mine", why="Newest.", questions="qrs")
    rig.until("mine.yaml changed: 2 questions updated, 1 question added.")
    assert (rig.why("r"), rig.controller.errors) == ("Newest.", 0)


def test_a_file_that_breaks_or_goes_takes_nothing_away(qtbot: QtBot, rig: BanksRig) -> None:
    rig.begin("mine")
    with qtbot.waitSignal(rig.controller.bank_refreshed):
        rig.path("mine").write_text("bank: [", encoding="utf-8")
    assert (rig.why("q"), rig.listed()) == ("So.", ["mine"])
    assert "cannot be used as it is" in rig.page.view.notice
    rig.path("mine").unlink()
    qtbot.wait(200)
    assert (rig.settle(), rig.why("q")) == ("mine", "So.")


def test_a_file_that_was_mended_opens_by_itself_or_is_dismissed(rig: BanksRig) -> None:
    rig.begin("broken")
    rig.page.dismiss_requested.emit(rig.path("mine"))
    assert rig.listed() == ["broken"]
    rig.write("broken")
    rig.until("“The broken bank” can be used now")
    assert (rig.settle(), rig.open_ids()) == ("shipped", ["shipped", "broken"])
    rig.path("other").write_text("", encoding="utf-8")
    rig.open("other")
    rig.page.dismiss_requested.emit(rig.path("other"))
    assert rig.listed() == []


def test_a_bank_that_gets_another_id_stays_in_use_unless_it_is_taken(rig: BanksRig) -> None:
    rig.begin("mine")
    rig.write("mine", bank_id="renamed")
    rig.until_used("renamed")
    assert rig.open_ids() == ["shipped", "renamed"]
    rig.write("mine", bank_id="shipped")
    rig.until("cannot be used as it is")
    assert (rig.settle(), rig.listed()) == ("renamed", ["mine"])


def test_what_was_said_of_the_next_sessions_is_taken_back_once_they_come_from_elsewhere(
    rig: BanksRig,
) -> None:
    rig.begin()
    rig.open("mine")
    said = rig.page.view.notice
    rig.controller.use("mine")
    assert rig.outdated == []
    rig.controller.use("shipped")
    assert rig.outdated == [said]
    rig.open("other")
    rig.controller.close("mine")
    assert rig.outdated == [said]
    rig.controller.close("other")
    assert rig.outdated[1:] == ["“The other bank” is open, and the next sessions come from it."]


def test_a_bank_out_of_use_that_gets_another_id_is_not_said_to_be_used(rig: BanksRig) -> None:
    rig.begin("mine", "other")
    rig.write("mine", bank_id="renamed")
    rig.until("“The mine bank” can be used now. It is listed under Banks.")
    assert rig.settle() == "other"


def test_a_vocabulary_is_no_bank(rig: BanksRig) -> None:
    rig.begin()
    rig.controller.open(paths.questions_dir() / "vocabulary.yaml")
    assert rig.settle() == "shipped"
    assert "holds no questions" in rig.page.view.notice


# -- the next start ----------------------------------------------------------------------------


def started_again(rig: BanksRig, qtbot: QtBot, without: str = "") -> BanksRig:
    """The same folder, as the next start finds it, with all banks or without one."""
    rig.controller.loading.stop()
    rig.quiz.close()
    later = BanksRig(qtbot, rig.folder)
    if without:
        later.path(without).unlink()
    later.begin()
    return later


def test_open_banks_are_open_again_at_the_next_start(rig: BanksRig, qtbot: QtBot) -> None:
    rig.begin()
    for name in ("mine", "other"):
        rig.open(name)
    rig.controller.use("mine")
    later = started_again(rig, qtbot)
    assert later.settle() == "mine"
    assert sorted(later.open_ids()) == ["mine", "other", "shipped"]
    later.controller.close("other")
    last = started_again(later, qtbot)
    assert (last.settle(), sorted(last.open_ids())) == ("mine", ["mine", "shipped"])
    last.quiz.close()


def test_a_shipped_bank_in_use_leaves_the_others_open(rig: BanksRig, qtbot: QtBot) -> None:
    rig.begin("mine")
    rig.controller.use("shipped")
    later = started_again(rig, qtbot)
    assert (later.settle(), sorted(later.open_ids())) == ("shipped", ["mine", "shipped"])
    assert later.preferences.now.shipped_bank == "shipped.yaml"
    later.quiz.close()


def test_a_bank_whose_disk_is_away_is_looked_for_at_the_next_start(rig: BanksRig, qtbot: QtBot) -> None:
    rig.begin("mine")
    rig.controller.use("shipped")
    later = started_again(rig, qtbot, without="mine")
    assert (later.open_ids(), later.listed()) == (["shipped"], [])
    assert [(each.path.stem, each.is_there) for each in later.page.view.recent] == [("mine", False)]
    last = started_again(later, qtbot)
    assert sorted(last.open_ids()) == ["mine", "shipped"]
    last.quiz.close()


def test_while_banks_are_read_that_is_said(rig: BanksRig) -> None:
    rig.controller.refresh()
    assert "Reading the banks …" in seen(rig.page)
    assert "No bank is open" not in seen(rig.page)
    rig.begin()
    assert "Reading the banks" not in seen(rig.page)
