"""Reviews: what is due with very many cards, and however much has been answered before."""

from collections.abc import Iterator
from pathlib import Path
from statistics import median

from benchmarks.spawn import environment, start
from benchmarks.table import Line

_CARDS, _RUNS = 10_000, 3
_COUNTS = (1_000, 10_000, 100_000, 1_000_000)
_DUE_LIMIT, _OPEN_LIMIT, _SESSION_LIMIT, _GROWTH_LIMIT = 10.0, 50.0, 50.0, 1.5


def measure(folder: Path) -> Iterator[tuple[str, list[Line]]]:
    """All of it."""
    yield f"Reviews with {_CARDS:,} cards, computing time", _many_cards(folder)
    yield "Reviews with a long history, computing time", _long_histories(folder)


def _many_cards(folder: Path) -> list[Line]:
    runs = []
    for run in range(_RUNS):
        env = environment(folder, f"cards-{run}")
        runs.append(start("review", _CARDS, env=env).told)
    return [
        _line("what is due, an exam in three weeks", _DUE_LIMIT, [run["later"] for run in runs]),
        _line("what is due, an exam in three days", _DUE_LIMIT, [run["soon"] for run in runs]),
    ]


def _long_histories(folder: Path) -> list[Line]:
    lines, opened = [], {}
    for count in _COUNTS:
        env = environment(folder, f"reviewed-{count}")
        start("past", count, env=env)
        first = start("review", 0, env=env).told
        runs = [start("review", 0, env=env).told for _ in range(_RUNS)]
        opened[count] = [run["opened"] for run in runs]
        computed = f"all computed once: {first['computed']:.0f} ms, the longest part {first['part']:.0f} ms"
        lines += [
            _line(f"first look with {count:,} attempts", _OPEN_LIMIT, opened[count]),
            _line("after a session", _SESSION_LIMIT, [run["session"] for run in runs], computed),
        ]
    growth = median(opened[_COUNTS[-1]]) / median(opened[_COUNTS[0]])
    return [*lines, Line(f"{_COUNTS[-1]:,} attempts, to {_COUNTS[0]:,}", _GROWTH_LIMIT, growth, "×")]


def _line(goal: str, limit: float, values: list[float], more: str = "") -> Line:
    detail = f"{len(values)} runs, {min(values):.1f} to {max(values):.1f} ms"
    return Line(goal, limit, median(values), "ms", f"{detail}; {more}" if more else detail)
