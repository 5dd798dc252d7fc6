import random
import signal
import subprocess
import sys
import time
from collections import Counter
from contextlib import closing
from pathlib import Path

import pytest

from quizapp.storage.attempt_store import AttemptStore

CHILD = """
import itertools, sys
from datetime import UTC, datetime
from pathlib import Path
from quizapp.domain.attempt import Attempt, QuestionRef, SessionRules, SessionStart, Step
from quizapp.storage.attempt_store import AttemptStore

store, name, now = AttemptStore(Path(sys.argv[1])), sys.argv[2], datetime.now(UTC)
refs = tuple(QuestionRef("bank", f"q{number}", "0") for number in range(2000))
store.begin(SessionStart(name, 1, SessionRules(), refs, now))
for place, ref in enumerate(refs):
    store.append(Attempt(name, place, Step.ANSWER, ref, ("product", "service"), "product", 1.0, 1.0, now))
    print(place, flush=True)
"""


def acknowledged_before_death(path: Path, name: str, patience: float) -> list[int]:
    """What a child says it has kept until it is killed, some time after its first answer."""
    with subprocess.Popen(
        [sys.executable, "-c", CHILD, path, name], stdout=subprocess.PIPE, text=True
    ) as child:
        assert child.stdout is not None
        first = child.stdout.readline()
        time.sleep(patience)
        child.kill()
        lines = (first + child.stdout.read()).splitlines()
    return [int(line) for line in lines]


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs a Unix system")
def test_every_acknowledged_answer_outlives_the_kill(tmp_path: Path) -> None:
    path, draw = tmp_path / "answers.db", random.Random(20261122)
    said: Counter[tuple[str, int]] = Counter()
    for name in map(str, range(20)):
        said.update((name, place) for place in acknowledged_before_death(path, name, draw.uniform(0, 0.02)))
    with closing(AttemptStore(path)) as store:
        store.check()
        kept = Counter((attempt.session_id, attempt.position) for attempt in store.attempts())
    assert len(said) >= 20
    assert said <= kept
    assert set(kept.values()) == {1}
    assert sum((kept - said).values()) <= 20
