"""The table that a benchmark prints: goal, measured, met or missed."""

import os
from dataclasses import dataclass

_HEADINGS = ("goal", "allowed", "measured", "")


@dataclass(frozen=True, slots=True)
class Line:
    """One goal and what came of it.

    Attributes:
        goal: what is measured.
        limit: the most that is allowed.
        value: what was measured, in the same unit.
        unit: "×" for a proportion, else a unit.
        detail: the figures behind it.
    """

    goal: str
    limit: float
    value: float
    unit: str
    detail: str = ""

    @property
    def is_met(self) -> bool:
        """Whether the goal is reached."""
        return self.value <= self.limit

    def cells(self) -> tuple[str, str, str, str]:
        """The line as it is printed, without its detail."""
        return self.goal, self._text(self.limit), self._text(self.value), "met" if self.is_met else "MISSED"

    def _text(self, value: float) -> str:
        return f"{value:.2f} ×" if self.unit == "×" else f"{value:.1f} {self.unit}"


def show(title: str, lines: list[Line]) -> None:
    """Print a group of goals."""
    rows = [_HEADINGS, *(line.cells() for line in lines)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(_HEADINGS))]
    details = ["", *(line.detail for line in lines)]
    print(f"\n{title}   (load {', '.join(f'{load:.1f}' for load in os.getloadavg())})")
    for row, detail in zip(rows, details, strict=True):
        cells = [cell.ljust(width) for cell, width in zip(row, widths, strict=True)]
        print("  ".join([*cells, detail]).rstrip())
