"""Reads a bank with all its marks and checks, and says how long it took.

Arguments: the file, and how often it is read in this one process.
"""

import json
import sys
import time

from quizapp import paths
from quizapp.storage.banks.reader import read

vocabulary = read(paths.questions_dir() / "vocabulary.yaml").vocabulary
spent = []
for _ in range(int(sys.argv[2])):
    wall, cpu = time.perf_counter(), time.process_time()
    reading = read(sys.argv[1], vocabulary=vocabulary)
    spent.append((time.perf_counter() - wall, time.process_time() - cpu))
count = len(reading.bank.questions) if reading.bank else 0
json.dump({"spent": spent, "questions": count, "errors": len(reading.errors)}, sys.stdout)
