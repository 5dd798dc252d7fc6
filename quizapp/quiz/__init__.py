"""The one interface for screens and commands: open banks, run sessions, keep what was answered."""

from quizapp.domain.profile import Profile
from quizapp.quiz.clock import Clock, ClockFault
from quizapp.quiz.open_banks import NothingToAskError
from quizapp.quiz.profiles import Profiles
from quizapp.quiz.quiz import Quiz

__all__ = ["Clock", "ClockFault", "NothingToAskError", "Profile", "Profiles", "Quiz"]
