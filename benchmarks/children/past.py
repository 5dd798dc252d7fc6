"""Writes the past: attempts on the shipped bank. Argument: how many; 100,000 where none is given."""

import sys

from benchmarks.history import MANY, write_history
from quizapp import paths
from quizapp.domain.session import refer
from quizapp.storage.banks.repository import BankRepository

folder = paths.data_dir()
folder.mkdir(parents=True)
repository = BankRepository(folder / "cache", paths.questions_dir() / "vocabulary.yaml")
bank = repository.open(repository.shipped()[0]).bank
assert bank is not None
count = int(sys.argv[1]) if len(sys.argv) > 1 else MANY
write_history(folder / "attempts.sqlite", [refer(bank, question) for question in bank.questions], count)
