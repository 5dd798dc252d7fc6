"""Reading banks: beside PyYAML's fastest loader on the same file, and a bank of the usual size."""

from collections.abc import Iterator
from pathlib import Path
from statistics import median

from benchmarks.banks import write_bank
from benchmarks.spawn import PAIRS, Cost, environment, ratio, side_by_side, start
from benchmarks.table import Line

_MANY, _USUAL = 7_000, 80  # the first as many as fit into the 16 MiB that a bank may have
_TIME_LIMIT, _PEAK_LIMIT, _USUAL_LIMIT = 0.5, 0.8, 30.0


def measure(folder: Path) -> Iterator[tuple[str, list[Line]]]:
    """Both sizes."""
    yield f"Reading {_MANY} full questions, marks and checks included", _many(folder)
    yield f"Reading {_USUAL} full questions", _usual(folder)


def _many(folder: Path) -> list[Line]:
    path = folder / "many.yaml"
    write_bank(path, _MANY)
    env = environment(folder, "reading")
    costs = side_by_side(
        {
            "ours": lambda: start("read_bank", path, 1, env=env),
            "theirs": lambda: start("load_yaml", path, env=env),
        }
    )
    ours, theirs = costs["ours"], costs["theirs"]
    _check(ours, _MANY)
    lines = [_time_line(kind, place, ours, theirs) for place, kind in enumerate(("wall", "cpu"))]
    peaks = [[cost.peak for cost in each] for each in (ours, theirs)]
    detail = f"{median(peaks[0]):.0f} MiB to {median(peaks[1]):.0f} MiB"
    return [*lines, Line("peak memory, to yaml.load", _PEAK_LIMIT, ratio(*peaks), "×", detail)]


def _time_line(kind: str, place: int, ours: list[Cost], theirs: list[Cost]) -> Line:
    spent = [[cost.told["spent"][0][place] for cost in each] for each in (ours, theirs)]
    detail = f"{median(spent[0]):.2f} s to {median(spent[1]):.2f} s"
    return Line(f"time to yaml.load with CSafeLoader, {kind}", _TIME_LIMIT, ratio(*spent), "×", detail)


def _usual(folder: Path) -> list[Line]:
    path = folder / "usual.yaml"
    write_bank(path, _USUAL)
    cost = start("read_bank", path, 2 * PAIRS, env=environment(folder, "reading"))
    _check([cost], _USUAL)
    walls = [1e3 * wall for wall, _ in cost.told["spent"]]
    detail = f"the first {walls[0]:.1f} ms, the others {min(walls):.1f} to {max(walls[1:]):.1f} ms"
    return [Line("time, read again and again", _USUAL_LIMIT, median(walls), "ms", detail)]


def _check(costs: list[Cost], count: int) -> None:
    """The questions must be sound, or less than all the work was measured."""
    for cost in costs:
        assert (cost.told["questions"], cost.told["errors"]) == (count, 0), cost
