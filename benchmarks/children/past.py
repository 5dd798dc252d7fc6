"""Writes the past: 100,000 attempts on the shipped bank."""

from benchmarks.history import write_history
from quizapp import paths
from quizapp.domain.session import refer
from quizapp.storage.banks.repository import BankRepository

folder = paths.data_dir()
folder.mkdir(parents=True)
repository = BankRepository(folder / "cache", paths.questions_dir() / "vocabulary.yaml")
bank = repository.open(repository.shipped()[0]).bank
assert bank is not None
write_history(folder / "attempts.sqlite", [refer(bank, question) for question in bank.questions])
