"""Keeps one answer, then writes as many bytes to a plain file and syncs it, and so on in turn.

Argument: how many pairs.
"""

import json
import os
import sys
import time

from benchmarks.history import attempt, begun
from quizapp import paths
from quizapp.storage.answers.rows import attempt_row
from quizapp.storage.answers.store import AttemptStore

folder, pairs = paths.data_dir(), int(sys.argv[1])
store = AttemptStore(folder / "attempts.sqlite")
session = begun("commits", [f"question-{number}" for number in range(pairs)])
store.begin(session)
plain = os.open(folder / "plain", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
spent = []
for position in range(pairs):
    answer = attempt(session, position)
    content = json.dumps(attempt_row(answer)).encode()
    first = time.perf_counter()
    store.append(answer)
    second = time.perf_counter()
    os.write(plain, content)
    os.fdatasync(plain)
    spent.append((1e3 * (second - first), 1e3 * (time.perf_counter() - second)))
json.dump({"spent": spent}, sys.stdout)
