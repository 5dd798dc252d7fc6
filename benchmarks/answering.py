"""Answering, with 100,000 attempts stored: from the key to the outcome on the screen and on the disk."""

from collections.abc import Iterator
from pathlib import Path
from statistics import median, quantiles

from benchmarks.spawn import environment, ratio, start
from benchmarks.table import Line

_SETS, _COMMITS = 20, 300
_MEDIAN_LIMIT, _WORST_LIMIT, _COMMIT_LIMIT = 8.0, 25.0, 12.0


def measure(folder: Path) -> Iterator[tuple[str, list[Line]]]:
    """The window with and without motion, and the store by itself."""
    env = environment(folder, "answers", QT_QPA_PLATFORM="offscreen")
    start("past", env=env)
    for motion, words in (("still", "motion reduced"), ("moving", "with motion")):
        told = start("answer", motion, _SETS, env=env).told
        yield f"Answering (offscreen), {words}", _window_lines(told)
    spent = start("commit", _COMMITS, env=env).told["spent"]
    ours, bare = ([pair[place] for pair in spent] for place in (0, 1))
    detail = f"{median(ours):.2f} ms to {median(bare):.2f} ms, {len(spent)} pairs"
    goal = "one commit, to a bare write and fdatasync"
    yield "Keeping an answer", [Line(goal, _COMMIT_LIMIT, ratio(ours, bare), "×", detail)]


def _window_lines(told: dict[str, list[float]]) -> list[Line]:
    lines = []
    for words, times in (("key to explanation", told["outcomes"]), ("key to reasons", told["reasons"])):
        detail = f"{len(times)} keys, {min(times):.1f} to {max(times):.1f} ms"
        lines += [
            Line(f"{words}, median", _MEDIAN_LIMIT, median(times), "ms", detail),
            Line(f"{words}, 99 %", _WORST_LIMIT, quantiles(times, n=100)[98], "ms"),
        ]
    return [*lines, Line("first frames that were laid out otherwise later", 0, told["moved"][0], "")]
