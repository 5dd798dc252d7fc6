"""Answers again and again, alone and while the file is checked apart; tells the longest waits in ms.

Argument: how many answers.
"""

import json
import sys
import threading
import time
from datetime import UTC, datetime

from benchmarks.history import attempt, begun
from quizapp import paths
from quizapp.storage.answers.store import AttemptStore

count = int(sys.argv[1])
store = AttemptStore(paths.data_dir() / "attempts.sqlite")


def longest(name: str) -> float:
    """The longest time that an answer waited until it was kept."""
    session, waited = begun(f"{name}-{time.time_ns()}", [f"question-{each}" for each in range(count)]), []
    store.begin(session)
    for position in range(count):
        time.sleep(0.01)
        first = time.perf_counter()
        store.append(attempt(session, position))
        waited.append(1e3 * (time.perf_counter() - first))
    return max(waited)


store.defer_check()
alone = longest("alone")
thread = threading.Thread(target=lambda: store.check_and_back_up_apart(datetime.now(UTC)))
thread.start()
beside = longest("beside")
store.stop_apart()
json.dump({"alone": alone, "beside": beside}, sys.stdout)
