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
from quizapp.storage.banks.repository import BankShelf
from quizapp.ui.banks.controller import BankFlow
from quizapp.ui.banks.page import BanksPage, BanksView
from quizapp.ui.preferences import Preferences
from quizapp.ui.style.appearance import Look
from tests.domain.examples import NOON

QUESTION = "  - {{id: {0}, scenario: It runs., answer: service, why: {1}}}\n"


class Shelf(BankShelf):
    """A shelf whose shipped bank lies in a folder of the test."""

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


class Desk:
    """A flow over banks in a folder, and what it said."""

    def __init__(self, qtbot: QtBot, look: Look, folder: Path) -> None:
        self._qtbot, self.folder = qtbot, folder
        for name in ("shipped", "mine", "other"):
            self.write(name)
        (folder / "broken.yaml").write_text("bank: [", encoding="utf-8")
        shelf, clock = Shelf(folder), Clock(lambda: NOON, time.monotonic)
        self.quiz = Quiz(Profiles(folder, lambda: NOON), shelf, clock, Random(1))
        self.preferences = Preferences(folder)
        self.page = Page(look)
        qtbot.addWidget(self.page)
        self.page.show()
        self.flow = BankFlow(self.quiz, self.preferences, self.page)
        self.found: list[Reading] = []
        self.troubles: list[str] = []
        self.flow.problems_found.connect(self.found.append)
        self.flow.troubled.connect(self.troubles.append)

    def path(self, name: str) -> Path:
        return self.folder / f"{name}.yaml"

    def write(self, name: str, bank_id: str = "", why: str = "So.", questions: str = "qr") -> Path:
        text = "".join(QUESTION.format(each, why) for each in questions)
        head = f"bank: {{id: {bank_id or name}, title: The {name} bank}}\nquestions:\n"
        self.path(name).write_text(head + text, encoding="utf-8")
        return self.path(name)

    def begin(self, *names: str) -> str:
        self.flow.begin([self.path(name) for name in names])
        return self.settle()

    def open(self, name: str) -> str:
        self.flow.open(self.path(name))
        return self.settle()

    def settle(self) -> str:
        """Wait until all is read; the name of the bank in use then."""
        self._qtbot.waitUntil(lambda: not self.flow.loading.is_busy)
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
def desk(qtbot: QtBot, look: Look, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(qtbot, look, tmp_path)
    yield desk
    desk.flow.loading.stop()
    desk.flow.deleteLater()
    desk.quiz.close()


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
    desk: Desk, last: str, files: list[str], used: str, remembered: str, listed: list[str]
) -> None:
    desk.preferences.bank = desk.path(last) if last else None
    assert desk.begin(*files) == used
    assert "shipped" in desk.open_ids()
    assert desk.listed() == listed
    assert desk.preferences.bank == (desk.path(remembered) if remembered else None)
    assert len(desk.troubles) == (last in {"gone", "broken"})


def test_a_shipped_bank_that_cannot_be_used_is_listed_and_nothing_is_open(desk: Desk) -> None:
    desk.path("shipped").write_text("bank: [", encoding="utf-8")
    assert desk.begin() == ""
    assert (desk.listed(), desk.open_ids()) == (["shipped"], [])
    assert desk.open("mine") == "mine"


def test_problems_are_brought_to_the_front_only_for_a_file_somebody_asked_for(desk: Desk) -> None:
    desk.preferences.bank = desk.path("broken")
    desk.begin()
    assert desk.found == []
    desk.open("broken")
    assert [each.path for each in desk.found] == [str(desk.path("broken"))]


def test_several_are_open_and_one_is_used(desk: Desk) -> None:
    desk.begin()
    desk.flow.open_all((desk.path("mine"), desk.path("other")))
    assert desk.settle() == "other"
    assert desk.open_ids() == ["shipped", "mine", "other"]
    for bank_id, remembered in (("mine", desk.path("mine")), ("shipped", None)):
        desk.page.use_requested.emit(bank_id)
        assert (desk.settle(), desk.preferences.bank) == (bank_id, remembered)
        assert [view.bank.id for view in desk.page.view.banks if view.is_used] == [bank_id]


def test_what_is_closed_is_among_the_recent_ones_and_another_is_used(desk: Desk) -> None:
    desk.begin("mine", "other")
    assert list(desk.page.view.recent) == []
    desk.page.close_requested.emit("other")
    assert (desk.settle(), desk.preferences.bank) == ("mine", desk.path("mine"))
    assert [recent.path.stem for recent in desk.page.view.recent] == ["other"]
    desk.page.close_requested.emit("shipped")
    assert desk.open_ids() == ["mine", "shipped"]
    desk.path("other").unlink()
    desk.page.came_up.emit()
    assert [recent.is_there for recent in desk.page.view.recent] == [False]
    desk.page.forget_requested.emit(desk.path("other"))
    assert list(desk.page.view.recent) == []


def test_an_id_that_is_taken_is_refused_until_it_is_free(desk: Desk) -> None:
    desk.begin("mine")
    desk.write("other", bank_id="mine")
    assert desk.open("other") == "mine"
    message = desk.found[-1].errors[0].message
    assert str(desk.path("mine")) in message
    assert desk.listed() == ["other"]
    desk.page.close_requested.emit("mine")
    assert desk.settle() == "shipped"  # it was refused once; now it waits to be chosen
    assert desk.open_ids() == ["shipped", "mine"]
    assert desk.listed() == []
    assert "can be used now" in desk.page.view.notice or "is closed" in desk.page.view.notice


def test_a_bank_that_is_mended_takes_no_other_ones_place(desk: Desk) -> None:
    desk.begin()
    desk.path("broken").write_text("bank: [", encoding="utf-8")
    desk.open("broken")
    assert desk.open("mine") == "mine"
    desk.write("broken", bank_id="mended")
    desk.until("can be used now")
    assert desk.settle() == "mine"
    assert "mended" in desk.open_ids()
    assert desk.preferences.bank == desk.path("mine")


def test_a_stand_in_that_is_renamed_gives_the_shipped_bank_back(desk: Desk) -> None:
    desk.begin()
    desk.write("mine", bank_id="shipped", why="Mine.")
    desk.open("mine")
    desk.write("mine", bank_id="renamed")
    desk.until_used("renamed")
    assert desk.settle() == "renamed"
    assert set(desk.open_ids()) == {"renamed", "shipped"}


def test_opening_a_file_whose_id_has_changed_uses_it(desk: Desk) -> None:
    desk.begin("mine", "other")
    desk.write("mine", bank_id="renamed")
    assert desk.open("mine") == "renamed"
    assert desk.preferences.recent_banks[0].stem == "mine"


def test_a_file_may_stand_in_for_the_shipped_bank_of_its_id(desk: Desk) -> None:
    desk.begin()
    desk.write("mine", bank_id="shipped", why="Mine.")
    assert (desk.open("mine"), desk.why("q"), desk.open_ids()) == ("shipped", "Mine.", ["shipped"])
    assert "stands in" in desk.page.view.notice
    desk.page.close_requested.emit("shipped")
    assert (desk.settle(), desk.why("q")) == ("shipped", "So.")


def test_the_same_file_by_another_way_is_the_same(desk: Desk) -> None:
    desk.begin("mine")
    (desk.folder / "link.yaml").symlink_to(desk.path("mine"))
    assert desk.open("link") == "mine"
    desk.flow.open(desk.folder / "cache" / ".." / "mine.yaml")
    assert (desk.settle(), desk.listed(), desk.found) == ("mine", [], [])


def test_a_file_that_changes_is_read_again_and_faulty_questions_stay(qtbot: QtBot, desk: Desk) -> None:
    desk.begin("mine")
    text = desk.path("mine").read_text(encoding="utf-8").replace("id: r, scenario: It runs.", "id: r")
    with qtbot.waitSignal(desk.flow.bank_refreshed):
        desk.path("mine").write_text(text.replace("So.", "Newer."), encoding="utf-8")
    assert (desk.why("q"), desk.why("r")) == ("Newer.", "So.")
    assert desk.page.view.notice.startswith(
        "mine.yaml changed: 1 question updated, 1 kept as it was (line 4: "
    )
    assert (desk.flow.errors, desk.listed(), desk.found) == (1, ["mine"], [])
    assert (desk.flow.problems("mine"), desk.flow.problems("gone")) == (3, 0)
    desk.write("mine", why="Newest.", questions="qrs")
    desk.until("mine.yaml changed: 2 questions updated, 1 question added.")
    assert (desk.why("r"), desk.flow.errors) == ("Newest.", 0)


def test_a_file_that_breaks_or_goes_takes_nothing_away(qtbot: QtBot, desk: Desk) -> None:
    desk.begin("mine")
    with qtbot.waitSignal(desk.flow.bank_refreshed):
        desk.path("mine").write_text("bank: [", encoding="utf-8")
    assert (desk.why("q"), desk.listed()) == ("So.", ["mine"])
    assert "cannot be used as it is" in desk.page.view.notice
    desk.path("mine").unlink()
    qtbot.wait(200)
    assert (desk.settle(), desk.why("q")) == ("mine", "So.")


def test_a_file_that_was_mended_opens_by_itself_or_is_dismissed(desk: Desk) -> None:
    desk.begin("broken")
    desk.page.dismiss_requested.emit(desk.path("mine"))
    assert desk.listed() == ["broken"]
    desk.write("broken")
    desk.until("“The broken bank” can be used now")
    assert (desk.settle(), desk.open_ids()) == ("shipped", ["shipped", "broken"])
    desk.path("other").write_text("", encoding="utf-8")
    desk.open("other")
    desk.page.dismiss_requested.emit(desk.path("other"))
    assert desk.listed() == []


def test_a_bank_that_gets_another_id_stays_in_use_unless_it_is_taken(desk: Desk) -> None:
    desk.begin("mine")
    desk.write("mine", bank_id="renamed")
    desk.until_used("renamed")
    assert desk.open_ids() == ["shipped", "renamed"]
    desk.write("mine", bank_id="shipped")
    desk.until("cannot be used as it is")
    assert (desk.settle(), desk.listed()) == ("renamed", ["mine"])


def test_a_vocabulary_is_no_bank(desk: Desk) -> None:
    desk.begin()
    desk.flow.open(paths.questions_dir() / "vocabulary.yaml")
    assert desk.settle() == "shipped"
    assert "holds no questions" in desk.page.view.notice
