"""Growth: the start, the window, answers and rounds, however much has been answered before."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from statistics import median

from benchmarks.spawn import environment, ratio, side_by_side, start
from benchmarks.table import Line

_FEW, _MANY, _MOST = 1_000, 100_000, 1_000_000
_START_LIMIT, _STANDSTILL_LIMIT, _WAIT_LIMIT = 1.3, 50.0, 50.0
_PAGE_LIMIT, _TOPICS_LIMIT, _SIZE_LIMIT, _REPLAY_LIMIT = 60.0, 100.0, 250.0, 500.0
_VOTERS_LIMIT, _LINEAR_LIMIT = 300.0, 1.5
_TOPICS, _ANSWERS, _VOTES, _RUNS, _PAIRS = 2_000, 150, 20_000, 5, 7


def measure(folder: Path) -> Iterator[tuple[str, list[Line]]]:
    """All of it, with the files of answers made once."""
    envs = {count: _with_history(folder, count) for count in (_FEW, _MANY, _MOST)}
    yield "Start with a long history (offscreen)", _starts(envs)
    yield f"The window on {_MANY:,} attempts, computing time", _window(envs[_MANY])
    yield f"Answers while {_MANY:,} attempts are checked and copied", _upkeep(envs[_MANY])
    yield "Rounds", _rounds(folder)


def _with_history(folder: Path, count: int) -> dict[str, str]:
    env = environment(folder, f"history-{count}", QT_QPA_PLATFORM="offscreen")
    start("past", count, env=env)
    return env


def _starts(envs: dict[int, dict[str, str]]) -> list[Line]:
    lines = []
    for aim in ("today", "question"):
        runs = {str(count): partial(start, "program", aim, env=envs[count]) for count in envs}
        costs = side_by_side(runs, _PAIRS)
        most, few = ([cost.cpu for cost in costs[str(count)]] for count in (_MOST, _FEW))
        detail = f"{1e3 * median(most):.0f} ms to {1e3 * median(few):.0f} ms"
        goal = f"start to {aim} with {_MOST:,} attempts, to {_FEW:,}, cpu"
        lines.append(Line(goal, _START_LIMIT, ratio(most, few), "×", detail))
    return lines


def _window(env: dict[str, str]) -> list[Line]:
    runs = []
    for _ in range(_RUNS):
        for kept in Path(env["XDG_DATA_HOME"]).glob("*/preferences.json"):
            kept.unlink()  # the bank of very many topics is in use only when its turn comes
        runs.append(start("growth", _TOPICS, env=env).told)
    limits = dict.fromkeys(runs[0], _PAGE_LIMIT)
    limits |= {"standstill": _STANDSTILL_LIMIT, "topics": _TOPICS_LIMIT, "text size": _SIZE_LIMIT}
    limits["voters"] = _VOTERS_LIMIT
    words = {"standstill": "longest standstill", "topics": f"Practice with {_TOPICS:,} topics"}
    words |= {"text size": "another text size", "voters": "a round with 500 people"}
    return [
        _line(words.get(name, f"first opening of {name}"), limit, [run[name] for run in runs])
        for name, limit in limits.items()
    ]


def _upkeep(env: dict[str, str]) -> list[Line]:
    """The longest waits; what a disk and other programs make of them is seen without the check."""
    told = [start("upkeep", _ANSWERS, env=env).told for _ in range(_RUNS)]
    longer = [max(0.0, each["beside"] - each["alone"]) for each in told]
    alone = median(each["alone"] for each in told)
    detail = f"{len(longer)} runs, {min(longer):.0f} to {max(longer):.0f} ms; alone {alone:.0f} ms"
    return [Line(f"what the longest of {_ANSWERS} waits more", _WAIT_LIMIT, median(longer), "ms", detail)]


def _rounds(folder: Path) -> list[Line]:
    env = environment(folder, "rounds")
    told = [start("replay", _VOTES, env=env).told for _ in range(_RUNS)]
    growth = ratio([each["whole"] for each in told], [4 * each["quarter"] for each in told])
    return [
        _line(f"a round of {_VOTES:,} events taken up", _REPLAY_LIMIT, [each["whole"] for each in told]),
        Line("the same, to four times a quarter of it", _LINEAR_LIMIT, growth, "×"),
    ]


def _line(goal: str, limit: float, values: list[float]) -> Line:
    detail = f"{len(values)} runs, {min(values):.0f} to {max(values):.0f} ms"
    return Line(goal, limit, median(values), "ms", detail)
