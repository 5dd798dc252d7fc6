"""CONTENT.md shows how a question is written: what it shows must be right."""

import re
from pathlib import Path

from quizapp.storage.banks import reader
from quizapp.storage.banks.content_rules import remarks
from tests.content.shipped import VOCABULARY

GUIDE = Path(__file__).parents[2] / "CONTENT.md"


def test_the_worked_example_is_clean(tmp_path: Path) -> None:
    [example] = re.findall(r"```yaml\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)
    file = tmp_path / "example.yaml"
    file.write_text(f"bank:\n  id: example\n  title: Example\nquestions:\n{example}", encoding="utf-8")
    vocabulary = reader.read_vocabulary(VOCABULARY).vocabulary
    [reading] = reader.read_all([file], vocabulary=vocabulary, remarks_of=remarks)
    assert reading.problems == ()


def test_the_files_it_names_are_there() -> None:
    names = re.findall(r"\]\(([^)#]+)\)", GUIDE.read_text(encoding="utf-8"))
    assert [name for name in names if not (GUIDE.parent / name).is_file()] == []
