"""The one door for screens and commands: open banks, run sessions, keep what was answered."""

from quizapp.quiz.clock import Clock, ClockFault
from quizapp.quiz.door import Quiz
from quizapp.quiz.open_banks import NothingToAskError
from quizapp.quiz.profiles import Profile, Profiles

__all__ = ["Clock", "ClockFault", "NothingToAskError", "Profile", "Profiles", "Quiz"]
