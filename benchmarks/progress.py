"""Progress: how long it takes to open however much has been answered, and how long its plots take to draw."""

from collections.abc import Iterator
from pathlib import Path
from statistics import median

from benchmarks.spawn import environment, start
from benchmarks.table import Line

_COUNTS = (1_000, 10_000, 100_000, 1_000_000)
_OPENING_LIMITS = {1_000: 150.0, 10_000: 150.0, 100_000: 150.0, 1_000_000: 1_200.0}
_DRAW_LIMIT, _FRAME_LIMIT, _CHANGE_LIMIT = 50.0, 3.0, 300.0
_POINTS = (1, 30, 60, 5_000)
_RUNS = 5


def measure(folder: Path) -> Iterator[tuple[str, list[Line]]]:
    """All of it, with the files of answers made once."""
    yield (
        "Progress is opened, computing time",
        [line for count in _COUNTS for line in _opening(folder, count)],
    )
    yield "A plot is drawn, computing time", [line for points in _POINTS for line in _plot(folder, points)]


def _opening(folder: Path, count: int) -> list[Line]:
    env = environment(folder, f"years-{count}", QT_QPA_PLATFORM="offscreen")
    start("years", count, env=env)
    told = [start("progress", env=env).told for _ in range(_RUNS)]
    again = [each for run in told for each in run["again"]]
    limit = _OPENING_LIMITS[count]
    lines = [
        _line(f"first, with {count:,} attempts", limit, [run["first"] for run in told]),
        _line(f"again, with {count:,} attempts", limit, again),
    ]
    if count == _COUNTS[-1]:
        lines.append(
            _line(f"another period, {count:,} attempts", _CHANGE_LIMIT, [run["period"] for run in told])
        )
        lines.append(_line(f"as tables, {count:,} attempts", _CHANGE_LIMIT, [run["tables"] for run in told]))
    return lines


def _plot(folder: Path, points: int) -> list[Line]:
    env = environment(folder, "plots")
    told = [start("plots", points, env=env).told for _ in range(_RUNS)]
    return [
        _line(f"at first, {points:,} points", _DRAW_LIMIT, [run["first"] for run in told]),
        _line(f"with another point in hand, {points:,} points", _FRAME_LIMIT, [run["frame"] for run in told]),
    ]


def _line(goal: str, limit: float, values: list[float]) -> Line:
    detail = f"{len(values)} runs, {min(values):.0f} to {max(values):.0f} ms"
    return Line(goal, limit, median(values), "ms", detail)
