"""`python -m tests.content`: how the shipped banks stand, in figures; with `--draft FILE…` how drafts do."""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtWidgets import QApplication

from quizapp.domain.bank import Bank
from quizapp.domain.question import Choice, Question
from quizapp.paths import resources_dir
from quizapp.ui.session.page import SessionPage
from quizapp.ui.style import fonts
from quizapp.ui.style.appearance import Appearance, apply_appearance
from tests.content import draft, readings
from tests.content.figures import choice_figures, verdict_figures
from tests.content.language import reading_level
from tests.content.shipped import CHOICES, SCENARIOS, bank, choices, prose, verdicts
from tests.ui.question.fitting import SMALL, USUAL, shipped_fits


def figures(of: Bank) -> Iterator[str]:
    """What there is to say of any bank."""
    texts = [text for question in of.questions for text in prose(question) if text]
    ease, grade = reading_level(texts)
    yield f"{of.id}: {len(of.questions)} questions, {_counted(of.questions)}"
    yield f"  reading ease {ease:.0f}, school grade {grade:.1f}"
    rows = readings.table()
    for kind in dict.fromkeys(map(readings.kind_of, of.questions)):
        right, number = readings.agreement(of, rows, kind)
        yield f"  blind readings, {kind}: {right} of {number} with the key"


def explanation_figures() -> Iterator[str]:
    """Which explanations are longer than a screen; the tallest of each verdict counts."""
    qt = QApplication(["content", "-platform", "offscreen"])
    appearance = Appearance(fonts.load(resources_dir() / "fonts"))
    apply_appearance(qt, appearance)
    page = SessionPage(appearance)
    page.show()
    beyond = [name for name, each in shipped_fits(page, USUAL).items() if each.beyond]
    yield f"  explanations that do not fit 1100 × 720: {len(beyond)} ({', '.join(beyond)})"
    hiding = [name for name, each in shipped_fits(page, SMALL).items() if each.hidden]
    yield f"  that hide what decides at 1024 × 600: {len(hiding)} ({', '.join(hiding)})"


def _counted(questions: tuple[Question, ...]) -> str:
    kinds = Counter(
        str(each.style) if isinstance(each, Choice) else f"{each.strength} {each.answer}"
        for each in questions
    )
    return ", ".join(f"{number} {kind}" for kind, number in sorted(kinds.items()))


def shipped_figures() -> Iterator[str]:
    """What there is to say of the banks that come with the program."""
    scenarios, of_choices = bank(SCENARIOS), bank(CHOICES)
    yield from figures(scenarios)
    yield from explanation_figures()
    yield from verdict_figures(verdicts(), scenarios.vocabulary)
    yield ""
    yield from figures(of_choices)
    yield from choice_figures(choices())


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m tests.content")
    parser.add_argument("--draft", type=Path, nargs="+", metavar="FILE")
    drafts = parser.parse_args().draft
    for line in draft.report(drafts) if drafts else shipped_figures():
        sys.stdout.write(f"{line}\n")
