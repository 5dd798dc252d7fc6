"""Writes years of practice on the shipped bank. Argument: how many attempts."""

import sys

from benchmarks.history import write_years
from quizapp import paths
from quizapp.domain.session import refer
from quizapp.storage.banks.repository import BankRepository

folder = paths.data_dir()
folder.mkdir(parents=True)
repository = BankRepository(folder / "cache", paths.questions_dir() / "vocabulary.yaml")
bank = repository.open(repository.shipped()[0]).bank
assert bank is not None
write_years(folder / "attempts.sqlite", [refer(bank, each) for each in bank.questions], int(sys.argv[1]))
