"""`python -m tests.content --draft FILE…`: how drafts of questions stand, all their files taken together.

A draft may be a bank, or only some questions of one. Twins may stand in different files, or be missing yet.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from quizapp.domain.bank import Bank, Vocabulary
from quizapp.domain.content import verdicts_of
from quizapp.domain.problem import Problem
from quizapp.domain.question import Choice
from quizapp.storage.banks import reader
from quizapp.storage.banks.content_rules import remarks
from quizapp.storage.banks.problems import Code
from tests.content.figures import choice_figures, verdict_figures
from tests.content.shipped import VOCABULARY

_HEAD = "bank:\n  id: draft\n  title: Draft\nquestions:\n"
_TWINLESS = {Code.UNKNOWN_PAIR, Code.ONE_SIDED_PAIR}
_TOLD_BELOW = {Code.LONG_TEXT, Code.MISCONCEPTIONS}


def report(paths: Sequence[Path]) -> Iterator[str]:
    """All there is to say of some drafts, line by line."""
    there = [path for path in paths if path.is_file()]
    yield from (f"{path}: there is no such file." for path in set(paths).difference(there))
    draft, problems = read(there)
    yield from (f"{problem.path}:{problem.line}: {problem.message} {problem.hint}" for problem in problems)
    if draft is None:
        yield "No question could be read."
        return
    for name, _, fault in remarks(draft):
        if fault.code not in _TOLD_BELOW:
            yield f"{name or 'draft'}: warning: {fault.message}"
    asked = verdicts_of(draft.questions)
    if asked:
        yield from verdict_figures(asked, draft.vocabulary)
    choices = [question for question in draft.questions if isinstance(question, Choice)]
    if choices:
        yield from choice_figures(choices)


def read(paths: Iterable[Path]) -> tuple[Bank | None, list[Problem]]:
    """One bank of all drafts, and their errors with the lines of their own files."""
    lines, origin = _HEAD.splitlines(), [("draft", 0)] * _HEAD.count("\n")
    for path in paths:
        text = path.read_text(encoding="utf-8").splitlines()
        start = next((number for number, line in enumerate(text, 1) if line.startswith("questions:")), 0)
        lines += _moved(text[start:])
        origin += [(str(path), number) for number in range(start + 1, len(text) + 1)]
    vocabulary = reader.read_vocabulary(VOCABULARY).vocabulary
    told: list[Problem] = []
    while True:
        found, errors = _read("\n".join([*lines, ""]), vocabulary)
        twinless = [each for each in errors if each.code in _TWINLESS and each.line]
        told += [_at_home(each, origin) for each in errors if each in twinless or not twinless]
        if not twinless:
            return found, told
        for each in twinless:
            lines[(each.line or 1) - 1] = ""


def _read(text: str, vocabulary: Vocabulary | None) -> tuple[Bank | None, Sequence[Problem]]:
    with TemporaryDirectory() as folder:
        file = Path(folder, "draft.yaml")
        file.write_text(text, encoding="utf-8")
        reading = reader.read(file, vocabulary=vocabulary)
        return reading.bank, reading.errors


def _moved(lines: Sequence[str]) -> list[str]:
    """The lines of a list of questions, moved so that its entries stand two from the margin."""
    first = next((line for line in lines if re.match(r"\s*- ", line)), "  - ")
    margin = len(first) - len(first.lstrip())
    return [line if margin == 2 else "  " + line[min(margin, _indent(line)) :] for line in lines]


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _at_home(problem: Problem, origin: Sequence[tuple[str, int]]) -> Problem:
    """A problem with the lines of its file in place of those of all files together."""

    def home(line: str) -> tuple[str, int]:
        return origin[min(int(line), len(origin)) - 1]

    path, line = home(str(problem.line or 1))
    message = re.sub(
        r"\d+(?=[–\d]* were not read)|(?<=–)\d+", lambda at: str(home(at[0])[1]), problem.message
    )
    return replace(problem, path=path, line=line, message=message)
