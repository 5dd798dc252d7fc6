"""Drafts are read as they are: several files, parts of banks, missing twins, and faults in between."""

from pathlib import Path

import pytest

from quizapp.domain.content import verdicts_of
from tests.content import figures
from tests.content.draft import read, report
from tests.content.shipped import FOLDER, SCENARIOS

BANK = "# Mine\nbank:\n  id: part\n  title: Part\n\nquestions:\n"
SERVICE = "  - id: {name}\n    scenario: A firm hosts it.\n    answer: service\n    why: Because.\n"
PRODUCT = "- id: {name}\n  scenario: A shop buys it.\n  answer: product\n  why: Because.\n"


@pytest.fixture
def draft(tmp_path: Path) -> "Draft":
    return Draft(tmp_path)


class Draft:
    """Some files of a draft, in the order written."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.paths: list[Path] = []

    def add(self, text: str) -> Path:
        path = self._folder / f"{len(self.paths)}.yaml"
        path.write_text(text, encoding="utf-8")
        self.paths.append(path)
        return path

    def read(self) -> tuple[dict[str, str], list[tuple[str, int | None]]]:
        """The questions with their pairs, and where the errors are."""
        found, problems = read(self.paths)
        verdicts = verdicts_of(found.questions) if found else []
        return {each.id: each.pair for each in verdicts}, [(each.path, each.line) for each in problems]


def test_twins_are_found_in_other_files_whatever_their_margin(draft: Draft) -> None:
    draft.add(BANK + SERVICE.format(name="a") + "    pair: b\n")
    draft.add("# Some more\n" + PRODUCT.format(name="b") + "  pair: a\n")
    assert draft.read() == ({"a": "b", "b": "a"}, [])


def test_a_question_stays_without_the_twin_that_is_missing(draft: Draft) -> None:
    draft.add(BANK + SERVICE.format(name="a"))
    path = draft.add(PRODUCT.format(name="b") + "  pair: nowhere\n" + PRODUCT.format(name="c"))
    assert draft.read() == ({"a": "", "b": "", "c": ""}, [(str(path), 5)])


def test_what_is_faulty_is_told_with_its_own_line_and_the_rest_is_read(draft: Draft) -> None:
    draft.add(BANK + SERVICE.format(name="a"))
    path = draft.add(BANK + SERVICE.format(name="b").replace("service", "servise") + SERVICE.format(name="c"))
    assert draft.read() == ({"a": "", "c": ""}, [(str(path), 9)])


def test_lines_that_were_not_read_are_those_of_the_file(draft: Draft) -> None:
    draft.add(BANK + SERVICE.format(name="a"))
    draft.add(BANK + SERVICE.format(name="b") + '    "flips: none\n' + SERVICE.format(name="c"))
    _, [problem] = read(draft.paths)
    assert problem.line == 11
    assert "Lines 7–" in problem.message


def test_the_report_goes_on_with_what_there_is(draft: Draft, tmp_path: Path) -> None:
    path = draft.add(SERVICE.format(name="a") + "    pair: nowhere\n")
    told = "\n".join(report([path, tmp_path / "none.yaml"]))
    assert "none.yaml: there is no such file." in told
    assert f"{path}:5: " in told
    assert "\n1 verdicts\n" in told


@pytest.mark.parametrize("text", ["", BANK, "questions: nothing", "- id"])
def test_nothing_to_read_is_said(draft: Draft, text: str) -> None:
    assert list(report([draft.add(text)]))[-1] == "No question could be read."


def test_a_whole_bank_is_told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(figures, "SHUFFLES", 2)
    told = "\n".join(report([FOLDER / f"{SCENARIOS}.yaml"]))
    for heading in ("verdicts", "Kinds in", "Fact that decides", "Verdict told from", "Openings", "Claims"):
        assert heading in told
