"""A page of banks with everything on it, for tests of the page and of all pages."""

from dataclasses import replace
from pathlib import Path

from quizapp.domain.bank import Bank
from quizapp.domain.problem import Problem, Reading, Severity
from quizapp.ui.banks.views import BanksView, BankView, ProblemsView, RecentView
from tests.domain.examples import bank, choice, verdict

FOLDER = Path("/home/somebody/Documents/with a rather long name of a folder/and-one-without-any-blank" * 2)
SHIPPED = replace(
    bank(*(verdict(name=f"q{n}") for n in range(30)), choice()),
    id="shipped",
    title="Product or Service? The bank that came along",
    author="A trainer",
    licence="CC-BY-4.0",
    version="1.0",
    reviewed="Signed off by two colleagues on 3 May 2026",
    notice="Independent study aid.",
)
MINE = replace(bank(replace(verdict(), topics=())), id="mine", title="Mine & <b>bold</b>")


def reading(name: str, count: int, of: Bank | None = None) -> Reading:
    """A reading with as many problems, errors and warnings in turn."""
    kinds = (Severity.ERROR, Severity.WARNING)
    problems = tuple(
        Problem(
            f"{FOLDER}/{name}",
            3 + n if n else None,
            5,
            kinds[n % 2],
            "code",
            f"Fault {n}.",
            "Mend it." * (n % 3),
        )
        for n in range(count)
    )
    return Reading(f"{FOLDER}/{name}", of, problems)


def full_view() -> BanksView:
    """Two open banks, one with problems; a file that gives nothing; two recent files, one of them gone."""
    return BanksView(
        banks=(
            BankView(SHIPPED, Path("/usr/share/shipped.yaml"), is_used=False, is_shipped=True),
            BankView(MINE, FOLDER / "mine.yaml", is_used=True, is_shipped=False),
        ),
        recent=(RecentView(FOLDER / "old.yaml", is_there=False), RecentView(Path("/tmp/class.yaml"))),  # noqa: S108
        problems=(
            ProblemsView(reading("broken.yaml", 3), is_open=False),
            ProblemsView(reading("mine.yaml", 12, MINE), is_open=True),
        ),
        notice="mine.yaml changed: 1 question updated, 1 left as it was (line 14: The answer is missing).",
    )
